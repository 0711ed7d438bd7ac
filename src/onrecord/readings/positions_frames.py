"""From a word that shows an act to its frame: who holds it, toward whom, what is demanded or offered, on what condition."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.readings.acts import (
    ADJECTIVES,
    ENDORSING,
    HARMING,
    NOT_PROMISED,
    NOUNS,
    OF_SPEAKING,
    OF_TALK,
    OPPOSING,
    SHOULD,
    VERBS,
    VERDICTS,
    WILL,
    WILL_NOT,
    Cue,
)
from onrecord.readings.positions_clauses import (
    AUXILIARIES,
    NEGATIONS,
    Extent,
    Place,
    Sentence,
)
from onrecord.types import Act

_VERDICT_WORDS = {words.split()[0]: tuple(words.split()) for words in VERDICTS}
CUE_WORDS = (
    frozenset(VERBS)
    | frozenset(NOUNS)
    | WILL_NOT
    | WILL
    | SHOULD
    | frozenset(_VERDICT_WORDS)
    | {"not", "never", "ll", "time"}
)

_BE = frozenset("is are was were be been being 's 're 'm am isn't aren't wasn't weren't".split())
_OBLIGED = frozenset("should must ought shouldn't mustn't".split())
_UNCERTAIN = frozenset("could might may should must".split())
_STATING = frozenset("is are was were has had have did does do 's 're".split())
_DOUBTFUL = frozenset(
    "allegedly reportedly apparently supposedly could might may can would seem seemed seems appear appeared appears".split()
)
_GOES_ON = frozenset(
    "continue continues continued continuing begin begins began beginning keep seem seems seemed appear appears appeared".split()
)
_NO_OBJECT = frozenset(
    "in on at by with from to for of during after before since under over among amid despite through into within without about against "
    "until if unless and or but that who which when while as because , . ; : ? ! — – ) ( it them him her this these those us me you "
    "he she they we i there down away off up out back".split()
)
_OBJECT_PRONOUNS = frozenset("me us him her them you it".split())
_POSSESSIVES = frozenset("his her its their my our".split())
_ARTICLES = frozenset("the a an no any this that these those another every each new".split())
_DEFINITE = frozenset("the this these those his her its their our my a an any".split())
_OPENING = frozenset("\"“‘'")
_SUBJECTS = frozenset("it he she they we i this these those there".split())
_CALLING = frozenset("called calls calling branded deemed considered labelled labeled".split())
_BEFORE_VERDICT = frozenset('a an absolutely totally simply completely “ "'.split())
_RECEIVING = frozenset(
    "received faced ignored answered rejected denied dismissed opposed resisted accepted welcomed criticized criticised mentioned "
    "discussed considered called followed described needed wanted repeated".split()
)
_DOCUMENTS = frozenset("letter letters statement message memo petition note resolution tweet email article".split())
_MAKING = frozenset(
    "made make makes making has have had having issued issue issues gave give gives sent expressed repeated renewed reiterated".split()
)
_PREPOSITIONS = frozenset("with of in for at by from on about over".split())
_BEFORE_BARE_VERB = frozenset("not never also no longer then still always".split())
_BEFORE_DUTY = frozenset("not now also to immediately never".split())
_NOT_ADDRESSED = frozenset("who which if because when while that".split())
_NOT_VERBS = frozenset("the a an its his her their this that these those my our your".split())
_LONGEST_ADDRESSEE = 16  # tokens


class Frame(NamedTuple):
    """An act as its words stand in a sentence. `told` holds if only a speaker's own words can hold it ("we will not ...")."""

    act: Act
    cue: Place
    holder: Place | None
    toward: Place | None
    content: Place
    condition: Place | None
    rule: str
    reporter: Place | None = None  # who reports it, where the sentence says so right before the subject
    otherwise: Place | None = None  # who holds it if the first cannot act: "signed a paper agreeing to ..."
    negated: bool = False
    told: bool = False


