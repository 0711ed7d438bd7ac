"""Who speaks in a document: "the statement read", "a response from the ministry", "the letter goes on"."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.readings.attribution.documents import DOCUMENTS, FINDINGS, NOUN
from onrecord.readings.cast.actors import ARTICLE, Cast

_SHEET = re.compile(
    r"(?:an?\s|(?:the\s|an?\s)?(?:white|position|working|policy|joint|common|signed|discussion)\s)paper\b",
    re.IGNORECASE,
)
"""What two parties sign; "the paper" is a newspaper."""
_ISSUED = re.compile(
    r"\b(?:released|issued|put out|published|sent|signed|read out|made|tweeted|wrote|posted|filed|aired|running|ran"
    r"|approved|adopted|passed|"
    r"delivered|drafted|with)\b"
)
_SENT = re.compile(r"\s(?:wrote|sent|released|issued|posted|published)\b")
_PRINTED_BY = re.compile(rf"\s{NOUN}\b")
_FROM = re.compile(
    rf"(?:\sfrom|\b(?:{NOUN}|released|issued|sent|signed|written|posted|published|put out)\s(?:of"
    rf"|by))\s(?:the\s)?(?:[A-Z][\w.]*\s){{0,4}}$"
)
_SENDER = re.compile(rf"\b(?:text|{NOUN})\s(?:from|by|of)\s(?:[\w.’'-]+,?\s){{0,5}}$")
_OWNS = re.compile(r"[’'](?:s\b|\s)")
_FEED = re.compile(r"(?:[’']s|(?<=s)[’'])\s(?:[\w-]{1,20}\s){0,3}(?:account|feed|profile)$")
_UP_TO_NOUN = re.compile(r"(?:[’']s?)?\s(?:[\w-]+\s){0,2}")
_OFFICE = re.compile(r"[’']s\s(?:office|campaign|lawyers|staff|team|company|family)\b")
_CAMPAIGN = re.compile(r"\s(?:campaign|administration|team|camp|foundation|family)\b")
_THEIR_OWN = re.compile(
    r"\b(?:its|their|his|her)\s(?:own\s)?(?:[\w-]+\s){0,3}$"
)  # "the college listed it in its yearly report"
_OBJECT = re.compile(  # the document is what the verb is of: "the council adopted a resolution"
    r"\b(?:released|issued|put out|published|sent|signed|made|wrote|posted|filed|aired|approved|adopted|passed"
    r"|delivered|drafted)"
    r"(?:\s[a-z]+){1,4}\s$"
)
_BY = re.compile(r"\s(?:by|from)\s")
_BACK = 3000  # characters that a document may have been spoken of before
_TIMES = 4  # how often a document may have been spoken of since its issuer was


def is_document(head: str) -> bool:
    """Whether a source is a document by one of its first words ("written statement", "letter"), or somebody's
    account."""
    if _FEED.search(head):
        return True
    words = ARTICLE.sub("", head)
    if words == head:  # "Post reporters" is a name behind an article only
        words = head[:1].casefold() + head[1:]
    first = words.split()[:3]
    return bool(first) and (words.split()[-1] in DOCUMENTS | FINDINGS or not DOCUMENTS.isdisjoint(first))


def is_sheet(head: str) -> bool:
    """Whether a source is a paper that is signed or handed over, not one that is printed daily."""
    return _SHEET.match(head) is not None


def by_whom(text: str, head: int, end: int) -> int | None:
    """Where the issuer begins that stands behind the head of a document's name: "a leaflet handed out | by the
    council"."""
    found = _BY.match(text, head, end)
    return found.end() if found else None


def sent_by(text: str, start: int, at: int) -> bool:
    """Whether the name at `at` is given for the sender of a document: "a text from her husband, Bob Hale, that
    said"."""
    return _SENDER.search(text, max(start, at - 60), at) is not None


def issuer(
    cast: Cast, spoken: Sequence[tuple[int, str]], sentences: Sequence[int], place: tuple[int, int], head: str
) -> str | None:
    """The key of the actor whose document stands at `place`: its owner or sender as it is printed there; else, from the
    sentences before that have the word, the last one back, its owner, who spoke there, or who issued it. `sentences`
    are their starts."""
    start, end = place
    if key := _printed(cast, start, end):
        return key
    noun = head.rsplit(maxsplit=1)[-1].rstrip("s")
    spoken_of = re.compile(rf"\b{re.escape(noun)}s?\b", re.IGNORECASE).finditer(cast.text, max(0, start - _BACK), start)
    for word in reversed(list(spoken_of)[-_TIMES:]):
        number = bisect_right(sentences, word.start())
        first = sentences[number - 1] if number else 0
        last = min([start, *sentences[number : number + 1]])
        speaker = None if noun in FINDINGS else _who_spoke(spoken, first, last)
        if key := _issuer_there(cast, (first, last), word.span(), speaker):
            return key
    return None


def _issuer_there(cast: Cast, sentence: tuple[int, int], word: tuple[int, int], speaker: str | None) -> str | None:
    """Whose the document is that a word in a sentence tells of; `speaker`: who spoke there."""
    first, last = sentence
    if key := _beside(cast, first, *word, last):
        return key
    if _THEIR_OWN.search(cast.text, first, word[0]) and (key := _first_named(cast, first, word[0])):
        return key
    if _OBJECT.search(cast.text, first, word[0]) and (key := _who_issued(cast, first, word[0])):
        return key
    return speaker or _who_issued(cast, first, word[0])


def _printed(cast: Cast, start: int, end: int) -> str | None:
    """ "Hale’s letter", "a response from the ministry", "the statement by Ana Hale", "an I.A.E.A. statement". An office
    is a body of its own: "a statement from Hale’s office"."""
    for at, key in cast.between(start, end):
        last = cast.ends[at]
        behind, sender = cast.text[last : last + 40], _FROM.search(cast.text, max(start, at - 60), at)
        if sender and (office := _OFFICE.match(behind)):
            return cast.describe(at, last + office.end())
        named = not key.startswith("person") and _PRINTED_BY.match(behind)
        if sender or named or _OWNS.match(behind) or _SENT.match(behind):
            return key
    return None


def _beside(cast: Cast, start: int, first: int, last: int, end: int) -> str | None:
    """The owner or sender printed right before or behind the word from `first` to `last`, in a sentence from `start` to
    `end`."""
    before = cast.between(start, first)[-1:]
    if before and _UP_TO_NOUN.fullmatch(cast.text, cast.ends[before[0][0]], first):
        return _printed(cast, before[0][0], last)
    behind = cast.between(last, min(end, last + 20))[:1]
    sent = behind and _FROM.search(cast.text, first, behind[0][0])
    return _printed(cast, first, behind[0][0] + 1) if sent else None


def _who_spoke(spoken: Sequence[tuple[int, str]], start: int, end: int) -> str | None:
    """ "In a letter to the council, the teachers said ... The letter goes on": whoever spoke in the sentence."""
    return next((key for place, key in reversed(spoken) if start <= place < end), None)


def _first_named(cast: Cast, start: int, end: int) -> str | None:
    return next((key for _, key in cast.between(start, end)), None)


def _who_issued(cast: Cast, start: int, at: int) -> str | None:
    """ "The ministry released a statement": the actor named first in the sentence, before the verb whose object the
    document is."""
    issued = _ISSUED.search(cast.text, max(start, at - 60), at)
    named = cast.between(start, issued.start()) if issued else []
    if named and (office := _CAMPAIGN.match(cast.text, cast.ends[named[0][0]])):
        return cast.describe(named[0][0], office.end())
    return named[0][1] if named else None
