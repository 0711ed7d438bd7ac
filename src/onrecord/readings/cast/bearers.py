"""Which persons an account names: its full names, each of one person, and whose a short name is."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from onrecord.readings.cast.evidence import Evidence
from onrecord.readings.cast.names import Mention
from onrecord.readings.nouns import ROLES
from onrecord.text import lexicon, title_words
from onrecord.text.persons import GENERATIONS, Words, gender_of, is_one_person, is_part_of, spelled, without_generation

_OWNER = re.compile(r"\b[\w.-]+[’']s?\s(?=\w)")
_KIN = lexicon.words("roles.kin")
_WHOSE = r"(?:\b(?:[Hh]is|[Hh]er|[Tt]heir)|[\w.-]+[’']s?)\s(?:[a-z-]+\s){0,2}(?:" + "|".join(sorted(_KIN)) + ")"
_KIN_BEFORE = re.compile(rf"{_WHOSE},?\s(?:the\s)?(?:[A-Z]\w*\.?\s){{0,2}}$")  # "his father, the Rev. Bob Orrin"
_KIN_BEHIND = re.compile(rf",\s(?:\d+,\s)?{_WHOSE}\b")  # "Ana Orrin, his daughter"
_OFFICES = ROLES - lexicon.words("roles.offices_of_many")
_HIGH = lexicon.words("roles.high_offices")
_PRONOUN = re.compile(r"[^A-Z.!?\n]{1,80}?\b(he|she|his|her)\b")  # behind a name, before any other
_AND_ANOTHER = re.compile(r"(?<![\w’'.-] )\b([A-Z][\w’'-]+)\sand\s$")
_WORD = re.compile(r"\w+")
_MOST = 50
"""Persons of one surname that are told apart by what else is known of them: a short name that more bear is nobody's."""
_TELLING_NO_OFFICE = title_words.COURTESY | title_words.OF_HONOUR | lexicon.words("titles.telling_nothing")


@dataclass
class Bearer:
    """A person under the full names that the account prints."""

    key: str
    names: list[Words]
    first: int
    """Where he is first named."""
    roles: set[str] = field(default_factory=set)
    gender: str | None = None
    called: str | None = None
    """With the title, where another has the same surname and no more: "Mrs Orrin" beside "Orrin"."""
    introduced_as_kin: bool = False
    """Whether he comes in by whose he is: "his father, the Rev. Bob Orrin"."""


