"""The entries of a live blog: the dated parts of one article, which look like the posts of a thread and are none.

An entry says when at its beginning, and often by whom and, in a heading, what. That several such parts are a live blog
is told by the page's markup (https://schema.org/LiveBlogPosting), by its title, by what its elements are called, or by
the headings of the entries, which readers' comments do not have.
"""

import re
from bisect import bisect_left
from operator import attrgetter
from typing import Final, NamedTuple

from onrecord.accounts.lines.headlines import heading
from onrecord.accounts.lines.regions import BYLINE
from onrecord.accounts.lines.words import COMMENTS, THREAD_HEADING, is_button, is_form
from onrecord.accounts.page.markup import Markup, Node, Piece
from onrecord.text.dates.questions import find_date, read_date
from onrecord.types import BlockKind

LEAST, LEAST_STATED = 3, 2
"""Entries of a live blog; where the markup says that it is one."""
STAMP_WITHIN: Final = 4
"""Of so many first lines of an entry one says when."""
LONGEST_STAMP: Final = 120
"""Characters of a line that says when."""
HEADED: Final = 0.6
"""Share of entries with a heading, from which they are no readers' comments."""
AS_MANY: Final = 0.8
"""Share of the most entries of any kind that a kind of larger elements has, to be preferred."""
ABOVE: Final = 4
"""Elements around an entry whose names are looked at."""
SAID_BESIDE: Final = 25
"""Characters beside the time in its line, from which the line is words of the entry."""
WORDS_OF_A_NAME: Final = 2
"""Headings of a word or two may name who posted what."""
SHORTEST_WORDS: Final = 2
"""Words of a line of an entry."""
SAID_BY_ENTRY: Final = 40
"""Characters that an entry has on average, at least, outside of links."""
LONGEST_BY: Final = 40
"""Characters beside the author's name in his line."""
LINKED: Final = 0.7
DAY: Final = len("2019-02-28")

STATED: Final = re.compile(r"\"@type\"\s{0,9}:\s{0,9}(?:\[[^\]]{0,80})?\"(?:https?://schema\.org/)?LiveBlogPosting\"")
_WORDS_OF_A_TITLE = (
    r"\blive[- ]?blog\b",
    r"\blive[- ](?:updates?|coverage|feed|ticker|reports?|reporting|text|news)\b",
    r"\A\W*live\s?[:|–—-]",
    r"[:|–—-]\s?live\W*\Z",
    r"\bas it happened\b",
    r"\bas it happens\b",
    r"\bminute[- ]by[- ]minute\b",
    r"\bhour[- ]by[- ]hour\b",
    r"\b(?:live|news)[- ]?ticker\b",
    r"\brolling (?:coverage|updates?|news)\b",
    r"\blatest updates\b",
    r"\ben direct\b|\bminute par minute\b",
    r"\ben (?:vivo|directo)\b|\bminuto a minuto\b|\bin diretta\b|\bao vivo\b",
)
TITLE: Final = re.compile("|".join(_WORDS_OF_A_TITLE), re.I)
"""What the title of a live blog says."""
CALLED: Final = re.compile(
    r"(?<![a-z])live(?:[-_]?(?:blog|updates?|feed|event|entry|entries|post|posts|item|ticker|coverage|stream|text)"
    r"|(?![a-z]))|liveblog|(?<![a-z])ticker|minute-?by-?minute|(?<![a-z])timeline(?![a-z])"
)
"""What its elements are called."""
THREAD: Final = re.compile(
    r"comment|komment|repl(?:y|ies)|forum|thread|discuss|message|guestbook|review|answer|disqus|antwort|beitrag"
)
"""What elements of readers' threads are called."""
_BEFORE = r"\s?\W{0,3}(?:(?:posted|published|updated|at|um|à)\s{1,2}(?:at\s)?)?"
_TIME = (
    r"(?P<hour>[01]?\d|2[0-3])"
    r"(?:[:.h](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?(?:\s?(?P<half>[ap])\.?m\b\.?)?|\s?(?P<whole>[ap])\.?m\b\.?)"
)
_ZONE = r"(?:\s?\(?[A-Z]{2,4}\)?)?"
_REST = r"(?P<rest>(?:\s?[-–—|·:,]\s?|\s|(?=[A-Z“])|$).{0,120})"
CLOCK: Final = re.compile(_BEFORE + _TIME + _ZONE + _REST, re.I | re.S)
"""A line that begins with a time of day."""
AGO: Final = re.compile(r"\W{0,3}\d{1,2}\s?(?:m|mins?|minutes?|h|hrs?|hours?|d|days?)\s?(?:ago)?(?![a-z])", re.I)
START = attrgetter("start")


