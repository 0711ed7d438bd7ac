"""`python -m quality [ROW ...]`: score, print one table, and fail where a measure is below its floor."""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import PackageNotFoundError
from itertools import repeat
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from quality import attribution, collation, conflicts, corpora, gate, positions, quotations, times
from quality.corpora import PARTS, Item
from quality.extracts import Extract, extract, release
from quality.scores import Counts, ahead
from quality.segmentation import ROWS, Row

BUILD = Path(__file__).parents[1] / "build" / "quality"
PROCESSES = 2

SETS: dict[str, Callable[[Any], dict[str, float]]] = {
    "attribution": attribution.measures,
    "quotations": quotations.measures,
    "positions": positions.measures,
    "collation": collation.measures,
    "conflicts": conflicts.measures,
    "times": times.measures,
}
SMALL = {"quotations", "positions", "collation"}
"""Sets of one event, four and ten events not tuned on: their floors hold on both parts together."""
"""Scored as a whole, not page by page and without other tools in the same process: name, to the measures of a part."""

Extracts = dict[str, Extract]
"""Name of a page, to what was taken from it."""
Pages = dict[str, Counts]
"""Name of a page, to what was counted on it."""


def main() -> int:
    options = _options()
    rows = [row for row in ROWS if not options.rows or row.name in options.rows]
    floors = gate.load()
    figures: dict[tuple[str, str], float] = {}
    digests: dict[str, str] = {}
    print(HEADING)
    for corpus in dict.fromkeys(row.corpus for row in rows):
        try:
            items = corpora.read(corpus)
        except corpora.NoCorpus as missing:
            print(f"skipped: {missing}")
            continue
        digests[corpus] = corpora.digest(items)
        own = [row for row in rows if row.corpus == corpus]
        begun = time.monotonic()
        extracts = _extracts(items, digests[corpus], {"ours", *(peer for row in own for peer in row.peers)})
        for row in own:
            figures |= _report(row, items, extracts, floors, options)
        print(f"    {corpus}: {_sizes(items)} pages, {time.monotonic() - begun:.0f} s", flush=True)
    for name in (name for name in SETS if not options.rows or name in options.rows):
        figures |= _report_set(name, floors)
    return _verdict(floors, figures, digests, options.raise_)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m quality", description=__doc__)
    parser.add_argument(
        "rows", nargs="*", metavar="ROW", help=f"any of {', '.join([*(r.name for r in ROWS), *SETS])}; default all"
    )
    parser.add_argument("--diff", action="store_true", help="list the pages gained and lost since the last run")
    parser.add_argument("--peers", action="store_true", help="show every other tool, not only the best")
    parser.add_argument("--raise", dest="raise_", action="store_true", help="raise the floors to what was measured")
    options = parser.parse_args()
    if unknown := set(options.rows) - {row.name for row in ROWS} - set(SETS):
        parser.error(f"no row {', '.join(sorted(unknown))}")
    return options


def _extracts(items: list[Item], digest: str, systems: set[str]) -> dict[str, Extracts]:
    """What each installed system takes from each page. The other tools run once; `build/` keeps what they took."""
    taken = {}
    with ProcessPoolExecutor(PROCESSES) as pool:
        for system in sorted(systems):
            try:
                kept = BUILD / "peers" / f"{release(system)}-{digest}.json" if system != "ours" else None
            except PackageNotFoundError as missing:
                print(f"not installed, not compared: {missing.name} (pip install '.[quality]')")
                continue
            if kept and kept.exists():
                taken[system] = msgspec.json.decode(kept.read_bytes(), type=Extracts)
                continue
            found = pool.map(extract, repeat(system), items, chunksize=8)
            taken[system] = {item.name: one for item, one in zip(items, found, strict=True)}
            if kept:
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(msgspec.json.encode(taken[system]))
    return taken


def _sizes(items: list[Item]) -> str:
    return " + ".join(str(sum(part in item.parts for item in items)) for part in PARTS)


