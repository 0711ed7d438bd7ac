"""What kind of file some bytes are: a page of HTML, plain text, or a kind that is not read. Told from the content, not
the name.

A file that holds something else than one page, read as a page, gives words that nobody said. So each kind that is known
is left out by its name, with how many parts it holds where that is sure, and with what can be done. The rows of `BYTES`
and `TEXTS` are all there are but for what needs to be unpacked (packed.py) or parsed (tables.py). A kind that is
written in HTML or in plain text is told by two signs that do not depend on each other: a page may quote one.
"""

import re
from typing import Literal, NamedTuple

from onrecord.sources.packed import packed
from onrecord.sources.tables import data_kind
from onrecord.sources.told import AS_HTML, AS_TEXT, LINKS, PAGES, PLAIN, Kind, not_read
from onrecord.text.wide import mark_of, unmarked_utf16

SNIFFED = 4096
"""Bytes at the beginning by which HTML is told. The WHATWG MIME sniffing standard looks at 1,445."""
BEGINNING = 256 * 1024
"""Characters at the beginning in which the signs of a kind stand."""
CONTROLS_IN = 64 * 1024


BYTES: tuple[tuple[bytes, str, str | None], ...] = (
    (b"%PDF-", "a PDF document", "save its text as a text file"),
    (b"{\\rtf", "an RTF document", "save it as plain text, each article as a file of its own"),
    (b"bplist00", "a property list", None),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it"),
    (b"SQLite format 3\x00", "an SQLite database", None),
    (b"\x89PNG\r\n", "a PNG image", None),
    (b"\xff\xd8\xff", "a JPEG image", None),
    (b"GIF87a", "a GIF image", None),
    (b"GIF89a", "a GIF image", None),
    (b"II*\x00", "a TIFF image", None),
    (b"MM\x00*", "a TIFF image", None),
    (b"\x7fELF", "an executable", None),
    (b"MZ\x90\x00", "an executable", None),
    (b"\xca\xfe\xba\xbe", "an executable", None),
    (b"\xcf\xfa\xed\xfe", "an executable", None),
    (b"OggS", "an Ogg recording", None),
    (b"ID3", "an MP3 recording", None),
    (b"fLaC", "a FLAC recording", None),
    (b"\x1aE\xdf\xa3", "a Matroska or WebM recording", None),
    (b"wOFF", "a font", None),
    (b"wOF2", "a font", None),
)
"""The first bytes of a kind, its name, and what can be done with it."""

_LINES = r"(?:[\w-]{1,60}:.{0,2000}\n(?:[ \t].{0,2000}\n){0,200}){0,200}?"
"""Lines of the head of a mail, with those that go on from them."""
_HEAD = rf"(?i)\A\s{{0,20}}(?:From .{{1,300}}\n)?{_LINES}"
MACHINE = (
    rf"{_HEAD}(?:Message-ID: {{0,9}}<|Received: {{0,9}}(?:from|by)\b|MIME-Version: {{0,9}}1|Return-Path:"
    rf"|Delivered-To:|DKIM-Signature:"
    r"|Content-Type: {0,9}[a-z]{1,20}/|Content-Transfer-Encoding:)"
)
"""What only programs write into the head of a mail. A text may begin with "From: ..." and "Date: ..." too."""
MAILED = rf"{_HEAD}(?:From|Date|Subject|To):"
MAILS = r"(?m)^From \S{1,200} {1,2}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) "
NEXIS = (
    r"(?mi)^[ \t]{0,90}(?:\d{1,6} (?:of|von|de|van|di) \d{1,6} (?:documents?|dokumente?n?|documentos?|documenti)"
    r"|(?:dokument|document|documento) \d{1,6} (?:von|de|of|van|di) \d{1,6})[ \t]{0,90}\r?$"
)
"""The line with which an article begins: "3 of 10 DOCUMENTS"."""
NEXIS_FIELD = (
    r"(?m)^(?:LENGTH|LOAD-DATE|BYLINE|SECTION|DATELINE|HIGHLIGHT|PUBLICATION-TYPE|LÄNGE|RUBRIK|AUTOR|UPDATE|LONGUEUR"
    r"|RUBRIQUE"
    r"|AUTEUR|LENGTE|DATUM|LONGITUD|Length|Load-Date|Byline|Section): "
)
ACCESSION = r"(?m)^Document [A-Z][A-Z0-9]{2,9}0{2}\d{6,20}[a-z0-9]{4,14}[ \t]{0,9}\r?$"
"""The line with which an article of Factiva ends."""
LINKED = "save the pages that it links to"

