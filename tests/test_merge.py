"""The model and the rules together: marks decide what is quoted, the model whose words they are."""

import hashlib

import pytest

from onrecord.readings import read
from onrecord.readings.attribution.merge import merge, with_ends
from onrecord.readings.model import Attribution as Marked
from onrecord.text.quotes import find_quotations
from onrecord.types import Account, Block, Origin, Span


def account(*paragraphs: str) -> Account:
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("body", Span("a", at, at + len(paragraph)), Origin(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Account(
        id="a", url="a", text=text, blocks=tuple(blocks), encoding="utf-8", sha256="0", published="2021-03-03"
    )


def said(*paragraphs: str):
    """(speaker, form, words) of each statement."""
    reading = read(account(*paragraphs))
    names = {actor.id: actor.name for actor in reading.cast}
    return [
        (names.get(s.speaker or ""), s.form, " / ".join(reading.account.cut(span) for span in s.content))
        for s in reading.statements
    ]


CASES = [
    (["“We asked for two boats,” Mayor Ana Orrin said. “They gave us none.”"],
     [("Ana Orrin", "direct", "We asked for two boats, / They gave us none.")]),
    (["Mayor Ana Orrin said the ferry company had “never once” answered her letters."],
     [("Ana Orrin", "mixed", "the ferry company had / never once / answered her letters")]),
    (["Ana Orrin, the mayor, spoke for an hour.", "“Two boats,” she said, “or nothing at all.”"],
     [("Ana Orrin", "direct", "Two boats, / or nothing at all.")]),
    (["According to Radim Solcek, the boats were sold in the spring."],
     [("Radim Solcek", "indirect", "the boats were sold in the spring")]),
    (["Captain Dario Menn said, through an interpreter:", "“The sea was calm.”"],
     [("Dario Menn", "direct", "The sea was calm.")]),
    (["“We did what they asked.", "“Now we wait,” Dario Menn said."],
     [("Dario Menn", "direct", "We did what they asked. / Now we wait,")]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "expected"), CASES)
def test_who_said_what(paragraphs, expected):
    assert said(*paragraphs) == expected


def test_a_term_inside_a_report_is_no_quotation():
    ((_, form, _),) = said("Mayor Ana Orrin said the council would extend the “dry-year clause” to the winter.")
    assert form == "indirect"


@pytest.mark.parametrize(
    ("first", "kept"),
    [("“Rage”", ["no better than", "a heap of lies"]), ("Rage", ["Rage", "no better than", "a heap of lies"])],
)
def test_a_word_that_is_only_mentioned_is_none_of_what_is_said_beside_it(first, kept):
    text = f"{first} is the word, and Ana Hale calls it no better than “a heap of lies” of old."

    def at(words):
        return text.index(words), text.index(words) + len(words)

    content = (at(first), at("no better than “a heap of lies”"))
    marked = [Marked(content=content, cue=(at("calls"),), source=(at("Ana Hale"),), score=0.9)]
    speech = [q for q in find_quotations(text, [(0, len(text))]) if len(text[q.start : q.end]) > 4]
    (found,) = merge(text, [(0, len(text))], speech, [], marked)
    assert [text[slice(*place)] for place in found.content] == kept


UNCLOSED = [
    ("a cue that the marks took in",
     "“We have such a broad membership, Mr. Dahl said. “Some will not be happy, but others will be glad to see it "
     "done.”",
     ["We have such a broad membership,", "Some will not be happy, but others will be glad to see it done."]),
    ("sentences on to the end of the paragraph",
     "Ana Orrin said: “The clerk noticed that the name is spelled wrong. I have a feeling that it was on purpose. He "
     "knew it.",
     ["The clerk noticed that the name is spelled wrong. I have a feeling that it was on purpose. He knew it."]),
    ("with a word quoted in it",
     "Ana Orrin said: “The clerk noticed that an ‘n’ is missing in it. I have a feeling that it was on purpose. He "
     "knew it.",
     ["The clerk noticed that an ‘n’ is missing in it. I have a feeling that it was on purpose. He knew it."]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "text", "expected"), UNCLOSED, ids=[row[0] for row in UNCLOSED])
def test_where_a_quotation_that_no_mark_closes_ends(what, text, expected):
    reading = read(account(text))
    assert [reading.account.cut(span) for span in reading.statements[0].content] == expected


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("“The gates are shut. Nobody came.", ""),  # to nobody
        ("Orrin left at noon. “The gates are shut. Nobody came.", "Orrin left"),
        ("“The gates are shut. Nobody “came” here.", "“The gates are shut. Nobody “came” here."),
    ],
)
def test_a_quotation_that_no_mark_closes_stays_where_nothing_tells_its_end(text, given):
    quotations = find_quotations(text, [(0, len(text))])
    marked = [Marked(content=((0, len(given)),), cue=(), source=(), score=0.9)] if given else []
    assert with_ends(text, [(0, len(text))], quotations, marked) == quotations


