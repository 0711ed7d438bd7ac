"""Two sequences of words laid side by side.

The alignment is the heaviest common subsequence, where content words weigh more than function words and a pair that
continues a run gets a bonus, so that a repeated word goes with its neighbours. Only equal words can be paired, so it
is computed over the points where the two sequences agree (Hunt and Szymanski 1977), not over the whole table.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain, pairwise, takewhile
from typing import NamedTuple

from onrecord.text.words import is_content

_FUNCTION, _CONTENT, _RUN = 2, 4, 3
_POINTS = 20_000  # points of agreement that are weighed at once; of texts that have more, parts are
_ANCHOR = 4  # words in a row that each of two texts has once: there they are laid side by side
_POINTS_A_WORD = 5  # the same between two anchors, so that the cost is linear in the words, whatever they repeat


# Score, i, j, and the link before. As there are very many, plain tuples.
_Link = tuple[int, int, int, "_Link | None"]
Pairs = tuple[tuple[int, int], ...]


def align(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Pairs (i, j) with a[i] == b[j], rising in both.

    Two texts with very many points of agreement are aligned piece by piece, between the runs of words that each of them
    has once (patience diff, Cohen 2003); where even a piece has too many, without its commonest words.
    """
    if a == b:
        return tuple((i, i) for i in range(len(a)))
    places, wanted = _places(a, b)
    if sum(wanted[word] * len(found) for word, found in places.items()) <= _POINTS:
        return _heaviest(a, places)
    anchors = _anchors(a, b)
    return tuple(_around(a, b, anchors)) if anchors else _heaviest(a, _without_commonest(places, wanted, _POINTS))


def _heaviest(a: Sequence[str], places: Mapping[str, Sequence[int]]) -> Pairs:
    """The heaviest common subsequence over the places that the words of `a` have in the other."""
    ends: list[int] = []  # positions in b where the best chains end, rising, with rising scores
    chains: list[_Link] = []
    previous: dict[int, _Link] = {}
    for i, word in enumerate(a):
        row: dict[int, _Link] = {}
        weight = _CONTENT if word in places and is_content(word) else _FUNCTION
        for j in places.get(word, ()):
            at = bisect_left(ends, j)
            best = chains[at - 1] if at else None
            score = best[0] + weight if best else weight
            run = previous.get(j - 1)
            if run and run[0] + weight + _RUN >= score:
                best, score = run, run[0] + weight + _RUN
            row[j] = score, i, j, best
        for j, link in row.items():
            _keep(ends, chains, j, link)
        previous = row
    return _unroll(chains[-1]) if chains else ()


def _places(a: Sequence[str], b: Sequence[str]) -> tuple[dict[str, list[int]], Counter[str]]:
    """Where the words of `a` stand in `b`, and how often each stands in `a`."""
    wanted = Counter(a)
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(b):
        if word in wanted:
            places[word].append(j)
    return places, wanted


def _without_commonest(
    places: dict[str, list[int]], wanted: Mapping[str, int], most: int
) -> Mapping[str, Sequence[int]]:
    points = {word: wanted[word] * len(found) for word, found in places.items()}
    points_left = sum(points.values())
    for word in sorted(places, key=lambda word: (points[word], word), reverse=True):
        if points_left <= most:
            break
        points_left -= points[word]
        del places[word]
    return places


