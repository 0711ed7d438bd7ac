"""The questions that are asked of printed dates: which day a line or a value names, whether a short line says when, and
where in it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from onrecord.text.dates.names import lowered
from onrecord.text.dates.printed_forms import (
    AGO,
    CLOCK,
    CLOCK_ALONE,
    COMPACT,
    DAY,
    DIGIT,
    DIGITS,
    JOINED,
    MONTH,
    NUMBERS,
    WEEKDAY_AND_CLOCK,
    YEAR_BEHIND,
    Order,
    When,
    clock_before,
    clock_behind,
    is_relative,
    ordered,
    read_ago,
    read_told,
    read_when,
    time_of,
    value_of,
    weekday_before,
)
from onrecord.text.letters import folded
from onrecord.text.spans import Place

RELATIVE, BARE = 100, 40
"""Characters of the lines in which "yesterday", and in which "2 days", may say when they were written: in longer ones
it is told."""
EARLIEST, LATEST = 1990, 2049
"""Years in which what is on the web was written."""
_YEAR_ALONE = re.compile(r"(?:19|20)[0-9]{2}(?:-[01][0-9])?")
_UNIT_OF_CLOCK = re.compile(r" ?(?:uhr|uur|hrs?|h)\b")
"""Behind a time of day: "10:12 Uhr"."""
_VALUE: Final = 64
"""Characters of a value of markup that are looked at."""


class Found(NamedTuple):
    """A whole date in a text: where it stands with its time of day, and its EDTF if it is known."""

    start: int
    end: int
    edtf: str | None


def find_date(text: str, start: int = 0, end: int | None = None) -> Found | None:
    """The first whole date (day, month, year; with its time if it has one) of `text[start:end]`."""
    end = len(text) if end is None else end
    if text.find("20", start, end) < 0 and text.find("19", start, end) < 0:
        return None  # all have the year in full
    part = text[start:end]
    low = lowered(part)
    for when in _dates(part, low):
        if when.kind == DAY:
            clock = clock_behind(low, when.end)
            value = value_of(when, time_of(clock) if clock else when.clock, low)
            return Found(start + when.start, start + (clock.end() if clock else when.end), value)
    return None


def read_date(value: str) -> str | None:
    """EDTF of a value of markup or of a date on its own: `2019-02-28T13:25:00+0000`, `Feb. 28, 2019`, `20190228`."""
    value = " ".join(folded(value).split())[:_VALUE]
    if _YEAR_ALONE.fullmatch(value):
        return value
    low = lowered(value)
    for when in _dates(value, low):
        if when.kind == DAY:
            clock = clock_behind(low, when.end) or clock_before(low, when.start)
            return value_of(when, time_of(clock) if clock else when.clock, low)
    match = COMPACT.match(value)
    return value_of(_compact(match), "", low) if match else None


def _compact(match: re.Match[str]) -> When:
    return When(DAY, match.start(), match.end(), int(match["year"]), int(match["month"]), int(match["day"]))


def read_posted(printed: str) -> str | None:
    """EDTF of what says when a comment was posted, to the month where it says no more: "March 2009"."""
    if day := read_date(printed):
        return day
    low = lowered(printed)
    month = next((when for when in _dates(printed, low) if when.kind <= MONTH), None)
    return value_of(month, "", low) if month and month.kind == MONTH else None


def order_told_by(text: str, start: int = 0, end: int | None = None) -> Order | None:
    """What the numeric dates of `text[start:end]` tell of their order: 28/2/2019 has the day first; None if nothing
    does."""
    end = len(text) if end is None else end
    orders: set[Order] = set()
    for year in YEAR_BEHIND.finditer(text, start, end):
        begin = max(start, year.start() - len("12/28"))
        match = _numbers(text, begin, min(end, year.end() + 1))
        if match and match["sep"][0] != ".":
            one, two = int(match["one"]), int(match["two"])
            if max(one, two) > 12 >= min(one, two):
                orders.add("day first" if one > 12 else "month first")
    return "day first" if orders == {"day first"} else "month first" if orders == {"month first"} else None


_NUMBERS_APART: Final = re.compile(rf"(?<![0-9]){NUMBERS.pattern}")


def _numbers(text: str, start: int, end: int) -> re.Match[str] | None:
    return _NUMBERS_APART.search(text, start, end)


def in_order(text: str, order: Order | None) -> str | None:
    """The EDTF of the first numeric date of `text`, read in that order."""
    match = _numbers(text, 0, len(text))
    if match is None:
        return None
    low = lowered(text)
    day, month = ordered(match, order)
    clock = clock_behind(low, match.end())
    when = When(DAY, match.start(), match.end(), int(match["year"]), month, day)
    return value_of(when, time_of(clock) if clock else "", low)


@lru_cache(1024)
def find_when(text: str) -> Place | None:
    """Where a line that is perhaps the head of a comment says when, with the day of the week before it, and the time of
    day beside it or alone. A length of time is one ago, wherever it stands; the zone of a time is left out."""
    low = lowered(text)
    if DIGIT.search(text) is None and not is_relative(low):
        return None
    when = _most(text, low, lengths=True) or _clock_alone(text)
    if when is None:
        return None
    start, end = _with_beside(low, when)
    behind = clock_behind(low, when.end)
    if behind and behind["zone"] and behind["zone"].strip().isalpha():
        return start, behind.start("zone")
    unit = _UNIT_OF_CLOCK.match(low, end) if low[end - 1].isdigit() else None
    return start, unit.end() if unit else end


def _clock_alone(text: str) -> When | None:
    clock = CLOCK_ALONE.search(text)
    return When(CLOCK, clock.start(), clock.end()) if clock else None


def has_day(text: str) -> bool:
    """Whether a text names a day, with its year or without."""
    low = lowered(text)
    return any(when.kind not in (MONTH, AGO) for when in _dates(text, low))


def has_clock(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a time of day stands in `text[start:end]`."""
    return CLOCK_ALONE.search(text, start, len(text) if end is None else end) is not None


