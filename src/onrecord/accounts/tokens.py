"""HTML source -> its tokens: the only module that knows the HTML parser."""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple, Protocol, cast

import turbohtml
from turbohtml import TokenType

TEXT, START, END = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG


class Token(Protocol):
    """A tag or a run of text. `data` is that of text, `tag` that of tags; `col` is its place in the source."""

    @property
    def type(self) -> TokenType: ...
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


class Read(NamedTuple):
    """A token that is not turbohtml's."""

    type: TokenType
    col: int
    data: str = ""
    tag: str = ""
    attrs: list[tuple[str, str]] | None = None
    self_closing: bool = False


def tokens(source: str) -> Iterator[Token]:
    """The tokens of `source`, and behind them a comment that stands at its end.

    The ends of lines are read as spaces, which they are in HTML: the column of a token is then its place.
    """
    flat = source.replace("\n", " ").replace("\r", " ")
    return chain(cast("Iterator[Token]", turbohtml.tokenize(flat)), (Read(TokenType.COMMENT, len(source)),))
