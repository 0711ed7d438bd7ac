"""Who is who in one account: hard names, each with the cast that a reader would write down."""

from itertools import permutations

import pytest

from onrecord.collation import collate
from onrecord.readings import read
from onrecord.text.persons import is_one_person
from onrecord.types import Account, Block, Origin, Reading, Span


def account(text: str, name: str = "a") -> Account:
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("body", Span(name, at, at + len(paragraph)), Origin(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Account(id=name, url=name, text=text, blocks=tuple(blocks), encoding="utf-8", sha256="0")


def cast(reading: Reading, kind: str) -> dict[str, int]:
    """For each actor of a kind its name and how often the account names it."""
    return {actor.name: len(actor.mentions) for actor in reading.cast if actor.kind == kind}


def aliases(reading: Reading, name: str) -> dict[str, str]:
    """For each other writing of an actor's name the rule that tied it."""
    (actor,) = [actor for actor in reading.cast if actor.name == name]
    return {reading.account.cut(alias.span): alias.rule for alias in actor.aliases}


PERSONS = [
    ("two of one surname, told apart by their titles",
     "Robert Hale said the park should stay open. Susan Hale, his wife, said it should close. “I walk there,” Mrs. "
     "Hale said. "
     "“She does,” Mr. Hale said.", {"Robert Hale": 2, "Susan Hale": 2}),
    ("father and son", "President Edgar W. Orrin thanked his father, former President Edgar H.W. Orrin, on Monday.",
     {"Edgar W. Orrin": 1, "Edgar H.W. Orrin": 1}),
    ("two Kims", "Chairman Kim Jong Un arrived on Monday. Kim Yo Jong, his sister, came a day later. Chairman Kim said he was glad. "
     "Ms. Kim said nothing.", {"Kim Jong Un": 2, "Kim Yo Jong": 2}),
    ("hyphens and capitals of one name", "Kim Jong Un left early. Kim Jong-un said he was tired. Mr. Kim slept.", {(
        "Kim Jong Un"
    ): 3}),
    ("two spellings", "Volodymyr Zelensky spoke first. “We will stay,” Volodymyr Zelenskyy said. Mr. Zelensky left.",
     {"Volodymyr Zelenskyy": 3}),
    ("an accent left out", "Linda Sánchez said she would run. “I am ready,” Ms. Sanchez said.", {"Linda Sánchez": 2}),
    ("a Spanish double surname", "Andrés Manuel López Obrador said he would wait. Mr. López Obrador left at noon.",
     {"Andrés Manuel López Obrador": 2}),
    ("a double surname without a hyphen", "Debbie Sandvall Brenner said no. “Never,” Sandvall Brenner said.",
     {"Debbie Sandvall Brenner": 2}),
    ("particles", "Ursula von der Leyen met Bashar al-Assad. Mrs. von der Leyen said that Assad had listened.",
     {"Ursula von der Leyen": 2, "Bashar al-Assad": 2}),
    ("a nickname between marks", "Lewis “Scooter” Libby said he was sorry. Mr. Libby left.", {"Lewis “Scooter” Libby": 2}),
    ("a short form of a first name", "Edward Markey said he would run. “I will win,” Ed Markey said.", {"Edward Markey": 2}),
    ("a married name", "Sarah Tollman Vargas said so. Sarah Vargas said it twice. “Yes,” Ms. Vargas said.",
     {"Sarah Tollman Vargas": 3}),
    ("an initial that is a word", "Speaker John A. Dahlquist said no. Mr. Dahlquist left.", {"John A. Dahlquist": 2}),
    ("Jr. at the end", "Vice President Joseph R. Halvar Jr. said yes. Mr. Halvar left.", {"Joseph R. Halvar Jr.": 2}),
    ("a title of several words", "Former Speaker of the House Ned Garrick met Deputy Attorney General Rolf Rosenau.",
     {"Ned Garrick": 1, "Rolf Rosenau": 1}),
    ("a title of honour", "The Hon. Maria Okafor said no. The Right Honourable Ana Hale said yes. Mrs. Okafor left.",
     {"Maria Okafor": 2, "Ana Hale": 1}),
    ("a title of honour with a stop in each", "Talks failed, said the Rt. Hon. Maria Okafor. She left.", {"Maria Okafor": 1}),
    ("ranks with a stop", "Brig. Gen. Maria Okafor met Insp. Peter Hale and Cpl. Ana Orrin.",
     {"Maria Okafor": 1, "Peter Hale": 1, "Ana Orrin": 1}),
    ("a party before the name", "Democrat Doug Jones won. “Thank you,” Mr. Jones said.", {"Doug Jones": 2}),
    ("a person and a country", "Rep. Jim Jordan said no. “Never,” Jordan said. He flew to Jordan.", {"Jim Jordan": 2}),
    ("a wife who is only called Mrs.", "Donald Hale spoke for an hour. Mrs. Hale sat beside him. Mr. Hale thanked her.",
     {"Donald Hale": 2, "Hale": 1}),
    ("a president and his daughter", (
        "Ana Orrin, the president’s daughter, spoke first. President Orrin said he was proud of her."
    ),
     {"Ana Orrin": 1, "Orrin": 1}),
    ("a senator and a firm", "Sen. Ron Johnson said he would sue Johnson & Johnson. Mr. Johnson gave no date.", {(
        "Ron Johnson"
    ): 2}),
    ("words that open sentences", (
        "Polls opened at seven. Rice was cheap. Mayor Ana Orrin voted at noon. Emails showed it."
    ), {"Ana Orrin": 1}),
    ("a line of capitals", (
        "Orrin Walks Away From Harbour Deal\n\nMayor Ana Orrin left the talks. Ms. Orrin gave no reason."
    ), {"Ana Orrin": 3}),
    ("a rally that has his name", "The Resist Orrin movement marched. President Donald Orrin said he was not worried.", {(
        "Donald Orrin"
    ): 1}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "expected"), PERSONS, ids=[row[0] for row in PERSONS])
def test_persons(what, text, expected):
    assert cast(read(account(text)), "person") == expected


OTHERS = [
    ("a country by its capital", (
        "North Korea closed the border. Pyongyang said it would stay closed. Nobody was hurt in Pyongyang."
    ),
     "country", {"North Korea": 2}),
    ("a people with its article", (
        "Russia sent two ships. “We are ready,” the Russians said. The Kremlin said nothing. Many Russian officials "
        "left."
    ),
     "country", {"Russia": 3}),
    ("half of a divided country", "North Korea and South Korea met. The North said it would disarm.", "country",
     {"North Korea": 2, "South Korea": 1}),
    ("a state of the same name", (
        "Georgia Governor Brian Kemp, a Republican, signed the bill in Atlanta. Georgia has 159 counties."
    ), "country", {}),
    ("a country that is told by its people", "Tovria closed the gates. A Tovrian minister said they would stay closed.", (
        "country"
    ), {"Tovria": 1}),
    ("where the news was filed", "PARIS (Reuters) - Ana Orrin said on Monday that she would not run.", "country", {}),
    ("an acronym and its full name",
     "The International Atomic Energy Agency (IAEA) sent inspectors. The IAEA said they were turned away.", (
         "organisation"
     ),
     {"International Atomic Energy Agency": 3}),
    ("a newspaper by its last word", "The Washington Post reported the talks. The Post said they had failed.", (
        "organisation"
    ), {"Washington Post": 2}),
    ("a seat and its department", "The Defense Department sent a ship. The Pentagon said it was unarmed.", (
        "organisation"
    ), {"Defense Department": 2}),
    ("an and within a name", "The Department of Housing and Urban Development said rents would rise.", "organisation",
     {"Department of Housing and Urban Development": 1}),
    ("a quality made of a name", "The Obama-era rule was lifted, a Republican-controlled panel said.", "country", {}),
    ("programmes and laws", "Medicare was extended. The Affordable Care Act was not. Social Security stayed.", (
        "organisation"
    ), {}),
    ("parties by their members", "Republicans said no. The Democrats said yes.", "group", {"Republicans": 1, "Democrats": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "kind", "expected"), OTHERS, ids=[row[0] for row in OTHERS])
def test_others(what, text, kind, expected):
    assert cast(read(account(text)), kind) == expected


def test_each_other_writing_has_the_rule_that_tied_it():
    reading = read(
        account(
            "North Korea closed the border. Pyongyang said it would stay closed. Mayor Ana Orrin left. Ms. Orrin wept."
        )
    )
    assert aliases(reading, "North Korea") == {"Pyongyang": "capital"}
    assert aliases(reading, "Ana Orrin") == {"Orrin": "short-name"}


def test_a_bare_surname_that_two_bear_is_neithers():
    reading = read(account("Ana Hale and Berta Hale ran. Ana Hale won. Berta Hale lost. “It was close,” Hale said."))
    assert [s.speaker for s in reading.statements if s.form == "direct"] == [None]


def names(*texts: str) -> list[tuple[str, str, int]]:
    """(name, kind, in how many accounts) of each actor of the record of several accounts."""
    readings = [read(account(text, f"a{number}")) for number, text in enumerate(texts)]
    counted = [(actor.name, actor.kind, len(actor.members)) for actor in collate(readings).cast]
    return sorted(counted)


def test_a_person_is_one_over_the_record_however_he_is_written():
    found = names(
        "Press secretary Sarah Hale said no. Volodymyr Zelensky left.",
        "Spokeswoman Sarah Huckabee Hale said no. Volodymyr Zelenskyy left. President Orrin stayed.",
        "Ms. Hale said no. President Ana Orrin stayed.",
    )
    assert found == [
        ("Ana Orrin", "person", 2),
        ("Sarah Huckabee Hale", "person", 3),
        ("Volodymyr Zelenskyy", "person", 2),
    ]


def test_two_of_one_surname_stay_two_over_the_record():
    found = names("President George W. Hale spoke.", "President George H.W. Hale spoke.", "President Hale spoke.")
    assert [(name, count) for name, _, count in found] == [("George H.W. Hale", 1), ("George W. Hale", 1), ("Hale", 1)]


def test_who_is_only_described_is_not_one_over_the_record():
    found = names("“It is late,” a senior official said.", "“It is cold,” a senior official said.")
    assert found == [("senior official", "person", 1), ("senior official", "person", 1)]


def test_somebodys_body_without_a_name_is_not_one_over_the_record():
    found = names("Marta Holm left. Her party wants a land tax.", "Anton Orrin stayed. His party wants a levy.")
    assert [(name, count) for name, _, count in found if name == "party"] == [("party", 1), ("party", 1)]


def test_a_body_without_a_name_that_is_nobodys_is_one_over_the_record():
    found = names("The union said it would strike.", "The union said no.")
    assert ("union", 2) in [(name, count) for name, _, count in found]


def test_a_body_is_one_over_the_record_by_any_name_that_is_shared():
    found = names(
        "The International Atomic Energy Agency (IAEA) sent inspectors. The IAEA said no.",
        "The IAEA said it would wait.",
    )
    assert found == [("International Atomic Energy Agency", "organisation", 2)]


def speakers(text: str) -> list[str | None]:
    """Who is given for each statement."""
    reading = read(account(text))
    names = {actor.id: actor.name for actor in reading.cast}
    return [names[s.speaker] if s.speaker else None for s in reading.statements]


@pytest.mark.parametrize("sir", ["Mr", "Mr.", "Herr", "Señor", "Lord", "Sir"])
def test_a_title_that_contradicts_a_full_name_is_anothers(sir):
    text = (
        f"Marta Holm said the mill would close. {sir} Holm, the labour minister, said it would stay open. "
        f"“I promise,” {sir} Holm said. “We shall see,” Ms Holm said."
    )
    reading = read(account(text))
    roles = {actor.name: [reading.account.cut(role) for role in actor.roles] for actor in reading.cast}
    assert speakers(text) == ["Marta Holm", "Holm", "Holm", "Marta Holm"]
    assert roles["Marta Holm"] == []
    assert roles["Holm"] == (["Lord"] if sir == "Lord" else ["the labour minister"])


def test_a_title_before_the_full_name_is_no_bar_to_two():
    text = "Mr Holm, the labour minister, said the mill would stay open. Marta Holm said that it would close."
    assert speakers(text) == ["Holm", "Marta Holm"]


def test_two_who_are_known_by_title_alone_are_two():
    assert speakers("Mr Holm said he agreed. Mrs Holm said she did not. “Never,” Mrs Holm said.") == [
        "Holm", "Mrs Holm", "Mrs Holm"
    ]  # fmt: skip


def test_a_full_name_that_fits_both_is_told_by_its_pronoun_or_left_alone():
    assert speakers("Kesti Holm said that she would go. “No,” Mr Holm said. “Yes,” Mrs Holm said.") == [
        "Kesti Holm", "Holm", "Kesti Holm"
    ]  # fmt: skip
    assert speakers("Kesti Holm said it was late. “No,” Mr Holm said. “Yes,” Mrs Holm said.") == [
        "Kesti Holm", "Holm", "Mrs Holm"
    ]  # fmt: skip


def test_a_chairman_may_be_a_woman():
    assert speakers("Chairman Janet Orrin said it was late. “Never,” Ms. Orrin said.") == ["Janet Orrin"] * 2


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("Ms Holm said no.", "Mr Holm said yes."), [("Holm", 1), ("Holm", 1)]),
        (("Ms Holm said no.", "Mr Holm said yes.", "Holm said so."), [("Holm", 1)] * 3),
        (("Marta Holm said no.", "Mr Holm said yes.", "Ms Holm left."), [("Holm", 1), ("Marta Holm", 2)]),
        (("Ms Kesti Holm said no.", "Mr Holm said yes."), [("Holm", 1), ("Kesti Holm", 1)]),
        (("Ms Kesti Holm said no.", "Mr Kesti Holm said yes."), [("Kesti Holm", 1)] * 2),
        (("Kesti Holm said no.", "Mr Holm said yes.", "Ms Holm left."), [("Holm", 1), ("Holm", 1), ("Kesti Holm", 1)]),
        (("Kesti Holm said no.", "Mr Holm said yes."), [("Kesti Holm", 2)]),
        (("Spokeswoman Holm said no.", "Spokesman Holm said yes."), [("Holm", 1), ("Holm", 1)]),
        (("Queen Marit said no.", "King Marit said yes."), [("Marit", 1), ("Marit", 1)]),
    ],
)
def test_a_man_and_a_woman_are_two_over_the_record(texts, expected):
    for order in permutations(texts):
        assert [(name, count) for name, kind, count in names(*order) if kind == "person"] == expected


def test_two_given_names_in_another_order_are_another_person():
    assert is_one_person(("abe", "shinzo"), ("shinzo", "abe"))
    assert not is_one_person(("james", "thomas"), ("thomas", "james"))
