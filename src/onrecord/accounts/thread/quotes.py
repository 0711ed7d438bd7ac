"""What a post quotes of somebody else's words: an element with an attribution, or one whose words stand above it.

Without either it may be the writer's own quotation of a song or a law, and stays with the post's words.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from onrecord.accounts.page.markup import Markup, Node
from onrecord.accounts.thread.post import Post
from onrecord.accounts.thread.signs import named_as_content, named_as_quote
from onrecord.text.spans import Place

LINE: Final = 160
"""Characters of a line that says whom a post quotes."""
SHORTEST: Final = 3
"""Words that a quotation without an attribution has in common with the text above it, at least."""
EARLIER: Final = 200
"""Posts before one, in which what it quotes is looked for."""
MOST: Final = 100
"""Quotations of one post that are told from its words."""
NUMBERED_IN: Final = 12
"""Elements of a post of which some may have its number."""
FROM: Final = re.compile(
    r"\W{0,4}(?:originally (?:posted|written|said) by|quot(?:e|ed|ing)(?: from| by|:)|zitat(?: von|:)|citation(?: de"
    r"|:)|cita(?: de|:)|citato da)"
)  # fmt: skip
SAID: Final = re.compile(
    r"\b(?:said|says|wrote|writes|posted|schrieb|sagte|hat geschrieben|a écrit|a dit|escribió|dijo|ha scritto|schreef"
    r"|skrev|napisał\w?|написал\w?)"
    r"(?:\s?[:…↑]|\s?\.\.\.|\s?\Z)"
)  # fmt: skip
EXPAND: Final = re.compile(
    r"\W{0,3}(?:(?:click|tap|press)(?: here)? to (?:expand|collapse|show|hide)|expand|collapse|quot(?:e|ed)|zitat"
    r"|citation|↑)\W{0,4}"
)
"""A whole line that is the furniture of a quotation."""
LONGEST_EXPAND: Final = 40
ORIGINALLY: Final = re.compile(r"\W{0,4}(?:originally posted by|quote from)\b")
QUOTING = ("div", "aside", "section", "q", "table", "td", "p")
CELLS = ("td", "blockquote", "fieldset")
NAME_OF = ("data-quote", "data-username", "data-author", "data-ipsquote-username", "data-ipsquote-contentauthor")
NUMBER_IN = ("id", "name", "data-content", "data-id")
NUMBER_OF = (
    "data-post",
    "data-post-id",
    "data-source",
    "data-ipsquote-contentcommentid",
    "data-content-selector",
    "cite",
)
NUMBER: Final = re.compile(r"(?:\A|[#=/?&_ :-]|p|pid|msg|post|comment)(\d{1,12})\Z", re.I)
NUMBERED: Final = re.compile(r"(?:post|msg|message|comment|reply|pid|p)[a-z]{0,10}[-_]?(\d{1,12})\Z", re.I)
WORD: Final = re.compile(r"\w+")


class Quotation(NamedTuple):
    pieces: frozenset[int]
    """All that is within it: whom it quotes, the words, and what to press."""
    source: int | None
    """The place in the thread of the post that it is from, if it is told."""


class Above:
    """What stands before a post: the article, and the earlier posts with their authors and numbers.

    Words are folded when they are asked for, which in most threads none are.
    """

    def __init__(self, article: str):
        self._article = article
        self._folded: str | None = None
        self._posts: list[tuple[Post, Place | None, Sequence[Place]]] = []
        """Each with the places of its author and its words."""
        self._authors: list[str] = []
        self._words: dict[int, str] = {}
        """The words, folded, of those that were asked for."""
        self._numbers: dict[str, int] = {}

    def add(self, post: Post, author: Place | None, words: Sequence[Place]) -> None:
        self._posts.append((post, author, words))

    def _look(self) -> None:
        """Read the authors and numbers of the posts that were added since."""
        for place in range(len(self._authors), len(self._posts)):
            post, author, _ = self._posts[place]
            self._authors.append(post.text[slice(*author)].casefold().strip() if author else "")
            for node in post.nodes[:NUMBERED_IN]:
                for name in NUMBER_IN if node.attrs else ():
                    if name in node.attrs and (found := NUMBERED.search(node.attrs[name])):
                        self._numbers.setdefault(found[1], place)

    def source(self, numbers: Sequence[str], names: str, words: str) -> int | None:
        """The post with the number, else the last one of those named (else of all) in which the words stand."""
        self._look()
        for number in numbers:
            if number in self._numbers:
                return self._numbers[number]
        places = range(len(self._posts) - 1, max(-1, len(self._posts) - 1 - EARLIER), -1)
        for place in places:
            author = self._authors[place]
            if author and author in names and words in self._words_of(place):
                return place
        if words.count(" ") > SHORTEST:
            for place in places:
                if words in self._words_of(place):
                    return place
        return None

    def _words_of(self, place: int) -> str:
        if place not in self._words:
            post, _, words = self._posts[place]
            self._words[place] = _folded("\n".join([post.text[start:end] for start, end in words]))
        return self._words[place]

    def in_article(self, words: str) -> bool:
        if self._folded is None:
            self._folded = _folded(self._article)
        return words in self._folded


def read_quotations(post: Post, own: Sequence[int], above: Above) -> list[Quotation]:
    """The quotations in a post whose words are the pieces `own`: those that can be told as such, unless they are all it
    says."""
    found = list(_told(post.markup, post, own, above))
    if not found:
        return found
    left = set(own).difference(*(one.pieces for one in found))
    return found if any(not is_expand(_line(post.markup, index)) for index in left) else []


def _told(markup: Markup, post: Post, own: Sequence[int], above: Above) -> Iterator[Quotation]:
    before: list[int] = []
    for node in islice(_outermost(markup, post, own), MOST):
        within = [i for i in post.pieces if node.start <= markup.pieces[i].start and markup.pieces[i].end <= node.end]
        first = next((i for i in reversed(post.pieces) if within and i < within[0]), -1)
        if first >= 0 and (_attributes(_line(markup, first)) or is_expand(_line(markup, first))):
            within.insert(0, first)  # the line stands before its element
        within = before + within
        before = []
        cited = _cited(node, markup)
        lines = [line for index in within for line in _parted(_line(markup, index), cited)]
        heads = list(_heads(lines, cited))
        if heads and len(heads) == len(lines):
            before = within  # an element of its own for whom the next one quotes
            continue
        told = bool(heads) or any(node.attrs.get(name) for name in NAME_OF)
        words = _folded("\n".join(line for n, line in enumerate(lines) if n not in heads and not is_expand(line)))
        names = " ".join([*(lines[n] for n in heads), *(node.attrs.get(name, "") for name in NAME_OF)]).casefold()
        source = above.source(list(_numbers(node, post)), names, words)
        stands = words.count(" ") > SHORTEST and above.in_article(words)
        if told or source is not None or stands:
            yield Quotation(frozenset(within), source if told or not stands else None)


def _outermost(markup: Markup, post: Post, own: Sequence[int]) -> Iterator[Node]:
    """The elements that quote, but none that holds all the words of the post."""
    starts = [markup.pieces[index].start for index in own]
    until = -1
    originally = {
        node.index
        for index in post.pieces
        if ORIGINALLY.match(_line(markup, index)[:LINE].lower()) and (node := _cell(markup.pieces[index].node, post))
    }
    for node in post.nodes:
        quotes = node.index in originally or _is_quoting(node)
        if not quotes or node.index in post.roots or node.start < until or node.start == node.end:
            continue
        if starts and all(node.start <= start < node.end for start in starts):
            continue
        yield node
        until = node.end


def _is_quoting(node: Node) -> bool:
    if node.tag == "blockquote":
        return not named_as_content(node.names) or named_as_quote(node.names)
    return bool(node.names) and node.tag in QUOTING and named_as_quote(node.names)


def _cell(node: Node | None, post: Post) -> Node | None:
    """The cell of a table around a line that says whom it quotes, as old forums lay out a quotation."""
    while node is not None and node.index not in post.roots:
        if node.tag in CELLS:
            return node
        node = node.parent
    return None


def _heads(lines: list[str], cited: str) -> Iterator[int]:
    """Which lines say whom it quotes: of the first two, and what is in its element <cite>."""
    for number, line in enumerate(lines):
        if (number < 2 and _attributes(line)) or (cited and line in cited):
            yield number


def _parted(line: str, cited: str) -> list[str]:
    """A line, or the two that it is if it begins with the element <cite>: that divides no lines of the text."""
    return [cited, line.removeprefix(cited)] if cited and line.startswith(cited) and line != cited else [line]


def _cited(node: Node, markup: Markup) -> str:
    inner = (one for one in islice(markup.nodes, node.index + 1, node.index + 40) if one.start < node.end)
    return next((markup.text[one.start : one.end].strip() for one in inner if one.tag == "cite"), "")


def _attributes(line: str) -> bool:
    lowered = line.lower() if len(line) <= LINE else ""
    return FROM.match(lowered) is not None or SAID.search(lowered) is not None


def is_expand(line: str) -> bool:
    """Whether a whole line is the furniture of a quotation."""
    return len(line) <= LONGEST_EXPAND and EXPAND.fullmatch(line.lower()) is not None


def _numbers(node: Node, post: Post) -> Iterator[str]:
    """The numbers that the element, or a link in it, has for the post that it quotes."""
    for one in post.nodes:
        if one.index < node.index or one.end > node.end or one.start < node.start:
            continue
        given = [one.attrs[name] for name in NUMBER_OF if one.attrs.get(name)]
        for text in [*given, one.attrs.get("href", "")] if one.tag == "a" else given:
            if found := NUMBER.search(text):
                yield found[1]


def _line(markup: Markup, index: int) -> str:
    piece = markup.pieces[index]
    return markup.text[piece.start : piece.end].strip()


def _folded(text: str) -> str:
    """The words of a text, each with a space on both sides, without case and marks."""
    return " " + " ".join(WORD.findall(text.casefold())) + " "
