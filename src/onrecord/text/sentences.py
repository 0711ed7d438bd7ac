"""Sentences of English news prose, by rule: a full stop ends one unless it is part of an abbreviation or an initial."""

import re
from collections.abc import Iterator

_STOP = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s|$)|[。！？][」』”]*|\.{3,}(?=[A-Z])")
_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof sen rep gov gen lt col sgt capt maj adm cmdr rev hon st jr sr messrs mt ft no nos vs etc inc ltd corp co bros "
    "dept univ ave blvd jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun a.m p.m "
    "u.s u.n u.k e.u d.c e.g i.e approx est fig al pres amb sec supt det insp".split()
)
# Abbreviations after which a capital letter may well begin a new sentence.
_MAY_END = frozenset("a.m p.m u.s u.n u.k e.u d.c etc inc ltd corp co jr sr".split())
_AFTER_CLOCK = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday eastern pacific central mountain et est edt pt pst pdt ct gmt utc bst cet "
    "january february march april may june july august september october november december".split()
)
_WORD_BEFORE = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"\s+[\"“‘'«(\[]*(\w?)(\w*)")
_STARTERS = frozenset(
    "the a an he she it they we i you this that these those but and in on at as for his her their its our my there if when while "
    "after before since however meanwhile earlier later both no not one some many most asked".split()
)


def split_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """(start, end) of each sentence of `text[start:end]`, without the white space between them."""
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
        yield first, first + len(body)


def _ends(text: str, stop: re.Match[str], end: int) -> bool:
    """Whether the full stop, question mark or the like ends its sentence."""
    following = _NEXT_WORD.match(text, stop.end(), end)
    if following and following[1] and following[1].islower():
        return False
    if stop[0][0] not in ".…":
        return True
    if stop[0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, stop.start() - 12), stop.start())
    word = before[0].casefold() if before else ""
    if len(word) == 1 and word.isalpha() and before is not None and before[0].isupper():
        return False
    if word not in _ABBREVIATIONS:
        return True
    next_word = (following[1] + following[2]).casefold() if following else ""
    if word in ("a.m", "p.m"):
        return next_word not in _AFTER_CLOCK
    return not following or (word in _MAY_END and next_word in _STARTERS)
