"""The grammar: one row a rule, the name, the kind, what it looks like, and what reads it.

A row's pattern is a regular expression over lower-case text in which a space is any white space and `<piece>` an entry
of `vocabulary.PIECES`; `<name:piece>` gives it another name. Rows are tried in their order and the first that
matches wins, so longer forms stand before the shorter ones they contain. Every pattern is bounded in length, and no
repetition overlaps another, so a text is read in time linear in its length.
"""

import itertools
import re
from functools import cache
from typing import NamedTuple

from onrecord.text.times import days, lengths, periods
from onrecord.text.times.context import Resolver
from onrecord.text.times.values import Kind
from onrecord.text.times.vocabulary import PIECES, STARTERS

_SEASON_IN = (
    r"(?:(?<=\bin )|(?<=\bthis )|(?<=\bby )|(?<=since )|(?<=until )|(?<=during )|(?<=after )|(?<=before )|(?<=\bover ))"
)
_IN_YEAR = r"(?:(?<=\bin )|(?<=\bof )|(?<=since )|(?<=until ))"
_RATE = (
    r"(?:(?<=\d )|(?<=illion )|(?<=twice )|(?<=once )|(?<=times )|(?<=ollars )|(?<=cents )|(?<=ercent )"
    r"|(?<=hares )|(?<=arrels )|(?<=tons ))"
)
_THE = r"(?:the )?"
_COUNT = r"(?:<span:numbers>|<number>|<vague>)"
_PERIOD = r"(?:quarter|period)"
_LAST = r"last|past|next|first|final|coming|previous|recent|another|full|latest|early"


class Rule(NamedTuple):
    name: str
    kind: Kind
    pattern: str
    resolver: Resolver
    before: str = ""  # what stands before it: a lookbehind, seen while finding only


