"""Which blocks of an HTML page are the article's body: a linear-chain conditional random field, decoded by Viterbi.

Lafferty, McCallum, Pereira (2001). The weights were trained with CRFsuite (see training/segmentation); with two labels
only the differences of the weights count, so a feature has one number: how much it speaks for body.
"""

import json
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.accounts.features import CONTAINS_MOST, Setting, of_element, of_pieces
from onrecord.accounts.markup import Markup, Node

LEAST = 0.3
"""Share of the prose of the page's main place that its body has at least."""
RAISE, RAISES = 2.0, 5
LINKS_IN_A_ROW = 3
LIKE, UNLIKE = 20, -1.5
APART, BLOCKS_APART = 500, 8
"""More characters, or more blocks, than this between two parts of the body make the second one stand apart."""


class Model(NamedTuple):
    weights: dict[str, float]
    stay_body: float
    """Weight of body after body; all four transitions are relative to rest after rest."""
    leave_body: float
    enter_body: float


@cache
def model() -> Model:
    data = json.loads(files("onrecord.accounts").joinpath("blocks.json").read_text("utf-8"))
    return Model(data["weights"], data["stay_body"], data["leave_body"], data["enter_body"])


def body_blocks(markup: Markup, page: Setting) -> list[bool]:
    """For each block whether it is the article's body: the most likely sequence that is a page's."""
    trained = model()
    weights = trained.weights
    inherited = _inherited(markup, page, weights)
    scores = []
    for piece, features in zip(markup.pieces, of_pieces(markup, page), strict=True):
        score = inherited[piece.node.index] if piece.node else 0.0
        for feature in features:
            if feature in weights:
                score += weights[feature]
        scores.append(score)
    found = _at_least_the_densest(scores, page, trained)
    _with_their_like(found, markup, page, scores)
    _without_lists_of_links(found, markup)
    _without_what_stands_apart(found, markup, page)
    return found


def _at_least_the_densest(scores: list[float], page: Setting, trained: Model) -> list[bool]:
    """The likeliest labels by which the page has a body: where hardly any prose is one, the densest is raised to it."""
    dense = [piece in page.dense for piece in range(len(scores))]
    prose = sum(length for length, own in zip(page.prose, dense, strict=True) if own)
    for _ in range(RAISES):
        found = _viterbi(scores, trained)
        if any(found) and sum(length for length, own in zip(page.prose, found, strict=True) if own) >= LEAST * prose:
            break
        scores = [score + RAISE if own else score for score, own in zip(scores, dense, strict=True)]
    return found


def _with_their_like(found: list[bool], markup: Markup, page: Setting, scores: list[float]) -> None:
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


def _inherited(markup: Markup, page: Setting, weights: dict[str, float]) -> dict[int, float]:
    """For each element that a block is the sum of the weights of what the elements around it give, each once."""
    none: frozenset[str] = frozenset()
    held: dict[int, tuple[float, frozenset[str]]] = {-1: (0.0, none)}
    for piece in markup.pieces:
        node = piece.node
        above: list[Node] = []
        while node is not None and node.index not in held:
            above.append(node)
            node = node.parent
        total, seen = held[node.index] if node is not None else (0.0, none)
        for node in reversed(above):
            if page.shares[node.index] <= CONTAINS_MOST:
                for feature in _weighed(
                    node.tag, node.names, node.attrs.get("role") or node.attrs.get("itemprop") or ""
                ):
                    if feature not in seen:
                        total += weights[feature]
                        seen |= {feature}
            held[node.index] = total, seen
    return {index: total for index, (total, _) in held.items()}


@lru_cache(8192)
def _weighed(tag: str, names: str, role: str) -> frozenset[str]:
    return frozenset(of_element(tag, names, role)) & model().weights.keys()


def _viterbi(scores: list[float], trained: Model) -> list[bool]:
    body, rest = 0.0, 0.0
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
