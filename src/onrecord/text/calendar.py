"""Names of months and of the days of the week, from the one list of each, in lower case."""

from onrecord.text import lexicon

MONTHS = lexicon.words("calendar.months")
MONTHS_ALONE = MONTHS - {"may"}
"""Those whose name is no other word of every sentence."""
WEEKDAYS = lexicon.words("calendar.weekdays")
SHORT_MONTHS = lexicon.words("calendar.short_months")
SHORT_WEEKDAYS = lexicon.words("calendar.short_weekdays")
