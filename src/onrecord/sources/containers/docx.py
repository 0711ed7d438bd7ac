"""The words of a Word document (DOCX): its paragraphs and bookmarks in their order, with the bytes of each character.

Read is `word/document.xml` (ECMA-376): what is deleted (`w:del`), moved away, an instruction of a field or an older
program's second copy (`mc:Fallback`) is no text.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.sources.containers.markup import BREAK, Element, xml_tree
from onrecord.sources.containers.parts import Run
from onrecord.sources.containers.vocabulary import words

DOCUMENT = "word/document.xml"
MOST_UNPACKED = 200 * 1024 * 1024
MOST_RATIO = 200
"""Documents are packed to a tenth; what is packed to less than this share is a bomb."""
HYPHEN = "hyphen utf-8"
"""The form of an element that stands for a hyphen at which no line ends."""
NOT_READ = words("word_not_read")


class Mark(NamedTuple):
    """A bookmark, where it begins."""

    name: str


class Paragraph(NamedTuple):
    """The runs of a paragraph, and the name of its style."""

    runs: list[Run]
    style: str | None = None


class NotUnpacked(Exception):
    """A member of a ZIP file that is not read, and why."""


def members(body: bytes) -> list[str]:
    """The names of the members of a ZIP file, which are never taken for paths. Raises NotUnpacked for a damaged one."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise NotUnpacked(f"it cannot be unpacked: {error}") from error


def member(body: bytes, name: str, most: int = MOST_UNPACKED) -> bytes:
    """The bytes of a member of a ZIP file. Raises NotUnpacked for one that is damaged, locked, or unpacks to more than
    `most` or more than `MOST_RATIO` times its size."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            info = archive.getinfo(name)
            limit = min(most, max(info.compress_size * MOST_RATIO, 1024 * 1024))
            with archive.open(info) as file:
                unpacked = file.read(limit + 1)
    except (
        zipfile.BadZipFile,
        OSError,
        ValueError,
        NotImplementedError,
        RuntimeError,
        zlib.error,
        EOFError,
        KeyError,
    ) as error:
        raise NotUnpacked(f"its member {name!r} cannot be unpacked: {error}") from error
    if len(unpacked) > limit:
        raise NotUnpacked(f"its member {name!r} unpacks to more than {limit:,} bytes")
    return unpacked


def flow(document: bytes) -> tuple[list[Mark | Paragraph], str | None]:
    """Bookmarks and paragraphs of a document in their order; and why it was not read to its end, if so."""
    root, damage = xml_tree(document)
    return list(_flow(root)), damage


def _flow(root: Element) -> Iterator[Mark | Paragraph]:
    waiting: list[Element] = [root]
    while waiting:
        element = waiting.pop()
        if element.name == "bookmarkStart":
            yield Mark(element.attrs.get("name", ""))
        elif element.name == "p" and "drawingml" not in element.space:
            yield from _paragraph(element)
        elif element.name not in NOT_READ:
            waiting += _below(element)


def _paragraph(paragraph: Element) -> Iterator[Mark | Paragraph]:
    runs: list[Run] = []
    boxes: list[Element] = []
    waiting = _below(paragraph)
    while waiting:
        element = waiting.pop()
        if element.name == "bookmarkStart":
            yield Mark(element.attrs.get("name", ""))
        elif element.name == "txbxContent":
            boxes.append(element)
        elif element.name in ("t", *STANDS_FOR):
            runs += _runs(element)
        elif element.name not in NOT_READ:
            waiting += _below(element)
    style = paragraph.find("pPr", "pStyle")
    yield Paragraph(runs, style.attrs.get("val") if style else None)
    for box in boxes:
        yield from _flow(box)


STANDS_FOR = {"br": BREAK, "cr": BREAK, "tab": BREAK, "noBreakHyphen": HYPHEN}
"""Elements that stand for a character."""


def _runs(element: Element) -> list[Run]:
    if element.name in STANDS_FOR:
        return [Run(element.start, element.end, STANDS_FOR[element.name])]
    return [child for child in element.children if isinstance(child, Run)]


def _below(element: Element) -> list[Element]:
    """The elements directly within one, the last first."""
    return [child for child in reversed(element.children) if isinstance(child, Element)]
