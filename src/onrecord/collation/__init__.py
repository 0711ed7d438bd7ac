"""The fourth arrow: readings of several accounts become one record."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.collation.actors import cast
from onrecord.collation.apparatus import wording
from onrecord.collation.copies import copies
from onrecord.collation.excerpts import by_place
from onrecord.collation.findings import Line, findings, of_conflicts
from onrecord.collation.issues import issues
from onrecord.collation.limits import within_limits
from onrecord.collation.odds_of_sameness import usage
from onrecord.collation.printed import forms_of, in_their_forms, printed
from onrecord.collation.renderings import with_renderings
from onrecord.collation.timeline import timeline
from onrecord.collation.utterances import utterances
from onrecord.collation.witnesses import Bodies, Witness, bodies, unquoted, witnesses
from onrecord.faults import Parts
from onrecord.memory import few_collections
from onrecord.text.keys import digest
from onrecord.text.letters import Form
from onrecord.text.lookalikes import with_lookalikes
from onrecord.types import Account, Actor, Finding, LeftOut, Part, Reading, Record, Shortfall

__all__ = ["collate"]

_COMPARED: tuple[Part, ...] = ("cast", "positions", "timeline", "wordings", "findings", "copies")
_TITLE = 80  # characters of a body that stands in for a headline


@few_collections()
def collate(readings: Iterable[Reading], left_out: Iterable[LeftOut] = (), *, title: str | None = None) -> Record:
    """One record of `readings`. The same accounts give the same record in whatever order they come.

    An account that comes twice is read once, and one that was not read whole is named in `Record.left_out`. The
    record's id stands for the accounts; its title does not count in it. Accounts are compared in the form in which they
    are read (see `onrecord.text.letters`): what one prints with soft hyphens or accents set apart is what others print
    without. A part of the comparison that a fault costs is missing, of what goes on without end the beginning is
    compared, and `Record.shortfalls` says so.
    """
    kept, named = _once(readings)
    parts = Parts()
    alone = Record(
        id=digest("record", *sorted(reading.account.id for reading in kept)),
        title=title or _title(kept),
        readings=kept,
        left_out=tuple(sorted({*left_out, *named})),
    )
    forms, alike = parts.make(lambda: _alike(kept), ({}, kept), "wordings", "findings")
    record = _collate(parts, msgspec.structs.replace(alone, readings=alike))
    if forms:
        record = parts.make(lambda: printed(record, kept, forms), alone, *_COMPARED)
    shortfalls = tuple(sorted({*parts.shortfalls, *record.shortfalls}))
    return msgspec.structs.replace(record, readings=kept, shortfalls=shortfalls)


def _alike(kept: tuple[Reading, ...]) -> tuple[Mapping[str, Form], tuple[Reading, ...]]:
    """The forms of the texts that have another, and the readings as if all were printed in theirs."""
    forms = forms_of(kept)
    return forms, in_their_forms(kept, forms) if forms else kept


def _collate(parts: Parts, record: Record) -> Record:
    """The record with what its readings have in common, and where they differ."""
    whole = record.readings
    kept, short = parts.make(lambda: within_limits(whole), (whole, ()), "wordings", "findings")
    joined, known = parts.make(lambda: cast(kept), ((), {}), "cast")
    words_of = parts.make(lambda: bodies(kept), None, "wordings", "findings", "copies")
    record = msgspec.structs.replace(
        record,
        readings=kept,
        shortfalls=short,
        cast=parts.make(lambda: with_lookalikes(joined), joined, "cast"),
        positions=parts.make(lambda: issues(kept), (), "positions"),
        timeline=parts.make(lambda: timeline(whole), (), "timeline"),
    )
    return record if words_of is None else _compared(parts, record, known, words_of)


def _compared(parts: Parts, record: Record, known: Mapping[tuple[str, str], Actor], words_of: Bodies) -> Record:
    """The record with what several accounts print or say alike, and where they agree and differ."""
    alike = parts.make(lambda: copies(words_of), None, "copies", "findings")
    lines, alone, left = parts.make(
        lambda: _lines(record.readings, known, words_of), ((), (), 0), "wordings", "findings"
    )
    wordings = tuple(line.wording for line in lines)
    short = (*record.shortfalls, *_uncompared(left))
    record = msgspec.structs.replace(record, wordings=wordings, copies=alike or (), shortfalls=short)
    agreements: tuple[Finding, ...] = ()
    if alike is not None:  # without them nobody knows how many accounts speak for themselves
        agreements = parts.make(lambda: tuple(findings(record, words_of, lines, alone)), (), "findings")
    conflicts = parts.make(lambda: tuple(of_conflicts(record.readings, words_of, record.cast)), (), "findings")
    return msgspec.structs.replace(record, findings=(*agreements, *conflicts))


def _lines(
    readings: Sequence[Reading], known: Mapping[tuple[str, str], Actor], words_of: Bodies
) -> tuple[Sequence[Line], Sequence[Witness], int]:
    """The utterances that several statements render, the statements that are in none, and how many were not
    compared."""
    all_witnesses = witnesses(readings, known, words_of)
    accounts = {reading.account.id: reading.account for reading in readings}
    grouped, uncompared = utterances(all_witnesses, usage(words_of, unquoted(readings, words_of), all_witnesses))
    heads, rest = by_place(grouped, accounts, words_of)
    texts = {name: account.text for name, account in accounts.items()}
    lines = [Line(*wording(group, texts), group.members) for group in with_renderings(all_witnesses, heads)]
    carried = {witness.order for line in lines for witness in line.members}
    return lines, [*(witness for witness in all_witnesses if witness.order not in carried), *rest], uncompared


def _uncompared(left: int) -> tuple[Shortfall, ...]:
    reason = f"so much was compared that {left:,} of the shortest quotations were compared with no other"
    return (Shortfall("wordings", reason),) if left else ()


def _once(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], list[LeftOut]]:
    """The readings in order, each account once, and what is to be said of the others."""
    kept: dict[str, Reading] = {}
    left_out: list[LeftOut] = []
    for reading in sorted(readings, key=_order):
        account = reading.account
        if account.id in kept:
            left_out.append(LeftOut(account.url, f"the same account as {kept[account.id].account.url}"))
            continue
        kept[account.id] = reading
        if not account.complete:
            left_out.append(LeftOut(account.url, account.incomplete_because or "not read whole"))
    return tuple(kept.values()), left_out


def _order(reading: Reading) -> tuple[str, str, bytes]:
    account = reading.account
    return account.published or "~", account.id, msgspec.json.encode(reading)


def _title(readings: Sequence[Reading]) -> str:
    headline = next((r.account.headline for r in readings if r.account.headline), None)
    return headline or next(filter(None, (_opening(reading.account) for reading in readings)), "Untitled")


def _opening(account: Account) -> str:
    body = next((block for block in account.blocks if block.kind == "body"), None)
    words = account.cut(body.span).split() if body else []
    taken: list[str] = []
    while words and len(" ".join((*taken, words[0]))) <= _TITLE:
        taken.append(words.pop(0))
    return " ".join(taken) + (" …" if words and taken else "")
