"""The critical apparatus of an utterance: where the other witnesses depart from the base, as an edition prints it."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Literal, NamedTuple

from onrecord.exports.index import Index
from onrecord.exports.view import Entry, Siglum, VariantReading
from onrecord.text import lexicon
from onrecord.types import Alteration, Span, Variant, Wording

LONG = 7  # words; a longer lemma is printed by its ends
CUT = 4  # words; leaving out so many may change the sense

# Words that turn, limit or hedge what is said. To add, drop or swap one of them may change the sense.
_TURNING = lexicon.words("negation.weighty")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_CONTRACTED = {word: tuple(full.split()) for word, full in lexicon.table("contractions.with_not").items()}

Key = tuple[int, int, str]  # where in the base, and the lemma
ALTERS: Mapping[Alteration, str] = {
    "negation": "a negation",
    "condition": "a condition",
    "hedge": "a hedge",
    "number": "a number",
    "name": "a name",
}


class _Reading(NamedTuple):
    kind: Literal["for", "om", "add"]
    text: str
    moved: bool
    alters: tuple[Alteration, ...]


def apparatus(index: Index, wording: Wording) -> tuple[Entry, ...]:
    """The entries of `wording`, in the order of the base. Witnesses with one reading share it."""
    entries: dict[Key, dict[_Reading, list[Siglum]]] = {}
    for variant in wording.variants:
        placed = _placed(index, variant)
        if placed is not None:
            key, reading = placed
            mark = index.sigla[index.home[variant.witness]]
            sigla = entries.setdefault(key, {}).setdefault(reading, [])
            if mark not in sigla:
                sigla.append(mark)
    return tuple(_entry(lemma, readings) for (_, _, lemma), readings in sorted(entries.items(), key=lambda e: e[0]))


def _placed(index: Index, variant: Variant) -> tuple[Key, _Reading] | None:
    """The lemma and the reading. What is added stands after a word of the base, which is then the lemma."""
    reading = " ".join(index.cut(variant.reading).text.split()) if variant.reading else ""
    if variant.base:
        kind: Literal["for", "om"] = "for" if reading else "om"
        return _key(index, variant.base), _Reading(kind, reading, bool(variant.moved), variant.alters)
    key = _key(index, variant.after) if variant.after else (0, 0, "")
    return (key, _Reading("add", reading, bool(variant.moved), variant.alters)) if reading else None


def _key(index: Index, span: Span) -> Key:
    return span.start, span.end, index.cut(span).text


def _entry(lemma: str, readings: Mapping[_Reading, list[Siglum]]) -> Entry:
    lemma = " ".join(lemma.split())
    shown = tuple(
        VariantReading(
            kind=one.kind,
            text=one.text,
            sigla=tuple(sigla),
            weighty=bool(one.alters) or (not one.moved and weighty("" if one.kind == "add" else lemma, one.text)),
            moved=one.moved,
            alters=tuple(ALTERS[kind] for kind in one.alters),
        )
        for one, sigla in readings.items()
    )
    return Entry(lemma, _ends(lemma), shown)


def _ends(lemma: str) -> str:
    words = lemma.split()
    return lemma if len(words) <= LONG else f"{' '.join(words[:2])} … {' '.join(words[-2:])}"


def _turning(text: str) -> Counter[str]:
    words: list[str] = []
    for match in _WORD.finditer(text.lower().replace("’", "'")):
        word = match[0]
        if word in _CONTRACTED:
            words += _CONTRACTED[word]
        elif word.endswith("n't"):
            words += (word[:-3], "not")
        else:
            words.append(word)
    return Counter(w for w in words if w in _TURNING or any(c.isdigit() for c in w))


def weighty(base: str, reading: str) -> bool:
    """Whether `reading` for `base` may change the sense: a negation, limit, modal or number differs, or much is cut."""
    lost = len(_WORD.findall(base)) if not reading.strip() else 0
    return lost >= CUT or _turning(base) != _turning(reading)
