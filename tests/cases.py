"""The case files of whole accounts, and of accounts together: what a careful reader takes from them.

Each section (`## Quotations`) holds a table, or a list for sections of one column; every row becomes a plain named tuple
of strings. The column `hint` is for the reader of the file only.
"""

from pathlib import Path
from typing import NamedTuple

from quality.casefiles import sections

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


def read(name: str) -> Case:
    """The case file tests/cases/<name>.md. Raises ValueError, naming the line, where a section or a row is not
    right."""
    found = {}
    for section in sections(CASES / f"{name}.md"):
        key = section.title.lower().replace(" ", "_")
        if key not in ROWS or key in found:
            raise ValueError(f"{name}.md: {section.title!r}: a section is one of {sorted(ROWS)}, once")
        found[key] = (*map(Line, section.items), *(_row(ROWS[key], row, name) for row in section.rows))
    return Case(**found)


def _row(kind, row, name):
    cells = {column: cell for column, cell in row.items() if column != "hint"}
    if cells.keys() != set(kind._fields):
        raise ValueError(f"{name}.md: {row}: the columns are {kind._fields}")
    return kind(**cells)


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
