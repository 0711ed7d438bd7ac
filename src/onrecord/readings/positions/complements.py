"""What may follow the words of an act: one finder for each letter of `acts.Cue.complements`."""

import re
from collections.abc import Callable
from typing import NamedTuple

from onrecord.readings.positions.acts import OF_ARGUMENT, OF_TALK, Cue
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.extents import Extent, extent_from
from onrecord.readings.positions.words import AUXILIARIES, DAYS, NEGATIONS, NO_OBJECT, PREPOSITIONS
from onrecord.text import lexicon
from onrecord.text.spans import Place

_OBJECT_PRONOUNS = lexicon.words("clause_words.object_pronouns")
_DEFINITE = lexicon.words("clause_words.of_a_known_thing")
_OPENING = frozenset("\"“‘'")
_SUBJECTS = lexicon.words("clause_words.clause_subjects")
_NOT_ADDRESSED = lexicon.words("clause_words.nobody_addressed")
_BEFORE_TO = frozenset(("as", "order"))  # "as to why", "in order to"
_NOT_VERBS = lexicon.words("clause_words.never_a_verb")
_SMALL_ADVERBS = lexicon.words("clause_words.before_a_complement")
_MEASURING = lexicon.words("numbers.measuring")
_TIMES = lexicon.words("calendar.units_of_deadlines")
_ACTING = lexicon.words("clause_words.persons")
_WITH_NOUN = lexicon.words("clause_words.with_a_noun")
_REQUESTS = lexicon.words("acting_verbs.requests")
_TALLY = re.compile(r"\d{1,3}[-–]\d{1,3}")  # "voted 7-2 to"
_IN_PRINCIPLE = (["in", "principle"], ["in", "part"])
_OWNING = lexicon.words("clause_words.owning")
_INDEFINITE = lexicon.words("clause_words.indefinite")
_TABLED = lexicon.words("acting_verbs.tabled")
_DEMANDABLE = lexicon.words("acting_verbs.demandable_words")
_NO_NOUN = NO_OBJECT | AUXILIARIES | NEGATIONS
_NO_ADDRESSEE = (NO_OBJECT | AUXILIARIES) - _OBJECT_PRONOUNS
_LONGEST_ADDRESSEE = 16  # tokens
_LONGEST_NAMED = 7  # tokens of a name with its title
_OPENING_CONTENT = _INDEFINITE | {"the", "its", "his", "their"}
_ENDING_ADDRESSEE = frozenset(".;:—?!") | AUXILIARIES | _SUBJECTS | _NOT_ADDRESSED


class Complement(NamedTuple):
    extent: Extent
    toward: Place | None
    rule: str = "verb"


def complement(sentence: Sentence, cue: Cue, at: int, *, noun: bool = False) -> Complement | None:
    """What follows the cue's words, which end before token `at`."""
    at = behind_adverbs(sentence, at)
    for letter, find in _COMPLEMENTS.items():
        begun = find(sentence, at) if letter in cue.complements else None
        if begun is None:
            continue
        first, toward = begun
        if sentence.words(first, first + 2) in (["be", "named"], ["be", "identified"]):
            return None
        extent = _extent(sentence, letter, first, noun=noun)
        if extent and not _is_of_talk(sentence, cue, extent, letter):
            return Complement(_behind_colon(sentence, extent), toward)
    return None


def _extent(sentence: Sentence, letter: str, first: int, *, noun: bool) -> Extent | None:
    """How far a complement of one kind goes that begins at token `first`; `noun`: of a noun."""
    extent = extent_from(sentence, first, phrase=noun and letter != "c", clause=noun and letter == "c")
    return extent._replace(last=_table(sentence, first)) if extent and letter == "b" else extent


def _is_of_talk(sentence: Sentence, cue: Cue, extent: Extent, letter: str) -> bool:
    """Whether it is a view or an accusation that is offered or rejected. "Urged her to rebuke the board": a verb that
    looks alike."""
    of_talk = OF_TALK - _DEMANDABLE if cue.act in ("demand", "hope") else OF_TALK
    if cue.act == "refuse" and letter == "n" and not cue.more:
        of_talk = of_talk | OF_ARGUMENT
    verb = letter in "at" and sentence.word(extent.first) != "to"
    return not of_talk.isdisjoint(sentence.words(extent.first + verb, min(extent.first + 4, extent.last)))


