"""Who a source is: a name, a pronoun, a role, a document or a description, resolved to an actor of the cast.

Unknown rather than wrong: every answer comes with the rule that gave it.
"""

import re
from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable

from onrecord.readings.attribution.nested import NESTED
from onrecord.readings.attribution.rules import Attribution
from onrecord.readings.cast.actors import ARTICLE, Cast
from onrecord.readings.cast.evidence import key_of
from onrecord.readings.cast.kinds import described_kind
from onrecord.readings.nouns import CALLINGS, HUMANS, PARTISANS, ROLES, TITLES
from onrecord.readings.speakers.bodies import Bodies, names_only_a_sort
from onrecord.readings.speakers.collectives import Collectives
from onrecord.readings.speakers.documents import by_whom, is_document, is_sheet, issuer, sent_by
from onrecord.readings.speakers.joint_speakers import joined
from onrecord.readings.speakers.pronouns import Pronouns
from onrecord.readings.speakers.roles import Roles
from onrecord.text import lexicon
from onrecord.text.spans import Place

Answer = tuple[str | None, str]

_PRONOUNS = lexicon.words("clause_words.speaking_pronouns")
_POSSESSIVES = {"his": "he", "her": "she", "its": "it", "their": "they"}  # "Her answer: “No.”"
_METONYMS = frozenset(("capital", "seat", "people"))
_PREPOSITION = re.compile(
    r"\s(?:for|of|from|at|in|with|by|who|whose|close|familiar|off|on|over|inside|outside|across|near|behind|among"
    r"|within|under|around|"
    r"to|about|against|including|that|which)\s|,|\s[—–―]"
)
_CLAUSE = re.compile(r",|\s(?:who|which|whose|that)\b|\s[—–―]")
_WHEN = re.compile(  # "the president this morning told"
    r"\s(?:(?:late|early|earlier)\s)?(?:(?:this|last|on|yesterday)\s(?:morning|afternoon|evening|night|week|month"
    r"|year|weekend|[A-Z][a-z]{2,5}day)|"
    r"today|yesterday)$"
)
_TRAILING = re.compile(r"(?:(?:\s(?:in|at|on|of|over|and|that|who|which|but|the|a|an|[—–―-]+))+|[’']s|(?<=s)’)\s*$")
_TAIL = 60  # characters at the end of a source in which words hang that are none of it
_MAN = re.compile(r"\b(?:\w*[^o]man|boy|father|husband|son|brother|king|prince)$", re.IGNORECASE)
_WOMAN = re.compile(r"\b(?:\w*woman|girl|mother|wife|daughter|sister|queen|princess)$", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:who|which|that)\b", re.IGNORECASE)
_AND_OTHERS = re.compile(r"(he|she)\sand\s", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\b(?:is|was|be|been|becomes?|became|as)\s(?:\w+\s)?$"
)  # "Hale is an engineer" brings in nobody
_AGE = re.compile(r"the (\d{1,3})-year-old\b", re.IGNORECASE)
_APPOSED = re.compile(r",\s(?:the\s|an?\s)?", re.IGNORECASE)
_NOUNS = "|".join(sorted(ROLES | CALLINGS | HUMANS | PARTISANS, key=len, reverse=True))
_DEFINITE = re.compile(rf"the\s(?:[\w.’'-]+\s){{0,5}}(?:{_NOUNS}|New Yorker|Texan)$", re.IGNORECASE)
_NEWCOMERS = lexicon.words("roles.newcomers")
_OWNED = re.compile(
    r"(his|her|their|its)\s(campaign|office|ministry|department|team|company|firm|foundation|embassy|party)$",
    re.IGNORECASE,
)
_BACK = 3000  # characters that somebody's campaign may have been spoken of before
_OF_A_PLACE = re.compile(r"\s(?:of|from)\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,3}(?:,\s[A-Z][\w.]*){0,2},\s")
_OF_A_NAME = re.compile(r"\s(?:of|from)\s(?:the\s)?[A-Z][^,]*")
_ROLE_BEFORE_COMMA = re.compile(r"\b([Tt]he\s(?:[\w.’'-]+\s){0,3}?[a-z]+),\s$")
_NOUN_BEFORE = re.compile(r"\b((?:an?|the|one|another|some|many|several)\s((?:[\w’'-]+\s){0,4}?[a-z]+))\s$")
_ONE_OF = re.compile(r"(?:at least )?one$", re.IGNORECASE)  # "one of her lawyers, Ana Hale", up to the preposition
_FEW = re.compile(r"(?:many|some|several|both|others|most|a few|two|three|one)(?: of (?:them|those))?$", re.IGNORECASE)
_MANY_PEOPLE = re.compile(
    r"((?:(?!But\b|And\b|The\b|Yet\b)(?:top|senior|leading|several|many|some|other|two|three|dozens of"
    r"|[A-Z][\w-]+)\s){1,4}(?:"
    + "|".join(sorted({f"{noun}s" for noun in ROLES | HUMANS} | lexicon.words("roles.plurals_of_people")))
    + r")\b)"
)
_PARTICIPLE = re.compile(r"\s\w+ed$")  # "the committee founded" by somebody
_OPENING = re.compile(r"(?<![\w,] )[A-Z][\w&.’'-]*(?:\s(?:for|of|the|and|on|in|to|[A-Z&][\w&.’'-]*)){0,8}$")
_GLUED = re.compile(r"\w\s(?:for|of|on|and|to)\s(?:the\s)?$")
_EMPHATIC = lexicon.words("clause_words.emphatic")
_BEFORE_APPOSITION = re.compile(r",\s$")


