"""The bargaining table: issues down, sides across, and what each side demands, offers, refuses ..."""

from collections import Counter
from collections.abc import Iterable

from onrecord.exports.index import Index
from onrecord.exports.said import place
from onrecord.exports.view import Bargain, Cut, Matter, Stake, State
from onrecord.types import Position

Side = str | None


def bargain(index: Index) -> Bargain | None:
    """The table of all positions, or None if no account states one. What no issue claims stands in a last row."""
    if not index.positions:
        return None
    holders = Counter(_side(index, p) for p in index.positions.values())
    sides = sorted(holders, key=lambda side: (side is None, -holders[side]))
    rows: list[tuple[str | None, Cut | None, list[Position]]] = []
    for issue in index.record.positions:
        rows.append((issue.id, index.cut(issue.name), [index.positions[p] for p in issue.positions if p in index.home]))
    claimed = {p for issue in index.record.positions for p in issue.positions}
    rest = [p for i, p in index.positions.items() if i not in claimed]
    if rest:
        rows.append((None, None, rest))
    return Bargain(
        sides=tuple(index.name(side) if side else None for side in sides),
        matters=tuple(
            Matter(i, name, tuple(_stakes(index, [p for p in held if _side(index, p) == side]) for side in sides))
            for i, name, held in rows
        ),
    )


def _side(index: Index, position: Position) -> Side:
    actor = index.actor(position.holder)
    return actor.id if actor else None


def _words(index: Index, position: Position) -> str:
    return " ".join(" ".join(index.cut(s).text for s in position.content).split()).casefold()


def _stakes(index: Index, positions: Iterable[Position]) -> tuple[Stake, ...]:
    """Positions in equal words are one stake with several sigla."""
    groups: dict[tuple[str, bool, str], list[Position]] = {}
    for position in positions:
        key = (position.act, position.negated, _words(index, position))
        groups.setdefault(key, []).append(position)
    return tuple(_stake(index, group) for group in groups.values())


def _stake(index: Index, group: list[Position]) -> Stake:
    first = group[0]
    full: State = "full"
    bound = next((p.condition for p in group if p.condition), None)
    line = next((index.lines[p.statement] for p in group if p.statement and p.statement in index.lines), None)
    return Stake(
        id=first.id,
        act=first.act,
        negated=first.negated,
        toward=index.name(first.toward),
        content=tuple(index.cut(s, place(first.id)) for s in first.content),
        condition=index.cut(bound) if bound else None,
        attestation=index.bear({index.home[p.id]: (full, f"#{place(p.id)}") for p in reversed(group)}),
        line=line,
        rules=tuple(sorted({p.rule for p in group})),
    )
