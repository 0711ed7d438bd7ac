"""Nexis exports: DOCX (Nexis Uni, Lexis+), text and HTML (LexisNexis Academic, until about 2019).

In DOCX the articles are told by the names of bookmarks: `Bookmark_7` begins an article, `Body_5` its text,
`Classification_4` its tail. Their numbers run on for themselves: the first is `Body`, the second `Body_0`. The words
"End of Document", by which others part them, may be split over several runs, and stand in articles. The cover with the
user's name, job number and search words ends where the first article begins: nothing of it is read.
"""

import re
from collections import Counter
from collections.abc import Iterator

from onrecord.sources.containers import docx
from onrecord.sources.containers.dates import printed_date
from onrecord.sources.containers.markup import Element, html_tree, paragraphs
from onrecord.sources.containers.parts import (
    Composer,
    Container,
    Line,
    Part,
    Run,
    Unread,
    fingerprint,
    plain_codec,
    spans,
)
from onrecord.sources.containers.vocabulary import meanings, words
from onrecord.types import BlockKind, Status, Step

RULE = "nexis"
LABELS = meanings("nexis_labels")
"""What stands before the colon of a line, and the field that stands behind it."""
_NAMES = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
LABEL = re.compile(rf"(?P<label>{_NAMES}):(?P<value>.*)", re.I | re.S)
UPPER_LABEL = re.compile(rf"(?P<label>{_NAMES.upper()}):(?P<value>.*)", re.S)
"""In text files a label is in capitals: a headline may begin with a word and a colon."""
TAIL_LABELS = words("nexis_tail")
COPYRIGHT = re.compile(r"\W{0,3}(?:copyright\b|©|\(c\) ?\d{4})", re.I)
PAGE = re.compile(r"[;,]\s{0,3}(?:Pg\.|Page|Seite|S\.|Blz\.|Pág\.|P\.)\s{0,3}(?P<page>[^;]{1,40})", re.I)
END = re.compile(r"End of Document|Ende des Dokuments|Fin du document|Fin del documento|Einde van document", re.I)
TAIL_HEADINGS = frozenset("graphic classification notes grafik klassifizierung".split())
APPENDED = re.compile(r"\W*(?:correction|clarification) appended\W*", re.I)
APPENDED_AT_END = re.compile(r"\W*(?:correction|clarification) appended\W*\Z", re.I)
YEAR = re.compile(r"\A\s*\d{4},?\s*(?:\w+(?:day|tag)\b,?\s*)?", re.I)
BY = re.compile(r"(?:by|von|par|por|door|di)\s+", re.I)
COVER_COUNT = re.compile(r"(?:documents?|dokumente?|documentos?|documenten|documenti)\s*\((\d{1,6})\)", re.I)
ARTICLE, BODY = re.compile(r"Bookmark_\d{1,6}"), re.compile(r"Body(?:_\d{1,6})?")
MARKS = (BODY, re.compile(r"Correction(?:_\d{1,6})?"), re.compile(r"Classification(?:_\d{1,6})?"))
"""By what bookmarks the parts behind the head begin."""
BODY_HEADING = re.compile(r"[^\s.!?]{1,20}")
COUNTER = re.compile(
    rb"^[ \t]*(?:(?P<n>\d{1,6}) (?:of|von|de|van|di) (?P<m>\d{1,6}) (?:documents?|dokumente?n?|documentos?|documenti)"
    rb"|(?:dokument|document|documento) (?P<n2>\d{1,6}) (?:von|de|of|van|di) (?P<m2>\d{1,6}))[ \t]*\r?$",
    re.I | re.M,
)
ERROR = re.compile(r"We are sorry but there is an error in this document", re.I)


# DOCX


def read_docx(container: Container) -> Iterator[Part | Unread]:
    """The articles of a DOCX export."""
    try:
        document = docx.member(container.body, docx.DOCUMENT)
    except docx.NotUnpacked as error:
        yield Unread(0, str(error))
        return
    items, damage = docx.flow(document)
    begins = [at for at, item in enumerate(items) if isinstance(item, docx.Mark) and ARTICLE.fullmatch(item.name)]
    member = Step("zip member", docx.DOCUMENT, fingerprint(document))
    read = 0
    for number, (begin, end) in enumerate(spans(begins, len(items)), 1):
        composer = Composer(document, RULE)
        _marked_article(composer, items[begin:end])
        cut = f"the file is damaged: {damage}" if damage and end == len(items) else None
        if composer.has_body():
            read += 1
            step = Step("nexis article", f"{number} of {len(begins)}")
            yield composer.part(number, member, step, status=Status(cut is None, cut))
        else:
            yield Unread(number, cut or NO_TEXT)
    yield from _of_cover(document, items[: begins[0]] if begins else items, read)
    if damage:
        yield Unread(0, f"the file is damaged: {damage}")


