"""From the network's numbers for one window to attributions and names, by rules with names.

- `tags`: the likeliest path of labels by the network's numbers, a little in favour of spans, and by which label follows
  which in readers' marks.
- `cue-of-content`: a content belongs to the cue its words point to; contents of one cue are one content, broken by it.
- `source-of-cue`: a cue points to the word that begins its source, or to none; the tagged source that word stands in is
  taken, so that coordinated cues ("said ... and added") share one.
- `untagged-source`: if it points outside any tagged source, the source is read on from that word.
- `doubtful-fragment`: of the contents of one cue those are left out that are likely no content, or not of that cue;
quoted
  words and the one with most words stay.
- `stray-fragment`: up to four unquoted words are no content when the same cue has a quotation.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.readings.model.windows import QUOTED, Ints, Pieces

Floats = NDArray[np.float32]
TAGS = 7  # O, then B and I of source, cue and content
KINDS = ("person", "organisation", "place", "group")
NAMES = 1 + 2 * len(KINDS)
LINK = 64
SOURCE, CUE, CONTENT = 1, 3, 5
NEVER = -1e4
EAGERNESS = np.array([0.5] + [0.0] * (TAGS - 1), np.float32)  # taken from O: the score sorts out what is too much
SHORT = 4
GAP = 3
SURE = 0.65
PASSED_CUE = 2.0
PASSED_BREAK = 1.0


def _only_spans(weights: Sequence[Sequence[float]]) -> Floats:
    """The weights of the steps from label to label, with those to an I that does not follow its kind ruled out."""
    steps = np.array(weights, np.float32)
    for inner in range(2, len(steps), 2):
        steps[[row for row in range(len(steps)) if row not in (inner, inner - 1)], inner] = NEVER
    return steps


# By training/attribution/steps.py: a tenth of the logarithm of how much more often readers' marks take a step from
# label (row) to label than chance would, less 0.6 where a content begins or ends.
STEPS = _only_spans(
    [
        [0.08, 0.05, 0, -0.07, 0, -0.6, 0],
        [-0.22, -0.47, 0.22, 0.28, 0, -0.88, 0],
        [-0.2, -0.32, 0.26, 0.17, 0, -0.86, 0],
        [-0.07, 0.09, 0, -0.54, 0.28, -0.36, 0],
        [-0.18, 0.03, 0, -0.53, 0.32, -0.36, 0],
        [-0.84, -0.68, 0, -0.64, 0, -0.64, 0.08],
        [-0.82, -0.67, 0, -0.77, 0, -0.25, 0.08],
    ]
)
NAME_STEPS = _only_spans([[0] * NAMES] * NAMES)
SETTLED = 3.0  # more than any step into a word and out of it can weigh against another


class Words(NamedTuple):
    """The words of a window: where each begins and ends in the text, whether it is quoted, which paragraph of the
    window it stands in, and its place in `out`."""

    start: Ints
    end: Ints
    quoted: NDArray[np.bool_]
    paragraph: Ints
    place: Ints


class Fragment(NamedTuple):
    """A run of content words (first, last + 1), the log-probability of its link to its cue, and the mean probability of
    its words that they are content."""

    first: int
    stop: int
    link: float
    belief: float


class Found(NamedTuple):
    """One attribution as word runs (first, last + 1) of the window, and the evidence its score is made from:
    log-probabilities of cue, content, edges, link and source, and the share of the content that is quoted."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    source: tuple[int, int] | None
    evidence: tuple[float, ...]


def words(found: Pieces, window: Ints) -> Words:
    """The words of `window`; a word ends where the last of its pieces ends."""
    place = np.flatnonzero(window >= 0)
    pieces = window[place]
    begins = np.flatnonzero(found.first[pieces])
    last = np.append(begins[1:], len(pieces)) - 1
    head = pieces[begins]
    quoted = (found.feature[head] & QUOTED) > 0
    paragraph = np.cumsum(window < 0, dtype=np.int64)[place[begins]]
    return Words(found.start[head], found.end[pieces[last]], quoted, paragraph, place[begins])


