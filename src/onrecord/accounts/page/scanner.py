"""HTML source -> its tokens in Python alone, for when the parser is not there or fails on a page: the second parser.

The tokenization of WHATWG (https://html.spec.whatwg.org/#tokenization) as far as it moves text: tags and their
attributes, comments, what is no markup within scripts, styles and titles, character references. It reads forward only;
its time grows with the page.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from html import unescape
from html.entities import html5
from typing import NamedTuple


class Kind(IntEnum):
    """The types of tokens, with the numbers that the first parser has for them."""

    TEXT = 0
    START_TAG = 1
    END_TAG = 2
    COMMENT = 3


class Scanned(NamedTuple):
    """A token, and where in the source it begins."""

    type: int
    col: int
    data: str = ""
    tag: str = ""
    attrs: list[tuple[str, str]] | None = None
    self_closing: bool = False


MARKUP = re.compile(r"<(?=[a-zA-Z/!?])")
NAME = re.compile(r"[a-zA-Z][^\t\n\f\r />]*")
ATTRIBUTE = re.compile(r"[\t\n\f\r /]*+(?:([^\t\n\f\r />][^\t\n\f\r />=]*)(?:[\t\n\f\r ]*+(=)[\t\n\f\r ]*+)?)?")
UNQUOTED = re.compile(r"[^\t\n\f\r >]*")
COMMENT_END = re.compile(r"--!?>")
REFERENCE = re.compile(r"&(#\d+;?|#[xX][0-9a-fA-F]+;?|[a-zA-Z][a-zA-Z0-9]*+(?:;|(?!=)))")
NO_MARKUP = frozenset("script style xmp iframe noembed noframes noscript".split())
REFERENCES_ALONE = frozenset(("title", "textarea"))


def scan(source: str, kinds: type[IntEnum] = Kind) -> Iterator[Scanned]:
    """The tokens of `source`, their types of `kinds`."""
    text, start, end_tag, comment = (kinds(number) for number in range(4))
    at = 0
    while at < len(source):
        markup = MARKUP.search(source, at)
        begin = markup.start() if markup else len(source)
        if markup and source.startswith("</", begin) and begin + 2 == len(source):
            markup, begin = None, len(source)  # two characters at the end are no tag
        if begin > at:
            yield Scanned(text, at, unescape(source[at:begin]))
        if not markup:
            return
        closing = source.startswith("/", begin + 1)
        name = NAME.match(source, begin + 1 + closing)
        if not name:
            at = _behind_comment(source, begin)
            yield Scanned(comment, begin)
            continue
        tag, (attrs, self_closing, at) = name[0].lower(), _attributes(source, name.end())
        if at < 0:
            return  # the source ends within the tag, which is then none
        if closing:
            yield Scanned(end_tag, begin, tag=tag)
            continue
        yield Scanned(start, begin, tag=tag, attrs=attrs, self_closing=self_closing)
        if tag in NO_MARKUP or tag in REFERENCES_ALONE or tag == "plaintext":
            stop = _end_of(source, tag, at)
            if stop > at:
                words = source[at:stop]
                yield Scanned(text, at, unescape(words) if tag in REFERENCES_ALONE else words)
            at = stop


def end_of_tag(source: str, begin: int) -> int:
    """Where the tag ends that begins there; -1 if it does not, or if none begins there."""
    name = NAME.match(source, begin + 1 + source.startswith("/", begin + 1))
    return _attributes(source, name.end())[2] if name else -1


def _behind_comment(source: str, begin: int) -> int:
    """Where what begins there as a comment, or as nothing that is known, ends."""
    if not source.startswith("<!--", begin):
        end = source.find(">", begin + 2 if source.startswith("</", begin) else begin + 1)
        return end + 1 if end >= 0 else len(source)
    for empty in ("<!-->", "<!--->"):
        if source.startswith(empty, begin):
            return begin + len(empty)
    found = COMMENT_END.search(source, begin + 4)
    return found.end() if found else len(source)


def _attributes(source: str, at: int) -> tuple[list[tuple[str, str]] | None, bool, int]:
    """The attributes of a tag, whether it closes itself, and where it ends; -1 if it does not."""
    given: dict[str, str] = {}
    while match := ATTRIBUTE.match(source, at):
        name, at = match[1], match.end()
        if name is None:
            closed = source.startswith(">", at)
            return list(given.items()) or None, source.startswith("/", at - 1), at + 1 if closed else -1
        value = ""
        if match[2]:
            quote = source[at : at + 1]
            if quote and quote in "\"'":
                end = source.find(quote, at + 1)
                if end < 0:
                    break
                value, at = source[at + 1 : end], end + 1
            else:
                bare = UNQUOTED.match(source, at)
                end = bare.end() if bare else at
                value, at = source[at:end], end
        given.setdefault(name.lower(), REFERENCE.sub(_referred, value))
    return None, False, -1


def _referred(reference: re.Match[str]) -> str:
    """The character that an attribute refers to: without a semicolon a name is none where a value goes on."""
    return unescape(reference[0]) if reference[1][0] == "#" or reference[1] in html5 else reference[0]


def _end_of(source: str, tag: str, at: int) -> int:
    """Where the end tag begins that alone ends what holds no markup."""
    found = None if tag == "plaintext" else re.compile(rf"</{tag}(?=[\t\n\f\r />])", re.I).search(source, at)
    return found.start() if found else len(source)
