"""Who is who: the cast, and the names and titles each account uses."""

from onrecord.exports.index import Index
from onrecord.exports.view import Cut, Naming, Person
from onrecord.types import Actor

NAMES = 12  # different names of one actor shown for an account


def cast(index: Index) -> tuple[Person, ...]:
    """The record's cast, the most often named first; where the record joined none, each reading's own actors."""
    own = {a.id: (r.account.id, a) for r in index.record.readings for a in r.cast}
    joined = {m for actor in index.record.cast for m in actor.members}
    actors = [*index.record.cast, *(a for i, (_, a) in own.items() if i not in joined)]
    people = []
    for actor in {a.id: a for a in actors}.values():
        members = [own[m] for m in actor.members if m in own] or [own.get(actor.id, ("", actor))]
        people.append((sum(len(a.mentions) for _, a in members), _person(index, actor, members)))
    return tuple(p for _, p in sorted(people, key=lambda x: -x[0]))


def _person(index: Index, actor: Actor, members: list[tuple[str, Actor]]) -> Person:
    by_account: dict[str, list[Actor]] = {}
    for account, member in members:
        if account in index.sigla:
            by_account.setdefault(account, []).append(member)
    namings = tuple(_naming(index, a, by_account[a]) for a in index.sigla if a in by_account)
    return Person(actor.id, actor.name, actor.kind, namings)


def _naming(index: Index, account: str, actors: list[Actor]) -> Naming:
    names: dict[str, tuple[Cut, int]] = {}
    titles: dict[str, Cut] = {}
    for actor in actors:
        for span in actor.mentions:
            cut = index.cut(span)
            first, count = names.get(cut.text, (cut, 0))
            names[cut.text] = (first, count + 1)
        for span in actor.roles:
            cut = index.cut(span)
            titles.setdefault(cut.text, cut)
    often = sorted(names.values(), key=lambda n: -n[1])
    return Naming(index.sigla[account], tuple(often[:NAMES]), tuple(titles.values()))
