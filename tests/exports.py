"""Exports and archives of our own invention, as databases, browsers and agencies write them: each kind with what is in it.

The names, outlets and words are inventions. `SAMPLES` has for each kind a file and how many accounts it holds.
"""

import io
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


SAMPLES: dict[str, tuple[bytes, int]] = {
    "nexis docx": (nexis_docx(), 3),
    "nexis text": (nexis_text(), 3),
    "nexis html": (nexis_html(), 3),
}
