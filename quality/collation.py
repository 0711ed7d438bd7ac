"""How well quotations of one utterance are found in several accounts: pairwise precision and recall on hand-read
triplets.

Only `onrecord.collation` is scored: the quotations are cut out between their marks as the corpus has them, and the
speakers are unknown but where the corpus names them. `python -m quality.collation` prints both halves of the corpus,
and the errors of the tuning half alone.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Any

from onrecord.collation import collate
from onrecord.text.keys import digest
from onrecord.types import Account, Actor, Block, Origin, Reading, Record, Span, Statement
from quality.corpora import PARTS, Extent, NoCorpus, data
from quality.scores import Counts, f1

Place = tuple[str, int]
"""Source of an account, and where a quotation starts in it."""
Pair = frozenset[Place]

_MARKED = re.compile(r'[“"]([^“”"\n]*)(?:[”"]|$)', re.M)
_LISTS = ("groups", "hard_negatives", "within_account", "doubtful")


def measures(part: Extent = "validation") -> dict[str, float]:
    """Precision, recall and F1 over pairs of quotations of two accounts, and the share of hard negatives kept apart.

    Raises NoCorpus if the triplets are not on this machine.
    """
    return figures([score(triplet) for triplet in triplets(part)])


def figures(counted: Sequence[Counts]) -> dict[str, float]:
    tp, fp, fn, kept, hard, sure, sure_tp = (
        sum(c[name] for c in counted) for name in ("tp", "fp", "fn", "kept", "hard", "sure", "sure_tp")
    )
    return {
        "same utterance, precision": tp / (tp + fp) if tp + fp else 0.0,
        "same utterance, recall": tp / (tp + fn) if tp + fn else 0.0,
        "same utterance, F1": f1(tp, fp, fn),
        "same and not only probable, precision": sure_tp / sure if sure else 0.0,
        "same and not only probable, recall": sure_tp / (tp + fn) if tp + fn else 0.0,
        "hard negatives kept apart": kept / hard if hard else float("nan"),
    }


@cache
def _gold() -> tuple[dict[str, Any], ...]:
    path = data() / "gold" / "collation.jsonl"
    if not path.is_file():
        raise NoCorpus(f"no {path} (set ONRECORD_DATA to where the corpora are)")
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    return tuple(sorted(rows, key=lambda row: hashlib.sha256(row["triplet"].encode()).hexdigest()))


def triplets(part: Extent) -> tuple[dict[str, Any], ...]:
    """The half of the triplets with the lower hashes for tuning, the other for validation; or the whole."""
    rows = _gold()
    if part == "whole":
        return rows
    half = len(rows) // 2
    return rows[:half] if part == "tuning" else rows[half:]


@cache
def texts() -> dict[tuple[str, str], str]:
    articles = [json.loads(path.read_text("utf-8")) for path in sorted((data() / "basil").glob("*/*.json"))]
    return {
        (a["triplet-uuid"], a["source"].lower()): "\n\n".join(" ".join(p) for p in a["body-paragraphs"])
        for a in articles
    }


@cache
def _speakers() -> dict[tuple[str, str, int], str]:
    rows = [json.loads(line) for line in (data() / "gold" / "statements.jsonl").read_text("utf-8").splitlines()]
    return {(row["triplet"], row["source"], q["start"]): q["speaker"] for row in rows for q in row["quotes"]}


def record(triplet: dict[str, Any], *, speakers: bool = True) -> Record:
    """The record of the triplet's accounts, with every marked stretch of them as a statement."""
    name = triplet["triplet"]
    sources = sorted(source for one, source in texts() if one == name)
    return collate([reading_of(triplet, source, speakers) for source in sources])


