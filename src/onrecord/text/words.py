"""Words with their places and comparison keys. The keys are made to be compared, never to be shown."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

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
_CONTRACTIONS = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "gonna": ("going", "to"),
    "wanna": ("want", "to"),
}
_ENDINGS = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am", "'d": "would"}
_TAKES_IS = frozenset("it that he she what there here who where how this".split())
_NUMBERS = {
    word: str(value)
    for value, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
    if value != 1  # "one" is a pronoun more often than a number
}
_WRITTEN_OUT = {
    "one": "1",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "pres": "president",
    "prof": "professor",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "sgt": "sergeant",
    "dept": "department",
    "govt": "government",
    "vs": "versus",
    "ok": "okay",
    "jan": "january",
    "feb": "february",
    "apr": "april",
    "aug": "august",
    "sept": "september",
    "sep": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}
FUNCTION_WORDS = frozenset(
    """a about after all also am an and any are as at be because been before being both but by can could did do does
    doing done even ever for from get go going gonna got had has have having he her here hers him his how i if in into
    is it its just know let like many may me might more most much must my no nor not now of off on one only or other
    our ours out over own put said say says shall she should so some such than that the their them then there these
    they thing things think this those through to too under up upon us very want was way we well were what when where
    which while who whom why will with would yes you your""".split()
)
EVERYDAY_WORDS = frozenset(
    """able absolutely again against always america american americans amazing bad beautiful believe best better big
    certain certainly change clear clearly close common complete completely concern concerned concerns country day deal
    deep deeply different difficult disappointed disappointing done easy end extremely fact fair fake false far final
    fine first free friend full good government great greatest happy hard high honest hope huge idea important issue
    issues job kind last law left little long lot love major matter mistake moment money national necessary need never
    new nice nothing ok okay old open order part people perfect person policy political position possible powerful
    president pretty problem problems proud public question ready real really reason reasonable responsible right sad
    safe security serious seriously significant simple simply situation small sorry special state states step strong
    sure system talk terrible time today together tomorrow top totally tough tremendous true truth try unacceptable
    unfair unfortunate united war weak whole win wonderful work world worse worst wrong year years yes young""".split()
)


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


def stem(word: str) -> str:
    """A key without the commonest English endings, so that demand and demanded are alike. Rough on purpose."""
    word = word.removesuffix("'s")
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