def _behind_colon(sentence: Sentence, extent: Extent) -> Extent:
    """ "offered a deal: two days more for ...": what is offered stands behind the colon."""
    colon = extent.last
    if sentence.word(colon) != ":" or extent.last - extent.first > 4 or sentence.capital(colon + 1):
        return extent
    return extent_from(sentence, colon + 1) or extent


def behind_adverbs(sentence: Sentence, at: int) -> int:
    """The token behind words that say when or how far: "called on Tuesday for", "agreed in principle to"."""
    while at < len(sentence.tokens):
        behind = _behind_adverb(sentence, at)
        if behind == at:
            break
        at = behind
    return at


def _behind_adverb(sentence: Sentence, at: int) -> int:
    """The token behind one such adverbial; `at` if none begins there."""
    if (when := sentence.when(at)) > at:
        return when
    if sentence.word(at) in ("on", "late", "early") and sentence.word(at + 1).endswith("day"):
        return at + 2
    if _is_adverb(sentence, at) or sentence.follows(at, ("later", "on")):
        return at + 1
    return at + 2 if sentence.words(at, at + 2) in _IN_PRINCIPLE else at


def _is_adverb(sentence: Sentence, at: int) -> bool:
    """ "Again", "Monday", "7-2", "firmly": one token that says when, how or how far."""
    word = sentence.word(at)
    if word in _SMALL_ADVERBS or _TALLY.fullmatch(word):
        return True
    return word.endswith("day") if sentence.capital(at) else word.endswith("ly")


_Found = tuple[int, Place | None] | None
"""Token where the content begins, and the addressee before it."""


def _infinitive(sentence: Sentence, at: int) -> _Found:
    to = _past_marks(sentence, at)
    if sentence.word(to) == "as":  # "intends as a first step to ..."
        to = next((i for i in range(to, to + 7) if sentence.word(i) == "to"), to)
    if sentence.word(to) in ("not", "never") and sentence.word(to + 1) == "to":
        to += 1
    verb = _past_marks(sentence, to + 1)
    word = sentence.word(verb)
    bare = word[:1].isalpha() and word not in _NOT_VERBS and not sentence.capital(verb)
    return (at, None) if bare and sentence.word(to) == "to" else None


def _past_marks(sentence: Sentence, at: int) -> int:
    while sentence.word(at) in _OPENING:
        at += 1
    return at


def _clause(sentence: Sentence, at: int) -> _Found:
    return (_past_adverbial(sentence, at + 1), None) if sentence.word(at) == "that" else None


def _past_adverbial(sentence: Sentence, at: int) -> int:
    """ "hopes that, in time, they agree": where the clause begins behind its adverbials."""
    first = at
    while sentence.word(first) == "," or sentence.word(first) in PREPOSITIONS | {"instead", "somehow"}:
        comma = next((i for i in range(first + 1, first + 14) if sentence.word(i) == ","), None)
        if comma is None:
            return at
        first = comma + 1
    return first


def _clause_to(sentence: Sentence, at: int) -> _Found:
    """ "promised the voters that ..." """
    addressed = addressee(sentence, at, ("that",)) if sentence.word(at) not in ("a", "an") else None
    return (addressed[1] + 1, addressed[0]) if addressed else None


def _asked_for(sentence: Sentence, at: int) -> _Found:
    """ "asked the ministry for ..." """
    addressed = addressee(sentence, at, ("for",))
    return (addressed[1] + 1, addressed[0]) if addressed else None


def _definite(sentence: Sentence, at: int) -> _Found:
    return (at, None) if sentence.word(at) in _DEFINITE or sentence.capital(at) else None


def _given(sentence: Sentence, at: int) -> _Found:
    """ "offered the union two days": an addressee, then a noun phrase with its article or number."""
    last = _behind_recipient(sentence, at)
    starts = sentence.word(last) in _OPENING_CONTENT or sentence.is_number(last)
    return (last, sentence.place(at, last)) if last > at and starts else None


