"""Acts that only a speaker's own words can hold: "we will not ...", "that is out of the question"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

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
from onrecord.readings.positions.acts_by_verbs import verb_frames
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.extents import extent_from, leading_condition, without
from onrecord.readings.positions.frames import Frame, is_hypothetical, reported_by
from onrecord.readings.positions.standing import LASTING
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
_FAR = frozenset(("would", "'d"))
_EXISTING_TO_COME = frozenset("will would 'll can should".split())
_NOT_WILLED = OF_SPEAKING | NOT_PROMISED
_WARNING = ("warn", "threat")


class _Will(NamedTuple):
    """An auxiliary that tells of somebody's will, and the verb of what."""

    sentence: Sentence
    at: int
    verb: int
    refusing: bool

    @property
    def auxiliary(self) -> str:
        return self.sentence.word(self.at)

    @property
    def word(self) -> str:
        return self.sentence.word(self.verb)


def will_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "we will not sign", "they could never accept that", "he's not going to": a refusal; "we will sign": a
    promise."""
    will = _willing(sentence, at)
    if will is None:
        return
    subject, extent = sentence.subject(at), extent_from(sentence, will.verb)
    if subject is None or extent is None or not will.word.isalpha() or is_hypothetical(sentence, subject):
        return
    extent = without(sentence, extent) if will.refusing else extent
    condition = extent.condition or leading_condition(sentence, at)
    reporter, saying = reported_by(sentence, subject)
    first_person = sentence.text[slice(*subject)].casefold() in ("i", "we")
    act = _act(will, conditional=first_person and _is_granted(sentence, condition))
    act = _as_said(will, act, saying, exchanged=_is_exchanged(sentence, extent.condition))
    if act is None or (will.auxiliary == "going" and not first_person):
        return
    going = will.auxiliary in IS_NOT and will.refusing
    yield Frame(
        act=act,
        cue=sentence.place(at, will.verb),
        holder=subject,
        toward=None,
        content=sentence.place(extent.first, extent.last),
        condition=condition,
        rule="would" if will.auxiliary in _FAR else "will",
        reporter=reporter,
        told=not (_is_told_by_account(will, act, condition) or (going and reporter is None)),
    )


def _is_granted(sentence: Sentence, condition: Place | None) -> bool:
    """Whether it is for others to meet a condition: not "when we stand together, we can"."""
    return condition is not None and sentence.word(sentence.at(condition[0])) != "when"


def _is_exchanged(sentence: Sentence, condition: Place | None) -> bool:
    """ "In exchange for ...", "in return for ..." """
    return condition is not None and sentence.text[condition[0] : condition[0] + 2].lower() == "in"


def _as_said(will: _Will, act: Act | None, saying: str, *, exchanged: bool) -> Act | None:
    """What an act is where the account says that somebody "warned" of it, or tells what it is for."""
    if saying.startswith(_WARNING):
        warned = act in ("promise", "refuse") or (act is None and will.word in _ANSWERING)
        return "threaten" if warned else act
    if act == "promise" and (exchanged or _keeps_on_table(will)):
        return "offer"
    return act


def _willing(sentence: Sentence, at: int) -> _Will | None:
    """What the auxiliary at token `at` says of whose will; None where it says nothing of it."""
    word = sentence.word(at)
    if word in IS_NOT and sentence.word(at - 1) in _PRESENT and sentence.word(at + 1) in _YIELDING:
        return _Will(sentence, at, at + 1, refusing=True)  # "we're not backing down"
    will = _going(sentence, at) if word == "going" or word in IS_NOT else _helped(sentence, at)
    if will is None or (will.refusing and will.word in ("only", "just", "simply", "merely")):
        return None  # "we won't only sit and wait, we will ..."
    verb = will.verb
    while sentence.word(verb) in ("even", "ever", "just", "simply"):
        verb += 1
    if will.refusing and sentence.word(verb) == "be" and sentence.word(verb + 1).endswith("ing"):
        verb += 1  # "we will not be sending anybody"
    return will._replace(verb=verb)


def _going(sentence: Sentence, at: int) -> _Will | None:
    """ "Is going to", "is not going to"."""
    denied, beside = sentence.word(at) != "going", {*sentence.before_verb(at)[1]}
    if not denied and (NEGATIONS & beside or not BE & beside):
        return None  # "not going to" is read at "not"
    if not sentence.follows(at + denied, ("going", "to")):
        return None
    return _Will(sentence, at, at + denied + 2, refusing=denied)


def _helped(sentence: Sentence, at: int) -> _Will | None:
    """ "Will", "would never", "couldn't"."""
    word, verb = sentence.word(at), at + 1
    refusing = word in WILL_NOT
    if word == "'d" and (
        sentence.word(verb).endswith(_OF_THE_PAST) or sentence.word(verb) in ("been", "had", "better")
    ):
        return None  # "he'd signed"
    while word in WILL and (sentence.word(verb) in _BEFORE_BARE_VERB or sentence.word(verb).endswith("ly")):
        refusing = refusing or sentence.word(verb) in ("not", "never", "no")
        verb += 1
    return _Will(sentence, at, verb, refusing=refusing)


def _act(will: _Will, *, conditional: bool) -> Act | None:
    """What "will", "can" and the like with this verb is. `conditional`: it is of the first person and has a
    condition."""
    if will.refusing:
        return None if _is_silence(will) else "refuse"
    if will.word in HARMING or _goes_to_court(will):
        return "threaten"
    is_act = _is_act(will)
    if will.word in OPPOSING and not is_act:
        return "refuse"  # "if they pass it, I will veto it"
    if _is_bid(will):
        return "offer"
    return None if is_act or will.word in _NOT_WILLED else _committed(will, conditional=conditional)


def _committed(will: _Will, *, conditional: bool) -> Act | None:
    if will.auxiliary in ("can", "could"):
        return "offer" if conditional else None  # "with the gate open we can ..."
    going_to_be = will.auxiliary == "going" and will.word == "be"
    return None if going_to_be else "promise"


def _is_silence(will: _Will) -> bool:
    """ "Would not comment", "would not give details"."""
    giving = will.word in _GIVING and OF_TALK & {*will.sentence.words(will.verb + 1, will.verb + 5)}
    return bool(giving) or not OF_SPEAKING.isdisjoint((will.word, *_bases(will.word)))


def _goes_to_court(will: _Will) -> bool:
    return will.word == "see" and not _COURTS.isdisjoint(will.sentence.words(will.verb, will.verb + 6))


def _bases(verb: str) -> tuple[str, ...]:
    """What a word in -ing may be a form of: "commenting", "disclosing"."""
    return (verb[:-3], verb[:-3] + "e") if verb.endswith("ing") else ()


def _is_bid(will: _Will) -> bool:
    """ "He would go to 5 percent": what is put on the table, and no way that is gone."""
    words = " ".join(will.sentence.words(will.verb, will.verb + _LONGEST_BID))
    return _BID.match(words) is not None


def _is_told_by_account(will: _Will, act: Act, condition: Place | None) -> bool:
    """Whether the account itself may tell it of somebody: "the minister will not attend", "they would pay in exchange
    for ..." """
    if act == "offer":
        return _is_exchanged(will.sentence, condition) or _keeps_on_table(will)
    return act == "refuse" and (will.auxiliary in _REFUSING or will.word in _GRANTING)


