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
    cover = _Cover()
    upcoming = 0
    for first, behind in pairwise(sorted(bounds)):
        pins = []
        while upcoming < len(marks) and marks[upcoming].start <= first:
            mark = marks[upcoming]
            cover.add(mark, upcoming)
            if mark.pin and mark.start >= start:
                pins.append(mark.pin)
            upcoming += 1
        cover.end(first)
        yield cover.segment(text[first:behind], tuple(pins))


class _Cover:
    """The linked marks over a place, as it moves on through a text."""

    def __init__(self) -> None:
        self._narrowest: list[tuple[int, int, int, Mark]] = []  # a heap; one that has ended goes when it is on top
        self._ends: list[tuple[int, str]] = []  # a heap
        self._kinds: Counter[str] = Counter()

    def add(self, mark: Mark, number: int) -> None:
        if mark.linked:
            heappush(self._narrowest, (mark.end - mark.start, mark.rank, number, mark))
            heappush(self._ends, (mark.end, mark.kind))
            self._kinds[mark.kind] += 1

    def end(self, place: int) -> None:
        """Takes away the marks that end before `place`."""
        while self._narrowest and self._narrowest[0][3].end <= place:
            heappop(self._narrowest)
        while self._ends and self._ends[0][0] <= place:
            self._kinds[heappop(self._ends)[1]] -= 1

    def segment(self, text: str, pins: tuple[str, ...]) -> Segment:
        if not self._narrowest:
            return Segment(text, None, "", (), pins)
        top = self._narrowest[0][3]
        under = tuple(sorted(kind for kind, count in self._kinds.items() if count and kind != top.kind))
        return Segment(text, top.line, top.kind, under, pins)
