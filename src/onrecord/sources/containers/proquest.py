"""ProQuest exports: text, HTML, and the HTML that it sends by e-mail. Each line has a label; the text is "Full text".

"Last updated" is when the database took an article up again, and no date of the article. The addresses of documents
hold the number of an account: these lines are not read.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.sources.containers.dates import printed_date
from onrecord.sources.containers.markup import html_tree, paragraphs
from onrecord.sources.containers.parts import (
    Composer,
    Container,
    Line,
    Part,
    Run,
    Unread,
    declared_codec,
    fingerprint,
    plain_codec,
)
from onrecord.sources.containers.parts import spans as runs_between
from onrecord.sources.containers.vocabulary import meanings
from onrecord.types import BlockKind, Step

RULE = "proquest"
LABELS = {label.replace("_", " "): name for label, name in meanings("proquest_labels").items()}
LABEL = re.compile(
    rf"(?P<label>{'|'.join(sorted(map(re.escape, LABELS), key=len, reverse=True))}):\s*(?P<value>.*)", re.I | re.S
)
INFO = re.compile(
    r"(?P<title>[^;\[]{2,120}?)\s*;.*?\](?P<date>[^:\[\]]{4,40})(?::\s*(?P<page>[^:]{1,20}?)\.?)?\Z", re.S
)
PRIVATE = re.compile(r"accountid|https?://|sent you the following|ProQuest document link|e-?linker", re.I)
MARKUP = re.compile(r"(?:html|body|head|text)>", re.I)
"""What is left of a tag whose "<" got lost."""
RULER = re.compile(rb"^_{60,}[ \t]{0,9}\r?$", re.M)
TEXT, KEPT_APART, NOT_READ = "text", "apart", "private"


def read_html(container: Container) -> Iterator[Part | Unread]:
    """The documents of an HTML export: what stands between the anchors DocID_."""
    yield from _documents(container.body, ())


def read_decoded(layer: bytes, *steps: Step) -> Iterator[Part | Unread]:
    """As `read_html`, of a part of a mail that was decoded."""
    yield from _documents(layer, (*steps, Step("decoded", "the part's own coding", fingerprint(layer))))


def _documents(body: bytes, steps: tuple[Step, ...]) -> Iterator[Part | Unread]:
    root = html_tree(body, declared_codec(body))
    begins = [a.start for a in root.all("a") if a.attrs.get("name", "").lower().startswith("docid_")]
    composer = Composer(body, RULE)
    lines = [
        Line(text, runs)
        for runs in paragraphs(body, root, frozenset(("script", "style", "!--", "title")))
        if (text := composer.read(runs))
    ]
    places = [line.runs[0].start for line in lines]
    for number, (begin, end) in enumerate(runs_between(begins, len(body)), 1):
        own = lines[bisect_left(places, begin) : bisect_left(places, end)]
        yield _document(body, own, number, len(begins), steps)


def read_text(container: Container) -> Iterator[Part | Unread]:
    """The documents of a text export, which lines of underscores part."""
    body, form = container.body, f"fold {plain_codec(container.body)}"
    begins = [match.end() for match in RULER.finditer(body)]
    composer = Composer(body, RULE)
    pieces = [
        [Line(text, [run]) for run in _text_runs(body, begin, end, form) if (text := composer.read([run]))]
        for begin, end in runs_between([0, *begins], len(body))
    ]
    documents = [lines for lines in pieces if any(_label(line.text)[0] for line in lines)]
    for number, lines in enumerate(documents, 1):
        yield _document(body, lines, number, len(documents), ())


def _text_runs(body: bytes, start: int, end: int, form: str) -> Iterator[Run]:
    for match in re.compile(rb"[^\r\n_][^\r\n]*").finditer(body, start, end):
        yield Run(match.start(), match.end(), form)


def _label(text: str) -> tuple[str, str]:
    match = LABEL.fullmatch(text)
    return (match["label"].lower(), match["value"]) if match else ("", text)


def _document(body: bytes, lines: list[Line], number: int, total: int, steps: tuple[Step, ...]) -> Part | Unread:
    composer = Composer(body, RULE)
    state = ""
    for at, line in enumerate(lines):
        label, value = _label(line.text)
        state = LABELS[label] if label else state
        if MARKUP.fullmatch(line.text) or not value.strip():
            continue
        if state == TEXT:
            _text_line(composer, line, bool(label))
        elif label or not state or state == KEPT_APART:
            _labelled(composer, line, label, value, first=at == 0)
    if composer.has_body():
        return composer.part(number, *steps, Step("proquest document", f"{number} of {total}"))
    return Unread(number, "a document without its full text")


def _text_line(composer: Composer, line: Line, labelled: bool) -> None:
    """A paragraph of the text; of the first line what stands behind the label."""
    runs = line.runs
    if labelled:
        runs = composer.behind(runs, ":")
        if MARKUP.fullmatch(composer.read(runs)):
            return
    composer.block("body", runs)


def _labelled(composer: Composer, line: Line, label: str, value: str, *, first: bool) -> None:
    if PRIVATE.search(line.text):
        return
    name = "headline" if first and not label else LABELS.get(label, "none")
    if label == "publication info":
        _info(composer, value, line.runs)
    elif name in ("published", "loaded"):
        composer.field(name, printed_date(value) or (value if name == "loaded" else None), line.runs)
    elif name not in (KEPT_APART, NOT_READ, TEXT):
        composer.field(name, value.partition(";")[0] if name == "publisher" else value, line.runs)
    kind = KINDS.get(name, "dateline" if label == "publication info" else "chrome")
    composer.block(kind, composer.behind(line.runs, ":") if name == "headline" and label else line.runs)


KINDS: dict[str, BlockKind] = {"headline": "headline", "byline": "byline"}


def _info(composer: Composer, value: str, runs: list[Run]) -> None:
    """ "The Echo ; Port [Port]04 May 2031: A.2." """
    info = INFO.match(value)
    if info:
        composer.field("publisher", info["title"], runs)
        composer.field("published", printed_date(info["date"]), runs)
        composer.field("page", info["page"], runs)
