"""Accounts that print one copy: wire reports and near-duplicates, which are one witness."""

from collections.abc import Mapping, Sequence
from itertools import combinations

from onrecord.collation.witnesses import Bodies
from onrecord.text.words import Word

_SHINGLE = 4  # words
_SAME_COPY = 0.8  # of the shingles of the shorter body
_LEAST = 40  # shingles; a shorter body is contained in another by chance or by quotation


def first_of_copy(bodies: Bodies) -> Mapping[str, str]:
    """For each account the first account that prints the same copy, itself if there is none before it.

    Containment of word shingles (Broder 1997): a body counts as a copy if 80 % of the four-word sequences of the
    shorter of the two stand in the longer.
    """
    shingles = {account: _shingles(body) for account, body in bodies.items()}
    first = {account: account for account in bodies}
    for a, b in combinations(first, 2):
        least = min(len(shingles[a]), len(shingles[b]))
        if least >= _LEAST and first[a] != first[b] and len(shingles[a] & shingles[b]) >= _SAME_COPY * least:
            kept, dropped = first[a], first[b]
            first = {account: kept if one == dropped else one for account, one in first.items()}
    return first


def _shingles(body: Sequence[Word]) -> frozenset[tuple[str, ...]]:
    keys = [word.key for word in body]
    return frozenset(tuple(keys[i : i + _SHINGLE]) for i in range(len(keys) - _SHINGLE + 1))
