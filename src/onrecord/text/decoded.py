"""Where each character of a decoded text begins in the bytes that it was decoded from."""

import codecs
from array import array
from collections.abc import Sequence

from onrecord.text.wide import mark_of

ONE_BYTE = frozenset(("windows-1252", "latin-1", "cp1252", "iso8859-1"))


def places_in_page(body: bytes, codec: str) -> Sequence[int]:
    """As `places_of_characters`, of the bytes of a page: a byte-order mark is no part of its text. `codec` is the name
    that an account gives for its encoding."""
    mark = mark_of(body)
    return places_of_characters(body, codec, len(mark[0]) if mark else 0)


def places_of_characters(body: bytes, codec: str, begin: int = 0) -> Sequence[int]:
    """For each code point of the text of `body` from byte `begin` on the byte it begins at, and the length of `body`
    for the end."""
    if codec in ONE_BYTE or (codec == "utf-8" and body.isascii()):
        return range(begin, len(body) + 1)
    decoder = codecs.getincrementaldecoder(codec)("replace")
    places = array("q")
    start = begin
    for at in range(begin, len(body)):
        given = decoder.decode(body[at : at + 1])
        if given:
            places.extend([start] * len(given))
            start = at + 1
    places.extend([start] * len(decoder.decode(b"", final=True)))
    places.append(len(body))
    return places
