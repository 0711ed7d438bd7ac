"""The readers' thread of a page of HTML: which elements are its posts, and what each says.

A post is an element that says so (schema.org/Comment, an id such as `comment-12`, a class such as `comment`), chosen
among all elements by the key that most of them share; a post within a post answers it.
"""

import re
from typing import NamedTuple

from onrecord.accounts.dates import dated
from onrecord.accounts.draft import Said
from onrecord.accounts.markup import Markup, Node
from onrecord.accounts.plainthread import date_line
from onrecord.accounts.words import BUTTON

POST_ID = re.compile(r"(?:[a-z]+[-_])*(?:comment|cmt|reply|kommentar|commentaire)s?(?:[-_][a-z]+)*[-_]?(?=\d)")
POST_CLASS = frozenset(
    "comment comment-item comment_item commentitem comment-entry comment-box commentbox single-comment comment-wrapper"
    " comment-wrap comment-container comment-post comment-block comment-single comment_container user-comment usercomment"
    " reader-comment comment-card commententry comment-row comment-holder wpd-comment comment-list-item comment-thread-item"
    " commentary comment__item comments__item comments-item comment-listitem kommentar commentaire comentario".split()
)
AUTHOR = re.compile(
    r"(?<![a-z])(?:comment-?_?author\w*|author\w*|fn|user-?_?name|username|commenter|nick(?:name)?|poster|screen-?name|user-?link|by|user|name|autor)(?![a-z])"
)
DATE = re.compile(
    r"(?<![a-z])(?:date\w*|time\w*|timestamp|published|posted\w*|comment-?_?(?:date|time|meta\w*)|meta\w*|ago|created|datum)(?![a-z])"
)
WORDS = re.compile(
    r"(?<![a-z])(?:comment-?_?(?:content|text|body-?text|copy|message)|(?:user-?)?content|message|bodytext|commenttext|text|comment__(?:text|body|content)|description|reply-?text)(?![a-z])"
)
ACTION = re.compile(
    r"(?<![a-z])(?:reply\w*|report\w*|vote\w*|votes|like\w*|rating\w*|share\w*|actions?|buttons?|permalink|flag|edit\w*|tools|karma|controls?|respond|avatar|count)(?![a-z])"
)
SAYS = re.compile(r"(?:\s+(?:says|said|wrote|writes|on|at|schreibt|sagt|a écrit|dice)\b)?[\s:,|·–—-]{0,9}\Z", re.I)
BY = re.compile(r"\W*(?:(?:posted|comment|written|submitted)?\s*by|von|par|por)\s+", re.I)
ELSEWHERE = (
    (re.compile(r"disqus_thread|disqus\.com/embed|disqus_shortname"), "Disqus"),
    (re.compile(r"livefyre"), "Livefyre"),
    (re.compile(r"fb-comments|fb:comments"), "Facebook"),
    (re.compile(r"coral(?:-?talk|\.embed|_talk)|coral_thread"), "Coral"),
    (re.compile(r"viafoura"), "Viafoura"),
    (re.compile(r"spot\.im|openweb\.com|data-spotim|spotim"), "OpenWeb"),
    (re.compile(r"hyvor"), "Hyvor Talk"),
    (re.compile(r"intensedebate"), "IntenseDebate"),
    (re.compile(r"giscus|utteranc"), "GitHub"),
    (re.compile(r"commento\.io|cusdis|remark42|isso-thread"), "a comment service"),
)


class Thread(NamedTuple):
    posts: list[Said]
    owned: dict[int, bool]
    """Pieces of posts by index: whether they are part of what it says, its author and date, or a button."""


def elsewhere(source: str) -> str | None:
    """The service that a script of this page would load its comments from."""
    return next((name for form, name in ELSEWHERE if form.search(source)), None)


def read_thread(markup: Markup) -> Thread:
    """The posts of the page in order, and the pieces that belong to them."""
    owner = _owners(markup.nodes, _post_nodes(markup.nodes))
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
        post = _post(markup, inside[item], pieces[item], owned)
        parent = markup.nodes[item].parent
        above = owner.get(parent.index, -1) if parent else -1
        if post:
            numbers[item] = len(posts)
            posts.append(post._replace(reply_to=numbers.get(above)))
    return Thread(posts, owned)


