"""Signed quotations: a paragraph that is one quotation, then a dash and who said it, behind it or in a line of its own.

    “The ferry was never late.” ― Ada Brook

The network met too few of them in training to mark them, so a rule does.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Range = tuple[int, int]

_OPENING = re.compile(r"\s*(?:[“”\"„«»「]|'')")
_CLOSING = r"(?:[”“\"»«」]|'')[.,]?"
_SIGNATURE = r"\s*(?P<dash>[-–—―]{1,3})\s*(?P<name>[^\W\d_a-z][^\n“”\"«»]{1,60}?)[.\s]*$"
_SIGNED = re.compile(_CLOSING + _SIGNATURE)
_CLOSED = re.compile(_CLOSING + r"\s*$")
_ALONE = re.compile(_SIGNATURE)
_NAME = re.compile(r"[^,;:(\n]*[^,;:(\s]")
_TAIL = 100  # characters: no closing mark, dash and name are longer


class Signed(NamedTuple):
    """A quotation with its marks, the dash behind it and the name, as half-open ranges of the text."""

    content: Range
    cue: Range
    source: Range


def signed(text: str, paragraphs: Sequence[Range]) -> Iterator[Signed]:
    """The signed quotations of `paragraphs`, in order. Linear in their length."""
    for number, (start, end) in enumerate(paragraphs):
        opening = _OPENING.match(text, start, end)
        if opening is None:
            continue
        tail = max(opening.end(), end - _TAIL)
        closing = _SIGNED.search(text, tail, end)
        signature = closing
        if closing is None and number + 1 < len(paragraphs):
            closing = _CLOSED.search(text, tail, end)
            signature = _ALONE.match(text, *paragraphs[number + 1])
        if closing and signature:
            name = _NAME.match(text, *signature.span("name"))
            if name and _is_name(name.group()):
                content = (opening.end() - len(opening.group().lstrip()), closing.start() + 1)
                yield Signed(content, signature.span("dash"), name.span())


def _is_name(words: str) -> bool:
    """Whether at least half of the words begin with a capital: "Ada Brook of Hull", not "A visitor herself"."""
    capitals = [word[0].isupper() for word in words.split()]
    return 2 * sum(capitals) >= len(capitals)
