"""The readers' thread of a page of HTML: which elements are its posts, and what each says.

Posts are elements of one kind that each have an author and a date beside their words. All kinds of element on the page
(a class, an id with a number in it, the children of one element) are compared by how well they fit that; a kind that says
what it is (schema.org/Comment, `comment-12`, `class="comment"`) need not fit. A post within a post answers it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from onrecord.accounts.dates import date_phrase
from onrecord.accounts.draft import Said
from onrecord.accounts.headlines import heading
from onrecord.accounts.markup import Markup, Node
from onrecord.accounts.words import BUTTON

POST_ID = re.compile(
    r"(?:[a-z]+[-_])*(?:comment|cmt|reply|kommentar|commentaire|recensione)s?(?:[-_][a-z]+)*[-_]?(?=\d)"
)
POST_CLASS = frozenset(
    "comment comment-item comment_item commentitem comment-entry comment-box commentbox single-comment comment-wrapper"
    " comment-wrap comment-container comment-post comment-block comment-single comment_container user-comment usercomment"
    " reader-comment comment-card commententry comment-row comment-holder wpd-comment comment-list-item comment-thread-item"
    " commentary comment__item comments__item comments-item comment-listitem kommentar commentaire comentario".split()
)
EVIDENCE = re.compile(
    r"comment|repl(?:y|ies)|(?<!blog-)(?<!blog)post|message|msg|topic|thread|discuss|answer|respon|review|beitrag|antwort|kommentar"
)
PLACE = re.compile(
    r"comment|replies|messages|topic|thread|discuss|answers|forum|reviews|beitr|antwort|kommentar|posts\b"
)
AUTHOR = re.compile(
    r"(?<![a-z])(?:comment-?_?author\w*|post-?_?author\w*|author(?!i)\w*|fn|user-?_?name\w*|user|commenter\w*|nick(?:name)?|poster"
    r"|screen-?name|user-?link|by(?:line)?|name|autor\w*|member-?name|poster_?name|creator|display-?name)(?![a-z])"
)
SURE_AUTHOR = re.compile(
    r"(?<![a-z])(?:comment-?_?author\w*|author-?name|fn|user-?_?name\w*|commenter|nick(?:name)?|screen-?name)(?![a-z])"
)
SAID_BY = re.compile(
    r"(?P<name>[^\W_][^:\n]{0,40}?) (?:says|said|wrote|writes|schrieb|schreibt|sagt|a écrit|dit|dice|escribió)\b ?[:.…]{0,3}",
    re.I,
)
TITLE_AT = 150
"""A teaser begins with the heading that links to its page, within so many characters."""
MOST = 1.4
"""How much one element that says it is a post can fit at most; one that does not say so, 1."""
LONG = 4000
"""Characters: two or three posts that are longer are more likely an article and what stands beside it."""
JOINS = re.compile(
    r"\A[\W_]*(?:(?:says|said|wrote|on|at|by|posted|sagt|schreibt)\b[\W_]*){0,3}|[\s|·•–—-]{1,9}\Z", re.I
)
BESIDE = 20
"""Characters of words in the line of a post's author, from which they are taken for what it says."""
COUNTED = re.compile(r"[\s\u00a0]{2,9}[\d.,k]{1,7}\Z")
PROFILE = re.compile(
    r"(?:^|[/?&.])(?:u|user|users|member|members|memberlist|profile|profiles|people|membre\w*|mitglied\w*|usuario)\b",
    re.I,
)
DATE_HINT = re.compile(r"\d|\b(?:yesterday|today|just now|gestern|heute|hier|ayer|an? (?:\w+) ago)\b", re.I)
CONTENT = re.compile(
    r"(?<![a-z])(?:comment-?_?(?:content|text|body-?text|copy|message|body)|(?:user|post|message|entry)?-?_?(?:content|body|text)|message"
    r"|bodytext|postbody|post_?message\w*|cooked|description|reply-?text|bbwrapper|ipstype_richtext|restore)(?![a-z])"
)
SIGNATURE = re.compile(
    r"(?<![a-z])(?:sig|signature\w*|user-?sig\w*|edited|editedby|lastedit\w*|notice|attachments?)(?![a-z])"
)
ACTION = re.compile(
    r"(?<![a-z])(?:repl(?:y|ies)\w*|report\w*|vote\w*|like\w*|rating\w*|share\w*|actions?|buttons?|permalink|flag|edit|tools|karma"
    r"|controls?|respond|avatar|count|footer|foot)(?![a-z])"
)
ABOUT_USER = re.compile(
    r"(?:(?:posts|messages|beiträge|likes|reputation|threads|from|ort|points|karma|gender|age|country|mensajes|thanks|topics|solutions) ?:"
    r"|joined|location|registered|member since|registriert|dabei seit|offline|online|inscrit|last seen|mitglied seit).{0,50}",
    re.I,
)
SAYS = re.compile(r"(?:\s+(?:says|said|wrote|writes|on|at|schreibt|sagt|a écrit|dice)\b)?[\s:,|·–—»-]{0,9}\Z", re.I)
BY = re.compile(r"[\W_]{0,4}(?:(?:posted|post|comment|written|submitted|re: ?)?\s?by|von|par|por)\s+", re.I)


