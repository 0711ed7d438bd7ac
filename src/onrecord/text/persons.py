"""Names of persons, compared: which printed names can be one person's and which cannot.

A full name is told from another by its surname, its first name and its middle initials: "George W. Bush" is not "George
H.W. Bush", "Bill Clinton" is "William Clinton". A short name ("Clinton", "López Obrador", "Kim") belongs to the full
names that end or begin with it.
"""

import re
import unicodedata
from functools import lru_cache

from onrecord.text import lexicon
from onrecord.text.given import MEN, WOMEN
from onrecord.text.letters import plain_letters

Words = tuple[str, ...]

GENERATIONS = lexicon.words("given_names.generations")
_MANS_TITLE = re.compile(rf"\b(?:{lexicon.any_of(lexicon.words('titles.of_a_man'))})\b", re.IGNORECASE)
_WOMANS_TITLE = re.compile(rf"\b(?:{lexicon.any_of(lexicon.words('titles.of_a_woman'))}|[a-z]+woman)\b", re.IGNORECASE)
_MANS_OFFICE = re.compile(r"\b(?:[a-z]+sman|[a-z]+rman|congressman)\b", re.IGNORECASE)
_NICKNAME = re.compile(r"[\"“”‘(][^\"“”’()]{1,30}[\"”’)]\s?")
_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_PARTICLES = lexicon.words("given_names.particles_before")
_FAMILIES: dict[str, set[int]] = {}
for _number, _row in enumerate(lexicon.families("given_names.short_forms")):
    for _name in _row:
        _FAMILIES.setdefault(_name, set()).add(_number)
_SPELLINGS = (
    (re.compile(r"sk(?:yy|iy|ij|yi|ii|y|yj)$"), "ski"),
    (re.compile(r"ks"), "x"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"(?:iy|ij|yy|y)"), "i"),
    (re.compile(r"ck|q"), "k"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_SHORTEST_SLIP = 6  # letters that a name must have for a slip of its vowels to pass


def name_words(name: str) -> Words:
    """The words of a name as they are compared: no case, no accents, no hyphens, no particle before it, no nickname in
    marks."""
    folded = "".join(c for c in plain_letters(name.casefold()) if not unicodedata.combining(c))
    words = _WORD.findall(_NICKNAME.sub("", folded) or folded)
    found = [word.removesuffix("’s").removesuffix("'s").replace("’", "").replace("'", "") for word in words]
    while len(found) > 1 and found[0] in _PARTICLES:
        found.pop(0)
    return tuple(word for word in found if word) or (folded,)


@lru_cache(maxsize=16384)
def spelled(word: str) -> str:
    """A word without what two transliterations of one name differ in: Zelensky and Zelenskyy, Aleksandr and
    Alexandr."""
    for pattern, written in _SPELLINGS:
        word = pattern.sub(written, word)
    return word


def gender_of(name: str, titles: str) -> str | None:
    """ "he" or "she", told by the titles and roles, or else by the given name; None if neither tells.

    An office in "-man" tells least, for women are called chairman too.
    """
    mans, womans = len(_MANS_TITLE.findall(titles)), len(_WOMANS_TITLE.findall(titles))
    if mans != womans:
        return "he" if mans > womans else "she"
    first = name.split(maxsplit=1)[0].casefold().strip("“\"'.") if name.split() else ""
    if first in MEN or first in WOMEN:
        return "he" if first in MEN else "she"
    return "he" if not womans and _MANS_OFFICE.search(titles) else None


def without_generation(words: Words) -> Words:
    """Without "Jr." and the like at the end."""
    return words[:-1] if len(words) > 1 and words[-1] in GENERATIONS else words


def is_one_first_name(one: str, other: str) -> bool:
    """Whether two first names can be one: the same, a short form, an initial, or a slip in the vowels of a long one."""
    if one == other or spelled(one) == spelled(other) or _FAMILIES.get(one, set()) & _FAMILIES.get(other, set()):
        return True
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    alike = one[0] == other[0] and one[-1] == other[-1] and min(len(one), len(other)) >= _SHORTEST_SLIP
    return alike and _consonants(one) == _consonants(other)


def first_name_keys(name: str, *, sought: bool) -> set[str]:
    """What a first name is kept under, or sought by: two that can be one (`is_one_first_name`) meet in one of these,
    one sought and the other kept."""
    keys = {f"={spelled(name)}", *(f"#{number}" for number in _FAMILIES.get(name, ()))}
    if len(name) >= _SHORTEST_SLIP:
        keys.add(f"~{name[0]}{name[-1]}{_consonants(name)}")
    initial = len(name) == 1
    if sought:
        return keys | {f"initial {name[0]}"} | ({f"full {name[0]}"} if initial else set())
    return keys | {f"initial {name[0]}" if initial else f"full {name[0]}"}


def _consonants(word: str) -> str:
    return re.sub(r"[aeiou]", "", spelled(word.replace("x", "ks")).replace("x", "ks"))


def is_one_person(one: Words, other: Words) -> bool:
    """Whether two full names, each of two words or more, can be one person's."""
    if one == other:
        return True
    if one[-1] in GENERATIONS and other[-1] in GENERATIONS and one[-1] != other[-1]:
        return False
    one, other = without_generation(one), without_generation(other)
    if "".join(one) == "".join(other):
        return True  # "Kim Jong-un" and "Kim Jongun"
    if len(one) > 1 and sorted(one) == sorted(other) and not all(word in MEN | WOMEN for word in one):
        return True  # "Abe Shinzo" and "Shinzo Abe", but not "James Thomas" and "Thomas James"
    short, long = sorted((one, other), key=len)
    if len(short) > 1 and len(short[-1]) > 1 and long[: len(short)] == short and len(long) <= len(short) + 1:
        return len(long) > 2  # "Pedro Sánchez" and "Pedro Sánchez Castejón"
    if spelled(one[-1]) != spelled(other[-1]) or min(len(one), len(other)) < 2:
        return False
    if not is_one_first_name(one[0], other[0]):
        return False
    middle, others = one[1:-1], other[1:-1]
    return not middle or not others or middle[0][0] == others[0][0]


def is_part_of(short: Words, full: Words) -> bool:
    """Whether a short name is the surname or the first name of a full one: "Kim" and "Jong Un" of "Kim Jong Un"."""
    if short[-1] not in GENERATIONS:
        full = without_generation(full)
    if len(short) >= len(full):
        return False
    ending = [spelled(word) for word in full[-len(short) :]]
    return [spelled(word) for word in short] == ending or short == full[: len(short)]
