"""What stands beside an expression: the tense of the nearest verb, and signs that it is no time at all."""

import re

from onrecord.text.times.values import Tense

_WINDOW = 100
_BREAK = re.compile(r"[.!?;]\s|\n\s*\n")
_MARK = re.compile(
    r"\b(?:(?P<future>will|shall|won['’]t|['’]ll|(?:is|are|was|were) (?:to|due|scheduled|expected|set|planned|slated)"
    r"|scheduled|expected|due|plans? to|planned for|going to|upcoming|deadline|expires?|matur(?:es|ing))"
    r"|(?P<past>was|were|had|did|has been|have been|said|told|began|met|went|came|left|took|held|made|rose|fell|got|gave"
    r"|saw|won|lost|became|broke|brought|found|kept|knew|led|ran|sent|spoke|stood|thought|wrote|tore|shot|drew|drove|flew|fought|grew|heard|paid|sold|shook|slept|spent|stole|struck|swore|taught|threw|withdrew|since|\w{2,14}ed))\b"
)
_BY = re.compile(r"\b(?:by|until|till)\s(?:the\s)?$")


def tense_beside(lower: str, start: int, end: int) -> Tense | None:
    """The tense of the last verb before the expression in its sentence, or of the first after it."""
    before = _BREAK.split(lower[max(0, start - _WINDOW) : start])[-1]
    marks = list(_MARK.finditer(before)) or list(_MARK.finditer(_BREAK.split(lower[end : end + _WINDOW], 1)[0]))[:1]
    if marks:
        return "future" if marks[-1]["future"] else "past"
    return "future" if _BY.search(before) else None


# Names of months and weekdays that are also other words or names.
_NAMES = {"may", "march", "april", "june", "august", "jan", "mar", "sat", "sun", "mon", "wed", "fri", "dec", "oct"}
_LEADS = re.compile(
    r"\b(?:(?P<time>in|since|until|till|last|next|this|from|during|after|before|between|through|early|late|mid)"
    r"|at|around|about|on|by|of|to|and)\s$",
    re.IGNORECASE,
)
_TITLE = re.compile(r"(?:[\"“‘'`]|\b[a-z]{1,20}\s)$")
_NUMBERED = re.compile(
    r"\b(?:routes?|highway|interstate|flight|room|page|no|number|section|resolution|article|suite|box|model|boeing|line"
    r"|about|some|nearly|almost|over|than|least|up to|only|another|roughly|approximately|channel|unit|level)\.?\s$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\s[a-z]{3,14})?\s(?:people|persons|men|women|children|students|soldiers|troops|workers|employees|jobs|refugees"
    r"|dollars|euros|pounds|yen|won|cents|percent|points|votes|seats|copies|words|pages|times|shares|tons|tonnes|barrels"
    r"|miles|kilomet(?:er|re)s|met(?:er|re)s|feet|yards|acres|hectares|degrees|homes|houses|cars|volts|megawatts)\b"
    r"|-(?!era|style|vintage)[a-z]|%"
)


def is_other(text: str, start: int, end: int, rule: str) -> bool:
    """Whether the words are something else that is spelt alike: the verb may, a Jan, a broadcast's title, a number."""
    words = text[start:end]
    before = text[max(0, start - 24) : start]
    if rule in ("month", "day"):
        return words.rstrip(".").lower() in _NAMES and _is_name(text, start, end, _LEADS.search(before))
    if rule in ("near-unit", "this-part"):
        return words.istitle() and " " in words and bool(_TITLE.search(before))
    if rule == "year" and words.isdigit():
        numbered = _NUMBERED.search(before) or _COUNTED.match(text[end : end + 36])
        return bool(numbered) or (not 1700 <= int(words) < 2100 and not _LEADS.search(before))
    if rule == "clock" and re.fullmatch(r"\d\d?:\d\d", words):
        # A score or a verse, unless it is led to as a time is.
        return int(words.partition(":")[0]) < 13 and not _LEADS.search(before)
    return False


def _is_name(text: str, start: int, end: int, leads: re.Match[str] | None) -> bool:
    if start == 0 and end == len(text):
        # The words are all that was asked for.
        return False
    if text[end - 1] == ".":
        return not text[start].isupper()
    followed = re.match(r"\s[A-Z][a-z]", text[end : end + 3])
    return not (leads and text[start].isupper() and (leads["time"] or not followed))
