"""The words of a language as data: the lists of `english/*.toml`, one file a concept.

A list is a table of its file. It says in a comment what it is for, and in `example` (a sentence, or a phrase) where one
of its entries stands. What it holds is under one of four keys:

- `words`: entries parted by white space.
- `phrases`: entries that may hold spaces, one a line.
- `rows`: one a line, the cells of a row parted by `|`: what belongs together in an order that counts.
- `table`: each entry with what it stands for.

A list is asked for by its file and its name: `words("titles.courtesy")`. A file is read when its first list is asked
for, and once.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

FOLDER = Path(__file__).with_name("english")


def words(name: str) -> frozenset[str]:
    """The entries of a list of words or phrases. Raises LookupError if there is no such list, as all of these do."""
    return frozenset(in_order(name))


def in_order(name: str) -> tuple[str, ...]:
    """The entries of a list of words or phrases, as they stand in it."""
    held = _held(name, "words", "phrases")
    return tuple(held["words"].split() if "words" in held else filter(None, held["phrases"].split("\n")))


def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a list, each with its cells, without the white space around them."""
    lines = filter(None, _held(name, "rows")["rows"].split("\n"))
    return tuple(tuple(cell.strip() for cell in line.split("|")) for line in lines)


def table(name: str) -> Mapping[str, str]:
    """The entries of a table, each with what it stands for."""
    return MappingProxyType(_held(name, "table")["table"])


def families(name: str) -> tuple[tuple[str, ...], ...]:
    """The lines of a list of phrases, each as its words: words of one meaning, or a phrase to be followed word by
    word."""
    return tuple(tuple(phrase.split()) for phrase in in_order(name))


def any_of(entries: Iterable[str]) -> str:
    """A pattern, without a group around it, that matches any of the entries as they are written, the longest first."""
    return "|".join(map(re.escape, sorted(entries, key=lambda entry: (-len(entry), entry))))


def names() -> tuple[str, ...]:
    """The names of all lists, sorted."""
    return tuple(f"{path.stem}.{name}" for path in sorted(FOLDER.glob("*.toml")) for name in sorted(_file(path.stem)))


@cache
def _file(concept: str) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads((FOLDER / f"{concept}.toml").read_text("utf-8"))
    except OSError as error:
        there = ", ".join(path.stem for path in sorted(FOLDER.glob("*.toml")))
        raise LookupError(f"there is no file of words {concept!r}; there are: {there}") from error


def _held(name: str, *keys: str) -> dict[str, Any]:
    concept, _, wanted = name.partition(".")
    lists = _file(concept)
    if wanted not in lists:
        near = get_close_matches(wanted, lists, 3, 0) or ["none"]
        raise LookupError(f"there is no list {wanted!r} in {concept}.toml; the nearest there: {', '.join(near)}")
    if not set(keys) & lists[wanted].keys():
        held = ", ".join(sorted(lists[wanted].keys() - {"example"}))
        raise LookupError(f"the list {name!r} holds {held}, not {' or '.join(keys)}")
    return lists[wanted]
