"""Which blocks of an HTML page are the article's body: a linear-chain conditional random field, decoded by Viterbi.

Lafferty, McCallum, Pereira (2001). The weights were trained with CRFsuite (see training/segmentation); with two labels
only the differences of the weights count, so a feature has one number: how much it speaks for body.
"""

import json
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from onrecord.accounts.features import Setting, of_node, of_pieces
from onrecord.accounts.markup import Markup


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
    """For each block whether it is the article's body: the most likely sequence as a whole."""
    trained = model()
    inherited = _inherited(markup, page, trained.weights)
    weigh = trained.weights.get
    scores = []
    for piece, features in zip(markup.pieces, of_pieces(markup, page), strict=True):
        score = inherited[piece.node.index] if piece.node and piece.node.index >= 0 else 0.0
        for feature in set(features):
            score += weigh(feature, 0.0)
        scores.append(score)
    return _viterbi(scores, trained)


def _inherited(markup: Markup, page: Setting, weights: dict[str, float]) -> list[float]:
    """For each element the sum of the weights of the features that the elements around it give, each once."""
    none: frozenset[str] = frozenset()
    sums: list[float] = []
    had: list[frozenset[str]] = []
    for node in markup.nodes:
        above = node.parent.index if node.parent else -1
        seen, total = (had[above], sums[above]) if above >= 0 else (none, 0.0)
        new = {feature for feature in of_node(node, page) if feature in weights and feature not in seen}
        sums.append(total + sum(weights[feature] for feature in new) if new else total)
        had.append(seen | new if new else seen)
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