def find_frames(sentence: Sentence) -> Iterator[Frame]:
    """The frames of a sentence, in the order of their cues."""
    for at, token in enumerate(sentence.tokens):
        word = token.word
        if word in NOUNS and _is_noun(sentence, at):
            yield from _noun(sentence, at)
        elif word in VERBS:
            yield from _verb(sentence, at)
        elif word in WILL_NOT or word in WILL or word in ("not", "never"):
            yield from _will(sentence, at)
        elif word in SHOULD:
            yield from _should(sentence, at)
        elif word == "time":
            yield from _time(sentence, at)
        elif word in _VERDICT_WORDS:
            yield from _verdict(sentence, at)


# Complements


class _Complement(NamedTuple):
    extent: Extent
    toward: Place | None
    rule: str = "verb"


def _complement(sentence: Sentence, cue: Cue, at: int, *, noun: bool = False) -> _Complement | None:
    """What follows the cue's words, which end before token `at`."""
    at = _behind_adverbs(sentence, at)
    for letter in "tcpdfaroven":
        if letter in cue.complements and (found := _COMPLEMENTS[letter](sentence, at)):
            first, toward = found
            extent = sentence.extent(first, phrase=noun and letter != "c")
            if sentence.words(first, first + 2) in (["be", "named"], ["be", "identified"]):
                return None
            if extent and not OF_TALK & set(sentence.words(first, min(first + 4, extent.last))):
                return _Complement(_behind_colon(sentence, extent), toward)
    return None


def _behind_colon(sentence: Sentence, extent: Extent) -> Extent:
    """ "offered a deal: two days more for ...": what is offered stands behind the colon."""
    colon = extent.last
    if sentence.word(colon) != ":" or extent.last - extent.first > 4 or sentence.capital(colon + 1):
        return extent
    return sentence.extent(colon + 1) or extent


def _behind_adverbs(sentence: Sentence, at: int) -> int:
    while True:
        word = sentence.word(at)
        if word in ("on", "late", "early") and sentence.word(at + 1).endswith("day"):
            at += 2
        elif word in ("again", "instead", "publicly", "also", "only") or (
            word.endswith("day") and sentence.capital(at)
        ):
            at += 1
        else:
            return at


_Found = tuple[int, Place | None] | None


def _infinitive(sentence: Sentence, at: int) -> _Found:
    opening = at
    while sentence.word(at) in _OPENING:
        at += 1
    if sentence.word(at) == "as":  # "intends as a first step to ..."
        at = next((i for i in range(at, at + 7) if sentence.word(i) == "to"), at)
    negated = sentence.word(at) == "not" and sentence.word(at + 1) == "to"
    verb = at + 2 if negated else at + 1
    while sentence.word(verb) in _OPENING:
        verb += 1
    word = sentence.word(verb)
    found = (negated or sentence.word(at) == "to") and word[:1].isalpha() and word not in _NOT_VERBS
    return (opening, None) if found and not sentence.capital(verb) else None


def _clause(sentence: Sentence, at: int) -> _Found:
    return (_past_adverbial(sentence, at + 1), None) if sentence.word(at) == "that" else None


def _past_adverbial(sentence: Sentence, at: int) -> int:
    """ "hopes that, in time, they agree": where the clause begins behind its adverbials."""
    first = at
    while sentence.word(first) == "," or sentence.word(first) in _PREPOSITIONS | {"instead", "somehow"}:
        comma = next((i for i in range(first + 1, first + 14) if sentence.word(i) == ","), None)
        if comma is None:
            return at
        first = comma + 1
    return first


def _clause_to(sentence: Sentence, at: int) -> _Found:
    """ "promised the voters that ..." """
    addressed = _addressee(sentence, at, ("that",))
    return (addressed[1] + 1, addressed[0]) if addressed else None


def _asked_for(sentence: Sentence, at: int) -> _Found:
    """ "asked the ministry for ..." """
    addressed = _addressee(sentence, at, ("for",))
    return (addressed[1] + 1, addressed[0]) if addressed else None