class Bearers:
    """The persons of an account by their full names, and the choice of one of them for a short name."""

    def __init__(self, text: str, evidence: Evidence, full: Iterable[Mention]) -> None:
        self.text, self.evidence = text, evidence
        self.of: dict[str, Bearer | None] = {}
        """For the key of each full name its bearer; None where it may be any of several."""
        self._settled: dict[str, Bearer] = {}
        self._last: dict[str, Bearer] = {}
        self._told: dict[str, set[str]] = defaultdict(set)
        """For each surname whom its titles tell of."""
        for mention, name in evidence.keys.items():
            if " " not in name and (gender := gender_of("", self._role(mention))):
                self._told[spelled(name)].add(gender)
        by_key: dict[str, list[Mention]] = {}
        full_names = list(full)
        for mention in full_names:
            by_key.setdefault(evidence.keys[mention], []).append(mention)
        self._by_ending: dict[str, dict[int, Bearer]] = defaultdict(dict)
        self._by_word: dict[str, dict[int, Bearer]] = defaultdict(dict)
        """By a word of a name who bear it, each once, by his number."""
        for key in sorted(by_key, key=lambda key: (-_weight(key), by_key[key][0].start)):
            self._place(key, by_key[key])
        for mention in full_names:
            self._with_first_names(mention)

    def _place(self, key: str, mentions: list[Mention]) -> None:
        words = tuple(key.split())
        roles = {word for m in mentions for word in _WORD.findall(self._role(m).casefold())}
        fitting = [bearer for bearer in self._near(words) if _may_bear(bearer, words, roles)]
        if len(fitting) > 1:
            self.of[key] = None
            return
        first = mentions[0]
        gender = gender_of(self.text[first.start : first.end], " ".join(roles))
        bearer = fitting[0] if fitting else Bearer(key, [], first.start)
        bearer.first = min(bearer.first, first.start)
        self._index(bearer, words)
        if first.start == bearer.first:
            bearer.introduced_as_kin = self._is_introduced_as_kin(first)
        bearer.names.append(words)
        bearer.roles |= roles
        bearer.gender = bearer.gender or gender or self._referred(mentions)
        self.of[key] = bearer

    def _with_first_names(self, mention: Mention) -> None:
        """ "Ana and Bob Hale": the Ana Hale of elsewhere is named here first, so that "Hale" is not yet her husband."""
        other = _AND_ANOTHER.search(self.text, max(0, mention.start - 30), mention.start)
        surname = self.evidence.keys[mention].split()[-1]
        bearer = self.of.get(f"{other[1].casefold()} {surname}") if other else None
        if bearer and other:
            bearer.first = min(bearer.first, other.start())

    def _referred(self, mentions: list[Mention]) -> str | None:
        """ "Kesti Orrin said that she": told by the pronouns behind a name, where they agree."""
        found = [_PRONOUN.match(self.text, m.end) for m in mentions]
        genders = {"she" if match[1] in ("she", "her") else "he" for match in found if match}
        return (
            genders.pop()
            if len(genders) == 1 and len(self._told[spelled(self.evidence.keys[mentions[0]].split()[-1])]) == 2
            else None
        )

    def _is_introduced_as_kin(self, mention: Mention) -> bool:
        before = _KIN_BEFORE.search(self.text, max(0, mention.start - 60), mention.start)
        return (before or _KIN_BEHIND.match(self.text, mention.end)) is not None

    def _role(self, mention: Mention) -> str:
        """The title or role of a mention, without whose it is: "the president’s daughter" is no president."""
        courtesy = self.text[slice(*mention.courtesy)] + " " if mention.courtesy else ""
        return courtesy + (_OWNER.sub("", self.text[slice(*mention.role)]) if mention.role else "")

    def owners(self, key: str) -> list[Bearer]:
        words = tuple(key.split())
        known = self._by_word.get(spelled(words[-1]), {})
        bearers = islice(known.values(), _MOST + 1)
        if len(known) > _MOST:
            return list(bearers)
        return [b for b in bearers if any(is_part_of(words, name) or words == name for name in b.names)]

    def enter(self, mention: Mention) -> Bearer:
        """A person known by title and surname alone: "President Hale" beside "Ana Hale, his daughter"."""
        key, role = self.evidence.keys[mention], self._role(mention)
        roles = set(_WORD.findall(role.casefold()))
        gender, words = gender_of("", role), tuple(key.split())
        taken = any(bearer.key == key for bearer in self.owners(key))
        courtesy = mention.courtesy or mention.role
        called = self.text[courtesy[0] : mention.end] if taken and courtesy and courtesy[1] < mention.end else None
        bearer = Bearer(f"{key} {gender}" if taken else key, [words], mention.start, roles, gender, called)
        self._index(bearer, words)
        return bearer

    def family(self, key: str) -> bool:
        """ "the Clintons": the plural of a surname."""
        return key.endswith("s") and " " not in key and spelled(key[:-1]) in self._by_ending

    def _index(self, bearer: Bearer, words: Words) -> None:
        bare = [spelled(word) for word in without_generation(words)]
        for ending in _near_keys(bare):
            self._by_ending[ending][id(bearer)] = bearer
        for word in dict.fromkeys([*bare, spelled(words[-1])]):
            self._by_word[word][id(bearer)] = bearer

    def _near(self, words: Words) -> list[Bearer]:
        """Those who share a first or last word with a name, or all its letters: the only ones who may be the same
        person."""
        bare = [spelled(word) for word in without_generation(words)]
        last, *others = _near_keys(bare)
        sharing = self._by_ending.get(last, {})
        near = dict(sharing) if len(sharing) <= _MOST else {}
        for ending in others:
            near |= dict(islice(self._by_ending.get(ending, {}).items(), _MOST))
        return list(near.values())

    def choose(self, mention: Mention, owners: list[Bearer]) -> Bearer | None:
        """Whose a short name is: the only bearer's, the one's whom the title fits, the only one's named so far, or the
        one's for whom the account has used the bare name before it brought in another. Else nobody's: unknown rather
        than wrong."""
        key = self.evidence.keys[mention]
        bearer = self._chosen(mention, owners, key) if len(owners) <= _MOST else None
        if bearer and not mention.role:
            self._settled.setdefault(key, bearer)
        return bearer

    def _chosen(self, mention: Mention, owners: list[Bearer], key: str) -> Bearer | None:
        role = self._role(mention)
        owners = [bearer for bearer in owners if not self._differs(bearer, role)]
        if len(owners) < 2:
            return owners[0] if owners and not self._is_relative(owners[0], role) else None
        named = [bearer for bearer in owners if bearer.first < mention.start]
        for fits in (*self._tests(role), _anybody):
            fitting = [bearer for bearer in named if fits(bearer)]
            if len(fitting) == 1:
                return fitting[0]
        if role:
            return None
        settled = self._settled.get(key)
        return self._head(named, key) or _only_high(named) or (settled if settled in owners else None)

    def _head(self, named: list[Bearer], key: str) -> Bearer | None:
        """The only one of a family who was not introduced as another's kin, where no title tells of two."""
        heads = [bearer for bearer in named if not bearer.introduced_as_kin]
        alone = len(heads) == 1 and len(self._told[spelled(key.rsplit(maxsplit=1)[-1])]) < 2
        return heads[0] if alone else None

    def is_new(self, mention: Mention, owners: list[Bearer]) -> bool:
        if len(owners) > _MOST:
            return False
        role = self._role(mention)
        left = [bearer for bearer in owners if not self._differs(bearer, role)]
        return not left or (len(owners) == 1 and self._is_relative(left[0], role))

    def _is_relative(self, owner: Bearer, role: str) -> bool:
        """Whether a title cannot be that of the only person known by the surname: another one's of the family."""
        return self._differs(owner, role) or self._is_of_kin(owner, role)

    def _differs(self, owner: Bearer, role: str) -> bool:
        """ "Mrs. Hale" is not Robert Hale. Where "Mr. Hale" is named too, neither is a Hale of whom nothing is told."""
        gender = gender_of("", role)
        if gender and owner.gender is None and len(self._told[spelled(owner.names[0][-1])]) == 2:
            return True
        return None not in (gender, owner.gender) and gender != owner.gender

    @staticmethod
    def _is_of_kin(owner: Bearer, role: str) -> bool:
        """Whether the title is an office and the only full name of that surname a relative's: "President Hale", "his
        daughter Ana Hale"."""
        offices = set(_WORD.findall(role.casefold())) & _OFFICES
        return bool(offices) and not offices & owner.roles and bool(owner.roles & _KIN)

    def _tests(self, role: str) -> Iterable[Callable[[Bearer], bool]]:
        """What a title tells of its bearer: "Mrs. Hale" is the woman, "Chairman Kim" the one who was called
        chairman."""
        words = set(_WORD.findall(role.casefold())) - _TELLING_NO_OFFICE
        gender = gender_of("", role)
        if words:
            yield lambda bearer: words <= bearer.roles
            yield lambda bearer: bool(words & bearer.roles)
        if gender:
            yield lambda bearer: bearer.gender == gender
            yield lambda bearer: bearer.gender in (gender, None)
        if role:
            yield lambda bearer: len(bearer.names[0]) == 1
        yield lambda bearer: len(bearer.names[0]) == 1 and bool(bearer.roles & _HIGH)


