"""The one format of all cases: what a careful reader takes from a text, in Markdown that anybody can write.

`## Title` begins a case or a section, `# Title` the part of the file that those behind it belong to. Under it stand, in
any order, the text (`> quoted`; an empty quoted line parts two paragraphs), tables (the names of the columns first) and
lists (`- item`); any other line is a note to the reader. `-` in a cell is nothing. `docs/cases.md` tells how to
add one.
"""

from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path
from typing import NamedTuple

Row = dict[str, str | None]


class Section(NamedTuple):
    """What stands under one `## ` heading."""

    part: str | None
    title: str
    text: str
    tables: tuple[tuple[Row, ...], ...]
    items: tuple[str, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all its tables."""
        return tuple(row for table in self.tables for row in table)


def sections(path: Path) -> tuple[Section, ...]:
    """The sections of a file.

    Raises ValueError, with the file, the number and the text of the line, where a row has not as many cells as its
    table has columns.
    """
    lines = path.read_text("utf-8").splitlines()
    heads = [at for at, line in enumerate(lines) if line.startswith(("# ", "## "))]
    found: list[Section] = []
    part: str | None = None
    for first, end in pairwise([*heads, len(lines)]):
        title = lines[first].lstrip("#").strip()
        if lines[first].startswith("# "):
            part = title
            continue
        under = lines[first + 1 : end]
        text = "\n".join(line[1:].removeprefix(" ") for line in under if line.startswith(">"))
        items = tuple(line[2:].strip() for line in under if line.startswith("- "))
        tables = _tables(under, path.name, first + 2)
        found.append(Section(part, title, text, tuple(tables), items))
    return tuple(found)


def _tables(lines: list[str], name: str, first: int) -> Iterator[tuple[Row, ...]]:
    for is_table, numbered in groupby(enumerate(lines, first), key=lambda line: line[1].startswith("|")):
        if is_table:
            (_, head), _, *rows = numbered
            yield tuple(_row(_cells(head), line, f"{name}:{number}") for number, line in rows)


def _row(columns: tuple[str, ...], line: str, where: str) -> Row:
    cells = _cells(line)
    if len(cells) != len(columns):
        raise ValueError(f"{where}: {line!r}: {len(cells)} cells, and its table has {len(columns)} columns")
    return {column: None if cell == "-" else cell for column, cell in zip(columns, cells, strict=True)}


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|"))
