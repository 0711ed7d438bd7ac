"""Whether the account vouches that the words were said: hedges ("reportedly", "an earlier version of this story said")
and denials ("did not say", "declined to confirm", "nobody told them", "denied")."""

import re

from onrecord.text.spans import Place

_ADVERB = (
    r"(?:[a-z]{2,20}ly|ever|even|also|yet|once|again|so much as|in public|at first|further|now|then|still|"
    r"(?:go|going|went|gone) (?:so far|as far) as(?: to)?|to|be|being|been|have|has|had|having|that (?:he|she|it"
    r"|they) (?:had|has|have))"
)
_GAP = r"(?:\s" + _ADVERB + r"){0,4}\s*$"
_AUXILIARY = r"(?:did|does|do|has|have|had|would|could|will|can|should|may|might|must|is|are|was|were|am)"
_NOT = re.compile(
    r"\b(?:"
    + _AUXILIARY
    + r"\snot|cannot|[a-z]{2,6}n[’']t|never|nor|neither|not|declin(?:ed?|es|ing)\sto|refus(?:ed?|es|ing)\sto|"
    r"(?<!never\s)(?<!not\s)(?:failed|fails|failing)\sto|without|stopp?(?:ed|s|ing)?\sshort\sof|avoid(?:ed|s|ing)?"
    r"|(?:un|not\s)able\sto|"
    r"unwilling\sto|reluctant\sto|(?:has|have|had)\syet\sto|far\sfrom|rather\sthan|instead\sof|den(?:ied|ies|y|ying))"
    r"(?!\s(?:only|just|merely|simply)\b)" + _GAP,
    re.IGNORECASE,
)
_NOT_INSIDE = re.compile(
    r"\b(?:" + _AUXILIARY + r"\snot|cannot|[a-z]{2,6}n[’']t|never|not|declin(?:ed?|es|ing)|refus(?:ed?|es|ing)\sto"
                            r"|without|stopp?(?:ed|s|ing)?\sshort|"
    r"(?:has|have|had)\syet)\b(?!\s(?:only|just|merely|simply|hesitate|fail|stop|shy|mince)\b)",
    re.IGNORECASE,
)  # fmt: skip
_NOR = re.compile(r"\b(?:nor|neither|never|not once|at no (?:point|time))\s" + _AUXILIARY + r"\s*$", re.IGNORECASE)
_NOBODY = re.compile(
    r"(?:no(?:\s?one|body)|none|neither|not\s(?:one|a\ssingle|all|many|every(?:one|body)?|both|even)|(?:hardly"
    r"|scarcely|barely)\san(?:y(?:one|body)?)|"
    r"(?:very\s)?few(?!\s(?:years|months|weeks|days|hours|minutes)\b))\b|no\s(?-i:(?=[a-z]))",
    re.IGNORECASE,
)
"""How a subject says that none or not all of those it names did it."""
_NOT_ALL = re.compile(
    r"(?<!\bor\s)\b(?:not\s(?=(?:all|every(?:one|body)?|many|both)\b)|"
    r"(?:none|neither|few|not\s(?:all|many|one))\sof\s(?=(?:the|th[eo]se|them|us|his|her|its|their)\b))",
    re.IGNORECASE,
)
_DENYING = re.compile(
    r"\b(?:den(?:ied|ies|y|ying)|refut(?:ed?|es|ing)|rebut(?:s|ted|ting)?|disavow(?:s|ed|ing)?)\b", re.IGNORECASE
)
_REJECTING = re.compile(r"\b(?:reject|dismiss|disput|contest)(?:e?s|e?d|ing|ed)?\b", re.IGNORECASE)
_CLAIMS = re.compile(
    r"\s*(?:as\s\w+\s)?(?:the|a|any|all|such|media|news|these|those)?\s?"
    r"(?:suggestions?|claims?|reports?|rumou?rs?|allegations?|accusations?|assertions?|ideas?|notions?|charges?)\b",
    re.IGNORECASE,
)
_HEDGING = (
    r"(?:reportedly|allegedly|apparently|supposedly|purportedly|seemingly|presumably|ostensibly|evidently|perhaps"
    r"|possibly|probably)"
)
_TOLD = (
    r"(?:said|reported|believed|thought|alleged|rumou?red|understood|supposed|assumed|expected|likely|due|set|quoted"
    r"|cited|heard|scheduled)"
)
_HEDGED = re.compile(
    r"\b(?:"
    + _HEDGING
    + r"|(?:is|are|was|were|be|been|being)\s(?:[a-z]{2,20}ly\s|also\s)?" + _TOLD + r"\s(?:to|as)|"
    r"(?:may|might|could)(?:\swell)?(?:\salso)?(?=\shave\b)|may|might|"
    r"(?:appear|seem)(?:s|ed|ing)?\sto|will|(?:plan|intend|expect)(?:s|ed|ing)?\sto)" + _GAP,
    re.IGNORECASE,
)  # fmt: skip
_HEDGED_INSIDE = re.compile(
    r"\b(?:" + _HEDGING + r"|(?:is|are|was|were|be|been|being)\s(?:[a-z]{2,20}ly\s|also\s)?" + _TOLD + r"\s(?:to|as)|"
    r"(?:may|might|could)(?:\swell)?(?=\shave\b)|(?:appear|seem)(?:s|ed|ing)?\sto|will\b|"
    r"(?:is|are|was|were|been|being)\s(?:[a-z]{2,20}ly\s|also\s)?" + _TOLD + r"$)",
    re.IGNORECASE,
)  # fmt: skip
_HEDGE_BEFORE = re.compile(r"\b" + _HEDGING + r",?\s*$", re.IGNORECASE)
_HEDGE_BEHIND = re.compile(r",?\s(" + _HEDGING + r")\b", re.IGNORECASE)
_HEDGE_OPENS = re.compile(r"\W*(" + _HEDGING + r"),\s", re.IGNORECASE)
_PIECE = r"(?:article|story|report|post|page|piece|column|dispatch|headline|caption|live\s?blog)"
_WITHDRAWN = re.compile(
    r"\b(?:(?:earlier|previous|prior|original|first)\s(?:versions?|editions?|headlines?|captions?|drafts?"
    r"|posts?)\s(?:of|for|on|to)\s"
    r"(?:this|the|our)\s" + _PIECE
    + r"|(?:this|our)\s" + _PIECE + r"\s(?:originally|previously|earlier|initially|first|(?:incorrectly|mistakenly"
                                    r"|wrongly|erroneously))"
    r"|(?:incorrectly|mistakenly|wrongly|erroneously)\s(?=said|stated|reported|gave|identified|described|attributed"
    r"|quoted|named))\b",
    re.IGNORECASE,
)  # fmt: skip
"""How an account takes back what it printed itself: what it had said is then no longer vouched for."""
_CLAUSE_END = re.compile(r"[;:.!?()\[\]\"“”«»„]")
_NEAR = 80  # characters before the cue