def _definite(sentence: Sentence, at: int) -> _Found:
    return (at, None) if sentence.word(at) in _DEFINITE else None


def _given(sentence: Sentence, at: int) -> _Found:
    """ "offered the union two days": an addressee, then a noun phrase with its article or number."""
    last = at
    while last - at < 5 and (sentence.capital(last) or sentence.word(last) in ("the", "'s", ".")):
        last += 1
    if sentence.word(at) in _OBJECT_PRONOUNS:
        last = at + 1
    word = sentence.word(last)
    starts = word in ("a", "an", "the", "its", "his", "their", "some", "more") or word[:1].isdigit() or word[:1] == "$"
    return (last, sentence.place(at, last)) if last > at and starts else None


def _preposition(*words: str):  # type: ignore[no-untyped-def]
    def find(sentence: Sentence, at: int) -> _Found:
        found = sentence.word(at) in words and sentence.word(at + 1) not in _PREPOSITIONS | {"last", "next"}
        return (at + 1, None) if found else None

    return find


def _gerund(sentence: Sentence, at: int) -> _Found:
    return (at, None) if sentence.word(at).endswith("ing") else None


def _addressed(sentence: Sentence, at: int) -> _Found:
    """ "urged the ministers to sign": the addressee, then the verb."""
    addressed = _addressee(sentence, at, ("to",))
    if not addressed or not _infinitive(sentence, addressed[1]):
        return None
    return addressed[1] + 1, addressed[0]


def _addressee(sentence: Sentence, at: int, until: tuple[str, ...]) -> tuple[Place, int] | None:
    if sentence.word(at) in _NO_OBJECT - _OBJECT_PRONOUNS:
        return None
    inside = False  # of brackets: "(D-Calif.)"
    for last in range(at + 1, min(at + _LONGEST_ADDRESSEE, len(sentence.tokens))):
        word = sentence.word(last)
        inside = word == "(" or (inside and word != ")")
        if inside:
            continue
        if word in AUXILIARIES or word in _SUBJECTS:
            return None
        if word in until or (word == "not" and sentence.word(last + 1) in until):
            return sentence.place(at, last), last
        if word in ".;:—?!" or word in _NOT_ADDRESSED:
            return None
    return None


def _object(sentence: Sentence, at: int) -> _Found:
    word = sentence.word(at)
    if not word or (word in _NO_OBJECT and not _is_clause(sentence, at)) or word in NEGATIONS - {"no"}:
        return None
    if word in AUXILIARIES or (word.endswith("ly") and sentence.word(at + 1) in _NO_OBJECT):
        return None
    return at, _side(sentence, at)


def _is_clause(sentence: Sentence, at: int) -> bool:
    following = sentence.word(at + 1)
    return sentence.word(at) in _SUBJECTS and (
        following in AUXILIARIES or following in NEGATIONS or following.endswith("ed")
    )


def _side(sentence: Sentence, at: int) -> Place | None:
    """ "wants North Korea to provide ...": the capitalised words that begin the content, if a verb of theirs follows."""
    last = at + (sentence.word(at) == "the")
    first = last
    while sentence.capital(last):
        last += 1
    following = sentence.word(last)
    if last == first or not following.isalpha() or (following in _NO_OBJECT and following != "to"):
        return None
    return sentence.place(at, last)


_COMPLEMENTS = {
    "t": _infinitive,
    "c": _clause,
    "p": _clause_to,
    "r": _asked_for,
    "e": _definite,
    "d": _given,
    "f": _preposition("for"),
    "o": _preposition("on"),
    "v": _gerund,
    "a": _addressed,
    "n": _object,
}


# Verbs and adjectives


