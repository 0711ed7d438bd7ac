"""A file that holds several accounts becomes its parts, one at a time, each with its place and what the file states of
it.

A reader takes a container and gives parts, in the order of the file and numbered from 1, and remarks on what it did not
read. It is chosen by the kind that was told from the content (kinds.py).
"""

from collections.abc import Callable, Iterator

from onrecord.faults import reason
from onrecord.sources.containers import (
    europresse,
    factiva,
    feeds,
    mime,
    newsjson,
    newsxml,
    nexis,
    office,
    pdf,
    proquest,
    rtf,
    table,
    warc,
    webarchive,
    wiretext,
)
from onrecord.sources.containers.parts import Container, Part, Unread, fingerprint
from onrecord.text.wide import mark_of, unmarked_utf16
from onrecord.types import Step

Reader = Callable[[Container], Iterator[Part | Unread]]

READERS: dict[str, Reader] = {
    "a Nexis export (DOCX)": nexis.read_docx,
    "a Nexis export (text)": nexis.read_text,
    "a Nexis export (HTML)": nexis.read_html,
    "a Factiva export (HTML)": factiva.read_html,
    "a Factiva export (XML)": factiva.read_xml,
    "a Factiva export (text)": factiva.read_text,
    "a Europresse export (HTML)": europresse.read_html,
    "a ProQuest export (HTML)": proquest.read_html,
    "a ProQuest export (text)": proquest.read_text,
    "a ProQuest export by e-mail": mime.read_proquest_mail,
    "an e-mail": mime.read_mail,
    "a mailbox (mbox)": mime.read_mailbox,
    "a page saved as MHTML": mime.read_mhtml,
    "a page saved by Safari (.webarchive)": webarchive.read_safari,
    "a page of the Wayback Machine": webarchive.read_wayback,
    "a feed (RSS)": feeds.read_feed,
    "a feed (Atom)": feeds.read_feed,
    "a feed (JSON Feed)": newsjson.read_feed,
    "a WordPress export": feeds.read_wordpress,
    "a read-later export (wallabag)": newsjson.read_wallabag,
    "a news item (ninjs)": newsjson.read_ninjs,
    "an AP item (JSON)": newsjson.read_ap,
    "a NewsML-G2 file": newsxml.read_g2,
    "a NewsML 1 file": newsxml.read_newsml1,
    "a wire item (NITF)": newsxml.read_nitf,
    "a wire item (IPTC 7901)": wiretext.read_7901,
    "a wire item (ANPA 1312)": wiretext.read_anpa,
    "a table": table.read_csv,
    "an RTF document": rtf.read_rtf,
    "a PDF document": pdf.read_pdf,
    "a Word document (DOCX)": office.read_docx,
    "a spreadsheet (XLSX)": office.read_xlsx,
    "a web archive (WARC)": warc.read_warc,
    "a web archive (WARC, gzip)": warc.read_warc,
    "a web archive (WACZ)": warc.read_wacz,
}
"""By the name of a kind."""

SINGLE = frozenset(
    {
        "a page saved as MHTML",
        "a page saved by Safari (.webarchive)",
        "a page of the Wayback Machine",
        "a Word document (DOCX)",
        "a PDF document",
    }
)
"""The kinds of which a file always holds one account, which has the file's name without a number."""

MOST_PARTS = 10_000
"""So many parts of one file are read at most."""


def parts(kind: str, container: Container) -> Iterator[Part | Unread]:
    """The parts of a container of that kind. A fault of the reader ends it, and is told."""
    count = lines = 0
    container, decoded = _in_utf8(container)
    try:
        for part in READERS[kind](container):
            count += isinstance(part, Part)
            lines += not isinstance(part, Part)
            if max(count, lines) > MOST_PARTS:
                yield Unread(
                    0, f"it holds more than {MOST_PARTS:,} accounts or faults; what is behind them was not read"
                )
                return
            yield part._replace(steps=(*decoded, *part.steps)) if decoded and isinstance(part, Part) else part
    except Exception as error:
        yield Unread(0, f"{count} accounts of it were read, and the rest could not be: {reason(error)}")


def _in_utf8(container: Container) -> tuple[Container, tuple[Step, ...]]:
    """A container that is written in UTF-16 or UTF-32, in UTF-8, and the step that leads there."""
    marked = mark_of(container.body)
    codec = marked[1] if marked else unmarked_utf16(container.body)
    if codec is None or codec == "utf-8":
        return container, ()
    text = container.body[len(marked[0]) if marked else 0 :].decode(codec, "replace")
    body = text.encode("utf-8", "replace")
    return container._replace(body=body), (Step("decoded from", codec, fingerprint(body)),)
