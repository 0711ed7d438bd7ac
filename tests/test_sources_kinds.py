"""Files of other kinds than pages are left out by their names; pages and texts that look a little like them are
read."""

import gzip
import io
import json
import os
import plistlib
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from onrecord.sources import load
from onrecord.sources.containers import READERS
from onrecord.sources.kinds import sniff, why_not_read
from onrecord.sources.told import Kind
from onrecord.types import LeftOut, Page

SAMPLES = Path(os.environ.get("ONRECORD_DATA", Path(__file__).parents[2] / "shared" / "data")) / "sources"

PROSE = "The talks ended without a deal, officials said.\n\nThe road was closed again.\n"
MAIL = (
    "Received: from a.example (a.example [192.0.2.7])\n\tby b.example; Sun, 5 Jul 2020 01:02:03 +0000\nFrom: Ann "
    "<ann@a.example>\n"
    "To: Bo <bo@b.example>\nSubject: The talks\nMessage-ID: <1@a.example>\nMIME-Version: 1.0\n"
)
NEXIS = "\n".join(
    f"\n\n                               {n} of 3 DOCUMENTS\n\n                                The Echo\n\n"
    f"                            May 4, 2031 Sunday\n\nTalks end\n\nBYLINE: Ann Lee\n\nLENGTH: 12 "
    f"words\n\n{PROSE}\nLOAD-DATE: May 5, 2031\n"
    for n in (1, 2, 3)
)
FACTIVA_TEXT = "".join(
    f"Talks end\nAnn Lee\n12 words\n4 May 2031\nThe Echo\nECHO\nEnglish\n{PROSE}\nDocument "
    f"ECHO0000{n}0310504e75400001\n\n"
    for n in (1, 2)
)
PROQUEST_TEXT = (
    f"{'_' * 60}\n\nTitle: Talks end\n\nPublication info: The Echo ; Port [Port]04 May 2031: A.2.\n\nFull "
    f"text: {PROSE}\n\n"
)
FACTIVA = "<!doctype html><html><body>" + "".join(
    f'<div id="article-ECHO0000{n}0310504e75400001"><div class="article enArticle"><div id="hd"><span '
    f'class="enHeadline">Talks end</span></div>'
    '<p class="articleParagraph enarticleParagraph">The road was closed.</p></div></div>'
    for n in (1, 2)
)
NEXIS_HTML = (
    '<HTML><BODY><!-- Hide XML section from browser\n<DOC NUMBER=1>\n<DOCFULL> --><A NAME="DOC_ID_0_0"></A><P>Talks '
    "end.</P></BODY></HTML>"
)
EUROPRESSE = (
    '<html><body><article><span class="DocPublicationName">L\'Écho</span><span class="DocHeader">Monde</span><p '
    'class="titreArticle">Fin</p></article></body></html>'
)
PROQUEST = (
    '<html><body><a name="DocID_1"></a><p>Talks end</p><p><strong>Publication info: </strong>The Echo</p></body></html>'
)
WARC = (
    f"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 90\r\n\r\nHTTP/1.1 200 "
    f"OK\r\n\r\n<html><p>{PROSE}</p></html>\r\n\r\n"
)
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\nSubject: Talks\nMIME-Version: "
    "1.0\nContent-Type: multipart/related;\n"
    f'\ttype="text/html";\n\tboundary="--b"\n\n----b\nContent-Type: text/html\nContent-Location: '
    f"https://a.example/\n\n<html><p>{PROSE}</p></html>\n----b--\n"
)
G2 = (
    '<?xml version="1.0"?>\n<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet><newsItem '
    'guid="a"><p>One.</p></newsItem>'
    '<newsItem guid="b"><p>Two.</p></newsItem></itemSet></newsMessage>'
)
RSS = '<?xml version="1.0"?><rss version="2.0"{}><channel><title>E</title><item><description>&lt;p&gt;A&lt;/p&gt;</description></item><item/></channel></rss>'
RIS = "TY  - JOUR\nTI  - Talks end\nAU  - Lee, Ann\nER  - \nTY  - NEWS\nTI  - Road\nER  - \n"


