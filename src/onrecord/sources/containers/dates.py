"""The dates that containers state, in EDTF: month names of the languages that databases are used in, and ISO 8601.

A date that could be two (04/05/2031) is none: databases print the month's name where they do not print ISO.
"""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

_NAMES = (
    "january januar janvier januari enero gennaio janeiro jänner jan styczeń stycznia leden ledna январь января",
    "february februar février februari febrero febbraio fevereiro feb fév fevr feber luty lutego únor února февраль февраля",
    "march märz mars maart marzo março mar mär mrz marca březen března март марта",
    "april avril abril aprile apr avr abr kwiecień kwietnia duben dubna апрель апреля",
    "may mai mei mayo maggio maio maj maja květen května май мая",
    "june juni juin junio giugno junho jun czerwiec czerwca červen června июнь июня",
    "july juli juillet julio luglio julho jul lipiec lipca červenec července июль июля",
    "august août augustus agosto augusti aug sierpień sierpnia srpen srpna август августа",
    "september septembre septiembre settembre setembro sept sep wrzesień września září сентябрь сентября",
    "october oktober octobre octubre ottobre outubro oct okt październik października říjen října октябрь октября",
    "november novembre noviembre novembro nov listopad listopada ноябрь ноября",
    "december dezember décembre diciembre dicembre dezembro dec dez déc grudzień grudnia prosinec prosince декабрь декабря",
)
MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()} | {
    "fevrier": 2,
    "decembre": 12,
    "aout": 8,
}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2})?(?:\s{0,3}(?P<half>[AaPp])\.?[Mm]\b\.?)?(?:\s{0,3}(?P<zone>GMT|UTC|Z)\b)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?"
FORMS = (
    re.compile(rf"(?<!\w)(?P<month>{_MONTH})\.?\s+{_DAY},?\s+(?P<year>\d{{4}})(?!\d)", re.I),
    re.compile(
        rf"(?<!\d){_DAY},?\s+(?:de\s+|of\s+)?(?P<month>{_MONTH})\.?,?\s+(?:de\s+|del\s+)?(?P<year>\d{{4}})(?!\d)", re.I
    ),
    re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)"),
    re.compile(rf"(?<!\w)(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})(?!\d)", re.I),
)
CLOCK = re.compile(_CLOCK)
ISO = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})(?:[T ](?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s{0,2}(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
)
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})?)?")


def printed_date(text: str) -> str | None:
    """The first date of a line that is printed for people, in EDTF, with its time of day if one follows it."""
    found = [match for form in FORMS if (match := form.search(text))]
    if not found:
        return None
    date = min(found, key=lambda match: (match.start(), -match.end()))
    parts = date.groupdict()
    month = parts["month"] or ""
    month = month if month.isdigit() else f"{MONTHS[month.lower().rstrip('.')]:02}"
    value = f"{parts['year']}-{month}" + (f"-{int(parts['day']):02}" if parts.get("day") else "")
    clock = CLOCK.search(text, date.end(), date.end() + 60) if parts.get("day") else None
    return _valid(value + _clock(clock)) or _valid(value)


def _clock(match: re.Match[str] | None) -> str:
    if match is None:
        return ""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return f"T{hour:02}:{match['minute']}" + ("Z" if match["zone"] else "")


def stamped_date(text: str | None) -> str | None:
    """A date that a machine wrote: ISO 8601, 20310504T101500Z, or a mail's."""
    text = (text or "").strip()
    if match := ISO.fullmatch(text):
        zone = {"UTC": "Z", "GMT": "Z", None: ""}.get(match["zone"], match["zone"] or "")
        zone = f"{zone[:3]}:{zone[3:]}" if re.fullmatch(r"[+-]\d{4}", zone) else zone
        return _valid(match["date"] + (f"T{match['clock']}{zone}" if match["clock"] else ""))
    if match := COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        clock = f"T{hour}:{minute}:{second}" if hour else ""
        zone = "" if not zone or not clock else zone if zone == "Z" else f"{zone[:3]}:{zone[3:]}"
        return _valid(f"{year}-{month}-{day}{clock}{zone}")
    return mailed_date(text)


def mailed_date(text: str | None) -> str | None:
    """The date of a mail, a feed or an answer of HTTP (RFC 5322)."""
    try:
        value = parsedate_to_datetime(text or "")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    written = value.isoformat()
    return (written[:-6] + "Z" if written.endswith("+00:00") else written) if 1000 <= value.year <= 9999 else None


def _valid(value: str) -> str | None:
    try:
        datetime.fromisoformat(value if len(value) > 7 else f"{value}-01")
    except ValueError:
        return None
    return value
