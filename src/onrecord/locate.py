"""From a line of a record back to the bytes that it was read from, in the file that somebody holds.

The file is told by its SHA-256, and so are the bytes of the account that is cut from it again: what is given back is
what was read, or nothing is.
"""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from onrecord.errors import SourceError
from onrecord.sources import columns, reread, source_of
from onrecord.text.decoded import places_in_page
from onrecord.types import Account, Record, Span, Step

MOST_FILES = 10_000
LARGEST = 200 * 1024 * 1024
MAIN = ("content", "what", "words", "evidence", "mentions")
"""The fields by which a line is what it is: the first that it has."""


class Run(NamedTuple):
    """Bytes `start` to `end` of what the last step gives, and how they are written there."""

    start: int
    end: int
    form: str
    data: bytes


class Located(NamedTuple):
    """Where the words of one span stand."""

    account: Account
    span: Span
    file: Path
    steps: tuple[Step, ...]
    runs: tuple[Run, ...]
    exact: bool
    """Whether these bytes are the words alone; of HTML they are all of the block that the words stand in."""

    @property
    def words(self) -> str:
        return self.account.cut(self.span)


def locate(record: Record, line: str, places: Iterable[str | Path]) -> Iterator[Located]:
    """Where a line of a record stands in the files that it was read from: each of its spans.

    `line` is the id of a statement, position, moment, comment, actor, wording or finding, or its beginning, or
    NAME:START-END in code points of the account of that name or id. `places` are files, and folders to look for them
    in. Raises SourceError for a line that the record has not, and for a file that is not there or is another one now.
    """
    accounts = {reading.account.id: reading.account for reading in record.readings}
    read: dict[str, tuple[Path, bytes]] = {}
    for span in _spans(record, line, accounts):
        account = accounts[span.account]
        if account.id not in read:
            read[account.id] = _file(account, list(places))
        yield _located(account, span, *read[account.id])


RANGE = re.compile(r"(?P<account>.+):(?P<start>\d+)-(?P<end>\d+)", re.S)
SHORTEST = 4
"""Characters of an id by which a line is named at least."""


def _spans(record: Record, line: str, accounts: dict[str, Account]) -> list[Span]:
    if asked := RANGE.fullmatch(line):
        owner = next((one for one in accounts.values() if asked["account"] in (one.url, one.id)), None)
        if owner is None or not int(asked["start"]) < int(asked["end"]) <= len(owner.text):
            raise SourceError(f"{line!r} is no place in an account of this record; write NAME:START-END")
        return [Span(owner.id, int(asked["start"]), int(asked["end"]))]
    lines = {value.id: value for value in _lines(record) if len(line) >= SHORTEST and value.id.startswith(line)}
    if len(lines) != 1:
        how = "no line" if not lines else f"the beginning of {len(lines)} lines"
        raise SourceError(f"{line!r} is {how} of this record; name the id of a statement, a position, a moment ...")
    (value,) = lines.values()
    return _main_spans(value, record)


def _lines(record: Record) -> Iterator[Any]:
    """All that has an id and spans of its own."""
    for reading in record.readings:
        for part in (reading.statements, reading.positions, reading.timeline, reading.discussion, reading.cast):
            yield from part
    yield from (*record.wordings, *record.cast, *record.findings)


def _main_spans(value: Any, record: Record) -> list[Span]:
    for name in MAIN:
        spans = getattr(value, name, None)
        if spans:
            return [spans] if isinstance(spans, Span) else list(spans)
    base = getattr(value, "base", None)  # of a wording: the witness whose words the others are compared with
    return next((_main_spans(line, record) for line in _lines(record) if line.id == base), [])


def _file(account: Account, places: list[str | Path]) -> tuple[Path, bytes]:
    """The file with the right SHA-256 among `places`: by its name first, then whatever its name is now."""
    wanted = account.place[0].sha256 if account.place else account.sha256
    file = account.url.rpartition(":")[0] if account.place else account.url
    names = {Path(name).name for name in (account.url, file)} | {step.what for step in account.place[:1]}
    paths = sorted(_candidates(places), key=lambda path: path.name not in names)  # by their names first
    for path in paths:
        if (body := _read(path)) is not None and hashlib.sha256(body).hexdigest() == wanted:
            return path, body
    raise SourceError(
        f"the file of {account.url!r} is not there, or has changed: none with SHA-256 {wanted}; name it, or its folder"
    )


def _candidates(places: list[str | Path]) -> Iterator[Path]:
    count = 0
    for place in places:
        if os.path.isfile(place):
            yield Path(place)
        for at, folders, files in os.walk(place):
            folders.sort()
            for name in sorted(files):
                count += 1
                if count > MOST_FILES:
                    return
                yield Path(at, name)


def _read(path: Path) -> bytes | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return path.read_bytes()
    except OSError:
        return None


def _located(account: Account, span: Span, path: Path, body: bytes) -> Located:
    number = account.url.rpartition(":")[2] if account.place else ""
    asked = next((step.what for step in account.place if step.how == "columns"), None)
    part = reread(body, path.name, int(number) if number.isdigit() else 1, columns(asked))
    if part is None or hashlib.sha256(part.body).hexdigest() != account.sha256:
        raise SourceError(
            f"{path.name!r} is the right file, but this version of onrecord reads {account.url!r} otherwise from it"
        )
    exact = part.media_type == "text/plain"
    characters = [(span.start, span.end)] if exact else _blocks(account, span)
    places = places_in_page(part.body, account.encoding.split()[0])
    runs = [
        Run(start, end, form, part.layer[start:end])
        for first, last in characters
        for start, end, form in source_of(part, places[first], places[last])
    ]
    file = Step("file", path.name, hashlib.sha256(body).hexdigest())
    return Located(account, span, path, (file, *part.steps), tuple(runs), exact)


def _blocks(account: Account, span: Span) -> list[tuple[int, int]]:
    """Of a page of HTML: the blocks that hold a span, in the decoded source."""
    return [
        (block.origin.start, block.origin.end)
        for block in account.blocks
        if block.span.start < span.end and span.start < block.span.end
    ]


def as_json(located: Located) -> bytes:
    """One line of JSON: the place, and the bytes in Base64 (as msgspec writes bytes)."""
    place = located._asdict() | {"account": located.account.url, "words": located.words, "file": located.file.name}
    return msgspec.json.encode(place | {"runs": [run._asdict() for run in located.runs]})
