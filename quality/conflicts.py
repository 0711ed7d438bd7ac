"""Conflicts of fact between accounts: of those that were planted in small invented events how many are found, and what
else is.

`python -m quality.conflicts` prints both parts, and the errors of the tuning part alone.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from onrecord.collation import collate
from onrecord.readings import read
from onrecord.types import Account, Block, Finding, Origin, Reading, Record, Span
from quality.casefiles import Section, sections
from quality.corpora import PARTS, Part
from quality.scores import Counts

EVENTS = Path(__file__).with_name("conflicts.md")


class Conflict(NamedTuple):
    about: str
    words: dict[str, str]
    """By account, words that the evidence must touch."""


class Event(NamedTuple):
    name: str
    texts: dict[str, str]
    conflicts: tuple[Conflict, ...]


def measures(part: Part = "validation") -> dict[str, float]:
    """The share of the planted conflicts that are found, and of those found that were planted."""
    counted: Counter[str] = Counter()
    for event in events(part):
        counted.update(score(event))
    found = counted["tp"] + counted["fp"]
    planted = counted["tp"] + counted["fn"]
    return {
        "precision": counted["tp"] / found if found else 0.0,
        "recall": counted["tp"] / planted if planted else 0.0,
    }


def events(part: Part) -> tuple[Event, ...]:
    return tuple(_event(section) for section in sections(EVENTS) if section.part == part)


def _event(section: Section) -> Event:
    texts = {str(row["account"]): str(row["text"]) for row in section.tables[0]}
    conflicts: dict[str | None, Conflict] = {}
    for row in (row for table in section.tables[1:] for row in table):
        conflict = conflicts.setdefault(row["no"], Conflict(str(row["about"]), {}))
        conflict.words[str(row["account"])] = str(row["words"])
    return Event(section.title, texts, tuple(conflicts.values()))


def record(event: Event) -> Record:
    return collate([_reading(name, text) for name, text in event.texts.items()])


def _reading(name: str, text: str) -> Reading:
    blocks = (Block("body", Span(name, 0, len(text)), Origin(0, len(text))),)
    return read(Account(id=name, url=name, text=text, blocks=blocks, encoding="utf-8", sha256=name))


def score(event: Event) -> Counts:
    made = _found(record(event))
    hit = {at for at, one in enumerate(event.conflicts) if any(_shows(f, one, event) for f in made)}
    wrong = [f for f in made if not any(_shows(f, one, event) for one in event.conflicts)]
    return {"tp": len(hit), "fn": len(event.conflicts) - len(hit), "fp": len(wrong)}


def _found(made: Record) -> list[Finding]:
    return [f for f in made.findings if f.relation == "differs" and f.about != "utterance"]


def _shows(finding: Finding, conflict: Conflict, event: Event) -> bool:
    def touched(account: str, words: str) -> bool:
        start = event.texts[account].index(words)
        return any(s.account == account and s.start < start + len(words) and start < s.end for s in finding.evidence)

    return finding.about == conflict.about and all(touched(*pair) for pair in conflict.words.items())


def _errors(found: Sequence[Event]) -> Iterator[str]:
    for event in found:
        made = _found(record(event))
        for one in event.conflicts:
            if not any(_shows(f, one, event) for f in made):
                yield f"{event.name}: not found: {one.about} {one.words}"
        for f in made:
            if not any(_shows(f, one, event) for one in event.conflicts):
                yield (
                    f"{event.name}: invented: {f.about} {[event.texts[s.account][s.start : s.end] for s in f.evidence]}"
                )


def main() -> None:
    for part in PARTS:
        print(part, "  ".join(f"{name} {value:.3f}" for name, value in measures(part).items()))
    print(*_errors(events("tuning")), sep="\n")


if __name__ == "__main__":
    main()
