"""Where the complement of an act ends, and the condition behind or before it."""

from itertools import islice, takewhile
from typing import NamedTuple

from onrecord.readings.positions.acts import VERBS
from onrecord.readings.positions.clauses import APART, OUTSIDE, REACH, Sentence
from onrecord.readings.positions.words import (
    ADVERBS,
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    QUOTES,
    RELATIVES,
    SAYING,
    STOPS,
)
from onrecord.text import lexicon
from onrecord.text.calendar import MONTHS_ALONE
from onrecord.text.spans import Place

_AFTER_COMMA = lexicon.words("clause_words.after_a_comma")
_ENDING = lexicon.words("clause_words.ending_a_content")
_CONDITIONS = lexicon.families("clause_words.conditions")
_FIRST = frozenset(words[0] for words in _CONDITIONS)
_LEADING = lexicon.words("clause_words.leading_conditions")
_OF_TIME = lexicon.words("clause_words.conditions_or_times")
_TO_COME = lexicon.words("clause_words.to_come")
_LEADING_PHRASES = lexicon.families("clause_words.leading_conditions_of_several_words")
FINITE = lexicon.words("clause_words.finite")
_DATES = lexicon.words("calendar.no_conditions") | MONTHS_ALONE
_DAYS_NAMED = (
    DAYS | MONTHS_ALONE | lexicon.words("calendar.hours_named")
)  # "until March 31" says when, and not on what condition
_PAST = lexicon.words("clause_words.past_forms")
_OCCASIONS = lexicon.words("documents.occasions")
_SUBORDINATE = lexicon.words("clause_words.subordinate")
_LINKED = lexicon.words("clause_words.linked")
_NO_DATE = 5  # words
_LONGEST_TERM = 5  # tokens of quoted words behind a comma
_LONGEST_MEMBER = 8  # tokens of a list
_LONGEST_SAYING = 9  # tokens
_LONGEST_ASIDE = 10  # tokens
_BEFORE_ASIDE = DETERMINERS | {"who", "which"}
_SAID = lexicon.words("verbs_of_saying.said")
_BEFORE_CLAUSE = lexicon.words("clause_words.before_a_clause")
_WITHIN_CONTENT = QUOTES | frozenset("()[]")  # quotations and short asides in content that began outside of them
_NEW_CLAUSE = (PRONOUNS | SAYING | AUXILIARIES) - lexicon.words("clause_words.plain_auxiliaries")
_ANOTHER_AUXILIARY = AUXILIARIES - {"'s"}
_AFTER_PAST = DETERMINERS | PREPOSITIONS | {"that"}
_AFTER_SO = PRONOUNS | DETERMINERS | {"that"}
_NOT_LISTED = _AFTER_COMMA - {"a", "an", "the", "to"}  # words that open no member of a list


class Extent(NamedTuple):
    """Content from token `first` up to, not including, `last`; the condition that follows it."""

    first: int
    last: int
    condition: Place | None


def extent_from(sentence: Sentence, first: int, *, phrase: bool = False, clause: bool = False) -> Extent | None:
    """Content that begins at token `first`, and the condition behind it. A phrase ends at the verb of its clause, a
    clause that is the subject of another at that one's."""
    if not 0 <= first < len(sentence.tokens):
        return None
    last = _end(sentence, first)
    if phrase:
        last = _end_of_phrase(sentence, first, last)
    elif clause:
        last = _end_of_subject_clause(sentence, first, last)
    while last > first and sentence.word(last - 1) in (",", ".", "'", "-", "…"):
        last -= 1
    return Extent(first, last, _condition(sentence, last)) if last > first else None


def _end_of_phrase(sentence: Sentence, first: int, last: int) -> int:
    heads = (at for at in range(first + 1, last) if sentence.word(at - 1) not in RELATIVES)
    return next((at for at in heads if _is_predicate(sentence, at)), last)


def _end_of_subject_clause(sentence: Sentence, first: int, last: int) -> int:
    if not _LINKED.isdisjoint(sentence.words(first, last)):
        return last
    heads = (at for at in range(first + 1, last) if sentence.word(at - 1) not in AUXILIARIES)
    verbs = (at for at in heads if sentence.word(at) == "be" or _is_predicate(sentence, at))
    return next(islice(verbs, 1, None), last)


