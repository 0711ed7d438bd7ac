"""Who wrote an article, from the lines of the page that say it.

A name is taken where the page says "by", where its markup marks an author (a class, `rel=author`, an address of a
profile), or where it stands below the headline and the page tells elsewhere that this is a person who wrote: a
portrait, a line about the author. Of a line the names alone are taken, as they are printed, without titles, posts and
dates.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from onrecord.accounts.draft import Field, FieldName
from onrecord.accounts.fields.writers import (
    NOT_NAMES,
    PARTED,
    POSTS,
    is_post,
    is_weekday,
    person_like,
    several,
)
from onrecord.accounts.lines.headlines import folded
from onrecord.accounts.lines.words import name_like
from onrecord.accounts.page.markup import Markup, Node
from onrecord.text.dates.questions import find_date, is_dated
from onrecord.types import BlockKind

BY_WORDS: Final = re.compile(
    r"^\W*(?:(?:written|posted|story|report|reported|article|words|text|published|researched|created|submitted|guide"
    r"|review|interview|analysis|opinion|feature|essay|column|recipe)?\s?by(?:\b|(?-i:(?=[A-Z])))"
    r"|(?:von|par|por|di|author)\b)\s?:?\s*",
    re.I,
)
BY_WITHIN: Final = re.compile(
    r"(?:[|•·⋅,.–—\d]|\d (?:[A-Z]{2,4}|[ap]\.?m\.?(?: [A-Z]{2,4})?))\s{0,3}(?:written "
    r"|posted )?by:?\s{1,3}(?=[^\W\d_])",
    re.I,
)
"""A byline behind a date: "3 March 2009 By The Harbour Team"."""
CREDIT: Final = re.compile(
    r"\W{0,3}(?:(?:(?:this )?(?:article|story|post|text|blog post|report) (?:was |is )?)?(?:written|posted|authored"
    r"|contributed|submitted)"
    r"|article|story|words|text) by\b\W{0,3}"
    r"|\W{0,3}(?:(?:about )?the )?(?:authors?|author\(s\)|contributors?|writers?)\s?:\s{0,3}"
    r"|\W{0,3}(?:verfasst von|geschrieben von|écrit par|escrito por|scritto da|geschreven door)\b\W{0,3}",
    re.I,
)
"""How a line begins that names the authors far from the headline."""
CREDIT_ALONE: Final = re.compile(r"\W{0,3}(?:authors?|author\(s\)|(?:article |written |posted )by)\W{0,3}", re.I)
LONGEST_CREDIT: Final = 16
CUT: Final = re.compile(
    r"[|•·⋅●(\[]|\s[-–—/]\s|\b(?:with )?additional\b|\b(?:published|updated|posted|modified|last|reviewed|edited"
    r"|\d{1,3}(?:[-–]\d{1,3})?\s?min)\b"
    r"|\b(?:in|on|at|le|am|for|of) (?=\S)",
    re.I,
)
"""What ends the names of a byline."""
MARKED: Final = re.compile(
    r"(?<![a-z])(?:(?:author|byline|writer|contributor|autor\w{0,3})(?:_?_|--?|)(?:name|link|title-?name)|fn"
    r"|p-author)(?![a-z])"
    r"|authorname"
)
"""Classes of an element that holds an author's name and nothing else."""
PROFILE: Final = re.compile(
    r"/(?:authors?|profiles?|contributors?|writers?|staff|people|journalists?|autor(?:en|es|i)?|auteurs?)/[^/?#]{2,}",
    re.I,
)
NOT_WHO: Final = re.compile(r"[a-z]{2,12}ing |(?i:search|menu|log ?in|sign (?:in|up)|subscribe|register)\Z")
"""What stands behind "by" and is nobody: "By logging in you agree", and what a form has there to press."""
AND: Final = frozenset(("and", "und", "et"))
JOINS: Final = re.compile(r"[\s,;&]*(?:\b(?:and|und|et|y|e|og|och|en)\b|&)?[\s,;]*", re.I)
PORTRAIT: Final = re.compile(r"avatar|portrait|headshot|profile|author|gravatar|writer|(?<![a-z])bio(?![a-z])", re.I)
LETTERS: Final = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.? ?){1,3}")
"""The letters of a degree behind a name: "MD", "Ph.D."."""
TO_DATE: Final = re.compile(r"[\s,]+(?:on|at|am|le|the|from|dated?)\Z", re.I)
SHIFT: Final = re.compile(r"\s?\((?:now|earlier|later|until|from|before|after)\b[^()]{0,24}\)", re.I)
"""When somebody wrote at a live blog, behind his name."""
LONGEST, LONGEST_NAMES = 160, 100
LIKELY_NAME: Final = 0.5
BELOW: Final = 5
"""How many blocks below the headline a name may stand alone."""