def _verb(sentence: Sentence, at: int) -> Iterator[Frame]:
    first = at
    while (
        sentence.word(first) in ADJECTIVES
        and sentence.word(first - 1) == "and"
        and sentence.word(first - 2) in ADJECTIVES
    ):
        first -= 2  # "ready and willing"
    before, passed = sentence.before_verb(first)
    word = sentence.word(at)
    adjective = word in ADJECTIVES
    if not _may_be_predicate(sentence, at, before, passed):
        return
    passive = not adjective and not word.endswith("ing") and bool(_BE & set(passed)) and "do" not in passed
    if passive:
        yield from _passive(sentence, at, passed)
        return
    for cue in VERBS[word]:
        if sentence.follows(at + 1, cue.more):
            found = _complement(sentence, cue, at + 1 + len(cue.more))
            if found is None and cue.act == "promise":
                found = _cleft(sentence, at)
            if found:
                frame = _active(sentence, (first, at), cue, found, passed)
                if frame:
                    yield frame
                return


def _may_be_predicate(sentence: Sentence, at: int, before: int, passed: list[str]) -> bool:
    word, ahead = sentence.word(at), sentence.word(before)
    if _OBLIGED & set(passed) or (word in OPPOSING and "to" in passed and ahead in VERBS):
        return False
    if passed[-1:] == ["to"] and not _GOES_ON & set(passed) and "going" not in passed:
        return _is_purpose(sentence, at, ahead)
    if word in ADJECTIVES:
        return bool(_BE & set(passed)) or bool({"remain", "remained", "remains", "seemed", "seems"} & set(passed))
    if not word.endswith("ing") and sentence.word(at - 1) in _PREPOSITIONS:
        return False
    if ahead in ("and", "or") and not word.endswith(("s", "ed", "ing")) and "to" in sentence.words(at - 15, at):
        return False  # "asked them to come and support it": as little of their own as "come"
    if sentence.word(at - 1) in _ARTICLES | _POSSESSIVES or sentence.word(at - 1) == "'s":
        return False
    return ahead not in ("if", "whether") and not sentence.capital(at)


def _is_purpose(sentence: Sentence, at: int, ahead: str) -> bool:
    """ "wrote to the board to demand ...", "went on to urge ...": not what another is asked, or refuses, to do."""
    demanding = VERBS[sentence.word(at)][0].act == "demand"
    return demanding and not {*sentence.words(at - 10, at)} & (VERBS.keys() | NOUNS.keys()) and ahead not in ADJECTIVES


def _active(
    sentence: Sentence, cue_words: tuple[int, int], cue: Cue, found: _Complement, passed: list[str]
) -> Frame | None:
    first, at = cue_words
    participle = (
        sentence.word(at).endswith("ing") and not AUXILIARIES & set(passed) and sentence.word(at) not in ADJECTIVES
    )
    purpose = sentence.word(first - 1) == "to" and not _GOES_ON & set(passed)
    subject = None if purpose else sentence.subject(first)
    if subject is None and (purpose or participle):
        subject = sentence.leading(at)
    if (
        subject is None
        or (found.rule != "cleft" and _is_hypothetical(sentence, subject))
        or not _is_meant(sentence, at, cue, found)
    ):
        return None
    denied = _is_denied(sentence, subject)
    act, negated, extent = cue.act, denied != bool(NEGATIONS & set(passed)), found.extent
    verb = sentence.word(extent.first + 1) if sentence.word(extent.first) == "to" else ""
    if act in ("refuse", "offer") and verb in OF_SPEAKING:
        return None
    cue_end = at + 1 + len(cue.more)
    if act == "promise" and verb in OPPOSING and extent.last - extent.first > 2:
        act, cue_end, extent = "refuse", extent.first + 2, extent._replace(first=extent.first + 2)
    elif cue.complements == "t" and sentence.word(at).startswith("vot"):
        if verb not in OPPOSING | ENDORSING | {"block"}:
            return None
        act = "accept" if verb in ENDORSING else "refuse"
        extent = extent._replace(first=extent.first + 2)
    elif act == "promise" and verb in HARMING:
        act = "threaten"
    if negated and not denied and (act == "accept" or (act == "offer" and sentence.word(at) in ADJECTIVES)):
        act, negated = "refuse", False
    if participle and _DOCUMENTS & set(sentence.words(first - 12, first)):
        subject = sentence.leading(at) or subject  # "sent the board a letter asking for ..."
    return Frame(
        act=act,
        cue=sentence.place(first, cue_end),
        holder=subject,
        reporter=_reporter(sentence, subject)[0],
        otherwise=sentence.leading(at) if participle else None,
        toward=found.toward,
        content=sentence.place(extent.first, extent.last),
        condition=extent.condition or sentence.leading_condition(at),
        rule=found.rule + ("/denied" if denied else _doubt(passed)),
        negated=negated,
    )


