"""The network: MiniLM's encoder, one linear layer for all heads, and the losses.

Heads, for each word at its first piece: `tag` (BIO of source, cue, content), `name` (BIO of person, organisation,
place, group), `to_cue` x `cue` (which cue a source or content word belongs to) and `to_source` x `source` (which word
begins the source of a cue; [CLS] if it has none, so that coordinated cues can share one). Two more heads, `relation`
and `dependent` x `head`, learn a parser's dependencies beside them: they teach the encoder where phrases end, and are
not exported.
"""

import os

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertModel

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
NAMES = ("O", *(f"{edge}-{kind}" for kind in ("person", "organisation", "place", "group") for edge in "BI"))
LINK = 64
WIDTHS = (len(TAGS), len(NAMES), LINK, LINK, LINK, LINK)
RELATIONS = tuple(
    "ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass "
    "dative dep "
    "det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss preconj "
    "predet "
    "prep prt punct quantmod relcl xcomp".split()
)
PARSE = (len(RELATIONS), LINK, LINK)
IGNORE = -100


class Tagger(nn.Module):
    def __init__(self, layers: int = 6) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            os.environ["MINILM"], add_pooling_layer=False, attn_implementation="eager"
        )
        self.bert.encoder.layer = self.bert.encoder.layer[:layers]
        self.bert.config.num_hidden_layers = layers
        width = self.bert.config.hidden_size
        features = nn.Embedding(4, width)  # inside a quotation, capital letter
        features.weight.data[:] = self.bert.embeddings.token_type_embeddings.weight.data[0]
        self.bert.embeddings.token_type_embeddings = features
        self.bert.embeddings.word_embeddings.weight.requires_grad_(False)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(width, sum(WIDTHS))
        with torch.no_grad():
            self.heads.weight[len(TAGS) + len(NAMES) :] *= LINK**-0.25 * 2
        self.parse = nn.Linear(width, sum(PARSE))

    def forward(self, ids: Tensor, mask: Tensor, feature: Tensor) -> Tensor:
        """[batch, length] thrice -> [batch, length, sum(WIDTHS) + sum(PARSE)]."""
        out = self.drop(self.bert(input_ids=ids, attention_mask=mask, token_type_ids=feature).last_hidden_state)
        return torch.cat((self.heads(out), self.parse(out)), -1)


def losses(out: Tensor, mask: Tensor, gold: dict[str, Tensor]) -> dict[str, Tensor]:
    tag, name, to_cue, cue, to_source, source, relation, dependent, head = out.float().split(WIDTHS + PARSE, -1)
    far = (mask == 0)[:, None]
    scores = {
        "tag": tag,
        "name": name,
        "relation": relation,
        "cue": (to_cue @ cue.transpose(1, 2)).masked_fill(far, -1e4),
        "source": (to_source @ source.transpose(1, 2)).masked_fill(far, -1e4),
        "head": (dependent @ head.transpose(1, 2)).masked_fill(far, -1e4),
    }
    found = {key: _cross_entropy(score, gold[key]) for key, score in scores.items()}
    if "soft" in gold:
        words = (gold["tag"] != IGNORE).sum().clamp(min=1)
        apart = -(gold["soft"] * tag.log_softmax(-1)).sum() / words
        found["tag"] = (found["tag"] + apart) / 2
    return found


def _cross_entropy(score: Tensor, gold: Tensor) -> Tensor:
    """Mean over the words that have a label; 0 if none has."""
    total = functional.cross_entropy(score.flatten(0, 1), gold.flatten(), ignore_index=IGNORE, reduction="sum")
    return total / (gold != IGNORE).sum().clamp(min=1)
