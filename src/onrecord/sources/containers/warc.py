"""Web archives: WARC (ISO 28500), plain and in gzip, and WACZ, which is a ZIP of them with a list of pages.

A page is an answer with status 200 that holds HTML or text. Its body is what the answer says that it is where that
succeeds (chunks, gzip, deflate, brotli, Zstandard); where the head is wrong, as archives often leave it, the bytes are
taken as they lie. Requests, redirects, images and scripts are no accounts.
"""

import json
import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.sources.containers import docx
from onrecord.sources.containers.coding import NotDecoded, decoded
from onrecord.sources.containers.dates import stamped_date
from onrecord.sources.containers.forms import known_codec
from onrecord.sources.containers.parts import Container, Part, Run, Unread, fingerprint, plain_codec, transcoded, whole
from onrecord.types import Given, Piece, Status, Step

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes that one member of gzip is unpacked to at most."""
LONGEST_HEAD = 64 * 1024
VERSION = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
NEXT = re.compile(rb"(?:\r?\n){1,4}(?=WARC/[01]\.\d{1,2}\r?\n)")
HEAD = re.compile(rb"(?P<lines>(?:[^\r\n]+\r?\n){1,500})\r?\n")
STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (?P<code>\d{3})[^\r\n]*\r?\n")
CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r\n")
PAGES = re.compile(r"text/html|application/xhtml\+xml|text/plain")


class Record(NamedTuple):
    """A record: its head, and where its content stands in a layer."""

    head: dict[str, str]
    layer: bytes
    start: int
    end: int
    steps: tuple[Step, ...]
    cut: bool = False

    @property
    def name(self) -> str:
        return self.head.get("warc-record-id", "").strip("<>") or f"at byte {self.start:,}"

    @property
    def address(self) -> str:
        return self.head.get("warc-target-uri", "").strip("<>")


def read_warc(container: Container) -> Iterator[Part | Unread]:
    """The pages of a WARC file."""
    yield from _pages(_records(container.body, ()), None)


def _records(body: bytes, steps: tuple[Step, ...]) -> Iterator[Record | Unread]:
    """The records of a file, of each member of gzip, one at a time."""
    if not body.startswith(b"\x1f\x8b"):
        yield from _plain_records(body, steps)
        return
    at = 0
    while at < len(body):
        unpacker = zlib.decompressobj(wbits=31)
        try:
            unpacked = unpacker.decompress(memoryview(body)[at:], MOST_UNPACKED + 1)
        except zlib.error as error:
            yield Unread(0, f"the file is damaged from byte {at:,} on: {error}")
            return
        if len(unpacked) > MOST_UNPACKED:
            yield Unread(0, f"the record at byte {at:,} unpacks to more than {MOST_UNPACKED:,} bytes")
            return
        yield from _plain_records(unpacked, (*steps, Step("gzip member", f"at byte {at}", fingerprint(unpacked))))
        if not unpacker.eof:
            yield Unread(0, f"the file is cut off in the record at byte {at:,}")
            return
        at = len(body) - len(unpacker.unused_data)


def _plain_records(layer: bytes, steps: tuple[Step, ...]) -> Iterator[Record | Unread]:
    at = 0
    while at < len(layer):
        version = VERSION.match(layer, at)
        head = HEAD.match(layer, version.end(), version.end() + LONGEST_HEAD) if version else None
        if head is None:
            following = NEXT.search(layer, at)
            if layer[at:].strip():
                yield Unread(0, f"no record at byte {at:,}, where one should begin")
            if following is None:
                return
            at = following.end()
            continue
        fields = _fields(head["lines"])
        length = fields.get("content-length", "")
        end = head.end() + int(length) if length.isdigit() else len(layer)
        yield Record(fields, layer, head.end(), min(end, len(layer)), steps, cut=end > len(layer))
        if end > len(layer):
            yield Unread(0, f"the file is cut off: its last record lacks {end - len(layer):,} bytes")
        at = end
        while layer[at : at + 1] in (b"\r", b"\n"):
            at += 1


def _fields(lines: bytes) -> dict[str, str]:
    """The fields of a head by their names in small letters; of one that stands twice the last counts."""
    fields: dict[str, str] = {}
    for line in lines.decode("utf-8", "replace").splitlines():
        name, colon, value = line.partition(":")
        if colon:
            fields[name.strip().lower()] = value.strip()
    return fields


def _pages(records: Iterator[Record | Unread], wanted: dict[str, str] | None) -> Iterator[Part | Unread]:
    """The pages among some records; of `wanted` addresses only, where these are told, each with its title."""
    number = 0
    captures: set[tuple[str, str]] = set()
    digests: set[str] = set()
    for record in records:
        if isinstance(record, Unread):
            yield record
            continue
        kind, digest = record.head.get("warc-type", ""), record.head.get("warc-payload-digest", "")
        if wanted is not None and record.address.partition("#")[0] not in wanted:
            continue
        if kind == "revisit":
            if digest not in digests:
                number += 1
                yield Unread(number, f"{record.address} was captured again unchanged; its body is not in this file")
            continue
        if kind not in ("response", "resource") or (digest and (record.address, digest) in captures):
            continue
        part = _page(record, number + 1, (wanted or {}).get(record.address.partition("#")[0]))
        if part is not None:
            captures.add((record.address, digest))
            digests.update(filter(None, (digest,)))
            number += 1
            yield part


class Answer(NamedTuple):
    """An answer of HTTP: its head and the runs of bytes that its body lies in."""

    head: dict[str, str]
    runs: list[tuple[int, int]]


def _page(record: Record, number: int, title: str | None) -> Part | Unread | None:
    """The page that a record holds; None if it holds none."""
    answer = _answer(record)
    if answer is None or not PAGES.match(answer.head.get("content-type", "text/html" if answer.runs else "")):
        return None
    layer, runs, steps = record.layer, answer.runs, (*record.steps, Step("warc record", record.name))
    coding = answer.head.get("content-encoding", "").lower()
    if coding not in ("", "identity"):
        packed = b"".join(layer[start:end] for start, end in runs)
        try:
            layer = decoded(packed, coding)
        except NotDecoded as error:
            if not _is_text(packed):
                return Unread(number, f"{record.address}: {error}")
        else:
            runs, steps = [(0, len(layer))], (*steps, Step("decoded", coding, fingerprint(layer)))
    return _part(record, answer, layer, runs, number=number, steps=steps, given=_given(record, title))


def _part(record: Record, answer: Answer, layer: bytes, runs: list[tuple[int, int]], **more: object) -> Part:
    kind = answer.head.get("content-type", "")
    short = record.cut or "warc-truncated" in record.head
    more |= {
        "media_type": "text/plain" if kind.startswith("text/plain") else "text/html",
        "retrieved": stamped_date(record.head.get("warc-date")),
        "status": Status(not short, "its record is cut off in the archive" if short else None),
    }
    body = b"".join(layer[start:end] for start, end in runs)
    label = re.search(r"charset\s*=\s*[\"']?([\w:.-]{2,40})", kind, re.I)
    codec = known_codec(label[1]) if label else "utf-8"
    if codec != "utf-8" and plain_codec(body) != "utf-8":
        return transcoded(layer=layer, runs=[Run(start, end, codec) for start, end in runs], **more)
    if len(runs) == 1:
        return whole(layer=layer, start=runs[0][0], end=runs[0][1], **more)  # type: ignore[arg-type]
    pieces: list[Piece] = []
    for start, end in runs:
        at = pieces[-1].end if pieces else 0
        pieces.append(Piece(at, at + end - start, start, end, ""))
    return Part(body=body, layer=layer, pieces=tuple(pieces), **more)  # type: ignore[arg-type]


def _given(record: Record, title: str | None) -> tuple[Given, ...]:
    given = [Given("canonical", record.address, "warc canonical")] if record.address.startswith("http") else []
    return (*given, Given("headline", title, "wacz headline")) if title else tuple(given)


def _answer(record: Record) -> Answer | None:
    """The answer in a record if its status is 200; of a resource the bytes themselves."""
    if record.head.get("warc-type") == "resource":
        return Answer({"content-type": record.head.get("content-type", "")}, [(record.start, record.end)])
    status = STATUS.match(record.layer, record.start)
    if status is None or status["code"] != b"200":
        return None
    head = HEAD.match(record.layer, status.end(), min(record.end, status.end() + LONGEST_HEAD))
    if head is None:
        return None
    fields = _fields(head["lines"])
    chunks = (
        _chunks(record.layer, head.end(), record.end)
        if "chunked" in fields.get("transfer-encoding", "").lower()
        else None
    )
    return Answer(fields, chunks or [(head.end(), record.end)])


def _chunks(layer: bytes, start: int, end: int) -> list[tuple[int, int]] | None:
    """Where the chunks of a body lie; None if it is not in chunks, whatever its head says."""
    runs: list[tuple[int, int]] = []
    at = start
    while chunk := CHUNK.match(layer, at, end):
        size = int(chunk[1], 16)
        if size == 0:
            return runs
        first = chunk.end()
        if first + size > end:
            return [*runs, (first, end)] if runs else None
        runs.append((first, first + size))
        at = first + size + (2 if layer[first + size : first + size + 2] == b"\r\n" else 1)
    return None


def _is_text(body: bytes) -> bool:
    head = body[:512]
    return bool(head) and sum(byte < 9 or 13 < byte < 32 for byte in head) * 20 < len(head)


def read_wacz(container: Container) -> Iterator[Part | Unread]:
    """The pages of a WACZ file that its list names; all pages where there is no list."""
    try:
        names = docx.members(container.body)
        wanted = _listed(container.body, names)
        archives = [name for name in names if name.startswith("archive/") and re.search(r"\.warc(?:\.gz)?\Z", name)]
    except docx.NotUnpacked as error:
        yield Unread(0, str(error))
        return
    read: set[str] = set()
    number = 0
    for part in _pages(_of_archives(container.body, archives), wanted):
        number += isinstance(part, Part)
        if isinstance(part, Part):
            read |= {given.value.partition("#")[0] for given in part.given if given.field == "canonical"}
        yield part
    if wanted is not None and len(read) < len(wanted):
        yield Unread(0, f"its list names {len(wanted)} pages, and {len(read)} were read")


def _of_archives(body: bytes, archives: list[str]) -> Iterator[Record | Unread]:
    for name in archives:
        try:
            unpacked = docx.member(body, name)
        except docx.NotUnpacked as error:
            yield Unread(0, str(error))
            continue
        yield from _records(unpacked, (Step("zip member", name, fingerprint(unpacked)),))


def _listed(body: bytes, names: list[str]) -> dict[str, str] | None:
    """The addresses of the pages that the archive lists, each with its title; None if it lists none."""
    pages: dict[str, str] = {}
    for name in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        for line in docx.member(body, name).splitlines() if name in names else ():
            try:
                value = json.loads(line)
            except (ValueError, RecursionError):
                continue
            if isinstance(value, dict) and isinstance(value.get("url"), str):
                pages[value["url"].partition("#")[0]] = str(value.get("title") or "")
    return pages or None
