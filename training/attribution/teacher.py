"""Train the teacher: nine layers of all-mpnet-base-v2, four times the tagger's size a layer.  python teacher.py --out
T.pt --silver NAMES.jsonl

Environment: MPNET (folder of all-mpnet-base-v2) beside what train.py asks for. One pass over the articles: what it then
says of them is almost what it would say of unseen ones, and that is what the student learns from it.
"""

import argparse
import json
import os
import random
from pathlib import Path

import torch
import train
from model import LINK, NAMES, PARSE, TAGS, WIDTHS, losses
from torch import Tensor, nn
from transformers import MPNetModel

LAYERS, FROZEN = 9, 3
WEIGHT = {"tag": 1.0, "name": 0.1, "cue": 0.3, "source": 0.2}
SPECIAL = {"[CLS]": "<s>", "[SEP]": "</s>", "[PAD]": "<pad>", "[MASK]": "<mask>"}


class Teacher(nn.Module):
    """Reads the tagger's ids and gives what its heads give: both vocabularies hold the same word pieces. The three
    lowest layers and the embeddings stay as they were; the two features of a piece are added above them."""

    def __init__(self) -> None:
        super().__init__()
        mpnet = MPNetModel.from_pretrained(os.environ["MPNET"], add_pooling_layer=False, attn_implementation="eager")
        self.emb, self.enc = mpnet.embeddings, mpnet.encoder
        self.enc.layer = self.enc.layer[:LAYERS]
        self.register_buffer("map", _own_ids(), persistent=False)
        width = mpnet.config.hidden_size
        self.feature = nn.Embedding(4, width)
        nn.init.zeros_(self.feature.weight)
        for part in (self.emb, self.enc.layer[:FROZEN], self.enc.relative_attention_bias):
            part.requires_grad_(False)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(width, sum(WIDTHS))
        with torch.no_grad():
            self.heads.weight[len(TAGS) + len(NAMES) :] *= LINK**-0.25 * 2

    def forward(self, ids: Tensor, mask: Tensor, feature: Tensor) -> Tensor:
        """[batch, length] thrice -> [batch, length, sum(WIDTHS)]."""
        with torch.no_grad():
            hidden = self.emb(inputs_embeds=self.emb.word_embeddings(self.map[ids]))
            bias = self.enc.compute_position_bias(hidden) + ((mask == 0) * -1e4)[:, None, None, :]
            for layer in self.enc.layer[:FROZEN]:
                hidden = layer(hidden, None, bias)[0]
        hidden = hidden + self.feature(feature)
        for layer in self.enc.layer[FROZEN:]:
            hidden = layer(hidden, None, bias)[0]
        out: Tensor = self.heads(self.drop(hidden))
        return out


def _own_ids() -> Tensor:
    """For each id of the tagger's vocabulary the teacher's id of the same word piece."""
    ours, own = (
        json.loads(Path(os.environ[folder], "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
        for folder in ("MINILM", "MPNET")
    )
    table = torch.zeros(len(ours), dtype=torch.long)
    for piece, number in ours.items():
        table[number] = own[SPECIAL.get(piece, piece)]
    return table


def learn(model: Teacher, opt: torch.optim.Optimizer, gold: dict[str, Tensor]) -> dict[str, float]:
    """One step; gives the losses."""
    with torch.autocast("cpu", torch.bfloat16):
        out = model(gold["ids"], gold["mask"], gold["feature"])
    unused = out.new_zeros((*out.shape[:2], sum(PARSE)))  # it learns no dependencies
    parts = losses(torch.cat((out, unused), -1), gold["mask"], gold)
    return train.step(model, opt, parts, WEIGHT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--silver", required=True)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=5)
    args = parser.parse_args()
    args.all, args.soft = False, None
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    data = train.read(args)
    model = Teacher().train()
    heads = [*model.heads.parameters(), *model.feature.parameters()]
    opt = train.of_parts(model, args.rate, heads)
    batches = list(train.epoch_batches(data, rng))
    rates = torch.optim.lr_scheduler.LambdaLR(opt, lambda step: train.schedule((step + 1) / len(batches)))
    seen: list[dict[str, float]] = []
    for gold in batches:
        seen.append(learn(model, opt, gold))
        rates.step()
        train.report(seen, 0)
    torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
