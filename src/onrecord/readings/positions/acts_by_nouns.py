"""Acts shown by nouns: "their demand for ...", "the offer of ...", "no intention of ...", and the like."""

from collections.abc import Iterator

from onrecord.readings.positions.acts import NOUNS, OPPOSING
from onrecord.readings.positions.clauses import Sentence
from onrecord.readings.positions.complements import Complement, complement
from onrecord.readings.positions.extents import Extent, leading_condition
from onrecord.readings.positions.frames import Frame
from onrecord.readings.positions.modality import nominal
from onrecord.readings.positions.words import ARTICLES, AUXILIARIES, NO_OBJECT, POSSESSIVES, PREPOSITIONS
from onrecord.text import lexicon
from onrecord.text.spans import Place
from onrecord.types import Act

_RECEIVING = lexicon.words("acting_verbs.receiving")
_GROWING = lexicon.words("acting_verbs.growing")
_MAKING = lexicon.words("acting_verbs.making")
_EXPRESSING = lexicon.words("acting_verbs.expressing")  # "voiced support for", "signalled openness to"
_NO_ADJECTIVES = ARTICLES | POSSESSIVES | AUXILIARIES | NO_OBJECT | _EXPRESSING
_OF_PEOPLE = POSSESSIVES | {"the"}
_APOSTROPHES = frozenset(("'s", "'", "’"))
_OWNED = ARTICLES | POSSESSIVES | _APOSTROPHES | _EXPRESSING
_AFTER_MANY = PREPOSITIONS | _RECEIVING | _GROWING  # a plural behind these is a noun


def is_noun(sentence: Sentence, at: int) -> bool:
    if sentence.word(at).endswith("s") and sentence.word(at - 1) in _AFTER_MANY:
        return True
    owned = sentence.word(_modified_from(sentence, at) - 1) in _OWNED
    return owned or sentence.word(at + 1) in ("by", "from") or _people(sentence, at)


def _modified_from(sentence: Sentence, at: int) -> int:
    """The first of the adjectives before a noun."""
    first = at
    while first > 0 and at - first < 3 and _is_adjective(sentence, first - 1):
        if first == at and sentence.word(at - 1).endswith("s"):
            break
        first -= 1
    return first


def _is_adjective(sentence: Sentence, at: int) -> bool:
    word = sentence.word(at)
    return word.isalpha() and word not in _NO_ADJECTIVES and not sentence.capital(at)


def _people(sentence: Sentence, at: int) -> bool:
    """ "Tovrian demands": a capitalised adjective right before the noun."""
    return (
        sentence.capital(at - 1)
        and len(sentence.word(at - 1)) > 4
        and sentence.word(at - 1).endswith(("an", "ese", "ish", "i", "ch"))
    )


def noun_frames(sentence: Sentence, at: int) -> Iterator[Frame]:
    if _is_only_planned(sentence, at) or not is_noun(sentence, at):
        return
    owner, cue_first, negated = possessor(sentence, at)
    behind, agent = _behind_by(sentence, at + 1)
    behind, toward = _behind_to(sentence, behind)
    behind = sentence.when(behind)  # "voiced support in recent days for"
    for cue in NOUNS[sentence.word(at)]:
        following = (
            complement(sentence, cue, behind + len(cue.more), noun=True) if sentence.follows(behind, cue.more) else None
        )
        if following is None:
            continue
        holder = agent or owner
        if holder is None:
            following, holder = _from_whom(sentence, following)
        if holder:
            act, extent = _acted(sentence, cue.act, following.extent, negated=negated)
            yield Frame(
                act=act,
                cue=sentence.place(cue_first, at + 1),
                holder=holder,
                toward=following.toward or toward,
                content=sentence.place(extent.first, extent.last),
                condition=extent.condition or leading_condition(sentence, at),
                rule="noun",
                negated=negated and act == cue.act,
                modality=nominal(sentence, _phrase_from(sentence, holder, at), at),
            )
            return


