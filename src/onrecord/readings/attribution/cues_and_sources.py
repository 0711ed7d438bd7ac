"""Clauses that attribute: the cues of a sentence, each with its source, the noun phrase before or behind it.

A sentence comes with the words of its quotations masked by NUL characters, so that nothing is found in them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.readings.attribution.cues import ACCORDING, CUE, EVIDENTIAL_NOT_SPEECH
from onrecord.readings.nouns import ROLES
from onrecord.text import lexicon, title_words
from onrecord.text.spans import Place

_LONGEST_SUBJECT = 400  # characters, with what stands between it and its cue
_DAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_BOUNDARY = re.compile(
    r"[,;:—–()\[\]]|\s-+\s|\b(?:but|that|while|as|when|because|if|after|before|which|who|although|though|where|so|or"
    r"|whether|since)\b",
    re.IGNORECASE,
)
_ADVERBS = (
    "also|later|then|again|now|once|further|repeatedly|previously|earlier|recently|publicly|privately|simply|merely"
    "|only|just|"
    "has|have|had|is|was|were|are|been|being|would|will|did|does|do|not|never|reportedly|bluntly|flatly|quickly|often"
    "|first|"
    "[a-z]+ly|both|all|(?:on )?" + _DAY
)
_TRAILING = re.compile(r"\s(?:" + _ADVERBS + r")$")
_LONGEST_ADVERB = 30  # characters
_LEADING = re.compile(
    r"^(?:(?:Earlier|Later|Meanwhile|But|And|Yet|Still|Then|Instead|However|Afterwards?|Separately|Sometimes|Now|In "
    r"response)\s+|"
    r"(?:On|In|By|At|Last|Late|Early|Until|Since)\s(?:[\w.]+\s){0,2}?"
    + _DAY
    + r"\s(?:morning\s|afternoon\s|evening\s|night\s)?)"
)
_NOUN_PHRASE = re.compile(
    r"^(?:(?:he|she|it|they|we|i|who|both|many|some|several|one|two|three|four|another|no|most|all|neither|either"
    r"|others)\b|"
    r"(?:the|a|an|its|his|her|their|this|that|these|those)\s|[^\W\d_a-z]|(?:[a-z-]+\s){1,3}[^\W\d_a-z]"
    r"|[a-z-]+(?:\s[a-z-]+){0,3}s$)"
)
_ADVERBIAL_START = re.compile(
    r"^(?:In|On|At|During|After|Before|By|With|For|From|Since|As|While|When|If|Regarding|Asked|Speaking|Earlier"
    r"|Later)\b"
)
_AFFILIATION = re.compile(r"\([^()]{1,40}\)$")  # "Sen. Ana Orrin (D-Va.) said"
_LINKING = re.compile(r"^\s*(?:and|but|while|as|that|because|after)\s")
# what stands behind a name between commas: "the mayor", "who had waited", "asked by a reporter", "58"
_APPOSITION = re.compile(
    r"(?:(?:who|whose|which|where|when)\b|\d+$|(?:the|an?|its|his|her|their)\s[^,]*(?<=[^\W\d_A-Z])$|[a-z]+(?:ed"
    r"|ing)\b|"
    r"(?:[DRI]|Lab|Con|Lib)-[A-Z]|(?:Democrat|Republican|Independent|Conservative|Liberal)\sof\s|not\b|also\b|now\b"
    r"|then\b|however\b|too$)"
)
_AND = re.compile(r"\b(?:and|but)\s(?:then\s|also\s)?$")  # "she thanked them and added"
_PLACING = re.compile(
    r"^(?:In|On|At|By|To|For|With)\s(?:[\w.’'-]+\s){1,4}?"
    rf"(?=(?:the|he|she|they|it|(?:{title_words.ANY_CAPITALISED})\.)\s|(?:he|she|they"
    r"|it)$)"
)
_NO_SUBJECT = re.compile(  # a finite verb in it, a day, or a month that is no name
    r"^"
    + _DAY
    + r"\b|^(?:January|February|July|September|October|November|December)(?:\s\d{4})?$|\s(?:is|was|were|are|has|had"
    r"|have|began|did|does|will|would|could|can|should|might|may|must|came|went|made|took|gave|got|met|"
    r"said|told|[a-z]{3,}(?:ised|ized|ated|ested|ented|erted|ained|ished|ounced|anded|used|iled|ered|ened))\s"
)
_STOP_OF_TITLE = "|".join(
    rf"(?<=\s(?:{lexicon.any_of(group)}))\."
    for length in sorted({*map(len, title_words.CAPITALISED)})
    if (group := [title for title in title_words.CAPITALISED if len(title) == length])
)
_AFTER_CUE = re.compile(
    rf"\s{{1,3}}((?:(?:{title_words.ANY_CAPITALISED})\.\s)?(?:the|a|an|his|her|its|their|one"
    r"|[^\W\d_a-z][\w’'-]*|he|she|they)\b"
    rf"(?:[^,.;:()\"“”«»„]|(?<=\s[A-Z])\.|{_STOP_OF_TITLE}|(?<=U)\.|(?<=U\.[SN])\.)*?)"
    r"(?=\s(?:in|on|at|after|before|during|when|while|who|whose|as|to|by|through|following|that|and|but|last|this"
    r"|late|early|about|of\swhat)\b|[,.;:()\"“”«»„]|$)"
)


class Clause(NamedTuple):
    """A cue with its source, if one was found; `inverted` where the source follows the cue."""

    cue: Place
    word: str
    source: Place | None
    inverted: bool

    @property
    def start(self) -> int:
        """Where the first of cue and source begins."""
        return min(self.cue[0], self.source[0]) if self.source else self.cue[0]

    @property
    def end(self) -> int:
        """Where the last of cue and source ends."""
        return max(self.cue[1], self.source[1]) if self.source else self.cue[1]


def find_clauses(masked: str, offset: int) -> Iterator[Clause]:
    """The cues of one sentence that have a source, or none to be had ("citing")."""
    former = None
    for match in CUE.finditer(masked):
        if "\x00" in match[0] or EVIDENTIAL_NOT_SPEECH.match(masked, match.start()):
            continue
        source, inverted = _source(masked, match, former)
        if source:
            former = source
            place = (offset + source[0], offset + source[1])
            yield Clause((offset + match.start(), offset + match.end()), match[0].casefold(), place, inverted)


def _source(masked: str, cue: re.Match[str], former: Place | None) -> tuple[Place | None, bool]:
    """The source of a cue, and whether it stands behind it; `former`: of the cue before it in the sentence."""
    word = cue[0].casefold()
    if word == ACCORDING:
        return _behind(masked, cue.end()), True
    if word.endswith("ing") and masked[: cue.start()].rstrip().endswith(","):
        return _subject(masked), False
    if before := _before(masked, cue.start()):
        return before, False
    inverted = _stands_behind_content(masked, cue.start())
    source = _behind(masked, cue.end()) if inverted else None
    taken_up = source is None and _AND.search(masked, max(0, cue.start() - 8), cue.start())
    return (former if taken_up else source), inverted


def _stands_behind_content(masked: str, at: int) -> bool:
    return masked[:at].rstrip()[-1:] in tuple(",\"”’'»“")


def _before(masked: str, at: int) -> Place | None:
    """The noun phrase that ends before `at`: the subject of the cue there."""
    nearest = max(0, at - _LONGEST_SUBJECT)
    floor = max(nearest, *(masked.rfind(mark, nearest, at) + 1 for mark in '"“”»«„\x00'))
    stretch = masked[floor:at].rstrip()
    while adverb := _TRAILING.search(stretch, max(0, len(stretch) - _LONGEST_ADVERB)):
        stretch = stretch[: adverb.start()].rstrip()
    stretch = _AFFILIATION.sub("", stretch).rstrip()
    if stretch.rstrip().endswith((",", "—", "–")):
        return _before_apposition(stretch.rstrip()[:-1], floor)
    cut = max((m.end() for m in _BOUNDARY.finditer(stretch)), default=0)
    return _phrase(stretch, cut, floor)


def _before_apposition(stretch: str, floor: int) -> Place | None:
    """ "Kim, asked if he was ready, said": the part before the commas that can be a subject, the nearest first."""
    parts = [(m.start(), m.end()) for m in re.finditer(r"[^,—–]+", stretch)]
    for start, end in reversed(parts):
        words = _LINKING.sub("", stretch[start:end]).strip()
        if words and not _APPOSITION.match(words) and not _ADVERBIAL_START.match(words):
            phrase = _phrase(
                stretch[:end],
                end - len(stretch[start:end].lstrip()) + (len(stretch[start:end].lstrip()) - len(words)),
                floor,
            )
            if phrase:
                return phrase
    return None


def _phrase(stretch: str, cut: int, floor: int) -> Place | None:
    """The noun phrase that fills `stretch[cut:]`, less the adverbs before it."""
    piece = stretch[cut:]
    start = cut + len(piece) - len(piece.lstrip())
    while leading := _LEADING.match(stretch[start:]):
        start += leading.end()
    while adverbial := _PLACING.match(stretch[start:]):
        start += adverbial.end()
    phrase = stretch[start:].rstrip()
    if " and " in phrase and (match := re.search(r"\b[a-z]\w*\sand\s", phrase)) and not phrase[0].isupper():
        start += match.end()
        phrase = stretch[start:].rstrip()
    if not phrase or len(phrase.split()) > 14 or not _NOUN_PHRASE.match(phrase) or _NO_SUBJECT.search(phrase):
        return None
    return floor + start, floor + start + len(phrase)


def _behind(masked: str, at: int) -> Place | None:
    match = _AFTER_CUE.match(masked, at)
    return match.span(1) if match and match[1].strip() else None


_PRONOUN = r"[Hh]e|[Ss]he|[Tt]hey|[Ii]t"
_CAPITALISED = r"[^\W\d_a-z][\w.’'-]*"
_OF_A_PEOPLE = (
    r"[Tt]he\s[A-Z]\w+(?:an|ian|ese|ish|i|ench)\s(?!(?:said|has|had|was|is|will)\b)[a-z]+"  # "the Tovrian parliament"
)
_ROLE = r"(?:[a-z]+\s)?(?:" + "|".join(sorted(ROLES)) + r")\s"
_NAME = rf"(?:[Tt]he\s|[Aa]n?\s)?(?:{_CAPITALISED}\s){{0,3}}(?:{_ROLE})?{_CAPITALISED}(?:\s{_CAPITALISED}){{0,4}}"
_COMMON_NOUN = r"(?:[Tt]he\s|[Aa]n?\s)?(?<=\s)(?:[a-z]+\s)?[a-z]+"
_SUBJECT = re.compile(rf"({_PRONOUN}|{_OF_A_PEOPLE}|{_NAME}|{_COMMON_NOUN})(?=\s|,)")
_OPENING_ADVERBIAL = re.compile(
    r"(?:In|On|At|During|After|Before|By|With|Since|Earlier|Later)\s(?:[^,]{1,40},\s|(?:[A-Z]\w+|\d+)\s(?=the\s))"
)


def _subject(masked: str) -> Place | None:
    """The noun phrase that opens the sentence, behind an adverbial: the source of a cue in -ing."""
    opening = _OPENING_ADVERBIAL.match(masked)
    match = _SUBJECT.match(masked, opening.end() if opening else 0)
    return match.span(1) if match else None
