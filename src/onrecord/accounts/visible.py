"""Who wrote an article and when, from the lines about its headline that say it: what the page's metadata does not give."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from onrecord.accounts.dates import dated, find_date, read_date
from onrecord.accounts.draft import Field, FieldName
from onrecord.accounts.headlines import folded
from onrecord.accounts.markup import Markup
from onrecord.accounts.words import name_like
from onrecord.types import BlockKind

NEAR = 8
"""How many blocks from the headline or the first of the body a byline or a dateline may stand."""
BY_WORDS = re.compile(
    r"^\W*(?:(?:written|posted|story|report|reported|article|words|text|published|researched|created|submitted)?\s?by"
    r"|von|par|por|di|author)\b\s?:?\s*",
    re.I,
)
BY_WITHIN = re.compile(r"[|•·⋅,–—\d]\s{0,3}(?:written |posted )?by:?\s{1,3}(?=[^\W\d_])", re.I)
"""A byline behind a date: "August 12, 2025 By The Diggs Team"."""
CUT = re.compile(
    r"[|•·⋅(\[]|\s[-–—/]\s|\b(?:published|updated|posted|modified|last|reviewed|edited|\d{1,3} min)\b|\b(?:in|on|at|le|am) (?=\S)",
    re.I,
)
"""What ends the names of a byline."""
UPDATED = re.compile(
    r"\b(?:updated?|modified|edited|revised|aktualisiert|mis à jour|actualizado|aggiornato|reviewed)\b", re.I
)
PUBLISHED = re.compile(r"\b(?:published|posted|first appeared|veröffentlicht|publié|publicado|pubblicato)\b", re.I)
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([01]?\d)/([0-3]?\d)(?:/|\Z)")
LIKELY_NAME = 0.5


def read_visible(
    markup: Markup, kinds: list[BlockKind], fields: dict[FieldName, Field], stamped: dict[int, str]
) -> None:
    """Add to `fields` what the page's metadata does not give. Comments are not looked at.

    An author who is but the name of the site gives way to a visible byline. A page that shows no date but that of its
    update was published, as it is, on that date; one that shows none, on the date in its own address: both rules are named.
    """
    beside = _beside_the_article(kinds)
    given = set(fields)
    shown: Field | None = None
    site = folded(fields["publisher"].value) if "publisher" in fields else None
    byline = _byline(markup, kinds, beside)
    if byline and ("byline" not in fields or folded(fields["byline"].value) == site):
        fields["byline"] = byline
    for index, (piece, kind) in enumerate(zip(markup.pieces, kinds, strict=True)):
        line, place = markup.text[piece.start : piece.end], (piece.origin, piece.origin_end)
        above = markup.pieces[index - 1] if index else piece
        label = markup.text[above.start : above.end] if index and above.end - above.start < 24 else ""
        said = PUBLISHED.search(line) or PUBLISHED.match(label)
        if kind in ("byline", "dateline") or (kind == "chrome" and len(line) < 120 and (index in beside or said)):
            for name, value in _dates(line, label, stamped.get(index)):
                shown = shown or Field(value, "update, no other date", place)
                if name not in given:
                    fields.setdefault(name, Field(value, "block", place))
    if "published" not in fields and shown:
        fields["published"] = shown
    elif "published" not in fields and "canonical" in fields:
        found = IN_ADDRESS.search(fields["canonical"].value)
        day = read_date("-".join(found.groups())) if found else None
        if day:
            fields["published"] = fields["canonical"]._replace(value=day, rule="date in canonical")


def _byline(markup: Markup, kinds: list[BlockKind], beside: range) -> Field | None:
    """The first line about the headline that names authors, without the words and dates around them."""
    named = False
    for index, (piece, kind) in enumerate(zip(markup.pieces, kinds, strict=True)):
        line = markup.text[piece.start : piece.end]
        if named and kind == "body" and len(line) <= 50 and name_like(line) >= LIKELY_NAME:
            kinds[index] = "byline"
        near = kinds[index] in ("byline", "dateline") or (kind == "chrome" and index in beside)
        if not near or len(line) > 160:
            named = False
            continue
        by = BY_WORDS.match(line) or BY_WITHIN.search(line)
        names = _names(line[by.end() if by else 0 :])
        if (
            names
            and (by or kinds[index] == "byline" or (named and name_like(names) >= LIKELY_NAME))
            and (by or not dated(line) or names != line)
        ):
            return Field(names, "block", (piece.origin, piece.origin_end))
        named = bool(by) and not line[by.end() :] if by else False
    return None


def says_when(line: str) -> bool:
    """Whether a line says when an article was published or updated, and nothing else."""
    end, rest = 0, ""
    while found := find_date(line, end):
        rest += line[end : found.start]
        end = found.end
    return end > 0 and not re.sub(
        r"\b(?:first|last|on|am|le|at)\b", "", PUBLISHED.sub("", UPDATED.sub("", rest + line[end:]))
    ).strip(" .,:;|•·–—-()")


def _names(line: str) -> str | None:
    """The names at the beginning of a line, if it begins with some."""
    found = find_date(line)
    line = line[: found.start] if found else line
    cut = CUT.search(line)
    names = (line[: cut.start()] if cut else line).strip(" \t\u00a0,;:.–—-")
    names = names.removesuffix(" on") if found else names
    if not 3 <= len(names) <= 100 or not names[0].isalpha() or dated(names) or BY_WORDS.fullmatch(names + " "):
        return None
    return names if any(word[0].isupper() for word in names.split()) or " " not in names else None


def _dates(line: str, label: str, stamped: str | None) -> Iterator[tuple[FieldName, str]]:
    """The dates of a line, each told by the words before it; `stamped` is what its markup gives for the first one."""
    end = 0
    while found := find_date(line, end):
        value = found.edtf if end else stamped or found.edtf
        words = line[end : found.start] if end or line[: found.start].strip() else label
        if value:
            yield ("modified" if UPDATED.search(words) else "published"), value
        end = found.end
    if not end and stamped:
        yield ("modified" if UPDATED.search(line) else "published"), stamped


def stamped_blocks(markup: Markup) -> dict[int, str]:
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
