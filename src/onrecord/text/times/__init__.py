"""Time expressions: where a text says when, and which day, month or year of the calendar that is.

The method is the usual one of rule-based taggers (HeidelTime, Strötgen and Gertz 2010; SUTime, Chang and Manning
2012): a grammar recognises an expression, the date of the account anchors it, and the tense of the verb beside it
tells past from future. What cannot be pinned to the calendar keeps no value and says why.

A value is EDTF, no finer than the words: `2019-02-28`, `2018-06`, `2017~` for "late 2017", `2018-35` for its third
quarter, `2018-22` for its summer, `199X`, `18XX`, and an interval of days for a week (`2019-02-18/2019-02-24`) or
"March 3-5". A time of day is local to where it was said: `2019-02-28T13:25`.
"""

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from onrecord.text.spans import Place
from onrecord.text.times.beside import is_other, same_sentence, tense_beside
from onrecord.text.times.calendar import day_of
from onrecord.text.times.clocks import CLOCKS, in_both_zones, is_beside
from onrecord.text.times.context import Context, Unanchored
from onrecord.text.times.grammar import RULES, finder, parts, reader
from onrecord.text.times.values import Kind, Part, Resolved, Tense, TimeExpression, TimeReading

__all__ = [
    "Kind",
    "Part",
    "Resolved",
    "Tense",
    "TimeExpression",
    "TimeReading",
    "becomes_told",
    "find_times",
    "read_times",
    "resolve",
]


