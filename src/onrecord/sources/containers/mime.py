"""Mails, mailboxes and pages saved as MHTML: parts of MIME (RFC 2045, 2046, 2557), each with its place in the file.

A mail is read without the lines of its head that name to whom it went, and without the addresses of those in its text.
Of a mail in two forms the fuller one is read. A page is the part that the head names as its start, else the one whose
address is the page's, else the first that is HTML: the first part may be an image.
"""

import re
from collections.abc import Iterator
from email import policy
from email.errors import MessageError
from email.message import EmailMessage
from email.parser import BytesParser
from itertools import islice
from typing import NamedTuple

from onrecord.sources.containers import proquest
from onrecord.sources.containers.dates import mailed_date
from onrecord.sources.containers.forms import known_codec, unfold
from onrecord.sources.containers.parts import Container, Part, Run, Unread, declared_codec, transcoded
from onrecord.sources.containers.vocabulary import entries, meanings, words
from onrecord.types import Given, GivenField, Step

DEPTH, MOST_PARTS = 10, 2000
LARGEST = 28 * 1024 * 1024
"""Bytes of one part as it is coded: what is larger is no mail or page that can be read."""
HEAD_END = re.compile(rb"\r?\n[ \t]*\r?\n|\A\r?\n")
LONGEST_HEAD = 256 * 1024
ENVELOPE = re.compile(rb"^From [^\r\n]{1,300}[0-9]\r?\n(?=[A-Za-z][A-Za-z0-9-]{0,60}:|>From )", re.M)
"""What parts the mails of a mailbox: the address of the envelope and a day."""
RECIPIENTS = words("recipients")
ADDRESS = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_MARKS = "|".join(map(re.escape, entries("forwarded_marks")))
FORWARDED = re.compile(rf"^[-_ ]{{0,30}}(?:{_MARKS}) ?[-_:]{{0,30}}[ \t]*\r?$", re.I | re.M)
HEAD_FIELDS = meanings("mail_heads")
_LINE = rf"[*> ]{{0,4}}(?:{'|'.join(HEAD_FIELDS)})\*?:[^\n]{{0,1000}}\n{{1,2}}(?:[ \t]+[^\n]{{0,1000}}\n){{0,20}}"
INNER = re.compile(rf"\s*(?P<head>(?:{_LINE}){{2,9}})", re.I)


class MimePart(NamedTuple):
    """A part: its head, where its content stands, and its own parts."""

    path: str
    head: EmailMessage
    start: int
    end: int
    parts: "tuple[MimePart, ...]"

    @property
    def kind(self) -> str:
        return str(self.head.get_content_type())

    @property
    def coding(self) -> str:
        return str(self.head.get("content-transfer-encoding", "")).strip().lower()

    def leaves(self) -> "Iterator[MimePart]":
        """The parts that hold no others; mails within are leaves."""
        if not self.parts or self.kind == "message/rfc822":
            yield self
        else:
            for part in self.parts:
                yield from part.leaves()


def parsed(body: bytes, start: int, end: int, path: str = "", depth: int = 0) -> MimePart:
    """The parts of what stands between two places."""
    begin = HEAD_END.search(body, start, min(end, start + LONGEST_HEAD))
    content = begin.end() if begin else end
    head = _head(body[start : begin.end() if begin else end])
    parts: list[MimePart] = []
    boundary = _safely(head.get_boundary)
    if depth < DEPTH and boundary and head.get_content_maintype() == "multipart":
        for number, (first, last) in enumerate(_between(body, content, end, boundary.encode("utf-8", "replace")), 1):
            parts.append(parsed(body, first, last, f"{path}.{number}".lstrip("."), depth + 1))
    elif depth < DEPTH and head.get_content_type() == "message/rfc822":
        parts.append(parsed(body, content, end, f"{path}.1".lstrip("."), depth + 1))
    return MimePart(path or "1", head, content, end, tuple(parts))


def _safely(ask: "object") -> str | None:
    try:
        return ask()  # type: ignore[operator, no-any-return]
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, MessageError):
        return None


def _head(raw: bytes) -> EmailMessage:
    try:
        return BytesParser(policy=policy.default).parsebytes(raw, headersonly=True)
    except (ValueError, LookupError, TypeError, AttributeError, IndexError, MessageError):
        return EmailMessage()


def _field(head: EmailMessage, name: str) -> str:
    """A field of a head as text; "" where it is missing or cannot be read."""
    return " ".join((_safely(lambda: str(head.get(name, ""))) or "").split())


