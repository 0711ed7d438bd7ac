"""Which label each line of a dump has: a linear-chain conditional random field over lines, decoded for a page.

Lafferty, McCallum, Pereira (2001). The labels say the zone with the kind: first the article with the page's furniture,
then at most one thread, then only furniture. A path that leaves a later zone for an earlier one is not decoded. The
best path with a thread must be so much likelier than the best one without: else there is none. How much depends on what
the page shows: a line that says who and when is a sign of a thread that a bare name is not.
"""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, islice, pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.accounts.plain.features import Layout
from onrecord.shipped import shipped

LABELS = (
    "chrome", "headline", "byline", "dateline", "body", "caption",
    "author", "date", "text", "post", "button", "end",
)  # fmt: skip
"""In the article's zone; in the thread's (author: also with a date in its line; post: head and words in one line);
after it."""
ARTICLE, THREAD = range(6), range(6, 11)
BODY, END = LABELS.index("body"), 11
AFTER = range(THREAD.start, len(LABELS))
"""Where a path with a thread ends."""
RAISE, RAISES = 1.0, 4
"""A page has a body: where no line is likeliest one, all are raised to it by so much, so often."""
SIGN, SIGNS = 2.0, 3
"""By how many nats each sign of a thread lowers the evidence that it needs, and how many signs are counted."""
_ANNOUNCED = frozenset((1, 2, 21, 22))
"""How far behind its heading, with a count or without, a thread begins."""
_OPENS = tuple(LABELS.index(label) for label in ("author", "date", "text", "post"))
_HEADS = frozenset(LABELS.index(name) for name in ("author", "date", "post"))
_WORDS = frozenset(LABELS.index(name) for name in ("text", "post"))
FAR = 8
"""Lines between two heads of one thread that are not far from each other, whatever the thread."""
BATCH = 500
"""Lines whose features are held at a time."""
_NEVER = -1e9


Scores = NDArray[np.float64]


class Model(NamedTuple):
    rows: dict[str, int]
    """The row of `weights` that a feature has."""
    weights: Scores
    """For each feature its weight for each label; the first row is of none."""
    steps: Scores
    """Weight of going from the first label to the second one; impossible steps are far below zero."""
    evidence: float
    """How much likelier, in nats, the best path with a thread must be than the best one without."""


def allowed(one: int, other: int) -> bool:
    if one in ARTICLE:
        return other in ARTICLE or other in _OPENS
    return other >= THREAD.start if one in THREAD else other == END


@cache
def model() -> Model:
    data = json.loads(shipped("accounts/plain/plain.json"))
    return read_model(data)


def read_model(data: dict[str, Any]) -> Model:
    """The model of the file's JSON: `weights` has for each feature label, weight, label, weight ..."""
    rows = {feature: row for row, feature in enumerate(data["weights"], 1)}
    weights = np.zeros((len(rows) + 1, len(LABELS)))
    for feature, given in data["weights"].items():
        weights[rows[feature], given[::2]] = given[1::2]
    steps = np.array(data["steps"], dtype=np.float64)
    for one in range(len(LABELS)):
        for other in range(len(LABELS)):
            if not allowed(one, other):
                steps[one, other] = _NEVER
    return Model(rows, weights, steps, data["evidence"])


def label(features: Iterable[Sequence[str]], page: Layout, trained: Model) -> tuple[list[int], float]:
    """The likeliest labels of a page's lines, and by how many nats a thread is likelier than none (negative: less)."""
    scores = _scores(features, trained)
    if not len(scores):
        return [], _NEVER
    scores[page.footer :, THREAD.start : THREAD.stop] += _NEVER
    paths = _Paths(scores, trained)
    none, without = paths.best(ARTICLE)
    found, best = paths.best(AFTER)
    if best - without <= trained.evidence - SIGN * min(SIGNS, _signs(found, page)):
        return _with_body(none, scores, trained, ARTICLE), best - without
    for first in (_first_head(found, page), _first_signed(found, page)):
        if first < _start(found):
            scores[first:, : ARTICLE.stop] += _NEVER
            found, _ = _Paths(scores, trained).best(AFTER)
    opened = max(_first_opened(found), _first_announced(found, page))
    if opened > _start(found):
        scores[:opened, ARTICLE.stop :] += _NEVER
        found, _ = _Paths(scores, trained).best(AFTER)
    last = _last_head(found, page)
    if last:
        scores[:last, END] += _NEVER
        found, _ = _Paths(scores, trained).best(AFTER)
    return _with_body(found, scores, trained, AFTER), best - without


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
    timed = sum(page.clocks[index] for index in heads)
    return said + timed + (page.announced[start] in _ANNOUNCED)


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


