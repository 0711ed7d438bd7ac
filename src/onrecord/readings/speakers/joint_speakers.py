"""Who speak together: the actors that one source joins, "Senator Ana Orrin, a Democrat, and Robert Hale" or "two aides
and Hale"."""

import re
from bisect import bisect_left
from operator import attrgetter

from onrecord.readings.cast.actors import Cast
from onrecord.readings.cast.kinds import described_kind
from onrecord.text.spans import Place

_OF_A_PLACE = r"(?:\s(?:of|from)\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)?|\s\([^()]{1,40}\))?"
_SECOND = (  # what may stand before the name of the second: "and the", "and first lady", "and his lawyer,"
    r"(?:(?:his|her|its|their|the|an?)\s[^,;]{1,50},\s|(?:(?!(?:for|of|from|in|at|to|by|with|on"
    r"|about)\s)[a-z][a-z-]*\s){1,3})?"
)
_AND = re.compile(rf"{_OF_A_PLACE}(?:,\s[^;]{{1,300}},|,)?\s(?:and|&|nor)\s{_SECOND}")
_LISTED = re.compile(rf"{_OF_A_PLACE},\s(?:the\s)?")
_OPENING = re.compile(r"(?:[Bb]oth\s|[Oo]nly\s|[Nn]either\s)?(?:[Tt]he\s|[Ff]ormer\s)?")
_REST = re.compile(r"$|[,(—–-]|\s(?:of|from|at|in|with|who|each|both|also|alike|meanwhile|have|had|themselves|[—–(-])")
"""What may follow the last name: "Hale and Orrin, who ...", but not "the Hale and Orrin campaigns"."""
_PEOPLE_AND = re.compile(r"([^,;]{3,60}?)(?:\sand|,\salong with|,\stogether with)\s(?:the\s)?")
_CLAUSE = re.compile(r"\b(?:who|which|whose|that|under|between|by|of|for|with|from|in|at|to)\b")


def joined(cast: Cast, place: Place) -> tuple[str, ...]:
    """Keys of the actors that a source joins, in order; none where it is one alone."""
    if not any(cast.text.find(word, *place) >= 0 for word in (" and ", " & ", " nor ")):
        return ()
    keys: list[str] = []
    waiting: list[str] = []  # named behind a comma only: they count if an "and" follows
    end, between = place[0], False  # whether a person is named in what explains the one before
    for start, last, key in _named(cast, *place):
        gap = cast.text[end:start]
        if not keys:
            first = _first(cast, place[0], gap)
            if first is None:
                return ()
            keys = [first, key] if first else [key]
        elif _AND.fullmatch(gap) and not between:
            keys += [*waiting, key]
            waiting = []
        elif _LISTED.fullmatch(gap):
            waiting.append(key)
        else:
            between = between or key.startswith("person")
            continue
        end = last
    several = len(set(keys)) > 1 and _REST.match(cast.text[end : place[1]])
    return tuple(dict.fromkeys(keys)) if several else ()


_start = attrgetter("start")


def _named(cast: Cast, start: int, end: int) -> list[tuple[int, int, str]]:
    """(start with the title before the name, end, key) of the actors named in a stretch."""
    named = cast.mentions[bisect_left(cast.mentions, start, key=_start) : bisect_left(cast.mentions, end, key=_start)]
    titles = {m.start: m.role[0] for m in named if m.role and start <= m.role[0] < m.start}
    return [(titles.get(at, at), cast.ends[at], key) for at, key in cast.between(start, end)]


def _first(cast: Cast, start: int, gap: str) -> str | None:
    """The key of people without a name who come first, "" if the first name opens the source, None if it does
    neither."""
    if _OPENING.fullmatch(gap):
        return ""
    people = _PEOPLE_AND.fullmatch(gap)
    if people is None or _CLAUSE.search(people[1]) or described_kind(people[1]) != "group":
        return None
    return cast.describe(start, start + people.end(1))