NO_TEXT = "an article without text"


def _of_cover(document: bytes, items: list[docx.Mark | docx.Paragraph], read: int) -> Iterator[Unread]:
    """How many articles the cover says that there are; nothing else of it is kept."""
    composer = Composer(document, RULE)
    for item in items[:400]:
        match = COVER_COUNT.fullmatch(composer.read(item.runs)) if isinstance(item, docx.Paragraph) else None
        if match and int(match[1]) != read:
            yield Unread(0, f"its cover says {match[1]} documents, and {read} were read")
            return


def _marked_article(composer: Composer, items: list[docx.Mark | docx.Paragraph]) -> None:
    """An article by its bookmarks: head, body, correction and tail."""
    head, body, correction, tail = _parts_by_marks(composer, items)
    _head(composer, head)
    if body and BODY_HEADING.fullmatch(body[0].text):
        composer.block("chrome", body.pop(0).runs)  # the word "Body" in the language of the export
    at = next((at for at, line in enumerate(body) if _begins_tail(line.text)), len(body))
    _body(composer, body[:at])
    if correction:
        composer.field("note", "; ".join(line.text for line in correction), correction[0].runs)
    for line in correction:
        composer.block("chrome", line.runs)
    _tail(composer, body[at:] + tail)


def _parts_by_marks(composer: Composer, items: list[docx.Mark | docx.Paragraph]) -> tuple[list[Line], ...]:
    place, parts = 0, tuple[list[Line], ...](([], [], [], []))
    for event in items:
        if isinstance(event, docx.Mark):
            place = next((at for at, mark in enumerate(MARKS, 1) if mark.fullmatch(event.name)), place)
        elif text := composer.read(event.runs):
            parts[place].append(Line(text, event.runs))
    return parts


def _begins_tail(text: str) -> bool:
    match = LABEL.fullmatch(text)
    labelled = match is not None and LABELS[match["label"].lower()] == "loaded"
    return text.lower() in TAIL_HEADINGS or labelled or END.fullmatch(text) is not None


def _head(composer: Composer, lines: list[Line]) -> None:
    """Headline, publication, date, copyright, and the lines with labels, in that order."""
    labelled = next((at for at, line in enumerate(lines) if at > 1 and _is_labelled(line.text)), len(lines))
    dated = next((at for at in range(labelled - 1, 0, -1) if printed_date(lines[at].text)), None)
    outlet = dated - 1 if dated is not None and dated > 1 else 1
    _headline(composer, lines[:outlet])
    for at, line in enumerate(lines[outlet:], outlet):
        if at == outlet and at < labelled:
            composer.field("publisher", line.text, line.runs)
            composer.block("chrome", line.runs)
        elif at == dated:
            _date(composer, line)
        else:
            _labelled(composer, line, LABEL)


def _is_labelled(text: str) -> bool:
    return bool(COPYRIGHT.match(text) or LABEL.fullmatch(text))


def _headline(composer: Composer, lines: list[Line]) -> None:
    for line in lines:
        composer.block("headline", line.runs)
    if lines:
        composer.field("headline", " ".join(line.text for line in lines), lines[0].runs)


def _date(composer: Composer, line: Line) -> None:
    composer.field("published", printed_date(line.text), line.runs)
    edition = re.search(r"(?:,|\s)\s{0,3}([^,]{0,40}\b(?:edition|ausgabe|édition)\b[^,]{0,40})", line.text, re.I)
    if edition:
        composer.field("edition", APPENDED_AT_END.sub("", YEAR.sub("", edition[1])), line.runs)
    composer.block("dateline", line.runs)