def _is_meant(sentence: Sentence, at: int, cue: Cue, found: _Complement) -> bool:
    """Not an opinion ("insisted that it was late", "agreed that it was late", "dismissed it as late")."""
    word, extent = sentence.word(at), found.extent
    if word.startswith(("dismiss", "reject")):
        return sentence.word(extent.last) != "as"
    if word.startswith("seek") or word == "sought":
        return extent.last - extent.first > 1
    if word.startswith(("insist", "agree")) and "c" in cue.complements and sentence.word(extent.first) != "to":
        first = next((w for w in sentence.words(extent.first, extent.first + 14) if w in AUXILIARIES), "")
        return first not in _STATING and (bool(first) or word.startswith("insist"))
    return True


def _is_denied(sentence: Sentence, subject: Place) -> bool:
    """ "The minister denied that he had asked for ..." """
    verb = sentence.reporter(subject)
    return verb is not None and sentence.word(verb).startswith("den")


def _reporter(sentence: Sentence, subject: Place) -> tuple[Place | None, str]:
    verb = sentence.reporter(subject)
    return (sentence.subject(verb), sentence.word(verb)) if verb is not None else (None, "")


def _doubt(passed: list[str]) -> str:
    return "/hedged" if _DOUBTFUL & set(passed) else ""


def _is_hypothetical(sentence: Sentence, subject: Place) -> bool:
    """Whether the clause of this subject only supposes: "if the council refused", "whether they would accept"."""
    first = sentence.at(subject[0])
    if sentence.word(first - 1) in ("what", "how", "why", "where"):
        return True
    return sentence.word(first - 1) in ("if", "whether", "unless", "should", "until", "once") or sentence.word(
        first
    ) in (
        "if",
        "whether",
    )


def _cleft(sentence: Sentence, at: int) -> _Complement | None:
    """ "One thing he promised me is (that) ..." """
    for i in range(at + 1, min(at + 9, len(sentence.tokens))):
        if sentence.word(i) in ("is", "was") and {"thing", "things", "what"} & set(sentence.words(max(0, at - 8), at)):
            extent = sentence.extent(i + 1 + (sentence.word(i + 1) == "that"))
            return _Complement(extent, None, "cleft") if extent else None
        if sentence.word(i) in (",", "."):
            return None
    return None


def _passive(sentence: Sentence, at: int, passed: list[str]) -> Iterator[Frame]:
    """ "The plan was rejected by the council": the content stands before, the holder behind "by"."""
    cue = VERBS[sentence.word(at)][-1]
    by = next((i for i in range(at + 1, min(at + 8, len(sentence.tokens))) if sentence.word(i) == "by"), None)
    subject = sentence.subject(at)
    if by is None or subject is None or _UNCERTAIN & set(passed) or "n" not in cue.complements:
        return
    extent = sentence.extent(by + 1)
    if extent:
        yield Frame(
            act=cue.act,
            cue=sentence.place(at, at + 1),
            holder=sentence.place(extent.first, extent.last),
            toward=None,
            content=subject,
            condition=extent.condition,
            rule="passive",
        )


# Nouns


def _is_noun(sentence: Sentence, at: int) -> bool:
    first = _modified_from(sentence, at)
    before = sentence.word(first - 1)
    return (
        before in _ARTICLES | _POSSESSIVES
        or before in ("'s", "'", "’")
        or sentence.word(at + 1) == "by"
        or _people(sentence, at)
    )