def find_certainty(text: str, frame: Place, cue: Place, source: Place | None, quoted: bool) -> dict[str, Place]:
    """Places of `hedge` and `negation` in the sentence `frame`. `quoted`: all of the content stands in quotation
    marks."""
    between, ahead = _zones(text, frame, cue, source)
    found = {
        "negation": _negation(text, cue, source, (between, ahead), quoted),
        "hedge": _hedge(text, frame, cue, (between, ahead)),
    }
    return {name: place for name, place in found.items() if place}


def _zones(text: str, frame: Place, cue: Place, source: Place | None) -> tuple[Place, Place]:
    """What stands between the source and its cue, and before the source; each within the clause."""
    floor = max(frame[0], cue[0] - _NEAR) if frame[0] <= cue[0] else cue[0]
    if source and floor <= source[0] and source[1] <= cue[0]:
        return (_clause(text, source[1], cue[0]), cue[0]), (_clause(text, floor, source[0]), source[0])
    return (_clause(text, floor, cue[0]), cue[0]), (cue[0], cue[0])


def _clause(text: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins, at least `start`."""
    return max((match.end() for match in _CLAUSE_END.finditer(text, start, end) if _ends(text, match)), default=start)


def _ends(text: str, match: re.Match[str]) -> bool:
    return match[0] != "." or text[match.end() : match.end() + 1].isspace()


def _search(pattern: re.Pattern[str], text: str, zone: Place) -> Place | None:
    """Where the pattern matches in the zone, without the white space at its end; a `$` of the pattern is the zone's
    end."""
    match = pattern.search(text[slice(*zone)])
    return (zone[0] + match.start(), zone[0] + match.start() + len(match[0].rstrip(" ,\t\n"))) if match else None


def _negation(text: str, cue: Place, source: Place | None, zones: tuple[Place, Place], quoted: bool) -> Place | None:
    between, ahead = zones
    denied = _search(_NOT, text, between) or _search(_NOT_INSIDE, text, cue) or _search(_NOR, text, ahead)
    denied = denied or (_of_nobody(text, source) if source else None)
    # “No,” he denied: his own words
    return denied or (None if quoted else _denied_by_cue(text, cue))


def _of_nobody(text: str, source: Place) -> Place | None:
    """ "None of" and the like in a source, or "not" before its "all"."""
    if nobody := _NOBODY.match(text, *source):
        return source[0], source[0] + len(nobody[0].rstrip())
    return not_all(text, source)


def _denied_by_cue(text: str, cue: Place) -> Place | None:
    if denied := _search(_DENYING, text, cue):
        return denied
    rejected = _search(_REJECTING, text, cue)
    return rejected if rejected and _CLAIMS.match(text, cue[1]) else None


def names_nobody(text: str, source: Place) -> bool:
    """Whether the words are of none, few or not all of those they name, who are nobody that could be told: "None of the
    pilots"."""
    return _of_nobody(text, source) is not None


def not_all(text: str, source: Place) -> Place | None:
    """ "Not" of "Not all members", where the source was found without it."""
    found = _NOT_ALL.finditer(text, max(0, source[0] - 20), source[1])
    return next(((match.start(), match.end() - 1) for match in found if match.end() == source[0]), None)


def _hedge(text: str, frame: Place, cue: Place, zones: tuple[Place, Place]) -> Place | None:
    between, ahead = zones
    withdrawn = _WITHDRAWN.search(text, frame[0], cue[1] + 1) if frame[0] <= cue[0] else None
    if withdrawn:
        return withdrawn.span()
    found = _search(_HEDGED, text, between) or _search(_HEDGED_INSIDE, text, cue) or _search(_HEDGE_BEFORE, text, ahead)
    if found:
        return found
    match = _HEDGE_BEHIND.match(text, cue[1], frame[1]) or _HEDGE_OPENS.match(text, *frame)
    return match.span(1) if match and match.end() <= max(cue[0], match.start(1) + 40) else None
