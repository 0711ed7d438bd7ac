"""What a page of HTML says about itself: JSON-LD, then microdata and RDFa, then its meta elements. Nothing is
guessed."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.accounts.draft import Field, FieldName
from onrecord.accounts.fields.jsonld import Described, Thing, name_of, read_json_ld, text_of, types_of
from onrecord.accounts.lines.headlines import folded
from onrecord.accounts.page.markup import Markup, Node
from onrecord.text.dates.questions import read_date

ARTICLES: Final = frozenset(
    "NewsArticle Article BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle BackgroundNewsArticle"
    " ReviewNewsArticle LiveBlogPosting SocialMediaPosting TechArticle ScholarlyArticle Report AdvertiserContentArticle"
    " MedicalWebPage MedicalScholarlyArticle PodcastEpisode"
    " DiscussionForumPosting CreativeWork WebPage ItemPage QAPage Question Posting Review Recipe".split()
)
WEAK: Final = frozenset("CreativeWork WebPage ItemPage QAPage Question Posting Review Recipe MedicalWebPage".split())
"""Types that describe the page an article stands on; read only where no article is described."""

META: Final[dict[FieldName, tuple[str, ...]]] = {
    "headline": ("og:title", "twitter:title", "dc.title", "dcterms.title", "sailthru.title", "parsely-title", "title"),
    "byline": (
        "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article:author_name",
        "cxenseparse:author", "dc.author", "rbauthors", "twitter:data1:author", "citation_author", "article:author",
    ),
    "publisher": ("og:site_name", "dc.publisher", "dcterms.publisher", "application-name", "citation_journal_title"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "og:article:published_time",
        "article-published_time", "shareaholic:article_published_time", "og:publish_date", "og:datepublished",
        "datepublished", "dc.date.issued", "dcterms.date.issued", "dcterms.issued", "dcterms.created",
        "dc.date.created", "dc.date.published", "dc.created", "dc.issued", "dc.date", "dcterms.date",
        "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "ageaparse:recs:publishtime", "bt:pubdate", "publish-date", "publishdate", "publish_date", "publish-time",
        "publish_time", "published_at", "published_time", "publisheddate", "published_date", "pubdate", "pub_date",
        "pub-date", "date-pub", "date_published", "date-published", "publication_date", "publication-date",
        "publicationdate", "citation_publication_date", "citation_online_date", "citation_date",
        "prism.publicationdate", "originalpublicationdate", "original-publish-date", "article_date_original",
        "article.published", "article.created", "article-publication-date", "content_create_date",
        "awa-publisheddate", "date.release", "release_date", "rnews:datepublished", "schema:datepublished",
        "displaydate", "contentdate", "ptime", "pdate", "utime", "weibo:article:create_at", "date.created",
        "datecreated", "date_created", "created", "published", "published-date", "w-published-date", "apub:time",
        "iso-8601-publish-date", "published-time", "date",
    ),
    "modified": (
        "article:modified_time", "article:modified", "article:updated_time", "og:updated_time",
        "og:article:modified_time", "shareaholic:article_modified_time", "datemodified", "dcterms.modified",
        "dc.date.modified", "dcterms.date.modified", "article.updated", "modified-date", "modified-time",
        "updated-date", "date_modified", "date-modified", "last-modified", "last-modified-date", "last_modified",
        "last-updated", "last_updated", "lastmod", "lastupdate", "cdc:last_updated", "weibo:article:update_at",
        "updated", "modified", "revised",
    ),
}  # fmt: skip
"""Names of meta elements, the most telling first; a colon or a point between the parts is one to them."""
SPELT: Final = {field: tuple(name.replace(":", ".") for name in names) for field, names in META.items()}
CAPTIONED = tuple((f"twitter.label{number}", f"twitter.data{number}") for number in "1234")
ASKED: Final = frozenset(name for names in (*SPELT.values(), *CAPTIONED, ("og.url",)) for name in names)
"""The names as they are looked up: with points."""
LD_KEYS: Final[dict[FieldName, tuple[str, ...]]] = {
    "headline": ("headline",),
    "byline": ("author", "creator"),
    "publisher": ("publisher",),
    "published": ("datePublished",),
    "modified": ("dateModified",),
}
CREATED: Final = frozenset(
    ("json-ld dateCreated", "microdata dateCreated", "meta datecreated", "meta date_created", "meta date.created")
) | {"meta created", "meta content_create_date"}
"""Rules of dates on which a file was made: that of the article, or the one that a converter of saved pages made of
it."""
PROPERTIES: Final[dict[str, FieldName]] = {
    "headline": "headline",
    "author": "byline",
    "creator": "byline",
    "publisher": "publisher",
    "datepublished": "published",
    "datecreated": "published",
    "datemodified": "modified",
    "published": "published",
    "created": "published",
    "issued": "published",
    "modified": "modified",
}
"""Properties of schema.org and of Dublin Core, in microdata and in RDFa."""
CARD: Final = 600
"""Characters of an article without an h1 below which it is but the card that leads to another one."""
WRITTEN_BY: Final = re.compile(
    r"(?:written|posted|published) by|by|authors?|verfasst von|geschrieben von|autor(?:e|a|in)?|écrit par|auteur"
    r"|escrito por"
    r"|publicado por|scritto da|geschreven door|skrevet av|skriven av|написано автором|автор",
    re.I,
)
"""What Yoast and others say, in the page's language, of the name beside it in a card (`twitter:label1`)."""
ADDRESS: Final = re.compile(r"https?://|www\.", re.I)
NOBODY: Final = re.compile(
    r"\S+@\S+|[\d\W_]+|(?:site|noc|web|super|sys)? ?admin(?:istrator)?|web ?master|user|author|guest|root|wordpress"
    r"|editor"
    r"|n/?a|unknown|none|null|undefined|anonymous|staff writer|by",
    re.I,
)
"""What content systems put where an author's name should be."""
HTTP: Final = re.compile(r"https?://[^\s/]", re.I)
DATES = ("published", "modified")
BY: Final = re.compile(r"\A(?:written |posted )?by:? +(?=[^\W\d_])", re.I)


