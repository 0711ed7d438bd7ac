"""A text as the model reads it: word pieces with two features each, packed into windows of whole paragraphs.

The weights were trained on exactly this form, so a change here asks for a new training. Quotation marks of every style
are shown to the model as curly ones, so that it reads straight, single, German and Japanese marks and guillemets alike.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.readings.model.wordpieces import Vocabulary

SIZE = 224
MARKS = re.compile(r"''|[\"“”„‟«»「」『』＂‘'’]")
CLOSERS = "\"”»」』＂''"
CLOSED_BY = {"„": "“”", "「": "」", "『": "』", "«": "»", "»": "«"}
SINGLE_CLOSER = {
    "‘": re.compile(r"’(?!\w)|(?<=[.,!?…])'(?!\w)"),
    "'": re.compile(r"(?<=[.,!?…])'(?!\w)|(?<=[^\Ws])'(?!\w)"),
}
OPENS = re.compile(r"[\s(]\"\w")  # a straight mark that can only open: what stood open before it was never closed
SENTENCE_END = re.compile(r"[.!?](?=\s)")
NO_OPENING = re.compile(r"\d\"(?!\w)|\S”")  # inches, and a closing mark that nothing opened
QUOTED, CAPITAL = 1, 2
Ints = NDArray[np.int64]


class Pieces(NamedTuple):
    """The word pieces of a text, as parallel arrays; offsets are characters of the text, half open."""

    ids: Ints
    start: Ints
    end: Ints
    feature: Ints
    first: NDArray[np.bool_]
    bounds: Ints
    quoted: NDArray[np.bool_]


def pieces(vocabulary: Vocabulary, text: str, paragraphs: Sequence[tuple[int, int]]) -> Pieces:
    """Word pieces of `paragraphs`. `first` is true on the first piece of a word (a run of letters, or one mark),
    `bounds` gives the first piece of each paragraph and the number of pieces, `quoted` whether it opens with a mark."""
    shown = [curly(text[start:end]) for start, end in paragraphs]
    columns: list[tuple[int, int, int, int, bool]] = []
    bounds = [0]
    for (offset, _), (mark, inside) in zip(paragraphs, shown, strict=True):
        for number, start, end, first in vocabulary.pieces(mark):
            feature = QUOTED * inside[start] + CAPITAL * mark[start].isupper()
            columns.append((number, start + offset, end + offset, feature, first))
        bounds.append(len(columns))
    table = np.array(columns, np.int64).reshape(-1, 5)
    ids, starts, ends, features, first_pieces = np.ascontiguousarray(table.T)
    opens = np.array([mark.lstrip()[:1] == "“" for mark, _ in shown], bool)
    return Pieces(ids, starts, ends, features, first_pieces.astype(bool), np.array(bounds, np.int64), opens)


def curly(paragraph: str) -> tuple[str, bytearray]:
    """The paragraph with each pair of quotation marks made “curly”, at the same length, and for each character 1 if it
    is inside such a pair or one of its marks. A mark that nothing closes is taken to run to the paragraph's end, or if
    another opens before that, to the end of its sentence."""
    inside = bytearray(len(paragraph) + 1)
    shown = list(paragraph.replace("’", "'").replace("‘", "'"))
    for opening, closing in _pairs(paragraph):
        shown[opening.start() : opening.end()] = "“ "[: len(opening.group())]
        stop = len(inside)
        if closing and OPENS.match(paragraph, max(0, closing.start() - 1)):
            ends = SENTENCE_END.search(paragraph, opening.end(), closing.start())
            stop = ends.end() if ends else closing.start()
        elif closing:
            shown[closing.start() : closing.end()] = " ”"[-len(closing.group()) :]
            stop = closing.end()
        inside[opening.start() : stop] = b"\1" * (stop - opening.start())
    return "".join(shown), inside


def _pairs(paragraph: str) -> Iterator[tuple[re.Match[str], re.Match[str] | None]]:
    """The outermost quotations of the paragraph: opening and closing mark, None if nothing closes it."""
    opening: re.Match[str] | None = None
    exhausted: set[str] = set()
    resume = 0
    for match in MARKS.finditer(paragraph):
        mark = match.group()
        if match.start() < resume:
            continue
        if opening is None and mark in SINGLE_CLOSER:
            if mark not in exhausted and _may_open(paragraph, match.start()):
                closing = SINGLE_CLOSER[mark].search(paragraph, match.end() + 1)
                if closing is None:
                    exhausted.add(mark)  # searched to the end once: hostile text must not make it quadratic
                else:
                    resume = closing.end()
                    yield match, closing
        elif opening is None:
            if mark != "’" and not NO_OPENING.match(paragraph, max(0, match.start() - 1)):
                opening = match
        elif mark in CLOSED_BY.get(opening.group(), CLOSERS):
            yield opening, match
            opening = match if OPENS.match(paragraph, max(0, match.start() - 1)) else None
    if opening is not None:
        yield opening, None


def _may_open(paragraph: str, at: int) -> bool:
    return paragraph[at + 1 : at + 2].isalnum() and not paragraph[max(0, at - 1) : at].isalnum()


def pack(pieces: Pieces, size: int = SIZE) -> list[Ints]:
    """Windows of at most `size` positions, each an array of piece numbers with -1 for [CLS] (at 0) and [SEP].

    Paragraphs stay whole unless longer than a window; one that opens with a quotation mark keeps the one before it.
    """
    parts = [
        (paragraph, start, stop)
        for paragraph in range(len(pieces.bounds) - 1)
        for start, stop in _cut(pieces, int(pieces.bounds[paragraph]), int(pieces.bounds[paragraph + 1]), size - 2)
    ]
    windows: list[list[tuple[int, int, int]]] = [[]]
    room = size - 1
    for part in parts:
        length = part[2] - part[1] + 1
        if length > room:
            held = windows[-1]
            kept = []
            if pieces.quoted[part[0]] and len(held) > 1 and held[-1][2] - held[-1][1] + 1 + length < size:
                kept = [held.pop()]
            windows.append(kept)
            room = size - 1 - sum(stop - start + 1 for _, start, stop in kept)
        windows[-1].append(part)
        room -= length
    return [_positions(window) for window in windows if window]


def _positions(window: list[tuple[int, int, int]]) -> Ints:
    special = np.array([-1], np.int64)
    runs = [array for _, start, stop in window for array in (np.arange(start, stop, dtype=np.int64), special)]
    return np.concatenate([special, *runs])


def _cut(found: Pieces, start: int, stop: int, size: int) -> list[tuple[int, int]]:
    """Parts of at most `size` pieces, cut where a word begins: after a full stop or closing mark if there is one."""
    parts = []
    while stop - start > size:
        choices = np.arange(start + size // 2, start + size + 1)
        choices = choices[found.first[choices]]
        after_stop = choices[np.isin(found.ids[choices - 1], STOPS) & ~np.isin(found.ids[choices], STOPS)]
        best = after_stop if len(after_stop) else choices
        cut = int(best[-1]) if len(best) else start + size
        parts.append((start, cut))
        start = cut
    if stop > start:
        parts.append((start, stop))
    return parts


STOPS = np.array([1012, 999, 1029, 1524], np.int64)  # . ! ? ” in the vocabulary