class Thread(NamedTuple):
    posts: list[Said]
    owned: dict[int, bool]
    """Pieces of posts by index: whether they are part of what it says, its author and date, or a button."""


def read_thread(markup: Markup, headline: int | None) -> Thread:
    """The posts of the page in order, and the pieces that belong to them; `headline` is the piece that is the page's."""
    marks = _marks(markup, headline)
    owner = _owners(markup.nodes, _post_nodes(markup, marks))
    pieces: dict[int, list[int]] = {}
    for index, piece in enumerate(markup.pieces):
        item = owner.get(piece.node.index, -1) if piece.node else -1
        if item >= 0:
            pieces.setdefault(item, []).append(index)
    inside: dict[int, list[Node]] = {}
    for node in markup.nodes:
        if not node.unread and (item := owner.get(node.index, -1)) >= 0:
            inside.setdefault(item, []).append(node)
    posts: list[Said] = []
    owned: dict[int, bool] = {}
    numbers: dict[int, int] = {}
    for item in sorted(pieces):
        post = _Post(markup, inside[item], pieces[item]).read(owned)
        parent = markup.nodes[item].parent
        above = owner.get(parent.index, -1) if parent else -1
        if post:
            numbers[item] = len(posts)
            posts.append(post._replace(reply_to=numbers.get(above)))
    return Thread(posts, owned)


class _Marks(NamedTuple):
    """Where on the page, in order, somebody is named and something dated, and how much is said up to each piece."""

    authors: list[int]
    dates: list[int]
    starts: list[int]
    said: list[int]
    titles: list[int]
    """Headings that are links: a post has none, a teaser of another page has."""
    firsts: list[int]
    """Headings of the first order: they stand above an article, and above a thread."""

    def within(self, node: Node) -> tuple[int, int, int]:
        """How many authors, how many dates and how many characters that are no links stand in an element."""
        a, b = node.start, node.end
        return (
            bisect_left(self.authors, b) - bisect_left(self.authors, a),
            bisect_left(self.dates, b) - bisect_left(self.dates, a),
            self.said[bisect_left(self.starts, b)] - self.said[bisect_left(self.starts, a)],
        )


def _marks(markup: Markup, headline: int | None) -> _Marks:
    authors = [
        n.start
        for n in markup.nodes
        if n.attrs and (0 < n.end - n.start <= 60 or "data-author" in n.attrs) and not n.unread and _names_author(n)
    ]
    dates = []
    before = ""
    for piece in markup.pieces:
        line = markup.text[piece.start : piece.end]
        if len(line) <= 200 and _may_date(line, before) and (place := date_phrase(line)):
            dates.append(piece.start + place[0])
        if SAID_BY.fullmatch(line):
            authors.append(piece.start)
        before = line
    said = accumulate((p.end - p.start - p.linked for p in markup.pieces), initial=0)
    titles = [node.start for node in markup.nodes if node.tag == "a" and _is_title(node)]
    firsts = [p.start for index, p in enumerate(markup.pieces) if index == headline or heading(p.node) == "h1"]
    return _Marks(sorted(set(authors)), dates, [p.start for p in markup.pieces], list(said), titles, firsts)


