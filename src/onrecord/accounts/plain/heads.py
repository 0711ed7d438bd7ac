"""What a short line of a dump says of who wrote when, in any layout: its dates, its name, and its template.

The template is the line with dates, names and numbers replaced by signs: "Posted by Ann Lee at May 2, 2019" and
"Posted by Bo at May 3, 2019" have the same one. That a template comes again is what shows a thread's layout.
"""

import re
from typing import NamedTuple

from onrecord.accounts.lines.words import BUTTON, FORM, THREAD_HEADING, ends_sentence, name_like
from onrecord.text import lexicon
from onrecord.text.dates.questions import find_when

LONGEST = 140
"""Characters of the longest line that is read as a head."""
VERBS = lexicon.words("page_words.wrote")
LEADS = lexicon.words("page_words.beside_an_author")
_BEFORE_DATE = VERBS | lexicon.words("page_words.before_a_date")
_BEFORE_WRITER = ("by ", "posted by", "comment by", "von ", "par ", "por ")
_KEPT = VERBS | LEADS | lexicon.words("page_words.below_an_author")
_UNNAMED = ("guest", "anonymous", "member")
"""Words before a name that alone are one."""
_FORM = re.compile(FORM.pattern)
"""For a text in lower case: to search without regard to case takes several times as long."""
_TOKEN = re.compile(r"\x01|\d+|[^\W\d_][\w'’.@-]*|_+\w*|[^\w\s]")
_EDGE = " \t\u00a0,;:|/\\-–—·•●▪◦○∙‣*»>#()[]{}=+~…."
_STOP = re.compile(r"[.!?,;] (?=[a-z])|\w{3}[.!?] ")
_NUMBER = re.compile(r"\W{0,3}#?\d{1,5}(?:\.\d{1,4}){0,6}[.)#:]?\s{1,4}")
"""Of a post: "3.", "#12", and 2.1 for the first answer to the second."""
REPLY_MARK = re.compile(
    r"(?:[\u2190-\u21ff\u2500-\u257f\u2900-\u297f\u2b00-\u2bff\u27a0-\u27be▶▸►]\s?){1,6}\s{0,4}(?=[\w@\"'“‘(])"
)
"""Arrows and lines of a tree before a head: they say that it answers, and are none of its name."""
_BULLET = re.compile(r"[•·●▪◦○∙‣*»>–-]\s{1,4}(?=\S)")
URL = re.compile(r"(?:https?://|www\.)\S{3,}", re.I)
_TAIL = re.compile(
    r"(?:\([^()]{0,40}\)|\[[^\[\]]{0,40}\]|\d{1,6} (?:points?|pts|likes?|votes?)|'s picture)\W{0,3}\Z", re.I
)


PLACED = re.compile(
    r"\W{0,3}[A-Z][\w.'’-]{1,20}(?: [A-Z][\w.'’-]{0,20}){0,3},(?: (?:of|from|in))?(?: [A-Z][\w.'’-]{1,20}){1,3}"
)
"""A name, and where somebody writes from, as readers sign letters: "Dagny, Lower Town"."""


class Head(NamedTuple):
    """What a line says of who and when; spans count in the line."""

    kind: str
    """N a name; D a date; ND both; NS a name that says; U an address; B a button; F the page to its reader; H heading
    of a thread; O another short line; S a short sentence; P prose."""
    template: str
    name: tuple[int, int] | None = None
    date: tuple[int, int] | None = None


def read_head(text: str) -> Head:
    """What kind of line `text` is, stripped of white space around it; a mark before it that says it answers is left
    out."""
    mark = REPLY_MARK.match(text)
    if mark is None:
        return _read(text)
    head = _read(text[mark.end() :])
    return head._replace(name=_behind(mark.end(), head.name), date=_behind(mark.end(), head.date))


def _behind(mark: int, place: tuple[int, int] | None) -> tuple[int, int] | None:
    return (place[0] + mark, place[1] + mark) if place else None


def _read(text: str) -> Head:
    length = len(text)
    if length > LONGEST:
        return Head("P", "P")
    if BUTTON.fullmatch(text):
        return Head("B", "B")
    if THREAD_HEADING.fullmatch(text):
        return Head("H", "H")
    lowered = text.lower()
    when = find_when(text)
    name = _name(text, when)
    if _FORM.search(lowered) and not (when and name):
        return Head("F", "F")
    if URL.match(text) and len(text.split()) == 1:
        return Head("U", "U")
    return _kind(text, when, name)


