"""Who wrote an article, from the lines about its headline that say it."""

import re

from onrecord.accounts.dates import dated, find_date
from onrecord.accounts.draft import Field, FieldName
from onrecord.accounts.headlines import folded
from onrecord.accounts.markup import Markup
from onrecord.accounts.words import name_like
from onrecord.types import BlockKind

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
LIKELY_NAME = 0.5


def find_byline(markup: Markup, kinds: list[BlockKind], beside: range, fields: dict[FieldName, Field]) -> Field | None:
    """The authors whom the page shows, where its markup gives none or but the name of the site."""
    byline = _byline(markup, kinds, beside)
    site = folded(fields["publisher"].value) if "publisher" in fields else None
    return byline if "byline" not in fields or folded(fields["byline"].value) == site else None


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
