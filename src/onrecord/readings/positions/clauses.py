"""Clauses by rule: the tokens of a sentence, the subject before a verb, and who says what has that subject."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.readings.positions.words import (
    ADVERBS,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    INSISTING,
    LINKS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    RELATIVES,
    SAYING,
    STOPS,
)
from onrecord.text import lexicon, title_words
from onrecord.text.calendar import MONTHS
from onrecord.text.spans import Place

_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}|(?:{title_words.ANY_CAPITALISED}|St|Jr|Sr)\.|['’](?:ll|d|re|ve|m|s)\b"
    r"|\$?\d[\d,.]*\d|[^\W_]+(?:-[^\W_]+)*(?:['’]t\b)?|--+|\.{2,}|[^\w\s]"
)
OUTSIDE = -1
_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_MONTH = "(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_SPAN = "(?:hour|day|week|weekend|month|year|decade|morning|afternoon|evening|night|spring|summer|autumn|fall|winter)"
# Words between a subject and its verb, or a verb and its complement, that say when, and nothing of what.
_WHEN = re.compile(
    rf"(?:(?:(?:on )?(?:late |early )?{_DAY}(?: (?:morning|afternoon|evening|night))?|(?:earlier |later )?(?:this"
    rf"|last|next) (?:{_SPAN}|{_MONTH}|{_DAY})|"
    rf"(?:back )?in (?:(?:early|late|mid) )?(?:{_MONTH} )?\d{{4}}|(?:back )?in {_MONTH}|(?:in|over|during) "
    rf"recent {_SPAN}s|"
    rf"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many|few) {_SPAN}s? (?:ago|earlier|before"
    rf"|later)|"
    rf"for (?:{_SPAN}s|some time|the (?:first|second|third) time)|so far|thus far|at (?:first|one point|times|last)"
    rf"|in (?:return|turn|public|private)) )+"
)
_LONGEST_WHEN = 7  # tokens
_ALONGSIDE = lexicon.families("clause_words.alongside")
_BEGINNING_WHEN = DAYS | lexicon.words("calendar.before_a_time")
_ENDING_WHEN = lexicon.words("calendar.end_of_a_time") | MONTHS | {day for day in DAYS if day.endswith("day")}

_OPENING = lexicon.words("calendar.openings_of_a_time")
_LIKEWISE = lexicon.words("clause_words.likewise")
_STANDING = lexicon.words("clause_words.ready")
_REFLEXIVE = lexicon.words("clause_words.reflexive")
REACH = 80  # tokens that are looked through for the beginning or the end of a clause
_BEFORE_PARTICIPLE = lexicon.words("clause_words.before_a_participle")
_COUNTED = lexicon.words("numbers.of_persons")
_COUNTING = lexicon.words("numbers.nouns_of_number")
_BLAMING = lexicon.words("verbs_of_saying.blaming")
_LONGEST_BLAMED = 9  # tokens from the verb to "for"
_WITHIN = lexicon.words("clause_words.within_a_phrase")  # prepositions inside a noun phrase
_ENDS = frozenset(",.!?")
DASHES = frozenset("—–―")
APART = DASHES | {","}  # what sets an aside off from its sentence
_CLOSING_ASIDE = APART | {")"}
_NO_PHRASE = STOPS | QUOTES | {","}  # nothing that ends with these is a noun phrase
_TAKING_UP = frozenset("and but or then".split())  # a second verb of one subject follows
_NEVER_WITHIN = DAYS | {"to"}  # no part of a noun phrase
_HELPING = AUXILIARIES | DAYS | NEGATIONS | ADVERBS
_BOUNDS = STOPS | RELATIVES | LINKS | SAYING | NEGATIONS | (AUXILIARIES - {"'s"}) | {","}
_ADVERBIAL = PREPOSITIONS | LINKS | _OPENING
_HELPING_BEHIND = {"'s": PRONOUNS, "long": frozenset("has have had 've 'd 's".split())}
"""Words that help a verb only behind others: "they have long demanded"."""
_HELPING_BEFORE = {"used": frozenset(("to",)), **dict.fromkeys(("stand", "stands", "stood"), _STANDING)}
"""Words that help a verb only before others: "it stands ready to"."""
_LONGEST_PHRASE = 16  # tokens
_BEFORE_SUBJECT = lexicon.words("clause_words.before_a_subject")
_PAST = lexicon.words("clause_words.past_forms_behind_a_subject")


class Token(NamedTuple):
    start: int
    end: int
    word: str  # lower case, straight apostrophes


class Sentence:
    """One sentence of an account as tokens, each in one quotation or outside of all."""

    def __init__(self, text: str, start: int, end: int, quoted: Sequence[Place]) -> None:
        """`quoted`: the sorted words of the account's quotations."""
        self.text, self.start, self.end = text, start, end
        lower = text[start:end].lower().replace("’", "'")
        if len(lower) != end - start:  # some capital is written in two letters when it is small
            lower = "".join([one if len(one.lower()) > 1 else one.lower() for one in text[start:end]]).replace("’", "'")
        places = [match.span() for match in _TOKEN.finditer(text, start, end)]
        self.tokens = [Token(first, last, lower[first - start : last - start]) for first, last in places]
        self.tokens, self._scare = _without_scare_quotes(self.tokens)
        self._words = [token.word for token in self.tokens]
        self._quoted = quoted
        self._starts = [token.start for token in self.tokens]

    def word(self, at: int) -> str:
        """The token's word; no word before the first and behind the last."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def find(self, words: Container[str], tokens: Iterable[int]) -> int | None:
        """The first of some tokens that is one of the words."""
        return next((at for at in tokens if self.word(at) in words), None)

    def is_number(self, at: int) -> bool:
        """Whether an amount stands here, in figures: "$5", "20"."""
        return self.word(at)[:1].isdigit() or self.word(at)[:1] == "$"

    def words(self, first: int, last: int) -> list[str]:
        return self._words[max(first, 0) : last]

    def place(self, first: int, last: int) -> Place:
        return self.tokens[first].start, self.tokens[last - 1].end

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.text[self.tokens[at].start].isupper()

    def region(self, at: int) -> int:
        """Number of the quotation that a token stands in, or -1."""
        start = self.tokens[at].start
        if start in self._scare:
            return OUTSIDE
        number = bisect_right(self._quoted, (start, start + 10**9)) - 1
        return number if number >= 0 and start < self._quoted[number][1] else OUTSIDE

    def follows(self, at: int, words: Sequence[str]) -> bool:
        return tuple(self._words[at : at + len(words)]) == tuple(words) if at >= 0 else not words

    def at(self, start: int) -> int:
        """The token that begins at the offset `start`."""
        return bisect_left(self._starts, start)

    def before_verb(self, at: int) -> tuple[int, list[str]]:
        """The token before the auxiliaries and adverbs of a verb, and these."""
        passed: list[str] = []
        at -= 1
        while at >= 0 and len(passed) < _LONGEST_PHRASE:
            if (when := self._when_ends(at)) < at:
                passed.extend(reversed(self.words(when + 1, at + 1)))
                at = when
            elif self._is_auxiliary(at):
                passed.append(self.word(at))
                at -= 1
            else:
                break
        return at, passed[::-1]

    def when(self, at: int) -> int:
        """The token behind words that say when ("last year", "on Monday"), or `at` where none begin."""
        begun = self.word(at) in _BEGINNING_WHEN or self.word(at).isdigit()
        if begun and (found := _WHEN.match(" ".join(self.words(at, at + _LONGEST_WHEN)) + " ")):
            return at + found[0].count(" ")
        return at

    def _when_ends(self, at: int) -> int:
        """The token before words that say when and end at the token `at`; `at` if none do."""
        if self.word(at) not in _ENDING_WHEN and not self.word(at).isdigit():
            return at
        begin = (first for first in range(max(0, at + 1 - _LONGEST_WHEN), at + 1) if self.when(first) == at + 1)
        return next(begin, at + 1) - 1

    def _is_auxiliary(self, at: int) -> bool:
        word = self.word(at)
        if word in _HELPING_BEHIND:
            return self.word(at - 1) in _HELPING_BEHIND[word]
        if word in _HELPING_BEFORE:
            return self.word(at + 1) in _HELPING_BEFORE[word]
        return word in _HELPING or (word.endswith("ly") and not self.capital(at))

    def subject(self, at: int) -> Place | None:
        """The noun phrase that is the subject of the verb at `at`, as offsets."""
        behind, passed = self.before_verb(at)
        if behind < 0:
            return None
        participle = self.word(at).endswith("ing") and AUXILIARIES.isdisjoint(passed)
        if self._is_relative(behind):
            return self._phrase_before(behind - 2 if self.word(behind - 1) in APART else behind - 1, near=True)
        if participle and self._follows_blamed(behind):
            return self._phrase_before(behind - 1)
        if self.word(behind) in _TAKING_UP or (participle and self.word(behind) in _BEFORE_PARTICIPLE):
            return self.leading(at)
        return self._subject_up_to(behind, self.region(at))

    def _is_relative(self, at: int) -> bool:
        """Whether a relative pronoun stands here, and no "that" of what is said."""
        return self.word(at) in RELATIVES and at > 0 and (self.word(at) != "that" or self.word(at - 1) not in SAYING)

    def _follows_blamed(self, at: int) -> bool:
        """ "Criticised the North for refusing": whether what a participle tells is the act of those before "for"."""
        return self.word(at) in ("for", "of") and (self.capital(at - 1) or self._blames(at))

    def blamed(self, at: int) -> Place | None:
        """ "Praised the mayor for her offer": those before the "for" at the token `at`, whose offer it is."""
        return self._phrase_before(at - 1) if self.word(at) == "for" and self._blames(at) else None

    def _subject_up_to(self, last: int, region: int) -> Place | None:
        """The subject that ends with the token `last`, before a verb in the quotation `region`."""
        if self.word(last) in _CLOSING_ASIDE:
            return self._before_aside(last)
        if self.word(last) in QUOTES and region != OUTSIDE and self.region(last - 1) == OUTSIDE:
            last -= 1  # "he “should resign”"
        if self.word(last) in _NO_PHRASE:
            return None
        phrase = self._phrase_before(last)
        return (self._antecedent(self.at(phrase[0])) or phrase) if phrase else None

    def _blames(self, preposition: int) -> bool:
        """ "Blamed the company for refusing": whether what stands before "for" is blamed or thanked for its act."""
        near = range(preposition - 2, max(preposition - _LONGEST_BLAMED, -1), -1)
        verb = next((at for at in near if self.word(at) in _BLAMING or self._bounds(at)), None)
        return verb is not None and self.word(verb) in _BLAMING

    def _antecedent(self, first: int) -> Place | None:
        """ "Members who run the house say": the phrase before the "who" whose clause stands between it and the verb."""
        for at in range(first - 1, max(first - 8, 0), -1):
            if self.word(at) == "who":
                return self._phrase_before(at - 1, near=True) if at < first - 1 else None
            if self.word(at) in STOPS or self.word(at) in (",", "that") or self.word(at) in SAYING:
                return None
        return None

    def _phrase_before(self, last: int, *, near: bool = False) -> Place | None:
        """The noun phrase whose last token is `last`; `near`: the nearest one that "who" can stand for."""
        if last < 0:
            return None
        first = last
        while first > 0 and last - first < _LONGEST_PHRASE and self._joins(first - 1, first):
            if near and self._attaches(first - 1):
                break
            first -= 1
        while first < last and self.word(first) in PREPOSITIONS:
            first += 1
        return self.place(first, last + 1) if self._is_phrase(first, last) else None

    def _attaches(self, at: int) -> bool:
        """Whether a preposition joins a phrase of its own to the one before: "the bill of members who", not "members of
        the union who"."""
        return self.word(at) in _WITHIN and not self._counts(at - 1)

    def conjuncts(self, subject: Place) -> tuple[Place, ...]:
        """The noun phrases that are joined to a subject: before it, where the first of them opens its clause ("Belmara,
        Tovria and the union demand"), or behind it in an aside ("Belmara, along with Tovria, demands")."""
        return (*self._joined_before(self.at(subject[0])), *self._joined_alongside(self.at(subject[1])))

    def _joined_before(self, first: int) -> list[Place]:
        joined: list[Place] = []
        while self.word(first - 1) in ("and", "nor") or (joined and self.word(first - 1) == ","):
            last = first - 2 - (self.word(first - 2) == ",")
            phrase = self._phrase_before(last)
            if phrase is None:
                break
            joined.insert(0, phrase)
            first = self.at(phrase[0])
        return joined if joined and (self.opens(joined[0]) or self.word(first - 1) == "neither") else []

    def _joined_alongside(self, behind: int) -> list[Place]:
        aside = behind + next((len(words) for words in _ALONGSIDE if self.follows(behind, words)), 0)
        close = self.find((",",), range(aside, aside + 7))
        return [self.place(aside, close)] if aside > behind and close else []

    def _counts(self, at: int) -> bool:
        """ "members of", "a handful of": words that stand for what follows."""
        word = self.word(at)
        return self.word(at + 1) == "of" and (word.endswith("s") or word in _COUNTING or self.capital(at))

    def _joins(self, at: int, phrase: int) -> bool:
        """Whether the token `at` belongs to the noun phrase that begins right behind it."""
        word, first = self.word(at), self.word(phrase)
        if self._bounds(at) or first in PRONOUNS or word in _NEVER_WITHIN:
            return False
        if first in DETERMINERS:
            return word in _WITHIN
        if word in PREPOSITIONS:
            return word in _WITHIN or (self.capital(at) and at > 0)
        if self.capital(phrase):
            return self.capital(at) or word in ("the", "and", "de", "van", "von", "'s", "'", ".")
        return True

    def _bounds(self, at: int) -> bool:
        """Whether no noun phrase goes on over a token."""
        word = self.word(at)
        if word == "and":
            return not (self.capital(at + 1) and self.capital(at - 1))
        return word in _BOUNDS

    def _is_phrase(self, first: int, last: int) -> bool:
        word = self.word(first)
        return (
            word in PRONOUNS
            or word in DETERMINERS
            or self.capital(first)
            or self.capital(last)
            or word in _COUNTED
            or word[0].isdigit()
            or (self.word(last).endswith("s") and last - first < 6)
        )

    def _before_aside(self, comma: int) -> Place | None:
        """ "Aune, the mayor of Sandvall, refused": the phrase before the comma that opens the aside."""
        pair = {")": "(", ",": ","}.get(self.word(comma), self.word(comma))
        for at in range(comma - 1, max(-1, comma - 30), -1):
            if self.word(at) == pair and at > 0:
                found = self._phrase_before(at - 1)
                if found:
                    return found
        return None

    def leading(self, at: int) -> Place | None:
        """The subject that opens the clause or the quotation: for a second verb behind "and", and for a participle."""
        region, first, floor = self.region(at), at, max(0, at - REACH)
        while first > floor and self.word(first - 1) not in (";", ":") and self._reaches_back(first - 1, region):
            first -= 1
            if self.word(first) == "who" and "," not in self.words(first, at):
                return self.subject(first + 1)
        first = self._past_opening(first, at)
        if self.word(first) in _ADVERBIAL or self.word(first).endswith(("ing", "ed")):
            return self._behind_adverbial(first, at)
        return self._phrase_from(first, at)

    def _past_opening(self, first: int, limit: int) -> int:
        """Where a clause begins behind a dateline, conjunctions, and an adverb with its comma."""
        dash = self.find(DASHES, range(first, min(first + 6, limit)))
        if dash and self.capital(first) and first == 0:
            first = dash + 1
        while first < limit and self.word(first) in _BEFORE_SUBJECT:
            first += 1
        adverb = self.word(first) in ADVERBS | _LIKEWISE or self.word(first).endswith("ly")
        return first + 2 if adverb and self.word(first + 1) == "," else first

    def _behind_adverbial(self, first: int, limit: int) -> Place | None:
        """ "On Sunday, Aune sent": the subject behind the comma of an adverbial, or else the first that acts."""
        comma = next((at for at in range(first, limit) if self.word(at) == "," and self._takes_up(at + 1)), None)
        return self._acting(first, limit) if comma is None else self._phrase_from(comma + 1, limit)

    def _takes_up(self, at: int) -> bool:
        """Whether the subject may begin behind the comma of an adverbial: no further one does ("On Sunday, at a meeting
        in Sandvall")."""
        return self.word(at) not in PREPOSITIONS and self.word(at + 1) != ","

    def _reaches_back(self, at: int, region: int) -> bool:
        """Whether a clause goes on before token `at`: within its quotation, or over one built into the sentence."""
        if self.region(at) == region:
            return (
                region != OUTSIDE or self.word(at) not in QUOTES or self.region(at - 1) == OUTSIDE or self._built_in(at)
            )
        return region == OUTSIDE

    def _built_in(self, at: int) -> bool:
        """Whether the quotation that the mark at `at` closes has words of its sentence before it, and no comma."""
        inside = self.region(at - 1)
        first = at - 1
        while first > 0 and self.region(first - 1) == inside:
            first -= 1
        return first > 1 and self.word(first - 2) not in (",", ":") and self.word(at - 1) != ","

    def _acting(self, first: int, limit: int) -> Place | None:
        """ "Ahead of the meeting Aune sent ...": the first name that a verb follows."""
        begun = first + 1
        for at in range(first + 1, limit):
            if not self.capital(at):
                begun = at + 1
            elif not self.capital(at + 1) and self._ends_subject(at + 1):
                return self.place(begun, at + 1)
        return None

    def _phrase_from(self, first: int, limit: int) -> Place | None:
        """The noun phrase that begins at `first`, up to its verb."""
        if self.word(first) in PRONOUNS:
            return self.place(first, first + 1)
        last = first + 1
        while last < limit and last - first < _LONGEST_PHRASE and not self._ends_subject(last):
            last += 1
        return self.place(first, last) if last > first and self._is_phrase(first, last - 1) else None

    def _ends_subject(self, at: int) -> bool:
        word = self.word(at)
        return (
            self._bounds(at)
            or self._is_auxiliary(at)
            or (word.endswith("ed") and not self.capital(at))
            or (word.endswith("s") and not self.capital(at) and self.word(at + 1) in DETERMINERS | _REFLEXIVE)
            or word in _PAST
        )

    def opens(self, subject: Place) -> bool:
        """Whether a clause begins with this subject."""
        word = self.word(self.at(subject[0]) - 1)
        return not word or word in STOPS or word in (",", "that", ".", "is", "was") or word in SAYING or word in LINKS

    def reporter(self, subject: Place) -> int | None:
        """The verb by which somebody says what has this subject: "added" of "he added that the union would ..."."""
        at, reach = self.at(subject[0]) - 1, 4
        if self.word(at) == "that":
            at, reach = at - 1, 30 if self.word(at - 1) in ("and", "but") else 9
        if self.word(at) == "clear":  # "made (it) clear that"
            at, reach = (at - 2 if self.word(at - 1) == "it" else at - 1), 4
        for verb in range(at, max(at - reach, -1), -1):
            if self.word(verb) in SAYING | INSISTING:
                return verb
            if reach == 4 and not (self.word(verb) in DAYS or self.word(verb) in ("on", "too", "also")):
                return None
        return None


def _without_scare_quotes(tokens: list[Token]) -> tuple[list[Token], frozenset[int]]:
    """Marks around one to three words of the writer's sentence are left out: said she was “hopeful” for a deal. Also
    where such words begin: they are as little apart from the sentence as the others."""
    marks = [at for at, token in enumerate(tokens) if token.word in QUOTES]
    alone: set[int] = set()
    within: set[int] = set()
    for first, last in pairwise(marks):
        if last - first <= 4 and first not in alone and tokens[last - 1].word not in _ENDS:
            alone |= {first, last}
            within |= {tokens[at].start for at in range(first + 1, last)}
    return [token for at, token in enumerate(tokens) if at not in alone], frozenset(within)