def test_a_short_sentence_in_marks_is_said():
    ((_, _, words),) = said("“Not yet,” Ana Hale told the council. “Go home.”")
    assert words == "Not yet, / Go home."


def test_a_score_stands_only_where_the_model_marked():
    reading = read(
        account("“We asked for two boats,” Mayor Ana Orrin said.", "“Nobody knows what the old boat was worth.”")
    )
    scored = {s.rule.split("/")[0].startswith("model"): s.score for s in reading.statements}
    assert scored[True] is not None
    assert scored.get(False) is None


def test_without_the_model_the_rules_stand_and_each_line_says_so(monkeypatch):
    from onrecord import readings
    from onrecord.readings.model import ModelError

    def missing(*_):
        raise ModelError("the model's file 'attribution.onnx' cannot be read")

    monkeypatch.setattr(readings, "mark", missing)
    reading = read(account("“We asked for two boats,” Mayor Ana Orrin said."))
    (statement,) = reading.statements
    assert not statement.rule.startswith("model")
    assert statement.score is None
    assert reading.model is None


def test_a_reading_names_the_model_by_the_checksum_of_its_file():
    from importlib.resources import files

    reading = read(account("“We asked for two boats,” Mayor Ana Orrin said."))
    file = files("onrecord.readings.model") / "attribution.onnx"
    assert reading.model == hashlib.sha256(file.read_bytes()).hexdigest()


def test_two_persons_of_one_surname_stay_two():
    reading = read(
        account(
            "Robert Hale said the park should stay open. Susan Hale, his wife, said it should close.",
            "“I walk there every evening,” Mrs. Hale said.",
            "“She does,” Hale said.",
            "A police officer said nobody was hurt. The officer added that the gate was shut.",
            "“Ask us now,” said Mr. Hale.",
        )
    )
    names = {actor.id: actor.name for actor in reading.cast}
    speakers = [names.get(s.speaker or "") for s in reading.statements]
    assert speakers == [
        "Robert Hale",
        "Susan Hale",
        "Susan Hale",
        None,
        "police officer",
        "police officer",
        "Robert Hale",
    ]


def test_whom_the_words_name_first_has_not_said_them():
    assert said("According to a minister, Helena Dorn would have shut the gates in May.") == [
        ("minister", "indirect", "Helena Dorn would have shut the gates in May")
    ]
    ((speaker, _, _),) = said("According to the minister, Helena Dorn, the gates would have been shut in May.")
    assert speaker == "Helena Dorn"


def test_why_a_source_has_no_name_is_none_of_its_words():
    ((speaker, _, words),) = said(
        "According to a minister who asked not to be named because the text is secret, Belmara would have shut the "
        "gates in May."
    )
    assert (speaker, words) == ("minister", "Belmara would have shut the gates in May")


@pytest.mark.parametrize(
    "text",
    [
        "A senior Tovrian official asked not to be named because the matter is confidential.",
        "The aide requested anonymity to discuss the private talks.",
        "Asked about her book on the dam, the harbour master left the room.",
    ],
)
def test_how_a_source_stays_unnamed_and_what_somebody_was_asked_about_are_no_statements(text):
    assert said(text) == []


@pytest.mark.parametrize("words", ["anonymity on the web had to end", "to be named captain in the spring"])
def test_words_about_names_and_anonymity_stay(words):
    cue = "hopes" if words.startswith("to ") else "said"
    assert [found for *_, found in said(f"Mayor Ana Orrin {cue} {words}.")] == [words]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Hale asked Orrin to meet Dahl, adding that nobody slept.", "Hale"),
        ("Hale asked Orrin to wait, and Dahl left, adding that nobody slept.", "Dahl"),
        ("Hale asked Orrin to wait. Dahl left, adding that nobody slept.", "Dahl"),
    ],
)
def test_a_participle_behind_a_comma_has_the_subject_of_its_clause(text, subject):
    def at(words):
        return ((text.index(words), text.index(words) + len(words)),)

    marked = [
        Marked(content=at("Orrin"), cue=at("asked"), source=at("Hale"), score=0.9),
        Marked(content=at("that nobody slept"), cue=at("adding"), source=at("Dahl"), score=0.9),
    ]
    found = merge(text, [(0, len(text))], [], [], marked)
    assert [text[slice(*attribution.source)] for attribution in found] == ["Hale", subject]
