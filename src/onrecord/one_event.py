"""Whether several accounts tell of one event: by the words and names that they share, and by when they were published.

Two accounts go together if their score is at least `THRESHOLD`; accounts that others tie together are of one event. The
weights were fitted by logistic regression to pairs of 105 accounts of BASIL (Fan et al. 2019), cut to several lengths
and with their dates or without, so that the same event is hardly ever parted: of its other 35 events none was, of sets
of two events 2 in 100 passed where their accounts were dated, and 13 to 18 in 100 where none was. That days lie between
two accounts counts less than in BASIL, whose accounts of one event are all of the same days.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import NamedTuple

from onrecord.text.calendar import MONTHS, WEEKDAYS
from onrecord.text.letters import shown
from onrecord.text.words import EVERYDAY_WORDS, FUNCTION_WORDS
from onrecord.types import Account

CONSTANT, WORDS, NAMES, LENGTH, DATED, APART = 0.347, 34.376, 2.371, -1.406, 2.039, -2.0
THRESHOLD = -2.0
LONGEST = 600
"""Words from which a longer account shares no more with another."""
SHORTEST = 40
"""Words of an account that is too short to be told by."""
ENGLISH = 0.2
"""Share of English function words from which the words of a text are taken for English ones; of others nothing is
told."""
SAME_DAYS, FAR = 3, 60
"""Days between accounts that count for nothing, and beyond which more of them count for nothing more."""
SHORTEST_WORD = 3
LABELS = 3
_WORD = re.compile(r"[^\W\d_][\w'’-]+")
_OPENS = re.compile(r"(?:\A|[.!?:;\n“\"‘(]\s{0,2})\Z")
_CALENDAR = MONTHS | WEEKDAYS | frozenset(("mr", "mrs", "president", "sen", "rep", "gov"))


class Group(NamedTuple):
    """Accounts that tell of one event, as far as can be told, and the names that most of them share."""

    accounts: tuple[Account, ...]
    names: tuple[str, ...]


class _Features(NamedTuple):
    """What an account is compared by: its words and its names, weighted to a length of one, how many words it has, and
    the day of its publication."""

    words: dict[str, float]
    names: dict[str, float]
    length: int
    day: date | None


def groups(accounts: Iterable[Account]) -> tuple[Group, ...]:
    """The accounts by the events that they tell of; one group if all may be of one event. Accounts of which nothing can
    be told, for they are short or in other languages than English, go with the first."""
    given = sorted(accounts, key=lambda account: (account.url, account.id))
    features = [(account, _features(account)) for account in given]
    told = [(account, of_it) for account, of_it in features if of_it is not None]
    untold = tuple(account for account, of_it in features if of_it is None)
    events = [tuple(told[index][0] for index in part) for part in _joined([of_it for _, of_it in told])]
    events.sort(key=lambda part: (-len(part), part[0].url))
    if untold:
        events = [(*(events[0] if events else ()), *untold), *events[1:]]
    return tuple(Group(part, _shared_names(part)) for part in events)


def _joined(found: Sequence[_Features]) -> list[list[int]]:
    """The indices of those that pairs tie together, directly or through others."""
    root = list(range(len(found)))

    def top(index: int) -> int:
        while root[index] != index:
            root[index] = root[root[index]]
            index = root[index]
        return index

    for one, other in combinations(range(len(found)), 2):
        a, b = top(one), top(other)
        if a != b and _score(found[one], found[other]) >= THRESHOLD:
            root[max(a, b)] = min(a, b)
    parts: dict[int, list[int]] = {}
    for index in range(len(found)):
        parts.setdefault(top(index), []).append(index)
    return list(parts.values())


def _score(one: _Features, other: _Features) -> float:
    """How much speaks for it that two accounts tell of one event."""
    total = CONSTANT + WORDS * _likeness(one.words, other.words) + NAMES * _likeness(one.names, other.names)
    total += LENGTH * math.log(min(one.length, other.length, LONGEST))
    if one.day and other.day:
        days = abs((one.day - other.day).days)
        total += DATED + APART * math.log1p(max(0, min(days, FAR) - SAME_DAYS))
    return total


def _likeness(one: dict[str, float], other: dict[str, float]) -> float:
    """The cosine of two weighted bags of words."""
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)


def _features(account: Account) -> _Features | None:
    """What an account is compared by; None if its body is too short or no English."""
    text = _body(account)
    words_found = [match[0].lower().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(text)]
    if len(words_found) < SHORTEST or sum(word in FUNCTION_WORDS for word in words_found) < ENGLISH * len(words_found):
        return None
    words = Counter(word for word in words_found if _counts(word) and word not in EVERYDAY_WORDS)
    names = Counter(name.lower().replace("’", "'").removesuffix("'s") for name in _names(text))
    try:
        day = date.fromisoformat((account.published or "")[:10])
    except ValueError:
        day = None
    return _Features(_weighted(words), _weighted(names), len(words_found), day)


def _body(account: Account) -> str:
    return shown("\n".join(account.cut(block.span) for block in account.blocks if block.kind == "body"))


def _counts(word: str) -> bool:
    return len(word) >= SHORTEST_WORD and word not in FUNCTION_WORDS and word not in _CALENDAR


def _names(text: str) -> list[str]:
    """The words with a capital that do not begin a sentence."""
    return [
        match[0]
        for match in _WORD.finditer(text)
        if match[0][0].isupper()
        and _counts(match[0].lower().replace("’", "'").removesuffix("'s"))
        and not _OPENS.search(text, max(0, match.start() - 3), match.start())
    ]


def _weighted(counts: Counter[str]) -> dict[str, float]:
    weights = {word: 1 + math.log(count) for word, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def _shared_names(accounts: Sequence[Account]) -> tuple[str, ...]:
    """The names that most of some accounts have, the most frequent first."""
    by_account = [Counter(name.replace("’", "'").removesuffix("'s") for name in _names(_body(one))) for one in accounts]
    holders = Counter(name for counts in by_account for name in counts)
    total = sum(by_account, Counter[str]())
    ranked = sorted(total, key=lambda name: (-holders[name], -total[name], name))
    return tuple(ranked[:LABELS])
