"""UTF-8, UTF-16 and UTF-32 that their bytes give away: by a byte-order mark, or as UTF-16 without one."""

import re
from typing import Final

MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
LOOKED_AT: Final = 4096
"""Bytes at the beginning by which UTF-16 is known."""
FEWEST: Final = 8
"""Of so many characters at least."""
STOP: Final = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]|\xff\x0c|\x0c\xff")
"""A byte that text in no encoding of single bytes has, or those of a wide comma: UTF-16 has one in nearly every
line."""
ASCII: Final = re.compile(rb"[\t\r\n -~]")
NOT_WIDE: Final = 0.8
"""So many bytes of ASCII are text, whatever stands between them; in pairs they would be Chinese."""
COMMON: Final = re.compile(
    r"[\t\r\n -~\u00a0-\u024f\u0370-\u052f\u0590-\u06ff\u0e00-\u0e7f\u2010-\u203a\u20a0-\u20bf\u2116"
    r"\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff01-\uff65]"
)
"""What texts are written in: a text in the wrong order of bytes is mostly of other characters."""
MOSTLY: Final = 0.98


def mark_of(body: bytes) -> tuple[bytes, str] | None:
    """The byte-order mark that `body` begins with, and the codec that it stands for."""
    for mark, codec in MARKS:
        if body.startswith(mark):
            return mark, codec
    return None


def unmarked_utf16(body: bytes) -> str | None:
    """The codec of UTF-16 without its mark: every second byte is zero in Latin text; others have one script's
    characters."""
    head = body[: min(LOOKED_AT, len(body) // 2 * 2)]
    pairs = len(head) // 2
    if pairs < FEWEST or not STOP.search(head):
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > 0.4 * pairs:
        return None if min(even, odd) > 0.05 * max(even, odd) else "utf-16-be" if even > odd else "utf-16-le"
    if len(ASCII.findall(head)) > NOT_WIDE * len(head) or _is_utf8(head):
        return None
    shares = {codec: _share(head, codec) for codec in ("utf-16-le", "utf-16-be")}
    best = max(shares, key=lambda codec: shares[codec])
    return best if shares[best] >= MOSTLY and min(shares.values()) < MOSTLY else None


def _is_utf8(head: bytes) -> bool:
    """Whether it is UTF-8, and not ASCII alone: text in UTF-16 hardly ever is. Its last character may be cut off."""
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4 and not head[: error.start].isascii()
    return not head.isascii()


def _share(head: bytes, codec: str) -> float:
    """Which share of the characters are those of texts."""
    text = head.decode(codec, "replace")
    return len(COMMON.findall(text)) / len(text)