def reading_of(triplet: dict[str, Any], source: str, speakers: bool) -> Reading:
    text = texts()[triplet["triplet"], source]
    places = extents(triplet, source, text)
    named = {start: _speakers().get((triplet["triplet"], source, start)) for start in places} if speakers else {}
    cast = {name: Actor(digest(source, name), name, "person", (), ()) for name in named.values() if name}
    statements = [
        Statement(
            id=digest(source, start),
            form="direct",
            content=(Span(source, start, end),),
            speaker=cast[name].id if (name := named.get(start)) else None,
            rule="gold",
        )
        for start, end in sorted(places.items())
    ]
    blocks = (Block("body", Span(source, 0, len(text)), Origin(0, len(text))),)
    account = Account(id=source, url=source, text=text, blocks=blocks, encoding="utf-8", sha256=source)
    return Reading(account, tuple(cast.values()), tuple(statements))


def extents(triplet: dict[str, Any], source: str, text: str) -> dict[int, int]:
    """Start and end of each quotation. Where the corpus gives one, its bounds stand for those told from the marks: a
    quotation within a quotation breaks the marks."""
    given = {m["start"]: m["start"] + len(m["text"]) for m in _members(triplet) if m["source"] == source}
    marked = {
        start: end
        for start, end in quoted(text)
        if not any(begin < end and start < stop for begin, stop in given.items())
    }
    return marked | given


def quoted(text: str) -> Iterator[tuple[int, int]]:
    for match in _MARKED.finditer(text):
        inside = match[1]
        start = match.start(1) + len(inside) - len(inside.lstrip())
        if inside.strip():
            yield start, start + len(inside.strip())


def _members(triplet: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for name in _LISTS:
        for group in triplet[name]:
            yield from group


def pairs_of(groups: Sequence[Sequence[dict[str, Any]]]) -> set[Pair]:
    places = [[(m["source"], m["start"]) for m in group] for group in groups]
    return {frozenset(pair) for group in places for pair in combinations(group, 2) if pair[0][0] != pair[1][0]}


def found(made: Record, *, sure: bool = False) -> set[Pair]:
    """The pairs of quotations of two accounts that stand in one wording, or those alone of which no doubt is told."""
    spans = {s.id: s.content[0] for reading in made.readings for s in reading.statements}
    groups = [
        [spans[witness] for witness in wording.witnesses if not (sure and witness in wording.doubtful)]
        for wording in made.wordings
        if wording.state == "same" or not sure
    ]
    return {
        frozenset(((a.account, a.start), (b.account, b.start)))
        for group in groups
        for a, b in combinations(group, 2)
        if a.account != b.account
    }


def score(triplet: dict[str, Any], *, speakers: bool = True) -> Counts:
    gold, hard = pairs_of(triplet["groups"]), pairs_of(triplet["hard_negatives"])
    doubtful = pairs_of(triplet["doubtful"])
    made = record(triplet, speakers=speakers)
    ours, sure = found(made) - doubtful, found(made, sure=True) - doubtful
    return {
        "sure": len(sure),
        "sure_tp": len(sure & gold),
        "tp": len(gold & ours),
        "fp": len(ours - gold),
        "fn": len(gold - ours),
        "kept": len(hard - ours),
        "hard": len(hard),
    }


def _errors(triplet: dict[str, Any]) -> Iterator[str]:
    gold = pairs_of(triplet["groups"])
    made = record(triplet)
    ours = found(made) - pairs_of(triplet["doubtful"])
    cut = {
        (s.content[0].account, s.content[0].start): r.account.cut(s.content[0])
        for r in made.readings
        for s in r.statements
    }
    for sign, pairs in (("joined in error", ours - gold), ("not joined", gold - ours)):
        for pair in sorted(map(sorted, pairs)):
            yield f"{sign}: " + " || ".join(cut[place] for place in pair)


def main() -> None:
    for part in PARTS:
        for speakers in (True, False):
            counted = [score(triplet, speakers=speakers) for triplet in triplets(part)]
            line = "  ".join(f"{name} {value:.3f}" for name, value in figures(counted).items())
            print(f"{part}, speakers {'as the corpus names them' if speakers else 'unknown'}: {line}")
    for triplet in triplets("tuning"):
        for line in _errors(triplet):
            print(f"  {line}")


if __name__ == "__main__":
    main()
