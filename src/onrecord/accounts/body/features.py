"""What the blocks of an HTML page look like to the model that labels them.

Each sign may hold for any site: lengths, links, punctuation, tags, words of class names, how much of the page's prose
stands in the same place of the tree, and the look of the neighbours. Numbers are cut into bins.

Most lines of a page are short links, one below the other. Those that follow one another are labelled as one.

A block has two kinds of signs. Those of its own look have numbers, so that their weights are had from a list; `NAMES`
says what they are. Those of the elements around it are words; many blocks share them, and they are worked out once.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import accumulate, product
from typing import Final

from onrecord.accounts.lines.words import FORM
from onrecord.accounts.page.markup import Markup, Node, Piece
from onrecord.accounts.page.tags import BLOCKS

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 120, 180, 260, 400, 700)
SHARES = (1, 10, 30, 60, 100, 200, 350, 500, 700, 900)
"""In thousandths."""
LINKS = (0.001, 0.1, 0.25, 0.5, 0.8, 0.99)
COMMAS = (1, 2, 3, 5, 8, 15, 30)
SIZES = (25, 90, 300)
RUNS = (2, 3, 5, 12)
"""Links that follow one another."""
SHORT: Final = 80
"""Characters: a block that is a longer link is like other blocks."""
SAID: Final = 160
"""Characters: what is said in longer blocks is not looked at."""
LONGEST_WORD: Final = 20
CONTAINS_MOST: Final = 500
"""A share of the page's prose: an element that holds more says nothing of a part of the page."""
ENDING: Final = frozenset(".!?…")
CLOSING: Final = "\"'”’)]"
"""A sentence ends with one of these, and may close what it opened behind it."""
NAME: Final = re.compile(r"[a-z]{2,20}")
TAGS: Final = {
    tag: number
    for number, tag in enumerate(sorted(BLOCKS - set("dir head hgroup hr html menu search textarea".split())), 1)
}
SHAPES = ("none", *(size + link + end for size in "smlx" for link in ("", "L") for end in ("", ".")))
LOOKS = (*SHAPES, *(f"{least} links" for least in RUNS))
LASTS: Final = {
    mark: number for number, mark in enumerate((".", ",", ":", ";", "!", "?", "…", '"', "”", "’", "'", ")", "]"), 2)
}
OPENING: Final = "\"'“‘(•–—-"

NAMES: Final[list[str]] = []
"""What each sign is that has a number."""


def _sign(name: str, *values: Iterable[object]) -> int:
    """The number of the first of the signs that have this name, one for each value, or for each pair of values..."""
    first = len(NAMES)
    named = [name]
    for choice in values:
        named = [f"{one} {value}" for one in named for value in choice]
    NAMES.extend(named)
    return first


def _bins(limits: tuple[int, ...], most: int) -> list[int]:
    """For each number up to `most` its bin."""
    return [bisect_right(limits, number) for number in range(most + 1)]


def _phrases(pattern: str) -> tuple[str, ...]:
    """All that a pattern of words, of letters that may be missing and of choices between words matches."""
    phrases: list[str] = []
    for branch in re.split(r"\|(?![^()]*\))", pattern):
        parts = re.findall(r"\(\?:([^()]*)\)|\\?(.)((?<!\\.)\?)?", branch)
        phrases += map(
            "".join,
            product(*(group.split("|") if group else (char, "") if may else (char,) for group, char, may in parts)),
        )
    return tuple(phrases)


PHRASES = _phrases(FORM.pattern)

LENGTH_BIN: Final = _bins(LENGTHS, LENGTHS[-1])
SIZE_BIN: Final = _bins(SIZES, SIZES[-1])
COMMA_BIN: Final = _bins(COMMAS, COMMAS[-1])
RUN_BIN: Final = _bins(RUNS, RUNS[-1])
SHARE_BIN: Final = _bins(SHARES, 1000)

