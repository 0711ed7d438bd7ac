"""Closed classes of English words, lower-cased, by which clauses are told apart."""

from onrecord.text import lexicon
from onrecord.text.calendar import WEEKDAYS

AUXILIARIES = lexicon.words("clause_words.auxiliaries")
NEGATIONS = lexicon.words("clause_words.negations")
ADVERBS = lexicon.words("clause_words.adverbs")
DAYS = lexicon.words("calendar.days") | WEEKDAYS
RELATIVES = frozenset(("who", "which", "that"))
SAYING = lexicon.words("verbs_of_saying.reporting")
INSISTING = lexicon.words("verbs_of_saying.insisting")
LINKS = lexicon.words("clause_words.links")
PREPOSITIONS = lexicon.words("clause_words.prepositions")
STOPS = frozenset(';:—–―()[]!?"“”„«»') | {"--", "---", "..", "...", "....", "…"}
QUOTES = frozenset('"“”„«»')
PRONOUNS = lexicon.words("clause_words.subject_pronouns")
DETERMINERS = lexicon.words("clause_words.determiners")
BE = lexicon.words("clause_words.be")
NO_OBJECT = lexicon.words("clause_words.no_object")
POSSESSIVES = lexicon.words("clause_words.possessives")
ARTICLES = lexicon.words("clause_words.articles")
