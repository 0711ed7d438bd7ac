"""HTML that stands escaped within another format, in a string of JSON or in the text of XML: its blocks, each led back
to the bytes of the file."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence

from onrecord.sources.containers.forms import unfold
from onrecord.sources.containers.markup import Element, html_tree, paragraphs
from onrecord.sources.containers.parts import Composer, Run
from onrecord.types import BlockKind

MOST_CAPTIONS = 200
CAPTIONS = frozenset(("figcaption", "caption"))
TAGGED = re.compile(r"<[a-zA-Z/][^<>]{0,2000}>|&(?:[a-zA-Z]{2,20}|#x?[0-9a-fA-F]{1,6});")
BLANK = re.compile(r"(?:[ \t]*\r?\n){2,}")


class Inner:
    """The text that some runs of a layer hold, and the way from it back to the layer."""

    def __init__(self, layer: bytes, runs: list[Run]) -> None:
        self.runs = runs
        self.begins: list[int] = []
        self.starts: list[Sequence[int]] = []
        texts: list[str] = []
        length = 0
        for run in runs:
            raw = unfold(layer[run.start : run.end], run.form)
            self.begins.append(length)
            self.starts.append(raw.starts)
            texts.append(raw.text)
            length += len(raw.text)
        self.text = "".join(texts)

    def back(self, start: int, end: int, escape: str) -> list[Run]:
        """The runs of the layer that characters `start` to `end` stand in, to be read in one more form."""
        runs: list[Run] = []
        at = max(bisect_right(self.begins, start) - 1, 0)
        while at < len(self.runs) and self.begins[at] < end:
            first, last = max(start - self.begins[at], 0), min(end - self.begins[at], len(self.starts[at]) - 1)
            run = self.runs[at]
            if first < last:
                form = " ".join(filter(None, (escape, run.form.removeprefix("fold "))))
                runs.append(Run(run.start + self.starts[at][first], run.start + self.starts[at][last], form))
            at += 1
        return runs


def add_html(composer: Composer, runs: list[Run], *, lines: bool = False) -> None:
    """The blocks of HTML, or of text without any tag, that some runs hold. With `lines`, an empty line parts paragraphs
    of HTML too, as in WordPress."""
    inner = Inner(composer.layer, runs)
    if not TAGGED.search(inner.text):
        add_text(composer, inner)
        return
    encoded = inner.text.encode("utf-8", "replace")
    root = html_tree(encoded, "utf-8")
    captions = [(each.start, each.end) for each in root.within() if each.name in CAPTIONS][:MOST_CAPTIONS]
    character = _characters(inner.text, encoded)
    for paragraph in paragraphs(encoded, root):
        kind: BlockKind = "caption" if _within(paragraph[0], captions) else "body"
        parted: list[list[Run]] = [[]]
        for run in paragraph:
            pieces = _by_blank_lines(encoded, run) if lines else [(run.start, run.end)]
            for number, (start, end) in enumerate(pieces):
                if number:
                    parted.append([])
                form = "break" if run.form.startswith("break") else "fold html"
                parted[-1] += inner.back(character(start), character(end), form)
        for each in parted:
            composer.block(kind, each)


def add_text(composer: Composer, inner: Inner, form: str = "fold") -> None:
    """The paragraphs of a text, which empty lines part; lines, where it has none of these."""
    parts = BLANK if BLANK.search(inner.text.strip()) else re.compile(r"\r?\n")
    at = 0
    for match in [*parts.finditer(inner.text), None]:
        end = match.start() if match else len(inner.text)
        composer.block("body", inner.back(at, end, form))
        at = match.end() if match else end


def _by_blank_lines(encoded: bytes, run: Run) -> list[tuple[int, int]]:
    text = encoded[run.start : run.end]
    ends = [(match.start(), match.end()) for match in re.finditer(rb"(?:[ \t]*\r?\n){2,}", text)]
    begins = [0, *(end for _, end in ends)]
    return [
        (run.start + b, run.start + e) for b, e in zip(begins, [*(start for start, _ in ends), len(text)], strict=True)
    ]


def _within(run: Run, places: list[tuple[int, int]]) -> bool:
    return any(start <= run.start < end for start, end in places)


def _characters(text: str, encoded: bytes) -> Callable[[int], int]:
    """What tells which character of `text` begins at a byte of its UTF-8."""
    if len(encoded) == len(text):
        return lambda byte: byte
    places = array("q")
    at = 0
    for char in text:
        places.append(at)
        at += len(char.encode("utf-8", "replace"))
    return lambda byte: bisect_right(places, byte) - 1 if byte < at else len(text)


def element_blocks(composer: Composer, element: Element) -> None:
    """The paragraphs of an element of XML, whose own markup they are."""
    for runs in paragraphs(composer.layer, element):
        composer.block(
            "body", [run if run.form.startswith("break") else run._replace(form=f"fold {run.form}") for run in runs]
        )