def _between(body: bytes, start: int, end: int, boundary: bytes) -> Iterator[tuple[int, int]]:
    """The runs between the lines of a boundary; the last ends with the whole where its end is missing."""
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(?P<last>--)?[ \t]*(?=\r?\n|\Z)")
    at: int | None = None
    for match in islice(line.finditer(body, max(start - 2, 0), end), MOST_PARTS):
        if at is not None:
            yield at, match.start()
        at = None if match["last"] else body.find(b"\n", match.end(), end) + 1 or end
        if at is None:
            return
    if at is not None:
        yield at, end


def _form(body: bytes, part: MimePart, escape: str = "") -> str:
    """How the text of a part is written: its transfer coding, and its encoding by its head, a mark, or its markup."""
    coding = part.coding if part.coding in ("quoted-printable", "base64") else ""
    label = _safely(part.head.get_content_charset)
    if label:
        codec = known_codec(label)
    else:
        decoded = unfold(body[part.start : part.end], f"{coding} latin-1").text.encode("latin-1", "replace")
        codec = declared_codec(decoded)
    return " ".join(filter(None, (coding, escape, codec)))


def _given(rule: str, values: dict[GivenField, str | None]) -> tuple[Given, ...]:
    return tuple(Given(name, value, f"{rule} {name}") for name, value in values.items() if value)


# MHTML


def read_mhtml(container: Container) -> Iterator[Part | Unread]:
    """The page of an MHTML file."""
    body = container.body
    top = parsed(body, 0, len(body))
    leaves = list(top.leaves())
    page = _page_of(top, leaves)
    if page is None:
        yield Unread(0, f"a page saved as MHTML without a part of HTML; it has {len(leaves)}")
        return
    address = _field(page.head, "content-location") or _field(top.head, "snapshot-content-location")
    given = _given("mhtml", {"canonical": address if address.startswith("http") else None})
    yield transcoded(
        layer=body,
        runs=[Run(page.start, page.end, _form(body, page))],
        number=1,
        media_type="text/html",
        steps=(Step("mime part", f"{page.path} of {len(leaves)}"),),
        given=given,
        retrieved=mailed_date(_field(top.head, "date")),
    )


def _page_of(top: MimePart, leaves: list[MimePart]) -> MimePart | None:
    start = str(_safely(lambda: top.head.get_param("start")) or "").strip()
    address = _field(top.head, "snapshot-content-location")
    pages = [leaf for leaf in leaves if leaf.kind in ("text/html", "application/xhtml+xml")]
    pages = [leaf for leaf in pages if leaf.end - leaf.start <= LARGEST]
    for leaf in pages:
        if start and _field(leaf.head, "content-id") == start:
            return leaf
    for leaf in pages:
        if address and _field(leaf.head, "content-location") == address:
            return leaf
    return pages[0] if pages else None


# Mails


def read_mail(container: Container) -> Iterator[Part | Unread]:
    """A mail, and mails that are attached to it."""
    numbers = iter(range(1, MOST_PARTS))
    yield from _mail(container.body, parsed(container.body, 0, len(container.body)), numbers, ())


def read_mailbox(container: Container) -> Iterator[Part | Unread]:
    """The mails of a mailbox (mbox), one at a time."""
    body = container.body
    begins = [match.start() for match in ENVELOPE.finditer(body)]
    numbers = iter(range(1, 10 * MOST_PARTS))
    for at, begin in enumerate(begins):
        start = body.index(b"\n", begin) + 1
        end = begins[at + 1] if at + 1 < len(begins) else len(body)
        yield from _mail(body, parsed(body, start, end), numbers, (Step("mail", f"{at + 1} of {len(begins)}"),), "mbox")


def _mail(
    body: bytes, mail: MimePart, numbers: Iterator[int], steps: tuple[Step, ...], escape: str = ""
) -> Iterator[Part | Unread]:
    number = next(numbers)
    texts = [leaf for leaf in mail.leaves() if leaf.kind in ("text/html", "text/plain") and not _is_attached(leaf)]
    texts = [leaf for leaf in texts if leaf.end - leaf.start <= LARGEST]
    best = max(texts, key=lambda leaf: (_fullness(body, leaf), leaf.kind == "text/html"), default=None)
    if best is None:
        yield Unread(number, "a mail without text" + ("" if mail.parts else ": its head alone"))
    else:
        place = (*steps, Step("mime part", best.path))
        yield _mailed(body, mail, best, _form(body, best, escape), number=number, steps=place)
    for leaf in mail.leaves():
        if leaf.kind == "message/rfc822" and leaf.parts:
            yield from _mail(body, leaf.parts[0], numbers, (*steps, Step("mime part", leaf.path)), escape)
        elif _is_attached(leaf):
            name = _safely(leaf.head.get_filename) or leaf.path
            yield Unread(number, f"its attachment {name!r} ({leaf.kind}) was not read; save it as a file of its own")


