"""Where a short text says when something was written, as forums and comments print it: a date, or how long ago it was.

Only the place is found here; what day it is, is for `onrecord.accounts.lines.dates` to say. Dates are looked for from
their digits, for most lines of a page have none, and in lower case, for a pattern that ignores case takes several times
as long.
"""

import re
from typing import Final

from onrecord.accounts.lines.dates import MONTHS
from onrecord.accounts.lines.words import in_lower_case
from onrecord.text.spans import Place

SHORT_MONTHS: Final = frozenset("sty lut kwi cze lip sie wrz paź lis gru des sett".split())
"""Short names of months in Polish and Norwegian, which are words elsewhere."""
NAMES: Final = frozenset(MONTHS) | SHORT_MONTHS
NO_NAMES, WORDS_TOO = frozenset("ago set out mag".split()), frozenset("may mar".split())
"""Months that are words of other languages, too: without a year the first are none, and the others only with a capital
letter."""

SEPARATORS, JOINED = frozenset("-/.年년"), frozenset("-/.:,")
MONTH_JOINS: Final = frozenset(" -/")
ENDS: Final = frozenset(name[-3:] for name in NAMES)
"""How the names of months end: few words before a number end so."""
_YEAR = r"(?:199|20[0-4])[0-9](?![0-9])"
_CLOCK = (
    r"(?:[0-2]?[0-9](?:[:.][0-5][0-9](?:[:.][0-5][0-9](?:\.[0-9]{1,9})?)?|h[0-5][0-9])(?: ?[ap]\.?m\b\.?)?(?: ?z\b| "
    r"?[+-][01][0-9]:?[0-5][0-9])?"
    r"(?![0-9])|[01]?[0-9] ?[ap]\.?m\b\.?)"
)
_THEN = r"(?:t|,? {0,2}(?:(?:at|um|à|a las|às|alle|ore|kl\.?|om|klo|в|-|–|—|\||@|·|•) {0,2})?)"
AFTER: Final = re.compile(_THEN + _CLOCK)
_WEEKDAY = (
    r"(?:mon(?:day|tag)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?"
    r"|mo|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?|sa(?:mstag)?|sonnabend|so(?:nntag)?"
    r"|lun(?:di|es)?|mar(?:di|tes)?|mer(?:credi)?|mié(?:rcoles)?|jeu(?:di)?|jue(?:ves)?|ven(?:dredi)?|vie(?:rnes)?"
    r"|sam(?:edi)?"
    r"|sáb(?:ado)?|dim(?:anche)?|dom(?:ingo|enica)?|пн|вт|ср|чт|пт|сб|вс)"
)
BEFORE: Final = re.compile(rf"\b{_WEEKDAY}\.?,? {{1,2}}(?:den |der |le |the )?\Z")
CLOCK_BEFORE: Final = re.compile(rf"(?<![0-9:.]){_CLOCK}(?:,? {{0,2}}(?:-|–|—|\||·|•|on|am|le)? {{0,2}})?\Z")
DAY_AND_CLOCK: Final = re.compile(rf"\b{_WEEKDAY}\b,? {{0,2}}(?:(?:at|um|à|a las|-|–|—) {{0,2}})?{_CLOCK}")

