"""The cast of an account: one actor for each person, organisation, country and group that it names."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.readings.given import MEN, WOMEN
from onrecord.readings.model import Name
from onrecord.readings.names import Mention, described_kind, find_mentions
from onrecord.readings.places import CAPITALS, COUNTRIES
from onrecord.text.keys import digest
from onrecord.types import Account, Actor, ActorKind, Span

Place = tuple[int, int]

ARTICLE = re.compile(
    r"^(?:the|a|an|one|another|its|his|her|their|this|that|these|those|some|many|several)\s+(?!of\b)", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:[^s]s|men|women|people|both|others|sides)$", re.IGNORECASE)
_NOT_IN_KEY = re.compile(r"\b[^\W\d_]\.\s*|[^\w\s'’-]")
_PLACED = re.compile(r"\b(?:in|at|to|from|near|of|for|outside|around|via|through|capital,)$")
_MANS = re.compile(r"\b(?:mr|sir|lord|king|prince|[a-z]+sman|[a-z]+rman|congressman)\b", re.IGNORECASE)
_WOMANS = re.compile(r"\b(?:mrs|ms|miss|lady|dame|queen|princess|[a-z]+woman)\b", re.IGNORECASE)
_COURTESY = re.compile(r"(?:mr|mrs|ms|miss|mx|dr|sir|madam)\.?", re.IGNORECASE)
_INTRODUCED = re.compile(r",\s(?:the|an?|who|whose|\d\d)\b")
_LONGEST_NAME = 120  # characters of a description
_PARTITIVE = re.compile(
    r"^(?:(?:one|some|many|most|several|all|both|each|any|two|three|four|five|\d+|a number|a group) of )(?:the |his |her |its |their )?",
    re.IGNORECASE,
)
_MODIFIERS = re.compile(r",|\s(?:for|of|from|at|in|with|who|close|on|to|and|familiar|among|within|\w+ed by)\s")
_RELATIVE = re.compile(r",?\s(?:who|which|whose)\s")
_PEOPLE_ENDINGS = ("an", "ian", "ean", "ese", "ish", "i", "ans", "ians", "eans")


@dataclass
class Draft:
    """An actor as it is being gathered."""

    name: str
    kind: ActorKind
    mentions: list[Place] = field(default_factory=list)
    roles: list[Place] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)  # "Mr", which is no role


def key_of(name: str) -> str:
    """Letters that two writings of one name share: no initials, no full stops, no case."""
    return " ".join(_NOT_IN_KEY.sub("", name).casefold().replace("’", "'").split())


def _is_people_of(people: str, country: str) -> bool:
    """Whether one name is made from the other as "Tovrian" from "Tovria"."""
    stem = country.rstrip("aeiouy")
    return len(stem) >= 3 and people.startswith(stem) and people[len(stem) :] in _PEOPLE_ENDINGS and people != country


class Cast:
    """The actors of one account while it is read, under keys. `actors` gives them as values."""

    def __init__(
        self, account: Account, paragraphs: Iterable[Place], sources: Iterable[Place], names: Iterable[Name] = ()
    ) -> None:
        """`sources` are spans that stand as the source of some words: a name there is a person's or a body's.

        `names` are those the model marks, with the kinds it takes them for.
        """
        self.account, self.text = account, account.text
        self.drafts: dict[str, Draft] = {}
        self.mentions = find_mentions(self.text, paragraphs)
        self._names = {mention: key_of(self.text[mention.start : mention.end]) for mention in self.mentions}
        self._places = {self._names[m] for m in self.mentions if m.kind == "place"}
        self._acting = {at for start, end in sources for at in range(start, min(end, start + 200))}
        self._kinds = self._votes(names)
        self._shared: list[int] = []  # where a name stands that several bear and nothing tells whose it is
        at: dict[int, str] = {}
        self._gather_known(at)
        self._gather_persons(at)
        self.order = sorted(at.items())
        """(start, key) of each mention, in order."""
        self.ends = {mention.start: mention.end for mention in self.mentions}
        self._starts = [start for start, _ in self.order]

    def _votes(self, names: Iterable[Name]) -> dict[str, str]:
        """For each name the kind that the model takes it for most often."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for name in names:
            votes[key_of(self.text[name.start : name.end])][name.kind] += 1
        return {key: max(sorted(kinds), key=kinds.__getitem__) for key, kinds in votes.items()}

    def _add(self, at: dict[int, str], kind: ActorKind, key: str, name: str, mention: Mention) -> None:
        key = f"{kind} {key}"
        draft = self.drafts.setdefault(key, Draft(name, kind))
        if len(name) > len(draft.name):
            draft.name = name
        draft.mentions.append((mention.start, mention.end))
        if mention.role:
            words = self.text[slice(*mention.role)]
            if _COURTESY.fullmatch(words):
                draft.titles.append(words)
            else:
                draft.roles.append(mention.role)
        at[mention.start] = key

    def _gather_known(self, at: dict[int, str]) -> None:
        persons = self._parts_of_persons()
        for mention in self.mentions:
            bare = self.text[mention.start : mention.end].removeprefix("the ").removeprefix("The ")
            told = self._kinds.get(self._names[mention]) if mention.kind is None and not mention.role else None
            peoples = told == "group" and _PLURAL.search(bare)  # "Republicans", but not "Republican"
            if (told == "organisation" or peoples) and self._names[mention] not in persons:
                self._add(at, "group" if peoples else "organisation", key_of(bare), bare, mention)
            elif mention.kind == "organisation":
                self._add(at, "organisation", key_of(bare), bare, mention)
            elif mention.kind == "country" and bare in COUNTRIES:
                self._add(at, "country", COUNTRIES[bare], COUNTRIES[bare], mention)
            elif mention.kind == "country" and bare in CAPITALS and not self._is_placed(mention):
                self._add(at, "country", CAPITALS[bare], CAPITALS[bare], mention)

    def _parts_of_persons(self) -> set[str]:
        """First and last names of those that a title or the model shows to be persons: "Trump" after "President Trump"."""
        shown = {self._names[m] for m in self.mentions if m.role or self._kinds.get(self._names[m]) == "person"}
        return {part for name in shown if name for part in (name, name.split()[0], name.split()[-1])}

    def _is_placed(self, mention: Mention) -> bool:
        """A capital stands for its government as the subject of a clause, not after "in" or "to"."""
        return _PLACED.search(self.text[max(0, mention.start - 12) : mention.start].rstrip()) is not None

    def _gather_persons(self, at: dict[int, str]) -> None:
        """Full names first; then a single name goes to the one full name that it begins or ends."""
        unknown = [
            m
            for m in self.mentions
            if m.kind in (None, "person") and self._names[m] not in self._places and m.start not in at
        ]
        singles = [m for m in unknown if " " not in self._names[m] and self._names[m]]
        owners: dict[str, set[str]] = defaultdict(set)
        for mention in self._full_names(unknown, {self._names[m] for m in singles}):
            key = self._names[mention]
            self._add(at, "person", key, self.text[mention.start : mention.end], mention)
            owners[key.split()[0]].add(key)
            owners[key.split()[-1]].add(key)
        kinds = self._kinds_of_singles(singles, {part for m in unknown for part in self._names[m].split()})
        settled: dict[str, str] = {}
        for mention in singles:
            name = self._names[mention]
            if bearer := self._bearer(mention, owners[name], settled):
                if not mention.role:
                    settled.setdefault(name, bearer)
                self._add(at, "person", bearer, self.text[mention.start : mention.end], mention)
            elif owners[name]:
                self._shared.append(mention.start)
            elif name in kinds:
                self._add(at, kinds[name], name, self.text[mention.start : mention.end], mention)

    def _bearer(self, mention: Mention, owners: set[str], settled: Mapping[str, str]) -> str | None:
        """Whose full name a single name is part of: the only bearer, the one whom "Mrs" fits, the only one named so far, or the
        one for whom the account has used the bare name before it brought in another. Else nobody: unknown rather than wrong."""
        if len(owners) < 2:
            return next(iter(owners), None)
        title = self.text[slice(*mention.role)] if mention.role else ""
        named = {key for key in owners if self.drafts[f"person {key}"].mentions[0][0] < mention.start}
        for pattern, gender in ((_WOMANS, "she"), (_MANS, "he")):
            fitting = [key for key in named if pattern.search(title) and self.gender(f"person {key}") == gender]
            if len(fitting) == 1:
                return fitting[0]
        if len(named) == 1:
            return next(iter(named))
        bare = not mention.role and settled.get(self._names[mention])
        return bare if bare in owners else None

    def _full_names(self, unknown: Iterable[Mention], alone: set[str]) -> list[Mention]:
        """Names of two words and more that something shows to be a person's: a role, speech, a part of it used alone."""
        full = [m for m in unknown if " " in self._names[m]]
        shown = set()
        for mention in full:
            first, *_, last = parts = self._names[mention].split()
            told = self._kinds.get(self._names[mention])
            known = last in alone or first in alone or first in MEN | WOMEN or _INTRODUCED.match(self.text, mention.end)
            by_rule = told is None and (mention.start in self._acting or known)
            if mention.role or told == "person" or by_rule:
                shown.add(" ".join(parts))
        return [m for m in full if self._names[m] in shown]

    def _kinds_of_singles(self, singles: Iterable[Mention], parts: set[str]) -> dict[str, ActorKind]:
        """A title makes a person, a people ("Tovrian") a country, a plural a group; what else speaks is a body."""
        titled = {self._names[m] for m in singles if m.role}
        told = {self._names[m] for m in singles if self._kinds.get(self._names[m]) == "person"}
        acting = {self._names[m] for m in singles if m.start in self._acting}
        kinds: dict[str, ActorKind] = {}
        for name in titled | told | acting:
            if any(_is_people_of(name, other) for other in parts):
                continue
            people = any(_is_people_of(other, name) for other in parts)
            shown: list[tuple[object, ActorKind]] = [
                (name in titled, "person"),
                (people, "country"),
                (name in told, "person"),
                (_PLURAL.search(name), "group"),
                (True, "organisation"),
            ]
            kinds[name] = next(kind for holds, kind in shown if holds)
        return kinds

    def between(self, start: int, end: int) -> list[tuple[int, str]]:
        """(start, key) of the mentions in a stretch."""
        return self.order[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors named in a stretch, each once, in order."""
        return tuple(self.id_of(key) for key in dict.fromkeys(key for _, key in self.between(start, end)))

    def describe(self, start: int, end: int) -> str | None:
        """A source without a name ("a South Korean official") becomes an actor under its description.

        None for what is no person and no body ("the report", "some"): it stays a source, and its speaker is unknown.
        """
        words = _RELATIVE.split(self.text[start:end])[0].strip(' ,"“”')
        name = " ".join(ARTICLE.sub("", words).split())
        head = _MODIFIERS.split(_PARTITIVE.sub("", name), maxsplit=1)[0]
        kind = described_kind(head)
        shared = bisect_left(self._shared, start) != bisect_left(self._shared, start + len(words))
        if kind is None or shared or len(name) > _LONGEST_NAME:
            return None
        key = f"described {key_of(name)}"
        self.drafts.setdefault(key, Draft(name, kind)).mentions.append((start, end))
        return key

    def gender(self, key: str) -> str | None:
        """ "he" or "she", told from a title or a given name; None if neither tells."""
        draft = self.drafts[key]
        roles = " ".join([*draft.titles, *(self.text[start:end] for start, end in draft.roles)])
        first = draft.name.split()[0].casefold()
        if _WOMANS.search(roles) or (first in WOMEN and not _MANS.search(roles)):
            return "she"
        return "he" if _MANS.search(roles) or first in MEN else None

    def id_of(self, key: str) -> str:
        return digest("actor", self.account.id, self.drafts[key].kind, self.drafts[key].name)

    def actors(self) -> tuple[Actor, ...]:
        """The cast, in the order of first mention."""
        drafts = sorted(self.drafts.items(), key=lambda item: (min(item[1].mentions), item[0]))
        return tuple(
            Actor(
                id=self.id_of(key),
                name=draft.name,
                kind=draft.kind,
                roles=self._spans(self._different(draft.roles)),
                mentions=self._spans(sorted(set(draft.mentions))),
            )
            for key, draft in drafts
        )

    def _different(self, roles: Iterable[Place]) -> list[Place]:
        first = {self.text[start:end].casefold(): (start, end) for start, end in sorted(roles, reverse=True)}
        return sorted(first.values())

    def _spans(self, places: Iterable[Place]) -> tuple[Span, ...]:
        return tuple(Span(self.account.id, start, end) for start, end in places)
