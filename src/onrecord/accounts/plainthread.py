"""The readers' thread of a plain text: where it stands, and its posts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.accounts.dates import AGO, CLOCK, NO_YEAR, find_date
from onrecord.accounts.draft import Said
from onrecord.accounts.words import BUTTON, FORM, THREAD_HEADING, ends_sentence, name_like
from onrecord.types import BlockKind

_NAME = r"(?P<author>[^\s:|,(\[][^:|,(\[\n]{0,50}?)"
BULLET = re.compile(r"(?:[•·●▪◦○∙‣*»>–-]|\d{1,4}[.)]|#\d{1,5}[.:]?)\s{1,4}(?=\S)")
SAYS = re.compile(
    rf"{_NAME} (?:says|said|wrote|writes|commented|replied|schreibt|sagt|sagte|meint|a écrit|dit|escribió|dice|dijo)"
    r"(?: ?[:.…]+$| ?[:,]? (?:on|at|am|le)?\b(?P<rest>.{4,50})$)",
    re.I,
)
POSTED = re.compile(
    rf"(?:posted|comment|commented|submitted|written|left|von|by|from|kommentar)(?: (?:by|von|from))?:? {_NAME}"
    r"(?:,| on| at| am| \||\s[-–—]|$)(?P<rest>.{0,50})$",
    re.I,
)
BESIDE = re.compile(rf"{_NAME}(?: ?[,|(\[·•]| [-–—]| on| at| am|:)(?P<rest>.{{4,50}})$", re.I)
REPLY = re.compile(
    r"(?:in reply to|replying to|reply to|antwort auf|en réponse à|@)\s?(?P<to>[^\s:,][^:,\n]{0,40}?)(?=[:,\s]|$)", re.I
)

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


class Opening(NamedTuple):
    """A line that may open a post, and how much it looks like one."""

    weight: float
    author: tuple[int, int] | None
    date: tuple[int, int] | None
    style: str


def date_line(text: str) -> tuple[int, int] | None:
    """Where the date stands in a line that holds little else."""
    if len(text) > 60:
        return None
    found = find_date(text)
    match = found or AGO.search(text) or NO_YEAR.search(text)
    if match is None:
        return None
    start, end = (found.start, found.end) if found else match.span()  # type: ignore[union-attr]
    clock = CLOCK.search(text, end)
    end = clock.end() if clock and clock.start() - end < 12 else end
    rest = re.sub(
        r"\b(?:posted|published|on|at|am|um|uhr|le|el|comment|[a-z]{3,4}day|edt|est|gmt|utc|pst|pdt)\b|\W",
        " ",
        text[:start] + text[end:],
        flags=re.I,
    )
    return (start, end) if len(rest.split()) <= 3 else None


def opening(line: Line) -> Opening | None:
    """What the line says of an author, if it may open a post; offsets count in the text of the account."""
    text, base, style = line.text, line.start, ""
    if len(text) > 120:
        return None
    bullet = BULLET.match(text)
    if bullet:
        text, base, style = text[bullet.end() :], base + bullet.end(), "bullet "
    for name, form in (("says", SAYS), ("posted", POSTED), ("beside", BESIDE)):
        match = form.match(text)
        if not match:
            continue
        place = date_line(match["rest"]) if match["rest"] else None
        if (place is None and (name == "beside" or match["rest"])) or len(match["author"].split()) > 5:
            continue
        start = base + match.start("author")
        author = (start, start + len(match["author"].rstrip(" -–—·•")))
        at = base + match.start("rest") if place else 0
        date = (at + place[0], at + place[1]) if place else None
        return Opening(2.0, author, date, style + name)
    likeness = name_like(text)
    if likeness < 0.3:
        return None
    return Opening(likeness + (0.5 if bullet else 0.0), (base, base + len(text)), None, style + "bare")


def find_thread(lines: list[Line]) -> range:
    """The run of lines with the highest sum of weights: an opening counts for a thread, other lines against it.

    The maximum sum subarray (Kadane), so one pass over the lines. An empty range if nothing is like a thread.
    """
    repeated = Counter(line.text for line in lines if len(line.text) <= 40)
    best, best_range = 0.0, range(0)
    total, start, heading, openings = 0.0, 0, -9, 0
    for index, line in enumerate(lines):
        if THREAD_HEADING.fullmatch(line.text):
            heading = index
        weight = _weight(lines, index, repeated)
        if weight > 0 and index - heading <= 6:
            weight += 2.0
            heading = -9
        if total + weight <= 0 or total <= 0:
            total, start, openings = 0.0, index, 0
        total += weight
        openings += weight > 0
        if total > best and (openings >= 3 or weight >= 2.5 or (openings >= 1 and total >= 4)):
            best, best_range = total, range(start, index + 1)
    if best < 2.5 or not best_range:
        return range(0)
    first = next(i for i in best_range if _weight(lines, i, repeated) > 0)
    return range(first, _thread_end(lines, best_range.stop))


def _weight(lines: list[Line], index: int, repeated: "Counter[str]") -> float:
    line = lines[index]
    found = opening(line)
    if found is None or index + 1 == len(lines):
        return 0.1 if date_line(line.text) else -0.5 if len(line.text) > 600 else -0.33
    after = lines[index + 1]
    if date_line(after.text) and found.style.endswith("bare"):
        return found.weight + 1.2
    if not found.style.endswith("bare"):
        return found.weight
    if found.weight < 0.6 or FORM.search(after.text) or (len(after.text) < 45 and name_like(after.text) >= 0.6):
        return -0.33
    return found.weight + (0.6 if repeated[line.text] > 1 else 0.0)


def _thread_end(lines: list[Line], last: int) -> int:
    """The line after the last post, whose opening stands before `last`: its indentation ends, or the page speaks."""
    opened = lines[last - 1]
    end = last
    indented = opened.indent > 0 or (end < len(lines) and lines[end].indent > 0)
    while end < len(lines):
        line = lines[end]
        if indented and line.indent == 0:
            break
        if (len(line.text) < 160 and FORM.search(line.text)) or THREAD_HEADING.fullmatch(line.text):
            break
        end += 1
    return end


def read_posts(lines: list[Line], thread: range) -> tuple[list[Said], dict[int, BlockKind]]:
    """The posts of the thread, and what each of its lines is."""
    found = {index: one for index in thread if (one := opening(lines[index]))}
    styles = Counter(one.style for one in found.values() if one.weight >= 2)
    explicit = styles.most_common(1)[0][0] if styles else ""
    bare = sum(one.style.endswith("bare") and one.weight >= 0.6 for one in found.values())
    only = explicit if styles and styles[explicit] * 2 >= bare else ""
    kinds: dict[int, BlockKind] = dict.fromkeys(thread, "comment")
    posts: list[_Open] = []
    for index in thread:
        line, one = lines[index], found.get(index)
        if one and _opens(one, only, posts, index, thread):
            posts.append(_Open(index, one, line.indent))
        elif posts and not posts[-1].words and posts[-1].date is None and (place := date_line(line.text)):
            posts[-1].date = (line.start + place[0], line.start + place[1])
        elif BUTTON.fullmatch(line.text):
            kinds[index] = "chrome"
        elif posts:
            posts[-1].words.append(index)
    return list(_said(lines, posts)), kinds


class _Open:
    """A post while its lines are gathered."""

    __slots__ = ("author", "date", "indent", "index", "words")

    def __init__(self, index: int, one: Opening, indent: int):
        self.index, self.author, self.date, self.indent = index, one.author, one.date, indent
        self.words: list[int] = []


def _opens(one: Opening, only: str, posts: list[_Open], index: int, thread: range) -> bool:
    """Whether a line opens a post here: a name opens one only where a post has had words, and words follow."""
    if index + 1 == thread.stop:
        return False
    if posts and not posts[-1].words:
        return False
    if only:
        return one.style == only or one.weight >= 2
    return one.weight >= 0.6


def _said(lines: list[Line], posts: list[_Open]) -> Iterator[Said]:
    """The posts, each with the earlier one that it names ("@X", "in reply to X") or stands indented under."""
    by_name: dict[str, int] = {}
    above: list[int] = []
    for number, post in enumerate(posts):
        while above and posts[above[-1]].indent >= post.indent:
            above.pop()
        answered = above[-1] if above else None
        above.append(number)
        named = REPLY.match(lines[post.words[0]].text) if post.words else None
        if named:
            answered = by_name.get(named["to"].strip().lower(), answered)
        yield Said(tuple(joined(lines, post.words)), post.author, post.date, answered)
        if post.author:
            line = lines[post.index]
            by_name[line.text[post.author[0] - line.start : post.author[1] - line.start].lower()] = number


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