DIGIT: Final = re.compile("[0-9]")
DIGITS: Final = re.compile(
    r"[0-9][0-9]{0,3}(?![0-9])(?:(?=[^)\]:%+#|])|(?<=[ /-][0-9])|(?<=[ /-][0-9]{2})|(?<=[ /-][0-9]{3})|(?<=[ "
    r"/-][0-9]{4}))"
)
"""A number of a date: behind it stands neither the end of the text nor what stands behind a share or a count, unless a
month may precede it.

Its first digit stands alone: what begins with one character of a class is looked for much faster than what begins with
several."""
NUMBERS: Final = re.compile(
    rf"{_YEAR}(?P<a>[-/.])[01]?[0-9](?P=a)[0-3]?[0-9](?![0-9])|[0-3]?[0-9](?P<b>[-/]|\. ?)[0-3]?[0-9](?P=b){_YEAR}"
    r"|20[0-4][0-9] ?[年년] ?[01]?[0-9] ?[月월] ?[0-3]?[0-9] ?[日일]"
)
SHORT: Final = re.compile(r"[0-3]?[0-9](?P<a>[-/.])[0-3]?[0-9](?P=a)[0-9]{2}(?:(?![0-9./-])|(?=[0-2][0-9]:[0-5][0-9]))")
NO_YEAR: Final = re.compile(
    r"[0-3]?[0-9](?:/[01]?[0-9]|\.[01]?[0-9]\.)(?=,? {0,2}(?:(?:à|um|at|-|–) {0,2})?[0-2]?[0-9][:h][0-5][0-9])"
)
"""A day and a month in numbers, with a time behind them that tells them from a share or a version."""
DAY: Final = re.compile(
    r"[0-3]?[0-9](?:(?:st|nd|rd|th|er)(?![^\W\d_])|\.|º)?,?(?: {1,2}(?:de |of )?|[-/]"
    r"|(?<=\.))(?P<month>[^\W\d_]{3,12})\.?,?"
    rf"(?:(?: {{1,2}}(?:de |del )?|[-/])(?:(?P<year>{_YEAR})|(?P<short>['’]?[0-9]{{2}}(?![0-9:.h]))))?"
)
MONTH: Final = re.compile(r"(?P<month>[^\W\d_]{3,12})(?:\.,?|,)?(?: {1,2}|[-/])\Z")
DAY_OF_MONTH: Final = re.compile(
    rf"[0-3]?[0-9](?:(?:st|nd|rd|th)(?![^\W\d_])|\.|º)?(?![0-9])(?:,? {{1,2}}(?P<year>{_YEAR})"
    rf"|,? {{0,2}}(?P<short>['’][0-9]{{2}}(?![0-9])))?"
)
YEAR: Final = re.compile(_YEAR)
_UNIT = (
    r"(?:s|sec(?:ond)?s?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|wks?|weeks?|mo|mos|months?|y|yrs?|years?|stunden?"
    r"|minuten?|tag(?:en?)?"
    r"|wochen?|monat(?:en?)?|jahr(?:en?)?|heures?|jours?|semaines?|mois|ans|segundos?|minutos?|horas?|días?|dias?"
    r"|semanas?|meses|mes|años?|anos?"
    r"|minuti|minuto|or[ae]|giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|uur|dagen|dag|weken|maanden|maand|jaar|jaren"
    r"|минут[ыу]?|час(?:а|ов)?|дн(?:я|ей)|день|месяц(?:а|ев)?|год(?:а)?|лет)"
)
AGO: Final = re.compile(
    rf"[0-9]{{1,3}} {{0,2}}(?=[adghjmostuwyгдлмч]){_UNIT}\b(?:(?:,| and)? [0-9]{{1,2}} {_UNIT}\b)?(?P<ago> (?:ago|fa"
    rf"|atrás|geleden|назад)\b)?"
)
WORD: Final = re.compile(r" ?\w")
AGO_BEFORE: Final = re.compile(r"\b(?:(?P<since>vor|il y a|hace|há)(?: (?:etwa|ca\.|environ))?|about|over|almost) \Z")
SAYS_AGO: Final = re.compile(
    r"\b(?:(?:about |over |almost )?(?:an?|one|two|three|four|five|six|a few|several) {1,2}(?:sec(?:ond)?|min(?:ute)?"
    r"|h(?:ou)?r|day|week|month|year)s?"
    r" {1,2}ago\b|just now\b|(?:vor|il y a|hace|há) (?:einer?|einem|une?|una?|uma?) [^\W\d_]{3,8}\b|last (?:week"
    r"|month|year)\b"
    r"|(?:yesterday|today|gestern|heute|vorgestern|hier|aujourd['’]hui|ayer|hoy|ieri|oggi|ontem|hoje|gisteren|vandaag"
    r"|вчера|сегодня)(?![^\W\d_]))"
)
COUNTED: Final = re.compile(
    rf"[0-9]{{1,3}} {{0,2}}{_UNIT}\b|vor |il y a |hace |há |about |over |almost |{SAYS_AGO.pattern}"
    rf"|{DAY_AND_CLOCK.pattern}"
)
WORDS: Final = frozenset(
    "ago now last yesterday today gestern heute vorgestern vor il hier aujourd'hui aujourd’hui hace há ayer hoy ieri "
    "oggi ontem hoje gisteren"
    " vandaag вчера сегодня".split()
)
"""One of these is in whatever says how long ago it was without a number."""
RELATIVE, BARE = 100, 40
"""Characters of the lines in which "yesterday", and in which "2 days", may say when they were written: in longer ones
it is told."""


