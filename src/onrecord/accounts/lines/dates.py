"""Dates as pages print them -> EDTF. A date that can be read in two ways (3/4/2019) is not read.

EDTF: https://www.loc.gov/standards/datetime/ (ISO 8601-2:2019).
"""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from onrecord.text.letters import folded

MONTHS: Final[dict[str, int]] = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar januari január januára janvier enero ene gennaio gen janeiro jänner janv ianuarie "
            "ocak stycznia"
            " styczeń leden ledna tammikuuta tammikuu января январь янв січня ιανουαρίου يناير",
            "february feb februar februari február februára février febrero febbraio fevereiro fév fev févr "
            "februarie şubat"
            " lutego luty února únor helmikuuta helmikuu февраля февраль фев лютого φεβρουαρίου فبراير",
            "march mar märz mars marzo março maart maerz mrz mär martie marts mart marca marec března březen március"
            " maaliskuuta maaliskuu марта март мар березня μαρτίου مارس",
            "april apr apríla április avril abril aprile avr abr aprilie nisan kwietnia kwiecień dubna duben "
            "huhtikuuta huhtikuu"
            " апреля апрель апр квітня απριλίου أبريل",
            "may mai mayo maggio maio mei mag maj maja mája május května květen mayıs toukokuuta toukokuu мая май "
            "травня"
            " μαΐου مايو",
            "june jun juni juin junio giugno junho giu iunie haziran czerwca czerwiec června červen júna június "
            "kesäkuuta"
            " kesäkuu июня июнь июн червня ιουνίου يونيو",
            "july jul juli juillet julio luglio julho juil lug iulie temmuz lipca lipiec července červenec júla július"
            " heinäkuuta heinäkuu июля июль июл липня ιουλίου يوليو",
            "august aug août agosto augustus augusti augusztus aout ago ağustos sierpnia sierpień srpna srpen elokuuta"
            " elokuu августа август авг серпня αυγούστου أغسطس",
            "september sep sept septembra septembre septiembre settembre setembro set septembrie szeptember eylül "
            "września"
            " wrzesień září syyskuuta syyskuu сентября сентябрь сен сент вересня σεπτεμβρίου سبتمبر",
            "october oct oktober október októbra octobre octubre ottobre outubro okt ott out octombrie ekim "
            "października"
            " październik října říjen lokakuuta lokakuu октября октябрь окт жовтня οκτωβρίου أكتوبر",
            "november nov novembra novembre noviembre novembro noiembrie kasım listopada listopad listopadu marraskuuta"
            " marraskuu ноября ноябрь ноя нояб листопада νοεμβρίου نوفمبر",
            "december dec dezember decembra décembre diciembre dicembre dezembro desember dez déc dic decembrie "
            "aralık grudnia"
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
ISO: Final = re.compile(
    rf"(?<!\d){_YEAR}(?P<sep>[-/.])(?P<month>[01]?\d)(?P=sep)(?P<day>[0-3]?\d)(?!\d)(?:{_TIME})?", re.I
)
MONTH_FIRST: Final = re.compile(rf"\b{_MONTH} {{0,2}}{_DAY},? {{1,2}}{_YEAR}(?!\d)(?:{_TIME})?", re.I)
DAY_FIRST: Final = re.compile(
    rf"(?<!\d){_DAY},? {{0,2}}(?:de |of )?[-/]?{_MONTH},? {{0,2}}(?:de |del )?[-/]?{_YEAR}(?!\d)(?:{_TIME})?", re.I
)
NUMBERS: Final = re.compile(
    rf"(?<!\d)(?P<one>[0-3]?\d)(?P<sep>[-/.])(?P<two>[0-3]?\d)(?P=sep){_YEAR}(?!\d)(?:{_TIME})?", re.I
)
_YEAR_BEHIND = re.compile(r"[-/](?:19|20)\d\d")
"""Where a date in numbers may end that tells of its order: most digits of a text are none of a date."""
COMPACT: Final = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)")
EAST: Final = re.compile(
    rf"(?<!\d){_YEAR} ?[年년] ?(?P<month>[01]?\d) ?[月월] ?(?P<day>[0-3]?\d) "
    rf"?[日일](?:\W{{0,8}}{_TIME.replace('[T ]|', ' ?|')})?"
)
FORMS = (ISO, MONTH_FIRST, DAY_FIRST, NUMBERS, EAST)

