"""Who is who: the cast, and the names and titles each account uses."""

from collections.abc import Iterable, Mapping
from typing import Literal

from onrecord.exports.index import Index
from onrecord.exports.view import Cut, Naming, Person
from onrecord.text import lexicon
from onrecord.text.letters import folded
from onrecord.types import Actor

NAMES = 12  # different names of one actor shown for an account
RANKS = ("titled", "person", "country", "organisation", "group", "unnamed")
Rank = Literal["titled", "person", "country", "organisation", "group", "unnamed"]

# Words that may begin a description as well as a name, and those that may begin a name in lower case.
_DETERMINERS = lexicon.words("clause_words.before_a_group")
_PARTICLES = lexicon.words("given_names.particles_of_surnames")


def cast(index: Index) -> tuple[Person, ...]:
    """The record's cast: persons with a title or role, other persons, countries, organisations, groups, and last
    whoever is described and not named; of each the most often named first. Where the record joined none, each reading's
    own actors."""
    in_readings = {actor.id: (r.account.id, actor) for r in index.record.readings for actor in r.cast}
    people = []
    for actor in _everybody(index.record.cast, (actor for _, actor in in_readings.values())).values():
        members = _members(actor, in_readings)
        people.append((sum(len(member.mentions) for _, member in members), _person(index, actor, members)))
    ranked = sorted(people, key=lambda counted: (RANKS.index(counted[1].rank), -counted[0]))
    return tuple(person for _, person in ranked)


def _everybody(joint: Iterable[Actor], single: Iterable[Actor]) -> dict[str, Actor]:
    """The actors of the record, and those of the readings that none of them joins."""
    everybody = {actor.id: actor for actor in joint}
    joined = {member for actor in everybody.values() for member in actor.members}
    return everybody | {actor.id: actor for actor in single if actor.id not in joined}


def _members(actor: Actor, in_readings: Mapping[str, tuple[str, Actor]]) -> list[tuple[str, Actor]]:
    """The actors of the readings that an actor of the record joins, each with its account."""
    members = [in_readings[member] for member in actor.members if member in in_readings]
    return members or [in_readings.get(actor.id, ("", actor))]


def _person(index: Index, actor: Actor, members: list[tuple[str, Actor]]) -> Person:
    by_account: dict[str, list[Actor]] = {}
    for account, member in members:
        if account in index.sigla:
            by_account.setdefault(account, []).append(member)
    namings = tuple(_naming(index, a, by_account[a]) for a in index.sigla if a in by_account)
    rank = _rank(actor, any(n.titles for n in namings))
    return Person(actor.id, actor.name, actor.kind, rank, namings, index.looks_like(actor.id))


def _rank(actor: Actor, titled: bool) -> Rank:
    if described(actor):
        return "unnamed"
    return "titled" if titled and actor.kind == "person" else actor.kind


def described(actor: Actor) -> bool:
    """Whether `actor` has no name of its own: "a senior official", "both sides", "Belgian minister", or a pronoun."""
    last = actor.name.split()[-1:]
    return not _named(actor.name) or (actor.kind == "person" and bool(last) and last[0][:1].islower())


def _named(name: str) -> bool:
    words = name.split()
    while len(words) > 1 and words[0].casefold() in _DETERMINERS | _PARTICLES:
        words = words[1:]
    if not words or len(name) < 2 or words[0].casefold() in _DETERMINERS:
        return False
    return not words[0][:1].islower()


def _naming(index: Index, account: str, actors: list[Actor]) -> Naming:
    names: dict[str, tuple[Cut, int]] = {}
    titles: dict[str, Cut] = {}
    for actor in actors:
        for span in actor.mentions:
            cut = index.cut(span)
            first, count = names.get(printed := folded(cut.text), (cut, 0))
            names[printed] = (first, count + 1)
        for span in actor.roles:
            cut = index.cut(span)
            titles.setdefault(folded(cut.text), cut)
    often = sorted(names.values(), key=lambda n: -n[1])
    return Naming(index.sigla[account], tuple(often[:NAMES]), tuple(titles.values()))
