"""Acts shown by verbs and adjectives: "urged the board to ...", "is ready to ...", "was rejected by ...", and the
like."""

from collections.abc import Iterator

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
from onrecord.readings.positions.frames import Frame, is_denied, is_hypothetical, is_inverted, reported_by
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
_DEFEATING = lexicon.words("acting_verbs.defeating")  # what votes do to a bill, or to a veto
_DOCUMENTS = lexicon.words("documents.sent")


def verb_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    first = at
    while (
        sentence.word(first) in ADJECTIVES
        and sentence.word(first - 1) == "and"
        and sentence.word(first - 2) in ADJECTIVES
    ):
        first -= 2  # "ready and willing"
    before, passed = sentence.before_verb(first)
    word = sentence.word(at)
    if not _may_be_predicate(sentence, at, before, passed):
        return
    being = bool((BE | _SEEMING) & set(passed)) and "do" not in passed
    later = behind_adverbs(sentence, at + 1)
    for cue in VERBS[word]:
        fits = being if cue.adjective else word.endswith("ing") or not being
        behind = at + 1 if sentence.follows(at + 1, cue.more) else later
        if fits and sentence.follows(behind, cue.more):
            found = complement(sentence, cue, behind + len(cue.more))
            if found is None and cue.act == "promise" and not cue.adjective:
                found = _cleft(sentence, at)
            if found is None and {"n", "e"} & {*cue.complements} and not cue.more:
                yield from _relative(sentence, at, cue, passed)
            if found:
                found = found._replace(extent=_within_relative(sentence, before, found.extent))
                frame = (
                    None if _is_gapped(sentence, found.extent) else _active(sentence, (first, at), cue, found, passed)
                )
                if frame:
                    yield frame
                return
    if being and not word.endswith("ing") and not VERBS[word][-1].adjective and not VERBS[word][-1].more:
        yield from _passive(sentence, at, passed)


def _within_relative(sentence: Sentence, before: int, extent: Extent) -> Extent:
    """ "Members who opposed the bill had asked ...": the clause of "who" ends where its sentence takes up its own
    verb."""
    if sentence.word(before) not in ("who", "that", "which"):
        return extent
    for at in range(extent.first + 1, extent.last):
        if sentence.word(at) in RELATIVES | {"and", "or"} or sentence.word(at) in PRONOUNS:
            return extent
        if sentence.word(at) == "," and sentence.word(before - 1) == "," and is_new_verb(sentence, at + 1):
            return Extent(extent.first, at, None)
        if sentence.word(at) in FINITE:
            return Extent(extent.first, at, None)
    return extent


def _is_gapped(sentence: Sentence, extent: Extent) -> bool:
    """ "A bill that they plan to vote on": the content stands before its verb, and what is read behind it is no
    whole."""
    last = extent.last
    while last - extent.first > 1 and (sentence.word(last - 1) in DAYS or sentence.word(last - 1) in _WHEN):
        last -= 2 if sentence.word(last - 1) in DAYS and sentence.word(last - 2) == "on" else 1
    return (
        extent.last - extent.first > 1 and sentence.word(last - 1) in _STRANDED and sentence.region(last - 1) == OUTSIDE
    )


def _may_be_predicate(sentence: Sentence, at: int, before: int, passed: list[str]) -> bool:
    word, ahead = sentence.word(at), sentence.word(before)
    if (
        _OBLIGED & set(passed)
        or passed[-2:] in (["were", "to"], ["was", "to"])
        or (word in OPPOSING and "to" in passed and ahead in VERBS)
    ):
        return False
    if passed[-1:] == ["to"] and not _GOES_ON & set(passed) and "going" not in passed:
        return _is_purpose(sentence, at, ahead)
    if all(cue.adjective for cue in VERBS[word]):
        return bool((BE | _SEEMING) & set(passed))
    if not word.endswith("ing") and sentence.word(at - 1) in _BEFORE_NOUNS:
        return False
    if ahead in ("and", "or") and not word.endswith(("s", "ed", "ing")) and "to" in sentence.words(at - 15, at):
        return False  # "asked them to come and support it": as little of their own as "come"
    if sentence.word(at - 1) in _DETERMINING:
        return False
    if ahead in ("the", "a", "an", "'s") and not word.endswith("ing"):
        return False  # "the June 19 vote for", "the now rejected plan"
    if sentence.follows(before - 2, ("in", "exchange", "for")) or sentence.follows(before - 2, ("in", "return", "for")):
        return False  # the condition of another act
    if ahead in ("who", "that") and sentence.word(before - 1) != "," and _tells_which(sentence, at, before):
        return False  # "members who support it": which members
    if _only_looks_like(sentence, at, before, passed):
        return False
    return ahead not in ("if", "whether") and not sentence.capital(at) and _agrees(sentence, at, before, passed)


