"""Words of an account in their line: where its sentences stand, and some words on both sides of those that matter."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from onrecord.exports.index import Index
from onrecord.exports.view import Window
from onrecord.types import Account, Span

WORDS = 6  # on either side
REACH = 100  # characters that so many words may take; a longer one is left out

_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+\s+")
# An initial, a title or a month cut short: "U.S.", "Mr.", "Sept.".
_SHORT = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|[A-Z][a-z]{1,2}|[A-Z]\.[A-Z]|Sept|Prof|Capt|Corp|Dept|Calif|Conn|Mass|Minn|Tenn|Wash)\.$"
)
_WORD = re.compile(r"\S+")


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of `text[start:end]` stand. It rather joins two than cuts one at an initial or a title."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        after = text[stop.end() : stop.end() + 1]
        mark = stop.start() + 1
        if after.islower() or _SHORT.search(text[max(first, mark - 7) : mark]):
            continue
        yield first, first + len(text[first : stop.end()].rstrip())
        first = stop.end()
    if text[first:end].strip():
        yield first, first + len(text[first:end].rstrip())


def whole(index: Index, span: Span, href: str | None, strong: Iterable[Span] = ()) -> Window:
    """`span` as it stands, with the words of `strong` told."""
    account = index.accounts.get(span.account)
    if account is None or not span.start <= span.end <= len(account.text):
        return Window((), None, False, False, lost=True)
    return Window(_pieces(account, span.start, span.end, strong), href, False, False)


def around(index: Index, places: Iterable[tuple[Span, str | None]], strong: Iterable[Span]) -> tuple[Window, ...]:
    """Windows on `places` of one account, each with its link, in the order of the text. Those that meet are one."""
    out: list[Window] = []
    ranges: list[tuple[int, int, str | None]] = []
    for span, href in sorted(places, key=lambda p: p[0]):
        account = index.accounts.get(span.account)
        if account is None or not span.start <= span.end <= len(account.text):
            out.append(Window((), None, False, False, lost=True))
            continue
        start, end = _reach(account, span)
        if ranges and start <= ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], max(end, ranges[-1][1]), ranges[-1][2])
        else:
            ranges.append((start, end, href))
        home = account
    mattering = sorted({span for span in strong if ranges and span.account == home.id})
    for start, end, href in ranges:
        first, last = _block(home, start, end)
        inner = mattering[bisect_left(mattering, start, key=begins) : bisect_right(mattering, end, key=begins)]
        pieces = _pieces(home, start, end, inner)
        out.append(Window(pieces, href, start > first, end < last))
    return tuple(out)


def begins(span: Span) -> int:
    return span.start


def _block(account: Account, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph of `start` begins and ends; never within `start` to `end`."""
    at = bisect_right(account.blocks, start, key=lambda block: block.span.start) - 1
    if at < 0 or account.blocks[at].span.end < start:
        return start, end
    block = account.blocks[at].span
    return block.start, max(block.end, end)


def _reach(account: Account, span: Span) -> tuple[int, int]:
    """`span` with some words on both sides, within its paragraph."""
    first, last = _block(account, span.start, span.end)
    left = max(first, span.start - REACH)
    before = [m for m in _WORD.finditer(account.text, left, span.start) if m.start() > left or left == first]
    right = min(last, span.end + REACH)
    after = [m for m in _WORD.finditer(account.text, span.end, right) if m.end() < right or right == last]
    start = before[-WORDS:][0].start() if before else span.start
    return start, after[:WORDS][-1].end() if after else span.end


def _pieces(account: Account, start: int, end: int, strong: Iterable[Span]) -> tuple[tuple[str, bool], ...]:
    pieces: list[tuple[str, bool]] = []
    at = start
    for span in sorted({s for s in strong if s.account == account.id and start <= s.start and s.end <= end}):
        if span.start < at:
            continue
        pieces += [(account.text[at : span.start], False)] if at < span.start else []
        pieces.append((account.text[span.start : span.end], True))
        at = span.end
    return (*pieces, (account.text[at:end], False)) if at < end else tuple(pieces)
