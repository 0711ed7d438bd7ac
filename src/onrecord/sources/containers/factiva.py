"""Factiva exports: HTML in both of its displays, XML, and text.

In the display "full article" nothing has a label: the lines stand in a fixed order around the line that counts the
words. In "full article plus indexing" a table names each by two or three letters; its text is LP and TD. An article may
stand twice nested in itself: it is read once. What identifies it is the whole accession number.
"""

import re
from collections.abc import Iterator

from onrecord.sources.containers.dates import printed_date, stamped_date
from onrecord.sources.containers.markup import Element, html_tree, paragraphs, xml_tree
from onrecord.sources.containers.parts import Composer, Container, Line, Part, Run, Unread, folded, plain_codec
from onrecord.sources.containers.parts import spans as runs_between
from onrecord.sources.containers.vocabulary import in_order, meanings, words
from onrecord.types import BlockKind, Step

RULE = "factiva"
ARTICLE, HEADLINE = re.compile(r"\barticle [a-z]{2,4}Article\b"), re.compile(r"\b[a-z]{2,4}Headline\b")
CODES = meanings("factiva_codes")
TEXT_CODES = words("factiva_text_codes")
_UNITS = "|".join(sorted(words("units_of_length")))
WORDS = re.compile(rf"[\d.,\s\u00a0]{{1,12}} (?:{_UNITS})", re.I)
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
ACCESSION = re.compile(r"Document ([A-Z][A-Z0-9]{2,9}0{2}\d{6,20}[a-z0-9]{4,14})")
BY = re.compile(r"(?:by|von|par|por|di|door)\s+", re.I)
INDEXED_KINDS: dict[str, BlockKind] = {"HD": "headline", "BY": "byline", "PD": "dateline"}
XML_KINDS: dict[str, BlockKind] = {"headline": "headline", "byline": "byline"}
XML_KINDS |= {"leadParagraph": "body", "tailParagraphs": "body"}
NO_TEXT = "an article without text"


def read_html(container: Container) -> Iterator[Part | Unread]:
    """The articles of an HTML export."""
    root = html_tree(container.body, plain_codec(container.body))
    articles = list(_outermost(root))
    for number, article in enumerate(articles, 1):
        composer = Composer(container.body, RULE)
        rows = [row for row in article.all("tr") if _code(composer, row)]
        if rows:
            _indexed(composer, rows)
        else:
            _ordered(composer, list(_lines(composer, article)))
        yield _part(composer, number, len(articles))


def _part(composer: Composer, number: int, total: int) -> Part | Unread:
    name = next((given.value for given in composer.given if given.field == "identifier"), f"{number} of {total}")
    return composer.part(number, Step("factiva article", name)) if composer.has_body() else Unread(number, NO_TEXT)


def _outermost(root: Element) -> Iterator[Element]:
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if ARTICLE.search(element.attrs.get("class", "")):
            yield element
        else:
            waiting += [child for child in reversed(element.children) if isinstance(child, Element)]


# With indexing


def _code(composer: Composer, row: Element) -> str:
    cells = [cell for cell in row.elements() if cell.name == "td"]
    code = composer.read(cells[0].runs()) if len(cells) > 1 and "index" in cells[0].attrs.get("class", "") else ""
    return code if re.fullmatch(r"[A-Z]{2,4}", code) else ""


def _indexed(composer: Composer, rows: list[Element]) -> None:
    values: dict[str, str] = {}
    for row in rows:
        code, cell = _code(composer, row), [cell for cell in row.elements() if cell.name == "td"][1]
        values[code] = composer.read(cell.runs())
        if code in TEXT_CODES:
            for runs in paragraphs(composer.layer, cell):
                composer.block("body", runs)
            continue
        kind = INDEXED_KINDS.get(code, "chrome")
        composer.block(kind, row.runs() if kind == "chrome" else cell.runs())
        _index_field(composer, code, values, cell.runs())