def _only_looks_like(sentence: Sentence, at: int, before: int, passed: list[str]) -> bool:
    """ "Talked about pulling out of it", "stopped short of calling for it": not done; "announced plans": a noun; "likes
    them to"."""
    word, ahead = sentence.word(at), sentence.word(before)
    helped = bool(AUXILIARIES & set(passed))
    undone = ahead in _NOT_DONE or sentence.follows(before - 1, ("short", "of"))
    return (
        (undone and word.endswith("ing") and not helped and not NEGATIONS & set(passed))
        or (ahead in SAYING and word in NOUNS and not helped and before == at - 1)
        or (word in _LIKING and not {"would", "'d"} & set(passed))
    )


def _tells_which(sentence: Sentence, at: int, before: int) -> bool:
    act, word = VERBS[sentence.word(at)][0].act, sentence.word(at)
    return act == "accept" or (word.startswith("oppose") and not sentence.capital(before - 1))


def _agrees(sentence: Sentence, at: int, before: int, passed: list[str]) -> bool:
    """Whether a word that may be a noun as well agrees in number with what stands before it: "Unions demand", not
    "Union demand"."""
    word, ahead = sentence.word(at), sentence.word(before)
    if word.endswith(("ed", "ing")) or AUXILIARIES & set(passed) or "to" in passed or not ahead.isalpha():
        return not (ahead.isdigit() and word in _BASES and not passed)  # "the June 19 vote for"
    plural = ahead.endswith("s") and not ahead.endswith(("ss", "us", "is"))
    if word in _AGREEING:
        subject = sentence.subject(at)
        inverted = subject is not None and is_inverted(sentence, subject)  # "at no point did the union threaten"
        return inverted or plural or ahead in _MANY or ahead in RELATIVES or "and" in sentence.words(before - 6, before)
    return not (plural and not sentence.capital(before)) and not ahead.isdigit() and ahead not in _NUMBERS


def _is_purpose(sentence: Sentence, at: int, ahead: str) -> bool:
    """ "wrote to the board to demand ...", "went on to urge ...": not what another is asked, or refuses, to do."""
    demanding = VERBS[sentence.word(at)][0].act == "demand"
    governing = {sentence.word(i) for i in range(max(at - 10, 0), at) if sentence.word(i - 1) not in ARTICLES}
    return demanding and not governing & _GOVERNING and ahead not in ADJECTIVES


def _active(
    sentence: Sentence, cue_words: tuple[int, int], cue: Cue, found: Complement, passed: list[str]
) -> Frame | None:
    first, at = cue_words
    participle = sentence.word(at).endswith("ing") and not AUXILIARIES & set(passed) and not cue.adjective
    subject = _subject(sentence, cue_words, passed, participle=participle)
    if (
        subject is None
        or (found.rule != "cleft" and is_hypothetical(sentence, subject))
        or not _is_meant(sentence, at, cue, found)
    ):
        return None
    meant = _meant(sentence, at, cue, found.extent, subject)
    if meant is None or _is_of_others(sentence, at, meant, (subject, passed)):
        return None
    act, cue_end, extent = meant
    denied = is_denied(sentence, subject)
    spared = sentence.word(sentence.before_verb(first)[0]) == "without"  # "without offering a way out"
    negated = denied != (spared or bool(NEGATIONS & set(passed)) or is_inverted(sentence, subject))
    unwanted = act == "demand" and sentence.word(at).startswith("want")
    if negated and not denied and (act == "accept" or unwanted or (act == "offer" and cue.adjective)):
        act, negated = "refuse", False
    if participle and _DOCUMENTS & set(sentence.words(first - 12, first)):
        subject = sentence.leading(at) or subject  # "sent the board a letter asking for ..."
    reporter = reported_by(sentence, subject)[0]
    reduced = (
        sentence.word(first - 1).endswith("s") and sentence.word(first - 1) not in _DOCUMENTS
    )  # "migrants seeking ..."
    return Frame(
        act=act,
        cue=sentence.place(first, cue_end),
        holder=subject,
        reporter=reporter,
        otherwise=sentence.leading(at) if participle and not reduced else None,
        toward=found.toward,
        content=sentence.place(extent.first, extent.last),
        condition=extent.condition or leading_condition(sentence, at),
        rule=found.rule,
        negated=negated,
        modality="denied" if denied else verbal(sentence, first, passed, reported=reporter is not None),
        backshifted="would" in passed and "have" not in passed,
    )


