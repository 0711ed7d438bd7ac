"""Who hold a position together: "Belmara and Tovria"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.readings.cast.actors import Cast
from onrecord.readings.positions.frames import Frame
from onrecord.text.spans import Place
from onrecord.types import Statement

_AND = re.compile(r",?\sand\s(?:also\s)?|,\s")
_NOUN_PHRASE = re.compile(r"(?i:the|an?|its|his|her|their)\s|[^\W\d_a-z]")
_WITHIN = re.compile(r"\s(?:of|in|for|on|at)\s")
_ARTICLE = re.compile(r"(?:the|an?|its|his|her|their)\s")
_BOTH = re.compile(r"(?:both|either)\s", re.IGNORECASE)


def conjuncts(cast: Cast, place: Place) -> tuple[Place, ...]:
    """The parts of a phrase that "and" joins, where each can stand alone; the phrase itself if there are none."""
    text, (start, end) = cast.text, place
    if both := _BOTH.match(text, start, end):
        start = both.end()
    joins = _joins(cast, start, end)
    parts = tuple(pairwise([start, *(edge for join in joins for edge in join), end]))[::2]
    return parts if len(parts) > 1 and all(_stands_alone(text, *pair) for pair in pairwise(parts)) else (place,)


def _joins(cast: Cast, start: int, end: int) -> list[Place]:
    """The "and" of a phrase, and the commas before it, that stand within no name; none without an "and"."""
    joins = list(_AND.finditer(cast.text, start, end))
    if not any("and" in join[0] for join in joins):
        return []
    names = [(at, cast.ends[at]) for at, _ in cast.between(start, end)]
    return [join.span() for join in joins if not any(a < join.end() and join.start() < b for a, b in names)]


def _stands_alone(text: str, former: Place, latter: Place) -> bool:
    """Whether a phrase ends before "and": not "members of the House and Senate", "the foreign and defence
    ministers"."""
    before, behind = text[slice(*former)], text[slice(*latter)]
    if not _NOUN_PHRASE.match(before) or not _NOUN_PHRASE.match(behind):
        return False
    return before[0].isupper() or _ARTICLE.match(behind) is not None or not _WITHIN.search(before)


def unique(found: Iterator[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one for one in found if one))


def is_about(statement: Statement, frame: Frame) -> bool:
    """Whether the cue of a statement is that of the frame."""
    cue = statement.cue
    return cue is not None and cue.start < frame.cue[1] and frame.cue[0] < cue.end


def is_source_of(statement: Statement, frame: Frame) -> bool:
    """Whether the source of a statement holds the holder of the frame."""
    source, holder = statement.source, frame.holder
    return source is not None and holder is not None and source.start <= holder[0] and holder[1] <= source.end
