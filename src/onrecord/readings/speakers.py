"""Who a source is: a name, a pronoun, a role, a document or a description, resolved to an actor of the cast.

Unknown rather than wrong: every answer comes with the rule that gave it.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from onrecord.readings.attribution import Attribution
from onrecord.readings.cast import ARTICLE, Cast
from onrecord.readings.clauses import Place
from onrecord.readings.names import ROLES
from onrecord.readings.places import PEOPLES
from onrecord.text.sentences import split_sentences

Answer = tuple[str | None, str]

_PRONOUNS = {
    "he": ("person",),
    "she": ("person",),
    "who": ("person",),  # for epithets
    "it": ("organisation", "country"),
    "they": ("group", "organisation", "described"),
}
_DOCUMENTS = frozenset(
    "statement statements communique communiqué letter declaration message note text release tweet readout".split()
)
_ISSUED = re.compile(
    r"\b(?:released|issued|put out|published|sent|signed|read out|made|tweeted|wrote)\b|\bin an?\b|\bfrom\b"
)
_PREPOSITION = re.compile(r"\s(?:for|of|from|at|in|with|by|who|whose|close|familiar)\s|,")
_PRONOUN_FIRST = re.compile(r"[\"“‘']?(?:he|she|it|they)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:who|which|that)\b", re.IGNORECASE)
_AGE = re.compile(r"the \d{1,3}-year-old\b", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:the\s|an?\s)?", re.IGNORECASE)
_DEFINITE = re.compile(r"the\s(?:[\w.’'-]+\s){0,4}(?:" + "|".join(sorted(ROLES)) + r")$", re.IGNORECASE)
_NEWCOMERS = frozenset(
    "spokesman spokesperson spokeswoman official aide adviser advisor analyst diplomat expert lawyer reporter".split()
)
_WORDS = re.compile(r"\w+")
_EMPHATIC = frozenset("himself herself itself themselves alone too also and jr sr".split())
_REACH = 1500  # characters that a pronoun may look back
_LEADING = 60  # characters of a sentence in which its subject stands


class Speakers:
    """Resolves the sources of one account, in the order of the text: a pronoun may stand for whoever spoke last."""

    def __init__(self, cast: Cast, paragraphs: Iterable[Place], quoted: Iterable[Place]) -> None:
        self.cast, self.text = cast, cast.text
        self._quoted = _outermost(quoted)
        self._solid = [(m.role[0] if m.role else m.start, m.end) for m in cast.mentions]
        self._solid_starts = [start for start, _ in self._solid]
        self._solid_ends = [end for _, end in self._solid]
        self._leading: list[tuple[int, str]] = []
        self._paragraphs: list[int] = []
        for start, end in paragraphs:
            self._paragraphs.append(start)
            for first, last in split_sentences(self.text, start, end):
                self._leading += self._subject(first, last)
        self._roles = {
            key: {frozenset(_WORDS.findall(self.text[start:end].casefold())) for start, end in draft.roles}
            for key, draft in cast.drafts.items()
            if draft.roles
        }
        self._spoken: list[tuple[int, str]] = []

    def _subject(self, start: int, end: int) -> list[tuple[int, str]]:
        """The first actor of a sentence, if it stands near its start and not in a quotation."""
        if _PRONOUN_FIRST.match(self.text, start):
            return []
        for at, key in self.cast.between(start, min(end, start + _LEADING)):
            if not self._in_quotation(at):
                return [(at, key)]
        return []

    def _in_quotation(self, at: int) -> bool:
        place = bisect_left(self._quoted, (at + 1, 0)) - 1
        return place >= 0 and self._quoted[place][0] <= at < self._quoted[place][1]

    def speaker(self, attribution: Attribution) -> Answer:
        """The key of the actor whose words these are, and the rule that tells so."""
        if attribution.source is None:
            return None, "no source"
        key, rule = self._resolve(*attribution.source)
        announced = attribution.introduced_by
        if rule == "pronoun" and announced and announced != attribution.source:
            named, how = self._resolve(*announced)
            key, rule = (named, f"announced {how}") if named else (key, rule)
        if key:
            self._spoken.append((attribution.source[0], key))
        return key, rule

    def _resolve(self, start: int, end: int) -> Answer:
        words = self.text[start:end]
        if _RELATIVE.match(words):
            return self._relative(start), "relative"
        if words.casefold() in _PRONOUNS:
            return self._antecedent(words.casefold(), start), "pronoun"
        if _AGE.match(words):
            return self._antecedent("who", start), "epithet"
        head = self._head(start, words)
        key = self._named(start, start + len(head))
        if key and key.startswith("person"):
            return key, "name"
        if named := self._apposed(start + len(head), end):
            return named, "apposition"
        if key:
            return key, "name"
        if not _DOCUMENTS.isdisjoint(ARTICLE.sub("", head).casefold().split()[:3]):
            issuer = self._issuer(start)
            return (issuer, "document") if issuer else (self.cast.describe(start, end), "description")
        if words[:4].casefold() == "the " and (key := self._by_role(ARTICLE.sub("", words), start)):
            return key, "role"
        if _DEFINITE.match(words) and (key := self._paragraph_subject(start) or self._goes_on(words, start)):
            return key, "epithet"
        return self.cast.describe(start, end), "description"

    def _head(self, start: int, words: str) -> str:
        """The source up to the first preposition or comma that is not part of a name or title."""
        for match in _PREPOSITION.finditer(words):
            at = start + match.start()
            place = bisect_left(self._solid_ends, at + 1)
            if place == len(self._solid) or self._solid[place][0] > at:
                return words[: match.start()]
        return words

    def _named(self, start: int, end: int) -> str | None:
        """The actor that the head names, not one that only stands in it: "Seoul's envoy" and "the Seoul talks" are not Seoul."""
        named = self.cast.between(start, end)
        for at, key in reversed(named):
            rest = self.text[self.cast.ends[at] : end].replace("’", "'")
            following = rest.removeprefix("'s").removeprefix("'").split()[:1]
            if not following or (rest[0] != "'" and _goes_with_name(following[0])):
                return key
        return None

    def _apposed(self, start: int, end: int) -> str | None:
        """The person named behind a comma of the source, or behind the source itself."""
        commas = [at for at in range(start, end) if self.text[at] == ","]
        return next(filter(None, map(self._in_apposition, [*commas, end])), None)

    def _in_apposition(self, end: int) -> str | None:
        """ "the spokesman, Nick Merrill" and "her counterpart, the minister Radim Solcek": the name behind the comma."""
        behind = _APPOSED.match(self.text, end)
        if not behind:
            return None
        place = bisect_left(self._solid_starts, behind.end())
        for start, last in self._solid[place : place + 3]:
            named = self.cast.between(start, last)
            if start == behind.end() and named and named[-1][1].startswith("person"):
                return named[-1][1]
        return None

    def _relative(self, start: int) -> str | None:
        """ "King, who ..., said" and "a letter by the senators, which says": the actor named last before the pronoun."""
        named = self.cast.between(start - 200, start)
        return named[-1][1] if named else None

    def _antecedent(self, pronoun: str, start: int) -> str | None:
        """Whoever of the right kind opened a sentence or spoke last before the pronoun."""
        subjects = self._leading[: bisect_left(self._leading, (start, ""))][-20:]
        candidates = sorted({*subjects, *self._spoken[-10:]}, reverse=True)
        for at, key in candidates:
            if start - _REACH < at < start and self._fits(key, pronoun):
                return key
        named = [
            key
            for at, key in self.cast.between(start - _REACH, start)
            if self._fits(key, pronoun) and not self._in_quotation(at)
        ]
        return named[-1] if named else None

    def _fits(self, key: str, pronoun: str) -> bool:
        if not key.startswith(_PRONOUNS[pronoun]):
            return pronoun in ("he", "she") and key.startswith("described") and self.cast.drafts[key].kind == "person"
        return pronoun not in ("he", "she") or self.cast.gender(key) in (None, pronoun)

    def _paragraph_subject(self, start: int) -> str | None:
        """ "Solcek did not agree. “...,” the water minister said": the person without a role who opened the paragraph."""
        begin = self._paragraphs[max(0, bisect_left(self._paragraphs, start + 1) - 1)] if self._paragraphs else 0
        place = bisect_left(self._leading, (start, "")) - 1
        if place < 0 or self._leading[place][0] < begin:
            return None
        subject = self._leading[place][1]
        return subject if subject.startswith("person") and not self.cast.drafts[subject].roles else None

    def _goes_on(self, words: str, start: int) -> str | None:
        """ "The Republican senator said" after a person spoke is that person; "a spokesman" and the like are new ones."""
        if words.rsplit(maxsplit=1)[-1].casefold().rstrip("s") in _NEWCOMERS:
            return None
        key = self._antecedent("who", start)
        people = next((name for name in PEOPLES if name in words), None)
        foreign = (
            key is not None
            and people
            and all(people.split()[-1].casefold() not in role for role in self._roles.get(key, ()))
        )
        return (
            None if foreign and key in self._roles else key
        )  # "the North Korean leader" is not the president who spoke last

    def _issuer(self, start: int) -> str | None:
        """Who issued the document that was last spoken of: the actor named before "released", "in a" and the like."""
        back = max(0, start - 700)
        for issued in reversed(list(_ISSUED.finditer(self.text, back, start))):
            named = self.cast.between(issued.start() - 160, issued.start())
            if named:
                return named[-1][1]
        return None

    def _by_role(self, role: str, start: int) -> str | None:
        """The actor whose printed role has these words; of several, the one named last before `start`."""
        wanted = set(_WORDS.findall(role.casefold()))
        holders = []
        for key, printed in self._roles.items():
            if any(wanted <= words for words in printed):
                mentions = self.cast.drafts[key].mentions
                place = bisect_left(mentions, (start, 0)) - 1
                holders.append((mentions[place][0] if place >= 0 else -1, key))
        for at, key in self._spoken[-20:]:  # "The officer added" after "A senior police officer said"
            if key.startswith("described") and wanted <= set(_WORDS.findall(key)):
                holders.append((at, key))
        return max(holders)[1] if holders else None


def _goes_with_name(word: str) -> bool:
    """Whether a word behind a name leaves it the head: "Orrin himself", "Orrin (Ind.)", "Orrin Hall", but not "Orrin aides"."""
    return word.strip(",").casefold() in _EMPHATIC or word[0] in "(," or word[0].isupper()


def _outermost(places: Iterable[Place]) -> list[Place]:
    """The places that stand in no other, in order."""
    kept: list[Place] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
