"""Bytes become pages: a file, a folder or standard input is read, and nothing is decided about what it says.

A file that holds several accounts (containers) gives a page for each.
"""

import errno
import hashlib
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from onrecord.errors import SourceError
from onrecord.faults import attempt
from onrecord.sources.choice import ALL as ALL
from onrecord.sources.choice import Choice as Choice
from onrecord.sources.choice import choice as choice
from onrecord.sources.choice import columns as columns
from onrecord.sources.choice import parts_named as parts_named
from onrecord.sources.containers import READERS, SINGLE, parts
from onrecord.sources.containers.parts import NO_COLUMNS, Container, Part, Unread, whole
from onrecord.sources.containers.parts import Columns as Columns
from onrecord.sources.containers.parts import source_of as source_of
from onrecord.sources.described import Description as Description
from onrecord.sources.described import checked as checked
from onrecord.sources.described import description_named as description_named
from onrecord.sources.described import description_of as description_of
from onrecord.sources.described import not_within as not_within
from onrecord.sources.described import read_descriptions as read_descriptions
from onrecord.sources.kinds import media_type, sniff, why_not_read
from onrecord.sources.saved import fetched
from onrecord.sources.told import Kind
from onrecord.types import LeftOut, Page, Step

MAX_BYTES = 20 * 1024 * 1024
"""Of one page."""
MAX_CONTAINER = 200 * 1024 * 1024
"""Of a file that holds many."""
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,9}:/", re.IGNORECASE)


class _Asked(NamedTuple):
    """What is asked of a file: which of its accounts, and what its columns hold."""

    numbers: frozenset[int] | None = None
    columns: Columns = NO_COLUMNS


def load(source: str | Path, *, stdin: bytes | None = None, max_bytes: int = MAX_BYTES) -> tuple[Page | LeftOut, ...]:
    """The pages of `source`: a file, a folder (its files in order of their paths), or "-" for standard input.

    A file's page is named by its name, a folder's by their paths within it, so the same pages give the same record
    wherever they lie. What is there but is not a page that can be read whole is a `LeftOut` that says why. A file that
    holds several accounts gives each as a page, "export.docx:7"; "export.docx:3,7-12" as a source names some of them.
    Raises SourceError if there is no such file or folder.
    """
    return tuple(each_page(source, stdin=stdin, max_bytes=max_bytes))


def each_page(
    source: str | Path, *, stdin: bytes | None = None, max_bytes: int = MAX_BYTES, columns: Columns = NO_COLUMNS
) -> Iterator[Page | LeftOut]:
    """As `load`, one page at a time; `columns` says what the columns of a table hold."""
    if str(source) == "-":
        body = standard_input(max_bytes) if stdin is None else stdin
        yield from _pages("stdin", body, max_bytes, _Asked(columns=columns))
        return
    if not str(source):
        raise SourceError("'' is no source; name a file, a folder, or - for input")
    path, numbers = parts_named(source)
    asked = _Asked(numbers, columns)
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        if ADDRESS.match(str(source)):
            raise SourceError(
                f"cannot read {str(source)!r}: nothing is fetched; save the page, and name its file"
            ) from None
        raise SourceError(f"cannot read {str(source)!r}: {reason}; name a file, a folder, or - for input") from None
    if not stat.S_ISDIR(mode):
        yield from _file(path, _written(path.name), max_bytes, asked)
        return
    empty = True
    for page in _folder(path, path, max_bytes, _Asked(columns=columns)):
        empty = False
        yield page
    if empty:
        yield LeftOut(path.name or "folder", "no files in this folder")


def standard_input(max_bytes: int = MAX_BYTES) -> bytes:
    """What comes on standard input: all of it, or one byte more than is read of a page. Raises SourceError if it is
    closed."""
    if sys.stdin is None:
        raise SourceError("cannot read '-': standard input is closed; name a file, or a folder")
    try:
        return sys.stdin.buffer.read(max_bytes + 1)
    except OSError as error:
        raise SourceError(f"cannot read '-', standard input: {error.strerror}; name a file, or a folder") from error


