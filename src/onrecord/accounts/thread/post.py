"""One post: whose words it is, when it was written and what it says, each with the element that it was read from.

What is read from elements of one sort in most posts of a thread is read from that sort in all of them (`Usual`).
"""

from bisect import bisect_left
from datetime import UTC, date, datetime
from itertools import accumulate
from typing import Final, NamedTuple

from onrecord.accounts.lines.headlines import heading
from onrecord.accounts.page.markup import Node, Piece
from onrecord.accounts.thread.edits import find_edits
from onrecord.accounts.thread.marks import Marks
from onrecord.accounts.thread.signs import (
    ABOUT_USER,
    LATEST,
    STAMPED,
    SUBJECT,
    is_about_user,
    is_aside,
    is_name,
    is_parent,
    name_in_data,
    name_within,
    named_as_date,
    named_as_quote,
    said_by,
    says_content,
    sort_of,
    stamp_of,
    surely_author,
    unjoined,
)
from onrecord.text.dates.questions import is_counted, read_date, says_when
from onrecord.text.spans import Place

BESIDE: Final = 20
"""Characters of words in the line of a post's author, from which they are taken for what it says."""
INNER: Final = 0.6
"""Share of the words of an element named as content, from which one within it is the content."""
MOST: Final = 0.5
"""Share of a post's words, from which an element without such a name is its content."""

AGAIN: Final = 5
"""How many lines that only name its author once more are looked at."""
LONG: Final = 30
"""Characters of a line that is found again where it was quoted from."""
LINE: Final = 160
"""Characters of a line that says when a post was written."""
DATE: Final = 40
"""Characters: an element that is named as a date's holds no more."""
DAY: Final = "YYYY-MM-DD"
SECONDS = ("data-timestamp", "data-time", "data-epoch", "data-created", "data-utime")
NAMED_IN: Final = 12
"""Elements of a post of which one may have its author's name in its data."""


class Usual(NamedTuple):
    """The sorts of element that most posts of a thread have their author, date and words in; None: no one sort."""

    author: str | None = None
    date: str | None = None
    content: str | None = None


class Dated(NamedTuple):
    place: Place
    value: str | None
    rank: int