def _anchors(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Where runs of words begin that each of the two has once: the most that rise in both."""
    once = [{run: at for run, at in _runs(one).items() if at >= 0} for one in (a, b)]
    common = sorted((at, once[1][run]) for run, at in once[0].items() if run in once[1])
    lasts: list[int] = []
    chains: list[_Link] = []
    for i, j in common:
        at = bisect_left(lasts, j)
        lasts[at : at + 1] = [j]
        chains[at : at + 1] = [(at, i, j, chains[at - 1] if at else None)]
    return _unroll(chains[-1]) if chains else ()


def _runs(words: Sequence[str]) -> dict[tuple[str, ...], int]:
    """Where each run of words begins; less than 0 if it stands there twice."""
    starts: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - _ANCHOR + 1):
        run = tuple(words[at : at + _ANCHOR])
        starts[run] = -1 if run in starts else at
    return starts


def _around(a: Sequence[str], b: Sequence[str], anchors: Pairs) -> Iterator[tuple[int, int]]:
    """The words of the anchors, and what agrees between them."""
    i = j = 0
    for k, m in anchors:
        if k >= i and m >= j:
            yield from _between(a, b, range(i, k), range(j, m))
        for n in range(max(i - k, j - m, 0), _ANCHOR):
            yield k + n, m + n
        i, j = max(i, k + _ANCHOR), max(j, m + _ANCHOR)
    yield from _between(a, b, range(i, len(a)), range(j, len(b)))


def _between(a: Sequence[str], b: Sequence[str], in_a: range, in_b: range) -> Iterator[tuple[int, int]]:
    if in_a and in_b:
        of_a, of_b = a[in_a.start : in_a.stop], b[in_b.start : in_b.stop]
        places, wanted = _places(of_a, of_b)
        most = min(_POINTS, _POINTS_A_WORD * (len(of_a) + len(of_b)))
        for i, j in _heaviest(of_a, _without_commonest(places, wanted, most)):
            yield in_a.start + i, in_b.start + j


def _keep(ends: list[int], chains: list[_Link], j: int, link: _Link) -> None:
    at = bisect_left(ends, j)
    score = link[0]
    if at and chains[at - 1][0] >= score:
        return
    if at < len(ends) and ends[at] == j and chains[at][0] >= score:
        return
    stop = at
    while stop < len(ends) and chains[stop][0] <= score:
        stop += 1
    ends[at:stop] = [j]
    chains[at:stop] = [link]


def _unroll(last: _Link) -> Pairs:
    pairs = []
    link: _Link | None = last
    while link:
        _, i, j, before = link
        pairs.append((i, j))
        link = before
    return tuple(reversed(pairs))


class Likeness(NamedTuple):
    """How far two sequences say the same words where they overlap."""

    score: float  # weight of the shared words in the weight of all words of the overlap, 0 to 1
    run: int  # words in the longest run that both have
    content: int  # different content words shared
    share: float  # weight of the shared words in the weight of the shorter sequence, 0 to 1

    @property
    def whole(self) -> bool:
        """Whether the longer says all that the shorter says, but for a word or so in twenty."""
        return self.score >= 0.95 and self.share >= 0.95


NONE = Likeness(0.0, 0, 0, 0.0)
_SPELLING = 0.3  # the same for a word that is only spelt otherwise
_ALIKE = 0.6  # of the letters of the longer of two words at both ends
_CUT = 0.15  # words that one leaves out cost this much of words that differ: accounts shorten quotations


def likeness(a: Sequence[str], b: Sequence[str]) -> Likeness:
    """Likeness of the overlap of `a` and `b`: what only one has before it or after it is free, what both have counts
    against it."""
    pairs = trimmed(a, b, align(a, b))
    if not pairs:
        return NONE
    before_a, before_b = _sums(tuple(a)), _sums(tuple(b))
    shared = sum(before_a[i + 1] - before_a[i] for i, _ in pairs)
    (first_a, first_b), (last_a, last_b) = pairs[0], pairs[-1]
    against = min(before_a[first_a], before_b[first_b])
    against += min(before_a[-1] - before_a[last_a + 1], before_b[-1] - before_b[last_b + 1])
    run = longest = 1
    for (i, j), (k, m) in pairwise(pairs):
        if k == i + 1 and m == j + 1:
            run += 1
            longest = max(longest, run)
        else:
            run = 1
            weights = before_a[k] - before_a[i + 1], before_b[m] - before_b[j + 1]
            against += _difference(a[i + 1 : k], b[j + 1 : m], weights)
    content = len(set(filter(is_content, {a[i] for i, _ in pairs})))
    return Likeness(shared / (shared + against), longest, content, shared / min(before_a[-1], before_b[-1]))


def _difference(of_a: Sequence[str], of_b: Sequence[str], weights: tuple[float, float]) -> float:
    """How much words of one that stand where the other has others, of these weights, count against a likeness."""
    if "".join(of_a) == "".join(of_b):  # any one, anyone
        return 0.0
    respelt = len(of_a) == len(of_b) == 1 and spelt_alike(of_a[0], of_b[0])
    return (_SPELLING if respelt else 1.0) * min(weights) + _CUT * abs(weights[0] - weights[1])


def spelt_alike(a: str, b: str) -> bool:
    """Two spellings or forms of one word, as far as its ends tell: theatre and theater, but not increase and
    decrease."""
    same = _begin_alike(a, b)
    if not same or min(len(a), len(b)) < 4 or not (a.isalpha() and b.isalpha()):
        return False
    same += _begin_alike(a[same:][::-1], b[same:][::-1])
    return same >= _ALIKE * max(len(a), len(b))


def _begin_alike(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(a, b, strict=False)))


@lru_cache(4096)  # a statement is compared with several
def _sums(found: tuple[str, ...]) -> tuple[float, ...]:
    """The weight of all words before each place: a content word weighs two."""
    return (0.0, *accumulate(2.0 if is_content(word) else 1.0 for word in found))


def trimmed(a: Sequence[str], b: Sequence[str], pairs: Pairs) -> Pairs:
    """Without stray agreements at either end: one or two function words that stand apart from the rest, unless both
    sequences begin or end with them."""
    runs: list[list[tuple[int, int]]] = []
    for i, j in pairs:
        if runs and runs[-1][-1] == (i - 1, j - 1):
            runs[-1].append((i, j))
        else:
            runs.append([(i, j)])

    def stray(run: list[tuple[int, int]]) -> bool:
        return len(run) < 3 and not any(is_content(a[i]) for i, _ in run)

    start, stop = 0, len(runs)
    while stop - start > 1 and stray(runs[start]) and runs[start][0] != (0, 0):
        start += 1
    while stop - start > 1 and stray(runs[stop - 1]) and runs[stop - 1][-1] != (len(a) - 1, len(b) - 1):
        stop -= 1
    return tuple(chain.from_iterable(runs[start:stop]))
