"""Where a post says that it was changed, by whom and when: neither is its author's name nor its date."""

from collections.abc import Iterator, Sequence

from onrecord.accounts.markup import Markup
from onrecord.accounts.postdates import says_when
from onrecord.accounts.postsigns import EDITED

LINE = 160
"""Characters of a line that says when a post was changed."""
EDITOR = 3
"""Lines behind it, among which its editor is named."""


def find_edits(markup: Markup, pieces: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The lines of a post that say when it was changed, each with those behind it up to the next date."""
    for at, index in enumerate(pieces):
        if EDITED.fullmatch(_line(markup, index)):
            end = markup.pieces[index].end
            for behind in pieces[at + 1 : at + 1 + EDITOR]:
                if says_when(_line(markup, behind)):
                    break
                end = markup.pieces[behind].end
            yield markup.pieces[index].start, end


def _line(markup: Markup, index: int) -> str:
    piece = markup.pieces[index]
    return markup.text[piece.start : piece.end] if piece.end - piece.start <= LINE else ""
