"""Exports and archives of our own invention, as databases, browsers and agencies write them: each kind with what is in it.

The names, outlets and words are inventions. `SAMPLES` has for each kind a file and how many accounts it holds.
"""

import base64
import gzip
import io
import json
import plistlib
import quopri
import zipfile

NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def zipped(members: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name, (2031, 5, 4, 0, 0, 0)), content, method)
    return file.getvalue()


def paragraph(*runs: str) -> str:
    """A paragraph of a Word document; what begins with "<" is markup, the rest words."""
    return (
        "<w:p>"
        + "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
        + "</w:p>"
    )


def mark(name: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def word(content: str) -> bytes:
    document = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>{content}<w:sectPr/></w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


COVER = [
    "User Name: Rosa Quill",
    "Date and Time: Monday, June 2, 2031 9:08:00 AM CEST",
    "Job Number: 79564000",
    "Documents ({})",
    "1. Bridge talks end",
    "Client/Matter: secret-matter-7",
]
ARTICLES = [
    ("Bridge talks end without a deal", "The Kalmere Tribune", "May 4, 2031 Sunday 9:20 AM GMT", "Ann Lee",
     ["KALMERE - The talks on the Serin bridge ended without a deal, officials said.", "\u201cWe want the whole of the toll,\u201d said Leonor Vasques, the minister."]),
    ("Letters: what happened at 9 May", "Port Serin Gazette", "May 5, 2031 Monday, FINAL EDITION", "Bo Ek",
     ["The minister said: \u201cIt isn\u2019t over.\u201d", "End of Document was the name of the play, the paper wrote."]),
    ("Ferry stays shut", "The Kalmere Tribune", "May 6, 2031 Tuesday", "Ann Lee",
     ["The ferry stays shut, the harbour master Tom Rask said on Tuesday.", "He gave no reason; R&D money was not the cause."]),
]  # fmt: skip
"""Headline, outlet, date, byline, paragraphs."""


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def nexis_docx(count: int | None = None) -> bytes:
    parts = [paragraph(line.format(len(ARTICLES) if count is None else count)) for line in COVER]
    for number, (headline, outlet, date, byline, words) in enumerate(ARTICLES, 1):
        suffix = "" if number == 1 else f"_{number - 2}"
        parts += [
            mark(f"Bookmark_{number}", number * 10),
            paragraph(escaped(headline)),
            paragraph(outlet),
            paragraph(date),
            paragraph(f"Copyright 2031 {outlet} Ltd."),
            paragraph("Section:", "\u00a0NEWS; Pg. 3A"),
            paragraph("Length:", "\u00a0120 words"),
            paragraph("Byline:", f"\u00a0{byline}"),
            mark(f"Body{suffix}", number * 10 + 1),
            paragraph("Body"),
            paragraph(""),
            *(paragraph(*split(escaped(text))) for text in words),
            paragraph("<w:del><w:r><w:delText>never printed</w:delText></w:r></w:del>"),
            mark(f"Classification{suffix}", number * 10 + 2),
            paragraph("Classification"),
            paragraph("Language:", "\u00a0ENGLISH"),
            paragraph("Subject:", "\u00a0BRIDGES (93%)"),
            paragraph("Load-Date:", "\u00a0June 1, 2031"),
            paragraph("End of ", "Document"),
        ]
    return word("".join(parts))


def split(text: str) -> list[str]:
    """A text in runs, parted within a word, as where a search word is marked."""
    middle = text.find("e", len(text) // 2) + 1
    return [text[:middle], text[middle:]] if "&" not in text else [text]


def nexis_text(total: int | None = None) -> bytes:
    parts = [
        "\ufeff\n\nDownload Request: Selected Items: 1-3\n\nSend To:\nRosa Quill\nUNIVERSITY OF SANDVALL\n\nTerms: (secret search)\n\n"
    ]
    for number, (headline, outlet, date, byline, words) in enumerate(ARTICLES, 1):
        wrapped = "\n\n".join("\n".join(wrap(text, 60)) for text in words)
        parts.append(
            f"\n\n{'':31}{number} of {total or len(ARTICLES)} DOCUMENTS\n\n\n\n{'':34}{outlet}\n\n{'':28}{date}\n\n{headline}\n\n"
            f"BYLINE: {byline}\n\nSECTION: NEWS; Pg. 3A\n\nLENGTH: 120 words\n\n{wrapped}\n\nLOAD-DATE: June 1, 2031\n\n"
            f"LANGUAGE: ENGLISH\n\n\n{'':23}Copyright 2031 {outlet} Ltd.\n{'':30}All Rights Reserved\n"
        )
    return "".join(parts).encode()


def wrap(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for each in text.split(" "):
        if line and len(line) + len(each) >= width:
            lines.append(line)
            line = each
        else:
            line = f"{line} {each}".strip()
    return [*lines, line]


def nexis_html(told: int | None = None) -> bytes:
    parts = [
        f'<HTML>\n<HEAD>\n<TITLE>&nbsp;</TITLE>\n<META TOPIC="null" DOCUMENTS="{told or len(ARTICLES)}" />\n</HEAD>\n<BODY>\n'
    ]
    for number, (headline, outlet, date, byline, words) in enumerate(ARTICLES, 1):
        lines = [f"{number} of {len(ARTICLES)} DOCUMENTS", outlet, date, headline.replace("Bridge", '</SPAN><SPAN CLASS="c4">Bridge</SPAN><SPAN CLASS="c2">'),
                 f'BYLINE: </SPAN><SPAN CLASS="c2">By {byline}', "SECTION: NEWS; Pg. 3A", "LENGTH: 120 words"]  # fmt: skip
        parts.append(
            f'<A NAME="DOC_ID_0_{number - 1}"></A><!-- Hide XML section from browser\n<DOC NUMBER={number}>\n<DOCFULL> -->\n'
        )
        parts += [f'<BR><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">{line}</SPAN></P>\n</DIV>\n' for line in lines]
        body = "".join(
            f'<P CLASS="c9"><SPAN CLASS="c2">{escaped(text)}</SPAN><SPAN CLASS="c2">&nbsp;</SPAN></P>\n'
            for text in words
        )
        parts.append(f'<BR><DIV CLASS="c5">{body}</DIV>\n')
        for line in ("LOAD-DATE: June 1, 2031", "LANGUAGE: ENGLISH", f"Copyright 2031 {outlet} Ltd."):
            parts.append(f'<BR><DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">{line}</SPAN></P>\n</DIV>\n')
        parts.append('<!-- Hide XML section from browser\n</DOCFULL>\n</DOC> -->\n<DIV CLASS="c10"/>\n')
    return ("".join(parts) + "</BODY></HTML>").encode("latin-1", "xmlcharrefreplace")


BIDI_DATES = ("4 May 2031", "5. Mai 2031", "6 mai 2031")
PAGE = "<!doctype html><html><head><title>{0}</title></head><body><h1>{0}</h1>{1}</body></html>"


def page(number: int = 0) -> str:
    """An article of `ARTICLES` as a page."""
    headline, _, _, _, words = ARTICLES[number]
    return PAGE.format(escaped(headline), "".join(f"<p>{escaped(text)}</p>\n" for text in [*words, *words]))


def factiva_html(*, indexed: bool = False) -> bytes:
    """27 articles look like these: as `full article`, each within an element of its accession number, or with indexing."""
    parts = [
        "<!DOCTYPE html><html><head><title>Factiva</title></head><body><h1>Factiva</h1><div>Rosa Quill, 2 June 2031</div>"
    ]
    for number, (headline, outlet, _, byline, words) in enumerate(ARTICLES):
        accession, date = f"KTRIB000{20310504 + number}e754000{number}", BIDI_DATES[number]
        body = "".join(f'<p class="articleParagraph enarticleParagraph">{escaped(text)}</p>\n' for text in words)
        if indexed:
            rows = {"SE": "News", "HD": f"<b class='enHeadline'>{headline}</b>", "BY": f"By {byline}", "WC": "120 words", "PD": date, "ET": "9:20",
                    "SN": outlet, "SC": "KTRIB", "PG": "A3", "LA": "English", "CY": f"(c) 2031 {outlet}", "LP": body, "NS": "gvio : Talks",
                    "AN": f"Document {accession}"}  # fmt: skip
            table = "".join(
                f'<tr><td class="index"><b>{code}</b>&nbsp;</td><td>{value}</td></tr>' for code, value in rows.items()
            )
            parts.append(f'<div class="article enArticle"><table>{table}</table></div>')
        else:
            lines = "".join(
                f"<div>{line}</div>"
                for line in ("120 words", date, "09:20", outlet, "KTRIB", "A3", "English", f"(c) 2031 {outlet}")
            )
            inner = f"<div>News</div><div id='hd'><span class='enHeadline'>{headline}</span></div><div class=\"author\">By {byline}</div>{lines}{body}<p>Document {accession}</p>"
            parts.append(
                f'<div id="article-{accession}"><div class="article enArticle"><div class="article enArticle">{inner}</div></div></div>'
            )
    return ("".join(parts) + "</body></html>").encode()


def factiva_text() -> bytes:
    parts = []
    for number, (headline, outlet, _, byline, words) in enumerate(ARTICLES):
        head = f"News\n{headline}\nBy {byline}\n120 words\n{BIDI_DATES[number]}\n09:20\n{outlet}\nKTRIB\nA3\nEnglish\n(c) 2031 {outlet}\n"
        text = "\n\n".join(words)
        parts.append(f"{head}\n{text}\n\nDocument KTRIB000{20310504 + number}e754000{number}\n\n")
    return "".join(parts).encode()


def factiva_xml(count: int = 3) -> bytes:
    parts = [
        "<?xml version='1.0' encoding='utf-8'?><PPSResponse><ppsArticleResponse xmlns='http://x.example/pps'>",
        f"<ppsarticleResultSet count='{count}'>",
    ]
    for number, (headline, outlet, _, byline, words) in enumerate(ARTICLES):
        first, second = (
            "<paragraph>\n  " + escaped(text).replace("minister", "<hlt>minister</hlt>") + "</paragraph>"
            for text in words
        )
        parts.append(
            f"<ppsarticle><article><accessionNo>KTRIB000{20310504 + number}e754000{number}</accessionNo><baseLanguage>EN</baseLanguage>"
            f"<byline>{byline}</byline><copyright>(c) 2031 {outlet}</copyright><headline><paragraph>{headline}</paragraph></headline>"
            f"<leadParagraph>{first}</leadParagraph><publicationDate><dateTime>2031-05-0{4 + number}T09:20:00Z</dateTime></publicationDate>"
            f"<pages>A3</pages><sectionName>News</sectionName><sourceName>{outlet}</sourceName><region code='x'><name>Nowhere</name></region>"
            f"<tailParagraphs>{second}</tailParagraphs></article></ppsarticle>"
        )
    return ("".join(parts) + "</ppsarticleResultSet></ppsArticleResponse></PPSResponse>").encode()


def europresse(*, old: bool = False) -> bytes:
    parts = ["<html><head><META http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'></head><body>"]
    for number, (headline, outlet, _, byline, words) in enumerate(ARTICLES):
        name = f"news·2031050{4 + number}·KT·{number}75171"
        if old:
            text = "<p></p>".join(escaped(words) for words in words)
            parts.append(
                f'<table><tr><td><table id="tbHeaderImages"><tr><td id="c"></td></tr></table><span class="DocPublicationName">{outlet}, no. 430{number}</span><br>'
                f'<span class="DocHeader">News, </span><span class="DocHeader">jeudi </span><span class="DocHeader">{4 + number} mai 2031</span>'
                f'<span class="DocHeader">, p. A3</span><br><br><span class="TitreArticleVisu">{headline}</span><br><br>{byline}<br><p></p>{text}<p></p>'
                f"<b><i>© 2031 {outlet}. Tous droits réservés.</i></b><p></p>Numéro de document : {name}<br>"
                "<table><tr><td>Ce certificat est émis à <b>University of SANDVALL</b></td></tr></table></td></tr></table>"
            )
        else:
            text = "".join(f"<p>{escaped(words).replace('minister', '<mark>minister</mark>')}</p>" for words in words)
            parts.append(
                f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{outlet}, no. 430{number}</span></div>'
                f'<span class="DocHeader">News, jeudi {4 + number} mai 2031, p. A3</span><div class="titreArticle"><p class="titreArticleVisu">{headline}</p></div>'
                f'</header><section><div class="docAuthors">{byline}</div><div class="docOcurrContainer">{text}</div></section>'
                f"<footer><small>© 2031 {outlet}. Tous droits réservés.</small><div class='publiC-lblNodoc'>{name}</div></footer></article>"
            )
    return ("".join(parts) + "</body></html>").encode("latin-1", "xmlcharrefreplace")


def proquest_html() -> bytes:
    parts = ["<html><head><title>ProQuest Export</title></head><body><div>Rosa Quill sent you the following:</div>"]
    for number, (headline, outlet, _, byline, words) in enumerate(ARTICLES):
        text = "".join(f"<p>{escaped(text)}</p>   " for text in words)
        parts.append(
            f'<div><a name="DocID_MSTAR_{number}"></a><p></p><p>{headline}</p><p><strong>Author:  </strong>{byline}</p>'
            f"<p><strong>Publication info:  </strong>{outlet} ; Port Serin [Port Serin]0{4 + number} May 2031: A.3.</p>"
            f'<p><a href="https://x.example/?accountid=77">ProQuest document link</a></p><p><strong>Abstract:  </strong><body></p><p>{escaped(words[0])}</p></body>'
            f'<p><strong>Full text: </strong><Text WordCount="120">html&gt;<head><title></title></head><body>{text}</body></html></Text></p>'
            f"<p><strong>Subject: </strong>Talks</p><p><strong>Document URL: </strong><a>https://x.example/?accountid=77</a></p>"
            f"<p><strong>Section: </strong>News</p><p><strong>Last updated: </strong>2031-06-01</p><p><strong>Database: </strong>Invented Dailies</p></div>"
        )
    return ("".join(parts) + "<div>Contact ProQuest, Rosa Quill</div></body></html>").encode()


def proquest_text() -> bytes:
    ruler = "_" * 60
    parts = [f"Rosa Quill\n{ruler}\n"]
    for number, (headline, outlet, _, byline, words) in enumerate(ARTICLES):
        text = "\n\n".join(words)
        parts.append(
            f"\nTitle: {headline}\n\nPublication info: {outlet} ; Port Serin [Port Serin]0{4 + number} May 2031: A.3.\n\nAuthor: {byline}\n\n"
            f"Links: https://x.example/?accountid=77\n\nAbstract: {words[0]}\n\nFull text: {text}\n\nSubject: Talks\n\nSection: News\n\n"
            f"Last updated: 2031-06-01\n\nDatabase: Invented Dailies\n\n{ruler}\n"
        )
    return "".join(parts).encode()


def proquest_mail() -> bytes:
    head = (
        "Received: from a.example (a.example [192.0.2.7]) by b.example; Sun, 1 Jun 2031 01:02:03 +0000\r\nFrom: <noreply@proquest.example>\r\n"
        'To: <reader@b.example>\r\nSubject: Your ProQuest Research\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="b1"\r\n\r\n'
    )
    content = quopri.encodestring(proquest_html()).replace(b"\n", b"\r\n")
    kind = b'Content-Type: text/html; charset="UTF-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
    return head.encode() + b"--b1\r\n" + kind + content + b"\r\n--b1--\r\n"


def mail(number: int = 0, *, coding: str = "quoted-printable", charset: str = "utf-8") -> bytes:
    """A newsletter with an article in two forms, of which HTML is the fuller."""
    headline, outlet, _, _, words = ARTICLES[number]
    encoded = {"quoted-printable": quopri.encodestring, "base64": base64.encodebytes}[coding]
    html = PAGE.format(
        headline, "".join(f"<p>{escaped(text)}</p>\n" for text in [*words, *words]) + "<p>Sent to reader@b.example.</p>"
    )
    parts = [("plain", f"{words[0]}\n"), ("html", html)]
    content = b"".join(
        f'--b1\nContent-Type: text/{kind}; charset="{charset}"\nContent-Transfer-Encoding: {coding}\n\n'.encode()
        + encoded(text.encode(charset, "xmlcharrefreplace"))
        + b"\n"
        for kind, text in parts
    )
    head = (
        f"Received: from a.example (a.example [192.0.2.7])\n\tby b.example; Sun, 4 May 2031 01:02:03 +0000\nFrom: {outlet} <news@a.example>\n"
        f"To: Rosa Quill <reader@b.example>\nSubject: Fwd: {headline}\nDate: Sun, 4 May 2031 09:20:00 +0200\nMessage-ID: <{number}@a.example>\n"
        'MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b1"\n\n'
    )
    return head.encode() + content + b"--b1--\n"


def mailbox() -> bytes:
    return b"".join(
        f"From news@a.example Sun May  {4 + n} 01:02:03 2031\n".encode() + mail(n) + b"\n" for n in range(3)
    )


def mhtml(charset: str = "windows-1251") -> bytes:
    """A page whose first part is an image and which declares no encoding but in its part's head."""
    text = page().replace("Leonor Vasques", "Леонор Васкес").encode(charset, "xmlcharrefreplace")
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://tribune.example/talks\r\nSubject: Talks\r\n"
        b'Date: Sun, 1 Jun 2031 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n'
        b'\tboundary="----B--x----"\r\n\r\n\r\n------B--x----\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n'
        b"Content-Location: https://tribune.example/a.png\r\n\r\niVBORw0KGgo=\r\n------B--x----\r\n"
        b'Content-Type: text/html; charset="'
        + charset.encode()
        + b'"\r\nContent-Transfer-Encoding: quoted-printable\r\n'
        b"Content-Location: https://tribune.example/talks\r\n\r\n"
        + quopri.encodestring(text).replace(b"\n", b"\r\n")
        + b"\r\n------B--x----\r\nContent-Type: text/css\r\nContent-Location: https://tribune.example/a.css\r\n\r\nbody {}\r\n------B--x------\r\n"
    )


def safari(*, binary: bool = True, label: str = "UTF-8") -> bytes:
    main = {
        "WebResourceData": page().encode(label, "xmlcharrefreplace"),
        "WebResourceURL": "https://tribune.example/talks",
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": label,
    }
    return plistlib.dumps(
        {"WebMainResource": main, "WebSubresources": []}, fmt=plistlib.FMT_BINARY if binary else plistlib.FMT_XML
    )


def wayback() -> bytes:
    toolbar = '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp">12 captures, 3 Mar 2029 - 1 Apr 2030, "Save Page Now" said the archive.</div><!-- END WAYBACK TOOLBAR INSERT -->'
    script = '<script>__wm.init("https://web.archive.org/web");__wm.wombat("https://tribune.example/talks","20310505101112","https://web.archive.org/","web");</script>'
    copied = page().replace(
        "<head>",
        f'<head>{script}<link rel="canonical" href="https://web.archive.org/web/20310505101112/https://tribune.example/talks">',
    )
    return (
        copied.replace("<body>", f"<body>{toolbar}")
        + "<!--\n     FILE ARCHIVED ON 10:11:12 May 05, 2031 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE ON 09:00:00 Jun 01, 2031.\n-->"
    ).encode()


def record(kind: str, address: str, content: bytes, **fields: str) -> bytes:
    head = {
        "WARC-Type": kind,
        "WARC-Target-URI": address,
        "WARC-Date": "2031-06-01T10:11:12Z",
        "WARC-Record-ID": f"<urn:uuid:{len(content)}>",
    } | {name.replace("_", "-"): value for name, value in fields.items()}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"WARC/1.0\r\n{lines}Content-Length: {len(content)}\r\n\r\n".encode() + content + b"\r\n\r\n"


def answer(body: bytes, status: str = "200 OK", **fields: str) -> bytes:
    fields = {"Content_Type": "text/html; charset=utf-8"} | fields
    return (
        f"HTTP/1.1 {status}\r\n".encode()
        + "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in fields.items()).encode()
        + b"\r\n"
        + body
    )


def chunked(body: bytes) -> bytes:
    size = len(body) // 3
    return (
        b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (body[:size], body[size : 2 * size], body[2 * size :]))
        + b"0\r\n\r\n"
    )


def warc(*, packed: bool = False) -> bytes:
    """Three pages, as they lie, in chunks, and in gzip within chunks, among what is no page."""
    bodies = [page(number).encode() for number in range(3)]
    records = [
        record("warcinfo", "", b"software: x\r\n", Content_Type="application/warc-fields"),
        record("request", "https://tribune.example/0", b"GET /0 HTTP/1.1\r\nCookie: reader@b.example\r\n\r\n"),
        record("response", "https://tribune.example/0", answer(bodies[0]), WARC_Payload_Digest="sha1:A"),
        record("response", "https://tribune.example/a.png", answer(b"\x89PNG", Content_Type="image/png")),
        record("response", "https://tribune.example/moved", answer(b"<p>Moved</p>", "301 Moved")),
        record("response", "https://tribune.example/1", answer(chunked(bodies[1]), Transfer_Encoding="chunked")),
        record("revisit", "https://tribune.example/0", answer(b""), WARC_Payload_Digest="sha1:A"),
        record(
            "response",
            "https://tribune.example/2",
            answer(chunked(gzip.compress(bodies[2], mtime=0)), Transfer_Encoding="chunked", Content_Encoding="gzip"),
        ),
    ]
    return b"".join(gzip.compress(each, mtime=0) if packed else each for each in records)


def wacz() -> bytes:
    lines = [
        '{"format": "json-pages-1.0", "id": "pages"}',
        *(json.dumps({"url": f"https://tribune.example/{n}#top", "title": ARTICLES[n][0]}) for n in range(3)),
    ]
    return zipped(
        {"datapackage.json": "{}", "archive/data.warc.gz": warc(packed=True), "pages/pages.jsonl": "\n".join(lines)}
    )


def html_of(number: int) -> str:
    return "".join(f"<p>{escaped(text).replace('minister', '<em>minister</em>')}</p>\n" for text in ARTICLES[number][4])


def rss(*, teasers: int = 0) -> bytes:
    """Full text as CDATA, as escaped HTML, and as both; with items that have a description only."""
    forms = (
        lambda html: f"<![CDATA[{html}]]>",
        escaped_twice,
        lambda html: f"{escaped_twice(html[:20])}<![CDATA[{html[20:]}]]>",
    )
    items = "".join(
        f"<item><title>{escaped(headline)}</title><link>https://tribune.example/{n}</link><dc:creator>{byline}</dc:creator>"
        f"<pubDate>Sun, 0{4 + n} May 2031 09:20:00 GMT</pubDate><description>A teaser.</description><content:encoded>{forms[n](html_of(n))}</content:encoded></item>\n"
        for n, (headline, _, _, byline, _) in enumerate(ARTICLES)
    )
    more = "<item><title>More</title><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item>" * teasers
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<channel><title>The Kalmere Tribune</title>{items}{more}</channel></rss>"
    ).encode()