class Post:
    """One post: the elements and pieces that lie in it and in no post within it."""

    def __init__(self, nodes: list[Node], pieces: list[int], marks: Marks, run: Place):
        self.marks = marks
        self.markup, self.text = marks.markup, marks.markup.text
        self.nodes = nodes
        self.pieces = pieces
        self.roots = {n.index for n in nodes if n.parent is nodes[0].parent}
        self._run = run
        """What of the text is the post, with the posts within it."""
        self._ranked: dict[Place | None, list[tuple[Dated, str]]] = {}
        self._plains: dict[tuple[Place, ...], tuple[list[int], list[int]]] = {}
        self._contents: dict[tuple[Place, ...], Node | None] = {}
        self._quoted = self._find_quoted()
        self._shut = self._find_shut()
        self._around_shut = self._find_around_shut()
        self._edits = find_edits(marks, pieces)
        self._authors = self._find_authors()
        self._says = self._find_says()

    def author(self, usual: str | None = None) -> tuple[Place | None, str]:
        """The innermost short text of the element that is named as an author's, or links to somebody's page."""
        ranked = self._authors
        says = self._says
        if says and not any(place[0] < says[0] for place, _ in ranked):  # behind a name it tells whom it quotes
            return says, "says"
        found = next((one for one in ranked if one[1] == usual), None) or (ranked[0] if ranked else None)
        if found is None:
            return self.marks.named_beside(*self._run), "beside"
        for place, sort in ranked:  # the innermost: the name without its badge
            if found[0][0] <= place[0] and place[1] <= found[0][1] and place != found[0] and usual != found[1]:
                return place, sort
        return found

    def _find_authors(self) -> list[tuple[Place, str]]:
        """What may be the author's name, the likeliest first, and the sort of element it is in."""
        authors = []
        for order, node in enumerate(self.nodes):
            if not node.attrs:
                continue
            prop = node.attrs["itemprop"].lower() if "itemprop" in node.attrs else ""
            if prop != "name" and not self.marks.names_author(node):
                continue
            start, end = self._trimmed(node)
            stop = self.text.find("\n", start, end)
            start, end = name_within(self.text, start, end if stop < 0 else stop)
            if is_name(self.text[start:end]):
                rank = 2 * (end - start < 2) + (prop != "name" and not surely_author(node))
                rank += 4 * (node.index in self._quoted) + 4 * (node.index in self._around_shut)
                rank += 4 * (self._is_edit(start) or self._is_title(start, end))
                authors.append((rank, order, (start, end), sort_of(node)))
        return [(place, sort) for _, _, place, sort in sorted(authors)]

    def _find_says(self) -> Place | None:
        """The name that an element of the post has in its data, or a line "X says:"."""
        named = ""
        for node in self.nodes[:NAMED_IN]:
            named = named or name_in_data(node)
        for index in self.pieces[:6]:
            start, line = self.marks.starts[index], self.marks.printed[index]
            if named and line.startswith(named) and not line[len(named) : len(named) + 1].isalnum():
                return start, start + len(named)
            name = said_by(line)
            if name and is_name(name):
                return start, start + len(name)
        return None

    def _find_quoted(self) -> frozenset[int]:
        """The elements in which somebody else's words are."""
        quoted_pieces: set[int] = set()
        for node in self.nodes:
            if node.index in self.roots:
                continue
            if (
                (node.parent and node.parent.index in quoted_pieces)
                or node.tag == "blockquote"
                or is_parent(node)
                or (node.names and named_as_quote(node.names))
            ):
                quoted_pieces.add(node.index)
        return frozenset(quoted_pieces)

    def _is_edit(self, start: int) -> bool:
        return any(begin <= start < end for begin, end in self._edits.values())

    def _is_title(self, start: int, end: int) -> bool:
        """Whether it is what the page is called, and of several words."""
        title = self.markup.title
        several = self.text.count(" ", start, end) > 1
        return several and title is not None and title[0].startswith(self.text[start:end])

    def quoted_line(self) -> Place | None:
        """The first line of somebody else's words that is long enough to be found again, if none of its own comes
        before it."""
        for index in self.pieces:
            piece = self.markup.pieces[index]
            if piece.node and piece.node.index in self._quoted and piece.end - piece.start >= LONG:
                return piece.start, piece.end
        return None

    def own_lines(self) -> str:
        """The text of the post without what it quotes."""
        lines = (self.markup.pieces[index] for index in self.pieces)
        return "\n".join(self.text[p.start : p.end] for p in lines if not (p.node and p.node.index in self._quoted))

    def _find_around_shut(self) -> frozenset[int]:
        """The elements that hold something to press, or a picture: their text is not a name alone."""
        found: set[int] = set()
        for node in self.nodes:
            above = node.parent if node.index in self._shut and node.end > node.start else None
            while above is not None and above.index not in found and above.index not in self.roots:
                found.add(above.index)
                above = above.parent
        return frozenset(found)

    def date(self, author: Place | None, usual: str | None = None) -> tuple[Dated | None, str]:
        """Where it says when: in an element with a stamp, or in a line that has a date; a whole date before "2 days
        ago"."""
        if author not in self._ranked:
            self._ranked[author] = sorted(
                [*self._dated_elements(author), *self._dated_lines(author)], key=lambda one: one[0].rank
            )
        ranked = self._ranked[author]
        if not ranked:
            return None, ""
        best, sort = next(
            (one for one in ranked if one[1] == usual and one[0].rank <= ranked[0][0].rank + 1), ranked[0]
        )
        if best.value and is_counted(self.text[slice(*best.place)]):
            day = (read_date(best.value) or "")[:10]
            for dated, _ in ranked:
                if day and (read_date(self.text[slice(*dated.place)]) or "")[:10] == day:
                    return best._replace(place=dated.place), sort
        return best, sort

    def _dated_elements(self, author: Place | None) -> list[tuple[Dated, str]]:
        dated: list[tuple[Dated, str]] = []
        for node in self.nodes:
            value = stamp_of(node) if node.attrs or node.tag == "time" else None
            if value is None and not (node.names and node.end - node.start <= DATE and named_as_date(node.names)):
                continue
            start, end = self._trimmed(node)
            if not 0 < end - start <= 60 or (author and start <= author[0] < end) or self._is_latest(start):
                continue
            found = says_when(self.text[start:end])
            rank = 4 * (node.index in self._quoted or self._is_edit(start))
            if value is not None:
                rank += 3 * (found is None and node.tag == "a")  # "Journal": its title says when it was written in
                place = found or (0, end - start)
                dated.append((Dated((start + place[0], start + place[1]), value or None, rank), sort_of(node)))
            elif found:
                rank += 1 + 2 * is_counted(self.text[start + found[0] : start + found[1]])
                dated.append((Dated((start + found[0], start + found[1]), None, rank), sort_of(node)))
        return dated

    def _is_latest(self, start: int) -> bool:
        """Whether what stands before a date in its line says that it is that of the last post of the thread."""
        begin = self.text.rfind("\n", max(0, start - LINE), start)
        return begin >= 0 and LATEST.search(self.text[begin:start].lower()) is not None

    def _dated_lines(self, author: Place | None) -> list[tuple[Dated, str]]:
        dated: list[tuple[Dated, str]] = []
        before = ""
        for index in self.pieces:
            line, at = self.marks.printed[index], self.marks.starts[index]
            if len(line) > LINE:
                before = ""
                continue
            skip = author[1] - at if author and at <= author[0] < at + len(line) else 0
            found = says_when(line[skip:]) if skip else self.marks.when(index)
            if skip and not found and (found := self.marks.when(index)):
                skip = 0
            if (
                found
                and index not in self._edits
                and not is_about_user(line, before)
                and not LATEST.search(line.lower())
            ):
                start, end = at + skip + found[0], at + skip + found[1]
                if not (author and start < author[1] and author[0] < end):
                    rest = len(line) - (author[1] - author[0] if author and skip else 0) - (end - start)
                    rank = 1 + 2 * is_counted(self.text[start:end]) + (rest > BESIDE)
                    dated.append((Dated((start, end), None, rank), sort_of(self.markup.pieces[index].node)))
            before = line
        return dated

    def is_day(self, dated: Dated, stamp: str) -> bool:
        """Whether a date that is shown is the day of a stamp, or in another time zone the one beside it."""
        shown = read_date(self.text[slice(*dated.place)]) or ""
        if len(shown) < len(DAY) or len(stamp) < len(DAY):
            return False
        return abs((date.fromisoformat(shown[: len(DAY)]) - date.fromisoformat(stamp[: len(DAY)])).days) <= 1

    def stamp(self) -> str | None:
        """When it was written by its data, where the page shows nothing of it: a date of schema.org, or seconds since
        1970."""
        for node in self.nodes:
            if node.start == node.end and "content" in node.attrs and node.attrs.get("itemprop", "").lower() in STAMPED:
                return read_date(node.attrs["content"])
        given = next((self.nodes[0].attrs[name] for name in SECONDS if name in self.nodes[0].attrs), "")
        if given.isdecimal() and len(given) in (10, 13):
            return f"{datetime.fromtimestamp(int(given[:10]), UTC):%Y-%m-%dT%H:%M:%SZ}"
        return None

    def content(self, heads: list[Place]) -> Node | None:
        """The element with its words: the innermost that is named so and holds most, else the one that says most."""
        key = tuple(heads)
        if key not in self._contents:
            self._contents[key] = self._find_content(heads)
        return self._contents[key]

    def _find_content(self, heads: list[Place]) -> Node | None:
        best = held_named = 0
        place: Node | None = None
        named: Node | None = None
        plain, sizes = self._plain(heads)
        starts = [self.marks.starts[i] for i in plain]
        outside = [*heads, *[(again, again + 1) for start, end in heads for again in self._again(start, end)]]
        for node in self.nodes[1:]:
            if node.index in self._shut or node.end <= node.start or _holds_some(node, outside):
                continue
            held = sizes[bisect_left(starts, node.end)] - sizes[bisect_left(starts, node.start)]
            if held and says_content(node):
                if held > held_named or (
                    named and node.start >= named.start and node.end <= named.end and held >= INNER * held_named
                ):
                    named, held_named = node, held
            elif held > best:
                best, place = held, node
        if named is not None and (3 * held_named >= best):
            return named
        return place if place is not None and best >= MOST * (sizes[-1] or 1) else None

    def _again(self, start: int, end: int) -> list[int]:
        """Where a line is the author's name, or the date, once more."""
        said = self.text[start:end]
        found = [self.marks.starts[index] for index in self.pieces if self.marks.printed[index] == said]
        return [again for again in found if again != start][:AGAIN]

    def words(self, heads: list[Place], usual: str | None = None) -> list[int]:
        """The pieces that are its words: those of its content, else all that is neither head nor about its author."""
        plain, _ = self._plain(heads)
        node = self._first_of(usual) if usual else None
        if node is None or _holds_some(node, heads):
            node = self.content(heads)
        elif not says_content(node):
            named = self.content(heads)
            node = named if named and says_content(named) and named.end - named.start > node.end - node.start else node
        pieces = self.markup.pieces
        if node is not None:
            return [i for i in plain if node.start <= pieces[i].start < node.end]
        return [i for i in plain if not ABOUT_USER.fullmatch(self.marks.printed[i].lower())]

    def _first_of(self, sort: str) -> Node | None:
        tag = sort[: sort.index(" ")]
        for node in self.nodes[1:]:
            if node.tag == tag and node.end > node.start and sort_of(node) == sort:
                return node
        return None

    def _plain(self, heads: list[Place]) -> tuple[list[int], list[int]]:
        """The pieces that may be words, and how many characters they have up to each."""
        key = tuple(heads)
        if key not in self._plains:
            plain = [index for index in self.pieces if self._may_be_words(index, heads)]
            sizes = accumulate([len(self.marks.printed[index]) for index in plain], initial=0)
            self._plains[key] = plain, list(sizes)
        return self._plains[key]

    def _may_be_words(self, index: int, heads: list[Place]) -> bool:
        piece = self.markup.pieces[index]
        if (piece.node and piece.node.index in self._shut) or index in self._edits:
            return False
        for start, end in heads:
            if start < piece.end and end > piece.start:
                return False
        return not self._repeats(self.marks.printed[index], heads) and not self._is_subject(piece)

    def _is_subject(self, piece: Piece) -> bool:
        """Whether a heading of the post only says again what the thread is called."""
        if not heading(piece.node):
            return False
        line, title = self.text[piece.start : piece.end], self.markup.title
        again = SUBJECT.match(line.lower())
        return bool(again) or bool(title and len(line) > 3 and title[0].lower().startswith(line.lower()))

    def _repeats(self, line: str, heads: list[Place]) -> bool:
        """Whether a line only says once more by whom and when: "Post by Bo »"."""
        if len(line) > 100:
            return False
        rest = line
        for start, end in heads:
            rest = rest.replace(self.text[start:end], "")
        return len(rest) < len(line) and not any(c.isalnum() for c in unjoined(rest))

    def _find_shut(self) -> set[int]:
        """The elements in which no words of a post are: buttons, a form to write in, a signature."""
        written = [n.start for n in self.nodes if n.tag == "textarea"]
        whole = self.nodes[-1].end - self.nodes[0].start
        out: set[int] = set()
        for node in self.nodes:
            above = node.parent.index if node.parent else -1
            if (
                above in out
                or is_parent(node)
                or (node.index not in self.roots and node.end - node.start < MOST * whole and is_aside(node))
                or (node.tag == "form" and any(node.start <= at <= node.end for at in written))
            ):
                out.add(node.index)
        return out

    def _trimmed(self, node: Node) -> Place:
        start, end = node.start, min(node.end, len(self.text))  # white space at the end of a page is not kept
        while start < end and self.text[start].isspace():
            start += 1
        while start < end and self.text[end - 1].isspace():
            end -= 1
        return start, end


def _holds_some(node: Node, places: list[Place]) -> bool:
    return any(node.start < end and start < node.end for start, end in places)
