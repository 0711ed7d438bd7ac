"""Bytes become pages: a file, a folder or standard input is read, and nothing is decided about what it says."""

import errno
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from onrecord.errors import SourceError
from onrecord.faults import attempt
from onrecord.sources.kinds import media_type, why_not_a_page
from onrecord.sources.saved import fetched
from onrecord.types import LeftOut, Page

MAX_BYTES = 20 * 1024 * 1024
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]{1,9}:/", re.IGNORECASE)


def load(source: str | Path, *, stdin: bytes | None = None, max_bytes: int = MAX_BYTES) -> tuple[Page | LeftOut, ...]:
    """The pages of `source`: a file, a folder (its files in order of their paths), or "-" for standard input.

    A file's page is named by its name, a folder's by their paths within it, so the same pages give the same record
    wherever they lie. What is there but is not a page that can be read whole is a `LeftOut` that says why.
    Raises SourceError if there is no such file or folder.
    """
    if str(source) == "-":
        return (_page("stdin", standard_input(max_bytes) if stdin is None else stdin, max_bytes),)
    if not str(source):
        raise SourceError("'' is no source; name a file, a folder, or - for input")
    path = Path(source)
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
        return (_file(path, _written(path.name), max_bytes),)
    found = tuple(_folder(path, path, max_bytes))
    return found or (LeftOut(path.name or "folder", "no files in this folder"),)


def standard_input(max_bytes: int = MAX_BYTES) -> bytes:
    """What comes on standard input: all of it, or one byte more than is read of a page. Raises SourceError if it is
    closed."""
    if sys.stdin is None:
        raise SourceError("cannot read '-': standard input is closed; name a file, or a folder")
    try:
        return sys.stdin.buffer.read(max_bytes + 1)
    except OSError as error:
        raise SourceError(f"cannot read '-', standard input: {error.strerror}; name a file, or a folder") from error


def _folder(folder: Path, root: Path, max_bytes: int) -> Iterator[Page | LeftOut]:
    """The files below `folder` in the order of their paths. A link may lead to another place of the same root only."""
    name = _written(folder.relative_to(root).as_posix())
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield LeftOut(name, f"folder cannot be read: {error.strerror}")
        return
    for entry in entries:
        try:
            yield from _entry(entry, root, max_bytes)
        except OSError as error:  # a folder whose files may be named but not looked at
            yield LeftOut(_written(entry.relative_to(root).as_posix()), f"cannot be read: {error.strerror}")


def _entry(entry: Path, root: Path, max_bytes: int) -> Iterator[Page | LeftOut]:
    name = _written(entry.relative_to(root).as_posix())
    if entry.name.startswith("."):
        yield LeftOut(name, "hidden: its name begins with a dot")
    elif entry.is_symlink() and (astray := _astray(entry, root)):
        yield LeftOut(name, astray)
    elif entry.is_symlink() and entry.is_dir():
        yield LeftOut(name, "a link to a folder, which is read where it lies")
    elif entry.is_dir():
        yield from _folder(entry, root, max_bytes)
    else:
        yield _file(entry, name, max_bytes)


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


def _file(path: Path, name: str, max_bytes: int) -> Page | LeftOut:
    try:
        if not path.is_file():
            return LeftOut(name, "not a regular file")
        with path.open("rb") as file:
            body = file.read(max_bytes + 1)
            size = max(len(body), path.stat().st_size)
    except OSError as error:
        return LeftOut(name, f"cannot be read: {error.strerror}")
    return _page(name, body, max_bytes, size)


def _page(name: str, body: bytes, max_bytes: int, size: int | None = None) -> Page | LeftOut:
    if len(body) > max_bytes:
        held = f"{size:,} bytes, and at most {max_bytes:,} are read" if size else f"more than {max_bytes:,} bytes"
        return LeftOut(name, f"too large: {held}")
    return attempt(lambda: _told_apart(name, body), lambda why: LeftOut(name, f"its kind could not be told: {why}"))


def _told_apart(name: str, body: bytes) -> Page | LeftOut:
    reason = why_not_a_page(body)
    if reason:
        return LeftOut(name, reason)
    return Page(url=name, retrieved=fetched(body), media_type=media_type(body), body=body)
