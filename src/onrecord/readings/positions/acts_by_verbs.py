"""Acts shown by verbs and adjectives: "urged the board to ...", "is ready to ...", "was rejected by ...", and the
like."""

from collections.abc import Iterator
from typing import NamedTuple

from onrecord.readings.attribution.documents import DOCUMENTS
from onrecord.readings.positions.acts import (
    ADJECTIVES,
    BASES,
    ENDORSING,
    HARMING,
    NOT_PROMISED,
    NOUNS,
    OF_SPEAKING,
    OPPOSING,
    VERBS,
    WILL_NOT,
    Cue,
)
from onrecord.readings.positions.clauses import OUTSIDE, Sentence
from onrecord.readings.positions.complements import Complement, behind_adverbs, complement
from onrecord.readings.positions.extents import FINITE, Extent, extent_from, is_new_verb, leading_condition, without
from onrecord.readings.positions.frames import Frame, Modality, is_denied, is_hypothetical, is_inverted, reported_by
from onrecord.readings.positions.modality import verbal
from onrecord.readings.positions.words import (
    ARTICLES,
    AUXILIARIES,
    BE,
    DAYS,
    DETERMINERS,
    NEGATIONS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYING,
)
from onrecord.text import lexicon
from onrecord.text.spans import Place
from onrecord.types import Act

_BEFORE_NOUNS = PREPOSITIONS - {"to"}
_DETERMINING = ARTICLES | POSSESSIVES | {"'s"}
_NOT_DONE = lexicon.words("clause_words.not_done")
_LIKING = lexicon.words("acting_verbs.liking")
_BASES = lexicon.words("acting_verbs.verbs_and_nouns")
_AGREEING = _BASES | BASES
_MANY = lexicon.words("clause_words.plural_subjects")
_NUMBERS = lexicon.words("numbers.two_to_ten")
_WHEN = lexicon.words("calendar.loose_times")
_STRANDED = lexicon.words("clause_words.stranded")
_OBLIGED = lexicon.words("clause_words.obliged")
_UNCERTAIN = lexicon.words("clause_words.uncertain")
_STATING = lexicon.words("clause_words.stating")
_GOVERNING = NOUNS.keys() | {
    verb
    for verb, cues in VERBS.items()
    if any(not cue.more and not {*cue.complements} & {*"ukbi"} for cue in cues) or verb.startswith("call")
}  # what follows these with "to" is what somebody is asked, or refuses, to do
_FORETELLING = lexicon.words("clause_words.foretelling") | WILL_NOT
_WISHED = lexicon.in_order("verbs_of_saying.wishing")
_GOES_ON = lexicon.words("clause_words.goes_on")
_SEEMING = lexicon.words("clause_words.seeming")
_WRITTEN = DOCUMENTS | {"article"}  # "sent the board a letter asking for ..."
_DEFEATING = lexicon.words("acting_verbs.defeating")  # what votes do to a bill, or to a veto
_POINTING = frozenset(("it", "this", "that"))
_STATIVE = BE | _SEEMING
_WHEN_ASKED = DAYS | _WHEN
_SILENT = {"refuse": OF_SPEAKING, "offer": OF_SPEAKING, "threaten": NOT_PROMISED}
"""With which infinitives an act is none: "refused to comment"."""


class _Verb:
    """A verb or adjective that may tell an act, with what stands between it and its subject."""

    def __init__(self, sentence: Sentence, at: int) -> None:
        self.sentence, self.at, self.word = sentence, at, sentence.word(at)
        self.first = _first_of_joined(sentence, at)
        self.before, self.passed = sentence.before_verb(self.first)
        self.ahead, self.beside = sentence.word(self.before), frozenset(self.passed)
        self.helped, self.negated = bool(AUXILIARIES & self.beside), bool(NEGATIONS & self.beside)
        self.stative = bool(_STATIVE & self.beside)
        self.in_ing = self.word.endswith("ing")

    def place(self) -> Place:
        return self.sentence.place(self.at, self.at + 1)


def _first_of_joined(sentence: Sentence, at: int) -> int:
    """The first of the adjectives that "and" joins: "ready and willing"."""
    while sentence.word(at) in ADJECTIVES and sentence.word(at - 1) == "and" and sentence.word(at - 2) in ADJECTIVES:
        at -= 2
    return at


