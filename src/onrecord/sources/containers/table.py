"""Tables in text (CSV): a row is an account, if somebody says which column holds what.

Nothing is guessed of columns: without a word on them the file is left out, and its headings are told.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.sources.containers.dates import printed_date, stamped_date
from onrecord.sources.containers.inner import add_html
from onrecord.sources.containers.parts import Composer, Container, Part, Run, Unread, plain_codec
from onrecord.types import Step


class Cell(NamedTuple):
    """What stands in a cell, without its quotation marks."""

    run: Run


def read_csv(container: Container) -> Iterator[Part | Unread]:
    """The rows of a table, each an account, with its columns as they are asked for."""
    body = container.body
    rows = _rows(body, 3 if body.startswith(b"\xef\xbb\xbf") else 0)
    composer = Composer(body, "column")
    headings = [composer.read([cell.run]) for cell in next(rows, [])]
    places: dict[str, int] = {
        name: headings.index(heading) for name, heading in container.columns if heading in headings
    }
    if "text" not in places:
        yield Unread(0, unasked(container, headings))
        return
    asked = ",".join(f"{name}={heading}" for name, heading in container.columns)
    for number, row in enumerate(rows, 1):
        part = _row(Composer(body, "column"), row, places, number, Step("columns", asked))
        if part is not None:
            yield part


def unasked(container: Container, headings: list[str]) -> str:
    """What is said of a table of whose columns nobody said what they hold."""
    unknown = [heading for _, heading in container.columns if heading not in headings]
    columns = f"a table with the columns {', '.join(map(repr, headings[:30]))}"
    if unknown:
        return f"{columns}, and none that is called {', '.join(map(repr, unknown))}"
    return f"{columns}; say what they hold: --columns text=COLUMN,headline=COLUMN,publisher=COLUMN,published=COLUMN"


def _row(composer: Composer, row: list[Cell], places: dict[str, int], number: int, asked: Step) -> Part | Unread | None:
    if not any(composer.read([cell.run]) for cell in row):
        return None
    if len(row) <= max(places.values()):
        return Unread(number, f"a row of {len(row)} cells, where column {max(places.values()) + 1} is asked for")
    for name, place in places.items():
        runs = [row[place].run]
        value = composer.read(runs)
        if name in ("published", "modified", "retrieved", "loaded"):
            value = stamped_date(value) or printed_date(value) or ""
        if name in ("headline", "byline"):
            composer.block("headline" if name == "headline" else "byline", runs)
        composer.field("none" if name == "text" else name, value, runs)
    add_html(composer, [row[places["text"]].run])
    return (
        composer.part(number, asked, Step("row", str(number)))
        if composer.has_body()
        else Unread(number, "a row without text")
    )


def _rows(body: bytes, at: int) -> Iterator[list[Cell]]:
    """The rows of a table, by the mark that its first line has most of."""
    first = body[at : (body.find(b"\n", at) + 1) or len(body)]
    mark = max((b",", b";", b"\t"), key=first.count)
    codec = plain_codec(body)
    delimiter = re.escape(mark)
    pattern = re.compile(
        rb'(?:"(?P<quoted>(?:[^"]++|"")*+)"[^'
        + delimiter
        + rb"\r\n]*|(?P<bare>[^"
        + delimiter
        + rb"\r\n]*+))(?P<end>"
        + delimiter
        + rb"|\r?\n|\r|\Z)"
    )
    row: list[Cell] = []
    while at < len(body):
        cell = pattern.match(body, at)
        if cell is None:
            return
        name = "bare" if cell["quoted"] is None else "quoted"
        row.append(Cell(Run(cell.start(name), cell.end(name), codec if name == "bare" else f"csv {codec}")))
        at = cell.end()
        if cell["end"] != mark:
            yield row
            row = []
    if row:
        yield row
