"""What a speaker said otherwise later: no variant of the words before, but the news."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.collation.alignment import likeness
from onrecord.collation.witnesses import Keys, Witness, opposed

_RUN = 3  # words that the words before and after a correction share
_SHARED = 2  # content words
_COMMON = 100  # statements that have one run of words; what more of them share tells none from another
_NEAREST = 4  # statements that one correction is compared with

Correction = tuple[Witness, ...]
"""What was said, and last what was said instead."""


def corrections(found: Iterable[Witness]) -> Iterator[Correction]:
    """Each statement that its account calls a correction, with those of the speaker that it corrects."""
    quoted = [w for w in found if w.statement.form != "indirect" and w.keys]
    later = [w for w in quoted if w.corrects]
    if not later:
        return
    having: dict[Keys, list[Witness]] = defaultdict(list)
    for witness in quoted:
        for run in _runs(witness.keys):
            if len(having[run]) < _COMMON:
                having[run].append(witness)
    for witness in later:
        earlier = sorted(_corrected(witness, having), key=lambda w: w.order)
        if earlier:
            yield (*earlier, witness)


def _corrected(witness: Witness, having: dict[Keys, list[Witness]]) -> Iterator[Witness]:
    shared: Counter[int] = Counter()
    by_order: dict[int, Witness] = {}
    for run in _runs(witness.keys):
        for other in having.get(run, ()):
            shared[other.order] += 1
            by_order[other.order] = other
    nearest = sorted(shared, key=lambda order: (-shared[order], order))[: _NEAREST + 1]
    for other in (by_order[order] for order in nearest if order != witness.order):
        like = likeness(witness.keys, other.keys)
        said_alike = other.line in witness.line or witness.line in other.line
        if like.content >= _SHARED and not (said_alike or other.corrects or opposed(witness.speaker, other.speaker)):
            yield other


def _runs(keys: Sequence[str]) -> set[Keys]:
    return {tuple(keys[i : i + _RUN]) for i in range(len(keys) - _RUN + 1)}
