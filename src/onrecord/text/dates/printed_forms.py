"""Where a text says when, as pages print it, and which day that is.

Dates are looked for from their digits, for most lines of a page have none, in lower case, for a pattern that ignores
case takes several times as long, and names are looked up in tables, for there are hundreds.

A value is EDTF (https://www.loc.gov/standards/datetime/, ISO 8601-2:2019). None is given for a date that can be read in
two ways (3/4/2019), for one that the day of the week beside it contradicts, and for a time ago, which counts from a day
that is not known.
"""

import re
from datetime import datetime
from typing import Final, Literal, NamedTuple

from onrecord.text.dates.names import (
    HALVES,
    LED,
    MAYBE,
    MONTHS,
    NEED_DAY,
    SURE_LEADS,
    TOLD,
    TOLD_BEHIND,
    TOLD_SIGNS,
    WEEKDAYS,
    WORDS_TOO,
    any_of,
    by_hand,
)

DAY, SHORT_YEAR, MONTH, NO_YEAR, AGO, CLOCK = range(6)
"""What a text tells, the most first: a day with its year; one with two digits of its year; a month and its year; a day
without its year; a time ago, or a day counted from today; a time of day."""
Order = Literal["day first", "month first"]


class When(NamedTuple):
    """A date in a text: where it stands, what it tells, and its day if that is known (0: it is not)."""

    kind: int
    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    clock: str = ""
    """The time of day that stands within the date: "Mar 3 10:12:00 2009"."""


_YEAR = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9])"
_DAY_OF_WEEK = any_of(WEEKDAYS)
_HALF = rf"(?:[ap]\.? ?m\b\.?|(?:{any_of(name for name in HALVES if len(name) > 1)})(?![^\W\d_])\.?)"
_LINK = f"(?:(?:{any_of(by_hand('links'))}) )?"
_AT = any_of([*by_hand("at"), *"-–—|@·•"])
ZONES: Final = {
    "z": "Z", "utc": "Z", "gmt": "Z", "est": "-05:00", "edt": "-04:00", "mst": "-07:00", "mdt": "-06:00",
    "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00", "cest": "+02:00", "mez": "+01:00", "mesz": "+02:00",
    "msk": "+03:00", "jst": "+09:00", "kst": "+09:00",
}  # fmt: skip
"""Zones by their short names; not CST, BST and IST, which are several zones'."""
_CLOCK = (
    rf"(?P<half>{_HALF} ?)?"
    r"(?:(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9])(?:[:.](?P<second>[0-5][0-9])(?:\.[0-9]{1,9})?)?"
    r"| ?h ?(?P<minute_h>[0-5][0-9])(?![0-9])"
    r"| ?[時시] ?(?P<minute_east>[0-5]?[0-9]) ?[分분](?: ?(?P<second_east>[0-5]?[0-9]) ?[秒초])?)"
    rf"(?: ?(?P<half_behind>{_HALF}))?(?P<zone> ?z\b| ?(?:utc|gmt)?[+-][01][0-9]:?[0-5][0-9]"
    rf"| (?:{any_of(ZONES)})\b(?![+-]))?(?![0-9])"
    r"|(?P<hour_alone>[01]?[0-9]) ?(?P<half_alone>[ap]\.? ?m\b\.?))"
)
_BEFORE_CLOCK = (
    rf"(?:t|\.?(?: {{0,2}}(?:{any_of(by_hand('after_year'))})(?!\w))?"
    rf"(?:,? {{0,2}}(?:\(?(?:{_DAY_OF_WEEK})(?!\w)\.?\)?|\([月火水木金土日월화수목금토일]\)))?"
    rf",? {{0,2}}(?:(?:{_AT}) {{0,2}})?)"
)
BESIDE_CLOCK: Final = re.compile(_BEFORE_CLOCK + _CLOCK)
"""What a time of day is, behind a date."""
CLOCK_BEFORE: Final = re.compile(
    rf"(?<![0-9:.]){_CLOCK}(?:,? {{0,2}}(?:-|–|—|\||·|•|on|am|le|den|del|di|il)? {{0,2}})?\Z"
)
CLOCK_ALONE: Final = re.compile(r"(?<![0-9])[0-2]?[0-9][:.][0-5][0-9](?: ?[ap]\.?m)?(?![0-9])", re.I)
WEEKDAY_BEFORE: Final = re.compile(
    rf"(?<!\w)(?P<weekday>{_DAY_OF_WEEK})(?P<mark>[.,]?),? {{1,2}}(?:(?:den|der|le|the|el|il) )?\Z"
)
WEEKDAY_AND_CLOCK: Final = re.compile(rf"(?<!\w)(?:{_DAY_OF_WEEK})(?!\w),? {{0,2}}(?:(?:{_AT}) {{0,2}})?{_CLOCK}")

