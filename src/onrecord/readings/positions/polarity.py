"""Subjects that negate their clause: "neither the union nor the company agreed", "not all members backed it"."""

import re

from onrecord.readings.positions.acts import VERBS
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.frames import Frame
from onrecord.readings.positions.words import RELATIVES
from onrecord.text import lexicon
from onrecord.text.spans import Place

_QUANTIFYING = lexicon.words("numbers.quantifying")
_LONGEST_QUANTIFIER = 6  # tokens
_LONGEST_PAIR = 24  # tokens from "neither" to "nor"
# Of those who are told of as a whole, it is known who does not; of "few" or "not all" it is not.
_OF_ALL = re.compile(r"(?:(?:almost |virtually )?none|neither|not (?:one|any|a single one)) of ")
_OF_UNKNOWN = re.compile(
    r"(?:neither|none|nobody|nothing|(?:very |so |too )?(?:few|little)|(?:almost |virtually )?no (?!\d)(?!fewer "
    r"|less |other than )|"
    r"no-one|(?:hardly|scarcely|barely) (?:any|anyone|anybody|a|one)|not (?:quite )?"
    r"(?:all|every|everyone|everybody|each|both|many|most|any|anyone|anybody|a single|one(?! but))|almost (?:nobody"
    r"|none))\b"
)


def with_polarity(sentence: Sentence, frame: Frame) -> Frame | None:
    """The frame, negated where its holder negates the clause; None where it is unknown who does not, or it is asked of
    nobody."""
    if frame.toward and _quantified(sentence, frame.toward):
        return _asked_of_nobody(sentence, frame)
    if frame.holder is None or _is_relative(sentence, frame):
        return frame
    if last := _last_of_pair(sentence, frame.holder):
        return _negated(sentence, frame._replace(holder=last))
    first = sentence.at(frame.holder[0])
    if sentence.follows(first - 2, ("not", "even")):
        return _negated(sentence, frame)
    words, _ = _begun(sentence, frame.holder)
    if whole := _OF_ALL.match(words):
        first = sentence.at(frame.holder[1]) - len(words[whole.end() :].split())
        return _negated(sentence, frame._replace(holder=(sentence.tokens[first].start, frame.holder[1])))
    return None if _OF_UNKNOWN.match(words) else frame


def _begun(sentence: Sentence, phrase: Place) -> tuple[str, int]:
    """The words of a noun phrase with the quantifier before it, and where they begin."""
    first, last = sentence.at(phrase[0]), sentence.at(phrase[1])
    if first == len(sentence.tokens):  # it stands in a later sentence
        return "", phrase[0]
    begun = first
    while first - begun < _LONGEST_QUANTIFIER and sentence.word(begun - 1) in _QUANTIFYING:
        begun -= 1
    while begun < first and sentence.word(begun) == "of":
        begun += 1
    return " ".join(sentence.words(begun, last)), sentence.tokens[begun].start


def _quantified(sentence: Sentence, phrase: Place) -> bool:
    words, _ = _begun(sentence, phrase)
    return bool(_OF_ALL.match(words) or _OF_UNKNOWN.match(words))


def _asked_of_nobody(sentence: Sentence, frame: Frame) -> Frame | None:
    """ "Nobody should cross the line": the demand is that nobody does; "asked no worker to leave" is none."""
    if not frame.rule.startswith("should") or frame.toward is None:
        return None
    first = _begun(sentence, frame.toward)[1]
    return frame._replace(toward=None, content=(min(first, frame.content[0]), frame.content[1]))


def _is_relative(sentence: Sentence, frame: Frame) -> bool:
    """ "None of those who demanded a vote came": the negation is of another clause."""
    if frame.holder is None or frame.holder[1] > frame.cue[0]:
        return False
    return not RELATIVES.isdisjoint(sentence.words(sentence.at(frame.holder[1]), sentence.at(frame.cue[0])))


def _last_of_pair(sentence: Sentence, holder: Place) -> Place | None:
    """ "Neither Belmara nor Tovria": the last of those that are joined so."""
    first, last = sentence.at(holder[0]), sentence.at(holder[1])
    nor = next((at for at in range(last - 1, first - 2, -1) if sentence.word(at) == "nor"), None)
    if nor is None or nor + 1 >= last or "neither" not in sentence.words(nor - _LONGEST_PAIR, nor):
        return None
    return sentence.tokens[nor + 1].start, holder[1]


def _negated(sentence: Sentence, frame: Frame) -> Frame:
    """Of what is not accepted, wanted or promised for the future it is the refusal that is told, as where the verb is
    negated."""
    if frame.modality != "denied" and not frame.negated and _is_willed(sentence, frame):
        return frame._replace(act="refuse")
    return frame._replace(negated=not frame.negated)


def _is_willed(sentence: Sentence, frame: Frame) -> bool:
    """Whether not to do it is to refuse: to accept, to want, to be ready."""
    if frame.act == "demand":
        return sentence.text[slice(*frame.cue)].casefold().startswith("want")
    if frame.act in ("promise", "offer") and frame.rule in ("will", "would"):
        return True
    cues = VERBS.get(sentence.word(sentence.at(frame.cue[0])), ())
    return frame.act == "accept" or (frame.act == "offer" and any(cue.adjective for cue in cues))
