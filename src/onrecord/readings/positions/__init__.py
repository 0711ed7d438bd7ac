"""Positions: who demands, offers, refuses, promises, accepts, threatens or hopes for what, toward whom, on what
condition.

By rule: a word that shows an act, its complement, its subject (see `acts`). What only a speaker can commit to ("we will
not ...") is a position where a statement holds it. Unknown rather than wrong: without an actor that could hold it there
is none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set

from onrecord.readings.positions.actors import Actors
from onrecord.readings.positions.acts import IMPERATIVES, IS_NOT, NOUNS, SHOULD, URGENT, VERBS, WILL, WILL_NOT
from onrecord.readings.positions.acts_by_nouns import noun_frames
from onrecord.readings.positions.acts_by_verbs import verb_frames
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.commissives import VERDICT_WORDS, no_deal_frames, verdict_frames, will_frames
from onrecord.readings.positions.duties import imperative_frames, should_frames, time_frames
from onrecord.readings.positions.frames import Frame
from onrecord.readings.positions.narrative import Narrative
from onrecord.readings.positions.reader import Reader
from onrecord.readings.positions.repeats import once
from onrecord.readings.positions.sides import addressed
from onrecord.readings.positions.standing import STAYING, standing_frames
from onrecord.readings.speakers.resolver import Speakers
from onrecord.text.sentences import split_sentences
from onrecord.text.spans import Place
from onrecord.text.times import TimeReading
from onrecord.types import Position, Statement

__all__ = ["make_positions"]

_WORD = re.compile(r"[a-z]+(?:['’]t)?")
_FINDERS: tuple[tuple[Set[str], Callable[[Sentence, int], Iterable[Frame]]], ...] = (
    (NOUNS.keys(), noun_frames),
    (VERBS.keys(), verb_frames),
    (WILL_NOT | WILL | IS_NOT | {"going"}, will_frames),
    (SHOULD, should_frames),
    (URGENT, time_frames),
    (VERDICT_WORDS.keys(), verdict_frames),
    (STAYING, standing_frames),
    (IMPERATIVES, imperative_frames),
    ({"no"}, no_deal_frames),
)
_OF_WORD = {word: [find for words, find in _FINDERS if word in words] for words, _ in _FINDERS for word in words}
_CUE_WORDS = _OF_WORD.keys() | {"ll", "d"}


def make_positions(
    speakers: Speakers,
    statements: tuple[Statement, ...],
    paragraphs: Iterable[Place],
    quoted: Iterable[Place],
    times: Iterable[TimeReading] = (),
) -> tuple[Position, ...]:
    """The positions of an account, in the order of the text. `speakers` has answered for its statements; `quoted`: the
    words of its quotations; `times`: its dates.

    An actor that only holds or meets a position ("the strikers") joins the cast, so ask for its actors afterwards.
    """
    cast, inside = speakers.cast, sorted(quoted)
    narrative = Narrative(cast.text, cast.account.published, times)
    reader = Reader(cast, statements, Actors(speakers, inside), narrative)
    positions = [
        position
        for start, end in paragraphs
        for first, last in split_sentences(cast.text, start, end)
        if _has_cue(cast.text[first:last])
        for sentence in (Sentence(cast.text, first, last, inside),)
        for position in reader.positions(sentence, find_frames(sentence))
    ]
    return addressed(cast, once(cast.text, positions))


def _has_cue(words: str) -> bool:
    return not _CUE_WORDS.isdisjoint(word.replace("’", "'") for word in _WORD.findall(words.lower()))


def find_frames(sentence: Sentence) -> Iterator[Frame]:
    """The frames of a sentence, in the order of their cues; of those of one word, the first kind that fits."""
    for at, token in enumerate(sentence.tokens):
        if token.word in _OF_WORD:
            yield from next(filter(None, (tuple(find(sentence, at)) for find in _OF_WORD[token.word])), ())
