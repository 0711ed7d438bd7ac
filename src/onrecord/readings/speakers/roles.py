"""What an account tells of each person besides the name, and who a role or an epithet is meant for.

A person's profile is the words of the titles and roles printed with the name, of the party and state behind it
("(R-Ariz.)", "Democrat of Ohio"), of the country whose the person is ("North Korea’s Kim Jong Un") and the age ("Ana
Hale, 58,").
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.readings.cast.actors import ARTICLE, Cast
from onrecord.readings.cast.evidence import key_of
from onrecord.readings.nouns import CALLINGS, HUMANS, PARTISANS, ROLES
from onrecord.text import lexicon
from onrecord.text.places import COUNTRIES, PEOPLES, REGIONS
from onrecord.text.spans import Place

_SYNONYMS = {form: first for first, *others in lexicon.families("roles.synonyms") for form in others}
_SPLITTING = lexicon.words("roles.splitting")
"""Words that make another office of one: the vice president is not the president."""
_AFFILIATED = re.compile(r",?\s\(?([DRI]|Lab|Con|Lib)-([A-Z][\w.]*(?:\s[A-Z][\w.]*)?)\)?")
_OF_PARTY = re.compile(
    r",\s(?:a |an |the )?(Democrat|Republican|Independent|Conservative|Liberal)(?:\s(?:of"
    r"|from)\s([A-Z][\w.]*(?:\s[A-Z]\w*)?))?\b"
)
_AGED = re.compile(r",\s(?:now )?(\d{1,3})[,.]")
_PARTIES = lexicon.table("parties.letters")
_BEHIND = re.compile(r"\s(?:of|for|from|at|in|with|who|whose|to|on|and|,)\s|,")
_WORD = re.compile(r"[\w’'-]+")
_OWNED_BY = re.compile(r"([^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*)?)[’']s\s(?:[a-z]+\s){0,2}$")
_PLACE_NAMES = sorted(REGIONS.keys() | PEOPLES.keys(), key=lambda name: (-len(name), name))
_HEADS = ROLES | CALLINGS | HUMANS | PARTISANS
_OF_A_COUNTRY = lexicon.words("roles.of_a_country")


@lru_cache(maxsize=4096)
def words_of(description: str) -> tuple[str, ...]:
    """The words of a role in the form they are compared in: "Sens." as "senator", "Ariz." as "arizona", "Russian" as
    "russia"."""
    text = description
    for name in _PLACE_NAMES:
        if name in text:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _place_word(name), text)
    found = (
        word.removesuffix("'s").removesuffix("’s").casefold()
        for word in _WORD.findall(text.replace("prime minister", "premier"))
    )
    return tuple(_SYNONYMS.get(word, word) for word in found)


def _place_word(name: str) -> str:
    if name in PEOPLES:
        return key_of(PEOPLES[name]).replace(" ", "_")
    return key_of(REGIONS[name]).replace(" ", "_")


def _front(role: str) -> tuple[str, ...]:
    """The words of a role up to its first preposition: the last is its head."""
    return words_of(_BEHIND.split(ARTICLE.sub("", role), maxsplit=1)[0])


class Roles:
    """The profiles of the persons of one account."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.text = cast, cast.text
        self.printed: Mapping[str, list[tuple[frozenset[str], str]]] = {
            key: [self._printed(self.text[start:end]) for start, end in draft.roles]
            for key, draft in cast.drafts.items()
            if draft.roles
        }
        """For each person the words of each role, and its head."""
        self.told: dict[str, set[str]] = {}
        self.ages: dict[str, str] = {}
        for key, draft in cast.drafts.items():
            if key.startswith("person"):
                self._enter(key, draft.mentions)
        self._holders: dict[str, list[str]] = {}
        self._named: dict[str, list[tuple[int, str]]] = {}
        """By a description where those whom it fits are named, in order."""
        self._headed = self._by_head()
        self._with = self._by_word()

    def _enter(self, key: str, mentions: Iterable[Place]) -> None:
        self.told[key] = {word for words, _ in self.printed.get(key, ()) for word in words}
        for start, end in mentions:
            self._behind(key, end)
            self._before(key, start)

    def _by_head(self) -> dict[tuple[str, str], list[str]]:
        """By the head of a role and a word of it the persons who have one, in the order of the cast."""
        headed: dict[tuple[str, str], list[str]] = defaultdict(list)
        for key, roles in self.printed.items():
            for pair in dict.fromkeys((head, word) for words, head in roles for word in (head, *words)):
                headed[pair].append(key)
        return headed

    def _by_word(self) -> dict[str, list[str]]:
        """By a word of a profile that tells an office, a party or a country whose it is."""
        having: dict[str, list[str]] = defaultdict(list)
        for key, words in self.told.items():
            fronts = {word for start, end in self.cast.drafts[key].roles for word in _front(self.text[start:end])}
            for word in words & (fronts | _PARTY_WORDS | _NATIONS):
                having[word].append(key)
        return having

    def _printed(self, role: str) -> tuple[frozenset[str], str]:
        words = words_of(ARTICLE.sub("", role))
        front = _front(role)
        return frozenset(words), front[-1] if front else ""

    def _behind(self, key: str, end: int) -> None:
        if affiliated := _AFFILIATED.match(self.text, end):
            self.told[key] |= {_PARTIES[affiliated[1]], *words_of(affiliated[2])}
        elif party := _OF_PARTY.match(self.text, end):
            self.told[key] |= {party[1].casefold(), *words_of(party[2] or "")}
        if aged := _AGED.match(self.text, end):
            self.ages.setdefault(aged[1], key)

    def _before(self, key: str, start: int) -> None:
        owner = _OWNED_BY.search(self.text, max(0, start - 60), start)
        if owner and (owner[1] in COUNTRIES or owner[1] in REGIONS):
            self.told[key] |= {key_of(COUNTRIES.get(owner[1], owner[1])).replace(" ", "_")}

    def head(self, words: str) -> str:
        """The word of a description that tells what it is of, as it is compared."""
        front = _front(words)
        return front[-1] if front else ""

    def holders(self, words: str) -> list[str]:
        """The persons whom a definite description fits: their role has its head, and their profile all its words but
        adjectives."""
        if words not in self._holders:
            self._holders[words] = self._find_holders(words)
        return self._holders[words]

    def last_named(self, words: str, before: int) -> list[tuple[int, str]]:
        """Where the person whom a definite description fits is named last that far, of several the one named last;
        empty if none is."""
        if words not in self._named:
            self._named[words] = sorted((at, k) for k in self.holders(words) for at, _ in self.cast.drafts[k].mentions)
        place = bisect_left(self._named[words], (before, ""))
        return self._named[words][max(0, place - 1) : place]

    def _find_holders(self, words: str) -> list[str]:
        wanted, head = words_of(ARTICLE.sub("", words)), self.head(words)
        telling = {word for word in wanted if word not in _SMALL}
        if exact := self._with_role(telling, head):
            return exact
        full = [key for key in self._with[head] if len(telling) > 1 and telling <= self.told[key]]
        if full or not telling or head not in {_SYNONYMS.get(word, word) for word in _HEADS}:
            return full
        return self._by_nation(telling, head)

    def _with_role(self, telling: set[str], head: str) -> list[str]:
        """The persons one of whose printed roles has this head, and all these words."""
        # Who has a role with all the words has one with the rarest of them.
        likely = min((self._headed.get((head, word), []) for word in (head, *telling)), key=len)
        return [key for key in likely if any(self._fits(telling, head, *role) for role in self.printed[key])]

    @staticmethod
    def _fits(telling: set[str], head: str, words: frozenset[str], printed: str) -> bool:
        return head == printed and telling <= words and telling & _SPLITTING == words & _SPLITTING

    def _by_nation(self, telling: set[str], head: str) -> list[str]:
        """ "the North Korean leader": the only person who is called that country's."""
        nation = telling & _NATIONS
        if not nation or head not in _OF_A_COUNTRY:
            return []
        return [
            key
            for key in self._with[min(nation)]
            if nation <= self.told[key] and (head == "leader" or not self.printed.get(key))
        ]

    def shared(self, key: str, words: str) -> int:
        """How many words of a description, its head aside, are in a person's profile."""
        return len((set(words_of(ARTICLE.sub("", words))) - {self.head(words)}) & self.told.get(key, set()))

    def contradicts(self, key: str, words: str) -> bool:
        """Whether what is known of a person speaks against a description: another party, another office, another
        country."""
        profile, wanted, head = self.told.get(key, set()), set(words_of(words)), self.head(words)
        for family in (_PARTY_WORDS, _NATIONS, _OFFICES):
            asked, known = wanted & family, profile & family
            if asked and known and not asked & known:
                return True
        return head in _OFFICES and bool(profile & _OFFICES) and head not in profile


_SMALL = lexicon.words("function_words.small_in_roles")
_NATIONS = frozenset(key_of(name).replace(" ", "_") for name in COUNTRIES.values())
_PARTY_WORDS = lexicon.words("parties.party_words")
_OFFICES = lexicon.words("roles.offices")


def holder(candidates: Iterable[str], last_named: Mapping[str, int]) -> str | None:
    """Of several the one who was named last."""
    return max(candidates, key=lambda key: (last_named.get(key, -1), key), default=None)
