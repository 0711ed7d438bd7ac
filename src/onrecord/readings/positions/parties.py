"""Who can bargain without a name: "the pilots", "small island states", "the opposition"."""

from onrecord.readings.nouns import PARTISANS, singular
from onrecord.types import ActorKind

_PEOPLE = frozenset(
    "hardliner hard-liner critic opponent supporter ally foe skeptic sceptic advocate activist campaigner donor "
    "voter resident worker family "
    "survivor victim protester demonstrator striker captor gunman kidnapper hijacker rebel insurgent militant "
    "separatist trucker pilot docker "
    "miner nurse teacher doctor cleaner driver steelworker autoworker firefighter postman tenant landlord regulator "
    "shareholder investor "
    "creditor lender bondholder bidder suitor buyer seller supplier grower farmer fisherman settler islander "
    "villager townsman neighbour neighbor "
    "power nation country state government region province bloc faction militia tribe clan union guild company firm "
    "employer operator owner "
    "studio network league club team band crew unit force household progressive moderate negotiator mediator "
    "delegate envoy minister "
    "lawmaker senator deputy councillor mayor governor captive hostage-taker athlete player actor writer musician "
    "student prisoner detainee inmate".split()
)
_BODIES = frozenset(
    "opposition army military navy police junta leadership management board council cabinet parliament coalition "
    "bloc alliance guild league "
    "union federation company firm group club studio network airline carrier bank insurer lender retailer carmaker "
    "buyer bidder suitor "
    "consortium faction militia resistance delegation mission side camp government administration regime commission "
    "ministry agency "
    "authority city town county province state island kingdom republic tribe crew team family workforce".split()
)
_NO_PARTY = frozenset("other others those these such no one".split())


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
