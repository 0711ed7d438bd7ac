"""What kind of file some bytes are: HTML, plain text, or nothing that is read. Told from the content, not the name."""

import re
from typing import Literal

SNIFFED = 4096
"""Bytes at the beginning that are looked at. The WHATWG MIME sniffing standard looks at 1,445."""

BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP archive or office document"),
    (b"PK\x05\x06", "ZIP archive"),
    (b"\x1f\x8b", "gzip archive"),
    (b"BZh", "bzip2 archive"),
    (b"\xfd7zXZ\x00", "xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\x28\xb5\x2f\xfd", "Zstandard archive"),
    (b"\x89PNG\r\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"\x7fELF", "executable"),
    (b"MZ\x90\x00", "executable"),
    (b"\xca\xfe\xba\xbe", "executable"),
    (b"\xcf\xfa\xed\xfe", "executable"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"OggS", "Ogg recording"),
    (b"ID3", "MP3 recording"),
    (b"fLaC", "FLAC recording"),
    (b"\x1aE\xdf\xa3", "Matroska or WebM recording"),
    (b"wOFF", "font"),
    (b"wOF2", "font"),
    (b"{\\rtf", "RTF document"),
)
MARKED = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff")
CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
TAG = re.compile(
    rb"<!doctype\s+html|<(?:html|head|title|body|meta|link|script|style|div|span|article|section|main|header|nav|p|a"
    rb"|h[1-6]|ul|ol|li|table|br|img|blockquote)(?=[\s/>])",
    re.I,
)
OWN_JSON = re.compile(rb"\s*\{\s*\"(?:schema\"\s*:\s*\"onrecord/|account\"\s*:\s*\{\s*\"id\"\s*:)")
OWN_PAGE = re.compile(rb"<meta name=\"generator\" content=\"onrecord ")
OPENS = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*){0,4}<(?:!doctype\s+html|[a-z])", re.I | re.S)


def own_record(body: bytes) -> str | None:
    """Why these bytes are no account of an event, if they are a record that onrecord wrote."""
    head = body[:SNIFFED]
    if OWN_JSON.match(head) or OWN_PAGE.search(head):
        return "a record that onrecord wrote, not an account"
    return None


def not_text(body: bytes) -> str | None:
    """Why these bytes are no text to read, or None if they are."""
    if not body.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        return f"empty: {len(body)} bytes" + (" of white space" if body else "")
    for beginning, name in BEGINNINGS:
        if body.startswith(beginning):
            return f"not text: {name} of {len(body):,} bytes"
    if body[:4] == b"RIFF" or body[4:8] == b"ftyp":
        return f"not text: image or recording of {len(body):,} bytes"
    controls = len(CONTROLS.findall(_narrowed(body[: 64 * 1024])))
    looked_at = min(len(body), 64 * 1024)
    if controls > 16 and controls * 20 > looked_at:
        return f"not text: {controls:,} control characters in the first {looked_at:,} of {len(body):,} bytes"
    return None


def media_type(body: bytes) -> Literal["text/html", "text/plain"]:
    """HTML if it begins as a document does, or if two or more of its first tags are HTML's; otherwise plain text."""
    head = MARKED.sub(b"", _narrowed(body[:SNIFFED]), count=1).replace(b"\x00", b"")
    tags = len(TAG.findall(head))
    begins = OPENS.match(head) is not None
    closed = head.count(b"</") + head.count(b"/>")
    return "text/html" if (begins and tags) or (tags >= 3 and closed >= 2) else "text/plain"


def _narrowed(head: bytes) -> bytes:
    """Without the zero bytes of UTF-16 and UTF-32, if that is what it is: marked, or with a zero in most pairs."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return _wide(head)
    zeros = head.count(b"\x00")
    pairs = max(1, len(head) // 2)
    on_one_side = max(head[0::2].count(b"\x00"), head[1::2].count(b"\x00"))
    return _wide(head) if zeros and on_one_side > 0.4 * pairs and on_one_side > 0.95 * zeros else head


def _wide(head: bytes) -> bytes:
    codec = "utf-32" if head[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff") else "utf-16"
    if codec == "utf-16" and head[:2] not in (b"\xff\xfe", b"\xfe\xff"):
        codec = "utf-16-be" if head[0::2].count(b"\x00") > head[1::2].count(b"\x00") else "utf-16-le"
    return head.decode(codec, "replace").encode("utf-8", "replace")
