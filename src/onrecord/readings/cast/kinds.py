"""What a name or a description is of, told by its own words: a person, a body, a country, a group, a place or no actor
at all."""

import re
from typing import Literal

from onrecord.readings.nouns import (
    BODIES,
    CALLINGS,
    COMMON,
    GEOGRAPHIC,
    GIANTS,
    HEADS,
    HUMANS,
    KNOWN_BODIES,
    KNOWN_PLACES,
    NO_ACTOR_ACRONYMS,
    NO_ACTORS,
    ORGANISATIONAL,
    PARTISANS,
    ROLES,
    THINGS,
    singular,
)
from onrecord.text import lexicon
from onrecord.text.given import EITHER, MEN, WOMEN
from onrecord.text.places import CAPITALS, COUNTRIES, PEOPLES, REGIONS
from onrecord.types import ActorKind

Kind = ActorKind | Literal["place", "thing"]
"""Of a name; a place or a thing (a law, an event, a day) is no actor."""

_GIVEN = MEN | WOMEN | EITHER
_OCCUPATION = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|eer|ant|ee|crat)$")
_AFFILIATION = re.compile(r"(?:[DRI]|Lab|Con|Lib)-[A-Z]")  # "R-Ohio"
_PARTY_MEMBERS = lexicon.words("parties.members")
_EVENTS = lexicon.words("places.first_words_of_events")
_MANY = re.compile(
    r"^(?:each|both|two|three|four|five|several|many|some|most|all|various|numerous|other|these|those)\b"
)
_COUNTRY_NAMES = COUNTRIES.keys() | CAPITALS.keys()
_PLACE_NAMES = REGIONS.keys() | KNOWN_PLACES
_OF_BODIES = ORGANISATIONAL | BODIES
_OF_PERSONS = ROLES | HUMANS | CALLINGS | _PARTY_MEMBERS


def known_kind(name: str) -> Kind | None:
    """What the words of a name tell of its bearer, if they do."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if bare in KNOWN_BODIES:
        return "organisation"
    if bare in _COUNTRY_NAMES or is_people(bare):
        return "country"
    if bare in _PLACE_NAMES:
        return "place"
    if " & " in bare:
        return "organisation"
    parts = bare.casefold().split()
    if bare in NO_ACTOR_ACRONYMS or not parts or "".join(parts).replace(".", "").isdigit():
        return "thing"
    return "organisation" if _is_acronym(bare) else _by_head(parts)


def _is_acronym(name: str) -> bool:
    return name.isupper() and name.isalpha() and 3 <= len(name) <= 6


def _by_head(parts: list[str]) -> Kind | None:
    """By the word that carries the sense: the first before "of", else the last."""
    glue = next((at for at, part in enumerate(parts) if part in ("of", "for", "on") and at), len(parts))
    telling = {parts[glue - 1], parts[-1]}
    if parts[0] in _EVENTS:
        return "organisation" if parts[glue - 1] in ORGANISATIONAL else "thing"
    if telling & NO_ACTORS:
        return "thing"
    if telling & ORGANISATIONAL:
        return "organisation"
    return "group" if _is_of_many(parts) else _by_last(parts)


def _is_of_many(parts: list[str]) -> bool:
    """ "Harbour Pilots", "Republicans"."""
    last, single = parts[-1], singular(parts[-1])
    if len(parts) == 1:
        return last.endswith("s") and single in PARTISANS
    return single != last and single in PARTISANS | HUMANS | ROLES


def _by_last(parts: list[str]) -> Kind | None:
    if parts[-1] in PARTISANS:
        return "thing"  # "Democrat" and "Republican" tell of a person what party he is of
    return "place" if any(part in GEOGRAPHIC for part in parts) else None


def is_people(name: str) -> bool:
    """Whether a name is that of a people, in one or several of its members: "Russian", "the Russians"."""
    return name in PEOPLES or (name.endswith("s") and name[:-1] in PEOPLES)


def described_kind(description: str) -> ActorKind | None:
    """What a description is of, by its last word: "the energy ministry" an organisation, "diplomats" a group.

    A bare name that nothing else tells of is a body.
    """
    words = description.casefold().replace("’", "'").split()
    if not words or (COMMON.issuperset(words) and singular(words[-1]) not in ROLES | HUMANS):
        return None
    if all(word[0].isupper() for word in description.split()) and COMMON.isdisjoint(words):
        return _of_bare_name(description, words)
    return _of_noun(words[-1].strip(".,'\""), counted=_MANY.match(" ".join(words)) is not None)


def _of_noun(head: str, *, counted: bool) -> ActorKind | None:
    """What a noun is of; `counted`: with "several" or the like before it."""
    single = singular(head)
    if single in GIANTS:
        return "organisation" if head == single else "group"
    if head in _OF_BODIES:
        return "group" if counted else "organisation"
    if single in _OF_BODIES:
        return "group"
    if head in THINGS or not ({head, single} & _OF_PERSONS or _OCCUPATION.search(single)):
        return None
    return "group" if counted or head != single else "person"


def _of_bare_name(description: str, words: list[str]) -> ActorKind | None:
    if (
        len(words) > 1
        and description.isupper()
        and words[0].rstrip(".") in HEADS | _GIVEN
        and words[-1] not in ORGANISATIONAL
    ):
        return "person"  # the label of a turn: "MS. VELD"
    if singular(words[-1]) in ROLES | HUMANS:
        return "person" if words[-1] == singular(words[-1]) else "group"
    kind = known_kind(description)
    if kind == "thing" or _AFFILIATION.match(description):
        return None
    return kind if kind in ("person", "group") else "organisation"
