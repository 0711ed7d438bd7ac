"""What the blocks of an HTML page look like to the model that labels them.

Each feature is a sign that may hold for any site: lengths, links, punctuation, tags, words of class names, how much of the
page's prose stands in the same place of the tree, and the same of the neighbours. Numbers are cut into bins.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, product
from typing import NamedTuple

from onrecord.accounts.dates import dated
from onrecord.accounts.markup import Markup, Node, Piece
from onrecord.accounts.words import BUTTON, FORM, THREAD_HEADING

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 120, 180, 260, 400, 700)
SHARES = (0.001, 0.01, 0.03, 0.06, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9)
LINKS = (0.001, 0.1, 0.25, 0.5, 0.8, 0.99)
RUN = (1, 2, 3, 5, 8, 15, 30)
SHORT = 160
"""Characters: what is said in longer blocks is not looked at."""
ENDING, CLOSING = frozenset(".!?…"), "\"'”’)]"
"""A sentence ends with one of these, and may close what it opened behind it."""
DIGIT = re.compile(r"[0-9]")
NAME = re.compile(r"[a-z]{2,20}")
CONTAINS_MOST = 0.5
"""A share of the page's prose: an element that holds more says nothing of a part of the page."""


def _bins(name: str, edges: Sequence[float]) -> tuple[str, ...]:
    return tuple(name + str(number) for number in range(len(edges) + 1))


LENGTH, LINKED, COMMAS = _bins("length ", LENGTHS), _bins("linked ", LINKS), _bins("commas ", RUN)
BEFORE, PLACE = _bins("before ", SHARES), _bins("place ", SHARES)
OF_PARENT, OF_ABOVE = _bins("share of parent ", SHARES), _bins("share above ", SHARES)


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


class Setting(NamedTuple):
    """What the features of one page are measured against."""

    shares: list[float]
    """For each element the share of the page's prose that stands in it."""
    prose: list[int]
    """For each piece its prose: the characters that are not linked, beyond the length of a label."""
    headline: int
    """Index of the piece that is the headline; -1 if none was recognised."""
    posted: Mapping[int, bool]
    """The pieces that lie in a post of the thread, and whether they are what it says."""
    dense: frozenset[int]
    """The pieces in the element with the densest prose."""


def setting(markup: Markup, headline: int, posted: Mapping[int, bool]) -> Setting:
    prose = [
        0 if index in posted else max(0, p.end - p.start - 2 * p.linked - 40) for index, p in enumerate(markup.pieces)
    ]
    sums = list(accumulate(prose, initial=0))
    starts = [piece.start for piece in markup.pieces]
    whole = sums[-1] or 1
    shares = []
    for node in markup.nodes:
        if node.end <= node.start:
            shares.append(0.0)
        else:
            shares.append((sums[bisect_left(starts, node.end)] - sums[bisect_left(starts, node.start)]) / whole)
    densest = _densest(markup, prose)
    dense = frozenset(i for i, piece in enumerate(markup.pieces) if piece.node and piece.node.index in densest)
    return Setting(shares, prose, headline, posted, dense)


def _densest(markup: Markup, prose: list[int]) -> frozenset[int]:
    """The element with the most prose directly in it, and all that it holds.

    A paragraph counts for the element it stands in, and less for those around it: the measure of Readability (Arc90,
    2009), without its weights for class names.
    """
    scores: dict[int, float] = {}
    for piece, length in zip(markup.pieces, prose, strict=True):
        node = piece.node
        holder = node.parent if node and node.tag in ("p", "blockquote", "pre", "li", "h2", "h3") else node
        share = min(length, 1000) ** 0.8
        for _ in range(3):
            if holder is None or holder.index < 0 or not share:
                break
            scores[holder.index] = scores.get(holder.index, 0.0) + share
            holder, share = holder.parent, share * 0.75
    if not scores:
        return frozenset()
    found = {max(scores, key=lambda index: scores[index])}
    for node in markup.nodes[min(found) + 1 :]:
        if node.parent and node.parent.index in found:
            found.add(node.index)
    return frozenset(found)


def of_element(tag: str, names: str, role: str) -> tuple[str, ...]:
    """The features that one element gives to the blocks in it: its tag, the words of its class and id, its role."""
    found = ["in <" + tag, *("in ." + word for word in NAME.findall(names))]
    return (*found, "in =" + role.lower()[:24]) if role else tuple(found)


