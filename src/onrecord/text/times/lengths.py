"""What is no moment: lengths of time, repetitions, words that point at no time."""

from onrecord.text.times.context import NARRATIVE, VAGUE, Answer, Context, Parts
from onrecord.text.times.numerals import number

LENGTH = "a length of time"
REPEATED = "a repetition"
UNITS = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "week": "{}W", "fortnight": "{}W",
    "month": "{}M", "quarter": "{}M",
    "year": "{}Y", "decade": "{}Y", "century": "{}Y", "centurie": "{}Y", "weekend": "{}D",
}  # fmt: skip
_SEVERAL = {"fortnight": 2, "weekend": 2, "quarter": 3, "decade": 10, "century": 100, "centurie": 100}
"""Of the units that ISO 8601 has."""
_ADVERBS = {"daily": "day", "nightly": "day", "hourly": "hour", "annually": "year"}
_HALVES = {"year": "6M", "hour": "30M", "day": "T12H", "minute": "30S"}


def duration(parts: Parts, _: Context) -> Answer:
    """`for three years`: P3Y; `several days`: PXD."""
    return Answer(reason=LENGTH, duration=_duration(parts))


def quarter_century(_: Parts, __: Context) -> Answer:
    return Answer(reason=LENGTH, duration="P25Y")


def vague_duration(parts: Parts, context: Context) -> Answer:
    """`recent years`: a number of them left unsaid."""
    return duration({**parts, "vague": "several"}, context)


def repetition(parts: Parts, _: Context) -> Answer:
    """`every two years`, `daily`."""
    if parts.get("unit"):
        return Answer(reason=REPEATED, duration=_duration(parts))
    return Answer(reason=REPEATED)


def _duration(parts: Parts) -> str:
    unit = _ADVERBS.get(parts["unit"], parts["unit"])
    form = UNITS[unit if unit in UNITS else unit.removesuffix("s")]
    count = _count(parts)
    if count is None:
        return "P" + form.format("X")
    count *= _SEVERAL.get(unit, 1)
    if count % 1 == 0.5 and unit in _HALVES:
        return "P" + (form.format(int(count)) if count > 1 else "T" * form.startswith("T")) + _HALVES[unit]
    return "P" + form.format(int(count) if count % 1 == 0 else count)


def _count(parts: Parts) -> float | None:
    """None where it is left unsaid, also by two numbers ("three to five")."""
    if parts.get("vague", "").startswith(("a couple", "couple")):
        return 2
    if parts.get("vague") or parts.get("span"):
        return None
    written = parts.get("number")
    count = number(written)
    if not count and not (written and written[0].isdigit()):  # "a day", "the day"; "0 days" are none
        count = 1
    return (count or 0) + 0.5 * ("half" in parts)


def vague(_: Parts, __: Context) -> Answer:
    return Answer(reason=VAGUE)


def counted_day(_: Parts, __: Context) -> Answer:
    """`the second day of talks`."""
    return Answer(reason=NARRATIVE)