class Entry(NamedTuple):
    """A dated part of the article, by the indices of its lines."""

    start: int
    stop: int
    """The lines from `start` up to, not including, `stop`."""
    stamp: int
    """The line that says when."""
    heading: int | None
    author: tuple[int, int] | None
    """Where in the text the name of who wrote it stands."""
    when: str | None
    """When it was published, in EDTF."""


class _Stamps:
    """The lines of a page that say when, by index, each with what it is in EDTF, if that is told: a time of day alone
    is `T11:40`."""

    def __init__(self, markup: Markup, *, printed: bool) -> None:
        """`printed`: whether those are looked for that no `<time>` marks."""
        self.markup = markup
        self.starts = [piece.start for piece in markup.pieces]
        self.ends = [piece.end for piece in markup.pieces]
        self.when: dict[int, str | None] = {}
        self._read_marked()
        if printed:
            self._read_printed()

    def _read_marked(self) -> None:
        for node in self.markup.times:
            index = self.line_of(node) if node.end > node.start and not node.unread else -1
            if index >= 0 and _is_short(self.markup.pieces[index]):
                stated = read_date(node.attrs.get("datetime", ""))
                self.when.setdefault(index, stated or self.read(self.markup.pieces[index]))

    def _read_printed(self) -> None:
        for index, piece in enumerate(self.markup.pieces):
            if index not in self.when and _is_short(piece) and self.says(piece):
                self.when[index] = self.read(piece)

    def line_of(self, node: Node) -> int:
        """The line in which an element ends; -1 if it is within none."""
        index = bisect_left(self.ends, node.end)
        return index if index < len(self.ends) and self.starts[index] < node.end else -1

    def says(self, piece: Piece) -> bool:
        line = self.markup.text[piece.start : piece.end]
        if CLOCK.match(line) or AGO.match(line):
            return True
        dated = find_date(line)
        return dated is not None and dated.start <= len("Wednesday, ")

    def read(self, piece: Piece) -> str | None:
        line = self.markup.text[piece.start : piece.end]
        dated = find_date(line)
        if dated is not None:
            return dated.edtf
        clock = CLOCK.match(line)
        if clock is None:
            return None
        half = (clock["half"] or clock["whole"] or "").lower()
        hour = int(clock["hour"])
        if half:
            hour = hour % 12 + (12 if half == "p" else 0)
        return f"T{hour:02}:{clock['minute'] or '00'}"


def _is_short(piece: Piece) -> bool:
    return piece.end - piece.start <= LONGEST_STAMP


def find_entries(markup: Markup, headline: int | None) -> list[Entry]:
    """The entries of a live blog, in the order of the page; none where nothing tells that the page is one."""
    stated = _is_stated(markup)
    says_so = stated or _is_titled(markup, headline)
    if not markup.times and not says_so:
        return []
    stamps = _Stamps(markup, printed=says_so)
    least = LEAST_STATED if stated else LEAST
    if len(stamps.when) < least:
        return []
    roots = _roots(markup, stamps, least, headline)
    entries: list[Entry] = []
    if roots:
        entries = [entry for root in roots if (entry := _entry(markup, stamps, *_lines(stamps, root)))]
    elif says_so:
        entries = _runs(markup, stamps, least, headline)
    if len(entries) < least or not (says_so or _look_like_a_live_blog(entries, roots, markup, headline)):
        return []
    return entries