DIGIT: Final = re.compile("[0-9]")
DIGITS: Final = re.compile(r"[0-9][0-9]{0,3}(?![0-9])")
"""Its first digit stands alone: what begins with one character of a class is looked for much faster than what begins
with several."""
YEAR_FIRST: Final = re.compile(
    rf"{_YEAR}(?:(?P<sep>[-/.])(?P<month>[01]?[0-9])(?P=sep)(?P<day>[0-3]?[0-9])(?![0-9])"
    r"|\. (?P<month_point>[01]?[0-9])\. (?P<day_point>[0-3]?[0-9])(?![0-9])\.?"
    r"| ?[年년] ?(?P<month_east>[01]?[0-9]) ?[月월] ?(?P<day_east>[0-3]?[0-9]) ?[日일])"
)
NUMBERS: Final = re.compile(rf"(?P<one>[0-3]?[0-9])(?P<sep>[-/]|\. ?)(?P<two>[0-3]?[0-9])(?P=sep){_YEAR}(?!:[0-9])")
SHORT: Final = re.compile(
    r"[0-3]?[0-9](?P<sep>[-/.])[0-3]?[0-9](?P=sep)[0-9]{2}(?:(?![0-9./-])|(?=[0-2][0-9]:[0-5][0-9]))"
)
YEARLESS: Final = re.compile(
    rf"[0-3]?[0-9](?:/[01]?[0-9]|\.[01]?[0-9]\.)(?=,? {{0,2}}(?:(?:{_AT}) {{0,2}})?[0-2]?[0-9][:h][0-5][0-9])"
)
"""A day and a month in numbers, with a time behind them that tells them from a share or a version."""
COMPACT: Final = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])(?![0-9])")
DAY_AND_MONTH: Final = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:(?:st|nd|rd|th|er)(?![^\W\d_])|[.ºª°])?(?P<apart>,? {{0,2}}{_LINK}[-/]?)"
    r"(?P<month>[^\W\d_]{3,12})\.?"
    rf"(?:,? {{0,2}}{_LINK}[-/]?{_YEAR}|(?:,? {{1,2}}|[-/])(?P<short>['’]?[0-9]{{2}}(?![0-9:.h])))?"
)
MONTH_BEFORE: Final = re.compile(rf"(?P<month>[^\W\d_]{{3,12}})(?P<apart>\.?,? {{0,2}}{_LINK}|[-/])\Z")
DAY_OF_MONTH: Final = re.compile(
    rf"(?P<day>[0-3]?[0-9])(?:(?:st|nd|rd|th)(?![^\W\d_])|[.º])?(?![0-9])(?:(?:,? {{1,2}}|[-/]){_YEAR}"
    rf"|(?:,? {{1,2}}(?P<clock>[0-2][0-9]:[0-5][0-9]:[0-5][0-9])(?: [a-z]{{3,4}})? (?P<year_behind>(?:19"
    rf"|20)[0-9]{{2}})(?![0-9]))"
    r"|,? {0,2}(?P<short>['’][0-9]{2}(?![0-9])))?"
)
YEAR: Final = re.compile(_YEAR)
REACH: Final = 24
"""Characters before a number in which the name of its month stands, with what joins them."""
ENDS: Final = frozenset(name[-3:] for name in MONTHS)
"""How the names of months end: few words before a number end so."""
LINKED: Final = tuple(f" {link} " for link in by_hand("links"))
JOINED: Final = frozenset("-/.:,")
YEAR_BEHIND = re.compile(r"[-/](?:19|20)[0-9]{2}")
"""Where a date in numbers may end that tells of its order: most digits of a text are none of a date."""

_UNIT = (
    r"(?:s|sec(?:ond)?s?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?|stunden?"
    r"|minuten?|tag(?:en?)?|wochen?|monat(?:en?)?|jahr(?:en?)?|heures?|jours?|semaines?|mois|ans|segundos?|minutos?"
    r"|horas?|días?|dias?|semanas?|meses|mes|años?|anos?|minuti|minuto|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]"
    r"|uur|dagen|dag|weken|maanden|maand|jaar|jaren|минут[ыу]?|час(?:а|ов)?|дн(?:я|ей)|день|месяц(?:а|ев)?|год(?:а)?"
    r"|лет)"
)
BARE: Final = re.compile(rf"[0-9]{{1,3}} {{0,2}}{_UNIT}\b(?:(?:,| and)? [0-9]{{1,2}} {_UNIT}\b){{0,3}}(?P<ago> ago\b)?")
"""A length that stands for a time ago where nothing else does: "2d", "3 hours"."""
BEHIND: Final = re.compile(rf"[0-9]{{1,3}} {{0,2}}(?:{any_of(TOLD_BEHIND)})\.?(?!\w)")
BEHIND_LEAD: Final = re.compile(rf"[0-9]{{1,3}} {{0,2}}(?P<unit>{any_of(LED)})(?!\w)\.?")
LEAD: Final = re.compile(
    rf"(?<!\w)(?P<lead>{any_of(lead for leads in LED.values() for lead in leads)})"
    rf"(?: (?:{any_of(by_hand('about'))}))? {{0,2}}\Z"
)
ABOUT: Final = re.compile(rf"(?<!\w)(?:{any_of(by_hand('about'))}) {{1,2}}\Z")
SAID: Final = re.compile(
    rf"(?<!\w)(?:(?:(?:{any_of(by_hand('about'))}) )?(?:{any_of(TOLD)})(?!\w)"
    rf"|(?:{any_of(MAYBE)})(?=,? (?:(?:{_AT}) ?)?[0-2]?[0-9][:.h])|(?<![^|·•–-] )(?:{any_of(MAYBE)})\Z)"
)
WORD: Final = re.compile(r" ?\w")


