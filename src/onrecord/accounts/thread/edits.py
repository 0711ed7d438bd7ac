"""Where a post says that it was changed, by whom and when: neither is its author's name nor its date."""

from collections.abc import Sequence
from typing import Final

from onrecord.accounts.thread.marks import Marks
from onrecord.accounts.thread.signs import EDITED

LINE: Final = 160
"""Characters of a line that says when a post was changed."""
EDITOR: Final = 3
"""Lines behind it, among which its editor is named."""


def find_edits(marks: Marks, pieces: Sequence[int]) -> dict[int, tuple[int, int]]:
    """The lines of a post that say when it was changed, each with where it and those behind it stand, up to the next
    date."""
    edits: dict[int, tuple[int, int]] = {}
    for at, index in enumerate(pieces):
        if len(marks.printed[index]) <= LINE and EDITED.fullmatch(marks.printed[index].lower()):
            last = index
            for behind in pieces[at + 1 : at + 1 + EDITOR]:
                if len(marks.printed[behind]) <= LINE and marks.when(behind):
                    break
                last = behind
            edits[index] = marks.markup.pieces[index].start, marks.markup.pieces[last].end
    return edits
