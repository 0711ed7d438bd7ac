"""The floors: what each measure must not fall below, pinned to the corpora that they were measured on.

A floor is only ever raised. For a measure of which less is better (`lower_is_better`) it is a ceiling, only ever
lowered.
"""

import math
import tomllib
from collections.abc import Mapping
from pathlib import Path

import msgspec

PATH = Path(__file__).with_name("floors.toml")
STEPS = 1000  # floors are kept to three decimals


class Floor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One measure: its floor, which is none until it was measured, and the figures that it must reach and aims at."""

    floor: float | None = None
    must: float | None = None
    aim: float | None = None
    lower_is_better: bool = False
    on_the_small_part: float | None = None
    """The floor that stood on the part not tuned on before it was widened to the whole; told, not enforced."""

    def holds(self, figure: float) -> bool:
        if self.floor is None or math.isnan(figure):
            return self.floor is None
        return figure <= self.floor if self.lower_is_better else figure >= self.floor


class Floors(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`corpora`: name to digest. `measures`: row and name of a measure, to its floor."""

    corpora: dict[str, str]
    measures: dict[str, dict[str, Floor]]

    def of(self, row: str, measure: str) -> Floor:
        return self.measures.get(row, {}).get(measure, Floor())


class GateError(Exception):
    """A floor would have to be lowered."""


Figures = Mapping[tuple[str, str], float]
"""Row and name of a measure, to the figure on the validation part."""


def load(path: Path = PATH) -> Floors:
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), Floors)


def failures(floors: Floors, figures: Figures, corpora: Mapping[str, str]) -> list[str]:
    """One line for each floor that does not hold, and for each corpus that is not the one the floors belong to."""
    lines = [
        f"corpus {name} is not the one that the floors were measured on ({digest}, not {floors.corpora[name]})"
        for name, digest in corpora.items()
        if floors.corpora.get(name, digest) != digest
    ]
    for (row, measure), figure in figures.items():
        floor = floors.of(row, measure)
        if not floor.holds(figure):
            side = "above" if floor.lower_is_better else "below"
            lines.append(f"{row}, {measure}: {figure:.4f} is {side} the floor of {floor.floor}")
    return lines


def raised(floors: Floors, figures: Figures, corpora: Mapping[str, str]) -> Floors:
    """The floors at what was measured, rounded to the side of caution. Raises GateError if one would have to go
    down."""
    measures = {row: dict(named) for row, named in floors.measures.items()}
    for (row, measure), figure in figures.items():
        floor = floors.of(row, measure)
        if not floor.holds(figure):
            raise GateError(f"refusing to lower the floor of {row}, {measure}: {floor.floor} to {figure:.4f}")
        if math.isnan(figure):
            continue
        step = _rounded(figure, floor.lower_is_better)
        if floor.floor is not None:
            step = min(step, floor.floor) if floor.lower_is_better else max(step, floor.floor)
        measures.setdefault(row, {})[measure] = msgspec.structs.replace(floor, floor=step)
    return Floors(corpora={**floors.corpora, **corpora}, measures=measures)


def _rounded(figure: float, up: bool) -> float:
    # Rounding to nine decimals first keeps 0.57 from becoming 0.569 by its binary tail.
    scaled = round(figure * STEPS, 9)
    return (math.ceil(scaled) if up else math.floor(scaled)) / STEPS


def save(floors: Floors, path: Path = PATH) -> None:
    """Writes the floors; the comment lines at the head of the file stay."""
    text = path.read_text("utf-8") if path.exists() else ""
    head = [line for line in text.splitlines() if line.startswith("#")]
    lines = [*head, "", "[corpora]", *(f'{name} = "{digest}"' for name, digest in sorted(floors.corpora.items()))]
    for row, measures in floors.measures.items():
        for measure, floor in measures.items():
            lines += ["", f'[measures.{row}."{measure}"]']
            given = {key: value for key, value in msgspec.structs.asdict(floor).items() if value not in (None, False)}
            lines += [f"{key} = {'true' if value is True else value}" for key, value in given.items()]
    path.write_text("\n".join(lines).lstrip("\n") + "\n", "utf-8")