def read_when(text: str, low: str, start: int, stop: int) -> When | None:
    """The date whose first digits are `text[start:stop]`; `low` is the text as `lowered` makes it."""
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if before not in JOINED and after in "-/. 年년" and (found := _in_numbers(low, start, after)):
        return found
    if before.isalpha() or (before in JOINED and before not in "-/.,"):
        return None
    named = _behind_month(text, low, start, stop)
    if stop - start < 3 and not (named and named.kind == DAY):
        day = _before_month(text, low, start)
        named = min(named, day) if named and day else named or day
    return named


def _in_numbers(low: str, start: int, after: str) -> When | None:
    """2009-03-03, 3/3/2009, 3. 3. 2009, 2009年3月3日, 3/3/09; 3/3 before a time."""
    if match := YEAR_FIRST.match(low, start):
        month = match["month"] or match["month_point"] or match["month_east"]
        day = match["day"] or match["day_point"] or match["day_east"]
        return When(DAY, start, match.end(), int(match["year"]), int(month), int(day))
    if after == " ":
        return None
    if match := NUMBERS.match(low, start):
        day_number, month_number = ordered(match, None)
        return When(DAY, start, match.end(), int(match["year"]), month_number, day_number)
    if match := SHORT.match(low, start):
        return When(SHORT_YEAR, start, match.end())
    match = YEARLESS.match(low, start)
    return When(NO_YEAR, start, match.end()) if match else None


def ordered(match: re.Match[str], order: Order | None) -> tuple[int, int]:
    """Day and month of a date in numbers; zeros if it can be read in two ways."""
    one, two = int(match["one"]), int(match["two"])
    if match["sep"][0] == "." or one > 12 >= two or one == two or (two <= 12 and order == "day first"):
        return one, two
    if two > 12 >= one or order == "month first":
        return two, one
    return 0, 0


def _before_month(text: str, low: str, start: int) -> When | None:
    """3 March 2009, 3. März, 3-Mar-09."""
    match = DAY_AND_MONTH.match(low, start)
    if match is None:
        return None
    word, year, short = match["month"], match["year"], match["short"]
    if not (year or match["apart"] or text[match.start("month") - 1] == "."):
        return None
    if not _is_month(word, text[match.start("month")], with_year=bool(year), with_day=True):
        return None
    month, day = MONTHS[word], int(match["day"])
    if year:
        return When(DAY, start, match.end(), int(year), month, day)
    if short and (not short[0].isdigit() or text[match.start("short") - 1] in "-/"):
        return When(SHORT_YEAR, start, match.end(), 0, month, day)
    if BEHIND.match(low, start):  # "2 sett. fa" are weeks
        return None
    return When(NO_YEAR, start, match.end("month"), 0, month, day)


def _behind_month(text: str, low: str, start: int, stop: int) -> When | None:
    """March 3, 2009, March 3, Mar 3 10:12:00 2009, March 2009."""
    if start == 0 or low[start - 1] not in " -/.":
        return None
    begin = max(0, start - REACH)
    if low[begin:start].rstrip(" .,-/")[-3:] not in ENDS and not low.endswith(LINKED, begin, start):
        return None
    match = MONTH_BEFORE.search(low, begin, start)
    if match is None:
        return None
    word, first = match["month"], text[match.start()]
    if stop - start == 4:
        year = YEAR.match(low, start)
        if year is None or not _is_month(word, first, with_year=True, with_day=False):
            return None
        return When(MONTH, match.start(), stop, int(year["year"]), MONTHS[word])
    day = DAY_OF_MONTH.match(low, start)
    if day is None or " de" in match["apart"]:
        return None
    year_printed = day["year"] or day["year_behind"]
    if not _is_month(word, first, with_year=bool(year_printed), with_day=True) or (word == "mars" and not year_printed):
        return None
    if year_printed:
        return When(DAY, match.start(), day.end(), int(year_printed), MONTHS[word], int(day["day"]), day["clock"] or "")
    return When(SHORT_YEAR if day["short"] else NO_YEAR, match.start(), day.end(), 0, MONTHS[word], int(day["day"]))


