"""Quotations within a quotation that its speaker gives to somebody else: “My deputy told me, ‘The wind shut them.’ I
believe him.”

Only those with a cue and a source of their own beside them, for in most of them the speaker mentions a word or quotes
himself.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from onrecord.readings.attribution.rules import Attribution, find_attributions
from onrecord.text.quotes import Quotation

NESTED = "nested"
"""The rule of these."""
_NO_SOURCE = re.compile(r"\b(?:I|we|you|me|us)\b|\b(?:he|she|they)\s|\s(?:and|to)$", re.IGNORECASE)
_RIGHT_BEFORE = re.compile(r"(?:\s(?:me|us|him|her|them|you|everyone|everybody))?[,:]?\s?\W{1,2}")
_FEWEST = 2  # words
_LONGEST_SOURCE = 5  # words


def find_nested(text: str, quotations: Sequence[Quotation], speech: Container[Quotation]) -> Iterator[Attribution]:
    """The attributions inside those of `quotations` that are speech, in order. Linear in the length of the text."""
    outer: Quotation | None = None
    inner: list[Quotation] = []
    for quotation in quotations:
        if quotation.depth == 0:
            yield from _inside(text, outer, inner)
            outer, inner = (quotation if quotation in speech else None), []
        elif quotation.depth == 1 and outer and quotation.closing == "closed":
            inner.append(quotation)
    yield from _inside(text, outer, inner)


def _inside(text: str, outer: Quotation | None, inner: Sequence[Quotation]) -> Iterator[Attribution]:
    worded = [q for q in inner if len(text[q.start : q.end].split()) >= _FEWEST]
    if outer is None or not worded:
        return
    for found in find_attributions(text, [(outer.start, outer.end)], worded, frozenset(worded)):
        if found.rule == "quotation" and _is_plain(text, found):
            yield replace(found, rule=NESTED)


def _is_plain(text: str, found: Attribution) -> bool:
    """Whether source, cue and quotation stand side by side: "Dahl told me, ‘...’"."""
    if not found.source or not found.cue or found.source[1] > found.cue[0]:
        return False
    source = text[slice(*found.source)]
    beside = text[found.source[1] : found.cue[0]].isspace() and found.cue[1] < found.content[0][0]
    gap = text[found.cue[1] : found.content[0][0]]
    named = len(source.split()) <= _LONGEST_SOURCE and not _NO_SOURCE.search(source)
    return named and beside and _RIGHT_BEFORE.fullmatch(gap) is not None
