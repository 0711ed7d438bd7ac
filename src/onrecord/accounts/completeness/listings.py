"""Pages that lead to articles and are none: sections, archives, results of a search.

Such a page has many links that are headlines, with a line or two below each or with nothing. An article, however short,
stands once on its page: what else is said there is shorter, or nothing.
"""

import re
from bisect import bisect_left
from statistics import median
from typing import Final

from onrecord.accounts.lines.headlines import heading
from onrecord.accounts.lines.words import ends_sentence
from onrecord.accounts.page.markup import Markup, Piece
from onrecord.text.dates.questions import is_dated

LEADS, LEADS_STATED, LEADS_ALONE = 8, 5, 15
"""Links that are headlines on a list; where its markup says that it is one; where nothing is said below them."""
WORDS_OF_A_HEADLINE: Final = 4
LINKED: Final = 0.7
TEASER, LONGEST_TEASER = 8, 90
"""Words that are said between two such links, at least, to count, and at most."""
TEASERS, BELOW, WITHIN = 5, 0.6, 3
"""Links with a teaser directly below them, at least; what share they are of all that is said; within how many lines."""
BRIEF, MORE = 24, 1.3
"""Words below the first heading of a page that are an article's, and how many times what is said elsewhere they are."""
LONGEST_ORIGIN: Final = 100
"""Characters of a line that says when an article was published."""
LIKE_OTHERS: Final = 4
"""How many times as long as the median the longest teaser of a list is, at most."""
STATED: Final = re.compile(
    r"\"@type\"\s{0,9}:\s{0,9}(?:\[[^\]]{0,80})?\"(?:https?://schema\.org/)?(?:CollectionPage|SearchResultsPage"
    r"|ItemList)\""
)
ARTICLE: Final = re.compile(
    r"\"@type\"\s{0,9}:\s{0,9}(?:\[[^\]]{0,80})?\"(?:https?://schema\.org/)?(?:\w{0,20}(?:Article|Posting)|Report"
    r"|Review"
    r"|Recipe)\""
)
DATED: Final = frozenset(("article:published_time", "article:author", "author", "datepublished", "pubdate"))
"""What meta elements say of an article, and of no list."""


def is_list(markup: Markup) -> str | None:
    """That the page is a list of links, with their number; None if nothing tells that."""
    stated = False
    for node, script in markup.scripts:
        if "ld+json" in node.attrs.get("type", "").lower():
            if ARTICLE.search(script):
                return None
            stated = stated or STATED.search(script) is not None
    for meta in markup.metas:
        if (meta.attrs.get("property") or meta.attrs.get("name") or "").lower() in DATED:
            return None
    pieces = markup.pieces
    leads = [index for index in range(len(pieces)) if _leads(pieces[index], markup)]
    different = len({markup.text[pieces[index].start : pieces[index].end] for index in leads})
    if different < (LEADS_STATED if stated else LEADS):
        return None
    said = _said_between(markup, leads)
    teasers = [words for words in said if words >= TEASER]
    if max(teasers, default=0) > LONGEST_TEASER or _stands_first(markup, leads, said):
        return None
    if teasers:
        below = sum(_has_teaser(markup, index) for index in leads)
        listed = below >= TEASERS and below >= BELOW * len(teasers) and max(teasers) <= LIKE_OTHERS * median(teasers)
    else:
        listed = stated or different >= LEADS_ALONE
    return f"a list of {different} links, not an account" if listed else None


def _stands_first(markup: Markup, leads: list[int], said: list[int]) -> bool:
    """Whether a day and a sentence stand below the first heading of the page, or more is said there than anywhere else:
    a short article, with teasers of others beside it."""
    first = next((index for index, piece in enumerate(markup.pieces) if heading(piece.node) == "h1"), None)
    if first is None or first in leads:
        return False
    place = bisect_left(leads, first)
    end = leads[place] if place < len(leads) else len(markup.pieces)
    lines = [markup.text[piece.start : piece.end] for piece in markup.pieces[first + 1 : end]]
    when = next((number for number, line in enumerate(lines) if len(line) < LONGEST_ORIGIN and is_dated(line)), None)
    if when is not None and any(len(line.split()) >= TEASER and ends_sentence(line) for line in lines[when + 1 :]):
        return True
    others = max((words for number, words in enumerate(said) if number != place), default=0)
    return said[place] >= BRIEF and said[place] > MORE * others


def _leads(piece: Piece, markup: Markup) -> bool:
    """Whether a line is the headline of another page, linked to it."""
    length = piece.end - piece.start
    if piece.linked <= LINKED * length:
        return False
    line = markup.text[piece.start : piece.end]
    return len(line.split()) >= WORDS_OF_A_HEADLINE or heading(piece.node) in ("h2", "h3", "h4")


def _has_teaser(markup: Markup, lead: int) -> bool:
    """Whether some words stand below such a link, and no other heading between."""
    for piece in markup.pieces[lead + 1 : lead + 1 + WITHIN]:
        line = markup.text[piece.start : piece.end]
        if heading(piece.node) or _leads(piece, markup):
            return False
        if piece.linked <= LINKED * len(line) and len(line.split()) >= TEASER:
            return True
    return False


def _said_between(markup: Markup, leads: list[int]) -> list[int]:
    """Before the first of such links, behind each and before the next: the words of lines that are no links."""
    said = [0] * (len(leads) + 1)
    for index, piece in enumerate(markup.pieces):
        line = markup.text[piece.start : piece.end]
        if piece.linked <= LINKED * len(line) and len(words := line.split()) >= TEASER:
            said[bisect_left(leads, index + 1)] += len(words)
    return said
