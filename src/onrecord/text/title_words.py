"""Titles before a name, from the one list of them: which words a title may hold, and how it is printed with a stop."""

from onrecord.text import lexicon

COURTESY = lexicon.words("titles.courtesy")
"""They tell no office."""
OF_HONOUR = lexicon.words("titles.of_honour")
"""They stand before another title: "the Rt. Hon."."""
ABBREVIATED = lexicon.words("titles.abbreviated")
HEADS = COURTESY | ABBREVIATED | lexicon.words("titles.in_full")
"""What a title may end with, besides roles."""
WORDS = HEADS | lexicon.words("titles.within")
"""What a title may hold, besides roles."""
CAPITALISED = frozenset(title.capitalize() for title in ABBREVIATED)
"""As they are printed before a stop: Sen."""
IN_CAPITALS = frozenset(title.upper() for title in ABBREVIATED)
ANY_CAPITALISED = lexicon.any_of(CAPITALISED)
"""A pattern of any of them, without the stop."""