def attributions(out: Floats, at: Words) -> list[Found]:
    """Attributions of one window. `out` is [length, heads], as training/attribution/model.py lays the heads out."""
    if not len(at.place):
        return []
    tag = log_softmax(out[at.place, :TAGS] - EAGERNESS)
    path = _path(tag, STEPS, SETTLED)
    spans = _spans(path)
    cues = [span for label, *span in spans if label == CUE]
    contents = [(first, stop) for label, first, stop in spans if label == CONTENT]
    if not cues or not contents:
        return []
    sources = [(first, stop) for label, first, stop in spans if label == SOURCE]
    owned = _contents_of_cues(out, tag, at, cues, contents)
    pointers = _source_pointers(out, at, cues)
    decoded = []
    for (first, stop), fragments, pointer in zip(cues, owned, pointers, strict=True):
        kept = _without_doubtful(fragments, at)
        own = _without_strays(_joined([fragment[:2] for fragment in kept], path), at)
        if own:
            link = min(fragment.link for fragment in kept)
            source, belief = _source(tag, pointer, sources, (first, stop))
            quoted = float(np.concatenate([at.quoted[begin:end] for begin, end in own]).mean())
            evidence = (*_evidence(tag, (first, stop), own), link, belief, quoted)
            decoded.append(Found(own, (first, stop), source, evidence))
    return decoded


