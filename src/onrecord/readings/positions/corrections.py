"""What an account takes back: "an earlier version of this article said that ..."."""

import re

_BEFORE = "(?:earlier|previous|prior|original|initial|former|first)"
_OWN = (
    "(?:article|story|page|post|report|dispatch|headline|caption|column|piece|live blog|blog|bulletin|newsletter"
    "|graphic|transcript)"
)
_EARLIER = re.compile(
    rf"\b{_BEFORE} (?:version|edition)s? of (?:(?:this|our) (?:\w+ )?{_OWN}|the (?:article|story|headline|caption))\b|"
    rf"\b(?:this|our|the|an?) {_BEFORE} (?:headline|caption|photo caption|subheading)\b|"
    rf"\b(?:this|our) {_OWN}(?: \w+){{0,3}} (?:incorrectly|wrongly|mistakenly|erroneously|misstated|misreported"
    rf"|misquoted)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s(?:\w+\s)?(?:said|stated|reported|read)\W*$")
_IN_FACT = re.compile(r";|\b(?:in fact|actually|but it|but he|but she|but they)\b", re.IGNORECASE)


def taken_back(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch of a sentence that tells what an earlier version of the account said; empty where there is none."""
    earlier = _EARLIER.search(text, start, end)
    if earlier is None:
        return start, start
    if _BEHIND.match(text[earlier.end() : end]):
        return start, end
    fact = _IN_FACT.search(text, earlier.end(), end)
    return earlier.end(), fact.start() if fact else end
