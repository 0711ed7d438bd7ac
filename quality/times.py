"""Accuracy of time expressions on TimeBank and AQUAINT (the training part of TempEval-3, LDC texts, not shipped).

    python -m quality.times [--peers] [--part tuning|validation]

The documents are split by a hash of their names; rules were written looking at errors of the tuning part only.

`value`: of the DATE and TIME expressions whose gold value is of the calendar (a year, month, day, quarter, week ...;
not PRESENT_REF, not XX), how many values are right when the gold span is given. Ours must say the gold value exactly;
a peer's instant is right if it lies at the gold granularity (it is cut to the year, month, quarter or day asked for).

`f1_*`: TempEval-3 task A: an expression counts as found if its span overlaps a gold one, and as right if also the value
is the same; F1 over the values (Verhagen et al. 2010, UzZaman et al. 2013). `f1_all` is over all TIMEX3, with
durations, repetitions and PRESENT_REF; `f1_dates` over those of type DATE and TIME alone.
"""

import argparse
import datetime as dt
import hashlib
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from msgspec import structs

from onrecord.text.times import Resolved, TimeReading, becomes_told, find_times, read_times, resolve
from quality.corpora import NoCorpus, data

CORPUS = data() / "tempeval3" / "Training" / "TBAQ-cleaned"
REFERENCES = {"now": "PRESENT_REF", "once": "PAST_REF", "soon": "FUTURE_REF", "ago": "PAST_REF", "long-ago": "PAST_REF"}
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
PERIODS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI", "40": "H1", "41": "H2"}
PERIODS |= {str(32 + number): f"Q{number}" for number in range(1, 5)}


class Gold(NamedTuple):
    start: int
    end: int
    kind: str
    value: str


class Document(NamedTuple):
    name: str
    date: str
    text: str
    gold: tuple[Gold, ...]


def documents(part: str) -> Iterator[Document]:
    """The documents of the tuning or the validation part."""
    for path in sorted([*CORPUS.glob("AQUAINT/*.tml"), *CORPUS.glob("TimeBank/*.tml")]):
        tuning = hashlib.sha256(path.stem.encode()).digest()[0] % 2 == 0
        if tuning == (part == "tuning"):
            root = ET.parse(path).getroot()
            text: list[str] = []
            gold: list[Gold] = []
            _walk(root.find("TEXT"), text, gold)
            date = root.find(".//DCT/TIMEX3").get("value")
            yield Document(path.stem, date, "".join(text), tuple(gold))


def _walk(element: ET.Element, text: list[str], gold: list[Gold]) -> None:
    start = sum(map(len, text))
    text.append(element.text or "")
    for child in element:
        _walk(child, text, gold)
        text.append(child.tail or "")
    if element.tag == "TIMEX3":
        gold.append(Gold(start, sum(map(len, text)), element.get("type"), _one_notation(element.get("value"))))


def _one_notation(value: str) -> str:
    """The corpora write week 5 as W5 and W05, nine o'clock as T09 and T09:00, the nineties as 199 and 199X, ten years
    as P1E (a decade) and P10Y: one of each pair."""
    value = re.sub(r"W(\d)(?!\d)", r"W0\1", value)
    value = re.sub(r"(T\d\d)$", r"\1:00", value)
    value = re.sub(r"^(\d{3}X|\d\dXX)$", lambda match: match[0].rstrip("X"), value)
    return re.sub(r"^P(\d+|X)(E|DE|C|CE)$", _in_years, value)


def _in_years(match: re.Match[str]) -> str:
    if match[1] == "X":
        return "PXY"
    return f"P{int(match[1]) * (10 if match[2].endswith('E') and 'C' not in match[2] else 100)}Y"


def timeml(resolved: Resolved) -> str | None:
    """The TimeML value of an answer: EDTF's quarters, seasons, weeks and decades in TimeML's writing."""
    value = resolved.value
    if value is None:
        return resolved.duration or REFERENCES.get(resolved.rule)
    value = value.rstrip("~Z")
    if "/" in value:
        return _timeml_week(value)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return f"{match[1]}-{PERIODS.get(match[2], match[2])}"
    return value.rstrip("X") + PARTS.get(resolved.part or "", "")


def _timeml_week(interval: str) -> str:
    """An interval from Monday to Sunday is a week, from Saturday to Sunday a weekend."""
    try:
        first, last = (dt.date.fromisoformat(day) for day in interval.split("/"))
    except ValueError:
        return interval
    year, week, weekday = first.isocalendar()
    if ((last - first).days, weekday) in ((6, 1), (1, 6)):
        return f"{year}-W{week:02d}" + "-WE" * (weekday == 6)
    return interval