class Speakers:
    """Resolves the sources of one account, in the order of the text: a pronoun may stand for whoever spoke last."""

    def __init__(self, cast: Cast, paragraphs: Iterable[Place], quoted: Iterable[Place]) -> None:
        self.cast, self.text = cast, cast.text
        self._solid = [(m.role[0] if m.role and m.role[0] < m.start else m.start, m.end) for m in cast.mentions]
        self._solid_starts = [start for start, _ in self._solid]
        self._solid_ends = [end for _, end in self._solid]
        self.pronouns = Pronouns(cast, paragraphs, _outermost(quoted))
        self.roles = Roles(cast)
        self.bodies = Bodies(cast, self.pronouns)
        self.together: dict[int, tuple[str, ...]] = {}
        """By where a source starts the keys of those whom it joins, or whom its "they" stands for: "Hale and Orrin
        said"."""
        self.collectives = Collectives(cast, self.pronouns, self.together)
        self._persons: dict[str, list[str]] = defaultdict(list)
        """The keys of the persons by their last word."""
        for key in cast.drafts:
            if key.startswith("person "):
                self._persons[key.rsplit(" ", 1)[-1]].append(key)
        self._unknown: list[int] = []
        """Where sources end that are nobody who is known, in order."""
        self._owners: dict[str, str] = {}
        """Whose "his office" is, by the noun: the actor by that description is one body's alone."""

    def speaker(self, attribution: Attribution) -> Answer:
        """The key of the actor whose words these are, and the rule that tells so."""
        if attribution.source is None:
            return None, "no source"
        behind = [start for start, _ in attribution.content if start >= attribution.source[1]]
        key, rule = self.resolve(*attribution.source, told=min(behind, default=len(self.text)))
        if rule == "pronoun":
            key, rule = self._announced(attribution, attribution.source, key)
        if key:
            self.pronouns.speaks(attribution.source[0], key)
        elif rule != "pronoun":
            insort(self._unknown, attribution.source[1])
        return key, rule

    def _announced(self, attribution: Attribution, source: Place, key: str | None) -> Answer:
        """Whom a pronoun as source stands for: whoever announced the words, if he is known."""
        announced = attribution.introduced_by
        named, how = self.resolve(*announced) if announced and announced != source else (None, "")
        if named:
            return named, f"announced {how}"
        if attribution.rule == NESTED and not self.pronouns.is_named_there(key, source[0]):
            key = None  # whom a speaker means by "she" he has named himself, or nobody can tell
        return key, "pronoun"

    def others(self, attribution: Attribution, speaker: str | None) -> tuple[str, ...]:
        """The keys of those who speak together with the speaker that was found."""
        several = self.together.get(attribution.source[0], ()) if attribution.source else ()
        return tuple(key for key in several if key != speaker) if speaker in several else ()

    def resolve(self, start: int, end: int, told: int | None = None) -> Answer:
        """The key of the actor that the words from `start` to `end` stand for there, and the rule that tells so.

        At `told` begins what is told by them, which names nobody for them: "according to a minister, Ana Hale went".
        """
        end = self._without_tail(start, end)
        words = self.text[start:end].strip("()")
        if _RELATIVE.match(words):
            return self._relative(start), "relative"
        pronoun = _POSSESSIVES.get(words.casefold(), words.casefold())
        if pronoun in _PRONOUNS:
            return self._antecedent(pronoun, start), "pronoun"
        if pair := _AND_OTHERS.match(words):
            return self._with_others(pair[1].casefold(), start, start + pair.end(), end), "pronoun"
        if age := _AGE.match(words):
            return self.roles.ages.get(age[1]) or self.pronouns.antecedent("who", start), "epithet"
        if several := joined(self.cast, (start, end)):
            self.together[start] = several
            return several[0], "name"
        return (
            self._named_source(start, end, len(self.text) if told is None else told)
            or self._labelled(words)
            or self._unnamed(start, end, words)
        )

    def _without_tail(self, start: int, end: int) -> int:
        """Where a source ends without words that hang on it, or say when: "the president this morning"."""
        if trailing := _TRAILING.search(self.text, max(start, end - _TAIL), end):
            end = trailing.start()
        when = _WHEN.search(self.text[start:end])
        return start + when.start() if when else end

    def _with_others(self, pronoun: str, start: int, others: int, end: int) -> str | None:
        """ "He and Robert Hale": whom the pronoun stands for, and those who are named with him."""
        known = self._antecedent(pronoun, start)
        several = dict.fromkeys([*([known] if known else []), *(key for _, key in self.cast.between(others, end))])
        if len(several) > 1:
            self.together[start] = tuple(several)
        return next(iter(several), None)

    def _antecedent(self, pronoun: str, at: int) -> str | None:
        if pronoun in ("it", "they"):
            keys = self.collectives.antecedents(pronoun, at, self._floor(at))
            if len(keys) > 1:
                self.together[at] = keys
            return next(iter(keys), None)
        return self.pronouns.antecedent(pronoun, at)

    def _floor(self, at: int) -> int:
        """Where words ended last before a place whose source is nobody who is known."""
        number = bisect_right(self._unknown, at)
        return self._unknown[number - 1] if number else 0

    def _labelled(self, words: str) -> Answer | None:
        """ "SEN. ORRIN" as a label in capitals: the only person whose name ends so."""
        if not words.isupper():
            return None
        telling = [word for word in key_of(words).split() if word not in TITLES]
        bearers = (
            [key for key in self._persons[telling[-1]] if key.split()[1:][-len(telling) :] == telling]
            if telling
            else []
        )
        return (bearers[0], "name") if len(bearers) == 1 else None

    def _named_source(self, start: int, end: int, told: int) -> Answer | None:
        """A source that has a name: at its head, in apposition, behind the title that it is, or before its comma."""
        head = self._head(start, self.text[start:end])
        naming = self._named(start, start + len(head))
        key = naming[1] if naming else None
        if not (key and key.startswith("person")):
            if named := self._apposed(head, start + len(head), end, told) or self._titled(start, end):
                return named, "apposition"
            if not key and (named := self._before(start, head)):
                return named, "apposition"
        return (key, "metonym" if naming and self.cast.ties[naming[0]] in _METONYMS else "name") if key else None

    def _unnamed(self, start: int, end: int, words: str) -> Answer:
        head = self._head(start, words)
        if is_document(head):
            key = self._issuer(start, start + len(words), head)
            return (key, "document") if key else (self.cast.describe(start, end), "description")
        plain = _CLAUSE.split(words)[0]
        definite = plain[:4].casefold() == "the "
        if definite and (key := self._by_role(plain, start) or self._placed(head, plain, start)):
            return key, "role"
        if plain == head and _is_bare_noun(head) and (key := self._epithet(head, start)):
            return key, "epithet"
        if definite and (key := self.bodies.meant(plain, start) or self._named_later(plain)):
            return key, "role"
        return self._described((start, end), words, plain, head), "description"

    def _described(self, place: Place, words: str, plain: str, head: str) -> str | None:
        """An actor under a description that stands for nobody who is known."""
        start, end = place
        if names_only_a_sort(words) or is_sheet(head):
            return None
        if owned := _OWNED.match(plain):
            return self._body_of(owned, start, start + len(plain))
        return self._several(start) if _FEW.match(words) else self.cast.describe(start, end)

    def _issuer(self, start: int, end: int, head: str) -> str | None:
        """Whose a document is: who is described behind its "by" or "from", else its owner or sender by name."""
        issued = by_whom(self.text, start + len(head), end)
        described = issued is not None and self.text.startswith(("the ", "an ", "a "), issued)
        if issued and described and (key := self.resolve(issued, end)[0]):
            return key
        key = issuer(self.cast, self.pronouns.spoken(0, start, 8), self.pronouns.sentences, (start, end), head)
        return self.resolve(issued, end)[0] if issued and not key and not described else key

    def _head(self, start: int, words: str) -> str:
        """The source up to the first preposition or comma that is not part of a name or title."""
        for match in _PREPOSITION.finditer(words):
            at = start + match.start()
            place = bisect_left(self._solid_ends, at + 1)
            if place == len(self._solid) or self._solid[place][0] > at:
                return words[: match.start()]
        return words

    def _named(self, start: int, end: int) -> tuple[int, str] | None:
        """The actor that the head names, not one that only stands in it: "Seoul's envoy" and "the Seoul talks" are not
        Seoul."""
        for at, key in reversed(self.cast.between(start, end)):
            rest = self.text[self.cast.ends[at] : end].replace("’", "'")
            following = rest.removeprefix("'s").removeprefix("'").split()[:1]
            if not following or (rest[0] != "'" and _goes_with_name(following[0])):
                return at, key
        return None

    def _apposed(self, head: str, start: int, end: int, told: int) -> str | None:
        """The person named behind a comma of the source, or behind the source itself."""
        kind = "person" if _ONE_OF.match(head) else described_kind(ARTICLE.sub("", head))
        if kind not in ("person", "organisation"):
            return None
        commas = [at for at in range(start, end) if self.text[at] == ","]
        named = next(filter(None, (self._in_apposition(at, kind, told) for at in [*commas, end])), None)
        return named or (self._at_the_end(start, end) if kind == "person" else None)

    def _in_apposition(self, end: int, kind: str, told: int) -> str | None:
        """ "the spokesman, Nick Merrill" and "her counterpart, the minister Radim Solcek": the name behind the
        comma."""
        behind = _APPOSED.match(self.text, end)
        if not behind:
            return None
        place = bisect_left(self._solid_starts, behind.end())
        for start, last in self._solid[place : place + 3]:
            named = self.cast.between(start, last)
            if start == behind.end() < told and named and named[-1][1].startswith(kind):
                return named[-1][1]
        return None

    def _at_the_end(self, start: int, end: int) -> str | None:
        """ "at least one senator, Arizona’s John McCain": the full name behind the comma that ends the source."""
        place = bisect_left(self._solid_ends, end)
        if "," not in self.text[start:end] or self._solid_ends[place : place + 1] != [end]:
            return None
        named = self.cast.between(max(start, self._solid[place][0]), end)
        person = named and named[-1][1].startswith("person") and " " in self.text[named[-1][0] : end]
        return named[-1][1] if person and " and " not in self.text[start:end] else None

    def _titled(self, start: int, end: int) -> str | None:
        """ "House Speaker" as a source cut off before "John Hale": whose title it is."""
        place = bisect_left(self._solid_starts, start)
        for mention in self.cast.mentions[place : place + 2]:
            if mention.role and mention.role[0] <= start and end <= mention.start and mention.start - end < 3:
                named = self.cast.between(mention.start, mention.start + 1)
                return named[0][1] if named else None
        return None

    def _before(self, start: int, head: str) -> str | None:
        """ "Brightwater, the company that ..., said": the name before the comma that the source explains; "Hale
        (R-Ohio)"."""
        apposed = _BEFORE_APPOSITION.search(self.text, max(0, start - 2), start) and re.match(
            r"(?:the|an?|its)\s", head
        )
        if not apposed and self.text[start - 1 : start] != "(":
            return None
        place = bisect_left(self._solid_ends, start - 2)
        solid = self._solid[place] if self._solid_ends[place : place + 1] == [start - 2] else None
        named = self.cast.between(*solid) if solid else []
        body = self._unlisted(start - 2, named[-1][0] if named else start, head) if apposed else None
        return body or (named[-1][1] if named else None)

    def _unlisted(self, end: int, named: int, head: str) -> str | None:
        """ "Shelter for Tovria, the charity founded by Ana Hale": a name that only its explanation shows to be a
        body's. `named` is where an actor is named last before `end`, who may stand within it."""
        opening = _OPENING.search(self.text, self.pronouns.sentence_start(end), end)
        if not opening or (named < end and not _GLUED.search(self.text, opening.start(), named)):
            return None
        kind = described_kind(_PARTICIPLE.sub("", ARTICLE.sub("", head)))
        return self.cast.describe(*opening.span()) if kind == "organisation" else None

    def _relative(self, start: int) -> str | None:
        """ "King, who ..., said" and "a letter by the senators, which says": the actor right before the pronoun; of
        "who" also a person named before an apposition in the same sentence."""
        begin, of_person = max(start - 200, self.pronouns.sentence_start(start)), self.text.startswith("who", start)
        role = _ROLE_BEFORE_COMMA.search(self.text, begin, start) if of_person else None
        if role and (key := self._by_role(role[1], role.start())):
            return key
        named = self.cast.between(begin, start)
        if not named:
            return self._noun_before(begin, start) if of_person else None
        of_person = self.text[start : start + 3].casefold() == "who"
        at, key = named[-1]
        if not self.text[self.cast.ends[at] : start].strip(" ,―—–"):
            theirs = of_person or not key.startswith("person") or sent_by(self.text, begin, at)
            return key if theirs else None
        if not of_person:
            return None
        return self._before_apposition(named, start) or self._noun_before(begin, start)

    def _before_apposition(self, named: Iterable[tuple[int, str]], start: int) -> str | None:
        """ "Ana Hale, the keeper of the light, who": the last person, whom what stands behind explains."""
        persons = [(at, key) for at, key in named if key.startswith("person")]
        if not persons:
            return None
        at, key = persons[-1]
        end = self.cast.ends[at]
        explained = self.text[end : end + 2] in (", ", " (") or _OF_A_PLACE.fullmatch(self.text, end, start)
        return key if explained else None

    def _noun_before(self, begin: int, start: int) -> str | None:
        """ "an officer who called it “late”": a person without a name, right before the pronoun."""
        noun = _NOUN_BEFORE.search(self.text, begin, start)
        return self.cast.describe(*noun.span(1)) if noun and described_kind(noun[2]) in ("person", "group") else None

    def _by_role(self, words: str, start: int) -> str | None:
        """The actor whose printed role has these words; of several, the one named last before `start`."""
        holding = self.roles.last_named(words, start)
        wanted = set(ARTICLE.sub("", words).casefold().split())
        for at, key in self.pronouns.spoken(
            0, start, 20
        ):  # "The officer added" after "A senior police officer on duty said"
            if key.startswith("described") and wanted <= set(key.split()) and _last_of(key) == _last_of(words):
                holding.append((at, key))
        return max(holding)[1] if holding else None

    def _named_later(self, words: str) -> str | None:
        """ "The president said" before an account names him: the only one of whom the role is printed."""
        holders = self.roles.holders(words)
        return holders[0] if len(holders) == 1 else None

    def _last_named(self, key: str, start: int) -> int:
        named = self.cast.last_named(key, start)
        return named[0] if named else -1

    def _epithet(self, words: str, start: int) -> str | None:
        """ "The Republican senator said" after a person spoke is that person, unless he is known for something else;
        "the spokesman" and the like are new ones."""
        noun = words.rsplit(maxsplit=1)[-1]
        if noun.casefold().rstrip("s") in _NEWCOMERS:
            return None
        if any(key.startswith("person") for _, key in self.cast.between(start, start + len(words))):
            return None  # "the Hale actor"
        if described_kind(words) == "organisation":
            return None  # "the authority" is no person
        if self._introduced(noun, start):
            return self.cast.describe(start, start + len(words))
        genders = _genders(words)
        fitting = [
            key
            for key in self.pronouns.ranked("who", start)[:4]
            if not self.roles.contradicts(key, words) and self.cast.gender(key) in genders
        ]
        return max(fitting, key=lambda key: (self.roles.shared(key, words), -fitting.index(key)), default=None)

    def _placed(self, head: str, words: str, start: int) -> str | None:
        """ "The senator from Tovria": the only senator of those who were spoken of, where nothing tells that he is of
        elsewhere."""
        if not _OF_A_NAME.fullmatch(words, len(head)):
            return None
        noun = self.roles.head(head)
        fitting = [
            key
            for key in self.pronouns.ranked("who", start)[:4]
            if noun in self.roles.told.get(key, ()) and not self.roles.contradicts(key, words)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _introduced(self, noun: str, start: int) -> bool:
        """Whether the account speaks of a person without a name by that noun: "A man of 43 fell ill. ... the man
        said"."""
        before = (
            rf"\b(?:an?|one)\s(?:[\w’'-]+\s){{0,4}}?{re.escape(noun)}\b(?!,?\s(?:named|called|identified|(?-i:[A-Z])))"
        )
        found = re.finditer(before, self.text[max(0, start - _BACK) : start], re.IGNORECASE)
        places = (max(0, start - _BACK) + match.start() for match in found)
        return any(
            self.text[at - 2 : at] != ", "
            and not _PREDICATE.search(self.text, max(0, at - _TAIL), at)
            and not self.pronouns.is_quoted(at)
            for at in places
        )

    def _body_of(self, owned: re.Match[str], start: int, end: int) -> str | None:
        """ "Her campaign": a body named after her; else one by that description, unless it was another's before."""
        owner = self._antecedent(_POSSESSIVES[owned[1].casefold()], start)
        if owner is None:
            return None
        noun = owned[2].casefold()
        if named := self.bodies.named_after(owner, noun):
            return named
        surname = re.escape(self.cast.drafts[owner].name.rsplit(maxsplit=1)[-1])
        if spoken_of := re.search(rf"\b{surname}(?:[’']s)?\s{noun}\b", self.text[max(0, start - _BACK) : start]):
            return self.cast.describe(
                max(0, start - _BACK) + spoken_of.start(), max(0, start - _BACK) + spoken_of.end()
            )
        return self.cast.describe(start, end) if self._owners.setdefault(noun, owner) == owner else None

    def _several(self, start: int) -> str | None:
        """ "Many used the same words": the people spoken of in the sentence before."""
        back = max(0, start - 220)
        people = list(_MANY_PEOPLE.finditer(self.text, back, start))
        return self.cast.describe(*people[-1].span(1)) if people else None


def _is_bare_noun(head: str) -> bool:
    """ "The senator", and nothing that somebody owns."""
    return "’s " not in head and "'s " not in head and _DEFINITE.match(head) is not None


def _genders(words: str) -> tuple[str | None, ...]:
    """Which of "he" and "she" a description fits, None for whom neither is known of."""
    if _MAN.search(words):
        return "he", None
    return ("she", None) if _WOMAN.search(words) else ("he", "she", None)


def _goes_with_name(word: str) -> bool:
    """Whether a word behind a name leaves it the head: "Orrin himself", "Orrin (Ind.)", "Orrin Hall", but not "Orrin
    aides"."""
    return word.strip(",").casefold() in _EMPHATIC or word[0] in "(," or word[0].isupper()


def _last_of(words: str) -> str:
    """The noun that a description is of: "aide" of "the aide to the mayor"."""
    return _PREPOSITION.split(words, maxsplit=1)[0].casefold().rsplit(maxsplit=1)[-1]


def _outermost(places: Iterable[Place]) -> list[Place]:
    """The places that stand in no other, in order."""
    kept: list[Place] = []
    for start, end in sorted(places, key=lambda place: (place[0], -place[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
