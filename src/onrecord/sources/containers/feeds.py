"""Feeds: RSS, RDF and Atom, and exports of WordPress, which are feeds too.

An item is an account only with its full text: `content:encoded`, or Atom's `content`. A description alone is a teaser,
and the items that have no more are told together. Of WordPress what is published is read, and of that the posts.
"""

import re
from collections.abc import Iterator

from onrecord.sources.containers.dates import stamped_date
from onrecord.sources.containers.inner import add_html, element_blocks
from onrecord.sources.containers.markup import Element, xml_tree
from onrecord.sources.containers.newsjson import of_teasers
from onrecord.sources.containers.parts import Composer, Container, Part, Run, Unread, folded
from onrecord.types import Step

CONTENT = "http://purl.org/rss/1.0/modules/content/"
ADDRESS = re.compile(r"https?://\S{3,2000}")


def read_feed(container: Container) -> Iterator[Part | Unread]:
    """The items of a feed with their full text."""
    yield from _items(container, "rss", frozenset(("item", "entry")), wordpress=False)


def read_wordpress(container: Container) -> Iterator[Part | Unread]:
    """The published posts of an export of WordPress."""
    yield from _items(container, "wordpress", frozenset(("item",)), wordpress=True)


def _items(container: Container, rule: str, names: frozenset[str], *, wordpress: bool) -> Iterator[Part | Unread]:
    root, damage = xml_tree(container.body)
    items = [element for element in root.within() if element.name in names]
    feed = next((element for element in root.within() if element.name in ("channel", "feed")), root)
    teasers = unpublished = 0
    for number, entry in enumerate(items, 1):
        composer = Composer(container.body, rule)
        if entry.end < 0:
            yield Unread(number, f"the file is damaged: {damage}")
            continue
        if wordpress and not _is_published(composer, entry):
            unpublished += 1
            continue
        _item(composer, feed, entry, lines=wordpress)
        if composer.has_body():
            yield composer.part(number, Step("feed item", str(number)))
        else:
            teasers += 1
    if unpublished:
        yield Unread(
            0, f"{unpublished} of its {len(items)} items are drafts, pages or pictures, and no published posts"
        )
    if teasers:
        yield Unread(0, of_teasers(teasers, len(items)))
    if damage:
        yield Unread(0, f"the file is damaged: {damage}")


def _is_published(composer: Composer, entry: Element) -> bool:
    status, kind = (_words(composer, entry.find(name)) for name in ("status", "post_type"))
    return status == "publish" and kind == "post"


def _words(composer: Composer, element: Element | None) -> str:
    return composer.read(element.runs()) if element else ""


def _item(composer: Composer, feed: Element, entry: Element, *, lines: bool) -> None:
    title = entry.find("title")
    if title and title.runs():
        composer.block("headline", _title_runs(composer, title))
        composer.field("headline", composer.read(_title_runs(composer, title)), title.runs())
    composer.field("canonical", _link(composer, entry))
    composer.field("publisher", _words(composer, entry.find("source", "title")) or _words(composer, feed.find("title")))
    author = entry.find("author", "name") or entry.find("creator") or entry.find("author")
    composer.field("byline", _words(composer, author), author.runs() if author else None)
    for name, elements in (
        ("published", ("pubDate", "published", "date", "issued")),
        ("modified", ("updated", "modified")),
    ):
        element = next((each_found for each in elements if (each_found := entry.find(each))), None)
        composer.field(name, stamped_date(_words(composer, element)))
    for name, each in (("identifier", "guid"), ("identifier", "id"), ("copyright", "rights")):
        composer.field(name, _words(composer, entry.find(each)))
    _content(composer, entry, lines=lines)


def _title_runs(composer: Composer, title: Element) -> list[Run]:
    """A title is text; many feeds escape HTML in it once more."""
    runs = folded(title.runs())
    return (
        [run._replace(form=run.form.replace("fold ", "fold html ")) for run in runs]
        if "&" in composer.read(runs)
        else runs
    )


def _link(composer: Composer, entry: Element) -> str | None:
    for link in entry.elements():
        if link.name == "link" and link.attrs.get("rel", "alternate") == "alternate":
            address = link.attrs.get("href") or composer.read(link.runs())
            if ADDRESS.fullmatch(address):
                return address
    return None


def _content(composer: Composer, entry: Element, *, lines: bool) -> None:
    for element in entry.elements():
        if element.name == "encoded" and element.space == CONTENT:
            add_html(composer, element.runs(), lines=lines)
            return
        if element.name == "content" and not element.attrs.get("src"):
            if element.attrs.get("type") in ("xhtml", "application/xhtml+xml"):
                element_blocks(composer, element)
            else:
                add_html(composer, element.runs())
            return
