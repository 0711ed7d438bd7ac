"""Positions that an account tells more than once are listed once, at their clearest place."""

from collections.abc import Iterable, Sequence

from msgspec import structs

from onrecord.text.words import is_content, stem, words
from onrecord.types import Position

_POINTING = frozenset(
    stem(word)
    for word in "deal proposal offer plan bill measure legislation idea agreement request demand compromise package law move step it that this "
    "them thing same part act issue matter".split()
)
"""Words that point at a matter and do not tell it."""


def once(text: str, positions: Sequence[Position]) -> tuple[Position, ...]:
    """Of positions of one holder and one act whose telling words are all in another's, that other, with the places of these.

    A new condition or addressee makes a new position.
    """
    told = {position.id: _telling(text, position) for position in positions}
    kept: list[Position] = []
    for position in sorted(positions, key=lambda p: (-len(told[p.id]), p.condition is None, p.cue)):
        fuller = next((one for one in kept if _is_repeated(position, one, told)), None)
        if fuller is None:
            kept.append(position)
        else:
            places = sorted((*fuller.repeated, *position.content))
            kept[kept.index(fuller)] = structs.replace(fuller, repeated=tuple(places))
    return tuple(sorted(kept, key=lambda position: position.cue))


def _is_repeated(position: Position, fuller: Position, told: dict[str, frozenset[str]]) -> bool:
    mine, theirs = told[position.id], told[fuller.id]
    same = (position.holder, position.act, position.negated, position.modality) == (
        fuller.holder,
        fuller.act,
        fuller.negated,
        fuller.modality,
    )
    return same and position.condition is None and mine <= theirs and bool(mine or theirs)


def _telling(text: str, position: Position) -> frozenset[str]:
    return frozenset(_stems(text, ((span.start, span.end) for span in position.content)))


def _stems(text: str, places: Iterable[tuple[int, int]]) -> Iterable[str]:
    for start, end in places:
        for word in words(text, start, end):
            key = stem(word.key)
            if is_content(word.key) and key not in _POINTING:
                yield key
