"""Acts that are said to hold on: "the offer would stay on the table if ...", "their demand stands"."""

from collections.abc import Iterator

from onrecord.readings.positions.acts import NOUNS
from onrecord.readings.positions.acts_by_nouns import possessor
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.extents import extent_from, leading_condition
from onrecord.readings.positions.frames import Frame, is_hypothetical, reported_by
from onrecord.readings.positions.words import NEGATIONS, PREPOSITIONS
from onrecord.text import lexicon

STAYING = lexicon.words("clause_words.staying")
_STATES = lexicon.families("clause_words.still_there")
LASTING = lexicon.words("acting_verbs.lasting")
_UNCERTAIN = lexicon.words("clause_words.not_yet_so")
_HOLDING = frozenset("stand stands stood".split())
_IN_THE_WAY = lexicon.words("clause_words.behind_stand")  # "stands in the way", "stood at 5 per cent"


def standing_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """Of whoever the noun belongs to ("its offer"), or else of the speaker; the content is the clause, with its
    time."""
    subject = sentence.subject(at)
    if subject is None or not _is_said_to_hold(sentence, at) or is_hypothetical(sentence, subject):
        return
    first = sentence.at(subject[0])
    noun, extent = sentence.find(LASTING, range(first, at)), extent_from(sentence, at)
    if noun is None or extent is None or PREPOSITIONS & {*sentence.words(first, noun)}:  # "the answer to the offer"
        return
    holder = possessor(sentence, noun)[0]
    yield Frame(
        act=NOUNS[sentence.word(noun)][0].act,
        cue=sentence.place(noun, noun + 1),
        holder=holder,
        toward=None,
        content=sentence.place(first, extent.last),
        condition=extent.condition or leading_condition(sentence, at),
        rule="standing",
        reporter=reported_by(sentence, subject)[0] if holder is None else None,
        told=holder is None,
    )


def _is_said_to_hold(sentence: Sentence, at: int) -> bool:
    """ "Stands", "remains on the table", and not "could stand", "stands in the way"."""
    if not (NEGATIONS | _UNCERTAIN).isdisjoint(sentence.before_verb(at)[1]):
        return False
    holds = sentence.word(at) in _HOLDING and sentence.word(at + 1) not in _IN_THE_WAY
    return holds or any(sentence.follows(at + 1, words) for words in _STATES)
