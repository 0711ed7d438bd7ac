"""Which statements render one utterance.

Groups are grown, not paired: the fullest statements first, each compared only with the few representatives of groups
that share its rarest runs of words, so that the cost stays near linear in the number of statements. A statement that
matches several groups joins them: a full quotation holds together the fragments of it that other accounts print.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations, product, starmap
from typing import Literal, NamedTuple

from onrecord.collation.alignment import Likeness, align, likeness, spelt_alike
from onrecord.collation.occasions import apart
from onrecord.collation.odds_of_sameness import FEW, Usage, sameness
from onrecord.collation.witnesses import Keys, Speaker, Witness, opposed, shared, unsure
from onrecord.text import lexicon
from onrecord.text.words import is_content

State = Literal["same", "probable"]

_CANDIDATES = 8  # representatives that one statement is compared with
_RIVALS = 4  # statements of one account that have one run of words
_REPRESENTATIVES = 12  # of one group; more would make large groups cost their square
_COMMON = 100  # representatives that have one run of words; what more of them share tells none from another
_KEPT = 50_000  # likenesses that are remembered
_MOST_COMPARED = 12_000_000  # words of the pairs of statements that are compared in one record
_RUN = 3  # words that two statements must have in a row, or all of the shorter one
_LONG_RUN = 8  # words; so many in a row are hardly said twice, whatever stands around them
_PROBABLE = 0.5  # probability from which two statements are brought together,
_PROBABLE_WORD = 0.7  # a word alone, which even at good odds is often the word of the day, and
_SAME, _SAME_FEW = 0.85, 0.8  # from which nothing is said of a doubt: of events left out 98 in 100 such pairs are right
_AGAIN = 0.9  # likeness from which an account prints one saying twice
_VERBATIM = 12  # words; a run of so many outweighs that two speakers are given for them
_VERBATIM_WHOLE = 8  # the same where neither has a word more, and one speaker was told from something else than a name
_FIRST = lexicon.words("clause_words.first_person")
_THIRD = lexicon.words("clause_words.third_person_in_reports")
SPEAKERS_DIFFER = "verbatim-speakers-differ"


class Utterance(NamedTuple):
    """Statements that render one utterance, in reading order, how sure that is, and by which rule."""

    members: tuple[Witness, ...]
    state: State
    rule: str = "shared-words"
    doubtful: tuple[Witness, ...] = ()
    """Of members that are surely of several accounts: those that are only probably of it."""


def utterances(witnesses: Iterable[Witness], known: Usage) -> tuple[tuple[Utterance, ...], int]:
    """Group the quotations among `witnesses`, in reading order, and tell how many were compared with none.

    Statements that stand alone make no group. Where comparing takes more than so many words, the shortest are left.
    """
    quoted = [w for w in witnesses if w.statement.form != "indirect" and w.keys]
    groups = _Groups(known, quoted)
    uncompared = 0
    for witness in sorted(quoted, key=lambda w: (-len(w.keys), w.keys, w.order)):
        uncompared += groups.exhausted
        groups.add(witness)
    return tuple(sorted(groups.utterances(), key=lambda u: u.members[0].order)), uncompared


def verdict(a: Witness, b: Witness, like: Likeness, likely: float) -> State | None:
    """Whether two statements of this likeness are one utterance, which is `likely` (0 to 1); None is no.

    What one account denies is not what another says. A correction is another utterance. Two speakers are not one,
    unless the same words in a long run say that an account errs in one of them: then the utterance is probably one. Two
    that may be one (a body and a person) leave a doubt where few words are shared, and so does a turn of a transcript
    that names nobody for it. Where one says I and the other he, two persons spoke, unless both are given for one. What
    is said to be of two days, or written here and spoken there, is at most probable: an account may err in it, and a
    letter may be read aloud.
    """
    if _are_two(a, b, like):
        return None
    state = _by_words(a, b, like, likely)
    if state and not like.whole and _in_other_person(a, b):
        state = "probable" if shared(a.speaker, b.speaker) else None
    if apart(a.occasion, b.occasion):
        return "probable" if state == "same" else None
    return "probable" if state and _speakers_leave_a_doubt(a, b, like) else state


def _are_two(a: Witness, b: Witness, like: Likeness) -> bool:
    """Whether two statements are two utterances, however likely their words make one of them."""
    if (a.statement.negation is None) != (b.statement.negation is None):
        return True
    if opposed(a.speaker, b.speaker) and not _verbatim(a, b, like):
        return True
    return a.corrects != b.corrects and b.line not in a.line and a.line not in b.line


def _speakers_leave_a_doubt(a: Witness, b: Witness, like: Likeness) -> bool:
    if opposed(a.speaker, b.speaker):
        return True
    if a.speaker and b.speaker:
        return like.run < FEW and not shared(a.speaker, b.speaker)
    return bool(a.speaker or b.speaker) and (_is_unnamed_turn(a) or _is_unnamed_turn(b))


def _verbatim(a: Witness, b: Witness, like: Likeness) -> bool:
    """Whether two accounts have so many of the same words in a row that two persons will not have said them."""
    whole = like.run == len(a.keys) == len(b.keys) and unsure(a.speaker, b.speaker)
    return a.account != b.account and like.content >= _RUN and like.run >= (_VERBATIM_WHOLE if whole else _VERBATIM)


def _is_unnamed_turn(witness: Witness) -> bool:
    return witness.speaker is None and witness.is_turn


def _in_other_person(a: Witness, b: Witness) -> bool:
    """Whether two direct quotations have I and he at one place between the words that both have."""
    if not a.statement.form == b.statement.form == "direct" or not (_may_be_exchanged(a, b) or _may_be_exchanged(b, a)):
        return False
    i = j = 0
    for k, m in align(a.keys, b.keys):
        of_a, of_b = set(a.keys[i:k]), set(b.keys[j:m])
        if (of_a & _FIRST and of_b & _THIRD) or (of_a & _THIRD and of_b & _FIRST):
            return max(k - i, m - j) <= FEW
        i, j = k + 1, m + 1
    return False


def _may_be_exchanged(a: Witness, b: Witness) -> bool:
    return not (_FIRST.isdisjoint(a.keys) or _THIRD.isdisjoint(b.keys))


def comparable(a: Witness, b: Witness, known: Usage) -> Likeness | None:
    """The likeness of two statements; None where they share too little, or words that the accounts use as their own."""
    fuller, shorter = _fuller_first(a, b)
    few = len(shorter.words) < FEW
    if not shorter.keys or (few and " ".join(filter(is_content, shorter.keys)) in known.unquoted):
        return None
    like = _likeness(fuller, shorter)
    enough = like.content and like.run >= min(_RUN, len(shorter.keys))
    name = a.account != b.account and _named(a, b, few=few or len(fuller.words) < FEW)
    return like if enough and not name else None


def _by_words(a: Witness, b: Witness, like: Likeness, likely: float) -> State | None:
    few = min(len(a.words), len(b.words)) < FEW
    unlikely = likely < (_PROBABLE_WORD if min(len(a.keys), len(b.keys)) == 1 else _PROBABLE)
    if a.account == b.account:
        return "same" if _is_said_again(like) and not (few and unlikely) else None
    if unlikely and not _is_long(like):
        return None
    return "same" if likely >= (_SAME_FEW if few else _SAME) else "probable"


def _is_said_again(like: Likeness) -> bool:
    return like.whole and like.content > 0


def _is_long(like: Likeness) -> bool:
    return like.run >= _LONG_RUN and like.content >= _RUN


def _named(a: Witness, b: Witness, *, few: bool) -> bool:
    """Whether one may be the name of a programme or a law: a few words may be a name here and not there."""
    return a.title and b.title if few else a.title or b.title


def _likeness(fuller: Witness, witness: Witness) -> Likeness:
    """Likeness of two statements; the commonest case, words that stand unbroken in the fuller one, is told at once."""
    if all(line in fuller.line for line in witness.lines):
        run = max(line.count(" ") - 1 for line in witness.lines)
        return Likeness(1.0, run, len(set(filter(is_content, witness.keys))), 1.0)
    return likeness(fuller.keys, witness.keys)


@dataclass(slots=True)
class _Group:
    members: list[Witness]
    representatives: list[Witness]
    speakers: set[Speaker]
    said: dict[str, dict[str, Witness]]
    """By account, one witness of each of its different lines."""
    runs: dict[tuple[str, Keys], list[Witness]]
    """By account and run of words, those of these witnesses that have it, of very many a few."""

    def take(self, group: "_Group", *, over: bool) -> None:
        """Put another group into this one. `over`: of two witnesses of one line that of the other is kept."""
        self.members += group.members
        self.representatives += group.representatives
        self.speakers |= group.speakers
        for account, lines in group.said.items():
            known_lines = self.said.setdefault(account, {})
            known_lines.update({line: w for line, w in lines.items() if over or line not in known_lines})
        for feature, having in group.runs.items():
            known = self.runs.setdefault(feature, [])
            known += having[: _RIVALS - len(known)]


class _Match(NamedTuple):
    other: Witness
    like: Likeness
    state: State
    likely: float


class _Groups:
    """The groups so far, and an index from runs of words to the representatives that have them."""

    def __init__(self, known: Usage, quoted: Iterable[Witness]) -> None:
        self._known = known
        self._told: dict[tuple[int, bool], Mapping[Keys, float]] = {}
        self._printed: dict[tuple[str, tuple[str, ...]], list[Witness]] = defaultdict(list)
        for witness in quoted:
            for run in self._features(witness, short=False):
                if len(printed := self._printed[witness.account, run]) < _RIVALS:
                    printed.append(witness)
        self._index: dict[tuple[str, ...], list[Witness]] = defaultdict(list)
        self._group: dict[int, _Group] = {}
        self._surely: dict[int, int] = {}  # each witness, and one that is surely of its utterance
        self._quoted_in = _quoted_in_turns(quoted)
        self._compared = 0  # words
        self._likenesses: dict[tuple[int, int], Likeness] = {}

    @property
    def exhausted(self) -> bool:
        """Whether so much was compared that nothing more is."""
        return self._compared >= _MOST_COMPARED

    def add(self, witness: Witness) -> None:
        """Put `witness` into the groups it matches, or into one of its own. A few words join no two groups. Nor does
        what one group has whole: had the others more in common with that group than these words, they would be in
        it."""
        matches = sorted(self._matches(witness), key=lambda m: (-m.likely, m.other.order))
        whole = [match for match in matches if match.like.whole]
        matches = whole or matches
        if whole or len(witness.words) < FEW:
            matches = [match for match in matches if self._group_of(match) is self._group_of(matches[0])]
        self._place(witness, matches)

    def _matches(self, witness: Witness) -> Iterator[_Match]:
        for candidate in () if self.exhausted else self._candidates(witness):
            self._count(candidate, witness)
            like = comparable(candidate, witness, self._known)
            if not like or self._of_another(witness, candidate, like) or self._of_another(candidate, witness, like):
                continue
            likely = sameness(candidate, witness, like, self._known)
            state = verdict(candidate, witness, like, likely)
            if state and not (self._nearer(candidate, witness, like) or self._nearer(witness, candidate, like)):
                yield _Match(candidate, like, state, likely)

    def _of_another(self, turn: Witness, b: Witness, like: Likeness) -> bool:
        """Whether what a turn shares with `b` stands in words that it quotes, which are a statement of their own."""
        inner = self._quoted_in.get(turn.order, ())
        return any(w is b or self._likeness(w, b).run >= like.run for w in inner)

    def _nearer(self, a: Witness, b: Witness, like: Likeness) -> bool:
        """Whether the account of `a` prints words nearer to `b` elsewhere: an account that has both wordings, as of one
        who corrects himself, says that they are two."""
        if like.whole or a.account == b.account:
            return False
        printed = {
            w.order: w for run in self._features(b, short=False) for w in self._printed.get((a.account, run), ())
        }
        rivals = [w for w in printed.values() if w.order != a.order and w.line not in a.line]
        return any(self._likeness(w, b).score > like.score for w in rivals if self._changed(w, a))

    def _likeness(self, a: Witness, b: Witness) -> Likeness:
        """Likeness of two statements that may be asked for again: rivals and representatives are the same for many."""
        pair = min(a.order, b.order), max(a.order, b.order)
        if pair not in self._likenesses:
            self._count(a, b)
            if len(self._likenesses) >= _KEPT:
                self._likenesses.clear()
            self._likenesses[pair] = _likeness(*_fuller_first(a, b))
        return self._likenesses[pair]

    def _changed(self, a: Witness, b: Witness) -> bool:
        """Whether one has words of the other again, and others among them."""
        like = self._likeness(a, b)
        return like.run >= _RUN and like.content > 1 and like.score < _AGAIN

    def _count(self, a: Witness, b: Witness) -> None:
        self._compared += len(a.keys) + len(b.keys)

    def _group_of(self, match: _Match) -> _Group:
        return self._group[match.other.order]

    def _place(self, witness: Witness, matches: Sequence[_Match]) -> None:
        group = self._group[witness.order] = self._alone(witness)
        self._surely[witness.order] = witness.order
        covered = False
        for match in matches:
            known = self._group_of(match)
            if known is group:
                self._join_surely(witness, match)
            elif self._may_join(known, group, match, witness):
                group = self._joined(known, group)
                self._join_surely(witness, match)
                covered = covered or match.like.whole
        if not covered and len(group.representatives) < _REPRESENTATIVES:
            self._represent(group, witness)

    def _may_join(self, known: _Group, group: _Group, match: _Match, witness: Witness) -> bool:
        """Whether a match of `witness`, which is in `group`, makes one of its group and another."""
        if _kept_apart(known, group, match, witness) or self._said_otherwise(known, group):
            return False
        if match.state == "probable" and len(known.said) > 1 and len(group.said) > 1:
            return False
        return not _is_exchanged_in(known, witness)

    def _represent(self, group: _Group, witness: Witness) -> None:
        group.representatives.append(witness)
        for feature in (*self._features(witness, short=False), *self._features(witness, short=True)):
            if len(self._index[feature]) < _COMMON:
                self._index[feature].append(witness)

    def _said_otherwise(self, known: _Group, group: _Group) -> bool:
        """Whether an account has words of one group again in the other, and changed: then they were said twice."""
        larger, smaller = (known, group) if len(known.runs) >= len(group.runs) else (group, known)
        pairs = {
            (a.order, b.order): (a, b)
            for feature, having in smaller.runs.items()
            for a, b in product(having, larger.runs.get(feature, ()))
        }
        return any(starmap(self._changed, pairs.values()))

    def _alone(self, witness: Witness) -> _Group:
        runs = {(witness.account, run): [witness] for run in self._features(witness, short=False)}
        speakers = {witness.speaker} if witness.speaker else set[Speaker]()
        return _Group([witness], [], speakers, {witness.account: {witness.line: witness}}, runs)

    def _joined(self, known: _Group, group: _Group) -> _Group:
        """Both as one: the smaller is put into the larger, so that a large group is not made anew for each member."""
        larger, smaller = (known, group) if len(known.members) >= len(group.members) else (group, known)
        larger.take(smaller, over=larger is known)
        self._group.update((member.order, larger) for member in smaller.members)
        return larger

    def utterances(self) -> Iterator[Utterance]:
        for group in {id(g): g for g in self._group.values()}.values():
            if len({w.account for w in group.members}) > 1:
                yield self._utterance(tuple(sorted(group.members, key=lambda w: w.order)), group.speakers)

    def _utterance(self, members: tuple[Witness, ...], speakers: Iterable[Speaker]) -> Utterance:
        """The members, of which those that are surely one and of most accounts are no doubtful ones."""
        rule = SPEAKERS_DIFFER if any(starmap(opposed, combinations(speakers, 2))) else "shared-words"
        sure: dict[int, list[Witness]] = defaultdict(list)
        for member in members:
            sure[self._leader(member.order)].append(member)
        core = max(sure.values(), key=lambda part: (len({w.account for w in part}), len(part), -part[0].order))
        if len({w.account for w in core}) < 2:
            return Utterance(members, "probable", rule)
        known = {w.order for w in core}
        return Utterance(members, "same", rule, tuple(w for w in members if w.order not in known))

    def _join_surely(self, witness: Witness, match: _Match) -> None:
        if match.state == "same":
            self._surely[self._leader(match.other.order)] = self._leader(witness.order)

    def _leader(self, order: int) -> int:
        while (leader := self._surely[order]) != order:
            self._surely[order] = self._surely[leader]  # the way is made shorter for those who come after
            order = leader
        return order

    def _candidates(self, witness: Witness) -> list[Witness]:
        shared: dict[int, float] = defaultdict(float)
        by_order: dict[int, Witness] = {}
        for feature, weight in self._features(witness, short=len(witness.keys) < _RUN).items():
            for other in self._index.get(feature, ()):
                shared[other.order] += weight
                by_order[other.order] = other
        best = nsmallest(_CANDIDATES, shared, key=lambda order: (-shared[order], order))
        return [by_order[order] for order in best]

    def _features(self, witness: Witness, *, short: bool) -> Mapping[Keys, float]:
        """Runs of three words with a content word among them, which any two that match must share, and their rarity;
        of what is shorter the content words. Told once: they are asked for at each step of a witness."""
        features = self._told.get((witness.order, short))
        if features is None:
            keys = witness.keys
            size = 1 if short else _RUN
            rarity = [self._known.rarity.get(word, 0.0) for word in keys]
            starts = range(len(keys) - size + 1)
            runs = {keys[i : i + size]: sum(rarity[i : i + size]) for i in starts if any(rarity[i : i + size])}
            features = self._told[witness.order, short] = dict(sorted(runs.items()))
        return features


def _quoted_in_turns(quoted: Iterable[Witness]) -> dict[int, list[Witness]]:
    """The statements within each turn of a transcript, by the order of the turn."""
    within: dict[int, list[Witness]] = {}
    last: Witness | None = None
    for witness in sorted(
        (w for w in quoted if w.spans), key=lambda w: (w.account, w.spans[0].start, -w.spans[-1].end)
    ):
        if witness.is_turn:
            last = witness
        elif last and witness.account == last.account and witness.spans[-1].end <= last.spans[-1].end:
            within.setdefault(last.order, []).append(witness)
    return within


def _kept_apart(known: _Group, group: _Group, match: _Match, witness: Witness) -> bool:
    """Whether two groups have two speakers, and not because the match has outweighed them."""
    if _verbatim(match.other, witness, match.like):
        return False
    judged = bool(match.other.speaker and witness.speaker)
    pairs = product(known.speakers, group.speakers)
    return any(opposed(*pair) and not (judged and unsure(*pair)) for pair in pairs)


def _is_exchanged_in(group: _Group, witness: Witness) -> bool:
    few = 1 < len(witness.keys) < FEW
    return few and any(_exchanged(witness, other) for lines in group.said.values() for other in lines.values())


def _exchanged(a: Witness, b: Witness) -> bool:
    """Whether two statements of a few words have one content word in exchange for another: a full quotation may hold
    both, and they are two parts of it."""
    if not 1 < len(a.keys) == len(b.keys) < FEW:
        return False
    differing = [pair for pair in zip(a.keys, b.keys, strict=True) if pair[0] != pair[1]]
    return len(differing) == 1 and all(map(is_content, differing[0])) and not spelt_alike(*differing[0])


def _fuller_first(a: Witness, b: Witness) -> tuple[Witness, Witness]:
    return (a, b) if (-len(a.keys), a.keys, a.order) <= (-len(b.keys), b.keys, b.order) else (b, a)
