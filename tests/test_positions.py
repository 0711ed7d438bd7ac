"""Positions, as tests/cases/positions.md has them; and what holds of any text."""

import itertools
import time
from pathlib import Path

import msgspec
import pytest

from onrecord.collation import collate
from onrecord.exports.bargain import bargain
from onrecord.exports.index import index
from onrecord.readings import read
from onrecord.readings.positions import find_frames
from onrecord.readings.positions.acts import NOUNS, PLOVER, VERBS
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.frames import Frame
from onrecord.readings.positions.inflection import forms
from onrecord.readings.positions.polarity import with_polarity
from onrecord.types import Account, Block, Origin, Span
from quality.casefiles import sections

FOLDER = Path(__file__).parent / "cases"
CASES = FOLDER / "positions.md"


def account(text):
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("body", Span("a", at, at + len(paragraph)), Origin(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Account(id="a", url="a", text=text, blocks=tuple(blocks), encoding="utf-8", sha256="a")


def cases():
    for name in ("positions.md", "positions-forms.md"):
        for section in sections(FOLDER / name):
            rows = [tuple(cell or "-" for cell in row.values()) for row in section.rows]
            yield pytest.param(section.text, [(*row, "-")[:6] for row in rows], id=section.title)


def found(reading):
    names = {actor.id: actor.name for actor in reading.cast} | {None: "-"}
    cut = reading.account.cut
    return [
        (
            p.act,
            names[p.holder],
            names[p.toward],
            " ".join(cut(span) for span in p.content),
            cut(p.condition) if p.condition else "-",
            p.modality.replace("plain", "-"),
        )
        for p in reading.positions
    ]


@pytest.mark.parametrize(("text", "rows"), list(cases()))
def test_of_a_text(text, rows):
    assert found(read(account(text))) == rows


def test_denied_is_negated_and_reported_offers_are_not():
    denied, offered = read(account("Belmara denied that it had demanded a share. Tovria offered a loan.")).positions
    assert denied.negated
    assert not offered.negated


def test_a_position_names_its_statement():
    reading = read(account("“We will not sign the lease,” Minister Leonor Vasques said."))
    assert [p.statement for p in reading.positions] == [s.id for s in reading.statements]


def test_comments_and_chrome_hold_no_position():
    text = "Belmara demanded a share of the dam."
    one = account(text)
    for kind in ("comment", "chrome", "headline", "caption"):
        other = Account(
            id="a",
            url="a",
            text=text,
            blocks=(Block(kind, one.blocks[0].span, one.blocks[0].origin),),
            encoding="utf-8",
            sha256="a",
        )
        assert not read(other).positions


def test_a_condition_stands_apart_from_its_content():
    text = "\n\n".join(section.text for section in sections(CASES))
    reading = read(account(text))
    assert len(reading.positions) > 20
    for position in reading.positions:
        spans = sorted([*position.content, *([position.condition] if position.condition else [])])
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans)), found(reading)
    assert len({p.id for p in reading.positions}) == len(reading.positions)


def test_every_act_has_its_name_in_plover():
    assert {cue.act for cues in [*VERBS.values(), *NOUNS.values()] for cue in cues} == set(PLOVER)


HOSTILE = (
    "they will not demand that ",
    "offer ",
    "the demand for ",
    "refused to sign, and ",
    "neither the union nor ",
    "would sign, the ",
    "Kim demanded A, ",
    "“we want ",
    "asked the party the ",
    "a, b or ",
    "who said that he ",
    "Ng ",
    "( ",
    "if the ",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(count):
        text, best = unit * count, float("inf")
        for _ in range(3):
            begun = time.process_time()
            list(find_frames(Sentence(text, 0, len(text), [])))
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(2000) < 2.6**2 * max(seconds(500), 0.01)


def test_a_hedged_and_a_denied_act_are_marked():
    (hedged,) = read(account("Belmara is reportedly demanding that Tovria open the gate.")).positions
    (denied,) = read(account("Tovria denied that it had offered to open the gate.")).positions
    assert (hedged.modality, denied.modality) == ("hedged", "denied")


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("urge", "urge urges urged urging"),
        ("press", "press presses pressed pressing"),
        ("deny", "deny denies denied denying"),
        ("agree", "agree agrees agreed agreeing"),
        ("commit+t", "commit commits committed committing"),
        ("seek:sought", "seek seeks sought seeking"),
        ("go:went:gone", "go goes went gone going"),
    ],
)
def test_the_forms_of_a_verb(verb, expected):
    assert forms(verb) == tuple(expected.split())