def _is_titled(markup: Markup, headline: int | None) -> bool:
    """Whether the title of a page or its headline says that it is a live blog."""
    title = markup.title[0] if markup.title else ""
    printed = "" if headline is None else markup.text[markup.pieces[headline].start : markup.pieces[headline].end]
    return TITLE.search(title) is not None or TITLE.search(printed) is not None


def _look_like_a_live_blog(entries: list[Entry], roots: list[Node], markup: Markup, headline: int | None) -> bool:
    """Whether entries show by what their elements are called, or by their headings, that the page is a live blog."""
    if any(_is_called(root, CALLED) for root in roots[:3]):
        return True
    return headline is not None and _are_headed(entries, markup)


def _is_stated(markup: Markup) -> bool:
    """Whether the markup says that the page is a live blog."""
    for node, script in markup.scripts:
        if "ld+json" in node.attrs.get("type", "").lower() and STATED.search(script):
            return True
    return any(node.attrs.get("itemtype", "").endswith("LiveBlogPosting") for node in markup.nodes)


def _roots(markup: Markup, stamps: _Stamps, least: int, headline: int | None) -> list[Node]:
    """The elements of the entries: of the kinds of element that begin with a time the one with the most, and of several
    with about as many the largest."""
    kinds = [_innermost(nodes) for nodes in _kinds(markup, stamps, headline) if len(nodes) >= least]
    kinds = [nodes for nodes in kinds if len(nodes) >= least and _say(nodes, stamps)]
    marked = [nodes for nodes in kinds if _is_called(nodes[0], CALLED) or _hold_headings(nodes, stamps)]
    return _largest(marked or kinds)


def _kinds(markup: Markup, stamps: _Stamps, headline: int | None) -> list[list[Node]]:
    """The elements that begin with a time and do not hold the headline, by what they are called."""
    kinds: dict[tuple[str, str, int], list[Node]] = {}
    asked: set[int] = set()
    end = _end(markup)
    top = markup.pieces[headline].start if headline is not None else -1
    for index in sorted(stamps.when):
        node: Node | None = markup.pieces[index].node
        while node is not None and node.index >= 0 and node.tag not in ("body", "html", "main"):
            if node.index in asked or (node.start <= top < node.end):
                break
            asked.add(node.index)
            first = bisect_left(stamps.starts, node.start)
            if index - first < STAMP_WITHIN and node.start < end and not _is_called(node, THREAD):
                kinds.setdefault(_kind_of(node), []).append(node)
            node = node.parent
    return list(kinds.values())


def _largest(kinds: list[list[Node]]) -> list[Node]:
    """Of the kinds of element with about as many as any the one that holds most; none if there are none."""
    most = max([len(nodes) for nodes in kinds], default=0)
    chosen: list[Node] = []
    size = 0
    for nodes in kinds:
        length = sum([node.end - node.start for node in nodes])
        if len(nodes) >= AS_MANY * most and length > size:
            chosen, size = nodes, length
    return chosen


def _innermost(nodes: list[Node]) -> list[Node]:
    """Those of some elements that hold no other of them, in order."""
    nodes = sorted(nodes, key=START)
    return [
        node for node, behind in zip(nodes, [*nodes[1:], None], strict=True) if not behind or behind.start >= node.end
    ]


def _kind_of(node: Node) -> tuple[str, str, int]:
    """What an element is called; one that is not called anything is a child of its parent."""
    classes = node.attrs.get("class", "").lower().split()
    name = re.sub(r"\d+", "0", classes[0]) if classes else ""
    return node.tag, name, -1 if name or node.parent is None else node.parent.index


