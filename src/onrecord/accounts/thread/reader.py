"""The readers' thread of a page of HTML: its posts in order, and which of them answers which."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from onrecord.accounts.draft import Said
from onrecord.accounts.lines.words import is_button
from onrecord.accounts.page.markup import Markup, Node, Piece
from onrecord.accounts.thread.answers import find_answers
from onrecord.accounts.thread.kinds import Item, find_posts
from onrecord.accounts.thread.marks import Marks
from onrecord.accounts.thread.opening import Layout, find_opening, is_thread_page
from onrecord.accounts.thread.post import BESIDE, Post, Usual
from onrecord.accounts.thread.quotes import Above, is_expand, read_quotations
from onrecord.accounts.thread.signs import COUNTS, EDITED, RANK, SUBJECT, sort_of, unjoined
from onrecord.text.spans import Place

USUAL: Final = 0.5
"""Share of the posts that have a thing in one sort of element, from which that is where all have it."""
FURNITURE, AGAIN = 0.4, 3
"""Share of the posts, and the least number, in which a short line stands that is nobody's words."""
CODE = ("pre", "code")
"""Whose lines, like what is answered to them, are many posts' words: commands, settings."""
REPEATED: Final = 8
"""Words, from which what two posts say alike, of one author and day, is one post."""
NUMBER: Final = re.compile("[0-9][0-9]*")
LAYOUTS: Final = 4
"""How many of the layouts of posts, the commonest, the opening post may have."""


class Thread(NamedTuple):
    posts: list[Said]
    owned: dict[int, bool]
    """Pieces of posts by index: whether they are part of what it says, its author and date, or a button."""


def read_thread(markup: Markup, headline: int | None, others: list[Place]) -> Thread:
    """The posts of the page in order, and the pieces that belong to them; `headline` is the piece that is the page's,
    `others` are runs of the text that look like posts and are none."""
    marks = Marks(markup, headline)
    items = find_posts(markup, marks, others)
    if not items:
        return Thread([], {})
    items = sorted(items, key=lambda item: item[0].index)
    owner = _owners(markup.nodes, items)
    posts = _posts(markup, items, owner, marks)
    layouts: Counter[Layout] = Counter()
    usual = _usual(posts, layouts)
    opening = find_opening(markup, items[0][0], (layout for layout, _ in layouts.most_common(LAYOUTS)), marks)
    if opening:
        items = [opening, *items]
        owner = _owners(markup.nodes, items)
        posts = {0: _posts(markup, items[:1], _owners(markup.nodes, items[:1]), marks)[0]} | {
            number + 1: post for number, post in posts.items()
        }
    found: dict[int, _Found] = {number: _read(post, usual) for number, post in posts.items()}
    owned = _without_preview(markup, posts, found)
    furniture = _furniture(markup, found)
    posts_said: list[Said] = []
    places: dict[int, int] = {}
    sources: dict[int, int] = {}
    above = Above(markup.text[: items[0][0].start])
    for number, post in posts.items():
        quotations = read_quotations(post, found[number].words, above)
        quoted = {index for each in quotations for index in each.pieces}
        post_said = _said(post, found[number], quoted, furniture, owned)
        if post_said:
            places[number] = len(posts_said)
            sources |= {len(posts_said): each.source for each in reversed(quotations) if each.source is not None}
            above.add(post, post_said.author, post_said.words)
            posts_said.append(post_said)
    if is_thread_page(markup, items, marks):
        for index in range(len(markup.pieces)):
            if index != headline:
                owned.setdefault(index, False)
    answers = sources | find_answers(markup, items, owner, places, posts)
    return Thread(
        [
            post_said._replace(reply_to=answers[number]) if number in answers else post_said
            for number, post_said in enumerate(posts_said)
        ],
        owned,
    )


class _Found:
    """What was read from a post; `lines` are those of its words, as they are compared with those of other posts."""

    def __init__(self, author: Place | None, date: Place | None, value: str | None, words: list[int]) -> None:
        self.author = author
        self.date = date
        self.value = value
        self.words = words
        self.heads = [place for place in (author, date) if place]
        self.lines: dict[int, str] = {}


def _owners(nodes: list[Node], items: list[Item]) -> list[int]:
    """For every element the number of the innermost post it is in, or -1."""
    owner = [-1] * len(nodes)
    for number, item in enumerate(items):
        for root in item:
            owner[root.index] = number
    for node in nodes[items[0][0].index :]:
        above = node.parent.index if node.parent else -1
        if above >= 0 and owner[node.index] < 0:
            owner[node.index] = owner[above]
    return owner


def _posts(markup: Markup, items: list[Item], owner: list[int], marks: Marks) -> dict[int, Post]:
    pieces: dict[int, list[int]] = {}
    for index in range(bisect_left(marks.starts, items[0][0].start), len(markup.pieces)):
        node = markup.pieces[index].node
        number = owner[node.index] if node and node.index >= 0 else -1
        if number >= 0:
            pieces.setdefault(number, []).append(index)
    inside: dict[int, list[Node]] = {}
    for node in markup.nodes[items[0][0].index :]:
        number = owner[node.index]
        if number >= 0 and not node.unread:
            inside.setdefault(number, []).append(node)
    return {
        number: Post(inside[number], pieces[number], marks, (items[number][0].start, items[number][-1].end))
        for number in sorted(pieces)
    }


