"""The cast of the record: which actors of the accounts are one."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

from onrecord.text import lexicon, title_words
from onrecord.text.keys import digest
from onrecord.text.persons import (
    GENERATIONS,
    first_name_keys,
    gender_of,
    is_one_person,
    is_part_of,
    name_words,
    spelled,
    without_generation,
)
from onrecord.text.words import words
from onrecord.types import Actor, ActorKind, Alias, Reading

# Fewer than the titles that a reading knows (`onrecord.readings.nouns`): that one tells where in a text a name begins,
# with portfolios and modifiers (finance, house, white); this takes off what a name was printed with, and those are
# surnames too.
_TITLES = title_words.WORDS | lexicon.words("roles.roles")
_BEFORE = re.compile(r"\b([A-Z][^\W\d_]+)\.?\s$")
_OWNED = re.compile(r"\b(?:his|her|their|its|my|our)\s(?:own\s)?$|\w[’']s?\s$", re.I)
_OWN = re.compile(r"(?:his|her|their|its|my|our)\s", re.I)
_WHOSE = re.compile(r"\b[\w.-]+[’']s?\s(?=\w)")

Key = tuple[str, ...]


class _Named(NamedTuple):
    account: str
    text: str
    actor: Actor
    name: Key

    @property
    def place(self) -> tuple[str, str]:
        """The account and the actor of its reading, by their ids."""
        return self.account, self.actor.id

    @property
    def unnamed(self) -> bool:
        """Whether the name is a description ("a senior official", "her party"): nothing shows that two accounts mean
        one by it."""
        described = self.actor.name.rpartition(" ")[2][:1].islower()
        return described and (self.actor.kind == "person" or self._is_owned())

    def _is_owned(self) -> bool:
        """Whether the account tells of a body as somebody's, each time that it tells of it: "his party"."""
        return bool(self.actor.mentions) and all(
            _OWN.match(self.text, m.start, m.end) or _OWNED.search(self.text, max(0, m.start - 14), m.start)
            for m in self.actor.mentions
        )

    @property
    def titles(self) -> str:
        """What stands right before its mentions: "Mr", "Queen"."""
        before = (_BEFORE.search(self.text, max(0, m.start - 14), m.start) for m in self.actor.mentions)
        return " ".join(match[1] for match in before if match)

    @property
    def gender(self) -> str | None:
        roles = (_WHOSE.sub("", self.text[role.start : role.end]) for role in self.actor.roles)
        return gender_of(" ".join(_words(self)[:-1]), " ".join((self.titles, *roles)))


def cast(readings: Sequence[Reading]) -> tuple[tuple[Actor, ...], Mapping[tuple[str, str], Actor]]:
    """The actors of the record, and the one of them for each pair of ids (account, actor of its reading).

    Persons are one if their full names can be one person's (see `onrecord.text.persons`) and no third's, or if one is a
    short name that belongs to one person alone; a surname that two bear stays on its own, and so does who is only
    described. Others are one if they share a name that the accounts print; a single name that the model took for a
    person's in one account and for a country's or a body's in more of them is that.
    """
    everybody = [_Named(r.account.id, r.account.text, actor, name_of(actor)) for r in readings for actor in r.cast]
    kinds = _kinds(everybody)
    keys = _keys(everybody, kinds)
    groups: dict[Key, list[_Named]] = defaultdict(list)
    for named in everybody:
        groups[keys[named.place]].append(named)
    joined: list[Actor] = []
    known: dict[tuple[str, str], Actor] = {}
    for key, members in groups.items():
        actor = _joined(key, members, kinds)
        joined.append(actor)
        known |= dict.fromkeys((named.place for named in members), actor)
    return tuple(joined), known


def _keys(everybody: Sequence[_Named], kinds: Mapping[tuple[str, str], ActorKind]) -> dict[tuple[str, str], Key]:
    """For each actor the key of the one of the record."""
    persons: list[_Named] = []
    bodies: list[_Named] = []
    keys: dict[tuple[str, str], Key] = {}
    for named in everybody:
        if named.unnamed:
            keys[named.place] = ("described", named.account, *named.name)
        else:
            (persons if kinds[named.place] == "person" else bodies).append(named)
    return keys | _persons(persons) | _bodies(bodies, kinds)


