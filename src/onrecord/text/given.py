"""Given names that are mostly men's or mostly women's, for "he" and "she". A name in neither list fits both.

Written by hand from common knowledge of names in the news.
"""

from onrecord.text import lexicon

MEN = lexicon.words("given_names.men")
WOMEN = lexicon.words("given_names.women")
EITHER = lexicon.words("given_names.either")
