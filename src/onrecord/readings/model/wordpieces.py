"""A text in word pieces (Wu et al. 2016), as BERT's uncased encoders read it, each piece with its place in the text.

The numbers are those that the library `tokenizers` gives, which the weights were trained with; vocabulary.json holds
the pieces and what that library takes for a mark or for punctuation. Its places differ in one thing: a piece reaches
over the marks on its last letter where they are characters of their own, so that no name is cut within a letter.
"""

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

import msgspec

UNKNOWN, CLS, SEP = 100, 101, 102
SPECIAL = {"[PAD]": 0, "[UNK]": UNKNOWN, "[CLS]": CLS, "[SEP]": SEP, "[MASK]": 103}
LONGEST_WORD = 100
"""Letters; a longer word is one piece that is not known."""
WORDS_KEPT, LONGEST_KEPT = 10_000, 24
"""How many words are cut once only, and of how many letters at the most: some four megabytes of English, and never over
fifty."""
SPACE = "\t\n\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
SIGN = r"!-/:-@\[-`{-~"
RUN = re.compile(rf"\[(?:PAD|UNK|CLS|SEP|MASK)\]|[{SIGN}](?:[^ -~{SPACE}][^{SIGN}{SPACE}]*)?|[^{SIGN}{SPACE}]+")
"""What no word reaches beyond: spaces and the signs of ASCII part words. A sign may have marks, so what follows it goes
with it."""
PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
"""Left out, as what vocabulary.json names."""
IDEOGRAPH = re.compile(
    "[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0002a6df\U0002a700-\U0002b81f\U0002b920-\U0002ceaf\U0002f800-\U0002fa1f]"
)
"""Each a word by itself. (The gap at 2B820 is the library's.)"""


class Piece(NamedTuple):
    """A word piece: its number, its half-open range of characters, and whether a word begins with it."""

    number: int
    start: int
    end: int
    first: bool


class Letter(NamedTuple):
    """A letter as the vocabulary spells it, the half-open range of characters that it was read from with its marks, and
    whether it is a word by itself."""

    spelt: str
    start: int
    end: int
    alone: bool


class Characters(msgspec.Struct, frozen=True):
    """vocabulary.json: the pieces in the order of their numbers, and which characters are no letters."""

    pieces: tuple[str, ...]
    left_out: str
    marks: str
    punctuation: str


class Vocabulary:
    """Cuts texts into word pieces. Made from the content of vocabulary.json; raises msgspec.DecodeError for another."""

    def __init__(self, content: bytes) -> None:
        made = msgspec.json.decode(content, type=Characters)
        self.numbers = {piece: number for number, piece in enumerate(made.pieces)}
        self.longest = max(map(len, made.pieces))
        self.left_out = frozenset(made.left_out)
        self.marks = frozenset(made.marks)
        self.punctuation = frozenset(made.punctuation)
        self._kept = lru_cache(WORDS_KEPT)(self._cut)

    def pieces(self, text: str) -> list[Piece]:
        """The pieces of `text` in order; the time is linear in its length."""
        pieces: list[Piece] = []
        for run in RUN.finditer(text):
            written, at = run.group(), run.start()
            cut = self._kept if len(written) <= LONGEST_KEPT else self._cut
            pieces += [Piece(number, at + start, at + end, first) for number, start, end, first in cut(written)]
        return pieces

    def _cut(self, run: str) -> tuple[Piece, ...]:
        if run in SPECIAL:
            return (Piece(SPECIAL[run], 0, len(run), True),)
        if run.isascii() and run.isalnum():  # most of English, told at once
            known = self._longest_known(run.lower())
            return tuple(Piece(number, first, stop, first == 0) for number, first, stop in known)
        words: list[list[Letter]] = []
        for letter in self._letters(run):
            if not words or letter.alone or words[-1][-1].alone:
                words.append([])
            words[-1].append(letter)
        return tuple(
            Piece(number, word[first].start, word[stop - 1].end, first == 0)
            for word in words
            for number, first, stop in self._longest_known("".join(letter.spelt for letter in word))
        )

    def _letters(self, run: str) -> list[Letter]:
        """Without accents and capitals. One character at a time, for together only marks would come in another
        order."""
        letters: list[Letter] = []
        for at, character in enumerate(run):
            if character in self.left_out or PRIVATE.match(character):
                continue
            ideograph = IDEOGRAPH.match(character) is not None
            for letter in normalize("NFD", character):
                if letter not in self.marks:
                    letters.append(Letter(letter.lower(), at, at + 1, ideograph or letter in self.punctuation))
                elif letters:
                    letters[-1] = letters[-1]._replace(end=at + 1)
        return letters

    def _longest_known(self, word: str) -> list[tuple[int, int, int]]:
        """The longest piece that begins the word, then the longest that goes on, and so forth: number, first letter and
        the letter after the last. One piece that is not known for the whole word, if no piece goes on or it is too
        long."""
        unknown = [(UNKNOWN, 0, len(word))]
        if len(word) > LONGEST_WORD:
            return unknown
        pieces: list[tuple[int, int, int]] = []
        start = 0
        while start < len(word):
            before = "##" if start else ""
            stops = range(min(len(word), start + self.longest), start, -1)
            stop = next((stop for stop in stops if before + word[start:stop] in self.numbers), None)
            if stop is None:
                return unknown
            pieces.append((self.numbers[before + word[start:stop]], start, stop))
            start = stop
        return pieces
