"""Countries, their peoples, capitals and seats of power, by the names that the news calls them.

Facts only, kept as data in `countries`: CLDR's names (cldr.json, which `training/countries/names.py` writes) and what
the news calls countries besides (news.toml). Every member of the United Nations is there, by its short name and by its
long one (tests/test_countries.py).
"""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("countries")
_NEWS: dict[str, Any] = tomllib.loads((_FOLDER / "news.toml").read_text("utf-8"))
_CLDR: dict[str, str] = json.loads((_FOLDER / "cldr.json").read_text("utf-8"))["names"]
_TWO_NAMES = re.compile(r"(.+) \((.+)\)")


def _names_of(cldr: str) -> list[str]:
    """The names that CLDR puts into one: "Myanmar (Burma)", "Congo - Kinshasa", "St. Kitts & Nevis"."""
    both = _TWO_NAMES.fullmatch(cldr)
    return list(both.groups()) if both else [cldr.replace("&", "and").replace(" - ", "-")]


def _spelt(names: Iterable[str]) -> Iterator[str]:
    """The names, each with both apostrophes if it has one."""
    for name in names:
        plain = name.replace("’", "'")
        yield from (plain, plain.replace("'", "’")) if "'" in plain else (plain,)


def _countries() -> Iterator[tuple[str, list[str], dict[str, list[str]]]]:
    """The usual name of each country, all its names, and what stands in its table."""
    for code, told in _NEWS["countries"].items():
        listed = [name for name in _names_of(_CLDR[code]) if name not in told.get("no_names", ())]
        usual = told.get("name") or listed[0]
        yield usual, [usual, *listed, *told.get("names", ())], told


def _table(kind: str) -> dict[str, str]:
    return {name: usual for usual, _, told in _countries() for name in _spelt(told.get(kind, ()))}


COUNTRIES = {name: usual for usual, names, _ in _countries() for name in _spelt(names)}
PEOPLES, CAPITALS = _table("people"), _table("seats")
"""Each maps a name to the country's usual name: of the country itself, of its people, of its government's seat."""

REGIONS = {name: usual for usual, others in _NEWS["regions"].items() for name in _spelt([usual, *others])}
"""States, provinces and regions that are no countries, by each of their names: places, unless they speak."""

SEATS = {seat: meant for name, meant in _NEWS["seats"].items() for seat in _spelt([name])}
"""Seats of power, and the government or institution that the news means by them where they act."""

OTHERWISE: dict[str, str] = _NEWS["institutions"]
"""Other names of institutions and parties."""
