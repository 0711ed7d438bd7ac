"""Who is none of those a source names, whose a document is, which body a bare "the union" is, and how a role ends."""

import pytest

from onrecord.readings import read
from onrecord.readings.attribution.documents import with_document
from onrecord.types import Reading
from test_cast import account


def told(text: str) -> list[tuple[list[str | None], str | None]]:
    """For each statement the names of all who speak, and the words that deny it."""
    reading = read(account(text))
    names = {actor.id: actor.name for actor in reading.cast}
    return [
        ([names.get(s.speaker or ""), *(names[other] for other in s.joint)], _cut(reading, s.negation))
        for s in reading.statements
    ]


def _cut(reading: Reading, span: object) -> str | None:
    return reading.account.cut(span) if span else None  # type: ignore[arg-type]


NOBODY = [
    ("None of the pilots said that the gate was shut.", "None"),
    ("Not all ferrymen said that they would wait.", "Not all"),
    ("Not everyone in the harbour said that the toll was fair.", "Not everyone"),
    ("Few captains said that they would wait.", "Few"),
    ("No captain said that the gate was shut.", "No"),
    ("Nobody said that the gate was shut.", "Nobody"),
    ("No one on the quay said that the gate was shut.", "No one"),
]


@pytest.mark.parametrize(("text", "negation"), NOBODY)
def test_who_is_none_of_them_is_no_actor_and_the_statement_is_denied(text: str, negation: str) -> None:
    assert told(text) == [([None], negation)]
    assert read(account(text)).cast == ()


def test_a_few_are_some() -> None:
    assert [negation for _, negation in told("A few captains said that they would wait.")] == [None]


def test_a_body_named_no_is_no_negation() -> None:
    assert [negation for _, negation in told("No Tolls said that the gate should stay open.")] == [None]


def test_neither_of_two_names_is_both_of_them_denied() -> None:
    text = "Neither Ana Orrin nor Robert Hale said that the gate was shut."
    assert told(text) == [(["Ana Orrin", "Robert Hale"], "Neither")]


def test_the_second_of_two_behind_what_he_is_speaks_too() -> None:
    text = (
        "Ana Orrin, the harbour master, came first. Robert Hale came later.\n\n"
        "Orrin and the transport minister, Robert Hale, said in a joint letter that they “fully share” the fear of "
        "the ferrymen."
    )
    reading = read(account(text))
    assert told(text)[-1][0] == ["Ana Orrin", "Robert Hale"]
    assert reading.statements[-1].form == "mixed"
    assert "fully share" in [reading.account.cut(span) for span in reading.statements[-1].content]


UNIONS = [
    ("who was only told", "Ana Orrin told Seawire on Friday that she was tired.\n\nThe union said that it would strike.", (
        "union"
    )),
    ("another sort of body", (
        "Northern Ferries said it was sorry. It had raised the fares.\n\nThe union said that it would strike."
    ),
     "union"),
    ("the one that it is", (
        "The Brotherhood of Pilots said it was sorry. It had met on Friday.\n\nThe union said that it would strike."
    ),
     "Brotherhood of Pilots"),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "name"), UNIONS, ids=[case for case, *_ in UNIONS])
def test_a_union_is_no_other_body(case: str, text: str, name: str) -> None:
    assert told(text)[-1][0] == [name]


def test_whoever_is_told_is_not_the_company() -> None:
    text = "Ana Orrin told Seawire on Friday that she was tired.\n\nThe company said that the fares would rise."
    assert told(text)[-1][0] == [None]


def test_a_document_is_its_issuers_and_not_of_whom_it_tells() -> None:
    text = (
        "Ana Orrin leads the pilots. Orrin never signed it, though a pamphlet printed by the authority says that she "
        "did."
    )
    reading = read(account(text))
    last = reading.statements[-1]
    assert told(text)[-1][0] == ["authority"]
    assert last.source
    assert reading.account.cut(last.source) == "a pamphlet printed by the authority"


def test_an_issuer_alone_is_widened_to_the_document() -> None:
    text = "Orrin is named in a yellow leaflet sent round by the council last week."
    start = text.index("the council")
    assert with_document(text, (start, start + 11)) == (text.index("a yellow"), start + 11)
    text = "She was met at the gate by the council."
    start = text.index("the council")
    assert with_document(text, (start, start + 11)) == (start, start + 11)


def roles(text: str) -> dict[str, list[str]]:
    reading = read(account(text))
    return {a.name: [reading.account.cut(r) for r in a.roles] for a in reading.cast if a.kind == "person"}


ROLES = [
    ("not over a full stop",
     "He thanked the Pilots' Brotherhood. Police spokesman Robert Hale said that the gate was shut.", {"Robert Hale": [(
         "Police spokesman"
     )]}),
    ("not behind the name over a full stop",
     "They had asked Robert Hale, a Tovrian. The mayor, who was tired, said no.", {"Robert Hale": []}),
    ("an abbreviation ends no sentence", "They met U.S. envoy Robert Hale.", {"Robert Hale": ["U.S. envoy"]}),
    ("of a body", "They met union leader Ana Orrin and police spokesman Robert Hale.",
     {"Ana Orrin": ["union leader"], "Robert Hale": ["police spokesman"]}),
    ("behind the name without an article", "“No,” said Ana Orrin, general secretary of the Pilots' Brotherhood.",
     {"Ana Orrin": ["general secretary of the Pilots' Brotherhood"]}),
    ("in capitals", "“No,” said Robert Hale, Chief Executive Officer of Halden Port Authority.",
     {"Robert Hale": ["Chief Executive Officer of Halden Port Authority"]}),
    ("not the title of the next", "“No,” said Ana Orrin, Minister of Labour Robert Hale, and three more.",
     {"Ana Orrin": [], "Robert Hale": ["Minister of Labour"]}),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "found"), ROLES, ids=[case for case, *_ in ROLES])
def test_a_role_is_whole_and_in_its_sentence(case: str, text: str, found: dict[str, list[str]]) -> None:
    assert roles(text) == found


def test_an_office_is_no_organisation_but_its_body_is_one() -> None:
    reading = read(
        account(
            "“No,” added Ana Orrin, Director of Communications. Robert Hale, Director of Halden Port Authority, left."
        )
    )
    assert [actor.name for actor in reading.cast if actor.kind == "organisation"] == ["Halden Port Authority"]


def test_patterns_are_linear_on_hostile_text() -> None:
    read(
        account(
            "Ana Hale, "
            + "General " * 3000
            + "of the the " * 300
            + "a leaflet sent out out " * 300
            + "by the union said so."
        )
    )
