"""What the blocks of an HTML page look like to the model that labels them.

Each feature is a sign that may hold for any site: lengths, links, punctuation, tags, words of class names, how much of the
page's prose stands in the same place of the tree, and the same of the neighbours. Numbers are cut into bins.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.accounts.dates import dated
from onrecord.accounts.markup import Markup, Node
from onrecord.accounts.words import BUTTON, FORM, SENTENCE_END, THREAD_HEADING

LENGTHS = (3, 8, 15, 25, 40, 60, 80, 120, 180, 260, 400, 700)
SHARES = (0.001, 0.01, 0.03, 0.06, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9)
LINKS = (0.001, 0.1, 0.25, 0.5, 0.8, 0.99)
RUN = (1, 2, 3, 5, 8, 15, 30)
FORM_LOWERED = re.compile(FORM.pattern)
"""Without regard of case it is several times slower, for the first letters no longer tell where to look."""
NAME = re.compile(r"[a-z]{2,20}")
CONTAINS_MOST = 0.5
"""A share of the page's prose: an element that holds more says nothing of a part of the page."""


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


def of_node(node: Node, page: Setting) -> list[str]:
    """The features that a block has from each element it lies in, if that is a part of the page and not the page."""
    if page.shares[node.index] > CONTAINS_MOST:
        return []
    found = ["in <" + node.tag]
    if node.names:
        found += ["in ." + word for word in NAME.findall(node.names)]
    role = node.attrs.get("role") or node.attrs.get("itemprop")
    if role:
        found.append("in =" + role.lower()[:24])
    return found


def of_pieces(markup: Markup, page: Setting) -> list[list[str]]:
    """The features that each block has from itself and its neighbours."""
    own = [_own(markup, index, page) for index in range(len(markup.pieces))]
    out = []
    prose_before, whole = 0, sum(page.prose) or 1
    seen: set[str] = set()
    last = len(own) - 1
    places = _places(markup, page)
    for index, (shape, features) in enumerate(own):
        piece = markup.pieces[index]
        line = markup.text[piece.start : piece.end]
        found = [
            *features,
            _bin("before ", prose_before / whole, SHARES),
            _bin("place ", places[index], SHARES),
            "prev " + (own[index - 1][0] if index else "none"),
            "next " + (own[index + 1][0] if index < last else "none"),
            "prev2 " + (own[index - 2][0] if index > 1 else "none"),
            "next2 " + (own[index + 2][0] if index < last - 1 else "none"),
            "around "
            + (own[index - 1][0] if index else "none")
            + shape
            + (own[index + 1][0] if index < last else "none"),
            "after headline"
            if 0 <= page.headline < index
            else "at headline"
            if page.headline == index
            else "no headline yet",
        ]
        if index in page.posted:
            found.append("posted words" if page.posted[index] else "posted rest")
        if index in page.dense:
            found += ["densest", "densest " + shape]
        if line in seen:
            found.append("repeated")
        seen.add(line)
        if index and markup.pieces[index - 1].node is piece.node:
            found.append("same block")
        elif index and _parent(markup.pieces[index - 1].node) is _parent(piece.node):
            found.append("same parent")
        prose_before += page.prose[index]
        out.append(found)
    return out


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


def _own(markup: Markup, index: int, page: Setting) -> tuple[str, list[str]]:
    """A short word for the block's shape, and its own features."""
    piece = markup.pieces[index]
    line = markup.text[piece.start : piece.end]
    length = len(line)
    linked = piece.linked / length
    ends = SENTENCE_END.search(line) is not None
    node = piece.node
    size = "s" if length < 25 else "m" if length < 90 else "l" if length < 300 else "x"
    shape = size + ("L" if linked > 0.7 else "") + ("." if ends else "")
    tag = node.tag if node else ""
    parent = _parent(node)
    above = _parent(parent)
    found = [
        "bias",
        _bin("length ", length, LENGTHS),
        _bin("linked ", linked, LINKS),
        "shape " + shape,
        "tag " + tag,
        f"tags {above.tag if above else ''}>{parent.tag if parent else ''}>{tag}",
        f"tag {tag} {shape}",
        _bin("share of parent ", page.shares[parent.index] if parent and parent.index >= 0 else 1.0, SHARES),
        _bin("share above ", page.shares[above.index] if above and above.index >= 0 else 1.0, SHARES),
        _bin("commas ", line.count(",") + line.count("，") + line.count("、"), RUN),
    ]
    first = line[0]
    found.append(
        "first "
        + ("upper" if first.isupper() else "lower" if first.islower() else "digit" if first.isdigit() else first)
    )
    found.append("last " + (line[-1] if not line[-1].isalnum() else "word"))
    if node and node.names:
        found += ["name " + word for word in NAME.findall(node.names)]
    if parent and parent.names:
        found += ["parent name " + word for word in NAME.findall(parent.names)]
    if length < 160:
        found += _short(line)
    return shape, found


def _short(line: str) -> list[str]:
    found = ["starts " + line.split(None, 1)[0].lower()[:20]]
    if FORM_LOWERED.search(line.lower()):
        found.append("form")
    if BUTTON.fullmatch(line):
        found.append("button")
    if THREAD_HEADING.fullmatch(line):
        found.append("thread heading")
    if len(line) < 100 and dated(line):
        found.append("dated")
    if line.isupper():
        found.append("capitals")
    if any(map(str.isdigit, line)):
        found.append("digits")
    return found


def _bin(name: str, value: float, edges: Sequence[float]) -> str:
    return name + str(bisect_right(edges, value))
