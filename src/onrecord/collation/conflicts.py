"""Numbers, times and roles that the accounts give otherwise, each shown with all its evidence.

Only what can hardly be anything else is taken: one number, time or role an account, of the same thing by its words.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from onrecord.collation.quantities import MEASURES, Amount, Quantity, quantities
from onrecord.collation.witnesses import Bodies, quotations, within
from onrecord.text import lexicon
from onrecord.text.words import Word, is_content, stem, words, written_out
from onrecord.types import Account, Actor, Moment, Reading, Span

_UNIT_WITHIN = 4  # words after a number in which the first two content words say what it counts
_TOLD_WITHIN = 6  # the same for a count that tells by itself what it counts, and what is told of it
_PART = lexicon.words("numbers.of_a_further_part")
"""Words before a number of a part, or of more of the same."""
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_YEAR_WITHIN = 4  # words before a number
_MONEY = "$€£"
_AROUND = 12  # words on either side of a number
_SHARED_AROUND = 2  # content words there that two accounts share beside what is counted or dated
_REACH = 1_000  # characters of a sentence on either side of a time; hardly one has more
_NEAR = 6  # words on either side of a time: a sentence may tell of more than what it dates
_NEAR_CLOCK = 8  # words on either side of a clock time, and
_SAME_ACT = 4  # content words among them that two accounts share if they time one act, whatever else they tell of it
_SAME_EVENT = 3  # content words that two moments share if they are one
_SHARED_DONE = 1  # content words beside names and offices that two moments share if they are one
_COMMON = 200  # groups of moments that have a word; a commoner word tells no moment from another
_CLOCK = "T"
_SAME_OFFICE = {"congress": "representative"}  # congressman, congresswoman
_IN_FULL = {short: tuple(full.split()) for short, full in lexicon.table("roles.in_full").items()}
_CHAMBERS = {"house": "representative", "senate": "senator"}
_SEATS = frozenset(map(stem, _CHAMBERS.values()))
_GENERIC = lexicon.words("roles.generic")
"""Words for whoever holds an office: a union leader may be its general secretary."""
_LEAST_LETTERS = 4  # before -man, -woman: a German is no office


Conflict = tuple[Span, ...]
"""Places in several accounts, in reading order, that cannot all be right or that name one thing otherwise."""

T = TypeVar("T")


class _Counted(NamedTuple):
    amount: Amount
    span: Span
    around: frozenset[str]
    dates: frozenset[str] | None
    """Of a count of things that its account gives in its own voice: the dates in its sentence."""


class _Told(NamedTuple):
    date: str
    dated_by: Span
    words: frozenset[str]
    near: frozenset[str]
    act: frozenset[str]
    done: frozenset[str]
    """The words without those of names and offices, which are in all that is told of their bearers."""


def of_numbers(readings: Sequence[Reading], bodies: Bodies) -> Iterator[Conflict]:
    """Different numbers of the same thing, where each of the accounts has one number for it and tells the same of it:
    in the words around it, or of a plain count ("80 porters have walked out") in what it counts, the word after, and
    the time."""
    by_unit: dict[tuple[str, ...], dict[str, list[_Counted]]] = defaultdict(dict)
    for reading in readings:
        for unit, counted in _counted(reading, bodies[reading.account.id]):
            by_unit[unit].setdefault(reading.account.id, []).append(counted)
    for unit, by_account in by_unit.items():
        single = [counts[0] for counts in by_account.values() if len({count.amount for count in counts}) == 1]

        def conflict(a: _Counted, b: _Counted, counted: frozenset[str] = frozenset(unit)) -> bool:
            return a.amount.apart(b.amount) and (
                _of_one_time(a, b) or len((a.around & b.around) - counted) >= _SHARED_AROUND
            )

        yield from _conflict([count.span for count in _opposed(single, conflict)])


def _opposed(told: Sequence[T], conflict: Callable[[T, T], bool]) -> list[T]:
    """Those that conflict with at least one of the others."""
    return [each for each in told if any(conflict(each, other) for other in told)]


def _conflict(spans: Sequence[Span]) -> Iterator[Conflict]:
    if len({span.account for span in spans}) > 1:
        yield tuple(spans)


def _of_one_time(a: _Counted, b: _Counted) -> bool:
    """Whether both are plain counts, and of one time as far as is told."""
    return a.dates is not None and b.dates is not None and (a.dates == b.dates or not a.dates.isdisjoint(b.dates))


def _counted(reading: Reading, body: Sequence[Word]) -> Iterator[tuple[tuple[str, ...], _Counted]]:
    account, quoted, dated = reading.account, quotations(reading), _Dated(reading.timeline)
    for number in quantities(account.text, body):
        figure = body[number.at]
        near, far = _behind(body, number, _UNIT_WITHIN), _behind(body, number, _TOLD_WITHIN)
        if number.bounded or not far or _of_a_year(account, body, number.at):
            continue  # `of_counts` compares the least and the most that persons and things can be
        plain = _is_plain(account.text, body, number) and not within(figure, quoted)
        unit = (far if plain else near)[:2]
        in_own_voice = plain and not _is_compound(body, number, unit)
        if _is_one_unit(account, figure, unit) and (in_own_voice or unit == near[:2]):
            stems = _stems(body[max(number.at - _AROUND, 0) : number.stop - 1 + _AROUND])
            dates = dated.at(figure) if in_own_voice else None
            span = Span(account.id, figure.start, unit[1].end)
            yield tuple(map(_stem, unit)), _Counted(number.amount, span, stems, dates)


def _stem(word: Word) -> str:
    return stem(word.key)


def _behind(body: Sequence[Word], number: Quantity, words: int) -> list[Word]:
    """Those of so many words behind a number that may say what it counts."""
    return [word for word in body[number.stop : number.stop + words] if _may_be_counted(word)]


def _stems(words: Iterable[Word]) -> frozenset[str]:
    return frozenset(map(_stem, filter(_may_be_counted, words)))


def _is_compound(body: Sequence[Word], number: Quantity, unit: Sequence[Word]) -> bool:
    """Whether two words behind a number are one thing, "fishing boats", and do not tell what was done by it."""
    return unit[1:] == list(body[number.stop + 1 : number.stop + 2]) and not unit[-1].key.endswith("ed")


def _may_be_counted(word: Word) -> bool:
    """Whether a word behind a number may say what it counts."""
    return is_content(word.key) and not word.key[0].isdigit()


def _is_plain(text: str, body: Sequence[Word], number: Quantity) -> bool:
    """Whether a figure counts things that are named right after it: no measure, part, year, nor number of a name."""
    figure = body[number.at]
    if not any(map(_is_thing, body[number.stop : number.stop + 1])):
        return False
    if _YEAR.fullmatch(figure.key) or text[figure.start - 1 : figure.start] in tuple(_MONEY):
        return False
    before = body[number.start - 1] if number.start else None
    of_a_name = before is not None and number.start == number.at and _is_of_a_name(text, before)
    return not of_a_name and (before is None or before.key not in _PART)


def _is_thing(word: Word) -> bool:
    return is_content(word.key) and stem(word.key) not in MEASURES


def _is_of_a_name(text: str, word: Word) -> bool:
    return text[word.start].isupper() and is_content(word.key) and not word.key.endswith("ly")


class _Dated:
    """The dates of the sentences of an account."""

    def __init__(self, timeline: Sequence[Moment]) -> None:
        by_place: dict[tuple[int, int], set[str]] = defaultdict(set)
        for moment in timeline:
            by_place[moment.what.start, moment.what.end].add(moment.date or "")
        self._sentences = sorted((start, end, frozenset(dates)) for (start, end), dates in by_place.items())
        self._starts = [start for start, *_ in self._sentences]

    def at(self, word: Word) -> frozenset[str]:
        last = bisect_right(self._starts, word.start) - 1
        return self._sentences[last][2] if last >= 0 and word.start < self._sentences[last][1] else frozenset()


def _of_a_year(account: Account, body: Sequence[Word], i: int) -> bool:
    """Whether the sentence begins with a year: what it counts then is not of the event."""
    before = body[max(i - _YEAR_WITHIN, 0) : i]
    return any(_YEAR.fullmatch(w.key) and "." not in account.text[w.end : body[i].start] for w in before)


def _is_one_unit(account: Account, figure: Word, unit: Sequence[Word]) -> bool:
    """Whether two words tell what is counted, with no mark or line end between the figure and them."""
    between = account.text[figure.end : unit[1].end] if len(unit) == 2 else ", "
    return not any(mark in between for mark in ("\n", ". ", "; ", ", "))


def of_times(readings: Sequence[Reading]) -> Iterator[Conflict]:
    """Different clock times of one day, or different days, for what several accounts tell in the same words.
    A time in a quotation is of what the speaker tells, not of when it was said."""
    named = _names_and_offices(readings)
    told = [_told(r.account, m, m.date, named) for r in readings for m in _in_own_voice(r) if m.date]
    for same in _told_alike(told):
        yield from _conflict([one.dated_by for one in _at_other_times(same)])


def _in_own_voice(reading: Reading) -> Iterator[Moment]:
    quoted = quotations(reading)
    return (m for m in reading.timeline if not within(Word(m.dated_by.start, m.dated_by.end, ""), quoted))


def _told_alike(moments: Sequence[_Told]) -> Iterator[list[_Told]]:
    """The moments that share their words, and those about the time, with the first of them. Words that begin many
    groups are not searched for, so that the cost stays near linear."""
    groups: list[list[_Told]] = []
    having: dict[str, list[int]] = defaultdict(list)
    for moment in moments:
        near = {at for word in moment.words if len(having[word]) < _COMMON for at in having[word]}
        number = next((at for at in sorted(near) if _alike(moment, groups[at][0])), len(groups))
        if number == len(groups):
            groups.append([])
            for word in moment.words:
                having[word].append(number)
        groups[number].append(moment)
    yield from groups


def _names_and_offices(readings: Iterable[Reading]) -> frozenset[str]:
    """The words by which the accounts name persons and bodies and say what they are."""
    return frozenset(
        stem(word.key)
        for reading in readings
        for actor in reading.cast
        if actor.kind != "group"
        for span in (*actor.mentions, *actor.roles)
        for word in words(reading.account.text, span.start, span.end)
    )


def _alike(a: _Told, b: _Told) -> bool:
    shared, shorter = len(a.words & b.words), min(len(a.words), len(b.words))
    if shared < _SAME_EVENT or len(a.done & b.done) < _SHARED_DONE:
        return False
    if len(a.act & b.act) >= _SAME_ACT:
        return True
    least = _SAME_ACT if a.act and b.act else _SAME_EVENT
    return shared >= max(least, 0.5 * shorter) and len(a.near & b.near) >= _SHARED_AROUND


def _at_other_times(same: Sequence[_Told]) -> list[_Told]:
    """Those that another account tells of another day, or of another clock time of the day. Dates of other granularity,
    or vague ones, can both be right."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)  # by what is compared: days, or the times of one
    for moment in same:
        compared = _compared_with(moment.date)
        if compared is not None:
            account, date = moment.dated_by.account, moment.date
            counts[compared].update((("all", ""), ("account", account), ("date", date), (account, date)))

    def opposed(moment: _Told) -> bool:
        counted = counts[_compared_with(moment.date) or ""]
        account, date = moment.dated_by.account, moment.date
        others = counted["all", ""] - counted["account", account] - counted["date", date] + counted[account, date]
        return others > 0

    return [moment for moment in same if _compared_with(moment.date) is not None and opposed(moment)]


