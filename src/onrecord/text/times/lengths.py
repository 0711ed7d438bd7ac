"""What is no moment: lengths of time, repetitions, words that point at no time."""

from onrecord.text.times.context import NARRATIVE, VAGUE, Answer, Context, Parts
from onrecord.text.times.numerals import number

LENGTH = "a length of time"
REPEATED = "a repetition"
UNITS = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "fortnight": "{}W", "month": "{}M",
    "quarter": "{}Q", "year": "{}Y", "decade": "{}0Y", "century": "{}00Y", "centurie": "{}00Y", "weekend": "{}D",
}  # fmt: skip
_HALVES = {"year": "6M", "hour": "30M", "day": "T12H", "minute": "30S", "decade": "5Y"}


def duration(parts: Parts, _: Context) -> Answer:
    """`for three years`: P3Y; `several days`: PXD."""
    return Answer(reason=LENGTH, duration=_duration(parts))


def vague_duration(parts: Parts, context: Context) -> Answer:
    """`recent years`: a number of them left unsaid."""
    return duration({**parts, "vague": "several"}, context)


def repetition(parts: Parts, _: Context) -> Answer:
    """`every two years`, `daily`."""
    if parts.get("unit"):
        return Answer(reason=REPEATED, duration=_duration(parts))
    return Answer(reason=REPEATED)


def _duration(parts: Parts) -> str:
    unit = parts["unit"]
    unit = unit.removesuffix("s") if unit not in UNITS else unit
    unit = {"daily": "day", "nightly": "day", "hourly": "hour", "weekly": "week", "monthly": "month"}.get(unit, unit)
    unit = {"yearly": "year", "annually": "year", "annual": "year", "quarterly": "quarter"}.get(unit, unit)
    if unit == "quarter":
        return "P3M"
    if "number" not in parts and "vague" not in parts:
        count: float | None = 1
    else:
        count = 2 if parts.get("vague", "").endswith(("couple", "couple of")) else number(parts.get("number"))
    if unit in ("fortnight", "weekend") and count:
        count *= 2
    if count is None:
        return "P" + UNITS[unit].format("X").replace("X00Y", "XY").replace("X0Y", "XY")
    whole = int(count)
    if count == whole or unit not in _HALVES or count - whole != 0.5:
        return "P" + UNITS[unit].format(whole if count == whole else count)
    head = UNITS[unit].format(whole) if whole else "T" * UNITS[unit].startswith("T")
    return "P" + head + _HALVES[unit]


def vague(_: Parts, __: Context) -> Answer:
    return Answer(reason=VAGUE)


def counted_day(_: Parts, __: Context) -> Answer:
    """`the second day of talks`."""
    return Answer(reason=NARRATIVE)
