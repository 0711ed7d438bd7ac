"""Files that hold others packed: ZIP and what is made of it, gzip, and the containers of old office programs."""

import io
import re
import zipfile
import zlib

from onrecord.sources.told import PAGES, PLAIN, Kind

UNPACKED = 16 * 1024 * 1024
"""Of so many bytes at most is a part unpacked to count what it holds."""
BEGINNING = 64 * 1024
OFFICE = "save it as HTML or plain text"
ZIPPED: tuple[tuple[str, str, str], ...] = (
    ("word/document.xml", "a Word document (DOCX)", OFFICE),
    ("xl/workbook.xml", "a spreadsheet (XLSX)", "save each text as a text file"),
    ("xl/workbook.bin", "a spreadsheet (XLSB)", "save each text as a text file"),
    ("ppt/presentation.xml", "a presentation (PPTX)", "save its text as a text file"),
    ("datapackage.json", "a web archive (WACZ)", PAGES),
    ("META-INF/container.xml", "a book (EPUB)", "save its articles as HTML or plain text"),
)
"""A member of a ZIP, and what a ZIP that has it is. The first that is found holds."""
MIMETYPES: tuple[tuple[bytes, str, str], ...] = (
    (b"application/epub+zip", "a book (EPUB)", "save its articles as HTML or plain text"),
    (b"application/vnd.oasis.opendocument.text", "a text document (ODT)", OFFICE),
    (b"application/vnd.oasis.opendocument.spreadsheet", "a spreadsheet (ODS)", "save each text as a text file"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", OFFICE),
)
"""What the member `mimetype` of a ZIP says."""
BOOKMARK, BODY = re.compile(rb'w:name="Bookmark_\d{1,6}"'), re.compile(rb'w:name="Body(?:_\d{1,6})?"')
"""By these a Nexis export marks where an article and where its text begins."""
OLD: tuple[tuple[str, str, str], ...] = (
    ("WordDocument", "an old Word document (.doc)", OFFICE),
    ("Workbook", "an old spreadsheet (.xls)", "save each text as a text file"),
    ("PowerPoint Document", "an old presentation (.ppt)", "save its text as a text file"),
    ("__properties_version1.0", "an Outlook message (.msg)", "save its text as a text file"),
)
"""The name of a stream in a compound file of old office programs, and what that file is."""


def packed(body: bytes) -> Kind | None:
    """The kind of a file that holds others packed; None if it is none."""
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip(body)
    if body.startswith(b"\x1f\x8b"):
        return _gzip(body)
    if body.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        for stream, name, advice in OLD:
            if stream.encode("utf-16-le") in body:
                return _kind(name, advice)
        return _kind("an old office document", OFFICE)
    return None


def _kind(name: str, advice: str, parts: int = 0, called: str = "") -> Kind:
    return Kind(name, (), None, called, advice, parts)


def _zip(body: bytes) -> Kind:
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            return _zipped(archive)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        return _kind(f"a ZIP archive or office document of {len(body):,} bytes that is damaged", "get it anew")


def _zipped(archive: zipfile.ZipFile) -> Kind:
    names = archive.namelist()
    if "mimetype" in names:
        says = _unpacked(archive, "mimetype", 200).strip()
        for mimetype, name, advice in MIMETYPES:
            if says.startswith(mimetype):
                return _kind(name, advice)
    if "word/document.xml" in names:
        document = _unpacked(archive, "word/document.xml", UNPACKED)
        if (articles := len(BOOKMARK.findall(document))) and BODY.search(document):
            whole = len(document) < UNPACKED
            return _kind("a Nexis export (DOCX)", PLAIN, articles if whole else 0, "article")
    for member, name, advice in ZIPPED:
        if member in names and (member != "datapackage.json" or any(name.startswith("archive/") for name in names)):
            return _kind(name, advice)
    files = [name for name in names if not name.endswith("/")]
    return _kind("a ZIP archive", "unpack it, and name the folder", len(files), "file")


def _unpacked(archive: zipfile.ZipFile, member: str, size: int) -> bytes:
    with archive.open(member) as file:
        return file.read(size)


def _gzip(body: bytes) -> Kind:
    unpacker = zlib.decompressobj(wbits=31)
    try:
        inside = unpacker.decompress(body[:BEGINNING], BEGINNING)
    except zlib.error:
        return _kind(f"a gzip archive of {len(body):,} bytes that is damaged", "get it anew")
    if inside.startswith((b"WARC/", b"filedesc://")):
        kind = "WARC" if inside.startswith(b"WARC/") else "ARC"
        return _kind(f"a web archive ({kind}, gzip)", PAGES)
    return _kind(f"a gzip archive of {len(body):,} bytes", "unpack it")