def verb_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    verb = _Verb(sentence, at)
    if not _may_be_predicate(verb):
        return
    being = verb.stative and "do" not in verb.beside
    for cue, behind in _cues(verb, being=being):
        if found := _complement(verb, cue, behind):
            frame = _active(verb, cue, found)
            if frame:
                yield frame
            return
        if {"n", "e"} & {*cue.complements} and not cue.more:
            yield from _relative(verb, cue)
    if being and not verb.in_ing and not VERBS[verb.word][-1].adjective and not VERBS[verb.word][-1].more:
        yield from _passive(verb)


def _cues(verb: _Verb, *, being: bool) -> Iterator[tuple[Cue, int]]:
    """The cues of a word whose further words follow, and the token behind these; `being`: a form of "be" goes with
    it."""
    starts = (verb.at + 1, behind_adverbs(verb.sentence, verb.at + 1))
    for cue in VERBS[verb.word]:
        fits = being if cue.adjective else verb.in_ing or not being
        more = next((start for start in starts if fits and verb.sentence.follows(start, cue.more)), None)
        if more is not None:
            yield cue, more + len(cue.more)


def _complement(verb: _Verb, cue: Cue, behind: int) -> Complement | None:
    """What follows the words of a cue, as far as the clause of its verb goes."""
    following = complement(verb.sentence, cue, behind)
    if following is None and cue.act == "promise" and not cue.adjective:
        following = _cleft(verb.sentence, verb.at)
    return following and following._replace(extent=_within_relative(verb.sentence, verb.before, following.extent))


def _within_relative(sentence: Sentence, before: int, extent: Extent) -> Extent:
    """ "Members who opposed the bill had asked ...": the clause of "who" ends where its sentence takes up its own
    verb."""
    if sentence.word(before) not in ("who", "that", "which"):
        return extent
    aside = sentence.word(before - 1) == ","
    for at in range(extent.first + 1, extent.last):
        if sentence.word(at) in RELATIVES | PRONOUNS | {"and", "or"}:
            return extent
        if sentence.word(at) in FINITE or (aside and sentence.word(at) == "," and is_new_verb(sentence, at + 1)):
            return Extent(extent.first, at, None)
    return extent


def _is_gapped(sentence: Sentence, extent: Extent) -> bool:
    """ "A bill that they plan to vote on": the content stands before its verb, and what is read behind it is no
    whole."""
    last = extent.last
    while last - extent.first > 1 and sentence.word(last - 1) in _WHEN_ASKED:
        last -= 2 if sentence.word(last - 1) in DAYS and sentence.word(last - 2) == "on" else 1
    return (
        extent.last - extent.first > 1 and sentence.word(last - 1) in _STRANDED and sentence.region(last - 1) == OUTSIDE
    )


def _may_be_predicate(verb: _Verb) -> bool:
    if _is_obliged(verb):
        return False
    if verb.passed[-1:] == ["to"] and not _GOES_ON & verb.beside and "going" not in verb.beside:
        return _is_purpose(verb)
    if all(cue.adjective for cue in VERBS[verb.word]):
        return verb.stative
    return not any(is_other(verb) for is_other in _NO_PREDICATES) and _agrees(verb)


def _is_obliged(verb: _Verb) -> bool:
    """ "Should support it", "were to accept it", "asked her to oppose it": what is asked of somebody or supposed."""
    supposed = verb.passed[-2:] in (["were", "to"], ["was", "to"])
    asked = verb.word in OPPOSING and "to" in verb.beside and verb.ahead in VERBS
    return supposed or asked or bool(_OBLIGED & verb.beside)


def _is_noun(verb: _Verb) -> bool:
    """ "The June 19 vote for", "in support of", "the now rejected plan"."""
    close = verb.sentence.word(verb.at - 1)
    if close in _DETERMINING:
        return True
    return not verb.in_ing and (close in _BEFORE_NOUNS or verb.ahead in ("the", "a", "an", "'s"))


def _is_joined_infinitive(verb: _Verb) -> bool:
    """ "Asked them to come and support it": as little of their own as "come"."""
    inflected = verb.word.endswith(("s", "ed", "ing"))
    return verb.ahead in ("and", "or") and not inflected and "to" in verb.sentence.words(verb.at - 15, verb.at)


def _is_exchanged(verb: _Verb) -> bool:
    """ "In exchange for supporting it": the condition of another act."""
    return any(verb.sentence.follows(verb.before - 2, ("in", noun, "for")) for noun in ("exchange", "return"))