def test_each_position_has_its_plover_name():
    text = "Norway urged Sweden to open the gate. Sweden hopes the gate will hold."
    assert [(p.act, p.plover) for p in read(account(text)).positions] == [("demand", "REQUEST"), ("hope", None)]


SIDED = """Norway’s foreign minister, Leonor Vasques, rejected the loan. Norway asked Sweden to open the gate.

The Swedish water minister, Radim Solcek, refused to sell the dam.

Republicans met on Monday. “We will not pay the toll,” said Representative Hanne Lindqvist, R-Ohio. Republicans were divided."""


def test_a_holder_speaks_for_the_side_that_the_account_names():
    reading = read(account(SIDED))
    names = {actor.id: actor.name for actor in reading.cast} | {None: None}
    sides = {(names[p.holder], names[p.side]) for p in reading.positions}
    assert sides == {
        ("Leonor Vasques", "Norway"),
        ("Norway", None),
        ("Radim Solcek", "Sweden"),
        ("Hanne Lindqvist", "Republicans"),
    }


def test_what_is_told_again_is_kept_beside_what_is_told_in_full():
    text = "Norway demanded a share of the dam and a seat on its board. Norway demanded a share of the dam."
    (position,) = read(account(text)).positions
    assert [text[span.start : span.end] for span in position.repeated] == ["a share of the dam"]


def test_a_new_condition_makes_a_new_position():
    text = "Norway offered two rest days. Norway offered two rest days in exchange for an end to the strike."
    assert [bool(p.condition) for p in read(account(text)).positions] == [True]
    text = "Norway offered two rest days if the gate opens. Norway offered two rest days if the strike ends."
    assert len(read(account(text)).positions) == 2


EXCHANGE = """Norway demanded a longer lease in exchange for the closure of the lower gate.

Sweden insisted on the closure of every gate. Sweden rejected a longer lease."""


def test_what_is_given_in_exchange_stands_in_the_row_it_is_about():
    table = bargain(index(collate([read(account(EXCHANGE))])))
    rows = {
        matter.name.text: {(s.side, s.act, s.content[0].text) for cell in matter.cells for s in cell}
        for matter in table.matters
    }
    assert ("Norway", "offer", "the closure of the lower gate") in rows["the closure of every gate"]
    assert ("Norway", "demand", "a longer lease") in rows["a longer lease"]


def test_speakers_stand_under_the_side_they_speak_for():
    table = bargain(index(collate([read(account(SIDED))])))
    assert {"Norway", "Sweden"} <= set(table.sides)
    assert "Leonor Vasques" not in table.sides


def holders(reading):
    names = {actor.id: actor.name for actor in reading.cast}
    return [[names[holder] for holder in (p.holder, *p.joint)] for p in reading.positions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Japan and Canada pledged a loan.", ["Japan", "Canada"]),
        (
            "Belmara, Tovria and the Harbour Union demanded a recount.",
            ["Belmara", "Tovria", "Harbour Union"],
        ),
        ("Belmara, along with Tovria, demanded a recount.", ["Belmara", "Tovria"]),
        (
            "Leonor Vasques and Ilse Brandvold met. They demanded a recount.",
            ["Leonor Vasques", "Ilse Brandvold"],
        ),
        ("“We demand a recount,” Leonor Vasques and Ilse Brandvold said.", ["Leonor Vasques", "Ilse Brandvold"]),
        ("Members of the House and Senate demanded a recount.", ["Members of the House and Senate"]),
        ("Mayor Ilse Brandvold, the head of the council, demanded a recount.", ["Ilse Brandvold"]),
    ],
)
def test_joint_holders_hold_one_position_together(text, expected):
    assert holders(read(account(text))) == [expected]