def _is_title(link: Node) -> bool:
    """Whether a link is the heading of what it leads to, and neither a place on this page nor somebody's name."""
    long = link.end - link.start > 10 and "#" not in link.attrs.get("href", "#")
    return long and bool(heading(link.block)) and not _names_author(link)


def _may_date(line: str, before: str) -> bool:
    """Whether a line may say when a post was written, and not since when its author has been a member."""
    return (
        bool(DATE_HINT.search(line))
        and not ABOUT_USER.match(line)
        and not (len(before) < 24 and ABOUT_USER.match(before))
    )


def _names_author(node: Node) -> bool:
    if "data-author" in node.attrs:
        return True
    if node.tag == "a":
        if PROFILE.search(node.attrs.get("href", "")):
            return True
    elif node.attrs.get("itemprop", "").lower() in ("author", "creator"):
        return True
    return bool(node.names) and _named_as_author(node.names)


@lru_cache(4096)
def _named_as_author(names: str) -> bool:
    return AUTHOR.search(names) is not None


def _surely_author(node: Node) -> bool:
    return (node.tag == "a" and bool(PROFILE.search(node.attrs.get("href", "")))) or bool(
        SURE_AUTHOR.search(node.names)
    )


def _post_nodes(markup: Markup, marks: _Marks) -> set[int]:
    """The elements of the kind that fits best; the outermost kind where several fit as well."""
    kinds: dict[str, list[Node]] = {}
    for node in markup.nodes:
        if not node.unread and node.end > node.start and node is node.block:
            for key in _keys(node):
                kinds.setdefault(key, []).append(node)
    whole = marks.said[-1] or 1
    best, chosen = 0.0, ""
    marked = bool(marks.authors and marks.dates)
    for key, nodes in kinds.items():
        strong = key[0] == "!"
        if not strong and (len(nodes) == 1 or not marked):
            continue  # one element alone is no thread, unless it says that it is a comment
        if (MOST if strong else 1.0) * len(nodes) <= best:
            continue  # none of so few fits better
        fit = _fit(key, nodes, marks, whole)
        if fit > best * 1.02:
            best, chosen = fit, key
    return {node.index for node in kinds[chosen]} if chosen else set()


def _keys(node: Node) -> tuple[str, ...]:
    """The kinds that an element is of; one that begins with an exclamation mark says that it is a post."""
    given = node.attrs
    keys = (
        _named_keys(node.tag, given.get("class", ""), given.get("id", ""), given.get("itemtype", "")) if given else ()
    )
    if node.tag in ("li", "tr", "article", "table", "dd") and node.parent and not given.get("class", "").split():
        return (*keys, f"{node.tag} in {node.parent.index}")
    return keys


@lru_cache(8192)
def _named_keys(tag: str, names: str, identifier: str, itemtype: str) -> tuple[str, ...]:
    keys = ["!schema"] if itemtype.rstrip("/").endswith(("/Comment", "/Answer")) else []
    identifier = identifier.lower()
    if any(c.isdigit() for c in identifier):
        named = POST_ID.match(identifier)
        keys.append(f"!{tag}#{named[0]}" if named else f"{tag}#{re.sub(r'[0-9a-f]*[0-9][0-9a-f]*', '0', identifier)}")
    keys += [f"!{tag}.{name}" if name in POST_CLASS else f"{tag}.{name}" for name in names.lower().split()[:8]]
    return tuple(keys)