def _say(nodes: list[Node], stamps: _Stamps) -> bool:
    """Whether most of what some elements say is no link, and enough to be words of an article: teasers say less."""
    length = linked = 0
    for node in nodes:
        start, stop = _lines(stamps, node)
        for piece in stamps.markup.pieces[start:stop]:
            length += piece.end - piece.start
            linked += piece.linked
    return length - linked >= SAID_BY_ENTRY * len(nodes) and 2 * linked <= length


def _hold_headings(nodes: list[Node], stamps: _Stamps) -> bool:
    headed = 0
    for node in nodes:
        start, stop = _lines(stamps, node)
        headed += any(heading(piece.node) for piece in stamps.markup.pieces[start:stop])
    return headed >= HEADED * len(nodes)


def _lines(stamps: _Stamps, node: Node) -> tuple[int, int]:
    return bisect_left(stamps.starts, node.start), bisect_left(stamps.starts, node.end)


def _end(markup: Markup) -> int:
    """Where in the text a thread of readers' comments begins, as a heading says."""
    for piece in markup.pieces:
        if heading(piece.node) or piece.node.tag in ("legend", "summary"):
            line = markup.text[piece.start : piece.end]
            if len(line) < LONGEST_STAMP and COMMENTS.search(line) and THREAD_HEADING.fullmatch(line):
                return piece.start
    return len(markup.text)


def _is_called(node: Node, names: re.Pattern[str]) -> bool:
    """Whether an element, or one of those around it, has such a name."""
    above: Node | None = node
    for _ in range(ABOVE + 1):
        if above is None or above.tag in ("body", "html", ""):
            return False
        if above.names and names.search(above.names):
            return True
        above = above.parent
    return False


def _entry(markup: Markup, stamps: _Stamps, start: int, stop: int) -> Entry | None:
    stamp = next((index for index in range(start, min(start + STAMP_WITHIN, stop)) if index in stamps.when), None)
    if stamp is None:
        return None
    named = next(
        (index for index in range(start, min(stamp + STAMP_WITHIN, stop)) if heading(markup.pieces[index].node)), None
    )
    return Entry(start, stop, stamp, named, _author(markup, start, stop), stamps.when[stamp])


def _author(markup: Markup, start: int, stop: int) -> tuple[int, int] | None:
    """The first short element of an entry that is named as an author's, or has `rel=author`."""
    nodes = markup.nodes
    end = markup.pieces[stop - 1].end
    for node in nodes[bisect_left(nodes, markup.pieces[start].start, key=START) :]:
        if node.start >= end:
            return None
        if not node.attrs or not 2 < node.end - node.start <= 60 or node.unread:
            continue
        if _is_author(node):
            return node.start, node.end
    return None


def _is_author(node: Node) -> bool:
    if "author" in node.attrs.get("rel", "").split() or node.attrs.get("itemprop") in ("author", "creator"):
        return True
    return BYLINE.search(node.names) is not None or "-author" in node.names


def _runs(markup: Markup, stamps: _Stamps, least: int, headline: int | None) -> list[Entry]:
    """Entries that no element holds: from one time to before the next, of times that stand in like elements of one
    parent."""
    end = _end(markup)
    places = _times_in_a_row(markup, stamps, -1 if headline is None else headline, end)
    if len(places) < least:
        return []
    parent = markup.pieces[places[0]].node.parent
    last = bisect_left(stamps.starts, min(end, parent.end if parent else end))
    starts = [index - 1 for index in places] if _stand_below_headings(markup, places) else places
    entries: list[Entry] = []
    for start, stop in zip(starts, [*starts[1:], last], strict=True):
        entry = _entry(markup, stamps, start, stop) if stop > start else None
        if entry is not None:
            entries.append(entry)
    return entries


def _times_in_a_row(markup: Markup, stamps: _Stamps, after: int, end: int) -> list[int]:
    """The most lines with a time that are like elements of one parent, behind the headline and before a thread."""
    kinds: dict[tuple[int, str], list[int]] = {}
    for index in sorted(stamps.when):
        node = markup.pieces[index].node
        if index > after and markup.pieces[index].start < end and node.parent and not _is_called(node, THREAD):
            kinds.setdefault((node.parent.index, node.tag), []).append(index)
    return max(kinds.values(), key=len, default=[])


