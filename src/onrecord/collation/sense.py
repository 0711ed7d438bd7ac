"""What a departure from the base may turn of its sense: a negation, a condition, a hedge, a number or a name."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from onrecord.collation.witnesses import SENTENCE_END, Witness
from onrecord.text import lexicon
from onrecord.text.words import is_content, spoken, words
from onrecord.types import Alteration

_NEAR = 120  # characters before and after a statement in which its writer may say what the quotation leaves out
_WORDS: Mapping[str, Alteration] = {
    **dict.fromkeys(lexicon.in_order("negation.negations"), "negation"),
    **dict.fromkeys(lexicon.in_order("negation.conditions"), "condition"),
    **dict.fromkeys(lexicon.in_order("doubt.hedges"), "hedge"),
    **dict.fromkeys(lexicon.in_order("numbers.amounts"), "number"),
}
_MODALS = lexicon.words("clause_words.modals")
"""They turn the sense where one stands for another; where a quotation is cut one is nearly always lost."""
_ORDER: tuple[Alteration, ...] = ("negation", "condition", "hedge", "number", "name")


class Cut(NamedTuple):
    """Some words of a witness, by their numbers."""

    witness: Witness
    run: range


def replaced(texts: Mapping[str, str], base: Cut, reading: Cut) -> tuple[Alteration, ...]:
    """What differs where words of a witness stand for words of the base. What its writer put in brackets explains."""
    lost, given = _turning(texts, base), _turning(texts, reading)
    kinds = {kind for kind, _ in (lost - given) + (given - lost)}
    if _is_bracketed(texts, reading) or not (_names_any(lost) and _names_any(given)):
        kinds.discard("name")
    if _MODALS.intersection(_parts(base)) != _MODALS.intersection(_parts(reading)):
        kinds.add("hedge")
    return tuple(kind for kind in _ORDER if kind in kinds)


def _is_bracketed(texts: Mapping[str, str], reading: Cut) -> bool:
    text, words = texts[reading.witness.account], reading.witness.words
    return "[" in text[max(words[reading.run.start].start - 1, 0) : words[reading.run.stop - 1].end + 1]


def _names_any(turning: Iterable[tuple[Alteration, str]]) -> bool:
    return any(kind == "name" for kind, _ in turning)


def cut(texts: Mapping[str, str], having: Cut, lacking: Witness, *, ends: bool) -> tuple[Alteration, ...]:
    """What is lost where one of two has words that the other has not. A sentence that is left out whole turns nothing,
    nor does what the writer of the other says around his quotation. `ends`: the words stand before or after all of the
    other's; a quotation that its writer has built into a sentence begins and ends where he likes."""
    if ends and lacking.statement.form != "direct":
        return ()
    broken = _of_broken_sentences(texts, having)
    turned = {one for run in broken for one in _turning(texts, Cut(having.witness, run))}
    near = _near(texts, lacking) if turned else frozenset()
    found = {kind for kind, word in turned if word not in near}
    return tuple(kind for kind in _ORDER if kind in found)


def _near(texts: Mapping[str, str], witness: Witness) -> frozenset[str]:
    text, spans = texts[witness.account], witness.spans
    before = words(text, max(spans[0].start - _NEAR, 0), spans[0].start)
    after = words(text, spans[-1].end, spans[-1].end + _NEAR)
    return frozenset(part for word in (*before, *after) for part in spoken(word.key))


def _of_broken_sentences(texts: Mapping[str, str], having: Cut) -> Iterator[range]:
    """The words of a run that stand in one sentence with words before or after it."""
    witness, run = having
    breaks = [i for i in range(run.start, run.stop + 1) if i == 0 or _sentence_ends(texts, witness, i)]
    if not breaks:
        yield run
        return
    if breaks[0] > run.start:
        yield range(run.start, breaks[0])
    if breaks[-1] < run.stop:
        yield range(breaks[-1], run.stop)


def _sentence_ends(texts: Mapping[str, str], witness: Witness, i: int) -> bool:
    """Whether a sentence ends between the words `i` - 1 and `i`; it does at the end of what is quoted."""
    own = witness.words
    return i >= len(own) or bool(SENTENCE_END.search(texts[witness.account], own[i - 1].end, own[i].start))


def _turning(texts: Mapping[str, str], side: Cut) -> Counter[tuple[Alteration, str]]:
    """The words that turn the sense, by their kinds. A capital letter makes a name where no sentence begins."""
    counts: Counter[tuple[Alteration, str]] = Counter()
    text, own = texts[side.witness.account], side.witness.words
    for i in side.run:
        word = own[i]
        for part in spoken(word.key):
            kind = "number" if part[0].isdigit() else _WORDS.get(part)
            if kind:
                counts[kind, part] += 1
        if text[word.start].isupper() and is_content(word.key) and i > 0 and not _sentence_ends(texts, side.witness, i):
            counts["name", word.key] += 1
    return counts


def _parts(side: Cut) -> list[str]:
    return [part for i in side.run for part in spoken(side.witness.words[i].key)]
