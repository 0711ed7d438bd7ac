"""Whether an act is told as a fact of its own time, or as past, only supposed, or not vouched for."""

import re
from collections.abc import Sequence

from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.frames import Modality
from onrecord.readings.positions.words import AUXILIARIES, NEGATIONS
from onrecord.text import lexicon

_SUPPOSING = lexicon.words("clause_words.supposing")
_LIKING = frozenset(("like", "love", "prefer"))  # "we would like them to ..." asks
_UNVOUCHED = lexicon.words("doubt.unvouched")
_FORMERLY = lexicon.words("calendar.formerly")
_AGAIN = frozenset("again more".split())  # "once again"
_WISHES = lexicon.words("clause_words.wishes_over")  # "had hoped" is over even where it is reported
_FORMER = lexicon.words("calendar.former")
_SUPPOSED = lexicon.words("doubt.supposed")
# "dropped its demand", "walked back his threat": what is given up was held before.
_GIVING_UP = re.compile(
    r"(?:drop(?:s|ped|ping)?|abandon(?:s|ed|ing)?|withdr[ae]w(?:s|n|ing)?|rescind(?:s|ed|ing)?|revok(?:es?|ed|ing)"
    r"|renounc(?:es?|ed|ing)|"
    r"retract(?:s|ed|ing)?|shelv(?:es?|ed|ing)|lift(?:s|ed|ing)?|revers(?:es?|ed|ing)|br[eo]ke|broken|breaking|"
    r"(?:g[ai]ve(?:s|n)?|giving) up|(?:back(?:s|ed|ing)?|climb(?:s|ed|ing)?) (?:off|down|away) (?:from|on)|walk(?:s"
    r"|ed|ing)? back|"
    r"back(?:s|ed|ing)? off|retreat(?:s|ed|ing)? from|reneg(?:es?|ed|ing) on|(?:goes|went|going|gone) back on"
    r"|pull(?:s|ed|ing)? back from)$"
)
_GIVEN_UP = re.compile(
    r"(?:was|were|been|being|is|are) (?:later |since |then |quietly )?(?:dropped|abandoned|withdrawn|rescinded"
    r"|revoked|retracted|shelved|lifted|reversed|broken)\b"
)
_LONGEST_GIVING_UP = 4  # tokens
_LONGEST_NOUN_PHRASE = 20  # tokens between a noun and what became of it
_KEPT = NEGATIONS | lexicon.words("acting_verbs.refusing")


def verbal(sentence: Sentence, first: int, passed: Sequence[str], *, reported: bool) -> Modality:
    """Of a verb whose auxiliaries and adverbs are `passed`; `first` is its token. `reported`: in somebody's reported
    words, where "had demanded" says no more than "has demanded"."""
    words = {*passed}
    if words & _SUPPOSING and sentence.word(first) not in _LIKING:
        return "hypothetical"
    over = "had" in words and (not reported or sentence.word(first) in _WISHES)
    if over or _is_former(sentence, first, words):
        return "past"
    return "hedged" if words & _UNVOUCHED else "plain"


def _is_former(sentence: Sentence, first: int, words: set[str]) -> bool:
    """ "Once demanded", "used to demand", "at first demanded"."""
    formerly = words & _FORMERLY and not words & _AGAIN
    return bool(formerly) or sentence.follows(first - 2, ("used", "to")) or _at_first(sentence, first)


def _at_first(sentence: Sentence, first: int) -> bool:
    return sentence.follows(first - 2, ("at", "first")) or sentence.follows(first + 1, ("at", "first"))


def nominal(sentence: Sentence, first: int, at: int) -> Modality:
    """Of a noun at token `at` whose phrase, with its possessor, begins at `first`."""
    describing = {*sentence.words(first, at)}
    if describing & _SUPPOSED:
        return "hypothetical"
    if describing & _FORMER or _is_given_up(sentence, first, at):
        return "past"
    return "plain"


def _is_given_up(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the phrase is the object of a verb of giving up, or the subject of its passive."""
    for begin in range(first - 1, max(first - 1 - _LONGEST_GIVING_UP, -1), -1):
        if _GIVING_UP.match(" ".join(sentence.words(begin, first))):
            return not _KEPT & {*sentence.words(begin - 3, begin)}
    behind = sentence.words(at + 1, at + 1 + _LONGEST_NOUN_PHRASE)
    verb = next((i for i, word in enumerate(behind) if word in AUXILIARIES and word != "to"), None)
    return verb is not None and _GIVEN_UP.match(" ".join(behind[verb : verb + 4])) is not None