def _report(
    row: Row, items: list[Item], extracts: dict[str, Extracts], floors: gate.Floors, options: argparse.Namespace
) -> dict[tuple[str, str], float]:
    """Prints the row's measures; gives the figures of the validation part."""
    wanted = [item for item in items if row.wanted(item)]
    systems = [system for system in ("ours", *row.peers) if system in extracts]
    scored = {s: {item.name: row.score(item, extracts[s][item.name]) for item in wanted} for s in systems}
    parts = {part: [item.name for item in wanted if part in item.parts] for part in PARTS}
    for measure, figure in row.measures:
        floor = floors.of(row.name, measure)
        table = {s: tuple(figure([scored[s][n] for n in parts[p]]) for p in PARTS) for s in systems}
        others = sorted(systems[1:], key=lambda s: table[s][1], reverse=not floor.lower_is_better)
        print(
            _line(
                row.name, measure, table["ours"], floor, [(s, table[s]) for s in others[: None if options.peers else 1]]
            )
        )
        if others and not floor.lower_is_better:
            pairs = [(scored["ours"][n], scored[others[0]][n]) for n in parts["validation"]]
            print(f"    ahead of {others[0]} in {ahead(figure, pairs):.0%} of paired resamples of the validation part")
    _errors(wanted, extracts["ours"])
    changes = _changes(row, _kept(row, scored["ours"]), scored["ours"], floors)
    if options.diff:
        _print_changes(list(changes), set(parts["tuning"]))
    return {(row.name, name): figure([scored["ours"][n] for n in parts["validation"]]) for name, figure in row.measures}


def _report_set(name: str, floors: gate.Floors) -> dict[tuple[str, str], float]:
    try:
        tuning, validation = (SETS[name](part) for part in PARTS)
        gated = SETS[name]("whole") if name in SMALL else validation
    except corpora.NoCorpus as missing:
        print(f"skipped: {missing}")
        return {}
    for measure, figure in validation.items():
        whole = [("both parts together, which the floor is for", (gated[measure],))] if name in SMALL else []
        print(_line(name, measure, (tuning[measure], figure), floors.of(name, measure), whole))
    return {(name, measure): figure for measure, figure in gated.items()}


HEADING = (
    f"{'measure':42}{'tuning':>8}{'valid.':>8}{'floor':>8}{'must':>7}{'aim':>7}   best other tool: tuning, validation"
)


def _line(
    row: str, measure: str, ours: tuple[float, ...], floor: gate.Floor, others: list[tuple[str, tuple[float, ...]]]
) -> str:
    goals = "".join(
        f"{'-' if value is None else f'{value:.3f}':>{width}}"
        for value, width in ((floor.floor, 8), (floor.must, 7), (floor.aim, 7))
    )
    name = f"{row}: {measure}" + (" (less is better)" if floor.lower_is_better else "")
    beside = ";  ".join(f"{tool} {' '.join(f'{value:.3f}' for value in table)}" for tool, table in others)
    return f"{name:42}{ours[0]:8.3f}{ours[1]:8.3f}{goals}   {beside}"


def _errors(items: list[Item], taken: Extracts) -> None:
    failed = [f"{item.name[:40]}: {taken[item.name].error}" for item in items if taken[item.name].error]
    if failed:
        print(f"    {len(failed)} of {len(items)} pages not read or not whole; the first: {failed[0]}")


def _kept(row: Row, pages: Pages) -> Pages:
    """What was counted on each page in the run before. Keeps what was counted in this one in its place."""
    path = BUILD / f"{row.name}.json"
    before: Pages = json.loads(path.read_text("utf-8")) if path.exists() else {}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(pages, indent=1), "utf-8")
    return before


class Change(NamedTuple):
    """A page on which a measure changed; `gain` is positive where it became better."""

    measure: str
    page: str
    old: float
    new: float
    gain: float


def _changes(row: Row, before: Pages, after: Pages, floors: gate.Floors) -> Iterator[Change]:
    for measure, figure in row.measures:
        sign = -1 if floors.of(row.name, measure).lower_is_better else 1
        for page in after.keys() & before.keys():
            old, new = figure([before[page]]), figure([after[page]])
            if abs(new - old) > 1e-9:
                yield Change(measure, page, old, new, sign * (new - old))


def _print_changes(changes: list[Change], tuning: set[str]) -> None:
    """Names the pages of the tuning part, the worst loss first; those of the validation part are only counted."""
    for change in sorted(changes, key=lambda change: (change.measure, change.gain)):
        if change.page in tuning:
            verb = "gained" if change.gain > 0 else "lost"
            print(f"    {verb:6} {change.measure}: {change.old:.3f} -> {change.new:.3f}  {change.page}")
    unseen = [change.gain > 0 for change in changes if change.page not in tuning]
    if unseen:
        print(f"    validation part: {sum(unseen)} gained, {len(unseen) - sum(unseen)} lost")


def _verdict(floors: gate.Floors, figures: dict[tuple[str, str], float], digests: dict[str, str], raising: bool) -> int:
    if raising:
        try:
            gate.save(gate.raised(floors, figures, digests))
        except gate.GateError as error:
            print(error)
            return 1
        print("floors raised to what was measured")
        return 0
    failed = gate.failures(floors, figures, digests)
    kept = sum(floors.of(*measure).floor is not None for measure in figures)
    print("\n".join(failed) if failed else f"{len(figures)} measures, {kept} with a floor: no floor is broken")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
