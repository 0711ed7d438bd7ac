"""Who speaks where the account says "it" or "they", joins several in one source, or leaves a person without a name."""

import pytest

from onrecord.readings import read
from onrecord.readings.statements.repeats import with_repeats
from onrecord.types import Span, Statement
from test_cast import account


def speakers(text: str) -> list[list[str | None]]:
    """For each quotation the names of all who speak."""
    reading = read(account(text))
    names = {actor.id: actor.name for actor in reading.cast}
    found = [s for s in reading.statements if s.form != "indirect"]
    return [[names.get(s.speaker or ""), *(names[other] for other in s.joint)] for s in found]


TOGETHER = [
    ("two names", "“We will build the lock in the spring,” Ana Orrin and Robert Hale said.", ["Ana Orrin", "Robert Hale"]),
    ("with what they are",
     "“We will build the lock in the spring,” said Senators Ana Orrin of Ohio, the chairwoman of the panel, and "
     "Robert Hale of Maine.",
     ["Ana Orrin", "Robert Hale"]),
    ("three", "“We will build the lock,” Mayor Ana Orrin, Robert Hale and Dario Menn wrote in a letter.",
     ["Ana Orrin", "Robert Hale", "Dario Menn"]),
    ("people without a name first",
     "Three harbour officials and Mayor Ana Orrin said the lock was “older than the town.”", ["Three harbour officials", (
         "Ana Orrin"
     )]),
    ("his lawyer", "Robert Hale and his lawyer, Dario Menn, said the charge was “a heap of rumours.”", ["Robert Hale", (
        "Dario Menn"
    )]),
    ("not those in what explains the first",
     "“We will build the lock,” said Ana Orrin, who served under Robert Hale and Dario Menn.", ["Ana Orrin"]),
    ("not those whose campaigns speak", "“We will build the lock,” an aide to the Hale and Orrin campaigns said.",
     ["aide to the Hale and Orrin campaigns"]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "names"), TOGETHER, ids=[case for case, *_ in TOGETHER])
def test_all_whom_a_source_joins_speak(case: str, text: str, names: list[str]) -> None:
    assert speakers(text) == [names]


THEY = [
    ("the body that acted in the sentence before",
     "The Northern Ferry Company have twice denied it. “At no point did we close the gate,” they said in a statement.",
     ["Northern Ferry Company"]),
    ("not a body that is only spoken of",
     "Five senators urged Robert Hale to leave the Senate. “His stay serves nobody,” they wrote.", ["Five senators"]),
    ("people with a clause of their own",
     "Some councillors who pushed the plan through the Assembly are now calling for a halt, but they cite “wrong "
     "numbers” for it.",
     ["councillors"]),
    ("two persons named together",
     "On Friday, Mr. Hale and Ms. Orrin released a letter about the Harbour Board. “The lock was shut by night,” "
     "they said. "
     "They added that “nobody was told.”", ["Hale", "Orrin"]),
    ("nobody where nothing fits",
     "The house stood in the rain. As they say about such weather, “the roof will tell you in the morning.”", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "names"), THEY, ids=[case for case, *_ in THEY])
def test_they_are_the_subject_of_the_clauses_before(case: str, text: str, names: list[str | None]) -> None:
    found = speakers(text)
    assert found
    assert all(one == names for one in found)


def test_it_is_nobody_behind_a_study() -> None:
    text = (
        "The study was made at the Harbour School of Shipping. The lock “has become an ornament,” says the study. "
        "It adds: “Nobody has asked the ferries what they need of it.”"
    )
    assert speakers(text)[-1] == [None]


