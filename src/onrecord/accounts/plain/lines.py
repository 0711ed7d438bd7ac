"""The lines of a plain text, and which of them are one paragraph that hard wrapping broke."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from typing import NamedTuple

from onrecord.accounts.lines.words import ends_sentence

FILLED = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
WIDEST_WRAP = 110
"""Characters in the widest line that may be a part of a hard-wrapped paragraph."""


class Line(NamedTuple):
    """A line of the text that is not blank, without the white space around it."""

    start: int
    end: int
    text: str
    indent: int
    apart: bool
    """Whether a blank line stands before it."""
    width: int
    """Characters in the longest of the hard-wrapped lines that it stands among; 0 if they are not wrapped."""


def end_of(text: str, most: int) -> int:
    """Where the first `most` lines end."""
    filled = (match for match in FILLED.finditer(text) if not match[0].isspace())
    beyond = next(islice(filled, most, None), None)
    return beyond.start() if beyond else len(text)


def lines_of(text: str) -> list[Line]:
    """The lines that are not blank."""
    return list(_lines(text))


def _lines(text: str) -> Iterator[Line]:
    run: list[tuple[int, int, int, bool]] = []
    before = 0
    for match in FILLED.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        indent = len(match[0]) - len(match[0].lstrip())
        breaks = max(text.count("\n", before, match.start()), text.count("\r", before, match.start()))
        if breaks > 1 and run:
            yield from _run(text, run)
            run = []
        run.append((match.start() + indent, match.start() + indent + len(words), indent, breaks > 1 or not before))
        before = match.end()
    yield from _run(text, run)


def _run(text: str, run: list[tuple[int, int, int, bool]]) -> Iterator[Line]:
    width = max((end - start + indent for start, end, indent, _ in run), default=0)
    broken = any(
        end - start >= max(30, 0.7 * width) and text[after[0]].islower() and not ends_sentence(text[start:end])
        for (start, end, _, _), after in pairwise(run)
    )
    for start, end, indent, apart in run:
        yield Line(start, end, text[start:end], indent, apart, width if broken and width <= WIDEST_WRAP else 0)


def joined(lines: list[Line], members: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The paragraphs of some lines: a line goes on in the next one where its sentence does, or where it is full."""
    start = end = last = -1
    for index in members:
        if index == last + 1 and start >= 0 and goes_on(lines[last], lines[index]):
            end = lines[index].end
        else:
            if start >= 0:
                yield start, end
            start, end = lines[index].start, lines[index].end
        last = index
    if start >= 0:
        yield start, end


def goes_on(line: Line, after: Line) -> bool:
    """Whether `after` is the same paragraph, broken by hard wrapping."""
    length = line.indent + len(line.text)
    if after.apart or length < 30 or not line.width or line.indent != after.indent:
        return False
    first = after.text.split(None, 1)[0]
    full = length + 1 + len(first) > line.width
    return full if ends_sentence(line.text) else full or first[0].islower() or length > 0.8 * line.width