class Named(NamedTuple):
    names: str
    place: tuple[int, int]
    explicit: bool
    """Whether the line says "by"."""
    below: bool = True
    """Whether it stands below the headline: above it, the page leads to other articles."""


def find_byline(
    markup: Markup, kinds: list[BlockKind], beside: frozenset[int], fields: dict[FieldName, Field]
) -> Field | None:
    """The authors as the page shows them, where its markup gives none, gives nobody, or where a line says otherwise.

    Of an author whom the markup gives and another one whom a line names behind "by", the page's reader sees the second:
    the first is often who posted it.
    """
    given = fields.get("byline")
    near = _near(markup, kinds, beside)
    if given and not is_nobody(given.value, fields):
        byline = near if near and near.below and _rather(near, given.value) else None
    else:
        byline = (
            near
            or _marked(markup, kinds, beside)
            or _credited(markup, kinds)
            or _below(markup, kinds, fields.get("publisher"))
        )
    if byline is None:
        return None
    return Field(_without_site(byline.names, fields.get("publisher")), "block", byline.place)


def _without_site(names: str, publisher: Field | None) -> str:
    """Names without that of the site behind them: "Ann Lee, The Daily"."""
    if publisher is not None and ", " in names:
        first, _, last = names.rpartition(", ")
        if folded(last) == folded(publisher.value):
            return first
    return names


def is_nobody(value: str, fields: dict[FieldName, Field]) -> bool:
    """Whether what the markup gives is the site's name, or its address, or the name of an account on it."""
    handle = " " not in value and (value.islower() or not value.replace("-", "").isalpha())
    publisher, address = fields.get("publisher"), fields.get("canonical")
    host = address.value.lower().split("/", 3)[2].removeprefix("www.") if address else ""
    name = "".join(folded(value).split())
    site = bool(host) and " " not in value and name in {host.replace(".", ""), *host.split(".")[:-1]}
    return handle or site or (publisher is not None and folded(value) == folded(publisher.value))


def _rather(near: Named, given: str) -> bool:
    """Whether a line names other people than the markup, or the same in more words: with "and", or with more of
    them."""
    shown = _parts(near.names)
    words, others = set(folded(near.names).split()), set(folded(given).split())
    if not _people(near.names):
        return others < words <= others | AND
    if not near.explicit:
        return others < words and len(shown) > 1
    return not words & others or (others < words and len(shown) > 1)


def _parts(names: str) -> list[str]:
    return [part for part in re.split(r"\s*[,;&]\s*(?:and\s)?\s*|\s(?:and|und|et)\s", names) if part]


def _people(names: str) -> bool:
    return all(map(person_like, _parts(names)))


def _near(markup: Markup, kinds: list[BlockKind], beside: frozenset[int]) -> Named | None:
    """The first line about the headline that names authors."""
    announced = False
    headline = kinds.index("headline") if "headline" in kinds else -1
    for index, piece in enumerate(markup.pieces):
        kind, length = kinds[index], piece.end - piece.start
        if announced and kind == "body" and length <= 50:
            kind = "byline" if name_like(markup.text[piece.start : piece.end]) >= LIKELY_NAME else kind
            kinds[index] = kind
        near = kind in ("byline", "dateline") or (kind == "chrome" and index in beside)
        if not near or length > LONGEST:
            announced = False
            continue
        line = markup.text[piece.start : piece.end]
        by = BY_WORDS.match(line) or (BY_WITHIN.search(line) if "by" in line.lower() else None)
        if by or announced or kind == "byline":
            names = _names_at(markup, index, by.end() if by else 0)
            likely = (
                names
                and not is_weekday(names)
                and (by or not is_post(names))
                and (by or kind == "byline" or _announceable(names, line))
            )
            if names and likely and (by or not is_dated(line) or names != line):
                return Named(names, (piece.origin, piece.origin_end), bool(by) or announced, index > headline)
        announced = by is not None and not line[by.end() :]
    return None


