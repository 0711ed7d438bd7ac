"""Weeks, months, quarters, seasons, years and longer."""

import datetime as dt
import re

from onrecord.text.times import calendar
from onrecord.text.times.context import (
    ANY,
    DAY,
    NARRATIVE,
    QUARTER,
    VAGUE,
    Answer,
    Context,
    Parts,
    Unanchored,
    answer,
    beyond,
)
from onrecord.text.times.days import distance
from onrecord.text.times.numerals import in_full, month_number, move_of, number, ordinal, year_number
from onrecord.text.times.values import Tense
from onrecord.text.times.vocabulary import DECADES, SEASONS

# What a count of days, weeks or months can start from.
_FINE = {"day": DAY, "week": DAY, "fortnight": DAY, "month": r"\d{4}-(?:0\d|1[0-2])(?:-\d\d)?"}


def year_range(parts: Parts, _: Context) -> Answer:
    """`from 2014 to 2016`, `1998-99`."""
    begin, end = year_number(parts["year"]), year_number(parts["endyear"])
    end += begin // 100 * 100 if end < 100 else 0
    return Answer(f"{begin}/{end}") if begin < end else Answer(reason="ends before it begins")


def month_range(parts: Parts, context: Context) -> Answer:
    """`from June to August 2018`."""
    begin, end = month_number(parts["month"]), month_number(parts["endmonth"])
    year = year_number(parts["year"]) if parts.get("year") else _range_year(begin, end, context)
    first, last = calendar.month(year - (begin > end), begin), calendar.month(year, end)
    return answer(f"{first}/{last}" if first and last and first < last else None)


def _range_year(begin: int, end: int, context: Context) -> int:
    """The year of the end: that of the range whose nearer edge is the nearest."""
    anchor = context.day().replace(day=15)
    near: list[tuple[int, int]] = []
    for year in range(max(anchor.year - 1, 2), min(anchor.year + 1, 9998) + 1):
        edges = dt.date(year - (begin > end), begin, 15), dt.date(year, end, 15)
        near.append((min(distance(edge, anchor, context.tense) for edge in edges), year))
    return min(near)[1]


def month(parts: Parts, context: Context) -> Answer:
    """`June 2018`, `last June`, `in June`, `early June of last year`."""
    number, edge = month_number(parts["month"]), parts.get("edge")
    if word := parts.get("year"):
        return answer(calendar.month(year_number(word), number), edge)
    if move := parts.get("yearmove"):
        return answer(calendar.month(_moved_year(move, context), number), edge)
    return answer(calendar.month(_month_year(number, context, parts.get("move")), number), edge)


def _moved_year(move: str, context: Context) -> int:
    if move.removeprefix("the ") in ("that", "same", "following"):
        return int(context.told()[:4]) + move_of(move)
    return context.day().year + move_of(move)


def _month_year(number: int, context: Context, move: str | None = None) -> int:
    anchor = context.day()
    if move and move_of(move) < 0:
        return anchor.year - (number >= anchor.month)
    if move and move_of(move) > 0:
        return anchor.year + (number <= anchor.month)
    if move:
        return anchor.year
    middle = [dt.date(min(max(anchor.year + k, 1), 9999), number, 15) for k in (-1, 0, 1)]
    here = anchor.replace(day=15)
    return min(middle, key=lambda d: distance(d, here, context.tense)).year


def quarter(parts: Parts, context: Context) -> Answer:
    """`the third quarter of 2018`, `last year's first quarter`, `third-quarter`."""
    number = ordinal(parts["ordinal"]) or 4
    if number > 4:
        return Answer(reason="no such quarter")
    if word := parts.get("year"):
        return answer(calendar.quarter(year_number(word), number))
    if move := parts.get("move"):
        return answer(calendar.quarter(_moved_year(move, context), number))
    anchor = context.day()
    ahead = number - (anchor.month + 2) // 3
    if context.tense == "future":
        return answer(calendar.quarter(anchor.year + (ahead < -1), number))
    return answer(calendar.quarter(anchor.year - (ahead > 0), number))


