"""A comment that stands alone below an article, told by how blogs sign one: no layout comes again that a thread would
show.

Only signatures that say both who and when are believed, or "X said...": an article may have "X said:" in a line of its
own.
"""

import re

from onrecord.accounts.lines.words import name_like
from onrecord.accounts.plain.heads import VERBS, Head
from onrecord.accounts.plain.lines import Line
from onrecord.text.dates.questions import find_date, has_clock

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
    return _labelled(heads, *opens[0]) if len(opens) == 1 else {}


def _labelled(heads: list[Head], index: int, size: int) -> dict[int, str]:
    """The labels of a comment that so many lines sign, up to what ends it; none if it goes on for too long."""
    end = index + size
    while end < len(heads) and heads[end].kind not in ENDS:
        end += 1
    if end - index - size > LONGEST:
        return {}
    labels = dict.fromkeys(range(index, end), "text") | {index: "author"}
    if size > 1:
        labels[index + 1] = "date"
    elif heads[end - 1].kind == "D":
        labels[end - 1] = "date"
    return labels


def _signed(lines: list[Line], heads: list[Head], index: int) -> int:
    """How many lines sign a comment from here on: who says it, and when; none if they do not say both."""
    head, text = heads[index], lines[index].text
    date = lines[index + 1].text if index + 1 < len(lines) and heads[index + 1].kind == "D" else ""
    if head.kind == "NS":
        return _verb_signs(head, text, date)
    if not _has_name(head, text):
        return 0
    if head.kind == "ND":
        return 1 if _whole(text) and _ends_or_begins_so(head, text) else 0
    return 2 if head.kind == "N" and _whole(date) else 0


def _verb_signs(head: Head, text: str, date: str) -> int:
    """The same of a line that says that somebody says."""
    if TRAILS.search(text):
        return 1 if _has_name(head, text) else 0
    return 2 if has_clock(date) else 0


def _has_name(head: Head, text: str) -> bool:
    return head.name is not None and name_like(text[slice(*head.name)]) >= NAME


def _ends_or_begins_so(head: Head, text: str) -> bool:
    """Whether a line begins with its name, or ends with a verb of saying."""
    verb = text.rstrip(" :.…").rpartition(" ")[2].lower()
    return verb in VERBS or (head.name is not None and head.name[0] == 0)


def _whole(text: str) -> bool:
    """Whether a line has a date with its year, and the time of day."""
    return find_date(text) is not None and has_clock(text)
