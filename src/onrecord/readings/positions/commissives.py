"""Acts that only a speaker's own words can hold: "we will not ...", "that is out of the question"."""

import re
from collections.abc import Iterator

from onrecord.readings.positions.acts import (
    HARMING,
    IS_NOT,
    NOT_PROMISED,
    OF_SPEAKING,
    OF_TALK,
    OPPOSING,
    VERBS,
    VERDICTS,
    WILL,
    WILL_NOT,
)
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.extents import extent_from, leading_condition, without
from onrecord.readings.positions.frames import Frame, is_hypothetical, reported_by
from onrecord.readings.positions.standing import LASTING
from onrecord.readings.positions.verbs import verb_frames
from onrecord.readings.positions.words import BE, NEGATIONS
from onrecord.text import lexicon
from onrecord.text.spans import Place
from onrecord.types import Act

VERDICT_WORDS = {words.split()[0]: tuple(words.split()) for words in VERDICTS}
_CALLING = lexicon.words("verbs_of_saying.calling")
_BEFORE_VERDICT = lexicon.words("clause_words.before_a_verdict")
_REFUSING = frozenset(("won't", "will"))  # what the account itself may tell: "the minister will not attend"
_ANSWERING = frozenset("answer respond".split())  # with duties, with strikes
_GIVING = lexicon.words("acting_verbs.giving_words")  # "would not offer details"
_COURTS = frozenset("court judge judges".split())  # "we will see you in court"
# "He would not budge": of these it is the will that is told, not what would come about.
_OF_THE_PAST = lexicon.in_order("clause_words.endings_of_the_past")
_PRESENT = lexicon.words("clause_words.be_now")
_YIELDING = lexicon.words("acting_verbs.yielding")
_GRANTING = lexicon.words("acting_verbs.granting")
_EXISTING = lexicon.words("clause_words.there_is")
_DEALS = lexicon.words("acting_verbs.no_deal")
_BID = re.compile(
    r"go (?:up |down |as (?:far|high|low) as |no (?:further|higher|lower) than )?(?:to )?(?:\$|[$€£] )?[\d.,]+ (?:%"
    r"|per ?cent|million|billion|dollars|euros|pounds)"
)
_LONGEST_BID = 9  # tokens
_BEFORE_BARE_VERB = lexicon.words("clause_words.before_a_bare_verb")


def will_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "we will not sign", "they could never accept that", "he's not going to": a refusal; "we will sign": a
    promise."""
    found = _willing(sentence, at)
    if found is None:
        return
    refusing, verb = found
    subject, extent = sentence.subject(at), extent_from(sentence, verb)
    if subject is None or extent is None or not sentence.word(verb).isalpha() or is_hypothetical(sentence, subject):
        return
    extent = without(sentence, extent) if refusing else extent
    condition = extent.condition or leading_condition(sentence, at)
    reporter, saying = reported_by(sentence, subject)
    first_person = sentence.text[slice(*subject)].casefold() in ("i", "we")
    granted = (
        condition is not None and sentence.word(sentence.at(condition[0])) != "when"
    )  # "when we stand together, we can"
    act = _act(sentence, (at, verb), refusing=refusing, conditional=first_person and granted)
    if act is None and saying.startswith(("warn", "threat")) and sentence.word(verb) in _ANSWERING:
        act = "threaten"
    if act is None or (sentence.word(at) == "going" and not first_person):
        return
    is_going = sentence.word(at) in IS_NOT
    if act in ("promise", "refuse") and saying.startswith(("warn", "threat")):
        act = "threaten"
    elif act == "promise" and _keeps_on_table(sentence, verb):
        act = "offer"
    elif (
        act == "promise"
        and extent.condition
        and sentence.text[extent.condition[0] : extent.condition[0] + 2].lower() == "in"
    ):
        act = "offer"  # "in exchange for ..."
    yield Frame(
        act=act,
        cue=sentence.place(at, verb),
        holder=subject,
        toward=None,
        content=sentence.place(extent.first, extent.last),
        condition=condition,
        rule="would" if sentence.word(at) in ("would", "'d") else "will",
        reporter=reporter,
        told=not (
            _is_told_by_account(sentence, (at, verb), act, condition) or (refusing and is_going and reporter is None)
        ),
    )


def _willing(sentence: Sentence, at: int) -> tuple[bool, int] | None:
    """Whether it is denied that somebody will, and the verb of what."""
    word, verb = sentence.word(at), at + 1
    refusing = word in WILL_NOT
    if word in IS_NOT and sentence.word(at - 1) in _PRESENT and sentence.word(at + 1) in _YIELDING:
        return True, at + 1  # "we're not backing down"
    if word in IS_NOT or word == "going":
        going = at if word == "going" else at + 1
        passed = {*sentence.before_verb(at)[1]}
        doubled = word == "going" and bool(NEGATIONS & passed or not BE & passed)  # "not going to" is read at "not"
        if doubled or not sentence.follows(going, ("going", "to")):
            return None
        refusing, verb = word != "going", going + 2
    if word == "'d" and (
        sentence.word(verb).endswith(_OF_THE_PAST) or sentence.word(verb) in ("been", "had", "better")
    ):
        return None  # "he'd signed"
    while word in WILL and (sentence.word(verb) in _BEFORE_BARE_VERB or sentence.word(verb).endswith("ly")):
        refusing = refusing or sentence.word(verb) in ("not", "never", "no")
        verb += 1
    if refusing and sentence.word(verb) in ("only", "just", "simply", "merely"):
        return None  # "we won't only sit and wait, we will ..."
    while sentence.word(verb) in ("even", "ever", "just", "simply"):
        verb += 1
    if refusing and sentence.word(verb) == "be" and sentence.word(verb + 1).endswith("ing"):
        verb += 1  # "we will not be sending anybody"
    return refusing, verb


def _act(sentence: Sentence, words: tuple[int, int], *, refusing: bool, conditional: bool) -> Act | None:
    """What "will", "can" and the like with this verb is. `conditional`: it is of the first person and has a
    condition."""
    auxiliary, verb = sentence.word(words[0]), sentence.word(words[1])
    court = verb == "see" and bool(_COURTS & {*sentence.words(words[1], words[1] + 6)})
    if refusing:
        silent = not OF_SPEAKING.isdisjoint((verb, *_bases(verb))) or (
            verb in _GIVING and OF_TALK & {*sentence.words(words[1] + 1, words[1] + 5)}
        )
        return None if silent else "refuse"
    if verb in HARMING or court:
        return "threaten"
    if verb in OPPOSING and not _is_act(sentence, words[1]):
        return "refuse"  # "if they pass it, I will veto it"
    if _is_bid(sentence, words[1]):
        return "offer"
    if verb in OF_SPEAKING | NOT_PROMISED or _is_act(sentence, words[1]) or (auxiliary == "going" and verb == "be"):
        return None
    if auxiliary in ("can", "could"):
        return "offer" if conditional else None  # "with the gate open we can ..."
    return "promise"


def _bases(verb: str) -> tuple[str, ...]:
    """What a word in -ing may be a form of: "commenting", "disclosing"."""
    return (verb[:-3], verb[:-3] + "e") if verb.endswith("ing") else ()


def _is_bid(sentence: Sentence, verb: int) -> bool:
    """ "He would go to 5 percent": what is put on the table, and no way that is gone."""
    words = " ".join(sentence.words(verb, verb + _LONGEST_BID))
    return _BID.match(words) is not None


def _is_told_by_account(sentence: Sentence, words: tuple[int, int], act: Act, condition: Place | None) -> bool:
    """Whether the account itself may tell it of somebody: "the minister will not attend", "they would pay in exchange
    for ..." """
    auxiliary, verb = sentence.word(words[0]), sentence.word(words[1])
    if act == "offer":
        exchanged = condition is not None and sentence.text[condition[0] : condition[0] + 2].lower() == "in"
        return exchanged or _keeps_on_table(sentence, words[1])
    return act == "refuse" and (auxiliary in _REFUSING or verb in _GRANTING)