SAVED_FROM: Final = re.compile(
    r"<!--\s{0,9}(?:saved from url=\([0-9]{4}\)(?P<browser>https?://[^\s<>]{1,2000})"
    r"|page saved with singlefile\s{1,9}url:\s{1,9}(?P<singlefile>https?://[^\s<>]{1,2000})"
    r"|saved from (?P<monolith>https?://[^\s<>]{1,2000}) at [0-9T:Z-]{10,25} using monolith)",
    re.I,
)
"""What browsers, SingleFile and monolith write at the beginning of a page that they save."""
SAVED_WITHIN: Final = 4096

Given = list[tuple[FieldName, Field]]


class Metadata(NamedTuple):
    """What a page gives in its markup, and what of it could not be read."""

    fields: dict[FieldName, Field]
    """The most reliable value that is given for each."""
    headlines: list[Field]
    """All that are given, the most reliable first."""
    dates: list[Field]
    """All that are given for the day of publication, the most reliable first; those of creation last."""
    unread: list[tuple[int, int]]
    """Places in the source of JSON-LD that is no JSON."""


def read_metadata(markup: Markup) -> Metadata:
    """What the page says about itself in its markup."""
    things, unread = read_json_ld(markup)
    fields: dict[FieldName, Field] = {}
    headlines: list[Field] = []
    dates: list[Field] = []
    for given in (_things(markup, things), _microdata(markup), _meta(markup), _links(markup)):
        for name, field in given:
            if name in fields and name not in ("headline", "published"):
                continue
            value = _read(name, field.value)
            if value:
                one = field if value == field.value else Field(value, field.rule, field.origin)
                if name == "published":
                    dates.append(one)
                    continue
                fields.setdefault(name, one)
                if name == "headline":
                    headlines.append(one)
    dates.sort(key=lambda one: one.rule in CREATED)
    if dates:
        fields["published"] = dates[0]
    return Metadata(fields, headlines, dates, unread)


def saved_from(source: str) -> Field | None:
    """The address that a page was saved from, where the program that saved it wrote that into the file."""
    found = SAVED_FROM.search(source, 0, SAVED_WITHIN)
    if not found:
        return None
    kind = found.lastgroup or "browser"
    return Field(found[kind], "saved from", found.span(kind))


def _read(name: FieldName, given: str) -> str | None:
    """The value as the account has it: dates in EDTF, authors who are somebody, addresses that are whole."""
    if name in DATES:
        return read_date(given)
    value = " ".join(given.split())
    if name == "byline":
        value = BY.sub("", value, count=1)
        return None if NOBODY.fullmatch(value) else value
    return None if name == "canonical" and not HTTP.match(value) else value


def _things(markup: Markup, things: list[Described]) -> Given:
    described = [one for one in things if not ARTICLES.isdisjoint(types_of(one.thing))]
    if len(described) > 1:
        titles = _titles(markup)
        described.sort(key=lambda one: (types_of(one.thing) <= WEAK, not _is_page(one.thing, titles)))
    given: Given = []
    for thing, place in described:
        for name, value, rule in _of_thing(thing):
            given.append((name, Field(value, rule, place)))
    return given


