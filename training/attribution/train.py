"""Train the tagger.  python train.py --out NAME --silver NAMES.jsonl [--epochs 5] [--seed 1] [--soft SOFT.npz]

Environment: MINILM (folder of all-MiniLM-L6-v2), ONRECORD_EVAL and ONRECORD_DATA (reader and corpus). The windows are
those of the run-time module, cut anew in each epoch at another length and with a share of the pieces masked, so that no
context is learnt by heart. With --soft half of the label loss is against the distributions that soft.py made with the
checkpoints of an earlier run: where readers disagree, they are kinder than one reader's marks.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Iterator
from typing import Any

import corpus
import numpy as np
import torch
from model import IGNORE, NAMES, RELATIONS, Tagger, losses
from numpy.typing import NDArray

from onrecord.readings.model.tagger import vocabulary
from onrecord.readings.model.windows import Pieces, pack, pieces
from onrecord.readings.model.wordpieces import CLS, SEP

ROLES = {"cue": 3, "source": 1, "content": 5}
WEIGHT = {"tag": 1.0, "name": 0.3, "relation": 0.2, "cue": 0.3, "source": 0.2, "head": 0.2}
SIZES = (128, 160, 192, 192, 224)
PIECES_A_BATCH = 2112
MASK, MASKED = 103, 0.06
LABELS, LINKS = ("tag", "name", "relation"), ("cue", "source", "head")
Arrays = dict[str, NDArray[Any]]
Silver = dict[str, Any]


def labels(found: Pieces, doc: corpus.Doc, silver: Silver) -> Arrays:
    """Per piece: tag, name and relation, and the piece that begins its cue, its source or its head; -1 for no
    source."""
    gold = {key: np.full(len(found.ids), IGNORE, np.int64) for key in LABELS + LINKS}
    gold["tag"][found.first] = gold["name"][found.first] = 0
    words = np.flatnonzero(found.first)
    starts = found.start[words]

    def inside(begin: int, end: int) -> NDArray[np.int64]:
        return words[np.searchsorted(starts, begin) : np.searchsorted(starts, end)]

    for begin, end, kind in silver["names"]:
        _mark(gold["name"], inside(begin, end), NAMES.index(f"B-{kind}"))
    piece_at = dict(zip(starts.tolist(), words.tolist(), strict=True))
    for begin, relation, head in silver["arcs"]:
        if begin in piece_at and head in piece_at:
            gold["relation"][piece_at[begin]] = RELATIONS.index(relation if relation in RELATIONS else "dep")
            gold["head"][piece_at[begin]] = piece_at[head]
    for role, label in ROLES.items():
        for attribution in doc["attributions"]:
            cue = inside(*attribution["cue"][0]) if attribution["cue"] else words[:0]
            source = inside(*attribution["source"][0]) if attribution["source"] else words[:0]
            for begin, end in attribution[role]:
                span = inside(begin, end)
                span = span[gold["tag"][span] == 0]
                _mark(gold["tag"], span, label)
                if role == "cue":
                    gold["source"][span] = source[0] if len(source) else -1
                elif len(cue):
                    gold["cue"][span] = cue[0]
    return gold


def _mark(column: NDArray[np.int64], span: NDArray[np.int64], label: int) -> None:
    column[span] = label + 1
    column[span[:1]] = label


def window_arrays(found: Pieces, gold: Arrays, window: NDArray[np.int64]) -> Arrays:
    real = window >= 0
    arrays = {
        "ids": np.where(real, found.ids[window], SEP),
        "feature": np.where(real, found.feature[window], 0),
        "mask": np.ones_like(window),
    }
    arrays["ids"][0] = CLS
    place = np.full(len(found.ids) + 2, IGNORE, np.int64)  # piece -> position; -1 -> [CLS]; IGNORE -> not in the window
    place[window[real]] = np.flatnonzero(real)
    place[-1] = 0
    for key in LABELS:
        arrays[key] = np.where(real, gold[key][window], IGNORE)
    if "soft" in gold:
        arrays["soft"] = np.where(real[:, None], gold["soft"][window], 0)
    for key in LINKS:
        target = np.where(real, gold[key][window], IGNORE)
        arrays[key] = np.where(target == IGNORE, IGNORE, place[np.where(target == IGNORE, 0, target)])
    return arrays


def batch(windows: list[Arrays]) -> dict[str, torch.Tensor]:
    length = max(len(window["ids"]) for window in windows)
    out = {}
    for key in windows[0]:
        first = windows[0][key]
        fill = 0 if key in ("ids", "feature", "mask", "soft") else IGNORE
        table = np.full((len(windows), length, *first.shape[1:]), fill, first.dtype)
        for row, window in zip(table, windows, strict=True):
            row[: len(window[key])] = window[key]
        out[key] = torch.from_numpy(table)
    return out


def epoch_batches(
    data: list[tuple[Pieces, Arrays]], rng: random.Random, sizes: tuple[int, ...] = SIZES
) -> Iterator[dict[str, torch.Tensor]]:
    windows = [window_arrays(found, gold, window) for found, gold in data for window in pack(found, rng.choice(sizes))]
    windows.sort(key=lambda window: len(window["ids"]) + rng.random() * 24)
    groups: list[list[Arrays]] = [[]]
    for window in windows:
        if len(window["ids"]) * (len(groups[-1]) + 1) > PIECES_A_BATCH:
            groups.append([])
        groups[-1].append(window)
    rng.shuffle(groups)
    return (batch(group) for group in groups)


def schedule(done: float) -> float:
    """Share of the peak rate after a share `done` of the steps: linear warm-up over 6 %, then a cosine to 2 %."""
    return done / 0.06 if done < 0.06 else 0.02 + 0.49 * (1 + math.cos(math.pi * (done - 0.06) / 0.94))


def read(args: argparse.Namespace) -> list[tuple[Pieces, Arrays]]:
    with open(args.silver, encoding="utf-8") as lines:
        silver = {entry["doc"]: entry for entry in map(json.loads, lines)}
    docs = [doc for doc in corpus.load("train") if args.all or not corpus.held_out(doc["doc"])]
    soft = np.load(args.soft) if args.soft else {}
    data = []
    for doc in docs:
        found = pieces(vocabulary(), doc["text"], corpus.paragraphs(doc["text"]))
        gold = labels(found, doc, silver[doc["doc"]])
        if doc["doc"] in soft:
            gold["soft"] = soft[doc["doc"]].astype(np.float32)
        data.append((found, gold))
    return data


def mask_some(gold: dict[str, torch.Tensor]) -> torch.Tensor:
    """The ids with a share of the pieces, but none of the special ones, made [MASK]."""
    hidden = (torch.rand(gold["ids"].shape) < MASKED) & (gold["mask"] > 0) & (gold["ids"] > MASK)
    return gold["ids"].masked_fill(hidden, MASK)


def optimizer(model: Tagger, rate: float) -> torch.optim.Optimizer:
    features = model.bert.embeddings.token_type_embeddings
    return of_parts(model, rate, [*model.heads.parameters(), *model.parse.parameters(), *features.parameters()])


def of_parts(model: torch.nn.Module, rate: float, heads: list[torch.nn.Parameter]) -> torch.optim.Optimizer:
    """The heads learn at a rate of their own, what else may be learnt at `rate`."""
    own = {id(parameter) for parameter in heads}
    encoder = [p for p in model.parameters() if p.requires_grad and id(p) not in own]
    return torch.optim.AdamW(
        [{"params": encoder, "lr": rate}, {"params": heads, "lr": 1e-3}], weight_decay=0.01, fused=True
    )


def train(args: argparse.Namespace) -> None:
    torch.set_num_threads(1)
    torch.manual_seed(args.seed)
    rng = random.Random(args.seed)
    data = read(args)
    model = Tagger()
    if args.start:
        model.load_state_dict(torch.load(args.start), strict=False)
    steps = args.epochs * sum(1 for _ in epoch_batches(data, random.Random(0)))
    opt = optimizer(model, args.rate)
    begun = time.monotonic()
    # Where the time given runs out first, the rate falls by the time gone, so that it has always fallen at the end.
    rates = torch.optim.lr_scheduler.LambdaLR(
        opt, lambda step: schedule(min(1.0, max((step + 1) / steps, (time.monotonic() - begun) / args.seconds)))
    )
    print(f"{len(data)} articles, {steps} steps", flush=True)
    seen: list[dict[str, float]] = []
    for epoch in range(args.epochs):
        for gold in epoch_batches(data, rng):
            if time.monotonic() - begun < args.seconds:
                seen.append(learn(model, opt, gold, args.plain))
                rates.step()
                report(seen, epoch)
        torch.save(model.state_dict(), f"{args.out}.{epoch}.pt")


def learn(model: Tagger, opt: torch.optim.Optimizer, gold: dict[str, torch.Tensor], plain: bool) -> dict[str, float]:
    """One step; gives the losses."""
    model.train()
    with torch.autocast("cpu", torch.bfloat16):
        out = model(gold["ids"] if plain else mask_some(gold), gold["mask"], gold["feature"])
    parts = losses(out, gold["mask"], gold)
    wanted = {key: weight for key, weight in WEIGHT.items() if not (plain and key in ("relation", "head"))}
    return step(model, opt, parts, wanted)


def step(
    model: torch.nn.Module, opt: torch.optim.Optimizer, parts: dict[str, torch.Tensor], weights: dict[str, float]
) -> dict[str, float]:
    """Go down the weighed sum of the losses; gives all of them."""
    torch.stack([weight * parts[key] for key, weight in weights.items()]).sum().backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    opt.step()
    opt.zero_grad()
    return {key: part.item() for key, part in parts.items()}


def report(seen: list[dict[str, float]], epoch: int) -> None:
    if len(seen) % 50 == 0:
        mean = {key: round(float(np.mean([parts[key] for parts in seen[-50:]])), 3) for key in WEIGHT}
        print(epoch, len(seen), mean, f"cpu {time.process_time():.0f}s", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", required=True)
    parser.add_argument("--silver", required=True)
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=math.inf, help="end by then, whatever the epoch")
    parser.add_argument("--rate", type=float, default=3e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--start", help="a checkpoint of an earlier run to go on from")
    parser.add_argument("--soft", help="label distributions, by soft.py")
    parser.add_argument("--plain", action="store_true", help="mask no pieces and learn no dependencies")
    parser.add_argument("--all", action="store_true", help="also the held-out tenth")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
