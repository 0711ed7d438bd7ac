"""What the blocks of an HTML page look like to the model that labels them.

Each feature is a sign that may hold for any site: lengths, links, punctuation, tags, words of class names, how much of the
page's prose stands in the same place of the tree, and the same of the neighbours. Numbers are cut into bins.

A block's features come from a few sides of it. The many blocks of all pages have few different sides, so that each side is
a function of hashable values: what it gives (features to train on, or the sum of their weights) is worked out once.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, product
from typing import NamedTuple, TypeVar

from onrecord.accounts.markup import Markup, Node, Piece
from onrecord.accounts.words import BUTTON, FORM

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 120, 180, 260, 400, 700)
SHARES = (0.001, 0.01, 0.03, 0.06, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9)
LINKS = (0.001, 0.1, 0.25, 0.5, 0.8, 0.99)
RUN = (1, 2, 3, 5, 8, 15, 30)
SHORT = 160
"""Characters: what is said in longer blocks is not looked at."""
CONTAINS_MOST = 0.5
"""A share of the page's prose: an element that holds more says nothing of a part of the page."""
ENDING, CLOSING = frozenset(".!?…"), "\"'”’)]"
"""A sentence ends with one of these, and may close what it opened behind it."""
DIGIT = re.compile(r"\d")
NAME = re.compile(r"[a-z]{2,20}")
SHAPES = ("none", *(size + link + end for size in "smlx" for link in ("", "L") for end in ("", ".")))
DENSEST = tuple("densest " + shape for shape in SHAPES)
SIZES = (25, 90, 300)


def _phrases(pattern: str) -> tuple[str, ...]:
    """All that a pattern of words, of letters that may be missing and of choices between words matches."""
    found: list[str] = []
    for branch in re.split(r"\|(?![^()]*\))", pattern):
        parts = re.findall(r"\(\?:([^()]*)\)|\\?(.)((?<!\\.)\?)?", branch)
        found += map(
            "".join,
            product(*(group.split("|") if group else (char, "") if may else (char,) for group, char, may in parts)),
        )
    return tuple(found)


FORM_PHRASES = _phrases(FORM.pattern)


def measures(length: int, linked: int, commas: int) -> tuple[str, ...]:
    """Bins of its length, of the share of it that is linked and of its commas."""
    return "bias", f"length {length}", f"linked {linked}", f"commas {commas}"


def look(shape: int, tag: str) -> tuple[str, ...]:
    """Its shape, and that together with its tag."""
    return "shape " + SHAPES[shape], f"tag {tag} {SHAPES[shape]}"


def tags(tag: str, parent: str, above: str) -> tuple[str, ...]:
    """Its tag, that of the block around it, and that of the one around that."""
    return "tag " + tag, f"tags {above}>{parent}>{tag}"


def own_names(names: str) -> list[str]:
    """The words of its class and id."""
    return ["name " + word for word in words_of(names)]


def parent_names(names: str) -> list[str]:
    """The words of the class and id of the block around it."""
    return ["parent name " + word for word in words_of(names)]


@lru_cache(2**14)
def words_of(names: str) -> tuple[str, ...]:
    """The words of a class and id, each once."""
    return tuple(dict.fromkeys(NAME.findall(names)))


def within(parent: int, above: int) -> tuple[str, ...]:
    """Bins of the share of the page's prose in the two blocks around it."""
    return f"share of parent {parent}", f"share above {above}"


def place(before: int, like: int, headline: int) -> tuple[str, ...]:
    """Bins of the share of the page's prose before it and in places like its own; whether the headline is behind it."""
    return f"before {before}", f"place {like}", ("no headline yet", "at headline", "after headline")[headline]


def beside(before: int, shape: int, after: int) -> tuple[str, ...]:
    """The shapes of the blocks before and after it, alone and together with its own."""
    return "prev " + SHAPES[before], "next " + SHAPES[after], f"around {SHAPES[before]}{SHAPES[shape]}{SHAPES[after]}"


def further(before: int, after: int) -> tuple[str, ...]:
    """The shapes of the blocks two before and two after it."""
    return "prev2 " + SHAPES[before], "next2 " + SHAPES[after]


