"""Matters at stake: the positions of all accounts that are about the same thing."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.text.keys import digest
from onrecord.text.words import is_content, stem, words
from onrecord.types import Issue, Position, Reading, Span

_COMMON = 0.5  # a word in more than this share of the positions, and in more than five, tells no matter from another
_NAME = 90  # characters that a row's name may have
_ROOT = 8  # letters
_LIGHT = frozenset(
    stem(word)[:_ROOT]
    for word in "make give take get put bring keep work support vote deal agreement agree want need would could should will also full "
    "part large new next first last year month week day time people side country government president leader meet talk second minute hour".split()
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
    holding: dict[str, list[frozenset[str]]] = defaultdict(list)
    for one in held:
        for word in one.words:
            holding[word].append(frozenset(one.words))
    groups: dict[str, list[_Held]] = defaultdict(list)
    for number, one in enumerate(held):
        telling = [word for word in one.words if 1 < frequency[word] <= limit]
        groups[_most_telling(one, telling, holding) or str(number)].append(one)
    return tuple(_issue(group) for group in groups.values())


def _most_telling(one: _Held, telling: Sequence[str], holding: Mapping[str, Sequence[frozenset[str]]]) -> str | None:
    """The word that most positions have; of several such, the one whose positions share most words with this."""
    most = max((len(holding[word]) for word in telling), default=0)
    tied = [word for word in telling if len(holding[word]) == most]
    if len(tied) < 2:
        return next(iter(tied), None)
    return max(tied, key=lambda word: sum(len(other.intersection(one.words)) for other in holding[word]))


def _content(reading: Reading, position: Position) -> tuple[str, ...]:
    """Stems of the content, in order: no words of names, which tell who, not what."""
    text = reading.account.text
    named = {(m.start, m.end) for actor in reading.cast for m in actor.mentions}
    found = []
    for span in position.content:
        inside = [place for place in named if place[0] < span.end and span.start < place[1]]
        for word in words(text, span.start, span.end):
            key = _root(word.key)
            if is_content(word.key) and key not in _LIGHT and not any(s <= word.start < e for s, e in inside):
                found.append(key)
    return tuple(dict.fromkeys(found))


def _root(word: str) -> str:
    """A stem without its derivation: "denuclearize" and "denuclearization" are of one matter."""
    return stem(word)[:_ROOT]


def _issue(held: Sequence[_Held]) -> Issue:
    """Named by the content that shares the most words with the others, the shortest of these; a long one only if there is no other."""
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
