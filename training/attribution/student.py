"""Train a tagger on what the teacher says.  python student.py --out S.pt --silver N.jsonl ... --start F.pt --labels
L.npz ... --texts T.jsonl ...

On the train articles three quarters of the label loss are against the teacher's distributions and one quarter against
the readers' marks, and the links are the readers'; on texts without marks both are the teacher's. Names are learnt
where silver labels are. What is saved is a running mean of the weights.
"""

import argparse
import json
import random
import time

import corpus
import numpy as np
import torch
import train
from model import IGNORE, TAGS, Tagger, losses
from numpy.typing import NDArray

from onrecord.readings.model.tagger import vocabulary
from onrecord.readings.model.windows import Pieces, pieces

SIZES = (128, 160, 192, 192, 224, 256)
TEACHER = 0.75
WEIGHT = {"soft": 1.0, "name": 0.2, "cue": 0.3, "source": 0.2}
SHARE = 0.6  # of the texts, drawn anew for each pass
EVERY, KEPT = 10, 0.975  # steps from one update of the mean to the next, and what stays of it
Labels = dict[str, NDArray[np.float32]]


def read(args: argparse.Namespace) -> list[tuple[Pieces, train.Arrays]]:
    labels: Labels = {}
    for path in args.labels:
        labels.update(np.load(path))
    silver = {}
    for path in args.silver:
        with open(path, encoding="utf-8") as lines:
            silver |= {entry["doc"]: entry for entry in map(json.loads, lines)}
    docs = [doc for doc in corpus.load("train") if not corpus.held_out(doc["doc"])]
    for path in args.texts:
        with open(path, encoding="utf-8") as lines:
            docs += map(json.loads, lines)
    data = []
    for doc in docs:
        found = pieces(vocabulary(), doc["text"], corpus.paragraphs(doc["text"]))
        known = silver.get(doc["doc"], {"names": [], "arcs": []})
        gold = train.labels(found, {"attributions": [], **doc}, known)
        gold["soft"] = labels[doc["doc"]].astype(np.float32)
        if "attributions" in doc:
            gold["soft"] = (
                TEACHER * gold["soft"] + (1 - TEACHER) * np.eye(len(TAGS), dtype=np.float32)[np.maximum(gold["tag"], 0)]
            )
        else:
            gold["cue"], gold["source"] = labels[doc["doc"] + " links"].astype(np.int64)
        if doc["doc"] not in silver:
            gold["name"][:] = IGNORE
        data.append((found, gold))
    return data


def learn(model: Tagger, opt: torch.optim.Optimizer, gold: dict[str, torch.Tensor]) -> dict[str, float]:
    """One step; gives the losses."""
    with torch.autocast("cpu", torch.bfloat16):
        out = model(train.mask_some(gold), gold["mask"], gold["feature"])
    soft, real = gold.pop("soft"), gold["tag"] != IGNORE
    parts = losses(out, gold["mask"], gold)
    apart = -(soft * out[..., : len(TAGS)].float().log_softmax(-1)).sum(-1)
    parts["soft"] = (apart * real).sum() / real.sum().clamp(min=1)
    return train.step(model, opt, parts, WEIGHT)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("--out", "--start"):
        parser.add_argument(name, required=True)
    for name in ("--silver", "--labels", "--texts"):
        parser.add_argument(name, nargs="+", required=True)
    parser.add_argument("--seconds", type=float, default=3600, help="end by then, with the rate fallen")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    data = read(args)
    model = Tagger().train()
    model.load_state_dict(torch.load(args.start), strict=False)
    opt = train.optimizer(model, args.rate)
    begun = time.monotonic()
    rates = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda step: train.schedule(min(1.0, max(1e-3, (time.monotonic() - begun) / args.seconds)))
    )
    mean = {key: value.clone() for key, value in model.state_dict().items()}
    seen: list[dict[str, float]] = []
    while time.monotonic() - begun < args.seconds:
        for gold in train.epoch_batches([text for text in data if rng.random() < SHARE], rng, SIZES):
            if time.monotonic() - begun < args.seconds:
                seen.append(learn(model, opt, gold))
                rates.step()
                train.report(seen, 0)
                if len(seen) % EVERY == 0:
                    take_up(mean, model, min(KEPT, len(seen) / (len(seen) + 100)))
    torch.save(mean, args.out)


def take_up(mean: dict[str, torch.Tensor], model: Tagger, kept: float) -> None:
    with torch.no_grad():
        for key, value in model.state_dict().items():
            if value.dtype.is_floating_point:
                mean[key].lerp_(value, 1 - kept)


if __name__ == "__main__":
    main()
