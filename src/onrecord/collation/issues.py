"""Matters at stake: the positions of all accounts that are about the same things."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.text.keys import digest
from onrecord.text.words import is_content, stem, words
from onrecord.types import Issue, Position, Reading, Span

_COMMON = 0.3  # a word in more than this share of the positions, and in more than five, tells no matter from another


class _Held(NamedTuple):
    position: Position
    words: frozenset[str]


def issues(readings: Sequence[Reading]) -> tuple[Issue, ...]:
    """Every position in one issue, in reading order. Two are of one issue if they share two content words, or one that
    is all the content of either; words that most positions have do not count."""
    held = [_Held(p, _content(reading, p)) for reading in readings for p in reading.positions]
    frequency = Counter(word for one in held for word in one.words)
    limit = max(5, _COMMON * len(held))
    matters = [_Held(one.position, frozenset(w for w in one.words if frequency[w] <= limit)) for one in held]
    return tuple(_issue([held[i] for i in group]) for group in _groups(matters))


def _content(reading: Reading, position: Position) -> frozenset[str]:
    text = reading.account.text
    return frozenset(stem(w.key) for s in position.content for w in words(text, s.start, s.end) if is_content(w.key))


def _groups(held: Sequence[_Held]) -> list[list[int]]:
    group = list(range(len(held)))  # for each position the first one of its issue
    having: dict[str, list[int]] = defaultdict(list)
    for i, one in enumerate(held):
        shared = Counter(j for word in one.words for j in having[word])
        for j in sorted(j for j, count in shared.items() if count >= min(2, len(one.words), len(held[j].words))):
            old, new = sorted((group[i], group[j]), reverse=True)
            group = [new if g == old else g for g in group]
        for word in one.words:
            having[word].append(i)
    members: dict[int, list[int]] = defaultdict(list)
    for i, first in enumerate(group):
        members[first].append(i)
    return list(members.values())


def _issue(held: Sequence[_Held]) -> Issue:
    """Named by the content that shares the most words with the others, the shortest of these."""
    frequency = Counter(word for one in held for word in one.words)
    named = max(held, key=lambda one: (sum(frequency[w] > 1 for w in one.words), -_length(one.position)))
    ids = tuple(dict.fromkeys(one.position.id for one in held))
    return Issue(id=digest("issue", *sorted(ids)), name=_name(named.position), positions=ids)


def _length(position: Position) -> int:
    return sum(span.end - span.start for span in position.content)


def _name(position: Position) -> Span:
    return position.content[0] if position.content else position.cue