def names(out: Floats, at: Words) -> list[tuple[str, int, int]]:
    """Names of one window: kind, first word, last word + 1."""
    scores = out[at.place, TAGS : TAGS + NAMES]
    return [(KINDS[label // 2], first, stop) for label, first, stop in _spans(_path(scores, NAME_STEPS, 0.0))]


def log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(-1, keepdims=True)
    result: Floats = shifted - np.log(np.exp(shifted).sum(-1, keepdims=True))
    return result


def _path(scores: Floats, steps: Floats, settled: float) -> Ints:
    """The labels of the best path. A word whose label leads by more than `settled` keeps it."""
    path: Ints = scores.argmax(1)
    ranked = np.partition(scores, -2, axis=1)
    unsure = np.flatnonzero(ranked[:, -1] - ranked[:, -2] < settled)
    for run in np.split(unsure, np.flatnonzero(np.diff(unsure) > 1) + 1):
        if len(run):
            first, stop = int(run[0]), int(run[-1]) + 1
            before = int(path[first - 1]) if first else 0
            after = int(path[stop]) if stop < len(path) else None
            path[first:stop] = _viterbi(scores[first:stop], steps, before, after)
    past = np.append(0, path[:-1])
    if (steps[past, path] <= NEVER).any():
        return _viterbi(scores, steps, 0, None)
    return path


def _viterbi(scores: Floats, steps: Floats, before: int, after: int | None) -> Ints:
    """The path with the highest sum of scores and steps, from a word labelled `before` to one labelled `after`."""
    best = scores[0] + steps[before]
    back = np.zeros(scores.shape, np.int64)
    labels = np.arange(scores.shape[1])
    for number in range(1, len(scores)):
        ways = best[:, None] + steps
        back[number] = ways.argmax(0)
        best = ways[back[number], labels] + scores[number]
    path = np.empty(len(scores), np.int64)
    path[-1] = (best if after is None else best + steps[:, after]).argmax()
    for number in range(len(scores) - 1, 0, -1):
        path[number - 1] = back[number, path[number]]
    return path


def _spans(path: Ints) -> list[tuple[int, int, int]]:
    """(label of B, first, last + 1) of each run; B labels are odd."""
    opens = np.flatnonzero(path % 2 == 1)
    ends = np.append(np.flatnonzero((path % 2 == 1) | (path == 0)), len(path))
    return [(int(path[first]), int(first), int(ends[np.searchsorted(ends, first + 1)])) for first in opens]


def _heads(out: Floats, number: int) -> Floats:
    start = TAGS + NAMES + number * LINK
    return out[:, start : start + LINK]


def _contents_of_cues(
    out: Floats, tag: Floats, at: Words, cues: Sequence[Sequence[int]], contents: Sequence[tuple[int, int]]
) -> list[list[Fragment]]:
    """For each cue its contents."""
    owned: list[list[Fragment]] = [[] for _ in cues]
    cue = np.array([first for first, _ in cues])
    keys = _heads(out, 1)[at.place[cue]]
    order = np.arange(len(cue))
    for first, stop in contents:
        after = int(np.searchsorted(cue, first))  # number of cues before the content
        between = np.where(order < after, after - 1 - order, order - after)
        breaks = np.abs(at.paragraph[cue] - at.paragraph[first])
        pointed = (_heads(out, 0)[at.place[first:stop]] @ keys.T).mean(0)
        points = log_softmax(pointed - PASSED_CUE * between - PASSED_BREAK * breaks)
        best = int(points.argmax())
        belief = float(np.exp(tag[first:stop, CONTENT : CONTENT + 2]).sum(1).mean())
        owned[best].append(Fragment(first, stop, float(points[best]), belief))
    return owned


def _without_doubtful(fragments: list[Fragment], at: Words) -> list[Fragment]:
    most = max(fragments, key=lambda one: (one.stop - one.first) * one.belief, default=None)
    return [
        one
        for one in fragments
        if one is most or at.quoted[one.first : one.stop].all() or np.exp(one.link) * one.belief > SURE
    ]


def _source_pointers(out: Floats, at: Words, cues: Sequence[Sequence[int]]) -> list[Floats]:
    """For each cue the log-probability that its source begins at each word; that it has none stands last ([CLS])."""
    keys = np.concatenate([_heads(out, 3)[at.place], _heads(out, 3)[:1]])
    return [log_softmax((_heads(out, 2)[at.place[first:stop]] @ keys.T).mean(0)) for first, stop in cues]


def _source(
    tag: Floats, pointer: Floats, sources: Sequence[tuple[int, int]], cue: tuple[int, int]
) -> tuple[tuple[int, int] | None, float]:
    """The source of a cue and its log-probability."""
    chance = np.exp(pointer)
    none = float(chance[-1])
    scored = [(float(chance[first:stop].sum()), (first, stop)) for first, stop in sources]
    best, span = max(scored, default=(0.0, None))
    word = int(chance[:-1].argmax())
    if span is not None and best >= max(none, float(chance[word])):
        return span, float(np.log(best))
    if none >= chance[word]:
        return None, float(pointer[-1])
    return _read_on(tag, word), float(pointer[word])


def _read_on(tag: Floats, word: int) -> tuple[int, int]:
    stop = word + 1
    while stop < len(tag) and tag[stop, SOURCE + 1] > np.log(0.2):
        stop += 1
    return word, stop


def _joined(own: list[tuple[int, int]], path: Ints) -> list[tuple[int, int]]:
    """Contents with no more than GAP words between them, none of which is of a cue or source, made one."""
    joined = own[:1]
    for first, stop in own[1:]:
        before, end = joined[-1]
        if first - end <= GAP and not path[end:first].any():
            joined[-1] = (before, stop)
        else:
            joined.append((first, stop))
    return joined


def _without_strays(own: list[tuple[int, int]], at: Words) -> tuple[tuple[int, int], ...]:
    quoted = [bool(at.quoted[first:stop].all()) for first, stop in own]
    if not any(quoted):
        return tuple(own)
    return tuple(
        span
        for span, mark in zip(own, quoted, strict=True)
        if mark or span[1] - span[0] > SHORT or at.quoted[span[0] : span[1]].any()
    )


def _evidence(tag: Floats, cue: tuple[int, int], own: Sequence[tuple[int, int]]) -> tuple[float, ...]:
    """Log-probabilities of the cue (mean), the content's words (mean), and the weakest of its edges."""
    inner = [float(tag[first:stop, CONTENT : CONTENT + 2].max(1).mean()) for first, stop in own]
    edges = [
        float(min(tag[first, CONTENT], tag[stop, [0, 1, 3, 5]].max() if stop < len(tag) else 0.0))
        for first, stop in own
    ]
    return float(tag[cue[0] : cue[1], CUE : CUE + 2].max(1).mean()), float(np.mean(inner)), min(edges)
