"""Word lists that tell what a name or a description is of: titles and roles, bodies, people, places and things.

Written by hand from common knowledge of English and of the news.
"""

from onrecord.text import lexicon, title_words
from onrecord.text.calendar import MONTHS, MONTHS_ALONE, WEEKDAYS

ROLES = lexicon.words("roles.roles")
CALLINGS = lexicon.words("roles.callings")
TITLES = ROLES | title_words.WORDS
HEADS = ROLES | title_words.HEADS
PARTISANS = lexicon.words("parties.partisans")
ORGANISATIONAL = lexicon.words("bodies.words_of_names")
BODIES = lexicon.words("bodies.nouns")
KNOWN_BODIES = lexicon.words("bodies.known")
KNOWN_PLACES = lexicon.words("places.known")
GIANTS = lexicon.words("bodies.firms")
HUMANS = lexicon.words("roles.humans")
THINGS = lexicon.words("things.like_occupations")
IRREGULAR = lexicon.table("roles.irregular_plurals")
GEOGRAPHIC = lexicon.words("places.words_of_names")
NO_ACTORS = lexicon.words("things.no_actors") | MONTHS_ALONE | WEEKDAYS
NO_ACTOR_ACRONYMS = lexicon.words("things.no_actors_in_capitals")
COMMON = lexicon.words("function_words.common") | MONTHS | WEEKDAYS
PORTFOLIOS = (
    r"(?:State|Defen[cs]e|Energy|Commerce|Labou?r|Education|Health(?: and Human Services)?|Agriculture"
    r"|Transport(?:ation)?|"
    r"Homeland Security|Veterans Affairs|Housing and Urban Development|the Treasury|the Interior|the Environment"
    r"|Foreign Affairs|"
    r"Finance|Justice|Trade|Information|Water|the Navy|the Army|the Air Force|War|Culture|Defen[cs]e|Intelligence"
    r"|Staff|the House|"
    r"the Senate|the Board|Police|Operations)"
)


def singular(word: str) -> str:
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