TEXTS: tuple[Kind, ...] = (
    Kind(
        "a web archive (WARC)",
        (r"\AWARC/[01]\.\d{1,2}\r?\n",),
        r"(?m)^WARC-Type: {0,3}response\b",
        "captured answer",
        PAGES,
    ),
    Kind("a web archive (ARC)", (r"\Afiledesc://",), None, "", PAGES),
    Kind("a wire item (ANPA 1312)", (r"\A\s{0,9}\x16{1,9}\x01{1,3}[A-Za-z]\d{2,4}\x1f",), None, "", AS_TEXT),
    Kind(
        "a wire item (IPTC 7901)", (r"\A\s{0,9}\x01[^\x02\x03\n]{4,80}\n", r"\A[^\x02]{1,400}\x02"), None, "", AS_TEXT
    ),
    Kind(
        "a page saved as MHTML",
        (MACHINE, r"(?i)multipart/related", r"(?mi)^(?:Snapshot-)?Content-Location:"),
        None,
        "",
        AS_HTML,
    ),
    Kind("a mailbox (mbox)", (r"\AFrom \S", MACHINE, MAILED), MAILS, "mail", "save each mail's text as a text file"),
    Kind(
        "a ProQuest export by e-mail",
        (MACHINE, MAILED, r"(?i)proquest", r"\bDocID_|Publication info:"),
        None,
        "",
        PLAIN,
    ),
    Kind("an e-mail", (MACHINE, MAILED), None, "", "save its text as a text file, or its HTML as a page"),
    Kind("subtitles (WebVTT)", (r"\AWEBVTT[ \t\r\n]", r"--> (?:\d\d:)?\d\d:"), None, "", AS_TEXT),
    Kind(
        "subtitles (SubRip)",
        (r"\A\s{0,9}\d{1,4}\s{1,9}\d\d:\d\d:\d\d[,.]\d{1,3} {0,3}--> {0,3}\d\d:",),
        None,
        "",
        AS_TEXT,
    ),
    Kind(
        "a list of references (RIS)",
        (
            r"\A\s{0,99}TY {1,2}- {0,3}[A-Z]{3,7}\s",
            r"(?m)^(?:ER|T1|TI|AU|A1|PY|Y1|JO|JF) {1,2}-(?: |\r?$)",
        ),
        r"(?m)^TY {1,2}- ",
        "entry",
        PLAIN,
    ),
)
"""The kinds that are written as text and known by how they begin. The first whose signs are all there holds."""

PROSE_KINDS: tuple[Kind, ...] = (
    Kind("a Nexis export (text)", (NEXIS, NEXIS_FIELD), NEXIS, "article", PLAIN),
    Kind(
        "a Factiva export (text)",
        (ACCESSION, r"(?m)^[\d.,]{1,7} (?:words|mots|Wörter|palabras|parole|palavras|woorden|ord)\b"),
        ACCESSION,
        "article",
        PLAIN,
    ),
    Kind(
        "a ProQuest export (text)",
        (
            r"(?m)^_{60,}[ \t]{0,9}\r?$",
            r"(?m)^(?:Publication info|Full text|ProQuest document ID|Document URL|Publication title): ",
            r"(?m)^(?:Title|Abstract|Author|Database|Links|Copyright|Publication date): ",
        ),
        None,
        "",
        PLAIN,
    ),
)
"""The kinds that are written as plain text and known by lines within them."""

