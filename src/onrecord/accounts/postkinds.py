"""Which elements of a page are its posts: the kind that fits best.

A post has an author and a date beside its words, and there are several of one kind. A kind is a class, an id with a number
in it, the children of one element, or a run of siblings that begins with one of a sort (`<dt>` who and when, `<dd>` what).
A kind that says what it is (schema.org/Comment, `comment-12`, `class="comment"`) need not fit.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from onrecord.accounts.dates import date_phrase
from onrecord.accounts.headlines import heading
from onrecord.accounts.markup import Markup, Node
from onrecord.accounts.postsigns import (
    EVIDENCE,
    PLACE,
    POST_CLASS,
    POST_ID,
    SAID_BY,
    SUBJECT,
    is_name,
    may_date,
    names_author,
    unjoined,
)
from onrecord.accounts.words import name_like

TITLE_AT = 150
"""A teaser begins with the heading that links to its page, within so many characters."""
MOST = 1.4
"""How much one element that says it is a post can fit at most; one that does not say so, 1."""
LONG = 4000
"""Characters: two or three posts that are longer are more likely an article and what stands beside it."""
LIKELY_NAME = 0.5
BESIDE = 0.75
"""What words beside a date that may be a name count, where no markup says whose they are."""
UNNAMED = 0.9
"""What the fit of a kind counts that no name holds together: it misses a post that is not like the others."""
SOME_WORDS, MORE_WORDS = 12, 30
"""Characters that posts have on average, at least; more where nothing names their authors."""

Item = list[Node]
"""The elements of one post, siblings in order; mostly one."""


class Marks(NamedTuple):
    """Where on the page, in order, somebody is named and something dated, and how much is said up to each piece."""

    authors: list[int]
    dates: list[int]
    starts: list[int]
    said: list[int]
    titles: list[int]
    """Headings that are links: a post has none, a teaser of another page has."""
    firsts: list[int]
    """Headings of the first order: they stand above an article, and above a thread."""
    beside: list[tuple[int, int]]
    """Words beside a date that may be a name, where no markup says whose they are."""

    def within(self, start: int, end: int) -> tuple[int, int, int]:
        """How many authors, how many dates and how many characters that are no links stand in a run of the text."""
        return (
            _count(self.authors, start, end),
            _count(self.dates, start, end),
            self.said[bisect_left(self.starts, end)] - self.said[bisect_left(self.starts, start)],
        )

    def named_beside(self, start: int, end: int) -> bool:
        place = bisect_left(self.beside, (start, 0))
        return place < len(self.beside) and self.beside[place][0] < end


def _count(places: list[int], start: int, end: int) -> int:
    return bisect_left(places, end) - bisect_left(places, start)


def find_marks(markup: Markup, headline: int | None) -> Marks:
    authors = [
        n.start
        for n in markup.nodes
        if n.attrs and (0 < n.end - n.start <= 60 or "data-author" in n.attrs) and not n.unread and names_author(n)
    ]
    dates = []
    beside: list[tuple[int, int]] = []
    before = ""
    for index, piece in enumerate(markup.pieces):
        line = markup.text[piece.start : piece.end]
        place = date_phrase(line) if len(line) <= 200 and may_date(line, before) else None
        if place:
            dates.append(piece.start + place[0])
            beside += _names_beside(markup, index, place)
        if SAID_BY.fullmatch(line):
            authors.append(piece.start)
        before = line
    said = accumulate((p.end - p.start - p.linked for p in markup.pieces), initial=0)
    titles = [node.start for node in markup.nodes if node.tag == "a" and _is_title(node, markup.text)]
    firsts = [p.start for index, p in enumerate(markup.pieces) if index == headline or heading(p.node) == "h1"]
    return Marks(sorted(set(authors)), dates, [p.start for p in markup.pieces], list(said), titles, firsts, beside)


def _names_beside(markup: Markup, index: int, date: tuple[int, int]) -> Iterator[tuple[int, int]]:
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


def _is_title(link: Node, text: str) -> bool:
    """Whether a link is the heading of what it leads to, and neither a place on this page nor somebody's name."""
    if SUBJECT.match(text[link.start : link.end].lstrip()):
        return False
    long = link.end - link.start > 10 and "#" not in link.attrs.get("href", "#")
    return long and bool(heading(link.block)) and not names_author(link)


