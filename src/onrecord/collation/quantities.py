"""Numbers in words or figures, and what is said of them: about, at least, up to, from one to another."""

import math
import re
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.text import lexicon
from onrecord.text.times.vocabulary import NUMBERS
from onrecord.text.words import Word, stem

MEASURES = frozenset(map(stem, lexicon.words("numbers.measures")))
_ROUGH = 0.1  # how far a number that is given for about right may be off
_DOZEN = 0.2  # the same for dozens
_UNITS = {word: number for word, number in NUMBERS.items() if number < 10}
_TEENS = {word: number for word, number in NUMBERS.items() if 10 <= number < 20}
_TENS = {word: number for word, number in NUMBERS.items() if number >= 20}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_SINGULAR = frozenset("person man woman".split())
_FIGURE = re.compile(r"\d{1,3}(?:,\d{3}){1,3}|\d{1,12}(?:\.\d{1,2})?", re.ASCII)
_QUALIFIERS: Mapping[str, str] = {
    **dict.fromkeys(lexicon.in_order("numbers.at_least"), "least"),
    **dict.fromkeys(lexicon.in_order("numbers.at_most"), "most"),
    **dict.fromkeys(lexicon.in_order("numbers.about"), "about"),
}
_AFTER = lexicon.table("numbers.behind_a_number")
_LONGEST = 3  # words of a qualifier
_UNSAID = lexicon.words("numbers.no_measure") | _SCALES.keys()
"""Words before a number that make it another than it looks, where they are not of a qualifier."""
_HYPHENS = "-‐‑–"


class Amount(NamedTuple):
    """What a number can be."""

    least: float
    most: float
    rough: float
    """How far it may be off, as a share of the greater of two."""

    def apart(self, other: "Amount") -> bool:
        """Whether both cannot be right of one thing."""
        low, high = sorted((self, other))
        return high.least - low.most > max(low.rough, high.rough) * high.least


class Quantity(NamedTuple):
    start: int
    """The first of its words, with those that qualify it."""
    at: int
    """The first word of the number."""
    stop: int
    amount: Amount

    @property
    def bounded(self) -> bool:
        """Whether it is told on one side alone."""
        return self.amount.least == 0 or self.amount.most == math.inf


def quantities(text: str, words: Sequence[Word]) -> Iterator[Quantity]:
    """The numbers among words, each whole. Those of which it is unsure how many they are left out."""
    stop = 0
    for i in range(len(words)):
        if i < stop:
            continue
        last, value = _cardinal(text, words, i)
        if value is not None:
            quantity, stop = _qualified(text, words, i, last, value)
            if quantity:
                yield quantity


def _qualified(text: str, words: Sequence[Word], at: int, last: int, value: float) -> tuple[Quantity | None, int]:
    """The quantity whose number is the words `at` up to `last`, null if it is unsure, and where its words end."""
    start, kinds = _before(words, at)
    between = start > 0 and words[start - 1].key == "between"
    stop, greatest = _range(text, words, at, last, between=between)
    if stop > last and between:
        start -= 1
    stop, behind = _after(words, stop)
    kinds |= behind
    most = value if greatest is None else greatest
    if most < value or _is_unsaid(text, words, start, at, stop):
        return None, stop
    dozen = any(word.key == "dozen" for word in words[at:stop])
    return Quantity(start, at, stop, _amount(value, most, kinds, dozen=dozen)), stop


def _amount(value: float, most: float, kinds: Container[str], *, dozen: bool) -> Amount:
    return Amount(
        least=0.0 if "most" in kinds else value,
        most=math.inf if "least" in kinds else most,
        rough=_DOZEN if dozen else _ROUGH if "about" in kinds else 0.0,
    )


def _after(words: Sequence[Word], stop: int) -> tuple[int, set[str]]:
    """Where the qualifier behind a number ends, and of which kind it is, if there is one."""
    for n in (2, 1):
        kind = _AFTER.get(" ".join(word.key for word in words[stop : stop + n]))
        if kind and stop + n <= len(words):
            return stop + n, {kind}
    return stop, set()


def _before(words: Sequence[Word], at: int) -> tuple[int, set[str]]:
    """Where the qualifiers before a number begin, and of which kinds they are."""
    start, kinds = at, set[str]()
    while True:
        for n in range(min(_LONGEST, start), 0, -1):
            kind = _QUALIFIERS.get(" ".join(word.key for word in words[start - n : start]))
            if kind:
                kinds.add(kind)
                start -= n
                break
        else:
            return start, kinds


