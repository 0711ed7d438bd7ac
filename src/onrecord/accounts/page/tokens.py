"""HTML source -> its tokens: the only module that knows the parser, and what reads a page that the parser fails on."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Protocol, cast

from onrecord.accounts.page.scanner import Kind, Scanned, scan

try:
    import turbohtml
    from turbohtml import TokenType
except ImportError:  # where there is none for the machine
    turbohtml = None  # type: ignore[assignment]
    TokenType = Kind  # type: ignore[misc, assignment]

TEXT, START, END = int(TokenType.TEXT), int(TokenType.START_TAG), int(TokenType.END_TAG)


class Token(Protocol):
    """A tag or a run of text. `data` is that of text, `tag` that of tags; `col` is its place in the source."""

    @property
    def type(self) -> int: ...
    @property
    def data(self) -> str: ...
    @property
    def tag(self) -> str: ...
    @property
    def attrs(self) -> list[tuple[str, str]] | None: ...
    @property
    def self_closing(self) -> bool: ...
    @property
    def col(self) -> int: ...


def is_alone() -> bool:
    """Whether there is the second parser only."""
    return turbohtml is None


def tokens(source: str, *, second: bool) -> Iterator[Token]:
    """The tokens of `source`, and behind them a comment that stands at its end. It fails with whatever the parser fails
    with.

    The ends of lines are read as spaces, which they are in HTML: the column of a token is then its place. The tokens of
    a page take more memory than all that is made of them, so they are given one by one.
    """
    flat = source.replace("\n", " ").replace("\r", " ")
    found = scan(flat, TokenType) if second else turbohtml.tokenize(flat)
    return chain(cast("Iterable[Token]", found), (Scanned(Kind.COMMENT, len(source)),))
