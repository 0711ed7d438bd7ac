"""What an account shows of each name in it: the kind that the model takes it for, whether it is titled, acts or is a
place."""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.readings.cast.names import Mention
from onrecord.readings.model import Name
from onrecord.text import lexicon
from onrecord.text.given import EITHER, MEN, WOMEN
from onrecord.text.persons import name_words, without_generation
from onrecord.text.places import COUNTRIES, REGIONS
from onrecord.text.spans import Place

_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_PLACED = re.compile(
    r"\b(?:in|at|to|from|near|of|for|outside|around|via|through|capital,|into|across|over|visit|visited|left|on)(?: "
    r"the)?$"
)
_JOINED_PLACE = re.compile(
    r"\b(?:in|at|to|from|near|of|outside|around|across)\s[^\W\d_a-z][\w’'-]*(?:, [A-Z]\w+)*,? (?:and|or)$"
)
_ACTS = re.compile(
    r"(?:\s(?:also|later|then|now|still|itself|has|had|have|will|would|could|should|may|might|must|did|does|and its "
    r"allies))*"
    r"\s(?:said|says|say|told|tells|wants?|wrote|writes|[a-z]{3,}(?:ed|ised|ized)|insists?|argues?|demands?|refuses?"
    r"|hopes?|believes?|plans?|"
    r"agrees?|warns?|claims?|held|made|took|sent|won|lost|gave|met|began|chose|sought|paid|ran|put|spent|bought|sold"
    r"|sues|has|had|have|will|"
    r"would|did|does|announces?|calls?|reports?|intends?|seeks?|needs?|fears?|sees?|thinks?)\b"
)
_INTRODUCED = re.compile(r",\s(?:the|an?|who|whose|\d\d|his|her)\b")
_PEOPLE_ENDINGS = lexicon.in_order("parties.endings_of_peoples")
_STOPS = re.compile(r",\s(?!(?:Jr|Sr)\b)|\s(?:of|for|from|in|at|with|who|on|whose)\s|\s\(")
_MODIFIES = re.compile(  # "the Resist Hale movement": the names before it are no person's
    r"(?:[’']s?)?\s(?:movement|campaign|administration|rally|supporters|team|event|era|plan|law|bill|case|trial|brand"
    r"|doctrine|fans|voters|"
    r"backers|loyalists|effect|memo|dossier|program|programme|minister|pastor|preacher|church|fund|project|initiative"
    r"|ticket|budget)\b"
)
_NO_PERSON = re.compile(
    r",\swhich\s|\shave\s(?:\w+\s)?[a-z]+(?:ed|en)\b"
)  # "Big Anchor, which was sold"; "Big Anchor have denied"
_AT_A_BODY = re.compile(r"\b(?:at|firm|firms|company|group|agency|consultancy|think tank)(?: of)? (?:the )?$")
_GIVEN = MEN | WOMEN | EITHER
_PLACES = COUNTRIES.keys() | REGIONS.keys()


def key_of(name: str) -> str:
    """Letters that two writings of one name share: no case, no accents, no hyphens, no stops in an acronym."""
    return " ".join(name_words(_DOTTED.sub(lambda dotted: dotted[0].replace(".", ""), name)))


def _peoples(words: Iterable[str]) -> Mapping[str, str]:
    """For each word that is made from another as "Tovrian" from "Tovria" that other."""
    stems: dict[str, str] = {}
    for word in sorted(words):
        if len(stem := word.rstrip("aeiouy")) >= 3:
            stems.setdefault(stem, word)
    peoples: dict[str, str] = {}
    for word in words:
        for ending in _PEOPLE_ENDINGS:
            country = stems.get(word.removesuffix(ending)) if word.endswith(ending) else None
            if country and country != word:
                peoples[word] = country
    return peoples


