"""HTML source -> its tokens: the only module that knows the parser, and what reads a page that the parser fails on."""

from collections.abc import Iterable
from typing import Protocol, cast

from onrecord.accounts.scanner import Kind, Scanned, scan

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


def tokens(source: str) -> tuple[list[Token], bool]:
    """The tokens of `source`, behind them a comment that stands at its end, and whether the second parser read them.

    The ends of lines are read as spaces, which they are in HTML: the column of a token is then its place.
    """
    flat = source.replace("\n", " ").replace("\r", " ")
    last = Scanned(Kind.COMMENT, len(source))
    if turbohtml is not None:
        try:
            return [*cast("Iterable[Token]", turbohtml.tokenize(flat)), last], False
        except MemoryError:
            raise
        except Exception:
            pass  # whatever it fails with, the page is still to be read
    return [*scan(flat, TokenType), last], True
