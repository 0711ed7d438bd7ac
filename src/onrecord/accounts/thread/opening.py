"""How the page of a forum begins: with the post that opens its thread, and with no article."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from onrecord.accounts.lines.words import ends_sentence, is_form
from onrecord.accounts.page.markup import Markup, Node
from onrecord.accounts.thread.kinds import Item
from onrecord.accounts.thread.marks import Marks
from onrecord.accounts.thread.signs import sort_of

Layout = tuple[str, str]
"""The sorts of the elements in which a post has its author and its words."""

LEVELS: Final = 12
"""How far above its words the element of a post is looked for."""
BESIDE: Final = 400
"""Characters of what stands beside author and words in the element of a post: a date, a rank, what to press."""
SENTENCE, SENTENCES, NOTICES = 40, 100, 250
"""Characters of a sentence, and of the sentences under a page's headline, from which an article stands there; a forum
has notices."""
LINES: Final = 500
"""How many lines before the first post are read."""
MOST: Final = 0.5
"""Share of what a page says, from which its thread is what it is there for, forum or not."""


def find_opening(markup: Markup, first: Node, layouts: Iterable[Layout], marks: Marks) -> Item | None:
    """The post before the `first` that is laid out otherwise, but has its author and its words in elements of the same
    sorts as some."""
    if not marks.forum:
        return None
    before: dict[str, list[Node]] = {}
    for node in markup.nodes[: first.index]:
        if node.start < node.end <= first.start and not node.unread and node.attrs:
            before.setdefault(sort_of(node), []).append(node)
    for author, content in layouts:
        if (
            author in before
            and content in before
            and (item := _holding(markup, before[author], before[content][-1], first))
        ):
            return item
    return None


def _holding(markup: Markup, authors: list[Node], words: Node, first: Node) -> Item | None:
    """The element that holds some words and their author, or the siblings that do."""
    child, above = words, words.parent
    for _ in range(LEVELS):
        if above is None:
            return None
        author = next((node for node in authors if above.start <= node.start and node.end <= above.end), None)
        if author is not None:
            return _widened(above, first) if above.end <= first.start else _siblings(markup, above, author, child)
        child, above = above, above.parent
    return None


def _widened(node: Node, first: Node) -> Item:
    """The element of a post: the outermost that holds little beside its author and its words."""
    size = node.end - node.start + BESIDE
    while node.parent is not None and node.parent.end <= first.start and node.parent.end - node.parent.start <= size:
        node = node.parent
    return [node]


def _siblings(markup: Markup, above: Node, author: Node, words: Node) -> Item | None:
    """The elements from that of the author to that of the words, where nothing holds the two alone."""
    children = [
        node
        for node in markup.nodes[above.index + 1 : words.index + 1]
        if node.parent is above and node.end > node.start
    ]
    begins = next((n for n, node in enumerate(children) if node.start <= author.start and author.end <= node.end), None)
    return children[begins:] if begins is not None and children[-1] is words else None


def is_thread_page(markup: Markup, posts: list[Item], marks: Marks) -> bool:
    """Whether a page is there for its thread: no article stands between its headline and the first post."""
    much = marks.forum or sum(marks.length(item[0].start, item[-1].end) for item in posts) > MOST * marks.said[-1]
    if not much:
        return False
    most = NOTICES if marks.forum else SENTENCES
    first = bisect_left(marks.starts, posts[0][0].start)
    headline = marks.headline
    begin = headline + 1 if headline is not None and headline < first else 0
    text, said = markup.text, 0
    thread = text[posts[0][0].start : posts[-1][-1].end]
    for piece in markup.pieces[max(begin, first - LINES) : first]:
        length = piece.end - piece.start - piece.linked
        line = text[piece.start : piece.end]
        if length >= SENTENCE and ends_sentence(line) and not is_form(line) and line[:SENTENCE] not in thread:
            said += length
            if said >= most:
                return False
    return True
