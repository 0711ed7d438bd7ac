"""Wire items of the old forms, in Latin-1 with control characters: IPTC 7901 and ANPA 1312.

A part that is headed as not for publication is not read, and that is told.
"""

import re
from collections.abc import Iterator

from onrecord.sources.containers.dates import MONTHS, stamped_date
from onrecord.sources.containers.parts import Composer, Container, Part, Run, Unread, plain_codec
from onrecord.types import Step

NOT_FOR_PUBLICATION = re.compile(rb"^[^\n]{0,80}not for publication[^\n]{0,80}$", re.I | re.M)
NOTEBOOK = re.compile(rb"^(?:# \w+ NOTEBOOK|(?:\* ?){3,8})[ \t]*\r?$", re.M)
SENT = re.compile(
    rb"(?P<day>\d{2})(?P<hour>\d{2})(?P<minute>\d{2}) (?:GMT|UTC) (?P<month>[A-Za-z]{3}) ?(?P<year>\d{2})\b"
)
HEADER = re.compile(rb"\x01(?P<header>[^\r\n\x02]{4,80})")
SERVICE = re.compile(rb"\s{2,}(?P<service>[A-Za-z]{2,12})\s+\d{1,4}\s*\Z")
PARAGRAPH = re.compile(rb"[^\r\n][^\n]*(?:\n(?![ \t]*\r?\n)(?![ \t]{2,})[^\n]+)*")
"""Lines of one paragraph: one that is indented begins the next."""


def read_7901(container: Container) -> Iterator[Part | Unread]:
    """The items of IPTC 7901: heading, the headline behind 02, the text, and the time behind 03."""
    body = container.body
    begins = [match.start() for match in re.finditer(rb"\x01(?=[^\x01\x02\x03]{4,400}\x02)", body)]
    for number, (begin, end) in enumerate(zip(begins, [*begins[1:], len(body)], strict=True), 1):
        composer = Composer(body, "iptc 7901")
        left_out = _item_7901(composer, begin, end)
        yield (
            composer.part(number, Step("wire item", str(number)))
            if composer.has_body()
            else Unread(number, "an item without text")
        )
        if left_out:
            yield Unread(number, "its part that is not for publication was not read")


def _item_7901(composer: Composer, begin: int, end: int) -> bool:
    """Whether a part that is not for publication was left out."""
    body, form = composer.layer, "fold latin-1" if plain_codec(composer.layer) != "utf-8" else "fold utf-8"
    start = body.index(b"\x02", begin, end) + 1
    stop = body.find(b"\x03", start, end)
    stop = end if stop < 0 else stop
    header = HEADER.match(body, begin)
    if header and (service := SERVICE.search(header["header"])):
        composer.field("publisher", service["service"].decode("ascii"))
    _sent(composer, body[stop:end])
    private = NOT_FOR_PUBLICATION.search(body, start, stop)
    notebook = NOTEBOOK.search(body, start, stop)
    last = min([stop, *(match.start() for match in (private, notebook) if match)]) if private else stop
    for match in PARAGRAPH.finditer(body, start, last):
        first = not composer.stated
        ending = match.end() - (len(match[0]) - len(match[0].rstrip(b" =/\r\n"))) if first else match.end()
        runs = [Run(match.start(), ending, form)]
        if first:
            composer.field("headline", composer.read(runs), runs)
        composer.block("headline" if first else "body", runs)
    return private is not None


def _sent(composer: Composer, tail: bytes) -> None:
    sent = SENT.search(tail)
    month = MONTHS.get(sent["month"].decode("ascii").lower()) if sent else None
    if sent and month:
        year, day, hour, minute = (sent[name].decode("ascii") for name in ("year", "day", "hour", "minute"))
        century = "19" if int(year) > 70 else "20"
        composer.field("published", stamped_date(f"{century}{year}-{month:02}-{day}T{hour}:{minute}Z"))


ANPA_SENT = re.compile(
    rb"(?P<month>\d{2})-(?P<day>\d{2})-(?P<year>\d{2}) (?P<hour>\d{2})(?P<minute>\d{2})(?P<zone>GMT)?"
)
ANPA_LINE = re.compile(rb"[^\r\n\x02\x03\x04]+")
NO_TITLE = re.compile(r"(?:AP Photo|Eds?:|By |AP |Associated Press|The Associated Press|Photos?:|Graphic|Video)", re.I)


def read_anpa(container: Container) -> Iterator[Part | Unread]:
    """The items of ANPA 1312: lines that begin with "^" are the head, the others are text, whether a tab begins them or
    not."""
    body = container.body
    begins = [match.start() for match in re.finditer(rb"\x16{1,9}\x01{1,3}", body)]
    for number, (begin, end) in enumerate(zip(begins, [*begins[1:], len(body)], strict=True), 1):
        composer = Composer(body, "anpa")
        text = body.find(b"\x02", begin, end)
        stop = body.find(b"\x03", text, end) if text >= 0 else -1
        _anpa_item(composer, text + 1 if text >= 0 else begin, stop if stop >= 0 else end)
        if sent := ANPA_SENT.search(body, begin, end):
            _anpa_sent(composer, sent)
        yield (
            composer.part(number, Step("wire item", str(number)))
            if composer.has_body()
            else Unread(number, "an item without text")
        )


def _anpa_item(composer: Composer, start: int, stop: int) -> None:
    form = f"fold anpa {'latin-1' if plain_codec(composer.layer) != 'utf-8' else 'utf-8'}"
    lines = [(match.start(), match.end()) for match in ANPA_LINE.finditer(composer.layer, start, stop)]
    for at, (begin, end) in enumerate(lines):
        line = composer.layer[begin:end].strip(b" \t")
        kept = end - (len(line) - len(line.rstrip(b" \t<=\x1f")))
        first = begin + composer.layer[begin:end].find(b"^") + 1 if line.startswith(b"^") else begin
        runs = [Run(first, max(first, kept), form)]
        words = composer.read(runs)
        if ANPA_SENT.search(line):
            composer.block("chrome", runs)
        elif line.startswith(b"^"):
            _anpa_head(composer, words, runs)
        elif at and words:
            composer.block("body", runs)


def _anpa_head(composer: Composer, words: str, runs: list[Run]) -> None:
    known = {given.field for given in composer.given}
    if words.startswith("By ") and "byline" not in known:
        composer.field("byline", words.removeprefix("By "), runs)
        composer.block("byline", runs)
    elif not NO_TITLE.match(words) and "headline" not in known and not words.startswith("BC-"):
        composer.field("headline", words, runs)
        composer.block("headline", runs)
    else:
        if "byline" in known:
            composer.field("publisher", words, runs)
        composer.block("chrome", runs)


def _anpa_sent(composer: Composer, sent: re.Match[bytes]) -> None:
    month, day, year, hour, minute = (sent[name].decode("ascii") for name in ("month", "day", "year", "hour", "minute"))
    century = "19" if int(year) > 70 else "20"
    composer.field(
        "published", stamped_date(f"{century}{year}-{month}-{day}T{hour}:{minute}{'Z' if sent['zone'] else ''}")
    )
