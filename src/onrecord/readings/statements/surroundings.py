"""What surrounds reported words: whom they were said to, on what occasion, through which channel, and whether
interpreted."""

import re
from collections.abc import Iterable, Sequence

from onrecord.text.spans import Place

_ADDRESSEE = re.compile(
    r"\b(?:told|tells|telling|said to|saying to|speaking to|wrote to|asked|urged|warned)\s"
    r"((?:[a-z]+\s)?(?:reporters|journalists|lawmakers|delegates|parliament|supporters|diplomats|ministers)\b|"
    r"(?:the|a|an|his|her|their)\s(?:[\w.’'-]+\s){0,3}?[\w.’'-]+(?=\s(?:that|in|on|at|after|before|during)\b|[,.:])|"
    r"[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,4})"
)
_INTERPRETED = re.compile(
    r"\b(?:(?:speaking\s)?through (?:an?|his|her|the|their) (?:[a-z]+ )?(?:interpreter|translator)s?|via an? "
    r"(?:interpreter|translator)|"
    r"translated (?=statement|remarks|comments|speech|message|letter|text)|in (?:an? )?(?:official |unofficial "
    r")?translation|"
    r"according to (?:an?|the) (?:[a-z]+ )?translation|as translated(?: by [^,.;:]{1,60})?)",
    re.IGNORECASE,
)
_MEDIUM = (
    "statement|tweet|post|letter|speech|interview|press conference|news conference|conference call|briefing|video"
    "|broadcast|"
    "phone call|memo|report|email|e-mail|message|text message|address|testimony|op-ed|article|communiqu[eé]|hearing"
    "|rally|"
    "question-and-answer session|Q&A session|session with reporters|note|release|call"
)
_CHANNEL = re.compile(
    r"\b(?:(?:[Ii]n|[Oo]n|[Aa]t|[Dd]uring|[Vv]ia|through|by) (?:an?|the|his|her|its|their|another) (?:[\w-]+ ){0,4}?(?:"
    + _MEDIUM
    + r")\b"
    r"(?: (?:to|with|on|from|in) [^,.;:\"“”\x00]{1,60}?(?=[,.;:\"“”]| that ))?|"
    r"on (?:Twitter|Facebook|X|Telegram|Weibo|Instagram|Truth Social|television|state television|state TV|the radio"
    r"|CNN|NBC|CBS|ABC|Fox News)\b|"
    r"carried by [^.;:\"“”\x00]{3,80}?(?=[,.;:])|by (?:tele)?phone|by video link)"
)
_NO_OCCASION = (
    "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October"
    "|November|December|"
    "noon|midnight|dawn|dusk|sunset|sunrise|all|long|that|then|this|now|which|whom|hours?|days?|weeks?|months?|years?"
)
_OCCASION = re.compile(
    rf"\b(?:(?:after|before|(?<!the )following|ahead of|during|at the (?:end|start|opening|close) of) "
    rf"(?!(?:{_NO_OCCASION})\b)[^\W\d_]|"
    r"(?:when|while|as) (?:asked|he|she|they|it|the|a|an|his|her|its|their|[a-z]+ing|[^\W\d_a-z]))"
    r"(?:[^,.;:\"“”«»\x00]|\b[ap]\.m\.|\bU\.S\.){2,120}"
)

_REACH = 400  # characters before the first and behind the last of an attribution's words
_LONGEST = 4000  # characters of one sentence that are looked at
_MOST = 50  # pieces of one attribution that are kept clear of
_PATTERNS = (
    ("interpreted", _INTERPRETED, 0),
    ("addressee", _ADDRESSEE, 1),
    ("channel", _CHANNEL, 0),
    ("occasion", _OCCASION, 0),
)


def find_surroundings(text: str, frame: Iterable[Place], taken: Iterable[Place]) -> dict[str, Place]:
    """Places of `addressee`, `occasion`, `channel` and `interpreted` in the frame of an attribution, outside its
    content."""
    held = sorted(taken)
    frames = [_clipped(start, end, held) for start, end in frame]
    places: dict[str, Place] = {}
    for name, pattern, group in _PATTERNS:
        for start, end, near in frames:
            if place := _first(text, pattern, group, (start, end), [*near, *_other(places, name)]):
                stop = text[place[1] - 1] == "." and place[1] >= end  # the sentence's own
                places[name] = (place[0], place[0] + len(text[place[0] : place[1] - stop].rstrip()))
                break
    return places


def _other(found: dict[str, Place], name: str) -> list[Place]:
    """ "during a press conference" is the channel or the occasion, not both."""
    return [found["channel"]] if name == "occasion" and "channel" in found else []


def _first(text: str, pattern: re.Pattern[str], group: int, within: Place, held: Sequence[Place]) -> Place | None:
    """The first match that overlaps nothing that is held."""
    for match in pattern.finditer(text, *within):
        place = match.span(group)
        if not any(start < place[1] and place[0] < end for start, end in held):
            return place
    return None


def _clipped(start: int, end: int, held: Sequence[Place]) -> tuple[int, int, list[Place]]:
    """What of a sentence is near the words that it surrounds, for a sentence can be as long as a text; and what is held
    there."""
    near = [place for place in held if start <= place[0] < end]
    if near:
        start, end = max(start, near[0][0] - _REACH), min(end, near[-1][1] + _REACH)
    end = min(end, start + _LONGEST)
    return start, end, [place for place in near if place[0] < end][:_MOST]
