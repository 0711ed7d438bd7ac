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


def allowed(before: int, behind: int) -> bool:
    """Whether a line of one label may stand right behind one of another."""
    if before in ARTICLE:
        return behind in ARTICLE or behind in _OPENS
    return behind >= THREAD.start if before in THREAD else behind == END


@cache
def model() -> Model:
    return read_model(json.loads(shipped("accounts/plain/plain.json")))


def read_model(trained: dict[str, Any]) -> Model:
    """The model of the file's JSON: `weights` has for each feature label, weight, label, weight ..."""
    rows = {feature: row for row, feature in enumerate(trained["weights"], 1)}
    weights = np.zeros((len(rows) + 1, len(LABELS)))
    for feature, given in trained["weights"].items():
        weights[rows[feature], given[::2]] = given[1::2]
    steps = np.array(trained["steps"], dtype=np.float64)
    for before in range(len(LABELS)):
        for behind in range(len(LABELS)):
            if not allowed(before, behind):
                steps[before, behind] = _NEVER
    return Model(rows, weights, steps, trained["evidence"])


def label(features: Iterable[Sequence[str]], page: Layout, trained: Model) -> tuple[list[int], float]:
    """The likeliest labels of a page's lines, and by how many nats a thread is likelier than none (negative: less)."""
    scores = _scores(features, trained)
    if not len(scores):
        return [], _NEVER
    scores[page.footer :, THREAD.start : THREAD.stop] += _NEVER
    paths = _Paths(scores, trained)
    none, without = paths.best(ARTICLE)
    path, best = paths.best(AFTER)
    if best - without <= trained.evidence - SIGN * min(SIGNS, _signs(path, page)):
        return _with_body(none, scores, trained, ARTICLE), best - without
    for first in (_first_head(path, page), _first_signed(path, page)):
        if first < _start(path):
            scores[first:, : ARTICLE.stop] += _NEVER
            path, _ = _Paths(scores, trained).best(AFTER)
    opened = max(_first_opened(path), _first_announced(path, page))
    if opened > _start(path):
        scores[:opened, ARTICLE.stop :] += _NEVER
        path, _ = _Paths(scores, trained).best(AFTER)
    last = _last_head(path, page)
    if last:
        scores[:last, END] += _NEVER
        path, _ = _Paths(scores, trained).best(AFTER)
    return _with_body(path, scores, trained, AFTER), best - without


def _signs(path: list[int], page: Layout) -> int:
    """What shows a thread under an article: its heading, heads that say who and when, and names that come again.

    Nothing does if most words between the heads are no sentences: lists of other articles have names and dates too.
    """
    start = _start(path)
    kinds = [page.heads[index].kind for index in _places(path, _WORDS)]
    if BODY not in path[:start] or 2 * sum([kind in ("S", "P") for kind in kinds]) <= len(kinds):
        return 0
    heads = _places(path, _HEADS)
    signed = sum([_is_signed(index, page) for index in heads])
    timed = sum([page.clocks[index] for index in heads])
    return signed + timed + (page.announced[start] in _ANNOUNCED)


def _is_signed(index: int, page: Layout) -> bool:
    return page.heads[index].kind in ("ND", "NS") or _dated(index, page) or page.again[index] > 1


def _dated(index: int, page: Layout) -> bool:
    """Whether a line is a name, and the line before or after it is a date."""
    beside = page.heads[max(0, index - 1) : index + 2]
    return page.heads[index].kind == "N" and any(head.kind == "D" for head in beside)


def _places(path: list[int], kinds: frozenset[int]) -> list[int]:
    return [index for index, kind in enumerate(path) if kind in kinds]


def _start(path: list[int]) -> int:
    return next((index for index, kind in enumerate(path) if kind in THREAD), len(path))


def _first_head(path: list[int], page: Layout) -> int:
    """The first line of the template that most heads of the thread have: the thread begins no later."""
    heads = _places(path, _HEADS)
    mine = set(heads)
    same = sum(place in mine for place in page.places)
    return page.places[0] if 5 * same > 2 * len(heads) or 2 * same > len(page.places) else len(path)


def _first_signed(path: list[int], page: Layout) -> int:
    """Where a thread whose heads stand behind the words begins: no later than a line before the first head."""
    start = _start(path)
    heads = _places(path, _HEADS)
    words = _places(path, _WORDS)
    signed = len(heads) > 1 and bool(words) and heads[-1] > words[-1]
    whole = signed and page.places[:1] == [start] and page.places[-1] == heads[-1]
    return start - 1 if whole and start else len(path)


def _first_opened(path: list[int]) -> int:
    """Where a thread begins whose heads stand before the words: no earlier than the first head."""
    heads = _places(path, _HEADS)
    words = _places(path, _WORDS)
    return heads[0] if len(heads) > 1 and words and heads[-1] < words[-1] else 0


def _first_announced(path: list[int], page: Layout) -> int:
    """Behind the heading of the comments, if the thread has one post before it: that is the article, of a single
    paragraph."""
    start, headings = _start(path), set(page.comments)
    last = max(_places(path, _WORDS), default=0)
    announced = posts = 0
    before = False
    for index in range(start, last):
        if index in headings:
            announced = index + 1 if index == start or posts == 1 else announced
        elif path[index] in _WORDS or path[index] in _HEADS:
            is_words = path[index] in _WORDS
            posts += is_words and not before
            before = is_words
        if posts > 1:
            break
    return announced


def _last_head(path: list[int], page: Layout) -> int:
    """Behind the last head that has the template of the thread's, with the line after it; 0 if the thread reaches it.

    A head much further off than those of the thread are from each other is another list's.
    """
    start, stop = _start(path), _stop(path)
    mine = [place for place in page.places if start <= place < stop and path[place] in _HEADS]
    if not mine:
        return 0
    wide = max(FAR, 2 * _widest(mine))
    last = mine[-1]
    for place in page.places:
        if stop <= place <= last + wide and place < page.footer:
            last = place
    if last == mine[-1]:
        return 0
    return last + 1 + (last + 1 < page.footer and page.heads[last + 1].kind in ("S", "P", "O"))


def _widest(places: list[int]) -> int:
    return max([b - a for a, b in pairwise(places)], default=0)


def _stop(path: list[int]) -> int:
    """Behind the last line of the thread."""
    return next((index + 1 for index in range(len(path) - 1, -1, -1) if path[index] in THREAD), 0)


def _with_body(path: list[int], scores: Scores, trained: Model, ends: range) -> list[int]:
    """The labels, or those of the likeliest path with a body: where no line is one, all are raised to it."""
    for _ in range(RAISES):
        if BODY in path:
            break
        scores[: _start(path), BODY] += RAISE
        path = _Paths(scores, trained).best(ends)[0]
    return path


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
