"""What a page of HTML says about itself: JSON-LD, then microdata, then its meta elements. Nothing is guessed."""

import json
import re
from collections.abc import Iterator
from typing import Any

from onrecord.accounts.dates import read_date
from onrecord.accounts.draft import Field, FieldName
from onrecord.accounts.markup import Markup

ARTICLES = frozenset(
    "NewsArticle Article BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle"
    " ReviewNewsArticle LiveBlogPosting SocialMediaPosting TechArticle ScholarlyArticle Report AdvertiserContentArticle"
    " DiscussionForumPosting CreativeWork WebPage ItemPage QAPage Question Posting Review Recipe".split()
)
WEAK = frozenset("CreativeWork WebPage ItemPage QAPage Question Posting Review Recipe".split())
"""Types that describe the page an article stands on; read only where no article is described."""

META: dict[FieldName, tuple[str, ...]] = {
    "headline": ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title"),
    "byline": (
        "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article:author_name",
        "cxenseparse:author", "dc.author", "rbauthors", "twitter:data1:author", "citation_author", "article:author",
    ),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "citation_journal_title"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished",
        "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date", "dcterms.date", "parsely-pub-date",
        "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publishdate", "publish_date", "pubdate",
        "date_published", "publication_date", "citation_publication_date", "citation_date", "originalpublicationdate",
        "article_date_original", "displaydate", "pdate", "date",
        "published", "published-date", "w-published-date",
    ),
    "modified": (
        "article:modified_time", "article:updated_time", "og:updated_time", "datemodified", "dcterms.modified",
        "last-modified", "lastmod", "dc.date.modified", "revised",
    ),
}  # fmt: skip
LD_KEYS: dict[FieldName, str] = {
    "headline": "headline",
    "byline": "author",
    "publisher": "publisher",
    "published": "datePublished",
    "modified": "dateModified",
}
ADDRESS = re.compile(r"https?://|www\.", re.I)
NOBODY = re.compile(
    r"\S+@\S+|admin(?:istrator)?|web ?master|user|author|guest|root|wordpress|editor|n/?a|unknown|none", re.I
)
"""What content systems put where an author's name should be."""
HTTP = re.compile(r"https?://[^\s/]", re.I)
DATES = ("published", "modified")


def read_metadata(markup: Markup) -> dict[FieldName, list[Field]]:
    """For each field the values that the page gives, the most reliable source first."""
    found: dict[FieldName, list[Field]] = {}
    for source in (_json_ld(markup), _meta(markup), _links(markup)):
        for name, field in source:
            value = read_date(field.value) if name in DATES else " ".join(field.value.split())
            if (
                value
                and not (name == "byline" and NOBODY.fullmatch(value))
                and (name != "canonical" or HTTP.match(value))
            ):
                found.setdefault(name, []).append(field._replace(value=value))
    return found


def _json_ld(markup: Markup) -> Iterator[tuple[FieldName, Field]]:
    things = []
    for node, script in markup.scripts:
        if "ld+json" not in node.attrs.get("type", "").lower():
            continue
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        things += [(thing, (node.origin, node.origin_end)) for thing in _described(data, 0)]
    things.sort(key=lambda thing: _types(thing[0]) <= WEAK)
    for thing, place in things:
        for name, key in LD_KEYS.items():
            value = _name(thing.get(key)) if name in ("byline", "publisher") else thing.get(key)
            if name == "headline" and not _types(thing) <= WEAK:
                value = value or thing.get("name")
            if isinstance(value, str) and value.strip():
                yield name, Field(value, "json-ld", place)


def _described(data: Any, depth: int) -> Iterator[dict[str, Any]]:
    """Every article that a JSON-LD document describes, wherever it is nested."""
    if depth > 6:
        return
    if isinstance(data, list):
        for item in data:
            yield from _described(item, depth + 1)
    elif isinstance(data, dict):
        if _types(data) & ARTICLES:
            yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            yield from _described(data.get(key), depth + 1)


def _types(thing: dict[str, Any]) -> frozenset[str]:
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(str(kind).rsplit("/", 1)[-1] for kind in listed if kind)


def _name(value: Any) -> str | None:
    """The name of a person or an organisation, or the names of several, as JSON-LD gives them."""
    if isinstance(value, list):
        names = [name for item in value if (name := _name(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        value = value.get("name")
        return _name(value) if isinstance(value, list) else str(value) if value else None
    return value if isinstance(value, str) and not ADDRESS.search(value) else None


def _meta(markup: Markup) -> Iterator[tuple[FieldName, Field]]:
    values: dict[str, Field] = {}
    for node in markup.nodes:
        if node.tag == "meta" and node.attrs.get("content", "").strip():
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = node.attrs.get(key, "").lower()
                if name and name not in values:
                    values[name] = Field(node.attrs["content"], f"meta {name}", (node.origin, node.origin_end))
    for field, names in META.items():
        for name in names:
            if name in values and not (field == "byline" and ADDRESS.search(values[name].value)):
                yield field, values[name]
    if "og:url" in values:
        yield "canonical", values["og:url"]


def _links(markup: Markup) -> Iterator[tuple[FieldName, Field]]:
    for node in markup.nodes:
        if node.tag == "link" and "canonical" in node.attrs.get("rel", "").lower().split():
            yield "canonical", Field(node.attrs.get("href", ""), "link canonical", (node.origin, node.origin_end))
