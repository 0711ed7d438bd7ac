"""Whose side a holder speaks for, and which side a position is toward, as far as the account says so."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import structs

from onrecord.readings.cast.actors import Cast
from onrecord.readings.nouns import ROLES
from onrecord.text import lexicon
from onrecord.text.phrases import Phrases
from onrecord.text.places import PEOPLES
from onrecord.types import Position, Span

# characters behind a name in which an apposition tells the side: ", R-Ky.,", " (D-Calif.)", ", Democrat of Ohio"
_BEHIND = 60
_BEFORE = 40  # characters before a name: "Belmara’s foreign minister, Leonor Vasques"
_ROLE = rf"(?:{'|'.join(sorted(ROLES))})"
_APPOSITION = re.compile(
    rf"\s\([^)]{{1,30}}\)|,\s(?:[A-Z]-[A-Z][\w.]*|[A-Z][a-z]+ (?:of|from) [A-Z])|,\s(?:the"
    rf"|an?)\s[^,.;:“”\"]{{1,50}}{_ROLE}\b|"
    r"\sof\s[A-Z][\w.]+,\s[^,.;“”\"]{1,40},"
)
_OWNER = re.compile(rf"([^\W\d_][\w.]*(?:\s[^\W\d_][\w.]*)?)(?:’s|'s|’|')\s(?:[a-z]+\s){{0,3}}{_ROLE},?\s$")
_POSSESSIVE = frozenset("’'")
_OFFICE = re.compile(
    rf"\b[A-Z][^\W\d_]+\s(?:[a-z]+\s){{0,3}}{_ROLE},?\s$"
)  # "the Tovrian water minister, Radim Solcek"
_PARTY_LETTER = re.compile(r"\b([A-Z])-[A-Z]")
_ENDINGS = ("s", "ic")  # of what is made from a form: "Tovrians"
_PEOPLE = lexicon.in_order("parties.endings_of_a_people")  # "Tovrian" of Tovria
_FORM = 4  # letters; a shorter name is found in too many words
_CHAMBERS = lexicon.words("bodies.chambers")
"""Their members speak in them, not for them."""
_OPENING = 14  # characters in which the subject of a clause begins
_RELATIVE = re.compile(r"\s(?:that|which|who|until|unless)\s")
_SPOKEN_FOR = ("country", "organisation", "group")
_TO_ANOTHER = ("demand", "offer", "refuse", "accept", "threaten")
_BOTH = re.compile(
    r"(?:both|the two|two|each) (?:sides?|parties|countries|nations|governments|states|camps|teams|capitals|rivals"
    r"|neighbou?rs|delegations)",
    re.IGNORECASE,
)
_SHARE = 0.5  # of an account's positions that its two sides hold between them


class Sides:
    """The side of each actor of a cast: the country, body or party that its title, apposition or description names."""

    def __init__(self, cast: Cast, holders: set[str]) -> None:
        self._cast = cast
        self._keys = {cast.id_of(key): key for key in cast.drafts}
        self._forms = dict(self._forms_of_sides(holders))
        self._owners = {key for draft in cast.drafts.values() for key in self._owning(draft.mentions)}
        self._words = Phrases(form + ending for form in self._forms for ending in ("", *_ENDINGS))
        self._groups: dict[str, list[str]] = defaultdict(list)
        """By their first letter the groups that are sides."""
        for form, key in self._forms.items():
            if key.startswith("group"):
                self._groups[form[0]].append(key)

    def _forms_of_sides(self, holders: set[str]) -> Iterator[tuple[str, str]]:
        """Names of countries, of parties, and of bodies that hold positions; and of the people of all that are named
        twice."""
        for key, draft in self._cast.drafts.items():
            chamber = draft.name.rpartition(" ")[2] in _CHAMBERS
            if key.startswith("described") or draft.kind not in _SPOKEN_FOR or chamber:
                continue
            often = len(draft.mentions) > 1
            holds = self._cast.id_of(key) in holders or draft.kind == "country" or (draft.kind == "group" and often)
            for name in {draft.name, *(self._cast.text[start:end] for start, end in draft.mentions)}:
                yield from ((form, key) for form in _forms(name.removeprefix("the "), holds=holds, often=often))
            yield from ((people, key) for people, country in PEOPLES.items() if country == draft.name)

    def side(self, actor: str) -> str | None:
        """Id of the side of an actor, if that is another than itself."""
        key = self._keys.get(actor)
        if key is None:
            return None
        told = (found for text in self._texts(key) for found in self._met(text))
        met = next((found for found in (*told, *self._owning(self._cast.drafts[key].mentions)) if found != key), None)
        return self._cast.id_of(met) if met else None

    def speaks(self, actor: str) -> bool:
        """Whether others speak for an actor: a country, a body, a group, or whose "foreign minister" the account
        names."""
        key = self._keys.get(actor, "")
        return bool(key) and (self._cast.drafts[key].kind in _SPOKEN_FOR or key in self._owners)

    def named_at(self, actor: str) -> int:
        """Where an actor is named first."""
        return min((start for start, _ in self._cast.drafts[self._keys[actor]].mentions), default=0)

    def _owning(self, mentions: Iterable[tuple[int, int]]) -> Iterator[str]:
        """ "Belmara’s foreign minister, Leonor Vasques": the actors that have one of these for a holder of an
        office."""
        for start, _ in mentions:
            if not _POSSESSIVE.isdisjoint(self._cast.text[max(0, start - _BEFORE) : start]) and (
                owned := _OWNER.search(self._cast.text, max(0, start - _BEFORE), start)
            ):
                yield from (
                    key for at, key in self._cast.between(*owned.span(1)) if self._cast.ends[at] == owned.end(1)
                )

    def _met(self, text: str) -> Iterator[str]:
        if found := next(self._words.find(text, 0, len(text)), None):
            words = text[slice(*found)]
            forms = (words.removesuffix(ending) for ending in ("", *_ENDINGS))
            yield next(self._forms[form] for form in forms if form in self._forms)
        if letter := _PARTY_LETTER.search(text):
            yield from self._groups.get(letter[1], ())

    def _texts(self, key: str) -> Iterator[str]:
        """What the account prints of an actor: titles, descriptions, appositions."""
        draft, text = self._cast.drafts[key], self._cast.text
        if draft.kind != "person" or key.startswith("described"):
            yield draft.name
            return
        for start, end in draft.roles:
            yield text[start:end]
        for start, end in draft.mentions:
            if behind := _APPOSITION.match(text, end, end + _BEHIND):
                yield behind[0]
            if before := _OFFICE.search(text, max(0, start - _BEFORE), start):
                yield before[0]


def _forms(name: str, *, holds: bool, often: bool) -> Iterator[str]:
    """How a name without its article, and its people, are told again in the words of others."""
    if not name[:1].isupper() or (len(name) < _FORM and "." not in name):
        return
    if holds:
        yield from (name, name.removesuffix("s"))
    if (holds or often) and " " not in name:
        yield from (name.rstrip("aeiouy") + ending for ending in _PEOPLE)


def addressed(cast: Cast, positions: Sequence[Position]) -> tuple[Position, ...]:
    """The positions with the sides of their holders, and with whom they are toward where the account tells it: by whom
    it names in the content or the condition, or by there being two sides and no more."""
    holders = {position.holder for position in positions if position.holder}
    sides = Sides(cast, holders)
    of = {holder: sides.side(holder) for holder in holders}
    known = [structs.replace(p, side=of[p.holder] if p.holder else None) for p in positions]
    named = [structs.replace(p, toward=p.toward or _named(cast, p, of)) for p in known]
    pair = _pair(named, sides)
    return tuple(named) if pair is None else tuple(_between(cast, named, pair))


def _between(cast: Cast, positions: Iterable[Position], pair: tuple[str, str]) -> Iterator[Position]:
    """The positions in a dispute of two: what "both sides" hold is held by the two, and each is toward the other."""
    both = {cast.id_of(key) for key, draft in cast.drafts.items() if _BOTH.fullmatch(draft.name)}
    for position in positions:
        if position.holder in both:
            yield structs.replace(position, holder=pair[0], joint=pair[1:])
        else:
            yield structs.replace(position, toward=position.toward or _other(position, pair))


def _named(cast: Cast, position: Position, of: Mapping[str, str | None]) -> str | None:
    """The actor that opens the condition or the content ("unless Congress gave ..."), or whose thing is refused."""
    holding = {position.holder, position.side} - {None}
    for span, within in _searched(cast.text, position):
        for start, key in cast.between(span.start, span.end):
            actor = cast.id_of(key)
            opens = start - span.start < within
            if opens and actor not in holding and of.get(actor) not in holding and not key.startswith("described"):
                return actor
    return None


def _searched(text: str, position: Position) -> Iterator[tuple[Span, int]]:
    """Where the other side may be named, and how near to the start."""
    content = position.content[0]
    relative = _RELATIVE.search(text, content.start, content.end)
    if position.condition and position.act in _TO_ANOTHER:
        yield position.condition, _OPENING + len("in exchange for the support of ")
    if position.act in ("refuse", "accept"):
        yield content, (relative.start() if relative else content.end) - content.start
    elif position.act in ("demand", "hope"):
        yield content, len("that the ")


def _pair(positions: Sequence[Position], sides: Sides) -> tuple[str, str] | None:
    """The two sides of a dispute of two: they hold most of its positions, and one is named as the other's
    counterpart."""
    held = Counter(p.side or p.holder for p in positions if p.act in _TO_ANOTHER and p.holder)
    most = [(actor, times) for actor, times in held.most_common(2) if actor and sides.speaks(actor)]
    if len(most) < 2 or sum(times for _, times in most) < _SHARE * held.total():
        return None
    first, second = sorted((actor for actor, _ in most), key=sides.named_at)
    linked = any({p.side or p.holder, _body(sides, p.toward)} == {first, second} for p in positions if p.toward)
    return (first, second) if linked else None


def _body(sides: Sides, actor: str | None) -> str | None:
    return (sides.side(actor) or actor) if actor else None


def _other(position: Position, pair: tuple[str, str]) -> str | None:
    side = position.side or position.holder
    if side not in pair or position.act not in _TO_ANOTHER:
        return None
    return pair[1] if side == pair[0] else pair[0]