def edges(first: str, last: str) -> tuple[str, ...]:
    """Its first and its last character."""
    upper, lower, digit = first.isupper(), first.islower(), first.isdigit()
    begins = "upper" if upper else "lower" if lower else "digit" if digit else first
    return "first " + begins, "last " + ("word" if last.isalnum() else last)


def start(word: str) -> tuple[str, ...]:
    """The first word of a short block; nothing of a long one."""
    return ("starts " + word.lower()[:20],) if word else ()


def marks(*held: str) -> tuple[str, ...]:
    """What holds for it, or nothing."""
    return held


def of_element(tag: str, names: str, role: str) -> tuple[str, ...]:
    """The features that one element gives to the blocks in it: its tag, the words of its class and id, its role."""
    found = ["in <" + tag, *["in ." + word for word in words_of(names)]]
    return (*found, "in =" + role.lower()[:24]) if role else tuple(found)


Given = TypeVar("Given")
SIDES: tuple[Callable[..., Sequence[str]], ...] = (
    measures, look, tags, own_names, parent_names, within, place, beside, further, edges, start, marks,
)  # fmt: skip


class Setting(NamedTuple):
    """What the features of one page are measured against."""

    starts: list[int]
    """Where in the text each piece begins."""
    prose: list[int]
    """For each piece its prose: the characters that are not linked, beyond the length of a label."""
    sums: list[int]
    """How much prose stands before each piece, and in all."""
    headline: int
    """Index of the piece that is the headline; -1 if none was recognised."""
    posted: Mapping[int, bool]
    """The pieces that lie in a post of the thread, and whether they are what it says."""
    dense: frozenset[int]
    """The pieces in the element with the densest prose."""

    def share(self, node: Node | None) -> float:
        """The share of the page's prose that stands in an element."""
        if node is None or node.index < 0:
            return 1.0
        held = self.sums[bisect_left(self.starts, node.end)] - self.sums[bisect_left(self.starts, node.start)]
        return held / (self.sums[-1] or 1)


def of_ancestor(node: Node, page: Setting) -> tuple[str, str, str] | None:
    """What `of_element` is asked of an element; nothing if it holds so much of the page that it says nothing of a part."""
    if page.share(node) > CONTAINS_MOST:
        return None
    return node.tag, node.names, node.attrs.get("role") or node.attrs.get("itemprop") or ""


def setting(markup: Markup, headline: int, posted: Mapping[int, bool]) -> Setting:
    pieces = markup.pieces
    prose = [max(0, piece.end - piece.start - 2 * piece.linked - 40) for piece in pieces]
    for index in posted:
        prose[index] = 0
    starts = [piece.start for piece in pieces]
    return Setting(starts, prose, list(accumulate(prose, initial=0)), headline, posted, _densest(markup, prose, starts))


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
        holder = node.parent if node and node.tag in ("p", "blockquote", "pre", "li", "h2", "h3") else node
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


def of_blocks(markup: Markup, page: Setting, sides: Sequence[Callable[..., Given]]) -> list[tuple[Given, ...]]:
    """What the sides of each block give, in the order of `SIDES`. No feature comes twice."""
    measures, look, tags, own_names, parent_names, within, place, beside, further, edges, start, marks = sides
    pieces = markup.pieces
    lines = [markup.text[piece.start : piece.end] for piece in pieces]
    shapes = list(map(_shape, lines, pieces))
    around = [0, 0, *shapes, 0, 0]
    nodes = [piece.node for piece in pieces]
    parents = list(map(_around, nodes))
    aboves = list(map(_around, parents))
    bins = {node: bisect_right(SHARES, page.share(node)) for node in {*parents, *aboves}}
    return list(
        zip(
            [measures(*_measured(line, piece)) for line, piece in zip(lines, pieces, strict=True)],
            [look(shape, node.tag) for shape, node in zip(shapes, nodes, strict=True)],
            [tags(a.tag, b.tag, c.tag) for a, b, c in zip(nodes, parents, aboves, strict=True)],
            [own_names(node.names) for node in nodes],
            [parent_names(node.names) for node in parents],
            [within(bins[parent], bins[above]) for parent, above in zip(parents, aboves, strict=True)],
            [place(*where) for where in _places(page, nodes, parents)],
            map(beside, around[1:], shapes, around[3:]),
            map(further, around, around[4:]),
            [edges(line[0], line[-1]) for line in lines],
            [start(line.split(None, 1)[0] if len(line) < SHORT else "") for line in lines],
            [marks(*held) for held in _held(markup, page, lines, shapes)],
            strict=False,  # `around` is longer
        )
    )