def _is_only_planned(sentence: Sentence, at: int) -> bool:
    """ "Its plan to close the mill" may be anything that is planned; "announced plans to" commits."""
    before = sentence.word(_modified_from(sentence, at) - 1)
    return sentence.word(at).startswith("plan") and before != "no" and before not in _EXPRESSING


def _acted(sentence: Sentence, act: Act, extent: Extent, *, negated: bool) -> tuple[Act, Extent]:
    """What a promise "to oppose" something, or "no" promise, is: a refusal."""
    if act != "promise":
        return act, extent
    if sentence.word(extent.first + 1) in OPPOSING and extent.last > extent.first + 2:
        return "refuse", extent._replace(first=extent.first + 2)
    return "refuse" if negated else act, extent


def _phrase_from(sentence: Sentence, holder: Place, at: int) -> int:
    """The token where the phrase of a noun begins: with its possessor, or else its article."""
    first = _modified_from(sentence, at)
    owned = sentence.word(first - 1) in _APOSTROPHES or sentence.at(holder[1]) == at
    return min(sentence.at(holder[0]), first) if owned else first - 1


def _from_whom(sentence: Sentence, following: Complement) -> tuple[Complement, Place | None]:
    """ "calls for a recount from the union": who stands at the end of what is asked."""
    first, last, condition = following.extent
    many = sentence.capital(last - 1) or sentence.word(last - 1).endswith("s")
    for at in range(last - 2, first, -1):
        if sentence.word(at) in ("from", "by") and (many or sentence.capital(at + 1)):
            return following._replace(extent=Extent(first, at, condition)), sentence.place(at + 1, last)
    return following, None


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


def _behind_to(sentence: Sentence, at: int) -> tuple[int, Place | None]:
    """ "an offer to the union of ...", "an ultimatum to the president to ...": whom it is made to, if its content
    follows."""
    if sentence.word(at) != "to" or not (sentence.word(at + 1) in _OF_PEOPLE or sentence.capital(at + 1)):
        return at, None
    for last in range(at + 2, min(at + 8, len(sentence.tokens))):
        if sentence.word(last) in ("to", "for", "that") or (
            sentence.word(last) == "of" and sentence.word(last + 1) in ARTICLES
        ):
            return last, sentence.place(at + 1, last)
        if sentence.word(last) in NO_OBJECT:
            break
    return at, None


def possessor(sentence: Sentence, at: int) -> tuple[Place | None, int, bool]:
    """Who the noun belongs to, where its cue begins, and whether it is denied ("no intention")."""
    first = _modified_from(sentence, at)
    before = sentence.word(first - 1)
    if before in ARTICLES and not _people(sentence, at) and _makes(sentence.word(first - 2)):
        negated = before == "no"
        return sentence.subject(first - 2), first - 1 if negated else at, negated
    return _owner(sentence, first, at), at, False


def _owner(sentence: Sentence, first: int, at: int) -> Place | None:
    """Who the noun at token `at`, whose adjectives begin at `first`, belongs to, or expresses it."""
    before = sentence.word(first - 1)
    if before in POSSESSIVES:
        doer = _doer(sentence, first - 2) if before in ("its", "their") else sentence.blamed(first - 2)
        return doer or sentence.place(first - 1, first)
    if before in _APOSTROPHES and first > 1:
        start = first - 2
        while start > 0 and (sentence.capital(start - 1) or sentence.word(start - 1) in (".", "the")):
            start -= 1
        return sentence.place(start, first - 1)
    if _people(sentence, at):
        start = at - 1
        while sentence.capital(start - 1):
            start -= 1
        return sentence.place(start, at)
    return sentence.subject(first - 1) if before in _EXPRESSING else None


def _makes(verb: str) -> bool:
    return verb in _MAKING or (verb.endswith("ed") and verb not in _RECEIVING)


def _doer(sentence: Sentence, verb: int) -> Place | None:
    """ "The regulators have given their consent": whose consent it is. What is received or judged may be another's."""
    return sentence.subject(verb) if _makes(sentence.word(verb)) and sentence.word(verb) != "have" else None
