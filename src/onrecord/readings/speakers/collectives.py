"""Whom "it" and "they" stand for: the body, the group or the people that the clauses before are about.

Who fits is rarer than for "he" and "she", and the nearest name is seldom meant, so only what stands as a subject
counts: who speaks or acts there, and people without a name ("five senators urged ..."). Of several in one sentence the
first is meant. Where two persons are named together, "they" is both of them; where nothing fits, nobody: unknown rather
than wrong.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from onrecord.readings.cast.actors import Cast
from onrecord.readings.nouns import HUMANS, PARTISANS, ROLES
from onrecord.readings.speakers.pronouns import OBLIQUE, Pronouns
from onrecord.text import lexicon
from onrecord.text.spans import Place

_REACH = 1200  # characters that the pronoun may look back
_SENTENCES = 4  # outside quotations, with its own
_MOST = 12  # sentences within and around quotations
_KINDS = {"it": ("organisation", "country"), "they": ("organisation", "group")}
_PLURALS = "|".join(
    sorted({f"{noun}s" for noun in ROLES | HUMANS | PARTISANS} | lexicon.words("roles.plurals_for_they"))
)
_PEOPLE = re.compile(
    r"(?:^|(?<=[,;:]\s)|\b(?:after|when|while|as|but|and|that|because|before|if)\s)"
    rf"((?:[\w’'-]+\s){{0,6}}?(?:{_PLURALS}))\b",
    re.IGNORECASE,
)
_NO_NOUN = re.compile(
    r"\b(?:to|of|for|from|by|in|at|on|with|said|is|are|was|were|has|had|have|that|who|he|she|it|they|as)\s",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:\sof\s[\w’'-]+(?:\s[\w’'-]+){0,2})?"  # "of Ohio"
    r"(?:,[^,.;]{1,60},|\s\([^()]{1,20}\))?,?\sand\s(?:(?:the\s)?(?:[\w.’'-]+\s){0,5})?"
)
_VERB = (
    r"\s(?:also|later|then|now|still|itself|has|had|have|is|are|was|were|will|would|could|should|may|might|did|does|do|"
    r"says?|said|told|wrote|[a-z]{3,}(?:ed|es|s)|made|took|sent|won|lost|gave|met|began|went|came|saw|held|spoke|ran"
    r"|put|sought|knew|"
    r"felt|got|left)\b"
)
_ACTS = re.compile(rf"(?:\s[a-z]+(?=,))?(?:,[^.;:]{{1,100}}?,)?,?{_VERB}")
_PEOPLE_ACT = re.compile(
    r"(?:\s(?:who|in|on|from|of|with|at|for)\s[^,.;:]{1,60}?(?=\s(?:also|has|had|have|is|are|was|were|will|would|said"
    r"|say)\b|,))?"
    rf"(?:,[^.;:]{{1,100}}?,)?{_VERB}"
)
_OF_THEM = re.compile(
    r"[’']\s[a-z]+\sis\sthat\s|\sthat\s$"
)  # "the Greens’ view is that they", "urged the Greens that they"
_WITHIN = re.compile(
    r"\b(?:that|which|who)\s(?:[a-z]+\s){1,2}(?:the\s)?$"
)  # "the company that runs the Harbour Awards"


class Collectives:
    """Answers for "it" and "they" in one account."""

    def __init__(self, cast: Cast, pronouns: Pronouns, together: Mapping[int, tuple[str, ...]]) -> None:
        """`together`: by where a source starts the keys of those whom it joins."""
        self.cast, self.text, self.pronouns, self.together = cast, cast.text, pronouns, together

    def antecedents(self, pronoun: str, at: int, floor: int) -> tuple[str, ...]:
        """The keys of the actors that `pronoun` at `at` stands for, named or speaking behind `floor`: none if nobody
        fits, more than one where they were named together."""
        for start, end in self._stretches(at):
            nearest = min(self._candidates(pronoun, max(start, floor), end), default=None)
            if nearest:
                place, keys = nearest
                described = None if keys else self.cast.describe(*place)
                return (described,) if described else keys
        return ()

    def _stretches(self, at: int) -> Iterator[Place]:
        """The sentences before a place, the nearest first, without those within quotations."""
        end, remaining = at, _SENTENCES
        for _ in range(_MOST):
            start = self.pronouns.sentence_start(end - 1)
            if start >= end or at - start > _REACH:
                return
            if not self.pronouns.is_quoted(start):
                yield start, end
                remaining -= 1
            if not remaining:
                return
            end = start

    def _candidates(self, pronoun: str, start: int, end: int) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """Who fits in one stretch: where, and the keys; none for people without a name."""
        for at, key in self.pronouns.spoken(start, end, 10):
            if pronoun == "they" and at in self.together:
                yield (at, at), self.together[at]
            elif self._speaks(pronoun, key):
                yield (at, at), (key,)
        named = [(at, key) for at, key in self.cast.between(start, end) if not self.pronouns.is_quoted(at)]
        yield from (((at, at), (key,)) for at, key in named if self._is_about(pronoun, at, key, (start, end)))
        if pronoun == "they":
            yield from self._pairs(named, start)
            yield from self._people(start, end)

    def _is_about(self, pronoun: str, at: int, key: str, within: Place) -> bool:
        """Whether a stretch is about a body or a group that is named in it."""
        last = self.cast.ends[at]
        if pronoun == "they" and key.startswith("group") and _OF_THEM.match(self.text, last, within[1]):
            return True
        return key.startswith(_KINDS[pronoun]) and self._is_subject(at, last, within[0])

    def _pairs(self, named: list[tuple[int, str]], floor: int) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """ "Mr. Hale and Ms. Orrin released ..."."""
        listed = {at for (before, _), (at, _) in pairwise(named) if self.cast.text[self.cast.ends[before] : at] == ", "}
        for (at, first), (behind, second) in pairwise(named):
            persons = first != second and first.startswith("person") and second.startswith("person")
            joined = persons and _JOINED.fullmatch(self.text, self.cast.ends[at], behind)
            if joined and at not in listed and not self._is_oblique(at, floor):
                yield (at, at), (first, second)

    def _people(self, start: int, end: int) -> Iterator[tuple[Place, tuple[str, ...]]]:
        """ "Some senators who pushed the bill are now calling ..."."""
        for match in _PEOPLE.finditer(self.text[start:end]):
            place = start + match.start(1), start + match.end(1)
            noun = not _NO_NOUN.search(match[1]) and not self.pronouns.is_quoted(place[0])
            if noun and _PEOPLE_ACT.match(self.text, place[1]):
                yield place, ()

    def _speaks(self, pronoun: str, key: str) -> bool:
        """Whether somebody who spoke may be meant: a body, people; by "they" also a person who is no known man or
        woman."""
        kind = self.cast.drafts[key].kind
        return kind in _KINDS[pronoun] or (pronoun == "they" and kind == "person" and self.cast.gender(key) is None)

    def _is_subject(self, start: int, end: int, floor: int) -> bool:
        return not self._is_oblique(start, floor) and _ACTS.match(self.text, end) is not None

    def _is_oblique(self, start: int, floor: int) -> bool:
        before = max(floor, start - 60)
        return (OBLIQUE.search(self.text, before, start) or _WITHIN.search(self.text, before, start)) is not None
