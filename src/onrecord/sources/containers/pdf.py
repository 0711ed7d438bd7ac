"""PDF, with the extra `pdf` (pypdfium2): its text in lines, which are put together to paragraphs.

PDFium is native code and a PDF may hold anything, so it reads in a process of its own that ends at its limits. What
stands on several pages at one height is a running head or foot, and no text. Pages without text are pictures of pages:
they are told, and so is a page whose lines stand side by side, for there the order of the file may not be that of
reading.
"""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise
from typing import NamedTuple

from onrecord.sources.containers.parts import Composer, Container, Part, Run, Unread, fingerprint
from onrecord.sources.containers.rtf import unstated
from onrecord.types import Status, Step

MISSING = "a PDF document: `pip install onrecord[pdf]` reads it; or save its text as a text file"
SECONDS, MEMORY = 60, 2 * 1024**3
MOST_PAGES = 2000
START = "from onrecord.sources.containers.pdf import main; main()"
HYPHENS = "\x02\ufffe\u00ad"
"""What PDFium gives for a hyphen at the end of a line that parts a word."""
NUMBER = re.compile(r"\d{1,4}")
WIDE = 2.5
"""Heights of a line that the space within it is at most."""
ASIDE = 0.2
"""Of a page this share of lines that stand beside another one makes the order unsure."""


class TextLine(NamedTuple):
    """A line of a page: its words, and its box in points from the lower left."""

    page: int
    number: int
    text: str
    left: float
    bottom: float
    right: float
    top: float
    gap: float
    """The widest space within it: of a line that runs on into the next column it is wide."""

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def read_pdf(container: Container) -> Iterator[Part | Unread]:
    """The document."""
    if find_spec("pypdfium2") is None:
        yield Unread(1, MISSING)
        return
    pages, why = _pages(container.body)
    if not any(pages):
        yield Unread(1, f"a PDF document of which no text was read: {why or 'its pages are pictures'}")
        return
    lines = [line for page in pages for line in page]
    layer = "\n".join(line.text for line in lines).encode("utf-8", "replace")
    composer = Composer(layer, "pdf")
    for paragraph in _paragraphs(lines, _furniture(pages)):
        composer.block("body", _runs(lines, paragraph))
    doubts = "; ".join(_doubts(pages, why)) or None
    step = Step("text by pdfium", f"of {len(pages)} pages", fingerprint(layer))
    if composer.has_body():
        yield unstated(composer.part(1, step, status=Status(doubts is None, doubts)))
    else:
        yield Unread(1, "a PDF document without text but heads and feet of its pages")


def _doubts(pages: list[list[TextLine]], why: str | None) -> Iterator[str]:
    """What was not read of a document, and where the order of its lines is not sure."""
    if why:
        yield why
    for number, page in enumerate(pages, 1):
        if not page:
            yield f"page {number} is a picture"
        elif _beside(page):
            yield f"the order of the lines of page {number} is not sure: some stand side by side"


def _pages(body: bytes) -> tuple[list[list[TextLine]], str | None]:
    """The lines of each page, read in a process of its own; and why they are not all."""
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", START],
            input=body,
            capture_output=True,
            timeout=10 * SECONDS,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            check=False,
        )
        told = json.loads(done.stdout) if done.stdout else {}
    except (subprocess.TimeoutExpired, OSError, ValueError) as error:
        return [], f"the process that reads it failed ({type(error).__name__})"
    if done.returncode or "pages" not in told:
        return [], told.get("error") or f"the process that reads it ended with {done.returncode}"
    return [[TextLine(*line) for line in page] for page in told["pages"]], told.get("error")


def _furniture(pages: list[list[TextLine]]) -> set[tuple[int, int]]:
    """Lines that stand alike and at one height on several pages, and numbers at the edge of one."""
    places = Counter((_shape(line), round(line.bottom)) for page in pages for line in page)
    apart: set[tuple[int, int]] = set()
    for page in pages:
        words = [line for line in page if not NUMBER.fullmatch(line.text.strip())]
        bottom, top = min((line.bottom for line in words), default=1e9), max((line.top for line in words), default=-1e9)
        edges = (bottom, top, min((line.left for line in words), default=1e9))
        for line in page:
            number = NUMBER.fullmatch(line.text.strip()) is not None
            if places[_shape(line), round(line.bottom)] > 1 or (number and _is_edge(line, edges)):
                apart.add((line.page, line.number))
    return apart


