"""Where a page names somebody, says when, and how much it says: what tells its posts from all else that repeats.

Dates are looked for in the whole page. What costs more is looked for only where a kind of element may be its posts.
"""

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from operator import attrgetter
from typing import Final

from onrecord.accounts.lines.headlines import heading
from onrecord.accounts.lines.words import name_like
from onrecord.accounts.page.markup import Markup, Node, Piece
from onrecord.accounts.thread.signs import FORUM, SUBJECT, is_about_user, is_name, names_author, said_by, unjoined
from onrecord.text.dates.printed_forms import DIGIT
from onrecord.text.dates.questions import says_when
from onrecord.text.spans import Place

LIKELY_NAME: Final = 0.5
NAME: Final = 60
"""Characters: an element that names somebody holds no more."""
LONGEST: Final = 200
"""Characters of the lines in which posts say when they were written."""
SHORT, AGAIN = 80, 3
"""Characters of a line, and how often it stands on a page, numbers aside, from which it is no one's words."""
FURNITURE, MANY = 0.4, 20
"""Share of the dates of a page with many that such a line stands as often as: of hundreds of readers three say the
same."""
NUMBER: Final = re.compile("[0-9][0-9]*")
LINK: Final = 20
"""Characters: what is said of a page in a link at the beginning of a line is longer."""
TITLE: Final = 10
"""Characters: what is said of a page in its link is longer."""
HEAD: Final = 200
"""Elements in which a page says by what it was made."""
START = attrgetter("start")
NETWORK: Final = re.compile(
    r"https?://(?:(?:www|mobile|m|old)\.)?(?:(?:twitter|x)\.com/\w{1,30}/status(?:es)?/\d|instagram\.com/p/"
    r"|threads\.net/@[\w.]{1,40}/post/"
    r"|facebook\.com/[\w.-]{1,80}/(?:posts|videos)/|bsky\.app/profile/[\w.:-]{1,80}/post/"
    r"|tiktok\.com/@[\w.]{1,40}/video/)"
)
"""The address of a single post on a social network."""