def _announceable(names: str, line: str) -> bool:
    """Whether a line below a "By" that stands alone is a name: a person, or "The Harbour Team"."""
    team = names == line and len(names) <= 40 and names.istitle() and len(names.split()) <= 5
    return team or name_like(names) >= LIKELY_NAME


def _names_at(markup: Markup, index: int, offset: int) -> str | None:
    """The names at `offset` of a line: its first element there if that is a name, with those that are joined to it."""
    piece = markup.pieces[index]
    start = piece.start + offset
    runs = _runs(markup, start, piece.end)
    more = several(markup.text[start : piece.end].strip())
    if more and not _is_cut_by(markup.text[slice(*runs[0])].strip(" ,;"), more):
        return more
    while not offset and len(runs) > 1 and is_post(markup.text[slice(*runs[0])]):
        start, runs = runs[1][0], runs[1:]
    whole = _names(markup.text[start : piece.end])
    if len(runs) < 2:
        return whole
    first = _names(markup.text[slice(*runs[0])])
    if first is None:
        return whole
    end = runs[0][1]
    for one, joined in pairwise(runs[1:]):
        if JOINS.fullmatch(markup.text[slice(*one)]) and person_like(markup.text[slice(*joined)].strip(" ,;")):
            end = joined[1]
    names = _names(markup.text[start:end])
    return names if names and (whole is None or len(names) < len(whole) or whole not in markup.text) else whole


def _is_cut_by(first: str, names: str) -> bool:
    """Whether the first element of a line ends within the first of some names: what follows is no part of it, but what
    its bearer is ("Ann Lee" before "Gardener & Beekeeper")."""
    return person_like(first) and names.startswith(f"{first} ") and not PARTED.match(names, len(first))


def _runs(markup: Markup, start: int, end: int) -> list[tuple[int, int]]:
    """What the elements within a line divide it into."""
    nodes = markup.nodes
    first = bisect_left(nodes, start - 1, key=lambda node: node.start)
    edges = {start, end}
    for node in nodes[first:]:
        if node.start >= end:
            break
        if node.end > node.start:
            edges |= {max(node.start, start), min(node.end, end)}
    places = sorted(edges)
    return [(a, b) for a, b in pairwise(places) if markup.text[a:b].strip()]


def _names(line: str) -> str | None:
    """The names at the beginning of a line, if it begins with some."""
    line = SHIFT.sub("", line) if "(" in line else line
    found = find_date(line)
    line = line[: found.start] if found else line
    cut = CUT.search(line)
    names = (line[: cut.start()] if cut else line).strip(" \t\n\u00a0,;:.–—-").replace(" ,", ",")
    names = _without_posts(TO_DATE.sub("", names) if found else names)
    if (
        not 3 <= len(names) <= LONGEST_NAMES
        or not names[0].isalpha()
        or is_dated(names)
        or BY_WORDS.fullmatch(names + " ")
        or NOT_WHO.match(names)
    ):
        return None
    return names if any(word[0].isupper() for word in names.split()) or " " not in names else None


def _without_posts(names: str) -> str:
    """Names without what their bearers are: of "Ann Lee, Staff Writer" the first part, of "Ann Lee, Bo Ray" both."""
    parts = names.split(", ")
    if not _people(parts[0]) or (len(parts) == 2 and LETTERS.fullmatch(parts[1]) and parts[1].lower() not in POSTS):
        return names
    kept = 1
    while kept < len(parts) and _people(parts[kept]):
        kept += 1
    return ", ".join(parts[:kept])


def _marked(markup: Markup, kinds: list[BlockKind], beside: frozenset[int]) -> Named | None:
    """The name in an element that is marked as an author's: near the headline, or the only one that the page has so."""
    marked_names: dict[str, Named] = {}
    for index, node, profile in _marks(markup, kinds):
        piece = markup.pieces[index]
        names = several(markup.text[node.start : piece.end].strip()) or _names(markup.text[node.start : node.end])
        if names and not is_post(names) and name_like(_parts(names)[0]) > 0 and not (profile and not _people(names)):
            one = Named(names, (node.origin, node.origin_end), explicit=False)
            if index in beside and not NOT_NAMES & {names.split()[0].lower()}:
                return one
            if not profile and _people(names):
                marked_names.setdefault(folded(names), one)
    return next(iter(marked_names.values())) if len(marked_names) == 1 else None


