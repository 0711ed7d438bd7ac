"""The dates that containers state, in EDTF: month names of the languages that databases are used in, and ISO 8601.

A date that could be two (04/05/2031) is none: databases print the month's name where they do not print ISO.
"""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime

from onrecord.sources.containers.vocabulary import meanings

MONTHS = {name: int(number) for name, number in meanings("months").items()}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_HALF = r"(?:\s{0,3}(?P<half>[AaPp])\.?[Mm]\b\.?)?"
_CLOCK = rf"(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}})(?::\d{{2}})?{_HALF}(?:\s{{0,3}}(?P<zone>GMT|UTC|Z)\b)?"
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
LONGEST = 400
"""Characters of a line in which its date stands."""
_TIME = r"(?P<clock>\d{2}:\d{2}(?::\d{2})?)(?:[.,]\d{1,9})?\s{0,2}(?P<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
ISO = re.compile(rf"(?P<date>\d{{4}}-\d{{2}}-\d{{2}})(?:[T ]{_TIME})?")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})(Z|[+-]\d{4})?)?")


def printed_date(text: str) -> str | None:
    """The first date of a line that is printed for people, in EDTF, with its time of day if one follows it."""
    text = text[:LONGEST]
    dates = [match for form in FORMS if (match := form.search(text))]
    if not dates:
        return None
    date = min(dates, key=lambda match: (match.start(), -match.end()))
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
        clock = f"T{match['clock']}{_zone(match['zone'])}" if match["clock"] else ""
        return _valid(match["date"] + clock)
    if match := COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        clock = f"T{hour}:{minute}:{second}{_zone(zone)}" if hour else ""
        return _valid(f"{year}-{month}-{day}{clock}")
    return mailed_date(text)


def _zone(written: str | None) -> str:
    if written in ("Z", "UTC", "GMT"):
        return "Z"
    return f"{written[:3]}:{written[-2:]}" if written else ""


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
