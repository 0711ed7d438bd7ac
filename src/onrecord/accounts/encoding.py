"""In which encoding some bytes are read, by the order of the WHATWG standards, and what decided it.

https://encoding.spec.whatwg.org and https://html.spec.whatwg.org/#determining-the-character-encoding. Two things are
added: a page that declares UTF-8 and plainly is not is read as windows-1252, and UTF-16 is known by its zero bytes.
"""

import re
from typing import Final, NamedTuple

FEW: Final = 0.01
"""At most this share of the characters may be replaced for the bytes to count as UTF-8 with some bad ones."""

LABELS: Final[dict[str, str]] = {
    label: codec
    for codec, labels in {
        "utf-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf-16 utf-16le utf-16be",
        "windows-1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 iso88591 latin1 latin-1 l1 ascii"
        " us-ascii ansi_x3.4-1968 cp819 ibm819 x-user-defined",
        "cp866": "ibm866 cp866 866 csibm866",
        "iso8859-2": "iso-8859-2 iso8859-2 iso_8859-2 iso88592 latin2 l2",
        "iso8859-3": "iso-8859-3 iso8859-3 latin3 l3",
        "iso8859-4": "iso-8859-4 iso8859-4 latin4 l4",
        "iso8859-5": "iso-8859-5 iso8859-5 cyrillic",
        "iso8859-6": "iso-8859-6 iso8859-6 arabic asmo-708 ecma-114",
        "iso8859-7": "iso-8859-7 iso8859-7 greek greek8 ecma-118",
        "iso8859-8": "iso-8859-8 iso8859-8 hebrew visual iso-8859-8-i logical",
        "iso8859-10": "iso-8859-10 iso8859-10 latin6 l6",
        "iso8859-13": "iso-8859-13 iso8859-13",
        "iso8859-14": "iso-8859-14 iso8859-14",
        "iso8859-15": "iso-8859-15 iso8859-15 latin9 l9",
        "iso8859-16": "iso-8859-16",
        "koi8-r": "koi8-r koi8 koi8_r cskoi8r",
        "koi8-u": "koi8-u koi8-ru",
        "mac-roman": "macintosh mac x-mac-roman",
        "mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
        "cp874": "windows-874 tis-620 iso-8859-11 iso8859-11 dos-874",
        "cp1250": "windows-1250 cp1250 x-cp1250",
        "cp1251": "windows-1251 cp1251 x-cp1251",
        "cp1253": "windows-1253 cp1253 x-cp1253",
        "cp1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 latin5 l5",
        "cp1255": "windows-1255 cp1255 x-cp1255",
        "cp1256": "windows-1256 cp1256 x-cp1256",
        "cp1257": "windows-1257 cp1257 x-cp1257",
        "cp1258": "windows-1258 cp1258 x-cp1258",
        "gb18030": "gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese x-gbk csgb2312",
        "big5hkscs": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
        "euc_jp": "euc-jp x-euc-jp",
        "iso2022_jp": "iso-2022-jp csiso2022jp",
        "cp932": "shift_jis shift-jis sjis x-sjis ms932 ms_kanji windows-31j csshiftjis",
        "cp949": "euc-kr ks_c_5601-1987 ksc5601 ks_c_5601-1989 korean windows-949 cseuckr",
    }.items()
    for label in labels.split()
}
"""Labels of the Encoding Standard and Python's codec for each. UTF-7 is none of them, and is never read."""

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
HEAD, FURTHER = 1024, 64 * 1024
"""Within how many bytes a page is to declare its encoding, and within how many browsers look for it."""
LONGEST: Final = 1100
"""Bytes of a meta element before what it declares."""
META: Final = re.compile(rb"<meta[\s/][^>]{0,1000}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([A-Za-z0-9_:.-]{1,40})", re.I)
NOT_MARKUP: Final = re.compile(rb"<!--.*?(?:-->|\Z)|<script\b.*?(?:</script|\Z)|<style\b.*?(?:</style|\Z)", re.I | re.S)
SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half of a pair of UTF-16, written in the way of UTF-8: not UTF-8, and nothing else either."""
HIGH = str.maketrans({code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)})
HIGH.update({code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)})


class Decoded(NamedTuple):
    text: str
    encoding: str
    """Its name and what decided it: "utf-8 (declared by meta)"."""


def decode(body: bytes, *, html: bool) -> Decoded:
    """The text of `body`, without its byte-order mark, and the encoding it was read in."""
    for mark, codec in MARKS:
        if body.startswith(mark):
            return _replacing(body[len(mark) :], codec, "byte-order mark")
    wide = _wide(body)
    if wide:
        return _replacing(body, wide, "by its zero bytes")
    label = _declared(body) if html else None
    if label and LABELS[label] != "utf-8":
        return _replacing(body, LABELS[label], f"declared by meta as {label}")
    why = "declared by meta" if label else "valid"
    try:
        return Decoded(body.decode("utf-8"), f"utf-8 ({why})")
    except UnicodeDecodeError:
        return _nearly_utf8(body, "declared by meta" if label else "with errors")


def _nearly_utf8(body: bytes, why: str) -> Decoded:
    """UTF-8 with U+FFFD for the bytes that are not, if they are few beside those that are; else windows-1252."""
    body, surrogates = SURROGATE.subn(b"\xef\xbf\xbd", body)
    decoded = _replacing(body, "utf-8", why)
    bad = decoded.text.count("\ufffd")
    if bad == surrogates:
        return decoded
    good = sum(1 for lead in body if lead >= 0xC2) - bad
    if bad <= max(FEW * len(decoded.text), 1) and good >= bad:
        return decoded
    return _replacing(body, "windows-1252", "not utf-8" + (", though declared" if why != "with errors" else ""))


def _replacing(body: bytes, codec: str, why: str) -> Decoded:
    if codec == "windows-1252":
        return Decoded(body.decode("latin-1").translate(HIGH), f"windows-1252 ({why})")
    text = body.decode(codec, "replace")
    bad = text.count("\ufffd")
    return Decoded(text, f"{codec} ({why}{f'; {bad} characters could not be read' if bad else ''})")


def _wide(body: bytes) -> str | None:
    """UTF-16 without its mark: in Latin text every second byte is zero."""
    head = body[:4096]
    if 0 not in head:
        return None
    even, odd, pairs = head[0::2].count(0), head[1::2].count(0), len(head) // 2
    if pairs < 8 or max(even, odd) <= 0.4 * pairs or min(even, odd) > 0.05 * max(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _declared(body: bytes) -> str | None:
    """The label of the first <meta charset> in the first 1,024 bytes, or, as browsers that read on, in the first 64 kB."""
    for size in (HEAD, FURTHER):
        head = body[:size].lower()
        others = NOT_MARKUP.finditer(head)
        start = end = 0  # the comment, script or style sheet that was come to
        at = head.find(b"charset")
        while at >= 0:
            tag = head.rfind(b"<meta", max(0, at - LONGEST), at)
            match = META.match(head, tag) if tag >= 0 else None
            if match and (label := match[1].decode("ascii")) in LABELS:
                while end <= tag and (other := next(others, None)):
                    start, end = other.span()
                if not start <= tag < end:
                    return label
            at = head.find(b"charset", at + 1)
    return None
