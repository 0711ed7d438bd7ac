"""The frame of an act as its words stand in one sentence, and what they tell of its standing."""

from typing import Literal, NamedTuple

from onrecord.readings.positions.clauses import Sentence
from onrecord.text import lexicon
from onrecord.text.spans import Place
from onrecord.types import Act

Modality = Literal["plain", "hedged", "denied", "past", "hypothetical"]
_SUPPOSING_SUBJECT = lexicon.words("clause_words.before_what_is_supposed")


class Frame(NamedTuple):
    """An act as its words stand in a sentence. `told` holds if only a speaker's own words can hold it ("we will not
    ...")."""

    act: Act
    cue: Place
    holder: Place | None
    toward: Place | None
    content: Place
    condition: Place | None
    rule: str
    reporter: Place | None = None  # who reports it, where the sentence says so right before the subject
    otherwise: Place | None = None  # who holds it if the first cannot act: "signed a paper agreeing to ..."
    negated: bool = False
    told: bool = False
    modality: Modality = "plain"
    backshifted: bool = False  # by "would", which in the holder's own reported words is "will"


_GUESSES = lexicon.words("acting_verbs.guesses")

_BEFORE_OFFERS = lexicon.words("clause_words.before_a_verb_of_another")
_SIGNS = lexicon.words("acting_verbs.signs")


def is_hypothetical(sentence: Sentence, subject: Place) -> bool:
    """Whether the clause of this subject only supposes: "if the council refused", "whether they would accept"."""
    first = sentence.at(subject[0])
    if sentence.word(first - 1) == "that" and sentence.word(first - 3) == "no" and sentence.word(first - 2) in _SIGNS:
        return True  # "gave no sign that they were ready to ..."
    if sentence.word(first - 1) in ("what", "how", "why", "where") or sentence.word(first - 2) == "what":
        return True  # "decide what price he will demand"
    if sentence.word(first - 1) == "that" and sentence.word(first - 2) in _GUESSES:
        return True
    return sentence.word(first - 1) in _SUPPOSING_SUBJECT or sentence.word(first) in (
        "if",
        "whether",
    )


def reported_by(sentence: Sentence, subject: Place) -> tuple[Place | None, str]:
    """Who says what has this subject, and by which verb."""
    verb = sentence.reporter(subject)
    return (sentence.subject(verb), sentence.word(verb)) if verb is not None else (None, "")


_NEVER = lexicon.words("clause_words.never")
_AT_NO = lexicon.words("clause_words.at_no")
_INVERTED = lexicon.words("clause_words.inverted")


def is_inverted(sentence: Sentence, subject: Place) -> bool:
    """ "At no point did we threaten", "never have they offered": a negation that draws the auxiliary before the
    subject."""
    at = sentence.at(subject[0]) - 1
    if sentence.word(at) not in _INVERTED:
        return False
    return sentence.word(at - 1) in _NEVER or (sentence.word(at - 1) in _AT_NO and sentence.word(at - 2) == "no")


def is_denied(sentence: Sentence, subject: Place) -> bool:
    """ "The minister denied that he had asked for ..." """
    verb = sentence.reporter(subject)
    return verb is not None and sentence.word(verb).startswith("den")


def is_bare_offer(text: str, frame: Frame) -> bool:
    """ "The states offer various benefits", "a ticket that offers a seat": what a body provides as a rule, and has not
    put on the table."""
    between = text[frame.holder[1] : frame.cue[0]].replace(",", " ").split() if frame.holder else ["?"]
    told = frame.toward is None and frame.condition is None and {*between} <= _BEFORE_OFFERS
    return told and frame.rule == "verb" and text[slice(*frame.cue)].casefold() in ("offer", "offers")


def is_within(inner: Frame, outer: Frame) -> bool:
    """ "They insist that they will not sign": the inner frame tells the act."""
    if (
        inner.rule in ("will", "would")
        and inner is not outer
        and inner.content[0] <= outer.cue[0] < inner.content[0] + 2
    ):
        return True  # "will not accept" is no acceptance
    return (
        (inner.told or inner.rule == "will")
        and inner.holder is not None
        and outer.rule.startswith("verb")
        and outer.act in ("demand", "promise", "hope")
        and outer.content[0] <= inner.cue[0] <= outer.content[0] + 25
    )
