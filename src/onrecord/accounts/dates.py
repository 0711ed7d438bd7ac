"""Dates as pages print them -> EDTF. A date that can be read in two ways (3/4/2019) is not read.

EDTF: https://www.loc.gov/standards/datetime/ (ISO 8601-2:2019).
"""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Literal, NamedTuple

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januari január januára janvier enero ene gennaio gen janeiro jänner janv ianuarie ocak stycznia"
            " styczeń leden ledna tammikuuta tammikuu января январь янв січня ιανουαρίου يناير",
            "february feb februar februari február februára février febrero febbraio fevereiro fév fev févr februarie şubat"
            " lutego luty února únor helmikuuta helmikuu февраля февраль фев лютого φεβρουαρίου فبراير",
            "march mar märz mars marzo março maart maerz mrz mär martie marts mart marca marec března březen március"
            " maaliskuuta maaliskuu марта март мар березня μαρτίου مارس",
            "april apr apríla április avril abril aprile avr abr aprilie nisan kwietnia kwiecień dubna duben huhtikuuta huhtikuu"
            " апреля апрель апр квітня απριλίου أبريل",
            "may mai mayo maggio maio mei mag maj maja mája május května květen mayıs toukokuuta toukokuu мая май травня"
            " μαΐου مايو",
            "june jun juni juin junio giugno junho giu iunie haziran czerwca czerwiec června červen júna június kesäkuuta"
            " kesäkuu июня июнь июн червня ιουνίου يونيو",
            "july jul juli juillet julio luglio julho juil lug iulie temmuz lipca lipiec července červenec júla július"
            " heinäkuuta heinäkuu июля июль июл липня ιουλίου يوليو",
            "august aug août agosto augustus augusti augusztus aout ago ağustos sierpnia sierpień srpna srpen elokuuta"
            " elokuu августа август авг серпня αυγούστου أغسطس",
            "september sep sept septembra septembre septiembre settembre setembro set septembrie szeptember eylül września"
            " wrzesień září syyskuuta syyskuu сентября сентябрь сен сент вересня σεπτεμβρίου سبتمبر",
            "october oct oktober október októbra octobre octubre ottobre outubro okt ott out octombrie ekim października"
            " październik října říjen lokakuuta lokakuu октября октябрь окт жовтня οκτωβρίου أكتوبر",
            "november nov novembra novembre noviembre novembro noiembrie kasım listopada listopad listopadu marraskuuta"
            " marraskuu ноября ноябрь ноя нояб листопада νοεμβρίου نوفمبر",
            "december dec dezember decembra décembre diciembre dicembre dezembro desember dez déc dic decembrie aralık grudnia"
            " grudzień prosince prosinec joulukuuta joulukuu декабря декабрь дек грудня δεκεμβρίου ديسمبر",
        ),
        start=1,
    )
    for name in names.split()
}
"""Names of months in English and in the languages of Europe and its neighbours, as they stand in dates."""