def says_when(text: str) -> Place | None:
    """Where a short text says when: the date with the day of the week before it and the time beside it, as printed.

    A whole date before one without a year, and that before "2 days ago".
    """
    if DIGIT.search(text) is None and (len(text) > RELATIVE or not _is_relative(text.lower())):
        return None  # most lines of a page
    if not text.isascii():
        text = text.replace("\u00a0", " ").replace("\u202f", " ")
    lowered = in_lower_case(text)
    found = _first_date(text, lowered)
    if found is None:
        return None
    _, start, end = found
    day = BEFORE.search(lowered, max(0, start - 18), start) if start > 1 else None
    start = day.start() if day else start
    time = AFTER.match(lowered, end)
    if time:
        return start, time.end()
    clock = CLOCK_BEFORE.search(lowered, max(0, start - 16), start) if start > 3 else None
    return (clock.start() if clock else start), end


def is_counted(phrase: str) -> bool:
    """Whether what says when counts from a day that is not told: "2 days ago", "yesterday at 10:12"."""
    return COUNTED.match(phrase.lower()) is not None


def _is_relative(lowered: str) -> bool:
    return not WORDS.isdisjoint(lowered.replace(",", " ").split())


def _first_date(text: str, lowered: str) -> tuple[int, int, int] | None:
    """The first date of those that are most of one: 0 a whole date, 1 of a short year, 2 a month, 3 a day, 4 a time
    ago."""
    best: tuple[int, int, int] | None = None
    reach = 0
    digits = DIGITS.search(text)
    while digits:
        start, stop = digits.span()
        if start >= reach and (found := _at(text, lowered, start, stop)):
            if found[0] == 0:
                return found
            if best is None or found[0] < best[0]:
                best = found
            reach = found[2]
        digits = DIGITS.search(text, stop)
    if (best and best[0] < 4) or len(text) > RELATIVE:
        return best
    if _is_relative(lowered) and (said := SAYS_AGO.search(lowered)):
        ago = (4, said.start(), said.end())
        return min(best, ago) if best else ago
    if best is None and ":" in text and (clock := DAY_AND_CLOCK.search(lowered)):
        return 4, clock.start(), clock.end()
    return best


def _at(text: str, lowered: str, start: int, stop: int) -> tuple[int, int, int] | None:
    """The date whose first digits are `text[start:stop]`."""
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if after in SEPARATORS and before not in JOINED:
        if numbers := NUMBERS.match(text, start):
            return 0, start, numbers.end()
        if short := SHORT.match(text, start):
            return 1, start, short.end()
        if without_year := NO_YEAR.match(lowered, start):
            return 3, start, without_year.end()
    if before.isalpha():
        return None
    found = _of_month(text, lowered, start) if before in MONTH_JOINS else None
    if stop - start < 3 and not (found and found[0] == 0):
        day = _of_day(text, lowered, start)
        found = min(found, day) if found and day else found or day
    if found:
        return found
    if (after == " " or after.isalpha()) and before not in JOINED and (ago := AGO.match(lowered, start)):
        since = AGO_BEFORE.search(lowered, max(0, start - 16), start)
        told = ago["ago"] or (since and since["since"])
        if len(text) <= RELATIVE if told else len(text) <= BARE and not WORD.match(text, ago.end()):
            return 4, (since.start() if since and told else start), ago.end()
    return None


def _of_day(text: str, lowered: str, start: int) -> tuple[int, int, int] | None:
    """3 March 2009, 3. März, 3-Mar-09."""
    day = DAY.match(lowered, start)
    if day is None or not _is_month(day["month"], text[day.start("month")], alone=not day["year"]):
        return None
    if day["short"] and day["short"][0].isdigit() and text[day.start("short") - 1] not in "-/":
        return 3, start, day.end("month")
    return (0 if day["year"] else 1 if day["short"] else 3), start, day.end()


def _of_month(text: str, lowered: str, start: int) -> tuple[int, int, int] | None:
    """March 3, 2009, March 3, March 2009."""
    begin = max(0, start - 15)
    if lowered[begin:start].rstrip(" .,-/")[-3:] not in ENDS:
        return None
    month = MONTH.search(lowered, begin, start)
    if month is None:
        return None
    word, first = month["month"], text[month.start()]
    day = DAY_OF_MONTH.match(lowered, start)
    if day and _is_month(word, first, alone=not day["year"]) and (day["year"] or word != "mars"):
        return (0 if day["year"] else 1 if day["short"] else 3), month.start(), day.end()
    year = YEAR.match(text, start)
    return (2, month.start(), year.end()) if year and _is_month(word, first, alone=False) else None


def _is_month(word: str, first: str, *, alone: bool) -> bool:
    """Whether a word is the name of a month; `first` is its first letter as it stands."""
    return word in NAMES and not (alone and (word in NO_NAMES or (word in WORDS_TOO and first.islower())))
