"""Matters at stake: the positions of all accounts that are about the same thing."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.text.keys import digest
from onrecord.text.words import is_content, stem, words
from onrecord.types import Issue, Position, Reading, Span

_COMMON = 0.5  # a word in more than this share of the positions, and in more than five, tells no matter from another
_LIGHT = frozenset(
    stem(word)
    for word in "make give take get put bring keep work support vote deal agreement agree want need would could should will also full "
    "part large new next first last year month week day time people side country government president leader meet talk".split()
)
"""Words that most negotiations share, or that say nothing of what is at stake."""


class _Held(NamedTuple):
    position: Position
    words: tuple[str, ...]


def issues(readings: Sequence[Reading]) -> tuple[Issue, ...]:
    """Every position in one issue, in reading order. A position belongs to the word of its content that most positions
    have, names and light words apart; without such a word it stands alone. No chain of likeness joins two matters."""
    held = [_Held(p, _content(reading, p)) for reading in readings for p in reading.positions]
    frequency = Counter(word for one in held for word in set(one.words))
    limit = max(5, _COMMON * len(held))
    groups: dict[str, list[_Held]] = defaultdict(list)
    for number, one in enumerate(held):
        telling = [word for word in one.words if 1 < frequency[word] <= limit]
        groups[max(telling, key=lambda word: frequency[word], default=str(number))].append(one)
    return tuple(_issue(group) for group in groups.values())


def _content(reading: Reading, position: Position) -> tuple[str, ...]:
    """Stems of the content, in order: no words of names, which tell who, not what."""
    text = reading.account.text
    named = {(m.start, m.end) for actor in reading.cast for m in actor.mentions}
    found = []
    for span in position.content:
        inside = [place for place in named if place[0] < span.end and span.start < place[1]]
        for word in words(text, span.start, span.end):
            key = stem(word.key)
            if is_content(word.key) and key not in _LIGHT and not any(s <= word.start < e for s, e in inside):
                found.append(key)
    return tuple(dict.fromkeys(found))


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
