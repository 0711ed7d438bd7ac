"""Names as an account prints them: runs of capitalised words, with the titles and roles that stand before or behind
them."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from onrecord.readings.cast.kinds import Kind, known_kind
from onrecord.readings.nouns import (
    CALLINGS,
    COMMON,
    HEADS,
    KNOWN_BODIES,
    ORGANISATIONAL,
    PARTISANS,
    PORTFOLIOS,
    ROLES,
    TITLES,
    singular,
)
from onrecord.text import lexicon
from onrecord.text.given import EITHER, MEN, WOMEN
from onrecord.text.persons import GENERATIONS
from onrecord.text.phrases import Phrases
from onrecord.text.places import COUNTRIES, PEOPLES, REGIONS
from onrecord.text.spans import Place
from onrecord.text.title_words import COURTESY, OF_HONOUR

_BEHIND_COMMA = lexicon.words("abbreviations.of_a_name_behind_a_comma")


class Mention(NamedTuple):
    """A name at `start` to `end`. `role` is the title or role printed with it, `kind` what the name itself tells."""

    start: int
    end: int
    role: Place | None
    kind: Kind | None
    weak: bool = False
    """Whether its capital tells nothing: one word that opens a sentence."""
    courtesy: Place | None = None
    """The "Mr" of "Mr Orrin, the minister", whose role is another."""


_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:[’'&-][^\W\d_][^\W_]*)*")
_LINKS = lexicon.words("given_names.particles_within")
_COMPOUND = re.compile(  # what makes a name a quality: "Obama-era", "Indiana-based"
    r"-(?:era|based|controlled|led|backed|style|funded|linked|born|educated|like|wide|related|owned|run|friendly"
    r"|sponsored|brokered|"
    r"approved|appointed|area|made|trained|held|allied|imposed|occupied|elect|drafted|inspired|aligned|dominated"
    r"|leaning|majority|type)$"
)
_LEADING_PARTICLE = re.compile(
    r"\b(?:van der|von der|van den|van de|de la|van|von|de|del|da|di|du|dos|bin|ibn|ter|ten)\s$"
)
_SECOND_LINK = re.compile(r"(?:the|der|den|la|bin|al)\s")  # "Department of the Interior", "von der Leyen"
_ARABIC = re.compile(r"(?:al|el|bin|ibn|d|l|as|ash|at|ad)[-’'][^\W\d_a-z]")
_OFFICES = ORGANISATIONAL | lexicon.words("roles.office_heads")
_JOINT = lexicon.words("bodies.joint")
_AFFILIATION = re.compile(r"(?:[DRI]|Lab|Con|Lib)-[A-Z]")  # "D-Ohio": a party and a state
_PLURAL_OF = re.compile(r"\w+s (?:of|from|in|at|with|who|close|on)\b")  # "Members of the delegation"
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…—–\n\r]|\s-|[\"“”‘'«(\[])[\s\"“”‘'«(\[]*$")
_MODIFIER = (
    r"(?:former|then|deputy|senior|chief|acting|vice|top|prime|foreign|defen[cs]e|finance|press|state|national"
    r"|security|trade|energy|"
    r"water|party|opposition|campaign|presidential|running|lead|assistant|longtime|veteran|current|state|federal"
    r"|interior|health|"
    r"union|police|army|military|navy|government|company|industry|court|palace|council|city|county|port|harbour"
    r"|school|hospital|church|"
    r"rebel|student|community|regional|provincial|general|executive|managing|labour|labor|justice|education|transport"
    r"|environment|"
    r"[^\W\d_a-z][\w.’']*)"
)
_CALLED = "|".join(sorted(ROLES | CALLINGS, key=len, reverse=True))
_ROLE_BEFORE = re.compile(rf"(?<![\w’'-])(?:{_MODIFIER}[\s-]){{0,6}}(?:[a-z]+-)?(?:{_CALLED})s?\s$")
_CONJUNCTION = re.compile(r"(?:And|But|Then|While|When|As|So)\s")
_ROLE_AFTER = re.compile(
    r",\s(?:\d{1,3},\s)?((?:an?\s|the\s|its\s|his\s|her\s|their\s"
    r"|[^\W\d_a-z][\w.]*(?:\s[^\W\d_a-z][\w.]*){0,2}[’']s?\s|"
    r"(?:former|deputy|chief|senior|lead|head|top)\s)"
    rf"(?:[\w.’'-]+\s){{0,5}}?(?:{_CALLED})\b(?:\s(?:of|for|at|to|in|with)(?:\s[\w.’'-]+){{1,7}}?)?)(?<!\bMr)"
    rf"(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?=[,.;)—–])"
)
# without an article: "general secretary of the Harbour Union", "Chief Executive Officer of Halden Bank"
_OFFICE_AFTER = re.compile(
    rf",\s((?:{_MODIFIER}[\s-]){{0,4}}(?i:{_CALLED})\s(?:of|at)\s(?:the\s)?[^\W\d_a-z][\w’'-]*(?:\s(?:(?:of|for|and"
    rf"|the)\s){{0,2}}"
    r"[^\W\d_a-z][\w’'-]*){0,6}’?)(?=[,.;)—–])"
)
_SENTENCE_END = re.compile(r"(?<![\w.])(?:[^\W\d_A-Z][\w’'-]*|[\w’'-]{5,})[’']?\.\s")
"""A stop behind a word too long for a title ("Sen.", "Prof.")."""
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.’'-]+(?:\s[A-Z][A-Z.’'-]+){0,3}|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}(?=,?\s\())"
    r"(?:,\s[A-Z][\w.]+(?:\s[A-Z][\w.]+){0,2})?(?:,?\s\w+\.?\s\d{1,2})?\s*(?:\([^()\n]{2,40}\)\s*)?(?:[—–]"
    r"|-{1,2}(?=\s))"
)
_OPENING_NICKNAME = re.compile(r"\s[“\"‘'(]$")
_CLOSING_NICKNAME = re.compile(r"[”\"’')]\s$")
_GLUE = re.compile(r"[’']?s?\s|\s(?:of|for|on|in|and|of the|for the|and the)\s|,\s(?:and\s)?|\s&\s")
_OFFICE = re.compile(
    r"(?:Deputy |Assistant |Former |Foreign |Acting |Vice )*(?:Secretary|Minister|Undersecretary|Chief|Speaker"
    r"|Director|Chairman) "
    rf"(?:of|for) (?:{PORTFOLIOS}|(?:National|Central) Intelligence) "
)
_OFFICE_OF = re.compile(
    r"(?:[^\W\d_a-z][\w’'-]*\s){0,3}?(?:Director|Secretary|Minister|Undersecretary|Chief|Chair|Head|President)\s(?:of"
    r"|for)\s(?:the\s)?"
)
_SMALL = lexicon.words("function_words.small_in_headlines")
_STOP = re.compile(r"[.!?…:][\"”’')\]]*\s*$")
_GIVEN = MEN | WOMEN | EITHER
_OCCUPATION = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|man|woman)$")  # "Harbour County Recorder Ana Hale"
_MORE_CALLINGS = lexicon.words("roles.callings_with_a_capital")
_BEFORE_FOR, _FOR = re.compile(r"\w{1,20}$"), re.compile(r" for (?=(\w{1,20}))")
_MOST_WORDS = 50
"""Words of the longest run of capitals that is read: a longer one is no name, but a list or a text in capitals."""
_TITLE_WORDS = (TITLES | GENERATIONS) - lexicon.words("titles.of_bodies_too")


def find_mentions(text: str, paragraphs: Iterable[Place], marked: Sequence[Place] = ()) -> tuple[Mention, ...]:
    """Names in the paragraphs of `text`, in order: people, countries, organisations, and what is not yet known.

    `marked` are the names of bodies that the model marks, in order: they tell which runs of capitals are one name. In a
    line all of capitals, or with a capital on every word, only names are found that stand elsewhere too.
    """
    spans = [(_behind_dateline(text, start, end), end) for start, end in paragraphs if start < end]
    lowered = {word[0] for start, end in spans for word in _WORD.finditer(text, start, end) if word[0].islower()}
    titled = [span for span in spans if _is_headline(text, *span)]
    reader = _Reader(text, spans[-1][1] if spans else 0, lowered, marked)
    mentions = [m for span in spans if span not in titled for m in reader.mentions(*span)]
    if titled:
        mentions += _repeated(text, titled, {text[m.start : m.end]: m for m in mentions if not m.weak})
    return tuple(sorted(mentions))


def _behind_dateline(text: str, start: int, end: int) -> int:
    """ "HANOI (Reuters) - ": where the news was filed is no actor."""
    dateline = _DATELINE.match(text, start, min(end, start + 120))
    return dateline.end() if dateline else start


def _is_headline(text: str, start: int, end: int) -> bool:
    """Whether capitals tell nothing in a line: every word but the small ones has one, and no full stop ends it."""
    if end - start > 200 or _STOP.search(text, max(start, end - 6), end):
        return False
    weighty = [word[0] for word in _WORD.finditer(text, start, end) if word[0].casefold() not in _SMALL]
    return len(weighty) >= 4 and all(word[0].isupper() for word in weighty)


def _repeated(text: str, lines: Iterable[Place], known: dict[str, Mention]) -> Iterator[Mention]:
    """Names known from elsewhere, found again in lines where capitals tell nothing, the longest first."""
    if not known:
        return
    names = Phrases(form for name in known for form in (name, name.upper()))
    for start, end in lines:
        for at, last in names.find(text, start, end):
            yield Mention(at, last, None, known_kind(text[at:last]))


class _Reader:
    """Finds the runs of capitals of one text, and parts them into titles and names."""

    def __init__(self, text: str, end: int, lowered: set[str], marked: Sequence[Place]) -> None:
        """What is looked for all over the text is not looked for behind `end`."""
        self.text, self.lowered, self.marked = text, lowered, marked
        self._starts = [start for start, _ in marked]
        self._fors: dict[tuple[str, str], list[int]] = defaultdict(list)
        for match in _FOR.finditer(text, 0, end):
            self._fors[_beside_for(text, match)].append(match.start())

    def mentions(self, start: int, end: int) -> Iterator[Mention]:
        runs = list(self._joined(list(self._runs(start, end))))
        for first, last, weak in runs:
            yield from self._mention(first, last, weak, (start, end))

    def _runs(self, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
        """Stretches of capitalised words, with the small words that may stand inside a name."""
        run: list[re.Match[str]] = []
        for word in _WORD.finditer(self.text, start, end):
            if run and not self._goes_on(run, word):
                yield from self._trim(run, start)
                run = []
            if self._is_name_word(word, run) or (run and self._links(run, word, end)):
                run.append(word)
            elif run:
                yield from self._trim(run, start)
                run = []
        if run:
            yield from self._trim(run, start)

    def _goes_on(self, run: list[re.Match[str]], word: re.Match[str]) -> bool:
        last, gap = run[-1][0], self.text[run[-1].end() : word.start()]
        if gap == " & " or (gap and len(gap) < 4 and not gap.strip(" \u00a0")):
            return not last.endswith(("'s", "’s"))
        if gap in (". ", ".\u00a0"):
            return last in ("St", "Ft", "Mt") or (_is_abbreviation(last) and last not in ("Jr", "Sr"))
        if gap == ", ":
            return word[0] in _BEHIND_COMMA
        return self._is_beside_nickname(run, word, gap)

    def _is_beside_nickname(self, run: list[re.Match[str]], word: re.Match[str], gap: str) -> bool:
        """Whether the marks of a nickname open or close between two words: "Robert (Bob) Hale"."""
        if _OPENING_NICKNAME.fullmatch(gap):
            behind = self.text[word.end() : word.end() + 3]
            return run[-1][0].casefold() in _GIVEN and behind[:1] in tuple("”\"’')") and behind[2:].isupper()
        opened = len(run) > 1 and self.text[run[-1].start() - 1] in "“\"‘'("
        return opened and _CLOSING_NICKNAME.fullmatch(gap) is not None

    def _is_name_word(self, word: re.Match[str], run: list[re.Match[str]]) -> bool:
        if _COMPOUND.search(word[0]):
            return False  # "Republican-controlled"
        if len(word[0]) == 1 and word[0] in "IA":
            return bool(run) and self.text[word.end() : word.end() + 1] == "."  # the initial of "John A. Orrin"
        return word[0][0].isupper() or _ARABIC.match(word[0]) is not None

    def _links(self, run: list[re.Match[str]], word: re.Match[str], end: int) -> bool:
        """Whether a small word goes on with the name: "van", "bin", and "of" in "Council of States" or "Secretary of
        State"."""
        name = self._name_behind(word, end)
        if name is None:
            return False
        before = [part[0].casefold() for part in run[-_MOST_WORDS:]]
        if word[0] == "for" and name.casefold() in HEADS | _GIVEN:
            return False  # "calls by the union for Minister Ana Hale to resign"
        if word[0] in ("of", "for", "on"):
            # "Association for the Advancement of ..."
            return before[-1] in _OFFICES or ("for" in before and not _JOINT.isdisjoint(before))
        if word[0] == "the":
            return before[-1] in ("of", "for", "and") and len(before) > 1
        return _joins_offices(before, name) if word[0] == "and" else word[0] in _LINKS

    def _name_behind(self, word: re.Match[str], end: int) -> str | None:
        """The word behind a small word, where that or another small one leads to a capital: "" where it is no word."""
        small = _SECOND_LINK.match(self.text, word.end() + 1)
        if not self._is_capital(small.end() if small else word.end() + 1, end):
            return None
        following = _WORD.match(self.text, word.end() + 1)
        return following[0] if following else ""

    def _is_capital(self, at: int, end: int) -> bool:
        return at < end and self.text[at - 1] == " " and self.text[at].isupper()

    def _trim(self, run: list[re.Match[str]], start: int) -> Iterator[tuple[int, int, bool]]:
        """Leave out a sentence's first word that is no name, a final possessive, and names of days and months."""
        if len(run) > _MOST_WORDS:
            return
        while run and self._no_name(run[0], start, len(run) == 1):
            run = run[1:]
        while run and _ends_with_no_name(run):
            run = run[:-1]
        if not run:
            return
        end = self._end_of_name(run[-1])
        if end > run[0].start():
            yield run[0].start(), end, len(run) == 1 and self._opens_sentence(run[0].start(), start)

    def _end_of_name(self, last: re.Match[str]) -> int:
        """Where a name ends that has this last word: without "’s", and with the stop of "Jr."."""
        end = last.end() - 2 if last[0].endswith(("'s", "’s")) else last.end()
        return end + 1 if last[0] in ("Jr", "Sr") and self.text[end : end + 1] == "." else end

    def _opens_sentence(self, at: int, start: int) -> bool:
        return at == start or _SENTENCE_START.search(self.text, max(start, at - 4), at) is not None

    def _no_name(self, word: re.Match[str], start: int, alone: bool) -> bool:
        folded = word[0].casefold()
        opens = self._opens_sentence(word.start(), start)
        if folded in COMMON:
            return alone or opens or folded not in _GIVEN
        if folded in ROLES or (folded not in self.lowered and not _PLURAL_OF.match(self.text, word.start())):
            return False
        return opens

    def _joined(self, runs: Sequence[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
        """Runs that the model marks as one body, or that are one country, are one: "Angie’s List", "the Bureau of
        Alcohol, Tobacco and Firearms"."""
        held: tuple[int, int, bool] | None = None
        for run in runs:
            if held and self._is_one(held, run):
                held = (held[0], run[1], False)
                continue
            if held:
                yield held
            held = run
        if held:
            yield held

    def _is_one(self, former: tuple[int, int, bool], latter: tuple[int, int, bool]) -> bool:
        if " of" in self.text[former[1] : latter[0]] and self.text[former[0] : latter[1]] in COUNTRIES:
            return True  # "the Republic of the Congo", which is not the Congo
        place = bisect_right(self._starts, former[0]) - 1
        marked = self.marked[place] if place >= 0 else (0, 0)
        first = self.text[latter[0] : latter[1]].split()[0].rstrip(".").casefold()
        if first in HEADS | _GIVEN:
            return False  # "the union for Minister Ana Hale to resign"
        if " and" in self.text[former[1] : latter[0]] and self.text[former[0] : former[1]].isupper():
            return False  # "the FBI and National Security Agency" are two
        if latter[1] <= marked[1]:
            return _GLUE.fullmatch(self.text, former[1], latter[0]) is not None
        whole = self.text[former[0] : latter[1]]
        # "Mothers for Clean Rivers", said twice
        return self.text[former[1] : latter[0]] == " for " and self._stands_twice(whole, former[1] - former[0])

    def _stands_twice(self, whole: str, at: int) -> bool:
        """Whether a name with a "for" at that place in it is printed twice: looked for where the same words are beside
        a "for"."""
        beside = _FOR.match(whole, at)
        places = self._fors.get(_beside_for(whole, beside), ()) if beside else ()
        twice = (place for place in places if self.text.startswith(whole, max(0, place - at)))
        return next(islice(twice, 1, None), None) is not None

    def _mention(self, start: int, end: int, weak: bool, paragraph: Place) -> Iterator[Mention]:
        name = self.text[start:end]
        if _is_no_name(name, weak=weak):
            return
        split = start + _title_length(name)
        kind = _kind(name)
        office = _OFFICE_OF.match(name) if kind == "organisation" else None
        if office:  # "Director of Communications" is a person's office, "Director of Halden Port Authority" too
            if len(name[office.end() :].split()) > 1 and _kind(name[office.end() :]) == kind:
                yield Mention(start + office.end(), end, None, kind)
        elif kind is not None and split == start:
            body = _body_in(name)
            if body or not self._is_in_role(start, end):
                yield Mention(end - len(body) if body else start, end, None, kind, weak)
        elif split < end and (other := self._behind_title((start, split, end), kind)):
            yield other
        elif split < end:
            yield from self._person((start, split, end), weak, paragraph)

    def _behind_title(self, parts: tuple[int, int, int], kind: Kind | None) -> Mention | None:
        """ "General Assembly", "Justice Department": a name behind what looks like a title that is no person's.

        `parts`: where the title and the name begin, and where the name ends.
        """
        start, split, end = parts
        rest = _kind(self.text[split:end])
        if rest is None or (is_courtesy(self.text[start:split]) and rest in ("country", "place", "thing")):
            return None
        return Mention(start if rest == kind == "organisation" else split, end, None, rest)

    def _person(self, parts: tuple[int, int, int], weak: bool, paragraph: Place) -> Iterator[Mention]:
        """What may be a person's name, with its title or role."""
        start, split, end = parts
        if self.text[start:split].rstrip() in COUNTRIES:  # "the envoy to Tovria Kurt Hale"
            yield Mention(start, split - 1, None, "country")
            start = split
        role = self._role(start, split, end, paragraph)
        courtesy = (start, split - 1) if split > start and role and role[0] >= end else None
        name_start = self._with_particles(split, start)
        yield Mention(name_start, end, role, "person" if role else None, weak and not role, courtesy)

    def _with_particles(self, split: int, start: int) -> int:
        particle = _LEADING_PARTICLE.search(self.text, max(0, start - 8), start) if split == start else None
        return particle.start() if particle else split

    def _role(self, start: int, split: int, end: int, paragraph: Place) -> Place | None:
        """The title or role of a name: in its run, before it, or behind it between commas."""
        role = (start, split) if split > start else None
        last = min(paragraph[1], end + 160)
        after = self._after(_ROLE_AFTER, end, last) or self._after(_OFFICE_AFTER, end, last)
        if (before := self._role_before(start, paragraph)) is not None:
            role = (before[0], split if role else before[1])
        elif after and (not role or is_courtesy(self.text[slice(*role)])):
            role = after.span(1)
        return (role[0], role[0] + len(self.text[role[0] : role[1]].rstrip())) if role else None

    def _role_before(self, start: int, paragraph: Place) -> Place | None:
        """A role before a name, in its sentence."""
        floor = max(paragraph[0], start - 110)
        floor = max((stop.end() for stop in _SENTENCE_END.finditer(self.text, floor, start)), default=floor)
        before = _ROLE_BEFORE.search(self.text, floor, start)
        if not before or not before[0].strip():
            return None
        lead = _CONJUNCTION.match(before[0])
        return before.start() + (lead.end() if lead else 0), before.end()

    def _after(self, pattern: re.Pattern[str], start: int, end: int) -> re.Match[str] | None:
        """A role behind a name: in its sentence, and none that leads over to the next name ("Minister of Labour Ana
        Hale")."""
        behind = pattern.match(self.text, start, end)
        if not behind or _SENTENCE_END.search(self.text, *behind.span(1)):
            return None
        words = behind[1].split()
        named = pattern is _OFFICE_AFTER and words[-2].casefold() in _GIVEN
        return None if named else behind

    def _is_in_role(self, start: int, end: int) -> bool:
        """ "Ohio Republican Senate candidate Robert Hale": the capitals before a role that a name follows tell of him
        alone."""
        words = self.text[start:end].split()
        tells = any(word in REGIONS or word.casefold() in PARTISANS for word in words) and len(words) > 1
        return tells and re.match(rf"\s(?:[a-z]+\s)?(?:{_CALLED})\s[A-Z]", self.text[end : end + 60]) is not None


def _is_no_name(name: str, *, weak: bool) -> bool:
    """Whether a run of capitals is none: words in capitals for the sake of emphasis, "Press secretary ..." at the start
    of a sentence, what party somebody is of, a title alone."""
    if len(name) < 2 or (name.isupper() and " " in name) or _AFFILIATION.match(name):
        return True
    if weak and name.casefold() in ORGANISATIONAL and name not in KNOWN_BODIES:
        return True
    untitled = name.removeprefix("U.S. ").removeprefix("US ")
    return _TITLE_WORDS.issuperset(untitled.casefold().replace(".", "").split())


def _beside_for(text: str, match: re.Match[str]) -> tuple[str, str]:
    """The words beside a "for", as far as they are near."""
    before = _BEFORE_FOR.search(text, max(0, match.start() - 20), match.start())
    return before[0] if before else "", match[1]


def _is_abbreviation(word: str) -> bool:
    return len(word) == 1 or (word.casefold() in TITLES and word.casefold() not in ROLES and len(word) <= 4)


def is_courtesy(words: str) -> bool:
    """Whether a printed title tells no office: "Mr", "Rt. Hon."."""
    told = [word.strip(".").casefold() for word in words.split()]
    return bool(told) and told[-1] in COURTESY and set(told) <= COURTESY | OF_HONOUR


def _joins_offices(before: list[str], name: str) -> bool:
    """ "Committee on Trade and Labour": whether "and" goes on with the name of an office."""
    office = not _JOINT.isdisjoint(before) and not {"of", "on", "for"}.isdisjoint(before)
    return office and not name.isupper() and name.casefold() not in TITLES | _GIVEN


def _ends_with_no_name(run: list[re.Match[str]]) -> bool:
    last = run[-1][0]
    return (last.casefold() in COMMON or last.islower()) and not _titled(run)


def _titled(run: list[re.Match[str]]) -> bool:
    """Whether the word before the last is a title or a given name: "Mrs. May", "Theresa May"."""
    return len(run) > 1 and run[-2][0].casefold() in TITLES | _GIVEN and run[-1][0][0].isupper()


def _body_in(name: str) -> str | None:
    """The well-known body that a longer name ends with: "Obama White House", "Republican Senate"."""
    words = name.split()
    for at in range(1, len(words)):
        rest = " ".join(words[at:])
        if rest not in KNOWN_BODIES or rest in ("Party", "Time", "Post"):
            continue
        if " " in rest or any(map(_tells_of_side, words[:at])):
            return rest
    return None


def _tells_of_side(word: str) -> bool:
    """Whether a word before a body tells of which region it is, or whose: "Republican Senate"."""
    if word in ("U.S.", "US"):
        return False
    return word in REGIONS or word.casefold() in PARTISANS or "-controlled" in word or "-led" in word


def _title_length(name: str) -> int:
    """How many characters of `name` are titles: "U.S. President " of "U.S. President Donald Trump"."""
    if office := _OFFICE.match(name):
        return office.end() + _title_length(name[office.end() :])
    parts = list(re.finditer(r"\S+\s*", name))
    words = [part[0].strip().rstrip(".,").casefold() for part in parts]
    if words[0] not in HEADS and _is_given(parts[0][0].strip(), words[0]):
        return 0
    length = max(_heads_length(name, parts, words), _calling_length(parts, words))
    if not length:
        return _party_length(parts, words)
    behind = [word for part, word in zip(parts, words, strict=True) if part.start() >= length]
    return length if behind and len(behind) <= 5 and behind[0] not in ("of", "for") else 0


def _is_given(printed: str, word: str) -> bool:
    """Whether a word is a given name, and no region or country."""
    return word in _GIVEN and printed not in REGIONS and printed not in COUNTRIES


def _heads_length(name: str, parts: Sequence[re.Match[str]], words: Sequence[str]) -> int:
    """Where the last head of a title before the last word ends, with the office that it is of."""
    at = next((at for at in range(len(words) - 2, -1, -1) if words[at] in HEADS), None)
    if at is None:
        return 0
    office = _OFFICE.match(name, parts[at].start())
    return office.end() if office else parts[at].end()


def _kind(name: str) -> Kind | None:
    """As `known_kind`, but of "Fiona Hill", whose surname is a word for a place, what else is known of the name
    decides."""
    kind, words = known_kind(name), name.split()
    if kind != "place" or not 1 < len(words) < 4 or " of " in name:
        return kind
    return None if _is_given(words[0], words[0].casefold()) else kind


def _calling_length(parts: Sequence[re.Match[str]], words: Sequence[str]) -> int:
    """ "NASA Administrator Jim Bridge", "Singer-guitarist Tom Hale": what stands before a given name, where it ends
    with what somebody is."""
    for at in range(1, len(words) - 1):
        noun = words[at - 1].rsplit("-", 1)[-1]
        short = parts[at - 1][0].strip().isupper() and 1 < len(noun) < 4  # "Harbour FC"
        calling = singular(noun) in ROLES | CALLINGS | _MORE_CALLINGS or (
            at > 1 and (short or _OCCUPATION.search(noun))
        )
        if words[at] in _GIVEN and calling:
            return parts[at].start()
    return 0


def _party_length(parts: Sequence[re.Match[str]], words: Sequence[str]) -> int:
    """ "Democrat Robert Hale", "American Marilyn Hale": what a party or a people tells of a person before the full
    name."""
    first = parts[0][0].strip()
    tells = words[0] in PARTISANS or first in PEOPLES or (first in COUNTRIES and first.casefold() not in _GIVEN)
    if not tells or len(words) < 3 or words[-1] in ORGANISATIONAL:
        return 0
    rest = " ".join(part[0].strip() for part in parts[1:])
    known = words[1] in _GIVEN or (len(words) == 3 and known_kind(rest) is None)
    return parts[0].end() if known else 0