def _keeps_on_table(will: _Will) -> bool:
    """ "He would keep it on the table, provided that ..." """
    sentence, reach = will.sentence, range(will.verb + 2, will.verb + 8)
    table = next((at for at in reach if sentence.follows(at, ("on", "the", "table"))), None)
    if table is None or will.word != "keep":
        return False
    return bool({"it", "them", *LASTING} & {*sentence.words(will.verb + 1, table)})


def _is_act(will: _Will) -> bool:
    """ "He would accept it": the verb itself tells the act."""
    return will.word in VERBS and any(verb_frames(will.sentence, will.verb))


def verdict_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "That is out of the question", "she called the plan a nonstarter": what is judged, and who judges."""
    words = VERDICT_WORDS[sentence.word(at)]
    if not sentence.follows(at, words):
        return
    first = at
    while first > 0 and sentence.word(first - 1) in _BEFORE_VERDICT:
        first -= 1
    called = sentence.find(_CALLING, range(first - 1, max(first - 12, 0), -1))
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
    there = sentence.find(("there",), range(at - 1, max(at - 5, -1), -1))
    if there is None or sentence.word(at + 1) not in _DEALS:
        return
    verb, subject = {*sentence.words(there + 1, at)}, sentence.place(there, there + 1)
    extent = extent_from(sentence, at) if verb and verb <= _EXISTING else None
    if extent is None or is_hypothetical(sentence, subject):
        return
    extent = without(sentence, extent)
    condition = extent.condition or leading_condition(sentence, at)
    if condition or verb & _EXISTING_TO_COME:
        yield Frame(
            act="refuse",
            cue=sentence.place(at, at + 1),
            holder=None,
            toward=None,
            content=sentence.place(at, extent.last),
            condition=condition,
            rule="no deal",
            reporter=reported_by(sentence, subject)[0],
            told=True,
        )
