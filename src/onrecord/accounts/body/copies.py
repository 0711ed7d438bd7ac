"""The second copy of an article that its page holds twice: once for wide screens and once for narrow ones."""

from typing import Final

from onrecord.accounts.page.markup import Markup
from onrecord.types import BlockKind

LONG: Final = 60
"""Characters of a paragraph that tells by itself that it stands there again."""
LEAST: Final = 2
"""Paragraphs of a copy: a single one is printed again as a summary, or as a quotation set apart."""
SHARE: Final = 0.5
"""Of the different paragraphs of the body, the share that stands there again if the page holds its article twice."""
ALL_BUT_FEW: Final = 0.9
"""Of the paragraphs from the first of a copy to its last, the share that stands above: what an article says again and
again has new words between."""


def copies(markup: Markup, kinds: list[BlockKind]) -> list[int]:
    """The blocks of the body that repeat the article word by word; none where less of it is repeated."""
    first: dict[str, int] = {}
    again: list[int] = []
    different = 0
    for index, kind in enumerate(kinds):
        if kind not in ("body", "headline"):
            continue
        words = _words(markup, index)
        if words in first:
            if kind == "body":
                again.append(index)
        else:
            first[words] = index
            different += kind == "body" and len(words) >= LONG
    long = [index for index in again if markup.pieces[index].end - markup.pieces[index].start >= LONG]
    repeated = {_words(markup, index) for index in long}
    if len(repeated) < max(LEAST, SHARE * different):
        return []
    within = [index for index in range(long[0], long[-1] + 1) if kinds[index] == "body"]
    whole = len([index for index in within if index in {*again}]) >= ALL_BUT_FEW * len(within)
    if not whole or max(first[words] for words in repeated) > long[0]:
        return []
    return [index for index in again if long[0] - LEAST <= index <= long[-1] + LEAST]


def _words(markup: Markup, index: int) -> str:
    piece = markup.pieces[index]
    return " ".join(markup.text[piece.start : piece.end].split())