HTML_KINDS: tuple[Kind, ...] = (
    Kind(
        "a page of the Wayback Machine",
        (r"//web\.archive\.org/", r"WAYBACK TOOLBAR INSERT|__wm\.(?:init|wombat)\(|FILE ARCHIVED ON"),
        None,
        "",
        AS_HTML,
    ),
    Kind(
        "a list of bookmarks",
        (r"(?i)<!DOCTYPE NETSCAPE-Bookmark-file", r"(?i)<DT>"),
        r"(?i)<A\s[^>]{0,9}HREF=",
        "link",
        LINKS,
    ),
    Kind(
        "a list of links (Pocket)",
        (r"(?i)<title>Pocket Export</title>", r"\btime_added="),
        r"\btime_added=",
        "link",
        LINKS,
    ),
    Kind(
        "a Nexis export (HTML)",
        (r"<!-- Hide XML section from browser", r"(?i)<DOC NUMBER=|<A NAME=\"DOC_ID_"),
        r"(?i)<DOC NUMBER=",
        "article",
        PLAIN,
    ),
    Kind(
        "a Factiva export (HTML)",
        (
            r"class=\"article [a-z]{2,4}Article\"",
            r"id=\"article-[A-Z0-9]{6,20}[a-z0-9]{4,20}\"|class=\"articleParagraph [a-z]{2,4}article"
            r"|class=\"[a-z]{2,4}Headline\"",
        ),
        r"class=\"article [a-z]{2,4}Article\"",
        "article",
        PLAIN,
    ),
    Kind(
        "a Europresse export (HTML)",
        (r"(?i)class=\"?DocPublicationName", r"(?i)class=\"?(?:TitreArticle|DocHeader|docOcurrContainer)"),
        r"(?i)class=\"?DocPublicationName",
        "article",
        PLAIN,
    ),
    Kind(
        "a ProQuest export (HTML)",
        (r"(?i)<a name=\"?DocID_", r"<(?:b|strong)>\s{0,9}(?:Publication info|Full text|ProQuest document ID):"),
        r"(?i)<a name=\"?DocID_",
        "article",
        PLAIN,
    ),
)
"""The kinds that are written as HTML: each by two signs, since a page may hold one."""

XML_KINDS: tuple[tuple[str, str, Kind], ...] = (
    ("newsMessage|newsItem|packageItem|conceptItem|knowledgeItem", "iptc.org/std/nar/", Kind("a NewsML-G2 file", (), (
        r"<(?:\w{1,20}:)?newsItem[\s/>]"
    ), "item", PLAIN)),
    ("NewsML", "", Kind("a NewsML 1 file", (), r"<NewsItem[\s/>]", "item", PLAIN)),
    ("nitf", "", Kind("a wire item (NITF)", (), None, "", AS_TEXT)),
    ("PPSResponse|ppsArticleResponse|ppsarticleResultSet|ppsarticle", "", Kind("a Factiva export (XML)", (), (
        r"<ppsarticle[\s/>]"
    ), "article", PLAIN)),
    ("rss", "wordpress.org/export/", Kind("a WordPress export", (), r"<item[\s/>]", "item", PLAIN)),
    ("rss", "", Kind("a feed (RSS)", (), r"<item[\s/>]", "item", LINKED)),
    ("RDF", "purl.org/rss/|my.netscape.com/rdf", Kind("a feed (RSS)", (), r"<item[\s/>]", "item", LINKED)),
    ("feed", "", Kind("a feed (Atom)", (), r"<(?:\w{1,20}:)?entry[\s/>]", "entry", LINKED)),
    ("urlset|sitemapindex", "", Kind("a sitemap", (), r"<(?:\w{1,20}:)?loc[\s/>]", "address", LINKED)),
    ("opml", "", Kind("a list of feeds (OPML)", (), None, "", "save the pages that you mean")),
    ("plist", "", Kind("a property list", (), None, "", None)),
)  # fmt: skip
"""Names of an XML file's first element without their prefix, what must stand in the element or its name spaces, and the
kind."""

TAG = re.compile(
    rb"<!doctype\s+html|<(?:html|head|title|body|meta|link|script|style|div|span|article|section|main|header|nav|p|a"
    rb"|h[1-6]|ul|ol|li|table|br|img|blockquote)(?=[\s/>])",
    re.I,
)
OWN_JSON = re.compile(r"\s*\{\s*\"(?:schema\"\s*:\s*\"onrecord/|account\"\s*:\s*\{\s*\"id\"\s*:)")
OWN_PAGE = re.compile(r"<meta name=\"generator\" content=\"onrecord ")
OPENS = re.compile(rb"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*){0,4}<(?:!doctype\s+html|[a-z])", re.I | re.S)
WEBARCHIVE = "a page saved by Safari (.webarchive)"


class Element(NamedTuple):
    """The first element of an XML file."""

    name: str
    inside: str
    """What stands between its name and the end of its tag, and its prefix."""


