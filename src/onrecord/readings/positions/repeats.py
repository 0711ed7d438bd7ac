"""Positions that an account tells more than once are listed once, at their clearest place."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import structs

from onrecord.text import lexicon
from onrecord.text.words import is_content, stem, words
from onrecord.types import Position, Span

_Key = tuple[str | None, tuple[str, ...], str, bool, str, str]
"""What tells the same act of the same holder, and a word of its content."""
_POINTING = frozenset(stem(word) for word in lexicon.in_order("things.meant_before"))
"""Words that point at a matter and do not tell it."""


def once(text: str, positions: Sequence[Position]) -> tuple[Position, ...]:
    """Of positions of one holder and one act whose telling words are all in another's, that other, with the places of
    these.

    A condition or another addressee makes a position of its own.
    """
    telling = {position.id: _telling(text, position) for position in positions}
    kept: dict[str, Position] = {}
    having: dict[_Key, list[str]] = defaultdict(list)
    repeated: dict[str, list[Span]] = defaultdict(list)
    for position in sorted(positions, key=lambda p: (-len(telling[p.id]), p.condition is None, p.cue)):
        words = telling[position.id]
        # Whichever of its words is looked for, all that tell it have it: the rarest has the fewest to compare.
        likely = min((having[_key(position, word)] for word in words or ("",)), key=len)
        fuller = next((one for one in likely if _is_told_by(position, words, kept[one], telling[one])), None)
        if fuller:
            repeated[fuller] += position.content
        else:
            kept[position.id] = position
            for word in (*words, ""):
                having[_key(position, word)].append(position.id)
    for told_again, spans in repeated.items():
        kept[told_again] = structs.replace(kept[told_again], repeated=tuple(sorted(spans)))
    return tuple(sorted(kept.values(), key=lambda position: position.cue))


def _key(position: Position, word: str) -> _Key:
    return position.holder, position.joint, position.act, position.negated, position.modality, word


def _is_told_by(position: Position, words: frozenset[str], fuller: Position, others: frozenset[str]) -> bool:
    elsewhere = position.toward not in (None, fuller.toward)
    return position.condition is None and not elsewhere and words <= others and bool(others)


def _telling(text: str, position: Position) -> frozenset[str]:
    return frozenset(_stems(text, ((span.start, span.end) for span in position.content)))


def _stems(text: str, places: Iterable[tuple[int, int]]) -> Iterable[str]:
    for start, end in places:
        for word in words(text, start, end):
            key = stem(word.key)
            if is_content(word.key) and key not in _POINTING:
                yield key
