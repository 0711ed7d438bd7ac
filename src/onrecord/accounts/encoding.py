"""In which encoding some bytes are read, by the order of the WHATWG standards, and what decided it.

https://encoding.spec.whatwg.org and https://html.spec.whatwg.org/#determining-the-character-encoding. Three things are
added: UTF-16 is known by its bytes, ISO-2022-JP by its escape sequences, and what is no UTF-8 and declares nothing
else, or is not in the encoding that it declares, is read as what it is guessed to be (undeclared.py), or else as
windows-1252.
"""

import re
from itertools import islice
from typing import Final, NamedTuple

from onrecord.accounts.undeclared import HIGH, NOT_ASCII, WESTERN, guess
from onrecord.text.wide import mark_of, unmarked_utf16

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

HEAD, FURTHER = 1024, 64 * 1024
"""Within how many bytes a page is to declare its encoding, and within how many browsers look for it."""
LONGEST: Final = 1100
"""Bytes of a meta element before what it declares."""
META: Final = re.compile(rb"<meta[\s/][^>]{0,1000}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([A-Za-z0-9_:.-]{1,40})", re.I)
NOT_MARKUP: Final = re.compile(rb"<!--.*?(?:-->|\Z)|<script\b.*?(?:</script|\Z)|<style\b.*?(?:</style|\Z)", re.I | re.S)
SURROGATE: Final = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
"""Half of a pair of UTF-16, written in the way of UTF-8: not UTF-8, and nothing else either."""
JAPANESE: Final = re.compile(rb"\x1b\$[@B][!-~]{2,4000}?\x1b\([BJ]")
"""A piece of ISO-2022-JP between its escape sequences."""
ASTRAY: Final = 0.01
"""Where more of what is not ASCII than this cannot be read as declared, the declaration is doubted."""
SCRIPT: Final = re.compile(rb"[\x80-\x9f\xa1-\xff]{3}")
"""Windows-1252 seldom has three letters in a row that are not ASCII, the encodings of other scripts nearly always."""
EAST_ASIAN: Final = frozenset(("gb18030", "big5hkscs", "euc_jp", "cp932", "cp949"))
"""Nearly all bytes of one of these can be read in another: that they can be read is no sign that they are declared
rightly."""
ENOUGH: Final = 200
"""Among so many bytes that are not ASCII a guess between these has been right on every text that was tried."""


class Decoded(NamedTuple):
    text: str
    encoding: str
    """Its name and what decided it: "utf-8 (declared by meta)"."""
    doubt: str | None = None
    """Why the text may be in another encoding."""


def decode(body: bytes, *, html: bool) -> Decoded:
    """The text of `body`, without its byte-order mark, and the encoding it was read in."""
    if marked := mark_of(body):
        return _replacing(body[len(marked[0]) :], marked[1], "byte-order mark")
    if wide := unmarked_utf16(body):
        return _replacing(body, wide, "by its bytes")
    label = _declared(body) if html else None
    if label and LABELS[label] != "utf-8":
        return _as_declared(body, label)
    if JAPANESE.search(body) and (japanese := _strictly(body, "iso2022_jp")) is not None:
        return Decoded(japanese, "iso2022_jp (by its escape sequences)")
    why = "declared by meta" if label else "valid"
    try:
        return Decoded(body.decode("utf-8"), f"utf-8 ({why})")
    except UnicodeDecodeError:
        return _nearly_utf8(body, "declared by meta" if label else "with errors")


def _as_declared(body: bytes, label: str) -> Decoded:
    """The text in the encoding that a page declares, unless it plainly is in another one."""
    codec = LABELS[label]
    declared = _replacing(body, codec, f"declared by meta as {label}")
    beyond_ascii = sum(1 for character in declared.text if character > "\x7f") if "\ufffd" in declared.text else 0
    astray = beyond_ascii and declared.text.count("\ufffd") > ASTRAY * beyond_ascii
    if astray or _may_be_another(body, codec):
        guessed = guess(body)
        others = EAST_ASIAN if codec in EAST_ASIAN and not astray else None
        if guessed.told and guessed.codec not in (codec, WESTERN) and (others is None or guessed.codec in others):
            return _replacing(body, guessed.codec, f"guessed by chardet, though {label} is declared")
    return declared


def _may_be_another(body: bytes, codec: str) -> bool:
    """Whether `body` can be read as declared, and that says little."""
    if codec in EAST_ASIAN:
        return next(islice(NOT_ASCII.finditer(body), ENOUGH - 1, None), None) is not None
    return codec == WESTERN and SCRIPT.search(body) is not None and _strictly(body, "utf-8") is None


def _nearly_utf8(body: bytes, why: str) -> Decoded:
    """UTF-8 with U+FFFD for the bytes that are not, if they are few beside those that are; else what it is guessed to
    be."""
    whole = body
    body, surrogates = SURROGATE.subn(b"\xef\xbf\xbd", body)
    decoded = _replacing(body, "utf-8", why)
    bad = decoded.text.count("\ufffd")
    if bad == surrogates:
        return decoded
    good = sum(1 for lead in body if lead >= 0xC2) - bad
    if bad <= max(FEW * len(decoded.text), 1) and good >= bad:
        return decoded
    return _guessed(whole, declared=why != "with errors")


def _guessed(body: bytes, *, declared: bool) -> Decoded:
    """The text in the encoding that it is guessed to be in; as windows-1252, and in doubt, where that could not be
    told."""
    guessed = guess(body)
    though = ", though declared" if declared else ""
    if guessed.told and guessed.codec == WESTERN:
        return _replacing(body, WESTERN, f"not utf-8{though}")
    if guessed.told:
        return _replacing(body, guessed.codec, f"guessed by chardet: not utf-8{though}")
    decoded = _replacing(body, WESTERN, f"not utf-8{though}; not sure")
    few = len(NOT_ASCII.findall(body))
    why = "the encoding is " + ("not utf-8, as is declared," if declared else "not declared")
    return decoded._replace(
        doubt=f"{why} and could not be told: {few:,} bytes are not ASCII, and they were read as windows-1252"
    )


def _strictly(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        return None


def _replacing(body: bytes, codec: str, why: str) -> Decoded:
    if codec == WESTERN:
        return Decoded(body.decode("latin-1").translate(HIGH), f"windows-1252 ({why})")
    text = body.decode(codec, "replace")
    bad = text.count("\ufffd")
    return Decoded(text, f"{codec} ({why}{f'; {bad} characters could not be read' if bad else ''})")


def _declared(body: bytes) -> str | None:
    """The label of the first <meta charset> in the first 1,024 bytes, or, as browsers that read on, in the first 64
    kB."""
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
