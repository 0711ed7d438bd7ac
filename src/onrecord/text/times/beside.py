"""What stands beside an expression: the tense of the nearest verb, and signs that it is no time at all."""

import re
from typing import cast

from onrecord.text import lexicon
from onrecord.text.times.values import Tense
from onrecord.text.times.vocabulary import WEEKDAYS

_WINDOW = 100
# The end of a sentence, which an initial or a title ("U.S. President", "Mr. Han") is not.
_BREAK = re.compile(
    r"(?<!\b[a-z])(?<!\b[md]r)(?<!\bms)(?<!\bmrs)(?<!\bsen)(?<!\brep)(?<!\bgov)(?<!\bgen)[.!?;]\s|\n\s{0,9}\n",
    re.IGNORECASE,
)
# What an auxiliary takes with it, so that "will be delayed" is no past: a few words between, and the verb.
_VERB = r"(?: (?:not|also|now|then|likely|probably|still|to|be|have|been)){0,4}(?: \w+)?"
_MARK = re.compile(
    r"\b(?:(?P<ahead>(?:(?:was|were|had been|have been|has been) (?:to|due|scheduled|expected|set|planned|slated"
    r"|supposed|about to|poised to|likely to)\b|could(?! (?:not|have|(?:be )?(?:see|seen|hear|heard|feel|felt"
    r"|smell))\b)|would|wouldn['’]t)"
    + _VERB
    + r"|ahead of|in advance of|run-up to|before (?:an?|the|his|her|their|its) (?:\w+ )?(?:votes?|elections?|hearing"
    r"|summit|meeting|talks"
    r"|deadline|debate|trial|primary|primaries|visit))"
    r"|(?P<future>(?:will|shall|let['’]s|(?:can|might)(?! (?:have|not)\b)|may(?= [a-z]{2})(?! have\b)|(?:must|should"
    r"|ought to|needs? to)(?! have\b)|(?:is|are|be|am|['’]re|['’]s) (?:to|due|scheduled|expected|set|planned|slated"
    r"|poised|likely|about|going|able to|bound to|free to)\b"
    r"|(?<!\ba )(?<!\bthe )(?:scheduled|slated|expected|due)|set (?:to|for)|plans? to|planning to|planned for"
    r"|intends? to|hopes? to|aims? to|going to|to be (?=\w{2,14}ed\b))"
    + _VERB
    + r"|upcoming|deadline|expires?|matur(?:es|ing)|up for|(?:seek|seeking|seeks|faces?|facing) re-?election"
    r"|begins|starts|opens|resumes|takes (?:effect|place)|kicks off|(?:is|are)(?: on| in| for)?(?=\s$))"
    r"|(?P<past>(?:after|since|having) (?:\w{2,14}ing|been|\w{2,14}ed)\b|was|were|had|did|has been|have been|said"
    r"|told|began|met|went|came|left|took|held|made|rose|fell|got|gave"
    r"|saw|won|lost|became|broke|brought|found|kept|knew|led|ran|sent|spoke|stood|thought|wrote|tore|shot|drew|drove"
    r"|flew|fought|grew|heard|paid|sold"
    r"|shook|slept|spent|stole|struck|swore|taught|threw|withdrew|since|(?!un|hundr|inde|proce|succe"
    r"|exce)\w{2,14}[^e\W]ed)(?! by\b))\b"
)
_CLAUSE = re.compile(r"[,:;()—–]|\b(?:that|and|but|while|which|who|because|if|when|whether)\b")


def same_sentence(text: str, start: int, end: int) -> bool:
    """Whether no sentence ends between two places that are near one another."""
    return end - start < 2 * _WINDOW and not _BREAK.search(text, start, end)


