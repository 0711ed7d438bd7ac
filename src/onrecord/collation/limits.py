"""How much of the accounts is compared: all of any that anybody publishes, and of what goes on without end the
beginning.

The limits are of words, statements, positions, moments and names, never of time: the same accounts give the same record
on every machine. They are for all accounts together, and none is cut to less than a share of its own; short accounts
leave what they do not need to long ones.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec import structs

from onrecord.text.words import Word, count_words, words
from onrecord.types import Block, Part, Reading, Shortfall, Span

_AT_ONCE = 100_000  # characters whose words are told at once


class Limit(NamedTuple):
    most: int
    """So many are compared of all accounts together,"""
    least: int
    """and so many of each, however many accounts there are."""


WORDS = Limit(400_000, 50_000)
_OF_WORDS: tuple[Part, ...] = ("wordings", "positions", "findings", "copies")
"""The parts that lack what stands behind the last word that is compared."""
_LISTED: tuple[tuple[str, Part, str, Limit], ...] = (
    ("cast", "cast", "names", Limit(40_000, 1_000)),
    ("statements", "wordings", "statements", Limit(10_000, 500)),
    ("positions", "positions", "positions", Limit(20_000, 500)),
    ("timeline", "findings", "moments", Limit(20_000, 500)),
)
"""Fields of a reading, the part of the record that lacks what is left out of them, what they hold, and how many are
compared."""


def within_limits(readings: Sequence[Reading]) -> tuple[tuple[Reading, ...], tuple[Shortfall, ...]]:
    """The readings as far as they are compared, and what that leaves out. One of which anything is left out counts as
    not read whole: it is never said to be silent."""
    cut, shortfalls = _to_words(readings)
    for field, part, named, limit in _LISTED:
        sizes = [len(getattr(reading, field)) for reading in cut]
        level = _level(sizes, limit)
        cut = [_to_level(reading, field, level) for reading in cut]
        shortfalls += _told(part, named, level, sizes)
    pairs = zip(cut, readings, strict=True)
    return tuple(kept if kept is reading else _in_part(kept) for kept, reading in pairs), tuple(shortfalls)


def _level(sizes: Iterable[int], limit: Limit) -> int:
    """The level to which all are filled: those below it are taken whole."""
    rising = sorted(sizes)
    remaining = limit.most
    for taken, size in enumerate(rising):
        share = remaining // (len(rising) - taken)
        if size > share:
            return max(share, limit.least)
        remaining -= size
    return max(rising, default=0)


def _to_level(reading: Reading, field: str, level: int) -> Reading:
    listed = getattr(reading, field)
    return reading if len(listed) <= level else structs.replace(reading, **{field: listed[:level]})


def _told(part: Part, named: str, level: int, sizes: Sequence[int]) -> list[Shortfall]:
    if max(sizes, default=0) <= level:
        return []
    reason = f"of an account with more {named} than are compared at once only the first {level:,} {named} were compared"
    return [Shortfall(part, reason)]


def _in_part(reading: Reading) -> Reading:
    return structs.replace(reading, account=structs.replace(reading.account, complete=False))


def _to_words(readings: Sequence[Reading]) -> tuple[list[Reading], list[Shortfall]]:
    """The readings up to the last word that is compared. Readers' words are never compared, and count for none."""
    if sum(len(reading.account.text) for reading in readings) <= WORDS.most:
        return [*readings], []  # no word is shorter than a character
    sizes = [_count(reading) for reading in readings]
    level = _level(sizes, WORDS)
    pairs = zip(readings, sizes, strict=True)
    cut = [_until(reading, level) if size > level else reading for reading, size in pairs]
    return cut, [short for part in _OF_WORDS for short in _told(part, "words", level, sizes)]


def _stretches(reading: Reading) -> Iterator[tuple[int, int]]:
    """The places of what is compared, none longer than is looked at at once."""
    for block in reading.account.blocks:
        start, end = block.span.start, block.span.end
        for at in range(start, end, _AT_ONCE) if block.kind != "comment" else ():
            yield at, min(at + _AT_ONCE, end)


def _count(reading: Reading) -> int:
    """How many words a reading has, or more than are ever compared."""
    count = 0
    for start, end in _stretches(reading):
        count += count_words(reading.account.text, start, end)
        if count > WORDS.most:
            break
    return count


def _words(reading: Reading) -> Iterator[Word]:
    for start, end in _stretches(reading):
        yield from words(reading.account.text, start, end)


def _until(reading: Reading, level: int) -> Reading:
    """The blocks, statements, positions and moments of a reading up to so many of its words."""
    end = next(islice(_words(reading), level - 1, None)).end
    return structs.replace(
        reading,
        account=structs.replace(reading.account, blocks=_blocks_until(reading.account.blocks, end)),
        statements=tuple(statement for statement in reading.statements if _ends_by(end, statement.content)),
        positions=tuple(position for position in reading.positions if _ends_by(end, position.content)),
        timeline=tuple(moment for moment in reading.timeline if moment.what.end <= end),
    )


def _blocks_until(blocks: Iterable[Block], end: int) -> tuple[Block, ...]:
    return tuple(
        Block(block.kind, Span(block.span.account, block.span.start, min(block.span.end, end)), block.origin)
        for block in blocks
        if block.span.start < min(block.span.end, end)
    )


def _ends_by(end: int, spans: Iterable[Span]) -> bool:
    return all(span.end <= end for span in spans)
