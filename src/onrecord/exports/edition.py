"""A record as an edition: all that the page shows, as values."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from onrecord.exports.bargain import bargain
from onrecord.exports.brief import brief
from onrecord.exports.cast import cast
from onrecord.exports.differences import differences
from onrecord.exports.discussion import discussions
from onrecord.exports.edtf import date, words
from onrecord.exports.fulltext import accounts, link
from onrecord.exports.index import COLUMNS, Index, index
from onrecord.exports.said import place, said
from onrecord.exports.timeline import timeline
from onrecord.exports.view import (
    AccountView,
    Attestation,
    Bargain,
    Brief,
    Cut,
    Difference,
    Discussion,
    Line,
    Person,
    Siglum,
    Speaker,
    State,
    Time,
)
from onrecord.types import SCHEMA, Reading, Record, Shortfall, Statement

SIGNS = {
    "full": ("A", "has it in full"),
    "reported": ("(A)", "reports it"),
    "silent": ("–", "read in full, not found"),
    "unknown": ("?", "read in part"),
    "open": ("·", "not compared"),
    "om": ("om.", "leaves out"),
    "omits": ("om.", "leaves the words out"),
    "add": ("add.", "adds"),
    "weighty": ("◆", "may change the sense"),
    "empty": ("‸", "another account has words here"),
}


@dataclass(frozen=True, slots=True)
class Omission:
    """What was not read, and why."""

    url: str
    link: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Masthead:
    """What the record is of."""

    title: str
    when: str | None
    when_by: Attestation | None
    where: tuple[Cut, ...]
    accounts: int
    independent: int | None  # accounts, those that print one copy counted once; None if that is not known
    partly: tuple[Siglum, ...]
    left_out: tuple[Omission, ...]
    short: tuple[Shortfall, ...]  # of the comparison


@dataclass(frozen=True, slots=True)
class Colophon:
    """How the record was made."""

    id: str
    schema: str
    version: str
    rules: tuple[tuple[str, int], ...]  # each rule, and how many lines it found
    statements: int
    modelled: int  # statements that a model had a part in, by the names of their rules
    models: tuple[str, ...]  # SHA-256 of each model that read an account


@dataclass(frozen=True, slots=True)
class Edition:
    """The whole page."""

    masthead: Masthead
    sigla: tuple[Siglum, ...]
    brief: tuple[Brief, ...]
    bargain: Bargain | None
    said: tuple[Speaker, ...]
    time: tuple[Time, ...]
    differences: tuple[Difference, ...]
    cast: tuple[Person, ...]
    readers: tuple[Discussion, ...]
    accounts: tuple[AccountView, ...]
    colophon: Colophon
    signs: tuple[tuple[str, str], ...]  # those that stand beside its utterances, and what they mean
    cell_signs: tuple[tuple[str, str], ...]  # those that stand in its comparison
    wide: bool  # few enough accounts for one column each


def edition(record: Record) -> Edition:
    """The view of `record`. Depends on nothing but the record and the installed version of the package."""
    look = index(record)
    speakers = said(look)
    lines = sorted((line for s in speakers for line in s.lines), key=lambda line: line.number)
    short = brief(look, lines)
    compared = differences(look, lines)
    return Edition(
        masthead=_masthead(look),
        sigla=tuple(look.sigla.values()),
        brief=tuple(line for line, _ in short),
        bargain=bargain(look),
        said=speakers,
        time=timeline(look, compared),
        differences=compared,
        cast=cast(look),
        readers=discussions(look),
        accounts=accounts(look, lines, [(line, span) for line, span in short if span]),
        colophon=_colophon(record),
        signs=_signs(_beside(lines)),
        cell_signs=_signs(_within(compared)),
        wide=len(look.sigla) <= COLUMNS,
    )


def _masthead(look: Index) -> Masthead:
    record = look.record
    day, moments = _main_day(look)
    full: State = "full"
    by_account = {look.home[moment]: (full, f"#{place(moment)}") for moment in reversed(moments)}
    return Masthead(
        title=record.title,
        when=words(day),
        when_by=look.bear(by_account) if by_account else None,
        where=_where(look),
        accounts=len(record.readings),
        independent=_independent(record),
        partly=tuple(look.sigla[r.account.id] for r in record.readings if not r.whole),
        left_out=tuple(Omission(x.url, link(x.url), x.reason) for x in record.left_out),
        short=record.shortfalls,
    )


def _independent(record: Record) -> int | None:
    if any(shortfall.part == "copies" for shortfall in record.shortfalls):
        return None
    return len(record.readings) - sum(len(group) - 1 for group in record.copies)


def _main_day(look: Index) -> tuple[str | None, tuple[str, ...]]:
    """The day of the timeline that most is told of, by accounts, then by moments, of equals the earliest; and what
    is."""
    days: dict[str, list[str]] = {}
    for event in look.record.timeline:
        if event.date and date(event.date).kind in ("exact", "day"):
            days.setdefault(event.date[:10], []).extend(m for m in event.moments if m in look.moments)
    best = min(days, key=lambda d: (-len({look.home[m] for m in days[d]}), -len(days[d]), d), default=None)
    return best, tuple(days[best]) if best else ()


def _where(look: Index) -> tuple[Cut, ...]:
    """The datelines that name no date, each different one once."""
    datelines: dict[str, Cut] = {}
    for account in look.accounts.values():
        for block in account.blocks:
            if block.kind == "dateline":
                cut = look.cut(block.span)
                if not any(char.isdigit() for char in cut.text):
                    datelines.setdefault(" ".join(cut.text.split()).casefold(), cut)
    return tuple(datelines.values())


def _signs(used: Iterable[str]) -> tuple[tuple[str, str], ...]:
    names = set(used)
    return tuple(sign for name, sign in SIGNS.items() if name in names)


def _beside(lines: Iterable[Line]) -> Iterator[str]:
    """What the signs beside `lines` stand for."""
    for line in lines:
        yield from (slot.state for slot in line.attestation.slots)
        for reading in (reading for entry in line.apparatus for reading in entry.readings):
            yield reading.kind
            yield "weighty" if reading.weighty else ""


def _within(compared: Iterable[Difference]) -> Iterator[str]:
    """What the signs in the comparison stand for."""
    for cell in (cell for difference in compared for cell in difference.cells):
        yield cell.state
        yield "empty" if any(strong and not text for w in cell.windows for text, strong in w.pieces) else ""


def _colophon(record: Record) -> Colophon:
    rules: Counter[str] = Counter(wording.rule for wording in record.wordings)
    statements: list[Statement] = []
    for reading in record.readings:
        statements += reading.statements
        rules.update(_rules(reading))
    return Colophon(
        id=record.id,
        schema=SCHEMA,
        version=_version(),
        rules=tuple(sorted(rules.items())),
        statements=len(statements),
        modelled=sum(statement.rule.startswith("model") for statement in statements),
        models=tuple(sorted(filter(None, {reading.model for reading in record.readings}))),
    )


def _rules(reading: Reading) -> Iterator[str]:
    yield from (statement.rule for statement in reading.statements)
    yield from (position.rule for position in reading.positions)
    yield from (moment.rule for moment in reading.timeline)
    yield from (flag.rule for comment in reading.discussion for flag in comment.flags)


def _version() -> str:
    try:
        return version("onrecord")
    except PackageNotFoundError:
        return "not installed"