def zipped(**members: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), content)
    return file.getvalue()


def word(document: str) -> bytes:
    return zipped(word__document_dot_xml=document, **{"[Content_Types]_dot_xml": "<Types/>"})


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + stream.encode("utf-16-le") + bytes(600)


KINDS: list[tuple[str, str | bytes]] = [
    ("a Nexis export (text) of 3 articles", NEXIS),
    ("a Nexis export (text) of 3 articles", "Nutzer: x\n\n" + NEXIS.replace(" of 3 DOCUMENTS", " von 3 DOKUMENTEN").replace((
        "LENGTH"
    ), "LÄNGE")),
    ("a Nexis export (text) of 3 articles", NEXIS.replace("DOCUMENTS", "").replace("                               ", (
        "Document "
    )).replace(" of 3", " de 3").replace("LENGTH", "LONGUEUR")),
    ("a Nexis export (HTML) of 1 article", NEXIS_HTML),
    ("a Nexis export (DOCX) of 2 articles", word(
        '<w:document><w:bookmarkStart w:name="Bookmark_1"/><w:bookmarkStart w:name="Body"/><w:bookmarkStart '
        'w:name="Bookmark_2"/><w:bookmarkStart w:name="Body_1"/></w:document>'
    )),
    ("a Factiva export (HTML) of 2 articles", FACTIVA),
    ("a Factiva export (text) of 2 articles", FACTIVA_TEXT),
    ("a Factiva export (XML) of 2 articles", "<?xml version='1.0'?><PPSResponse><ppsArticleResponse><ppsarticle><article/></ppsarticle><ppsarticle/></ppsArticleResponse></PPSResponse>"),
    ("a Europresse export (HTML) of 1 article", EUROPRESSE),
    ("a ProQuest export (HTML) of 1 article", PROQUEST),
    ("a ProQuest export (text)", PROQUEST_TEXT),
    ("a ProQuest export by e-mail", MAIL.replace("a.example", "proquest.example") + (
        f"Content-Type: text/html\n\n<a name=3D\"DocID_1\"></a>{PROSE}"
    )),
    ("a list of references (RIS) of 2 entries", RIS),
    ("an e-mail", MAIL + "\n" + PROSE),
    ("an e-mail", MAIL.replace("\n", "\r\n") + (
        f"Content-Type: text/html\r\n\r\n<html><body><p>{PROSE}</p><p>B</p></body></html>"
    )),
    ("a mailbox (mbox) of 2 mails", (
        f"From ann@a.example Sun Jul  5 01:02:03 2020\n{MAIL}\n{PROSE}\nFrom bo@b.example Mon Jul  6 01:02:03 "
        f"2020\n{MAIL}\n{PROSE}"
    )),
    ("a page saved as MHTML", MHTML),
    ("a page saved as MHTML", MHTML.replace("\n", "\r\n")),
    ("a web archive (WARC) of 2 captured answers", WARC + WARC),
    ("a web archive (WARC, gzip)", gzip.compress(WARC.encode())),
    ("a web archive (ARC)", "filedesc://a.arc 0.0.0.0 20310504 text/plain 90\n1 0 X\n\n" + PROSE),
    ("a web archive (WACZ)", zipped(**{"datapackage.json": "{}", "archive/data.warc.gz": "x"})),
    ("a gzip archive", gzip.compress(PROSE.encode())),
    ("a page saved by Safari (.webarchive)", plistlib.dumps({"WebMainResource": {"WebResourceData": PROSE.encode()}}, fmt=plistlib.FMT_BINARY)),
    ("a page saved by Safari (.webarchive)", plistlib.dumps({"WebMainResource": {"WebResourceData": PROSE.encode()}})),
    ("a property list", plistlib.dumps({"Name": "x"})),
    ("a property list", plistlib.dumps({"Name": "x"}, fmt=plistlib.FMT_BINARY)),
    ("a NewsML-G2 file of 2 items", G2),
    ("a NewsML 1 file of 1 item", (
        '<?xml version="1.0"?><!DOCTYPE NewsML SYSTEM "x.dtd" [<!ENTITY a "b">]><NewsML '
        'Version="1.2"><NewsItem><p>A</p></NewsItem></NewsML>'
    ).replace(' [<!ENTITY a "b">]', "")),
    ("a wire item (NITF)", (
        "<?xml version='1.0'?><!-- wire "
        "--><nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>"
    )),
    ("a news item (ninjs)", json.dumps({"uri": "u", "headline": "Talks end", "body_xhtml": (
        "<p>One.</p><p>Two.</p><p>3</p>"
    )})),
    ("a news item (ninjs)", json.dumps({"uri": "u", "headlines": [{"value": "Talks"}], "bodies": [{"value": "One."}]}, indent=1)),
    ("an AP item (JSON)", json.dumps({"api_version": "1.1", "data": {"item": {"headline": "Talks"}}})),
    ("a wire item (IPTC 7901)", (
        "\x01abc012 4 i 211 abcd 061\r\n\nTalks/\r\n\x02Talks end =\r\n\r\n   Port - The talks ended.\r\n\x03\r\n"
    )),
    ("a wire item (ANPA 1312)", (
        "\x16\x16\x01W2870\x1f_world\r\nf l\x13\x11 BC-Talks 11-13 1049\r\n\x02\x05BC-Talks,46<\r\n\tPORT (AP) _ The "
        "talks ended.\r\n"
    )),
    ("a feed (RSS) of 2 items", RSS.format("")),
    ("a feed (RSS) of 1 item", (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><item '
        'rdf:about="u"><title>A</title></item></rdf:RDF>'
    )),
    ("a feed (Atom) of 1 entry", (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><content '
        'type="html">&lt;p&gt;A&lt;/p&gt;</content></entry></feed>'
    )),
    ("a feed (JSON Feed) of 1 item", json.dumps({"version": "https://jsonfeed.org/version/1.1", "items": [{(
        "content_html"
    ): "<p>A</p><p>B</p><p>C</p>"}]})),
    ("a sitemap of 2 addresses", '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://a.example/1</loc></url><url><loc>https://a.example/2</loc></url></urlset>'),
    ("a WordPress export of 2 items", RSS.format(' xmlns:wp="http://wordpress.org/export/1.2/"')),
    ("a list of feeds (OPML)", '<opml version="2.0"><body><outline text="E"/></body></opml>'),
    ("a book (EPUB)", zipped(mimetype="application/epub+zip", **{"META-INF/container.xml": "<a/>"})),
    ("a text document (ODT)", zipped(mimetype="application/vnd.oasis.opendocument.text")),
    ("a spreadsheet (ODS)", zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet")),
    ("a spreadsheet (XLSX)", zipped(**{"xl/workbook.xml": "<a/>"})),
    ("a presentation (PPTX)", zipped(**{"ppt/presentation.xml": "<a/>"})),
    ("a Word document (DOCX)", word("<w:document><w:p>The talks ended.</w:p></w:document>")),
    ("a ZIP archive of 2 files", zipped(a="1", b="2")),
    ("a ZIP archive or office document of 44 bytes that is damaged", b"PK\x03\x04" + bytes(40)),
    ("an old Word document (.doc)", old_office("WordDocument")),
    ("an old spreadsheet (.xls)", old_office("Workbook")),
    ("an Outlook message (.msg)", old_office("__properties_version1.0")),
    ("an RTF document", "{\\rtf1\\ansi The talks ended.}"),
    ("a PDF document", "%PDF-1.7\n..."),
    ("a read-later export (wallabag) of 2 articles", json.dumps([{"url": "u", "content": "<p>A</p>", "domain_name": (
        "a.example"
    )}] * 2)),
    ("a read-later export (Omnivore) of 1 article", json.dumps([{"slug": "s", "readingProgress": 0, "url": "u"}])),
    ("a list of links (Pocket)", "title,url,time_added,tags,status\nTalks end,https://a.example/1,1900000000,,unread\n"),
    ("a list of links (Pocket) of 2 links", (
        '<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><ul><li><a href="u" '
        'time_added="1">A</a></li><li><a href="u" time_added="2">B</a></li></ul></body></html>'
    )),
    ("a list of bookmarks of 1 link", (
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE><DL><p><DT><A HREF="u">A</A></DL>'
    )),
    ("a list of links (Instapaper)", "URL,Title,Selection,Folder\nhttps://a.example/1,Talks end,,Unread\n"),
    ("a list of links (Media Cloud)", (
        "stories_id,publish_date,title,url,language\n1,2031-05-04,Talks end,https://a.example/1,en\n"
    )),
    ("a list of links (GDELT)", (
        "\ufeffurl,title,seendate,domain\nhttps://a.example/1,Talks end,20310504T000000Z,a.example\n"
    )),
    ("a list of links (GDELT) of 1 link", json.dumps({"articles": [{"url": "u", "title": "A", "seendate": (
        "20310504T000000Z"
    )}]})),
    ("a table of 3 columns", (
        "day;outlet;text\n2031-05-04;Echo;\"The talks ended;\nno deal.\"\n2031-05-05;Herald;Talks "
        "fail\n2031-05-06;Post;More\n"
    )),
    ("JSON data", json.dumps({"text": "The <p>talks</p> <p>ended</p> <b>x</b>.", "by": "Ann"})),
    ("JSON data of 3 lines", "".join(json.dumps({"id": n, "text": "A <p>b</p>"}) + "\n" for n in range(3))),
    ("JSON data, cut off", json.dumps({"a": 1, "b": 2, "c": [{"d": "The talks"}] * 9})[:-9]),
    ("subtitles (WebVTT)", "WEBVTT\n\n00:01.000 --> 00:04.000\nThe talks ended.\n"),
    ("subtitles (SubRip)", "1\n00:00:01,000 --> 00:00:04,000\nThe talks ended.\n"),
]  # fmt: skip


def loaded(body: str | bytes, folder: Path) -> Page | LeftOut:
    file = folder / "page.html"  # a name that lies
    file.write_bytes(body.encode() if isinstance(body, str) else body)
    return load(file)[0]


def named(body: bytes) -> str:
    """What a file is called: the reason it is left out for, if its kind is not read."""
    kind = sniff(body)
    return why_not_read(kind, body) if isinstance(kind, Kind) else str(kind)


def is_read(body: bytes) -> bool:
    kind = sniff(body)
    return isinstance(kind, Kind) and kind.name in READERS


@pytest.mark.parametrize(("name", "body"), KINDS, ids=[name for name, _ in KINDS])
def test_a_file_of_another_kind_is_left_out_by_its_name(tmp_path, name, body):
    body = body.encode() if isinstance(body, str) else body
    assert named(body).startswith(
        (f"{name}: such files are not read yet", f"{name} of ", f"{name} or ", f"not text: {name}")
    )
    if not is_read(body):
        assert loaded(body, tmp_path) == LeftOut("page.html", named(body))


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(("name", "body"), [kind for kind in KINDS if isinstance(kind[1], str)], ids=str)
def test_a_kind_is_told_in_every_encoding_of_unicode(name, body, codec):
    if body.startswith(("{\\rtf", "%PDF")):
        pytest.skip("written in bytes only")
    assert named(body.encode(codec)).startswith((f"{name}: such files", f"{name} of ", f"{name} or "))


PAGE = (
    f"<!doctype html><html><head><title>T</title>{{}}</head><body><h1>Talks "
    f"end</h1>{'<p>The talks ended without a deal.</p>' * 4}{{}}</body></html>"
)
PAGES: dict[str, str] = {
    "an article": PROSE,
    "an article with a counter": "1 of 3\n\n" + PROSE,
    "an article about documents": "3 of 10 documents\n\n" + PROSE,
    "a text that speaks of documents": "The court released\n\n     2 of 10 DOCUMENTS\n\nand kept the rest, she said.\n",
    "a text that begins as a mail": "From: Ann Lee\nDate: 4 May 2031\nSubject: The talks\n\n" + PROSE,
    "a text that begins with who it is from": "From: our own correspondent\nTo: all\n\n" + PROSE,
    "a text that quotes a mail": PROSE + "\n" + MAIL + "\n" + PROSE,
    "a text that quotes JSON": PROSE + '\n{"a": 1, "b": 2, "c": 3}\n' + PROSE,
    "a text that begins with JSON": (
        '{"deal": null, "talks": 2, "road": "closed"}\n\nThat is what the machine wrote, she said.\n'
    ) + PROSE,
    "a text in brackets": "[Editor's note: this article was corrected.]\n\n" + PROSE,
    "a text that is one quotation": '"We agree."',
    "a text that begins with a bracketed quotation": '["We agree," she wrote.] ' + PROSE,
    "a text with a table": PROSE + "\nyear,deaths,hurt\n2029,1,2\n2030,3,4\n2031,5,6\n",
    "a text whose lines have commas": (
        "Ann, Bo, and Cy met.\nThey ate, drank, and left.\nIt rained, snowed, and froze.\n"
    ),
    "a list of places": "Port Serin, Kalmere, Sandvall\nHanoi, Geneva, Oslo\nParis, Rome, Bonn\n",
    "a text with a line across": "_" * 70 + "\n\nTitle: Talks end\n\n" + PROSE,
    "a text about references": "TY - that is how they sign.\n\n" + PROSE,
    "a text about web archives": "WARC/1.0 is what such files begin with.\n\n" + PROSE,
    "a numbered transcript": "1\n00:01 ANN: The talks ended.\n2\n00:04 BO: Yes.\n",
    "a text that speaks of a feed": "The address of the feed, <rss>, was not given.\n\n" + PROSE,
    "a document of Factiva's name": PROSE + "\nDocument ECHO was not published.\n",
    "a page": PAGE.format("", ""),
    "a page with JSON-LD": PAGE.format((
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "T", "uri": "u"}</script>'
    ), ""),
    "a page with a link to a feed": PAGE.format('<link rel="alternate" type="application/rss+xml" href="/rss">', ""),
    "a page that shows a feed": PAGE.format("", "<pre>&lt;rss&gt;</pre><rss></rss>"),
    "a page in XHTML": (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" '
        '"x">\n<html '
        'xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>A</p><p>B</p></body></html>'
    ),
    "a forum whose posts are articles": PAGE.format("", (
        '<div id="article-12345678"><p>A</p></div><div class="article userArticle"><p>B</p></div>'
    )),
    "a page whose paragraphs have a class": PAGE.format("", '<div class="article enArticle"><p>A</p></div>'),
    "a page with the class of a header": PAGE.format("", '<div class="DocHeader">A</div>'),
    "a page with an anchor to a document": PAGE.format("", '<a name="DocID_4"></a><p>Full text: none</p>'),
    "a page that quotes a mail": PAGE.format("", f"<pre>{MAIL}</pre>"),
    "a page with a table": PAGE.format("", "<table><tr><td>a,b,c</td></tr></table>"),
    "a page behind a remark": "<!-- WARC/1.0 filedesc://x -->\n" + PAGE.format("", ""),
}  # fmt: skip


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("name", PAGES)
def test_what_only_looks_like_another_kind_is_read(tmp_path, name, codec):
    found = loaded(PAGES[name].encode(codec), tmp_path)
    assert isinstance(found, Page), found
    assert found.media_type == ("text/html" if name.startswith(("a page", "a forum")) else "text/plain")


