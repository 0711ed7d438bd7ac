"""When a page was fetched, by what the program that saved it wrote into its file; nothing else tells that of a file.

Read are the remarks of SingleFile, monolith, HTTrack and the Internet Archive. A file's own date is when it was copied.
"""

import re
from datetime import datetime

_NAMES = "JanFebMarAprMayJunJulAugSepOctNovDec"
MONTHS = {_NAMES[at : at + 3]: at // 3 + 1 for at in range(0, len(_NAMES), 3)}
SIZE = 4096
"""Bytes at both ends of a file in which such a remark stands."""
_CLOCK = r"(?P<clock>[0-2][0-9]:[0-5][0-9]:[0-5][0-9])"
_MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
REMARK = re.compile(r"<!--(.{0,2000}?)-->", re.S)
SINGLEFILE = re.compile(
    rf"Page saved with SingleFile.{{0,1900}}?saved date: [A-Z][a-z]{{2}} {_MONTH} (?P<day>[0-3][0-9]) "
    rf"(?P<year>[0-9]{{4}}) {_CLOCK}"
    r" GMT(?P<zone>[+-][0-9]{4})", re.S
)  # fmt: skip
MONOLITH = re.compile(
    r"Saved from .{1,1800} at (?P<whole>[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-9:]{8}Z) using monolith", re.S
)
HTTRACK = re.compile(
    rf"Mirrored from .{{1,1800}} by HTTrack .{{1,200}}, (?P<day>[0-3][0-9]) {_MONTH} (?P<year>[0-9]{{4}}) {_CLOCK} "
    rf"GMT", re.S
)  # fmt: skip
ARCHIVE = re.compile(
    rf"FILE ARCHIVED ON {_CLOCK} {_MONTH} (?P<day>[0-3][0-9]), (?P<year>[0-9]{{4}}) AND RETRIEVED FROM THE"
)


def fetched(body: bytes) -> str | None:
    """When the program that saved these bytes says that it fetched them, in EDTF; None if nothing says so."""
    ends = [body] if len(body) <= 2 * SIZE else [body[:SIZE], body[-SIZE:]]
    for end in ends:
        for remark in REMARK.finditer(end.decode("latin-1")) if b"<!--" in end else ():
            for form in (SINGLEFILE, MONOLITH, HTTRACK, ARCHIVE):
                if found := form.search(remark[1]):
                    return _valid(_edtf(found.groupdict()))
    return None


def _valid(value: str) -> str | None:
    """The value if there is such a day and time."""
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return None
    return value


def _edtf(found: dict[str, str | None]) -> str:
    if whole := found.get("whole"):
        return whole
    zone = found.get("zone") or "+0000"
    zone = "Z" if zone == "+0000" else f"{zone[:3]}:{zone[3:]}"
    return f"{found['year']}-{MONTHS[found['month'] or 'Jan']:02}-{found['day']}T{found['clock']}{zone}"
