"""The bargaining table: issues down, sides across, and what each side demands, offers, refuses ..."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from msgspec import structs

from onrecord.exports.cast import described
from onrecord.exports.index import Index
from onrecord.exports.said import place
from onrecord.exports.view import Bargain, Cut, Matter, Stake, State
from onrecord.text.letters import folded
from onrecord.types import Actor, Issue, Position, Span

COLUMNS = 3  # of more sides, the ones with fewer positions share the last
ROWS = 3  # issues of one account that stand in the table if no others do
TELLING = 3  # words; a position of fewer, such as "do that", does not tell what it is about
FORM = 4  # characters; a shorter name is found in too many words


ROOT = 6  # letters of a word that tell what it is about
_WORD = re.compile(r"[^\W\d_]{5,}")
_EXCHANGE = re.compile(r"in\s(?:exchange|return)\sfor\s", re.IGNORECASE)
_IN_RETURN = {"demand": "offer", "offer": "demand", "promise": "demand", "accept": "demand"}
_JOINT = re.compile(r"(?:both|all|two)\b", re.IGNORECASE)  # "both leaders": of more sides than one
Row = tuple[Issue | None, tuple[Stake, ...]]
_Held = tuple[str | None, tuple[str, ...]]
"""A side, and the names of those who hold a position for it."""


def bargain(index: Index) -> Bargain | None:
    """The table of all positions, or None if no account states one.

    An issue is a row if several sides or accounts speak to it, or a condition is set; else its positions follow the
    table. If there are not three such rows, the plainest of the others are rows too.
    """
    if not index.positions:
        return None
    names = sides(index) | _told_sides(index)
    rows = _with_returns(index, [(issue, _stakes(index, held, names)) for issue, held in _issues(index)])
    tabled = _tabled(rows)
    table = [row for number, row in enumerate(rows) if number in tabled]
    columns = _columns(stake for _, stakes in table for stake in stakes)
    return Bargain(
        sides=columns,
        matters=tuple(_matter(index, row, columns) for row in table),
        single=tuple(_matter(index, row, (None,)) for number, row in enumerate(rows) if number not in tabled),
    )


def _tabled(rows: list[Row]) -> set[int]:
    """Which rows the table has: those that weigh, and if they are few the first others that tell what they are
    about."""
    weighty = {number for number, (_, stakes) in enumerate(rows) if _weighs(stakes)}
    telling = [number for number, (_, stakes) in enumerate(rows) if number not in weighty and _tells(stakes)]
    return {*weighty, *telling[: max(ROWS - len(weighty), 0)]}


def _matter(index: Index, row: Row, columns: tuple[str | None, ...]) -> Matter:
    issue, stakes = row
    cells = tuple(tuple(_in_column(stakes, column, columns)) for column in columns)
    return Matter(issue.id, index.cut(issue.name), cells) if issue else Matter(None, None, cells)


def _in_column(stakes: Iterable[Stake], column: str | None, columns: tuple[str | None, ...]) -> Iterator[Stake]:
    """The stakes of a side; in the column without a name, those of all sides that have no column."""
    named = {side for side in columns if side}
    return (stake for stake in stakes if (stake.side == column if column else stake.side not in named))


def _with_returns(index: Index, rows: list[Row]) -> list[Row]:
    """ "Demands A in exchange for B" offers B if A is given: so it stands in the row about B too, the other way
    round."""
    returns: dict[int, list[Stake]] = {}
    alone: list[Row] = []
    about_of = _About(rows)
    for number, (_, stakes) in enumerate(rows):
        for stake in stakes:
            offered = _returned(index, stake)
            about = about_of(offered, number) if offered else None
            if offered and about is not None:
                returns.setdefault(about, []).append(offered)
            elif offered:
                alone.append((None, (offered,)))
    return [(issue, (*stakes, *returns.get(number, ()))) for number, (issue, stakes) in enumerate(rows)] + alone


def _returned(index: Index, stake: Stake) -> Stake | None:
    position = index.positions[stake.position]
    given = _EXCHANGE.match(stake.condition.text) if stake.condition else None
    act = _IN_RETURN.get(stake.act)
    if position.condition is None or given is None or act is None or stake.negated:
        return None
    words = structs.replace(position.condition, start=position.condition.start + given.end())
    return replace(
        stake,
        id=f"{stake.id}-return",
        act=act,
        plover=None,
        content=(index.cut(words),),
        condition=stake.content[0],
        also=(),
        rules=(*stake.rules, "in return"),
    )


class _About:
    """Finds the row that a stake is about by its words."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._having: dict[str, list[int]] = {}
        for number, (_, stakes) in enumerate(rows):
            for root in _roots(cut for stake in stakes for cut in stake.content):
                self._having.setdefault(root, []).append(number)

    def __call__(self, stake: Stake, own: int) -> int | None:
        """The other row with most of the words of what is given, if any; of several the first."""
        shared = Counter(n for root in _roots(stake.content) for n in self._having.get(root, ()) if n != own)
        return min(shared, key=lambda number: (-shared[number], number), default=None)