def _labelled(composer: Composer, line: Line, pattern: re.Pattern[str]) -> None:
    """A line with a label, or of copyright: its field, and its block."""
    match = pattern.fullmatch(line.text)
    name = LABELS.get(match["label"].lower(), "none") if match else "none"
    if match and name != "none":
        _stated(composer, name, match["value"].strip(), line.runs)
    elif COPYRIGHT.match(line.text):
        composer.field("copyright", line.text, line.runs)
    kind: BlockKind = "byline" if name == "byline" else "chrome"
    composer.block(kind, line.runs)


def _stated(composer: Composer, name: str, value: str, runs: list[Run]) -> None:
    if name in ("loaded", "modified"):
        value = printed_date(value) or ("" if name == "modified" else value)
    elif name == "byline":
        value = BY.sub("", value, count=1) if BY.match(value) else value
    elif name == "section" and (page := PAGE.search(value)):
        composer.field("page", page["page"], runs)
    composer.field(name, value, runs)


def _body(composer: Composer, lines: list[Line]) -> None:
    """The text; an abstract before it says the same again, and is kept apart."""
    full = next((at for at, line in enumerate(lines) if line.text.rstrip(":").upper() == "FULL TEXT"), None)
    abstract = full is not None and any(line.text.rstrip(":").upper() == "ABSTRACT" for line in lines[:full])
    for at, line in enumerate(lines):
        apart = abstract and full is not None and at <= full
        composer.block("chrome" if apart else "body", line.runs)


def _tail(composer: Composer, lines: list[Line]) -> None:
    picture = False
    for line in lines:
        if picture and not _is_labelled(line.text) and not _begins_tail(line.text):
            composer.block("caption", line.runs)
        else:
            picture = line.text.lower() in ("graphic", "grafik")
            _labelled(composer, line, LABEL)


# Text and HTML


def read_text(container: Container) -> Iterator[Part | Unread]:
    """The articles of a text export: each begins with a line "3 of 10 DOCUMENTS"."""
    body, form = container.body, f"fold {plain_codec(container.body)}"
    counters = list(COUNTER.finditer(body))
    read = 0
    begins = [counter.start() for counter in counters]
    for number, (counter, (_, end)) in enumerate(zip(counters, spans(begins, len(body)), strict=True), 1):
        composer = Composer(body, RULE)
        _ordered_article(composer, list(_text_lines(composer, counter.end(), end, form)))
        if composer.has_body():
            read += 1
            yield composer.part(number, Step("nexis article", "{} of {}".format(*_numbers(counter))))
        else:
            yield Unread(number, NO_TEXT)
    yield from _count([_numbers(counter) for counter in counters], read)


def _text_lines(composer: Composer, start: int, end: int, form: str) -> Iterator[Line]:
    """The paragraphs of a text: lines that follow one another without an empty one."""
    for match in re.compile(rb"[^\r\n][^\n]*(?:\n(?![ \t]*\r?\n)[^\n]*)*").finditer(composer.layer, start, end):
        runs = [Run(match.start(), match.end(), form)]
        text = composer.read(runs)
        if text:
            yield Line(text, runs)


def read_html(container: Container) -> Iterator[Part | Unread]:
    """The articles of an HTML export: no elements, but what stands between the anchors DOC_ID_."""
    root = html_tree(container.body, plain_codec(container.body))
    articles, counters = _anchored(container.body, root)
    read = 0
    for number, lines in enumerate(articles, 1):
        composer = Composer(container.body, RULE)
        if any(ERROR.search(line.text) for line in lines):
            yield Unread(number, "the database put an error message in its place")
            continue
        _ordered_article(composer, lines)
        if composer.has_body():
            read += 1
            yield composer.part(number, Step("nexis article", f"{number} of {len(articles)}"))
        else:
            yield Unread(number, NO_TEXT)
    counts = [element.attrs.get("documents", "") for element in root.all("meta")]
    count = next((int(value) for value in counts if value.isdigit()), None)
    if count is None:
        yield from _count(counters, read)
    elif count != read:
        yield Unread(0, f"it says that it holds {count} documents, and {read} were read")