def escaped_twice(html: str) -> str:
    return html.replace("&", "&amp;").replace("<", "&lt;")


def atom() -> bytes:
    entries = "".join(
        f'<entry><title>{escaped(headline)}</title><link href="https://tribune.example/{n}"/><id>tag:{n}</id><published>2031-05-0{4 + n}T09:20:00Z</published>'
        f"<updated>2031-05-09T00:00:00Z</updated><author><name>{byline}</name></author>"
        + (
            f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{html_of(n)}</div></content>'
            if n
            else f'<content type="html">{escaped_twice(html_of(n))}</content>'
        )
        + "</entry>"
        for n, (headline, _, _, byline, _) in enumerate(ARTICLES)
    )
    return f'<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>The Kalmere Tribune</title>{entries}</feed>'.encode()


def json_feed() -> bytes:
    items = [
        {
            "id": str(n),
            "url": f"https://tribune.example/{n}",
            "title": headline,
            "content_html": html_of(n),
            "date_published": f"2031-05-0{4 + n}T09:20:00Z",
            "authors": [{"name": byline}],
        }
        for n, (headline, _, _, byline, _) in enumerate(ARTICLES)
    ]
    return json.dumps(
        {"version": "https://jsonfeed.org/version/1.1", "title": "The Kalmere Tribune", "items": items}
    ).encode()