def _keeps_on_table(sentence: Sentence, verb: int) -> bool:
    """ "He would keep it on the table, provided that ..." """
    table = next((at for at in range(verb + 2, verb + 8) if sentence.follows(at, ("on", "the", "table"))), None)
    if table is None or sentence.word(verb) != "keep":
        return False
    return bool({"it", "them", *LASTING} & {*sentence.words(verb + 1, table)})


def _is_act(sentence: Sentence, verb: int) -> bool:
    """ "He would accept it": the verb itself tells the act."""
    return sentence.word(verb) in VERBS and any(verb_frames(sentence, verb))


def verdict_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "That is out of the question", "she called the plan a nonstarter": what is judged, and who judges."""
    words = VERDICT_WORDS[sentence.word(at)]
    if not sentence.follows(at, words):
        return
    first = at
    while first > 0 and sentence.word(first - 1) in _BEFORE_VERDICT:
        first -= 1
    called = next((i for i in range(first - 1, max(first - 12, 0), -1) if sentence.word(i) in _CALLING), None)
    content, holder, reporter = None, None, None
    if called and called + 1 < first:
        content, holder = sentence.place(called + 1, first), sentence.subject(called)
    elif sentence.word(first - 1) in BE and (content := sentence.subject(first)):
        reporter = reported_by(sentence, content)[0]
    if content and sentence.text[slice(*content)].split()[-1] not in ("and", "or"):
        yield Frame(
            act=VERDICTS[" ".join(words)],
            cue=sentence.place(at, at + len(words)),
            holder=holder,
            toward=None,
            content=content,
            condition=None,
            rule="verdict",
            reporter=reporter,
            told=called is None,
        )


def no_deal_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "There will be no deal without a vote": what is not to be before something else, a refusal of whoever says
    so."""
    there = next((i for i in range(at - 1, max(at - 5, -1), -1) if sentence.word(i) == "there"), None)
    verb = sentence.words(there + 1, at) if there is not None else []
    extent = extent_from(sentence, at) if verb and {*verb} <= _EXISTING and sentence.word(at + 1) in _DEALS else None
    if extent is None or there is None or is_hypothetical(sentence, sentence.place(there, there + 1)):
        return
    extent = without(sentence, extent)
    condition = extent.condition or leading_condition(sentence, at)
    if condition or {*verb} & {"will", "would", "'ll", "can", "should"}:
        yield Frame(
            act="refuse",
            cue=sentence.place(at, at + 1),
            holder=None,
            toward=None,
            content=sentence.place(at, extent.last),
            condition=condition,
            rule="no deal",
            reporter=reported_by(sentence, sentence.place(there, there + 1))[0],
            told=True,
        )