def _shape(line: TextLine) -> str:
    return re.sub(r"\d+", "0", line.text.strip())


def _is_edge(line: TextLine, edges: tuple[float, float, float]) -> bool:
    """Whether a line is lower or higher than all words of its page, or stands left of them."""
    bottom, top, left = edges
    return line.bottom < bottom or line.top > top or line.right < left


def _paragraphs(lines: list[TextLine], furniture: set[tuple[int, int]]) -> Iterator[list[TextLine]]:
    """Lines that follow one another without a gap, in letters of one size, the one before filling its measure."""
    paragraph: list[TextLine] = []
    for line in lines:
        if (line.page, line.number) in furniture or not line.text.strip():
            continue
        if paragraph and not _goes_on(paragraph, line):
            yield paragraph
            paragraph = []
        paragraph.append(line)
    if paragraph:
        yield paragraph


def _goes_on(paragraph: list[TextLine], line: TextLine) -> bool:
    last = paragraph[-1]
    if last.page != line.page:
        return not last.text.rstrip().endswith((".", "!", "?", "\u201d", ":")) and line.text.lstrip()[:1].islower()
    gap = last.bottom - line.top
    near = -0.5 * last.height < gap < 0.9 * min(last.height, line.height)
    measure = paragraph[-20:]
    right = max(each.right for each in measure)
    full = last.right > right - 0.25 * (right - min(each.left for each in measure))
    return near and 0.8 < line.height / last.height < 1.25 and (full or line.text.lstrip()[:1].islower())


def _beside(page: list[TextLine]) -> bool:
    """Whether many lines of a page stand side by side, or run on over a wide gap."""
    level = sum(abs(first.bottom - second.bottom) < 0.5 * first.height for first, second in pairwise(page))
    wide = sum(line.gap > WIDE * line.height for line in page)
    return level + wide > ASIDE * max(len(page), 5)


def _runs(lines: list[TextLine], paragraph: list[TextLine]) -> list[Run]:
    """Where the lines of a paragraph stand in the text of all; their forms say on which page and line."""
    starts: dict[tuple[int, int], int] = {}
    at = 0
    for line in lines:
        starts[line.page, line.number] = at
        at += len(line.text.encode("utf-8", "replace")) + 1
    runs: list[Run] = []
    hyphened = False
    for line in paragraph:
        start = starts[line.page, line.number]
        text = line.text.rstrip()
        joined = text[-1:] in HYPHENS
        end = start + len(text[: -1 if joined else None].encode("utf-8", "replace"))
        if runs and not hyphened:
            runs.append(Run(start - 1, start, "break utf-8"))
        runs.append(Run(start, end, f"page-{line.page} line-{line.number} fold utf-8"))
        hyphened = joined
    return runs


def main() -> None:
    """What runs in the process: a PDF from standard input, its lines to standard output as JSON."""
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ModuleNotFoundError:
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    pdfium = import_module("pypdfium2")
    answer: dict[str, object] = {}
    try:
        document = pdfium.PdfDocument(sys.stdin.buffer.read())
        count = len(document)
        answer["pages"] = [list(_lines(document[number], number + 1)) for number in range(min(count, MOST_PAGES))]
        if count > MOST_PAGES:
            answer["error"] = f"it has {count} pages, and {MOST_PAGES} were read"
    except (pdfium.PdfiumError, MemoryError) as error:
        answer["error"] = f"{error}"
    sys.stdout.buffer.write(json.dumps(answer).encode("utf-8"))


def _lines(page: "object", number: int) -> Iterator[TextLine]:
    text = page.get_textpage()  # type: ignore[attr-defined]
    words = text.get_text_range()
    count = 0
    for piece in re.finditer(r"[^\r\n]+", words):
        boxes = [text.get_charbox(index) for index in range(*piece.span()) if not words[index].isspace()]
        boxes = [box for box in boxes if box[2] > box[0]]
        if not boxes:
            continue
        count += 1
        lefts, bottoms, rights, tops = zip(*boxes, strict=True)
        gap = max((second[0] - first[2] for first, second in pairwise(boxes)), default=0.0)
        edges = (min(lefts), min(bottoms), max(rights), max(tops), gap)
        yield TextLine(number, count, piece[0], *(round(edge, 1) for edge in edges))