BIAS: Final = _sign("bias")
LENGTH: Final = _sign("length", range(len(LENGTHS) + 1))
LINKED: Final = _sign("linked", range(len(LINKS) + 1))
COMMA: Final = _sign("commas", range(len(COMMAS) + 1))
TAG: Final = _sign("tag", ["other", *TAGS])
TAG_LOOK: Final = _sign("tag", ["other", *TAGS], LOOKS)
TAG_IN: Final = _sign("tag", ["other", *TAGS], ("in",), ["other", *TAGS])
LOOK: Final = _sign("look", LOOKS)
BEFORE_IT: Final = _sign("look before", LOOKS)
BEHIND_IT: Final = _sign("look behind", LOOKS)
TWO_BEFORE: Final = _sign("look two before", LOOKS)
TWO_BEHIND: Final = _sign("look two behind", LOOKS)
AROUND: Final = _sign("looks", LOOKS, LOOKS, LOOKS)
PROSE_BEFORE: Final = _sign("prose before", range(len(SHARES) + 1))
PLACE: Final = _sign("prose in such places", range(len(SHARES) + 1))
HEADLINE: Final = _sign("headline", ("none yet", "this", "before"))
DENSEST: Final = _sign("densest")
DENSEST_LOOK: Final = _sign("densest", LOOKS)
FIRST: Final = _sign("first", ("other", "upper", "lower", "digit", *OPENING))
LAST: Final = _sign("last", ("other", "word", *LASTS))
SAYS: Final = _sign("says what pages say")
SAME_BLOCK: Final = _sign("same block")
BEGINS: Final = _sign("begins")
ENDS: Final = _sign("ends")
THREAD_BEFORE: Final = _sign("thread before")
THREAD_BEHIND: Final = _sign("thread behind")


class Setting:
    """What the signs of one page are measured against."""

    __slots__ = ("dense", "headline", "posted", "prose", "shares", "starts", "sums")

    def __init__(self, markup: Markup, headline: int, posted: Mapping[int, bool]) -> None:
        prose = [max(0, piece.end - piece.start - 2 * piece.linked - 40) for piece in markup.pieces]
        for index in posted:
            prose[index] = 0
        self.prose: list[int] = prose
        """For each piece its prose: the characters that are not linked, beyond the length of a label."""
        self.sums: list[int] = list(accumulate(prose, initial=0))
        """How much prose stands before each piece, and in all."""
        self.starts: list[int] = [piece.start for piece in markup.pieces]
        """Where in the text each piece begins."""
        self.headline = headline
        """Index of the piece that is the headline; -1 if none was recognised."""
        self.posted = posted
        """The pieces that lie in a post of the thread, and whether they are what it says."""
        self.dense: frozenset[int] = _densest(markup, prose, self.starts)
        """The pieces in the element with the densest prose."""
        self.shares: dict[int, int] = {-1: 1000}

    def share(self, node: Node) -> int:
        """The share of the page's prose that stands in an element, in thousandths. That of the page is all."""
        if node.index in self.shares:
            return self.shares[node.index]
        held = self.sums[bisect_left(self.starts, node.end)] - self.sums[bisect_left(self.starts, node.start)]
        share = 1000 * held // (self.sums[-1] or 1)
        self.shares[node.index] = share
        return share


def _densest(markup: Markup, prose: list[int], starts: list[int]) -> frozenset[int]:
    """The pieces in the element with the most prose directly in it.

    A paragraph counts for the element it stands in, and less for those around it: the measure of Readability (Arc90,
    2009), without its weights for class names.
    """
    scores: dict[int, float] = {}
    for piece, length in zip(markup.pieces, prose, strict=True):
        if not length:
            continue
        node = piece.node
        holder = node.parent if node.tag in ("p", "blockquote", "pre", "li", "h2", "h3") else node
        share = min(length, 1000) ** 0.8
        for _ in range(3):
            if holder is None or holder.index < 0:
                break
            scores[holder.index] = scores.get(holder.index, 0.0) + share
            holder, share = holder.parent, share * 0.75
    if not scores:
        return frozenset()
    node = markup.nodes[max(scores, key=lambda index: scores[index])]
    return frozenset(range(bisect_left(starts, node.start), bisect_left(starts, node.end)))


