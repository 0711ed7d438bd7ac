"""The nouns of documents that speak: "the statement read", "a leaflet handed out by the council"."""

import re

from onrecord.text import lexicon

DOCUMENTS = lexicon.words("documents.speaking")
FINDINGS = frozenset(("report", "study"))
"""Whoever speaks of one has seldom written it."""
NOUN = rf"(?:{'|'.join(sorted(DOCUMENTS | FINDINGS))})"

_ISSUED_BY = re.compile(  # of a source that is the issuer alone: "a leaflet handed out by" the council
    rf"\b(?:an?|the|one|this)\s(?:[\w-]+\s){{0,3}}?{NOUN}\s(?:(?:that|which)\s(?:was|were|is|had been)\s)?"
    r"(?:[a-z]+ly\s)?(?:[a-z]{2,}ed|[a-z]{3,}en|sent|put|made|read)\s(?:(?:out|round|around|up|off|yesterday|(?:on"
    r"|last)\s\w+)\s)?by\s$",
    re.IGNORECASE,
)


def with_document(text: str, place: tuple[int, int]) -> tuple[int, int]:
    """The source with the document before it whose issuer alone it is."""
    found = _ISSUED_BY.search(text, max(0, place[0] - 90), place[0])
    return (found.start(), place[1]) if found else place