def _first_opened(found: list[int]) -> int:
    """Where a thread begins whose heads stand before the words: no earlier than the first head."""
    heads = [index for index, kind in enumerate(found) if kind in _HEADS]
    words = [index for index, kind in enumerate(found) if kind in _WORDS]
    return heads[0] if len(heads) > 1 and words and heads[-1] < words[-1] else 0


def _first_announced(found: list[int], page: Layout) -> int:
    """Behind the heading of the comments, if the thread has one post before it: that is the article, of a single
    paragraph."""
    start, headings = _start(found), set(page.comments)
    last = max((index for index, one in enumerate(found) if one in _WORDS), default=0)
    announced = posts = 0
    before = False
    for index in range(start, last):
        if index in headings:
            announced = index + 1 if index == start or posts == 1 else announced
        elif found[index] in _WORDS or found[index] in _HEADS:
            said = found[index] in _WORDS
            posts += said and not before
            before = said
        if posts > 1:
            break
    return announced


def _last_head(found: list[int], page: Layout) -> int:
    """Behind the last head that has the template of the thread's, with the line after it; 0 if the thread reaches it.

    A head much further off than those of the thread are from each other is another list's.
    """
    start, stop = _start(found), _stop(found)
    mine = [place for place in page.places if start <= place < stop and found[place] in _HEADS]
    if not mine:
        return 0
    wide = max(FAR, 2 * max((b - a for a, b in pairwise(mine)), default=0))
    last = mine[-1]
    for place in page.places:
        if stop <= place <= last + wide and place < page.footer:
            last = place
    if last == mine[-1]:
        return 0
    return last + 1 + (last + 1 < page.footer and page.heads[last + 1].kind in ("S", "P", "O"))


def _stop(found: list[int]) -> int:
    """Behind the last line of the thread."""
    return next((index + 1 for index in range(len(found) - 1, -1, -1) if found[index] in THREAD), 0)


def _with_body(found: list[int], scores: Scores, trained: Model, ends: range) -> list[int]:
    """The labels, or those of the likeliest path with a body: where no line is one, all are raised to it."""
    for _ in range(RAISES):
        if BODY in found:
            break
        scores[: _start(found), BODY] += RAISE
        found = _Paths(scores, trained).best(ends)[0]
    return found


def _scores(features: Iterable[Sequence[str]], trained: Model) -> Scores:
    """For each line the weight of each label: the sum over its features."""
    row = trained.rows.get
    batches = [np.empty((0, len(LABELS)))]
    rest = iter(features)
    while batch := list(islice(rest, BATCH)):
        places = [row(feature, 0) for line in batch for feature in line]
        starts = [0, *accumulate(len(line) for line in batch[:-1])]
        batches.append(np.add.reduceat(trained.weights[places], starts, axis=0))
    return np.concatenate(batches)


class _Paths:
    """The best path to each label of each line (Viterbi). No path leads back into the article, so that the paths that
    end in it are the best ones over its labels alone: one pass finds the best path with a thread and the best
    without."""

    def __init__(self, scores: Scores, trained: Model):
        self.came = np.empty((len(scores), len(LABELS)), dtype=np.int8)
        best = scores[0].copy()
        best[END] = _NEVER
        into = trained.steps.T.copy()
        labels = np.arange(len(LABELS))
        for number in range(1, len(scores)):
            ways = into + best
            came = ways.argmax(axis=1)
            self.came[number] = came
            best = ways[labels, came] + scores[number]
        self.last = best

    def best(self, ends: range) -> tuple[list[int], float]:
        """The best path that ends in one of the labels, and its weight."""
        last = max(ends, key=lambda one: float(self.last[one]))
        weight = float(self.last[last])
        path = [last]
        for back in self.came[:0:-1].tolist():
            last = back[last]
            path.append(last)
        return path[::-1], weight
