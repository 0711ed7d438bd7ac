"""The apparatus of one utterance: a base, and word by word where each other witness departs from it."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, groupby, product, starmap, zip_longest
from operator import eq
from typing import NamedTuple

from onrecord.collation.alignment import align, spelt_alike, trimmed
from onrecord.collation.excerpts import Pairs, pairs_in_turn, sentences
from onrecord.collation.sense import Cut, cut, replaced
from onrecord.collation.transpositions import Departure, Run, moved
from onrecord.collation.utterances import Utterance
from onrecord.collation.witnesses import Witness
from onrecord.text import lexicon
from onrecord.text.keys import digest
from onrecord.text.times.vocabulary import MONTHS, WEEKDAYS
from onrecord.types import Alteration, Span, Variant, Wording

_INSTEAD = 6  # words; longer stretches do not stand for one another: one is added and the other left out
_OTHER_WORDS = lexicon.words("calendar.also_other_words")


class _Collated(NamedTuple):
    witness: Witness
    pairs: Pairs  # indexes into the words of the base and of the witness
    scope: Run  # the words of the base that it is compared with


def wording(utterance: Utterance, texts: Mapping[str, str]) -> tuple[Wording, tuple[Departure, ...]]:
    """The utterance with its apparatus, and where the words depart. `texts` gives the text of an account by its id.

    The base is the fullest direct quotation, but no part of a turn where there is another. Words that an account leaves
    out here but prints in another of its statements of the group are no omission. Indirect renderings are witnesses
    without variants: their words are the writer's. An addition has nothing of the base, but names the word that it
    stands after. Of a turn of a transcript a quotation is an excerpt: it leaves out nothing of the sentences before and
    after those that it has words of.
    """
    base = _base(utterance.members)
    compared = [witness for witness in utterance.members if witness is not base and _has_words(witness)]
    collated = [_collated(base, witness, texts[base.account]) for witness in compared]
    printed = {account: _Printed(base, account, of) for account, of in _by_account(collated)}
    variants: list[Variant] = []
    departures: list[Departure] = []
    for each in collated:
        departing = moved(base, _departures(base, each, printed[each.witness.account]))
        departing = [departure._replace(alters=_alters(base, departure, texts)) for departure in departing]
        departures += departing
        variants += chain.from_iterable(_pinned(base, departure) for departure in departing)
        variants += () if departing else _in_points_only(base, each, texts)
    ids = tuple(w.statement.id for w in utterance.members)
    line = Wording(
        id=digest("wording", *sorted(ids)),
        witnesses=ids,
        base=base.statement.id,
        variants=tuple(variants),
        state=utterance.state,
        rule=utterance.rule,
        doubtful=tuple(w.statement.id for w in utterance.doubtful),
    )
    return line, tuple(departures)


def _has_words(witness: Witness) -> bool:
    """Whether it has words of the speaker, not of the writer."""
    return witness.statement.form != "indirect" and bool(witness.words)


def _base(members: Sequence[Witness]) -> Witness:
    rank = {"direct": 2, "mixed": 1, "indirect": 0}
    return max(
        members,
        key=lambda w: (not w.is_part_of_turn, rank[w.statement.form], w.speaker is not None, len(w.words), -w.order),
    )


def _collated(base: Witness, witness: Witness, text: str) -> _Collated:
    if not base.is_turn or witness.is_turn:
        return _Collated(witness, _pairs(_keys(base), _keys(witness)), range(len(base.words)))
    pairs = pairs_in_turn(_keys(base), _keys(witness))
    return _Collated(witness, pairs, _of_sentences(base, pairs, text))


def _of_sentences(base: Witness, pairs: Pairs, text: str) -> Run:
    """The words of the base in the sentences that words of a witness are paired in."""
    if not pairs:
        return range(0)
    spans = sentences(base, range(pairs[0][0], pairs[-1][0] + 1), text)
    starts = [word.start for word in base.words]
    return range(bisect_left(starts, spans[0].start), bisect_left(starts, spans[-1].end))


def _keys(witness: Witness) -> tuple[str, ...]:
    return tuple(word.key for word in witness.words)


def _pairs(base: Sequence[str], witness: Sequence[str]) -> tuple[tuple[int, int], ...]:
    return trimmed(base, witness, align(base, witness))


def _by_account(collated: Iterable[_Collated]) -> Iterable[tuple[str, list[_Collated]]]:
    by_account: dict[str, list[_Collated]] = {}
    for each in collated:
        by_account.setdefault(each.witness.account, []).append(each)
    return by_account.items()


class _Printed:
    """Which words of the base the statements of one account print and leave out, counted once for all of them."""

    def __init__(self, base: Witness, account: str, statements: Sequence[_Collated]) -> None:
        self._whole = account == base.account
        self._printed = Counter(i for one in statements for i, _ in one.pairs)
        self._told: dict[
            int, int
        ] = {}  # by word of the base: the first of the statements, in reading order, without it
        for one in statements if len(statements) > 1 and not self._whole else ():
            for i in _omitted(base, one):
                self._told.setdefault(i, one.witness.order)

    def lacks(self, statement: _Collated, i: int) -> bool:
        """Whether a word that `one` leaves out is left out of its account, and not told of a statement before."""
        if self._whole or self._printed[i]:
            return False
        return self._told.get(i, statement.witness.order) >= statement.witness.order


def _departures(base: Witness, collated: _Collated, printed: _Printed) -> Iterator[Departure]:
    for left_out, put_in in _between(base, collated):
        if put_in:
            yield Departure(collated.witness, left_out, put_in)
        else:
            for run in _runs(i for i in left_out if printed.lacks(collated, i)):
                yield Departure(collated.witness, run, put_in)


def _between(base: Witness, collated: _Collated) -> Iterator[tuple[Run, Run]]:
    """Between the words that both have: what the base alone has and what the witness alone has. An empty run of the
    base still starts where the added words would stand."""
    i, j = collated.scope.start, 0
    for k, m in (*collated.pairs, (collated.scope.stop, len(collated.witness.words))):
        left_out, put_in = range(i, k), range(j, m)
        yield from _gap(base, collated.witness, left_out, put_in)
        i, j = k + 1, m + 1


def _gap(base: Witness, witness: Witness, left_out: Run, put_in: Run) -> Iterator[tuple[Run, Run]]:
    """One gap, or several around the words in it that are spelt alike: grey stands for gray, and not for three words of
    which gray is one. Of longer stretches only the first words, or the last, can stand for one another; the rest do
    not."""
    after: list[tuple[Run, Run]] = []
    while _is_uneven(left_out, put_in) and (near := _near(base, witness, left_out, put_in)):
        i, j = near
        alike = range(i, i + 1), range(j, j + 1)
        if len(left_out) <= _INSTEAD and len(put_in) <= _INSTEAD:
            yield from _gap(base, witness, range(left_out.start, i), range(put_in.start, j))
            yield alike
            left_out, put_in = range(i + 1, left_out.stop), range(j + 1, put_in.stop)
        elif (i, j) == (left_out.start, put_in.start):
            yield alike
            left_out, put_in = range(i + 1, left_out.stop), range(j + 1, put_in.stop)
        else:
            after.append(alike)
            left_out, put_in = range(left_out.start, i), range(put_in.start, j)
    yield from _apart(left_out, put_in)
    yield from reversed(after)


def _is_uneven(left_out: Run, put_in: Run) -> bool:
    """Whether one has more words than the other: where neither has, they stand for one another as they are."""
    return bool(left_out and put_in) and len(left_out) != len(put_in)


def _apart(left_out: Run, put_in: Run) -> Iterator[tuple[Run, Run]]:
    """Words that stand for one another, or that are too many for that."""
    if max(len(left_out), len(put_in)) > _INSTEAD:
        if put_in:
            yield range(left_out.start, left_out.start), put_in
        if left_out:
            yield left_out, range(put_in.stop, put_in.stop)
    elif left_out or put_in:
        yield left_out, put_in


def _near(base: Witness, witness: Witness, left_out: Run, put_in: Run) -> tuple[int, int] | None:
    """A word of the base and one of the witness between the same words of both that are spelt alike. One word and its
    halves (northern most) stand for one another as they are."""
    if max(len(left_out), len(put_in)) > _INSTEAD:
        pairs: Iterable[tuple[int, int]] = ((left_out[0], put_in[0]), (left_out[-1], put_in[-1]))
    else:
        pairs = product(left_out, put_in)
    found = (p for p in pairs if _stand_for_one_another(base.words[p[0]].key, witness.words[p[1]].key))
    near = next(found, None)
    return None if near and _is_joined_alike(base, left_out, witness, put_in) else near


def _stand_for_one_another(a: str, b: str) -> bool:
    days = day_or_month(a), day_or_month(b)
    return spelt_alike(a, b) or (None not in days and len({kind for kind, _ in filter(None, days)}) == 1)


def day_or_month(key: str) -> tuple[str, int] | None:
    """Which day of the week or month a word names. Short forms that are other words too name none."""
    if key in _OTHER_WORDS:
        return None
    if key in WEEKDAYS:
        return "weekday", WEEKDAYS[key]
    return ("month", MONTHS[key]) if key in MONTHS else None


def _is_joined_alike(base: Witness, left_out: Run, witness: Witness, put_in: Run) -> bool:
    """Whether the letters are the same, however they are parted into words; told at the first that is not."""
    return all(starmap(eq, zip_longest(_letters(base, left_out), _letters(witness, put_in))))


def _letters(witness: Witness, run: Run) -> Iterator[str]:
    return chain.from_iterable(witness.words[i].key for i in run)


def _omitted(base: Witness, one: _Collated) -> Iterator[int]:
    for left_out, put_in in _between(base, one):
        if not put_in:
            yield from left_out


def _runs(indexes: Iterator[int]) -> Iterator[Run]:
    for _, group in groupby(enumerate(indexes), key=lambda pair: pair[1] - pair[0]):
        found = [i for _, i in group]
        yield range(found[0], found[-1] + 1)


def _pinned(base: Witness, departure: Departure) -> list[Variant]:
    """One variant, or several where the words stand in more than one span of their statement."""
    witness, left_out, put_in, elsewhere, alters = departure
    before = range(left_out.stop - 1, left_out.stop) if left_out.stop else range(0)
    after = next(by_part(base, before), None)
    place = next(by_part(base if put_in else witness, elsewhere), None) if elsewhere else None
    pairs = zip_longest(by_part(base, left_out), by_part(witness, put_in))
    return [Variant(witness.statement.id, a, b, None if a else after, place, alters) for a, b in pairs]


def _alters(base: Witness, departure: Departure, texts: Mapping[str, str]) -> tuple[Alteration, ...]:
    witness, left_out, put_in, *_ = departure
    if departure.moved or _is_joined_alike(base, left_out, witness, put_in):
        return ()
    if left_out and put_in:
        return replaced(texts, Cut(base, left_out), Cut(witness, put_in))
    if left_out:
        ends = put_in.start in (0, len(witness.words))
        return cut(texts, Cut(base, left_out), witness, ends=ends)
    return cut(texts, Cut(witness, put_in), base, ends=left_out.start in (0, len(base.words)))


def by_part(witness: Witness, run: Run) -> Iterator[Span]:
    """Where a run of a witness's words stands, in each span of its statement."""
    for _, group in groupby(run, key=lambda i: witness.parts[i]):
        indexes = list(group)
        yield Span(witness.account, witness.words[indexes[0]].start, witness.words[indexes[-1]].end)


def _in_points_only(base: Witness, collated: _Collated, texts: Mapping[str, str]) -> list[Variant]:
    """Where no word differs: the words whose capitals, or whose points before the next word of both, do. The last
    point of a quotation is its writer's and does not count."""
    variants = []
    pairs = set(collated.pairs)
    for i, j in collated.pairs:
        followed = (i + 1, j + 1) in pairs
        a, b = _with_points(base, i, texts, followed), _with_points(collated.witness, j, texts, followed)
        if _plain(texts, a) != _plain(texts, b):
            variants.append(Variant(collated.witness.statement.id, a, b))
    return variants


def _with_points(witness: Witness, i: int, texts: Mapping[str, str], followed: bool) -> Span:
    word = witness.words[i]
    end = word.end
    if followed and witness.parts[i + 1] == witness.parts[i]:
        end = witness.words[i + 1].start
    text = texts[witness.account][word.start : end]
    return Span(witness.account, word.start, word.start + len(text.rstrip()))


_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


def _plain(texts: Mapping[str, str], span: Span) -> str:
    return texts[span.account][span.start : span.end].translate(_MARKS).replace("--", "-").replace(" ", "")