def wordpress() -> bytes:
    items = "".join(
        f"<item><title>{escaped(headline)}</title><link>https://tribune.example/{n}</link><pubDate>Sun, 0{4 + n} May 2031 09:20:00 +0000</pubDate><dc:creator><![CDATA[{byline}]]></dc:creator>"
        f"<content:encoded><![CDATA[{(chr(10) * 2).join(escaped(text) for text in words)}]]></content:encoded><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type></item>"
        for n, (headline, _, _, byline, words) in enumerate(ARTICLES)
        for status in ("publish",)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>The Kalmere Tribune</title>{items}</channel></rss>'
    ).encode()


def wallabag() -> bytes:
    return json.dumps([
        {"id": n, "title": headline, "url": f"https://tribune.example/{n}", "is_archived": 0, "content": html_of(n), "created_at": "2031-06-01T10:11:12+0200",
         "published_at": f"2031-05-0{4 + n}T09:20:00+0000", "published_by": [byline], "domain_name": "tribune.example"}
        for n, (headline, _, _, byline, _) in enumerate(ARTICLES)
    ], indent=1).encode()  # fmt: skip


def ninjs(version: int = 3) -> bytes:
    headline, outlet, _, byline, _ = ARTICLES[0]
    common = {
        "uri": "urn:x:1",
        "copyrightnotice": "Copyright 2031",
        "provider": outlet,
        "pubstatus": "usable",
        "firstcreated": "2031-05-04T09:20:00Z",
        "versioncreated": "2031-05-05T10:00:00Z",
    }
    one = {"headline": headline, "byline": byline, "body_xhtml": html_of(0), "body_text": "No."}
    three = {"by": byline, "headlines": [{"role": "short", "value": "No"}, {"role": "main", "value": headline}],
             "bodies": [{"role": "main", "contentType": "text/plain", "value": "No."}, {"role": "rich", "contentType": "application/xhtml+xml", "value": html_of(0)}]}  # fmt: skip
    return json.dumps(common | (one if version == 1 else three)).encode()