def _fit(key: str, nodes: list[Node], marks: _Marks, whole: int) -> float:
    """How well elements of one kind are posts, 0 if they are not: how many, how much they say, with author and date."""
    count = len(nodes)
    authors = dates = said = reach = links = both = squares = 0
    for node in nodes:
        named, dated, words = marks.within(node)
        both += named > 0 and dated > 0
        if node.start < reach:
            continue
        reach = node.end
        authors, dates, said = authors + named, dates + dated, said + words
        squares += words * words
        links += bisect_left(marks.titles, node.start) < bisect_left(marks.titles, min(node.end, node.start + TITLE_AT))
    by, on = authors / count, dates / count
    strong = key[0] == "!"
    holds_first = any(bisect_left(marks.firsts, n.start) < bisect_left(marks.firsts, n.end) for n in nodes[:3])
    own = min(by, on, both / count)
    if (holds_first and (count < 3 or own < 0.9)) or (count == 1 and 2 * said > whole):
        return 0.0
    fit = own * own * min(1.0, 8.0 / max(by, 0.1)) * min(1.0, 6.0 / max(on, 0.1))
    if strong and said < 12 * count:
        return 0.01 * count if said else 0.0
    if strong:
        return (0.3 + fit) * count * float((0.1 + said / whole) ** 0.5) if said else 0.0
    evident = EVIDENCE.search(key) or any(n.names and PLACE.search(n.names) for n in _around(nodes[0]))
    evident = evident or (count > 2 and own > 0.7 and said > 0.25 * whole)
    several = said * said / max(squares, 1)  # how many posts of one length would be as unequal
    if (
        several < 1.3
        or (several < 2.5 and squares > LONG * LONG)
        or own < 0.5
        or not evident
        or 2 * links > count
        or said < 12 * count
    ):
        return 0.0
    return fit * count * min(1.0, several / 2) * float((said / whole) ** 0.5)


def _around(node: Node) -> Iterator[Node]:
    above: Node | None = node
    for _ in range(4):
        if above is None or above.tag in ("body", "html", ""):
            return
        yield above
        above = above.parent


def _owners(nodes: list[Node], posts: set[int]) -> dict[int, int]:
    """For every element within a post the innermost post it is in."""
    owner: dict[int, int] = {}
    if posts:
        for node in nodes:
            if node.index in posts:
                owner[node.index] = node.index
            elif node.parent and node.parent.index in owner:
                owner[node.index] = owner[node.parent.index]
    return owner


