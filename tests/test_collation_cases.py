"""The cases of tests/cases/collation.md: witnesses in, the apparatus of an editor out, in any order of the accounts."""

import itertools
from pathlib import Path

import pytest

from onrecord.codec import encode
from onrecord.collation import collate
from onrecord.text.keys import digest
from onrecord.types import Account, Block, Origin, Reading, Record, Span, Statement, Variant
from quality.casefiles import Section, sections

CASES = sections(Path(__file__).parent / "cases" / "collation.md")


def parsed(case: Section) -> tuple[dict[str, list[str]], list[str]]:
    """The quotations of each witness, and the lines of the apparatus."""
    quoted: dict[str, list[str]] = {}
    for row in case.tables[0]:
        quoted.setdefault(row["witness"], []).append(row["words"])
    apparatus = [row for table in case.tables[1:] for row in table]
    return quoted, [f"{row['witness']}: {row['lemma']}] {row['reading']}" for row in apparatus]


def reading(name: str, quotations: list[str]) -> Reading:
    text, spans = "", []
    for quotation in quotations:
        spans.append(Span(name, len(text) + 1, len(text) + 1 + len(quotation)))
        text += f"“{quotation}”\n"
    statements = tuple(
        Statement(id=digest(s.account, s.start), form="direct", content=(s,), rule="test") for s in spans
    )
    blocks = (Block("body", Span(name, 0, len(text)), Origin(0, len(text))),)
    account = Account(id=name, url=name, text=text, blocks=blocks, encoding="utf-8", sha256=name)
    return Reading(account, statements=statements)


def printed(record: Record, variant: Variant) -> str:
    """One line of the apparatus, in the form of the cases."""
    accounts = {r.account.id: r.account for r in record.readings}
    witness = next(r.account.id for r in record.readings for s in r.statements if s.id == variant.witness)
    reading = accounts[variant.reading.account].cut(variant.reading) if variant.reading else "om."
    at = variant.base or variant.after
    lemma = accounts[at.account].cut(at) if at else "^"
    reading = reading if variant.base else f"+ {reading}"
    moved = " (moved)" if variant.moved else ""
    alters = f" ({', '.join(variant.alters)})" if variant.alters else ""
    return f"{witness}: {lemma}] {reading}{moved}{alters}"


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_the_apparatus_is_the_editors(case):
    quoted, apparatus = parsed(case)
    readings = [reading(name, quotations) for name, quotations in quoted.items()]
    record = collate(readings)
    assert [len(w.witnesses) for w in record.wordings] == [sum(map(len, quoted.values()))]
    assert sorted(printed(record, v) for w in record.wordings for v in w.variants) == sorted(apparatus)
    for order in itertools.permutations(readings):
        assert encode(collate(order)) == encode(record)
