"""Positions on accounts that a person read: who demands, offers, refuses ... what, and on what condition.

Data: gold/positions.jsonl, 24 accounts of 8 events from BASIL, read by one person. The half of the events with the
lower hashes is "tuning" and may be looked at; "validation" is only scored. A position is found if its act and its
holder are right and its words overlap those of the gold standard by at least half (F1 of characters other than white
space). `python -m quality.positions` prints the errors of the tuning half.
"""

import hashlib
import json
import re
from collections.abc import Iterable
from functools import cache
from itertools import product
from typing import Any

from onrecord.readings import read
from onrecord.types import Account, Position, Reading, Span
from quality.corpora import Extent, NoCorpus, data
from quality.quotations import basil_account
from quality.scores import Counts, total_f1

Labels = dict[str, Any]
Place = tuple[int, int]

MEASURES = ("position", "act and content", "holder and content", "content", "position and condition", "condition")
_TITLES = {"the", "a", "an", "mr", "ms", "mrs"}


def gold() -> list[tuple[str, Labels, Account]]:
    """(part, labels, account) of each account. Raises NoCorpus if the labels are not on this machine."""
    path = data() / "gold" / "positions.jsonl"
    if not path.is_file():
        raise NoCorpus(f"no {path} (set ONRECORD_DATA to where the corpora are)")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    hashes = sorted({hashlib.sha256(row["triplet"].encode()).hexdigest() for row in rows})
    tune = set(hashes[: len(hashes) // 2])
    articles = {}
    for file in sorted((data() / "basil").rglob("*.json")):
        article = json.loads(file.read_text("utf-8"))
        articles[article["triplet-uuid"], article["source"].casefold()] = article
    return [
        (
            "tuning" if hashlib.sha256(row["triplet"].encode()).hexdigest() in tune else "validation",
            row,
            basil_account(articles[row["triplet"], row["source"]]),
        )
        for row in rows
    ]


def _letters(text: str, places: Iterable[Place]) -> set[int]:
    return {at for start, end in places for at in range(start, end) if not text[at].isspace()}


def _overlap(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def _places(spans: Iterable[Span]) -> list[Place]:
    return [(span.start, span.end) for span in spans]


def _same_holder(ours: str | None, theirs: str) -> bool:
    """One of the joint holders: all words of the one name are in the other, titles and articles apart."""
    mine = set(re.findall(r"\w+", (ours or "").casefold())) - _TITLES
    named = [set(re.findall(r"\w+", name.casefold())) - _TITLES for name in theirs.split(";")]
    return bool(mine) and any(name and (mine <= name or name <= mine) for name in named)


class Pair:
    """One label beside one position."""

    def __init__(self, reading: Reading, label: Labels, position: Position) -> None:
        text = reading.account.text
        names = {actor.id: actor.name for actor in reading.cast}
        place = (label["start"], label["start"] + len(label["text"]))
        self.likeness = _overlap(_letters(text, [place]), _letters(text, _places(position.content)))
        self.act = position.act == label["act"]
        self.holder = _same_holder(names.get(position.holder or ""), label["holder"])
        bound = _letters(text, _places([position.condition] if position.condition else []))
        start = label["condition_start"]
        self.condition = start is None and not bound
        if start is not None:
            self.condition = _overlap(_letters(text, [(start, start + len(label["condition"]))]), bound) >= 0.5

    def fits(self, measure: str) -> bool:
        if self.likeness < 0.5:
            return False
        needs_act = measure in ("position", "act and content", "position and condition")
        needs_holder = measure in ("position", "holder and content", "position and condition")
        return (
            (self.act or not needs_act)
            and (self.holder or not needs_holder)
            and (self.condition or measure != "position and condition")
        )


def _matched(pairs: dict[Place, Pair], measure: str) -> list[Place]:
    """(label, position) pairs, each used once, the most alike first."""
    fitting = sorted((at for at, pair in pairs.items() if pair.fits(measure)), key=lambda at: -pairs[at].likeness)
    labels: set[int] = set()
    found: set[int] = set()
    kept = []
    for label, position in fitting:
        if label not in labels and position not in found:
            labels.add(label)
            found.add(position)
            kept.append((label, position))
    return kept


def score(labels: Labels, reading: Reading) -> tuple[Counts, list[str]]:
    """Counts of one account, and a line for each error."""
    wanted, found = labels["positions"], reading.positions
    pairs = {(i, j): Pair(reading, wanted[i], found[j]) for i, j in product(range(len(wanted)), range(len(found)))}
    counts: Counts = {}
    for measure in MEASURES[:-1]:
        tp = len(_matched(pairs, measure))
        counts |= {f"{measure}.tp": tp, f"{measure}.fp": len(found) - tp, f"{measure}.fn": len(wanted) - tp}
    counts |= _conditions(labels, reading)
    return counts, _errors(labels, reading, pairs)


def _conditions(labels: Labels, reading: Reading) -> Counts:
    """The conditions as words alone, wherever they are tied."""
    text = reading.account.text
    wanted = {
        (label["condition_start"], label["condition_start"] + len(label["condition"]))
        for label in labels["positions"]
        if label["condition"]
    }
    found = {(p.condition.start, p.condition.end) for p in reading.positions if p.condition}
    tp = sum(any(_overlap(_letters(text, [w]), _letters(text, [f])) >= 0.5 for f in found) for w in wanted)
    right = sum(any(_overlap(_letters(text, [w]), _letters(text, [f])) >= 0.5 for w in wanted) for f in found)
    return {"condition.tp": tp, "condition.fp": len(found) - right, "condition.fn": len(wanted) - tp}


def _errors(labels: Labels, reading: Reading, pairs: dict[Place, Pair]) -> list[str]:
    right = dict(_matched(pairs, "position"))
    near = {i: j for i, j in _matched(pairs, "content") if i not in right}
    names = {actor.id: actor.name for actor in reading.cast}
    lines = []
    for i, label in enumerate(labels["positions"]):
        if i in right:
            continue
        line = f"missed {label['act']:8} {label['holder']}: <{label['cue']}> {label['text'][:90]!r}"
        if i in near:
            got = reading.positions[near[i]]
            line += f" -- read {got.act} by {names.get(got.holder or '')} ({got.rule})"
        lines.append(line)
    for j, got in enumerate(reading.positions):
        if j not in right.values() and j not in near.values():
            words = " ".join(reading.account.cut(span) for span in got.content)
            cue = reading.account.cut(got.cue)
            lines.append(f"extra  {got.act:8} {names.get(got.holder or '')}: <{cue}> {words[:110]!r} ({got.rule})")
    for i, j in right.items():
        label, got = labels["positions"][i], reading.positions[j]
        if not pairs[i, j].condition:
            read_ = reading.account.cut(got.condition) if got.condition else None
            lines.append(f"condition of {label['text'][:50]!r}: {label['condition']!r}, read {read_!r}")
    return lines


@cache
def _scored() -> tuple[tuple[str, Counts], ...]:
    return tuple((part, score(labels, read(account))[0]) for part, labels, account in gold())


def measures(part: Extent = "validation") -> dict[str, float]:
    """F1 of each measure on one part, or on the whole; precision and recall of the first."""
    rows = [counts for own, counts in _scored() if part in (own, "whole")]
    tp, fp, fn = (sum(row[f"position.{count}"] for row in rows) for count in ("tp", "fp", "fn"))
    figures = {name: total_f1(name)(rows) for name in MEASURES}
    return figures | {"precision": tp / (tp + fp or 1), "recall": tp / (tp + fn or 1)}


if __name__ == "__main__":
    for part_of, labelled, account_of in gold():
        if part_of == "tuning":
            print(
                f"-- {labelled['triplet'][:8]} {labelled['source']}", *score(labelled, read(account_of))[1], sep="\n   "
            )
