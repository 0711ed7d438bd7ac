"""The fourth arrow: readings of several accounts become one record."""

from collections.abc import Iterable, Sequence

import msgspec

from onrecord.collation.actors import cast
from onrecord.collation.apparatus import wording
from onrecord.collation.copies import copies
from onrecord.collation.excerpts import by_place
from onrecord.collation.findings import Line, findings
from onrecord.collation.issues import issues
from onrecord.collation.renderings import with_renderings
from onrecord.collation.sameness import usage
from onrecord.collation.timeline import timeline
from onrecord.collation.utterances import utterances
from onrecord.collation.witnesses import bodies, unquoted, witnesses
from onrecord.text.keys import digest
from onrecord.types import Account, LeftOut, Reading, Record

__all__ = ["collate"]

_TITLE = 80  # characters of a body that stands in for a headline


def collate(readings: Iterable[Reading], left_out: Iterable[LeftOut] = (), *, title: str | None = None) -> Record:
    """One record of `readings`. The same accounts give the same record in whatever order they come.

    An account that comes twice is read once, and one that was not read whole is named in `Record.left_out`. The
    record's id stands for the accounts; its title does not count in it.
    """
    kept, named = _once(readings)
    joined, known = cast(kept)
    told = bodies(kept)
    found = witnesses(kept, known, told)
    accounts = {reading.account.id: reading.account for reading in kept}
    heads, rest = by_place(utterances(found, usage(told, unquoted(kept, told), found)), accounts, told)
    groups = with_renderings(found, heads)
    texts = {name: account.text for name, account in accounts.items()}
    lines = [Line(*wording(group, texts), group.members) for group in groups]
    record = Record(
        id=digest("record", *sorted(texts)),
        title=title or _title(kept),
        readings=kept,
        cast=joined,
        wordings=tuple(line.wording for line in lines),
        positions=issues(kept),
        timeline=timeline(kept),
        left_out=tuple(sorted({*left_out, *named})),
        copies=copies(told),
    )
    carried = {witness.order for line in lines for witness in line.members}
    alone = [*(witness for witness in found if witness.order not in carried), *rest]
    return msgspec.structs.replace(record, findings=tuple(findings(record, told, lines, alone)))


def _once(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], list[LeftOut]]:
    """The readings in order, each account once, and what is to be said of the others."""
    kept: dict[str, Reading] = {}
    left: list[LeftOut] = []
    for reading in sorted(readings, key=_order):
        account = reading.account
        if account.id in kept:
            left.append(LeftOut(account.url, f"the same account as {kept[account.id].account.url}"))
            continue
        kept[account.id] = reading
        if not account.complete:
            left.append(LeftOut(account.url, account.incomplete_because or "not read whole"))
    return tuple(kept.values()), left


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