def _is_of_others(sentence: Sentence, at: int, meant: tuple[Act, int, Extent], clause: tuple[Place, list[str]]) -> bool:
    """ "Migrants seeking asylum" are who they are; "a deal that could threaten the harbour" does nothing; "hoped that
    she would veto it" is the hope of another. `clause`: the subject, and the auxiliaries and adverbs of the verb."""
    (act, _, extent), (subject, passed) = meant, clause
    helped = AUXILIARIES & set(passed)
    seeking = sentence.word(at) == "seeking" and not helped and sentence.word(at - 1) != ","
    harming = act == "threaten" and sentence.word(extent.first) != "to" and bool(_UNCERTAIN & set(passed))
    wished = {"would", "will", "'ll"} & set(passed) and reported_by(sentence, subject)[1].startswith(_WISHED)
    return seeking or harming or bool(wished)


def _meant(sentence: Sentence, at: int, cue: Cue, extent: Extent, subject: Place) -> tuple[Act, int, Extent] | None:
    """The act that the verb's own complement makes of it ("promised to oppose", "voted against"), where its cue ends,
    and what it is about; None if that is no act: "it promises to be a long race"."""
    act, cue_end = cue.act, at + 1 + (len(cue.more) if sentence.follows(at + 1, cue.more) else 0)
    verb = sentence.word(extent.first + 1) if sentence.word(extent.first) == "to" else ""
    votes = cue.complements == "t" and sentence.word(at).startswith("vot")
    if (act in ("refuse", "offer") and verb in OF_SPEAKING) or ((act == "threaten" or votes) and verb in NOT_PROMISED):
        return None
    if act == "promise" and verb == "be" and sentence.text[slice(*subject)].casefold() in ("it", "this", "that"):
        return None
    if act == "promise" and verb in OPPOSING and extent.last - extent.first > 2:
        act, cue_end, extent = "refuse", extent.first + 2, extent._replace(first=extent.first + 2)
    elif votes:
        act, extent = _voted(sentence, extent, verb)
    elif verb in HARMING and (act == "promise" or (act == "offer" and cue.adjective)):
        act = "threaten"
    return act, cue_end, without(sentence, extent) if act == "refuse" and verb else extent


def _subject(sentence: Sentence, cue_words: tuple[int, int], passed: list[str], *, participle: bool) -> Place | None:
    """Who acts: for a purpose ("to demand ...") and a participle the subject of what they hang on."""
    first, at = cue_words
    purpose = sentence.word(first - 1) == "to" and not _GOES_ON & set(passed)
    own = None if purpose else sentence.subject(first)
    return sentence.leading(at) if own is None and (purpose or participle) else own


def _voted(sentence: Sentence, extent: Extent, verb: str) -> tuple[Act, Extent]:
    """What a vote "to" do something is, and for or against what: "voted to approve the plan" accepts the plan."""
    against = verb in OPPOSING | _DEFEATING
    whole = not against and (verb not in ENDORSING or sentence.word(extent.first + 2) in PREPOSITIONS)
    return "refuse" if against else "accept", extent if whole else extent._replace(first=extent.first + 2)


