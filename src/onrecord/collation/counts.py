"""How many of whom: counts of persons and things that two accounts give otherwise, in whatever words they say what
befell them.

Precision first: a count is compared only where an account gives one number alone for it, in its own voice and of no
part, other time or measure. What is said to be about a number, or at least one, conflicts only with what lies outside
of it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from onrecord.collation.quantities import MEASURES, Amount, Quantity, quantities
from onrecord.collation.tellings import Telling, clause
from onrecord.text import lexicon
from onrecord.text.words import Word, is_content, stem
from onrecord.types import Span

_HARM = {form: done for done, *forms in lexicon.families("harm.done") for form in (done, *forms)}
_TAKES_AFTER = lexicon.words("harm.with_whom_behind")
_ANYBODY = frozenset(map(stem, lexicon.words("harm.anybody")))
_SYNONYMS = {stem(word): stem(kind[0]) for kind in lexicon.families("harm.of_one_kind") for word in kind}
_PART = lexicon.words("numbers.of_a_part")
_BEFORE_NOW = lexicon.words("calendar.before_now")
_WITHIN = 5  # words between a number and what befell those it counts
_SHARED_HARM, _SHARED = (
    2,
    3,
)  # stems shared beside what is counted: with the sentences before and after, or in the sentences
_HALF = 0.5  # of the stems of the shorter sentence, where nothing befell what is counted


class _Count(NamedTuple):
    unit: tuple[str, str]
    """What befell those counted ("" if nothing did), and what they are ("" for anybody)."""
    amount: Amount
    span: Span
    stems: frozenset[str]


def of_counts(told: Sequence[Telling]) -> Iterator[tuple[Span, ...]]:
    """The places of numbers of one thing that cannot all be right, one an account."""
    by_unit: dict[tuple[str, str], dict[str, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for at, telling in enumerate(told):
        for count in _counts(telling):
            wider = count.stems.union(*_beside(told, at)) if count.unit[0] else count.stems
            by_unit[count.unit][telling.span.account].append(count._replace(stems=wider))
    for unit, by_account in by_unit.items():
        single = [found[0] for found in by_account.values() if len({one.amount for one in found}) == 1]
        opposed = [pair for pair in combinations(single, 2) if _opposed(*pair, harmed=bool(unit[0]))]
        spans = sorted({one.span for pair in opposed for one in pair}, key=[one.span for one in single].index)
        if spans:
            yield tuple(spans)


def _beside(told: Sequence[Telling], at: int) -> Iterator[frozenset[str]]:
    """The stems of the sentences before and after one: what befell somebody is often told after what happened."""
    for other in (*told[max(at - 1, 0) : at], *told[at + 1 : at + 2]):
        if other.span.account == told[at].span.account:
            yield other.stems


def _opposed(a: _Count, b: _Count, *, harmed: bool) -> bool:
    if not a.amount.apart(b.amount):
        return False
    shared = len(a.stems & b.stems)
    return shared >= (_SHARED_HARM if harmed else max(_SHARED, _HALF * min(len(a.stems), len(b.stems))))


def _counts(telling: Telling) -> Iterator[_Count]:
    own = telling.words
    if any(word.key in _BEFORE_NOW or _is_year(word.key) for word in own):
        return
    for number in quantities(telling.text, own):
        found = _counted(telling, number)
        beside = (*own[max(number.start - 1, 0) : number.start], *own[number.stop : number.stop + 1])
        if found and _PART.isdisjoint(_keys(beside)):
            unit, span, named = found
            yield _Count(unit, number.amount, span, telling.stems - named - _HARM.keys())


def _counted(telling: Telling, number: Quantity) -> tuple[tuple[str, str], Span, frozenset[str]] | None:
    """What a number counts, where it is told, and the stems that name it."""
    own, text, (start, i, stop, *_) = telling.words, telling.text, number
    after = clause(text, own, stop - 1, _WITHIN)
    at = next((n for n, word in enumerate(after) if word.key in _HARM), None)
    nouns = [word for word in after[:at] if is_content(word.key)]
    if any(stem(w.key) in MEASURES for w in nouns[:1]) or text[own[i].start - 1 : own[i].start] in ("$", "€", "£"):
        return None
    if at is not None and len(nouns) < 2:
        return _unit(_HARM[after[at].key], nouns), telling.between(own[i], after[at]), _named(nouns)
    verb = own[start - 1] if start else None
    if verb and verb.key in _TAKES_AFTER and (not nouns or nouns[0] is after[0]):
        return (
            _unit(_HARM[verb.key], nouns[:1]),
            telling.between(verb, (nouns or own[stop - 1 : stop])[0]),
            _named(nouns[:1]),
        )
    if "toll" in _keys(own[max(i - 4, 0) : i]):
        return ("killed", ""), telling.between(own[max(i - 1, 0)], own[stop - 1]), frozenset()
    if (
        at is None
        and nouns
        and nouns[0] is after[0]
        and not text[nouns[0].start].isupper()
        and nouns[0].key.endswith("s")
    ):
        return _unit("", nouns[:1]), telling.between(own[i], nouns[0]), _named(nouns[:1])
    return None


def _unit(harm: str, nouns: Sequence[Word]) -> tuple[str, str]:
    noun = stem(nouns[0].key) if nouns else ""
    return harm, "" if noun in _ANYBODY else _SYNONYMS.get(noun, noun)


def _named(nouns: Sequence[Word]) -> frozenset[str]:
    return frozenset(stem(word.key) for word in nouns)


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isascii() and key.isdigit() and key[:2] in ("18", "19", "20")


def _keys(found: Sequence[Word]) -> list[str]:
    return [word.key for word in found]
