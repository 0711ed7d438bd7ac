"""Duties that a speaker lays on others: "the board must ...", "it is time to ...", "open the gate"."""

from collections.abc import Iterator

from onrecord.readings.positions.acts import OF_SPEAKING
from onrecord.readings.positions.clauses import OUTSIDE, Sentence
from onrecord.readings.positions.complements import addressee
from onrecord.readings.positions.extents import extent_from, leading_condition
from onrecord.readings.positions.frames import Frame, is_hypothetical, reported_by
from onrecord.readings.positions.words import BE, DETERMINERS, NEGATIONS, PRONOUNS, QUOTES
from onrecord.text import lexicon
from onrecord.text.spans import Place

_BEFORE_DUTY = lexicon.words("clause_words.before_a_duty")
_BEFORE_VERDICT = lexicon.words("clause_words.before_urgent")
_DEGREES = lexicon.words("clause_words.degrees")
_OBJECTS = lexicon.words("clause_words.behind_an_imperative")
_MODAL = lexicon.words("clause_words.modals_of_duty")
_PHRASES = list(map(list, lexicon.families("acting_verbs.imperatives_that_ask_nothing")))
_CHEERING = lexicon.words("acting_verbs.cheering")  # "Go Belmara!"
_OPINING = ("believ", "think", "thought")
_PARTICLES = lexicon.words("clause_words.particles")
_BEFORE_OBJECT = DETERMINERS | _OBJECTS | _PARTICLES
_WITH_TO = frozenset("needs need has have needed".split())
_UNCERTAIN = frozenset("would might may could".split())
_PARTICIPLES = lexicon.in_order("clause_words.endings_of_participles")
_BEFORE_IMPERATIVE = lexicon.words("clause_words.before_an_imperative")


def should_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "The ministers must sign": a demand of the speaker toward the subject. "The gate must be opened": of what, is
    all."""
    verb = at + 1
    while sentence.word(verb) in _BEFORE_DUTY:
        verb += 1
    subject, extent = sentence.subject(at), extent_from(sentence, verb)
    if subject is None or extent is None or not _is_duty(sentence, at, verb):
        return
    if is_hypothetical(sentence, subject) or not sentence.opens(subject) or not _is_asked(sentence, at, verb, subject):
        return
    passive = sentence.word(verb) == "be"
    yield Frame(
        act="demand",
        cue=sentence.place(at, verb),
        holder=None,
        toward=subject,
        content=(subject[0] if passive else sentence.tokens[verb].start, sentence.tokens[extent.last - 1].end),
        condition=extent.condition or leading_condition(sentence, at),
        rule="should be" if passive else "should",
        reporter=reported_by(sentence, subject)[0],
        told=True,
    )


def _is_asked(sentence: Sentence, at: int, verb: int, subject: Place) -> bool:
    """Whether a duty is asked of anybody. "The men needed to rest" tells what happened, "they said they needed to" what
    they do; "they believe that prices must be cut" is asked of nobody."""
    reporter, saying = reported_by(sentence, subject)
    if sentence.word(at) == "needed" and (reporter is None or sentence.word(sentence.at(subject[0])) in PRONOUNS):
        return False
    if sentence.word(verb) != "be":
        return True
    return not saying.startswith(_OPINING) and sentence.word(verb + 1).endswith(_PARTICIPLES)


def _is_duty(sentence: Sentence, at: int, verb: int) -> bool:
    """Not "did not have to wait", "might have to", "it should come as no surprise", "must have"."""
    word, beside = sentence.word(at), {*sentence.before_verb(at)[1]}
    if word in _WITH_TO and sentence.word(at + 1) != "to":
        return False
    if _UNCERTAIN & beside or (word not in _MODAL and NEGATIONS & beside):
        return False
    return sentence.word(verb) != "have" and not sentence.follows(verb, ("come", "as"))


def time_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "It is time for both sides to sign", "it is essential that they sign": a demand of the speaker."""
    first = at
    while sentence.word(first - 1) in _DEGREES or sentence.word(first - 1).endswith("ly"):
        first -= 1
    before = sentence.word(first - 1)
    if before not in _BEFORE_VERDICT or (before == "the" and sentence.word(first - 2) not in BE):
        return  # "by the time an agreement was signed"
    begun, toward = _urged(sentence, at)
    extent = extent_from(sentence, begun) if begun else None
    if extent and sentence.word(extent.first) not in OF_SPEAKING:
        yield Frame(
            act="demand",
            cue=sentence.place(first - 1, at + 1),
            holder=None,
            toward=toward,
            content=sentence.place(extent.first, extent.last),
            condition=extent.condition,
            rule="time",
            told=True,
        )


def _urged(sentence: Sentence, at: int) -> tuple[int | None, Place | None]:
    """Where what it is time for begins, behind the token `at`, and whom it is asked of."""
    following = sentence.word(at + 1)
    if following == "for":
        addressed = addressee(sentence, at + 2, ("to",))
        return (addressed[1] + 1, addressed[0]) if addressed else (None, None)
    if following in ("to", "that"):
        return at + 2, None
    bare = sentence.word(at) == "time" and (following in DETERMINERS or sentence.capital(at + 1))
    return (at + 1 if bare else None), None  # "it's time the ministers agreed"


def imperative_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "Open the gate", "Mr. Mayor, please don't sign it": a demand of whoever is quoted."""
    first = _imperative_from(sentence, at)
    called = _called(sentence, first)
    starts = called or _begins(sentence, first)
    if sentence.region(at) == OUTSIDE or not starts or not _has_object(sentence, at):
        return
    if extent := extent_from(sentence, at if sentence.word(at - 1) == "please" else first):
        yield Frame(
            act="demand",
            cue=sentence.place(at, at + 1),
            holder=None,
            toward=called,
            content=sentence.place(extent.first, extent.last),
            condition=extent.condition or leading_condition(sentence, at),
            rule="imperative",
            told=True,
        )


def _imperative_from(sentence: Sentence, at: int) -> int:
    """Where an imperative begins, with "don't" and "please"."""
    first = at
    if sentence.follows(at - 2, ("do", "not")):
        first -= 2
    elif sentence.word(at - 1) in ("don't", "never"):
        first -= 1
    return first - 1 if sentence.word(first - 1) in _BEFORE_IMPERATIVE else first


def _begins(sentence: Sentence, at: int) -> bool:
    """Whether a sentence of the quotation begins here."""
    before = sentence.word(at - 1)
    opened = not before or before in QUOTES or before in (".", "!", "?", "—", "–", "--", "…")
    return before == ":" or (opened and sentence.capital(at))


def _called(sentence: Sentence, at: int) -> Place | None:
    """ "Mr. Mayor, sign": whom a quotation addresses at its start."""
    if sentence.word(at - 1) != ",":
        return None
    for first in range(at - 2, max(at - 7, -1), -1):
        if _begins(sentence, first):
            return sentence.place(first, at - 1) if sentence.capital(at - 2) else None
        if not (sentence.capital(first) or sentence.word(first) in (".", "of", "the")):
            return None
    return None


def _has_object(sentence: Sentence, at: int) -> bool:
    """What follows a verb in the imperative, and not a noun that looks alike ("Work began")."""
    following = sentence.word(at + 1)
    informing = sentence.word(at) == "let" and "know" in sentence.words(at + 2, at + 6)
    if informing or sentence.words(at, at + 2) in _PHRASES:
        return False
    if following in _BEFORE_OBJECT or following.endswith("ing"):
        return True
    named = sentence.capital(at + 1) and not sentence.word(at + 2).endswith("ed")
    return named and sentence.word(at) not in _CHEERING