class Unit:
    """What is labelled as one: a block, or the short links that follow one another."""

    __slots__ = ("links", "look", "start", "stop")

    def __init__(self, start: int, look: int, *, links: bool) -> None:
        self.start = start
        self.stop = start + 1
        """The pieces `start` to `stop`."""
        self.look = look
        """A place in `LOOKS`."""
        self.links = links


def units(markup: Markup, page: Setting) -> list[Unit]:
    """What is labelled of a page: all but its thread."""
    labelled: list[Unit] = []
    text, posted = markup.text, page.posted
    run: Unit | None = None
    for index, piece in enumerate(markup.pieces):
        length = piece.end - piece.start
        if posted and index in posted:
            run = None
        elif length >= SHORT or 10 * piece.linked <= 9 * length:
            run = None
            labelled.append(Unit(index, _shape(text, piece, length), links=False))
        elif run is None:
            run = Unit(index, 3 + 4 * SIZE_BIN[length], links=True)
            labelled.append(run)
        else:
            run.stop = index + 1
            run.look = len(SHAPES) - 1 + RUN_BIN[min(run.stop - run.start, RUNS[-1])]
    return labelled


def _shape(text: str, piece: Piece, length: int) -> int:
    """How a block looks, as a place in `SHAPES`: its length, whether it is a link, whether it ends as a sentence
    does."""
    last = text[piece.end - 1]
    if last in CLOSING or last.isspace():
        last = text[piece.start : piece.end].rstrip().rstrip(CLOSING)[-1:]
    return 1 + 4 * SIZE_BIN[min(length, SIZES[-1])] + 2 * (piece.linked > 0.7 * length) + (last in ENDING)