def _shape(line: str, piece: Piece) -> int:
    """How a block looks, as a place in `SHAPES`: its length, whether it is a link, whether it ends as a sentence does."""
    last = line[-1]
    if last in CLOSING or last.isspace():
        last = line.rstrip().rstrip(CLOSING)[-1:]
    return 1 + 4 * bisect_right(SIZES, len(line)) + 2 * (piece.linked > 0.7 * len(line)) + (last in ENDING)


def _measured(line: str, piece: Piece) -> tuple[int, int, int]:
    """What `measures` is asked of a block."""
    length = len(line)
    commas = line.count(",")
    if not line.isascii():
        commas += line.count("，") + line.count("、")
    linked = bisect_right(LINKS, piece.linked / length) if piece.linked else 0
    return bisect_right(LENGTHS, length), linked, bisect_right(RUN, commas)


def _places(page: Setting, nodes: list[Node], parents: list[Node]) -> Iterator[tuple[int, int, int]]:
    """What `place` is asked of each block. Places are alike if their blocks have one tag in elements of one tag and class."""
    whole = page.sums[-1] or 1
    keys = [(a.tag, b.tag, b.attrs.get("class", "")) for a, b in zip(nodes, parents, strict=True)]
    held: dict[tuple[str, str, str], int] = {}
    for key, prose in zip(keys, page.prose, strict=True):
        if prose:
            held[key] = held.get(key, 0) + prose
    for index, key in enumerate(keys):
        headline = 0 if page.headline < 0 or index < page.headline else 1 if index == page.headline else 2
        like = bisect_right(SHARES, held[key] / whole) if key in held else 0
        yield bisect_right(SHARES, page.sums[index] / whole), like, headline


def _around(node: Node) -> Node:
    """The block around a block; the page, which is around all, around itself."""
    return node.parent.block if node.parent else node


def _held(markup: Markup, page: Setting, lines: list[str], shapes: list[int]) -> Iterator[list[str]]:
    """What `marks` is asked of each block."""
    forms = _forms(markup)
    seen: set[str] = set()
    before: Node | None = None
    for index, (piece, line) in enumerate(zip(markup.pieces, lines, strict=True)):
        found = _said(line) if len(line) < SHORT else []
        if index in forms:
            found.append("form")
        if index in page.posted:
            found.append("posted words" if page.posted[index] else "posted rest")
        if index in page.dense:
            found += ("densest", DENSEST[shapes[index]])
        if line in seen:
            found.append("repeated")
        seen.add(line)
        if before is piece.node:
            found.append("same block")
        before = piece.node
        yield found


def _said(line: str) -> list[str]:
    """What a short block is by its words."""
    found = []
    if BUTTON.fullmatch(line):
        found.append("button")
    if line.isupper():
        found.append("capitals")
    if DIGIT.search(line):
        found.append("digits")
    return found


def _forms(markup: Markup) -> set[int]:
    """The short blocks that say what a page says to its reader. Looked for in all of them at once, phrase by phrase: a
    pattern of so many phrases is tried at every character, a phrase is found by a search that skips most of them."""
    short = [index for index, piece in enumerate(markup.pieces) if piece.end - piece.start < SHORT]
    lines = [markup.text[markup.pieces[index].start : markup.pieces[index].end].lower() for index in short]
    text = "\n".join(lines)
    ends = list(accumulate(len(line) + 1 for line in lines))
    found = set()
    for phrase in FORM_PHRASES:
        at = text.find(phrase)
        while at >= 0:
            number = bisect_right(ends, at)
            found.add(short[number])
            at = text.find(phrase, ends[number])
    return found
