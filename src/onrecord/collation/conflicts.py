"""Numbers, times and roles that the accounts give otherwise, each shown with all its evidence.

Only what can hardly be anything else is taken: one number, time or role an account, of the same thing by its words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from onrecord.collation.witnesses import Bodies
from onrecord.text.words import Word, is_content, spoken, stem, words
from onrecord.types import Account, Actor, Moment, Reading, Span

_FIGURE = re.compile(r"\d[\d.,]*")
_UNIT_WITHIN = 4  # words after a number in which the first two content words say what it counts
_AROUND = 12  # words on either side of a number
_SHARED_AROUND = 2  # content words there that two accounts share beside what is counted
_SAME_EVENT = 3  # content words that two moments share if they are one
_CLOCK = "T"


Conflict = tuple[Span, ...]
"""Places in several accounts, in reading order, that cannot all be right or that name one thing otherwise."""

T = TypeVar("T")


class _Counted(NamedTuple):
    value: str
    span: Span
    around: frozenset[str]


class _Told(NamedTuple):
    date: str
    dated_by: Span
    words: frozenset[str]


def of_numbers(readings: Sequence[Reading], bodies: Bodies) -> Iterator[Conflict]:
    """Different numbers of the same thing, where each of the accounts has one number for it and tells the same of it."""
    by_unit: dict[tuple[str, ...], dict[str, list[_Counted]]] = defaultdict(dict)
    for reading in readings:
        for unit, counted in _counted(reading.account, bodies[reading.account.id]):
            by_unit[unit].setdefault(reading.account.id, []).append(counted)
    for unit, by_account in by_unit.items():
        single = [found[0] for found in by_account.values() if len({one.value for one in found}) == 1]

        def conflict(a: _Counted, b: _Counted, own: frozenset[str] = frozenset(unit)) -> bool:
            return a.value != b.value and len((a.around & b.around) - own) >= _SHARED_AROUND

        yield from _conflict([one.span for one in _opposed(single, conflict)])


def _opposed(found: Sequence[T], conflict: Callable[[T, T], bool]) -> list[T]:
    """Those that conflict with at least one of the others."""
    return [one for one in found if any(conflict(one, other) for other in found)]


def _conflict(spans: Sequence[Span]) -> Iterator[Conflict]:
    if len({span.account for span in spans}) > 1:
        yield tuple(spans)


def _counted(account: Account, own: Sequence[Word]) -> Iterator[tuple[tuple[str, ...], _Counted]]:
    for i, word in enumerate(own):
        value = spoken(word.key)[0]
        if not _FIGURE.fullmatch(value):
            continue
        after = [w for w in own[i + 1 : i + 1 + _UNIT_WITHIN] if is_content(w.key) and not w.key[0].isdigit()][:2]
        if len(after) == 2 and not _line_between(account, word, after[-1]):
            around = own[max(i - _AROUND, 0) : i + _AROUND]
            stems = frozenset(stem(w.key) for w in around if is_content(w.key) and not w.key[0].isdigit())
            span = Span(account.id, word.start, after[-1].end)
            yield tuple(stem(w.key) for w in after), _Counted(value, span, stems)


def _line_between(account: Account, word: Word, last: Word) -> bool:
    return any(mark in account.text[word.end : last.end] for mark in ("\n", ". ", "; ", ", "))


def of_times(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """Different clock times of one day, or different days, for what several accounts tell in the same words."""
    told = [_Told(m.date, m.dated_by, _what(r.account, m)) for r in readings for m in r.timeline if m.date]
    for same in _told_alike(told):
        yield from _conflict([one.dated_by for one in _opposed(same, _other_time)])


def _told_alike(told: Sequence[_Told]) -> Iterator[list[_Told]]:
    """The moments that share most of their words with the first of them."""
    groups: list[list[_Told]] = []
    having: dict[str, list[int]] = defaultdict(list)
    for one in told:
        shared = Counter(at for word in one.words for at in having[word])
        for at, count in sorted(shared.items()):
            if count >= _SAME_EVENT and count >= 0.5 * min(len(one.words), len(groups[at][0].words)):
                groups[at].append(one)
                break
        else:
            for word in one.words:
                having[word].append(len(groups))
            groups.append([one])
    yield from groups


def _other_time(a: _Told, b: _Told) -> bool:
    """Another day, or another clock time of one day. Dates of other granularity, or vague ones, can both be right."""
    if a.dated_by.account == b.dated_by.account or a.date == b.date:
        return False
    if _CLOCK in a.date and _CLOCK in b.date:
        return a.date.partition(_CLOCK)[0] == b.date.partition(_CLOCK)[0]
    return len(a.date) == len(b.date) == len("2019-02-28")


def _what(account: Account, moment: Moment) -> frozenset[str]:
    """The content words of what happened, without those of the time."""
    dated = moment.dated_by
    return frozenset(
        stem(word.key)
        for word in words(account.text, moment.what.start, moment.what.end)
        if is_content(word.key) and not dated.start <= word.start < dated.end
    )


def of_roles(readings: Sequence[Reading], cast: Sequence[Actor]) -> Iterator[Conflict]:
    """Roles of one actor where no role that one account gives is contained in one of another's."""
    texts: Mapping[str, str] = {r.account.id: r.account.text for r in readings}
    for actor in cast:
        by_account: dict[str, list[Span]] = defaultdict(list)
        for span in actor.roles:
            by_account[span.account].append(span)
        opposed = _opposed(list(by_account.values()), lambda some, others: not _agree(texts, some, others))
        yield from _conflict([spans[0] for spans in opposed])


def _agree(texts: Mapping[str, str], some: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether one account has a role all whose words stand in a role of the other."""
    first = [_role(texts, span) for span in some]
    second = [_role(texts, span) for span in others]
    return any(a <= b or b <= a for a in first for b in second)


def _role(texts: Mapping[str, str], span: Span) -> frozenset[str]:
    return frozenset(stem(w.key) for w in words(texts[span.account], span.start, span.end) if is_content(w.key))
