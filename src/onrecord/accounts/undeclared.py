"""In which encoding bytes are that declare none and are no UTF-8: the last resort, and only as far as it can be told.

chardet weighs the encodings; what is added keeps a guess from doing harm. It is asked about the places that are not
ASCII only, an encoding is not taken that puts letters of two scripts into one word, and one that hardly outweighs the
next is no answer, unless there is much that it was told by.
"""

import codecs
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

WESTERN: Final = "windows-1252"
HIGH: Final = {code: bytes([code]).decode("cp1252", "replace") for code in range(0x80, 0xA0)} | {
    code: chr(code) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What windows-1252 has where Latin-1 has control characters."""
CANDIDATES: Final[dict[str, str]] = {
    "cp1252": WESTERN,
    "iso8859-1": WESTERN,
    "cp1250": "cp1250",
    "iso8859-2": "iso8859-2",
    "cp1251": "cp1251",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "cp866": "cp866",
    "iso8859-5": "iso8859-5",
    "cp1253": "cp1253",
    "iso8859-7": "iso8859-7",
    "cp1254": "cp1254",
    "cp1255": "cp1255",
    "cp1256": "cp1256",
    "cp1257": "cp1257",
    "cp874": "cp874",
    "gb18030": "gb18030",
    "big5hkscs": "big5hkscs",
    "cp932": "cp932",
    "shift_jis_2004": "cp932",
    "euc_jis_2004": "euc_jp",
    "cp949": "cp949",
    "euc_kr": "cp949",
}
"""Names of chardet for the encodings that are weighed, and Python's codec that each is read with."""

SAMPLE: Final = 16 * 1024
"""Bytes that are weighed."""
BEFORE: Final = 200
"""Bytes of a line that are weighed before its first that is not ASCII."""
NOT_ASCII: Final = re.compile(rb"[\x80-\xff]")
ENDS: Final = re.compile(rb"[<>\r\n]")
"""Ends a place: no encoding has these within a character."""
TELLING: Final = re.compile(
    rb"[\x83\x88-\x8a\x8c-\x90\x98\x9a\x9c-\x9f\xa1\xa2\xa4-\xa6\xa8\xaa\xac\xaf\xb2-\xb5\xb8-\xba\xbc-\xd6\xd8-\xff]"
    rb"|(?<=[A-Za-z])[\xa3\xa7\xb1\xb6]|[\x80-\x9f\xa1-\xff]{3}"
)
"""What is not a typographic mark in windows-1252, or one that follows a letter as none does: marks alone tell nothing,
and are read as ever."""
OTHER_SCRIPT: Final = re.compile(r"[^\W\d_a-zA-Z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]+")
"""Letters that are not Latin ones."""
CJK: Final = "\u2e80"
"""From here on are the scripts whose words need no space beside them."""
MIXED: Final = 0.2
"""At most so many of the runs of other letters may stand in Latin words."""
NOT_WRITTEN: Final = re.compile(
    r"[\x00-\x08\x0e-\x1f\x80-\x9f\ue000-\uf8ff\ufff0-\uffff]|[^\W\d_][\u2500-\u25ff](?=[^\W\d_])"
)
"""What no text has: control characters, private ones, parts of frames within a word."""
RIVAL: Final = 0.8
"""The next best is at most that likely beside the best, for it to be told."""
AS_LIKELY: Final = 0.999
"""The same, where the best is what bytes that are no UTF-8 have always been read in."""
FEW: Final = 8
"""Of so many bytes that are not ASCII at least."""
MANY: Final = 20
"""Among so many of them chardet is right also where the next best is near: the two are sister encodings then."""


class Guess(NamedTuple):
    codec: str
    told: bool
    """False if it could not be told; the codec is then what bytes that are no UTF-8 have always been read in."""


class Weighed(NamedTuple):
    codec: str
    confidence: float
    text: str


def guess(body: bytes) -> Guess:
    """The encoding of `body`, told by its places that are not ASCII."""
    sample = _sample(body)
    if not TELLING.search(sample):
        return Guess(WESTERN, True)
    weighed = list(_weighed(sample))
    if not weighed:
        return Guess(WESTERN, False)
    best, western = weighed[0], weighed[0].text == _read(sample, WESTERN)
    near = len(weighed) > 1 and weighed[1].confidence > (AS_LIKELY if western else RIVAL) * best.confidence
    count = len(NOT_ASCII.findall(sample))
    if (near and count < MANY) or (count < FEW and not western):
        return Guess(WESTERN, False)
    return Guess(WESTERN if western else best.codec, True)


def _weighed(sample: bytes) -> Iterator[Weighed]:
    """The readings that chardet takes for likely, best first; those that read alike once, those that cannot be left
    out."""
    import chardet  # noqa: PLC0415  (seldom needed, and slow to load)

    # A line break before it, since chardet takes some first letters for those of an image: "BM".
    found = chardet.detect_all(
        b"\n" + sample, ignore_threshold=True, include_encodings=tuple(CANDIDATES), compat_names=False
    )
    texts: set[str] = set()
    for one in found:
        codec = CANDIDATES.get(one["encoding"] or "")
        text = _read(sample, codec) if codec else None
        if codec and text is not None and text not in texts and (codec == WESTERN or _fits(text)):
            texts.add(text)
            yield Weighed(codec, one["confidence"], text)


def _sample(body: bytes) -> bytes:
    """The lines, or pieces between tags, that are not all ASCII, each from shortly before its first byte that is
    not."""
    places: list[bytes] = []
    size = at = 0
    while size < SAMPLE and (found := NOT_ASCII.search(body, at)):
        start = found.start()
        before = body[max(at, start - BEFORE) : start]
        begins = max(before.rfind(end) for end in (b"<", b">", b"\r", b"\n")) + 1
        ends = ENDS.search(body, start, start + SAMPLE - size)
        at = ends.start() if ends else min(start + SAMPLE - size, len(body))
        places.append(before[begins:] + body[start:at])
        size += len(places[-1])
    return b"\n".join(places)


def _read(sample: bytes, codec: str) -> str | None:
    """The sample in an encoding, but for a character that is cut off at its end; None if it is not in it."""
    if codec == WESTERN:
        return sample.decode("latin-1").translate(HIGH)
    try:
        return codecs.getincrementaldecoder(codec)().decode(sample)
    except UnicodeDecodeError:
        return None


def _fits(text: str) -> bool:
    """Whether a text can be one: words of one script each, and no characters that none has."""
    runs = mixed = 0
    for run in OTHER_SCRIPT.finditer(text):
        runs += 1
        before, behind = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
        latin = (_small(before), _small(behind))
        mixed += all(latin) if run[0][0] >= CJK and len(run[0]) > 1 else any(latin)
    return mixed <= MIXED * runs and NOT_WRITTEN.search(text) is None


def _small(letter: str) -> bool:
    return "a" <= letter <= "z"
