"""What an account says was not said must nowhere stand as said."""

import pytest

from onrecord.collation import collate
from onrecord.readings import read
from onrecord.types import Account, Block, Origin, Span

WORDS = "We will not sell the two ferries to anyone"


def reading(name: str, text: str):
    block = Block("body", Span(name, 0, len(text)), Origin(0, len(text)))
    return read(
        Account(id=name, url=name, text=text, blocks=(block,), encoding="utf-8", sha256="0", published="2031-05-04")
    )


@pytest.fixture(scope="module")
def told():
    said = reading("a", f"The talks ended on Friday. “{WORDS},” Mayor Ana Orrin told reporters in the harbour.")
    denied = reading("b", f"The talks ended on Friday. Mayor Ana Orrin denied that she had said “{WORDS}.”")
    return said, denied


def test_a_denied_quotation_is_not_the_utterance_of_another_account(told):
    _, denied = told
    assert any(statement.negation for statement in denied.statements)
    for order in (told, told[::-1]):
        for wording in collate(list(order), []).wordings:
            kinds = {s.negation is None for r in told for s in r.statements if s.id in wording.witnesses}
            assert len(kinds) == 1


def test_a_position_in_a_denied_statement_is_denied(told):
    _, denied = told
    held = {s.id for s in denied.statements if s.negation}
    inside = [p for p in denied.positions if p.statement in held]
    assert inside
    assert {p.modality for p in inside} == {"denied"}