def _index_field(composer: Composer, code: str, values: dict[str, str], runs: list[Run]) -> None:
    value, name = values[code], CODES.get(code)
    if code == "AN" and (accession := ACCESSION.search(value)):
        composer.field("identifier", accession[1], runs)
    elif code == "ET" and CLOCK.fullmatch(value):
        composer.amend("published", lambda date: f"{date}T{value:0>5}" if len(date) == len("2031-05-04") else date)
    elif code == "PD":
        composer.field("published", printed_date(value), runs)
    elif code == "BY":
        composer.field("byline", BY.sub("", value, count=1) if BY.match(value) else value, runs)
    elif name:
        composer.field(name, value, runs)


# The display without labels


def _lines(composer: Composer, article: Element) -> Iterator[tuple[BlockKind | None, Line]]:
    """The lines of an article in their order, each with its kind where its class tells it."""
    for child in article.elements():
        kind = _kind_by_class(child)
        if kind is None and any(inner.name in ("div", "p") for inner in child.elements()):
            yield from _lines(composer, child)
            continue
        for runs in [child.runs()] if kind == "headline" else paragraphs(composer.layer, child):
            if text := composer.read(runs):
                yield kind, Line(text, runs)


def _kind_by_class(element: Element) -> BlockKind | None:
    names = element.attrs.get("class", "")
    if "articleParagraph" in names:
        return "body"
    if "author" in names.split():
        return "byline"
    inner = [element, *element.elements()]
    return "headline" if any(HEADLINE.search(each.attrs.get("class", "")) for each in inner) else None


def _ordered(composer: Composer, lines: list[tuple[BlockKind | None, Line]]) -> None:
    counted = next((at for at, (kind, line) in enumerate(lines) if kind is None and WORDS.fullmatch(line.text)), -1)
    titled = next((at for at, (kind, _) in enumerate(lines) if kind == "headline"), -1)
    fields = _fields_by_order([line for kind, line in lines[counted + 1 :] if kind is None]) if counted >= 0 else {}
    for at, (kind, line) in enumerate(lines):
        name = kind or fields.get(line.runs[0].start, "none")
        if kind is None and at < counted:
            name = "section" if at < titled else "credit"
        _field_of(composer, name, line)
        composer.block(kind or ("dateline" if name == "published" else "chrome"), line.runs)


def _field_of(composer: Composer, name: str, line: Line) -> None:
    if name == "clock":
        composer.amend("published", lambda date: f"{date}T{line.text:0>5}")
    elif name == "published":
        composer.field(name, printed_date(line.text), line.runs)
    elif name == "byline":
        composer.field(name, BY.sub("", line.text, count=1) if BY.match(line.text) else line.text, line.runs)
    elif name != "body":
        composer.field(name, ACCESSION.sub(r"\1", line.text), line.runs)


def _fields_by_order(lines: list[Line]) -> dict[int, str]:
    """What the lines behind the count of words are, by where they begin: date, time, outlet, its code, edition, page,
    language, copyright. Each is told by its place among the others, all but the outlet by their forms too."""
    fields: dict[int, str] = {}
    expected = in_order("factiva_lines")
    for line in lines:
        if ACCESSION.fullmatch(line.text):
            fields[line.runs[0].start] = "identifier"
            continue
        until = expected.index("publisher") + 1 if "publisher" in expected else len(expected)
        at = next((at for at, name in enumerate(expected[:until]) if _has_form(name, line.text)), None)
        if at is not None:
            fields[line.runs[0].start] = expected[at]
            del expected[: at + 1]
    return {start: name for start, name in fields.items() if name != "code"}


def _has_form(name: str, text: str) -> bool:
    if name == "published":
        return printed_date(text) is not None
    if name == "language":
        return text.lower() in words("languages")
    return name == "publisher" or FORMS[name].match(text) is not None


FORMS = {
    "clock": re.compile(rf"(?:{CLOCK.pattern})\Z"),
    "code": re.compile(r"[A-Z0-9]{2,12}\Z"),
    "page": re.compile(r"[A-Z]{0,4}-?\d{1,4}[A-Z]{0,2}(?:\.\d{1,3})?\Z"),
    "copyright": re.compile(r".{0,60}(?:\(c\)|©|copyright)", re.I),
}


# XML


