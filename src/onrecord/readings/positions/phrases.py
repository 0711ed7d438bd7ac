"""What can be told of a phrase by its words alone: its head, its closing mark, whether it says anything."""

import re

from onrecord.readings.cast.actors import ARTICLE
from onrecord.text import lexicon
from onrecord.text.spans import Place

_WITHIN = re.compile(r"\s(?:in|of|from|at|on|within|for)\s")
_COUNTED = re.compile(
    r"(?:a (?:handful|majority|number|group|couple|pair)|dozens|scores|hundreds|many|some|most|several|all|both|\d+"
    r"|more than \d+) of (?:the )?$",
    re.IGNORECASE,
)
_POINTING = lexicon.words("clause_words.pointing")  # "we couldn't do that" says nothing by itself
_PRONOUNS_OF_THINGS = lexicon.words("clause_words.pronouns_of_things")


def with_marks(text: str, place: Place) -> Place:
    """Up to the closing quotation mark, where the opening one is inside."""
    start, end = place
    words, mark = text[start:end], text[end : end + 1]
    open_ = words.count("“") > words.count("”") if mark == "”" else mark == '"' and words.count('"') % 2
    if mark and open_:
        return start, end + 1
    before = text[start - 1 : start]
    closed = words.count("”") > words.count("“") if before == "“" else before == '"' and words.count('"') % 2
    return (start - 1, end) if before and closed else place


def lies_within(before: str) -> bool:
    """ "Conservatives in the House" are not the House; "a handful of Democrats" are Democrats."""
    return _WITHIN.search(before) is not None and not _COUNTED.match(before)


def is_empty(content: str, *, addressed: bool) -> bool:
    """ "do that", "sign it": nothing by itself; "urged the council to stop it" tells at least of whom."""
    words = content.casefold().split()
    return set(words) <= _POINTING or (not addressed and len(words) == 2 and words[1] in _PRONOUNS_OF_THINGS)


def is_inability(cue: str) -> bool:
    """What others cannot do is no refusal of theirs: only "I" and "we" refuse by it."""
    return cue.casefold().replace("’", "'").startswith(("can", "could"))


def head_of(words: str) -> str:
    """A noun phrase without its article and what follows its head: "members" of "the members of the council"."""
    return re.split(r",|\s(?:for|of|from|at|in|with|who|on|to)\s", ARTICLE.sub("", words))[0]