RULES = (
    # days that became names
    Rule("nine-eleven", "date", r"9/11|(?:attacks|events) (?:of|on) sept(?:ember"
                                r"|\.)? 11(?:th)?(?!,? (?:of )?\d{4})", days.nine_eleven),
    Rule("named-day", "date", r"(?:the )?(?:<month> <day>|<day> <month>)<eventname>", days.named_day),
    # ranges
    Rule("day-range", "date",
         r"(?:from |between )?<month> <day> ?(?:-|–|—|to|and|through|until|till) ?"
         r"(?:<endmonth:month> )?<endday:day>(?:,? <year>)?", days.day_range),
    Rule("range-day", "date",
         r"(?:from |between )?<day> ?(?:-|–|—|to|and|through|until"
         r"|till) ?<endday:day> <month>(?:,? <year>)?", days.day_range),
    Rule("year-range", "date",
         r"(?:from|between) <year> (?:to|and|through|until|till) <endyear:year>", periods.year_range),
    Rule("short-range", "date",
         r"(?:(?:fiscal(?: year)?|fy) ?)?<year>(?:[-–](?:<endyear:year>|<endyear:twodigits>)"
         r"|/<endyear:year>)(?!-)", periods.year_range),
    Rule("month-range", "date",
         r"(?:from|between) <month> (?:to|and|through|until) <endmonth:month>(?:,? <year>)?", periods.month_range),
    # times of day
    Rule("iso-time", "time", r"<isoday>[t ]<time:isotime><offset:isooffset>?", days.iso_time),
    Rule("clock-day", "time",
         r"<clock>(?: in the <partofday>)?(?: <zone>)?(?: <aside>)?(?:,? on| this|,)? <dayexpr>", days.clock_day),
    Rule("day-clock", "time",
         r"<dayexpr>(?: (?:morning|afternoon|evening|night))?(?:,? "
         r"(?:at|around|about|by|before|after|from|until))?(?: about| around)?,? <clock>(?: <zone>)?", days.clock_day),
    Rule("part-of-day", "time",
         r"(?:(?:early|late|mid)(?: on)? )?<dayexpr>,? <partofday>(?: <zone>)?", days.part_of_day),
    Rule("part-of-the-day", "time", r"(?:<edge> )?(?:the )?<partofday> of <dayexpr>", days.part_of_day),
    Rule("this-part", "time", r"(?:(?:<edge> )?<which:thislast> <partofday>|<which:overnight>)", days.this_part),
    Rule("part-alone", "time", r"(?:<edge> )?in the (?:early |late )?<partofday>", days.part_alone),
    Rule("tonight", "time", r"(?:<edge> )?<which:tonight>", days.this_part),
    # days
    Rule("iso-day", "date", r"<isoday>", days.day),
    Rule("numeric-day", "date",
         r"<first:dd>(?:/<second:dd>/|\.<second:dd>\.|-<second:dd>-)<digits:yy>", days.numeric),
    Rule("week-of", "date", r"(?:the )?week of <dayexpr>", days.week_of),
    Rule("from-day", "date", r"<number> <unit:weekunit>s? from <dayexpr>", days.from_day),
    Rule("day-of-month", "date", r"(?:the )?<ordinal> day of <month>(?:,? (?:of )?<year>)?", days.day_of_month),
    Rule("holiday", "date", r"(?:(?:<move> )?<holiday>(?:,? (?:of )?<year>)?)", days.holiday),
    Rule("weekday-monthday", "date", r"<weekday>,? the <monthday>", days.weekday_monthday),
    Rule("day", "date", r"(?:(?:early|late|earlier|later)(?: on)? )?(?:the )?<dayexpr>", days.day),
    # quarters, halves
    Rule("quarter-of", "date",
         rf"{_THE}(?:fiscal[- ])?<ordinal>[- ](?:fiscal[- ])?quarter(?:,? (?:of )?"
         rf"(?:fiscal )?(?:<year>|(?:the )?<move> year))?", periods.quarter),
    Rule("year-quarter", "date",
         rf"{_THE}(?:<year>|<move> year)(?:['’]s)? (?:fiscal[- ])?<ordinal>[- ]quarter", periods.quarter),
    Rule("q-quarter", "date", r"(?:<year> ?)?q<ordinal:q>(?:,? (?:of )?<year:year>)?", periods.quarter),
    Rule("latest-quarter", "date",
         rf"{_THE}(?:latest|most recent|just-ended|last|previous) {_PERIOD}", periods.latest_quarter),
    Rule("earlier-quarter", "date",
         rf"{_THE}(?:<earlier:yearearlier>|corresponding|same|comparable)[- ]{_PERIOD}"
         rf"(?: (?:of )?(?:<earlier:lastyear>|a <earlier:yearearlier>))?", periods.told_quarter),
    Rule("quarter-in-year", "date", rf"{_THE}(?:<year>|<move> year['’]s) {_PERIOD}", periods.year_quarter),
    Rule("the-quarter", "date", r"the quarter", periods.told_quarter),
    Rule("half", "date", rf"{_THE}<ordinal>[- ]half (?:of )?(?:<year>|(?:the |<move> )?year)", periods.half),
    Rule("h-half", "date", r"<year> ?h<ordinal:h>|h<ordinal:h>,? (?:of )?<year>", periods.half),
    # months, seasons
    Rule("month-year", "date",
         r"(?:<edge>[- ])?(?:the )?<month>(?:,| of)? (?:<year>|<year:cutyear>|<yearmove:move> year)", periods.month),
    Rule("relative-month", "date", r"(?:<edge> )?(?:the )?<move> <month>", periods.month),
    Rule("edge-of-month", "date", r"(?:<edge>[- ](?:in )?)<month>", periods.month),
    Rule("month", "date", r"<month>", periods.month),
    Rule("season", "date",
         r"(?:<edge>[- ])?(?:the )?(?:<move> )?<season>(?:,? (?:of )?(?:<year>|<year:cutyear>"
         r"|<yearmove:move> year))", periods.season),
    Rule("relative-season", "date", r"(?:<edge>[- ])?<move> <season>", periods.season),
    Rule("the-long-season", "date", r"(?:<edge>[- ])?the <season:longseason>", periods.season),
    Rule("the-season", "date", r"(?:<edge>[- ])?(?:the )?<season>", periods.season, before=_SEASON_IN),
    # years and longer
    Rule("fiscal-year", "date",
         r"(?:<fiscal:fiscal>(?: year)?|<fiscal:fy>) ?(?:<year>|<year:shortyear>)", periods.year),
    Rule("decade", "date",
         rf"{_THE}(?:<edge>[- ](?:in )?{_THE}|<ordinal> half of the )?"
         rf"(?:<decade:digitdecade>|<decade:decadeword>)", periods.decade),
    Rule("century", "date", rf"{_THE}(?:<edge>[- ])?<ordinal:nth>[- ]century", periods.century),
    Rule("edge-of", "date",
         r"(?:the )?(?:very )?(?:end|beginning|start|middle|rest|close|turn|<ordinal> (?:week|days|weeks|part"
         r"|half))[- ]of[- ](?:the )?"
         r"(?:<month>(?:,? <year>)?|<year>|(?:<move> )?<unit:longunit>)", periods.edge_of),
    Rule("year-end", "date", r"(?:the )?year['’]?s?[- ]end", periods.year_end),
    Rule("edge-of-year", "date", r"<edge>[- ]?(?:in )?<year>", periods.year),
    Rule("about-year", "date", r"<edge:circa> <year>", periods.year),
    Rule("cut-year", "date", r"<year:cutyear>", periods.year, before=_IN_YEAR),
    Rule("year-named", "date", r"(?:the )?(?:calendar )?year <year>", periods.year),
    Rule("year", "date", r"<year>", periods.year),
    # counted from the account's date, or from another
    Rule("ago", "date",
         rf"(?:<about> )?(?:{_COUNT})[- ]?(?:or so )?<unit>s?(?: or (?:so|two|more))? "
         rf"(?:<back:ago>|from now|from today)", periods.ago),
    Rule("long-ago", "date", r"(?:<unit:plural>|long) ago", lengths.vague),
    Rule("apart", "date",
         rf"(?:<about> )?{_COUNT} <unit>s? (?:<back:earlier>|<back:clauseend>|later|afterwards?"
         rf"|thereafter)", periods.apart),
    Rule("before-last", "date", r"the <unit:dayunit> before last", periods.before_last),
    Rule("year-ago", "date", r"(?:the |a )?year-(?:ago|earlier)|(?:the )?year (?:ago|earlier"
                             r"|before)", periods.year_ago),
    Rule("whole-decade", "duration", r"(?:the )?(?:past|last) <unit:tens>", lengths.duration),
    Rule("past-unit", "duration", r"(?:in|over|during|within|for) the past <unit:longunit>", lengths.duration),
    Rule("year-ended", "duration", r"(?:the )?(?:fiscal )?<unit:yearonly> (?:ended|ending)", lengths.duration),
    Rule("near-unit", "date",
         r"(?:(?:<edge>|late|later|early|earlier)(?: in)? )?(?:the )?<move> "
         r"(?:fiscal |calendar )?<unit:longunit>(?! (?:and|or|to) (?:a half|<unit>))", periods.near_unit),
    Rule("in-the-unit", "date", r"(?:early|late|earlier|later) in the <unit:longunit>", periods.this_unit),
    Rule("the-year", "date", (
        r"the (?:full |whole |entire |fiscal )?<unit:yearonly>(?! (?:s?he|they|it|that|when|after|before|i|we|you|in "
        r"which)\b)"
    ), periods.this_unit),
    Rule("the-weekend", "date", r"(?:<edge> )?the weekend", periods.the_weekend),
    Rule("day-beside", "date",
         r"the <unit:dayunit> (?:before|after)(?! (?:yesterday|tomorrow))", lengths.counted_day),
    Rule("counted-day", "date",
         r"(?:the )?<ordinal> (?:day|week|month|year)(?= (?:of|in) |$)(?! (?:of|in) (?:the )?(?:<month>|<year>"
         r"|<move>))", lengths.counted_day),
    # clock alone, after everything it may stand beside
    Rule("clock", "time",
         r"(?:<clock>(?: (?:in the|at) <partofday>)?|<clock:hour> (?:in the|at) <partofday>)(?: <zone>)?(?: <aside>)?",
         days.clock_day),
    # no moments: repetitions and lengths
    Rule("weekdays", "set",
         r"(?:(?:every|each) (?:other )?<weekday>s?(?: <partofday>)?|<weekday:weekdayplural>)", lengths.repetition),
    Rule("every", "set", rf"(?:every|each)(?: single"
                         rf"| other)? (?:{_COUNT} )?<unit:length>s?(?<!second)", lengths.repetition),
    Rule("daily", "set", r"<unit:daily>", lengths.repetition),
    Rule("rate", "set", r"(?:an?|per|each) <unit:length>(?<!second)", lengths.repetition, before=_RATE),
    Rule("duration", "duration",
         rf"(?!an? second\b)(?:(?:within )?(?:<about> )?(?:the |each of the )?(?:{_LAST}|<ordinal>) )?(?:<about> )?"
         rf"{_COUNT}[- ](?:<full> )?<unit:length>s?(?:<half:andahalf>|[- ]long)?(?: period)?",
         lengths.duration),
    Rule("long", "duration", r"<unit:length>[- ]?long", lengths.duration),
    Rule("quarter-century", "duration", r"(?:a |nearly a )?quarter[- ](?:of a )?century", lengths.quarter_century),
    Rule("whole", "duration", r"all <unit:dayunit>(?: long)?|the (?:whole|entire) <unit:dayunit>", lengths.duration),
    Rule("vague-duration", "duration",
         r"(?:(?:the )?(?:recent|past|last|coming|next|following|previous|first|early) )"
         r"<unit:plural>|<unit:pluralfor>", lengths.vague_duration),
    # words that point and name no time
    Rule("now", "date",
         r"(?:right )?now|currently|current|nowadays|these days|at present|presently|at the moment"
         r"|at this time", lengths.vague),
    Rule("once", "date",
         r"(?:more |most |until )?recently|recent|lately|formerly|(?:in )?the past(?! (?:[a-z0-9-]{1,12} "
         r")?<length>s?\b)", lengths.vague),
    Rule("soon", "date",
         r"as soon as possible|soon(?! (?:after|as))|(?:the )?(?:near |foreseeable |immediate )?future", lengths.vague),
)  # fmt: skip

