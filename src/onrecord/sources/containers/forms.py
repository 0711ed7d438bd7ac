"""How characters are written in a file: escapes, quoted-printable, folded white space; and which bytes each stands in.

A form is words in a fixed order: escapes first, the encoding last: "xml utf-8", "fold html windows-1252", "json utf-8".
The same bytes in the same form always give the same characters, so that a place in a page leads back to its bytes.
"""

import base64
import binascii
import codecs
import re
from array import array
from collections.abc import Callable, Iterator, Sequence
from html import unescape
from typing import NamedTuple

from onrecord.sources.containers.vocabulary import meanings, words
from onrecord.text.decoded import places_of_characters

AS_IS = ""
"""The form of bytes that were taken as they are."""

WHITE = re.compile(r"[ \t\r\n\f\x0b]+")


class Unfolded(NamedTuple):
    """Characters, and where in the bytes each begins; one more place stands for the end."""

    text: str
    starts: Sequence[int]

    def without_edges(self) -> "Unfolded":
        """Without white space at both ends."""
        begin = len(self.text) - len(self.text.lstrip())
        end = len(self.text.rstrip())
        return Unfolded(self.text[begin:end], self.starts[begin : end + 1]) if begin < end else Unfolded("", [0])


Token = tuple[str, int, int]
"""Characters, and the run of bytes or characters that they stand for."""


def unfold(raw: bytes, form: str) -> Unfolded:
    """The characters that `raw` stands for in `form`."""
    *escapes, codec = form.split()
    if "break" in escapes:
        return Unfolded(" ", [0, len(raw)])
    if "rtf" in escapes:
        return _rtf(raw, codec)
    if "hyphen" in escapes:
        return Unfolded("\u2011", [0, len(raw)])
    if "base64" in escapes or "quoted-printable" in escapes:
        carried, places = _CARRIERS["base64" if "base64" in escapes else "quoted-printable"](raw)
        done = _decoded(carried, codec)
        done = Unfolded(done.text, array("q", map(places.__getitem__, done.starts)))
    else:
        done = _decoded(raw, codec)
    for escape, replacement in _ESCAPES.items():
        if escape in escapes:
            done = _replaced(done, replacement)
    return _folded(done) if "fold" in escapes else done


def _decoded(raw: bytes, codec: str) -> Unfolded:
    if raw.isascii() and codec in _ASCII:
        return Unfolded(raw.decode("ascii"), range(len(raw) + 1))
    if codec in _SINGLE:
        text = raw.decode(codec, "replace")
        if len(text) == len(raw):
            return Unfolded(text, range(len(raw) + 1))
    return Unfolded(raw.decode(codec, "replace"), places_of_characters(raw, codec))


_ASCII = frozenset(("utf-8", "latin-1", "ascii", "cp1252", "cp1250", "cp1251", "iso8859-15", "mac-roman"))
_SINGLE = frozenset(("latin-1", "cp1252", "cp1250", "cp1251", "iso8859-15", "mac-roman"))


def _replaced(given: Unfolded, escape: tuple[re.Pattern[str], Callable[[re.Match[str]], str]]) -> Unfolded:
    """With each match of a pattern as the characters that it stands for."""
    pattern, meaning = escape
    parts: list[str] = []
    starts = array("q")
    at = 0
    for match in pattern.finditer(given.text):
        parts.append(given.text[at : match.start()])
        starts.extend(given.starts[at : match.start()])
        means = meaning(match)
        parts.append(means)
        starts.extend([given.starts[match.start()]] * len(means))
        at = match.end()
    if not at:
        return given
    parts.append(given.text[at:])
    starts.extend(given.starts[at:])
    return Unfolded("".join(parts), starts)


def _folded(given: Unfolded) -> Unfolded:
    """Runs of white space as one space, as HTML has it, and as lines of a fixed width want it."""
    return _replaced(given, (re.compile(r"[ \t\r\n\f\x0b]{2,}|[\t\r\n\f\x0b]"), lambda match: " "))


RTF_SIGNS = {word: chr(int(code)) for word, code in meanings("rtf_signs").items()} | {"-": ""}
"""What control words and signs of RTF stand for; other signs stand for themselves."""
_RTF_UNICODE = re.compile(rb"\\u(-?\d{1,6})")


