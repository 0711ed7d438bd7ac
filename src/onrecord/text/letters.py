"""One text, however its letters are written: with an accent in the letter or behind it, with or without what shows
nothing.

A soft hyphen within a word, a zero-width space or an accent that stands behind its letter changes no word that a reader
reads. `reading_form` gives the text that all such writings have in common, and where in the text as it is each of its
characters stands. Spans are made in the one and kept in the other; no text is ever changed.
"""

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import Final, NamedTuple

IGNORABLE: Final = (
    "\u00ad\u034f\u061c\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\ufff8"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""For a character class: what shows nothing wherever it stands. These are the code points with the property
Default_Ignorable_Code_Point (Unicode 16, DerivedCoreProperties.txt), but for the Hangul fillers, which take up room."""
_EXTENDING: Final = (
    "\u034f\u17b4\u17b5\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"
)
"""Those of them that belong to the character before them (Grapheme_Extend and the joiner); the others stand for
themselves."""
_JOINING: Final = "\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"
"""Those that tell how a letter or a sign is to be drawn, where it is one of a script or a picture that needs it."""
_SIMPLE: Final = "\u0530"
"""Letters below it (Latin, Greek, Cyrillic) need none of these."""
_MARKS: Final = 30
"""How many marks on one letter are put in order: as many as the Stream-Safe Text Format (Unicode, UAX #15) lets stand.
It takes the square of their number."""

_USUAL = re.compile("[\x00-\xac\xae-\u02ff\u2002-\u200a\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]*+")
"""A text of European letters, each with its accent, and usual signs: nothing in it is to be looked at one by one."""
_NOTHING = re.compile(f"[{IGNORABLE}]")
_APART = re.compile(f"(?:(?![{_EXTENDING}])[{IGNORABLE}])+\\Z")
_NEEDLESS = re.compile(f"(?![{_JOINING}])[{IGNORABLE}]")


class Form(NamedTuple):
    """A text in its reading form: composed (Unicode NFC), without what shows nothing and marks that compose with no
    letter."""

    text: str
    source: str
    """The text as it is."""
    starts: "array[int]"
    ends: "array[int]"
    """For each character of the form where in the source the letter with all that belongs to it begins and ends."""

    def outward(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of characters `start` up to `end` of the form. It cuts no letter from its marks."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1] if self.ends else 0
            return at, at
        return self.starts[start], self.ends[end - 1]

    def inward(self, start: int, end: int) -> tuple[int, int]:
        """The place in the form of characters `start` up to `end` of the source: of each letter that one of them
        belongs to."""
        first = bisect_right(self.ends, start)
        return first, max(first, bisect_left(self.starts, end))

    def printed(self, words: str, start: int = 0, end: int | None = None) -> str:
        """Words of the form as the source prints them, see `shown`; as they are where the form has none between `start`
        and `end`."""
        at = self.text.find(words, start, len(self.text) if end is None else end)
        return shown(self.source[slice(*self.outward(at, at + len(words)))]) if at >= 0 else words


def reading_form(text: str) -> Form | None:
    """The form in which `text` is read, with the way back; None if that is the text itself, as it mostly is.

    Time and memory are linear in the text, however many marks are piled on a letter.
    """
    runs = _runs(text)
    if runs is None:
        return None
    parts: list[str] = []
    starts, ends = array("l"), array("l")
    last = 0
    for run in runs.finditer(text):
        start, stop = run.span()
        letters = _composed(_NOTHING.sub("", run[0]))
        kept = letters[:1] + "".join(letter for letter in letters[1:] if not _is_bare_mark(letter))
        apart = _APART.search(run[0])
        parts += (text[last:start], kept)
        starts.extend((*range(last, start), *[start] * len(kept)))
        ends.extend((*range(last + 1, start + 1), *[start + apart.start() if apart else stop] * len(kept)))
        last = stop
    starts.extend(range(last, len(text)))
    ends.extend(range(last + 1, len(text) + 1))
    return Form("".join((*parts, text[last:])), text, starts, ends)


def folded(text: str) -> str:
    """`text` in its reading form, where its places do not matter."""
    form = reading_form(text)
    return form.text if form else text


def plain_letters(text: str) -> str:
    """`text` decomposed (Unicode NFKD), but for letters of another shape, such as full-width ones: those are others."""
    if text.isascii():
        return text
    return "".join(char if is_shaped(char) else unicodedata.normalize("NFKD", char) for char in text)


@lru_cache(maxsize=16384)
def is_shaped(char: str) -> bool:
    """Whether a letter is one of an alphabet in another shape that Unicode has for it: full-width, bold, script."""
    return char.isalpha() and unicodedata.decomposition(char).startswith(("<wide>", "<font>"))


def shown(text: str) -> str:
    """`text` composed (Unicode NFC) and without what shows nothing; its marks stay, and what joins letters of a script
    or parts of a picture that are drawn by it."""
    runs = _runs(text)
    return runs.sub(_shown, text) if runs else text


def _shown(run: re.Match[str]) -> str:
    needless = _NEEDLESS if run[0][0] >= _SIMPLE and not _NOTHING.match(run[0]) else _NOTHING
    return _composed(needless.sub("", run[0]))


def _runs(text: str) -> re.Pattern[str] | None:
    """What finds the letters of `text` that are not written as they are read, each with all that belongs to it; None if
    it has none."""
    if text.isascii() or _USUAL.fullmatch(text):
        return None
    characters = set(text)
    following = "".join(sorted(filter(_follows, characters)))
    alone = "".join(sorted(filter(_is_alone, characters)))
    return _pattern(following, alone) if following or alone else None


@lru_cache(maxsize=256)
def _pattern(following: str, alone: str) -> re.Pattern[str]:
    """A letter with what follows it, and where a joiner stands last, with the sign that it joins: the parts of one
    picture."""
    found = []
    if following:
        more = f"[{re.escape(following)}]"
        found.append(rf"(?:(?!{more})\S)?{more}+(?:(?<=\u200d)(?!{more})[^\w\s]{more}*)*")
    if alone:
        found.append(f"[{re.escape(alone)}]")
    return re.compile("|".join(found))


@lru_cache(maxsize=16384)
def _follows(char: str) -> bool:
    """Whether a character belongs to the one before it, or shows nothing."""
    if char.isascii():
        return False
    return (
        unicodedata.category(char)[0] == "M"
        or unicodedata.combining(char) > 0
        or "\u1160" <= char <= "\u11ff"  # vowels and finals of Hangul syllables
        or "\U00016d63" <= char <= "\U00016d6a"  # vowels of Kirat Rai, which compose and are no marks
        or _NOTHING.match(char) is not None
    )


@lru_cache(maxsize=16384)
def _is_alone(char: str) -> bool:
    """Whether a letter is another one when composed, such as the Angstrom sign."""
    return not char.isascii() and not _follows(char) and unicodedata.normalize("NFC", char) != char


def _composed(run: str) -> str:
    return unicodedata.normalize("NFC", run[: _MARKS + 1]) + run[_MARKS + 1 :]


@lru_cache(maxsize=16384)
def _is_bare_mark(char: str) -> bool:
    """Whether a mark that did not compose tells no letter from another: an accent, a point, a sign put through or
    around it.

    The vowel signs of many scripts do, and stay.
    """
    place = unicodedata.combining(char)
    return unicodedata.category(char) == "Me" or place == 1 or 10 <= place <= 36 or place >= 200
