"""Holds what onrecord makes of several accounts together against what a careful reader finds in them.

Each function returns the misses, like those of `compare`.
"""

from collections.abc import Callable, Iterator

from cases import Case, Witness
from compare import Place, overlap, place, spans, trimmed, within
from onrecord.types import Finding, Reading, Record, Span, Wording


def reading_of(record: Record, name: str) -> Reading:
    """The reading of the account whose file is named `name...`."""
    found = [r for r in record.readings if r.account.url.rsplit("/", 1)[-1].startswith(name)]
    if len(found) != 1:
        raise LookupError(f"{name!r}: {[r.account.url for r in record.readings]}")
    return found[0]


def statements_with(record: Record, account: str, cell: str) -> set[str]:
    """Ids of the statements of an account in whose content the words of a cell stand."""
    reading = reading_of(record, account)
    text = reading.account.text
    at = trimmed(text, place(reading.account, cell))
    return {s.id for s in reading.statements if any(within(at, trimmed(text, c)) for c in spans(s.content))}


def in_wording(record: Record, row: Witness, wording: Wording) -> bool:
    return bool(statements_with(record, row.account, row.words) & set(wording.witnesses))


def utterances(record: Record, case: Case) -> Iterator[str]:
    """Words that were not brought together with the same utterance in another account."""
    for no in dict.fromkeys(row.no for row in case.utterances):
        rows = [row for row in case.utterances if row.no == no and row.sure == "yes"]
        joined = [[row for row in rows if in_wording(record, row, wording)] for wording in record.wordings]
        best = max(joined, key=len, default=[])
        for row in rows if len(rows) > 1 else ():
            if row not in best:
                yield f"utterance {no}: {row.account}: {row.words!r}: not with the others"


def alone(record: Record, case: Case) -> Iterator[str]:
    """Words of one account only that were taken for an utterance of another account too."""
    for row in case.alone:
        own = statements_with(record, row.account, row.words)
        same_account = {s.id for s in reading_of(record, row.account).statements}
        for wording in record.wordings:
            if own & set(wording.witnesses) and set(wording.witnesses) - same_account:
                yield f"{row.account}: {row.words!r}: in the wording of {wording.witnesses}"


def variants(record: Record, case: Case) -> Iterator[str]:
    """Places where the wordings depart from one another that were not shown as variants."""
    for row in case.variants:
        sides = [
            (reading_of(record, name).account, cell)
            for name, cell in ((row.account, row.words), (row.other, row.instead))
        ]
        at = {account.id: place(account, cell) for account, cell in sides}
        pairs = [(v.base, v.reading) for wording in record.wordings for v in wording.variants]
        if not any(departs(base, reading, at) for base, reading in pairs):
            yield f"utterance {row.no}: {row.words!r} in {row.account}, {row.instead!r} in {row.other}: not shown"


def departs(base: Span | None, reading: Span | None, at: dict[str, Place]) -> bool:
    """Whether each side of a variant stands at the place of its account; one of the sides may be no words."""
    given = [span for span in (base, reading) if span is not None]
    return {span.account for span in given} <= set(at) and all(overlap(at[s.account], (s.start, s.end)) for s in given)


def differ(record: Record, case: Case) -> Iterator[str]:
    """Differences between the accounts that no finding shows."""
    for no in dict.fromkeys(row.no for row in case.differ):
        rows = [row for row in case.differ if row.no == no]
        at = []
        for row in rows:
            account = reading_of(record, row.account).account
            at.append((account.id, place(account, row.words)))
        if not any(shows(f, rows[0].about, at) for f in record.findings):
            yield f"difference {no}: {rows[0].about}: {[(row.account, row.words) for row in rows]}: not found"


def shows(finding: Finding, about: str, at: list[tuple[str, Place]]) -> bool:
    """Whether a finding says that the accounts differ here, with all of the places as its evidence."""
    return (
        finding.relation == "differs"
        and finding.about == about
        and all(
            any(span.account == account and overlap(where, (span.start, span.end)) for span in finding.evidence)
            for account, where in at
        )
    )


CHECKS: dict[str, Callable[[Record, Case], Iterator[str]]] = {
    "every utterance of several accounts is brought together": utterances,
    "what one account alone carries is joined to nothing": alone,
    "where the wordings depart is shown": variants,
    "where the accounts differ is found": differ,
}
