"""Matters at stake: the positions of all accounts that are about the same thing."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

from onrecord.text import lexicon
from onrecord.text.keys import digest
from onrecord.text.words import is_content, stem, words
from onrecord.types import Issue, Position, Reading, Span

_COMMON = 0.5  # a word in more than this share of the positions, and in more than five, tells no matter from another
_NAME = 90  # characters that a row's name may have
_ROOT = 8  # letters
_LIGHT = frozenset(stem(word)[:_ROOT] for word in lexicon.words("things.of_any_negotiation"))
"""Words that most negotiations share, or that say nothing of what is at stake."""


class _Held(NamedTuple):
    position: Position
    words: tuple[str, ...]


def issues(readings: Sequence[Reading]) -> tuple[Issue, ...]:
    """Every position in one issue, in reading order. A position belongs to the word of its content that most positions
    have, names and light words apart; without such a word it stands alone. No chain of likeness joins two matters."""
    held = [one for reading in readings for one in _held(reading)]
    frequency = Counter(word for one in held for word in one.words)
    limit = max(5, _COMMON * len(held))
    shared = _Shared(held)
    groups: dict[str, list[_Held]] = defaultdict(list)
    for number, one in enumerate(held):
        telling = [word for word in one.words if 1 < frequency[word] <= limit]
        groups[_most_telling(one, telling, frequency, shared) or str(number)].append(one)
    return tuple(_issue(group) for group in groups.values())


class _Shared:
    """How many words the positions that have a word share with a position. What stands in one content with a word is
    counted once for all words of the same positions."""

    def __init__(self, held: Sequence[_Held]) -> None:
        self._held = held
        self._having: dict[str, list[int]] = defaultdict(list)
        for number, one in enumerate(held):
            for word in one.words:
                self._having[word].append(number)
        self._beside: dict[str, Counter[str]] = {}
        self._of: dict[tuple[int, ...], Counter[str]] = {}

    def most(self, words: Iterable[str], held: _Held) -> str:
        """The word whose positions share most words with `one`, of equals the first."""
        first: dict[int, str] = {}
        for word in words:
            first.setdefault(id(self._counted(word)), word)
        return max(first.values(), key=lambda word: sum(map(self._counted(word).__getitem__, held.words)))

    def _counted(self, word: str) -> Counter[str]:
        if word not in self._beside:
            having = tuple(self._having[word])
            if having not in self._of:
                self._of[having] = Counter(other for number in having for other in self._held[number].words)
            self._beside[word] = self._of[having]
        return self._beside[word]


def _most_telling(held: _Held, telling: Sequence[str], frequency: Mapping[str, int], shared: _Shared) -> str | None:
    """The word that most positions have; of several such, the one whose positions share most words with this."""
    most = max((frequency[word] for word in telling), default=0)
    tied = [word for word in telling if frequency[word] == most]
    return shared.most(tied, held) if len(tied) > 1 else next(iter(tied), None)


def _held(reading: Reading) -> Iterator[_Held]:
    named = _Named(m for actor in reading.cast for m in actor.mentions)
    for position in reading.positions:
        yield _Held(position, _content(reading.account.text, position, named))


class _Named:
    """The places of names in an account."""

    def __init__(self, mentions: Iterable[Span]) -> None:
        found = sorted({(m.start, m.end) for m in mentions})
        self._starts = [start for start, _ in found]
        self._reach = [*accumulate((end for _, end in found), max)]

    def __contains__(self, at: int) -> bool:
        last = bisect_right(self._starts, at) - 1
        return last >= 0 and at < self._reach[last]


def _content(text: str, position: Position, named: _Named) -> tuple[str, ...]:
    """Stems of the content, in order: no words of names, which tell who, not what."""
    roots = []
    for span in position.content:
        for word in words(text, span.start, span.end):
            key = _root(word.key)
            if is_content(word.key) and key not in _LIGHT and word.start not in named:
                roots.append(key)
    return tuple(dict.fromkeys(roots))


def _root(word: str) -> str:
    """A stem without its derivation: "denuclearize" and "denuclearization" are of one matter."""
    return stem(word)[:_ROOT]


def _issue(held: Sequence[_Held]) -> Issue:
    """Named by the content that shares the most words with the others, the shortest of these; a long one only if there
    is no other."""
    frequency = Counter(word for one in held for word in one.words)

    def fits(one: _Held) -> tuple[bool, int, int]:
        length = _length(one.position)
        return length <= _NAME, sum(frequency[word] > 1 for word in one.words), -length

    named = max(held, key=fits)
    ids = tuple(dict.fromkeys(one.position.id for one in held))
    return Issue(id=digest("issue", *sorted(ids)), name=_name(named.position), positions=ids)


def _length(position: Position) -> int:
    return sum(span.end - span.start for span in position.content)


def _name(position: Position) -> Span:
    return position.content[0] if position.content else position.cue
