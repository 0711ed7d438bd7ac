"""Whose words they are where the account does not name the speaker: pronouns, roles, epithets, documents, bodies."""

import pytest

from onrecord.readings import read
from test_cast import account


def speakers(text: str) -> list[str | None]:
    """For each quotation the name of its speaker."""
    reading = read(account(text))
    names = {actor.id: actor.name for actor in reading.cast}
    return [names.get(s.speaker or "") for s in reading.statements if s.form != "indirect"]


def rules(text: str) -> list[str]:
    return [s.rule.rsplit("/", 1)[-1] for s in read(account(text)).statements if s.form != "indirect"]


CASES = [
    ("words told by others are his who said them",
     "Mayor Ruud Dahl left. “I would look foolish then,” Mr. Dahl responded after Senator Ana Orrin put the question "
     "to him, "
     "according to three officials familiar with the meeting.", ["Ruud Dahl"]),
    ("words told by a paper are his who said them, when he said them told between",
     "Ruud Dahl left. “I was not elected to please. My job is to lead, and that is what I try to do,” Dahl said in "
     "2014, "
     "according to the Harbour Times.", ["Ruud Dahl"]),
    ("a participle behind what a paper told is not the paper's",
     "Orrin’s campaign denied the claims, which The Harbour Times first reported, telling the paper the charges of "
     "four men are "
     "“the very height of folly.”", ["Orrin’s campaign"]),
    ("a participle behind what a paper printed is not the paper's",
     "Mayor Ana Orrin rejected the report, which the Harbour Times published, calling it “a heap of rumours and lies.”", [(
         "Ana Orrin"
     )]),
    ("a participle behind the paper's own report is the paper's",
     "Mayor Ana Orrin left. The Harbour Times reported on Monday that the gates, which the council had shut, would "
     "open, adding "
     "that it was “too late.”", ["Harbour Times"]),
    ("the aide is the one who spoke before",
     "An aide to the harbour committee, who asked not to be named, said the plan was welcome.\n\n"
     "“The longer we wait,” the aide said, “the worse it gets.”", ["aide to the harbour committee"]),
    ("of two who spoke each is meant by what he is",
     "An aide to Mayor Ana Orrin said the gates were shut. A lawyer for the ferry company called it absurd.\n\n"
     "“We waited,” the aide said.\n\n“We did not wait,” the lawyer said.",
     ["aide to Mayor Ana Orrin", "lawyer for the ferry company"]),
    ("an aide of somebody else is another",
     "An aide to Mayor Ana Orrin said the gates were shut. “Wait,” the ministry aide said.", ["ministry aide"]),
    ("a month is nobody", "Dario Menn left. Instead, Menn was seen that October praising Mayor Ana Orrin for her patience and "
     "“leadership” after the flood.", [None]),
    ("who is according to nobody else has said it", "“The gates are shut,” according to Ruud Dahl.", ["Ruud Dahl"]),
    ("each side is nobody new",
     "The two camps met.\n\n“The lines remain open,” the statement released by each side said.", [None]),
    ("a member of a party by the name behind it",
     "Another leading Dem, Sen. Ana Orrin of Ohio, who announced her bid in May, said the offer was a “bad deal.”", [(
         "Ana Orrin"
     )]),
    ("his answer is his", (
        "Robert Hale met Mayor Ruud Dahl at noon. Dahl wanted a toll. His answer: “I will pay for none of it.”"
    ),
     ["Ruud Dahl"]),
    ("her reply is hers", "Minister Ana Orrin met the union. Her reply: “We will not sign the lease.”", ["Ana Orrin"]),
    ("a role with the time behind it",
     "President Ruud Dahl spoke on Monday.\n\n“I feel for the sailors,” the president this morning told reporters.", [(
         "Ruud Dahl"
     )]),
    ("an account is its owner's", "Ruud Dahl’s account later posted: “The gates are shut for good.”", ["Ruud Dahl"]),
    ("a book is not its writer",
     "It comes before a book by reporter Bob Dahl, which reported that Orrin had “the wit of a child.”", [None]),
    ("who is from a place",
     "On Tuesday came Sheriff Joe Dahl of Harbour County, Ariz., who calls himself the “toughest sheriff” in the land.", [(
         "Joe Dahl"
     )]),
    ("who is quoted by an agency", "“We are ready,” Ruud Dahl was quoted as saying by the state agency.", ["Ruud Dahl"]),
    ("who is quoted by a paper", "Ana Orrin was quoted by the Harbour Times as saying: “We will not sign.”", [(
        "Ana Orrin"
    )]),
    ("his campaign by its name",
     "The Dahl campaign paid for it. Ruud Dahl won the vote. “We will not sign,” his campaign said.", ["Dahl campaign"]),
    ("the offices of two are not one",
     "Ruud Dahl left. “We paid,” his office said. Ana Orrin stayed. “We did not,” her office said.", ["office", None]),
    ("a baroness", "“It is late,” Baroness Vik said. “I was not asked,” she said.", ["Vik", "Vik"]),
    ("a name that tells of taxes is nobody who speaks",
     "The chamber must extend the Hale tax cuts.\n\n“It is late,” he said in a statement.", [None]),
    ("a pronoun is who spoke last", (
        "Mayor Ana Orrin met Dario Menn on Monday. “I am glad,” Ms. Orrin said. “We will talk again,” she said."
    ),
     ["Ana Orrin", "Ana Orrin"]),
    ("a pronoun over the paragraph break", "Dario Menn left the hall at noon.\n\n“Nobody asked me,” he said.", [(
        "Dario Menn"
    )]),
    ("a pronoun fits the person's sex", "Ana Orrin spoke after Robert Hale. “It was late,” he said.", ["Robert Hale"]),
    ("a person who is fronted is not the one who speaks",
     "Mayor Robert Hale spoke on Monday. Of Dario Menn, he said, “I never met the man.”", ["Robert Hale"]),
    ("a role printed with the name", "Ana Orrin, the mayor, met Dario Menn. “We must build now,” the mayor said.", [(
        "Ana Orrin"
    )]),
    ("a title and the office in full", "Gov. Ana Orrin met Dario Menn. “We must build now,” the governor said.", [(
        "Ana Orrin"
    )]),
    ("a vice president is no president",
     "President Ana Orrin and Vice President Robert Hale came. “We must build now,” the president said.", ["Ana Orrin"]),
    ("an age", "Dario Menn, 72, opened the meeting with Robert Hale. “I am too old,” the 72-year-old said.", [(
        "Dario Menn"
    )]),
    ("a party and a state", (
        "Sen. Ana Orrin (R-Ariz.) met Sen. Robert Hale (D-Ohio). “We must build now,” the Arizona Republican said."
    ),
     ["Ana Orrin"]),
    ("the leader of a country", (
        "North Korea’s Kim Jong Un met President Ana Orrin. “I am glad,” the North Korean leader said."
    ),
     ["Kim Jong Un"]),
    ("a campaign is not its spokeswoman",
     "Lis Hale, a spokeswoman for the Orrin campaign, spoke first. “We never asked,” the Orrin campaign said.", [(
         "Orrin campaign"
     )]),
    ("an unnamed spokesman is somebody of his own", "“We regret it,” a spokesperson for President Ana Orrin said.",
     ["spokesperson for President Ana Orrin"]),
    ("a statement is its issuer's", (
        "The Harbour Union released a statement on Monday. “We will not sign,” the statement read."
    ),
     ["Harbour Union"]),
    ("a response from a body", "A response from the Harbour Union said: “We will not sign the lease.”", ["Harbour Union"]),
    ("a name before its explanation",
     "“Our case is strong,” at least one senator, Ohio’s Robert Hale, said.", ["Robert Hale"]),
    ("a capital that speaks", "North Korea tested a rocket. “We will test more,” Pyongyang said.", ["North Korea"]),
    ("the ministry named before", "The Tovrian energy ministry met the press. “The dam is safe,” the ministry said.", [(
        "Tovrian energy ministry"
    )]),
    ("another ministry named with the word is not this one",
     "The Tovrian energy ministry met the press. “The dam is safe,” the water ministry said.", ["water ministry"]),
    ("two campaigns", (
        "The Orrin campaign left early. “We stay,” the Hale campaign said. “We will be back,” the Orrin campaign "
        "said."
    ),
     ["Hale campaign", "Orrin campaign"]),
    ("a group by what explains its name",
     "The Harbour Forum, an advocacy group, met the Tovria Times. “We are glad,” the group said.", ["Harbour Forum"]),
    ("a paper is no company", "Mayor Ana Orrin spoke to the Tovria Times on Monday. “We will sue,” the company said.", [None]),
    ("a company is no paper", "Brightwater Inc. closed its mill on Monday. “It was late,” the newspaper wrote.", [None]),
    ("a sort of body that nothing was called", "The rain fell on Monday. “The gates are shut,” the agency said.", [None]),
    ("an agency by the sort of its name", (
        "The Harbour Inspection Service shut the gates. “They are shut,” the agency said."
    ),
     ["Harbour Inspection Service"]),
    ("a name that only its explanation shows to be a body's",
     "The rain fell.\n\nShelter for Tovria, the charity founded by Robert Hale, said: “We are not glad.”", [(
         "Shelter for Tovria"
     )]),
    ("whoever spoke of a letter did not write it",
     "Mayor Ana Orrin spoke on Monday. “I am glad,” she said. Nobody had signed it. “We will not pay,” the letter said.",
     ["Ana Orrin", None]),
    ("who issued it in the sentence, not who is named last",
     "The Harbour Union issued a statement after Ana Orrin left. “We will not sign,” the statement read.", [(
         "Harbour Union"
     )]),
    ("a statement from an office", "“We will not sign,” read a statement from Mayor Ana Orrin’s office.", [(
        "Ana Orrin’s office"
    )]),
    ("one of several, by name", "Ana Orrin left. “She is tired,” one of her lawyers, Robert Hale, said.", ["Robert Hale"]),
    ("a label in capitals", "Senator Ana Orrin met the press.\n\nSEN. ORRIN: “I am glad.”", ["Ana Orrin"]),
    ("people of whom many speak", "A dozen senior lawmakers met the press. Many called the plan “a gift to the rich.”", [(
        "senior lawmakers"
    )]),
    ("nobody of the kind", "The rain fell. “It was late,” he said.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[row[0] for row in CASES])
def test_who_speaks(what, text, expected):
    assert speakers(text) == expected


def test_each_answer_has_its_rule():
    text = (
        "Mayor Ana Orrin left. “I am glad,” she said. “We must build,” the mayor said.\n\n"
        "North Korea tested a rocket. “We will test more,” Pyongyang said. “So will we,” a Tovrian official said."
    )
    assert rules(text) == ["pronoun", "role", "metonym", "description"]


def test_a_paper_that_is_signed_is_no_body():
    reading = read(account("Belmara and Tovria met in May and signed a paper pledging to share the water."))
    assert [actor.name for actor in reading.cast if "paper" in actor.name] == []
