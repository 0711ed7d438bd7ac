"""Nexis exports: DOCX (Nexis Uni, Lexis+), text and HTML (LexisNexis Academic, until about 2019).

In DOCX the articles are told by the names of bookmarks: `Bookmark_7` begins an article, `Body_5` its text, `Classification_4`
its tail. Their numbers run on for themselves: the first is `Body`, the second `Body_0`. The words "End of Document", by
which others part them, may be split over several runs, and stand in articles. The cover with the user's name, job number
and search words ends where the first article begins: nothing of it is read.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.sources.containers import docx
from onrecord.sources.containers.dates import printed_date
from onrecord.sources.containers.markup import Element, html_tree, paragraphs
from onrecord.sources.containers.parts import Composer, Container, Part, Run, Unread, fingerprint, plain_codec
from onrecord.types import BlockKind, GivenField, Status, Step

RULE = "nexis"
LABELS: dict[str, GivenField | None] = {
    "section": "section", "rubrik": "section", "rubrique": "section", "sección": "section", "sezione": "section",
    "seção": "section", "sectie": "section",
    "byline": "byline", "autor": "byline", "auteur": "byline", "autore": "byline",
    "dateline": "dateline", "ort": "dateline", "lieu": "dateline",
    "language": "language", "sprache": "language", "langue": "language", "taal": "language", "idioma": "language",
    "load-date": "loaded", "update": "loaded", "date-chargement": "loaded", "laaddatum": "loaded", "ladedatum": "loaded",
    "credit": "credit", "correction-date": "modified", "acc-no": "identifier", "copyright": "copyright",
    "correction": "note", "series": None, "source": None, "graphic": None, "notes": None, "note": None,
    **dict.fromkeys(
        "length länge longueur lengte longitud lunghezza extensão highlight subject company organization person industry"
        " geographic country city state ticker publication-type publikationstyp type-publication journal-code isin cusip"
        " classification url title pub-type document-type ressort datum zeitungsart".split(), None
    ),
}  # fmt: skip
"""What stands before the colon of a line, and the field that stands behind it."""
_NAMES = "|".join(sorted(map(re.escape, LABELS), key=len, reverse=True))
LABEL = re.compile(rf"(?P<label>{_NAMES}):(?P<value>.*)", re.I | re.S)
UPPER_LABEL = re.compile(rf"(?P<label>{_NAMES.upper()}):(?P<value>.*)", re.S)
"""In text files a label is in capitals: a headline may begin with a word and a colon."""
HEAD_ENDS = re.compile(r"LENGTH|LÄNGE|LONGUEUR|LENGTE|LONGITUD|LUNGHEZZA|EXTENSÃO")
TAIL_LABELS = re.compile(
    r"(?:LOAD-DATE|LANGUAGE|SPRACHE|LANGUE|TAAL|IDIOMA|PUBLICATION-TYPE|GRAPHIC|SUBJECT|NOTES?|CORRECTION(?:-DATE)?|UPDATE|JOURNAL-CODE"
    r"|CLASSIFICATION|ACC-NO|GEOGRAPHIC|COMPANY|PERSON|ORGANIZATION|INDUSTRY|URL|PUB-TYPE|DATE-CHARGEMENT|TYPE-PUBLICATION):"
)
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
TAIL, CORRECTION = re.compile(r"Classification(?:_\d{1,6})?"), re.compile(r"Correction(?:_\d{1,6})?")
COUNTER = re.compile(
    rb"^[ \t]*(?:(?P<n>\d{1,6}) (?:of|von|de|van|di) (?P<m>\d{1,6}) (?:documents?|dokumente?n?|documentos?|documenti)"
    rb"|(?:dokument|document|documento) (?P<n2>\d{1,6}) (?:von|de|of|van|di) (?P<m2>\d{1,6}))[ \t]*\r?$",
    re.I | re.M,
)
ERROR = re.compile(r"We are sorry but there is an error in this document", re.I)


class Line(NamedTuple):
    """A paragraph of an article: its words and where they stand."""

    text: str
    runs: list[Run]


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
    for number, (begin, end) in enumerate(zip(begins, [*begins[1:], len(items)], strict=False), 1):
        composer = Composer(document, RULE)
        _marked_article(composer, items[begin:end])
        if not composer.has_body():
            yield Unread(number, "an article without text" + (f": {damage}" if damage and end == len(items) else ""))
            continue
        read += 1
        cut = damage and end == len(items)
        status = Status(False, f"the file is damaged: {damage}") if cut else Status()
        yield composer.part(number, member, Step("nexis article", f"{number} of {len(begins)}"), status=status)
    told = _cover_count(_cover_lines(document, items[: begins[0]] if begins else items))
    if damage:
        yield Unread(0, f"the file is damaged: {damage}")
    if told is not None and told != read:
        yield Unread(0, f"its cover says {told} documents, and {read} were read")


def _cover_lines(document: bytes, items: list[docx.Mark | docx.Paragraph]) -> list[str]:
    """The words of the paragraphs of the cover, of which the number alone is kept."""
    composer = Composer(document, RULE)
    return [composer.read(item.runs) for item in items[:400] if isinstance(item, docx.Paragraph)]


def _cover_count(lines: list[str]) -> int | None:
    return next((int(match[1]) for line in lines if (match := COVER_COUNT.fullmatch(line.strip()))), None)


def _marked_article(composer: Composer, items: list[docx.Mark | docx.Paragraph]) -> None:
    """An article by its bookmarks: head, body, correction and tail."""
    place = "head"
    lines: dict[str, list[Line]] = {"head": [], "body": [], "correction": [], "tail": []}
    for item in items:
        if isinstance(item, docx.Mark):
            for pattern, name in ((BODY, "body"), (TAIL, "tail"), (CORRECTION, "correction")):
                place = name if pattern.fullmatch(item.name) else place
            continue
        text = composer.read(item.runs)
        if text:
            lines[place].append(Line(text, item.runs))
    head, body, correction, tail = lines.values()
    _head(composer, head)
    if body and " " not in body[0].text and len(body[0].text) < 20 and not body[0].text.endswith((".", "!", "?")):
        composer.block("chrome", body.pop(0).runs)  # the word "Body" in the language of the export
    at = next((at for at, line in enumerate(body) if _begins_tail(line.text)), len(body))
    _body(composer, body[:at])
    if correction:
        composer.field("note", "; ".join(line.text for line in correction), correction[0].runs)
    for line in correction:
        composer.block("chrome", line.runs)
    _tail(composer, body[at:] + tail)


def _begins_tail(text: str) -> bool:
    match = LABEL.fullmatch(text)
    labelled = match is not None and LABELS[match["label"].lower()] == "loaded"
    return text.lower() in TAIL_HEADINGS or labelled or END.fullmatch(text) is not None


def _head(composer: Composer, lines: list[Line]) -> None:
    """Headline, publication, date, copyright, and the lines with labels, in that order."""
    labelled = next(
        (at for at, line in enumerate(lines) if at > 1 and (COPYRIGHT.match(line.text) or LABEL.fullmatch(line.text))),
        len(lines),
    )
    dated = next((at for at in range(labelled - 1, 0, -1) if printed_date(lines[at].text)), None)
    outlet = dated - 1 if dated is not None and dated > 1 else 1
    for at, line in enumerate(lines):
        if at < outlet:
            composer.block("headline", line.runs)
        elif at == outlet and at < labelled:
            composer.field("publisher", line.text, line.runs)
            composer.block("chrome", line.runs)
        elif at == dated:
            _date(composer, line)
        else:
            _labelled(composer, line, LABEL)
    composer.field("headline", " ".join(line.text for line in lines[:outlet]), lines[0].runs if lines else None)


def _date(composer: Composer, line: Line) -> None:
    composer.field("published", printed_date(line.text), line.runs)
    edition = re.search(r"(?:,|\s)\s{0,3}([^,]{0,40}\b(?:edition|ausgabe|édition)\b[^,]{0,40})", line.text, re.I)
    if edition:
        composer.field("edition", APPENDED_AT_END.sub("", YEAR.sub("", edition[1])), line.runs)
    composer.block("dateline", line.runs)


def _labelled(composer: Composer, line: Line, pattern: re.Pattern[str]) -> None:
    """A line with a label, or of copyright: its field, and its block."""
    kind: BlockKind = "chrome"
    match = pattern.fullmatch(line.text)
    field = LABELS.get(match["label"].lower()) if match else None
    if match and field:
        value = match["value"].strip()
        if field == "byline":
            value, kind = BY.sub("", value, count=1) if BY.match(value) else value, "byline"
        elif field in ("loaded", "modified"):
            value = printed_date(value) or value
        elif field == "section" and (page := PAGE.search(value)):
            composer.field("page", page["page"], line.runs)
        if field != "modified" or printed_date(value):
            composer.field(field, value, line.runs)
    elif COPYRIGHT.match(line.text):
        composer.field("copyright", line.text, line.runs)
    composer.block(kind, line.runs)


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
        heading = line.text.lower()
        if picture and not LABEL.fullmatch(line.text) and heading not in TAIL_HEADINGS and not END.fullmatch(line.text):
            composer.block("caption", line.runs)
            continue
        picture = heading in ("graphic", "grafik")
        _labelled(composer, line, LABEL)


# Text and HTML


def read_text(container: Container) -> Iterator[Part | Unread]:
    """The articles of a text export: each begins with a line "3 of 10 DOCUMENTS"."""
    body, form = container.body, f"fold {plain_codec(container.body)}"
    counters = list(COUNTER.finditer(body))
    ends = [*(match.start() for match in counters[1:]), len(body)]
    read = 0
    for number, (counter, end) in enumerate(zip(counters, ends, strict=False), 1):
        composer = Composer(body, RULE)
        _ordered_article(composer, list(_text_lines(composer, counter.end(), end, form)))
        if composer.has_body():
            read += 1
            yield composer.part(number, Step("nexis article", _counted(counter)))
        else:
            yield Unread(number, "an article without text")
    yield from _count([(int(c["n"] or c["n2"]), int(c["m"] or c["m2"])) for c in counters], read)


def _counted(counter: re.Match[bytes]) -> str:
    return f"{int(counter['n'] or counter['n2'])} of {int(counter['m'] or counter['m2'])}"


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
    articles: list[list[Line]] = []
    counters: list[tuple[int, int]] = []
    for element in _flat(root):
        if element.name == "a" and element.attrs.get("name", "").startswith("DOC_ID_"):
            articles.append([])
        elif articles and element.name == "p":
            composer = Composer(container.body, RULE)
            for runs in paragraphs(container.body, element):
                text = composer.read(runs)
                if counter := COUNTER.fullmatch(text.encode("utf-8")):
                    counters.append((int(counter["n"] or counter["n2"]), int(counter["m"] or counter["m2"])))
                elif text:
                    articles[-1].append(Line(text, runs))
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
            yield Unread(number, "an article without text")
    told = [element.attrs.get("documents", "") for element in root.within() if element.name == "meta"]
    count = next((int(value) for value in told if value.isdigit()), None)
    if count is not None and count != read:
        yield Unread(0, f"it says that it holds {count} documents, and {read} were read")
    elif count is None:
        yield from _count(counters, read)


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
        _labelled(composer, lines[at], UPPER_LABEL)
        at += 1
    if at < len(lines):
        composer.field("publisher", lines[at].text, lines[at].runs)
        composer.block("chrome", lines[at].runs)
        at += 1
    dated = next((n for n in range(at, min(at + 4, len(lines))) if printed_date(lines[n].text)), None)
    labelled = next((n for n in range(at, len(lines)) if UPPER_LABEL.fullmatch(lines[n].text)), len(lines))
    titles: list[Line] = []
    for n in range(at, labelled):
        line = lines[n]
        if n == dated:
            _date(composer, line)
        elif APPENDED.fullmatch(line.text) or COPYRIGHT.match(line.text):
            _labelled(composer, line, UPPER_LABEL)
        elif labelled == len(lines) and titles:
            break  # no label at all: what follows the first title is text
        else:
            titles.append(line)
            composer.block("headline", line.runs)
            continue
        at = n + 1
    if titles:
        composer.field("headline", " ".join(line.text for line in titles), titles[0].runs)
    at = (
        labelled
        if labelled < len(lines)
        else next((n + 1 for n in range(len(lines)) if titles and lines[n] is titles[-1]), at)
    )
    while at < len(lines) and UPPER_LABEL.fullmatch(lines[at].text) and not TAIL_LABELS.match(lines[at].text):
        _labelled(composer, lines[at], UPPER_LABEL)
        at += 1
    tail = _tail_begins(lines, at)
    _body(composer, lines[at:tail])
    _text_tail(composer, lines[tail:])


def _tail_begins(lines: list[Line], at: int) -> int:
    """Where the tail begins: the first of the labels that stand behind a text, or the copyright at its end."""
    for n in range(at, len(lines)):
        if TAIL_LABELS.match(lines[n].text) and UPPER_LABEL.fullmatch(lines[n].text):
            return n
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