def _is_month(word: str, first: str, *, with_year: bool, with_day: bool) -> bool:
    """Whether a word is the name of a month; `first` is its first letter as it stands."""
    if word not in MONTHS:
        return False
    if word in NEED_DAY:
        return with_year and with_day
    return with_year or word not in WORDS_TOO or not first.islower()


def read_ago(low: str, start: int, *, bare: Literal["anywhere", "at the end"] | None) -> When | None:
    """A time ago whose number begins at `start`; `bare`: where one may stand that only its length tells, "2d"."""
    behind = BEHIND.match(low, start)
    if behind:
        about = ABOUT.search(low, max(0, start - REACH), start)
        return When(AGO, about.start() if about else start, behind.end())
    unit, length = BEHIND_LEAD.match(low, start), BARE.match(low, start)
    lead = LEAD.search(low, max(0, start - REACH), start) if unit or length else None
    if lead and unit and lead["lead"] in LED[unit["unit"]] and not (length and length.end() > unit.end()):
        return When(AGO, lead.start(), unit.end())
    if lead and length and lead["lead"] in SURE_LEADS:
        return When(AGO, lead.start(), length.end())
    if length and (length["ago"] or bare == "anywhere" or (bare and not WORD.match(low, length.end()))):
        about = ABOUT.search(low, max(0, start - REACH), start) if length["ago"] else None
        return When(AGO, about.start() if about else start, length.end())
    return None


def is_relative(low: str) -> bool:
    """Whether a text may tell a day or a moment without a number: a look that spares most texts the search."""
    return not TOLD_SIGNS.isdisjoint(low.replace(",", " ").split())


def read_told(low: str) -> When | None:
    """The first day or moment that is told without a number: "yesterday", "an hour ago"."""
    said = SAID.search(low) if is_relative(low) else None
    return When(AGO, said.start(), said.end()) if said else None


def clock_behind(low: str, end: int) -> re.Match[str] | None:
    """The time of day behind a date that ends at `end`, for `time_of`."""
    return BESIDE_CLOCK.match(low, end)


def clock_before(low: str, start: int) -> re.Match[str] | None:
    """The time of day before a date that begins at `start`."""
    return CLOCK_BEFORE.search(low, max(0, start - REACH), start) if start > 3 else None


def time_of(match: re.Match[str]) -> str:
    """A time of day as EDTF has it ("10:12:33+01:00"); empty if no day has that hour."""
    parts = match.groupdict()
    hour = int(parts["hour"] or parts["hour_alone"])
    half = parts["half"] or parts["half_behind"] or parts["half_alone"]
    if half and hour <= 12:
        hour = hour % 12 + _half(half)
    minute = parts["minute"] or parts["minute_h"] or parts["minute_east"] or "00"
    second = parts["second"] or parts["second_east"]
    if hour > 23:
        return ""
    zone = (parts["zone"] or "").strip()
    told = ZONES.get(zone) or zone.removeprefix("utc").removeprefix("gmt")
    if told and told[0] in "+-":
        told = f"{told[:3]}:{told[-2:]}"
    return f"{hour:02}:{minute:0>2}{f':{second:0>2}' if second else ''}{told}"


def _half(printed: str) -> int:
    name = printed.strip().rstrip(".")
    return 12 if name[0] == "p" and name.replace(".", "").replace(" ", "") == "pm" else HALVES.get(name, 0)


def weekday_before(low: str, start: int) -> re.Match[str] | None:
    """The day of the week before a date that begins at `start`."""
    return WEEKDAY_BEFORE.search(low, max(0, start - REACH), start) if start > 1 else None


def value_of(when: When, clock: str, low: str) -> str | None:
    """The EDTF of a date of the text `low`, with that time of day; None if no day of the calendar is surely meant."""
    if when.kind == MONTH:
        return f"{when.year:04}-{when.month:02}"
    if when.kind != DAY or not when.month:
        return None
    try:
        day = datetime(when.year, when.month, when.day)
    except ValueError:
        return None
    if _contradicted(day.weekday(), when, low):
        return None
    return f"{day:%Y-%m-%d}" + (f"T{clock}" if clock else "")


def _contradicted(weekday: int, when: When, low: str) -> bool:
    """Whether the day of the week beside a date is another than the date's; two letters alone may be another word."""
    before = weekday_before(low, when.start)
    if before is None or (len(before["weekday"]) < 3 and not before["mark"]):
        return False
    return before["weekday"] not in MONTHS and weekday not in WEEKDAYS[before["weekday"]]
