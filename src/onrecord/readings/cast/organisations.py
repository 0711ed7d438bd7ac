"""Bodies under several names: which names of organisations in one account are one body's, and by what rule."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from onrecord.readings.cast.evidence import key_of
from onrecord.readings.nouns import KNOWN_BODIES
from onrecord.text import lexicon
from onrecord.text.places import CAPITALS, COUNTRIES, OTHERWISE, REGIONS, SEATS

_SMALL = lexicon.words("function_words.small_in_bodies")
_ACRONYM = re.compile(r"(?:[A-Z]\.?){2,7}")
_IN_BRACKETS = re.compile(r",?\s\(((?:[A-Z]\.?){2,7})\)")
_BEFORE_BRACKETS = re.compile(r"[^\W\d_a-z][\w.’'&-]*(?:\s(?:of|the|and|for|on|in|to|[^\W\d_a-z][\w.’'&-]*)){0,9}\Z")
_BACK = 120  # characters before a bracket in which a name begins
_PLACES = frozenset(map(key_of, COUNTRIES.keys() | CAPITALS.keys() | REGIONS.keys()))
_OWN = frozenset(key_of(name) for name in KNOWN_BODIES)  # "House" is not short for "White House"


def bare(name: str) -> str:
    """Without its article."""
    return name.removeprefix("the ").removeprefix("The ")


def one_body(text: str, names: Iterable[str]) -> Mapping[str, tuple[str, str]]:
    """For each printed name of a body the key of its fullest name, and the rule that ties them."""
    keys = {name: _own_key(name) for name in names}
    known = frozenset(keys.values())
    longer, spelled = _by_ending(known), _by_initials(sorted(known))
    bracketed = {key_of(short): key_of(long) for long, short in _bracketed(text)}
    tied: dict[str, tuple[str, str]] = {}
    for name, key in keys.items():
        if name in SEATS or name in OTHERWISE:
            tied[name] = (key, "seat" if name in SEATS else "other-name")
        elif _ACRONYM.fullmatch(name) and (long := _expanded(key, known, bracketed, spelled)):
            tied[name] = (long, "acronym")
        elif key not in _OWN and key not in _PLACES and len(longer.get(key, ())) == 1:
            tied[name] = (next(iter(longer[key])), "short-name")
        else:
            tied[name] = (key, "name")
    again = {keys[name]: to for name, (to, _) in tied.items()}  # a longer name may be short for a still longer one
    return {name: (again.get(to, to), rule) for name, (to, rule) in tied.items()}


def _bracketed(text: str) -> Iterator[tuple[str, str]]:
    """Each name with the acronym in brackets behind it."""
    for short in _IN_BRACKETS.finditer(text):
        if long := _BEFORE_BRACKETS.search(text[max(short.start() - _BACK, 0) : short.start()]):
            yield long[0], short[1]


def _by_ending(keys: Iterable[str]) -> Mapping[str, set[str]]:
    """For each ending of a longer name the names that have it: "post" for "washington post", but "house" for no White
    House."""
    longer: dict[str, set[str]] = defaultdict(set)
    for key in keys:
        words = key.split()
        for at in range(1, len(words)):
            if key not in ("white house", "blue house"):
                longer[" ".join(words[at:])].add(key)
    return longer


def _by_initials(keys: Iterable[str]) -> Mapping[str, str]:
    spelled: dict[str, str] = {}
    for key in keys:
        words = [word for word in key.split() if word not in _SMALL]
        if len(words) > 1:
            spelled.setdefault("".join(word[0] for word in words), key)
    return spelled


def _own_key(name: str) -> str:
    if name in OTHERWISE or SEATS.get(name, next(iter(COUNTRIES))) not in COUNTRIES:
        return key_of(OTHERWISE.get(name) or SEATS[name])
    key = key_of(bare(name)).removesuffix(" of the united states")
    short = key.removeprefix("us ").removeprefix("united states ").removeprefix("american ")
    return short if short in _OWN or key.startswith("us ") else key


def _expanded(key: str, keys: Collection[str], bracketed: Mapping[str, str], spelled: Mapping[str, str]) -> str | None:
    """The long form of an acronym: printed before it in front of brackets, or spelled by the first letters of a
    name."""
    if (long := bracketed.get(key)) is not None:
        words = long.split()
        return next((end for at in range(len(words)) if (end := " ".join(words[at:])) in keys), None)
    letters = key.removeprefix("us") if len(key) > 4 else key
    return spelled.get(key) or spelled.get(letters) or spelled.get(f"us{key}")