def _modified_from(sentence: Sentence, at: int) -> int:
    """The first of the adjectives before a noun."""
    first = at
    while (
        first > 0
        and at - first < 3
        and sentence.word(first - 1).isalpha()
        and sentence.word(first - 1) not in _ARTICLES | _POSSESSIVES | AUXILIARIES | _NO_OBJECT
        and not (sentence.word(first - 1).endswith("s") and first == at)
        and not sentence.capital(first - 1)
    ):
        first -= 1
    return first


def _people(sentence: Sentence, at: int) -> bool:
    """ "Tovrian demands": a capitalised adjective right before the noun."""
    return (
        sentence.capital(at - 1)
        and len(sentence.word(at - 1)) > 4
        and sentence.word(at - 1).endswith(("an", "ese", "ish", "i", "ch"))
    )


def _noun(sentence: Sentence, at: int) -> Iterator[Frame]:
    holder, cue_first, negated = _possessor(sentence, at)
    behind, by = _behind_by(sentence, at + 1)
    holder = by or holder
    if holder is None:
        return
    for cue in NOUNS[sentence.word(at)]:
        if sentence.follows(behind, cue.more):
            found = _complement(sentence, cue, behind + len(cue.more), noun=True)
            if found:
                act, extent = cue.act, found.extent
                if act == "promise" and sentence.word(extent.first + 1) in OPPOSING and extent.last > extent.first + 2:
                    act, extent = "refuse", extent._replace(first=extent.first + 2)
                act = "refuse" if negated and act == "promise" else act
                yield Frame(
                    act=act,
                    cue=sentence.place(cue_first, at + 1),
                    holder=holder,
                    toward=found.toward,
                    content=sentence.place(extent.first, extent.last),
                    condition=extent.condition,
                    rule="noun",
                    negated=negated and act == cue.act,
                )
                return


def _behind_by(sentence: Sentence, at: int) -> tuple[int, Place | None]:
    """ "a demand by the union for ...": where the complement begins, and who stands behind "by" or "from"."""
    if sentence.word(at) not in ("by", "from"):
        return at, None
    for last in range(at + 2, min(at + 9, len(sentence.tokens))):
        if sentence.word(last) in ("to", "for", "that", "of"):
            return last, sentence.place(at + 1, last)
        if sentence.word(last) in (",", ".", "and"):
            break
    return at, None


def _possessor(sentence: Sentence, at: int) -> tuple[Place | None, int, bool]:
    """Who the noun belongs to, where its cue begins, and whether it is denied ("no intention")."""
    first = _modified_from(sentence, at)
    before = sentence.word(first - 1)
    if before in _POSSESSIVES:
        return sentence.place(first - 1, first), at, False
    if before in ("'s", "'", "’") and first > 1:
        start = first - 2
        while start > 0 and (sentence.capital(start - 1) or sentence.word(start - 1) in (".", "the")):
            start -= 1
        return sentence.place(start, first - 1), at, False
    if _people(sentence, at):
        start = at - 1
        while sentence.capital(start - 1):
            start -= 1
        return sentence.place(start, at), at, False
    making = sentence.word(first - 2)
    if before in _ARTICLES and (making in _MAKING or (making.endswith("ed") and making not in _RECEIVING)):
        negated = before == "no"
        return sentence.subject(first - 2), first - 1 if negated else at, negated
    return None, at, False


# What a speaker says that he will or will not do, and what others should


