"""How many of whom: counts of persons and things that two accounts give otherwise, in whatever words they say what
befell them.

Precision first: a count is compared only where an account gives one number alone for it, in its own voice and of no
part, other time or measure. What is said to be about a number, or at least one, conflicts only with what lies outside
of it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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
_SHARED_HARM = 2  # stems shared beside what is counted, with the sentences before and after, and
_SHARED = 3  # in the sentences alone
_MONEY = "$€£"
_HALF = 0.5  # of the stems of the shorter sentence, where nothing befell what is counted


class _Count(NamedTuple):
    unit: tuple[str, str]
    """What befell those counted ("" if nothing did), and what they are ("" for anybody)."""
    amount: Amount
    span: Span
    stems: frozenset[str]


def of_counts(tellings: Sequence[Telling]) -> Iterator[tuple[Span, ...]]:
    """The places of numbers of one thing that cannot all be right, one an account."""
    by_unit: dict[tuple[str, str], dict[str, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for at, telling in enumerate(tellings):
        for count in _counts(telling):
            wider = count.stems.union(*_beside(tellings, at)) if count.unit[0] else count.stems
            by_unit[count.unit][telling.span.account].append(count._replace(stems=wider))
    for unit, by_account in by_unit.items():
        if spans := _opposed_spans(by_account.values(), harmed=bool(unit[0])):
            yield spans


def _opposed_spans(by_account: Iterable[Sequence[_Count]], *, harmed: bool) -> tuple[Span, ...]:
    """The places of counts of one unit that cannot all be right, of the accounts that give one number alone."""
    single = [counts[0] for counts in by_account if len({count.amount for count in counts}) == 1]
    opposed = {count.span for pair in combinations(single, 2) if _opposed(*pair, harmed=harmed) for count in pair}
    return tuple(dict.fromkeys(count.span for count in single if count.span in opposed))


def _beside(tellings: Sequence[Telling], at: int) -> Iterator[frozenset[str]]:
    """The stems of the sentences before and after one: what befell somebody is often told after what happened."""
    for other in (*tellings[max(at - 1, 0) : at], *tellings[at + 1 : at + 2]):
        if other.span.account == tellings[at].span.account:
            yield other.stems


def _opposed(a: _Count, b: _Count, *, harmed: bool) -> bool:
    if not a.amount.apart(b.amount):
        return False
    shared = len(a.stems & b.stems)
    return shared >= (_SHARED_HARM if harmed else max(_SHARED, _HALF * min(len(a.stems), len(b.stems))))


def _counts(telling: Telling) -> Iterator[_Count]:
    sentence = telling.words
    if any(word.key in _BEFORE_NOW or _is_year(word.key) for word in sentence):
        return
    for number in quantities(telling.text, sentence):
        counted = _counted(telling, number)
        beside = (*sentence[max(number.start - 1, 0) : number.start], *sentence[number.stop : number.stop + 1])
        if counted and _PART.isdisjoint(_keys(beside)):
            unit, span, named = counted
            yield _Count(unit, number.amount, span, telling.stems - named - _HARM.keys())


_Counted = tuple[tuple[str, str], Span, frozenset[str]]
"""What a number counts, where it is told, and the stems that name it."""


def _counted(telling: Telling, number: Quantity) -> _Counted | None:
    sentence, figure = telling.words, telling.words[number.at]
    after = clause(telling.text, sentence, number.stop - 1, _WITHIN)
    nouns, harm = _nouns_before_harm(after)
    if _is_measured(telling.text, figure, nouns[:1]):
        return None
    if harm and len(nouns) < 2:
        return _unit(_HARM[harm.key], nouns), telling.between(figure, harm), _named(nouns)
    adjoining = nouns[:1] if nouns[:1] == after[:1] else []
    if adjoining or not nouns:
        counted = _harmed_before(telling, number, adjoining)
        if counted:
            return counted
    if "toll" in _keys(sentence[max(number.at - 4, 0) : number.at]):
        return _unit("killed", ()), _between(telling, max(number.at - 1, 0), number.stop - 1), frozenset()
    return None if harm else _plainly_counted(telling, figure, adjoining)


def _nouns_before_harm(after: Sequence[Word]) -> tuple[list[Word], Word | None]:
    """The words of sense behind a number, up to the word for what befell those it counts, if there is one."""
    at = next((n for n, word in enumerate(after) if word.key in _HARM), len(after))
    return [word for word in after[:at] if is_content(word.key)], next(iter(after[at:]), None)


def _is_measured(text: str, figure: Word, nouns: Sequence[Word]) -> bool:
    """Whether a figure is a sum of money, or counts what its first noun measures."""
    return any(stem(noun.key) in MEASURES for noun in nouns) or text[figure.start - 1 : figure.start] in tuple(_MONEY)


def _harmed_before(telling: Telling, number: Quantity, nouns: Sequence[Word]) -> _Counted | None:
    """What is counted behind what befell it: "killed 80 porters"."""
    verb = telling.words[number.start - 1] if number.start else None
    if verb is None or verb.key not in _TAKES_AFTER:
        return None
    last = nouns[0] if nouns else telling.words[number.stop - 1]
    return _unit(_HARM[verb.key], nouns), telling.between(verb, last), _named(nouns)


def _between(telling: Telling, first: int, last: int) -> Span:
    return telling.between(telling.words[first], telling.words[last])


def _plainly_counted(telling: Telling, figure: Word, nouns: Sequence[Word]) -> _Counted | None:
    """What is counted in the plural, whatever befell it: "80 porters"."""
    if not nouns or telling.text[nouns[0].start].isupper() or not nouns[0].key.endswith("s"):
        return None
    return _unit("", nouns), telling.between(figure, nouns[0]), _named(nouns)


def _unit(harm: str, nouns: Sequence[Word]) -> tuple[str, str]:
    noun = stem(nouns[0].key) if nouns else ""
    return harm, "" if noun in _ANYBODY else _SYNONYMS.get(noun, noun)


def _named(nouns: Sequence[Word]) -> frozenset[str]:
    return frozenset(stem(word.key) for word in nouns)


def _is_year(key: str) -> bool:
    return len(key) == 4 and key.isascii() and key.isdigit() and key[:2] in ("18", "19", "20")


def _keys(words: Sequence[Word]) -> list[str]:
    return [word.key for word in words]
