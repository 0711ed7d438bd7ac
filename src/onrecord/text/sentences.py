"""Sentences of English news prose, by rule: a full stop ends one unless it is part of an abbreviation or an initial."""

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.text import lexicon, title_words
from onrecord.text.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS

_STOP = re.compile(r"(?:\. ){2,4}\.[\"”’'»)\]]*(?=\s|$)|[.!?…]+[\"”’'»)\]]*(?=\s|$)|[。！？][」』”]*|\.{3,}(?=[A-Z])")
# Abbreviations that a capital letter follows within the sentence. Many are words in lower case ("they sat."), so they
# count only as printed here: with a capital.
_BEFORE_A_CAPITAL = lexicon.words("abbreviations.before_a_capital") | title_words.CAPITALISED
# And those that a sentence may well end with: one does where a word follows that sentences begin with.
_MAY_END = (
    lexicon.words("abbreviations.may_end")
    | {name.capitalize() for name in SHORT_MONTHS | SHORT_WEEKDAYS}
    | title_words.IN_CAPITALS - {title.upper() for title in lexicon.words("titles.acronyms_too")}
)
_LOWER = lexicon.words("abbreviations.within")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){1,6}[^\W\d_]")  # U.S, F.B.I, J.R, Ph.D
_NUMBER = lexicon.words("abbreviations.before_a_number")  # before a number: No. 5
_AFTER_CLOCK = lexicon.words("calendar.after_clock") | MONTHS | WEEKDAYS | SHORT_MONTHS | SHORT_WEEKDAYS
# "At 5 p.m. Dahl left": a time that has opened the sentence does not end it.
_OPENING_CLOCK = re.compile(
    r"(?:^|[.!?”\"\n]\s{0,3})(?:At|By|Around|About|From|Until|Before|After|Since) (?:about |around "
    r")?\d{1,2}(?:[.:]\d\d)? ?[ap]\.m$"
)
_WORD_BEFORE = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"\s+[\"“‘'«(\[]*(\w?)(\w*)")
_STARTERS = lexicon.words("function_words.sentence_starters")


_LONGEST = 5000  # characters


@lru_cache(1024)
def split_sentences(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """(start, end) of each sentence of `text[start:end]`, without the white space between them.

    One of more than 5,000 characters is given in parts: whatever looks at all of a sentence takes time by its length.
    Several parts of a reading ask for the sentences of the same paragraphs: those of an account of usual length are
    kept.
    """
    return tuple(_sentences(text, start, end))


def _sentences(text: str, start: int, end: int | None) -> Iterator[tuple[int, int]]:
    stop = len(text) if end is None else end
    begin = start
    for match in _STOP.finditer(text, start, stop):
        if _ends(text, match, stop):
            yield from _trimmed(text, begin, match.end())
            begin = match.end()
    yield from _trimmed(text, begin, stop)


def sentence_end(text: str, start: int, end: int) -> int:
    """Where the sentence that `start` stands in ends, at most `end`; its final mark is left out."""
    for match in _STOP.finditer(text, start, end):
        if _ends(text, match, end):
            return match.start()
    return end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    body = piece.strip()
    if body:
        first = start + len(piece) - len(piece.lstrip())
        last = first + len(body)
        while last - first > _LONGEST:
            blank = text.find(" ", first + _LONGEST, min(last, first + 2 * _LONGEST))
            part = blank if blank >= 0 else min(last, first + 2 * _LONGEST)
            yield first, part
            first = part + (blank >= 0)
        if first < last:
            yield first, last


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether the full stop, question mark or the like ends its sentence."""
    following = _NEXT_WORD.match(text, stop.end(), end)
    if following and following[1] and following[1].islower():
        return False
    if stop[0].startswith(("..", "…", ". ")) and stop[0][-1] in ".…":
        # What is left out, or a pause: "I ... I do not know".
        return not following or following[1] + following[2] != "I"
    if stop[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 14), stop.start())
    next_word = (following[1] + following[2]).casefold() if following else ""
    return not before or not following or not _continues(text, stop.start(), before[0], next_word)


def _continues(text: str, stop: int, word: str, next_word: str) -> bool:
    """Whether the sentence goes on after a full stop that follows `word`."""
    folded = word.casefold()
    if folded in ("a.m", "p.m"):
        return next_word in _AFTER_CLOCK or bool(_OPENING_CLOCK.search(text, max(0, stop - 40), stop))
    if folded in _NUMBER and next_word[:1].isdigit():
        return True
    if word in _BEFORE_A_CAPITAL or folded in _LOWER:
        return True
    initials = (len(word) == 1 and word.isupper()) or _DOTTED.fullmatch(word)
    return bool(initials or word in _MAY_END) and next_word not in _STARTERS
