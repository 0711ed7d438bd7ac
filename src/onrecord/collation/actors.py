"""The cast of the record: which actors of the accounts are one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.text.keys import digest
from onrecord.text.words import words
from onrecord.types import Actor, Reading

_TITLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady madam president vice minister prime premier chancellor senator
    sen rep representative congressman congresswoman governor gov mayor secretary ambassador general gen colonel col
    captain capt lieutenant lt sergeant sgt major judge justice king queen prince princess chairman chairwoman chair
    leader speaker director deputy former foreign state pope father rev reverend supreme comrade""".split()
)
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))


class _Named(NamedTuple):
    account: str
    actor: Actor
    name: tuple[str, ...]


def cast(readings: Sequence[Reading]) -> tuple[tuple[Actor, ...], Mapping[tuple[str, str], Actor]]:
    """The actors of the record, and the one of them for each pair of ids (account, actor of its reading).

    Persons are one if they have the same full name without titles, or if one is a surname that belongs to one full
    name alone; a surname that two full names share stays on its own. All others are one by the same name.
    """
    named = [_Named(r.account.id, actor, name_of(actor)) for r in readings for actor in r.cast]
    groups: dict[tuple[str, ...], list[_Named]] = defaultdict(list)
    bearers = _bearers([one.name for one in named if one.actor.kind == "person"])
    for one in named:
        groups[_group(one, bearers)].append(one)
    joined: list[Actor] = []
    known: dict[tuple[str, str], Actor] = {}
    for key, members in groups.items():
        actor = _joined(key, [one.actor for one in members])
        joined.append(actor)
        known.update({(one.account, one.actor.id): actor for one in members})
    return tuple(joined), known


def name_of(actor: Actor) -> tuple[str, ...]:
    """The keys of an actor's name, of a person's without titles and generation."""
    found = [word.key for word in words(actor.name)]
    if actor.kind == "person":
        found = [key.removesuffix("'s") for key in found]
        while len(found) > 1 and found[0] in _TITLES:
            found.pop(0)
        while len(found) > 1 and found[-1] in _GENERATIONS:
            found.pop()
    elif len(found) > 1 and found[0] == "the":
        found.pop(0)
    return tuple(found) or (actor.name,)


def _bearers(names: Sequence[tuple[str, ...]]) -> Mapping[tuple[str, ...], set[tuple[str, ...]]]:
    """For each single name: the full names that begin or end with it."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for name in names:
        if len(name) > 1:
            short = _without_middle(name)
            found[name[-1:]].add(short)
            found[name[:1]].add(short)
    return found


def _without_middle(name: tuple[str, ...]) -> tuple[str, ...]:
    """The name without single letters between its first and its last word: initials are printed or not."""
    return (name[0], *(word for word in name[1:-1] if len(word) > 1), name[-1])


def _group(one: _Named, bearers: Mapping[tuple[str, ...], set[tuple[str, ...]]]) -> tuple[str, ...]:
    if one.actor.kind != "person":
        return (one.actor.kind, *one.name)
    if len(one.name) > 1:
        return ("person", *_without_middle(one.name))
    full = bearers.get(one.name, set())
    return ("person", *next(iter(full))) if len(full) == 1 else ("person", *one.name)


def _joined(key: tuple[str, ...], actors: Sequence[Actor]) -> Actor:
    fullest = max(actors, key=lambda actor: (len(name_of(actor)), len(actor.name), actor.name))
    return Actor(
        id=digest("actor", *key),
        name=fullest.name,
        kind=fullest.kind,
        roles=tuple(dict.fromkeys(span for actor in actors for span in actor.roles)),
        mentions=tuple(dict.fromkeys(span for actor in actors for span in actor.mentions)),
        members=tuple(dict.fromkeys(actor.id for actor in actors)),
    )