def name_of(actor: Actor) -> tuple[str, ...]:
    """The keys of an actor's name, of a person's without titles and generation."""
    if actor.kind != "person":
        return _form(actor.name) or (actor.name,)
    keys = [word.key.removesuffix("'s") for word in words(actor.name)]
    while len(keys) > 1 and keys[0] in _TITLES:
        keys.pop(0)
    while len(keys) > 1 and keys[-1] in GENERATIONS:
        keys.pop()
    return tuple(keys) or (actor.name,)


def _kinds(everybody: Sequence[_Named]) -> Mapping[tuple[str, str], ActorKind]:
    """The kind of each actor; of a single name without a role the one that most accounts give it."""
    votes: dict[Key, Counter[ActorKind]] = defaultdict(Counter)
    for named in everybody:
        if _is_open(named):
            votes[named.name][named.actor.kind] += 1
    kinds: dict[tuple[str, str], ActorKind] = {}
    for named in everybody:
        given = votes[named.name] if _is_open(named) else Counter((named.actor.kind,))
        kinds[named.place] = max(sorted(given), key=given.__getitem__)
    return kinds


def _is_open(named: _Named) -> bool:
    """Whether the kind of a name may be mistaken: one word, no title."""
    known = named.actor.kind in ("person", "organisation", "country")
    return known and len(named.name) == 1 and not named.actor.roles and named.actor.name[:1].isupper()


def _persons(persons: Sequence[_Named]) -> dict[tuple[str, str], Key]:
    """For each person the key of the one of the record: the fullest of the names that can be his.

    A man and a woman, as titles, roles and given names tell, are never one.
    """
    words_of = {named.place: _words(named) for named in persons}
    gender = {named.place: named.gender for named in persons}
    genders: dict[Key, set[str]] = defaultdict(set)
    for place, name in words_of.items():
        genders[name].update(filter(None, (gender[place],)))
    bearer = _bearers({words for words in words_of.values() if len(without_generation(words)) > 1}, genders)
    of: dict[Key, set[str]] = defaultdict(set)
    for name, who in bearer.items():
        of[who] |= genders[name]
    by_word: dict[str, list[Key]] = defaultdict(list)
    for name in bearer:
        for word in set(map(spelled, name)):
            by_word[word].append(name)

    @cache
    def key(name: Key, gender: str | None) -> Key:
        if name in bearer:
            mixed = len(of[bearer[name]]) > 1 and gender
            return ("person", *bearer[name], *([mixed] if mixed else []))
        owners = {bearer[other] for other in by_word[spelled(name[-1])] if is_part_of(name, other)}
        return ("person", *_owner(name, gender, genders[name], {who: of[who] for who in owners}))

    return {place: key(name, gender[place]) for place, name in words_of.items()}


def _bearers(full: set[Key], genders: Mapping[Key, set[str]]) -> dict[Key, Key]:
    """For each full name the fullest one of the same person."""
    near: dict[str, dict[Key, None]] = defaultdict(dict)
    bearer: dict[Key, Key] = {}
    names: dict[Key, list[Key]] = {}

    def is_of(name: Key, who: Key) -> bool:
        return all(len(genders[name] | genders[other]) < 2 and is_one_person(name, other) for other in names[who])

    for name in sorted(full, key=lambda w: (-_weight(w), w)):
        close = dict.fromkeys(who for word in _index(name, sought=True) for who in near[word])
        fitting = [*islice((who for who in close if is_of(name, who)), 2)]
        bearer[name] = fitting[0] if len(fitting) == 1 else name
        names.setdefault(bearer[name], []).append(name)
        for word in _index(name, sought=False):
            near[word][bearer[name]] = None
    return bearer