def _roots(cuts: Iterable[Cut]) -> set[str]:
    return {word[:ROOT] for cut in cuts for word in _WORD.findall(folded(cut.text).casefold())}


def _weighs(stakes: Iterable[Stake]) -> bool:
    of = list(stakes)
    accounts = {slot.siglum for s in of for slot in s.attestation.slots}
    return len({s.side for s in of if s.modality == "plain"}) > 1 or len(accounts) > 1 or any(s.condition for s in of)


def _tells(stakes: Iterable[Stake]) -> bool:
    return any(s.side and sum(len(c.text.split()) for c in s.content) >= TELLING for s in stakes)


def _columns(stakes: Iterable[Stake]) -> tuple[str | None, ...]:
    """The sides with most positions, those of the past, supposed, hedged and denied apart; None, the last column, for
    the others."""
    count: Counter[str | None] = Counter()
    plain: Counter[str | None] = Counter()
    for stake in stakes:
        count[stake.side] += 1
        plain[stake.side] += stake.modality == "plain"
    named = (side for side in count if side and not _JOINT.match(side))
    ranked = sorted(named, key=lambda side: (-plain[side], -count[side]))
    others = count.keys() - {*ranked}
    if len(count) > COLUMNS or others - {None}:
        return (*ranked[: COLUMNS - 1], None)
    return (*ranked, None) if others else tuple(ranked)


def _issues(index: Index) -> list[tuple[Issue | None, list[Position]]]:
    """Each issue with its positions; those that no issue claims each by themselves."""
    out: list[tuple[Issue | None, list[Position]]] = []
    for issue in index.record.positions:
        out.append((issue, [index.positions[p] for p in issue.positions if p in index.home]))
    claimed = {p for issue in index.record.positions for p in issue.positions}
    return out + [(None, [p]) for i, p in index.positions.items() if i not in claimed]


def sides(index: Index) -> dict[str, str]:
    """By actor of the record: the name of its side. That is its own, or one that its title or description names: a
    "Belgian minister" or "the government of Belgium" speaks for Belgium if Belgium is a country or holds positions."""
    held_by = (holder for p in index.positions.values() for holder in (p.holder, *p.joint))
    holders = {a.id: a for holder in held_by if (a := index.actor(holder))}
    countries = {a.id: a for a in index.record.cast if a.kind == "country"}
    sides = _Sides(index, {**holders, **countries}.values())
    return {i: sides.of(actor) for i, actor in {**holders, **{a.id: a for a in index.record.cast}}.items()}


class _Sides:
    """Finds the side that an actor speaks for, by the names that accounts use for the sides."""

    def __init__(self, index: Index, actors: Iterable[Actor]) -> None:
        self._index = index
        self._in_readings = {actor.id: actor for reading in index.record.readings for actor in reading.cast}
        self._by_form: dict[str, str] = {}
        for actor in actors:
            if self._is_side(actor):
                for form in self._forms(actor):
                    self._by_form.setdefault(form, actor.name)
        longest = "|".join(re.escape(form) for form in sorted(self._by_form, key=lambda form: (-len(form), form)))
        self._pattern = re.compile(rf"(?<!\w)({longest})[a-z]{{0,3}}(?!\w)" if longest else "(?!)")

    def of(self, actor: Actor) -> str:
        """The name of the side that the titles of an actor name, or the words that describe it; else its own."""
        named = map(self._pattern.search, self._descriptions(actor))
        match = next(filter(None, named), None)
        return self._by_form[match[1]] if match else actor.name

    def _is_side(self, actor: Actor) -> bool:
        return not described(actor) and not any(member.roles for member in self._members(actor))

    def _forms(self, actor: Actor) -> set[str]:
        """Its names in the accounts, but those that would be found in too many words."""
        mentions = {folded(self._index.cut(span).text) for m in self._members(actor) for span in m.mentions}
        return {form for form in {folded(actor.name), *mentions} if _is_telling_name(form)}

    def _descriptions(self, actor: Actor) -> list[str]:
        titles = [folded(self._index.cut(span).text) for m in self._members(actor) for span in m.roles]
        return [*titles, folded(actor.name)] if actor.kind != "person" or described(actor) else titles

    def _members(self, actor: Actor) -> list[Actor]:
        return [self._in_readings[m] for m in actor.members if m in self._in_readings] or [actor]