def _any_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first, by their first letter: there are too many to try each."""
    starts: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        starts.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{start}(?:{'|'.join(rests)})" for start, rests in sorted(starts.items()))


_MONTH = f"(?P<month>{_any_of(MONTHS)})\\b\\.?"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th|er|\.|º)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TIME = (
    r"(?:[T ]|,? {0,2}(?:at|um|à|-|–|—|\||@|·|a las)? {0,2})(?P<hour>[0-2]?\d)[:.h](?P<minute>[0-5]\d)"
    r"(?:[:.](?P<second>[0-5]\d)(?:\.\d{1,9})?)?(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"(?P<zone> ?Z\b| ?[+-][01]\d:?[0-5]\d)?"
)
ISO = re.compile(rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?!\d)(?:{_TIME})?", re.I)
MONTH_FIRST = re.compile(rf"\b{_MONTH} {{0,2}}{_DAY},? {{1,2}}{_YEAR}(?!\d)(?:{_TIME})?", re.I)
DAY_FIRST = re.compile(
    rf"(?<!\d){_DAY},? {{0,2}}(?:de |of )?[-/]?{_MONTH},? {{0,2}}(?:de |del )?[-/]?{_YEAR}(?!\d)(?:{_TIME})?", re.I
)
NUMBERS = re.compile(rf"(?<!\d)(?P<one>[0-3]?\d)(?P<sep>[-/.])(?P<two>[0-3]?\d)(?P=sep){_YEAR}(?!\d)(?:{_TIME})?", re.I)
COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
EAST = re.compile(
    rf"(?<!\d){_YEAR} ?[年년] ?(?P<month>[01]?\d) ?[月월] ?(?P<day>[0-3]?\d) ?[日일](?:\W{{0,8}}{_TIME.replace('[T ]|', ' ?|')})?"
)
FORMS = (ISO, MONTH_FIRST, DAY_FIRST, NUMBERS, EAST)

AGO = re.compile(
    r"\b(?:\d{1,3} {0,2}|(?:an?|one|two|three|a few|vor \d{1,3}|il y a \d{1,3}|hace \d{1,3}) {1,2})"
    r"(?:s|sec(?:ond)?s?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?"
    r"|stunden?|tag(?:en?)?|monat(?:en?)?|jahr(?:en?)?|jours?|mois|ans?|días?|meses|años?)\b(?: ago)?"
    r"|\b(?:yesterday|today|just now|gestern|heute|hier|ayer)\b",
    re.I,
)
_PLAIN = re.sub(r"\?P<\w+>", "?:", f"{_MONTH} {{0,2}}{_DAY}(?!\\d)|(?<!\\d){_DAY} {{0,2}}{_MONTH}")
NO_YEAR = re.compile(rf"\b(?:{_PLAIN})", re.I)
CLOCK = re.compile(r"(?<!\d)[0-2]?\d[:.][0-5]\d(?: ?[ap]\.?m)?(?!\d)", re.I)
MONTH_YEAR = re.compile(rf"\b{_MONTH},? {_YEAR}(?!\d)", re.I)
SHORT_YEAR = re.compile(
    rf"\b(?:{_PLAIN}),? {{0,2}}['’]\d\d(?!\d)|(?<![\d.])[0-3]\d[./-][0-3]\d[./-]\d\d(?![\d.])", re.I
)
PARTIAL = (SHORT_YEAR, MONTH_YEAR, NO_YEAR, AGO)
PHRASES = (*FORMS, *PARTIAL)


NAMED = frozenset((MONTH_FIRST, DAY_FIRST, MONTH_YEAR, NO_YEAR, SHORT_YEAR))
NUMERIC = frozenset((ISO, NUMBERS, SHORT_YEAR, EAST))
MONTHS_LOOK = re.compile(_any_of({name[:3] for name in MONTHS if name.isascii()}))
MORE_MONTHS_LOOK = re.compile(_any_of({name[:3] for name in MONTHS if not name.isascii()}))
NUMBERS_LOOK = re.compile(r"\d(?:[./-]\d| ?[月월])")
AGO_LOOK = re.compile(
    r"\d ?[smhdwy]|an?\b|one\b|t[wh]o|three|few|hace|vor|il y|yesterday|today|just now|gestern|heute|hier|ayer|\d ?(?:min|sec|std|stun|tag|mon|jahr|jour|an)"
)


_FORMS_OF = {
    (named, numeric, ago): tuple(
        form for form in PHRASES if (named and form in NAMED) or (numeric and form in NUMERIC) or (ago and form is AGO)
    )
    for named in (False, True)
    for numeric in (False, True)
    for ago in (False, True)
}
_DIGIT = re.compile(r"\d")


@lru_cache(1024)
def _possible(text: str) -> tuple[re.Pattern[str], ...]:
    """The forms that a text may hold by a look at its characters: most lines of a page hold none, and are many."""
    lowered = text.lower()
    digits = _DIGIT.search(lowered) is not None if len(lowered) < 256 else True
    named = digits and (
        MONTHS_LOOK.search(lowered) is not None
        or (not lowered.isascii() and MORE_MONTHS_LOOK.search(lowered) is not None)
    )
    numeric = digits and NUMBERS_LOOK.search(lowered) is not None
    return _FORMS_OF[named, numeric, AGO_LOOK.search(lowered) is not None]


def find_ago(text: str, lowered: str) -> re.Match[str] | None:
    """The first "3 hours ago" or "yesterday" of a text; `lowered` is the text in lower case."""
    return AGO.search(text) if AGO_LOOK.search(lowered) else None


class Found(NamedTuple):
    start: int
    end: int
    edtf: str | None


def find_date(text: str, start: int = 0, end: int | None = None) -> Found | None:
    """The first whole date (day, month, year; with its time if it has one) of `text[start:end]`."""
    end = len(text) if end is None else end
    forms = FORMS if end - start > 400 else _possible(text[start:end])
    found = [match for form in forms if form not in PARTIAL and (match := form.search(text, start, end))]
    if not found:
        return None
    match = min(found, key=lambda m: (m.start(), -m.end()))
    return Found(match.start(), match.end(), _edtf(match))


def read_date(value: str) -> str | None:
    """EDTF of a value of markup or of a date on its own: `2019-02-28T13:25:00+0000`, `Feb. 28, 2019`, `20190228`."""
    value = " ".join(value.split())[:64]
    if re.fullmatch(r"(?:19|20)\d\d(?:-[01]\d)?", value):
        return value
    found = find_date(value)
    if found:
        return found.edtf
    match = COMPACT.match(value)
    return _edtf(match) if match else None


Order = Literal["day first", "month first"]


def order_told_by(text: str, start: int = 0, end: int | None = None) -> Order | None:
    """What the numeric dates of `text[start:end]` tell of their order: 28/2/2019 has the day first; None if nothing does."""
    told = {
        "day first" if int(match["one"]) > 12 else "month first"
        for match in NUMBERS.finditer(text, start, len(text) if end is None else end)
        if match["sep"] != "."
        and max(int(match["one"]), int(match["two"])) > 12 >= min(int(match["one"]), int(match["two"]))
    }
    return "day first" if told == {"day first"} else "month first" if told == {"month first"} else None


def in_order(text: str, order: Order | None) -> str | None:
    """The EDTF of the first numeric date of `text`, read in that order."""
    match = NUMBERS.search(text)
    return _edtf(match, order) if match else None


def _edtf(match: re.Match[str], order: Order | None = None) -> str | None:
    parts = match.groupdict()
    if "one" in parts:
        one, two = int(parts["one"]), int(parts["two"])
        if parts["sep"] == "." or one > 12 >= two or one == two or (two <= 12 and order == "day first"):
            day, month = one, two
        elif two > 12 >= one or order == "month first":
            day, month = two, one
        else:
            return None
    else:
        day = int(parts["day"])
        month = MONTHS.get(parts["month"].lower()) or int(parts["month"])
    hour = _hour(parts)
    try:
        datetime(int(parts["year"]), month, day, hour or 0)
    except ValueError:
        return None
    date = f"{parts['year']}-{month:02}-{day:02}"
    if hour is None:
        return date
    second = f":{parts['second']}" if parts.get("second") else ""
    zone = (parts.get("zone") or "").strip()
    if zone and zone not in "Zz":
        zone = f"{zone[:3]}:{zone[-2:]}"
    return f"{date}T{hour:02}:{parts['minute']}{second}{zone.upper()}"


def _hour(parts: dict[str, str | None]) -> int | None:
    if not parts.get("hour"):
        return None
    hour = int(parts["hour"] or 0)
    half = (parts.get("half") or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour if hour < 24 else None


def dated(text: str) -> bool:
    """Whether a short text speaks of a day or of a time ago: what stands beside a comment's author."""
    return any(form.search(text) for form in _possible(text))
