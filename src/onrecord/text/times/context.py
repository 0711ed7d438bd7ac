"""What a resolver gets and what it answers.

A resolver gets the named parts of an expression, in lower case, and the context it stands in. It reaches for the
account's date only through the context, which notes that it did; without one the context ends the attempt.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from onrecord.text.times import calendar
from onrecord.text.times.values import Part, Tense

Parts = Mapping[str, str]
ANY, DAY, QUARTER = r".*", r"\d{4}-\d\d-\d\d", r"\d{4}-3[3-6]"
_APPROXIMATE = frozenset(
    "early late mid middle about around circa nearly almost roughly approximately some more less over up at".split()
)
NO_ANCHOR = "relative, and no date to count from"
NARRATIVE = "counted from another event of the text"
VAGUE = "names no time of the calendar"
NO_SUCH_DAY = "no such day in the calendar"


class Answer(NamedTuple):
    """An EDTF value or the reason for none; the part of the day; an ISO 8601 duration."""

    value: str | None = None
    reason: str | None = None
    part: Part | None = None
    duration: str | None = None


class Unanchored(Exception):
    """Ends a resolver that has no date to count from."""


class Context:
    """What a resolver may count from. `used` is the date that it reached for last."""

    def __init__(self, anchor: str | None, told: Sequence[str], tense: Tense | None) -> None:
        self._anchor = anchor
        self._day = calendar.day_of(anchor) if anchor else None
        self._told = told
        self.tense = tense
        self.used: str | None = None

    def day(self) -> dt.date:
        """The anchor's day."""
        if self._day is None:
            raise Unanchored(NO_ANCHOR)
        self.used = self._anchor
        return self._day

    def is_after(self, day: dt.date) -> bool:
        """Whether the account may be from then or later: of one without a date it is taken for granted."""
        return self._day is None or self._day >= day

    def told(self, pattern: str = ANY) -> str:
        """The value that the text named last, of those that match the pattern."""
        if (found := self.told_any(pattern)) is None:
            raise Unanchored(NARRATIVE)
        return found

    def told_any(self, pattern: str) -> str | None:
        """The same, or None."""
        found = next((value for value in reversed(self._told) if re.fullmatch(pattern, value)), None)
        self.used = found or self.used
        return found


def answer(value: object, edge: str | None = None) -> Answer:
    """`early`, `late` and their like make a value approximate."""
    if value is None:
        return Answer(reason=NO_SUCH_DAY)
    approximate = edge and edge.split()[0] in _APPROXIMATE
    return Answer(f"{value}~" if approximate and "/" not in str(value) else str(value))


def beyond() -> str:
    """The date the text named is too coarse to count on from, or the calendar ends: there is no answer."""
    raise Unanchored(NARRATIVE)


Resolver = Callable[[Parts, Context], Answer]