def _is_telling_name(form: str) -> bool:
    return form[:1].isupper() and (len(form) >= FORM or "." in form)


def _told_sides(index: Index) -> dict[str, str]:
    """By actor of the record: the name of the side that its account says it speaks for."""
    told = ((index.actor(p.holder), index.name(p.side)) for p in index.positions.values())
    return {holder.id: side for holder, side in told if holder and side}


def _id(actor: Actor | None) -> str | None:
    return actor.id if actor else None


def _words(index: Index, spans: Iterable[Span]) -> str:
    return " ".join(" ".join(folded(index.cut(span).text) for span in spans).split()).casefold()


def _stakes(index: Index, positions: Iterable[Position], names: Mapping[str, str]) -> tuple[Stake, ...]:
    """Positions of one holder in equal words, on one condition, are one stake with several sigla; those of several
    sides together are one of each side. What is not held now, by the account's own words, follows."""
    groups: dict[tuple[_Held, tuple[object, ...]], list[Position]] = {}
    for position in positions:
        bound = (position.condition,) if position.condition else ()
        terms = (
            _id(index.actor(position.toward)),
            position.act,
            position.negated,
            position.modality,
            _words(index, position.content),
            _words(index, bound),
        )
        for held in _held_by(index, position, names):
            groups.setdefault((held, terms), []).append(position)
    sides_of: Counter[str] = Counter()
    stakes = []
    for (held, _), group in groups.items():
        stakes.append(_stake(index, held, group, sides_of[group[0].id]))
        sides_of[group[0].id] += 1
    return tuple(sorted(stakes, key=lambda stake: stake.modality != "plain"))


def _held_by(index: Index, position: Position, names: Mapping[str, str]) -> Iterator[_Held]:
    """Each side that holds a position, with the names of those who hold it for this side."""
    actors = [actor for holder in (position.holder, *position.joint) if (actor := index.actor(holder))]
    sides_held = dict.fromkeys(names.get(actor.id, actor.name) for actor in actors)
    for side in sides_held:
        yield side, tuple(dict.fromkeys(a.name for a in actors if names.get(a.id, a.name) == side))
    if not actors:
        yield None, ()


def _holder(held: _Held) -> str | None:
    """Who holds a position for a side, if it is not the side itself."""
    side, names = held
    return None if names in ((), (side,)) else " and ".join(names)


def _stake(index: Index, held: _Held, group: list[Position], number: int) -> Stake:
    """`number`: how many stakes were made of the first position before, for other sides."""
    first, (side, _) = group[0], held
    full: State = "full"
    lines = (index.lines.get(p.statement) for p in group if p.statement)
    return Stake(
        id=f"{first.id}-{number}" if number else first.id,
        position=first.id,
        side=side,
        holder=_holder(held),
        act=first.act,
        plover=first.plover,
        negated=first.negated,
        modality=first.modality,
        toward=index.name(first.toward),
        content=tuple(index.cut(s, place(first.id)) for s in first.content),
        condition=index.cut_if_any(next(filter(None, (p.condition for p in group)), None)),
        attestation=index.bear({index.home[p.id]: (full, f"#{place(p.id)}") for p in reversed(group)}),
        line=next(filter(None, lines), None),
        also=() if number else tuple(p.id for p in group[1:]),
        rules=tuple(sorted({p.rule for p in group})),
    )
