"""The headline of a page of HTML: the visible heading that the page's own titles agree with."""

import re
from typing import Final

from onrecord.accounts.draft import Field
from onrecord.accounts.lines.regions import HEADINGS
from onrecord.accounts.page.markup import Markup, Node

WORDS: Final = re.compile(r"\w+")
SEPARATORS: Final = re.compile(r"\s+[|\-–—:·»«]+\s+")
"""What parts a title from the name of its site."""


def find_headline(markup: Markup, given: list[Field]) -> int | None:
    """The index of the heading that one of the titles `given` is or begins with; else of the only h1 there is."""
    titles = [folded(field.value) for field in given] + ([folded(markup.title[0])] if markup.title else [])
    headings: list[tuple[str, int]] = []
    for index, piece in enumerate(markup.pieces):
        if tag := heading(piece.node):
            headings.append((tag, index))
    agreed: list[tuple[str, int]] = []
    for tag, index in headings:
        piece = markup.pieces[index]
        if _agrees(markup.text[piece.start : piece.end], titles):
            agreed.append((tag, index))
    firsts = [index for tag, index in headings if tag == "h1"]
    return min(agreed)[1] if agreed else firsts[0] if len(firsts) == 1 else None


def heading(node: Node | None) -> str:
    """The tag of the heading that a block is or lies directly in, or nothing."""
    if node is None or node.tag in HEADINGS:
        return node.tag if node else ""
    parent = node.parent
    if parent is None:
        return ""
    tag = (parent.around or parent).tag
    return tag if tag in HEADINGS else ""


def folded(text: str) -> str:
    """For comparison: the words alone, in lower case."""
    return " ".join(WORDS.findall(text.lower()))


def _agrees(line: str, titles: list[str]) -> bool:
    lowered = line.lower()
    first = WORDS.search(lowered)
    if first is None or not any(other.startswith(first[0]) for other in titles):
        return False
    title = folded(lowered)
    return len(title) > 8 and any(other.startswith(title) and len(title) > 0.4 * len(other) for other in titles)