def test_both_sides_are_the_two_that_are_known_and_else_nobody_known():
    known = (
        "Belmara demanded that Tovria open the gate. Tovria urged Belmara to pay its dues. On Friday both sides "
        "agreed to a truce."
    )
    assert holders(read(account(known)))[-1] == ["Belmara", "Tovria"]
    assert holders(read(account("The mediator said both sides had agreed to a truce."))) == [["both sides"]]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("In 2016 the company promised to keep the plant open.", "past"),
        ("The company last year offered to buy the mill.", "past"),
        ("The company demanded in 2011 that the mill be sold.", "past"),
        ("On Tuesday the company demanded that the mill be sold.", "plain"),
        ("The company promised to close the plant in 2016.", "plain"),  # what is dated is what it promised
    ],
)
def test_what_is_dated_long_before_is_past(text, modality):
    dated = msgspec.structs.replace(account(text), published="2019-05-15")
    assert [p.modality for p in read(dated).positions] == [modality]


def test_an_account_written_years_later_tells_of_the_days_it_dates():
    text = "The strike began on 3 May 2011. In May 2011 the company offered a bonus. In 2004 it promised a new mill."
    dated = msgspec.structs.replace(
        account(text.replace("it promised", "the company promised")), published="2019-05-15"
    )
    assert [p.modality for p in read(dated).positions] == ["plain", "past"]


def test_each_of_joint_holders_stands_in_its_own_column_and_the_past_counts_for_no_column():
    text = "Belmara and Tovria offered a loan. Norden had demanded a dam. Norden had sought a toll."
    reading = read(account(text))
    table = bargain(index(collate((reading,))))
    stakes = [s for matter in (*table.matters, *table.single) for cell in matter.cells for s in cell]
    assert {s.side for s in stakes if s.act == "offer"} == {"Belmara", "Tovria"}
    assert len({s.id for s in stakes}) == len(stakes)
    assert [s.modality for s in stakes if s.side == "Norden"] == ["past", "past"]
    assert table.sides[:2] == ("Belmara", "Tovria")


def test_what_is_asked_in_return_is_a_demand_of_whoever_offers():
    reading = read(account("Belmara offered a loan in exchange for an end to the toll."))
    table = bargain(index(collate((reading,))))
    stakes = [s for matter in (*table.matters, *table.single) for cell in matter.cells for s in cell]
    assert [(s.act, s.content[0].text, s.condition.text) for s in stakes] == [
        ("offer", "a loan", "in exchange for an end to the toll"),
        ("demand", "an end to the toll", "a loan"),
    ]


@pytest.mark.parametrize("opening", ["At no point", "Under no circumstances", "Never"])
def test_a_negation_that_stands_before_its_auxiliary_negates(opening):
    found = read(account(f"{opening} did the Harbour Union threaten to close the locks.")).positions
    assert [(one.act, one.negated) for one in found] == [("threaten", True)]


def test_a_word_like_it_that_negates_nothing_does_not():
    found = read(account("At that point the Harbour Union threatened to close the locks.")).positions
    assert [(one.act, one.negated) for one in found] == [("threaten", False)]


def told(text):
    """Each position as act, negated, holders, content and condition."""
    reading = read(account(text))
    names, cut = {actor.id: actor.name for actor in reading.cast}, reading.account.cut
    return [
        (
            p.act,
            p.negated,
            [names[one] for one in (p.holder, *p.joint) if one],
            cut(p.content[0]),
            cut(p.condition) if p.condition else None,
        )
        for p in reading.positions
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Neither Ilse Brandvold nor Leonor Vasques promised to pay.",
            ("promise", True, ["Ilse Brandvold", "Leonor Vasques"], "to pay"),
        ),
        ("Neither Belmara nor Tovria rejected the pact.", ("refuse", True, ["Belmara", "Tovria"], "the pact")),
        (
            "Neither Belmara, Tovria nor the Harbour Union accepted the plan.",
            ("refuse", False, ["Belmara", "Tovria", "Harbour Union"], "the plan"),
        ),
        (
            "Neither Belmara nor Tovria is willing to sign the pact.",
            ("refuse", False, ["Belmara", "Tovria"], "to sign the pact"),
        ),
        (
            "The plan was accepted by neither Belmara nor Tovria.",
            ("refuse", False, ["Belmara", "Tovria"], "The plan"),
        ),
        ("None of the pilots threatened to strike.", ("threaten", True, ["pilots"], "to strike")),
        ("Not even the Harbour Union offered a loan.", ("offer", True, ["Harbour Union"], "a loan")),
    ],
)
def test_a_subject_that_negates_is_heard(text, expected):
    assert [one[:4] for one in told(text)] == [expected]


