"""Which of two happened first, told the other way round by two accounts: "the crew left before the fire", "the fire
broke out before the crew left". Both sides must be told in words that the accounts share; a sentence that denies
anything is passed over."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from onrecord.collation.tellings import Telling, alike, clause, stems
from onrecord.text import lexicon
from onrecord.text.words import Word
from onrecord.types import Span

_DENIED = lexicon.words("negation.events_denied")
_SHARED = 3  # stems that two sentences share, and of each of the two sides
_HALF = 0.5  # of the shorter one
_NO_CLAUSE = lexicon.words("clause_words.relatives")


class _Order(NamedTuple):
    telling: Telling
    first: frozenset[str]
    then: frozenset[str]


def of_order(told: Sequence[Telling]) -> Iterator[tuple[Span, ...]]:
    """The two sentences, of each two accounts that tell the order of two things otherwise."""
    orders = {one.telling.span: one for telling in told for one in _orders(telling)}
    for a, b in alike([one.telling for one in orders.values()], _SHARED):
        one, other = orders[a.span], orders[b.span]
        if _is(one.first, other.then) and _is(one.then, other.first) and not _either(one, other):
            yield a.span, b.span


def _either(one: _Order, other: _Order) -> bool:
    """Whether the sides are as like the other way, so that nothing is told from it."""
    return _is(one.first, other.first) or _is(one.then, other.then)


def _is(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= max(1, _HALF * min(len(a), len(b)))


def _orders(telling: Telling) -> Iterator[_Order]:
    """The order in a sentence with one "before" or "after": "X before Y", "after Y, X"."""
    sentence = telling.words
    marks = [i for i, word in enumerate(sentence) if word.key in ("before", "after")]
    if len(marks) != 1 or not _DENIED.isdisjoint(word.key for word in sentence):
        return
    at = marks[0]
    subordinate = _side(telling, at)
    main = sentence[:at] if at > 1 else sentence[at + 1 + len(subordinate) :]
    main_alone, subordinate_alone = stems(main) - stems(subordinate), stems(subordinate) - stems(main)
    if not (main_alone and subordinate_alone) or len(main_alone) + len(subordinate_alone) < _SHARED:
        return
    if sentence[at].key == "before":
        yield _Order(telling, main_alone, subordinate_alone)
    else:
        yield _Order(telling, subordinate_alone, main_alone)


def _side(telling: Telling, at: int) -> list[Word]:
    """What stands behind the word `at`, up to a mark or to what says more of it."""
    return [*takewhile(lambda word: word.key not in _NO_CLAUSE, clause(telling.text, telling.words, at))]
