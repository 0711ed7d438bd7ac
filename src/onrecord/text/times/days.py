"""Days and times of day."""

import datetime as dt
import re
from typing import cast

from onrecord.text.times import calendar
from onrecord.text.times.context import DAY, NO_SUCH_DAY, Answer, Context, Parts, answer
from onrecord.text.times.numerals import month_number, move_of, number, ordinal, year_number
from onrecord.text.times.values import Part, Tense
from onrecord.text.times.vocabulary import (
    CLOCK_WORDS,
    DAY_NAMES,
    DAYWORDS,
    EASTER,
    FLOATING,
    HOLIDAYS,
    MOVES,
    NAMED_DAYS,
    NUMBERS,
    WEEKDAYS,
)

# Days that count against a side: the one the tense speaks against, and, where no verb tells, the one ahead.
_AGAINST_TENSE, _AHEAD = 200, 90
_AGAINST_DEED = 400  # what was done in February was done this February or last
_JUST_BEFORE = 2  # days: "the talks that were to begin on Monday" told on Wednesday
_NEAR = 60  # days within which a day before "attack" or "riot" is a plain date
ANOTHER_YEAR = "the name of an event, of a year that is not said"
TWO_READINGS = "reads as two different days"


def day(parts: Parts, context: Context) -> Answer:
    """A weekday, a day of a month, `yesterday`, an ISO date."""
    return answer(_day(parts, context))


def _day(parts: Parts, context: Context) -> dt.date | None:
    if word := parts.get("isoday"):
        return calendar.day_of(word)
    if word := parts.get("dayword"):
        return calendar.plus_days(context.day(), DAYWORDS[word])
    if word := parts.get("month"):
        return _month_day(parts, month_number(word), _day_number(parts), context)
    return _weekday(WEEKDAYS[parts["weekday"].rstrip(".")], parts.get("move"), context)


def week_of(parts: Parts, context: Context) -> Answer:
    """`the week of March 11`."""
    return answer(calendar.week(_day(parts, context)))


def from_day(parts: Parts, context: Context) -> Answer:
    """`a week from Monday`: counted from the day to come, no finer than the unit but for a week, which is of a weekday
    too."""
    count, unit = number(parts["number"]), parts["unit"]
    begin = _day({**parts, "move": parts.get("move") or "coming"}, context)
    if count is None or count != int(count) or begin is None:
        return Answer(reason="an unsaid number")
    if unit == "month":
        return answer(calendar.later(str(begin), int(count), unit))
    return answer(calendar.plus_days(begin, int(count) * {"day": 1, "week": 7, "fortnight": 14}[unit]))