def _folder(folder: Path, root: Path, max_bytes: int, asked: _Asked) -> Iterator[Page | LeftOut]:
    """The files below `folder` in the order of their paths. A link may lead to another place of the same root only."""
    name = _written(folder.relative_to(root).as_posix())
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield LeftOut(name, f"folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        try:
            yield from _entry(entry, root, max_bytes, asked)
        except OSError as error:  # a folder whose files may be named but not looked at
            yield LeftOut(_written(entry.relative_to(root).as_posix()), f"cannot be read: {error.strerror}")


def _entry(entry: Path, root: Path, max_bytes: int, asked: _Asked) -> Iterator[Page | LeftOut]:
    name = _written(entry.relative_to(root).as_posix())
    if entry.name.startswith("."):
        yield LeftOut(name, "hidden: its name begins with a dot")
    elif entry.is_symlink() and (astray := _astray(entry, root)):
        yield LeftOut(name, astray)
    elif entry.is_symlink() and entry.is_dir():
        yield LeftOut(name, "a link to a folder, which is read where it lies")
    elif entry.is_dir():
        yield from _folder(entry, root, max_bytes, asked)
    else:
        yield from _file(entry, name, max_bytes, asked)


def _written(name: str) -> str:
    """A file's name as it can stand in JSON: bytes that are no Unicode, which file systems allow, become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _astray(link: Path, root: Path) -> str | None:
    """Why a link is not followed; None if it leads to another place below `root`."""
    try:
        within = link.resolve(strict=True).is_relative_to(root.resolve())
    except FileNotFoundError:
        return "a link to what is not there"
    except RuntimeError:  # so Python 3.11 and 3.12 tell it
        return "a link that leads in a circle"
    except OSError as error:
        circle = error.errno == errno.ELOOP
        return "a link that leads in a circle" if circle else f"a link that cannot be followed: {error.strerror}"
    return None if within else "a link that leads out of the folder"


def _file(path: Path, name: str, max_bytes: int, asked: _Asked) -> Iterator[Page | LeftOut]:
    try:
        if not path.is_file():
            yield LeftOut(name, "not a regular file")
            return
        with path.open("rb") as file:
            size = path.stat().st_size
            body = file.read(min(max(size, max_bytes), max(max_bytes, MAX_CONTAINER)) + 1)
            size = max(len(body), size)
    except OSError as error:
        yield LeftOut(name, f"cannot be read: {error.strerror}")
        return
    yield from _pages(name, body, max_bytes, asked, size)


def _pages(name: str, body: bytes, max_bytes: int, asked: _Asked, size: int | None = None) -> Iterator[Page | LeftOut]:
    """The pages that a file holds: itself, or its parts."""
    kind = attempt(lambda: sniff(_looked_at(body, max_bytes)), lambda why: f"its kind could not be told: {why}")
    readable = isinstance(kind, Kind) and kind.name in READERS
    if len(body) > (MAX_CONTAINER if readable else max_bytes):
        most = MAX_CONTAINER if readable else max_bytes
        held = f"{size:,} bytes, and at most {most:,} are read" if size else f"more than {most:,} bytes"
        yield LeftOut(name, f"too large: {held}")
    elif isinstance(kind, Kind) and readable:
        yield from _parts(kind, Container(name, body, asked.columns), max_bytes, asked.numbers)
    elif kind is not None:
        yield LeftOut(name, kind if isinstance(kind, str) else why_not_read(kind, body))
    elif asked.numbers:
        raise SourceError(f"{name!r} holds one account; name it without the numbers behind the colon")
    else:
        yield attempt(
            lambda: Page(url=name, retrieved=fetched(body), media_type=media_type(body), body=body),
            lambda why: LeftOut(name, f"what it is could not be told: {why}"),
        )


def _looked_at(body: bytes, max_bytes: int) -> bytes:
    """What the kind of a file is told by: a ZIP is listed at its end, of others the beginning is enough."""
    return body if body.startswith(b"PK") else body[: max_bytes + 1]


def _parts(
    kind: Kind, container: Container, max_bytes: int, numbers: frozenset[int] | None
) -> Iterator[Page | LeftOut]:
    """The parts of a container as pages, and what is left out of it: each with the file's name and its number."""
    place = Step("file", container.name, hashlib.sha256(container.body).hexdigest())
    missing = set(numbers or ())
    empty = True
    for part in parts(kind.name, container):
        missing.discard(part.number)
        empty = False
        if numbers is not None and part.number not in numbers and part.number:
            continue
        name = f"{container.name}:{part.number}" if part.number and kind.name not in SINGLE else container.name
        if isinstance(part, Unread):
            yield LeftOut(name, part.reason)
        elif len(part.body) > max_bytes:
            yield LeftOut(name, f"too large: {len(part.body):,} bytes, and at most {max_bytes:,} are read")
        else:
            yield Page(
                url=name,
                retrieved=part.retrieved,
                media_type=part.media_type,
                body=part.body,
                status=part.status,
                place=(place, *part.steps),
                given=part.given,
                stated=part.stated,
                pieces=part.pieces,
            )
    if empty:
        yield LeftOut(container.name, f"{kind.name} in which no account was found")
    if missing:
        yield LeftOut(container.name, f"it has no account of number {', '.join(map(str, sorted(missing)))}")


def reread(body: bytes, name: str, number: int, asked: Columns = NO_COLUMNS) -> Part | None:
    """The account of that number out of the bytes of a file, with the bytes that it was cut from; for a file that is
    one account, that. None if there is none. `asked` is what the columns of a table hold."""
    kind = sniff(_looked_at(body, MAX_BYTES))
    if isinstance(kind, Kind) and kind.name in READERS:
        found = (part for part in parts(kind.name, Container(name, body, asked)) if isinstance(part, Part))
        return next((part for part in found if part.number == number), None)
    return whole(number, body, 0, len(body), media_type=media_type(body), steps=()) if kind is None else None
