"""Accounts that print one copy: wire reports and near-duplicates, which are one witness."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain, combinations

from onrecord.collation.witnesses import Bodies
from onrecord.text.words import Word

_SHINGLE = 4  # words
_SAME_COPY = 0.8  # of the shingles of the shorter body
_LEAST = 40  # shingles; a shorter body is contained in another by chance or by quotation


def copies(bodies: Bodies) -> tuple[tuple[str, ...], ...]:
    """The accounts that print one copy, together, where there are several; in the order of the bodies.

    Containment of word shingles (Broder 1997): a body counts as a copy if 80 % of the four-word sequences of the
    shorter of the two stand in the longer.
    """
    shingles = {account: _shingles(body) for account, body in bodies.items()}
    printed = Counter(chain.from_iterable(shingles.values()))
    shared = {account: {one for one in own if printed[one] > 1} for account, own in shingles.items()}
    group = {account: [account] for account in bodies}
    for a, b in combinations(bodies, 2):
        least = min(len(shingles[a]), len(shingles[b]))
        if least >= _LEAST and group[a] is not group[b] and len(shared[a] & shared[b]) >= _SAME_COPY * least:
            group[a] += group[b]
            group |= dict.fromkeys(group[b], group[a])
    return tuple(tuple(members) for account, members in group.items() if len(members) > 1 and members[0] == account)


def _shingles(body: Sequence[Word]) -> frozenset[tuple[str, ...]]:
    keys = [word.key for word in body]
    return frozenset(tuple(keys[i : i + _SHINGLE]) for i in range(len(keys) - _SHINGLE + 1))
