"""Clauses by rule: the tokens of a sentence, the subject before a verb, and where its complement and its condition end."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Place = tuple[int, int]

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|(?:M(?:r|rs|s)|Dr|Sens?|Reps?|Gov|Gen|Lt|Col|Sgt|St|Jr|Sr)\.|['’](?:ll|d|re|ve|m|s)\b|\$?\d[\d,.]*\d|[^\W_]+(?:-[^\W_]+)*(?:['’]t\b)?|--+|\.{2,}|[^\w\s]"
)
_OUTSIDE = -1

AUXILIARIES = frozenset(
    "is are was were am be been being has have had having do does did will would can could may might shall 's 're 've 'd 'll 'm "
    "remain remains remained seem seems seemed appear appears appeared continue continues continued begin begins began keep keeps kept "
    "start starts started get got going should must ought shouldn't mustn't".split()
)
NEGATIONS = frozenset(
    "not never isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't won't wouldn't can't cannot couldn't "
    "neither nor no".split()
)
_ADVERBS = frozenset(
    "also again now still then later soon already always often once twice even just only further instead first both all ever yet too "
    "earlier meanwhile however therefore thus so perhaps to".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow".split())
_RELATIVES = frozenset(("who", "which", "that"))
_SAYING = frozenset(
    "said says say saying told tells added adding wrote tweeted noted stressed argued explained insisted insists announced warned "
    "believes believe believed thinks think thought made makes make making knew know knows reported denied denies deny denying stating stated states confirmed "
    "indicated signaled signalled suggested hopes hope hoped asked accusing accused tweeting writing respond responded including".split()
)
_INSISTING = frozenset(
    "insist insists maintain maintains maintained maintaining vow vowed pledge pledged promise promised threatened".split()
)
_LINKS = frozenset(
    "but while whereas because since although though when whenever as whether if unless until after before where what why how than so "
    "and or then".split()
)
_PREPOSITIONS = frozenset(
    "in on at by with from to for of during after before since under over among amid despite through into within without about against "
    "between beyond outside inside via until along across following near per like as".split()
)
_STOPS = frozenset(';:—–―()[]!?"“”„«»') | {"--", "---", "..", "...", "....", "…"}
_OPENING = frozenset("ahead earlier later".split())
_REACH = 120  # tokens that are looked through for the beginning or the end of a clause
_BEFORE_PARTICIPLE = frozenset(", — – ― for of by after before while as in with from without than".split())
_QUOTES = frozenset('"“”„«»')
_COUNTING = frozenset("handful majority number group coalition pair chorus host minority couple".split())
_WITHIN = frozenset("of from in at for among".split())  # prepositions inside a noun phrase
_PRONOUNS = frozenset("i we he she it they you".split())
_DETERMINERS = frozenset(
    "the a an its his her their this that these those our my your some any no every each both all".split()
)
_AFTER_COMMA = frozenset(
    "but while which who whom whose saying adding calling arguing noting citing warning according when where although though however because "
    "as after if so he she they it we you i making leaving prompting accusing describing insisting meaning despite writing tweeting "
    "meanwhile though since including whereas even such who with a an the not plus despite said says for to".split()
)
_ENDING = frozenset(
    "because while whereas although though when whenever as since but whether after during amid ahead despite".split()
)
_CONDITIONS: tuple[tuple[str, ...], ...] = tuple(
    tuple(words.split())
    for words in (
        "in exchange for|in return for|unless|until|if|only if|even if|as long as|so long as|provided|provided that|providing|"
        "on condition that|on the condition that|on the condition|on condition|assuming|assuming that|only after|only when|"
        "once|before"
    ).split("|")
)
_FIRST = frozenset(words[0] for words in _CONDITIONS)
_LEADING = frozenset("if unless until once assuming provided when with without".split())
_FINITE = frozenset("is was are were has had will would does did seems seemed remains remained".split())
_ENDS = frozenset(",.!?")
_BEFORE_CLAUSE = frozenset("; : — – ― that".split())
_LONGEST_PHRASE = 16  # tokens


class Token(NamedTuple):
    start: int
    end: int
    word: str  # lower case, straight apostrophes


class Extent(NamedTuple):
    """Content from token `first` up to, not including, `last`; the condition that follows it."""

    first: int
    last: int
    condition: Place | None


class Sentence:
    """One sentence of an account as tokens, each in one quotation or outside of all."""

    def __init__(self, text: str, start: int, end: int, quoted: Sequence[Place]) -> None:
        """`quoted`: the sorted words of the account's quotations."""
        self.text, self.start, self.end = text, start, end
        self.tokens = [
            Token(match.start(), match.end(), match[0].lower().replace("’", "'"))
            for match in _TOKEN.finditer(text, start, end)
        ]
        self.tokens = _without_scare_quotes(self.tokens)
        self._quoted = quoted
        self._starts = [token.start for token in self.tokens]

    def word(self, at: int) -> str:
        """The token's word; no word before the first and behind the last."""
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""

    def words(self, first: int, last: int) -> list[str]:
        return [token.word for token in self.tokens[max(first, 0) : last]]

    def place(self, first: int, last: int) -> Place:
        return self.tokens[first].start, self.tokens[last - 1].end

    def capital(self, at: int) -> bool:
        return 0 <= at < len(self.tokens) and self.text[self.tokens[at].start].isupper()

    def region(self, at: int) -> int:
        """Number of the quotation that a token stands in, or -1."""
        start = self.tokens[at].start
        number = bisect_right(self._quoted, (start, start + 10**9)) - 1
        return number if number >= 0 and start < self._quoted[number][1] else _OUTSIDE

    def follows(self, at: int, words: Sequence[str]) -> bool:
        return all(self.word(at + i) == word for i, word in enumerate(words))

    def at(self, start: int) -> int:
        """The token that begins at the offset `start`."""
        return bisect_left(self._starts, start)

    def before_verb(self, at: int) -> tuple[int, list[str]]:
        """The token before the auxiliaries and adverbs of a verb, and these."""
        passed: list[str] = []
        at -= 1
        while at >= 0 and len(passed) < _LONGEST_PHRASE and self._is_auxiliary(at):
            passed.append(self.word(at))
            at -= 1
        return at, passed[::-1]

    def _is_auxiliary(self, at: int) -> bool:
        word = self.word(at)
        if word == "'s" and self.word(at - 1) not in _PRONOUNS:
            return False
        if word in _DAYS:
            return True
        if word == "on" and self.word(at + 1) in _DAYS:
            return True
        return (
            word in AUXILIARIES
            or word in NEGATIONS
            or word in _ADVERBS
            or (word.endswith("ly") and not self.capital(at))
        )

    def subject(self, at: int) -> Place | None:
        """The noun phrase that is the subject of the verb at `at`, as offsets."""
        behind, passed = self.before_verb(at)
        if behind < 0:
            return None
        word = self.word(behind)
        ing = self.word(at).endswith("ing") and not any(w in AUXILIARIES for w in passed)
        if word in _RELATIVES and behind > 0 and (word != "that" or self.word(behind - 1) not in _SAYING):
            back = behind - 1
            return self._phrase_before(back - 1 if self.word(back) in (",", "—", "–", "―") else back, near=True)
        if ing and word in ("for", "of") and self.capital(behind - 1):  # "criticised the North for refusing"
            return self._phrase_before(behind - 1)
        if word in ("and", "but", "or", "then") or (ing and word in _BEFORE_PARTICIPLE):
            return self.leading(at)
        if word in (",", "—", "–", "―", ")"):
            return self._before_aside(behind)
        if word in _QUOTES and self.region(at) != _OUTSIDE and self.region(behind - 1) == _OUTSIDE:
            behind -= 1  # "he “should resign”"
            word = self.word(behind)
        if word in _STOPS or word in _QUOTES or word == ",":
            return None
        found = self._phrase_before(behind)
        return self._antecedent(self.at(found[0])) or found if found else None

    def _antecedent(self, first: int) -> Place | None:
        """ "Members who run the house say": the phrase before the "who" whose clause stands between it and the verb."""
        for at in range(first - 1, max(first - 8, 0), -1):
            if self.word(at) == "who":
                return self._phrase_before(at - 1, near=True) if at < first - 1 else None
            if self.word(at) in _STOPS or self.word(at) in (",", "that") or self.word(at) in _SAYING:
                return None
        return None

    def _phrase_before(self, last: int, *, near: bool = False) -> Place | None:
        """The noun phrase whose last token is `last`; `near`: the nearest one that "who" can stand for."""
        if last < 0:
            return None
        first = last
        while first > 0 and last - first < _LONGEST_PHRASE and self._joins(first - 1, first):
            if near and self.word(first - 1) in _WITHIN and not self._counts(first - 2):
                break
            first -= 1
        while first < last and self.word(first) in _PREPOSITIONS:
            first += 1
        return self.place(first, last + 1) if self._is_phrase(first, last) else None

    def _counts(self, at: int) -> bool:
        """ "members of", "a handful of": words that stand for what follows."""
        word = self.word(at)
        return self.word(at + 1) == "of" and (word.endswith("s") or word in _COUNTING or self.capital(at))

    def _joins(self, at: int, phrase: int) -> bool:
        """Whether the token `at` belongs to the noun phrase that begins right behind it."""
        word, first = self.word(at), self.word(phrase)
        if self._bounds(at) or first in _PRONOUNS or word == "to" or word in _DAYS:
            return False
        if first in _DETERMINERS:
            return word in _WITHIN
        if word in _PREPOSITIONS:
            return word in _WITHIN
        if self.capital(phrase):
            return self.capital(at) or word in ("the", "and", "de", "van", "von", "'s", "'", ".")
        return True

    def _bounds(self, at: int) -> bool:
        word = self.word(at)
        if word == "and":
            return not (self.capital(at + 1) and self.capital(at - 1))
        return (
            word in _STOPS
            or word == ","
            or word in _RELATIVES
            or word in _LINKS
            or word in _SAYING
            or word in NEGATIONS
            or (word in AUXILIARIES and word != "'s")
        )

    def _is_phrase(self, first: int, last: int) -> bool:
        word = self.word(first)
        return (
            word in _PRONOUNS
            or word in _DETERMINERS
            or self.capital(first)
            or self.capital(last)
            or word in ("many", "some", "several", "both", "most", "two", "three", "others", "those")
            or (self.word(last).endswith("s") and last - first < 4)
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
        region, first, floor = self.region(at), at, max(0, at - _REACH)
        while first > floor and self.word(first - 1) not in (";", ":") and self._reaches_back(first - 1, region):
            first -= 1
            if self.word(first) == "who" and "," not in self.words(first, at):
                return self.subject(first + 1)
        dash = next((i for i in range(first, min(first + 6, at)) if self.word(i) in ("—", "–", "―")), None)
        if dash and self.capital(first) and first == 0:
            first = dash + 1
        while first < at and self.word(first) in ("but", "and", "yet", "so", "still", "then", "―", "—", "–", "-"):
            first += 1
        word = self.word(first)
        if word in _PREPOSITIONS or word in _LINKS or word in _OPENING or word.endswith(("ing", "ed")):
            comma = next((i for i in range(first, at) if self.word(i) == ","), None)
            if comma is None:
                return self._acting(first, at)
            first = comma + 1
        return self._phrase_from(first, at)

    def _reaches_back(self, at: int, region: int) -> bool:
        """Whether a clause goes on before token `at`: within its quotation, or over one built into the sentence."""
        if self.region(at) == region:
            return (
                region != _OUTSIDE
                or self.word(at) not in _QUOTES
                or self.region(at - 1) == _OUTSIDE
                or self._built_in(at)
            )
        return region == _OUTSIDE

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
        if self.word(first) in _PRONOUNS:
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
            or word in ("met", "took", "made", "gave", "went", "came", "left", "held", "stood", "used", "found", "sent")
        )

    def extent(self, first: int, *, phrase: bool = False) -> Extent | None:
        """Content that begins at token `first`, and the condition behind it. A phrase ends at the verb of its clause."""
        if not 0 <= first < len(self.tokens):
            return None
        last = self._end(first)
        if phrase:
            last = next((at for at in range(first + 1, last) if self.word(at) in _FINITE), last)
        while last > first and self.word(last - 1) in (",", ".", "'", "-", "…"):
            last -= 1
        if last <= first:
            return None
        return Extent(first, last, self._condition(last))

    def _end(self, first: int, within_condition: bool = False) -> int:
        region = self.region(first)
        for at in range(first, min(first + _REACH, len(self.tokens))):
            word = self.word(at)
            if region != _OUTSIDE and self.region(at) != region:
                return at
            if at == first:
                continue
            if word in _STOPS and not self._goes_on_behind(at):
                return at
            if word in ("!", "?", ".") and at + 1 == len(self.tokens):
                return at
            if word == "," and ((within_condition and self.word(at + 1) in ("and", "or")) or self._cut_at_comma(at)):
                return at
            if word == "so" and self.word(at + 1) in _PRONOUNS | _DETERMINERS | {"that"}:
                return at
            if word in _ENDING and not (word == "as" and self._is_like(at)):
                return at
            if not within_condition and self._begins_condition(at):
                return at
            if word in ("and", "or") and self._new_verb(at + 1):
                return at
        return min(first + _REACH, len(self.tokens))

    def _is_like(self, at: int) -> bool:
        """Whether "as" compares or counts up, and opens no clause."""
        return self.word(at - 1) == "such" or self.word(at + 1) in ("well", "part", "a", "an", "the")

    def _goes_on_behind(self, at: int) -> bool:
        """A quotation mark inside content that began outside of the quotation, and a short aside in brackets."""
        return self.word(at) in _QUOTES or (self.word(at) in ("(", ")", "[", "]"))

    def _cut_at_comma(self, at: int) -> bool:
        """Whether a comma ends the clause: not in a list, whose next members are joined by "and" or "or"."""
        following = self.words(at + 1, at + 16)
        if not following or following[0] in _QUOTES:
            return len(following) < 2 or following[1] in _PRONOUNS or following[1] in _AFTER_COMMA
        if following[0] in ("and", "or"):
            return self._new_verb(at + 2)
        joined = next((i for i, word in enumerate(following) if word in ("and", "or")), None)
        if joined is None or following[0] in _AFTER_COMMA - {"a", "an", "the", "to"}:
            return True
        return any(self._is_finite(at + 1 + i) for i in range(joined)) or self._new_verb(at + 2 + joined)

    def _is_finite(self, at: int) -> bool:
        return self.word(at) in _SAYING or (self.word(at) in AUXILIARIES and self.word(at) not in ("'s", "be", "have"))

    def _new_verb(self, at: int) -> bool:
        """Whether a new clause begins: a subject pronoun, an auxiliary, or a verb in the past tense with its object."""
        at = self._past_adverbs(at)
        word, behind = self.word(at), self.word(self._past_adverbs(at + 1))
        return (
            word in _PRONOUNS
            or word in _SAYING
            or (
                word in AUXILIARIES
                and word not in ("have", "be", "get", "keep", "continue", "remain", "begin", "start")
            )
            or (
                word.endswith("ed")
                and (
                    self.capital(self._past_adverbs(at + 1))
                    or behind in _DETERMINERS
                    or behind in _PREPOSITIONS
                    or behind == "that"
                )
            )
            or (self.word(at + 1) in AUXILIARIES and self.word(at + 1) != "'s")
        )

    def _past_adverbs(self, at: int) -> int:
        while (self.word(at) in _ADVERBS and self.word(at) != "to") or (
            self.word(at).endswith("ly") and not self.capital(at)
        ):
            at += 1
        return at

    def _begins_condition(self, at: int) -> bool:
        if self.word(at) == "before":  # an event to come first, not a date
            following = self.words(at + 1, at + 8)
            return any(word in _PRONOUNS or word in AUXILIARIES or word == "any" for word in following)
        return self.word(at) in _FIRST and any(self.follows(at, words) for words in _CONDITIONS)

    def _condition(self, last: int) -> Place | None:
        """The condition that follows content which ends before token `last`, perhaps behind a comma or a quotation mark."""
        at = last
        while self.word(at) in (",", "—", "–", "―") or (self.word(at) in _QUOTES and at == last):
            at += 1
        if not self._begins_condition(at):
            return None
        end = self._end(at, within_condition=True)
        while end > at and self.word(end - 1) in (",", ".", "”", '"'):
            end -= 1
        return self.place(at, end) if end - at > 1 else None

    def opens(self, subject: Place) -> bool:
        """Whether a clause begins with this subject."""
        word = self.word(self.at(subject[0]) - 1)
        return not word or word in _STOPS or word in (",", "that", ".") or word in _SAYING or word in _LINKS

    def reporter(self, subject: Place) -> int | None:
        """The verb by which somebody says what has this subject: "added" of "he added that the union would ..."."""
        at, reach = self.at(subject[0]) - 1, 4
        if self.word(at) == "that":
            at, reach = at - 1, 30 if self.word(at - 1) in ("and", "but") else 9
        for verb in range(at, max(at - reach, 0), -1):
            if self.word(verb) in _SAYING | _INSISTING:
                return verb
            if reach == 4 and not (self.word(verb) in _DAYS or self.word(verb) in ("on", "too", "also")):
                return None
        return None

    def leading_condition(self, at: int) -> Place | None:
        """ "If they close it, we will go to court": the condition that opens the clause of the verb at `at`."""
        region, first = self.region(at), at
        floor = max(0, at - _REACH)
        while first > floor and self.region(first - 1) == region and self.word(first - 1) not in _BEFORE_CLAUSE:
            first -= 1
        while self.word(first) in ("but", "and", "yet", "so", "that"):
            first += 1
        if self.word(first) not in _LEADING and not self.follows(first, ("as", "long", "as")):
            return None
        comma = next((i for i in range(at - 1, first, -1) if self.word(i) == ","), None)
        return self.place(first, comma) if comma and comma - first > 1 else None


def _without_scare_quotes(tokens: list[Token]) -> list[Token]:
    """Marks around one to three words of the writer's sentence are left out: said she was “hopeful” for a deal."""
    marks = [at for at, token in enumerate(tokens) if token.word in _QUOTES]
    alone: set[int] = set()
    for first, last in pairwise(marks):
        if last - first <= 4 and first not in alone and tokens[last - 1].word not in _ENDS:
            alone |= {first, last}
    return [token for at, token in enumerate(tokens) if at not in alone]
