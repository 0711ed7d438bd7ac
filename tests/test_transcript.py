"""Transcripts and interviews: the words behind a label are the turn of the one it names."""

import time

import pytest

from onrecord.readings import read
from onrecord.readings.attribution.transcript import find_turns
from test_merge import account


def turns(*paragraphs):
    """(label, cue, words) of each turn."""
    text = "\n\n".join(paragraphs)
    places, at = [], 0
    for paragraph in paragraphs:
        places.append((at, at + len(paragraph)))
        at += len(paragraph) + 2
    cut = lambda place: text[slice(*place)]  # noqa: E731
    return [(cut(t.label), cut(t.cue), [cut(place) for place in t.content]) for t in find_turns(text, places)]


def test_a_hearing_with_stage_directions_and_a_turn_of_two_paragraphs():
    found = turns(
        "The hearing began at ten.",
        "SEN. ORRIN: Thank you all for coming. (Laughter.) We will be brief.",
        "MR. DAHL: The gates were shut at noon.",
        "(Applause.)",
        "I told them “open the gates,” and they did not.",
        "SEN. ORRIN: Who shut them?",
        "MR. DAHL: The company says it was [crosstalk] the wind.",
        "The hearing went on until five.",
    )
    assert found == [
        ("SEN. ORRIN", ":", ["Thank you all for coming.", "We will be brief."]),
        ("MR. DAHL", ":", ["The gates were shut at noon.", "I told them “open the gates,” and they did not."]),
        ("SEN. ORRIN", ":", ["Who shut them?"]),
        ("MR. DAHL", ":", ["The company says it was", "the wind."]),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Q:", "A:"),
        ("Q.", "A."),
        ("ORRIN:", "DAHL:"),
        ("**Reporter:**", "**President Orrin:**"),
        ("QUESTION:", "THE MAYOR:"),
        ("Speaker 1:", "Speaker 2:"),
        ("[00:01:10] ORRIN:", "[00:01:20] DAHL:"),
        ("JANE ORRIN, HOST:", "RUUD DAHL (BYLINE):"),
        ("Q\u00a0", "THE PRESIDENT:"),
        ("MS. VELD:", "DIRECTOR ORRIN:"),
        ("RUTH VELD:", "JOHN MAY:"),
        ("April Dahl:", "Jean Price:"),
        ("EDITOR DAHL:", "DORIS DAY:"),
    ],
)
def test_labels_of_many_kinds(first, second):
    found = turns(f"{first} Who shut the gates?", f"{second} It was the wind.", f"{first} And the ledgers?")
    assert [words for *_, words in found] == [["Who shut the gates?"], ["It was the wind."], ["And the ledgers?"]]


@pytest.mark.parametrize("head", ["PHOTO:", "READ MORE:", "DIRECTOR:", "MARCH 3:", "RUUD DAHL:"])
def test_what_begins_like_a_label_and_is_none_ends_the_turn(head):
    found = turns(
        "ORRIN: Who shut the gates?",
        "VIK: It was the wind.",
        f"{head} the old gate",
        "At noon.",
        "ORRIN: And the ledgers?",
    )
    assert [words for *_, words in found] == [["Who shut the gates?"], ["It was the wind."], ["And the ledgers?"]]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["Date: 3 March it was.", "Place: The old harbour hall.", "Date: 4 March it was.", "Place: The new hall."],
        ["Photo: Ana Orrin at the old gate.", "Read more: The gates stay open.", "Photo: Ruud Dahl at the new gate."],
        ["Orrin: 45 percent.", "Dahl: 41 percent.", "Orrin: 44 percent.", "Dahl: 42 percent."],
        ["Ana Orrin said: “We will go.”", "Ruud Dahl said: “We will stay.”", "Ana Orrin said: “Then go.”"],
        ["The mayor had one message: Stay home.", "It ended: Nobody stayed.", "The mayor had one message: Go."],
        ["Winner: The harbour was full.", "Loser: The gates were shut.", "Winner: The fishermen came back."],
        ["ORRIN: We will go.", "DAHL: We will stay."],
        [
            "Director: Ana Orrin of Tovria.",
            "Cast: Ruud Dahl and others.",
            "Director: Jo Menn of Belmara.",
            "Cast: Many.",
        ],
        ["ORRIN: We will go.", "ORRIN: We will stay.", "ORRIN: We will see."],
        [
            "MARCH 3: The gates are shut.",
            "EARLY MAY: They are open.",
            "MARCH 3: They are shut.",
            "EARLY MAY: Open now.",
        ],
        [
            "WINNERS AND LOSERS: The list is out.",
            "DATE: It is the third.",
            "WINNERS AND LOSERS: It is.",
            "DATE: It is.",
        ],
        ["Harbour: Gates, ships", "Market: Fish, salt", "Harbour: Ropes, tar", "Market: Oil, corn"],
    ],
)
def test_lists_and_prose_are_no_transcripts(paragraphs):
    assert turns(*paragraphs) == []


def test_a_turn_is_a_direct_statement_of_the_one_the_label_names():
    reading = read(
        account(
            "Ruud Dahl, the harbour master, met Senator Ana Orrin.",
            "Orrin: Who shut the gates?",
            "Dahl: My deputy told me, “The wind shut them.” I believe him.",
            "Orrin: We shall see.",
        )
    )
    names = {actor.id: actor.name for actor in reading.cast}
    said = [s for s in reading.statements if s.rule.startswith("transcript-turn")]
    assert [(names.get(s.speaker), s.form) for s in said] == [
        ("Ana Orrin", "direct"),
        ("Ruud Dahl", "direct"),
        ("Ana Orrin", "direct"),
    ]
    assert all(reading.account.cut(s.cue) == ":" for s in said)
    own = "The wind shut them."
    holders = {s.speaker for s in reading.statements if own in map(reading.account.cut, s.content)}
    assert said[1].speaker not in holders


def test_who_asks_and_who_answers_has_no_name():
    reading = read(account("Q: Who shut the gates?", "A: It was the wind.", "Q: And the ledgers?"))
    assert [s.speaker for s in reading.statements] == [None, None, None]
    assert [reading.account.cut(s.source) for s in reading.statements] == ["Q", "A", "Q"]


def test_who_asks_without_a_name_is_no_speaker():
    reading = read(
        account(
            "MS. VELD: Thank you all for coming.",
            "QUESTION: Will you open the gates?",
            "MS. VELD: We will open them at noon.",
            "REPORTER 2: And who shut them?",
            "MS. VELD: It was the wind.",
            "UNIDENTIFIED MALE: It was not.",
        )
    )
    assert [bool(s.speaker) for s in reading.statements] == [True, False, True, False, True, False]


def test_labels_make_persons_and_no_bodies():
    reading = read(
        account(
            "SEC. VELD: Good morning to you all.",
            "QUESTION: Who shut the gates?",
            "SEC. VELD: It was the wind, I think.",
            "QUESTION: And the ledgers?",
            "MR. ORRIN: They were lost.",
            "ANSWER: They were not.",
        )
    )
    assert {(actor.name, actor.kind) for actor in reading.cast} == {("SEC. VELD", "person"), ("MR. ORRIN", "person")}


@pytest.mark.parametrize("piece", ["A B: c.\n", "Q ", "A ", "A, ", "(", "A:\n", "[laugh", "A.\u00a0", ": "])
def test_time_grows_with_the_length(piece):
    def seconds(count):
        text = piece * count
        begun = time.process_time()
        find_turns(text, [(0, len(text))])
        return time.process_time() - begun

    seconds(200)
    assert min(seconds(20_000) / max(seconds(10_000), 1e-3) for _ in range(3)) < 2.8
