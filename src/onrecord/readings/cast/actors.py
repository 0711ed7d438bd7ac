"""The cast of an account: one actor for each person, organisation, country and group that it names."""

import re
from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.readings.attribution.factuality import names_nobody
from onrecord.readings.cast.bearers import Bearer, Bearers
from onrecord.readings.cast.evidence import Evidence, key_of
from onrecord.readings.cast.kinds import described_kind, is_people
from onrecord.readings.cast.names import Mention, find_mentions, is_courtesy
from onrecord.readings.cast.organisations import bare, one_body
from onrecord.readings.model import Name
from onrecord.readings.nouns import KNOWN_BODIES, PARTISANS
from onrecord.text import lexicon
from onrecord.text.given import MEN, WOMEN
from onrecord.text.keys import digest
from onrecord.text.persons import gender_of, without_generation
from onrecord.text.places import CAPITALS, COUNTRIES, PEOPLES, SEATS
from onrecord.text.spans import Place
from onrecord.types import Account, Actor, ActorKind, Alias, Span

ARTICLE = re.compile(
    r"^(?:the|a|an|one|another|its|his|her|their|this|that|these|those|some|many|several)\s+(?!of\b)", re.IGNORECASE
)
_PLURAL = re.compile(r"(?:[^s]s|men|women|people|both|others|sides)$", re.IGNORECASE)
_LONGEST_NAME = 120  # characters of a description
_PARTITIVE = re.compile(
    r"^(?:at least )?(?:(?:one|some|many|most|several|all|both|each|any|two|three|four|five|\d+|dozens|hundreds|a few|"
    r"(?:a |an |the )?(?:\w+ )?(?:number|group|majority|handful|array|host|couple|dozen|pair|range|cluster"
    r"|minority)) of )"
    r"(?:the |his |her |its |their )?",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:each|every|either|neither)\s(?!of\b)", re.IGNORECASE
)  # "each side": of actors that are known, and nobody else
_MODIFIERS = re.compile(
    r",|\s(?:for|of|by|from|at|in|with|who|close|on|to|and|familiar|among|within|including|over|off|inside|outside"
    r"|against|around|across|near|"
    r"speaking|representing|working|calling|urging|seeking|opposing|supporting|advising|running|attending|living"
    r"|serving|briefed|involved|"
    r"\w+ed by|elected|called|such as)\s"
)
_JOINT = re.compile(
    r"(?:(?!for\b|of\b|from\b|in\b|at\b|to\b|with\b|on\b)[^\s,]+\s){1,8}and\s"
)  # "governor and legislative leaders"
_RELATIVE = re.compile(r",?\s(?:who|which|whose|that|including|such as|along with)\b|\s[—–―]|\s-+\s")
_POSSESSIVE = re.compile(r"[’']s\b|(?<=s)[’']")
_HEADED = re.compile(
    r"\b(?:executives?|founders?|heads?|CEO|chairman|chairwoman|chair|president|director|spokes\w+|officials?"
    r"|lawyers?|managers?|editors?|"
    r"members?|leaders?|reporters?|analysts?|staff|employees?|adviser|officers?|owners?|partners?|chiefs?|by|told"
    r"|with)\s(?:of |for |at |with |from )?(?:the )?$"
)
_HEADS_IT = re.compile(
    r"[’']s\s(?:\w+\s){0,2}(?:executive|spokes\w+|president|lawyers?|board|chairman|founder|editor|director|leader"
    r"|officials?|"
    r"call|demand|refusal|offer|decision|proposal|request|promise|threat|pledge|insistence|rejection|government"
    r"|inspectors?|objections?|"
    r"delegation|envoy|ministers?|army|troops|forces|allies|consent|approval|reply|answer|position|veto)\b"
)
_ITS = re.compile(r"\s[^.,;:\"“”A-Z]{0,80}\b(?:its|itself)\b")
_THE_STATE = re.compile(
    r"\bWashington (?:State|state|Gov|Republican|Democrat)|\bstate of Washington|\bWash\.|\bSeattle\b|\bSpokane\b"
)
_NEVER_A_SURNAME = lexicon.words("bodies.never_a_surname")
_SINCE = re.compile(
    r"\s(?:last|this|earlier|late|on|over the)\s(?:week|month|year|weekend|\w+day)\b.*$|,\s(?:an?|the|one|just"
    r"|likewise)\b.*$"
)
_HALVES = ("North", "South")
_ONE_OF = re.compile(r"(?:at least )?one of", re.IGNORECASE)
_THE_GEORGIA_ABROAD = re.compile(r"\b(?:Tbilisi|Georgians?|Abkhazia|Ossetia|Saakashvili|Caucasus|Ivanishvili)\b")


