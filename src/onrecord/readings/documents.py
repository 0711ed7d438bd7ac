"""Who speaks in a document: "the statement read", "a response from the ministry", "the letter goes on"."""

import re
from collections.abc import Sequence

from onrecord.readings.cast import Cast

_DOCUMENTS = frozenset(
    "statement statements communique communiqué letter letters declaration message note text release tweet tweets readout post response "
    "reply email e-mail memo filing lawsuit complaint brief petition resolution op-ed announcement ad advertisement video caption "
    "transcript invitation".split()
)
_ISSUED = re.compile(
    r"\b(?:released|issued|put out|published|sent|signed|read out|made|tweeted|wrote|posted|filed|aired|running|ran|with)\b|\bin an?\b|\bfrom\b"
)
_FROM = re.compile(r"\s(?:from|by|of)\s(?:the\s)?$")
_SENT = re.compile(r"\s(?:wrote|sent|released|issued|posted|published)\b")
_BACK = 700  # characters that a document may have been spoken of before


def is_document(head: str) -> bool:
    """Whether a source is a document by one of its first words: "written statement", "letter"."""
    words = head.casefold().split()
    return bool(words) and (words[-1] in _DOCUMENTS or not _DOCUMENTS.isdisjoint(words[:3]))


def issuer(cast: Cast, spoken: Sequence[tuple[int, str]], start: int, end: int, head: str) -> str | None:
    """The key of the actor whose document stands from `start` to `end`: its owner or sender as it is printed there; else who spoke
    in the last sentence that has the word; else the actor named before "released", "in a" and the like."""
    return _printed(cast, start, end) or _who_spoke(cast, spoken, start, head) or _who_issued(cast, start)


def _printed(cast: Cast, start: int, end: int) -> str | None:
    """ "Hale’s letter", "a response from the ministry", "the statement by Ana Hale"."""
    for at, key in cast.between(start, end):
        behind = cast.text[cast.ends[at] : cast.ends[at] + 12]
        if behind.startswith(("’s", "'s")) or _SENT.match(behind) or _FROM.search(cast.text, max(start, at - 12), at):
            return key
    return None


def _who_spoke(cast: Cast, spoken: Sequence[tuple[int, str]], start: int, head: str) -> str | None:
    """ "In a letter to the council, the teachers said ... The letter goes on": whoever spoke beside the word before."""
    noun = head.rsplit(maxsplit=1)[-1].rstrip("s")
    before = [
        m.start() for m in re.finditer(rf"\b{re.escape(noun)}", cast.text[max(0, start - _BACK) : start], re.IGNORECASE)
    ]
    if not before:
        return None
    at = max(0, start - _BACK) + before[-1]
    near = [(abs(place - at), key) for place, key in spoken[-8:] if -160 < place - at < 240 and place < start]
    return min(near)[1] if near else None


def _who_issued(cast: Cast, start: int) -> str | None:
    back = max(0, start - _BACK)
    for issued in reversed(list(_ISSUED.finditer(cast.text, back, start))):
        named = cast.between(issued.start() - 160, issued.start())
        if named:
            return named[-1][1]
    return None