def _post_nodes(nodes: list[Node]) -> set[int]:
    """The elements that share the key of posts that most elements have; the outermost key where two have as many."""
    keyed: dict[str, list[int]] = {}
    for node in nodes:
        if not node.unread and node.end > node.start:
            for key in _keys(node):
                keyed.setdefault(key, []).append(node.index)
    if not keyed:
        return set()
    best = max(keyed, key=lambda key: (len(keyed[key]), -keyed[key][0]))
    return set(keyed[best])


def _keys(node: Node) -> list[str]:
    keys = []
    if "itemtype" in node.attrs and node.attrs["itemtype"].rstrip("/").endswith("/Comment"):
        keys.append("schema")
    if node.names and ("com" in node.names or "reply" in node.names or "cmt" in node.names or "kom" in node.names):
        identifier = node.attrs.get("id", "").lower()
        match = POST_ID.match(identifier)
        if match:
            keys.append(f"{node.tag}#{match[0]}")
        keys += [f"{node.tag}.{name}" for name in node.attrs.get("class", "").lower().split() if name in POST_CLASS]
    return keys


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


def _post(markup: Markup, nodes: list[Node], pieces: list[int], owned: dict[int, bool]) -> Said | None:
    text = markup.text
    author = _author(text, nodes)
    stamp = next((n for n in nodes if n.tag == "time" or "datepublished" in n.attrs.get("itemprop", "").lower()), None)
    date = _date(text, nodes, stamp)
    content = [
        n
        for n in nodes
        if n.attrs.get("itemprop", "").lower() in ("text", "commenttext") or (n.names and WORDS.search(n.names))
    ]
    within = {n.index for n in content if n.end - n.start > 0}
    parts = [markup.pieces[index] for index in pieces]
    if within:
        reach = _owners(nodes, within)
        said = [p.node is not None and p.node.index in reach for p in parts]
    if not within or not any(said):
        acted = _owners(
            nodes,
            {
                n.index
                for n in nodes
                if n.tag in ("button", "form", "label") or (n.names and ACTION.search(n.names) and n is not nodes[0])
            },
        )
        said = [p.node is None or p.node.index not in acted for p in parts]
    heads = [place for place in (author, date) if place]
    words: list[tuple[int, int]] = []
    for index, piece, within_words in zip(pieces, parts, said, strict=True):
        line = text[piece.start : piece.end]
        head = any(start < piece.end and end > piece.start for start, end in heads)
        own = within_words and not head and not BUTTON.fullmatch(line) and bool(words or not date_line(line))
        owned[index] = own or head
        if own:
            words.append((piece.start, piece.end))
    if not words:
        return None
    return Said(
        tuple(words), author, date, None, stamp.attrs.get("datetime") or stamp.attrs.get("content") if stamp else None
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _author(text: str, nodes: list[Node]) -> tuple[int, int] | None:
    """The innermost short text of the first element that is named as an author's."""
    best: tuple[int, int] | None = None
    for node in nodes:
        prop = node.attrs.get("itemprop", "").lower()
        if prop not in ("author", "creator", "name") and not (node.names and AUTHOR.search(node.names)):
            continue
        start, end = _trimmed(text, node.start, node.end)
        line = text[start:end].split("\n", 1)[0]
        by = BY.match(line)
        start += by.end() if by else 0
        end = start + len(SAYS.sub("", line[by.end() if by else 0 :]))
        if (
            not 0 < end - start <= 60
            or BUTTON.fullmatch(text, start, end)
            or not any(c.isalnum() for c in text[start:end])
        ):
            continue
        if best is None or (best[0] <= start and end <= best[1] and not dated(text[start:end])):
            best = (start, end)
        elif start >= best[1]:
            break
    return best


def _date(text: str, nodes: list[Node], stamp: Node | None) -> tuple[int, int] | None:
    for node in ([stamp] if stamp else []) + [n for n in nodes if n.names and DATE.search(n.names)]:
        start, end = _trimmed(text, node.start, node.end)
        if 0 < end - start <= 120:
            for line in text[start:end].split("\n"):
                place = date_line(line)
                if place:
                    return start + place[0], start + place[1]
                start += len(line) + 1
    return None
