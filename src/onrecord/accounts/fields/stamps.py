"""The time elements of a page: where in a line it stands, what it says, and whether of publication or an update."""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from onrecord.accounts.page.markup import Markup, Node
from onrecord.text.dates.questions import read_date

OF_AN_UPDATE: Final = re.compile(
    r"(?<![a-z])(?:date-?|time-?|is-?|last-?)?(?:modified|updated?|edited|revised)(?![a-z])"
)
OF_PUBLICATION: Final = re.compile(
    r"(?<![a-z])(?:date-?|time-?|is-?|first-?)?(?:published|pub-?date|posted|created)(?![a-z])"
)
"""What a time element, or what it stands in alone, is called."""
LONGEST_LABEL: Final = 20
"""Characters of what stands beside a time in an element that is the time's own: "Updated at"."""
SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\Z")
SMALL_WORD: Final = re.compile(
    r"\b(?!(?:on|at|am|pm|by|the|of|um|le|den|uhr|de|del|first|last|originally|th|st|nd|rd)\b)[a-zà-öø-ÿ]{2,}\b"
)
"""A word of a sentence, and none of those that stand beside a date."""


class Stamp(NamedTuple):
    """A time element, by its place in the text."""

    start: int
    end: int
    value: str
    """Its date, in EDTF."""
    updated: bool | None
    """Whether it is called that of an update; None if it is called nothing."""


def stamped_blocks(markup: Markup) -> dict[int, list[Stamp]]:
    """The time elements with a date, by the block that they end in."""
    stamps_of: dict[int, list[Stamp]] = {}
    times = [node for node in markup.times if node.end > node.start and not node.unread and "datetime" in node.attrs]
    if not times:
        return stamps_of
    ends = [piece.end for piece in markup.pieces]
    for node in times:
        block = bisect_left(ends, node.end)
        if block < len(ends) and (value := read_date(node.attrs["datetime"])):
            stamps_of.setdefault(block, []).append(Stamp(node.start, node.end, value, _is_of_an_update(node)))
    return stamps_of


def _is_of_an_update(node: Node) -> bool | None:
    """Whether an element is called the time of an update, or of publication, by its property, its class, or what it
    stands in with hardly any other words."""
    above: Node | None = node
    for _ in range(2):
        if above is None or above.end - above.start > node.end - node.start + LONGEST_LABEL:
            return None
        names = f"{above.names} {above.attrs.get('itemprop', '').lower()}"
        if OF_AN_UPDATE.search(names) or "datemodified" in names:
            return True
        if OF_PUBLICATION.search(names) or "datepublished" in names:
            return False
        above = above.parent
    return None


def is_sentence(text: str, start: int, end: int, stamps: list[Stamp]) -> bool:
    """Whether a line is a sentence that speaks of some day, and no line that says when the article was published."""
    line = text[start:end].rstrip()
    if not SENTENCE_END.search(line):
        return False
    rest = line
    for stamp in reversed(stamps):
        first, last = max(0, stamp.start - start), max(0, stamp.end - start)
        rest = rest[:first] + " " + rest[last:]
    return SMALL_WORD.search(rest) is not None