ONE = [
    ("a man without a name is not the doctor",
     "A man of 43 came to the surgery of Dr. Owen Hale. Hale looked at his lungs and asked about the pillows.\n\n"
     "“I was well again in a month,” the man wrote.", ["man"]),
    ("a senator of somewhere is the only senator spoken of",
     "Sen. Ana Orrin met Robert Hale in the hall. The senator from Vermont called the toll “a tax on the tide.”", [(
         "Ana Orrin"
     )]),
    ("who is the role before the comma",
     "Rep. Robert Hale came late. Then the congressman, who called the evening “a success of sorts,” went home.", [(
         "Robert Hale"
     )]),
    ("what others call a thing", "Mayor Ana Orrin spoke of what officials called “the blind corner” of the harbour.", [(
        "officials"
    )]),
    ("a body behind its description",
     "The company that runs the Tide Awards, Dahl Productions, denies it. “Nothing is agreed,” the company said.", [(
         "Dahl Productions"
     )]),
    ("a body by another form of a word of its name",
     "Big Anchor Records and Dahl Productions met. “We agreed to nothing,” the production company said.", [(
         "Dahl Productions"
     )]),
    ("a resolution is theirs who adopted it",
     "The Harbour League adopted a resolution on Monday despite claims from the Anglers that it was too late. The "
     "resolution called the "
     "toll “a tax on the tide.”", ["Harbour League"]),
    ("a report is its who printed it in its report",
     "Ferryline counted the boats in March. The Harbour League also counted gulls in its yearly report, as before.\n\n"
     "“There are fewer than ever,” the report read.", ["Harbour League"]),
    ("of a couple named together neither by the surname alone",
     "Ana and Robert Hale paid their taxes on Friday.\n\n“We have come a long way,” Hale said.\n\nIn May, Ana Hale "
     "sold the boat.", [None]),
    ("by the surname alone nobody who came in as another's kin",
     "Robert Hale Jr. pleaded guilty. His wife, Ana Hale, stood beside his father, the Rev. Robert Hale.\n\n“I have "
     "no excuse,” Hale said.",
     ["Robert Hale Jr."]),
    ("a text from somebody that says",
     "The office had a text from her husband, Robert Hale that said, “She has nothing to do with the lock.”", [(
         "Robert Hale"
     )]),
    ("a person without a name before who",
     "The board heard four officials, including a young officer who described the toll as “a tax on the tide.”", [(
         "young officer"
     )]),
    ("an agency that is a department",
     "We wrote to the Department of Harbours on Monday. “The gates are shut,” the agency said.", [(
         "Department of Harbours"
     )]),
    ("the one whose faith the sentence opens with",
     "Sen. Robert Hale won most of the towns, and Dario Menn left the race. Menn’s faith has played a part in his "
     "life. He wrote in a "
     "book of his work as a pastor.\n\n“I sat with them at night,” he wrote.", ["Dario Menn"]),
    ("not the one whose lawyer it opens with",
     "Robert Hale is ill. Hale’s lawyer, Dario Menn, said it was “a cold.” “He will be back,” he said.", ["Dario Menn"]),
    ("what somebody is brings in nobody else", "Robert Hale is an engineer. “I will go home now,” the engineer said.", [(
        "Robert Hale"
    )]),
    ("she and one who is named", (
        "Robert Hale met the board. Mayor Ana Orrin came late. She and Robert Hale called it “a tax on the tide.”"
    ),
     ["Ana Orrin", "Robert Hale"]),
    ("of three who are named together no two", "Robert Hale, Ana Orrin and Dario Menn met. “We go home now,” they said.", [None]),
    ("she and others", "Mayor Ana Orrin came late. She and other pilots called the toll “a tax on the tide.”", [(
        "Ana Orrin"
    )]),
]  # fmt: skip


@pytest.mark.parametrize(("case", "text", "names"), ONE, ids=[case for case, *_ in ONE])
def test_a_speaker_is_not_the_nearest_name(case: str, text: str, names: list[str | None]) -> None:
    assert speakers(text)[-1] == names


def test_quotations_stand_below_the_line_that_names_their_speaker() -> None:
    text = (
        "We asked three keepers what they hope for.\n\nAna Orrin, keeper of the northern light:\n\n"
        "“I hope for a calm winter, and for a new lamp that does not go out whenever the wind turns.\n\n"
        "“And I hope that the ferry will stop here again, as it did when I was a child.”\n\n"
        "Robert Hale, keeper of the southern light:\n\n“I hope for nothing but a little more rain in the cistern.”"
    )
    assert [names for names in speakers(text) if names] == [["Ana Orrin"], ["Robert Hale"]]


def test_words_that_two_persons_say_stay_with_each() -> None:
    text = (
        "Mayor Ana Orrin answered with a statement:\n\n“We will never build the lock in this harbour.”\n\n"
        "The council met later. “We will never build the lock in this harbour,” Robert Hale repeated in the hall."
    )
    assert speakers(text) == [["Ana Orrin"], ["Robert Hale"]]


def test_words_printed_twice_have_the_speaker_who_stands_in_their_paragraph() -> None:
    def statement(number: int, content: tuple[int, int], source: int | None) -> Statement:
        span = Span("a", source, source + 3) if source is not None else None
        return Statement(
            id=str(number),
            form="direct",
            content=(Span("a", *content),),
            source=span,
            speaker=span and "x",
            rule="clause/name",
        )

    text = "one two three four five six Ana\none two three four five six"
    inside = statement(0, (0, 27), 28)
    alone = statement(1, (32, len(text)), None)
    found = list(with_repeats(text, [(0, 31), (32, len(text))], [inside, alone]))
    assert [s.speaker for s in found] == ["x", "x"]
    assert found[1].rule == "clause/repeated words"
    apart = list(with_repeats(text, [(0, 27), (28, 31), (32, len(text))], [inside, alone]))
    assert [s.speaker for s in apart] == ["x", None]


NAMES = [
    ("“We go,” NASA Administrator Jim Hale said. NASA waited.", "Jim Hale", "person"),
    ("Singer-guitarists Tom Hale and Ana Orrin came. “We go,” Hale said.", "Tom Hale", "person"),
    ("“We go,” said the former envoy to Norway Robert Hale.", "Robert Hale", "person"),
    ("“We go,” another witness, the former harbour adviser Fiona Hill, said.", "Fiona Hill", "person"),
    ("“We go,” Harbour County Recorder Helen Dahl said.", "Helen Dahl", "person"),
    (
        "Hale’s albums were sold through Big Anchor, which was bought in May. Big Anchor have denied it.",
        "Big Anchor",
        "organisation",
    ),
]


@pytest.mark.parametrize(("text", "name", "kind"), NAMES)
def test_a_name_is_without_what_its_bearer_is(text: str, name: str, kind: str) -> None:
    assert {actor.name: actor.kind for actor in read(account(text)).cast}[name] == kind