@dataclass
class Draft:
    """An actor as it is being gathered."""

    name: str
    kind: ActorKind
    mentions: list[Place] = field(default_factory=list)
    roles: list[Place] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)  # "Mr", which is no role
    ties: dict[str, tuple[Place, str]] = field(default_factory=dict)
    """Each other writing of the name: where it first stands, and the rule that tied it."""
    printed: Counter[str] = field(default_factory=Counter)


class Cast:
    """The actors of one account while it is read, under keys. `actors` gives them as values."""

    def __init__(
        self,
        account: Account,
        paragraphs: Iterable[Place],
        sources: Iterable[Place],
        names: Iterable[Name] = (),
        labels: Iterable[Place] = (),
    ) -> None:
        """`sources` are spans that stand as the source of some words: a name there is a person's or a body's.

        `names` are those the model marks, with the kinds it takes them for; `labels` name nobody: the "ANSWER" of a
        transcript.
        """
        self.account, self.text = account, account.text
        self.drafts: dict[str, Draft] = {}
        self.ties: dict[int, str] = {}
        """For the start of each mention the rule that tied it to its actor."""
        marked = list(names)
        bodies = sorted((name.start, name.end) for name in marked if name.kind == "organisation")
        unnamed = set(labels)
        places = list(paragraphs)
        self._end = max((end for _, end in places), default=0)
        found = find_mentions(self.text, places, bodies)
        self.mentions = tuple(m for m in found if (m.start, m.end) not in unnamed)
        self._evidence = Evidence(self.text, self.mentions, sources, marked)
        self._keys = self._evidence.keys
        self._by_key: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            self._by_key[self._keys[mention]].append(mention)
        self._model = bool(marked)
        self._shared: list[int] = []  # where a name stands that several bear and nothing tells whose it is
        self._at: dict[int, str] = {}
        self._names: dict[str, str] = {}
        self._ids: dict[str, str] = {}
        self._genders: dict[str, str | None] = {}
        self._told: dict[str, bool] = {}
        """By a word that two places bear what the account tells of either: it is asked for each mention, and read
        once."""
        self._kinds: dict[str, ActorKind | None] = {}
        self._pairs, self._surnames = self._compounds(), self._double_surnames()
        full = self._full()
        shown = {self._keys[m] for m in full if self._evidence.is_person(m)}
        self._bearers = Bearers(self.text, self._evidence, [m for m in full if self._keys[m] in shown])
        left = [m for m in self.mentions if self._words(m) not in self._pairs and not self._gather_person(m)]
        self._gather_others(left)
        for draft in self.drafts.values():
            draft.mentions.sort()
        self.order = sorted(self._at.items())
        """(start, key) of each mention, in order."""
        self.ends = {mention.start: mention.end for mention in self.mentions}
        self._starts = [start for start, _ in self.order]

    def _compounds(self) -> set[str]:
        """ "Trump-Kim": two names that the account prints apart too are no third."""
        printed = {self._words(m) for m in self.mentions}
        words = {key_of(word) for name in printed for word in name.split() if "-" not in word}
        return {name for name in printed if "-" in name and " " not in name and set(key_of(name).split()) <= words}

    def _double_surnames(self) -> set[str]:
        """Of the names of two words those that longer names end with and no given name begins."""
        keys = {key for key in self._keys.values() if key.count(" ")}
        endings = {" ".join(key.split()[at:]) for key in keys for at in range(1, key.count(" "))}
        return {key for key in keys & endings if key.split()[0] not in MEN | WOMEN}

    def _is_full(self, mention: Mention) -> bool:
        """Whether it is a full name as it is printed: "Holtz-Eakin" is one word, "Wasserman Schultz" may be a
        surname."""
        words = without_generation(tuple(self._words(mention).split()))
        key = self._keys[mention]
        return len(words) > 1 and " " in key and key not in self._surnames

    def _words(self, mention: Mention) -> str:
        return self.text[mention.start : mention.end]

    def _add(self, kind: ActorKind, key: str, mention: Mention, rule: str, name: str | None = None) -> None:
        key, printed = f"{kind} {key}", self._words(mention)
        draft = self.drafts.setdefault(key, Draft(name or printed, kind))
        if name is None:
            draft.printed[bare(printed)] += 1
        draft.mentions.append((mention.start, mention.end))
        draft.ties.setdefault(printed, ((mention.start, mention.end), rule))
        if mention.courtesy:
            draft.titles.append(self.text[slice(*mention.courtesy)])
        if mention.role:
            words = self.text[slice(*mention.role)]
            if is_courtesy(words):
                draft.titles.append(words)
            else:
                draft.roles.append(mention.role)
        self._at[mention.start] = key
        self.ties[mention.start] = rule

    def _full(self) -> list[Mention]:
        """The mentions that are the full names of persons, as they are printed."""
        persons = (m for m in self.mentions if m.kind in (None, "person") and self._words(m) not in self._pairs)
        return [mention for mention in persons if self._is_full(mention)]

    def _gather_person(self, mention: Mention) -> bool:
        """Whether the mention is a person's: a full name, or a short one that somebody bears."""
        key, unmarked = self._keys[mention], mention.kind in (None, "person")
        if unmarked and key in self._bearers.of:
            self._add_full(mention, key, self._bearers.of[key])
            return True
        owners = self._bearers.owners(key) if self._may_be_short(mention) else []
        if bearer := self._bearers.choose(mention, owners):
            self._add("person", bearer.key, mention, "short-name", bearer.called)
        elif owners and not self._bearers.is_new(mention, owners):
            self._shared.append(mention.start)
        elif mention.kind is None and self._bearers.family(key):
            self._add("group", key, mention, "name")
        elif unmarked and " " not in key and key in self._evidence.titled:
            self._add_titled(mention, key)
        else:
            return False
        return True

    def _add_full(self, mention: Mention, key: str, bearer: Bearer | None) -> None:
        """A full name; without a bearer it may be any of several's."""
        if bearer:
            self._add("person", bearer.key, mention, "name" if key == bearer.key else "other-name")
        else:
            self._shared.append(mention.start)

    def _add_titled(self, mention: Mention, key: str) -> None:
        """A person known by title and surname alone, or, where nothing else tells who he is, by a name that elsewhere
        has a title."""
        bearer = self._bearers.enter(mention) if mention.role else None
        called = bearer.called if bearer else None
        self._add("person", bearer.key if bearer else key, mention, "name", called)

    def _may_be_short(self, mention: Mention) -> bool:
        """A word that is a country's, a place's or a thing's too ("Jordan", "Park") is a person's name unless something
        tells that it is not: an article, or a preposition of place."""
        if mention.kind in (None, "person"):
            return True
        words = self._words(mention)
        other = mention.kind != "group" and " " not in words and words not in _NEVER_A_SURNAME
        return other and not self._has_article(mention) and not self._evidence.is_placed(mention)

    def _has_article(self, mention: Mention) -> bool:
        return self.text[max(0, mention.start - 4) : mention.start].casefold() == "the "

    def _gather_others(self, left: Sequence[Mention]) -> None:
        bodies = []
        for mention in left:
            name = bare(self._words(mention))
            if mention.kind == "country" or SEATS.get(name) in COUNTRIES or self._is_half(mention):
                self._add_country(mention, name)
                continue
            kind = self._kind_here(mention)
            if kind == "organisation":
                bodies.append(mention)
            elif kind:
                self._add(kind, self._keys[mention], mention, "name")
        tied = one_body(self.text[: self._end], dict.fromkeys(bare(self._words(mention)) for mention in bodies))
        for mention in bodies:
            self._add("organisation", *_arranged(tied[bare(self._words(mention))], mention))

    def _kind_here(self, mention: Mention) -> ActorKind | None:
        """What the name itself tells, or else the account; a place that speaks is a body, and no body is a seat of
        government that only says where."""
        kind = mention.kind if mention.kind not in (None, "person") else self._kind_of(mention)
        if kind == "place" and self._evidence.speaks(mention):
            kind = "organisation"
        if kind == "organisation" and bare(self._words(mention)) in SEATS and self._evidence.is_placed(mention):
            return None
        if kind == "place":
            return None
        return None if kind == "thing" else kind

    def _add_country(self, mention: Mention, name: str) -> None:
        """By its own name; by its capital or its government's seat where that acts; by its people where they stand for
        it."""
        if name in _HALVES:
            self._add("country", f"{name} Korea", mention, "short-name", f"{name} Korea")
        elif name in COUNTRIES:
            if name != "Georgia" or self._tells_of(name, _THE_GEORGIA_ABROAD):
                self._add("country", COUNTRIES[name], mention, "name", COUNTRIES[name])
        elif name in CAPITALS or name in SEATS:
            self._add_seat(mention, name)
        elif is_people(name) and (name not in PEOPLES or name.endswith(("ese", "ish", "ch", "ss"))):
            self._add_people(mention, name)

    def _add_seat(self, mention: Mention, name: str) -> None:
        country = CAPITALS.get(name) or SEATS[name]
        the_state = name == "Washington" and self._tells_of(name, _THE_STATE)
        if not the_state and not self._evidence.is_placed(mention):
            self._add("country", country, mention, "seat" if name in SEATS else "capital", country)

    def _add_people(self, mention: Mention, name: str) -> None:
        if self._evidence.speaks(mention) and self._has_article(mention):
            country = PEOPLES.get(name) or PEOPLES[name[:-1]]
            self._add("country", country, mention, "people", country)
        elif name not in PEOPLES and self._evidence.acts(mention):
            self._add("group", key_of(name), mention, "name")

    def _tells_of(self, name: str, pattern: re.Pattern[str]) -> bool:
        if name not in self._told:
            self._told[name] = pattern.search(self.text) is not None
        return self._told[name]

    def _is_half(self, mention: Mention) -> bool:
        """ "the North" in an account that names North Korea."""
        name = self._words(mention)
        halved = name in _HALVES and self._has_article(mention)
        return halved and self._tells_of(name, re.compile(f"{name} Korea"))

    def _kind_of(self, mention: Mention) -> ActorKind | None:
        """Of a name whose words do not tell its kind: what the model and the account show, the same for all its
        mentions."""
        key = self._keys[mention]
        if key not in self._kinds:
            self._kinds[key] = self._shown_kind(key, self._by_key[key])
        return self._kinds[key]

    def _shown_kind(self, key: str, mentions: Sequence[Mention]) -> ActorKind | None:
        evidence = self._evidence
        if evidence.country(key):
            return "country"
        if evidence.people(key) or evidence.people(key.removesuffix("s")):
            return "group" if key.endswith("s") else None
        if all(m.weak for m in mentions) and not evidence.votes.get(key):
            return None
        if self._model:
            return self._marked_kind(key, mentions)
        return "organisation" if any(map(evidence.speaks, mentions)) else None

    def _marked_kind(self, key: str, mentions: Sequence[Mention]) -> ActorKind | None:
        """What the model's votes for a name and what its bearer does tell together."""
        acts = any(self._evidence.acts(m) or self._is_headed(m) for m in mentions)
        if _PLURAL.search(key) and self._evidence.share(key, "group") >= 0.5:
            return "group" if acts else None
        if self._is_bare_person(key, mentions):
            return "person" if acts or len(mentions) > 1 else None
        body = (acts and self._is_body(key)) or self._only_speaks(key, mentions)
        return "organisation" if body else None

    def _only_speaks(self, key: str, mentions: Sequence[Mention]) -> bool:
        """Whether what the model never takes for a person is a source."""
        return self._evidence.share(key, "person") == 0 and any(map(self._evidence.speaks, mentions))

    def _is_bare_person(self, key: str, mentions: Sequence[Mention]) -> bool:
        """Whether one word is taken for a person's name, and nothing that "its" stands for."""
        marked = " " not in key and self._evidence.share(key, "person") > 0.5
        return marked and not any(self._has_its(m) for m in mentions)

    def _is_body(self, key: str) -> bool:
        share = self._evidence.share(key, "organisation") + self._evidence.share(key, "person") * (" " not in key)
        return share >= 0.5 and key.split(maxsplit=1)[0] not in PARTISANS

    def _has_its(self, mention: Mention) -> bool:
        """ "Belmara demands that its inspectors": no person."""
        return _ITS.match(self.text, mention.end) is not None

    def _is_headed(self, mention: Mention) -> bool:
        """ "the chief executive of Brightwater", "Brightwater’s lawyers", "told Brightwater"."""
        before = _HEADED.search(self.text, max(0, mention.start - 30), mention.start)
        return before is not None or _HEADS_IT.match(self.text, mention.end) is not None

    def between(self, start: int, end: int) -> list[tuple[int, str]]:
        """(start, key) of the mentions in a stretch."""
        return self.order[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """Ids of the actors named in a stretch, each once, in order."""
        return tuple(self.id_of(key) for key in dict.fromkeys(key for _, key in self.between(start, end)))

    def describe(self, start: int, end: int) -> str | None:
        """A source without a name ("a South Korean official") becomes an actor under its description.

        None for what is no person and no body ("the report", "some"), and for none of them ("no minister", "not all
        members"): it stays a source, and its speaker is unknown.
        """
        if names_nobody(self.text, (start, end)):
            return None
        words = _SINCE.sub("", _RELATIVE.split(self.text[start:end])[0].strip(' ,"“”)('))
        name = " ".join(ARTICLE.sub("", words).split())
        head = _MODIFIERS.split(_PARTITIVE.sub("", name), maxsplit=1)[0]
        kind = described_kind(head)
        shared = bisect_left(self._shared, start) != bisect_left(self._shared, start + len(words))
        if kind is None or shared or len(name) > _LONGEST_NAME or _EACH.match(name):
            return None
        if kind == "person" and _is_of_several(name):
            kind = "group"
        key = f"described {key_of(_POSSESSIVE.sub('', name))}"
        self.mention(key, Draft(name, kind), (start, end))
        return key

    def mention(self, key: str, draft: Draft, place: Place) -> None:
        """Enter a place where an actor stands that has no name; `draft` is the actor if it is a new one."""
        insort(self.drafts.setdefault(key, draft).mentions, place)

    def last_named(self, key: str, before: int) -> Place | None:
        """Where an actor is named last that far."""
        mentions = self.drafts[key].mentions
        place = bisect_left(mentions, (before, 0)) - 1
        return mentions[place] if place >= 0 else None

    def gender(self, key: str) -> str | None:
        """ "he" or "she", told from a title or a given name; None if neither tells."""
        if key not in self._genders:
            draft = self.drafts[key]
            told = [*draft.titles, *(self.text[start:end] for start, end in draft.roles)]
            self._genders[key] = gender_of(draft.name, " ".join(told))
        return self._genders[key]

    def id_of(self, key: str) -> str:
        if key not in self._ids:
            self._ids[key] = digest("actor", self.account.id, self.drafts[key].kind, self._name(key))
        return self._ids[key]

    def _name(self, key: str) -> str:
        if key not in self._names:
            self._names[key] = self._fullest(self.drafts[key])
        return self._names[key]

    @staticmethod
    def _fullest(draft: Draft) -> str:
        """The fullest name printed; of two as full the one printed more often."""
        if not draft.printed:
            return draft.name

        def fullness(name: str) -> tuple[bool, bool, int, int, int, str]:
            tied = draft.ties.get(name)
            return (
                not tied or tied[1] != "seat",
                name in KNOWN_BODIES,
                len(name.split()),
                len(name),
                draft.printed[name],
                name,
            )

        return max(draft.printed, key=fullness)

    def actors(self) -> tuple[Actor, ...]:
        """The cast, in the order of first mention."""
        drafts = sorted(self.drafts.items(), key=lambda item: (min(item[1].mentions), item[0]))
        return tuple(
            Actor(
                id=self.id_of(key),
                name=self._name(key),
                kind=draft.kind,
                roles=self._spans(self._different(draft.roles)),
                mentions=self._spans(sorted(set(draft.mentions))),
                aliases=tuple(self._aliases(key, draft)),
            )
            for key, draft in drafts
        )

    def _aliases(self, key: str, draft: Draft) -> Iterator[Alias]:
        for printed, (place, rule) in draft.ties.items():
            if bare(printed) != self._name(key):
                yield Alias(Span(self.account.id, *place), rule)

    def _different(self, roles: Iterable[Place]) -> list[Place]:
        first = {self.text[start:end].casefold(): (start, end) for start, end in sorted(roles, reverse=True)}
        return sorted(first.values())

    def _spans(self, places: Iterable[Place]) -> tuple[Span, ...]:
        return tuple(Span(self.account.id, start, end) for start, end in places)


def _is_of_several(name: str) -> bool:
    """ "Governor and legislative leaders", "some of the pilots", but "one of the pilots"."""
    if _JOINT.match(name):
        return True
    return bool(_PARTITIVE.match(name)) and not _ONE_OF.match(name)


def _arranged(tied: tuple[str, str], mention: Mention) -> tuple[str, Mention, str]:
    key, rule = tied
    return key, mention, rule
