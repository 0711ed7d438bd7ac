"""Spans that overlap, laid flat: a text cut wherever a mark begins or ends."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that the same marks cover."""

    text: str
    line: str | None  # id of the narrowest line that covers it
    kind: str  # of that line
    under: tuple[str, ...]  # the kinds of the other lines that cover it
    pins: tuple[str, ...]  # ids of the marks that begin here

    @property
    def wordless(self) -> bool:
        """Whether it is too little to be hit as a link: white space and punctuation."""
        return not any(char.isalnum() for char in self.text)


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end`, half open, that belong to a line. `rank` decides between marks of one length."""

    start: int
    end: int
    line: str
    kind: str
    pin: str | None = None  # id of the place, if links lead to it
    rank: int = 0
    linked: bool = True  # False: the place is pinned, but the words are no link


def segments(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """`text[start:end]` in pieces that join to it again, each with the narrowest mark over it.

    Marks may overlap, nest, repeat and reach beyond the range; empty ones count for nothing. Takes time
    n log n in the number of marks, and the pieces are at most 2n + 1.
    """
    end = len(text) if end is None else end
    inside = [m for m in marks if max(m.start, start) < min(m.end, end)]
    return tuple(_sweep(text, sorted(inside, key=lambda m: m.start), start, end))


def _sweep(text: str, marks: list[Mark], start: int, end: int) -> Iterator[Segment]:
    bounds = {start, end}.union(*({max(m.start, start), min(m.end, end)} for m in marks))
    live: list[tuple[int, int, int, Mark]] = []  # the narrowest first; a mark that has ended is dropped when met
    kinds: Counter[str] = Counter()
    ends: list[tuple[int, str]] = []
    points, upcoming = sorted(bounds), 0
    for left, right in pairwise(points):
        pins = []
        while upcoming < len(marks) and marks[upcoming].start <= left:
            mark = marks[upcoming]
            if mark.linked:
                heappush(live, (mark.end - mark.start, mark.rank, upcoming, mark))
                heappush(ends, (mark.end, mark.kind))
                kinds[mark.kind] += 1
            if mark.pin and mark.start >= start:
                pins.append(mark.pin)
            upcoming += 1
        while live and live[0][3].end <= left:
            heappop(live)
        while ends and ends[0][0] <= left:
            kinds[heappop(ends)[1]] -= 1
        yield _segment(text[left:right], live[0][3] if live else None, kinds, tuple(pins))


def _segment(text: str, top: Mark | None, kinds: Counter[str], pins: tuple[str, ...]) -> Segment:
    if top is None:
        return Segment(text, None, "", (), pins)
    under = tuple(sorted(kind for kind, count in kinds.items() if count and kind != top.kind))
    return Segment(text, top.line, top.kind, under, pins)
