"""Documents and tables of office programs: DOCX, and XLSX whose columns are named.

Of a Word document the text is read with its footnotes, without what is deleted and without comments. Who wrote it by
the properties of the file is not: that is often who saved it.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from onrecord.sources.containers import docx
from onrecord.sources.containers.dates import printed_date, stamped_date
from onrecord.sources.containers.inner import Inner, add_text
from onrecord.sources.containers.markup import Element, xml_tree
from onrecord.sources.containers.parts import Composer, Container, Part, Run, Unread, fingerprint
from onrecord.sources.containers.rtf import unstated
from onrecord.sources.containers.table import unasked
from onrecord.types import Status, Step

FOOTNOTES = "word/footnotes.xml"
STRINGS, WORKBOOK = "xl/sharedStrings.xml", "xl/workbook.xml"
CELL = re.compile(r"(?P<column>[A-Z]{1,3})\d{1,7}")
TITLES = frozenset(("Title", "Titel", "Titre"))


def read_docx(container: Container) -> Iterator[Part | Unread]:
    """The document."""
    try:
        names = docx.members(container.body)
        document = docx.member(container.body, docx.DOCUMENT)
        notes = docx.member(container.body, FOOTNOTES) if FOOTNOTES in names else b""
    except docx.NotUnpacked as error:
        yield Unread(0, str(error))
        return
    layer = document + notes
    composer = Composer(layer, "docx")
    paragraphs, damage = docx.flow(document)
    notes_flow = docx.flow(notes)[0] if notes else []
    for by, items in ((0, paragraphs), (len(document), notes_flow)):
        for paragraph in items:
            if isinstance(paragraph, docx.Paragraph):
                runs = [Run(run.start + by, run.end + by, run.form) for run in paragraph.runs]
                composer.field("headline" if paragraph.style in TITLES else "none", composer.read(runs), runs)
                composer.block("body", runs)
    step = Step("zip member", docx.DOCUMENT + (f" and {FOOTNOTES}" if notes else ""), fingerprint(layer))
    status = Status(damage is None, f"the file is damaged: {damage}" if damage else None)
    if composer.has_body():
        yield unstated(composer.part(1, step, status=status))
    else:
        yield Unread(1, status.reason or "a document without text")


def read_xlsx(container: Container) -> Iterator[Part | Unread]:
    """The rows of the first sheet of a workbook, each an account, with its columns as they are asked for."""
    try:
        names = docx.members(container.body)
        strings = docx.member(container.body, STRINGS) if STRINGS in names else b""
        sheets = sorted(filter(SHEET.fullmatch, names), key=lambda name: (len(name), name))
        sheet = docx.member(container.body, sheets[0]) if sheets else b""
    except docx.NotUnpacked as error:
        yield Unread(0, str(error))
        return
    rows, damage = _rows(strings, sheet)
    layer = strings + sheet
    headings = {column: composer_of(layer).read(runs) for column, runs in rows[0].items()} if rows else {}
    places: dict[str, str] = {}
    for name, asked in container.columns:
        places.update((name, column) for column, heading in headings.items() if heading == asked)
    if "text" not in places:
        yield Unread(0, unasked(container, list(headings.values())))
        return
    columns = Step("columns", ",".join(f"{name}={heading}" for name, heading in container.columns))
    steps = (Step("zip member", f"{STRINGS} and {sheets[0]}", fingerprint(layer)), columns)
    for number, row in enumerate(rows[1:], 1):
        if not row.keys().isdisjoint(places.values()):
            yield _row(composer_of(layer), row, places, number, steps)
    if damage:
        yield Unread(0, f"the file is damaged: {damage}")


SHEET = re.compile(r"xl/worksheets/sheet\d{1,4}\.xml")


def _rows(strings: bytes, sheet: bytes) -> tuple[list[dict[str, list[Run]]], str | None]:
    """The cells of each row of a sheet, in the bytes of the shared strings and of the sheet behind them."""
    shared = [_moved(element, 0) for element in xml_tree(strings)[0].all("si")] if strings else []
    root, damage = xml_tree(sheet)
    composer = composer_of(strings + sheet)
    return [_cells(composer, row, shared, len(strings)) for row in root.all("row")], damage


def composer_of(layer: bytes) -> Composer:
    """What puts a row of a table together."""
    return Composer(layer, "column")


def _moved(element: Element, by: int) -> list[Run]:
    runs = element.runs(without=frozenset(("rPh", "rPr", "f")))  # how it is pronounced is not what the cell says
    return [Run(run.start + by, run.end + by, f"ooxml {run.form}") for run in runs]


def _cells(composer: Composer, row: Element, shared: list[list[Run]], by: int) -> dict[str, list[Run]]:
    """The runs of each cell of a row by its column: of a shared string those of that."""
    cells: dict[str, list[Run]] = {}
    for cell in row.elements():
        place = CELL.fullmatch(cell.attrs.get("r", ""))
        if cell.name != "c" or place is None:
            continue
        value = cell.find("v")
        runs = _moved(value or cell, by)
        if cell.attrs.get("t") == "s":
            index = composer.read(runs)
            runs = shared[int(index)] if index.isdigit() and int(index) < len(shared) else []
        if runs:
            cells[place["column"]] = runs
    return cells


def _row(
    composer: Composer, row: dict[str, list[Run]], places: dict[str, str], number: int, steps: tuple[Step, ...]
) -> Part | Unread:
    for name, column in places.items():
        runs = row.get(column, [])
        value = composer.read(runs)
        if name in ("published", "modified", "retrieved", "loaded"):
            value = _day(value) or stamped_date(value) or printed_date(value) or ""
        if name in ("headline", "byline"):
            composer.block("headline" if name == "headline" else "byline", runs)
        composer.field("none" if name == "text" else name, value, runs)
    add_text(composer, Inner(composer.layer, row.get(places["text"], [])))
    return (
        composer.part(number, *steps, Step("row", str(number)))
        if composer.has_body()
        else Unread(number, "a row without text")
    )


def _day(value: str) -> str | None:
    """A day that a spreadsheet counts from the end of 1899."""
    if not re.fullmatch(r"\d{4,5}(?:\.\d+)?", value):
        return None
    return (datetime(1899, 12, 30) + timedelta(days=int(float(value)))).date().isoformat()
