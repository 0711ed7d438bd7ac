"""Calendar arithmetic on EDTF strings: a year, month, day, quarter, season, decade or an interval of days.

Quarters are EDTF level 2 (`2018-33` to `2018-36`), halves `2018-40` and `2018-41`, seasons `2018-21` (spring) to
`2018-24`, decades and centuries unspecified digits (`199X`, `19XX`). EDTF has no week, so a week is the interval of
its days, Monday to Sunday.
"""

import datetime as dt
import re

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"week": 7, "fortnight": 14}


def day_of(edtf: str) -> dt.date | None:
    """The day that `edtf` begins on, if it names a day."""
    if not (match := _DAY.match(edtf)):
        return None
    return date(*(int(part) for part in match.groups()))


def date(year: int, month: int, day: int) -> dt.date | None:
    """That day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def plus_days(day: dt.date, days: int) -> dt.date | None:
    """None beyond the years 1 to 9999."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def month(year: int, number: int) -> str | None:
    """`number` may be outside 1 to 12: it then counts on into the years beside."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    return f"{year:04d}-{number:02d}" if 1 <= year <= 9999 else None


def quarter(year: int, number: int) -> str | None:
    """`number` may be outside 1 to 4."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    return f"{year:04d}-{32 + number}" if 1 <= year <= 9999 else None


def part(year: int, code: int) -> str | None:
    """A season or a half of a year, by EDTF's code."""
    return f"{year:04d}-{code}" if 1 <= year <= 9999 else None


def year(number: int) -> str | None:
    return f"{number:04d}" if 1 <= number <= 9999 else None


def decade(number: int) -> str | None:
    """The decade that the year `number` is in."""
    return f"{number // 10:03d}X" if 1 <= number <= 9999 else None


def century(number: int) -> str | None:
    """The nineteenth century is `18XX`: 1800 to 1899, a year beside the strict count from 1801."""
    return f"{number - 1:02d}XX" if 1 <= number <= 99 else None


def week(day: dt.date | None) -> str | None:
    if day is None or (monday := plus_days(day, -day.weekday())) is None:
        return None
    sunday = plus_days(monday, 6)
    return f"{monday}/{sunday}" if sunday else None


def weekend(day: dt.date | None) -> str | None:
    """The Saturday and Sunday of the week of `day`."""
    if day is None or (saturday := plus_days(day, 5 - day.weekday())) is None:
        return None
    sunday = plus_days(saturday, 1)
    return f"{saturday}/{sunday}" if sunday else None


def easter(year: int) -> dt.date | None:
    """Easter Sunday of the western churches: the anonymous Gregorian computus (Meeus, Jones, Butcher)."""
    if not 1583 <= year <= 9999:
        return None
    golden, (hundreds, rest) = year % 19, divmod(year, 100)
    epact = (19 * golden + hundreds - hundreds // 4 - (hundreds - (hundreds + 8) // 25 + 1) // 3 + 15) % 30
    shift = (32 + 2 * (hundreds % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * shift) // 451
    number, day = divmod(epact + shift - 7 * late + 114, 31)
    return dt.date(year, number, day + 1)


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> dt.date | None:
    """The `nth` such weekday (Monday is 0) of a month; -1 is the last."""
    if nth > 0:
        first = date(year, number, 1)
        return first and plus_days(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
    after = date(year + number // 12, number % 12 + 1, 1)
    last = after and plus_days(after, -1)
    return last and plus_days(last, -((last.weekday() - weekday) % 7))


def later(edtf: str, count: int, unit: str) -> str | None:
    """`edtf` moved by `count` units, no finer than the unit and no finer than `edtf`; None if they do not fit."""
    begin = edtf.rstrip("~")
    if (day := day_of(begin)) and len(begin) == 10:
        return _day_later(day, count, unit)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", begin):
        first, second = int(match[1]), int(match[2])
        if unit == "year":
            return f"{first + count:04d}-{second:02d}" if 1 <= first + count <= 9999 else None
        if unit == "month" and second <= 12:
            return month(first, second + count)
        if unit == "quarter" and 33 <= second <= 36:
            return quarter(first, second - 32 + count)
    if re.fullmatch(r"\d{4}", begin) and unit in _YEARS:
        return year(int(begin) + count * _YEARS[unit])
    return None


def _day_later(day: dt.date, count: int, unit: str) -> str | None:
    if unit in _YEARS:
        return year(day.year + count * _YEARS[unit])
    if unit in _DAYS:
        return week(plus_days(day, count * _DAYS[unit]))
    if unit == "month":
        return month(day.year, day.month + count)
    if unit == "quarter":
        return quarter(day.year, (day.month + 2) // 3 + count)
    moved = plus_days(day, count) if unit == "day" else None
    return str(moved) if moved else None