def _owner(name: Key, gender: str | None, genders: set[str], owners: Mapping[Key, set[str]]) -> Key:
    """Whose a short name is: the only full name's that it fits, or a person's of its own. `genders` are those that
    titles give with the short name, `owners` has those of each full name; of whom nothing is told no title fits if both
    are given."""

    def fitting(gender: str) -> list[Key]:
        return [who for who, known in owners.items() if (gender in known if known else len(genders) < 2)]

    if not gender:
        return next(iter(owners)) if len(owners) == 1 and all(map(fitting, genders)) else name
    fit = fitting(gender)
    if not fit and (owners or len(genders) > 1):
        return *name, gender
    return fit[0] if len(fit) == 1 else name


def _words(named: _Named) -> Key:
    """The words of a person's name without titles, as `onrecord.text.persons` compares them."""
    keys = list(name_words(named.actor.name))
    while len(keys) > 1 and keys[0] in _TITLES:
        keys.pop(0)
    return tuple(keys)


def _weight(words: Key) -> int:
    """How full a name is. Within one account (`onrecord.readings.cast.bearers`) "Jr." makes it fuller, for it is
    printed there to tell two apart; of several accounts some print it always and some never."""
    return sum(2 if len(word) > 1 else 1 for word in words)


def _index(words: Key, *, sought: bool) -> set[str]:
    """What a full name is kept under, or sought by: two names that can be one person's meet in one of these."""
    whole = without_generation(words)
    bare = [spelled(word) for word in whole]
    first = {f"{bare[-1]} {key}" for key in first_name_keys(whole[0], sought=sought)}
    return {*first, " ".join(bare[:2]), "".join(bare), "".join(sorted(bare))}


def _bodies(bodies: Sequence[_Named], kinds: Mapping[tuple[str, str], ActorKind]) -> dict[tuple[str, str], Key]:
    """For each actor that is no person the key of the one of the record: of one kind, with a name in common."""
    leader: dict[Key, Key] = {}

    def first(key: Key) -> Key:
        while (above := leader.setdefault(key, key)) != key:
            leader[key] = leader[above]  # the way is made shorter for those who come after
            key = above
        return key

    forms: dict[tuple[str, str], list[Key]] = {}
    for named in bodies:
        keys = forms[named.place] = _forms(named, kinds[named.place])
        for other in keys[1:]:
            a, b = sorted((first(keys[0]), first(other)))
            leader[b] = a
    return {place: first(keys[0]) for place, keys in forms.items()}


def _forms(named: _Named, kind: ActorKind) -> list[Key]:
    """What names a body, first its name; of an organisation with a name also each of its mentions."""
    printed: set[Key] = set()
    if kind == "organisation" and named.actor.name[:1].isupper():
        printed = {_form(named.text[span.start : span.end]) for span in named.actor.mentions}
    return [(kind, *named.name), *sorted((kind, *form) for form in printed if form)]


def _form(printed: str) -> Key:
    """The keys of a name of a body, without its article."""
    keys = tuple(word.key for word in words(printed))
    return keys[1:] if len(keys) > 1 and keys[0] == "the" else keys


def _joined(key: Key, members: Sequence[_Named], kinds: Mapping[tuple[str, str], ActorKind]) -> Actor:
    actors = [one.actor for one in members]
    fullest = max(actors, key=lambda actor: (len(name_of(actor)), len(actor.name), actor.name))
    return Actor(
        id=digest("actor", *key),
        name=fullest.name,
        kind=kinds[members[0].account, members[0].actor.id],
        roles=tuple(dict.fromkeys(span for actor in actors for span in actor.roles)),
        mentions=tuple(dict.fromkeys(span for actor in actors for span in actor.mentions)),
        members=tuple(dict.fromkeys(actor.id for actor in actors)),
        aliases=_aliases(fullest.name, members),
    )


def _aliases(name: str, members: Sequence[_Named]) -> tuple[Alias, ...]:
    """Each other writing once, where it first stands."""
    aliases: dict[str, Alias] = {}
    for named in members:
        for alias in named.actor.aliases:
            aliases.setdefault(named.text[alias.span.start : alias.span.end], alias)
    return tuple(alias for printed, alias in aliases.items() if printed != name)
