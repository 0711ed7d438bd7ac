"""Where a page names somebody, says when, and how much it says: what tells its posts from all else that repeats.

Dates are looked for in the whole page. What costs more is looked for only where a kind of element may be its posts.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import accumulate
from operator import attrgetter

from onrecord.accounts.headlines import heading
from onrecord.accounts.markup import Markup, Node
from onrecord.accounts.postdates import says_when
from onrecord.accounts.postsigns import FORUM, SAID_BY, SUBJECT, is_about_user, is_name, names_author, unjoined
from onrecord.accounts.words import name_like

LIKELY_NAME = 0.5
NAME = 60
"""Characters: an element that names somebody holds no more."""
LONGEST = 200
"""Characters of the lines in which posts say when they were written."""
SHORT, AGAIN = 80, 3
"""Characters of a line, and how often it stands on a page, numbers aside, from which it is no one's words."""
NUMBER = re.compile("[0-9]+")
HEAD = 200
"""Elements in which a page says by what it was made."""
START = attrgetter("start")

Place = tuple[int, int]


class Marks:
    """The places of one page, each list in the order of the text."""

    def __init__(self, markup: Markup, headline: int | None) -> None:
        self.markup = markup
        self.headline = headline
        self.dates: list[int] = []
        self.dated: list[Node] = []
        """The elements of the dates."""
        self.lines: list[tuple[int, Place]] = []
        """The lines with a date: index of the piece, and where the date stands in it."""
        self.authors: list[int] = []
        self._find_dates()

    def _find_dates(self) -> None:
        text = self.markup.text
        for index, piece in enumerate(self.markup.pieces):
            start = piece.start
            if piece.end - start > LONGEST:
                continue
            place = says_when(text[start : piece.end])
            if place and piece.node and not is_about_user(text[start : piece.end], self._before(index)):
                self.dates.append(start + place[0])
                self.dated.append(piece.node)
                self.lines.append((index, place))
        times = [
            n
            for n in self.markup.nodes
            if n.tag == "time" and n.end > n.start and "datetime" in n.attrs and not n.unread
        ]
        more = [node for node in times if not count(self.dates, node.start, node.end)]
        if more:
            self.dates = sorted(self.dates + [node.start for node in more])
            self.dated += more

    def _before(self, index: int) -> str:
        above = self.markup.pieces[index - 1] if index else None
        return self.markup.text[above.start : above.end] if above and above.end - above.start <= NAME else ""

    def find_authors(self, start: int, end: int) -> None:
        """Look for those who are named in a run of the text."""
        text, nodes, pieces = self.markup.text, self.markup.nodes, self.markup.pieces
        found = {
            node.start
            for node in nodes[bisect_left(nodes, start, key=START) : bisect_left(nodes, end, key=START)]
            if node.attrs
            and (0 < node.end - node.start <= NAME or "data-author" in node.attrs)
            and not node.unread
            and names_author(node)
        }
        for piece in pieces[bisect_left(self.starts, start) : bisect_left(self.starts, end)]:
            if piece.end - piece.start <= NAME and SAID_BY.fullmatch(text, piece.start, piece.end):
                found.add(piece.start)
        self.authors = sorted(found)

    @cached_property
    def forum(self) -> bool:
        """Whether the page says that it is made by the software of a forum, or is called one."""
        title = self.markup.title
        if title and "forum" in title[0].lower():
            return True
        for node in self.markup.nodes[:HEAD]:
            given = node.attrs
            if node.tag in ("html", "body"):
                said = f"{node.names} {given.get('data-template', '')}"
            elif node.tag == "meta" and given.get("name", "").lower() in ("generator", "application-name"):
                said = given.get("content", "").lower()
            elif "itemtype" in given:
                said = (
                    "forum" if given["itemtype"].endswith(("/DiscussionForumPosting", "/QAPage", "/Question")) else ""
                )
            else:
                continue
            if FORUM.search(said):
                return True
        return False

    @cached_property
    def starts(self) -> list[int]:
        return [piece.start for piece in self.markup.pieces]

    @cached_property
    def again(self) -> list[bool]:
        """For each piece whether it is a short line that comes again and again on the page, numbers aside: what to press, a rank."""
        text = self.markup.text
        lines = [NUMBER.sub("0", text[p.start : p.end]) if p.end - p.start <= SHORT else "" for p in self.markup.pieces]
        counts = Counter(lines)
        return [bool(line) and counts[line] >= AGAIN for line in lines]

    @cached_property
    def said(self) -> list[int]:
        """How many characters are said before each piece, and in all: not those of links, nor of lines that come again."""
        sizes = (
            0 if again else p.end - p.start - p.linked for p, again in zip(self.markup.pieces, self.again, strict=True)
        )
        return list(accumulate(sizes, initial=0))

    @cached_property
    def titles(self) -> list[int]:
        """Headings that are links: a post has none, a teaser of another page has."""
        return [node.start for node in self.markup.nodes if node.tag == "a" and _is_title(node, self.markup)]

    @cached_property
    def link_lines(self) -> list[int]:
        """Lines that are a link of several words, no date and nothing to press: a teaser begins with one."""
        text, found = self.markup.text, []
        for piece, again in zip(self.markup.pieces, self.again, strict=True):
            length = piece.end - piece.start
            if piece.linked > 20 and piece.linked >= length - 20 and length <= LONGEST and not again:
                line = text[piece.start : piece.end]
                if line.count(" ") >= 3 and not SUBJECT.match(line) and not says_when(line):
                    found.append(piece.start)
        return found

    @cached_property
    def firsts(self) -> list[int]:
        """Headings of the first order: they stand above an article, and above a thread."""
        pieces = self.markup.pieces
        return [p.start for index, p in enumerate(pieces) if index == self.headline or heading(p.node) == "h1"]

    @cached_property
    def beside(self) -> list[Place]:
        """Words beside a date that may be a name, where no markup says whose they are."""
        return [name for index, place in self.lines for name in _names_beside(self.markup, index, place)]

    def within(self, start: int, end: int) -> tuple[int, int, int]:
        """How many authors, how many dates and how many characters that are no links stand in a run of the text."""
        return count(self.authors, start, end), count(self.dates, start, end), self.length(start, end)

    def length(self, start: int, end: int) -> int:
        """How many characters that are no links stand in a run of the text."""
        return self.said[bisect_left(self.starts, end)] - self.said[bisect_left(self.starts, start)]

    def named_beside(self, start: int, end: int) -> Place | None:
        place = bisect_left(self.beside, (start, 0))
        return self.beside[place] if place < len(self.beside) and self.beside[place][0] < end else None


