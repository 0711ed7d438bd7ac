"""Of which day a time of day is, where another expression beside it says so."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from onrecord.text.times.calendar import day_of
from onrecord.text.times.values import TimeReading

CLOCKS = frozenset(("clock", "part-alone"))
"""Rules of times that name no day."""
_DAYS = frozenset(("numeric-day", "day", "iso-day", "weekday-monthday", "holiday", "day-of-month"))
_BESIDE = re.compile(r",?\s(?:(?:at|around|about|by|before|after|from|until)\s)?(?:(?:about|around)\s)?")
"""What stands between a day and its time of day."""
_BRACKET = re.compile(r"\s?[(\[]")
_DAY_AND_CLOCK = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)")
_HALF_A_DAY = 12 * 60


def is_beside(text: str, before: TimeReading | None, start: int) -> bool:
    """Whether what is read at `start` is the time of day of the day named directly before it."""
    if before is None or before.expression.rule not in _DAYS:
        return False
    return _BESIDE.fullmatch(text, before.expression.end, start) is not None


def in_both_zones(text: str, readings: Iterable[TimeReading]) -> Iterator[TimeReading]:
    """The readings; a time of day whose universal time and day stand behind it in brackets ("7:30 p.m. ET (0030 GMT
    Saturday)") is of the day that these tell, in the zone that they tell."""
    held: TimeReading | None = None
    for reading in readings:
        if held is not None:
            yield _by_universal(text, held, reading)
        held = reading
    if held is not None:
        yield held


def _by_universal(text: str, local: TimeReading, universal: TimeReading) -> TimeReading:
    beside = _BRACKET.fullmatch(text, local.expression.end, universal.expression.start)
    value, universal_value = local.resolved.value or "", universal.resolved.value or ""
    if not (
        beside
        and local.resolved.rule == "clock"
        and universal.resolved.rule == "clock-day"
        and universal_value.endswith("Z")
    ):
        return local
    clock, other = _DAY_AND_CLOCK.fullmatch(value), _DAY_AND_CLOCK.match(universal_value)
    day = day_of(universal_value)
    if clock is None or other is None or day is None:
        return local
    minutes = int(clock[2]) * 60 + int(clock[3])
    offset = (minutes - int(other[2]) * 60 - int(other[3]) + _HALF_A_DAY) % (2 * _HALF_A_DAY) - _HALF_A_DAY
    at = dt.datetime.fromisoformat(universal_value[:-1]) + dt.timedelta(minutes=offset)
    sign, hours = "-" if offset < 0 else "+", divmod(abs(offset), 60)
    printed = f"{at:%Y-%m-%dT%H:%M}{sign}{hours[0]:02}:{hours[1]:02}"
    return replace(local, resolved=replace(local.resolved, value=printed, anchor=universal.resolved.anchor))
