"""Words that attribute: the verbs and formulas that give somebody's words to a source (the cues of PARC and
PolNeAR)."""

import re
from collections import defaultdict
from collections.abc import Iterable

# Base forms. Those of the first group also introduce indirect speech; the second only stand beside a quotation.
_SPEECH = (
    "say tell add explain note warn announce claim argue insist stress reiterate acknowledge confirm deny reply "
    "state report suggest "
    "believe think hope admit assert allege complain concede conclude contend declare disclose emphasise emphasize "
    "estimate expect "
    "indicate maintain mention predict proclaim promise pledge vow recall remark repeat respond reveal signal swear "
    "testify "
    "underline underscore urge demand propose"
)
_BESIDE = (
    "ask answer write tweet post call describe cite read quip joke continue shout whisper go begin exclaim protest "
    "plead agree "
    "counter observe offer quote term label dub brand praise denounce criticise criticize condemn thank accuse blame "
    "put "
    "boast caution chant cry elaborate express inquire lament muse opine ponder recount retort scoff sigh snap tease "
    "voice "
    "refer speak laugh list interject hail slam blast dismiss decry deride mock"
)
_IRREGULAR = {
    "say": "says said saying",
    "tell": "tells told telling",
    "think": "thinks thought thinking",
    "swear": "swears swore swearing",
    "write": "writes wrote written writing",
    "read": "reads read reading",
    "go": "went goes",
    "begin": "began",
    "deny": "denies denied denying",
    "reply": "replies replied replying",
    "cry": "cried",
    "decry": "decried decrying",
    "testify": "testifies testified testifying",
    "put": "put puts",
    "speak": "spoke speaking",
    "quip": "quips quipped",
    "quote": "quoted quoting",
    "dub": "dubbed",
    "slam": "slammed slamming",
    "snap": "snapped",
    "admit": "admits admitted admitting",
}


def _forms(verb: str) -> list[str]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb].split()
    stem = verb[:-1] if verb.endswith("e") else verb
    third = f"{verb}es" if verb.endswith(("s", "sh", "ch", "x")) else f"{verb}s"
    return [third, f"{stem}ed", f"{stem}ing"]


SPEECH_FORMS = frozenset(form for verb in _SPEECH.split() for form in _forms(verb)) | {"quoted as saying"}
_ALL = sorted(SPEECH_FORMS | {form for verb in _BESIDE.split() for form in _forms(verb)} | {"say", "think", "believe"})
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