def newsml_g2() -> bytes:
    items = "".join(
        f'<newsItem guid="urn:x:{n}" version="2"><rightsInfo><copyrightHolder literal="{outlet}"/></rightsInfo><itemMeta><provider qcode="x:1"><name>{outlet}</name></provider>'
        f'<versionCreated>2031-05-09T10:00:00Z</versionCreated><firstCreated>2031-05-0{4 + n}T09:20:00Z</firstCreated><pubStatus qcode="stat:canceled"/><edNote>Eds: Kill.</edNote></itemMeta>'
        f"<contentMeta><slugline>x</slugline><headline>{escaped(headline)}</headline><by>{byline}</by></contentMeta><contentSet>"
        + (f"<inlineData>{escaped(chr(10).join(words))}</inlineData>" if n == 2 else
           f'<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>No</hl1></hedline></body.head><body.content><block>{html_of(n)}</block></body.content></body></nitf></inlineXML>')
        + "</contentSet></newsItem>"
        for n, (headline, outlet, _, byline, words) in enumerate(ARTICLES)
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="utf-8"?><newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>{items}</itemSet></newsMessage>'.encode()


def nitf() -> bytes:
    headline, outlet, _, byline, _ = ARTICLES[0]
    return (
        f'<?xml version="1.0" encoding="iso-8859-1"?>\n<nitf><head><docdata><doc-id id-string="x1"/><date.issue norm="20310504T092000Z"/><ed-msg info="Eds: Hold."/></docdata></head>'
        f"<body><body.head><hedline><hl1>{headline}</hl1></hedline><byline>{byline}<byttl>Staff Writer</byttl></byline><distributor>{outlet}</distributor></body.head>"
        f"<body.content><block>{html_of(0)}</block></body.content></body></nitf>"
    ).encode("latin-1", "xmlcharrefreplace")


def newsml1() -> bytes:
    headline, _, _, byline, _ = ARTICLES[0]
    return (
        "<?xml version='1.0'?><NewsML Version='1.2'><NewsItem><NewsManagement><FirstCreated>20310504T092000Z</FirstCreated><ThisRevisionCreated>20310504T092000Z</ThisRevisionCreated>"
        f"</NewsManagement><NewsComponent><NewsLines><HeadLine>{headline}</HeadLine><ByLine>{byline}</ByLine></NewsLines><ContentItem><DataContent>{html_of(0)}</DataContent></ContentItem>"
        "</NewsComponent></NewsItem></NewsML>"
    ).encode()


def iptc7901() -> bytes:
    first, second = (text.replace("\u201c", '"').replace("\u201d", '"') for text in ARTICLES[0][4])
    lines = ["\r\n".join(wrap(text, 60)) for text in (first, second)]
    return (
        f"\x01abc062 4 i 211 ccccb   Serin 061\r\n\r\nTalks/\r\n\x02{ARTICLES[0][0]} =\r\n\r\n   {lines[0]}\r\n\r\n   {lines[1]}\r\n\r\n# serin NOTEBOOK\r\n\r\n* * * *\r\n"
        "The following information is not for publication\r\n\r\n- Reporting by: Rosa Quill\r\n\x03040920 GMT May 31\r\n\x7f\x04"
    ).encode("latin-1")


def anpa() -> bytes:
    first, second = (
        text.replace("\u201c", "``").replace("\u201d", "''").replace(" - ", " _ ") for text in ARTICLES[0][4]
    )
    return (
        f"\x16\x16\x01A2870\x1f_asian\nf l\x13\x11 BC-Talks 05-04 1049\n\x02\x02BC-Talks,466<\n^{ARTICLES[0][0]} <\n^Eds: With photos.<\n^By {ARTICLES[0][3]}=\n"
        f"^{ARTICLES[0][1]}=\n\t   {first} \n \n{second} \n\x03\nAP-WX-05-04-31 0920GMT<\n\x04"
    ).encode("latin-1")


def csv_table(mark: str = ";") -> bytes:
    rows = [("day", "outlet", "title", "writer", "words")]
    rows += [
        (f"2031-05-0{4 + n}", outlet, headline, byline, (chr(10) * 2).join(words))
        for n, (headline, outlet, _, byline, words) in enumerate(ARTICLES)
    ]
    lines = [mark.join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return "\r\n".join(lines).encode()


def rtf_text(text: str) -> str:
    """A text as RTF has it: what is no ASCII as an escape of one of its two kinds."""
    written = []
    for char in text:
        units = char.encode("utf-16-be")
        for at in range(0, len(units) if ord(char) > 0x7F else 0, 2):
            number = int.from_bytes(units[at : at + 2], "big", signed=True)
            written.append(f"\\u{number}?" if char in "\u201c\u201d\U0001f600" else "")
        written.append(
            char
            if ord(char) <= 0x7F
            else ""
            if char in "\u201c\u201d\U0001f600"
            else "".join(f"\\'{byte:02x}" for byte in char.encode("cp1252"))
        )
    return "".join(written)


RTF_HEAD = (
    "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset204 Arial;}}{\\colortbl;\\red0\\green0\\blue0;}"
    "{\\info{\\author Rosa Quill}}{\\*\\generator secret 7;}\\pard\\f0\\fs20 "
)


def rtf() -> bytes:
    """Two articles as Factiva writes them into RTF."""
    parts = [RTF_HEAD]
    for number, (headline, outlet, _, byline, words) in enumerate(ARTICLES):
        head = (
            "News",
            headline,
            f"By {byline}",
            "120 words",
            BIDI_DATES[number],
            "09:20",
            outlet,
            "KTRIB",
            "A3",
            "English",
            f"(c) 2031 {outlet}",
        )
        lines = [*head, *words, f"Document KTRIB000{20310504 + number}e754000{number}"]
        parts += [f"{{\\b {rtf_text(line[:3])}}}\r\n{rtf_text(line[3:])}\\par\n" for line in lines]
    return ("".join(parts) + "}").encode()


def apa_rtf() -> bytes:
    """Articles as a monitor of the media hands them out: with raw UTF-8 in the file, which RTF does not have."""
    parts = [RTF_HEAD]
    for headline, outlet, _, _, words in ARTICLES:
        parts.append(
            f'\\i "{outlet}" gefunden am 01.06.2031 10:11 Uhr\\i0\\par\\par {headline}\\par\\par {words[0]}\\par {words[1]}\\par {"_" * 60}\\par '
        )
    return ("".join(parts) + "}").encode()


def plain_docx() -> bytes:
    """A press release: a title, paragraphs, a footnote, a deletion and a comment."""
    headline, _, _, _, words = ARTICLES[0]
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>{headline}</w:t></w:r></w:p>'
    box = "<mc:AlternateContent><mc:Choice><w:r><w:t>Once.</w:t></w:r></mc:Choice><mc:Fallback><w:r><w:t>Twice.</w:t></w:r></mc:Fallback></mc:AlternateContent>"
    body = (
        title
        + "".join(paragraph(*split(escaped(text))) for text in words)
        + paragraph("<w:del><w:r><w:delText>never printed</w:delText></w:r></w:del>", box)
    )
    document = f'<?xml version="1.0"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'
    notes = f'<?xml version="1.0"?><w:footnotes {NAMESPACES}><w:footnote>{paragraph("A note at the foot.")}</w:footnote></w:footnotes>'
    return zipped(
        {
            "word/document.xml": document,
            "word/footnotes.xml": notes,
            "word/comments.xml": "<x>Rosa Quill</x>",
            "docProps/core.xml": "<x>Rosa Quill</x>",
        }
    )


def xlsx() -> bytes:
    """A table: texts shared, as programs write them, one within its cell, and days as numbers."""
    rows = [("day", "outlet", "title", "writer", "words")]
    rows += [
        (str(47972 + n), outlet, headline, byline, "\n\n".join(words))
        for n, (headline, outlet, _, byline, words) in enumerate(ARTICLES)
    ]
    shared: list[str] = []
    lines = []
    for number, row in enumerate(rows, 1):
        cells = []
        for column, cell in zip("ABCDE", row, strict=True):
            if cell.isdigit():
                cells.append(f'<c r="{column}{number}"><v>{cell}</v></c>')
            elif column == "D":
                cells.append(f'<c r="{column}{number}" t="inlineStr"><is><t>{escaped(cell)}</t></is></c>')
            else:
                shared.append(
                    f'<si><r><rPr><b/></rPr><t xml:space="preserve">{escaped(cell[:4])}</t></r><r><t xml:space="preserve">{escaped(cell[4:]).replace("W", "_x0057_")}</t></r><rPh sb="0" eb="1"><t>secret</t></rPh></si>'
                )
                cells.append(f'<c r="{column}{number}" t="s"><v>{len(shared) - 1}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return zipped({
        "xl/workbook.xml": f"<workbook {main}/>",
        "xl/sharedStrings.xml": f'<?xml version="1.0"?><sst {main}>{"".join(shared)}</sst>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet {main}><sheetData>{"".join(lines)}</sheetData></worksheet>',
    })  # fmt: skip


def pdf(*, columns: bool = False) -> bytes:
    """Two pages with running heads and numbers, text in lines, and a third page that is a picture."""
    headline, outlet, _, _, words = ARTICLES[0]
    pages = []
    for number in range(2):
        lines = [(40, 800, f"{outlet}, 4 May 2031"), (40, 30, str(number + 1))]
        if number == 0:
            lines.append((40, 760, headline))
        text = wrap(words[number].replace("\u201c", '"').replace("\u201d", '"'), 44)
        for at, line in enumerate(text):
            lines.append((40, 720 - 14 * at, line))
            if columns:
                lines.append((330, 720 - 14 * at, f"other words {at}"))
        pages.append("BT /F1 12 Tf " + " ".join(f"1 0 0 1 {x} {y} Tm ({line}) Tj" for x, y, line in lines) + " ET")
    pages.append("0 0 100 100 re f")
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{4 + 2 * n} 0 R' for n in range(3))}] /Count 3 >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    body, places = "%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return f"{body}xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n".encode()


SAMPLES: dict[str, tuple[bytes, int]] = {
    "nexis docx": (nexis_docx(), 3),
    "nexis text": (nexis_text(), 3),
    "nexis html": (nexis_html(), 3),
    "factiva html": (factiva_html(), 3),
    "factiva html with indexing": (factiva_html(indexed=True), 3),
    "factiva text": (factiva_text(), 3),
    "factiva xml": (factiva_xml(), 3),
    "europresse": (europresse(), 3),
    "europresse, old form": (europresse(old=True), 3),
    "proquest html": (proquest_html(), 3),
    "proquest text": (proquest_text(), 3),
    "proquest mail": (proquest_mail(), 3),
    "mail": (mail(), 1),
    "mail in base64": (mail(coding="base64", charset="windows-1252"), 1),
    "mailbox": (mailbox(), 3),
    "mhtml": (mhtml(), 1),
    "safari": (safari(), 1),
    "safari, xml": (safari(binary=False, label="windows-1252"), 1),
    "wayback": (wayback(), 1),
    "warc": (warc(), 3),
    "warc, gzip": (warc(packed=True), 3),
    "wacz": (wacz(), 3),
    "rss": (rss(), 3),
    "atom": (atom(), 3),
    "json feed": (json_feed(), 3),
    "wordpress": (wordpress(), 3),
    "wallabag": (wallabag(), 3),
    "ninjs": (ninjs(), 1),
    "ninjs 1": (ninjs(1), 1),
    "newsml-g2": (newsml_g2(), 3),
    "nitf": (nitf(), 1),
    "newsml 1": (newsml1(), 1),
    "iptc 7901": (iptc7901(), 1),
    "anpa": (anpa(), 1),
    "rtf": (rtf(), 3),
    "apa, rtf": (apa_rtf(), 3),
    "docx": (plain_docx(), 1),
}
