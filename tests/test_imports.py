"""The import rule: which unit of the package may import which, read from the source."""

import ast
from pathlib import Path

import pytest

import onrecord

ROOT = Path(onrecord.__file__).parent
BASE = {"types", "errors", "faults", "memory", "text", "shipped"}
STAGES = {"sources", "accounts", "readings", "collation"}
MAY_IMPORT: dict[str, set[str]] = {
    "types": set(),
    "errors": set(),
    "faults": {"types", "errors"},
    "memory": set(),
    "text": {"types"},
    "shipped": {"errors"},
    "one_event": {"types", "text"},
    "output": set(),
    "program": set(),
    **dict.fromkeys(STAGES, BASE),
    "pipeline": {"types", "errors", "faults"} | STAGES,
    "codec": {"types", "errors"},
    "locate": {"types", "errors", "text", "sources"},
    "exports": {"types", "errors", "codec", "memory", "text"},
    "inventory": {"shipped"},
    "fetch": set(),
    "__init__": {"types", "errors", "pipeline", "codec"} | STAGES,
}


def unit(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Dotted names of our own modules that the file imports anywhere, also inside functions."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            module = node.module or ""
            names |= {f"{module}.{a.name}" for a in node.names} if module == "onrecord" else {module}
    return {name for name in names if name.startswith("onrecord.")}


def test_units_import_only_what_the_design_allows():
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        own = unit(path)
        if own in ("cli", "__main__"):
            continue
        for name in imported(path):
            other = name.split(".")[1]
            if other != own and other not in MAY_IMPORT[own]:
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


def test_a_stage_is_entered_only_through_its_root():
    wrong = []
    for path in sorted(ROOT.rglob("*.py")):
        for name in imported(path):
            parts = name.split(".")
            if (
                parts[1] in STAGES
                and parts[1] != unit(path)
                and (ROOT / parts[1] / f"{'/'.join(parts[2:])}.py").is_file()
            ):
                wrong.append(f"{path.relative_to(ROOT)} imports {name}")
    assert not wrong


ROOMS: dict[str, dict[str, set[str]]] = {
    "accounts": {
        "page": set(),
        "lines": {"page"},
        **{room: {"page", "lines"} for room in ("body", "thread", "fields", "completeness", "plain")},
    },
    "readings": {
        "model": set(),
        "attribution": {"model"},
        "cast": {"model", "attribution"},
        "speakers": {"model", "attribution", "cast"},
        "statements": {"model", "attribution", "cast", "speakers"},
        "positions": {"model", "attribution", "cast", "speakers"},
        "comments": set(),
    },
}
"""Of the rooms of a stage, which may import which. What lies beside them leads through them, or is what all of them
need."""


@pytest.mark.parametrize("stage", ROOMS)
def test_data_goes_one_way_through_the_rooms_of_a_stage(stage):
    rooms = {path.name for path in (ROOT / stage).iterdir() if (path / "__init__.py").is_file()}
    assert rooms == set(ROOMS[stage])
    wrong = []
    for path in sorted(path for room in rooms for path in (ROOT / stage / room).rglob("*.py")):
        own = path.relative_to(ROOT / stage).parts[0]
        others = {name.split(".")[2] for name in imported(path) if name.startswith(f"onrecord.{stage}.")} & rooms
        wrong += [f"{path.relative_to(ROOT)} imports {other}" for other in others - {own} - ROOMS[stage][own]]
    assert not wrong


def test_the_rule_sees_what_it_forbids(tmp_path):
    path = tmp_path / "x.py"
    path.write_text("def f():\n    from onrecord.collation import collate\n    import onrecord.types\n")
    assert imported(path) == {"onrecord.collation", "onrecord.types"}


def test_every_unit_has_a_row():
    units = {unit(p) for p in ROOT.rglob("*.py")} - {"cli", "__main__"}
    assert units <= set(MAY_IMPORT)