def _usual(posts: dict[int, Post], layouts: Counter[Layout]) -> Usual:
    """Where most posts have their author, their date and their words. Counts in `layouts` where each has author and
    words."""
    authors: Counter[str] = Counter()
    dates: Counter[str] = Counter()
    contents: Counter[str] = Counter()
    for post in posts.values():
        author, sort = post.author()
        authors[sort] += author is not None
        date, of_date = post.date(author)
        dates[of_date] += date is not None
        node = post.content([place for place in (author, date and date.place) if place])
        contents[sort_of(node)] += node is not None
        layouts[sort, sort_of(node)] += author is not None and _is_named(sort_of(node))
    content = _commonest(contents, len(posts))
    return Usual(
        _commonest(authors, len(posts)),
        _commonest(dates, len(posts)),
        content if content and _is_named(content) else None,
    )


def _is_named(sort: str) -> bool:
    """Whether a sort of element tells one place of a post: a bare <p> does not."""
    return sort[-1:] not in ("", " ")


def _commonest(votes: Counter[str], whole: int) -> str | None:
    ((sort, count),) = votes.most_common(1) or [("", 0)]
    return sort if count and count >= USUAL * whole else None


def _read(post: Post, usual: Usual) -> _Found:
    author, _ = post.author(usual.author)
    dated, _ = post.date(author, usual.date)
    date, value = (dated.place, dated.value) if dated else (None, None)
    if value is None and (value := post.stamp()) and dated and dated.rank > 1 and not post.is_day(dated, value):
        date = None  # a sentence speaks of some other day
    heads = [place for place in (author, date) if place]
    return _Found(author, date, value, post.words(heads, usual.content))


def _without_preview(markup: Markup, posts: dict[int, Post], found: dict[int, _Found]) -> dict[int, bool]:
    """Drop the first post if the second has its words and its author: a page may show how its thread begins twice.

    Gives its pieces, none of which is a part of the thread.
    """
    if len(found) < 2:
        return {}
    first, second = list(found)[:2]
    if not _is_again(markup, found[first], found[second]):
        return {}
    del found[first]
    return dict.fromkeys(posts.pop(first).pieces, False)


def _is_again(markup: Markup, one: _Found, other: _Found) -> bool:
    """Whether two posts are one that is shown twice: not two who say the same, or one who says it again another day."""
    told = _told(markup, one)
    days = {found.value or (markup.text[slice(*found.date)] if found.date else None) for found in (one, other)} - {None}
    return len(days) < 2 and len(" ".join(told[1:]).split()) >= REPEATED and told == _told(markup, other)


def _told(markup: Markup, one: _Found) -> list[str]:
    """The name of its author, and the lines of its words."""
    places = [one.author or (0, 0), *((markup.pieces[index].start, markup.pieces[index].end) for index in one.words)]
    return [markup.text[start:end] for start, end in places]


def _furniture(markup: Markup, found: dict[int, _Found]) -> set[str]:
    """The short lines that many posts have: what to press, a rank, the title of the thread once more."""
    counts: Counter[str] = Counter()
    for one in found.values():
        name = markup.text[slice(*one.author)] if one.author else ""
        one.lines = {index: _line(markup.pieces[index], markup.text, name) for index in one.words}
        told = [line for index, line in one.lines.items() if markup.pieces[index].node.tag not in CODE]
        counts.update(set(told))
    least = max(AGAIN, FURNITURE * len(found))
    return {line for line, count in counts.items() if count >= least and len(line) < 80}


def _line(piece: Piece, text: str, author: str) -> str:
    """The beginning of a line, with one digit for all numbers and none of its author's name."""
    line = text[piece.start : min(piece.end, piece.start + 100)]
    return NUMBER.sub("0", line.replace(author, "") if author else line)


def _said(post: Post, found: _Found, quoted: set[int], furniture: set[str], owned: dict[int, bool]) -> Said | None:
    """What the post says, by whom and when; None if it says nothing. Marks its pieces, and what it quotes, in
    `owned`."""
    own = {index for index, line in found.lines.items() if line not in furniture} or set(found.words)
    words: list[Place] = []
    for index in post.pieces:
        piece = post.markup.pieces[index]
        head = False
        for start, end in found.heads:
            head = head or (start < piece.end and end > piece.start)
        is_word = index in own and not head and not _is_pressed(post.marks.printed[index])
        owned[index] = is_word or head
        if is_word and index not in quoted:
            words.append((piece.start, piece.end))
        elif head:
            words += _besides(post.text, piece.start, piece.end, found.heads)
    if not words:
        return None
    return Said(tuple(words), found.author, found.date, None, found.value)


def _is_pressed(line: str) -> bool:
    return is_button(line) or is_expand(line)


def _besides(text: str, start: int, end: int, heads: Iterable[Place]) -> Iterator[Place]:
    """What a line says beside an author and a date, if that is more than what binds the two."""
    edges = [start, *(edge for head in sorted(heads) for edge in head if start <= edge <= end), end]
    for a, b in zip(edges[::2], edges[1::2], strict=False):
        rest = text[a:b]
        inner = unjoined(rest)
        if (
            len(inner) >= BESIDE
            and not RANK.fullmatch(COUNTS.sub("", inner.lower(), count=1))
            and not EDITED.fullmatch(inner.lower())
            and not SUBJECT.match(inner.lower())
            and len(inner.split()) >= 3
        ):
            first = a + rest.index(inner)
            yield first, first + len(inner)
