"""Words and figures to numbers."""

import re

from onrecord.text.times.vocabulary import MONTHS, MOVES, NUMBERS, ORDINALS

_LAST_CENTURY = 40  # '41 and later are of the twentieth


def month_number(word: str) -> int:
    return MONTHS[word.rstrip(".")]


def ordinal(word: str) -> int:
    return ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)


def _small(words: str) -> int:
    return sum(NUMBERS.get(word, 0) for word in re.split(r"[ -]", words))


def in_full(year: int) -> int:
    """A year of two figures with its century."""
    return year if year > 99 else year + (1900 if year > _LAST_CENTURY else 2000)


def year_number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word[0] in "'’":
        return in_full(int(word[1:]))
    head, _, tail = word.partition(" ")
    if head == "two":
        return 2000 + _small(tail.removeprefix("thousand"))
    return {"nineteen": 1900, "twenty": 2000}[head] + _small(tail)


def number(word: str | None) -> float | None:
    """None for a word that leaves the number unsaid."""
    if word is None:
        return None
    if word.startswith("half") or word in ("a half", "an half"):
        return 0.5
    words = re.sub(r"[- ]and[- ]a[- ]half$| 1/2$", "", word)
    half = 0.5 if words != word else 0.0
    if words in ("a", "an", "another"):
        return 1 + half
    if words.endswith("hundred"):
        return 100 + half
    if words[0].isdigit():
        return float(words.replace(",", "")) + half
    return _small(words) + half


def move_of(word: str) -> int:
    return MOVES[word.removeprefix("the ").split()[-1]]