def _range(text: str, words: Sequence[Word], at: int, last: int, *, between: bool) -> tuple[int, float | None]:
    """Where a range ends whose first number is the words `at` up to `last`, and its greatest number."""
    if last >= len(words):
        return last, None
    hyphened = text[words[last - 1].end : words[last].start].strip() in tuple(_HYPHENS)
    linked = words[last].key in ("to", "or") or (between and words[last].key == "and")
    begin = last if hyphened and words[last].key != "to" else last + 1 if linked else len(words)
    if begin >= len(words):
        return last, None
    stop, value = _cardinal(text, words, begin)
    return (last, None) if value is None else (stop, value)


def _is_unsaid(text: str, words: Sequence[Word], start: int, at: int, stop: int) -> bool:
    """Whether a number is part of a name, a date, a score, a fraction or a change, or follows a number that is not
    read."""
    before = [word.key for word in words[max(start - 2, 0) : start]]
    if _UNSAID.intersection(before[-1:]) or (before[-1:] == ["and"] and _UNSAID.intersection(before)):
        return True
    ahead, behind = (
        text[max(words[at].start - 2, 0) : words[at].start],
        text[words[stop - 1].end : words[stop - 1].end + 2],
    )
    joined = ahead[-1:] in tuple("/:#½.,") or (ahead[-1:] in tuple(_HYPHENS) and ahead[:1].isalnum())
    return joined or behind[:1] in tuple("/½¼¾") or (behind[:1] == ":" and behind[1:].isdigit())


def _cardinal(text: str, words: Sequence[Word], i: int) -> tuple[int, float | None]:
    """Where a number ends that begins with the word `i`, and its value: null if none does. "A dozen" is one, dozens are
    not.

    A scale multiplies once, but what is below a thousand is counted anew after it."""
    group, stop = _start(text, words, i)
    if group is None:
        return stop, None
    thousands, used = 0.0, set[str]()
    while stop < len(words) and words[stop].key in _SCALES and _adjoins(text, words, stop):
        scale = words[stop].key
        if scale in used or not group:
            return stop, None  # "a hundred hundred" is no number
        used.add(scale)
        group, stop = group * _SCALES[scale], stop + 1
        if scale == "thousand":
            thousands, group, used = thousands + group, 0.0, {scale}
        more, end = (None, stop) if scale == "dozen" else _rest(text, words, stop)
        if more is not None:
            group, stop = group + more, end
    return stop, thousands + group


def _rest(text: str, words: Sequence[Word], i: int) -> tuple[float | None, int]:
    """What follows hundreds and thousands, after "and" or not, and where it ends."""
    begin = i + 1 if words[i : i + 1] and words[i].key == "and" else i
    if begin >= len(words) or not all(_adjoins(text, words, at) for at in (i, begin)):
        return None, i
    return _below_hundred(text, words, begin)


def _start(text: str, words: Sequence[Word], i: int) -> tuple[float | None, int]:
    """What is multiplied by the scale after it, or a number without one, and where it ends."""
    key, following = words[i].key, [word.key for word in words[i + 1 : i + 3]]
    if key == "half" and following == ["a", "dozen"]:
        return 0.5, i + 2
    singular = _SCALES.keys() | _SINGULAR if key == "one" else _SCALES.keys()
    if key in ("a", "one") and not singular.isdisjoint(following[:1]):
        return 1, i + 1
    figure = text[words[i].start : words[i].end]
    if _FIGURE.fullmatch(figure):
        return float(figure.replace(",", "")), i + 1
    return (None, i + 1) if key == "one" else _below_hundred(text, words, i)


def _below_hundred(text: str, words: Sequence[Word], i: int) -> tuple[float | None, int]:
    key = words[i].key
    if key not in _TENS:
        return _TEENS.get(key, _UNITS.get(key)), i + 1
    unit = _UNITS.get(words[i + 1].key) if i + 1 < len(words) and _adjoins(text, words, i + 1) else None
    return (_TENS[key] + unit, i + 2) if unit else (_TENS[key], i + 1)


def _adjoins(text: str, own: Sequence[Word], i: int) -> bool:
    """Whether no mark but a hyphen parts a word from the one before."""
    return text[own[i - 1].end : own[i].start].strip() in ("", *_HYPHENS)
