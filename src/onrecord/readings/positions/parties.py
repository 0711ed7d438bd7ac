"""Who can bargain without a name: "the pilots", "small island states", "the opposition"."""

from onrecord.readings.nouns import PARTISANS, singular
from onrecord.text import lexicon
from onrecord.types import ActorKind

_PEOPLE = lexicon.words("parties.sides")
_BODIES = lexicon.words("parties.sides_of_many")
_NO_PARTY = lexicon.words("clause_words.no_side")


def party_kind(head: str) -> ActorKind | None:
    """What a noun phrase is of, by the words up to its head: "group" of many, "organisation" of a body; None of no
    party."""
    words = head.casefold().replace("’", "'").split()
    if not words or words[0] in _NO_PARTY:
        return None
    last = words[-1]
    single = last[:-3] + "man" if last.endswith("men") else singular(last)
    if single != last and single in _PEOPLE | PARTISANS:
        return "group"
    return "organisation" if last in _BODIES else None