def test_what_is_left_out_says_what_can_be_done(tmp_path):
    found = loaded(RIS, tmp_path)
    assert isinstance(found, LeftOut)
    assert found.reason == (
        "a list of references (RIS) of 2 entries: such files are not read yet; save its articles as single pages or "
        "text files"
    )


def test_a_bomb_is_unpacked_in_part_only(tmp_path):
    file = io.BytesIO()
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(64):
            member.write(bytes(1024 * 1024))
    packed = (file.getvalue(), gzip.compress(bytes(64 * 1024 * 1024), 1))
    told = ("its member 'word/document.xml' unpacks to more than", "a gzip archive")
    for body, name in zip(packed, told, strict=True):
        tracemalloc.start()
        found = loaded(body, tmp_path)
        taken = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert isinstance(found, LeftOut)
        assert found.reason.startswith(name)
        assert taken < 48 * 1024 * 1024


@pytest.mark.parametrize(
    "body",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        '"' * 500_000,
        "a:\n" * 200_000,
        "a: b\n c\n" * 60_000,
        "<!--" * 100_000,
        "," * 900_000,
        "1 of 2\n" * 90_000,
    ],
)
def test_a_file_made_to_take_long_is_told_soon(tmp_path, body):
    assert loaded(body, tmp_path) is not None


