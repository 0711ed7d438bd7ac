"""Wire items in XML: NewsML-G2, NITF, and NewsML 1 (IPTC).

All the text of a paragraph is read, also what stands behind an element within it. A canceled or withheld item is read,
and says so.
"""

from collections.abc import Iterator

from onrecord.sources.containers.dates import printed_date, stamped_date
from onrecord.sources.containers.inner import Inner, add_html, add_text, element_blocks
from onrecord.sources.containers.markup import Element, paragraphs, xml_tree
from onrecord.sources.containers.parts import Composer, Container, Part, Unread, folded
from onrecord.types import BlockKind, Status, Step

NO_TEXT = "an item without text"


def _add(composer: Composer, name: str, element: Element | None) -> bool:
    lines = paragraphs(composer.layer, element) if element else []
    if not lines:
        return False
    composer.field(name, composer.read(folded(lines[0])), lines[0])
    return True


def _block(composer: Composer, kind: BlockKind, element: Element | None) -> None:
    for runs in paragraphs(composer.layer, element) if element else ():
        composer.block(kind, folded(runs))


def _numbered(container: Container, rule: str, name: str) -> Iterator[tuple[int, Element, Composer, str | None]]:
    root, damage = xml_tree(container.body)
    for number, news_item in enumerate(root.all(name), 1):
        yield number, news_item, Composer(container.body, rule), damage
    if damage:
        yield 0, root, Composer(container.body, rule), damage


def _part(composer: Composer, number: int, step: Step, damage: str | None, news_item: Element) -> Part | Unread:
    if news_item.end < 0:
        composer.field("note", "cut off")
    why = f"the file is damaged: {damage}" if damage and news_item.end < 0 else None
    if not composer.has_body():
        return Unread(number, why or NO_TEXT)
    return composer.part(number, step, status=Status(why is None, why))


def read_g2(container: Container) -> Iterator[Part | Unread]:
    """The items of a NewsML-G2 file; packages hold no text."""
    for number, news_item, composer, damage in _numbered(container, "newsml-g2", "newsItem"):
        if number == 0:
            yield Unread(0, f"the file is damaged: {damage}")
            continue
        _g2_fields(composer, news_item)
        for content in (element for element in news_item.within() if element.name in ("inlineXML", "inlineData")):
            if not composer.has_body():
                _g2_content(composer, content)
        name = f"{news_item.attrs.get('guid', number)}, version {news_item.attrs.get('version', '1')}"
        yield _part(composer, number, Step("newsml-g2 item", name), damage, news_item)


def _g2_fields(composer: Composer, news_item: Element) -> None:
    meta, content = news_item.find("itemMeta"), news_item.find("contentMeta")
    headline = content.find("headline") if content else None
    _add(composer, "headline", headline)
    _block(composer, "headline", headline)
    byline = content.find("by") if content else None
    _add(composer, "byline", byline)
    _block(composer, "byline", byline)
    _g2_dates(composer, meta, content)
    _g2_publisher(composer, news_item, meta)
    for name, lines in (
        ("dateline", content and content.find("dateline")),
        ("note", meta and meta.find("edNote")),
        ("copyright", news_item.find("rightsInfo", "copyrightNotice")),
    ):
        _add(composer, name, lines or None)
    status = meta.find("pubStatus") if meta else None
    composer.field("status", status.attrs.get("qcode", "").rpartition(":")[2] if status else None)
    language = content.find("language") if content else None
    composer.field("language", language.attrs.get("tag") if language else None)
    composer.field("identifier", news_item.attrs.get("guid"))
    composer.field("version", news_item.attrs.get("version"))


def _g2_dates(composer: Composer, meta: Element | None, content: Element | None) -> None:
    def date(name: str) -> str | None:
        element = (meta.find(name) if meta else None) or (content.find(name) if content else None)
        return stamped_date(composer.read(element.runs())) if element else None

    first, version = date("firstCreated"), date("versionCreated")
    composer.field("published", first or date("contentCreated") or version)
    if first and version and version > first:
        composer.field("modified", version)
    composer.field("embargo", date("embargoed"))


