"""The time that an account tells of, and what it dates long before."""

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Iterable

from onrecord.text.spans import Place
from onrecord.text.times import TimeReading

_LONG = dt.timedelta(days=45)
_REACH = 40  # characters between a date and the act that it dates
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_END = re.compile(r"(?:.*/)?(\d{2}[\dX]{2})(?:-(0[1-9]|1[0-2])(?:-(\d\d))?)?")
_LEADING = re.compile(r"(?:back\s)?(?:in|on|during|until|since|by)?\s?", re.IGNORECASE)
_JOIN = re.compile(r"[\s,]{0,2}")


class Narrative:
    """The latest day that an account dates, itself included: what it tells without a date is of about then."""

    def __init__(self, text: str, published: str | None, times: Iterable[TimeReading]) -> None:
        dated = [(time.expression, time.resolved.value) for time in times if time.resolved.value]
        self._text = text
        self._now = _latest((value for _, value in dated), published)
        self._former = [(place.start, place.end) for place, value in dated if self._is_long_ago(value)]

    def _is_long_ago(self, value: str) -> bool:
        """Whether all of a date lies in an earlier year, or, of a month or day, well before the time told of."""
        end = _END.match(value)
        if self._now is None or end is None:
            return False
        year, month, day = end.groups()
        if month is None:
            return year.replace("X", "9") < self._now[:4]
        try:
            last = dt.date(int(year), int(month), int(day or 28))
            return last + _LONG < dt.date.fromisoformat(self._now)
        except (ValueError, OverflowError):
            return False

    def is_before(self, holder: Place | None, cue: Place) -> bool:
        """Whether the words beside an act date it long before: "in 2016 they demanded", "they demanded last year
        that"."""
        first = min(cue[0], holder[0] if holder else cue[0])
        reach = first - _REACH
        near = self._former[bisect_left(self._former, (reach, 0)) : bisect_left(self._former, (cue[1] + _REACH, 0))]
        return any(self._is_beside(place, first, cue, holder) for place in near)

    def _is_beside(self, time: Place, first: int, cue: Place, holder: Place | None) -> bool:
        if time[1] <= first:
            return bool(_JOIN.fullmatch(self._text, time[1], first))
        within = holder is not None and holder[1] <= time[0] and time[1] <= cue[0]
        return within or (time[0] >= cue[1] and bool(_LEADING.fullmatch(self._text, cue[1] + 1, time[0])))


def _latest(values: Iterable[str], published: str | None) -> str | None:
    """The latest day that is dated, and no later than an account was published, where that is known."""
    limit = published[:10] if published and _DAY.match(published) else None
    days = (day[0] for value in values if (day := _DAY.match(value)))
    return max((day for day in days if limit is None or day <= limit), default=limit)
