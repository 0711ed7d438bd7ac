"""The names of several writers in one line, with what stands between them: places, posts, agencies."""

import re
from typing import Final

from onrecord.text import lexicon
from onrecord.text.dates.questions import find_date
from onrecord.text.given import EITHER, MEN, WOMEN

PARTICLES: Final = lexicon.words("page_words.particles_of_names")
NOT_NAMES: Final = lexicon.words("page_words.no_names_in_bylines")
POSTS: Final = lexicon.words("page_words.posts_in_bylines")
"""Words of what somebody is, which stand behind a name or above it."""
TEAMS: Final = frozenset(("team", "staff"))
"""Posts that are signed with: "The Harbour Team"."""
PARTED: Final = re.compile(r"(\s*[,;&]\s*(?:and\s|&\s|with\s)?\s*|\s(?:and|und|et|with)\s)")
"""What parts the writers of one line."""
AND: Final = re.compile(r"and|und|et|with|&")
ENDS: Final = re.compile(
    r"[|•·⋅●(\[]|\s[-–—/]\s|[.:]\s|\b(?:published|updated|posted|modified|last|reviewed|edited|additional"
    r"|contribut\w+)\b",
    re.I,
)
"""What ends the names of a line."""
PLACE: Final = re.compile(r"\s(?:in|at|for|from|of|on) .*\Z")
"""Where somebody writes from, or for whom."""
AN_AGENCY: Final = re.compile(r"(?:the )?(?-i:[A-Z])[\w'’.&-]*(?: (?-i:[A-Z])[\w'’.&-]*){0,3}", re.I)
JUNIOR: Final = re.compile(r"[,\s](?:Jr|Sr|II|III|IV)\.?\Z")
WEEKDAY: Final = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?[.,]?(?:\s(?:the\s)?\d{0,2}\w{0,2})?", re.I
)
ZONE: Final = re.compile(r"\b[A-Z]{2,4}\b|\b[ap]\.?m\b\.?|[+-]\d{2}:?\d{2}")
BY: Final = re.compile(r"(?:\b(?:written|posted|reported|words|story|text) )?\bby:?\s", re.I)


def person_like(name: str) -> bool:
    """Whether some words are like the name of a person: two to five with capitals, none of them a post."""
    words = name.split()
    return (
        2 <= len(words) <= 5
        and words[0][0].isupper()
        and words[-1][0].isupper()
        and all(word[0].isupper() or word.lower() in PARTICLES for word in words)
        and all(
            word.strip("()“”\"'’").replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha()
            for word in words
        )
        and not any(word.lower().strip(",.") in POSTS | NOT_NAMES for word in words)
        and not any(len(word) > 2 and word.isupper() for word in words)
    )


def is_post(name: str) -> bool:
    """Whether some words say what somebody is and not who: "Chief Harbour Correspondent", "Head of News"."""
    words = [word.lower().strip(",.") for word in name.split()]
    return bool(words) and (words[-1] in POSTS - TEAMS or (words[0] in POSTS and not {"of", "at"}.isdisjoint(words)))


def is_weekday(name: str) -> bool:
    return WEEKDAY.fullmatch(name.strip()) is not None


def several(line: str) -> str | None:
    """The names of two or more writers that a line begins with, without their places and posts; None if it has one
    person, or begins with something else.

    Names that stand side by side are given as they are printed, others with "and" before the last.
    """
    ended = ENDS.search(line)
    parts = PARTED.split(line[: ended.start()] if ended else line)
    names: list[str] = []
    joined = True  # whether what is printed from the first name to the last holds names alone
    printed = ""
    people = 0
    for number in range(0, len(parts), 2):
        part = parts[number].strip(" .,") if not JUNIOR.search(parts[number].strip()) else parts[number].strip(" ,")
        place = PLACE.search(part)
        name = part[: place.start()] if place else part
        if names and _is_employer(name, parts[number - 2], parts[number - 1]):
            joined = joined and number == len(parts) - 1
            continue
        last = people > 0 and number == len(parts) - 1
        agency = last and AN_AGENCY.fullmatch(name) is not None and not is_post(name)
        if person_like(name) or agency:
            people += person_like(name)
            printed += (parts[number - 1] if names else "") + name
            names.append(name)
            joined = joined and (place is None or number == len(parts) - 1) and "with" not in printed.split()
        elif names and (is_post(name) or not name):
            joined = joined and number == len(parts) - 1
        else:
            break
    if people < 1 or len(names) < 2:
        return None
    if joined:
        return printed
    before_last = " and " if any(AND.search(part) for part in parts[1::2]) else ", "
    return ", ".join(names[:-1]) + before_last + names[-1]


def _is_employer(name: str, before: str, between: str) -> bool:
    """Whether a name is of that where the post before it is held, "Ann Lee, Editor, Upland Garden Letter": it begins
    with nobody's given name."""
    given = name.split(maxsplit=1)[0].lower() in MEN | WOMEN | EITHER if name else False
    return is_post(before.strip(" .,")) and not AND.search(between) and not given


def is_origin(line: str) -> bool:
    """Whether a line says by whom and when, and nothing else: "Wednesday, 12 June 2024 · By Ann Lee"."""
    found = find_date(line)
    by = BY.search(line)
    if found is None or by is None:
        return False
    rest = line[: found.start] + " | " + line[found.end :]
    before, _, behind = rest.partition(by[0])
    behind = behind.split("|")[0].strip(" .,;:·•–—-") if "|" in behind else behind.strip(" .,;:·•–—-")
    if not (person_like(behind) or several(behind)):
        return False
    left = ZONE.sub("", before).replace("|", " ").strip(" .,;:·•–—-")
    return not left or is_weekday(left)
