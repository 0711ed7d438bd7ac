"""The words of the grammar: each piece is an alternation, and the tables say what its words mean."""

import re
from collections.abc import Iterable

from onrecord.text import lexicon

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
            "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon", "tuesday tues tue", "wednesday weds wed", "thursday thurs thur thu", "friday fri",
            "saturday sat", "sunday sun",
        )
    )
    for name in names.split()
}  # fmt: skip
_ONES = lexicon.in_order("numbers.ones")
_TEENS = lexicon.in_order("numbers.teens")
_TENS = lexicon.in_order("numbers.tens")
NUMBERS = {word: number for number, word in enumerate([*_ONES, *_TEENS], start=1)}
NUMBERS |= {word: 10 * number for number, word in enumerate(_TENS, start=2)}
ORDINALS = {
    word: number
    for number, word in enumerate(
        lexicon.in_order("numbers.ordinals"),
        start=1,
    )
} | {"twenty-first": 21, "final": 0, "last": 0, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90,
}  # fmt: skip
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
# How far a word moves from the anchor, in the units that follow it.
MOVES = {
    "last": -1, "past": -1, "previous": -1, "prior": -1, "preceding": -1, "next": 1, "coming": 1, "upcoming": 1,
    "following": 1, "this": 0, "current": 0, "present": 0, "same": 0, "that": 0,
}  # fmt: skip
CLOCK_WORDS = {"noon": (12, 0), "midday": (12, 0), "midnight": (0, 0)}
DAYWORDS = {
    "today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "the day before yesterday": -2,
    "the day after tomorrow": 2,
}  # fmt: skip
HOLIDAYS = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "boxing day": (12, 26), "halloween": (10, 31), "valentine's day": (2, 14),
    "saint patrick's day": (3, 17), "st. patrick's day": (3, 17), "independence day": (7, 4),
    "fourth of july": (7, 4), "july fourth": (7, 4), "bastille day": (7, 14), "veterans day": (11, 11),
    "armistice day": (11, 11), "may day": (5, 1), "april fools' day": (4, 1),
}  # fmt: skip
# Holidays that move: month, weekday (Monday is 0), which one of the month (-1 the last), days after it.
FLOATING = {
    "thanksgiving day": (11, 3, 4, 0), "thanksgiving": (11, 3, 4, 0), "black friday": (11, 3, 4, 1),
    "labor day": (9, 0, 1, 0), "memorial day": (5, 0, -1, 0), "martin luther king jr. day": (1, 0, 3, 0),
    "martin luther king day": (1, 0, 3, 0), "presidents' day": (2, 0, 3, 0), "columbus day": (10, 0, 2, 0),
    "mother's day": (5, 6, 2, 0), "father's day": (6, 6, 3, 0), "election day": (11, 0, 1, 1),
}  # fmt: skip
# Days from Easter Sunday of the western churches.
EASTER = {
    "palm sunday": -7, "ash wednesday": -46, "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0,
}  # fmt: skip

_ATTACKS = ("attacks", "bombings", "bombers")
# Days that became the name of an event: the year, and the nouns that the day stands before. A day before such a noun
# that is not here is read as a plain date only where it is near (`days.named_day`).
NAMED_DAYS: dict[tuple[int, int], tuple[int, tuple[str, ...]]] = {
    (9, 11): (2001, (*_ATTACKS, "hijackers", "hijacker", "hijackings", "terrorists", "victims", "victim", "families",
                     "widows", "widow", "survivors", "survivor", "plot", "plotters", "conspirators", "commission",
                     "memorial", "museum", "anniversary", "advocates", "era")),
    (3, 11): (2004, ("bombings", "bombers")),
    (7, 7): (2005, _ATTACKS),
    (11, 13): (2015, ("attacks", "attackers")),
    (1, 6): (2021, ("committee", "panel", "commission", "riot", "riots", "rioters", "rioter", "insurrection",
                    "defendants", "defendant", "hearings", "attack", "prosecutions")),
    (10, 7): (2023, ("attack", "attacks", "massacre")),
}  # fmt: skip
_NAMING = {noun for _, nouns in NAMED_DAYS.values() for noun in nouns} | {
    "bombing",
    "uprising",
    "coup",
    "movement",
    "revolution",
}
_DAY_NAMES = (
    [word for word, number in ORDINALS.items() if number and word.isalpha()]
    + [f"{tens}-{ones}" for tens, last in (("twenty", 9), ("thirty", 1)) for ones in list(ORDINALS)[:last]]
    + ["thirtieth"]
)
DAY_NAMES = {word: ORDINALS.get(word) or 30 for word in _DAY_NAMES}
DAY_NAMES |= {word: 20 + ORDINALS[word[7:]] for word in _DAY_NAMES if word.startswith("twenty-")} | {"thirty-first": 31}


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", " ") for word in sorted(words, key=len, reverse=True))


