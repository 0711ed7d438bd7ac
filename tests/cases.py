"""Reads the case files in tests/cases: what a careful reader takes from an account, in Markdown tables.

A file holds sections (`## Quotations`); under each a table, or a list for sections of one column. Every row becomes a
plain named tuple of strings; `-` becomes None. The column `hint` is for the reader of the file only.
"""

from pathlib import Path
from typing import NamedTuple

CASES = Path(__file__).parent / "cases"


class Field(NamedTuple):
    field: str
    value: str | None


class Line(NamedTuple):
    words: str


class Quotation(NamedTuple):
    no: str
    words: str
    form: str
    speaker: str
    cue: str | None
    interpreted: str | None
    whole: str | None


class Indirect(NamedTuple):
    words: str
    speaker: str
    cue: str | None


class NotSpeech(NamedTuple):
    words: str
    what: str


class Stance(NamedTuple):
    act: str
    holder: str
    toward: str | None
    words: str
    condition: str | None


class Time(NamedTuple):
    words: str
    date: str | None
    where: str


class Remark(NamedTuple):
    no: str
    author: str
    printed: str | None
    date: str | None
    answers: str | None
    flags: str | None
    quotes: str | None
    words: str


class Witness(NamedTuple):
    no: str
    account: str
    words: str
    sure: str


class Variation(NamedTuple):
    no: str
    account: str
    words: str
    other: str
    instead: str


class Alone(NamedTuple):
    account: str
    words: str


class Difference(NamedTuple):
    no: str
    about: str
    account: str
    words: str


class Known(NamedTuple):
    check: str
    account: str
    misses: str
    of: str | None


class Case(NamedTuple):
    """One case file. A section that the file does not have is empty."""

    account: tuple[Field, ...] = ()
    body: tuple[Line, ...] = ()
    chrome: tuple[Line, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    indirect: tuple[Indirect, ...] = ()
    not_speech: tuple[NotSpeech, ...] = ()
    positions: tuple[Stance, ...] = ()
    times: tuple[Time, ...] = ()
    comments: tuple[Remark, ...] = ()
    utterances: tuple[Witness, ...] = ()
    variants: tuple[Variation, ...] = ()
    alone: tuple[Alone, ...] = ()
    differ: tuple[Difference, ...] = ()
    known: tuple[Known, ...] = ()


ROWS = {
    "account": Field,
    "body": Line,
    "chrome": Line,
    "quotations": Quotation,
    "indirect": Indirect,
    "not_speech": NotSpeech,
    "positions": Stance,
    "times": Time,
    "comments": Remark,
    "utterances": Witness,
    "variants": Variation,
    "alone": Alone,
    "differ": Difference,
    "known": Known,
}


def cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))


def read(name: str) -> Case:
    """The case file tests/cases/<name>.md. Raises ValueError, naming the line, where a section or a row is not
    right."""
    section, head, found = None, None, {}
    for number, line in enumerate((CASES / f"{name}.md").read_text("utf-8").splitlines(), 1):
        where = f"{name}.md:{number}: {line!r}"
        if line.startswith("## "):
            section, head = line[3:].strip().lower().replace(" ", "_"), None
            if section not in ROWS or section in found:
                raise ValueError(f"{where}: a section is one of {sorted(ROWS)}, once")
            found[section] = []
        elif line.startswith("- "):
            found[section].append(Line(line[2:].strip()))
        elif line.startswith("|") and head is None:
            head = cells(line)
            if set(head) - {"hint"} != set(ROWS[section]._fields):
                raise ValueError(f"{where}: the columns are {ROWS[section]._fields}")
        elif line.startswith("|") and set(line) - set("|- "):
            row = dict(zip(head, cells(line), strict=True))
            row.pop("hint", None)
            found[section].append(ROWS[section](**{k: None if v == "-" else v for k, v in row.items()}))
    return Case(**{section: tuple(rows) for section, rows in found.items()})


def either(cell: str | None) -> tuple[str | None, ...]:
    """What a cell leaves open: the alternatives between ` or `, without notes in round brackets; None for `-`."""
    parts = (cell or "-").split(" or ")
    return tuple(None if part.strip() == "-" else part.split("(")[0].strip() for part in parts)


def known(check: str, account: str) -> int:
    """How many misses of a check in an account are known: the floor that tests/cases/known.md names, else none."""
    return sum(int(row.misses) for row in read("known").known if (row.check, row.account) == (check, account))


def check_known(check: str, account: str, misses: list[str]) -> None:
    """Fails where more is missed than known.md says, and where less is: then its figure is to be lowered."""
    figure = known(check, account)
    told = f"{account}: {check}: {len(misses)} misses, and known.md says {figure}"
    assert len(misses) == figure, "\n".join([told, *misses])