# "picked her to hold the seat until (an election in) June": what is to last ends later than it is told.
_TO_DO_UNTIL = re.compile(
    r"\bto [a-z]{2,14}(?: [\w-]{1,14}){0,4} (?:until|till) (?:(?:the|an?) (?:[\w-]{1,14} ){1,3}(?:in|on) )?(?:the )?$"
)
# "have asked both sides to come back on", "promised to resign by": the infinitive has the time, not the verb before it.
# Without a preposition it may be of either verb ("agreed to sell it Monday").
_TO_DO = (
    r"\b(?:(?:agree|promise|propose|pledge|hope|invite|urge|arrange|advise|encourage|require|implore)[sd]?"
    r"|(?:ask|plan|offer|expect|threaten|intend|vow|wish|want)(?:s|ed)?"
    r"|(?:order|instruct|direct|press|remind|warn)ed|planned|told|called (?:up)?on|begged"
    r"|(?:agree|promis|propos|pledg|hop|invit|urg|arrang|advis|encourag|requir|implor|ask|plann|tell|offer|expect"
    r"|threaten|intend|vow|wish|order|instruct|begg)ing"
    r"|(?:(?:un)?willing|ready|prepared|eager)(?= to\b))"
    r"(?: (?!that\b|to\b)[\w'’.-]{1,16}){0,6} (?P<to>to) (?!(?:the|an?|his|her|its|their|our|my|this|that|these|those"
    r"|comment)\b)[a-z]{2,14}"
    r"(?: (?:[\w'’.-]|,(?=\d)){1,16}){0,8}"
)
_UNDERTAKEN = re.compile(
    _TO_DO + r" (?:on|by|before|until|till|from|in|at|over|during)(?: (?:the|early|late|mid))?(?: |-)[\"“‘']?$"
)
# "urged both to return to the table this weekend": "this" is told from where the words are said, and is as good as a
# preposition.
_UNDERTAKEN_THIS = re.compile(_TO_DO + r" [\"“‘']?$")
# "resigned in", "signed it into law in": a few words and no infinitive between a verb and its time.
_GOVERNED = re.compile(
    r"(?: (?!to\b|until|till|by\b|for\b|effective|payable)[\w'’.-]{1,16}){0,5} (?:in|on|last|back in)(?: (?:early"
    r"|late|mid))?[ -]"
)
_TELLING = frozenset("said told was were had did has been have been".split()) | {
    "has been",
    "have been",
    "set",
    "expected",
    "scheduled",
    "planned",
}
_BY = re.compile(r"\b(?:by|until|till)\s(?:the\s)?$")


def tense_beside(lower: str, start: int, end: int) -> Tense | None:
    """The tense of the last verb before the expression in its sentence, or of the first after it. An infinitive that
    somebody is asked to do or agrees to do is a verb of its own: "promised on Monday to resign", "promised to resign on
    Monday".

    Of the two the one in the expression's own clause goes first: "he said that on Monday they will vote".
    """
    before = _BREAK.split(lower[max(0, start - _WINDOW) : start])[-1]
    if _TO_DO_UNTIL.search(before):
        return "ahead"
    after = _BREAK.split(lower[end : end + _WINDOW], 1)[0]
    marks = [
        found
        for found in _MARK.finditer(before)
        if not (_is_present_passive(before, found) or _is_month(before, found.start()))
    ]
    mark = marks[-1] if marks else None
    undertaken = (_UNDERTAKEN_THIS if lower.startswith("this", start) else _UNDERTAKEN).search(before)
    if undertaken and (mark is None or mark.end() <= undertaken.start("to")):
        return "undertaken"
    if mark and _is_deed(before, mark):
        return "done"
    if mark is None or _CLAUSE.search(before, mark.end()):
        inside = _CLAUSE.search(after)
        mark = _MARK.search(after, 0, inside.start() if inside else len(after)) or mark or _MARK.search(after)
    if mark:
        return cast(Tense, mark.lastgroup)
    return "future" if _BY.search(before) else None


def _is_present_passive(before: str, mark: re.Match[str]) -> bool:
    """ "The case is heard in May": a participle, and no past."""
    return mark["past"] is not None and before[: mark.start()].endswith((" is ", " are ", " be ", " being "))


# "in May they", "3 May the": the month, and no verb.
_OF_MONTH = re.compile(
    r"(?:^|\d(?:st|nd|rd|th)?|\b(?:in|of|by|from|last|next|this|since|until|till|early|late|mid|between|during|and)) ?$"
)
_AFTER_MONTH = re.compile(r"may (?:last|this|and|or|to|of|in|at|the|an?|when|after|before|that)\b")


def _is_month(before: str, at: int) -> bool:
    """Whether a mark is not the verb may but the month."""
    return before.startswith("may ", at) and bool(
        _AFTER_MONTH.match(before, at) or _OF_MONTH.search(before[max(0, at - 9) : at])
    )


def _is_deed(before: str, mark: re.Match[str]) -> bool:
    """Whether a verb in the past governs what follows `before`."""
    verb = mark["past"]
    return bool(verb) and verb not in _TELLING and _GOVERNED.fullmatch(before, mark.end()) is not None


# Names of months and weekdays that are also other words or names.
_NAMES = {"may", "march", "april", "june", "august", "jan", "mar", "sat", "sun", "mon", "wed", "fri", "dec", "oct"}
_VERBS = {"may", "march", "sat", "sun", "mar", "wed"}
_LEADS = re.compile(
    r"\b(?:(?P<time>in|since|until|till|last|next|this|from|during|after|before|between|through|early|late|mid)"
    r"|at|around|about|on|by|of|to|and|or)\s$",
    re.IGNORECASE,
)
# Black Monday, Bloody Sunday: days of their own.
_NICKNAME = re.compile(r"\b(?:Black|Bloody|Super|Cyber|Fat|Holy|Shrove|Giving|Maundy)\s$")
_TITLE = re.compile(r"(?:[\"“‘'`]|\b[a-z]{1,20}\s)$")
_IN_TITLE = re.compile(r"(?:[a-z,]\s|[\"“‘'`])(?:[A-Z]\w{0,20}\s){1,2}$|\b(?:the|USA|VOA)\s$", re.ASCII)
_NUMBERED = re.compile(
    r"\b(?:routes?|highway|interstate|flight|room|page|no|number|section|resolution|article|suite|box|model|boeing|line"
    r"|bill|channel|unit|level|sb|hb)\.?\s$",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"(?:\s(?!and|or|in|of|the|for|were|was|had)[a-z]{3,14})?\s(?:people|persons|men|women|children|students|soldiers"
    r"|troops|workers|employees|jobs|refugees"
    r"|dollars|euros|pounds|yen|won|cents|percent|points|votes|seats|copies|words|pages|times|shares|tons|tonnes"
    r"|barrels"
    r"|miles|kilomet(?:er|re)s|met(?:er|re)s|feet|yards|acres|hectares|degrees|homes|houses|cars|volts|megawatts)\b"
    r"|-(?!era|style|vintage)[a-z]|%"
)