def _rtf(raw: bytes, codec: str) -> Unfolded:
    """One escape of RTF, or several of a kind that follow one another."""
    if raw.startswith(b"\\'"):
        packed = bytes.fromhex(raw.replace(b"\\'", b"").decode("ascii", "replace"))
        return Unfolded(packed.decode(codec, "replace"), [4 * at for at in places_of_characters(packed, codec)])
    if units := list(_RTF_UNICODE.finditer(raw)):
        text = b"".join((int(unit[1]) & 0xFFFF).to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")
        begins = [unit.start() for unit in units] + [len(raw)]
        starts: list[int] = []
        at = 0
        for char in text:
            starts.append(begins[min(at, len(units))])
            at += 2 if ord(char) > 0xFFFF else 1
        return Unfolded(text, [*starts, len(raw)])
    name = raw[1:].decode("latin-1").strip()
    sign = RTF_SIGNS.get(name, name if len(name) == 1 else "")
    return Unfolded(sign, [0] * len(sign) + [len(raw)])


_JSON = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


def _json(match: re.Match[str]) -> str:
    written = match[0]
    if written[1] != "u":
        return _JSON[written[1]]
    units = [int(written[at + 2 : at + 6], 16) for at in range(0, len(written), 6)]
    return b"".join(unit.to_bytes(2, "big") for unit in units).decode("utf-16-be", "replace")


def _unit(number: int) -> str:
    """A character by its number; a space for one that is not shown."""
    return chr(number) if 0x20 <= number < 0xD800 or number > 0xDFFF else " "


def _xml(match: re.Match[str]) -> str:
    name = match[1]
    if name in _XML:
        return _XML[name]
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    return chr(number) if 0 < number < 0xD800 or 0xDFFF < number <= 0x10FFFF else "\ufffd"


_ANPA = {"``": "\u201c", "''": "\u201d", "_": "\u2013", "\x10": " "}
_XML = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPES: dict[str, tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = {
    "xml": (re.compile(r"&(amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});"), _xml),
    "json": (
        re.compile(
            r'\\(?:["\\/bfnrt]|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4})'
        ),
        _json,
    ),
    "csv": (re.compile(r'""'), lambda match: '"'),
    "anpa": (re.compile(r"``|''|[\x08\x10-\x14\x1f]|(?<=[ \t])_(?= )"), lambda match: _ANPA.get(match[0], "")),
    "ooxml": (re.compile(r"_x([0-9A-Fa-f]{4})_"), lambda match: _unit(int(match[1], 16))),
    "mbox": (re.compile(r"^>(?=>*From )", re.M), lambda match: ""),
    "html": (
        re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});?"),
        lambda match: unescape(match[0]),
    ),
}  # fmt: skip
"""Escapes in the order in which they are taken away: HTML stands within the others."""
SOFT = re.compile(rb"=[ \t]*\r?\n|=\Z|=([0-9A-Fa-f]{2})|[ \t]+(?=\r?\n)")


def _quoted_printable(raw: bytes) -> tuple[bytes, Sequence[int]]:
    """RFC 2045, 6.7; what is no escape stays as it is."""
    out = bytearray()
    places = array("q")
    at = 0
    for match in SOFT.finditer(raw):
        out += raw[at : match.start()]
        places.extend(range(at, match.start()))
        if match[1]:
            out.append(int(match[1], 16))
            places.append(match.start())
        at = match.end()
    out += raw[at:]
    places.extend(range(at, len(raw) + 1))
    return bytes(out), places


def _base64(raw: bytes) -> tuple[bytes, Sequence[int]]:
    """Every three bytes lie in four signs; up to the first end of the data, and what is no sign is passed over."""
    places = array("q")
    out = bytearray()
    for group in _FOUR_SIGNS.finditer(raw):
        written = _NO_SIGN.sub(b"", group[0]).split(b"=")[0]
        if len(written) < 2:
            break
        given = base64.b64decode(written + b"=" * (-len(written) % 4))
        out += given
        places.extend([group.start()] * len(given))
        if len(written) < 4:
            break
    places.append(len(raw))
    return bytes(out), places


_NO_SIGN = re.compile(rb"[^A-Za-z0-9+/=]")
_FOUR_SIGNS = re.compile(rb"[A-Za-z0-9+/=](?:[^A-Za-z0-9+/=]{0,1000}[A-Za-z0-9+/=]){0,3}")
_CARRIERS: dict[str, Callable[[bytes], tuple[bytes, Sequence[int]]]] = {
    "quoted-printable": _quoted_printable,
    "base64": _base64,
}


def known_codec(label: str | None, default: str = "utf-8") -> str:
    """Python's name for the encoding that a label names, as browsers take it; `default` for one that is not known."""
    if not label:
        return default
    label = label.strip().strip("\"'").lower()
    if label in ("us-ascii", "ascii", "iso-8859-1", "latin-1", "latin1", "iso_8859-1"):
        return "cp1252" if label not in ("us-ascii", "ascii") else default
    try:
        name = codecs.lookup(label).name
        "".encode(name)
        codecs.getincrementaldecoder(name)
    except (LookupError, TypeError, ValueError, UnicodeError, binascii.Error):
        return default
    return default if name in _NO_TEXT else name


_NO_TEXT = words("no_text_codecs")


def lines_of(raw: bytes, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The lines between two places, each without its end."""
    at = start
    while at < end:
        stop = raw.find(b"\n", at, end)
        stop = end if stop < 0 else stop
        yield at, stop - 1 if stop > at and raw[stop - 1 : stop] == b"\r" else stop
        at = stop + 1