def _tells_which(verb: _Verb) -> bool:
    """ "Members who support it": which members."""
    if verb.ahead not in ("who", "that") or verb.sentence.word(verb.before - 1) == ",":
        return False
    opposing = verb.word.startswith("oppose") and not verb.sentence.capital(verb.before - 1)
    return opposing or VERBS[verb.word][0].act == "accept"


def _is_undone(verb: _Verb) -> bool:
    """ "Talked about pulling out of it", "stopped short of calling for it"."""
    undone = verb.ahead in _NOT_DONE or verb.sentence.follows(verb.before - 1, ("short", "of"))
    return undone and verb.in_ing and not verb.helped and not verb.negated


def _is_announced(verb: _Verb) -> bool:
    """ "Announced plans": a noun."""
    return verb.ahead in SAYING and verb.word in NOUNS and not verb.helped and verb.before == verb.at - 1


def _is_taste(verb: _Verb) -> bool:
    """ "Likes them to", without "would"."""
    return verb.word in _LIKING and not {"would", "'d"} & verb.beside


def _is_open_question(verb: _Verb) -> bool:
    """ "If asked", and names: "Support Belmara Now"."""
    return verb.ahead in ("if", "whether") or verb.sentence.capital(verb.at)


_NO_PREDICATES = (
    _is_noun,
    _is_joined_infinitive,
    _is_exchanged,
    _tells_which,
    _is_undone,
    _is_announced,
    _is_taste,
    _is_open_question,
)
"""What words that look like the verb of an act are instead."""


def _agrees(verb: _Verb) -> bool:
    """Whether a word that may be a noun as well agrees in number with what stands before it: "Unions demand", not
    "Union demand"."""
    ahead = verb.ahead
    if verb.word.endswith(("ed", "ing")) or verb.helped or "to" in verb.beside or not ahead.isalpha():
        return not (ahead.isdigit() and verb.word in _BASES and not verb.passed)  # "the June 19 vote for"
    plural = ahead.endswith("s") and not ahead.endswith(("ss", "us", "is"))
    if verb.word in _AGREEING:
        return plural or _has_many_subjects(verb)
    return ahead not in _NUMBERS and not (plural and not verb.sentence.capital(verb.before))


def _has_many_subjects(verb: _Verb) -> bool:
    sentence, subject = verb.sentence, verb.sentence.subject(verb.at)
    if subject is not None and is_inverted(sentence, subject):
        return True  # "at no point did the union threaten"
    return verb.ahead in _MANY | RELATIVES or "and" in sentence.words(verb.before - 6, verb.before)


def _is_purpose(verb: _Verb) -> bool:
    """ "wrote to the board to demand ...", "went on to urge ...": not what another is asked, or refuses, to do."""
    sentence, near = verb.sentence, range(max(verb.at - 10, 0), verb.at)
    governing = {sentence.word(at) for at in near if sentence.word(at - 1) not in ARTICLES}
    return VERBS[verb.word][0].act == "demand" and not governing & _GOVERNING and verb.ahead not in ADJECTIVES


def _active(verb: _Verb, cue: Cue, following: Complement) -> Frame | None:
    sentence = verb.sentence
    participle = verb.in_ing and not verb.helped and not cue.adjective
    subject = None if _is_gapped(sentence, following.extent) else _subject(verb, participle=participle)
    if subject is None or (following.rule != "cleft" and is_hypothetical(sentence, subject)):
        return None
    meant = _meant(verb, cue, following.extent, subject)
    if meant is None or _is_of_others(verb, meant, subject):
        return None
    act, negated = _with_negation(verb, cue, meant.act, subject)
    written = participle and not _WRITTEN.isdisjoint(sentence.words(verb.first - 12, verb.first))
    if written:
        subject = sentence.leading(verb.at) or subject  # "sent the board a letter asking for ..."
    reporter = reported_by(sentence, subject)[0]
    return Frame(
        act=act,
        cue=sentence.place(verb.first, meant.cue_end),
        holder=subject,
        reporter=reporter,
        otherwise=sentence.leading(verb.at) if participle and not _is_reduced(verb) else None,
        toward=following.toward,
        content=sentence.place(meant.extent.first, meant.extent.last),
        condition=meant.extent.condition or leading_condition(sentence, verb.at),
        rule=following.rule,
        negated=negated,
        modality=_modality(verb, subject, reported=reporter is not None),
        backshifted="would" in verb.beside and "have" not in verb.beside,
    )