def without(sentence: Sentence, extent: Extent) -> Extent:
    """ "Will not go back without a raise": what a refusal is bound to. It is no condition of what is done, "signs
    without delay"."""
    at = sentence.find(("without",), range(extent.first + 1, extent.last - 1))
    if at is None or extent.condition or sentence.region(at) != sentence.region(extent.first):
        return extent
    return Extent(extent.first, at, sentence.place(at, extent.last))


def _is_predicate(sentence: Sentence, at: int) -> bool:
    """Whether the verb of the clause stands here: "its threat to sue drew applause"."""
    word, behind = sentence.word(at), sentence.word(at + 1)
    past = (word in _PAST and sentence.word(at - 1) != "-") or (
        word.endswith("ed") and (behind in DETERMINERS or sentence.capital(at + 1))
    )
    return word in FINITE or (past and sentence.word(at - 1) != "to" and behind != "by")


def _end(sentence: Sentence, first: int, *, within_condition: bool = False) -> int:
    """The token before which content, or a condition, ends that begins at token `first`; in a quotation, at the
    latest where that ends."""
    region, limit = sentence.region(first), min(first + REACH, len(sentence.tokens))
    for at in range(first + 1, limit):
        if region != OUTSIDE and sentence.region(at) != region:
            return at
        ends = _ends_condition(sentence, first, at) if within_condition else _begins_condition(sentence, at)
        if ends or _ends_clause(sentence, first, at):
            return at
    return limit


