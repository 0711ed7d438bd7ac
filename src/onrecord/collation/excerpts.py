"""Excerpts of a turn of a transcript: what other accounts quote of its different places are different utterances."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations, groupby, starmap
from typing import NamedTuple

from onrecord.collation.alignment import align, trimmed
from onrecord.collation.utterances import SPEAKERS_DIFFER, Utterance
from onrecord.collation.witnesses import Bodies, Witness, of_spans, opposed
from onrecord.text.sentences import split_sentences
from onrecord.types import Account, Span

_RUN = 3  # words; fewer that stand far from the rest are in the turn by chance
_FAR = 12  # words of the turn

Pairs = tuple[tuple[int, int], ...]


class _Excerpt(NamedTuple):
    witness: Witness
    place: range  # the words of the turn that it has the first and the last of


def by_place(
    groups: Iterable[Utterance], accounts: Mapping[str, Account], bodies: Bodies
) -> tuple[tuple[Utterance, ...], tuple[Witness, ...]]:
    """The groups, where a turn of which several places are quoted is in one for each place, with its sentences there
    alone; and of such turns the sentences that nobody quotes.

    A turn of one sentence stays whole, and so does one that another account prints as a turn: they are compared whole.
    """
    kept: list[Utterance] = []
    unquoted: list[Witness] = []
    for group in groups:
        turn, places = _turn_and_places(group)
        account = accounts[turn.account] if turn else None
        turn_sentences = [*_sentences(turn, account.text)] if turn and account else []
        if turn is None or account is None or len(turn_sentences) < 2:
            kept.append(group)
            continue
        parts = [*_by_place(group, turn, places, account, bodies)]
        kept += [utterance for utterance, _ in parts]
        quoted = set(chain.from_iterable(part.spans for _, part in parts))
        rest = [sentence for sentence in turn_sentences if sentence not in quoted]
        unquoted += [_part(turn, rest, account, bodies)] if rest else []
    return tuple(sorted(kept, key=lambda u: u.members[0].order)), tuple(unquoted)


def _turn_and_places(group: Utterance) -> tuple[Witness | None, list[list[_Excerpt]]]:
    """The only turn of a group and the excerpts of it, if they are of several places; no turn, if they are not."""
    turns = [witness for witness in group.members if witness.is_turn]
    places = _places(turns[0], group.members) if len(turns) == 1 and not turns[0].corrects else []
    return (turns[0], places) if len(places) > 1 else (None, [])


def _by_place(
    group: Utterance, turn: Witness, places: Iterable[list[_Excerpt]], account: Account, bodies: Bodies
) -> Iterator[tuple[Utterance, Witness]]:
    """The group of each place of a turn that another account has, and the part of the turn that is in it."""
    for excerpts in places:
        place = range(excerpts[0].place.start, max(excerpt.place.stop for excerpt in excerpts))
        part = _part(turn, sentences(turn, place, account.text), account, bodies)
        utterance = _of_place(group, part, [excerpt.witness for excerpt in excerpts])
        if utterance:
            yield utterance, part


def pairs_in_turn(turn: Sequence[str], excerpt: Sequence[str]) -> Pairs:
    """The words that both have, without a few at either end that stand far from the rest: a long turn has any word
    somewhere."""
    pairs = trimmed(turn, excerpt, align(turn, excerpt))
    runs = [[pair for _, pair in run] for _, run in groupby(enumerate(pairs), key=lambda at: at[1][0] - at[0])]
    while len(runs) > 1 and len(runs[0]) < _RUN and _are_far(runs[0], runs[1]):
        runs.pop(0)
    while len(runs) > 1 and len(runs[-1]) < _RUN and _are_far(runs[-2], runs[-1]):
        runs.pop()
    return tuple(chain.from_iterable(runs))


def _are_far(run: Sequence[tuple[int, int]], following: Sequence[tuple[int, int]]) -> bool:
    return following[0][0] - run[-1][0] > _FAR


def sentences(witness: Witness, run: range, text: str) -> tuple[Span, ...]:
    """The sentences of a witness, whose account has this text, that some words of it stand in."""
    start, end = witness.words[run.start].start, witness.words[run.stop - 1].end
    return tuple(s for s in _sentences(witness, text) if s.start < end and start < s.end)


def _sentences(witness: Witness, text: str) -> Iterator[Span]:
    for span in witness.spans:
        for start, end in split_sentences(text, span.start, span.end):
            yield Span(span.account, start, end)


def _places(turn: Witness, members: Iterable[Witness]) -> list[list[_Excerpt]]:
    """The excerpts by the place of the turn that they have words of; none if one of them cannot be placed in it."""
    keys = _keys(turn)
    excerpts = []
    for witness in members:
        if witness is not turn:
            pairs = pairs_in_turn(keys, _keys(witness))
            if not pairs:
                return []
            excerpts.append(_Excerpt(witness, range(pairs[0][0], pairs[-1][0] + 1)))
    places: list[list[_Excerpt]] = []
    stop = 0
    for excerpt in sorted(excerpts, key=lambda e: (e.place.start, e.place.stop, e.witness.order)):
        if places and excerpt.place.start < stop:
            places[-1].append(excerpt)
        else:
            places.append([excerpt])
        stop = max(stop, excerpt.place.stop)
    return places


def _part(turn: Witness, spans: Sequence[Span], account: Account, bodies: Bodies) -> Witness:
    body = bodies[account.id]
    part = of_spans(turn.order, account, turn.statement, tuple(spans), body)
    return replace(part, speaker=turn.speaker, corrects=False)


def _of_place(group: Utterance, part: Witness, excerpts: Sequence[Witness]) -> Utterance | None:
    """The group of one place; none if the account of the turn alone has it. It is as sure as the whole group was of
    these."""
    members = tuple(sorted((part, *excerpts), key=lambda w: w.order))
    if not _are_of_several_accounts(members):
        return None
    unsure = {witness.order for witness in group.doubtful}
    differ = any(starmap(opposed, combinations([witness.speaker for witness in members], 2)))
    rule = SPEAKERS_DIFFER if differ else "shared-words"
    doubtful = tuple(witness for witness in members if witness.order in unsure)
    if group.state == "probable" or not _are_of_several_accounts(set(members) - set(doubtful)):
        return Utterance(members, "probable", rule)
    return Utterance(members, "same", rule, doubtful)


def _are_of_several_accounts(witnesses: Iterable[Witness]) -> bool:
    return len({witness.account for witness in witnesses}) > 1


def _keys(witness: Witness) -> tuple[str, ...]:
    return tuple(word.key for word in witness.words)