def of_units(markup: Markup, page: Setting, labelled: list[Unit]) -> list[list[int]]:
    """The signs that each unit has of its own look, by number."""
    pieces = markup.pieces
    looks = [0, 0, *[unit.look for unit in labelled], 0, 0]
    says = _says(markup, labelled)
    places = _places(markup, page, labelled)
    whole = page.sums[-1] or 1
    count = len(LOOKS)
    out: list[list[int]] = []
    for number, unit in enumerate(labelled):
        index, look = unit.start, unit.look
        node = pieces[index].node
        tag = TAGS.get(node.tag, 0)
        signs = [
            BIAS,
            TAG + tag,
            TAG_LOOK + tag * count + look,
            TAG_IN + tag * (len(TAGS) + 1) + TAGS.get(around(node).tag, 0),
            LOOK + look,
            TWO_BEFORE + looks[number],
            BEFORE_IT + looks[number + 1],
            BEHIND_IT + looks[number + 3],
            TWO_BEHIND + looks[number + 4],
            AROUND + (looks[number + 1] * count + look) * count + looks[number + 3],
            PROSE_BEFORE + SHARE_BIN[1000 * page.sums[index] // whole],
            HEADLINE + _after_headline(page, index),
        ]
        if unit.stop == index + 1:
            _add_words(signs, markup.text, pieces[index])
            if index in says:
                signs.append(SAYS)
            if index and pieces[index - 1].node is node:
                signs.append(SAME_BLOCK)
            signs.append(PLACE + SHARE_BIN[1000 * places[number] // whole])
        if index in page.dense:
            signs.append(DENSEST)
            signs.append(DENSEST_LOOK + look)
        if index - 1 in page.posted:
            signs.append(THREAD_BEFORE)
        if unit.stop in page.posted:
            signs.append(THREAD_BEHIND)
        out.append(signs)
    if out:
        out[0].append(BEGINS)
        out[-1].append(ENDS)
    return out


def _after_headline(page: Setting, index: int) -> int:
    """Where a block stands: before the headline or on a page without one, in it, or behind it."""
    if page.headline < 0 or index < page.headline:
        return 0
    return 1 if index == page.headline else 2


def _add_words(signs: list[int], text: str, piece: Piece) -> None:
    """The signs of a block of words: its length, how much of it is links, its commas and how it ends."""
    start, end = piece.start, piece.end
    length = end - start
    commas = text.count(",", start, end)
    first, last = text[start], text[end - 1]
    signs.append(LENGTH + LENGTH_BIN[min(length, LENGTHS[-1])])
    signs.append(LINKED + (bisect_right(LINKS, piece.linked / length) if piece.linked else 0))
    signs.append(COMMA + COMMA_BIN[min(commas, COMMAS[-1])])
    signs.append(FIRST + _begins(first))
    signs.append(LAST + (LASTS[last] if last in LASTS else 1 if last.isalnum() else 0))


def _begins(first: str) -> int:
    """With what kind of character a block begins."""
    if first.isupper():
        return 1
    if first.islower():
        return 2
    return 3 if first.isdigit() else 4 + OPENING.find(first) if first in OPENING else 0


def start_of(text: str, piece: Piece) -> str:
    """The sign of a short block's first word; nothing for a long one."""
    if piece.end - piece.start >= SAID:
        return ""
    space = text.find(" ", piece.start, min(piece.end, piece.start + LONGEST_WORD))
    end = space if space > 0 else min(piece.end, piece.start + LONGEST_WORD)
    return "starts " + text[piece.start : end].lower()


def _says(markup: Markup, labelled: list[Unit]) -> set[int]:
    """The short blocks that say what a page says to its reader. Looked for in all of them at once, phrase by phrase: a
    pattern of so many phrases is tried at every character, a phrase is found by a search that skips most of them."""
    short: list[int] = []
    lines: list[str] = []
    ends: list[int] = []
    end = 0
    for unit in labelled:
        piece = markup.pieces[unit.start]
        if unit.stop == unit.start + 1 and piece.end - piece.start < SAID:
            line = markup.text[piece.start : piece.end].lower()
            end += len(line) + 1
            short.append(unit.start)
            lines.append(line)
            ends.append(end)
    text = "\n".join(lines)
    says: set[int] = set()
    for phrase in PHRASES:
        at = text.find(phrase)
        while at >= 0:
            number = bisect_right(ends, at)
            says.add(short[number])
            at = text.find(phrase, ends[number])
    return says


def _places(markup: Markup, page: Setting, labelled: list[Unit]) -> list[int]:
    """The prose that stands in places like that of each unit: blocks of one tag in elements of one tag and class."""
    held: dict[tuple[str, str, str], int] = {}
    keys: list[tuple[str, str, str]] = []
    for unit in labelled:
        node = markup.pieces[unit.start].node
        parent = around(node)
        key = node.tag, parent.tag, parent.attrs.get("class", "")
        keys.append(key)
        prose = page.prose[unit.start]
        if prose:
            held[key] = held.get(key, 0) + prose
    return [held.get(key, 0) for key in keys]


def around(node: Node) -> Node:
    """The block around a block; the page, which is around all, around itself."""
    return node.parent.block if node.parent else node


@lru_cache(2**14)
def words_of(names: str) -> tuple[str, ...]:
    """The words of a class and id, each once."""
    return tuple(dict.fromkeys(NAME.findall(names)))


def of_names(names: str) -> list[str]:
    """The signs of a block by its own class and id."""
    return ["name " + word for word in words_of(names)]


def of_parent(tag: str, names: str) -> list[str]:
    """The signs of a block by the block around it: its tag and the words of its class and id."""
    return ["parent " + tag, *["parent name " + word for word in words_of(names)]]


def of_place(above: str, share: int, further: int) -> list[str]:
    """The signs of a block by the two blocks around it: the outer one's tag, and the share of the page's prose in each.

    The shares are given by their bins.
    """
    return ["above " + above, f"share of parent {share}", f"share above {further}"]


def of_element(tag: str, names: str, role: str) -> list[str]:
    """The signs that one element gives to the blocks in it: its tag, the words of its class and id, its role."""
    found = ["in <" + tag, *["in ." + word for word in words_of(names)]]
    return [*found, "in =" + role.lower()[:24]] if role else found


def role(node: Node) -> str:
    """What an element says that it is for."""
    given = node.attrs
    return (given.get("role") or given.get("itemprop") or "") if given else ""
