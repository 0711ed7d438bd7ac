"""The timeline of an account: its time expressions, each with the clause that tells what happened."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence

from onrecord.readings.cast.actors import Cast
from onrecord.text import lexicon
from onrecord.text.calendar import MONTHS, SHORT_WEEKDAYS, WEEKDAYS
from onrecord.text.keys import digest
from onrecord.text.sentences import split_sentences
from onrecord.text.spans import Place
from onrecord.text.times import TimeReading
from onrecord.types import Moment, Span

_NO_MOMENT = ("now", "soon", "once", "long-ago")  # "right now", "recently": nothing that happened is dated by them
_NAMES = ("named-day", "nine-eleven")  # "the Sept. 11 attacks" name the event themselves
# "Not this year, not ever", "not in March but in April": nothing happened then. "Not until May" and "why not today" are
# no denial, nor does a negated verb deny its time ("did not on Monday say"), and "not two weeks ago" is less than two
# weeks.
_NEGATED = re.compile(
    r"(?:\b(?P<verb>\w{2,7})\s)?\b(?:not|nor)\s(?:(?:in|on|at|during|over)\s)?[\"“‘']?$", re.IGNORECASE
)
_NO_DENIAL = lexicon.words("clause_words.no_denial")
_ALONE = re.compile(r"[\"”’']?\s(?:alone|only|merely)\b", re.IGNORECASE)  # "not this year alone"
_REACH = 24  # characters before a time that may deny it
_COUNTED = ("ago", "apart", "year-ago")
# Lines about the account itself: when it was published or changed, who wrote it, whose it is.
_NOTICE = re.compile(
    r"\W{0,4}(?:(?:by\b|©|\(c\)|copyright\b|all rights reserved)|(?:this (?:report|piece|version|item|page)|(?:this"
    r"|the) (?:story|article|post))\b"
    r"[^.]{0,60}\b(?:updated|published|posted|corrected|revised|amended|appeared|modified)\b)",
    re.IGNORECASE,
)
_NOTICE_WORDS = lexicon.words("page_words.notices_of_time") | MONTHS | WEEKDAYS | SHORT_WEEKDAYS
_LONGEST_NOTICE = 200  # characters
_WORD = re.compile(r"[^\W\d_]+")
_SUBJECT = r"(?:he|she|it|they|we|i|you|the|this|that|these|those|his|her|its|their|there|mr|ms|mrs)\b"
# Where a clause that stands on its own begins, and where what follows one begins.
_OPENS = re.compile(rf";\s|\s[—–]\s|,\s(?:and|but|while)\s(?={_SUBJECT})", re.IGNORECASE)
_CLOSES = re.compile(
    rf";\s|\s[—–]\s|,\s(?=(?:and|but|while)\s{_SUBJECT})|,\s(?=(?:who|which|where|followed by)\b)", re.IGNORECASE
)
_DASH = re.compile(r"\s[—–]\s")
_CONJUNCTION = len("while ")
_LONGEST = 1000  # characters of a sentence that is cut
# Words that the rest of a sentence cannot do without: whose words it is, on what condition, whether it holds.
_TIED = re.compile(
    r"\b(?:said|says|say|saying|told|tells|according to|claim\w*|alleg\w+|report\w*|deni\w+|disput\w+|argu\w+"
    r"|believ\w+|thinks?|thought|"
    r"warn\w*|insist\w*|add(?:ed|s)|announc\w+|if|unless|provided|whether|reject\w*)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|began|begins?"
    r"|met|meets?|went|came|left|"
    r"leaves?|took|takes?|held|holds?|made|makes?|rose|fell|got|gave|saw|won|lost|became|broke|brought|found|kept"
    r"|knew|led|ran|runs?|sent|spoke|"
    r"stood|stands?|wrote|struck|shot|drew|drove|flew|fought|grew|heard|paid|sold|stole|swore|threw|withdrew|starts?"
    r"|opens?|ends?|votes|\w{2,20}ed)\b",
    re.IGNORECASE,
)


def make_timeline(
    cast: Cast, paragraphs: Iterable[Place], quoted: Iterable[Place], times: Iterable[TimeReading]
) -> tuple[Moment, ...]:
    """Moments in the order of the text, of its time expressions. Lengths of time and repetitions are no moments, nor
    are notices of publication and times that are denied ("not this year").

    A day that became a name ("9/11") is told of once under each name.
    """
    account, inside = cast.account, sorted(quoted)
    sentences = [sentence for start, end in paragraphs for sentence in split_sentences(account.text, start, end)]
    moments = []
    named: set[str] = set()
    for time in times:
        name = time.expression.text.casefold().removeprefix("the ") if time.expression.rule in _NAMES else ""
        if time.expression.kind not in ("date", "time") or time.expression.rule in _NO_MOMENT or name in named:
            continue
        named |= {name} - {""}
        sentence = _sentence(sentences, time)
        if not (_is_negated(account.text, sentence, time) or _is_notice(account.text, sentence, time)):
            moments.append(_moment(cast, _clause(account.text, sentence, time, inside), time))
    return tuple(moments)


def _moment(cast: Cast, what: Place, time: TimeReading) -> Moment:
    account, expression = cast.account, time.expression
    return Moment(
        id=digest("moment", account.id, expression.start, expression.end),
        what=Span(account.id, *what),
        date=time.resolved.value,
        dated_by=Span(account.id, expression.start, expression.end),
        anchor=time.resolved.anchor,
        actors=cast.within(*what),
        rule=time.resolved.rule,
    )


def _sentence(sentences: Sequence[Place], time: TimeReading) -> Place:
    """The sentence that an expression begins in; all of the expression belongs to it."""
    start, end = sentences[max(0, bisect_right(sentences, time.expression.start, key=lambda place: place[0]) - 1)]
    return start, max(end, time.expression.end)


def _is_negated(text: str, sentence: Place, time: TimeReading) -> bool:
    """Whether the time itself is denied: "not this year"."""
    start = time.expression.start
    before = text[max(sentence[0], start - _REACH) : start]
    denial = _NEGATED.search(before)
    if denial is None or time.expression.rule in _COUNTED or _ALONE.match(text, time.expression.end):
        return False
    return (denial["verb"] or "").lower() not in _NO_DENIAL


def _is_notice(text: str, sentence: Place, time: TimeReading) -> bool:
    """Whether the sentence tells of the account alone: "Updated 7.19 p.m.", a byline, a line of copyright."""
    start, end = sentence
    if end - start > _LONGEST_NOTICE:
        return False
    words = text[start : time.expression.start] + " " + text[time.expression.end : end]
    if all(word.lower() in _NOTICE_WORDS for word in _WORD.findall(words)):
        return True
    if not (found := _NOTICE.match(text, start, end)):
        return False
    # "By Monday the lock was dry" is a sentence, "By Ines Dahl, 12 May" a byline.
    byline = found[0].lower().endswith("by")
    return not byline or (text[end - 1] not in '.!?”"' and not _VERB.search(words))


def _clause(text: str, sentence: Place, time: TimeReading, quoted: Sequence[Place]) -> Place:
    """The clause that the expression stands in, where it can be cut out whole; else the sentence.

    A cut is made outside quotations, parentheses and pairs of dashes, at a mark or at a conjunction that a subject
    follows, or before a relative clause that ends the sentence. Words remain that have a verb, and none go that say
    whose words they are or on what condition they hold.
    """
    start, end = time.expression.start, time.expression.end
    if time.expression.rule in _NAMES:
        return start, end
    first, last = sentence
    if last - first > _LONGEST or len(_DASH.findall(text, first, last)) > 1:
        return sentence
    for cut in _OPENS.finditer(text, first, start):
        if _parts(text, (cut.end(), last), (first, cut.start()), quoted):
            first = cut.end()
    for cut in _CLOSES.finditer(text, end, last):
        within = cut[0].startswith(",") and "," in text[cut.end() : last]
        if not within and _parts(text, (first, cut.start()), (cut.end(), last), quoted):
            return first, cut.start()
    return first, last


def _parts(text: str, kept: Place, gone: Place, quoted: Sequence[Place]) -> bool:
    """Whether a sentence may be cut between what is kept and what goes."""
    at = max(kept[0], gone[0])
    number = bisect_right(quoted, at, key=lambda place: place[0]) - 1
    inside = number >= 0 and at < quoted[number][1]
    words = text[slice(*gone)]
    balanced = words.count("(") == words.count(")")
    joined = text[at - _CONJUNCTION : at].endswith(("and ", "but ", "while ")) or words.startswith(
        ("and ", "but ", "while ")
    )
    whole = _VERB.search(text, *kept) and (not joined or _VERB.search(words))
    return bool(not inside and balanced and whole and not _TIED.search(words))
