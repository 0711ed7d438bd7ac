"""Quotations within a quotation that its speaker gives to somebody else: “My deputy told me, ‘The wind shut them.’ I believe him.”

Only those with a cue and a source of their own beside them, for in most of them the speaker mentions a word or quotes himself.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from onrecord.readings.attribution import Attribution, find_attributions
from onrecord.text.quotes import Quotation

_OWN = re.compile(r"(?:I|we|you|me|us)$", re.IGNORECASE)
_FEWEST = 2  # words


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
        if found.rule == "quotation" and found.source and not _OWN.match(text[slice(*found.source)]):
            yield replace(found, rule="nested")
