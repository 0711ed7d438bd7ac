"""The words that printed dates are made of, in two dozen languages: CLDR's names (cldr.json, which
`training/dates/names.py` writes) and what is kept by hand beside them (words.toml).

All are in lower case, as `lowered` makes it; a name in two languages that stands for two days of the week has both.
"""

import json
import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, Final

_FOLDER = files("onrecord.text.dates")
_CLDR: Final[dict[str, Any]] = json.loads(_FOLDER.joinpath("cldr.json").read_text("utf-8"))["languages"]
_WORDS: Final[dict[str, Any]] = tomllib.loads(_FOLDER.joinpath("words.toml").read_text("utf-8"))


def lowered(text: str) -> str:
    """A text in lower case with common spaces, character for character; the dotless i of Turkish is an i."""
    if text.isascii():
        return text.lower()
    text = text.replace("İ", "i").replace("\u00a0", " ").replace("\u202f", " ")
    return text.lower().replace("ı", "i")


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of some words, the longest first, by their first letter: there are too many to try each."""
    starts: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        starts.setdefault(word[0], []).append(re.escape(word[1:]).replace(r"\ ", " "))
    return "|".join(f"{re.escape(start)}(?:{'|'.join(rests)})" for start, rests in sorted(starts.items()))


def by_hand(kind: str) -> list[str]:
    """The words of one kind that words.toml has, of all languages."""
    return [word for language in _WORDS.values() for word in language.get(kind, ())]


MONTHS: Final[dict[str, int]] = {
    name: number
    for language in (*_CLDR.values(), *_WORDS.values())
    for name, number in language.get("months", {}).items()
}
"""Each name of a month, with its number: no name is of two."""
WORDS_TOO: Final = frozenset("may mar march mars".split())
"""Months that are other words too: in lower case they are months only beside a year."""
NEED_DAY: Final = frozenset(
    "ago set out mag ara ene eki haz kas lip lis lut nis sie tem des elo loka helmi marras tammi".split()
)
"""Months that are other words too: they are months only where a day and a year stand with them."""
NO_MONTHS: Final = frozenset("pro led dub".split())
"""Short names in Czech that things are called by: "Camera Pro 3"."""
for _word in NO_MONTHS:
    del MONTHS[_word]


SHORTEST: Final = 3
"""Letters of a day of the week: fewer are another word somewhere ("on", "du")."""
TWO_LETTERS: Final = frozenset("mo di mi do fr sa so пн вт ср чт пт сб вс".split())
"""Days of the week of two letters that are known beside a date."""


def _weekdays() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for language in _CLDR.values():
        for name, number in language["weekdays"].items():
            if len(name) >= SHORTEST or name in TWO_LETTERS:
                found.setdefault(name, set()).add(number)
    for name, number in (("tues", 1), ("weds", 2), ("thur", 3), ("thurs", 3), ("sonnabend", 5)):
        found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


WEEKDAYS: Final[dict[str, frozenset[int]]] = _weekdays()
"""Each name of a day of the week, with its numbers; Monday is 0."""
HALVES: Final[dict[str, int]] = {
    **{name: 0 for language in _CLDR.values() for name in language["before noon"]},
    **{name: 12 for language in _CLDR.values() for name in language["after noon"]},
}
"""What tells the half of the day beside a time, with the hours that it adds."""

_AGO: Final = {code: [*language["ago"], *_WORDS.get(code, {}).get("other_ago", ())] for code, language in _CLDR.items()}


def _units_behind_lead() -> dict[str, frozenset[str]]:
    """What stands behind the number where a word before it says "ago" ("vor 3 Tagen"), with such words."""
    found: dict[str, set[str]] = {}
    for told in _AGO.values():
        for pattern in told:
            lead, _, behind = pattern.partition("{0}")
            if lead:
                found.setdefault(behind.strip(), set()).add(lead.strip())
    return {unit: frozenset(leads) for unit, leads in found.items()}


LED: Final[dict[str, frozenset[str]]] = _units_behind_lead()
SURE_LEADS: Final = frozenset(lead for unit, leads in LED.items() if " " not in unit for lead in leads)
"""Such words that need no other behind: "vor", but not "for ... siden", which is English by itself."""
TOLD_BEHIND: Final = frozenset(
    pattern.removeprefix("{0}").strip() for told in _AGO.values() for pattern in told if pattern.startswith("{0}")
)
"""What stands behind the number and says "ago" by itself: "days ago", "giorni fa", "日前"."""


def _without_number() -> frozenset[str]:
    """How a time ago is told with a word for its number: "an hour ago", "vor einer Stunde", "час назад"."""
    told: set[str] = set()
    for code, patterns in _AGO.items():
        for word in _WORDS.get(code, {}).get("one", ()):
            for pattern in patterns:
                phrase = pattern.replace("{0} ", word) if word.endswith(("'", "’")) else pattern.replace("{0}", word)
                if max(len(part) for part in pattern.replace("{0}", "").split()) > 1:
                    told.add(" ".join(phrase.split()))
    return frozenset(told)


_AGO_IN_WORDS: Final = _without_number()
MAYBE: Final = frozenset(by_hand("maybe_days"))
"""Days told by a word that is another language's too: "hier"."""
TOLD: Final = _AGO_IN_WORDS | frozenset(by_hand("days"))
"""How a day or a moment is told without a number."""
TOLD_SIGNS: Final = (
    frozenset(phrase.split()[-1] for phrase in by_hand("days"))
    | MAYBE
    | frozenset(lead.split()[0] for leads in LED.values() for lead in leads)
    | frozenset(behind.split()[-1] for behind in TOLD_BEHIND)
)
"""Words of which one is in whatever tells a day or a moment so."""