def find_posts(markup: Markup, marks: Marks) -> list[Item]:
    """The posts of the kind that fits best; the outermost kind where several fit as well."""
    kinds: dict[str, list[Item]] = {}
    children: dict[int, list[Node]] = {}
    for node in markup.nodes:
        if node.end > node.start and not node.unread and (node is node.block or "-" in node.tag):
            for key in _keys(node):
                kinds.setdefault(key, []).append([node])
            if node.parent and node.parent.index >= 0:
                children.setdefault(node.parent.index, []).append(node)
    marked = bool((marks.authors or marks.beside) and marks.dates)
    for parent, nodes in children.items() if marked else ():
        if len(nodes) > 1 and _count(marks.dates, nodes[0].start, nodes[-1].end) > 1:
            kinds[f"children of {parent}"] = [[node] for node in nodes]
            runs = _runs(nodes, marks) if len(nodes) > 3 else []
            if runs:
                kinds[f"runs in {parent}"] = runs
    best, chosen = 0.0, []
    for key, items in kinds.items():
        strong = key[0] == "!"
        if not strong and (len(items) == 1 or not marked):
            continue  # one element alone is no thread, unless it says that it is a comment
        if (MOST if strong else 1.0) * len(items) <= best:
            continue  # none of so few fits better
        fit, posts = _best_of(key, items, marks)
        if fit > best * 1.02:
            best, chosen = fit, posts
    return chosen


def _keys(node: Node) -> tuple[str, ...]:
    """The kinds that an element is of; one that begins with an exclamation mark says that it is a post."""
    given = node.attrs
    if not given and "-" not in node.tag:
        return ()
    return _named_keys(node.tag, given.get("class", ""), given.get("id", ""), given.get("itemtype", ""))


@lru_cache(8192)
def _named_keys(tag: str, names: str, identifier: str, itemtype: str) -> tuple[str, ...]:
    keys = ["!schema"] if itemtype.rstrip("/").endswith(("/Comment", "/Answer")) else []
    identifier = identifier.lower()
    if any(c.isdigit() for c in identifier):
        named = POST_ID.match(identifier)
        keys.append(f"!{tag}#{named[0]}" if named else f"{tag}#{re.sub(r'[0-9a-f]*[0-9][0-9a-f]*', '0', identifier)}")
    keys += [f"!{tag}.{name}" if name in POST_CLASS else f"{tag}.{name}" for name in names.lower().split()[:8]]
    if "-" in tag:
        keys.append(f"!{tag}" if tag.endswith("-comment") else tag)
    return tuple(keys)


def _runs(nodes: list[Node], marks: Marks) -> list[Item]:
    """Siblings in runs, each from one that names or dates to before the next such one of its sort."""
    starts: list[int] = []
    sort: tuple[str, bool, bool] | None = None
    for place, node in enumerate(nodes):
        named, dated, _ = marks.within(node.start, node.end)
        named = named or (dated and marks.named_beside(node.start, node.end))
        if not (named or dated):
            continue
        own = (_sort(node), named > 0, dated > 0)
        sort = sort or own
        if own == sort:
            starts.append(place)
    if len(starts) < 2 or len(starts) == len(nodes):
        return []
    longest = max(b - a for a, b in pairwise(starts))
    ends = [*starts[1:], min(len(nodes), starts[-1] + longest)]
    return [nodes[a:b] for a, b in zip(starts, ends, strict=True)]


def _sort(node: Node) -> str:
    classes = node.attrs.get("class", "").lower().split()
    return f"{node.tag}.{re.sub(r'[0-9]+', '0', classes[0]) if classes else ''}"


