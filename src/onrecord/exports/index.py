"""Look-ups over a record, made once: who is meant by an id, which account a line is of, where a span stands."""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from onrecord.errors import RecordError
from onrecord.exports.view import Attestation, Cut, Likeness, Siglum, Slot, State
from onrecord.types import Account, Actor, Moment, Position, Reading, Record, Span, Statement, Wording

_Line = TypeVar("_Line", Statement, Position, Moment)

COLUMNS = 8  # accounts that each get a slot beside a line and a column; of more, the silent are only counted
COLOURS = 8  # Okabe and Ito's
PATTERNS = 6


def letters(number: int) -> str:
    """A to Z, then AA, AB ... for 0, 1, 2 ..."""
    number, rest = divmod(number, 26)
    return (letters(number - 1) if number else "") + chr(ord("A") + rest)


def siglum(number: int, account: Account) -> Siglum:
    """The siglum of the account that stands at `number`. Neighbours differ in colour and in pattern."""
    row, colour = divmod(number, COLOURS)
    name = account.publisher or account.headline or account.url
    return Siglum(letters(number), account.id, name, colour, (colour + row) % PATTERNS)


States = Mapping[str, tuple[State, str]]  # by account: what it does with a line, and a link to it


@dataclass(frozen=True, slots=True)
class Index:
    record: Record
    sigla: Mapping[str, Siglum]  # by account
    accounts: Mapping[str, Account]
    statements: Mapping[str, Statement]
    positions: Mapping[str, Position]
    moments: Mapping[str, Moment]
    home: Mapping[str, str]  # statement, position or moment -> account
    actors: Mapping[str, Actor]  # actor of a reading -> the record's actor
    lines: Mapping[str, str]  # statement or moment -> the line it is printed in: its wording, its event, or itself
    silent: Mapping[str, frozenset[str]]  # line -> the accounts that the record calls silent on it
    partly: frozenset[str]  # the accounts that were read in part, or fell short of a part
    starts: Mapping[str, list[int]]  # by account: where its blocks start

    def cut(self, span: Span, pin: str | None = None) -> Cut:
        """The words of `span` with a link to them; to the mark `pin`, else to their paragraph."""
        account = self.accounts.get(span.account)
        if account is None or not span.start <= span.end <= len(account.text):
            return Cut("", None, None, lost=True)
        return Cut(account.cut(span), self.sigla[account.id], f"#{pin}" if pin else self.place(span))

    def cut_if_any(self, span: Span | None, pin: str | None = None) -> Cut | None:
        """The same of a span that may be missing."""
        return self.cut(span, pin) if span else None

    def text_if_any(self, span: Span | None) -> str | None:
        """The words of a span that may be missing."""
        return self.cut(span).text if span else None

    def place(self, span: Span) -> str:
        number = bisect_right(self.starts[span.account], span.start) - 1
        return f"#{block_id(span.account, number)}" if number >= 0 else f"#account-{span.account}"

    def actor(self, actor: str | None) -> Actor | None:
        """The record's actor for an actor of a reading; None if it is unknown."""
        return self.actors.get(actor) if actor else None

    def name(self, actor: str | None) -> str | None:
        known = self.actor(actor)
        return known.name if known else None

    def looks_like(self, actor: str | None) -> tuple[Likeness, ...]:
        """The names that look the same as the record's actor's and are spelled with other letters."""
        known = self.actor(actor)
        alike = [(alike, self.actor(alike.actor)) for alike in (known.looks_like if known else ())]
        return tuple(
            Likeness(other.name, f"#line-{other.id}", tuple(map(_script, likeness.letters)))
            for likeness, other in alike
            if other
        )

    def bear(self, states: States) -> Attestation:
        """The sigla of the accounts that have a line, and nothing of the others."""
        return Attestation(tuple(Slot(self.sigla[a], *states[a]) for a in self.sigla if a in states))

    def attest(self, states: States, line: str) -> Attestation:
        """The sigla of an utterance: what each account that has it does with it, and who is silent or unknown."""
        silent = self.silent.get(line, frozenset()) - states.keys()
        if len(self.sigla) <= COLUMNS:
            return Attestation(tuple(self._slot(s, states, silent) for s in self.sigla.values()))
        present = tuple(Slot(self.sigla[a], *states[a]) for a in states)
        return Attestation(present, len(silent), len(self.partly - states.keys()))

    def _slot(self, mark: Siglum, states: States, silent: frozenset[str]) -> Slot:
        if mark.account in states:
            return Slot(mark, *states[mark.account])
        if mark.account in self.partly:
            return Slot(mark, "unknown")
        return Slot(mark, "silent" if mark.account in silent else "open")


