"""Where something happened and on which day of the week, where two accounts tell it in much the same words and differ
in that."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import Literal, NamedTuple

from onrecord.collation.tellings import Telling, alike, stems
from onrecord.text import lexicon
from onrecord.text.calendar import MONTHS, WEEKDAYS
from onrecord.text.places import COUNTRIES, REGIONS
from onrecord.text.words import Word, stem, words
from onrecord.types import Span

_AT = lexicon.words("circumstances.before_a_place")
_SHARED = 4  # stems that the two sentences share beside the day or the place
_MOST = 0.6  # of those of the shorter one
_LANDS = frozenset(stems(words(name)) for name in (*COUNTRIES, *REGIONS))
"""Countries and wide regions, in which a town that another account names may lie."""
_NEAR, _SHARED_NEAR = 6, 3  # words on either side of the day or the place, and stems that two accounts share of these
_NEAREST = 3  # words on either side, in which each account has no word of its own
_NAME = 8  # words of a name, with its article
_DENIED = lexicon.words("negation.circumstances_denied")


class _Setting(NamedTuple):
    what: str
    """"day", or the preposition of a place with the word that governs it."""
    name: frozenset[str]
    span: Span
    near: frozenset[str]
    """What stands beside it: a sentence may tell of more than what it dates or places."""
    nearest: frozenset[str]


def of_settings(tellings: Sequence[Telling]) -> Iterator[tuple[Literal["date", "place"], tuple[Span, ...]]]:
    """The two names of days or of places, of each two sentences that tell one thing of two.

    Neither account names the other's place: one place may lie in the other, or there were two meetings. A town is not
    compared with a country.
    """
    for a, b, first, second in _otherwise(tellings):
        if a.what == "day":
            yield "date", (a.span, b.span)
        elif (a.name in _LANDS) == (b.name in _LANDS) and not (
            _names(second.text, a.name) or _names(first.text, b.name)
        ):
            yield "place", (a.span, b.span)


def _names(text: str, name: frozenset[str]) -> bool:
    return any(re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE) for word in name)


def _otherwise(tellings: Sequence[Telling]) -> Iterator[tuple[_Setting, _Setting, Telling, Telling]]:
    """Each two settings of one kind, each the only one in its sentence, that differ between two sentences alike but for
    them."""
    undenied = [sentence for sentence in tellings if _DENIED.isdisjoint(word.key for word in sentence.words)]
    settings = {sentence.span: _settings(sentence) for sentence in undenied}
    having = [sentence for sentence in tellings if settings.get(sentence.span)]
    for first, second in alike(having, _SHARED):
        for a, b in product(settings[first.span], settings[second.span]):
            if _tell_one_thing(first.stems - a.name, second.stems - b.name) and _of_one_act(a, b):
                yield a, b, first, second


def _tell_one_thing(a: frozenset[str], b: frozenset[str]) -> bool:
    return len(a & b) >= max(_SHARED, _MOST * min(len(a), len(b)))


def _of_one_act(a: _Setting, b: _Setting) -> bool:
    """Whether two settings of one kind are of one act, and two. Who met the millers may have met the bakers
    elsewhere."""
    other_act = a.nearest - b.nearest and b.nearest - a.nearest
    return a.what == b.what and not (a.name & b.name or other_act) and len(a.near & b.near) >= _SHARED_NEAR


def _settings(telling: Telling) -> list[_Setting]:
    """The days and places of a sentence, of each kind that it has one of alone."""
    settings = [*_days(telling), *_places(telling)]
    kinds = Counter(setting.what for setting in settings)
    return [setting for setting in settings if kinds[setting.what] == 1 and setting.name]


def _days(telling: Telling) -> Iterator[_Setting]:
    for i, word in enumerate(telling.words):
        if word.key in WEEKDAYS and telling.text[word.start].isupper():
            yield _setting(telling, "day", i, telling.words[i : i + 1])


def _places(telling: Telling) -> Iterator[_Setting]:
    """What stands behind a preposition of a place and the word that governs it."""
    for i, (governing, word) in enumerate(pairwise(telling.words), 1):
        name = _name(telling.text, telling.words[i + 1 : i + 1 + _NAME]) if word.key in _AT else ()
        if name:
            yield _setting(telling, f"{stem(governing.key)} {word.key}", i, name)


def _setting(telling: Telling, what: str, i: int, name: Sequence[Word]) -> _Setting:
    beside = stems(telling.words[max(i - _NEAR, 0) : i + len(name) + _NEAR])
    nearest = stems(telling.words[max(i - _NEAREST, 0) : i + len(name) + _NEAREST])
    named = stems(name)
    return _Setting(what, named, telling.between(name[0], name[-1]), beside - named, nearest - named)


def _name(text: str, following: Sequence[Word]) -> tuple[Word, ...]:
    """The name that begins here: words with capitals, after an article or not, and no day or month."""
    start = 1 if following and following[0].key == "the" else 0
    name: list[Word] = []
    for word in following[start:]:
        apart = bool(name) and text[name[-1].end : word.start].strip() != ""
        if apart or not text[word.start].isupper() or word.key in WEEKDAYS | MONTHS:
            break
        name.append(word)
    return tuple(name)