def _abbreviated(names: dict[str, int]) -> str:
    full = [name for name in names if len(name) > 5 or name in ("may", "june", "july", "march", "april")]
    short = [name for name in names if name not in full]
    return rf"{_any(full)}|(?:{_any(short)})\b\.?"


_WORD_NUMBER = rf"(?:{_any(_TENS)})(?:[- ](?:{_any(_ONES)}))?|{_any(_ONES)}|{_any(_TEENS)}"
_WORD_YEAR = (
    rf"nineteen (?:hundred|oh[- ](?:{_any(_ONES)})|(?:{_any(_TENS)})(?:[- ](?:{_any(_ONES)}))?)"
    rf"|two thousand(?: (?:and )?(?:{_any(_ONES)}|{_any(_TEENS)}))?|twenty (?:{_any(_TEENS)})"
)
_NAMED = rf"(?: (?:terror|terrorist|suicide|train|london|paris|madrid))? (?:{_any(_NAMING)})\b"
# "the 19 Sept. 11 hijackers": the number belongs to the noun.
_DATE = (
    rf"(?:<month>(?: |(?<=\.))<day>|<day>(?: of)? <month>(?!\.? \d\d?(?:th)?{_NAMED})|<dayname> of <month>)"
    r"(?:(?:,| of)? ?<year>)?"
)

# A literal space stands for white space; `<piece>` is another piece, and in a row of the grammar a named group.
PIECES = {
    "month": _abbreviated(MONTHS),
    "weekday": _abbreviated(WEEKDAYS),
    "day": r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%])(?![:.]\d)",
    "year": rf"(?:1\d|20)\d\d(?![\d%])(?![.,]\d)|{_WORD_YEAR}",
    "number": (
        r"(?:\d{1,3}(?:,\d{3}){0,2}(?:\.\d{1,2})?|(?:a |one )?hundred"
        rf"|{_WORD_NUMBER})(?:[- ]and[- ]a[- ]half| 1/2)?|an? half|an?|another|half(?: an?)?"
    ),
    "vague": "a few|few|several|many|some|a couple(?: of)?|couple of|a number of|dozens of|hundreds of|a dozen",
    "unit": "second|minute|hour|day|week|fortnight|month|quarter|year|decade|century|centurie",
    "length": "second|minute|hour|day|weekend|week|fortnight|month|year|decade|century|centurie",
    "about": "about|around|nearly|almost|roughly|approximately|some|more than|less than|at least|over|up to|only|just",
    "ordinal": _any(ORDINALS),
    "season": _any(SEASONS),
    "partofday": "morning|afternoon|evening|night",
    "edge": "early in|late in|earlier in|later in|early|late|mid|middle of|earlier|later",
    "move": (
        "last|past|previous|prior|preceding|next|coming|upcoming|following|this past|this coming|this|current|present"
        "|same|that"
    ),
    "clock": (
        r"(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)? ?[ap](?:\. ?m\.?|m\b)|(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
        r"|(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:gmt|utc|hours))"
        rf"|(?:1[0-2]|[1-9]|{_any(_ONES)}|ten|eleven|twelve) o'clock|noon|midday|midnight"
    ),
    "zone": (
        r"(?:gmt|utc|hours(?: gmt)?|(?:u\.s\. )?(?:eastern|central|mountain|pacific)(?: (?:standard|daylight))?(?: "
        r"time)?|local time"
        r"|(?:e|c|m|p)[sd]?t|bst|cet)\b"
    ),
    "dayword": _any(DAYWORDS),
    "dayname": _any(DAY_NAMES),
    "eventname": _NAMED,
    "isoday": r"\d{4}-\d\d-\d\d",
    "holiday": _any([*HOLIDAYS, *FLOATING, *EASTER]),
    "date": _DATE,
    "dayexpr": (
        rf"(?:(?:(?<=the\s)|(?!following\b))<move> )?<weekday>(?:,? (?:the )?{_DATE})?|{_DATE}|<dayword>|<isoday>"
    ),
}

# A word, after an article if there is one, that an expression can begin with: a cheap look before the whole grammar.
_WHOLE = lexicon.in_order("times.first_words_whole")
_STARTING = (
    {name for name in [*MONTHS, *WEEKDAYS] if len(name) == 3}
    | {"wedn", "thur", "tues", *SEASONS, *NUMBERS, *ORDINALS, *MOVES, *CLOCK_WORDS, *DECADES, *DAYWORDS}
    | {word.split()[0] for word in [*HOLIDAYS, *FLOATING, *EASTER]}
    | lexicon.words("times.first_words")
)
STARTERS = rf"(?:(?:the|an?|this|that) )?(?:(?:{_any(_WHOLE)})\b|{_any(_STARTING - {*_WHOLE})}|['’]?\d)"