def _titles(markup: Markup) -> list[str]:
    titles = [node.attrs.get("content", "") for node in markup.metas if node.attrs.get("property") == "og:title"]
    return [title for given in (*titles, markup.title[0] if markup.title else "") if (title := folded(given))]


def _is_page(thing: Thing, titles: list[str]) -> bool:
    """Whether the title of the page is that of the thing: a page may describe others beside its own article."""
    name = folded(text_of(thing.get("headline")) or text_of(thing.get("name")) or "")
    return bool(name) and any(title.startswith(name) or name.startswith(title) for title in titles)


def _of_thing(thing: Thing) -> Iterator[tuple[FieldName, str, str]]:
    """What a thing says of an article: the field, its value, and the rule."""
    kinds = types_of(thing)
    if "datePublished" not in thing and (created := text_of(thing.get("dateCreated"))):
        yield "published", created, "json-ld dateCreated"
    for name, keys in LD_KEYS.items():
        read = name_of if name in ("byline", "publisher") else text_of
        value = next((value for key in keys if (value := read(thing.get(key)))), None)
        if name == "headline" and not kinds <= WEAK:
            value = value or text_of(thing.get("name"))
        if value and not (name == "byline" and ADDRESS.search(value)):
            yield name, value, "json-ld"


def _microdata(markup: Markup) -> Given:
    """Properties of the largest article that is described in the page's elements, and those that are of nothing
    named."""
    properties: list[tuple[Node, FieldName, Field]] = []
    for node in markup.properties:
        given = node.attrs.get("itemprop") or (node.attrs.get("property", "") if node.tag != "meta" else "")
        for one in given.lower().split():
            name = PROPERTIES.get(one.replace(".", ":").rpartition(":")[2])
            scope = _scope(node) if name else None
            if name and scope is not None and (value := _value(markup, node, name).strip()):
                rule = "microdata dateCreated" if "created" in one else "microdata"
                properties.append((scope, name, Field(value, rule, (node.origin, node.origin_end))))
    scopes = [scope for scope, _, _ in properties if scope.parent]
    titled = {above.index for node in markup.nodes if node.tag == "h1" for above in _above(node)} if scopes else set()
    scopes = [scope for scope in scopes if scope.end - scope.start >= CARD or scope.index in titled]
    main = max(scopes, key=lambda scope: (scope.end - scope.start, -scope.index), default=None)
    return [(name, field) for scope, name, field in properties if scope is main] + [
        (name, field) for scope, name, field in properties if scope is not main and not scope.parent
    ]


def _above(node: Node) -> Iterator[Node]:
    """The elements around an element, from the inside out."""
    while node.parent is not None:
        node = node.parent
        yield node


def _scope(node: Node) -> Node | None:
    """The article that an element is a property of; the page itself if nothing is named, none if it is another
    thing."""
    root = node
    for root in _above(node):
        kind = root.attrs.get("itemtype") or root.attrs.get("typeof")
        if kind or "itemscope" in root.attrs:
            return root if re.split(r"[/:#]", (kind or "").strip())[-1] in ARTICLES else None
    return root if node.tag == "meta" else None


def _value(markup: Markup, node: Node, name: FieldName) -> str:
    if "content" in node.attrs:
        return node.attrs["content"]
    if name in DATES:
        return node.attrs.get("datetime") or node.attrs.get("title") or markup.text[node.start : node.end][:64]
    text = markup.text[node.start : node.end].strip()
    return text if len(text) < 200 and "\n" not in text else ""


def _meta(markup: Markup) -> Given:
    values: dict[str, Field] = {}
    for node in markup.metas:
        attrs = node.attrs
        content = attrs.get("content", "")
        for key in ("property", "name", "http-equiv") if content else ():
            name = attrs.get(key, "").lower()
            spelt = name.replace(":", ".")
            if spelt in ASKED and spelt not in values and content.strip():
                values[spelt] = Field(content, f"meta {name}", (node.origin, node.origin_end))
    given: Given = []
    for field, names in SPELT.items():
        for name in names:
            one = values.get(name)
            if one and not (field == "byline" and ADDRESS.search(one.value)):
                given.append((field, one))
    for caption, data in CAPTIONED:
        if caption in values and data in values and WRITTEN_BY.fullmatch(values[caption].value.strip(" :")):
            given.append(("byline", values[data]))
    if "og.url" in values:
        given.append(("canonical", values["og.url"]))
    return given


def _links(markup: Markup) -> Given:
    return [
        ("canonical", Field(node.attrs.get("href", ""), "link canonical", (node.origin, node.origin_end)))
        for node in markup.links
        if "canonical" in node.attrs.get("rel", "").lower().split()
    ]
