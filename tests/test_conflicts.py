"""Numbers, days, places and an order of events that two accounts give otherwise, and what is no conflict."""

import itertools
import time

import pytest

from onrecord.codec import encode
from onrecord.collation import collate
from onrecord.types import Account, Block, Origin, Reading, Record, Span


def account(name: str, text: str, **fields: str) -> Reading:
    blocks = (Block("body", Span(name, 0, len(text)), Origin(0, len(text))),)
    return Reading(Account(id=name, url=name, text=text, blocks=blocks, encoding="utf-8", sha256=name, **fields))


def differing(record: Record) -> list[tuple[str, list[str]]]:
    texts = {reading.account.id: reading.account for reading in record.readings}
    found = [f for f in record.findings if f.relation == "differs"]
    return [(f.about, [texts[span.account].cut(span) for span in f.evidence]) for f in found]


SHOWN = [
    (
        "A bus fell into the Arle gorge. 9 people were hurt.",
        "The bus that fell into the Arle gorge left 12 travellers shaken. 12 people were wounded in the bus.",
        ("number", ["9 people were hurt", "12 people were wounded"]),
    ),
    (
        "The blast at the Arle quarry killed twenty-two miners on Monday.",
        "Thirty miners died in the blast at the Arle quarry.",
        ("number", ["killed twenty-two miners", "Thirty miners died"]),
    ),
    (
        "Guards of the Arle bank caught the thief in the vault on Monday night.",
        "Guards of the Arle bank caught the thief in the vault on Sunday night.",
        ("date", ["Monday", "Sunday"]),
    ),
    (
        "The two kings of the marshes signed the salt treaty in Arle under a linden tree.",
        "The two kings of the marshes signed the salt treaty in Borm under a linden tree.",
        ("place", ["Arle", "Borm"]),
    ),
    (
        "The guards locked the gate before the crowd reached the palace.",
        "The crowd reached the palace before the guards locked the gate.",
        (
            "order",
            [
                "The guards locked the gate before the crowd reached the palace.",
                "The crowd reached the palace before the guards locked the gate.",
            ],
        ),
    ),
]
NOT_SHOWN = [
    ("About a dozen people were hurt when the bus fell into the gorge.", (
        "The bus fell into the gorge. 12 people were wounded."
    )),
    ("At least 9 people were hurt when the bus fell into the gorge.", (
        "The bus fell into the gorge. 12 people were wounded."
    )),
    ("Two children were hurt when the bus fell into the gorge.", "The bus fell into the gorge. Five people were hurt."),
    ("Nine people were hurt and nine others were killed in the gorge.", "In 1987 four people were hurt in the gorge."),
    ("The guards locked the gate before the crowd reached the palace.", (
        "After the guards locked the gate, the crowd reached the palace."
    )),
    ("The guards locked the gate before the crowd reached the palace.", (
        "The crowd had not reached the palace before the guards locked the gate."
    )),
    ("The kings signed the salt treaty in Arle under a linden tree.", (
        "The kings signed the salt treaty in Borm, a mile from Arle, under a linden tree."
    )),
    ("The envoys signed the grain treaty in Paris after long talks about ports.", (
        "The envoys signed the grain treaty in France after long talks about ports."
    )),
    ("The king met the millers on Monday in the old hall.", "The king met the bakers on Tuesday in the old hall."),
]  # fmt: skip

SAME_NUMBERS = [
    ("Twenty-one", "21"),
    ("Twenty nine", "29"),
    ("Ninety-one", "91"),
    ("A hundred and five", "105"),
    ("Five thousand two hundred", "5,200"),
    ("Half a dozen", "Six"),
    ("Two dozen", "23"),
    ("Fewer than 20", "15"),
    ("No more than 20", "15"),
    ("Up to 50", "30"),
    ("As many as 50", "30"),
    ("More than 20", "35"),
    ("No fewer than 20", "35"),
    ("20 or more", "35"),
    ("10-20", "15"),
    ("Between 10 and 20", "15"),
    ("Ten to 20", "15"),
    ("About 95", "105"),
]
OTHER_NUMBERS = [
    ("Twenty-one", "29"),
    ("A hundred and five", "150"),
    ("Fewer than 20", "25"),
    ("More than 20", "15"),
    ("Up to 50", "70"),
    ("Between 10 and 20", "25"),
]
OF_PEOPLE = " people were killed when the storm hit the harbour of Arle."
OF_HOMES = " houses lost their power when the storm hit the harbour of Arle."