def test_the_doctor_names_the_kind(tmp_path):
    from click.testing import CliRunner

    from onrecord.cli import main

    (tmp_path / "x.html").write_text(RIS)
    told = CliRunner().invoke(main, ["doctor", str(tmp_path)]).output
    assert "x.html: left out: a list of references (RIS) of 2 entries: such files are not read yet" in told


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample files are not here")
@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("apa/online.rtf", "an RTF document"),
        ("archive/Wikipedia.webarchive", "a page saved by Safari (.webarchive)"),
        ("archive/example.warc", "a web archive (WARC) of 1 captured answer"),
        ("archive/hn.mhtml", "a page saved as MHTML"),
        ("archive/whirlwind.warc.gz", "a web archive (WARC, gzip)"),
        ("documents/ag-energy-round-up-2017-02-24.pdf", "a PDF document"),
        ("documents/eml_with_attachment.eml", "an e-mail"),
        ("europresse/europresse_test1.html", "a Europresse export (HTML) of 3 articles"),
        ("factiva/factiva_test.html", "a Factiva export (HTML) of 2 articles"),
        ("factiva/factiva_test.xml", "a Factiva export (XML) of 3 articles"),
        ("feeds/item_content_encoded.xml", "a feed (RSS) of 1 item"),
        ("nexis/lexisnexis_test_en.html", "a Nexis export (HTML) of 2 articles"),
        ("nexis/sample.TXT", "a Nexis export (text) of 10 articles"),
        ("nexis/usa-today.docx", "a Nexis export (DOCX) of 7 articles"),
        ("proquest/malformed-html-tag.eml", "a ProQuest export by e-mail"),
        ("readlater/wallabag-v2-read.json", "a read-later export (wallabag) of 2 articles"),
        ("wire/005_complex_text_article.json", "a news item (ninjs)"),
        ("wire/IPTC7901.txt", "a wire item (IPTC 7901)"),
        ("wire/anpa-1.tst", "a wire item (ANPA 1312)"),
        ("wire/ap-nitf.xml", "a wire item (NITF)"),
        ("wire/ap.xml", "a NewsML-G2 file of 3 items"),
        ("wire/ap_media_text_item.json", "an AP item (JSON)"),
    ],
)
def test_a_real_file_is_told_by_its_name(file, name):
    assert named((SAMPLES / file).read_bytes()).startswith(name)
