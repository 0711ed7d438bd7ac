"""Which statements render one utterance.

Groups are grown, not paired: the fullest statements first, each compared only with the few representatives of groups
that share its rarest runs of words, so that the cost stays near linear in the number of statements. A statement that matches
several groups joins them: a full quotation holds together the fragments of it that other accounts print.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations, product, starmap
from typing import Literal, NamedTuple

from onrecord.collation.alignment import Likeness, likeness
from onrecord.collation.occasions import apart
from onrecord.collation.witnesses import Speaker, Witness, opposed
from onrecord.text.words import EVERYDAY_WORDS, is_content

State = Literal["same", "probable"]

_CANDIDATES = 8  # representatives that one statement is compared with
_REPRESENTATIVES = 12  # of one group; more would make large groups cost their square
_COMMON = 100  # representatives that have one run of words; what more of them share tells none from another
_TELLING = 8  # letters; a shorter word by itself is too common to be told without its speaker
_RUN = 3  # words that two statements must have in a row
_LONG_RUN = 8  # words; so many in a row are hardly said twice, whatever stands around them
_SHORT = 4  # words; a shorter quotation needs more than its words to be told
_VERBATIM = 12  # words; a run of so many outweighs a speaker who was told from something else than a name
_VERBATIM_WHOLE = 8  # the same where neither has a word more
SPEAKERS_DIFFER = "verbatim-speakers-differ"


class Utterance(NamedTuple):
    """Statements that render one utterance, in reading order, how sure that is, and by which rule."""

    members: tuple[Witness, ...]
    state: State
    rule: str = "shared-words"


def utterances(found: Iterable[Witness], unquoted: Container[str] = frozenset()) -> tuple[Utterance, ...]:
    """Group the quotations among `found`; statements that stand alone make no group. In reading order.

    `unquoted` holds the words and pairs of words that the accounts use in their own voice: a short quotation of such
    words may be quoted from anybody.
    """
    quoted = [w for w in found if w.statement.form != "indirect" and w.keys and not w.title]
    groups = _Groups(quoted, unquoted)
    for witness in sorted(quoted, key=lambda w: (-len(w.keys), w.keys, w.order)):
        groups.add(witness)
    return tuple(sorted(groups.utterances(), key=lambda u: u.members[0].order))


def verdict(a: Witness, b: Witness, like: Likeness) -> State | None:
    """Whether two statements of this likeness are one utterance; None is no.

    Two named speakers are never one; where a pronoun or a description stands for one of them, the same words in a long
    run are probably one utterance, for whom it stands for is easily mistaken. What is said to be of two days, or written
    here and spoken there, is at most probable: an account may err in it, and a letter may be read aloud.
    """
    if opposed(a.speaker, b.speaker) and not (_unsure(a.speaker, b.speaker) and _verbatim(a, b, like)):
        return None
    state = _by_words(a, b, like)
    if apart(a.occasion, b.occasion):
        return "probable" if state == "same" else None
    return "probable" if state and a.speaker and b.speaker and a.speaker.actor != b.speaker.actor else state


def _unsure(a: Speaker | None, b: Speaker | None) -> bool:
    return not (a and b and a.named and b.named)


def _verbatim(a: Witness, b: Witness, like: Likeness) -> bool:
    """Whether two accounts have so many of the same words in a row that two persons will not have said them."""
    whole = like.run == len(a.keys) == len(b.keys)
    return a.account != b.account and like.content >= _RUN and like.run >= (_VERBATIM_WHOLE if whole else _VERBATIM)


def _by_words(a: Witness, b: Witness, like: Likeness) -> State | None:
    if a.account == b.account:
        return "same" if like.whole and like.content else None
    telling = like.content >= 2 and (like.whole or like.run + like.content >= 2 * _RUN)
    enough = like.run >= _RUN and (telling or (like.content >= 1 and like.run >= 2 * _RUN))
    if enough and like.score >= 0.9 and (like.share >= 0.4 or like.run >= 5):
        return "same"
    if enough and like.score >= 0.76 and like.run >= 4 and like.share >= 0.3:
        return "probable"
    unbroken = like.run >= _LONG_RUN and like.content >= _RUN
    return "probable" if unbroken or _share_a_sentence(a, b) else None


def _likeness(fuller: Witness, witness: Witness) -> Likeness:
    """Likeness of two statements; the commonest case, words that stand unbroken in the fuller one, is told at once."""
    if witness.line in fuller.line:
        return Likeness(1.0, len(witness.keys), len(set(filter(is_content, witness.keys))), 1.0)
    return likeness(fuller.keys, witness.keys)


def _share_a_sentence(a: Witness, b: Witness) -> bool:
    """Whether a whole sentence of one stands unbroken in the other: each may go on before and after it differently."""
    return any(sentence in b.line for sentence in a.sentences) or any(sentence in a.line for sentence in b.sentences)


def _anybodys(witness: Witness) -> bool:
    """Whether the words are so few and so common that only their speaker could tell them."""
    content = [word for word in witness.keys if is_content(word)]
    return EVERYDAY_WORDS.issuperset(content) or (len(content) == 1 and len(content[0]) < _TELLING)


@dataclass(slots=True)
class _Group:
    members: list[Witness]
    representatives: list[Witness]
    speakers: frozenset[Speaker]
    state: State = "same"


_Compared = tuple[Witness, Likeness]


class _Match(NamedTuple):
    other: Witness
    like: Likeness
    state: State


class _Groups:
    """The groups so far, and an index from runs of words to the representatives that have them."""

    def __init__(self, quoted: Sequence[Witness], unquoted: Container[str]) -> None:
        self._unquoted = unquoted
        frequency = Counter(word for w in quoted for word in set(w.keys) if is_content(word))
        total = len(quoted)
        self._rarity = {word: math.log(1 + total / count) for word, count in frequency.items()}
        self._index: dict[tuple[str, ...], list[Witness]] = defaultdict(list)
        self._group: dict[int, _Group] = {}

    def add(self, witness: Witness) -> None:
        """Put `witness` into the groups it matches, or into one of its own."""
        compared = [(other, _likeness(other, witness)) for other in self._candidates(witness)]
        alike = self._alike(witness, compared) if len(witness.words) >= _SHORT else []
        self._place(witness, alike or self._contained(witness, compared))

    def _alike(self, witness: Witness, compared: Sequence[_Compared]) -> list[_Match]:
        states = [(other, like, verdict(other, witness, like)) for other, like in compared]
        found = [_Match(other, like, state) for other, like, state in states if state]
        # What one group prints whole is not drawn to a second by words that are merely alike.
        if any(match.like.whole for match in found):
            found = [match for match in found if match.like.whole]
        return sorted(found, key=lambda m: (-m.like.score, -m.like.share, m.other.order))

    def _contained(self, witness: Witness, compared: Sequence[_Compared]) -> list[_Match]:
        """A few words are told by whose they are or by being rare, and by standing unbroken in one group alone."""
        few = len(witness.words) < _SHORT
        if few and " ".join(filter(is_content, witness.keys)) in self._unquoted:
            return []
        found = []
        common = few and _anybodys(witness)
        for other, like in compared:
            known = other.speaker and witness.speaker
            theirs = bool(other.speaker and witness.speaker and other.speaker.actor == witness.speaker.actor)
            if like.run == len(witness.keys) and like.content and (theirs or not (known or common)):
                found.append(_Match(other, like, "same" if theirs or like.content > 1 else "probable"))
        return found if len({id(self._group[m.other.order]) for m in found}) == 1 else []

    def _place(self, witness: Witness, matches: Sequence[_Match]) -> None:
        group = self._group[witness.order] = _Group([witness], [], frozenset(filter(None, (witness.speaker,))))
        covered = False
        for other, like, state in matches:
            known = self._group[other.order]
            judged = bool(other.speaker and witness.speaker)
            if known is group or _kept_apart(known, group, unless_unsure=judged):
                continue
            group = _joined(known, group, state)
            self._group.update((member.order, group) for member in group.members)
            covered = covered or like.whole
        if not covered and len(group.representatives) < _REPRESENTATIVES:
            group.representatives.append(witness)
            for feature in (*self._features(witness, short=False), *self._features(witness, short=True)):
                if len(self._index[feature]) < _COMMON:
                    self._index[feature].append(witness)

    def utterances(self) -> Iterator[Utterance]:
        for group in {id(g): g for g in self._group.values()}.values():
            if len({w.account for w in group.members}) > 1:
                rule = SPEAKERS_DIFFER if any(starmap(opposed, combinations(group.speakers, 2))) else "shared-words"
                yield Utterance(tuple(sorted(group.members, key=lambda w: w.order)), group.state, rule)

    def _candidates(self, witness: Witness) -> list[Witness]:
        shared: dict[int, float] = defaultdict(float)
        by_order: dict[int, Witness] = {}
        for feature, weight in self._features(witness, short=len(witness.keys) < _RUN).items():
            for other in self._index.get(feature, ()):
                shared[other.order] += weight
                by_order[other.order] = other
        best = nsmallest(_CANDIDATES, shared, key=lambda order: (-shared[order], order))
        return [by_order[order] for order in best]

    def _features(self, witness: Witness, *, short: bool) -> dict[tuple[str, ...], float]:
        """Runs of three words with a content word among them, which any two that match must share, and their rarity;
        of what is shorter the content words."""
        keys = witness.keys
        size = 1 if short else _RUN
        runs = {keys[i : i + size] for i in range(len(keys) - size + 1)}
        rarity = {run: sum(self._rarity.get(word, 0.0) for word in run) for run in runs}
        return {run: rarity[run] for run in sorted(rarity) if rarity[run]}


def _kept_apart(known: _Group, group: _Group, *, unless_unsure: bool) -> bool:
    """Whether two groups have two speakers; with `unless_unsure` only those count that are both named."""
    pairs = [pair for pair in product(known.speakers, group.speakers) if opposed(*pair)]
    return any(not (unless_unsure and _unsure(*pair)) for pair in pairs)


def _joined(known: _Group, group: _Group, state: State) -> _Group:
    return _Group(
        known.members + group.members,
        known.representatives + group.representatives,
        known.speakers | group.speakers,
        "probable" if "probable" in (known.state, group.state, state) else "same",
    )