def sniff(body: bytes) -> Kind | str | None:
    """The kind of these bytes if it is a known one that is no page; or why they are no page; None if they are one."""
    if not body.strip(b" \t\r\n\x0b\x0c\x00\xef\xbb\xbf\xff\xfe"):
        return f"empty: {len(body)} bytes" + (" of white space" if body else "")
    if kind := _of_bytes(body):
        return kind
    text = written(body)
    head = text[:BEGINNING]
    if OWN_JSON.match(head) or OWN_PAGE.search(head[:SNIFFED]):
        return "a record that onrecord wrote, not an account"
    kind = _xml_kind(head) or data_kind(head, text) or _text_kind(head, html=media_type(body) == "text/html")
    return kind or _no_text(body, text)


def why_not_read(kind: Kind, body: bytes) -> str:
    """Why a file of that kind is left out, with how many parts it holds if that is sure."""
    return not_read(kind, written(body) if kind.part else "")


def _of_bytes(body: bytes) -> Kind | str | None:
    """The kind of a file that is no text, or why it is left out, told by its first bytes."""
    if kind := packed(body):
        return kind
    for beginning, name, advice in BYTES:
        if body.startswith(beginning):
            if beginning == b"bplist00" and b"WebMainResource" in body:
                return Kind(WEBARCHIVE, (), None, "", AS_HTML)
            if advice:
                return Kind(name, (), None, "", advice)
            return f"not text: {name} of {len(body):,} bytes"
    if body[:4] == b"RIFF" or body[4:8] == b"ftyp":
        return f"not text: image or recording of {len(body):,} bytes"
    return None


def _text_kind(head: str, *, html: bool) -> Kind | None:
    for kind in TEXTS + (HTML_KINDS if html else PROSE_KINDS):
        if kind.fits(head):
            return kind
    return None


def _no_text(body: bytes, text: str) -> str | None:
    """Why bytes of no known kind are no text: too many of them are control characters."""
    looked_at = min(len(body), CONTROLS_IN)
    controls = len(re.findall(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]", text[:CONTROLS_IN]))
    if controls > 16 and controls * 20 > looked_at:
        return f"not text: {controls:,} control characters in the first {looked_at:,} of {len(body):,} bytes"
    return None


def _xml_kind(head: str) -> Kind | None:
    """The kind of an XML file, by its first element. A page of XHTML has none, nor has XML of another kind."""
    element = first_element(head)
    if element is None:
        return None
    for names, sign, kind in XML_KINDS:
        if element.name in names.split("|") and re.search(sign, element.inside):
            if kind.name == "a property list" and "<key>WebMainResource</key>" in head:
                return Kind(WEBARCHIVE, (), None, "", AS_HTML)
            return kind
    return None


def first_element(head: str) -> Element | None:
    """The first element of XML, behind its declaration, remarks and document type."""
    at = 0
    for _ in range(50):
        while at < len(head) and head[at].isspace():
            at += 1
        for opens, closes in (("<?", "?>"), ("<!--", "-->"), ("<!", ">")):
            if head.startswith(opens, at):
                at = head.find(closes, at + len(opens)) + len(closes)
                if at < len(closes):
                    return None
                break
        else:
            break
    tag = re.compile(
        r"<(?:(?P<prefix>[A-Za-z_][\w.-]{0,40}):)?(?P<name>[A-Za-z_][\w.-]{0,60})(?P<inside>(?:\s[^<>]{0,9000})?)>"
    ).match(head, at)
    # The name spaces of a message are often those of the items within it.
    return Element(tag["name"], tag["inside"] + head[tag.end() : tag.end() + 2000]) if tag else None


def media_type(body: bytes) -> Literal["text/html", "text/plain"]:
    """HTML if it begins as a document does, or if two or more of its first tags are HTML's; otherwise plain text."""
    head = written(body[:SNIFFED]).encode("utf-8", "replace").replace(b"\x00", b"")
    tags = len(TAG.findall(head))
    begins = OPENS.match(head) is not None
    closed = head.count(b"</") + head.count(b"/>")
    return "text/html" if (begins and tags) or (tags >= 3 and closed >= 2) else "text/plain"


def written(body: bytes) -> str:
    """The text of `body`, as far as its kind is to be told by it: in UTF-8, or in UTF-16 or UTF-32 by its bytes."""
    if marked := mark_of(body):
        return body[len(marked[0]) :].decode(marked[1], "replace")
    return body.decode(unmarked_utf16(body) or "utf-8", "replace")
