"""Which blocks of an HTML page are the article's body: a linear-chain conditional random field, decoded by Viterbi.

Lafferty, McCallum, Pereira (2001). The weights were trained with CRFsuite (see training/segmentation); with two labels
only the differences of the weights count, so a feature has one number: how much it speaks for body.
"""

import json
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.accounts.features import SIDES, Setting, of_ancestor, of_blocks, of_element
from onrecord.accounts.markup import Markup, Node

LEAST = 0.3
"""Share of the prose of the page's main place that its body has at least."""
UNIT = 10_000
"""What a weight of 1 is in the scores."""
RAISE, RAISES = 2 * UNIT, 5
LINKS_IN_A_ROW = 3
CACHED = 2**16
LIKE, UNLIKE = 20, -1.5 * UNIT
APART, BLOCKS_APART = 500, 8
"""More characters, or more blocks, than this between two parts of the body make the second one stand apart."""


class Model(NamedTuple):
    """Weights in whole `UNIT`s: their sums are exact, in whatever order they are taken."""

    weights: dict[str, int]
    stay_body: int
    """Weight of body after body; all four transitions are relative to rest after rest."""
    leave_body: int
    enter_body: int


@cache
def model() -> Model:
    data = json.loads(files("onrecord.accounts").joinpath("blocks.json").read_text("utf-8"))
    weights = {feature: round(UNIT * weight) for feature, weight in data["weights"].items()}
    return Model(weights, *(round(UNIT * data[name]) for name in Model._fields[1:]))


def body_blocks(markup: Markup, page: Setting) -> list[bool]:
    """For each block whether it is the article's body: the most likely sequence that is a page's."""
    trained = model()
    inherited = _inherited(markup, page)
    scores = [
        sum(given, inherited[piece.node.index])
        for piece, given in zip(markup.pieces, of_blocks(markup, page, _weights()), strict=True)
    ]
    found = _at_least_the_densest(scores, page, trained)
    _with_their_like(found, markup, page, scores)
    _without_lists_of_links(found, markup)
    _without_what_stands_apart(found, markup, page)
    return found


def _at_least_the_densest(scores: list[int], page: Setting, trained: Model) -> list[bool]:
    """The likeliest labels by which the page has a body: where hardly any prose is one, the densest is raised to it."""
    dense = [piece in page.dense for piece in range(len(scores))]
    prose = sum(length for length, own in zip(page.prose, dense, strict=True) if own)
    for _ in range(RAISES):
        found = _viterbi(scores, trained)
        if any(found) and sum(length for length, own in zip(page.prose, found, strict=True) if own) >= LEAST * prose:
            break
        scores = [score + RAISE if own else score for score, own in zip(scores, dense, strict=True)]
    return found


def _with_their_like(found: list[bool], markup: Markup, page: Setting, scores: list[int]) -> None:
    """Paragraphs among those of the body, in one element with them: a caption or an advertisement ends no article."""
    homes = {
        piece.node.parent.index
        for index, piece in enumerate(markup.pieces)
        if found[index] and page.prose[index] and piece.node and piece.node.tag == "p" and piece.node.parent
    }
    for index, piece in enumerate(markup.pieces):
        node = piece.node
        if (
            not found[index]
            and page.prose[index] >= LIKE
            and node
            and node.tag == "p"
            and not node.names
            and node.parent
        ):
            found[index] = node.parent.index in homes and scores[index] > UNLIKE


def _without_lists_of_links(found: list[bool], markup: Markup) -> None:
    """Three blocks of links in a row lead elsewhere."""
    run = 0
    for index, piece in enumerate([*markup.pieces, None]):
        if piece is not None and found[index] and piece.linked > 0.9 * (piece.end - piece.start):
            run += 1
            continue
        if run >= LINKS_IN_A_ROW:
            found[index - run : index] = [False] * run
        run = 0


def _without_what_stands_apart(found: list[bool], markup: Markup, page: Setting) -> None:
    """A page has one article: what comes after it, far off, elsewhere in the tree and with less to say, is another."""
    groups: list[list[int]] = []
    between, blocks = 0, 0
    for index, piece in enumerate(markup.pieces):
        if not found[index]:
            between, blocks = between + piece.end - piece.start, blocks + 1
            continue
        if not groups or between > APART or blocks > BLOCKS_APART:
            groups.append([])
        groups[-1].append(index)
        between = blocks = 0
    sizes = [sum(page.prose[index] for index in group) for group in groups]
    main = sizes.index(max(sizes)) if sizes else 0
    for number in range(main + 1, len(groups)):
        group = groups[number]
        if sizes[number] < LEAST * sizes[main] and 2 * sum(i in page.dense for i in group) < len(group):
            for index in group:
                found[index] = False


@cache
def _weights() -> tuple[Callable[..., int], ...]:
    """For each side of a block the sum of the weights of what it gives."""
    weights = model().weights

    def weighed(side: Callable[..., Sequence[str]]) -> Callable[..., int]:
        return lru_cache(CACHED)(lambda *values: sum(weights.get(feature, 0) for feature in side(*values)))

    return tuple(weighed(side) for side in SIDES)


def _inherited(markup: Markup, page: Setting) -> dict[int, int]:
    """For each element that a block is the sum of the weights of what the elements around it give, each once."""
    weights = model().weights
    nothing: frozenset[str] = frozenset()
    held: dict[int, tuple[int, frozenset[str]]] = {-1: (0, nothing)}
    for piece in markup.pieces:
        node = piece.node
        above: list[Node] = []
        while node.index not in held:
            above.append(node)
            node = node.parent or node
        total, seen = held[node.index]
        for node in reversed(above):
            asked = of_ancestor(node, page)
            given = _weighed(*asked) if asked else nothing
            if not given <= seen:
                total += sum(weights[feature] for feature in given - seen)
                seen |= given
            held[node.index] = total, seen
    return {index: total for index, (total, _) in held.items()}


@lru_cache(CACHED)
def _weighed(tag: str, names: str, role: str) -> frozenset[str]:
    weights = model().weights
    return frozenset([feature for feature in of_element(tag, names, role) if feature in weights])


def _viterbi(scores: list[int], trained: Model) -> list[bool]:
    body = rest = 0
    came: list[tuple[bool, bool]] = []
    for index, score in enumerate(scores):
        if index:
            from_body, from_rest = (
                body + trained.stay_body > rest + trained.enter_body,
                body + trained.leave_body > rest,
            )
            came.append((from_body, from_rest))
            body, rest = (
                max(body + trained.stay_body, rest + trained.enter_body),
                max(body + trained.leave_body, rest),
            )
        body += score
    path = [body > rest]
    for from_body, from_rest in reversed(came):
        path.append(from_body if path[-1] else from_rest)
    return path[::-1][: len(scores)]