def of_pieces(markup: Markup, page: Setting) -> list[list[str]]:
    """The features that each block has from itself and its neighbours, each once."""
    lines = [markup.text[piece.start : piece.end] for piece in markup.pieces]
    shapes = [_shape(line, piece.linked / len(line)) for line, piece in zip(lines, markup.pieces, strict=True)]
    forms = _forms(markup)
    around = ["none", "none", *shapes, "none", "none"]
    out = []
    prose_before, whole = 0, sum(page.prose) or 1
    seen: set[str] = set()
    places = _places(markup, page)
    before = None
    for index, (piece, line, shape) in enumerate(zip(markup.pieces, lines, shapes, strict=True)):
        found = _own(piece, line, shape, page)
        found += (
            BEFORE[bisect_right(SHARES, prose_before / whole)],
            PLACE[bisect_right(SHARES, places[index])],
            "prev " + around[index + 1],
            "next " + around[index + 3],
            "prev2 " + around[index],
            "next2 " + around[index + 4],
            f"around {around[index + 1]}{shape}{around[index + 3]}",
            "no headline yet"
            if page.headline < 0 or index < page.headline
            else "at headline"
            if page.headline == index
            else "after headline",
        )
        if index in forms:
            found.append("form")
        if index in page.posted:
            found.append("posted words" if page.posted[index] else "posted rest")
        if index in page.dense:
            found += ("densest", "densest " + shape)
        if line in seen:
            found.append("repeated")
        seen.add(line)
        if index and before is piece.node:
            found.append("same block")
        elif index and _parent(before) is _parent(piece.node):
            found.append("same parent")
        before = piece.node
        prose_before += page.prose[index]
        out.append(found)
    return out


def _forms(markup: Markup) -> set[int]:
    """The short blocks that say what a page says to its reader. Looked for in the whole page, phrase by phrase: a
    pattern of so many phrases is tried at every character, a phrase is found by a search that skips most of them."""
    lowered = markup.text.lower()
    if len(lowered) != len(markup.text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in markup.text)
    ends = [piece.end for piece in markup.pieces]
    found = set()
    for phrase in FORM_PHRASES:
        at = lowered.find(phrase)
        while at >= 0:
            index = bisect_right(ends, at)
            piece = markup.pieces[index]
            if piece.end - piece.start < SHORT:
                found.add(index)
            at = lowered.find(phrase, piece.end)
    return found


def _places(markup: Markup, page: Setting) -> list[float]:
    """For each block the share of the page's prose in blocks of the same tag in an element of the same tag and class."""
    keys = []
    held: dict[tuple[str, str, str], int] = {}
    for piece, prose in zip(markup.pieces, page.prose, strict=True):
        node = piece.node
        parent = _parent(node)
        key = (node.tag if node else "", parent.tag if parent else "", parent.attrs.get("class", "") if parent else "")
        keys.append(key)
        held[key] = held.get(key, 0) + prose
    whole = sum(page.prose) or 1
    return [held[key] / whole for key in keys]


def _parent(node: Node | None) -> Node | None:
    return node.parent.block if node and node.parent else None


def _shape(line: str, linked: float) -> str:
    """A short word for how a block looks: its length, whether it is a link, whether it ends as a sentence does."""
    length = len(line)
    size = "s" if length < 25 else "m" if length < 90 else "l" if length < 300 else "x"
    return size + ("L" if linked > 0.7 else "") + ("." if line.rstrip().rstrip(CLOSING)[-1:] in ENDING else "")


def _own(piece: Piece, line: str, shape: str, page: Setting) -> list[str]:
    """The features that a block has from itself."""
    length = len(line)
    node = piece.node
    tag = node.tag if node else ""
    parent = _parent(node)
    above = _parent(parent)
    found = [
        "bias",
        LENGTH[bisect_right(LENGTHS, length)],
        LINKED[bisect_right(LINKS, piece.linked / length)],
        "shape " + shape,
        "tag " + tag,
        _tags(above.tag if above else "", parent.tag if parent else "", tag),
        _tag(tag, shape),
        OF_PARENT[bisect_right(SHARES, page.shares[parent.index] if parent and parent.index >= 0 else 1.0)],
        OF_ABOVE[bisect_right(SHARES, page.shares[above.index] if above and above.index >= 0 else 1.0)],
        COMMAS[bisect_right(RUN, line.count(",") + line.count("，") + line.count("、"))],
        _first(line[0]),
        _last(line[-1]),
    ]
    if node and node.names:
        found += _words("name ", node.names)
    if parent and parent.names:
        found += _words("parent name ", parent.names)
    if length < SHORT:
        found += _short(line)
    return found


@lru_cache(1024)
def _first(character: str) -> str:
    upper, lower, digit = character.isupper(), character.islower(), character.isdigit()
    return "first " + ("upper" if upper else "lower" if lower else "digit" if digit else character)


@lru_cache(1024)
def _last(character: str) -> str:
    return "last " + (character if not character.isalnum() else "word")


@lru_cache(1024)
def _tags(above: str, parent: str, tag: str) -> str:
    return f"tags {above}>{parent}>{tag}"


@lru_cache(1024)
def _tag(tag: str, shape: str) -> str:
    return f"tag {tag} {shape}"


@lru_cache(8192)
def _words(prefix: str, names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(prefix + word for word in NAME.findall(names)))


def _short(line: str) -> list[str]:
    found = ["starts " + line.split(None, 1)[0].lower()[:20]]
    if BUTTON.fullmatch(line):
        found.append("button")
    if THREAD_HEADING.fullmatch(line):
        found.append("thread heading")
    if len(line) < 100 and dated(line):
        found.append("dated")
    if line.isupper():
        found.append("capitals")
    if DIGIT.search(line) if line.isascii() else any(map(str.isdigit, line)):
        found.append("digits")
    return found