_PIECES = PIECES | {
    "longseason": "summer|autumn|winter",
    "twodigits": r"\d\d(?!\d)",
    "isotime": r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?",
    "isooffset": r"(?:z|[+-]\d\d:?\d\d)",
    "thislast": "this|last|that|the same|(?:the )?(?:following|next|previous)",
    "overnight": "overnight",
    "tonight": "tonight",
    "dd": r"\d\d?",
    "yy": r"(?:19|20)\d\d|\d\d",
    "q": "[1-4]",
    "h": "[12]",
    "circa": "circa|around|about",
    "cutyear": r"['’]\d\d(?!\d|s)",
    "yearearlier": "year[- ](?:ago|earlier|before)",
    "lastyear": "last year",
    "fiscal": "fiscal",
    "fy": "fy",
    "shortyear": r"['’]?\d\d",
    "digitdecade": r"(?:1\d|20)\d0['’]?s|['’]\d0s",
    "decadeword": "(?:nineteen[- ]?)?(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
    "nth": r"\d{1,2}(?:st|nd|rd|th)|(?!last|final)(?:" + PIECES["ordinal"] + ")",
    "monthday": r"(?:3[01]|[12]?\d)(?:st|nd|rd|th)",
    "longunit": "weekend|week|month|year|decade|century|quarter|day|fortnight",
    "yearonly": "year",
    "weekunit": "day|week|fortnight|month",
    "dayunit": "day|week|month|year",
    "ago": "ago|back",
    "earlier": "earlier|previously",
    "clauseend": r"before(?=[.,;]|$)",
    "aside": r"\([^()]{1,24}\b(?:gmt|utc|[ecmp][sd]?t|local time|bst|cet)\)",  # the same time in another zone
    "hour": "1[0-2]|[1-9]",
    "tens": "decade|century",
    "weekdayplural": "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|weekend)s"
    "(?: (?:morning|afternoon|evening|night)s?)?",
    "daily": "daily|nightly|hourly|annually",
    "numbers": rf"(?:{PIECES['number']})(?: (?:to|or) |-to-|[-–])(?:{PIECES['number']})",
    "full": "more|trading|straight|consecutive|full|additional|extra|whole|solid|calendar|business|working|long"
    "|successive",
    "andahalf": " and a half",
    "plural": "days|weeks|months|years|decades|centuries|hours|minutes",
    "pluralfor": "days|weeks|months|years|decades|hours|minutes",
}


