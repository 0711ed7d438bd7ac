"""How likely it is that two statements that share words render one utterance.

Two logistic regressions on what can be seen of two quotations. Where both have several words, these tell: how many of
them agree, and whether a whole sentence does. A few words in quotation marks are told by how rare they are, and by how
often the other account prints them. In both what the accounts print around the words helps, and one speaker.

The weights were fitted to pairs of quotations that share words, read by hand, of sixty events of three accounts each;
training/wordings has the labels, the fit and what it is worth on events left out of it.
"""

import math
from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple

from onrecord.collation.alignment import Likeness
from onrecord.collation.witnesses import Bodies, Keys, Witness, shared
from onrecord.text.words import is_content, is_everyday, spoken

_USUAL = 0.15  # likeness of what stands around two statements
_SENTENCES = 64  # of one statement that are searched for in another: each is searched through all of it
FEW = 4  # words; a shorter quotation needs more than its words to be told


class Usage(NamedTuple):
    """How the accounts of a record use their words."""

    frequency: Mapping[str, float]
    """How often an account prints a word, on average."""
    rarity: Mapping[str, float]
    """For each content word the logarithm of how many words of the bodies there are to one of it."""
    unquoted: Container[str]
    """The words and pairs of words that the accounts use in their own voice."""
    repeated: Mapping[tuple[str, Keys], int]
    """In how many statements of an account the words of a quotation of a few words stand."""


class Many(NamedTuple):
    """What is seen of two statements of several words, each as a number."""

    score: float
    share: float
    length: float
    sentence: float
    around: float
    speaker: float
    unknown: float


class Few(NamedTuple):
    """What is seen of two statements of which one has a few words."""

    length: float
    letters: float
    everyday: float
    frequency: float
    voice: float
    around: float
    speaker: float
    unknown: float
    other: float
    again: float


_MANY = Many(score=5.42, share=7.67, length=0.78, sentence=4.73, around=4.80, speaker=0.97, unknown=0.79)
_MANY_BIAS = -13.07
_FEW = Few(
    length=3.42,
    letters=2.82,
    everyday=-2.34,
    frequency=-1.25,
    voice=-0.74,
    around=6.04,
    speaker=1.38,
    unknown=-0.34,
    other=-2.27,
    again=-1.81,
)
_FEW_BIAS = -6.87


def usage(bodies: Bodies, unquoted: Container[str], witnesses: Sequence[Witness]) -> Usage:
    """How the accounts use the content words of `bodies`, and the few words that are a quotation of `found`."""
    counted = Counter(part for body in bodies.values() for word in body for part in spoken(word.key))
    total = sum(counted.values())
    content = {word: n for word, n in counted.items() if is_content(word)}
    return Usage(
        {word: n / len(bodies) for word, n in content.items()},
        {word: math.log(total / n) for word, n in content.items()},
        unquoted,
        _repeated(witnesses),
    )


def _repeated(witnesses: Sequence[Witness]) -> Counter[tuple[str, Keys]]:
    short = {w.keys for w in witnesses if len(w.words) < FEW}
    sizes = set(map(len, short))
    return Counter(
        (w.account, run)
        for w in witnesses
        for run in {w.keys[i : i + size] for size in sizes for i in range(len(w.keys) - size + 1)} & short
    )


def sameness(a: Witness, b: Witness, like: Likeness, known: Usage) -> float:
    """The probability, 0 to 1, that two statements of this likeness are one utterance."""
    if min(len(a.words), len(b.words)) < FEW:
        return _logistic(_FEW_BIAS, _FEW, few(a, b, known))
    return _logistic(_MANY_BIAS, _MANY, many(a, b, like, known))


def many(a: Witness, b: Witness, like: Likeness, known: Usage) -> Many:
    return Many(
        score=like.score,
        share=like.share,
        length=math.log1p(min(len(a.keys), len(b.keys))),
        sentence=float(_share_a_sentence(a, b)),
        around=_overlap(a.around, b.around, known.rarity),
        speaker=_one_speaker(a, b),
        unknown=_unknown(a, b),
    )


def few(a: Witness, b: Witness, known: Usage) -> Few:
    fuller, shorter = (a, b) if len(a.keys) >= len(b.keys) else (b, a)
    content = [word for word in shorter.keys if is_content(word)]
    return Few(
        length=math.log1p(len(shorter.keys)),
        letters=math.log1p(sum(map(len, content))),
        everyday=float(is_everyday(content)),
        frequency=math.log1p(min((known.frequency.get(word, 0.0) for word in content), default=0.0)),
        voice=float(any(word in known.unquoted for word in content)),
        around=_overlap(a.around, b.around, known.rarity),
        speaker=_one_speaker(a, b),
        unknown=_unknown(a, b),
        other=float(not (_one_speaker(a, b) or _unknown(a, b))),
        again=math.log(max(known.repeated.get((fuller.account, shorter.keys), 1), 1)),
    )


def _logistic(bias: float, weights: tuple[float, ...], seen: tuple[float, ...]) -> float:
    return 1 / (1 + math.exp(-bias - math.fsum(w * x for w, x in zip(weights, seen, strict=True))))


def _one_speaker(a: Witness, b: Witness) -> float:
    return float(shared(a.speaker, b.speaker))


def _unknown(a: Witness, b: Witness) -> float:
    return float(not (a.speaker and b.speaker))


def _share_a_sentence(a: Witness, b: Witness) -> bool:
    """Whether a whole sentence of one stands unbroken in the other: each may go on before and after it differently."""
    if not set(a.sentences).isdisjoint(b.sentences):
        return True
    pairs = ((b.line, a.sentences), (a.line, b.sentences))
    return any(sentence in line for line, sentences in pairs for sentence in sentences[:_SENTENCES])


def _overlap(a: frozenset[str], b: frozenset[str], rarity: Mapping[str, float]) -> float:
    """The cosine of two sets of words weighed by their rarity, 0 to 1. Where nothing stands around one of two, nothing
    can be told from it: then what is usual."""
    if not a or not b:
        return _USUAL
    norm = math.sqrt(_sum(a, rarity) * _sum(b, rarity))
    return _sum(a & b, rarity) / norm if norm else 0.0


def _sum(found: Iterable[str], rarity: Mapping[str, float]) -> float:
    return math.fsum(rarity.get(word, 0.0) for word in found)
