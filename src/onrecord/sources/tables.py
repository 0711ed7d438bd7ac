"""Data and no prose: JSON and tables of values, told by parsing them."""

import csv
import json
import re
from typing import Any, NamedTuple

from onrecord.sources.told import AS_TEXT, LINKS, Kind


class Keys(NamedTuple):
    """What JSON of one kind holds: every key of `all_of`, and one of `any_of` if there are any."""

    name: str
    called: str
    all_of: tuple[str, ...]
    any_of: tuple[str, ...]
    advice: str


JSON_KINDS: tuple[Keys, ...] = (
    Keys("an AP item (JSON)", "item", ("api_version", "data"), (), AS_TEXT),
    Keys("a news item (ninjs)", "item", ("uri",), ("headline", "headlines", "bodies", "body_text", "body_html", (
        "body_xhtml"
    )), AS_TEXT),
    Keys("a read-later export (wallabag)", "article", ("content", "domain_name"), (), "save the pages themselves"),
    Keys("a read-later export (wallabag)", "article", ("content", "is_archived"), (), "save the pages themselves"),
    Keys("a read-later export (Omnivore)", "article", ("slug", "readingProgress"), (), "save the pages themselves"),
    Keys("a list of links (GDELT)", "link", ("url", "seendate"), (), LINKS),
    Keys("a list of links (Media Cloud)", "link", ("stories_id", "url"), (), LINKS),
)  # fmt: skip
INSIDE = ("articles", "items", "_items", "results", "stories")
"""Where JSON that holds several has them."""
BEGINS = re.compile(r"\s*[\[{]\s*(?:[\[{]\s*){0,8}(?:\"|[\]}])")
KEY = re.compile(r"\"[\w@:.$ -]{1,60}\"\s{0,9}:")
KEYS = 3
"""So many keys at least has what is broken JSON and no text that begins with a bracket."""

TABLES: tuple[tuple[frozenset[str], str, str, str], ...] = (
    (frozenset({"stories_id", "url"}), "a list of links (Media Cloud)", "link", LINKS),
    (frozenset({"id", "publish_date", "media_name", "url"}), "a list of links (Media Cloud)", "link", LINKS),
    (frozenset({"url", "seendate"}), "a list of links (GDELT)", "link", LINKS),
    (frozenset({"url", "title", "time_added"}), "a list of links (Pocket)", "link", LINKS),
    (frozenset({"url", "title", "selection", "folder"}), "a list of links (Instapaper)", "link", LINKS),
)
"""Columns that a table has, its name, what its rows are called, and what can be done."""
COLUMNS, ROWS = 3, 3
"""A table has so many columns and, with its head, so many rows at least."""
HEADING = re.compile(r"[^\W_][^.!?\n]{0,39}")
"""A heading of a column."""
LOOKED_AT = 200
"""Rows that are looked at."""


def data_kind(head: str, text: str) -> Kind | None:
    """The kind of a file that holds data and no prose. `head` is the beginning of its text."""
    return _json(text) if BEGINS.match(head) else _table(head)


def _json(text: str) -> Kind | None:
    """JSON, or lines of JSON. A text that begins with a piece of JSON and goes on in prose is none."""
    value, rest = _parsed(text)
    if isinstance(value, (dict, list)) and value:
        lines = [line for line in rest.splitlines() if line.strip()]
        if not lines or all(line.lstrip().startswith(("{", "[")) for line in lines[:LOOKED_AT]):
            return _by_keys(value, 1 + len(lines) if lines else 0)
        return None
    if value is None and len(KEY.findall(text[:4096])) >= KEYS:
        return Kind("JSON data, cut off or with an error", (), None, "", AS_TEXT)
    return None


def _parsed(text: str) -> tuple[Any, str]:
    """The first value, and what follows it; None if there is no JSON."""
    start = len(text) - len(text.lstrip())
    try:
        value, end = json.JSONDecoder().raw_decode(text, start)
    except (ValueError, RecursionError):
        return None, ""
    return value, text[end:]


def _by_keys(value: Any, lines: int) -> Kind:
    parts, one = (
        (len(value), next((item for item in value if isinstance(item, dict)), {}))
        if isinstance(value, list)
        else (0, value)
    )
    if str(one.get("version", "")).startswith("https://jsonfeed.org/version/"):
        items = one.get("items")
        return _counted("a feed (JSON Feed)", len(items) if isinstance(items, list) else 0, "item", LINKS)
    inner: list[Any] = next((one[key] for key in INSIDE if isinstance(one.get(key), list)), [])
    candidates = [one]
    if parts == 0 and inner and isinstance(inner[0], dict):
        parts = len(inner)
        candidates.append(inner[0])
    for keys in JSON_KINDS:
        for item in candidates:
            if all(key in item for key in keys.all_of) and (not keys.any_of or any(key in item for key in keys.any_of)):
                return _counted(keys.name, parts or lines, keys.called, keys.advice)
    return _counted("JSON data", lines, "line", AS_TEXT)


def _counted(name: str, parts: int, called: str, advice: str) -> Kind:
    return Kind(name, (), None, called, advice, parts)


def _table(head: str) -> Kind | None:
    """A table of values: a line of headings, and rows that all have as many columns."""
    first = head.lstrip().split("\n", 1)[0]
    if not 0 < len(first) < 2000:
        return None
    mark = max(",;\t", key=first.count)
    if first.count(mark) + 1 < COLUMNS or first.count(mark + " ") * 2 > first.count(mark):
        return None
    rows = _rows(head, mark)
    if not rows:
        return None
    headings = [heading.strip().strip("\ufeff") for heading in rows[0]]
    known = {heading.lower() for heading in headings}
    for columns, name, called, advice in TABLES:
        if columns <= known:
            return Kind(name, (), None, called, advice)
    even = len(rows) >= ROWS and all(len(row) == len(rows[0]) for row in rows[1:])
    if even and len(known) == len(headings) and all(HEADING.fullmatch(heading) for heading in headings):
        return Kind("a table", (), None, "column", "save each text as a text file", len(headings))
    return None


def _rows(head: str, mark: str) -> list[list[str]]:
    """The first rows, without empty ones and without the last, which may be cut off."""
    rows: list[list[str]] = []
    whole = head if len(head) < 200_000 else head[: head.rfind("\n") + 1]
    try:
        for row in csv.reader(whole.lstrip().splitlines(keepends=True), delimiter=mark):
            if any(row):
                rows.append(row)
            if len(rows) > LOOKED_AT:
                break
    except csv.Error:
        return []
    return rows