def _stand_below_headings(markup: Markup, places: list[int]) -> bool:
    headed = sum([index > 0 and bool(heading(markup.pieces[index - 1].node)) for index in places])
    return headed > HEADED * len(places) and markup.pieces[places[0]].node.tag not in ("h2", "h3", "h4")


def _are_headed(entries: list[Entry], markup: Markup) -> bool:
    """Whether most entries have a heading that is no link to another page, and their times are in order: so are no
    teasers, and no comments."""
    headed = words = 0
    for entry in entries:
        if entry.heading is not None:
            piece = markup.pieces[entry.heading]
            headed += 2 * piece.linked < piece.end - piece.start
            words += len(markup.text[piece.start : piece.end].split())
    times = [entry.when for entry in entries if entry.when]
    ordered = times in (sorted(times), sorted(times, reverse=True))
    most_headed = headed >= HEADED * len(entries) and words > WORDS_OF_A_NAME * headed
    return most_headed and ordered and len(times) == len(entries)


def place_of(markup: Markup, entry: Entry) -> tuple[int, int]:
    """Where in the text an entry stands."""
    return markup.pieces[entry.start].start, markup.pieces[entry.stop - 1].end


def label(markup: Markup, kinds: list[BlockKind], entries: list[Entry]) -> list[BlockKind | None]:
    """What the lines of the entries are: when, by whom, a heading, words of the article, and the rest; None for all
    other lines of the page.

    In `kinds` they are all made body, so that no line of an entry is taken for one about the whole.
    """
    labels: list[BlockKind | None] = [None] * len(kinds)
    for entry in entries:
        for index in range(entry.start, entry.stop):
            labels[index] = _kind(markup, entry, index, kinds[index])
            kinds[index] = "body"
    return labels


def _kind(markup: Markup, entry: Entry, index: int, given: BlockKind) -> BlockKind:
    piece = markup.pieces[index]
    line = markup.text[piece.start : piece.end]
    if given == "caption":
        return given
    if heading(piece.node) and piece.node.tag not in ("h1",):
        return "headline"
    author = entry.author if entry.author and piece.start <= entry.author[0] < piece.end else None
    if index == entry.stamp:
        return "body" if not author and _says_more_than_when(line) else "dateline"
    if author and len(line) <= author[1] - author[0] + LONGEST_BY:
        return "byline"
    return "body" if _are_words(line, piece, given) else "chrome"


def _are_words(line: str, piece: Piece, given: BlockKind) -> bool:
    """Whether a line of an entry is of what it tells."""
    if is_button(line) or piece.linked > LINKED * len(line):
        return False
    return given == "body" or (len(line.split()) >= SHORTEST_WORDS and not is_form(line))


def _says_more_than_when(line: str) -> bool:
    clock = CLOCK.match(line)
    return clock is not None and len(clock["rest"].strip()) >= SAID_BESIDE


def day_told(entries: list[Entry], published: str | None, modified: str | None) -> list[Entry]:
    """The entries, with the day of those of which only the time of day is told: that on which the page was published,
    if it was changed on no other day and the times are in order."""
    clocks = [entry.when for entry in entries if entry.when and entry.when[0] == "T"]
    days = {day[:DAY] for day in (published, modified) if day and len(day) >= DAY}
    ordered = clocks in (sorted(clocks), sorted(clocks, reverse=True))
    day = days.pop() if len(days) == 1 and ordered else None
    return [_on_day(entry, day) for entry in entries]


def _on_day(entry: Entry, day: str | None) -> Entry:
    """An entry of which only the time of day is told, with the day; without a time if the day is not known."""
    if entry.when is None or entry.when[0] != "T":
        return entry
    return entry._replace(when=day + entry.when if day else None)