def _is_attached(leaf: MimePart) -> bool:
    return str(_safely(leaf.head.get_content_disposition)) == "attachment"


def _fullness(body: bytes, leaf: MimePart) -> int:
    """How many letters a part shows, in steps of a tenth: HTML says more of the same words."""
    text = unfold(body[leaf.start : leaf.end], _form(body, leaf)).text
    if leaf.kind == "text/html":
        text = re.sub(r"<(script|style)\b.{0,200000}?</\1>|<[^<>]{0,4000}>", "", text, flags=re.S | re.I)
    letters = sum(map(str.isalnum, text))
    return len(str(letters)) * 10 + int(str(letters)[0])


def _mailed(body: bytes, mail: MimePart, best: MimePart, form: str, **place: object) -> Part:
    raw = unfold(body[best.start : best.end], form)
    skipped = _private_runs(raw.text, mail.head)
    values = _stated_by(mail.head)
    forwarded = FORWARDED.search(raw.text) if best.kind == "text/plain" else None
    if forwarded and (inner := INNER.match(raw.text, forwarded.end())):
        values |= _stated_by(_head(_unquoted(inner["head"]).encode("utf-8") + b"\n\n"))
        skipped.append((0, inner.end()))
    runs = [
        Run(best.start + raw.starts[begin], best.start + raw.starts[end], form)
        for begin, end in _kept(len(raw.text), skipped)
    ]
    media_type = "text/html" if best.kind == "text/html" else "text/plain"
    return transcoded(layer=body, runs=runs, media_type=media_type, given=_given("mail", values), **place)


def _unquoted(head: str) -> str:
    """The head of a mail that was forwarded, as mails have it."""
    lines = re.sub(
        r"^[*> ]{0,4}([^:\n*]{2,20})\*?:\*?",
        lambda match: f"{HEAD_FIELDS.get(match[1].lower(), match[1])}:",
        head.replace("\r", ""),
        flags=re.M,
    )
    return re.sub(r"\n{2,}", "\n", lines)


def _stated_by(head: EmailMessage) -> dict[GivenField, str | None]:
    """Subject, sender and day of a mail. Its day is when it was sent; of a newsletter that is its publication."""
    sender = _field(head, "from")
    name = re.sub(r"<[^<>]{0,300}>", "", sender).strip().strip('"').strip()
    return {
        "headline": re.sub(r"\A(?:(?:fwd?|wg|tr|re|aw) ?: ?){1,5}", "", _field(head, "subject"), flags=re.I) or None,
        "publisher": None if not name or ADDRESS.fullmatch(name) else name,
        "published": mailed_date(_field(head, "date")),
    }


def _private_runs(text: str, head: EmailMessage) -> list[tuple[int, int]]:
    """Where the addresses of those to whom a mail went stand in its text."""
    addresses = {found.lower() for name in RECIPIENTS for found in ADDRESS.findall(_field(head, name))}
    lower = text.lower()
    runs: list[tuple[int, int]] = []
    for address in addresses if len(lower) == len(text) else ():
        for written in (address, address.replace("@", "%40")):
            runs += [(match.start(), match.end()) for match in re.finditer(re.escape(written), lower)]
    return runs


def _kept(length: int, skipped: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    at = 0
    for begin, end in sorted(skipped):
        if begin > at:
            yield at, begin
        at = max(at, end)
    if at < length:
        yield at, length


def read_proquest_mail(container: Container) -> Iterator[Part | Unread]:
    """The documents of a mail that ProQuest sent."""
    body = container.body
    for leaf in parsed(body, 0, len(body)).leaves():
        if leaf.kind == "text/html":
            coding = leaf.coding if leaf.coding in ("quoted-printable", "base64") else ""
            layer = unfold(body[leaf.start : leaf.end], f"{coding} latin-1").text.encode("latin-1", "replace")
            yield from proquest.read_decoded(layer, Step("mime part", leaf.path))
