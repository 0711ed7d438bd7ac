"""HTML -> what each block of it is: the article, its headline and lines of origin, its readers' thread, and the rest."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.accounts.dates import dated, find_date, read_date
from onrecord.accounts.draft import Draft, Field, FieldName, Stretch
from onrecord.accounts.elsewhere import elsewhere
from onrecord.accounts.features import setting
from onrecord.accounts.headlines import find_headline, folded
from onrecord.accounts.htmlthread import Thread, read_thread
from onrecord.accounts.labeller import body_blocks
from onrecord.accounts.markup import Markup, Piece, read_markup
from onrecord.accounts.metadata import read_metadata
from onrecord.accounts.regions import BYLINE, CAPTION, DATELINE
from onrecord.accounts.wholeness import missing
from onrecord.types import BlockKind

BYLINE_LINE = re.compile(r"(?:by|von|par|por|di)\s+[^\W\d_].{1,80}", re.I)
NEAR = 8
"""How many blocks from the headline or the first of the body a byline or a dateline may stand."""
BY_WORDS = re.compile(r"^\W*(?:(?:written|posted|story|report)?\s*by|von|par|por|di)\b:?\s*", re.I)
UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|revised|aktualisiert|mis à jour|actualizado|aggiornato|reviewed)\b", re.I
)
PUBLISHED = re.compile(r"\b(?:published|posted|first appeared|veröffentlicht|publié|publicado|pubblicato)\b", re.I)
SHORT = 40
"""A block of the body that is shorter and has a date is its dateline."""
SEPARATORS = re.compile(r"\s+[|\-–—:·»«]+\s+")


def read_html(source: str) -> Draft:
    """What each block of the page is; every origin counts in `source`."""
    markup = read_markup(source)
    metadata = read_metadata(markup)
    headline = find_headline(markup, metadata.get("headline", []))
    thread = read_thread(markup, headline)
    page = setting(markup, -1 if headline is None else headline, thread.owned)
    stamped = _stamped(markup)
    kinds = _kinds(markup, thread, body_blocks(markup, page), headline, stamped)
    fields = {name: values[0] for name, values in metadata.items()}
    if headline is not None:
        piece = markup.pieces[headline]
        fields["headline"] = Field(markup.text[piece.start : piece.end], "heading", (piece.origin, piece.origin_end))
    elif "headline" in fields:
        fields["headline"] = _without_site(fields["headline"], fields.get("publisher"))
    _visible(markup, kinds, fields, stamped)
    stretches = list(_stretches(markup, kinds))
    markup.release()
    return Draft(
        markup.text,
        stretches,
        thread.posts,
        fields,
        None if thread.posts else elsewhere(source),
        missing(source, markup, kinds),
    )


def _kinds(
    markup: Markup, thread: Thread, body: list[bool], headline: int | None, stamped: dict[int, str]
) -> list[BlockKind]:
    first = next((index for index, own in enumerate(body) if own and index != headline), len(body))
    kinds: list[BlockKind] = []
    for index, piece in enumerate(markup.pieces):
        if index == headline:
            kinds.append("headline")
        elif index in thread.owned:
            kinds.append("comment" if thread.owned[index] else "chrome")
        else:
            near = abs(index - first) <= NEAR or (headline is not None and 0 < index - headline <= NEAR)
            if near and index in stamped and not (body[index] and piece.end - piece.start >= SHORT):
                kinds.append("dateline")
            else:
                kinds.append(_kind(markup.text, piece, body=body[index], near=near))
    return kinds


def _kind(text: str, piece: Piece, *, body: bool, near: bool) -> BlockKind:
    """What a block outside the thread is: by its words if they are a line of origin, and else as the model has it."""
    line = text[piece.start : piece.end]
    node = piece.node
    own = [n for n in (node, node.parent if node else None) if n is not None]
    names = " ".join(n.names for n in own)
    if any(n.tag == "figcaption" for n in own) or (names and CAPTION.search(names)):
        return "caption"
    if near and len(line) < 120 and (BYLINE_LINE.fullmatch(line) or (not body and BYLINE.search(names))):
        return "byline"
    if near and len(line) < 100 and dated(line) and (not body or len(line) < SHORT):
        return "dateline" if find_date(line) or DATELINE.search(names) else "body" if body else "chrome"
    return "body" if body else "chrome"


def _without_site(field: Field, publisher: Field | None) -> Field:
    """A title without the site's name behind it: "Talks end in Hanoi | The Daily" """
    parts = SEPARATORS.split(field.value)
    if publisher and len(parts) > 1 and folded(parts[-1]) == folded(publisher.value):
        return field._replace(value=field.value[: field.value.rindex(parts[-1])].rstrip(" |-–—:·»«"))
    return field


def _visible(markup: Markup, kinds: list[BlockKind], fields: dict[FieldName, Field], stamped: dict[int, str]) -> None:
    """What the page's metadata does not give, from the blocks that say it. Comments are not looked at."""
    beside = _beside_the_article(kinds)
    given = set(fields)
    for index, (piece, kind) in enumerate(zip(markup.pieces, kinds, strict=True)):
        line, place = markup.text[piece.start : piece.end], (piece.origin, piece.origin_end)
        if kind == "byline" and "byline" not in fields and len(line) < 100:
            words = BY_WORDS.sub("", line)
            if words and not dated(words):
                fields["byline"] = Field(words, "block", place)
        says_so = kind == "chrome" and len(line) < 120 and (index in beside or PUBLISHED.search(line) is not None)
        if kind in ("byline", "dateline") or says_so:
            for name, value in _dates(line, stamped.get(index)):
                if name not in given:
                    fields.setdefault(name, Field(value, "block", place))


def _dates(line: str, stamped: str | None) -> Iterator[tuple[FieldName, str]]:
    """The dates of a line, each told by the words before it; `stamped` is what its markup gives for the first one."""
    end = 0
    while found := find_date(line, end):
        value = found.edtf if end else stamped or found.edtf
        if value:
            yield ("modified" if UPDATED.search(line, end, found.start) else "published"), value
        end = found.end
    if not end and stamped:
        yield ("modified" if UPDATED.search(line) else "published"), stamped


def _stamped(markup: Markup) -> dict[int, str]:
    """The blocks that have a time element, and its date."""
    ends = [piece.end for piece in markup.pieces]
    found: dict[int, str] = {}
    for node in markup.nodes:
        if node.tag == "time" and node.end > node.start and not node.unread and "datetime" in node.attrs:
            index = bisect_left(ends, node.end)
            value = read_date(node.attrs["datetime"])
            if value and index < len(ends):
                found.setdefault(index, value)
    return found


def _beside_the_article(kinds: list[BlockKind]) -> range:
    """The blocks about the headline and the beginning of the body, where a page says when it was published."""
    marks = [kinds.index(kind) for kind in ("headline", "body") if kind in kinds]
    return range(min(marks) - NEAR, max(marks) + 2) if marks and max(marks) - min(marks) < 3 * NEAR else range(0)


def _stretches(markup: Markup, kinds: list[BlockKind]) -> "list[Stretch]":
    """The blocks; lines of one paragraph that a single <br> divides are one block if they are of one kind."""
    out: list[Stretch] = []
    for piece, kind in zip(markup.pieces, kinds, strict=True):
        if piece.wrapped and out and out[-1].kind == kind and kind in ("body", "caption"):
            out[-1] = out[-1]._replace(end=piece.end, origin_end=piece.origin_end)
        else:
            out.append(Stretch(kind, piece.start, piece.end, piece.origin, piece.origin_end))
    return out