def _anchored(body: bytes, root: Element) -> tuple[list[list[Line]], list[tuple[int, int]]]:
    """The lines behind each anchor, and the counters among them."""
    articles: list[list[Line]] = []
    counters: list[tuple[int, int]] = []
    composer = Composer(body, RULE)
    for element in _flat(root):
        if element.name == "a" and element.attrs.get("name", "").startswith("DOC_ID_"):
            articles.append([])
        if element.name != "p" or not articles:
            continue
        for runs in paragraphs(body, element):
            text = composer.read(runs)
            if counter := COUNTER.fullmatch(text.encode("utf-8")):
                counters.append(_numbers(counter))
            elif text:
                articles[-1].append(Line(text, runs))
    return articles, counters


def _numbers(counter: re.Match[bytes]) -> tuple[int, int]:
    return int(counter["n"] or counter["n2"]), int(counter["m"] or counter["m2"])


def _flat(root: Element) -> Iterator[Element]:
    """Anchors and paragraphs in the order of the file; of nested paragraphs the outer."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if element.name in ("a", "p"):
            yield element
        if element.name != "p":
            waiting += reversed([child for child in element.children if isinstance(child, Element)])


def _count(counters: list[tuple[int, int]], read: int) -> Iterator[Unread]:
    """What the lines "3 of 10 DOCUMENTS" say against what was read."""
    if not counters:
        return
    numbers = [number for number, _ in counters]
    most = Counter(total for _, total in counters).most_common(1)[0][0]
    missing = sorted(set(range(min(numbers), max(numbers) + 1)) - set(numbers))
    if missing or read < len(counters):
        last = f"; numbers {', '.join(map(str, missing[:20]))} are not there" if missing else ""
        yield Unread(0, f"its documents are numbered {min(numbers)} to {max(numbers)}, and {read} were read{last}")
    elif (min(numbers), max(numbers)) != (1, most) and most > read:
        yield Unread(0, f"its search found {most:,} documents, and {read} of them are in this file")


def _ordered_article(composer: Composer, lines: list[Line]) -> None:
    """An article of a text or HTML export: publication, date, headline, lines with labels, text, tail."""
    at = 0
    while at < len(lines) and COPYRIGHT.match(lines[at].text):
        at += 1
    labelled = next((n for n in range(at, len(lines)) if UPPER_LABEL.fullmatch(lines[n].text)), None)
    text = labelled if labelled is not None else min(at + 3, len(lines))
    while text < len(lines) and UPPER_LABEL.fullmatch(lines[text].text) and not _of_tail(lines[text].text):
        text += 1
    _ordered_head(composer, lines[at : labelled if labelled is not None else text])
    for line in (*lines[:at], *lines[labelled if labelled is not None else text : text]):
        _labelled(composer, line, UPPER_LABEL)
    tail = _tail_begins(lines, text)
    _body(composer, lines[text:tail])
    _text_tail(composer, lines[tail:])


def _ordered_head(composer: Composer, lines: list[Line]) -> None:
    """The lines before the first label: the publication, the date, and what is neither a remark nor of copyright is the
    headline. An article without labels has one line of each."""
    if not lines:
        return
    composer.field("publisher", lines[0].text, lines[0].runs)
    composer.block("chrome", lines[0].runs)
    dated = next((line for line in lines[1:5] if printed_date(line.text)), None)
    titles = [
        line
        for line in lines[1:]
        if line is not dated and not APPENDED.fullmatch(line.text) and not COPYRIGHT.match(line.text)
    ]
    for line in lines[1:]:
        if line is dated:
            _date(composer, line)
        elif line not in titles:
            _labelled(composer, line, UPPER_LABEL)
    _headline(composer, titles)


def _of_tail(text: str) -> bool:
    match = UPPER_LABEL.fullmatch(text)
    return match is not None and match["label"].lower() in TAIL_LABELS


def _tail_begins(lines: list[Line], at: int) -> int:
    """Where the tail begins: the first of the labels that stand behind a text, or the copyright at its end."""
    labelled = next((n for n in range(at, len(lines)) if _of_tail(lines[n].text)), None)
    if labelled is not None:
        return labelled
    end = len(lines)
    while end > at and COPYRIGHT.match(lines[end - 1].text):
        end -= 1
    return end


def _text_tail(composer: Composer, lines: list[Line]) -> None:
    label = ""
    for line in lines:
        match = UPPER_LABEL.fullmatch(line.text)
        label = match["label"].lower() if match else "" if COPYRIGHT.match(line.text) else label
        if match is None and label == "graphic":
            composer.block("caption", line.runs)
        else:
            _labelled(composer, line, UPPER_LABEL)