def is_dated(text: str) -> bool:
    """Whether a short text speaks of a day or of a time ago: what stands beside a comment's author."""
    low = lowered(text)
    return _most(text, low) is not None


def says_when(text: str) -> Place | None:
    """Where a short text says when: the date with the day of the week before it and the time beside it, as printed.

    A whole date before one without a year, and that before "2 days ago".
    """
    if DIGIT.search(text) is None and (len(text) > RELATIVE or not is_relative(lowered(text))):
        return None  # most lines of a page
    low = lowered(text)
    when = _most(text, low)
    return _with_beside(low, when) if when else None


def is_counted(phrase: str) -> bool:
    """Whether what says when counts from a day that is not told: "2 days ago", "yesterday at 10:12"."""
    when = _most(phrase, lowered(phrase))
    return when is not None and when.kind == AGO


def _most(text: str, low: str, *, lengths: bool = False) -> When | None:
    """The first date of those that tell most; `lengths`: a length of time that nothing says is one ago is one, too."""
    best: When | None = None
    history = False
    for when in _dates(text, low, lengths=lengths):
        if when.kind == DAY and not EARLIEST <= when.year <= LATEST:
            history = True
            continue
        if when.kind == DAY:
            return when
        if best is None or when.kind < best.kind:
            best = when
    if history:
        return None
    if (best and best.kind < AGO) or len(text) > RELATIVE:
        return best
    told = read_told(low)
    if told:
        return min(best, told) if best else told
    if best is None and ":" in text and (clock := WEEKDAY_AND_CLOCK.search(low)):
        return When(AGO, clock.start(), clock.end())
    return best


def _dates(text: str, low: str, *, lengths: bool = False) -> Iterator[When]:
    """The dates and the times ago that have a number, in their order."""
    reach = 0
    digits = DIGITS.search(low)
    while digits:
        start, stop = digits.span()
        if start >= reach and (when := read_when(text, low, start, stop) or _ago(low, start, stop, lengths)):
            reach = when.end
            yield when
        digits = DIGITS.search(low, stop)


def _ago(low: str, start: int, stop: int, lengths: bool) -> When | None:
    before, after = low[start - 1 : start], low[stop : stop + 1]
    if not (after == " " or after.isalpha()) or before in JOINED or before.isalpha():
        return None
    if lengths:
        return read_ago(low, start, bare="anywhere")
    return read_ago(low, start, bare="at the end" if len(low) <= BARE else None) if len(low) <= RELATIVE else None


def _with_beside(low: str, when: When) -> Place:
    """The place of a date with the day of the week before it, and the time of day behind it, or else before it."""
    day = weekday_before(low, when.start)
    start = day.start() if day else when.start
    if behind := clock_behind(low, when.end):
        return start, behind.end()
    before = clock_before(low, start)
    return (before.start() if before else start), when.end
