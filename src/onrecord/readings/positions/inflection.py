"""The forms of an English verb: what a row of the lexicon need not spell out."""

import re

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")
_CONSONANT_Y = re.compile(r"[^aeiou]y$")


def forms(verb: str) -> tuple[str, ...]:
    """Base, third person, past, past participle and participle in -ing. Irregular ones are given behind colons, a
    doubled letter by `+`: `urge`, `seek:sought`, `give:gave:given`, `commit+t`."""
    base, *irregular = verb.split(":")
    base, _, doubled = base.partition("+")
    stem = base + doubled
    if base.endswith("e"):
        past, present = base + "d", (base if base.endswith("ee") else base[:-1]) + "ing"
    elif _CONSONANT_Y.search(base):
        past, present = base[:-1] + "ied", base + "ing"
    else:
        past, present = stem + "ed", stem + "ing"
    third = base[:-1] + "ies" if _CONSONANT_Y.search(base) else base + ("es" if _SIBILANT.search(base) else "s")
    return tuple(dict.fromkeys((base, third, *(irregular or [past]), present)))