def _is_meant(sentence: Sentence, at: int, cue: Cue, found: Complement) -> bool:
    """Not an opinion ("insisted that it was late", "agreed that it was late", "dismissed it as late")."""
    word, extent = sentence.word(at), found.extent
    if word.startswith(("dismiss", "reject")):
        return "as" not in sentence.words(extent.first, extent.last + 1)
    if word.startswith("seek") or word == "sought":
        return extent.last - extent.first > 1
    near = sentence.words(extent.first, min(extent.first + 14, extent.last))
    first = next((word for word in near if word in AUXILIARIES | WILL_NOT), "")
    if word.startswith(("assur", "guarant", "swear", "swor")) and sentence.word(extent.first) != "to":
        return first not in _STATING  # "I can assure you that it was late"
    if (
        word.startswith(("insist", "agree"))
        and "c" in cue.complements
        and sentence.word(extent.first) not in ("to", "not")
    ):
        return first not in _STATING | _FORETELLING and (bool(first) or word.startswith("insist"))
    return True


def _cleft(sentence: Sentence, at: int) -> Complement | None:
    """ "One thing he promised me is (that) ..." """
    for i in range(at + 1, min(at + 9, len(sentence.tokens))):
        if sentence.word(i) in ("is", "was") and {"thing", "things", "what"} & set(sentence.words(max(0, at - 8), at)):
            extent = extent_from(sentence, i + 1 + (sentence.word(i + 1) == "that"))
            return Complement(extent, None, "cleft") if extent else None
        if sentence.word(i) in (",", "."):
            return None
    return None


def _passive(sentence: Sentence, at: int, passed: list[str]) -> Iterator[Frame]:
    """ "The plan was rejected by the council": the content stands before, the holder behind "by"."""
    cue, subject = VERBS[sentence.word(at)][-1], sentence.subject(at)
    by = next((i for i in range(at + 1, min(at + 8, len(sentence.tokens))) if sentence.word(i) == "by"), None)
    if by is None or subject is None or _UNCERTAIN & set(passed):
        return
    asked = next((i for i in range(by + 2, by + 10) if sentence.word(i) == "to"), None) if by == at + 1 else None
    if by > at + 1 and cue.act in ("offer", "promise", "demand") and {"d", "a"} & {*cue.complements}:
        yield from _given(sentence, (at, by), subject)
        return
    extent = extent_from(sentence, (asked if "a" in cue.complements and asked else by) + 1)
    stated = not {"n", "e"}.isdisjoint(cue.complements)
    if extent is None or not (stated or "a" in cue.complements) or (not stated and asked is None):
        return
    to_do = "a" in cue.complements and asked is not None
    yield Frame(
        act=cue.act,
        cue=sentence.place(at, at + 1),
        holder=sentence.place(by + 1, asked) if asked and to_do else sentence.place(extent.first, extent.last),
        toward=subject if to_do else None,
        content=sentence.place(extent.first, extent.last) if to_do else subject,
        condition=extent.condition,
        rule="passive",
    )


def _given(sentence: Sentence, words: tuple[int, int], subject: Place) -> Iterator[Frame]:
    """ "The miners were offered two days by the mill", "were asked to wait by the mayor": the subject is addressed."""
    at, by = words
    first = behind_adverbs(sentence, at + 1)
    asked, extent = sentence.word(first) == "to", extent_from(sentence, by + 1)
    given = sentence.word(first) in DETERMINERS or sentence.word(first)[:1].isdigit() or sentence.word(first)[:1] == "$"
    cue = next((cue for cue in VERBS[sentence.word(at)] if ("a" if asked else "d") in cue.complements), None)
    if cue and extent and by > first + asked and (asked or given):
        yield Frame(
            act=cue.act,
            cue=sentence.place(at, at + 1),
            holder=sentence.place(extent.first, extent.last),
            toward=subject,
            content=sentence.place(first + asked, by),
            condition=extent.condition,
            rule="passive",
        )


def _relative(sentence: Sentence, at: int, cue: Cue, passed: list[str]) -> Iterator[Frame]:
    """ "The bill, which the union opposes, ...": the content is what "which" stands for."""
    subject = sentence.subject(at)
    first = sentence.at(subject[0]) if subject else 0
    if (
        subject is None
        or sentence.word(first - 1) != "which"
        or sentence.word(at + 1).isalnum()
        or NEGATIONS & {*passed}
    ):
        return
    if content := sentence.subject(first):
        yield Frame(
            act=cue.act,
            cue=sentence.place(at, at + 1),
            holder=subject,
            toward=None,
            content=content,
            condition=None,
            rule="which",
            modality=verbal(sentence, at, passed, reported=False),
        )