def _kind(text: str, when: tuple[int, int] | None, name: tuple[int, int] | None) -> Head:
    head: Head | None = None
    if when:
        head = _dated(text, when, name)
    elif name:
        head = _named(text, name)
    return head or Head(_sentence(text), "S")


def _dated(text: str, when: tuple[int, int], name: tuple[int, int] | None) -> Head | None:
    """The head of a line with a date; None if it has so many other words that the date is no sign of a head."""
    rest = text[: when[0]] + "\x01" + text[when[1] :]
    words = len(rest.split())
    if words > 14:
        return None
    if name is None:
        return Head("D", template(rest), None, when) if words <= 6 else None
    called = text[name[0] : name[1]]
    if len(called) <= 50 and len(called.split()) <= 6 and not _STOP.search(called):
        return Head("ND", template(rest), name, when)
    return Head(_sentence(text), "S", None, when)


def _named(text: str, name: tuple[int, int]) -> Head | None:
    """The head of a line with a name and no date; None if the name only stands in a sentence."""
    called = text[name[0] : name[1]]
    beside_words = name != (0, len(text)) and len(called.split()) <= 6
    if beside_words and len(text.split()) <= 8:
        if _last_word(text) in VERBS:
            return Head("NS", template(text), name)
        if text.lower().startswith(_BEFORE_WRITER):
            return Head("NB", template(text), name)
    if PLACED.fullmatch(text):
        return Head("N", "N", name)
    if name_like(called) >= 0.3 and (not beside_words or URL.match(text) or not ends_sentence(text)):
        return Head("N", "N", name)
    return None


def _last_word(text: str) -> str:
    return text.lower().rstrip(" :.,…").rsplit(None, 1)[-1] if text.strip(" :.,…") else ""


def _sentence(text: str) -> str:
    if len(text) >= 80:
        return "P"
    return "S" if ends_sentence(text) else "O"


def template(text: str) -> str:
    """The line with its dates (already \\x01), numbers and other words than a head's own replaced by signs."""
    out: list[str] = []
    for match in _TOKEN.finditer(text):
        token = match[0]
        lowered = token.lower().rstrip(".")
        if token == "\x01":
            sign = "D"
        elif token[0].isdigit():
            sign = "#"
        elif lowered in _KEPT:
            sign = lowered
        elif token[0].isalpha() or token[0] == "_":
            sign = "N"
        else:
            sign = token
        if not (out and sign == out[-1]):
            out.append(sign)
    return " ".join(out[:12])


def _name(text: str, when: tuple[int, int] | None) -> tuple[int, int] | None:
    """The name or handle of a head: what is left of it without date, number, bullet and the words of a head."""
    parts = [(0, len(text))] if when is None else [(0, when[0]), (when[1], len(text))]
    for start, end in parts:
        name = _bare(text, start, end)
        if name:
            return name
    return None


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    start = _behind_lead(text, start, end)
    while True:
        start, end = _without_edges(text, start, end)
        inner = _within_words_of_a_head(text, start, end)
        if inner == (start, end):
            break
        start, end = inner
    return (start, end) if any(c.isalpha() for c in text[start:end]) or text[start:end].isdigit() else None


def _behind_lead(text: str, start: int, end: int) -> int:
    """Where a line goes on behind its bullet, number or address."""
    lead = _BULLET.match(text, start, end) or _NUMBER.match(text, start, end)
    if lead and any(c.isalpha() for c in text[lead.end() : end]):
        start = lead.end()
    address = URL.match(text, start, end)
    return address.end() if address and address.end() < end else start


def _without_edges(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE and not (text[end - 1] in ").]" and _closed(text, start, end)):
        end -= 1
    return start, end


def _within_words_of_a_head(text: str, start: int, end: int) -> tuple[int, int]:
    """Without one of the words that a head has beside its name, or what stands in brackets behind it; as it is, if it
    has none."""
    first = text[start:end].split(None, 1)
    if not first:
        return start, end
    if first[0].lower().rstrip(":,") in LEADS and (len(first) > 1 or first[0].lower() not in _UNNAMED):
        return start + len(first[0]), end
    final = text[start:end].rsplit(None, 1)
    if len(final) > 1 and final[1].lower().rstrip(":.,…") in _BEFORE_DATE:
        return start, end - len(final[1])
    tail = _TAIL.search(text, max(start, end - 50), end)
    if tail and tail.start() > start:
        return start, tail.start()
    opened = max(text.rfind("(", start, end), text.rfind("[", start, end))
    return (start, opened) if opened > start and text[end - 1] not in ")]" else (start, end)


def _closed(text: str, start: int, end: int) -> bool:
    mark = text[end - 1]
    return mark == "." and end - start > 2 and text[end - 2].isupper()