def _script(letter: str) -> tuple[str, str]:
    """A letter with the first word of its name in Unicode, which is that of its script: Cyrillic, Greek, Fullwidth."""
    return letter, unicodedata.name(letter, "unknown").partition(" ")[0].capitalize()


def block_id(account: str, number: int) -> str:
    return f"account-{account}-{number + 1}"


def index(record: Record) -> Index:
    """Look-ups over `record`. Accounts get their sigla in the order of the readings.

    Raises RecordError for a wording of statements that no reading has.
    """
    readings = record.readings
    accounts = [reading.account for reading in readings]
    statements = _by_id(reading.statements for reading in readings)
    _refuse_unknown_witnesses(record.wordings, statements)
    moments = _by_id(reading.timeline for reading in readings)
    lines = _lines(record, [*statements, *moments])
    return Index(
        record=record,
        sigla={account.id: siglum(number, account) for number, account in enumerate(accounts)},
        accounts={account.id: account for account in accounts},
        statements=statements,
        positions=_by_id(reading.positions for reading in readings),
        moments=moments,
        home=_home(readings),
        actors=_actors(record),
        lines=lines,
        silent=_silent(record, lines),
        partly=frozenset(reading.account.id for reading in readings if not reading.whole),
        starts={account.id: _starts(account) for account in accounts},
    )


def _by_id(groups: Iterable[Iterable[_Line]]) -> dict[str, _Line]:
    return {line.id: line for group in groups for line in group}


def _refuse_unknown_witnesses(wordings: Iterable[Wording], statements: Mapping[str, Statement]) -> None:
    for wording in wordings:
        named = {wording.base, *wording.witnesses, *(variant.witness for variant in wording.variants)}
        if missing := named - statements.keys():
            raise RecordError(f"wording {wording.id!r} names statements that no reading has: {sorted(missing)}")


def _lines(record: Record, printed: Iterable[str]) -> dict[str, str]:
    """By statement or moment, of which the ids are given: the line it is printed in."""
    lines = {each: each for each in printed}
    lines |= {witness: wording.id for wording in record.wordings for witness in wording.witnesses}
    return lines | {moment: event.id for event in record.timeline for moment in event.moments}


def _actors(record: Record) -> dict[str, Actor]:
    joined = {member: actor for actor in record.cast for member in actor.members}
    actors = {actor.id: actor for actor in record.cast}
    return actors | {actor.id: joined.get(actor.id, actor) for reading in record.readings for actor in reading.cast}


def _starts(account: Account) -> list[int]:
    return [block.span.start for block in account.blocks]


def _silent(record: Record, lines: Mapping[str, str]) -> dict[str, frozenset[str]]:
    begun = {s.content[0]: lines[s.id] for r in record.readings for s in r.statements if s.content}
    out: dict[str, frozenset[str]] = {}
    for finding in record.findings:
        line = begun.get(finding.evidence[0]) if finding.evidence else None
        if line and finding.relation == "silent":
            out[line] = out.get(line, frozenset()).union(finding.accounts)
    return out


def _home(readings: Iterable[Reading]) -> dict[str, str]:
    home: dict[str, str] = {}
    for reading in readings:
        for lines in (reading.statements, reading.positions, reading.timeline):
            home |= dict.fromkeys((line.id for line in lines), reading.account.id)
    return home