def day_of_month(parts: Parts, context: Context) -> Answer:
    """`the last day of March`, `the second day of June 2018`."""
    nth, month = ordinal(parts["ordinal"]), month_number(parts["month"])
    first = _month_day(parts, month, 1, context)
    if first is None or nth is None:
        return Answer(reason=NO_SUCH_DAY)
    following = calendar.date(first.year + month // 12, month % 12 + 1, 1)
    return answer(calendar.date(first.year, month, nth) if nth else following and calendar.plus_days(following, -1))


def _day_number(parts: Parts) -> int:
    return DAY_NAMES[parts["dayname"]] if parts.get("dayname") else int(re.sub(r"\D", "", parts["day"]))


def _month_day(parts: Parts, month: int, day: int, context: Context) -> dt.date | None:
    """Without a year the nearest, or the nearest that falls on the weekday beside it."""
    if year := parts.get("year"):
        return calendar.date(year_number(year), month, day)
    anchor = context.day()
    near = [d for k in range(-3, 3) if (d := calendar.date(anchor.year + k, month, day))]
    if word := parts.get("weekday"):
        near = [d for d in near if d.weekday() == WEEKDAYS[word.rstrip(".")]] or near
    return min(near, key=lambda d: distance(d, anchor, context.tense), default=None)


def distance(day: dt.date, anchor: dt.date, tense: Tense | None) -> int:
    """Days between, and a penalty on the side that the tense speaks against; the past is likelier in news."""
    ahead = (day - anchor).days
    if tense in ("ahead", "undertaken"):
        return abs(ahead)
    against = ahead < 0 if tense == "future" else ahead > 0
    return abs(ahead) + against * (_AGAINST_DEED if tense == "done" else _AGAINST_TENSE if tense else _AHEAD)


def nine_eleven(_: Parts, context: Context) -> Answer:
    """`9/11`, `the attacks of Sept. 11`."""
    return answer(day) if (day := _named(9, 11, "attacks", context)) else Answer(reason=ANOTHER_YEAR)


def named_day(parts: Parts, context: Context) -> Answer:
    """`the Sept. 11 attacks`: a day that names an event, of the year that `NAMED_DAYS` has for it.

    Any other day before such a noun is a plain date if it is near; else the event may be of any year, and has no value.
    """
    month, number = month_number(parts["month"]), _day_number(parts)
    if day := _named(month, number, parts["eventname"].split()[-1], context):
        return answer(day)
    plain = _month_day(parts, month, number, context)
    if plain is None or 0 <= (context.day() - plain).days <= _NEAR:
        return answer(plain)
    return Answer(reason=ANOTHER_YEAR)


def weekday_monthday(parts: Parts, context: Context) -> Answer:
    """`Friday the 13th`: the nearest of that number."""
    anchor, number, wanted = context.day(), int(parts["monthday"][:-2]), WEEKDAYS[parts["weekday"].rstrip(".")]
    months = ((anchor.year + (anchor.month - 1 + k) // 12, (anchor.month - 1 + k) % 12 + 1) for k in range(-14, 15))
    near = [d for year, month in months if (d := calendar.date(year, month, number)) and d.weekday() == wanted]
    return answer(min(near, key=lambda d: distance(d, anchor, context.tense), default=None))


def _named(month: int, day: int, noun: str, context: Context) -> dt.date | None:
    """The day of that name, unless the account is older."""
    year, nouns = NAMED_DAYS.get((month, day), (0, ()))
    if noun not in nouns:
        return None
    found = dt.date(year, month, day)
    return found if context.is_after(found) else None


def _weekday(number: int, move: str | None, context: Context) -> dt.date | None:
    if move == "previous" and (told := calendar.day_of(context.told_any(DAY) or str(context.day()))):
        return calendar.plus_days(told, -((told.weekday() - number) % 7 or 7))
    if move in ("that", "same", "following") and (told := calendar.day_of(context.told(DAY))):
        ahead = (number - told.weekday() - (move == "following")) % 7 + (move == "following")
        return calendar.plus_days(told, ahead)
    anchor = context.day()
    back = (anchor.weekday() - number) % 7
    if move in ("last", "past", "this past"):
        return calendar.plus_days(anchor, -(back or 7))
    if move in ("next", "coming", "this coming", "upcoming"):
        return calendar.plus_days(anchor, (7 - back) % 7 or 7)
    late = context.tense == "ahead" and back > _JUST_BEFORE
    if late or context.tense in ("future", "undertaken") or (move == "this" and context.tense is None):
        return calendar.plus_days(anchor, (7 - back) % 7)
    return calendar.plus_days(anchor, -back)


def clock_day(parts: Parts, context: Context) -> Answer:
    """A time of day, on the day beside it or else on the anchor's."""
    time = _clock(parts["clock"], parts.get("partofday") or ("night" if parts.get("dayword") == "tonight" else None))
    if time is None:
        return Answer(reason="no such time of day")
    named = any(parts.get(name) for name in ("isoday", "dayword", "month", "weekday"))
    found = _day(parts, context) if named else _day_beside(context)
    universal = re.search("gmt|utc", parts.get("zone", ""))
    return answer(found and f"{found}T{time[0]:02d}:{time[1]:02d}{'Z' if universal else ''}")


def _day_beside(context: Context) -> dt.date | None:
    """The day that stands beside a time in its sentence, or else the account's own."""
    return calendar.day_of(context.told_any(DAY) or "") or context.day()


def _clock(words: str, part: str | None) -> tuple[int, int] | None:
    if words in CLOCK_WORDS:
        return CLOCK_WORDS[words]
    head = re.match(r"(\d\d?)[:.]?(\d\d)?", words)
    hour = int(head[1]) if head else NUMBERS[words.split(maxsplit=1)[0]]
    minute = int(head[2] or 0) if head else 0
    half = re.search(r"[ap](?=\.? ?m)", words)
    if half or part:
        if not 1 <= hour <= 12:
            return (hour, minute) if hour < 24 else None
        afternoon = half[0] == "p" if half else part in ("afternoon", "evening") or (part == "night" and hour > 5)
        return hour % 12 + 12 * afternoon, minute
    return (hour, minute) if hour < 24 else None


def part_of_day(parts: Parts, context: Context) -> Answer:
    """`Thursday night`: the day, and the part apart, for EDTF has no word for it."""
    return _day_answer(_day(parts, context), parts["partofday"])


def _day_answer(day: dt.date | None, part: str) -> Answer:
    return answer(day)._replace(part=cast(Part, part))


def part_alone(parts: Parts, context: Context) -> Answer:
    """`in the morning`: of the day the text speaks of."""
    return _day_answer(_day_beside(context), parts["partofday"])


def this_part(parts: Parts, context: Context) -> Answer:
    """`this morning`, `tonight`, `last night`, `overnight`; `that evening`, `the next morning` in what the text
    tells."""
    which = parts["which"].removeprefix("the ")
    part = parts.get("partofday") or "night"
    if which in ("that", "same", "following", "next", "previous"):
        told = calendar.day_of(context.told(DAY))
        return _day_answer(told and calendar.plus_days(told, MOVES[which]), part)
    return _day_answer(calendar.plus_days(context.day(), -1 if which in ("last", "overnight") else 0), part)


def iso_time(parts: Parts, _: Context) -> Answer:
    day_named = calendar.day_of(parts["isoday"])
    offset = parts.get("offset", "").upper()
    return answer(day_named and f"{day_named}T{parts['time']}{offset}")


def numeric(parts: Parts, context: Context) -> Answer:
    """`3/14/2019` or `14.3.2019`: only if one of the two orders is a day of the calendar."""
    first, second = int(parts["first"]), int(parts["second"])
    years = int(parts["digits"])
    if years < 100:
        # The century that brings it nearest to the anchor.
        years = min((years + century for century in (1900, 2000)), key=lambda y: abs(y - context.day().year))
    found = {d for d in (calendar.date(years, first, second), calendar.date(years, second, first)) if d}
    return Answer(reason=TWO_READINGS) if len(found) > 1 else answer(next(iter(found), None))


def holiday(parts: Parts, context: Context) -> Answer:
    """A feast of the calendar: the year beside it, or the nearest with the past preferred."""
    name = parts["holiday"].replace("’", "'")
    if word := parts.get("year"):
        return answer(_holiday(name, year_number(word)))
    anchor = context.day()
    near = [d for k in (-1, 0, 1) if (d := _holiday(name, anchor.year + k))]
    if move := parts.get("move"):
        near = [d for d in near if (d < anchor if move_of(move) < 0 else d > anchor if move_of(move) > 0 else True)]
    return answer(min(near, key=lambda d: distance(d, anchor, context.tense), default=None))


def _holiday(name: str, year: int) -> dt.date | None:
    if name in EASTER:
        sunday = calendar.easter(year)
        return sunday and calendar.plus_days(sunday, EASTER[name])
    if name in FLOATING:
        month, weekday, nth, after = FLOATING[name]
        found = calendar.nth_weekday(year, month, weekday, nth)
        return found and calendar.plus_days(found, after)
    return calendar.date(year, *HOLIDAYS[name])


def day_range(parts: Parts, context: Context) -> Answer:
    """`March 3-5`, `Nov. 30 to Dec. 2, 2018`."""
    first, last = month_number(parts["month"]), month_number(parts.get("endmonth") or parts["month"])
    begin, end = (int(re.sub(r"\D", "", parts[name])) for name in ("day", "endday"))
    closing = _month_day(parts, last, end, context)
    opening = closing and calendar.date(closing.year - (first > last), first, begin)
    if opening is None or closing is None or opening >= closing:
        return Answer(reason=NO_SUCH_DAY)
    return Answer(f"{opening}/{closing}")
