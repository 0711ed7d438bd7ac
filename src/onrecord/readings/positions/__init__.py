"""Positions: who demands, offers, refuses, promises, accepts, threatens or hopes for what, toward whom, on what condition.

By rule: a word that shows an act, its complement, its subject (see `acts`). What only a speaker can commit to ("we will not
...") is a position where a statement holds it. Unknown rather than wrong: without an actor that could hold it there is none.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.readings.cast import Cast
from onrecord.readings.positions.acts import NOUNS, SHOULD, VERBS, WILL, WILL_NOT
from onrecord.readings.positions.clauses import Place, Sentence
from onrecord.readings.positions.frames import Frame
from onrecord.readings.positions.nouns import is_noun, noun_frames
from onrecord.readings.positions.reader import Reader
from onrecord.readings.positions.told import VERDICT_WORDS, should_frames, time_frames, verdict_frames, will_frames
from onrecord.readings.positions.verbs import verb_frames
from onrecord.text.sentences import split_sentences
from onrecord.types import Position, Statement

__all__ = ["make_positions"]

_WORD = re.compile(r"[a-z]+(?:['’]t)?")
_CUE_WORDS = (
    frozenset(VERBS)
    | frozenset(NOUNS)
    | WILL_NOT
    | WILL
    | SHOULD
    | frozenset(VERDICT_WORDS)
    | {"not", "never", "ll", "time"}
)


def make_positions(
    cast: Cast, statements: tuple[Statement, ...], paragraphs: Iterable[Place], quoted: Iterable[Place]
) -> tuple[Position, ...]:
    """The positions of an account, in the order of the text. `quoted`: the words of its quotations.

    An actor that only holds or meets a position ("the strikers") joins the cast, so ask for its actors afterwards.
    """
    places, inside = list(paragraphs), sorted(quoted)
    reader = Reader(cast, statements, places, inside)
    found = [
        position
        for start, end in places
        for first, last in split_sentences(cast.text, start, end)
        if _has_cue(cast.text[first:last])
        for sentence in (Sentence(cast.text, first, last, inside),)
        for position in reader.positions(sentence, find_frames(sentence))
    ]
    return tuple(found)


def _has_cue(words: str) -> bool:
    return not _CUE_WORDS.isdisjoint(word.replace("’", "'") for word in _WORD.findall(words.lower()))


def find_frames(sentence: Sentence) -> Iterator[Frame]:
    """The frames of a sentence, in the order of their cues."""
    for at, token in enumerate(sentence.tokens):
        word = token.word
        if word in NOUNS and is_noun(sentence, at):
            yield from noun_frames(sentence, at)
        elif word in VERBS:
            yield from verb_frames(sentence, at)
        elif word in WILL_NOT or word in WILL or word in ("not", "never"):
            yield from will_frames(sentence, at)
        elif word in SHOULD:
            yield from should_frames(sentence, at)
        elif word == "time":
            yield from time_frames(sentence, at)
        elif word in VERDICT_WORDS:
            yield from verdict_frames(sentence, at)
