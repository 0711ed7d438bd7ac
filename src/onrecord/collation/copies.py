"""Accounts that print one copy: wire reports and near-duplicates, which are one witness."""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from onrecord.collation.witnesses import Bodies
from onrecord.text.words import Word

_SHINGLE = 4  # words
_SAME_COPY = 0.8  # of the shingles of the shorter body
_LEAST = 40  # shingles; a shorter body is contained in another by chance or by quotation

Shingle = tuple[str, ...]


def copies(bodies: Bodies) -> tuple[tuple[str, ...], ...]:
    """The accounts that print one copy, together, where there are several; in the order of the bodies.

    Containment of word shingles (Broder 1997): a body counts as a copy if 80 % of the four-word sequences of the
    shorter of the two stand in the longer.
    """
    shingles = {account: _shingles(body) for account, body in bodies.items()}
    group = {account: [account] for account in bodies}
    for a, b in _pairs(shingles):
        least = min(len(shingles[a]), len(shingles[b]))
        if group[a] is not group[b] and len(shingles[a] & shingles[b]) >= _SAME_COPY * least:
            group[a] += group[b]
            group |= dict.fromkeys(group[b], group[a])
    return tuple(tuple(members) for account, members in group.items() if len(members) > 1 and members[0] == account)


def _pairs(shingles: Mapping[str, frozenset[Shingle]]) -> list[tuple[str, str]]:
    """The pairs of accounts that may print one copy, in the order of the accounts.

    Of so many shingles the longer body can lack one in five of the shorter: it has one of any fifth of them and one
    more, and the rarest are searched for (prefix filter, Chaudhuri, Ganti and Kaushik 2006).
    """
    order = {account: number for number, account in enumerate(shingles)}
    printing: dict[Shingle, list[str]] = defaultdict(list)
    long_enough = {account: printed for account, printed in shingles.items() if len(printed) >= _LEAST}
    for account, printed in long_enough.items():
        for shingle in printed:
            printing[shingle].append(account)
    pairs: set[tuple[str, str]] = set()
    for account, printed in long_enough.items():
        for other in _having_one_of_the_rarest(printed, printing) - {account}:
            if len(shingles[other]) >= len(printed):
                pairs.add((account, other) if order[account] < order[other] else (other, account))
    return sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]]))


def _having_one_of_the_rarest(printed: frozenset[Shingle], printing: Mapping[Shingle, Sequence[str]]) -> set[str]:
    lacked = len(printed) - math.ceil(_SAME_COPY * len(printed)) + 1
    shared = sorted((printing[shingle] for shingle in printed if len(printing[shingle]) > 1), key=len)
    alone = len(printed) - len(shared)
    return set(chain.from_iterable(shared[: max(lacked - alone, 0)]))


def _shingles(body: Sequence[Word]) -> frozenset[Shingle]:
    keys = [word.key for word in body]
    return frozenset(tuple(keys[i : i + _SHINGLE]) for i in range(len(keys) - _SHINGLE + 1))