CALENDAR = re.compile(
    r"\d{2,4}|\d{4}-(?:\d\d|Q\d|H\d|SP|SU|FA|WI|W\d\d(?:-WE)?)|\d{4}-\d\d-\d\d(?:T(?:\d\d(?::\d\d)*|MO|AF|EV|NI))?"
)


def asked(gold: Gold) -> bool:
    """Whether the gold value is a place in the calendar."""
    return gold.kind in ("DATE", "TIME") and bool(CALENDAR.fullmatch(gold.value))


def read_span(document: Document, gold: Gold, told: Sequence[str]) -> Resolved | None:
    """What the longest expression within the gold span stands for, where it stands in its text."""
    found = find_times(document.text, gold.start, gold.end)
    longest = max(found, key=lambda e: e.end - e.start, default=None)
    return resolve(longest, document.date, told) if longest else None


def value_right(part: str, misses: Callable[..., None] | None = None) -> tuple[int, int, int]:
    """(right, wrong, no value) over the expressions asked, the gold spans given."""
    right = wrong = silent = 0
    for document in documents(part):
        told: list[str] = []
        for gold in document.gold:
            resolved = read_span(document, gold, told)
            value = timeml(resolved) if resolved else None
            told.extend(becomes_told(resolved) if resolved else ())
            if not asked(gold):
                continue
            if value == gold.value or (value and value[:10] == gold.value and "T" in value):
                right += 1
                continue
            if resolved and resolved.value:
                wrong += 1
            else:
                silent += 1
            if misses:
                misses(document, gold, resolved, value)
    return right, wrong, silent


def value_right_alone(part: str) -> float:
    """The same with nothing but the words of the span and the document's date: no sentence, no text before."""
    right = total = 0
    for document in documents(part):
        for gold in filter(asked, document.gold):
            found = sorted(find_times(document.text[gold.start : gold.end]), key=lambda e: e.start - e.end)
            value = timeml(resolve(found[0], document.date)) if found else None
            right += bool(value and (value == gold.value or (value[:10] == gold.value and "T" in value)))
            total += 1
    return right / total


def found_right(part: str, kinds: tuple[str, ...], misses: Callable[..., None] | None = None) -> dict[str, float]:
    """Relaxed precision, recall and F1 of the spans, and F1 of spans with the right value, over TIMEX3 of `kinds`."""
    ours = theirs = spans = values = 0
    for document in documents(part):
        gold = [g for g in document.gold if g.kind in kinds]
        found = (r for r in read_times(document.text, document.date) if r.expression.kind.upper() in kinds)
        readings = [end for reading in found for end in _ends(reading)]
        ours, theirs = ours + len(readings), theirs + len(gold)
        free = list(gold)
        for reading in readings:
            expression, value = reading.expression, timeml(reading.resolved)
            hits = [g for g in free if g.start < expression.end and expression.start < g.end]
            hit = next((g for g in hits if g.value == value), hits[0] if hits else None)
            if hit:
                free.remove(hit)
                spans += 1
                values += hit.value == value
            if misses and not (hit and hit.value == value):
                misses(document, hit, reading, value)
        if misses:
            for missed in free:
                misses(document, missed, None, None)
    f1 = 2 / (ours + theirs)
    return {"precision": spans / ours, "recall": spans / theirs, "span_f1": spans * f1, "f1": values * f1}


_JOINER = re.compile(r"\s*(?:\b(?:to|and|through|until|till)\b|[-–—])\s*")


def _ends(reading: TimeReading) -> tuple[TimeReading, ...]:
    """A range from one month or year to another is one expression here and two in TimeML, whose values are its ends."""
    expression, resolved = reading.expression, reading.resolved
    joiner = _JOINER.search(expression.text)
    if expression.rule not in ("year-range", "month-range") or not resolved.value or not joiner:
        return (reading,)
    cuts = (0, joiner.start()), (joiner.end(), len(expression.text))
    return tuple(
        TimeReading(
            structs.replace(
                expression,
                start=expression.start + first,
                end=expression.start + last,
                text=expression.text[first:last],
            ),
            structs.replace(resolved, value=value),
        )
        for (first, last), value in zip(cuts, resolved.value.split("/"), strict=True)
    )


Instant = Callable[[str, dt.datetime], dt.datetime | None]