# "the offer fell that night", "on that night", "that night the ...": what may follow where "that" points to a night.
# Any other word in small letters is a noun that "night" belongs to: "she said that night shifts were long".
_POINTED = lexicon.words("times.behind_that_night")
_NEXT_WORD = re.compile(r"\s{1,3}(?P<word>[a-z]{2,20})\b(?![’']t\b)")
_WORD_BEFORE = re.compile(r"(\w+)[\"“‘']?\s{1,3}$")
_REPORTED = re.compile(
    r"\b(?:that|sa(?:id|ys?)|told|tells|add(?:ed|s)|argue[ds]|insist(?:ed|s)|warn(?:ed|s)|claim(?:ed|s)|complain(?:ed"
    r"|s))\b"
)
_LED = lexicon.words("times.before_that_night")


def _is_conjunction(text: str, start: int, end: int) -> bool:
    """Whether "that" before a part of the day or a length joins a clause: "provided that night shifts remained", "that
    day-trippers pay".

    Not at the head of a sentence, nor after a preposition; after "and" or "but" only where words are reported before.
    """
    if not text.startswith("that", start):
        return False
    if re.match(r"-[a-z]", text[end : end + 2]):
        return True
    followed = _NEXT_WORD.match(text, end)
    if not followed or followed["word"] in _POINTED or followed["word"].endswith(("ly", "ed", "ing")):
        return False
    before = _BREAK.split(text[max(0, start - _WINDOW) : start])[-1]
    led = _WORD_BEFORE.search(before)
    if not led or led[1].lower() in _LED:
        return False
    return led[1].lower() not in ("and", "but", "or") or _REPORTED.search(before) is not None


def is_other(text: str, start: int, end: int, rule: str) -> bool:
    """Whether the words are something else that is spelt alike: the verb may, a Jan, a broadcast's title, a number."""
    words = text[start:end]
    before, after = text[max(0, start - 24) : start], text[end : end + 36]
    if rule in ("month", "day", "daily", "tonight", "relative-month") and _is_name(words, before, after):
        return True
    if rule in ("day", "part-of-day") and _NICKNAME.search(before):
        return True
    if rule in ("near-unit", "this-part", "relative-season") and _is_conjunction(text, start, end):
        return True
    if rule in ("near-unit", "this-part"):
        return words.istitle() and " " in words and bool(_TITLE.search(before))
    if rule == "about-year":  # "about 1900 men", "around 1900 of them"
        return bool(_COUNTED.match(after)) or after.startswith(" of ")
    if rule == "year" and words.isdigit():
        numbered = _NUMBERED.search(before) or _COUNTED.match(after)
        return bool(numbered) or (not 1700 <= int(words) < 2100 and not _LEADS.search(before))
    if rule == "clock" and re.fullmatch(r"\d\d?:\d\d", words):
        # A score or a verse, unless it is led to as a time is.
        return int(words.partition(":")[0]) < 13 and not _LEADS.search(before)
    return False


def _is_name(words: str, before: str, after: str) -> bool:
    """Whether a month, a weekday or a day's word is a verb, a person's name or a part of a title."""
    last = words.rsplit(maxsplit=1)[-1]
    if last.lower() in ("daily", "today", "tonight"):
        followed = re.match(r"\s(?:Show|[A-Z][a-z]+)\b" if last == "Daily" else r"\sShow\b", after)
        return last[0].isupper() and bool(_IN_TITLE.search(before) or followed)
    name = last.rstrip(".").lower()
    if name not in _NAMES or not (before or after):
        # Words that stand for themselves are what was asked for.
        return False
    if last[0].islower() or last.endswith("."):
        return last[0].islower()
    if last != words:
        return name in WEEKDAYS
    leads = _LEADS.search(before)
    if leads and leads["time"]:
        return False
    named = re.match(r"\s[A-Z][a-z]", after) and not re.search(r"\b[Aa]n?\s$", before)
    return bool(named or (not leads and (name in _VERBS or re.search(r"[A-Z]\w*\s$", before))))
