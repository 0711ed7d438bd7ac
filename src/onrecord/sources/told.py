"""A kind of file that is not read, and how that is told."""

import re
from typing import NamedTuple

PLAIN = "save its articles as single pages or text files"
LINKS = "save the pages behind the links"
AS_HTML = "open it in a browser, and save it as HTML"
AS_TEXT = "save its words as a text file"
PAGES = "open it in a web archive player, and save each page as HTML"
"""What can be done with files of several kinds."""


class Kind(NamedTuple):
    """A kind of file: its name, its signs, what its parts are told by and called, and what can be done with it
    today."""

    name: str
    signs: tuple[str, ...]
    """Patterns, each of which is found in the beginning of the file."""
    part: str | None
    """A pattern that is found once for each part; None if parts are not surely told."""
    called: str
    """One part: "article"."""
    advice: str | None
    parts: int = 0
    """How many parts it holds, where they were counted already."""

    def fits(self, head: str) -> bool:
        return all(re.search(sign, head) for sign in self.signs)


def not_read(kind: Kind, text: str) -> str:
    """Why a file of that kind is left out: "a Factiva export (HTML) of 27 articles: such files are not read yet; save
    ..."."""
    parts = len(re.findall(kind.part, text)) if kind.part else kind.parts
    return f"{counted(kind.name, parts, kind.called)}: such files are not read yet" + (
        f"; {kind.advice}" if kind.advice else ""
    )


def counted(name: str, parts: int, called: str) -> str:
    """ "a sitemap of 3 addresses"; the name alone if no part was counted."""
    if not parts:
        return name
    plural = (
        called
        if parts == 1
        else f"{called[:-1]}ies"
        if called.endswith("ry")
        else called + ("es" if called.endswith("s") else "s")
    )
    return f"{name} of {parts:,} {plural}"
