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
    ("a pronoun is who spoke last", "Mayor Ana Orrin met Dario Menn on Monday. “I am glad,” Ms. Orrin said. “We will talk again,” she said.",
     ["Ana Orrin", "Ana Orrin"]),
    ("a pronoun over the paragraph break", "Dario Menn left the hall at noon.\n\n“Nobody asked me,” he said.", ["Dario Menn"]),
    ("a pronoun fits the person's sex", "Ana Orrin spoke after Robert Hale. “It was late,” he said.", ["Robert Hale"]),
    ("a person who is fronted is not the one who speaks",
     "Mayor Robert Hale spoke on Monday. Of Dario Menn, he said, “I never met the man.”", ["Robert Hale"]),
    ("a role printed with the name", "Ana Orrin, the mayor, met Dario Menn. “We must build now,” the mayor said.", ["Ana Orrin"]),
    ("a title and the office in full", "Gov. Ana Orrin met Dario Menn. “We must build now,” the governor said.", ["Ana Orrin"]),
    ("a vice president is no president",
     "President Ana Orrin and Vice President Robert Hale came. “We must build now,” the president said.", ["Ana Orrin"]),
    ("an age", "Dario Menn, 72, opened the meeting with Robert Hale. “I am too old,” the 72-year-old said.", ["Dario Menn"]),
    ("a party and a state", "Sen. Ana Orrin (R-Ariz.) met Sen. Robert Hale (D-Ohio). “We must build now,” the Arizona Republican said.",
     ["Ana Orrin"]),
    ("the leader of a country", "North Korea’s Kim Jong Un met President Ana Orrin. “I am glad,” the North Korean leader said.",
     ["Kim Jong Un"]),
    ("a campaign is not its spokeswoman",
     "Lis Hale, a spokeswoman for the Orrin campaign, spoke first. “We never asked,” the Orrin campaign said.", ["Orrin campaign"]),
    ("an unnamed spokesman is somebody of his own", "“We regret it,” a spokesperson for President Ana Orrin said.",
     ["spokesperson for President Ana Orrin"]),
    ("a statement is its issuer's", "The Harbour Union released a statement on Monday. “We will not sign,” the statement read.",
     ["Harbour Union"]),
    ("a response from a body", "A response from the Harbour Union said: “We will not sign the lease.”", ["Harbour Union"]),
    ("a name before its explanation",
     "“Our case is strong,” at least one senator, Ohio’s Robert Hale, said.", ["Robert Hale"]),
    ("a capital that speaks", "North Korea tested a rocket. “We will test more,” Pyongyang said.", ["North Korea"]),
    ("the ministry named before", "The Tovrian energy ministry met the press. “The dam is safe,” the ministry said.", ["Tovrian energy ministry"]),
    ("another ministry named with the word is not this one",
     "The Tovrian energy ministry met the press. “The dam is safe,” the water ministry said.", ["water ministry"]),
    ("two campaigns", "The Orrin campaign left early. “We stay,” the Hale campaign said. “We will be back,” the Orrin campaign said.",
     ["Hale campaign", "Orrin campaign"]),
    ("a group by what explains its name",
     "The Harbour Forum, an advocacy group, met the Tovria Times. “We are glad,” the group said.", ["Harbour Forum"]),
    ("a paper is no company", "Mayor Ana Orrin spoke to the Tovria Times on Monday. “We will sue,” the company said.", [None]),
    ("a company is no paper", "Brightwater Inc. closed its mill on Monday. “It was late,” the newspaper wrote.", [None]),
    ("a sort of body that nothing was called", "The rain fell on Monday. “The gates are shut,” the agency said.", [None]),
    ("an agency by the sort of its name", "The Harbour Inspection Service shut the gates. “They are shut,” the agency said.",
     ["Harbour Inspection Service"]),
    ("a name that only its explanation shows to be a body's",
     "The rain fell.\n\nShelter for Tovria, the charity founded by Robert Hale, said: “We are not glad.”", ["Shelter for Tovria"]),
    ("whoever spoke of a letter did not write it",
     "Mayor Ana Orrin spoke on Monday. “I am glad,” she said. Nobody had signed it. “We will not pay,” the letter said.",
     ["Ana Orrin", None]),
    ("who issued it in the sentence, not who is named last",
     "The Harbour Union issued a statement after Ana Orrin left. “We will not sign,” the statement read.", ["Harbour Union"]),
    ("a statement from an office", "“We will not sign,” read a statement from Mayor Ana Orrin’s office.", ["Ana Orrin’s office"]),
    ("one of several, by name", "Ana Orrin left. “She is tired,” one of her lawyers, Robert Hale, said.", ["Robert Hale"]),
    ("a label in capitals", "Senator Ana Orrin met the press.\n\nSEN. ORRIN: “I am glad.”", ["Ana Orrin"]),
    ("people of whom many speak", "A dozen senior lawmakers met the press. Many called the plan “a gift to the rich.”", ["senior lawmakers"]),
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
    assert [actor.name for actor in reading.cast if actor.kind == "organisation"] == []
