"""Which label each line of a dump has: a linear-chain conditional random field over lines, decoded for a page.

Lafferty, McCallum, Pereira (2001). The labels say the zone with the kind: first the article with the page's furniture,
then at most one thread, then only furniture. A path that leaves a later zone for an earlier one is not decoded. The best
path with a thread must be so much likelier than the best one without: else there is none.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

LABELS = (
    "chrome", "headline", "byline", "dateline", "body", "caption",
    "author", "date", "text", "post", "button", "end",
)  # fmt: skip
"""In the article's zone; in the thread's (author: also with a date in its line; post: head and words in one line); after it."""
ARTICLE, THREAD = range(6), range(6, 11)
END = 11
_OPENS = tuple(LABELS.index(label) for label in ("author", "date", "text", "post"))
_NEVER = -1e9


class Model(NamedTuple):
    weights: dict[str, tuple[tuple[int, float], ...]]
    steps: tuple[tuple[float, ...], ...]
    """Weight of going from the first label to the second one; impossible steps are far below zero."""
    evidence: float
    """How much likelier, in nats, the best path with a thread must be than the best one without."""


def allowed(one: int, other: int) -> bool:
    if one in ARTICLE:
        return other in ARTICLE or other in _OPENS
    return other >= THREAD.start if one in THREAD else other == END


@cache
def model() -> Model:
    data = json.loads(files("onrecord.accounts").joinpath("plain.json").read_text("utf-8"))
    return read_model(data)


def read_model(data: dict[str, object]) -> Model:
    weights = {
        feature: tuple(zip(row[::2], row[1::2], strict=True))
        for feature, row in data["weights"].items()  # type: ignore[attr-defined]
    }
    steps = tuple(
        tuple(weight if allowed(one, other) else _NEVER for other, weight in enumerate(row))
        for one, row in enumerate(data["steps"])  # type: ignore[arg-type]
    )
    return Model(weights, steps, data["evidence"])  # type: ignore[arg-type]


def label(features: Sequence[Sequence[str]], trained: Model) -> tuple[list[int], float]:
    """The likeliest labels of a page's lines, and by how many nats a thread is likelier than none (negative: less)."""
    if not features:
        return [], _NEVER
    scores = [_score(row, trained) for row in features]
    article = _viterbi(scores, trained, len(ARTICLE))
    every = _viterbi(scores, trained, len(LABELS), thread=True)
    margin = every[1] - article[1]
    return (every[0] if margin > trained.evidence else article[0]), margin


def _score(row: Sequence[str], trained: Model) -> list[float]:
    total = [0.0] * len(LABELS)
    get = trained.weights.get
    for feature in row:
        for index, weight in get(feature, ()):
            total[index] += weight
    return total


def _viterbi(scores: list[list[float]], trained: Model, size: int, *, thread: bool = False) -> tuple[list[int], float]:
    """The best path over the first `size` labels, and its weight; with `thread`, of those that end in or after one."""
    into = [[(one, trained.steps[one][other]) for one in range(size) if allowed(one, other)] for other in range(size)]
    best = [scores[0][label] if label != END else _NEVER for label in range(size)]
    came: list[list[int]] = []
    for row in scores[1:]:
        back, new = [], []
        for other, ways in enumerate(into):
            top, origin = _NEVER * 2, 0
            for one, weight in ways:
                value = best[one] + weight
                if value > top:
                    top, origin = value, one
            back.append(origin)
            new.append(top + row[other])
        came.append(back)
        best = new
    ends = range(THREAD.start, size) if thread else range(size)
    last = max(ends, key=lambda one: best[one])
    path = [last]
    for back in reversed(came):
        path.append(back[path[-1]])
    return path[::-1], best[last]