class Marks:
    """The places of one page, each list in the order of the text."""

    def __init__(self, markup: Markup, headline: int | None) -> None:
        self.markup = markup
        self.headline = headline
        self.printed = [markup.text[piece.start : piece.end] for piece in markup.pieces]
        """The lines of the page as they stand: the pieces."""
        self.dates: list[int] = []
        self.dated: list[Node] = []
        """The elements of the dates."""
        self.lines: list[int] = []
        """The lines with a date: the indices of their pieces."""
        self.authors: list[int] = []
        self._naming: set[int] = set()
        """The elements in which somebody is named, by their indices."""
        self._run = (0, 0)
        """The run of the text in which they were looked for."""
        self._when: dict[int, Place] = {}
        """Where in its line each date stands that is found in one of `LONGEST`, whatever it says."""
        self._find_dates()
        self._kept_forum: bool | None = None
        self._kept_starts: list[int] | None = None
        self._kept_again: list[bool] | None = None
        self._kept_said: list[int] | None = None
        self._kept_printed: list[int] | None = None
        self._kept_embedded: list[int] | None = None
        self._kept_firsts: list[int] | None = None
        self._beside: dict[int, Place | None] = {}
        self._behind: dict[int, int] = {}
        """By the number of a line that has no name beside its date the next that may have one."""
        self._begins_with_link: dict[int, bool] = {}
        self._within: dict[int, tuple[int, int]] = {}

    def _find_dates(self) -> None:
        pieces = self.markup.pieces
        for index in range(len(pieces)):
            line = self.printed[index]
            if len(line) > NAME and (len(line) > LONGEST or DIGIT.search(line) is None):
                continue
            place = says_when(line)
            if place is None and len(line) <= LONGEST:
                place = self._set_apart(pieces[index])
            if place is None:
                continue
            self._when[index] = place
            piece = pieces[index]
            if piece.node and not is_about_user(line, self._before(index)):
                self.dates.append(piece.start + place[0])
                self.dated.append(piece.node)
                self.lines.append(index)
        more = [
            node
            for node in self.markup.nodes
            if node.tag == "time" and "datetime" in node.attrs and node.end > node.start and not node.unread
        ]
        more = [node for node in more if not holds(self.dates, node.start, node.end)]
        if more:
            self.dates = sorted(self.dates + [node.start for node in more])
            self.dated += more

    def _set_apart(self, piece: Piece) -> Place | None:
        """Where a line says when in an element of its own, which the layout alone parts from the name before it."""
        nodes = self.markup.nodes
        for number in range(bisect_left(nodes, piece.start, key=START), len(nodes)):
            node = nodes[number]
            if node.start >= piece.end:
                return None
            apart = self.markup.text[node.start - 1 : node.start + 1]
            if not piece.start < node.start < node.end <= piece.end or apart != apart.replace(" ", ""):
                continue
            place = says_when(self.markup.text[node.start : node.end])
            if place is not None:
                first = node.start - piece.start
                return first + place[0], first + place[1]
        return None

    def _before(self, index: int) -> str:
        above = self.printed[index - 1] if index else ""
        return above if len(above) <= NAME else ""

    def when(self, index: int) -> Place | None:
        """Where a line says when."""
        place = self._when.get(index)
        line = self.printed[index]
        return place if place is not None or len(line) <= NAME else says_when(line)

    def find_authors(self, start: int, end: int) -> None:
        """Look for those who are named in a run of the text."""
        nodes = self.markup.nodes
        self._run = (start, end)
        self._naming = {
            node.index
            for node in nodes[bisect_left(nodes, start, key=START) : bisect_left(nodes, end, key=START)]
            if node.attrs
            and (0 < node.end - node.start <= NAME or "data-author" in node.attrs)
            and not node.unread
            and names_author(node)
        }
        found = {nodes[index].start for index in self._naming}
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, end)):
            line = self.printed[index]
            if len(line) <= NAME and said_by(line):
                found.add(self.starts[index])
        self.authors = sorted(found)

    def names_author(self, node: Node) -> bool:
        """Whether an element is named as an author's, or is a link to somebody's page."""
        looked = 0 < node.end - node.start <= NAME and self._run[0] <= node.start < self._run[1] and not node.unread
        return node.index in self._naming if looked else names_author(node)

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
        """For each piece whether it is a short line that comes again and again on the page, numbers aside: what to
        press, a rank."""
        shorts = "\n".join([line if len(line) <= SHORT else "" for line in self.printed])
        lines = NUMBER.sub("0", shorts).split("\n")
        least = max(AGAIN, int(FURNITURE * (len(self.dates) - MANY)))
        often = {line for line, number in Counter(lines).items() if number >= least and line}
        return [line in often for line in lines[: len(self.printed)]]

    @property
    def said(self) -> list[int]:
        if self._kept_said is None:
            self._kept_said = self._find_said()
        return self._kept_said

    def _find_said(self) -> list[int]:
        """How many characters are said before each piece, and in all: not those of links, nor of lines that come
        again."""
        sizes = (
            0 if again else p.end - p.start - p.linked for p, again in zip(self.markup.pieces, self.again, strict=True)
        )
        return list(accumulate(sizes, initial=0))

    def is_titled(self, start: int, end: int) -> bool:
        """Whether a heading that is a link stands in a run of the text: a post has none, a teaser of another page
        has."""
        pieces = self.markup.pieces
        for index in range(bisect_left(self.starts, start), len(pieces)):
            piece = pieces[index]
            if piece.start >= end:
                return False
            if piece.linked > TITLE and heading(piece.node) and _is_title(piece, self.markup):
                return True
        return False

    def is_linked(self, start: int) -> bool:
        """Whether a line that begins at a place begins with a link of several words, no date and nothing to press: so
        does a teaser."""
        for index in range(bisect_left(self.starts, start), bisect_left(self.starts, start + 3)):
            if index not in self._begins_with_link:
                piece = self.markup.pieces[index]
                self._begins_with_link[index] = (
                    piece.linked > LINK
                    and not self.again[index]
                    and piece.end - piece.start <= LONGEST
                    and _begins_with_link(piece, self.markup)
                )
            if self._begins_with_link[index]:
                return True
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
        pieces = self.markup.pieces
        own = [index for index in range(len(pieces)) if index == self.headline or heading(pieces[index].node) == "h1"]
        return [pieces[index].start for index in own]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """How many authors and how many dates stand in a run of the text."""
        return count(self.authors, start, end), count(self.dates, start, end)

    def within_element(self, node: Node) -> tuple[int, int]:
        """The same of an element. Many are of several kinds."""
        if node.index not in self._within:
            self._within[node.index] = self.within(node.start, node.end)
        return self._within[node.index]

    def length(self, start: int, end: int) -> int:
        """How many characters that are no links stand in a run of the text."""
        return self.said[bisect_left(self.starts, end)] - self.said[bisect_left(self.starts, start)]

    def printed_length(self, start: int, end: int) -> int:
        """The same with lines that come again and again."""
        if self._kept_printed is None:
            sizes = (piece.end - piece.start - piece.linked for piece in self.markup.pieces)
            self._kept_printed = list(accumulate(sizes, initial=0))
        return self._kept_printed[bisect_left(self.starts, end)] - self._kept_printed[bisect_left(self.starts, start)]

    def named_beside(self, start: int, end: int) -> Place | None:
        """The first words of a run of the text that stand beside a date and may be a name, where no markup says whose
        they are."""
        first, last = bisect_left(self.starts, start) - 1, bisect_left(self.starts, end)
        number = self._next_beside(bisect_left(self.lines, first))
        while number < len(self.lines) and self.lines[number] <= last:
            place = self._beside[number]
            if place is not None and start <= place[0] < end:
                return place
            number = self._next_beside(number + 1)
        return None

    def _next_beside(self, number: int) -> int:
        """The first line with a date, from this one on, that has a name beside it; how many there are if none has.

        Lines without one are asked once and then passed over, however many posts hold them.
        """
        passed = []
        while number < len(self.lines):
            if number in self._behind:
                passed.append(number)
                number = self._behind[number]
                continue
            if number not in self._beside:
                self._beside[number] = self._name_beside(self.lines[number])
            if self._beside[number] is not None:
                break
            passed.append(number)
            number += 1
        for one in passed:
            self._behind[one] = number
        return number

    def _name_beside(self, index: int) -> Place | None:
        """What may be a name before or behind the date in its line, or is the whole line before that of a date
        alone."""
        line, date = self.printed[index], self._when[index]
        parts = []
        for start, end in ((0, date[0]), (date[1], len(line))):
            part = unjoined(line[start:end])
            parts.append(part)
            name = said_by(part + ":") or part
            if 2 <= len(name) <= 40 and name_like(name) >= LIKELY_NAME and is_name(name):
                first = self.starts[index] + line.index(name, start)
                return first, first + len(name)
        if index and not any(parts):
            above = self.markup.pieces[index - 1]
            name = self.printed[index - 1]
            if len(name) <= 30 and not heading(above.node) and name_like(name) >= LIKELY_NAME and is_name(name):
                return above.start, above.end
        return None


def holds(places: list[int], start: int, end: int) -> bool:
    """Whether one of the places lies in a run of the text."""
    first = bisect_left(places, start)
    return first < len(places) and places[first] < end


def count(places: list[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)


def _begins_with_link(line: Piece, markup: Markup) -> bool:
    nodes = markup.nodes
    for node in nodes[bisect_left(nodes, line.start - 1, key=START) : bisect_left(nodes, line.start + 1, key=START)]:
        if node.tag == "a" and node.end - node.start > LINK and "#" not in node.attrs.get("href", "#"):
            words = markup.text[node.start : node.end].strip()
            return words.count(" ") >= 3 and not SUBJECT.match(words.lower()) and not says_when(words)
    return False


def _is_title(line: Piece, markup: Markup) -> bool:
    """Whether a linked heading tells what its link leads to: neither a place on this page nor somebody's name."""
    if SUBJECT.match(markup.text[line.start : line.end].lower()):
        return False
    nodes = markup.nodes
    around = nodes[bisect_left(nodes, line.start - 1, key=START) : bisect_left(nodes, line.end, key=START)]
    links = [node for node in around if node.tag == "a"]
    return not links or any("#" not in node.attrs.get("href", "#") and not names_author(node) for node in links)