def peers() -> Iterator[tuple[str, Instant]]:
    """The installed peers that turn words into an instant, set to prefer the past as news does."""
    try:
        import parsedatetime  # noqa: PLC0415

        constants = parsedatetime.Constants()
        constants.DOWParseStyle, constants.CurrentDOWParseStyle, constants.YearParseStyle = -1, True, 0
        calendar = parsedatetime.Calendar(constants, version=parsedatetime.VERSION_CONTEXT_STYLE)

        def by_parsedatetime(words: str, anchor: dt.datetime) -> dt.datetime | None:
            found, context = calendar.parseDT(words, sourceTime=anchor)
            return found if context.hasDateOrTime else None

        yield "parsedatetime", by_parsedatetime
    except ImportError:
        print("not installed, not compared: parsedatetime")
    try:
        import dateparser  # noqa: PLC0415

        def by_dateparser(words: str, anchor: dt.datetime) -> dt.datetime | None:
            settings = {"RELATIVE_BASE": anchor, "PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
            return dateparser.parse(words, languages=["en"], settings=settings)

        yield "dateparser", by_dateparser
    except ImportError:
        print("not installed, not compared: dateparser")


def peer_right(part: str, instant: Instant) -> float:
    """Share of the expressions asked whose instant lies at the gold value: cut to the granularity of that."""
    right = total = 0
    for document in documents(part):
        anchor = dt.datetime.fromisoformat(document.date[:10])
        for gold in filter(asked, document.gold):
            words = " ".join(document.text[gold.start : gold.end].split())
            try:
                found = instant(words, anchor)
            except Exception:  # a peer's crash is a miss of the peer
                found = None
            right += found is not None and gold.value in _values_at(found)
            total += 1
    return right / total


def _values_at(moment: dt.datetime) -> set[str]:
    """The TimeML values of every granularity that hold the instant."""
    iso_year, week, weekday = moment.isocalendar()
    season = {12: "WI", 1: "WI", 2: "WI"}.get(moment.month, ("SP", "SU", "FA")[(moment.month // 3 - 1) % 3])
    values = {f"{moment:%Y}", f"{moment:%Y-%m}", f"{moment:%Y-%m-%d}", f"{moment:%Y-%m-%dT%H:%M}", f"{moment:%Y}"[:3]}
    values |= {f"{moment:%Y}-Q{(moment.month + 2) // 3}", f"{moment:%Y}-H{(moment.month + 5) // 6}"}
    values |= {f"{iso_year}-W{week:02d}", f"{moment:%Y}-{season}", f"{moment:%Y}"[:2]}
    return values | ({f"{iso_year}-W{week:02d}-WE"} if weekday > 5 else set())


def speed(part: str = "tuning") -> dict[str, float]:
    """Characters scanned and expressions resolved in a second of CPU."""
    texts = [(d.text, d.date) for d in documents(part)]
    began = time.process_time()
    found = [find_times(text) for text, _ in texts]
    scanned = time.process_time()
    for expressions, (_, date) in zip(found, texts, strict=True):
        for expression in expressions:
            resolve(expression, date)
    done = time.process_time()
    return {
        "mb_per_cpu_s": sum(len(t) for t, _ in texts) / 1e6 / (scanned - began),
        "resolved_per_cpu_s": sum(map(len, found)) / (done - scanned),
    }


def measures(part: str = "validation") -> dict[str, float]:
    """All measures of one part, by name. Raises NoCorpus if TempEval-3 is not on this machine."""
    if not CORPUS.is_dir():
        raise NoCorpus(f"no corpus at {CORPUS} (set ONRECORD_DATA to where the corpora are)")
    right, wrong, silent = value_right(part)
    every = found_right(part, ("DATE", "TIME", "DURATION", "SET"))
    dates = found_right(part, ("DATE", "TIME"))
    return {
        "value": right / (right + wrong + silent),
        "value_precision": right / (right + wrong),
        "value_alone": value_right_alone(part),
        "f1_all": every["f1"],
        "f1_dates": dates["f1"],
        "span_f1_all": every["span_f1"],
        "span_f1_dates": dates["span_f1"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description="Accuracy of time expressions on TimeBank and AQUAINT.")
    parser.add_argument("--part", choices=["tuning", "validation"], default="validation")
    parser.add_argument("--peers", action="store_true", help="parsedatetime and dateparser beside, where installed")
    arguments = parser.parse_args()
    if not CORPUS.is_dir():
        sys.exit(f"no corpus at {CORPUS}: set ONRECORD_DATA to the folder that holds tempeval3")
    for name, value in (measures(arguments.part) | speed(arguments.part)).items():
        print(f"{name:20} {value:10.3f}")
    for name, instant in peers() if arguments.peers else ():
        print(f"value of {name:20} {peer_right(arguments.part, instant):.3f}")


if __name__ == "__main__":
    main()