class Evidence:
    """Gathered over all mentions of a name, for one mention alone tells little."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], sources: Iterable[Place], marked: Iterable[Name]
    ) -> None:
        self.text = text
        self.keys: Mapping[Mention, str] = {m: key_of(text[m.start : m.end]) for m in mentions}
        self._heads = _heads(text, sources)
        self.votes = self._votes(mentions, sorted((name.start, name.end, name.kind) for name in marked))
        self.titled = {self.keys[m] for m in mentions if m.role}
        self._peoples = _peoples({part for key in self.keys.values() for part in key.split()})
        self._countries = frozenset(self._peoples.values())
        self._bodies = {self.keys[m] for m in mentions if _NO_PERSON.match(text, m.end) and not self._is_second(m)}
        alone = (m for m in mentions if " " not in self.keys[m] and m.kind in (None, "person"))
        self.alone = {self.keys[m] for m in alone}

    def _votes(self, mentions: Sequence[Mention], marked: Sequence[tuple[int, int, str]]) -> Mapping[str, Counter[str]]:
        """For each name how often the model takes it for what: by place, for the model may cut a name short."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        starts = [start for start, _, _ in marked]
        for mention in mentions:
            first = max(0, bisect_left(starts, mention.start) - 1)
            for start, end, kind in marked[first : bisect_left(starts, mention.end, first)]:
                if 2 * (min(end, mention.end) - max(start, mention.start)) > mention.end - mention.start:
                    votes[self.keys[mention]][kind] += 1
        return votes

    def share(self, key: str, kind: str) -> float:
        """Of the model's votes for a name those for `kind`, from 0 to 1; 0 without votes."""
        votes = self.votes.get(key)
        return votes[kind] / votes.total() if votes else 0.0

    def acts(self, mention: Mention) -> bool:
        """Whether it is a source, or the subject of what somebody does."""
        return self.speaks(mention) or (_ACTS.match(self.text, mention.end) is not None and not self.is_placed(mention))

    def speaks(self, mention: Mention) -> bool:
        """Whether it is the head of a source: "Trump", not "Trump aides"."""
        return mention.end in self._heads

    def is_placed(self, mention: Mention) -> bool:
        """A capital stands for its government as the subject of a clause, not after "in" or "to"."""
        before = self.text[max(0, mention.start - 40) : mention.start].rstrip()
        return _PLACED.search(before) is not None or _JOINED_PLACE.search(before) is not None

    def is_person(self, mention: Mention) -> bool:
        """Of a name of several words: whether what is known of it tells of a person more than of anything else."""
        key = self.keys[mention]
        words = without_generation(tuple(key.split()))
        place = self.text[mention.start : mention.end].split()[0] in _PLACES
        signs = (
            4.0 * (key in self.titled),
            2.0 * (words[0] in _GIVEN and not place),
            1.5 * (words[-1] in self.alone or words[-1] in self.titled),
            1.0 * bool(_INTRODUCED.match(self.text, mention.end)),
            0.5 * self.speaks(mention),
            -4.0 * bool(_MODIFIES.match(self.text, mention.end) and words[0] not in _GIVEN),
            -4.0 * (key in self._bodies),
            -4.0 * bool(_AT_A_BODY.search(self.text, max(0, mention.start - 20), mention.start)),
            3.0 * self.share(key, "person"),
            -2.5 * (self.share(key, "organisation") + self.share(key, "place") + self.share(key, "group")),
        )
        return sum(signs) > 0

    def _is_second(self, mention: Mention) -> bool:
        """Of several: "Ana Hale and Bob Orrin have"."""
        return self.text.endswith((" and ", ", ", "nor ", "or "), 0, mention.start)

    def country(self, key: str) -> bool:
        """Whether a people is named after it in the account: "Tovria" beside "Tovrian"."""
        return key in self._countries

    def people(self, key: str) -> str | None:
        """The country whose people a name is."""
        return self._peoples.get(key)


def _heads(text: str, sources: Iterable[Place]) -> frozenset[int]:
    """Where the heads of sources end: before the first comma, bracket or preposition, or with the source."""
    stops = ((start, end, _STOPS.search(text[start:end])) for start, end in sources)
    return frozenset(start + stop.start() if stop else end for start, end, stop in stops)
