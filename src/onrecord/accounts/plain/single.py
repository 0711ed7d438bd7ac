"""A comment that stands alone below an article, told by how blogs sign one: no layout comes again that a thread would
show.

Only signatures that say both who and when are believed, or "X said...": an article may have "X said:" in a line of its
own.
"""

import re

from onrecord.accounts.lines.dates import CLOCK, find_date
from onrecord.accounts.lines.words import name_like
from onrecord.accounts.plain.heads import VERBS, Head
from onrecord.accounts.plain.lines import Line

BODY = 2
"""Paragraphs of the article that stand before it, at least."""
LONGEST = 12
"""Lines that one comment at the end of a page holds, at most: behind what an article quotes it goes on."""
NAME = 0.5
"""How much the name must look like one."""
TRAILS = re.compile(r"\b(?:said|says|writes|wrote)\s?(?:\.\.\.|…)\Z", re.I)
PROSE = frozenset("PSO")
ENDS = frozenset("BFH")
"""Kinds of line that end it: a button, the page's words to its reader, a heading of a thread."""


def find_single(lines: list[Line], heads: list[Head], labels: list[str]) -> dict[int, str]:
    """The labels of its lines; none if no line, or more than one, opens what may be a comment behind the article."""
    before, opens = 0, []
    for index, head in enumerate(heads):
        size = _signed(lines, heads, index) if before >= BODY and labels[index] != "headline" else 0
        if size and index + size < len(lines) and heads[index + size].kind in PROSE:
            opens.append((index, size))
        before += labels[index] == "body" and head.kind == "P"
    if len(opens) != 1:
        return {}
    ((index, size),) = opens
    end = next((n for n in range(index + size, len(lines)) if heads[n].kind in ENDS), len(lines))
    if end - index - size > LONGEST:
        return {}
    found = dict.fromkeys(range(index, end), "text") | {index: "author"}
    if size > 1 or heads[end - 1].kind == "D":
        found[index + 1 if size > 1 else end - 1] = "date"
    return found


def _signed(lines: list[Line], heads: list[Head], index: int) -> int:
    """How many lines sign a comment from here on: who says it, and when; none if they do not say both."""
    head, text = heads[index], lines[index].text
    if head.kind == "NS" and TRAILS.search(text):
        return 1 if head.name and name_like(text[slice(*head.name)]) >= NAME else 0
    behind = index + 1 < len(lines) and heads[index + 1].kind == "D"
    if head.kind == "NS":
        return 2 if behind and CLOCK.search(lines[index + 1].text) else 0
    if head.name is None or name_like(text[slice(*head.name)]) < NAME:
        return 0
    if head.kind == "ND" and _whole(text):
        verb = text.rstrip(" :.…").rpartition(" ")[2].lower()
        return 1 if verb in VERBS or head.name[0] == 0 else 0
    return 2 if head.kind == "N" and behind and _whole(lines[index + 1].text) else 0


def _whole(text: str) -> bool:
    """Whether a line has a date with its year, and the time of day."""
    return find_date(text) is not None and CLOCK.search(text) is not None
