"""Which blocks of an HTML page are the article's body: a linear-chain conditional random field, decoded by Viterbi.

Lafferty, McCallum, Pereira (2001). The weights were trained with CRFsuite (see training/segmentation); with two labels
only the differences of the weights count, so a feature has one number: how much it speaks for body.
"""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.accounts.features import CONTAINS_MOST, Setting, of_element, of_pieces
from onrecord.accounts.markup import Markup

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
        score = inherited[piece.node.index] if piece.node and piece.node.index >= 0 else 0.0
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


def _inherited(markup: Markup, page: Setting, weights: dict[str, float]) -> list[float]:
    """For each element the sum of the weights of the features that the elements around it give, each once."""
    none: frozenset[str] = frozenset()
    sums: list[float] = [0.0] * len(markup.nodes)
    had: list[frozenset[str]] = [none] * len(markup.nodes)
    known: dict[tuple[str, str, str], frozenset[str]] = {}
    for index, node in enumerate(markup.nodes):
        if node.end <= node.start:
            continue  # no block lies in it
        above = node.parent.index if node.parent else -1
        seen, total = (had[above], sums[above]) if above >= 0 else (none, 0.0)
        if page.shares[index] <= CONTAINS_MOST:
            attrs = node.attrs
            key = (node.tag, node.names, (attrs.get("role") or attrs.get("itemprop") or "") if attrs else "")
            new = known.get(key)
            if new is None:
                new = known[key] = frozenset(feature for feature in of_element(*key) if feature in weights)
            if not new <= seen:
                for feature in new - seen:
                    total += weights[feature]
                seen |= new
        sums[index], had[index] = total, seen
    return sums


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
