"""The words that containers print and the names of elements, as data: the lists of `printed.toml`."""

import tomllib
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("printed.toml")


def words(name: str) -> frozenset[str]:
    """The entries of a list."""
    return frozenset(_lists()[name]["words"].split())


def in_order(name: str) -> list[str]:
    """The entries of a list as they stand in it."""
    return _lists()[name]["words"].split()


def entries(name: str) -> tuple[str, ...]:
    """The lines of a list whose entries hold spaces."""
    return tuple(filter(None, _lists()[name]["phrases"].split("\n")))


def meanings(name: str) -> dict[str, str]:
    """Each entry of a list of several lines, with the name of its line."""
    return {word: line for line, entries in _lists()[name].items() for word in entries.split()}


@cache
def _lists() -> dict[str, dict[str, str]]:
    return tomllib.loads(FILE.read_text("utf-8"))
