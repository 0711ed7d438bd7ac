"""News and pages as JSON: ninjs 1 to 3 (IPTC), AP's Media API, JSON Feed, and exports of read-later services.

The fields of ninjs changed their spelling from version to version; they are told by their letters alone. When the state
was made that is read here (`versioncreated`) is its publication, unless `firstcreated` tells another day.
"""

from collections.abc import Iterator

from onrecord.sources.containers.dates import stamped_date
from onrecord.sources.containers.inner import Inner, add_html, add_text
from onrecord.sources.containers.jsontext import Text, field, text_of, values
from onrecord.sources.containers.parts import Composer, Container, Part, Unread
from onrecord.sources.containers.vocabulary import meanings
from onrecord.types import Step

INSIDE = ("items", "articles", "stories", "results", "embedded")
NO_TEXT = "it has no text of its own"


def _objects(body: bytes, *marks: str) -> Iterator[dict[str, object]]:
    """The objects that hold one of some fields, however deep in lists, in the order of the file."""
    waiting: list[object] = [values(body)]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            if any(field(value, mark) is not None for mark in marks):
                yield value
            else:
                waiting += [inner for name in reversed(INSIDE) if (inner := field(value, name)) is not None]


def _add(composer: Composer, name: str, value: object) -> None:
    if isinstance(value, Text):
        composer.field(name, value.text, [value.run])


def _part(
    composer: Composer, number: int, step: Step, why: str = NO_TEXT, retrieved: str | None = None
) -> Part | Unread:
    return composer.part(number, step, retrieved=retrieved) if composer.has_body() else Unread(number, why)


def _headline(composer: Composer, value: object) -> None:
    if isinstance(value, Text):
        composer.field("headline", value.text, [value.run])
        composer.block("headline", [value.run])


# ninjs, AP


def read_ninjs(container: Container) -> Iterator[Part | Unread]:
    """The items of a file of ninjs."""
    for number, news_item in enumerate(_objects(container.body, "uri", "guid", "headline"), 1):
        composer = Composer(container.body, "ninjs")
        _item(composer, news_item)
        yield _part(composer, number, Step("json item", text_of(field(news_item, "uri", "guid")) or str(number)))


def read_ap(container: Container) -> Iterator[Part | Unread]:
    """The item of an answer of AP's Media API. Its text is often another file, in NITF, that the item names."""
    for number, value in enumerate(values(container.body), 1):
        news_item = field(field(value, "data"), "item")
        composer = Composer(container.body, "ap")
        if isinstance(news_item, dict):
            _item(composer, news_item)
        yield _part(
            composer,
            number,
            Step("json item", text_of(field(news_item, "uri")) or str(number)),
            "its text is in another file (NITF), which it names: read that one",
        )


def _item(composer: Composer, news_item: dict[str, object]) -> None:
    headline = field(news_item, "headline") or _by_role(field(news_item, "headlines"))
    _headline(composer, headline)
    byline = field(news_item, "byline", "by")
    _add(composer, "byline", byline)
    if isinstance(byline, Text):
        composer.block("byline", [byline.run])
    first, version = field(news_item, "firstcreated", "firstpublished"), field(news_item, "versioncreated")
    composer.field("published", stamped_date(text_of(first)) or stamped_date(text_of(version)))
    if stamped_date(text_of(first)) not in (None, stamped_date(text_of(version))):
        composer.field("modified", stamped_date(text_of(version)))
    _add(composer, "publisher", field(news_item, "provider", "copyrightholder"))
    for spelled, name in FIELDS.items():
        _add(composer, name, field(news_item, spelled))
    body = field(news_item, "bodyxhtml", "bodyhtml", "bodytext") or _best_body(field(news_item, "bodies"))
    if isinstance(body, Text):
        add_html(composer, [body.run])


FIELDS = meanings("ninjs_fields")
"""Fields of an item by their names in it."""


def _by_role(entries: object) -> object:
    """The main one of several headlines or bodies: the role `main`, or else the first."""
    if not isinstance(entries, list) or not entries:
        return None
    return field(next((entry for entry in entries if text_of(field(entry, "role")) == "main"), entries[0]), "value")


def _best_body(entries: object) -> object:
    """Of several bodies the one in HTML, whose paragraphs are told."""
    marked = (
        [entry for entry in entries if "html" in text_of(field(entry, "contenttype"))]
        if isinstance(entries, list)
        else []
    )
    return _by_role(marked or entries)


# JSON Feed


def read_feed(container: Container) -> Iterator[Part | Unread]:
    """The items of a JSON Feed that hold their full text."""
    feed = next(iter(values(container.body)), {})
    items = field(feed, "items")
    items = items if isinstance(items, list) else []
    teasers = 0
    for number, news_item in enumerate(items, 1):
        composer = Composer(container.body, "json feed")
        _headline(composer, field(news_item, "title"))
        _add(composer, "canonical", field(news_item, "url"))
        _add(composer, "identifier", field(news_item, "id"))
        _add(composer, "publisher", field(feed, "title"))
        authors = field(news_item, "authors") or field(feed, "authors")
        author = field(news_item, "author") or (authors[0] if isinstance(authors, list) and authors else None)
        _add(composer, "byline", field(author, "name"))
        composer.field("published", stamped_date(text_of(field(news_item, "datepublished"))))
        composer.field("modified", stamped_date(text_of(field(news_item, "datemodified"))))
        html, text = field(news_item, "contenthtml"), field(news_item, "contenttext")
        if isinstance(html, Text):
            add_html(composer, [html.run])
        elif isinstance(text, Text):
            add_text(composer, Inner(composer.layer, [text.run]))
        if composer.has_body():
            yield composer.part(number, Step("feed item", str(number)))
        else:
            teasers += 1
    if teasers:
        yield Unread(0, of_teasers(teasers, len(items)))


def of_teasers(teasers: int, items: int) -> str:
    """What is said of items that are no accounts."""
    return f"{teasers} of its {items} items are teasers without their full text; save the pages that they link to"


# Read-later services


def read_wallabag(container: Container) -> Iterator[Part | Unread]:
    """The articles of an export of wallabag, as its cleaning of the page left them."""
    for number, entry in enumerate(_objects(container.body, "content"), 1):
        composer = Composer(container.body, "wallabag")
        _headline(composer, field(entry, "title"))
        _add(composer, "canonical", field(entry, "url"))
        composer.field("published", stamped_date(text_of(field(entry, "publishedat"))))
        authors = field(entry, "publishedby")
        composer.field("byline", ", ".join(map(text_of, authors)) if isinstance(authors, list) else text_of(authors))
        composer.field("note", "as cleaned by wallabag, which may have lost parts of the page")
        content = field(entry, "content")
        if isinstance(content, Text):
            add_html(composer, [content.run])
        saved = stamped_date(text_of(field(entry, "createdat")))
        yield _part(
            composer,
            number,
            Step("json item", str(number)),
            "wallabag kept no text of it; save the page that it links to",
            saved,
        )
