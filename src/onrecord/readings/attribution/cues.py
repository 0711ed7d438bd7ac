"""Words that attribute: the verbs and formulas that give somebody's words to a source (the cues of PARC and
PolNeAR)."""

import re
from collections import defaultdict
from collections.abc import Iterable

from onrecord.text import lexicon

# Base forms. Those of the first group also introduce indirect speech; the second only stand beside a quotation.
_SPEECH = lexicon.in_order("verbs_of_saying.introducing")
_BESIDE = lexicon.in_order("verbs_of_saying.beside_a_quotation")
_IRREGULAR = lexicon.table("verbs_of_saying.irregular")


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    stem = verb[:-1] if verb.endswith("e") else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return [third, f"{stem}ed", f"{stem}ing"]


SPEECH_FORMS = frozenset(form for verb in _SPEECH for form in _forms(verb)) | {"quoted as saying"}
_ALL = sorted(SPEECH_FORMS | {form for verb in _BESIDE for form in _forms(verb)} | {"say", "think", "believe"})
_QUOTED_AS = r"quoted(?: (?:by|in|on) [^,.;:\"“”\x00]{1,60}?)? as (?:saying|telling)"
QUOTED_AS = re.compile(_QUOTED_AS)
"""Behind whoever is quoted: "Hale was quoted by the agency as saying"."""


def _by_first_letter(forms: Iterable[str]) -> str:
    """A pattern of any of the forms: each is tried only where its first letter stands, for they are many."""
    behind: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        behind[form[0]].append(form[1:])
    return "|".join(f"{letter}(?:{'|'.join(rests)})" for letter, rests in behind.items())


CUE = re.compile(
    r"\b(?:"
    + _by_first_letter(["According to", "according to", "point(?:s|ed|ing) out", _QUOTED_AS, *_ALL])
    + r")\b(?! the (?:ground|table|agenda)\b)"
)
ACCORDING = "according to"
EVIDENTIAL_NOT_SPEECH = re.compile(
    r"^(?:expected|thought|believed|estimated|reported|alleged|called|put|offering|offered|read) (?:to|that)? ?be\b"
)