def _behind_recipient(sentence: Sentence, at: int) -> int:
    """The token behind those to whom something is given."""
    if sentence.word(at) in _OBJECT_PRONOUNS:
        return at + 1
    last = at
    while last - at < 5 and (sentence.capital(last) or sentence.word(last) in ("the", "'s", ".")):
        last += 1
    if last - at == 1 and sentence.word(at) in _OWNING:  # "offered the strikers a bonus"
        amounts = (i for i in range(at + 2, at + 5) if sentence.word(i) in _INDEFINITE or sentence.is_number(i))
        return next(amounts, last)
    if sentence.word(at).endswith("s") and sentence.word(at) not in NO_OBJECT:
        return at + 1  # "offered workers a bonus"
    return last


def _deadline(sentence: Sentence, at: int) -> _Found:
    """ "gave the rebels until Sunday to leave"."""
    until = addressee(sentence, at, ("until",))
    to = sentence.find(("to",), range(until[1] + 2, until[1] + 7)) if until else None
    return (to + 1, until[0]) if until and to and _infinitive(sentence, to) else None


def _conditional(sentence: Sentence, at: int) -> _Found:
    """ "made their support conditional on an inquiry"."""
    for i in range(at + 1, min(at + _LONGEST_ADDRESSEE, len(sentence.tokens))):
        if sentence.word(i) in ("conditional", "contingent", "dependent") and sentence.word(i + 1) in ("on", "upon"):
            return i + 2, None
        if sentence.word(i) in NO_OBJECT - PREPOSITIONS:
            return None
    return None


def _act_noun(sentence: Sentence, at: int) -> _Found:
    """ "its bid for the mill", "a new proposal"."""
    noun = sentence.find(_TABLED, range(at + 1, at + 5))
    return (at, None) if noun and sentence.word(at) in _OWNING | _INDEFINITE else None


def _lasts(sentence: Sentence, at: int) -> bool:
    """ "pushed for nearly a decade": how long, and not for what."""
    unit = at
    while sentence.word(unit) in _MEASURING or sentence.word(unit)[:1].isdigit():
        unit += 1
    return unit > at and sentence.word(unit).removesuffix("s") in _TIMES


def _request(sentence: Sentence, at: int) -> _Found:
    """ "denied the request for a refund"."""
    noun = sentence.find(_REQUESTS, range(at + 1, at + 5))
    silent = noun and {"comment", "interview"} & {*sentence.words(noun + 1, noun + 4)}
    return (at, None) if noun and not silent and sentence.word(at) in _DEFINITE | _INDEFINITE else None


def _threatened_with(sentence: Sentence, at: int) -> _Found:
    """ "threatened the town with a blockade": whom, then with what."""
    addressed = addressee(sentence, at, ("with",))
    return (addressed[1] + 1, addressed[0]) if addressed else None


def _preposition(word: str) -> Callable[[Sentence, int], _Found]:
    def find(sentence: Sentence, at: int) -> _Found:
        follows = sentence.word(at) == word and sentence.word(at + 1) not in PREPOSITIONS | {"last", "next"}
        return (at + 1, None) if follows and not _lasts(sentence, at + 1) else None

    return find


def _for(sentence: Sentence, at: int) -> _Found:
    """ "calls for the Mayor to resign": somebody who is to do something, or what is to be."""
    if sentence.word(at) != "for":
        return None
    addressed = addressee(sentence, at + 1, ("to",))
    if addressed and addressed[1] - at < _LONGEST_NAMED and sentence.capital(addressed[1] - 1):
        return addressed[1] + 1, addressed[0]
    return _preposition("for")(sentence, at)


def _tabled(sentence: Sentence, at: int) -> _Found:
    """ "put two days more on the table"."""
    return (at, None) if sentence.word(at) not in NO_OBJECT and _table(sentence, at) > at else None


def _table(sentence: Sentence, at: int) -> int:
    """The token before which what is put "on the table" ends; `at` if nothing is."""
    reach = range(at + 1, min(at + _LONGEST_ADDRESSEE, len(sentence.tokens)))
    return next((i for i in reach if sentence.follows(i, ("on", "the", "table"))), at)


def _gerund(sentence: Sentence, at: int) -> _Found:
    return (at, None) if sentence.word(at).endswith("ing") else None


def _addressed(sentence: Sentence, at: int) -> _Found:
    """ "urged the ministers to sign": the addressee, then the verb."""
    addressed = addressee(sentence, at, ("to",))
    if not addressed or not _infinitive(sentence, addressed[1]):
        return None
    return addressed[1] + (sentence.word(addressed[1]) == "to"), addressed[0]