def _g2_publisher(composer: Composer, news_item: Element, meta: Element | None) -> None:
    provider = meta.find("provider") if meta else None
    holder = news_item.find("rightsInfo", "copyrightHolder")
    for element in filter(None, (provider, holder)):
        if _add(composer, "publisher", element.find("name")):
            return
        composer.field("publisher", element.attrs.get("literal"))


def _g2_content(composer: Composer, content: Element) -> None:
    if content.name == "inlineData":
        _loose_text(composer, content)
        return
    inner = next((element for element in content.within() if element.name == "body.content"), None)
    inner = inner or next((element for element in content.within() if element.name == "body"), content)
    element_blocks(composer, inner)


def _loose_text(composer: Composer, element: Element) -> None:
    runs = element.runs()
    inner = Inner(composer.layer, runs)
    if "<p" in inner.text.lower():
        add_html(composer, runs)
    else:
        add_text(composer, inner)


def read_nitf(container: Container) -> Iterator[Part | Unread]:
    """An item of NITF."""
    for number, news_item, composer, damage in _numbered(container, "nitf", "nitf"):
        if number == 0:
            yield Unread(0, f"the file is damaged: {damage}")
            continue
        head = news_item.find("body", "body.head")
        _nitf_head(composer, head)
        _nitf_data(composer, news_item.find("head", "docdata"))
        content = news_item.find("body", "body.content")
        if content:
            element_blocks(composer, content)
        yield _part(composer, number, Step("nitf item", str(number)), damage, news_item)


def _nitf_head(composer: Composer, head: Element | None) -> None:
    if head is None:
        return
    headline = head.find("hedline", "hl1") or head.find("headline", "hl1")
    _add(composer, "headline", headline)
    _block(composer, "headline", headline)
    byline = head.find("byline")
    _add(composer, "byline", byline.find("person") or byline if byline else None)
    _block(composer, "byline", byline)
    _add(composer, "publisher", head.find("distributor"))
    dateline = head.find("dateline")
    _add(composer, "dateline", dateline)
    _block(composer, "dateline", dateline)


def _nitf_data(composer: Composer, docdata: Element | None) -> None:
    if docdata is None:
        return
    attributes = {
        (element.name, name): value for element in docdata.elements() for name, value in element.attrs.items()
    }
    issued = attributes.get(("date.issue", "norm")) or attributes.get(("date.release", "norm")) or ""
    composer.field("published", stamped_date(issued) or printed_date(issued))
    for name, key in DOCDATA:
        composer.field(name, attributes.get(key))


DOCDATA = (
    ("note", ("ed-msg", "info")),
    ("identifier", ("doc-id", "id-string")),
    ("copyright", ("doc.copyright", "holder")),
    ("publisher", ("doc.copyright", "holder")),
)
"""Fields, and the elements and attributes of NITF's `docdata` that they stand in."""


def read_newsml1(container: Container) -> Iterator[Part | Unread]:
    """The items of a NewsML 1 file."""
    for number, news_item, composer, damage in _numbered(container, "newsml", "NewsItem"):
        if number == 0:
            yield Unread(0, f"the file is damaged: {damage}")
            continue
        _newsml_fields(composer, news_item)
        for content in news_item.all("DataContent"):
            if not composer.has_body():
                _newsml_content(composer, content)
        yield _part(composer, number, Step("newsml item", str(number)), damage, news_item)


def _newsml_fields(composer: Composer, news_item: Element) -> None:
    for element in news_item.all_of(("HeadLine", "ByLine", "DateLine", "CopyrightLine")):
        name = element.name.removesuffix("Line").lower()
        _add(composer, {"head": "headline", "by": "byline", "date": "dateline"}.get(name, name), element)
        if name in ("head", "by"):
            _block(composer, "headline" if name == "head" else "byline", element)
    created, revised = (
        stamped_date(composer.read(management.runs()))
        if (management := news_item.find("NewsManagement", name))
        else None
        for name in ("FirstCreated", "ThisRevisionCreated")
    )
    composer.field("published", created or revised)
    composer.field("modified", revised if created != revised else None)


def _newsml_content(composer: Composer, content: Element) -> None:
    if any(True for _ in content.elements()):
        inner = next((element for element in content.within() if element.name in ("body.content", "body")), content)
        element_blocks(composer, inner)
    else:
        _loose_text(composer, content)
