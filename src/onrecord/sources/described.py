"""What the user says of a source: its outlet, the day of its publication, its address. It wins over what the page says,
and is marked as given by the user."""

import csv
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace

from onrecord.errors import SourceError
from onrecord.types import Given, GivenField, LeftOut, Page

RULE = "given by the user"
COLUMNS = ("file", "outlet", "date", "address")
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?)?)?")
ADDRESS = re.compile(r"https?://[^\s/][^\s]*", re.I)
LARGEST = 10_000_000


class Description(NamedTuple):
    """What is said of one source; None where nothing is."""

    outlet: str | None = None
    date: str | None = None
    """In EDTF: 2031, 2031-05, 2031-05-04, 2031-05-04T10:00Z."""
    address: str | None = None
    no_account: str | None = None
    """What it is, if it is no account."""

    def of(self, page: Page) -> Page | LeftOut:
        """The page with what is said of it."""
        if self.no_account:
            return LeftOut(page.url, self.no_account)
        fields: tuple[tuple[GivenField, str | None], ...] = (
            ("publisher", self.outlet),
            ("published", self.date),
            ("canonical", self.address),
        )
        said = tuple(Given(field, value, RULE) for field, value in fields if value)
        return replace(page, given=(*page.given, *said))


def checked(given: Mapping[str, Any], place: str) -> Description:
    """A description from its values by the names of `COLUMNS`. Raises SourceError, which names `place`, for a value
    that is none."""
    values = {name: _text(value, name, place) for name, value in given.items() if name != "file"}
    if (day := values.get("date")) and not _is_day(day):
        raise SourceError(f"{day!r} in {place} is no day; write 2031, 2031-05 or 2031-05-04")
    if (address := values.get("address")) and not ADDRESS.fullmatch(address):
        raise SourceError(f"{address!r} in {place} is no address; write it whole, https://tribune.example/talks")
    return Description(values.get("outlet"), values.get("date"), values.get("address"))


def read_descriptions(file: str | Path) -> dict[str, Description]:
    """What a file says of sources, by their paths, which count from where the file lies: TOML with a table `[[source]]`
    for each, or lines of columns that tabs part, the first of which names them (`file`, `outlet`, `date`, `address`).
    Raises SourceError for what is neither."""
    path = Path(file)
    try:
        if path.stat().st_size > LARGEST:
            raise SourceError(f"{str(file)!r} has more than {LARGEST:,} bytes, and is no list of sources")
        text = path.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "it is no UTF-8"
        raise SourceError(
            f"cannot read {str(file)!r}: {why}; name a file of TOML, or of columns that tabs part"
        ) from None
    rows = _toml(text, path.name) if path.suffix.lower() == ".toml" else _columns(text, path.name)
    descriptions: dict[str, Description] = {}
    for place, row in rows:
        if unknown := sorted(set(row) - set(COLUMNS)):
            raise SourceError(f"{unknown[0]!r} in {place} says nothing of a source; write {', '.join(COLUMNS)}")
        name = _text(row.get("file"), "file", place)
        if not name:
            raise SourceError(f"{place} names no file; write file = 'tribune.html'")
        source = os.path.join(path.parent, name)
        if source in descriptions:
            raise SourceError(f"{name!r} is described twice, in {place} again; describe it once")
        descriptions[source] = checked(row, place)
    if not descriptions:
        raise SourceError(f"{str(file)!r} describes no source; write file, and outlet, date or address, for each")
    return descriptions


def _toml(text: str, name: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    try:
        held = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SourceError(f"{name!r} is no TOML: {error}; write a table [[source]] for each source") from None
    tables = held.get("source")
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables) or set(held) != {"source"}:
        raise SourceError(f"{name!r} has other tables than [[source]]; write one for each source")
    return [(f"table {number} of {name!r}", table) for number, table in enumerate(tables, 1)]


def _columns(text: str, name: str) -> Iterable[tuple[str, Mapping[str, Any]]]:
    lines = list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    numbered = [(number, line) for number, line in enumerate(lines, 1) if any(cell.strip() for cell in line)]
    if not numbered:
        return []
    heads = [cell.strip().lower() for cell in numbered[0][1]]
    if "file" not in heads or len(set(heads)) < len(heads):
        told = "\t".join(heads)[:80]
        raise SourceError(
            f"{told!r} in {name!r} names no column 'file', or one twice; begin with file, outlet, date, address"
        )
    rows: list[tuple[str, Mapping[str, Any]]] = []
    for number, line in numbered[1:]:
        if len(line) > len(heads):
            raise SourceError(f"line {number} of {name!r} has {len(line)} columns, and the first has {len(heads)}")
        rows.append((f"line {number} of {name!r}", dict(zip(heads, line, strict=False))))
    return rows


def _text(value: Any, name: str, place: str) -> str | None:
    if isinstance(value, date | datetime):
        value = value.isoformat().replace("+00:00", "Z")
    if value is not None and not isinstance(value, str):
        raise SourceError(f"{value!r} in {place} is no text for {name}; write it in quotation marks")
    if value and not all(char.isprintable() for char in value):
        raise SourceError(f"{value!r} in {place} holds characters that cannot be printed; write {name} without them")
    return (value or "").strip() or None


def _is_day(value: str) -> bool:
    if not DAY.fullmatch(value):
        return False
    year, *rest = value[:10].split("-")
    try:
        date(int(year), *(int(part) for part in [*rest, "1", "1"][:2]))
        return len(value) <= len("2031-05-04") or datetime.fromisoformat(value) is not None
    except ValueError:
        return False


def description_of(described: Mapping[str, Description], source: str, page: Page) -> Description | None:
    """What is said of a page of a source: by the file in it that the page is, or by the name of the source."""
    if os.path.isdir(source):
        names = [page.url, page.url.rpartition(":")[0]] if page.place else [page.url]
        for name in names:
            if said := description_named(described, os.path.join(source, name)):
                return said
    return description_named(described, source)


def description_named(described: Mapping[str, Description], source: str) -> Description | None:
    """What is said of a source by its name, or by another name of the same file."""
    if source in described or source == "-":
        return described.get(source)
    path = _path(source)
    return next((said for name, said in described.items() if _path(name) == path), None)


def _path(name: str) -> str:
    return name if name == "-" else os.path.realpath(name)


def not_within(described: Mapping[str, Description], sources: Iterable[str]) -> list[str]:
    """The described sources that are neither among `sources` nor in a folder of them."""
    given = [Path(_path(source)) for source in sources if source != "-"]
    return [
        name
        for name in described
        if not any(path == source or source in path.parents for path in [Path(_path(name))] for source in given)
    ]
