"""Quotation marks: where quotations stand in a text.

A scanner over paragraphs, linear in their length. It knows straight and curly, double and single marks, guillemets both
ways round, German, Polish, Japanese and PTB marks; pairs of two kinds ("...”); nested pairs; apostrophes, inches and
feet; an opening mark repeated at each paragraph of one quotation; and an opening mark that is never closed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from onrecord.text.sentences import sentence_end

Closing = Literal["closed", "continued", "unclosed"]


class Quotation(NamedTuple):
    """A quotation: `start` to `end` are its words, `outer_start` to `outer_end` take in its marks.

    `closing` is "continued" where the paragraph ends without a closing mark and the next begins with an opening one,
    and "unclosed" where no closing mark follows: such a quotation is taken to end with its sentence. `depth` counts the
    quotations that it stands in.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closing: Closing
    depth: int


class _Open(NamedTuple):
    mark: str
    family: str
    at: int
    inside: int
    closes_at: int | None  # known beforehand for single marks only


_FAMILY = {
    **dict.fromkeys('“”"„‟〝〞', "double"),
    **dict.fromkeys(["``", "''"], "double"),
    **dict.fromkeys("‘’'‚‛", "single"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
}
_OPENERS = frozenset(["“", "„", "‟", "〝", "``", "‘", "‚", "‛", "«", "‹", "「", "『"])
_CLOSERS = frozenset(["”", "〞", "''", "’", "»", "›", "」", "』"])
_MARK = re.compile("``|''|[" + "".join(mark for mark in _FAMILY if len(mark) == 1) + "]")
_LEADING = frozenset("([{<-–—/…=|*>:,\u200b\ufeff") | _OPENERS | {'"', "'"}
_DEEPEST = 3  # quotations of one kind of mark within another; a fourth opening mark is taken for a stray
_ELIDED = re.compile(r"\d0s?\b|(?:em|til|tis|twas|cause|round|bout|n)\b", re.IGNORECASE)
_FEET = re.compile(r"\d['’′] ?\d{1,2}$")
_PARAGRAPH_OPENING = re.compile(r"\s*(``|[" + "".join(m for m in _OPENERS | {'"', "'"} if len(m) == 1) + "])")


def find_quotations(text: str, paragraphs: Iterable[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of `text`, in order of their start. `paragraphs` are (start, end) offsets, in order, disjoint."""
    spans = [(start, end) for start, end in paragraphs if start < end]
    found: list[Quotation] = []
    for number, (start, end) in enumerate(spans):
        follower = spans[number + 1][0] if number + 1 < len(spans) else len(text)
        found += _Scan(text, start, end, follower).quotations()
    return tuple(_with_depths(found))


class _Scan:
    """The scan of one paragraph, `start` to `end`; the next paragraph starts at `follower`."""

    def __init__(self, text: str, start: int, end: int, follower: int) -> None:
        self.text, self.start, self.end, self.follower = text, start, end, follower
        self.found: list[Quotation] = []
        self.stack: list[_Open] = []
        self.single_openers: list[int] = []
        self.single_closers: list[int] = []

    def quotations(self) -> list[Quotation]:
        marks = [m for m in _MARK.finditer(self.text, self.start, self.end) if not self._is_inches(m)]
        self._list_singles(marks)
        for match in marks:
            mark, at, after = match[0], match.start(), match.end()
            if not self._close(mark, at, after):
                self._open(mark, at, after)
        for opened in reversed(self.stack):
            self._leave_open(opened, self.end)
        return self.found

    def _is_inches(self, mark: re.Match[str]) -> bool:
        """ "a man of 6'2" and more": behind feet."""
        return mark[0] in '"”' and _FEET.search(self.text, max(self.start, mark.start() - 5), mark.start()) is not None

    def _before(self, at: int) -> str:
        return self.text[at - 1] if at > self.start else " "

    def _after(self, at: int) -> str:
        return self.text[at] if at < self.end else " "

    def _may_open(self, at: int, after: int) -> bool:
        """The mark has white space, a bracket, a dash or another mark before it and a word after it."""
        before, following = self._before(at), self._after(after)
        leads = before.isspace() or (before in _LEADING and (before not in ",:" or following.isalnum()))
        return leads and not following.isspace()

    def _may_close(self, at: int, after: int) -> bool:
        return not self._before(at).isspace() and not self._after(after).isalnum()

    def _list_singles(self, marks: list[re.Match[str]]) -> None:
        """Single marks that may open and that may close; what is neither is an apostrophe."""
        clipped = -1  # the second mark of rock 'n' roll
        for match in marks:
            at, after = match.start(), match.end()
            if _FAMILY[match[0]] != "single" or at == clipped:
                continue
            elided = _ELIDED.match(self.text, after, self.end)
            clipped = elided.end() if elided and elided[0] in "nN" else -1
            if match[0] not in _CLOSERS and self._may_open(at, after) and not elided:
                self.single_openers.append(at)
            elif match[0] in "’'‘" and self._may_close(at, after):
                self.single_closers.append(at)

    def _closes_single(self, at: int) -> int | None:
        """The mark that closes the single mark at `at`: the first that is surely no possessive, else the last
        possible."""
        following = bisect_right(self.single_openers, at)
        limit = self.single_openers[following] if following < len(self.single_openers) else self.end
        last = None
        for number in range(bisect_right(self.single_closers, at), len(self.single_closers)):
            closer = self.single_closers[number]
            if closer >= limit:
                break
            last = closer
            behind = self._after(closer + 1)
            doubled = behind in ".,;!?" and _holds(self.single_closers, closer + 2)  # "and the owners’.’"
            if self._before(closer) != "s" or not (behind.isspace() or doubled):
                break
        return last

    def _close(self, mark: str, at: int, after: int) -> bool:
        """Close the innermost quotation that this mark closes. False if it closes none."""
        for level in reversed(range(len(self.stack))):
            opened = self.stack[level]
            if opened.family != _FAMILY[mark]:
                continue
            if not self._closes(opened, mark, at, after):
                return False
            del self.stack[level:]
            self.found.append(Quotation(opened.inside, at, opened.at, after, "closed", 0))
            return True
        return False

    def _closes(self, opened: _Open, mark: str, at: int, after: int) -> bool:
        if opened.closes_at is not None:
            return at == opened.closes_at
        if opened.family == "single":
            return False
        if mark in _CLOSERS:
            paired = opened.mark not in "»›"  # »so« opens with it; Finnish »so» has it twice
            return paired or (self._may_close(at, after) and not self._may_open(at, after))
        if mark in _OPENERS:  # the German closing mark, a reversed guillemet, or a wrong key
            low = opened.mark in "„»›"
            return (low and not self._before(at).isspace()) or (
                self._may_close(at, after) and not self._may_open(at, after)
            )
        return not self._may_open(at, after) or self._may_close(at, after)

    def _open(self, mark: str, at: int, after: int) -> None:
        family, closes_at = _FAMILY[mark], None
        if family == "single":
            if not _holds(self.single_openers, at):
                return
            closes_at = self._closes_single(at)
            if closes_at is None and at > self.start:
                return
        elif mark not in _OPENERS and not self._may_open(at, after):
            return
        same = [level for level, opened in enumerate(self.stack) if opened.family == family]
        if same and (mark not in _OPENERS or len(same) == _DEEPEST):  # the first was never closed
            self._leave_open(self.stack.pop(same[0]), at)
        self.stack.append(_Open(mark, family, at, after, closes_at))

    def _leave_open(self, opened: _Open, limit: int) -> None:
        continued = False
        if limit == self.end:
            following = _PARAGRAPH_OPENING.match(self.text, self.follower)
            continued = following is not None and _FAMILY[following[1]] == opened.family
        if opened.family == "single" and not continued:
            return
        end = limit if continued else sentence_end(self.text, opened.inside, limit)
        end -= len(self.text[opened.inside : end]) - len(self.text[opened.inside : end].rstrip())
        if end > opened.inside:
            self.found.append(
                Quotation(opened.inside, end, opened.at, end, "continued" if continued else "unclosed", 0)
            )


def _holds(ordered: list[int], value: int) -> bool:
    place = bisect_right(ordered, value)
    return place > 0 and ordered[place - 1] == value


def _with_depths(quotations: Iterable[Quotation]) -> Iterator[Quotation]:
    """The quotations in order of their start, each with the number of those that it stands in."""
    around: list[int] = []
    for quotation in sorted(quotations, key=lambda q: (q.outer_start, -q.outer_end)):
        while around and around[-1] <= quotation.outer_start:
            around.pop()
        yield quotation._replace(depth=len(around))
        around.append(quotation.outer_end)