def count(places: list[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)


def _names_beside(markup: Markup, index: int, date: Place) -> Iterator[Place]:
    """What may be a name before the date in its line, or is the whole line before that of a date alone."""
    piece = markup.pieces[index]
    line = markup.text[piece.start : piece.end]
    for start, end in ((0, date[0]), (date[1], len(line))):
        name = unjoined(line[start:end])
        said = SAID_BY.fullmatch(name + ":")
        name = said["name"] if said else name
        if 2 <= len(name) <= 40 and name_like(name) >= LIKELY_NAME and is_name(name):
            first = piece.start + line.index(name, start)
            yield first, first + len(name)
            return
    if index and not unjoined(line[: date[0]]) and not unjoined(line[date[1] :]):
        above = markup.pieces[index - 1]
        name = markup.text[above.start : above.end]
        if len(name) <= 30 and not heading(above.node) and name_like(name) >= LIKELY_NAME and is_name(name):
            yield above.start, above.end


def _is_title(link: Node, markup: Markup) -> bool:
    """Whether a link is the heading of what it leads to, and neither a place on this page nor somebody's name."""
    if link.end - link.start <= 10 or "#" in link.attrs.get("href", "#") or not heading(link.block):
        return False
    return not SUBJECT.match(markup.text[link.start : link.end].lstrip()) and not names_author(link)