def _compared_with(date: str) -> str | None:
    """The day of a clock time, nothing for a day itself, null for what is compared with nothing."""
    day, clock, _ = date.partition(_CLOCK)
    return day if clock else "" if len(date) == len("2019-02-28") else None


def _told(account: Account, moment: Moment, date: str, named: frozenset[str]) -> _Told:
    """The content words of what happened, and those about the time, without those of the time."""
    dated = moment.dated_by
    start, end = max(moment.what.start, dated.start - _REACH), min(moment.what.end, dated.end + _REACH)
    own = words(account.text, start, end)
    before = [word for word in own if word.start < dated.start]
    after = [word for word in own if word.start >= dated.end]
    near = (*before[-_NEAR:], *after[:_NEAR])
    act = (*before[-_NEAR_CLOCK:], *after[:_NEAR_CLOCK]) if _CLOCK in date else ()
    told = _content((*before, *after))
    return _Told(date, dated, told, _content(near), _content(act), told - named)


def _content(found: Iterable[Word]) -> frozenset[str]:
    return frozenset(stem(word.key) for word in found if is_content(word.key))


def of_roles(readings: Sequence[Reading], cast: Sequence[Actor]) -> Iterator[Conflict]:
    """Roles of one actor where no role that one account gives is contained in one of another's."""
    texts: Mapping[str, str] = {r.account.id: r.account.text for r in readings}
    for actor in cast:
        by_account: dict[str, _Offices] = {}
        for span in actor.roles:
            offices = _offices(texts[span.account][span.start : span.end])
            if offices and not _is_generic(texts[span.account][span.start : span.end]):
                by_account.setdefault(span.account, _Offices(span)).add(offices)
        yield from _conflict([roles.span for roles in _opposed(list(by_account.values()), _other_office)])


