"""Whom a pronoun stands for: each actor named before it is scored by where and how it was last named, and the best one
is taken.

A log-linear model over the candidates of one pronoun; its few weights were fitted on labelled pronouns of news accounts
(see `_WEIGHTS`). Pronouns are gone through in the order of the text, so that one answers for the next.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.readings.cast.actors import Cast
from onrecord.readings.nouns import CALLINGS, HUMANS, ROLES
from onrecord.text.sentences import split_sentences
from onrecord.text.spans import Place

_PRONOUN = re.compile(r"\b(?:[Hh]e|[Ss]he)\b(?![’'-])")
OBLIQUE = re.compile(
    r"\b(?:of|for|with|by|to|from|on|about|against|like|than|at|in|behind|between|over|under|toward|towards|after"
    r"|before|among|including|"
    r"told|asked|urged|called|accused|thanked|praised|blamed|criticized|criticised|replace|succeed|joined|met"
    r"|named)\s(?:[\w.’'-]+\s){0,4}$",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?:,[^,.;:]{1,80},)?\s(?:also|later|then|now|still|has|had|have|is|was|will|would|could|should|may|might|did"
    r"|does|says?|said|told|"
    r"wrote|[a-z]{3,}(?:ed|es|s)|made|took|sent|won|lost|gave|met|began|went|came|saw|held|spoke|ran|put|sought|knew"
    r"|felt|got|left)\b"
)
_HIS_WORDS = re.compile(  # what stands for the one who wrote or said it: "Hale’s letter did not say why. He ..."
    r"[’']s?\s(?:[a-z-]+\s){0,2}(?:letter|statement|speech|tweet|tweets|post|remarks|comments|message|memo|testimony"
    r"|op-ed|column|address|reply|"
    r"response|answer|note)\b"
)
_MODIFIER = re.compile(
    r"-era\b|\s(?:[a-z-]+\s)?(?:tax|taxes|administration|campaign|era|years?|plans?|budget|doctrine|presidency|cuts"
    r"|policy|policies|bill|law|rule|deal|"
    r"agenda|amendment|act|movement|camp|memo|dossier|scandal|affair|trial|fund|foundation|effect|brand)\b"
)
_KINDS = {
    "he": ("person",),
    "she": ("person",),
    "who": ("person",),  # for epithets
    "it": ("organisation", "country"),
    "they": ("group", "organisation", "described"),
}
_OPENING = 4  # characters before whom a sentence opens with and is about: "Hale’s faith has shaped him"
_THEIR_PERSON = re.compile(  # but not "Hale’s lawyer"
    rf"[’']s?\s(?:[\w-]+\s){{0,3}}?(?:{'|'.join(sorted(ROLES | CALLINGS | HUMANS))})\b"
)
_REACH = 2500  # characters that a pronoun may look back
_BACK = 3000  # characters of a quotation that somebody may have been named before
_MOST = 60  # mentions that it may look at
_WEIGHTS = {
    "acts 0": 0.28,
    "acts 1": 0.15,
    "acts 2": 0.29,
    "acts 3": -0.18,
    "count": 0.17,
    "described": -0.09,
    "fronted": -4.0,
    "gender known": 0.06,
    "last 0": 0.17,
    "last 1": 0.65,
    "last 2": 0.13,
    "last 3": -0.11,
    "last 4": -0.76,
    "last oblique": -0.54,
    "last possessive": 0.31,
    "last pronoun": 0.18,
    "last quoted": -0.27,
    "prominent 0": 1.54,
    "prominent 1": -0.39,
    "prominent 2": -0.28,
    "recent 0": 0.7,
    "recent 1": 0.27,
    "recent 2": -0.19,
    "spoke before": 0.75,
    "spoke last 0": 0.47,
    "spoke last 1": 0.61,
    "spoke last 2": 0.59,
    "spoke last 3": 0.51,
    "subject 0": -0.11,
    "subject 1": 0.95,
    "subject 2": 0.1,
    "subject 3": 0.16,
    "subject 4": -0.3,
    "subject of paragraph": 0.43,
}


class Named(NamedTuple):
    """An actor named at a place: by a name, by a pronoun that stands for him, or as a speaker."""

    at: int
    end: int
    key: str
    sentence: int
    subject: bool
    """Whether he is what the sentence is about: the first actor in it, outside quotations."""
    acts: bool
    oblique: bool
    possessive: bool
    quoted: bool
    pronoun: bool


class Pronouns:
    """Answers for the pronouns of one account, in the order of the text."""

    def __init__(self, cast: Cast, paragraphs: Iterable[Place], quoted: Sequence[Place]) -> None:
        self.cast, self.text, self._quoted = cast, cast.text, quoted
        self.sentences: list[int] = []
        """Where each sentence starts."""
        self._paragraph_of: list[int] = []
        tokens: list[tuple[int, str]] = []
        for number, (start, end) in enumerate(paragraphs):
            for first, _ in split_sentences(self.text, start, end):
                self.sentences.append(first)
                self._paragraph_of.append(number)
            tokens += [(m.start(), m[0].casefold()) for m in _PRONOUN.finditer(self.text, start, end)]
        self._tokens = [token for token in tokens if not self.is_quoted(token[0])]
        self._next = 0
        self._named: list[Named] = []
        self._starts: list[int] = []
        """Of what is named, in the same order."""
        self._seen = 0  # how many of the cast's mentions were entered
        self._about: set[int] = set()  # sentences that have their subject
        self._of: dict[str, list[int]] = defaultdict(list)
        """For each actor where he is named."""
        self._spoken_of: dict[str, int] = {}
        """For each actor where he is first named himself, not only in the name of a thing: "the Hale tax cuts"."""
        self._spoken: list[tuple[int, str]] = []
        """Where somebody spoke, and who, in order."""

    def speaks(self, at: int, key: str) -> None:
        """Who spoke at a place; a pronoun there is his."""
        insort(self._spoken, (at, key))

    def spoken(self, start: int, end: int, most: int) -> list[tuple[int, str]]:
        """Who spoke in a stretch, and where: the last of them."""
        first, last = bisect_left(self._spoken, (start, "")), bisect_left(self._spoken, (end, ""))
        return self._spoken[max(first, last - most) : last]

    def antecedent(self, pronoun: str, at: int) -> str | None:
        """The key of the actor that `pronoun` at `at` stands for; None if nobody fits."""
        self._advance(at)
        return self._best(pronoun, at)

    def ranked(self, pronoun: str, at: int) -> list[str]:
        """The keys of all actors that fit, the likeliest first."""
        self._advance(at)
        return self._ranked(pronoun, at)

    def candidates(self, pronoun: str, at: int) -> dict[str, dict[str, float]]:
        """For each actor that fits the pronoun what tells for and against him, as numbers."""
        self._advance(at)
        return self._compared(self._fitting(pronoun, at), pronoun, at)

    def _advance(self, at: int) -> None:
        """Enter what is named before `at`, and answer for the pronouns there."""
        while self._next < len(self._tokens) and self._tokens[self._next][0] < at:
            place, pronoun = self._tokens[self._next]
            self._next += 1
            self._enter_names(place)
            spoken = self.spoken(place, place + 1, 1)
            if key := spoken[0][1] if spoken else self._best(pronoun, place):
                self._enter(place, place + len(pronoun), key, pronoun=True)
        self._enter_names(at)

    def _enter_names(self, at: int) -> None:
        order = self.cast.order
        while self._seen < len(order) and order[self._seen][0] < at:
            start, key = order[self._seen]
            self._seen += 1
            self._enter(start, self.cast.ends[start], key, pronoun=False)

    def _enter(self, start: int, end: int, key: str, *, pronoun: bool) -> None:
        sentence = self._sentence(start)
        quoted = not pronoun and self.is_quoted(start)
        begin = self.sentences[sentence] if sentence >= 0 else 0
        oblique = OBLIQUE.search(self.text, max(begin, start - 60), start) is not None
        possessive = self.text[end : end + 2] in ("’s", "'s", "’ ", "' ") and not _HIS_WORDS.match(self.text, end)
        owning = possessive and not (start - begin < _OPENING and self._opens(key, end))
        subject = not (quoted or oblique or owning) and sentence not in self._about
        if subject:
            self._about.add(sentence)
        acts = not possessive and _ACTS.match(self.text, end) is not None
        self._named.append(Named(start, end, key, sentence, subject, acts, oblique, possessive, quoted, pronoun))
        self._starts.append(start)
        self._of[key].append(start)
        if pronoun or not _MODIFIER.match(self.text, end):
            self._spoken_of.setdefault(key, start)

    def _before(self, at: int) -> list[Named]:
        """What is named before a place, as far as is looked back."""
        last = bisect_left(self._starts, at)
        return self._named[max(0, last - _MOST) : last]

    def _opens(self, key: str, end: int) -> bool:
        """Whether a sentence that begins with whose a thing is, is about him: "Hale’s faith", but not "Hale’s
        lawyer"."""
        return key.startswith("person") and not _THEIR_PERSON.match(self.text, end)

    def sentence_start(self, at: int) -> int:
        """Where the sentence around `at` begins."""
        number = self._sentence(at)
        return self.sentences[number] if number >= 0 else 0

    def _sentence(self, at: int) -> int:
        return bisect_right(self.sentences, at) - 1

    def is_quoted(self, at: int) -> bool:
        """Whether a place is within a quotation."""
        place = bisect_left(self._quoted, (at + 1, 0)) - 1
        return place >= 0 and self._quoted[place][0] <= at < self._quoted[place][1]

    def is_named_there(self, key: str | None, at: int) -> bool:
        """Whether an actor is named before `at` in the quotation around it."""
        place = bisect_left(self._quoted, (at + 1, 0)) - 1
        start = max(self._quoted[place][0], at - _BACK) if self.is_quoted(at) else at
        return any(named == key for _, named in self.cast.between(start, at))

    def _best(self, pronoun: str, at: int) -> str | None:
        return next(iter(self._ranked(pronoun, at)), None)

    def _ranked(self, pronoun: str, at: int) -> list[str]:
        fitting = self._fitting(pronoun, at)
        scores = {key: self._score(found) for key, found in self._compared(fitting, pronoun, at).items()}
        return sorted(fitting, key=lambda key: (-scores[key], key))

    def _compared(self, fitting: Sequence[str], pronoun: str, at: int) -> dict[str, dict[str, float]]:
        """The features of all candidates, with their order by who was last a subject or a speaker, and who was last
        named."""
        features = {key: self._features(key, pronoun, at) for key in fitting}
        for name, places in (("prominent", self._prominent(at)), ("recent", self._recent(at))):
            order = sorted(fitting, key=lambda key: (-places.get(key, -1), key))
            for rank, key in enumerate(order[:3]):
                if key in places:
                    features[key][f"{name} {rank}"] = 1.0
        return features

    def _prominent(self, at: int) -> dict[str, int]:
        """For each key where it was last the subject of a sentence or spoke."""
        subjects = [(named.at, named.key) for named in self._before(at) if named.subject]
        return {key: place for place, key in sorted([*subjects, *self.spoken(0, at, 10)])}

    def _recent(self, at: int) -> dict[str, int]:
        return {named.key: named.at for named in self._before(at) if not named.quoted}

    @staticmethod
    def _score(features: dict[str, float]) -> float:
        return sum(_WEIGHTS.get(name, 0.0) * value for name, value in features.items())

    def _fitting(self, pronoun: str, at: int) -> list[str]:
        near = [named.key for named in self._before(at) if at - _REACH < named.at]
        spoken = [key for _, key in self.spoken(at - _REACH + 1, at, 6)]
        named = [key for key in near if self._spoken_of.get(key, at) < at]
        return [key for key in dict.fromkeys([*named, *spoken]) if self.fits(key, pronoun)]

    def fits(self, key: str, pronoun: str) -> bool:
        if not key.startswith(_KINDS[pronoun]):
            return pronoun in ("he", "she") and key.startswith("described") and self.cast.drafts[key].kind == "person"
        return pronoun not in ("he", "she") or self.cast.gender(key) in (None, pronoun)

    def _features(self, key: str, pronoun: str, at: int) -> dict[str, float]:
        here = self._sentence(at)
        mentions = [named for named in self._before(at) if named.key == key]
        features = {
            "gender known": float(self.cast.gender(key) == pronoun),
            "count": min(bisect_left(self._of[key], at), 12) ** 0.5,
            "described": float(key.startswith("described")),
        }
        if mentions:
            features |= self._features_of_last(mentions[-1], at, here)
        subject = next((n for n in reversed(mentions) if n.subject), None)
        if subject:
            features[f"subject {min(here - subject.sentence, 4)}"] = 1.0
            features["subject of paragraph"] = float(self._paragraph(subject.sentence) == self._paragraph(here))
        acting = next((n for n in reversed(mentions) if n.acts and not n.quoted), None)
        if acting:
            features[f"acts {min(here - acting.sentence, 3)}"] = 1.0
        return features | self._spoken_features(key, at, here)

    def _features_of_last(self, last: Named, at: int, here: int) -> dict[str, float]:
        return {
            f"last {min(here - last.sentence, 4)}": 1.0,
            "last quoted": float(last.quoted),
            "last oblique": float(last.oblique),
            "last possessive": float(last.possessive),
            "last pronoun": float(last.pronoun),
            "fronted": float(self.text[last.end : at] == ", " and last.oblique),
        }

    def _spoken_features(self, key: str, at: int, here: int) -> dict[str, float]:
        before = self.spoken(0, at, 2)
        if not before:
            return {}
        start, who = before[-1]
        apart = here - self._sentence(start)
        features = {f"spoke last {min(apart, 3)}": float(who == key)}
        if len(before) > 1:
            features["spoke before"] = float(before[-2][1] == key)
        return features

    def _paragraph(self, sentence: int) -> int:
        return self._paragraph_of[sentence] if sentence >= 0 else -1
