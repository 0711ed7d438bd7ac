"""Which label each line of a dump has: a linear-chain conditional random field over lines, decoded for a page.

Lafferty, McCallum, Pereira (2001). The labels say the zone with the kind: first the article with the page's furniture,
then at most one thread, then only furniture. A path that leaves a later zone for an earlier one is not decoded. The best
path with a thread must be so much likelier than the best one without: else there is none. How much depends on what the
page shows: a line that says who and when is a sign of a thread that a bare name is not.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from onrecord.accounts.plainfeatures import Layout

LABELS = (
    "chrome", "headline", "byline", "dateline", "body", "caption",
    "author", "date", "text", "post", "button", "end",
)  # fmt: skip
"""In the article's zone; in the thread's (author: also with a date in its line; post: head and words in one line); after it."""
ARTICLE, THREAD = range(6), range(6, 11)
BODY, END = LABELS.index("body"), 11
RAISE, RAISES = 1.0, 4
"""A page has a body: where no line is likeliest one, all are raised to it by so much, so often."""
SIGN, SIGNS = 2.0, 3
"""By how many nats each sign of a thread lowers the evidence that it needs, and how many signs are counted."""
_ANNOUNCED = frozenset((1, 2, 21, 22))
"""How far behind its heading, with a count or without, a thread begins."""
_OPENS = tuple(LABELS.index(label) for label in ("author", "date", "text", "post"))
_HEADS = frozenset(LABELS.index(name) for name in ("author", "date", "post"))
_WORDS = frozenset(LABELS.index(name) for name in ("text", "post"))
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


def read_model(data: dict[str, Any]) -> Model:
    """The model of the file's JSON: `weights` has for each feature label, weight, label, weight ..."""
    weights = {feature: tuple(zip(row[::2], row[1::2], strict=True)) for feature, row in data["weights"].items()}
    steps = tuple(
        tuple(weight if allowed(one, other) else _NEVER for other, weight in enumerate(row))
        for one, row in enumerate(data["steps"])
    )
    return Model(weights, steps, data["evidence"])


def label(features: Sequence[Sequence[str]], page: Layout, trained: Model) -> tuple[list[int], float]:
    """The likeliest labels of a page's lines, and by how many nats a thread is likelier than none (negative: less)."""
    if not features:
        return [], _NEVER
    scores = [_score(row, trained) for row in features]
    none, without = _viterbi(scores, trained, len(ARTICLE))
    found, best = _viterbi(scores, trained, len(LABELS), thread=True)
    if best - without <= trained.evidence - SIGN * min(SIGNS, _signs(found, page)):
        return _with_body(none, scores, trained, len(ARTICLE)), best - without
    for first in (_first_head(found, page), _first_signed(found, page)):
        if first < _start(found):
            for row in scores[first:]:
                for kind in ARTICLE:
                    row[kind] += _NEVER
            found, _ = _viterbi(scores, trained, len(LABELS), thread=True)
    return _with_body(found, scores, trained, len(LABELS)), best - without


def _signs(found: list[int], page: Layout) -> int:
    """What shows a thread under an article: its heading, heads that say who and when, and names that come again.

    Nothing does if most words between the heads are no sentences: lists of other articles have names and dates too.
    """
    start = _start(found)
    words = [page.heads[index].kind for index, kind in enumerate(found) if kind in _WORDS]
    if BODY not in found[:start] or 2 * sum(kind in ("S", "P") for kind in words) <= len(words):
        return 0
    heads = [index for index, kind in enumerate(found) if kind in _HEADS]
    said = sum(
        page.heads[index].kind in ("ND", "NS") or _dated(index, page) or page.again[index] > 1 for index in heads
    )
    return said + (page.announced[start] in _ANNOUNCED)


def _dated(index: int, page: Layout) -> bool:
    """Whether a line is a name, and the line before or after it is a date."""
    beside = page.heads[max(0, index - 1) : index + 2]
    return page.heads[index].kind == "N" and any(head.kind == "D" for head in beside)


def _start(found: list[int]) -> int:
    return next((index for index, kind in enumerate(found) if kind in THREAD), len(found))


def _first_head(found: list[int], page: Layout) -> int:
    """The first line of the template that most heads of the thread have: the thread begins no later."""
    heads = [index for index, kind in enumerate(found) if kind in _HEADS]
    mine = set(heads)
    same = sum(place in mine for place in page.places)
    return page.places[0] if 5 * same > 2 * len(heads) or 2 * same > len(page.places) else len(found)


def _first_signed(found: list[int], page: Layout) -> int:
    """Where a thread whose heads stand behind the words begins: no later than a line before the first head."""
    start = _start(found)
    heads = [index for index, kind in enumerate(found) if kind in _HEADS]
    words = [index for index, kind in enumerate(found) if kind in _WORDS]
    signed = len(heads) > 1 and bool(words) and heads[-1] > words[-1]
    return (
        start - 1
        if signed and start and page.places and (start, heads[-1]) == (page.places[0], page.places[-1])
        else len(found)
    )


def _with_body(found: list[int], scores: list[list[float]], trained: Model, size: int) -> list[int]:
    """The labels, or those of the likeliest path with a body: where no line is one, all are raised to it."""
    for _ in range(RAISES):
        if BODY in found:
            break
        for row in scores[: _start(found)]:
            row[BODY] += RAISE
        found = _viterbi(scores, trained, size, thread=size > len(ARTICLE))[0]
    return found


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
