"""Names as an account prints them: runs of capitalised words, with the titles and roles that stand before or behind them."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from onrecord.readings.places import CAPITALS, COUNTRIES, PEOPLES
from onrecord.types import ActorKind

Paragraphs = Iterable[tuple[int, int]]
Kind = ActorKind | Literal["place"]


class Mention(NamedTuple):
    """A name at `start` to `end`. `role` is the title or role printed with it, `kind` what the name itself tells."""

    start: int
    end: int
    role: tuple[int, int] | None
    kind: Kind | None


ROLES = frozenset(
    "adviser advisor aide ambassador analyst archbishop attorney ayatollah banker bishop cardinal chair chairman chairperson "
    "chairwoman chancellor chief commander commissioner congressman congresswoman consul coordinator correspondent councillor "
    "delegate deputy diplomat director economist editor emperor emir engineer envoy executive expert farmer founder general "
    "governor head historian inspector investigator journalist judge justice king lawmaker lawyer leader manager mayor "
    "mediator member minister monarch negotiator officer official organiser organizer owner pope premier president prince princess "
    "principal professor prosecutor queen reporter representative researcher scholar scientist secretary senator sheikh sheriff "
    "speaker spokesman spokesperson spokeswoman strategist sultan superintendent teacher treasurer undersecretary "
    "veteran whip writer".split()
)
_TITLES = ROLES | frozenset(
    "mr mrs ms miss dr sir dame lord lady prof sen rep gov gen lt col sgt capt maj adm cmdr rev prime vice foreign comrade "
    "field marshal admiral colonel major captain sergeant lieutenant crown first interior defence defense finance trade energy "
    "water environment health labour labor justice culture education agriculture transport press national security state "
    "majority minority house senate white opposition acting former interim".split()
)
_HEADS = ROLES | frozenset(  # what a title may end with: a modifier alone ("House", "White") is none
    "mr mrs ms miss dr sir dame lord lady prof sen rep gov gen lt col sgt capt maj adm cmdr rev comrade marshal admiral colonel major "
    "captain sergeant lieutenant".split()
)
_PORTFOLIOS = (
    r"(?:State|Defen[cs]e|Energy|Commerce|Labou?r|Education|Health|Agriculture|Transport(?:ation)?|Homeland Security|"
    r"the Treasury|the Interior|Foreign Affairs|Finance|Justice|Trade|Information|Water|the Navy|the Army)"
)
_ORGANISATIONAL = frozenset(
    "administration agency alliance army assembly association authority bank board bureau cabinet center centre chamber church "
    "coalition college commission committee company confederation conference congress cooperative corporation council court delegation "
    "department embassy executive federation forum foundation front fund government group guard house inc institute institution "
    "league ltd ministry mission movement nations navy network news office organisation organization panel parliament party "
    "police politburo press secretariat senate service society syndicate team times trust tribunal union university".split()
)
_HUMANS = frozenset(
    "activist adult aide american attendee authority backer boy brother businessman candidate child citizen civilian client colleague "
    "commentator counterpart critic daughter defendant democrat doctor donor driver eyewitness father female figure friend girl "
    "grandmother guard guest husband immigrant insider juror loyalist lady male man member migrant mother neighbor neighbour nurse "
    "opponent parent participant passenger pastor patient people person player politician priest protester refugee republican "
    "resident relative rival scholar sister soldier son source staffer star student supporter survivor "
    "suspect tourist victim villager volunteer voter widow wife witness woman worker".split()
)
_IRREGULAR = {
    "men": "man",
    "women": "woman",
    "people": "person",
    "children": "child",
    "wives": "wife",
    "chiefs": "chief",
}
_BODIES = frozenset(
    "authorities camp campaign caucus clinic club desk family household media network newspaper outlet side paper regime school startup "
    "tabloid union website magazine blog agency company ministry embassy hospital store shop firm retailer manufacturer".split()
)
_OCCUPATION = re.compile(r"[a-z]{3,}(?:er|or|ist|ian|eer|ant|ee|crat)$")
_THINGS = frozenset(
    "letter number order paper center matter letters numbers orders papers matters quarter factor error poster banner river summer "
    "winter water answer offer offers weather october september november december manner chapter newsletter computer server "
    "committee document statement moment referee guarantee fee motor monitor sensor mirror reactor restaurant warrant grant".split()
)
_OFFICES = _ORGANISATIONAL | {"secretary", "minister", "undersecretary", "speaker", "chief", "director", "head"}
_GEOGRAPHIC = frozenset(
    "airport avenue basin bay beach bridge canal city coast county desert district dam gulf hall harbour harbor hill hills hotel "
    "island islands lake mountain mountains ocean palace park peninsula plaza port province region river road sea square station "
    "strait street valley village zone east west north south peace prize treaty accord agreement summit act war day".split()
)
_COMMON = frozenset(
    "a about according across after again against all along also although among an and another any are as asked at back because "
    "before behind being below besides between beyond both but by can could despite did do does during each earlier early either "
    "even every few first finally for from further had has have he her here his how however i if in indeed instead into is it its "
    "just last late later least less let like many may meanwhile more moreover most much my neither nevertheless never next no nobody "
    "none nor not nothing now of off officials on once one only or other others our out over perhaps please rather reporters "
    "separately several she should since so some someone something soon still such than thank thanks that the their them then there "
    "therefore these they this those though three through thus to today together tomorrow tonight too toward towards two under "
    "unless until up upon us very was we well were what when whenever where whereas whether which while who whose why will with "
    "within without would yes yesterday yet you your monday tuesday wednesday thursday friday saturday sunday january february "
    "march april june july august september october november december sometimes basically regarding kicking speed even "
    "asking maybe look looking speaking talks negotiations sources critics".split()
)
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_][^\W_]*(?:[’'-][^\W\d_][^\W_]*)*")
_LINKS = frozenset("de del della der den di dos du van von bin ben ibn al el la le".split())
_AFFILIATION = re.compile(r"(?:[DRI]|Lab|Con|Lib)-[A-Z]")  # "D-Ohio": a party and a state
_PLURAL_OF = re.compile(r"\w+s (?:of|from|in|at|with|who|close|on)\b")  # "Members of the delegation"
_SENTENCE_START = re.compile(r"(?:^|[.!?:;…—–\n\r]|[\"“”‘'«(\[])[\s\"“”‘'«(\[]*$")
_ROLE_BEFORE = re.compile(
    r"(?:(?:former|then|deputy|senior|chief|acting|vice|top|prime|foreign|defen[cs]e|finance|press|state|national|security|trade|"
    r"energy|water|party|opposition|[^\W\d_a-z][\w.’'-]*)\s){0,6}(?:[a-z]+-)?(?:" + "|".join(sorted(ROLES)) + r")s?\s$"
)
_ROLE_AFTER = re.compile(
    r",\s((?:an?\s|the\s|its\s|their\s|[^\W\d_a-z]\w*[’']s\s|(?:former|deputy|chief|senior|lead|head|top)\s)"
    r"(?:[\w.’'-]+\s){0,5}?(?:"
    + "|".join(sorted(ROLES))
    + r")\b(?:\s(?:of|for|at|to|in)(?:\s[\w.’'-]+){1,6}?)?)(?=[,.;)])"
)


def find_mentions(text: str, paragraphs: Paragraphs) -> tuple[Mention, ...]:
    """Names in the paragraphs of `text`, in order: people, countries, organisations, and what is not yet known."""
    spans = [(start, end) for start, end in paragraphs if start < end]
    lowered = {word[0] for start, end in spans for word in _WORD.finditer(text, start, end) if word[0].islower()}
    found = (
        m
        for start, end in spans
        for run in _runs(text, start, end, lowered)
        for m in _mention(text, *run, (start, end))
    )
    return tuple(found)


def _abbreviated(word: str) -> bool:
    return len(word) == 1 or (word.casefold() in _TITLES and word.casefold() not in ROLES and len(word) <= 4)


def _is_name_word(word: str) -> bool:
    return word[0].isupper() and not (len(word) == 1 and word in "IA")


def _runs(text: str, start: int, end: int, lowered: set[str]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words, with the small words that may stand inside a name."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text, start, end):
        gap = text[run[-1].end() : word.start()] if run else ""
        joined = gap in (" ", "\u00a0") or (gap in (". ", ".\u00a0") and _abbreviated(run[-1][0]))
        if run and (not joined or run[-1][0].endswith(("'s", "’s"))):
            yield from _trim(text, run, start, lowered)
            run = []
        if _is_name_word(word[0]) or (run and _links(run[-1][0], word[0]) and _next_is_name(text, word.end(), end)):
            run.append(word)
        elif run:
            yield from _trim(text, run, start, lowered)
            run = []
    if run:
        yield from _trim(text, run, start, lowered)


def _links(before: str, word: str) -> bool:
    """Whether a small word goes on with the name: "van", "bin", and "of" in "Council of States" or "Secretary of State"."""
    if word in ("of", "for"):
        return before.casefold() in _OFFICES
    return word in _LINKS


def _next_is_name(text: str, at: int, end: int) -> bool:
    return at + 1 < end and text[at] == " " and text[at + 1].isupper()


def _trim(text: str, run: list[re.Match[str]], start: int, lowered: set[str]) -> Iterator[tuple[int, int]]:
    """Leave out a sentence's first word that is no name, a final possessive, and names of days and months."""
    while run and _no_name(text, run[0], start, lowered):
        run = run[1:]
    while run and run[-1][0].casefold() in _COMMON:
        run = run[:-1]
    if run:
        last = run[-1]
        end = last.end() - 2 if last[0].endswith(("'s", "’s")) else last.end()
        if end > run[0].start():
            yield run[0].start(), end


