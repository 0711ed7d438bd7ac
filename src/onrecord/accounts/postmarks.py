"""Where a page names somebody, says when, and how much it says: what tells its posts from all else that repeats.

Dates are looked for in the whole page. What costs more is looked for only where a kind of element may be its posts.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from operator import attrgetter

from onrecord.accounts.headlines import heading
from onrecord.accounts.markup import Markup, Node, Piece
from onrecord.accounts.postdates import DIGIT, says_when
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
LINK = 20
"""Characters: what is said of a page in a link at the beginning of a line is longer."""
TITLE = 10
"""Characters: what is said of a page in its link is longer."""
HEAD = 200
"""Elements in which a page says by what it was made."""
START = attrgetter("start")
NETWORK = re.compile(
    r"https?://(?:(?:www|mobile|m|old)\.)?(?:(?:twitter|x)\.com/\w{1,30}/status(?:es)?/\d|instagram\.com/p/|threads\.net/@[\w.]{1,40}/post/"
    r"|facebook\.com/[\w.-]{1,80}/(?:posts|videos)/|bsky\.app/profile/[\w.:-]{1,80}/post/|tiktok\.com/@[\w.]{1,40}/video/)"
)
"""The address of a single post on a social network."""

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
        self._kept_forum: bool | None = None
        self._kept_starts: list[int] | None = None
        self._kept_again: list[bool] | None = None
        self._kept_said: list[int] | None = None
        self._kept_headings: list[tuple[str, int]] | None = None
        self._kept_titles: list[int] | None = None
        self._kept_link_lines: list[int] | None = None
        self._kept_embedded: list[int] | None = None
        self._kept_firsts: list[int] | None = None
        self._kept_beside: list[Place] | None = None

    def _find_dates(self) -> None:
        text = self.markup.text
        for index, piece in enumerate(self.markup.pieces):
            start, end = piece.start, piece.end
            if end - start > LONGEST or (end - start > NAME and DIGIT.search(text, start, end) is None):
                continue
            line = text[start:end]
            place = says_when(line)
            if place and piece.node and not is_about_user(line, self._before(index)):
                self.dates.append(start + place[0])
                self.dated.append(piece.node)
                self.lines.append((index, place))
        more = [
            node
            for node in self.markup.nodes
            if node.tag == "time" and "datetime" in node.attrs and node.end > node.start and not node.unread
        ]
        more = [node for node in more if not count(self.dates, node.start, node.end)]
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

    @property
    def forum(self) -> bool:
        if self._kept_forum is None:
            self._kept_forum = self._find_forum()
        return self._kept_forum

    def _find_forum(self) -> bool:
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
                said = "forum" if given["itemtype"].endswith(("/DiscussionForumPosting", "/QAPage")) else ""
            else:
                continue
            if FORUM.search(said):
                return True
        return False

    @property
    def starts(self) -> list[int]:
        if self._kept_starts is None:
            self._kept_starts = self._find_starts()
        return self._kept_starts

    def _find_starts(self) -> list[int]:
        return [piece.start for piece in self.markup.pieces]

    @property
    def again(self) -> list[bool]:
        if self._kept_again is None:
            self._kept_again = self._find_again()
        return self._kept_again

    def _find_again(self) -> list[bool]:
        """For each piece whether it is a short line that comes again and again on the page, numbers aside: what to press, a rank."""
        text = self.markup.text
        lines = [NUMBER.sub("0", text[p.start : p.end]) if p.end - p.start <= SHORT else "" for p in self.markup.pieces]
        counts = Counter(lines)
        return [bool(line) and counts[line] >= AGAIN for line in lines]

    @property
    def said(self) -> list[int]:
        if self._kept_said is None:
            self._kept_said = self._find_said()
        return self._kept_said

    def _find_said(self) -> list[int]:
        """How many characters are said before each piece, and in all: not those of links, nor of lines that come again."""
        sizes = (
            0 if again else p.end - p.start - p.linked for p, again in zip(self.markup.pieces, self.again, strict=True)
        )
        return list(accumulate(sizes, initial=0))

    @property
    def headings(self) -> list[tuple[str, int]]:
        if self._kept_headings is None:
            self._kept_headings = self._find_headings()
        return self._kept_headings

    def _find_headings(self) -> list[tuple[str, int]]:
        """The pieces that are headings, with their tags."""
        return [(tag, index) for index, piece in enumerate(self.markup.pieces) if (tag := heading(piece.node))]

    @property
    def titles(self) -> list[int]:
        if self._kept_titles is None:
            self._kept_titles = self._find_titles()
        return self._kept_titles

    def _find_titles(self) -> list[int]:
        """Headings that are links: a post has none, a teaser of another page has."""
        pieces = self.markup.pieces
        lines = [pieces[index] for _, index in self.headings if pieces[index].linked > TITLE]
        return [piece.start for piece in lines if _is_title(piece, self.markup)]

    @property
    def link_lines(self) -> list[int]:
        if self._kept_link_lines is None:
            self._kept_link_lines = self._find_link_lines()
        return self._kept_link_lines

    def _find_link_lines(self) -> list[int]:
        """Lines that begin with a link of several words, no date and nothing to press: a teaser begins with one."""
        pieces = zip(self.markup.pieces, self.again, strict=True)
        lines = [
            piece for piece, again in pieces if piece.linked > LINK and not again and piece.end - piece.start <= LONGEST
        ]
        return [piece.start for piece in lines if self._begins_with_link(piece)]

    def _begins_with_link(self, line: Piece) -> bool:
        nodes = self.markup.nodes
        for node in nodes[
            bisect_left(nodes, line.start - 1, key=START) : bisect_left(nodes, line.start + 1, key=START)
        ]:
            if node.tag == "a" and node.end - node.start > LINK and "#" not in node.attrs.get("href", "#"):
                words = self.markup.text[node.start : node.end].strip()
                return words.count(" ") >= 3 and not SUBJECT.match(words) and not says_when(words)
        return False

    @property
    def embedded(self) -> list[int]:
        if self._kept_embedded is None:
            self._kept_embedded = self._find_embedded()
        return self._kept_embedded

    def _find_embedded(self) -> list[int]:
        """Links to single posts on another site's network: an article sets such posts among its own words."""
        links = (node for node in self.markup.nodes if node.tag == "a")
        return [node.start for node in links if NETWORK.match(node.attrs.get("href", ""))]

    @property
    def firsts(self) -> list[int]:
        if self._kept_firsts is None:
            self._kept_firsts = self._find_firsts()
        return self._kept_firsts

    def _find_firsts(self) -> list[int]:
        """Headings of the first order: they stand above an article, and above a thread."""
        own = {index for tag, index in self.headings if tag == "h1"} | (
            {self.headline} if self.headline is not None else set()
        )
        return [self.markup.pieces[index].start for index in sorted(own)]

    @property
    def beside(self) -> list[Place]:
        if self._kept_beside is None:
            self._kept_beside = self._find_beside()
        return self._kept_beside

    def _find_beside(self) -> list[Place]:
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


def _is_title(line: Piece, markup: Markup) -> bool:
    """Whether a linked heading tells what its link leads to: neither a place on this page nor somebody's name."""
    if SUBJECT.match(markup.text[line.start : line.end]):
        return False
    nodes = markup.nodes
    around = nodes[bisect_left(nodes, line.start - 1, key=START) : bisect_left(nodes, line.end, key=START)]
    links = [node for node in around if node.tag == "a"]
    return not links or any("#" not in node.attrs.get("href", "#") and not names_author(node) for node in links)
