"""Words with their places and comparison keys. The keys are made to be compared, never to be shown."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from onrecord.text import lexicon
from onrecord.text.letters import plain_letters

# Alternatives from the special to the general: abbreviations with stops (U.S.), numbers with commas (2,000), signs that
# are read as words, scripts without spaces by the character, and runs of letters that may hold apostrophes or the
# asterisks of a softened oath. A hyphen parts words, for accounts disagree on it (hard-line, hard line).
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|\d+(?:[.,]\d+)+"
    r"|[%&]"
    r"|[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]"
    r"|[\w\u0300-\u036f]+(?:['’ʼ‘*]+[\w\u0300-\u036f]+)*"
)
_SIGNS = {"&": "and", "%": "percent"}
_STRAIGHT = str.maketrans("’‘ʼ", "'''")
_CONTRACTIONS = {word: tuple(full.split()) for word, full in lexicon.table("contractions.whole").items()}
_ENDINGS = lexicon.table("contractions.endings")
_TAKES_IS = lexicon.words("function_words.takes_is")
_NUMBERS = {
    word: str(value)
    for value, word in enumerate(lexicon.in_order("numbers.zero_to_twelve"))
    if value != 1  # "one" is a pronoun more often than a number
}
_WRITTEN_OUT = lexicon.table("abbreviations.written_out")
FUNCTION_WORDS = lexicon.words("function_words.function_words")
EVERYDAY_WORDS = lexicon.words("function_words.everyday")


class Word(NamedTuple):
    """One word: characters `start` up to `end`, and the key by which it is compared."""

    start: int
    end: int
    key: str


@lru_cache(maxsize=65536)
def key(word: str) -> str:
    """Comparison key of one word: case, accents, curly apostrophes and the stops of an abbreviation do not count."""
    if word in _SIGNS:
        return _SIGNS[word]
    folded = plain_letters(word.translate(_STRAIGHT)).casefold()
    bare = "".join(c for c in folded if not "\u0300" <= c <= "\u036f" and c not in ".,")
    return bare or word


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of `text` from character `start` up to `end`, in order. Punctuation is no word."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(Word(m.start(), m.end(), key(m.group())) for m in found)


def count_words(text: str, start: int, end: int) -> int:
    """How many `words` finds there."""
    return len(_WORD.findall(text, start, end))


@lru_cache(maxsize=65536)
def spoken(word: str) -> tuple[str, ...]:
    """A key as it would be read out: a contraction as its two words, a small number as its figure."""
    if word in _CONTRACTIONS:
        return _CONTRACTIONS[word]
    if word in _NUMBERS:
        return (_NUMBERS[word],)
    for ending, full in _ENDINGS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)], full
    if word.endswith("'s"):
        stem = word[:-2]
        return (stem, "is") if stem in _TAKES_IS else (stem,)
    return (word,)


def written_out(word: str) -> str:
    """A key as it stands where nothing is shortened: an abbreviation as its word, a small number as its figure."""
    return _WRITTEN_OUT.get(word) or _NUMBERS.get(word, word)


def spoken_keys(found: Iterable[Word]) -> tuple[str, ...]:
    """The keys of `found` as read out, for telling likeness; the places are lost."""
    return tuple(part for word in found for part in spoken(word.key))


def is_content(word: str) -> bool:
    """Whether a key carries sense of its own, as far as its form tells."""
    return word not in FUNCTION_WORDS and (len(word) > 2 or word.isdigit())


def is_everyday(keys: Iterable[str]) -> bool:
    """Whether these are words of so many speeches that sharing all of them tells little."""
    return EVERYDAY_WORDS.issuperset(keys)


def stem(word: str) -> str:
    """A key without the commonest English endings, so that demand and demanded are alike. Rough on purpose."""
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