@pytest.mark.parametrize(
    "subject",
    [
        "Neither side",
        "Not all members",
        "Not every company",
        "Not a single union",
        "Few members",
        "Very few of the pilots",
        "No union",
        "No one in the union",
        "Nobody",
        "Hardly any companies",
    ],
)
def test_where_it_is_unknown_who_does_not_there_is_no_position(subject):
    assert not told(f"{subject} offered to pay the fines.")


@pytest.mark.parametrize("subject", ["A few pilots", "No fewer than ten unions", "Members of the Garden Party"])
def test_a_subject_that_negates_nothing_leaves_its_position(subject):
    assert [one[:2] for one in told(f"{subject} offered to pay the fines.")] == [("offer", False)]


@pytest.mark.parametrize(
    ("text", "content", "condition"),
    [
        (
            "Leonor Vasques said that she would meet the envoy, Judge Tarn, on condition that the mill reopened.",
            "meet the envoy",
            "on condition that the mill reopened",
        ),
        (
            "Leonor Vasques said that she would sign the lease if the owner, Lantern Company, apologised.",
            "sign the lease",
            "if the owner, Lantern Company, apologised",
        ),
        (
            "Belmara offered to drain the basin, the largest on the river, in exchange for a loan.",
            "to drain the basin",
            "in exchange for a loan",
        ),
        (
            "Leonor Vasques said she would go to 12 percent only if the strike ended.",
            "go to 12 percent",
            "only if the strike ended",
        ),
        (
            "Leonor Vasques promised to sign the lease, Tovria agreed, until the union left.",
            "to sign the lease",
            None,  # of another clause
        ),
    ],
)
def test_a_condition_is_found_behind_an_apposition(text, content, condition):
    assert [one[3:] for one in told(text)] == [(content, condition)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Six people were held on Monday.\n\nLeonor Vasques and her deputy, Ilse Brandvold, said they would hold "
            "a vote.",
            ["Leonor Vasques", "Ilse Brandvold"],
        ),
        ("Leonor Vasques and Ilse Brandvold said he would hold a vote.", ["Leonor Vasques"]),
        (
            "Leonor Vasques and transport minister Ilse Brandvold promised to hold a vote.",
            ["Leonor Vasques", "Ilse Brandvold"],
        ),
    ],
)
def test_who_speak_together_hold_together(text, expected):
    assert [one[2] for one in told(text)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "An earlier version of this article said Belmara had offered a loan.",
        "Belmara offered a loan, a previous version of this report said.",
        "This story wrongly stated that Belmara refused to pay.",
    ],
)
def test_what_an_earlier_version_of_the_account_said_is_no_position(text):
    assert not told(text)


def test_what_a_correction_says_is_so_in_fact_and_what_a_bill_said_before_are_positions():
    text = "This story wrongly said that Belmara had demanded a share; Belmara offered a loan."
    assert [one[0] for one in told(text)] == ["offer"]
    assert [one[0] for one in told("Belmara rejected an earlier version of the bill.")] == ["refuse"]


def test_what_will_not_be_being_done_is_refused():
    assert told("“We will not be sending ferries,” Mayor Ilse Brandvold said.") == [
        ("refuse", False, ["Ilse Brandvold"], "sending ferries", None)
    ]
    assert not told("“We will not be commenting on ferries,” Mayor Ilse Brandvold said.")


@pytest.mark.parametrize("tellers", ["the mayor and two clerks", "officials and union leaders", "two clerks"])
def test_content_ends_before_who_says_so(tellers):
    found = told(f"Belmara agreed to sign a pact made three days earlier, {tellers} said.")
    assert [one[3] for one in found] == ["to sign a pact made three days earlier"]


def test_a_holder_who_stands_in_the_next_sentence_negates_nothing():
    text = "They called for an inquiry. Nobody of the board has asked for one."
    sentence = Sentence(text, 0, 27, ())
    frame = Frame("demand", (5, 15), (28, 34), None, (16, 26), None, "demand")
    assert with_polarity(sentence, frame) == frame