class _Meant(NamedTuple):
    """What a verb tells together with its complement."""

    act: Act
    cue_end: int  # the token behind the words of the act
    extent: Extent


def _with_negation(verb: _Verb, cue: Cue, act: Act, subject: Place) -> tuple[Act, bool]:
    """The act, and whether it is negated: what is not accepted or wanted is refused."""
    denied = is_denied(verb.sentence, subject)
    spared = verb.ahead == "without"  # "without offering a way out"
    negated = denied != (spared or verb.negated or is_inverted(verb.sentence, subject))
    unwanted = act == "demand" and verb.word.startswith("want")
    if negated and not denied and (act == "accept" or unwanted or (act == "offer" and cue.adjective)):
        return "refuse", False
    return act, negated


def _modality(verb: _Verb, subject: Place, *, reported: bool) -> Modality:
    if is_denied(verb.sentence, subject):
        return "denied"
    return verbal(verb.sentence, verb.first, verb.passed, reported=reported)


def _is_reduced(verb: _Verb) -> bool:
    """ "Migrants seeking asylum": a participle of the noun right before it."""
    noun = verb.sentence.word(verb.first - 1)
    return noun.endswith("s") and noun not in DOCUMENTS


def _is_of_others(verb: _Verb, meant: _Meant, subject: Place) -> bool:
    """ "Migrants seeking asylum" are who they are; "a deal that could threaten the harbour" does nothing; "hoped that
    she would veto it" is the hope of another."""
    sentence = verb.sentence
    seeking = verb.word == "seeking" and not verb.helped and sentence.word(verb.at - 1) != ","
    harming = meant.act == "threaten" and sentence.word(meant.extent.first) != "to" and _UNCERTAIN & verb.beside
    wished = {"would", "will", "'ll"} & verb.beside and reported_by(sentence, subject)[1].startswith(_WISHED)
    return seeking or bool(harming) or bool(wished)


def _meant(verb: _Verb, cue: Cue, extent: Extent, subject: Place) -> _Meant | None:
    """The act that the verb's own complement makes of it ("promised to oppose", "voted against"); None if that is no
    act: "it promises to be a long race"."""
    sentence, act = verb.sentence, cue.act
    cue_end = verb.at + 1 + (len(cue.more) if sentence.follows(verb.at + 1, cue.more) else 0)
    infinitive = sentence.word(extent.first + 1) if sentence.word(extent.first) == "to" else ""
    votes = cue.complements == "t" and verb.word.startswith("vot")
    if _is_opinion(verb, cue, extent) or infinitive in (NOT_PROMISED if votes else _SILENT.get(act, ())):
        return None
    if act == "promise" and infinitive == "be" and sentence.text[slice(*subject)].casefold() in _POINTING:
        return None
    if act == "promise" and infinitive in OPPOSING and extent.last - extent.first > 2:
        opposing = extent._replace(first=extent.first + 2)
        return _Meant("refuse", extent.first + 2, without(sentence, opposing))
    if votes:
        act, extent = _voted(sentence, extent, infinitive)
    elif infinitive in HARMING and (act == "promise" or (act == "offer" and cue.adjective)):
        act = "threaten"
    return _Meant(act, cue_end, without(sentence, extent) if act == "refuse" and infinitive else extent)


def _subject(verb: _Verb, *, participle: bool) -> Place | None:
    """Who acts: for a purpose ("to demand ...") and a participle the subject of what they hang on."""
    purpose = verb.sentence.word(verb.first - 1) == "to" and not _GOES_ON & verb.beside
    subject = None if purpose else verb.sentence.subject(verb.first)
    return verb.sentence.leading(verb.at) if subject is None and (purpose or participle) else subject


def _voted(sentence: Sentence, extent: Extent, verb: str) -> tuple[Act, Extent]:
    """What a vote "to" do something is, and for or against what: "voted to approve the plan" accepts the plan."""
    against = verb in OPPOSING | _DEFEATING
    whole = not against and (verb not in ENDORSING or sentence.word(extent.first + 2) in PREPOSITIONS)
    return "refuse" if against else "accept", extent if whole else extent._replace(first=extent.first + 2)