class _Post:
    """One post: the elements and pieces that lie in it and in no post within it."""

    def __init__(self, markup: Markup, nodes: list[Node], pieces: list[int]):
        self.markup, self.text = markup, markup.text
        self.nodes = nodes
        self.pieces = pieces

    def read(self, owned: dict[int, bool]) -> Said | None:
        """What the post says, by whom and when; None if it says nothing. Marks its pieces in `owned`."""
        author = self._author()
        stamp = next((n for n in self.nodes if n.tag == "time" or _dates(n)), None)
        date = self._date(stamp, author)
        heads = [place for place in (author, date) if place]
        said = self._said(heads)
        words: list[tuple[int, int]] = []
        for index in self.pieces:
            piece = self.markup.pieces[index]
            line = self.text[piece.start : piece.end]
            head = any(start < piece.end and end > piece.start for start, end in heads)
            own = index in said and not head and not BUTTON.fullmatch(line)
            owned[index] = own or head
            if own:
                words.append((piece.start, piece.end))
            elif head:
                words += self._beside(piece.start, piece.end, heads)
        if not words:
            return None
        value = (stamp.attrs.get("datetime") or stamp.attrs.get("content")) if stamp else None
        return Said(tuple(words), author, date, None, value)

    def _beside(self, start: int, end: int, heads: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """What a line says beside an author and a date, if that is more than what binds the two."""
        edges = [start, *(edge for head in sorted(heads) for edge in head if start <= edge <= end), end]
        found = []
        for a, b in zip(edges[::2], edges[1::2], strict=False):
            rest = self.text[a:b]
            inner = JOINS.sub("", rest)
            if len(inner) >= BESIDE and len(inner.split()) >= 3:
                first = a + rest.index(inner)
                found.append((first, first + len(inner)))
        return found

    def _author(self) -> tuple[int, int] | None:
        """The innermost short text of the first element that is named as an author's, or links to somebody's page."""
        said_by = self._said_by()
        if said_by:
            return said_by
        best: tuple[int, int] | None = None
        best_rank = 9
        for node in self.nodes:
            prop = node.attrs.get("itemprop", "").lower()
            if prop != "name" and not _names_author(node):
                continue
            start, end = self._trimmed(node)
            line = self.text[start:end].split("\n", 1)[0]
            by = BY.match(line)
            start += by.end() if by else 0
            end = start + len(COUNTED.sub("", SAYS.sub("", line[by.end() if by else 0 :])))
            name = self.text[start:end]
            if not 0 < len(name) <= 50 or BUTTON.fullmatch(name) or not any(c.isalnum() for c in name):
                continue
            if (DATE_HINT.search(name) and date_phrase(name)) or ABOUT_USER.fullmatch(name):
                continue
            rank = 2 * (len(name) < 2) + (prop != "name" and not _surely_author(node))
            if best is None or rank < best_rank or (rank == best_rank and best[0] <= start and end <= best[1]):
                best, best_rank = (start, end), rank
        return best

    def _said_by(self) -> tuple[int, int] | None:
        """A line "X says:", or the name that the element of the post has in its data."""
        named = self.nodes[0].attrs.get("data-author", "")
        for index in self.pieces[:6]:
            piece = self.markup.pieces[index]
            line = self.text[piece.start : piece.end]
            match = SAID_BY.fullmatch(line)
            if match:
                return piece.start, piece.start + match.end("name")
            if named and line.startswith(named):
                return piece.start, piece.start + len(named)
        return None

    def _date(self, stamp: Node | None, author: tuple[int, int] | None) -> tuple[int, int] | None:
        """Where it says when: in its time element, or in the first short line that has a date."""
        if stamp is not None:
            start, end = self._trimmed(stamp)
            if 0 < end - start <= 60:
                place = date_phrase(self.text[start:end])
                return (start + place[0], start + place[1]) if place else (start, end)
        for index in self.pieces:
            piece = self.markup.pieces[index]
            line = self.text[piece.start : piece.end]
            before = self.markup.pieces[index - 1] if index else piece
            if len(line) <= 160 and _may_date(line, self.text[before.start : before.end] if index else ""):
                skip = author[1] - piece.start if author and piece.start <= author[0] < piece.end else 0
                place = date_phrase(line[skip:]) or date_phrase(line)
                if place:
                    at = piece.start + (skip if date_phrase(line[skip:]) else 0)
                    return at + place[0], at + place[1]
        return None

    def _said(self, heads: list[tuple[int, int]]) -> set[int]:
        """The pieces that are its words: those of the element that says most and holds neither author nor date."""
        pieces = {i: self.markup.pieces[i] for i in self.pieces}
        aside = {
            n.index
            for n in self.nodes[1:]
            if n.tag in ("button", "form", "label")
            or (n.names and (ACTION.search(n.names) or SIGNATURE.search(n.names)))
        }
        shut = _owners(self.nodes, aside)
        plain = [
            i
            for i, p in pieces.items()
            if not any(start < p.end and end > p.start for start, end in heads)
            and not (p.node and p.node.index in shut and p.node.index != self.nodes[0].index)
        ]
        whole = sum(pieces[i].end - pieces[i].start for i in plain) or 1
        starts = [pieces[i].start for i in plain]
        sizes = list(accumulate((pieces[i].end - pieces[i].start for i in plain), initial=0))
        best, place = 0.0, None
        for node in self.nodes[1:]:
            if any(node.start < end and start < node.end for start, end in heads) or node.index in shut:
                continue
            held = sizes[bisect_left(starts, node.end)] - sizes[bisect_left(starts, node.start)]
            if node.names and CONTENT.search(node.names):
                held *= 3
            if held > best:
                best, place = held, node
        if place is not None and best >= 0.5 * whole:
            return {i for i in plain if place.start <= pieces[i].start < place.end}
        return {i for i in plain if not ABOUT_USER.fullmatch(self.text[pieces[i].start : pieces[i].end])}

    def _trimmed(self, node: Node) -> tuple[int, int]:
        words = self.text[node.start : node.end]
        return node.start + len(words) - len(words.lstrip()), node.end - len(words) + len(words.rstrip())


def _dates(node: Node) -> bool:
    return node.attrs.get("itemprop", "").lower() in ("datepublished", "datecreated", "uploaddate", "commenttime")