def half(parts: Parts, context: Context) -> Answer:
    """`the first half of 2018`: EDTF level 2, 40 and 41."""
    word = parts.get("year")
    year = year_number(word) if word else _moved_year(parts.get("move") or "this", context)
    return answer(calendar.part(year, 40 if ordinal(parts["ordinal"]) == 1 else 41))


def told_quarter(parts: Parts, context: Context) -> Answer:
    """`the quarter`, `the year-earlier period`: the one the text spoke of, or else the last that has ended."""
    spoken = context.told_any(QUARTER) or calendar.later(str(context.day()), -1, "quarter")
    return answer(spoken and calendar.later(spoken, -1 if parts.get("earlier") else 0, "year"))


def year_quarter(parts: Parts, context: Context) -> Answer:
    """`the 1988 quarter`, `last year's period`: the one spoken of, in that year."""
    year = year_number(parts["year"]) if parts.get("year") else context.day().year + move_of(parts["move"])
    return answer(calendar.part(year, int(told[5:])) if (told := context.told_any(QUARTER)) else calendar.year(year))


def latest_quarter(_: Parts, context: Context) -> Answer:
    """`the latest quarter`: the last that ended before the anchor."""
    return answer(calendar.later(str(context.day()), -1, "quarter"))


def season(parts: Parts, context: Context) -> Answer:
    """`last summer`, `the spring of 2018`, `winter`. A winter goes by the year it begins in."""
    code, edge = SEASONS[parts["season"]], parts.get("edge")
    if word := parts.get("year"):
        return answer(calendar.part(year_number(word), code), edge)
    if move := parts.get("yearmove"):
        return answer(calendar.part(_moved_year(move, context), code), edge)
    anchor, begins = context.day(), 3 * (code - 20)
    ended = anchor.month >= begins + 3
    move = parts.get("move")
    if move and move_of(move) < 0:
        return answer(calendar.part(anchor.year - (not ended), code), edge)
    if move and move_of(move) > 0:
        return answer(calendar.part(anchor.year + (anchor.month >= begins), code), edge)
    not_yet = anchor.month < begins and context.tense == "past" and not move
    return answer(calendar.part(anchor.year - not_yet, code), edge)


def year(parts: Parts, _: Context) -> Answer:
    """`2017`, `late 2017` (as `2017~`), `fiscal 2017` (as `2017~`, for no calendar says where it begins)."""
    return answer(
        calendar.year(in_full(year_number(parts["year"]))), "about" if parts.get("fiscal") else parts.get("edge")
    )


def year_end(_: Parts, context: Context) -> Answer:
    return answer(calendar.date(context.day().year - (context.tense == "past"), 12, 31))


def decade(parts: Parts, context: Context) -> Answer:
    """`the 1990s`, `the early '80s`, `the sixties`."""
    digits, edge = parts["decade"], parts.get("edge")
    words = digits.removeprefix("nineteen").lstrip(" -")
    if words != digits:
        return answer(calendar.decade(1900 + DECADES[words]), edge)
    number = DECADES.get(digits) or int(re.sub(r"\D", "", digits))
    if number < 100:
        this = context.day().year // 10 * 10
        number += this // 100 * 100 - (100 if number > this % 100 else 0)
    return answer(calendar.decade(number), edge)