def _no_name(text: str, word: re.Match[str], start: int, lowered: set[str]) -> bool:
    folded = word[0].casefold()
    if folded in _COMMON:
        return True
    if folded in ROLES or (folded not in lowered and not _PLURAL_OF.match(text, word.start())):
        return False
    return _SENTENCE_START.search(text, max(start, word.start() - 4), word.start()) is not None or word.start() == start


def _mention(text: str, start: int, end: int, paragraph: tuple[int, int]) -> Iterator[Mention]:
    name = text[start:end]
    if len(name) < 2 or _AFFILIATION.match(name):
        return
    if (kind := known_kind(name)) is not None:
        yield Mention(start, end, None, kind)
        return
    split = start + _title_length(name)
    if split >= end:
        return
    role = (start, split) if split > start else None
    before = _ROLE_BEFORE.search(text, max(paragraph[0], start - 90), start)
    after = _ROLE_AFTER.match(text, end, min(paragraph[1], end + 120))
    if before:
        role = (before.start(), before.end())
    elif after and not role:
        role = after.span(1)
    if role:
        role = (role[0], role[0] + len(text[role[0] : role[1]].rstrip()))
    if split == start and known_kind(text[split:end]) is not None:  # "foreign minister Tovria": no person's name
        return
    yield Mention(split, end, role, "person" if role else None)