def _warned(sentence: Sentence, at: int) -> _Found:
    """ "warned the board not to ..." """
    found = _addressed(sentence, at)
    return found if found and sentence.word(found[0]) == "not" else None


def addressee(sentence: Sentence, at: int, until: tuple[str, ...]) -> tuple[Place, int] | None:
    """The phrase of those who are addressed, which begins at the token `at`, and the token behind it, one of the words
    `until` or the "not" before one."""
    if sentence.word(at) in _NO_ADDRESSEE:
        return None
    ending = _ENDING_ADDRESSEE - {*until}
    in_brackets = False  # "(D-Calif.)"
    for last in range(at + 1, min(at + _LONGEST_ADDRESSEE, len(sentence.tokens))):
        word = sentence.word(last)
        in_brackets = word == "(" or (in_brackets and word != ")")
        if in_brackets:
            continue
        if word in ending or (word == "to" and sentence.word(last - 1) in _BEFORE_TO):
            return None
        if word in until or (word == "not" and sentence.word(last + 1) in until):
            return sentence.place(at, _before_day(sentence, at, last)), last
    return None


def _before_day(sentence: Sentence, first: int, last: int) -> int:
    """ "asked the board on Monday to ...": where the addressee ends."""
    while last - first > 1 and (
        sentence.word(last - 1) in DAYS or (sentence.word(last - 1) == "on" and sentence.word(last) in DAYS)
    ):
        last -= 1
    return last


def _object(sentence: Sentence, at: int) -> _Found:
    word = sentence.word(at)
    if word in _OBJECT_PRONOUNS and _infinitive(sentence, at + 1) and sentence.word(at - 1) == "for":
        return at + 2, sentence.place(at, at + 1)  # "called for her to resign"
    if word in NO_OBJECT and not _begins_object(sentence, at):
        return None
    if "for" in sentence.words(at - 2, at) and _lasts(sentence, at):
        return None
    return None if _is_no_noun(sentence, at) else (at, _side(sentence, at))


def _is_no_noun(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    if not word or word in NEGATIONS - {"no"} or word in AUXILIARIES:
        return True
    return word.endswith("ly") and sentence.word(at + 1) in NO_OBJECT


def _begins_object(sentence: Sentence, at: int) -> bool:
    """Whether a word that may stand alone opens a clause ("it be done") or goes with a noun ("this bill", "her
    plan")."""
    following = sentence.word(at + 1)
    noun = following.isalpha() and following not in _NO_NOUN
    if sentence.word(at) == "that":  # "veto that bill"
        beyond = sentence.word(at + 2)
        return noun and (not beyond.isalpha() or beyond in NO_OBJECT - _SUBJECTS)
    if sentence.word(at) in _ACTING and noun:
        return True  # "I hope they vote no"
    return _is_clause(sentence, at) or (sentence.word(at) in _WITH_NOUN and noun and not following.endswith("ly"))


def _is_clause(sentence: Sentence, at: int) -> bool:
    following = sentence.word(at + 1)
    return sentence.word(at) in _SUBJECTS and (
        following in AUXILIARIES or following in NEGATIONS or following.endswith("ed")
    )


def _side(sentence: Sentence, at: int) -> Place | None:
    """ "wants North Korea to provide ...": the capitalised words that begin the content, if a verb of theirs
    follows."""
    last = at + (sentence.word(at) == "the")
    first = last
    while sentence.capital(last):
        last += 1
    following = sentence.word(last)
    if last == first or not following.isalpha() or (following in NO_OBJECT and following != "to"):
        return None
    return sentence.place(at, last)


_COMPLEMENTS: dict[str, Callable[[Sentence, int], _Found]] = {
    "t": _infinitive,
    "c": _clause,
    "p": _clause_to,
    "d": _given,
    "u": _deadline,
    "f": _for,
    "a": _addressed,
    "r": _asked_for,
    "w": _warned,
    "o": _preposition("on"),
    "v": _gerund,
    "e": _definite,
    "k": _conditional,
    "b": _tabled,
    "i": _act_noun,
    "h": _threatened_with,
    "q": _request,
    "n": _object,
}
"""In the order in which they are looked for."""