AGO: Final = re.compile(
    r"\b(?:\d{1,3} {0,2}|(?:an?|one|two|three|a few|vor \d{1,3}|il y a \d{1,3}|hace \d{1,3}) {1,2})"
    r"(?:s|sec(?:ond)?s?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|months?|y|yrs?|years?"
    r"|stunden?|tag(?:en?)?|monat(?:en?)?|jahr(?:en?)?|jours?|mois|ans?|días?|meses|años?)\b(?: ago)?"
    r"|\b(?:yesterday|today|just now|gestern|heute|hier|ayer)\b",
    re.I,
)
_PLAIN = re.sub(r"\?P<\w+>", "?:", f"{_MONTH} {{0,2}}{_DAY}(?!\\d)|(?<!\\d){_DAY} {{0,2}}{_MONTH}")
NO_YEAR: Final = re.compile(rf"\b(?:{_PLAIN})", re.I)
CLOCK: Final = re.compile(r"(?<!\d)[0-2]?\d[:.][0-5]\d(?: ?[ap]\.?m)?(?!\d)", re.I)
MONTH_YEAR: Final = re.compile(rf"\b{_MONTH},? {_YEAR}(?!\d)", re.I)
SHORT_YEAR: Final = re.compile(
    rf"\b(?:{_PLAIN}),? {{0,2}}['’]\d\d(?!\d)|(?<![\d.])[0-3]\d[./-][0-3]\d[./-]\d\d(?![\d.])", re.I
)

LONG: Final = 400
"""Characters of a text that is not looked at before all forms are looked for."""
_BEGINNINGS = _any_of({name[:3] for name in MONTHS})
_BEGINNINGS_IN_ASCII = _any_of({name[:3] for name in MONTHS if name.isascii()})
_BESIDE_A_NUMBER = r"(?:{0})\w{{0,12}}\.?,? {{0,2}}\d|\d(?:st|nd|rd|th|er|\.|º)?,? {{0,2}}(?:de |of )?[-/]?(?:{0})"
DAYS_LOOK: Final = re.compile(_BESIDE_A_NUMBER.format(_BEGINNINGS))
DAYS_IN_ASCII_LOOK: Final = re.compile(_BESIDE_A_NUMBER.format(_BEGINNINGS_IN_ASCII))
NUMBERS_LOOK: Final = re.compile(r"\d[./-]\d")
AGO_LOOK: Final = re.compile(
    r"\d {0,2}[smhdwytja]|(?:an?|one|two|three|few) {1,2}[smhdwytja]|yesterday|today|just now|gestern|heute|hier|ayer"
)
"""By a look at a text's characters most forms are out of the question: most lines of a page hold none, and are many."""
_DIGIT = re.compile(r"\d")
_YEAR_ALONE = re.compile(r"(?:19|20)\d\d(?:-[01]\d)?")


@lru_cache(1024)
def _possible(text: str) -> tuple[re.Pattern[str], ...]:
    """The forms of a whole date that a text with a year in it may hold."""
    lowered = text.lower()
    days = DAYS_IN_ASCII_LOOK if lowered.isascii() else DAYS_LOOK
    forms: list[re.Pattern[str]] = []
    if NUMBERS_LOOK.search(text):
        forms += ISO, NUMBERS
    if days.search(lowered):
        forms += MONTH_FIRST, DAY_FIRST
    if "年" in text or "년" in text:
        forms.append(EAST)
    return tuple(forms)


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
    if text.find("20", start, end) < 0 and text.find("19", start, end) < 0:
        return None  # all forms have the year in full
    best: re.Match[str] | None = None
    for form in FORMS if end - start > LONG else _possible(text[start:end]):
        match = form.search(text, start, end)
        if match and (best is None or (match.start(), -match.end()) < (best.start(), -best.end())):
            best = match
    return Found(best.start(), best.end(), _edtf(best)) if best else None


def read_date(value: str) -> str | None:
    """EDTF of a value of markup or of a date on its own: `2019-02-28T13:25:00+0000`, `Feb. 28, 2019`, `20190228`."""
    value = " ".join(folded(value).split())[:64]
    if _YEAR_ALONE.fullmatch(value):
        return value
    if stamp := ISO.match(value):
        return _edtf(stamp)
    found = find_date(value)
    if found:
        return found.edtf
    match = COMPACT.match(value)
    return _edtf(match) if match else None


Order = Literal["day first", "month first"]


def order_told_by(text: str, start: int = 0, end: int | None = None) -> Order | None:
    """What the numeric dates of `text[start:end]` tell of their order: 28/2/2019 has the day first; None if nothing
    does."""
    end = len(text) if end is None else end
    told: set[Order] = set()
    for year in _YEAR_BEHIND.finditer(text, start, end):
        match = NUMBERS.search(text, max(start, year.start() - len("12/28")), min(end, year.end() + 1))
        if match and match["sep"] != ".":
            one, two = int(match["one"]), int(match["two"])
            if max(one, two) > 12 >= min(one, two):
                told.add("day first" if one > 12 else "month first")
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
    lowered = text.lower()
    if AGO_LOOK.search(lowered) and AGO.search(text):
        return True
    if _DIGIT.search(text) is None:
        return False
    days = DAYS_IN_ASCII_LOOK if lowered.isascii() else DAYS_LOOK
    if days.search(lowered) and (NO_YEAR.search(text) or MONTH_YEAR.search(text)):
        return True
    if NUMBERS_LOOK.search(text) and SHORT_YEAR.search(text):
        return True
    return find_date(text) is not None
