"""What the two readers of a page, for HTML and for plain text, hand to the account that is made of it."""

from typing import Literal, NamedTuple

from onrecord.types import BlockKind


class Reach(NamedTuple):
    """How much of a page is read. What stands behind it is told: the account is then not complete.

    It is counted in what the page has, not in time, so that an account does not depend on the machine it was read on.
    The largest pages of news sites have a tenth of it.
    """

    tokens: int = 500_000
    """Tags and runs of text, of HTML; thirty-two open elements that an end tag has to look through count as one
    more."""
    lines: int = 100_000
    """Lines that are not blank, of plain text."""


class Stretch:
    """A labelled run of the text; `origin` and `origin_end` count in the decoded source."""

    __slots__ = ("end", "kind", "origin", "origin_end", "start")

    def __init__(self, kind: BlockKind, start: int, end: int, origin: int, origin_end: int) -> None:
        self.kind: BlockKind = kind
        self.start = start
        self.end = end
        self.origin = origin
        self.origin_end = origin_end


class Said(NamedTuple):
    """One post of the thread: runs of the text."""

    words: tuple[tuple[int, int], ...]
    author: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    reply_to: int | None = None
    date_value: str | None = None


class Dated(NamedTuple):
    """An entry of a live blog: runs of the text, and when it was published, in EDTF."""

    place: tuple[int, int]
    heading: tuple[int, int] | None
    author: tuple[int, int] | None
    date: tuple[int, int]
    when: str | None


FieldName = Literal["headline", "byline", "publisher", "published", "modified", "canonical"]


class Field(NamedTuple):
    """A value of the account and where it was read."""

    value: str
    rule: str
    origin: tuple[int, int] | None = None


class Draft(NamedTuple):
    text: str
    stretches: list[Stretch]
    thread: list[Said]
    fields: dict[FieldName, Field]
    thread_elsewhere: str | None = None
    incomplete: str | None = None
    unparsed: tuple[tuple[int, int], ...] = ()
    hidden: tuple[tuple[int, int], ...] = ()
    veiled: tuple[tuple[int, int], ...] = ()
    instead: str | None = None
    """What the page is, if it stands in place of an article."""
    scanned: bool = False
    """Whether the second parser read the markup."""
    entries: tuple[Dated, ...] = ()
    struck: tuple[tuple[int, int], ...] = ()