def _ends_condition(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a comma before "and" or "or" ends a condition."""
    joining = sentence.word(at) == "," and sentence.word(at + 1) in ("and", "or")
    return joining and not _closes_soon(sentence, first, at)


def _ends_clause(sentence: Sentence, first: int, at: int) -> bool:
    """Whether the clause of the token `first` ends before the token `at`."""
    word = sentence.word(at)
    if word in STOPS:
        return word not in _WITHIN_CONTENT
    if word == ",":
        return not _closes_soon(sentence, first, at) and _cut_at_comma(sentence, at)
    if word in ("and", "or"):
        return is_new_verb(sentence, at + 1)
    if word == ".":
        return at + 1 == len(sentence.tokens)
    return _opens_adverbial(sentence, at) or (
        sentence.region(first) == OUTSIDE and (word in ("said", "says") or _begins_occasion(sentence, at))
    )  # "those who voted to shut the lock said ...", "to resign in a letter to the board"


def _opens_adverbial(sentence: Sentence, at: int) -> bool:
    """ "So they", "in order to", "because": why or when, and not what."""
    word = sentence.word(at)
    if word == "so":
        return sentence.word(at + 1) in _AFTER_SO
    if word == "as":
        return not _is_like(sentence, at)
    return word in _ENDING or sentence.follows(at, ("in", "order", "to"))


def _closes_soon(sentence: Sentence, first: int, at: int) -> bool:
    """Whether a comma stands in a few quoted words that are built into content outside of all quotations: "the “one
    lock, two gates” rule"."""
    if sentence.region(first) != OUTSIDE or sentence.region(at) == OUTSIDE:
        return False
    close = sentence.find(QUOTES, range(at + 1, at + _LONGEST_TERM))
    return close is not None and sentence.word(close - 1) not in (",", ".")


def _begins_occasion(sentence: Sentence, at: int) -> bool:
    """ "Thursday in a tweet", "in an early-morning statement to the press": where it was said, not what."""
    if sentence.word(at) in DAYS and sentence.capital(at) and sentence.word(at + 1) in ("in", "at", "during"):
        return sentence.word(at - 1) not in PREPOSITIONS | {"next", "this", "last"}
    return (
        sentence.word(at) in ("in", "during")
        and bool(_OCCASIONS & {*sentence.words(at + 2, at + 6)})
        and sentence.word(at + 1) in ("a", "an", "his", "her", "their")
    )


def _is_like(sentence: Sentence, at: int) -> bool:
    """Whether "as" compares or counts up, and opens no clause."""
    return sentence.word(at - 1) == "such" or sentence.word(at + 1) in ("well", "part", "a", "an", "the")


def _cut_at_comma(sentence: Sentence, at: int) -> bool:
    """Whether a comma ends the clause: not in a list, whose next members are joined by "and" or "or"."""
    following = sentence.words(at + 1, at + 16)
    if _closes_subordinate(sentence, at) and following[:1] not in (["and"], ["or"]):
        return True
    if not following or following[0] in QUOTES:
        return len(following) < 2 or following[1] in PRONOUNS or following[1] in _AFTER_COMMA
    if sentence.region(at) == OUTSIDE and _is_attribution(following):
        return True
    if following[0] in ("and", "or"):
        listed = "," in sentence.words(at - _LONGEST_MEMBER, at)
        # ", and Leonor Vasques, the mayor, said"
        return is_new_verb(sentence, at + 2) or (sentence.capital(at + 2) and not listed)
    return following[0] in _NOT_LISTED or not _goes_on_as_list(sentence, at)


def _closes_subordinate(sentence: Sentence, comma: int) -> bool:
    """ "While they promised to leave by May, the troops ..." """
    return sentence.word(0) in _SUBORDINATE and "," not in sentence.words(0, comma)


def _goes_on_as_list(sentence: Sentence, comma: int) -> bool:
    """Whether members without a verb of their own follow, up to an "and" that joins the last of them."""
    joining = sentence.find(("and", "or"), range(comma + 1, comma + 16))
    if joining is None or is_new_verb(sentence, joining + 1):
        return False
    return not any(_is_finite(sentence, at) for at in range(comma + 1, joining))


def _is_attribution(following: list[str]) -> bool:
    """ ", officials and union leaders said": who says so, in words that hold no other verb."""
    said = next((i for i, word in enumerate(following) if word in _SAID), 0)
    source = {*following[:said]}
    return said > 0 and source.isdisjoint(RELATIVES | AUXILIARIES - {"'s"} | {",", "to"})


def _is_finite(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) in SAYING or (
        sentence.word(at) in AUXILIARIES and sentence.word(at) not in ("'s", "be", "have")
    )


def is_new_verb(sentence: Sentence, at: int) -> bool:
    """Whether a new clause begins: a subject pronoun, an auxiliary, or a verb in the past tense with its object."""
    at = _past_adverbs(sentence, at)
    beyond = _past_adverbs(sentence, at + 1)
    word, behind = sentence.word(at), sentence.word(beyond)
    if word in _NEW_CLAUSE or sentence.word(at + 1) in _ANOTHER_AUXILIARY:
        return True
    asserted = word in VERBS and behind.endswith("s")  # "and rejected assertions"
    return word.endswith("ed") and (asserted or behind in _AFTER_PAST or sentence.capital(beyond))


def _past_adverbs(sentence: Sentence, at: int) -> int:
    while (sentence.word(at) in ADVERBS and sentence.word(at) != "to") or (
        sentence.word(at).endswith("ly") and not sentence.capital(at)
    ):
        at += 1
    return at


def _begins_condition(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    if word not in _FIRST:
        return False
    if word == "before":
        return _comes_first(sentence, at)
    if word == "until" and not _DAYS_NAMED.isdisjoint(sentence.words(at + 1, at + 3)):
        return False
    if word in ("provided", "providing") and sentence.word(at - 1) in BE:
        return False  # "must be provided to the council"
    return any(sentence.follows(at, words) for words in _CONDITIONS)


def _comes_first(sentence: Sentence, before: int) -> bool:
    """Whether an event is to come first, behind "before", and no date or body: "before the summer", "before the
    council"."""
    following = list(takewhile(_is_word, sentence.words(before + 1, before + 9)))
    if {*following[:2]} & (_DATES | DAYS) or following[:1] == ["may"]:
        return False
    clause = any(word in PRONOUNS or word in AUXILIARIES or word == "any" for word in following)
    return clause or (len(following) > _NO_DATE and (_DATES | DAYS).isdisjoint(following))


def _is_word(word: str) -> bool:
    return word[0].isalnum()


def _condition(sentence: Sentence, last: int) -> Place | None:
    """The condition that follows content which ends before token `last`, perhaps behind a comma or a quotation mark."""
    at = _past_aside(sentence, _past_saying(sentence, last))
    while sentence.word(at) in APART or (sentence.word(at) in QUOTES and (at > last + 2 or at == last)):
        at += 1
    if not _begins_condition(sentence, at):
        return None
    end = _end(sentence, at, within_condition=True)
    verb = _verb_past_aside(sentence, at, end)
    if verb is not None:
        end = _end(sentence, verb, within_condition=True)
    while end > at and sentence.word(end - 1) in (",", ".", "”", '"'):
        end -= 1
    return sentence.place(at, end) if end - at > 1 else None


def _past_saying(sentence: Sentence, at: int) -> int:
    """ "would sign, she said, if ...": behind the words that say who says so."""
    if sentence.word(at) not in (",", *QUOTES):
        return at
    following = sentence.words(at + 1, at + _LONGEST_SAYING)
    comma = following.index(",") if "," in following else 0
    return at + 1 + comma if SAYING & {*following[:comma]} else at


def _past_aside(sentence: Sentence, at: int) -> int:
    """ "Would meet the mediator, Judge Brandvold, if ...": at the comma that closes an apposition before a
    condition."""
    if sentence.word(at) != "," or not (sentence.capital(at + 1) or sentence.word(at + 1) in _BEFORE_ASIDE):
        return at
    close = sentence.find((",",), range(at + 1, at + 2 + _LONGEST_ASIDE)) or at
    conditional = close > at and _begins_condition(sentence, close + 1)
    return close if conditional and _is_apposition(sentence, at, close) else at


def _is_apposition(sentence: Sentence, first: int, last: int) -> bool:
    """Whether the words between two commas are of one quotation and without a stop, and have no verb but that of a
    relative clause."""
    within = range(first + 1, last)
    clause = sentence.word(first + 1) not in RELATIVES and any(_may_be_verb(sentence, at) for at in within)
    return not clause and all(
        sentence.word(at) not in STOPS and sentence.region(at) == sentence.region(first) for at in within
    )


def _verb_past_aside(sentence: Sentence, first: int, comma: int) -> int | None:
    """ "If the owner, a bank, paid": the verb of a clause that an apposition keeps from its subject."""
    if sentence.word(comma) != "," or any(_may_be_verb(sentence, i) for i in range(first + 1, comma)):
        return None
    following = sentence.words(comma + 1, comma + 2 + _LONGEST_ASIDE)
    verb = comma + 2 + following.index(",") if "," in following else comma
    past = sentence.word(verb).endswith("ed") and not sentence.capital(verb)
    return verb if verb > comma + 1 and (past or sentence.word(verb) in FINITE | {"can", "could"}) else None


def _may_be_verb(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    return (
        word in AUXILIARIES - {"'s"}
        or word in SAYING
        or word in PRONOUNS
        or _is_predicate(sentence, at)
        or (word in VERBS and word.endswith("ed"))
    )


def _opens_clause(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) in _BEFORE_CLAUSE and sentence.word(at - 1) not in ("assuming", "provided", "providing")


def leading_condition(sentence: Sentence, at: int) -> Place | None:
    """ "If they close it, we will go to court": the condition that opens the clause of the verb at `at`."""
    first = _clause_begins(sentence, at)
    if sentence.word(first) not in _LEADING and not any(sentence.follows(first, words) for words in _LEADING_PHRASES):
        return None
    comma = sentence.find((",",), range(at - 1, first, -1))
    if comma is None or (sentence.word(first) in _OF_TIME and not _TO_COME & {*sentence.words(comma, at + 1)}):
        return None  # "when the talks broke down, they vowed ...": when, and not on what condition
    return sentence.place(first, comma) if comma - first > 1 else None


def _clause_begins(sentence: Sentence, at: int) -> int:
    region, first, floor = sentence.region(at), at, max(0, at - REACH)
    while first > floor and sentence.region(first - 1) == region and not _opens_clause(sentence, first - 1):
        first -= 1
    while sentence.word(first) in ("but", "and", "yet", "so", "that"):
        first += 1
    return first
