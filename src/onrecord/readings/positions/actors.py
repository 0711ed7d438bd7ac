"""Whom a phrase of an account names, of those that can bargain."""

import re
from bisect import bisect_right

from onrecord.readings.attribution.documents import DOCUMENTS
from onrecord.readings.cast.actors import ARTICLE, Draft
from onrecord.readings.cast.evidence import key_of
from onrecord.readings.cast.kinds import described_kind
from onrecord.readings.nouns import ROLES
from onrecord.readings.positions.parties import party_kind
from onrecord.readings.positions.phrases import head_of, lies_within
from onrecord.readings.speakers.joint_speakers import joined
from onrecord.readings.speakers.resolver import Speakers
from onrecord.text import lexicon
from onrecord.text.places import PEOPLES
from onrecord.text.spans import Place
from onrecord.types import ActorKind, Statement

_EMPHATIC = re.compile(r"\s(?:him|her|it|them)sel(?:f|ves)$")  # "the minister himself"
_TITLES = frozenset(title.capitalize() for title in lexicon.words("titles.of_several"))
FIRST_PERSON = lexicon.words("clause_words.first_person")
THIRD_PERSON = lexicon.words("clause_words.third_person")
_OWNED = {"his": "he", "her": "she", "its": "it", "their": "they"}
NOBODY = lexicon.words("clause_words.nobody")
_THINGS = lexicon.words("things.holders_of_nothing")
SIDES = lexicon.words("parties.sides_in_general")
_CAN_ACT = ROLES | SIDES | DOCUMENTS
_LONGEST_ACTOR = 8  # words up to the head of a phrase


class Actors:
    """The actors of one account, as its phrases name them."""

    def __init__(self, speakers: Speakers, quoted: list[Place]) -> None:
        """`speakers` has answered for the statements; `quoted`: the sorted words of the quotations."""
        self._speakers, self._cast, self._quoted = speakers, speakers.cast, quoted
        cast = speakers.cast
        drafts = {cast.id_of(key): draft for key, draft in cast.drafts.items()}
        self._titles = {actor for actor, draft in drafts.items() if draft.name in _TITLES}
        # A name of one word may be a place's that was taken for a person's: "Belmara denied that it had ..."
        self._bare = {actor for actor, draft in drafts.items() if " " not in draft.name and not draft.roles}
        self._kinds = {actor: draft.kind for actor, draft in drafts.items()}

    def words(self, place: Place | None) -> str:
        return " ".join(self._cast.text[slice(*place)].split()) if place else ""

    def kind(self, actor: str | None) -> ActorKind | None:
        return self._kinds.get(actor or "")

    def is_quoted(self, at: int) -> bool:
        number = bisect_right(self._quoted, (at, at + 10**9)) - 1
        return number >= 0 and at < self._quoted[number][1]

    def teller(self, statement: Statement | None) -> str | None:
        """Id of whose words a statement holds; where a title of several was taken for a name, the first who is named
        behind it."""
        if statement is None or statement.source is None or statement.speaker not in self._titles:
            return statement.speaker if statement else None
        named = self._cast.between(statement.source.start, statement.source.end)
        return next((self._cast.id_of(key) for _, key in named if key.startswith("person")), None)

    def named(self, place: Place | None, statement: Statement | None) -> str | None:
        """Id of the actor that a phrase names; a pronoun in reported words is the one who reports, if that fits."""
        if place is None:
            return None
        if emphatic := _EMPHATIC.search(self._cast.text, *place):
            place = place[0], emphatic.start()
        words = self.words(place)
        pronoun = _OWNED.get(words.casefold(), words.casefold())
        if pronoun in FIRST_PERSON:
            return self.teller(statement)
        if pronoun in THIRD_PERSON:
            return self._meant(pronoun, place, statement)
        key = self._key(place) if pronoun not in NOBODY and _can_act(words) else None
        return self._id(key) if key else None

    def they(self, at: int) -> tuple[str, ...]:
        """Ids of those who are named together, and whom the "they" at an offset stands for."""
        return tuple(self._cast.id_of(key) for key in self._speakers.together.get(at, ()))

    def is_meant_by(self, pronoun: str, actor: str | None) -> bool:
        """Whether a pronoun of the third person can stand for an actor."""
        kind = self._kinds.get(actor or "", "person")
        if pronoun == "it" and kind == "group":
            return False
        unsure = actor in self._bare and pronoun == "it"
        return unsure or (kind == "person") == (pronoun in ("he", "she")) or (pronoun == "they" and kind == "group")

    def _id(self, key: str) -> str:
        actor = self._cast.id_of(key)
        self._kinds.setdefault(actor, self._cast.drafts[key].kind)
        return actor

    def _meant(self, pronoun: str, place: Place, statement: Statement | None) -> str | None:
        """Whom a pronoun of the third person stands for."""
        quoted, speaker = self.is_quoted(place[0]), statement.speaker if statement else None
        if quoted and pronoun in ("it", "they"):
            return None
        if speaker and not quoted and self.is_meant_by(pronoun, speaker):
            return speaker
        key, _ = self._speakers.resolve(*place)
        actor = self._id(key) if key else None
        return None if quoted and actor == speaker else actor

    def _key(self, place: Place) -> str | None:
        """Key of the actor that a phrase without a pronoun names."""
        if (country := f"country {PEOPLES.get(self.words(place), '')}") in self._cast.drafts:
            return country
        named = self._cast.between(*place)
        if len(named) == 1 and self._cast.ends[named[0][0]] == place[1]:
            start, alone = named[0]
            if not lies_within(self._cast.text[place[0] : start]):
                return alone
        if joint := joined(self._cast, place):
            return joint[0]
        key, rule = self._speakers.resolve(*place)
        if rule == "epithet" and any(people in self.words(place) for people in PEOPLES):
            return self._cast.describe(*place)  # "the Tovrian leader" is not whoever was spoken of last
        return key or self._party(place)

    def _party(self, place: Place) -> str | None:
        """ "Several prominent conservatives", "the pilots": those who can bargain, under the words that the account has
        for them."""
        name = ARTICLE.sub("", self.words(place))
        kind = party_kind(head_of(name))
        if kind is None:
            return None
        key = f"described {key_of(name)}"
        self._cast.mention(key, Draft(name, kind), place)
        return key


def _can_act(words: str) -> bool:
    """Whether a phrase can be an actor: it has a name, or its head is a role, a body, a side or a plural of people."""
    noun = head_of(words).split()
    if not noun or len(noun) > _LONGEST_ACTOR or words.casefold().startswith(("no ", "none ")):
        return False
    head = noun[-1].casefold()
    return head not in _THINGS and (any(word[0].isupper() for word in noun) or _is_of_actors(head))


def _is_of_actors(head: str) -> bool:
    if head in _CAN_ACT or described_kind(head) is not None or party_kind(head) is not None:
        return True
    return head.endswith("s") and not head.endswith(("ss", "us", "ions", "ments", "ies"))