def _is_opinion(verb: _Verb, cue: Cue, extent: Extent) -> bool:
    """ "Insisted that it was late", "agreed that it was late", "dismissed it as late": a view, and no act."""
    word, sentence = verb.word, verb.sentence
    if word.startswith(("dismiss", "reject")):
        return "as" in sentence.words(extent.first, extent.last + 1)
    if word.startswith("seek") or word == "sought":
        return extent.last - extent.first < 2
    if word.startswith(("assur", "guarant", "swear", "swor")):
        return sentence.word(extent.first) != "to" and _first_auxiliary(sentence, extent) in _STATING
    if word.startswith(("insist", "agree")) and "c" in cue.complements:
        return sentence.word(extent.first) not in ("to", "not") and _is_stated(verb, extent)
    return False


def _is_stated(verb: _Verb, extent: Extent) -> bool:
    """Whether a clause tells what is so, or what will come, and not what is to be done."""
    auxiliary = _first_auxiliary(verb.sentence, extent)
    return auxiliary in _STATING | _FORETELLING or (not auxiliary and not verb.word.startswith("insist"))


def _first_auxiliary(sentence: Sentence, extent: Extent) -> str:
    near = sentence.words(extent.first, min(extent.first + 14, extent.last))
    return next((word for word in near if word in AUXILIARIES | WILL_NOT), "")


def _cleft(sentence: Sentence, at: int) -> Complement | None:
    """ "One thing he promised me is (that) ..." """
    for i in range(at + 1, min(at + 9, len(sentence.tokens))):
        if sentence.word(i) in ("is", "was") and {"thing", "things", "what"} & set(sentence.words(max(0, at - 8), at)):
            extent = extent_from(sentence, i + 1 + (sentence.word(i + 1) == "that"))
            return Complement(extent, None, "cleft") if extent else None
        if sentence.word(i) in (",", "."):
            return None
    return None


def _passive(verb: _Verb) -> Iterator[Frame]:
    """ "The plan was rejected by the council": the content stands before, the holder behind "by"."""
    sentence, at, cue = verb.sentence, verb.at, VERBS[verb.word][-1]
    subject, by = sentence.subject(at), sentence.find(("by",), range(at + 1, min(at + 8, len(sentence.tokens))))
    if by is None or subject is None or _UNCERTAIN & verb.beside:
        return
    if by > at + 1 and cue.act in ("offer", "promise", "demand") and {"d", "a"} & {*cue.complements}:
        yield from _given(verb, by, subject)
        return
    to_do = sentence.find(("to",), range(by + 2, by + 10)) if by == at + 1 and "a" in cue.complements else None
    extent = extent_from(sentence, (to_do or by) + 1)
    if extent is None or (to_do is None and {"n", "e"}.isdisjoint(cue.complements)):
        return
    behind = sentence.place(extent.first, extent.last)
    frame = Frame(
        act=cue.act,
        cue=verb.place(),
        holder=behind,
        toward=None,
        content=subject,
        condition=extent.condition,
        rule="passive",
    )
    if to_do:  # "was asked by the mayor to resign"
        frame = frame._replace(holder=sentence.place(by + 1, to_do), toward=subject, content=behind)
    yield frame


def _given(verb: _Verb, by: int, subject: Place) -> Iterator[Frame]:
    """ "The miners were offered two days by the mill", "were asked to wait by the mayor": the subject is addressed."""
    sentence, first = verb.sentence, behind_adverbs(verb.sentence, verb.at + 1)
    asked, extent = sentence.word(first) == "to", extent_from(sentence, by + 1)
    given = sentence.word(first) in DETERMINERS or sentence.is_number(first)
    cue = next((cue for cue in VERBS[verb.word] if ("a" if asked else "d") in cue.complements), None)
    if cue and extent and by > first + asked and (asked or given):
        yield Frame(
            act=cue.act,
            cue=verb.place(),
            holder=sentence.place(extent.first, extent.last),
            toward=subject,
            content=sentence.place(first + asked, by),
            condition=extent.condition,
            rule="passive",
        )


def _relative(verb: _Verb, cue: Cue) -> Iterator[Frame]:
    """ "The bill, which the union opposes, ...": the content is what "which" stands for."""
    sentence, subject = verb.sentence, verb.sentence.subject(verb.at)
    first = sentence.at(subject[0]) if subject else 0
    if subject is None or sentence.word(first - 1) != "which" or sentence.word(verb.at + 1).isalnum() or verb.negated:
        return
    if content := sentence.subject(first):
        yield Frame(
            act=cue.act,
            cue=verb.place(),
            holder=subject,
            toward=None,
            content=content,
            condition=None,
            rule="which",
            modality=verbal(sentence, verb.at, verb.passed, reported=False),
        )