def _is_generic(role: str) -> bool:
    """Whether a role says no office: it ends in a general word, or goes on with what that is of."""
    keys = [word.key for word in words(role)]
    return next((keys[i - 1] for i in range(1, len(keys)) if keys[i] in ("of", "for")), keys[-1]) in _GENERIC


class _Offices:
    """The different offices that one account gives somebody, and where it gives the first."""

    def __init__(self, span: Span) -> None:
        self.span = span
        self.words: set[str] = set()
        self._having: dict[str, set[frozenset[str]]] = defaultdict(set)
        self._each: set[frozenset[str]] = set()

    def add(self, offices: frozenset[str]) -> None:
        self._each.add(offices)
        self.words |= offices
        for word in offices:
            self._having[word].add(offices)

    def say_whole(self, others: "_Offices") -> bool:
        """Whether one of these roles says all of a role of the others: if so, it has the word that fewest of these
        have."""
        inside = (other for other in others._each if other <= self.words)
        rarest = ((other, min(other, key=lambda word: len(self._having[word]))) for other in inside)
        return any(other <= own for other, word in rarest for own in self._having[word])


def _other_office(some: _Offices, others: _Offices) -> bool:
    """Whether no role that one account gives is said whole in a role of the other, nor a seat that both give."""
    if not some.words.isdisjoint(others.words & _SEATS):
        return False
    return not (some.say_whole(others) or others.say_whole(some))


def _offices(role: str) -> frozenset[str]:
    """The content words of a role in one form: abbreviated or not, for a man or a woman. Who leads a chamber sits in
    it, and the name of a chamber alone is no role."""
    keys = [written_out(key) for word in words(role) for key in _IN_FULL.get(word.key, (word.key,))]
    bases = {stem(_SAME_OFFICE.get(base, base)) for base in map(_of_anybody, keys) if is_content(base)}
    if not bases - _CHAMBERS.keys():
        return frozenset()
    seats = () if "white" in bases else (stem(seat) for chamber, seat in _CHAMBERS.items() if chamber in bases)
    return frozenset(bases.union(seats))


def _of_anybody(word: str) -> str:
    for ending in ("woman", "man", "person"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= _LEAST_LETTERS:
            return base
    return word
