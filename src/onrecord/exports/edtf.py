"""Dates in EDTF as English words, and how exact they are."""

import re
from dataclasses import dataclass
from typing import Literal

from onrecord.text import lexicon

MONTHS = [month.capitalize() for month in lexicon.in_order("calendar.months")]
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
PARTS = {"33": "first quarter", "34": "second quarter", "35": "third quarter", "36": "fourth quarter"}
PARTS |= {"40": "first half", "41": "second half"}
_PARTS_OF_A_YEAR = SEASONS | {number: f"{part} of" for number, part in PARTS.items()}
DOUBTS = {"?": "perhaps ", "~": "about ", "%": "perhaps about "}
_LONGER = re.compile(r"(\d{2,3})(X{1,2})(?<=[\dX]{4})([?~%])?")
Kind = Literal["exact", "day", "month", "year", "vague", "none"]

_SHAPE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d(?::?\d\d)?)?)?)?)?([?~%])?")


@dataclass(frozen=True, slots=True)
class Date:
    """A date in words, and how exact it is."""

    kind: Kind
    words: str
    edtf: str | None


def date(edtf: str | None) -> Date:
    """`edtf` in words. A form that is not known is shown as it is and counts as vague."""
    if edtf is None:
        return Date("none", "no date", None)
    start, slash, end = edtf.partition("/")
    if slash:
        ends = [date(part).words if part.strip(".") else "" for part in (start, end)]
        words = f"{ends[0]} to {ends[1]}" if all(ends) else f"from {ends[0]}" if ends[0] else f"until {ends[1]}"
        return Date("vague", words, edtf)
    match = _SHAPE.fullmatch(edtf)
    return _simple(edtf, match) if match else Date("vague", _longer(edtf), edtf)


def _longer(edtf: str) -> str:
    """A decade or a century in words; any other form as it is."""
    match = _LONGER.fullmatch(edtf)
    if match is None:
        return edtf
    digits, doubt = match[1], DOUBTS.get(match[3], "")
    return f"{doubt}the {digits}0s" if len(digits) == len("199") else f"{doubt}the years {digits}00 to {digits}99"


def _simple(edtf: str, match: re.Match[str]) -> Date:
    year, month, day, clock, zone, doubt = match.groups()
    kind: Kind = "year"
    words = year
    if month:
        kind, words = "vague" if month in _PARTS_OF_A_YEAR else "month", f"{_month(month)} {year}"
    if day:
        kind, words = "vague" if month in _PARTS_OF_A_YEAR else "day", f"{int(day)} {words}"
    if clock:
        kind, words = "vague" if month in _PARTS_OF_A_YEAR else "exact", f"{words}, {clock}{_zone(zone)}"
    return Date("vague" if doubt else kind, DOUBTS.get(doubt, "") + words, edtf)


def _month(number: str) -> str:
    """What stands before the year for the second part of a date: a month, a season, or another part of a year."""
    if number in _PARTS_OF_A_YEAR:
        return _PARTS_OF_A_YEAR[number]
    return MONTHS[int(number) - 1] if 1 <= int(number) <= len(MONTHS) else number


def _zone(zone: str | None) -> str:
    return f" UTC{zone.removeprefix('Z')}" if zone else ""


def words(edtf: str | None) -> str | None:
    """`edtf` in words; None if there is no date."""
    return date(edtf).words if edtf else None
