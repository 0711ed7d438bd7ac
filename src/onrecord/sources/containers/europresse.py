"""Europresse (Eureka) exports, HTML: one `article` each, or in the older form one cell of a table.

The identifier (`news·20310504·XX·...`) holds the day of publication, which the header prints in any order among section
and page. What stands behind the text, to whom a certificate was issued, is not read.
"""

import re
from collections.abc import Iterator

from onrecord.sources.containers.dates import printed_date, stamped_date
from onrecord.sources.containers.markup import Element, html_tree, paragraphs
from onrecord.sources.containers.parts import Composer, Container, Part, Run, Unread, declared_codec
from onrecord.sources.containers.vocabulary import words
from onrecord.types import BlockKind, Step

RULE = "europresse"
IDENTIFIER = re.compile(r"\b(news[·.](\d{8})[·.][A-Za-z0-9_]{1,12}[·.][A-Za-z0-9_·.-]{1,60})")
ISSUE = re.compile(r",?\s*(?:no|n°|nº|num|vol)\.?\s*[\w/-]+(?:,.*)?\Z", re.I)
PAGE = re.compile(r"\bpp?\.\s*([\w, -]{1,20})")
COPYRIGHT = re.compile(r"\W{0,3}(?:©|\(c\)|copyright|tous droits)", re.I)
DOCUMENT = re.compile(r"(?:numéro de document|document number|news[·.])", re.I)
NOT_READ = words("html_without_words") | {"table", "form"}
SHORT = 8
"""Words of a line below the headline that names who wrote it, at most."""


def read_html(container: Container) -> Iterator[Part | Unread]:
    """The articles of an export."""
    body = container.body
    root = html_tree(body, declared_codec(body))
    holders = list(_holders(root))
    for number, holder in enumerate(holders, 1):
        composer = Composer(body, RULE)
        _article(composer, holder)
        if composer.has_body():
            yield composer.part(number, Step("europresse article", f"{number} of {len(holders)}"))
        else:
            yield Unread(number, "an article without text")


def _holders(root: Element) -> Iterator[Element]:
    """The innermost article, or cell of a table, around each name of a publication."""
    waiting: list[tuple[Element, Element]] = [(root, root)]
    while waiting:
        element, holder = waiting.pop()
        if _has_class(element, "docpublicationname"):
            yield holder
            continue
        inner = element if element.name in ("article", "td") else holder
        waiting += [(child, inner) for child in reversed(list(element.elements()))]


def _has_class(element: Element, name: str) -> bool:
    return name in element.attrs.get("class", "").lower()


def _article(composer: Composer, holder: Element) -> None:
    header: list[Run] = []
    for element in holder.within():
        if _has_class(element, "docpublicationname"):
            composer.field("publisher", ISSUE.sub("", composer.read(element.runs())), element.runs())
        elif _has_class(element, "docheader"):
            header += element.runs()
        elif _has_class(element, "titrearticle"):
            composer.field("headline", composer.read(element.runs()), element.runs())
        elif _has_class(element, "docauthors"):
            composer.field("byline", composer.read(element.runs()), element.runs())
    identifier = IDENTIFIER.search(composer.read(holder.runs()))
    if identifier:
        composer.field("identifier", identifier[1])
    _header(composer, header, stamped_date(identifier[2]) if identifier else None)
    _blocks(composer, holder)


def _header(composer: Composer, runs: list[Run], day: str | None) -> None:
    text = composer.read(runs)
    page = PAGE.search(text)
    composer.field("published", day or printed_date(text), runs)
    if page:
        composer.field("page", page[1].strip(), runs)
    section = text.split(",")[0].strip()
    if section and not printed_date(section) and not PAGE.match(section) and section.lower() not in words("weekdays"):
        composer.field("section", section, runs)


def _blocks(composer: Composer, holder: Element) -> None:
    """The lines in their order: what stands before the title is the head, what stands behind the copyright no text."""
    title = next((element for element in holder.within() if _has_class(element, "titrearticle")), None)
    begin, end = (title.start, title.end) if title else (holder.start, holder.start)
    ended = begun = False
    for runs in paragraphs(composer.layer, holder, NOT_READ, breaks=1):
        text, start = composer.read(runs), runs[0].start
        kind: BlockKind = "chrome"
        if COPYRIGHT.match(text) or DOCUMENT.match(text):
            ended = True
            composer.field("copyright" if COPYRIGHT.match(text) else "none", text, runs)
        elif start >= end and not ended:
            kind = "byline" if not begun and _names_somebody(text) else "body"
            begun = True
            composer.field("byline" if kind == "byline" else "none", text, runs)
        elif begin <= start < end:
            kind = "headline"
        elif printed_date(text) and not ended:
            kind = "dateline"
        composer.block(kind, runs)


def _names_somebody(text: str) -> bool:
    """Whether a line below the headline is a name: a few words, each with a capital, and no sentence."""
    parts = text.split()
    capitals = all(part[:1].isupper() or part.lower() in ("de", "et", "and", "von", "van") for part in parts)
    return 1 < len(parts) <= SHORT and capitals and not text.endswith((".", "!", "?", ":"))
