"""Indirect renderings, hung under the words they report."""

import math
from collections import ChainMap, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from onrecord.collation.occasions import apart
from onrecord.collation.utterances import Utterance
from onrecord.collation.witnesses import Witness
from onrecord.text.words import is_content, stem

_SHARED = 3  # content words
_HALF = 0.5  # of the content words of the rendering
_COMMON = 200  # quotations that have a word of one speaker; a commoner word alone brings no two translations together

Feature = tuple[str, str]
"""A word of sense, and who says it."""


def with_renderings(witnesses: Sequence[Witness], groups: Iterable[Utterance]) -> tuple[Utterance, ...]:
    """The groups with the indirect statements that report them, and with a quotation and its reports that made no
    group before. A report has the speaker of the words, half of its content words among theirs, and is of no other
    group as near. In reading order."""
    heads = [*groups]
    grouped = {witness.order for group in heads for witness in group.members}
    alone = [witness for witness in witnesses if witness.order not in grouped]
    heads += _translated([witness for witness in alone if witness.statement.form != "indirect" and witness.words])
    reports = _by_head(_Heads(heads), witnesses)
    joined = (_joined(head, reports.get(at, ())) for at, head in enumerate(heads))
    return tuple(sorted(filter(_is_of_several_accounts, joined), key=lambda utterance: utterance.members[0].order))


def _by_head(heads: "_Heads", witnesses: Iterable[Witness]) -> dict[int, list[Witness]]:
    """The indirect statements that report one of the heads, by its number."""
    reports: dict[int, list[Witness]] = defaultdict(list)
    for witness in witnesses:
        if witness.statement.form == "indirect":
            for at in heads.nearest(frozenset(_features(witness))):
                reports[at].append(witness)
    return reports


def _is_of_several_accounts(utterance: Utterance) -> bool:
    return len({witness.account for witness in utterance.members}) > 1


def _translated(quoted: Sequence[Witness]) -> Iterator[Utterance]:
    """Each quotation by itself, but for two of two accounts that render the same words of a foreign tongue, which is
    never sure: one speaker, one of them interpreted, half of the words of sense in common (as of a report), the same
    numbers, and each the nearest of the other."""
    interpreted = [w for w in quoted if w.statement.interpreted]
    by_all, by_interpreted = _index(quoted if interpreted else ()), _index(interpreted)
    nearest = {w.order: _other_translation(w, by_all if w.statement.interpreted else by_interpreted) for w in quoted}
    for witness in quoted:
        translation = nearest[witness.order]
        if translation is None or nearest[translation.order] is not witness:
            yield Utterance((witness,), "probable", "shared-sense")
        elif witness.order < translation.order:
            yield Utterance((witness, translation), "probable", "two-translations")


def _index(quoted: Iterable[Witness]) -> Mapping[Feature, Mapping[int, Witness]]:
    """The quotations that have a feature, by their order."""
    index: dict[Feature, dict[int, Witness]] = defaultdict(dict)
    for witness in quoted:
        for feature in _features(witness):
            index[feature][witness.order] = witness
    return index


def _other_translation(witness: Witness, index: Mapping[Feature, Mapping[int, Witness]]) -> Witness | None:
    """`index`: of an interpreted quotation all may be another translation, of others only the interpreted ones."""
    features = _features(witness)
    near = [index[feature] for feature in features if feature in index]
    rare = ChainMap(*(dict(having) for having in near if len(having) <= _COMMON))
    candidates = [candidate for candidate in rare.values() if _may_translate(witness, candidate)]
    shared = {candidate.order: sum(candidate.order in having for having in near) for candidate in candidates}
    best = max(shared.values(), default=0)
    nearest = [candidate for candidate in candidates if shared[candidate.order] == best]
    if len(nearest) != 1:
        return None
    return nearest[0] if best >= max(_SHARED, _HALF * min(len(features), len(_features(nearest[0])))) else None


def _may_translate(a: Witness, b: Witness) -> bool:
    if a.account == b.account:
        return False
    figures = [{key for key in w.keys if key[0].isdigit()} for w in (a, b)]
    return figures[0] == figures[1] and not apart(a.occasion, b.occasion)


def _features(witness: Witness) -> set[Feature]:
    """The content words that count for this speaker; none if the speaker is unknown, or it is denied that he said
    so."""
    if witness.speaker is None or witness.statement.negation:
        return set()
    return {(witness.speaker.actor, stem(word)) for word in witness.keys if is_content(word)}


class _Heads:
    """What the words of reports are searched for in, by the words of sense of each."""

    def __init__(self, heads: Iterable[Utterance]) -> None:
        self._features = [frozenset(f for w in head.members for f in _features(w)) for head in heads]
        self._having: dict[Feature, list[int]] = defaultdict(list)
        for at, features in enumerate(self._features):
            for feature in features:
                self._having[feature].append(at)
        self._told: dict[frozenset[Feature], list[int]] = {}

    def nearest(self, features: frozenset[Feature]) -> list[int]:
        """The one head that has most of these words, and enough of them; none, if several have as many."""
        if features not in self._told:
            least = max(_SHARED, math.ceil(_HALF * len(features)))
            shared = {at: len(features & self._features[at]) for at in self._near(features, least)}
            best = max(shared.values(), default=0)
            found = [at for at, count in shared.items() if count == best]
            self._told[features] = found if len(found) == 1 and best >= least else []
        return self._told[features]

    def _near(self, features: frozenset[Feature], least: int) -> set[int]:
        """The heads that can have so many of them: each has one of the rarest, if no more than `least` - 1 are passed
        over."""
        rarest = nsmallest(len(features) - least + 1, features, key=lambda one: len(self._having.get(one, ())))
        return {at for one in rarest for at in self._having.get(one, ())}


def _joined(head: Utterance, reports: Sequence[Witness]) -> Utterance:
    members = sorted((*head.members, *reports), key=lambda w: w.order)
    return head._replace(members=tuple(members))