_DAY_LENGTH = len("2019-02-28")
# How many dates back a text may point.
_MEMORY = 12
# Days before the account's own of which its paragraphs go on to tell, and characters of a paragraph that are looked at.
_MONTH = 31
_PARAGRAPH = 2000
_COMPARISONS = frozenset(("ago", "apart", "year-ago", "earlier-quarter", "quarter-in-year", "year-range"))


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of `text`, in their order, none overlapping another. Takes time linear in its length.

    With `start` and `end`, those of a part of it, which is still read in the light of the text around it.
    """
    return tuple(_found(text, _lowered(text), start, len(text) if end is None else end))


def _lowered(text: str) -> str:
    # Only the Turkish capital dotted I grows when lowered, and offsets must not move.
    return text.replace("İ", "i").lower()


def _found(text: str, lower: str, start: int, end: int) -> Iterator[TimeExpression]:
    for match in finder().finditer(lower, start, end):
        rule = RULES[(match.lastindex or 1) - 1]
        first, last = match.span()
        if not is_other(text, first, last, rule.name):
            tense = tense_beside(lower, first, last)
            yield TimeExpression(first, last, text[first:last], rule.kind, rule.name, tense)


def resolve(expression: TimeExpression, anchor: str | None, told: Sequence[str] = ()) -> Resolved:
    """What `expression` stands for, counted from `anchor`, the EDTF day or date-time of the account.

    `told` are EDTF values that the text named before, the latest last: "the following day" counts from one of them.
    An anchor coarser than a day is no anchor. Never raises for words that the grammar recognised.
    """
    pattern, rule = reader(expression.rule)
    match = pattern.fullmatch(_lowered(expression.text))
    if match is None:
        raise ValueError(f"{expression.text!r} is not an expression of the rule {expression.rule!r}")
    context = Context(anchor, told, expression.tense)
    try:
        answer = rule.resolver(parts(match), context)
    except Unanchored as why:
        return Resolved(rule=rule.name, reason=str(why))
    return Resolved(
        value=answer.value,
        rule=rule.name,
        anchor=context.used if answer.value else None,
        reason=answer.reason,
        part=answer.part,
        duration=answer.duration,
    )


def becomes_told(resolved: Resolved) -> tuple[str, ...]:
    """What later words of the text may count from: a plain date that is not itself a comparison with another."""
    if resolved.value is None or resolved.rule in _COMPARISONS:
        return ()
    plain = re.match(r"\d{4}(?:-\d\d){0,2}(?=~?$|T)", resolved.value)
    return (plain[0],) if plain else ()


def read_times(
    text: str, anchor: str | None, *, passages: Iterable[Place] | None = None, quoted: Iterable[Place] = ()
) -> tuple[TimeReading, ...]:
    """Find and resolve. The text is one telling: what points back ("that day") is counted from the date named last.

    `passages` are the parts to read, in order, as characters from and up to; by default all of it. What is said in
    `quoted` parts is counted from what was told before, but tells nothing of the text's own order of days.
    """
    lower, telling = _lowered(text), _Telling(anchor, quoted)
    read = (
        telling.read(text, expression)
        for start, end in ([(0, len(text))] if passages is None else passages)
        for expression in _found(text, lower, start, end)
    )
    return tuple(in_both_zones(text, read))


class _Telling:
    """What a text has told so far: the dates it named, and the day it tells of."""

    def __init__(self, anchor: str | None, quoted: Iterable[Place]) -> None:
        self._anchor = self._narrative = anchor
        self._quoted = sorted(quoted)
        self._told: deque[str] = deque(maxlen=_MEMORY)
        self._spoken: tuple[Place | None, deque[str]] = (None, self._told)
        self._before: TimeReading | None = None
        self._paragraph: tuple[int, str] | None = None
        """Where the day told of last ends, and which day that is."""

    def read(self, text: str, expression: TimeExpression) -> TimeReading:
        """A time of day is of the day named in its sentence, and of none if that is not known; else of the day that its
        paragraph told of last, or that the text did, if that is near the anchor."""
        told, quotation = self._told_before(expression.start)
        before, resolved = self._before, self._resolved(text, expression, told)
        if before and before.resolved.value is None and is_beside(text, before, expression.start):
            resolved = Resolved(rule=expression.rule, reason=before.resolved.reason)
        self._before = TimeReading(expression, resolved)
        told.extend(becomes_told(resolved))
        day = day_of(resolved.value) if resolved.value else None
        if quotation is None and day and resolved.rule not in _COMPARISONS:
            self._paragraph = expression.end, str(day)
        if quotation is None and _is_near(resolved.value, self._anchor):
            self._narrative = resolved.value
        return self._before

    def _resolved(self, text: str, expression: TimeExpression, told: deque[str]) -> Resolved:
        last = self._before.expression.end if self._before else 0
        if expression.rule not in CLOCKS or same_sentence(text, last, expression.start):
            return resolve(expression, self._anchor, told)
        return resolve(expression, self._day_of_paragraph(text, expression.start) or self._narrative, ())

    def _day_of_paragraph(self, text: str, at: int) -> str | None:
        """The day that the paragraph told of last, if it is near the anchor: what lies far back is told in passing."""
        if (
            self._paragraph is None
            or at - self._paragraph[0] > _PARAGRAPH
            or text.find("\n", self._paragraph[0], at) >= 0
        ):
            return None
        return self._paragraph[1] if _is_near(self._paragraph[1], self._anchor, days=_MONTH) else None

    def _told_before(self, at: int) -> tuple[deque[str], Place | None]:
        """The dates told before a place; those that its quotation named are forgotten with it."""
        number = bisect_right(self._quoted, at, key=lambda place: place[0]) - 1
        if number < 0 or at >= self._quoted[number][1]:
            return self._told, None
        if self._spoken[0] != self._quoted[number]:
            self._spoken = self._quoted[number], self._told.copy()
        return self._spoken[1], self._quoted[number]


def _is_near(value: str | None, anchor: str | None, days: int = 7) -> bool:
    """Whether a value is an exact day within so many days before the anchor."""
    own = day_of(anchor) if anchor else None
    day = day_of(value) if value and len(value) == _DAY_LENGTH else None
    return bool(day and own and timedelta(0) <= own - day < timedelta(days))