def _title_length(name: str) -> int:
    """How many characters of `name` are titles: "U.S. President " of "U.S. President Donald Trump"."""
    office = re.match(
        r"(?:Deputy |Assistant |Former |Foreign )*(?:Secretary|Minister|Undersecretary) (?:of|for) "
        + _PORTFOLIOS
        + " ",
        name,
    )
    if office:
        return office.end()
    length = 0
    for position, part in enumerate(re.finditer(r"\S+\s*", name)):
        word = part[0].strip().rstrip(".").casefold()
        if word in _TITLES or word in ("elect",):
            length = part.end()
        elif part[0].strip() not in PEOPLES and part[0].strip() not in COUNTRIES and position > 2:
            break
    last_title = name[:length].split()[-1:] or [""]
    return length if last_title[0].rstrip(".").casefold() in _HEADS else 0


def described_kind(description: str) -> ActorKind | None:
    """What a description is of, by its last word: "the energy ministry" an organisation, "diplomats" a group.

    A bare name that nothing else tells of is a body.
    """
    words = description.casefold().replace("’", "'").split()
    if not words:
        return None
    if all(word[0].isupper() for word in description.split()) and _COMMON.isdisjoint(words):
        return "group" if len(words) == 1 and _singular(words[0]) in ROLES | _HUMANS else "organisation"
    head = words[-1].strip(".,'\"")
    if head in _ORGANISATIONAL or head in _BODIES:
        return "organisation"
    singular = _singular(head)
    human = {head, singular} & (ROLES | _HUMANS) or _OCCUPATION.search(singular)
    if not human or head in _THINGS:
        return "organisation" if singular in _ORGANISATIONAL | _BODIES else None
    return "person" if head == singular else "group"


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return (
        word[:-3] + "y"
        if word.endswith("ies")
        else word[:-1]
        if word.endswith("s") and not word.endswith("ss")
        else word
    )


def known_kind(name: str) -> Kind | None:
    """What the words of a name tell of its bearer, if they do."""
    words = name.removeprefix("the ").removeprefix("The ")
    if words in COUNTRIES or words in CAPITALS or words in PEOPLES:
        return "country"
    parts = words.casefold().split()
    heads = parts[:1] + parts[-1:] if {"of", "for"} & set(parts) else parts[-1:]
    if any(part in _ORGANISATIONAL for part in heads) or (words.isupper() and 3 <= len(words) <= 6 and words.isalpha()):
        return "organisation"
    if any(part in _GEOGRAPHIC for part in parts):
        return "place"  # or a treaty, or a day: no actor
    return None