class _Held(NamedTuple):
    named: float
    """How many authors; if none, a part of one for words beside a date that may be a name."""
    dated: int
    said: int


def _best_of(key: str, items: list[Item], marks: Marks) -> tuple[float, list[Item]]:
    """How well items of one kind are posts, 0 if they are not, and those of them that are.

    Of the children of one element some may be no posts: a row of headings, a spacer.
    """
    held = [_held(item, marks) for item in items]
    if key[0] == "!":
        held = [one if one.named >= 1 else one._replace(named=0) for one in held]
    if key.startswith("children"):
        kept = [n for n, one in enumerate(held) if one.named and one.dated]
        rest = sum(one.said for one in held) - sum(held[n].said for n in kept)
        if len(kept) < 2 or rest > 0.3 * sum(one.said for one in held):
            return 0.0, []
        if any(held[n].named >= 1 for n in kept):
            kept = [n for n in kept if held[n].named >= 1]
        items, held = [items[n] for n in kept], [held[n] for n in kept]
    return _fit(key, items, held, marks) * (UNNAMED if key.startswith(("children", "runs")) else 1.0), items


def _held(item: Item, marks: Marks) -> _Held:
    start, end = item[0].start, item[-1].end
    named, dated, said = marks.within(start, end)
    beside = dated > 0 and not named and marks.named_beside(start, end)
    return _Held(BESIDE if beside else named, dated, said)


def _fit(key: str, items: list[Item], held: list[_Held], marks: Marks) -> float:
    """How well items of one kind are posts, 0 if they are not: how many, how much they say, with author and date."""
    count, whole = len(items), marks.said[-1] or 1
    authors = 0.0
    dates = said = reach = links = both = squares = 0
    for item, (named, dated, words) in zip(items, held, strict=True):
        start, end = item[0].start, item[-1].end
        both += named > 0 and dated > 0
        if start < reach:
            continue
        reach = end
        authors, dates, said = authors + named, dates + dated, said + words
        squares += words * words
        links += _count(marks.titles, start, min(end, start + TITLE_AT)) > 0
    by, on = authors / count, dates / count
    holds_first = any(_count(marks.firsts, item[0].start, item[-1].end) for item in items[:3])
    own = min(by, on, both / count)
    if (holds_first and (count < 3 or own < 0.9)) or (count == 1 and 2 * said > whole):
        return 0.0
    fit = own**3 * min(1.0, 8.0 / max(by, 0.1)) * min(1.0, 6.0 / max(on, 0.1))
    if key[0] == "!":
        if said < SOME_WORDS * count:
            return 0.01 * count if said else 0.0
        return (0.3 + fit) * count * float((0.1 + said / whole) ** 0.5) if said else 0.0
    unnamed = all(one.named in (0, BESIDE) for one in held)
    several = said * said / max(squares, 1)  # how many posts of one length would be as unequal
    if (
        several < 1.3
        or (several < 2.5 and squares > LONG * LONG)
        or own < 0.5
        or not ((_is_evident("" if unnamed else key, items[0][0])) or (count > 3 and own > 0.7 and said > 0.25 * whole))
        or 2 * links > count
        or said < (MORE_WORDS if unnamed else SOME_WORDS) * count
    ):
        return 0.0
    return fit * count * min(1.0, several / 2) * float((said / whole) ** 0.5)


def _is_evident(key: str, first: Node) -> bool:
    """Whether the kind, or what stands around its first item, is named as a post or a thread."""
    named = not key.startswith(("children", "runs")) and EVIDENCE.search(key)
    return bool(named) or any(node.names and PLACE.search(node.names) for node in _around(first))


def _around(node: Node) -> Iterator[Node]:
    above: Node | None = node
    for _ in range(4):
        if above is None or above.tag in ("body", "html", ""):
            return
        yield above
        above = above.parent
