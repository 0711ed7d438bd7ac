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


def corrections(witnesses: Iterable[Witness]) -> Iterator[Correction]:
    """Each statement that its account calls a correction, with those of the speaker that it corrects."""
    quoted = [witness for witness in witnesses if witness.statement.form != "indirect" and witness.keys]
    later = [witness for witness in quoted if witness.corrects]
    having = _by_run(quoted if later else ())
    for witness in later:
        earlier = sorted(_corrected(witness, having), key=lambda w: w.order)
        if earlier:
            yield (*earlier, witness)


def _by_run(witnesses: Iterable[Witness]) -> dict[Keys, list[Witness]]:
    """The statements that have a run of words, of very many a few."""
    having: dict[Keys, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        for run in _runs(witness.keys):
            if len(having[run]) < _COMMON:
                having[run].append(witness)
    return having


def _corrected(witness: Witness, having: dict[Keys, list[Witness]]) -> Iterator[Witness]:
    shared: Counter[int] = Counter()
    by_order: dict[int, Witness] = {}
    for run in _runs(witness.keys):
        for earlier in having.get(run, ()):
            shared[earlier.order] += 1
            by_order[earlier.order] = earlier
    nearest = sorted(shared, key=lambda order: (-shared[order], order))[: _NEAREST + 1]
    for earlier in (by_order[order] for order in nearest if order != witness.order):
        like = likeness(witness.keys, earlier.keys)
        if like.content >= _SHARED and _may_be_corrected(earlier, witness):
            yield earlier


def _may_be_corrected(earlier: Witness, later: Witness) -> bool:
    said_alike = earlier.line in later.line or later.line in earlier.line
    return not (said_alike or earlier.corrects or opposed(later.speaker, earlier.speaker))


def _runs(keys: Sequence[str]) -> set[Keys]:
    return {tuple(keys[i : i + _RUN]) for i in range(len(keys) - _RUN + 1)}
