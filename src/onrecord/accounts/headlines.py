"""The headline of a page of HTML: the visible heading that the page's own titles agree with."""

import re

from onrecord.accounts.draft import Field
from onrecord.accounts.markup import Markup, Node
from onrecord.accounts.regions import HEADINGS


def find_headline(markup: Markup, given: list[Field]) -> int | None:
    """The index of the heading that one of the titles `given` is or begins with; else of the only h1 there is."""
    titles = [folded(field.value) for field in given] + ([folded(markup.title[0])] if markup.title else [])
    headings = [(heading(piece.node), index) for index, piece in enumerate(markup.pieces)]
    headings = [(tag, index) for tag, index in headings if tag]
    agreed = []
    for tag, index in headings:
        piece = markup.pieces[index]
        if _agrees(folded(markup.text[piece.start : piece.end]), titles):
            agreed.append((tag, index))
    firsts = [index for tag, index in headings if tag == "h1"]
    return min(agreed)[1] if agreed else firsts[0] if len(firsts) == 1 else None


def heading(node: Node | None) -> str:
    """The tag of the heading that a block is or lies directly in, or nothing."""
    for near in (node, node.parent.block if node and node.parent else None):
        if near is not None and near.tag in HEADINGS:
            return near.tag
    return ""


def folded(text: str) -> str:
    """For comparison: the words alone, in lower case."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _agrees(title: str, titles: list[str]) -> bool:
    return len(title) > 8 and any(
        title == other or (other.startswith(title) and len(title) > 0.4 * len(other)) for other in titles
    )