def expand(pattern: str, *, named: bool) -> str:
    """The regular expression of a row, with its pieces as named groups, or as plain ones where rows are joined."""
    numbers = itertools.count()

    def piece(match: re.Match[str]) -> str:
        name, kind = match[1], match[2] or match[1]
        head = f"(?P<{name}_{next(numbers)}>" if named else "(?:"
        return f"{head}{_PLACE.sub(piece, _PIECES[kind])})"

    return _spaced(_PLACE.sub(piece, pattern))


_PLACE = re.compile(r"<([a-z]+)(?::([a-z]+))?>")


def _spaced(pattern: str) -> str:
    """A literal space becomes any white space, up to the width of a wrapped line's indent."""
    pattern = re.sub(r"\[([^\]\s]*) \]", r"(?:[\1]| )", pattern)
    return pattern.replace(" ?", r"\s{0,3}").replace(" ", r"\s{1,3}")


def parts(match: re.Match[str]) -> dict[str, str]:
    """The named parts that matched, each white space as one space."""
    found = ((name.partition("_")[0], words) for name, words in match.groupdict().items() if words)
    return {name: " ".join(words.split()) for name, words in found}


_BEGINS = r"(?<![\w$£€#&@])"
_GUARD = r"(?<!\d[.,:/–-])(?<![$£€] )"
_END = r"(?![\w%])(?![.,:/]\d)(?![- ](?:(?:year|month|week|day)s?[- ])?olds?\b)"
_BY_NAME = {rule.name: rule for rule in RULES}


@cache
def finder() -> re.Pattern[str]:
    """All rows as one expression; the number of the group that matched is the number of the row.

    Compiled when first asked for, because that takes longer than reading an account.
    """
    rows = "|".join(f"({rule.before}{expand(rule.pattern, named=False)})" for rule in RULES)
    return re.compile(f"{_BEGINS}(?={_spaced(STARTERS)}){_GUARD}(?:{rows}){_END}")


@cache
def reader(name: str) -> tuple[re.Pattern[str], Rule]:
    """The row of that name and its expression with named parts. Compiled when first asked for: few texts use all."""
    rule = _BY_NAME[name]
    return re.compile(expand(rule.pattern, named=True)), rule