def _will(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "we will not sign", "they could never accept that", "he's not going to": a refusal; "we will sign": a promise."""
    word, verb = sentence.word(at), at + 1
    refusing = word in WILL_NOT
    if word in ("not", "never"):
        if not sentence.follows(at + 1, ("going", "to")):
            return
        refusing, verb = True, at + 3
    elif word in WILL:
        while sentence.word(verb) in _BEFORE_BARE_VERB or sentence.word(verb).endswith("ly"):
            refusing = refusing or sentence.word(verb) in ("not", "never", "no")
            verb += 1
    while sentence.word(verb) in ("even", "ever", "just", "simply"):
        verb += 1
    if not refusing and (
        sentence.word(verb) in VERBS or sentence.word(verb) in NOT_PROMISED
    ):  # "he would accept it": the verb tells the act
        return
    if sentence.word(verb) in OF_SPEAKING or (not refusing and word in ("could", "can")):
        return
    subject, extent = sentence.subject(at), sentence.extent(verb)
    if subject is None or extent is None or not sentence.word(verb).isalpha() or _is_hypothetical(sentence, subject):
        return
    reporter, saying = _reporter(sentence, subject)
    act: Act = "refuse" if refusing else "promise"
    if saying.startswith(("warn", "threat")) or (act == "promise" and sentence.word(verb) in HARMING):
        act = "threaten"
    elif extent.condition and not refusing and sentence.text[extent.condition[0] :][:2].lower() == "in":
        act = "offer"  # "in exchange for ..."
    yield Frame(
        act=act,
        cue=sentence.place(at, verb),
        holder=subject,
        toward=None,
        content=sentence.place(extent.first, extent.last),
        condition=extent.condition or sentence.leading_condition(at),
        rule="would" if word == "would" else "will",
        reporter=reporter,
        told=True,
    )


def _should(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "The ministers must sign": a demand of the speaker toward the subject. "The gate must be opened": of what, is all."""
    verb, word = at + 1, sentence.word(at)
    if word in ("needs", "need", "has", "have") and sentence.word(verb) != "to":
        return
    while sentence.word(verb) in _BEFORE_DUTY:
        verb += 1
    if {"would", "might", "may", "will", "could"} & set(sentence.before_verb(at)[1]):
        return
    subject, extent = sentence.subject(at), sentence.extent(verb)
    if subject is None or extent is None or sentence.word(verb) == "have" or _is_hypothetical(sentence, subject):
        return
    if not sentence.opens(subject):
        return
    passive = sentence.word(verb) == "be"
    if passive and not sentence.word(verb + 1).endswith(("ed", "lt", "wn", "en", "nt", "ld")):
        return
    yield Frame(
        act="demand",
        cue=sentence.place(at, verb),
        holder=None,
        toward=subject,
        content=(subject[0] if passive else sentence.tokens[verb].start, sentence.tokens[extent.last - 1].end),
        condition=extent.condition or sentence.leading_condition(at),
        rule="should be" if passive else "should",
        reporter=_reporter(sentence, subject)[0],
        told=True,
    )


def _time(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "It is time for both sides to sign": a demand of the speaker."""
    if sentence.word(at - 1) not in ("'s", "is", "the") or sentence.word(at + 1) != "for":
        return
    addressed = _addressee(sentence, at + 2, ("to",))
    extent = sentence.extent(addressed[1] + 1) if addressed else None
    if addressed and extent:
        yield Frame(
            act="demand",
            cue=sentence.place(at - 1, at + 1),
            holder=None,
            toward=addressed[0],
            content=sentence.place(extent.first, extent.last),
            condition=extent.condition,
            rule="time",
            told=True,
        )


def _verdict(sentence: Sentence, at: int) -> Iterator[Frame]:
    """ "That is out of the question", "she called the plan a nonstarter": what is judged, and who judges."""
    words = _VERDICT_WORDS[sentence.word(at)]
    if not sentence.follows(at, words):
        return
    first = at
    while first > 0 and sentence.word(first - 1) in _BEFORE_VERDICT:
        first -= 1
    called = next((i for i in range(first - 1, max(first - 12, 0), -1) if sentence.word(i) in _CALLING), None)
    content, holder, reporter = None, None, None
    if called and called + 1 < first:
        content, holder = sentence.place(called + 1, first), sentence.subject(called)
    elif sentence.word(first - 1) in _BE and (content := sentence.subject(first)):
        reporter = _reporter(sentence, content)[0]
    if content:
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