def read_xml(container: Container) -> Iterator[Part | Unread]:
    """The articles of an XML export."""
    root, damage = xml_tree(container.body)
    articles = root.all("article")
    read = 0
    for number, article in enumerate(articles, 1):
        if article.end < 0:
            yield Unread(number, f"the file is damaged: {damage}")
            continue
        composer = Composer(container.body, RULE)
        _xml_article(composer, article)
        part = _part(composer, number, len(articles))
        read += isinstance(part, Part)
        yield part
    yield from _of_set(root, read)
    if damage:
        yield Unread(0, f"the file is damaged: {damage}")


def _of_set(root: Element, read: int) -> Iterator[Unread]:
    counts = [element.attrs.get("count", "") for element in root.all("ppsarticleResultSet")]
    if counts and all(count.isdigit() for count in counts) and sum(map(int, counts)) != read:
        yield Unread(0, f"it says that it holds {sum(map(int, counts))} articles, and {read} were read")


def _xml_article(composer: Composer, article: Element) -> None:
    for element in article.elements():
        name, runs = CODES.get(element.name), folded(element.runs())
        kind = XML_KINDS.get(element.name)
        if name == "published":
            composer.field("published", stamped_date(composer.read(runs)), runs)
        elif name:
            composer.field(name, composer.read(runs), runs)
        for paragraph in element.all("paragraph") or [element]:
            if kind:
                composer.block(kind, folded(paragraph.runs()))


# Text


def read_text(container: Container) -> Iterator[Part | Unread]:
    """The articles of a text export: each ends with a line "Document ..." and its accession number."""
    body, form = container.body, f"fold {plain_codec(container.body)}"
    ends = [match.end() for match in ACCESSION_LINE.finditer(body)]
    for number, (start, end) in enumerate(runs_between([0, *ends[:-1]], ends[-1] if ends else 0), 1):
        composer = Composer(body, RULE)
        lines = [Line(text, [run]) for run in _text_runs(body, start, end, form) if (text := composer.read([run]))]
        _text_article(composer, lines)
        yield _part(composer, number, len(ends))
    if ends and body[ends[-1] :].strip() and WORDS.search(body[ends[-1] :].decode("utf-8", "replace")):
        yield Unread(len(ends) + 1, "an article that is cut off: its last line, with its number, is not there")


ACCESSION_LINE = re.compile(rb"^Document [A-Z][A-Z0-9]{2,9}0{2}\d{6,20}[a-z0-9]{4,14}[ \t]{0,9}\r?$", re.M)


def read_lines(body: bytes, lines: list[Line]) -> Iterator[Part | Unread]:
    """The articles of an export whose lines are told already, as of RTF."""
    ends = [at + 1 for at, line in enumerate(lines) if ACCESSION.fullmatch(line.text)]
    for number, (start, end) in enumerate(zip([0, *ends[:-1]], ends, strict=True), 1):
        composer = Composer(body, RULE)
        _text_article(composer, lines[start:end])
        yield _part(composer, number, len(ends))


def _text_runs(body: bytes, start: int, end: int, form: str) -> Iterator[Run]:
    for match in re.compile(rb"[^\r\n]+").finditer(body, start, end):
        yield Run(match.start(), match.end(), form)


def _text_article(composer: Composer, lines: list[Line]) -> None:
    """An article of lines: the longest before the count of words is the headline, what is behind it the byline."""
    counted = next((at for at, line in enumerate(lines) if WORDS.fullmatch(line.text)), -1)
    titled = max(range(max(counted, 0)), key=lambda at: len(lines[at].text), default=-1)
    behind = lines[counted + 1 : counted + 9]
    fields = _fields_by_order(behind)
    last = max((at for at, line in enumerate(behind, counted + 1) if line.runs[0].start in fields), default=counted)
    kinds: list[BlockKind | None] = ["body" if at > last else None for at in range(len(lines))]
    if titled >= 0:
        kinds[titled] = "headline"
        if titled + 1 < counted:
            kinds[titled + 1] = "byline"
    if lines and ACCESSION.fullmatch(lines[-1].text):
        kinds[-1] = None
    _ordered(composer, list(zip(kinds, lines, strict=True)))