def _may_bear(bearer: Bearer, words: Words, roles: set[str]) -> bool:
    """Whether a full name may be another writing of a bearer's."""
    return all(is_one_person(words, name) for name in bearer.names) and not _are_kin(words, roles, bearer)


def _anybody(_bearer: Bearer) -> bool:
    return True


def _only_high(named: list[Bearer]) -> Bearer | None:
    """The only one in a high office, where of the others nothing is known but whose kin they are."""
    high = [bearer for bearer in named if bearer.roles & _HIGH]
    others = [bearer for bearer in named if not bearer.roles & _HIGH]
    return high[0] if len(high) == 1 and all(not b.roles or b.roles & _KIN for b in others) else None


def _near_keys(bare: Sequence[str]) -> list[str]:
    """What two writings of one name have in common: the last word, the first two, or all the letters in any order of
    words."""
    return list(dict.fromkeys((bare[-1], " ".join(bare[:2]), "".join(bare), "".join(sorted(bare)))))


def _weight(key: str) -> int:
    words = key.split()
    return sum(2 if len(word) > 1 else 1 for word in words) + (words[-1] in GENERATIONS)


def _are_kin(words: Words, roles: set[str], bearer: Bearer) -> bool:
    """Whether a name with "Jr." and the same without it are two persons: where each has a title that the other has
    not."""
    differ = any((words[-1] in GENERATIONS) != (name[-1] in GENERATIONS) for name in bearer.names)
    return differ and bool(roles) and bool(bearer.roles) and not roles & bearer.roles