def _marks(markup: Markup, kinds: list[BlockKind]) -> Iterator[tuple[int, Node, bool]]:
    """Elements of one short line that are marked as an author's, and whether that is only by the address they lead
    to."""
    thread = _thread(kinds)
    ends = [piece.end for piece in markup.pieces]
    for node in markup.nodes:
        if 2 < node.end - node.start <= LONGEST_NAMES and not node.unread:
            names, attrs = node.names, node.attrs
            marked = "rel" in attrs and "author" in attrs["rel"].split()
            if not marked and ("name" in names or "link" in names or "fn" in names or "p-author" in names):
                marked = MARKED.search(names) is not None
            if marked or (node.tag == "a" and PROFILE.search(attrs.get("href", ""))):
                index = bisect_left(ends, node.end)
                if index < len(ends) and index not in thread and node.start >= markup.pieces[index].start - 1:
                    yield index, node, not marked


def _thread(kinds: list[BlockKind]) -> range:
    comments = [index for index, kind in enumerate(kinds) if kind == "comment"]
    return range(comments[0], comments[-1] + 1) if comments else range(0)


def _credited(markup: Markup, kinds: list[BlockKind]) -> Named | None:
    """Who a line anywhere outside the thread says has written it, if all such lines say the same."""
    thread = _thread(kinds)
    credits: list[Named] = []
    listed = alone = False
    for index, piece in enumerate(markup.pieces):
        long = piece.end - piece.start > LONGEST_NAMES
        line = "" if long or index in thread else markup.text[piece.start : piece.end]
        by = None if alone or not line else CREDIT.match(line)
        more = listed and piece.node is not None and piece.node.tag == "li"
        names = _names(line[by.end() if by else 0 :]) if alone or by or more else None
        if names and _people(names):
            credit = Named(names, (piece.origin, piece.origin_end), explicit=True)
            if more and not by:
                last = credits.pop()
                credit = last._replace(names=f"{last.names}, {names}")
            credits.append(credit)
        listed = bool(names and _people(names)) and (alone or more)
        alone = 2 <= len(line) <= LONGEST_CREDIT and CREDIT_ALONE.fullmatch(line) is not None
    return credits[0] if len({folded(credit.names) for credit in credits}) == 1 else None


def _below(markup: Markup, kinds: list[BlockKind], publisher: Field | None) -> Named | None:
    """A name in a line below the headline, if the page shows elsewhere that it is a writer's."""
    headline = kinds.index("headline") if "headline" in kinds else len(kinds)
    for index in range(headline + 1, min(headline + 1 + BELOW, len(kinds))):
        piece = markup.pieces[index]
        if piece.end - piece.start > LONGEST_NAMES or kinds[index] == "comment":
            continue
        found = find_date(markup.text, piece.start, piece.end)
        first = found.end if found and found.start - piece.start < 2 else piece.start
        names = _names(markup.text[first : piece.end].lstrip(" ,|•·⋅–—-"))
        if names and publisher and (person := _without_site(names, publisher)) != names and person_like(person):
            return Named(person, (piece.origin, piece.origin_end), explicit=False)
        alone = kinds[index] != "body" or markup.text[piece.start : piece.end] == names
        if names and alone and person_like(names) and _known(markup, kinds, names):
            return Named(names, (piece.origin, piece.origin_end), explicit=False)
    return None


def _known(markup: Markup, kinds: list[BlockKind], name: str) -> bool:
    """Whether a portrait has the name for its text, or a line beside the article begins "Ann Lee is" or says "by Ann
    Lee"."""
    if f"by {name}" in markup.text:
        return True
    for piece, kind in zip(markup.pieces, kinds, strict=True):
        if kind in ("chrome", "body") and markup.text.startswith((f"{name} is ", f"{name} has "), piece.start):
            return True
    alone = folded(name)
    for node in markup.nodes:
        text = folded(node.attrs.get("alt", "")) if node.tag == "img" else ""
        if alone in text and (text == alone or PORTRAIT.search(f"{text} {node.names} {node.attrs.get('src', '')}")):
            return True
    return False
