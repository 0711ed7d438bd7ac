"""Fit the weights of collation/odds_of_sameness.py and measure them on events left out.  README.md says from what.

    python training/wordings/fit.py             the weights, as lines to put into odds_of_sameness.py
    python training/wordings/fit.py --left-out  precision and recall on events that the weights were not fitted to
    python training/wordings/fit.py --errors    the same, and each pair brought together or left apart in error

Needs scikit-learn beside the package, and the corpora where `quality` looks for them.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from onrecord.collation import collate, odds_of_sameness
from onrecord.collation.actors import cast
from onrecord.collation.utterances import comparable
from onrecord.collation.witnesses import bodies, unquoted, witnesses
from onrecord.readings import read
from onrecord.text.keys import digest
from onrecord.types import Account, Block, Origin, Reading, Span, Statement

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
from quality import collation as gold  # noqa: E402

LABELS = Path(__file__).with_name("labels.jsonl")
READ = ROOT / "build" / "wordings"
FOLDS = 6
STRENGTH = {"_FEW": 0.5, "_MANY": 1.0}  # inverse of the regularisation, by leaving events out
MODES = ("unknown", "read")  # speakers: not known, or as onrecord reads them

Event = dict[str, Any]


class Pair(NamedTuple):
    event: int
    kind: str
    seen: tuple[float, ...]
    same: bool


class Weights(NamedTuple):
    names: tuple[str, ...]
    values: tuple[float, ...]
    bias: float


def events() -> list[Event]:
    """Those labelled here, and the tuning half of the gold. The validation half is not touched."""
    own = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
    return [_filled(event) for event in own] + list(gold.triplets("tuning"))


def _filled(event: Event) -> Event:
    """The labels with what `quality.collation` wants of an event: the words of each quotation, and the lists not
    labelled."""
    for member in (m for name in ("groups", "doubtful") for group in event[name] for m in group):
        text = gold.texts()[event["triplet"], member["source"]]
        member["text"] = text[member["start"] : dict(gold.quoted(text))[member["start"]]]
    return {"hard_negatives": [], "within_account": [], **event}


def sources(event: Event) -> list[str]:
    return sorted(source for name, source in gold.texts() if name == event["triplet"])


def readings(event: Event, mode: str) -> list[Reading]:
    if mode == "unknown":
        return [gold.reading_of(event, source, False) for source in sources(event)]
    return [_with_speakers(event, source) for source in sources(event)]


def _with_speakers(event: Event, source: str) -> Reading:
    """Every marked stretch as a statement of whoever onrecord gives for most of its characters."""
    whole, text = _read(event["triplet"], source), gold.texts()[event["triplet"], source]
    made = []
    for start, end in sorted(gold.extents(event, source, text).items()):
        key, span = digest(source, start), Span(source, start, end)
        best = max(whole.statements, key=lambda s: (_overlap(s, start, end), -len(s.content)), default=None)
        if best and _overlap(best, start, end):
            made.append(msgspec.structs.replace(best, id=key, content=(span,), form="direct"))
        else:
            made.append(Statement(id=key, form="direct", content=(span,), rule="gold"))
    return msgspec.structs.replace(whole, statements=tuple(made))


def _overlap(statement: Statement, start: int, end: int) -> int:
    return sum(max(0, min(end, c.end) - max(start, c.start)) for c in statement.content)


@cache
def _read(name: str, source: str) -> Reading:
    kept = READ / f"{name}-{source}.json"
    if kept.is_file():
        return msgspec.json.decode(kept.read_bytes(), type=Reading)
    text, at, blocks = gold.texts()[name, source], 0, []
    for paragraph in filter(None, text.split("\n\n")):
        at = text.index(paragraph, at)
        end = at + len(paragraph)
        blocks.append(Block("body", Span(source, at, end), Origin(at, end)))
        at = end
    made = read(Account(id=source, url=source, text=text, blocks=tuple(blocks), encoding="utf-8", sha256=source))
    READ.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(msgspec.json.encode(made))
    return made


def pairs(found: Sequence[Event]) -> Iterator[Pair]:
    """What is seen of each two quotations that are compared at all."""
    for mode in MODES:
        for at, event in enumerate(found):
            yield from _pairs(at, event, mode)


def _pairs(at: int, event: Event, mode: str) -> Iterator[Pair]:
    made = readings(event, mode)
    _, known = cast(made)
    told = bodies(made)
    found = witnesses(made, known, told)
    usage = odds_of_sameness.usage(told, unquoted(made, told), found)
    same, doubtful = gold.pairs_of(event["groups"]), gold.pairs_of(event["doubtful"])
    for a, b in combinations(found, 2):
        pair = frozenset((w.account, w.spans[0].start) for w in (a, b))
        like = comparable(a, b, usage) if a.account != b.account and pair not in doubtful else None
        if like and min(len(a.words), len(b.words)) < odds_of_sameness.FEW:
            yield Pair(at, "_FEW", tuple(odds_of_sameness.few(a, b, usage)), pair in same)
        elif like:
            yield Pair(at, "_MANY", tuple(odds_of_sameness.many(a, b, like, usage)), pair in same)


def fitted(found: Sequence[Pair], kind: str) -> Weights:
    seen = [pair for pair in found if pair.kind == kind]
    scaler = StandardScaler()
    x = scaler.fit_transform(np.array([pair.seen for pair in seen]))
    model = LogisticRegression(C=STRENGTH[kind], max_iter=5000).fit(x, [pair.same for pair in seen])
    values = model.coef_[0] / scaler.scale_
    names = (odds_of_sameness.Few if kind == "_FEW" else odds_of_sameness.Many)._fields
    return Weights(names, tuple(map(float, values)), float(model.intercept_[0] - values @ scaler.mean_))


def install(found: Sequence[Pair]) -> None:
    for kind in STRENGTH:
        weights = fitted(found, kind)
        setattr(odds_of_sameness, kind, tuple(round(value, 2) for value in weights.values))
        setattr(odds_of_sameness, f"{kind}_BIAS", round(weights.bias, 2))


def left_out(found: Sequence[Event], seen: Sequence[Pair], *, errors: bool) -> None:
    counted: dict[str, list[Counter[str]]] = {mode: [] for mode in MODES}
    for fold in range(FOLDS):
        install([pair for pair in seen if pair.event % FOLDS != fold])
        for event in found[fold::FOLDS]:
            for mode in MODES:
                counted[mode].append(score(event, mode, errors=errors))
    for mode, counts in counted.items():
        line = "  ".join(f"{name} {value:.3f}" for name, value in gold.figures(counts).items())
        print(f"{len(counts)} events, speakers {mode}: {line}")


def score(event: Event, mode: str, *, errors: bool) -> Counter[str]:
    made = collate(readings(event, mode))
    same, doubtful = gold.pairs_of(event["groups"]), gold.pairs_of(event["doubtful"])
    hard = gold.pairs_of(event["hard_negatives"])
    ours, sure = gold.found(made) - doubtful, gold.found(made, sure=True) - doubtful
    if errors:
        for sign, wrong in (("joined", ours - same), ("sure", sure - same), ("apart", same - ours)):
            for pair in sorted(map(sorted, wrong)):
                print(f"{mode} {sign} {event['triplet'][:4]}: " + " || ".join(_cut(event, place) for place in pair))
    figures = {"tp": len(same & ours), "fp": len(ours - same), "fn": len(same - ours)}
    figures |= {"sure": len(sure), "sure_tp": len(sure & same), "kept": len(hard - ours), "hard": len(hard)}
    return Counter(figures)


def _cut(event: Event, place: tuple[str, int]) -> str:
    text = gold.texts()[event["triplet"], place[0]]
    return text[place[1] : gold.extents(event, place[0], text)[place[1]]][:150]


def main() -> None:
    found = events()
    seen = list(pairs(found))
    if set(sys.argv) & {"--left-out", "--errors"}:
        left_out(found, seen, errors="--errors" in sys.argv)
        return
    for kind in STRENGTH:
        weights = fitted(seen, kind)
        own = [pair for pair in seen if pair.kind == kind]
        print(f"# {len(own)} pairs, {sum(pair.same for pair in own)} of one utterance")
        named = ", ".join(f"{n}={v:.2f}" for n, v in zip(weights.names, weights.values, strict=True))
        print(f"{kind} = {kind[1:].title()}({named})\n{kind}_BIAS = {weights.bias:.2f}")


if __name__ == "__main__":
    main()