@pytest.mark.parametrize("of", [OF_PEOPLE, OF_HOMES])
@pytest.mark.parametrize(("one", "other"), SAME_NUMBERS)
def test_numbers_that_can_be_one_are_no_conflict(one, other, of):
    assert differing(collate([account("a", one + of), account("b", other + of)])) == []


@pytest.mark.parametrize(("one", "other"), OTHER_NUMBERS)
def test_numbers_that_cannot_be_one_are_a_conflict(one, other):
    assert [
        about for about, _ in differing(collate([account("a", one + OF_PEOPLE), account("b", other + OF_PEOPLE)]))
    ] == ["number"]


@pytest.mark.parametrize(
    ("one", "other"),
    [("1/2", "20"), ("1.2.3", "20"), ("2\u00b2", "20"), ("Not 12", "20"), ("Several hundred and five", "20")],
)
def test_what_is_no_plain_number_is_compared_with_none(one, other):
    assert differing(collate([account("a", one + OF_PEOPLE), account("b", other + OF_PEOPLE)])) == []


@pytest.mark.parametrize(
    ("one", "other", "conflict"), SHOWN, ids=[case[2][0] + str(at) for at, case in enumerate(SHOWN)]
)
def test_a_conflict_is_shown_with_both_evidences_in_any_order(one, other, conflict):
    readings = [account("a", one), account("b", other), account("c", "The mayor said nothing at all of it.")]
    record = collate(readings)
    assert differing(record) == [conflict]
    assert all(encode(collate(order)) == encode(record) for order in itertools.permutations(readings))


@pytest.mark.parametrize(("one", "other"), NOT_SHOWN)
def test_what_can_both_be_right_is_no_conflict(one, other):
    assert differing(collate([account("a", one), account("b", other)])) == []


def test_a_later_account_of_one_publisher_is_named_as_such():
    old = account("a", "The flood killed 14 people in the Arle valley.", publisher="The Lamp", published="2024-03-01")
    new = account("b", "The flood killed 17 people in the Arle valley.", publisher="The Lamp", published="2024-03-02")
    notes = [f.note for f in collate([old, new]).findings if f.relation == "differs"]
    assert len(notes) == 1
    assert "earlier and later accounts of one publisher" in notes[0]


@pytest.mark.parametrize("words", ["Seven men in Arle at Borm near Holm ", "Nine boats left In In "])
def test_time_grows_evenly_with_a_sentence_without_an_end(words):
    def seconds(times: int) -> float:
        readings = [account("a", "The fire took " + words * times), account("b", "A storm took " + words * times)]
        begun = time.process_time()
        collate(readings)
        return time.process_time() - begun

    assert seconds(4000) < 8 * max(seconds(1000), 0.02)


def test_the_search_for_conflicts_stays_near_linear():
    def seconds(sentences: int) -> float:
        text = " ".join(
            f"The crew{i} left the mill{i} before the fire{i} took {i} people in Arle." for i in range(sentences)
        )
        readings = [account(name, text) for name in "ab"]
        begun = time.process_time()
        collate(readings)
        return time.process_time() - begun

    assert seconds(1200) < 12 * max(seconds(300), 0.02)


def _record(*texts: str) -> Record:
    from onrecord.readings import read

    return collate([read(account(f"a{n}", text, published="2024-05-07").account) for n, text in enumerate(texts)])


def test_an_office_that_is_written_in_letters_is_the_same_office():
    same = _record("Lantern CEO Ana Orrin spoke to the crews.", "Lantern chief executive Ana Orrin spoke to the crews.")
    other = _record("Lantern CEO Ana Orrin spoke to the crews.", "Lantern spokeswoman Ana Orrin spoke to the crews.")
    assert [about for about, _ in differing(same) if about == "role"] == []
    assert [about for about, _ in differing(other) if about == "role"] == ["role"]


def test_a_day_that_a_speaker_names_is_no_day_of_the_account():
    own = _record("The old ferry to Selm sank on 3 May 2024.", "The old ferry to Selm sank on 4 May 2024.")
    quoted = _record(
        "The old ferry to Selm sank on 3 May 2024.",
        "“The old ferry to Selm sank on 4 May 2024,” Ana Orrin said.",
    )
    assert [about for about, _ in differing(own) if about == "date"] == ["date"]
    assert [about for about, _ in differing(quoted) if about == "date"] == []