def century(parts: Parts, context: Context) -> Answer:
    if move := parts.get("move"):
        return answer(calendar.century(context.day().year // 100 + 1 + move_of(move)))
    return answer(calendar.century(ordinal(parts["ordinal"])), parts.get("edge"))


def near_unit(parts: Parts, context: Context) -> Answer:
    """`last week`, `early this year`, `the following day`."""
    move = parts["move"].removeprefix("the ")
    unit, edge = parts["unit"], parts.get("edge")
    count = move_of(move)
    if unit == "weekend" and move in ("coming", "this coming", "upcoming"):  # the first there is, not the one after
        return answer(calendar.weekend(calendar.plus_days(context.day(), 2 if context.day().weekday() >= 5 else 0)))
    if move in ("that", "same", "following") or (unit == "day" and move in ("next", "previous")):
        return answer(calendar.later(context.told(_FINE.get(unit, ANY)), count, unit) or beyond(), edge)
    if unit == "day":
        raise Unanchored(VAGUE)
    return answer(_unit_near(unit, count, context), edge)


def _unit_near(unit: str, count: int, context: Context) -> str | None:
    anchor = context.day()
    if unit == "weekend":
        over = count == 0 and anchor.weekday() < 5 and not _is_to_come(context.tense, anchor)
        return calendar.weekend(calendar.plus_days(anchor, 7 * (count - over)))
    if unit == "decade":
        return calendar.decade(anchor.year + 10 * count)
    if unit == "century":
        return calendar.century(anchor.year // 100 + 1 + count)
    return calendar.later(str(anchor), count, unit)


def _is_to_come(tense: Tense | None, anchor: dt.date) -> bool:
    """Whether a weekend is the one ahead. What was to be done may have been, early in the week: "they were to meet over
    the weekend"."""
    return tense in ("future", "undertaken") or (tense == "ahead" and anchor.weekday() > 1)


def before_last(parts: Parts, context: Context) -> Answer:
    """`the year before last`."""
    return answer(calendar.later(str(context.day()), -2, parts["unit"]))


def this_unit(parts: Parts, context: Context) -> Answer:
    """`the year`, `earlier in the week`: the account's own."""
    return answer(_unit_near(parts["unit"], 0, context))


def the_weekend(parts: Parts, context: Context) -> Answer:
    return answer(_unit_near("weekend", 0, context), parts.get("edge"))


def edge_of(parts: Parts, context: Context) -> Answer:
    """`the end of the year`: the year, approximate, as `late 2017` is."""
    if parts.get("month"):
        return month({**parts, "edge": "late"}, context)
    if word := parts.get("year"):
        return answer(calendar.year(year_number(word)), "late")
    if parts["unit"] == "day" and not parts.get("move"):
        return answer(context.day())
    found = near_unit({"move": parts.get("move") or "this", "unit": parts["unit"]}, context)
    return answer(found.value, "late") if found.value else found


def ago(parts: Parts, context: Context) -> Answer:
    """`five months ago`, `two weeks from now`: no finer than the unit."""
    count, unit = number(parts.get("number")), parts["unit"]
    if count is None or count != int(count):
        return Answer(reason="an unsaid number")
    sign = -1 if parts.get("back") else 1
    if unit in ("second", "minute", "hour"):
        return Answer(reason="a time of day that no account gives")
    if unit == "year" and count == 1 and (told := context.told_any(QUARTER)):
        return answer(calendar.later(told, sign, unit))
    return answer(calendar.later(str(context.day()), sign * int(count), unit), parts.get("about"))


def apart(parts: Parts, context: Context) -> Answer:
    """`two days later`, `a year earlier`: counted from the date the text named last."""
    count, unit = number(parts.get("number")), parts["unit"]
    if count is None or count != int(count) or unit in ("second", "minute", "hour"):
        return Answer(reason=NARRATIVE)
    sign = -1 if parts.get("back") else 1
    told = context.told_any(QUARTER) if unit == "year" else None
    return answer(calendar.later(told or context.told(_FINE.get(unit, ANY)), sign * int(count), unit) or beyond())


def year_ago(_: Parts, context: Context) -> Answer:
    """`year-ago`, `year-earlier`, as in `from year-ago earnings`."""
    if told := context.told_any(QUARTER):
        return answer(calendar.later(told, -1, "year"))
    return answer(calendar.year(context.day().year - 1))
