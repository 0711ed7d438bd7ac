"""Words that both have, at different places: transpositions."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.collation.witnesses import Keys, Witness
from onrecord.text.words import is_content
from onrecord.types import Alteration

Run = range  # indexes of neighbouring words
_FAR = 6  # words that a word passes; one that passes more among others has not moved
_MOST = 32  # departures of a kind; where more are only left out and only added, no words are told for moved
_BETWEEN = "\x1f"  # stands in no word


class Departure(NamedTuple):
    """Where the words of a witness depart from the base: indexes of the words of both. An empty run starts where words
    would stand."""

    witness: Witness
    base: Run
    reading: Run
    moved: Run | None = None
    """Where the same words stand in the other: of words only left out in the witness, of all others in the base."""
    alters: tuple[Alteration, ...] = ()


def moved(base: Witness, found: Iterable[Departure]) -> list[Departure]:
    """The departures of one witness, with those told that are one run of words left out here and added there, the
    longest first, or two runs that change places. Little words are taken for moved only with words of sense."""
    given = list(found)
    lost_for: dict[Keys, list[Departure]] = defaultdict(list)  # those that have other words for these of the base
    for one in given:
        if one.base and one.reading:
            lost_for[_keys(base, one.base)].append(one)
    departures = [_exchanged(one, lost_for) for one in given]
    for gone, come in sorted(_pairs(base, departures), key=_size, reverse=True):
        places = _places(base, gone, come)
        if places and gone in departures and come in departures:
            lost = _split(gone.base, places[0])
            put = _split(come.reading, places[1])
            same = [(a, b) for a in lost for b in put if _keys(base, a) == _keys(come.witness, b)]
            there, here = dict(same), {b: a for a, b in same}
            parts = {
                id(gone): [gone._replace(base=run, moved=there.get(run)) for run in lost],
                id(come): [come._replace(reading=run, moved=here.get(run)) for run in put],
            }
            departures = [part for one in departures for part in parts.get(id(one), [one])]
    return departures


def _exchanged(one: Departure, lost_for: Mapping[Keys, Sequence[Departure]]) -> Departure:
    """The departure, with the place in the base of the words that it has instead, if others stand there instead."""
    given = _keys(one.witness, one.reading)
    if not (one.base and any(map(is_content, given))):
        return one
    return one._replace(moved=next((other.base for other in lost_for.get(given, ()) if other is not one), None))


def _pairs(base: Witness, found: Sequence[Departure]) -> Iterator[tuple[Departure, Departure]]:
    """What is only left out with what is only added, where the words of sense of one are a run of the other."""
    lost, put = [one for one in found if not one.reading], [one for one in found if not one.base]
    if max(len(lost), len(put)) <= _MOST:
        yield from ((gone, come) for gone in lost for come in put if _places(base, gone, come))


def _size(pair: tuple[Departure, Departure]) -> int:
    return min(len(pair[0].base), len(pair[1].reading))


def _places(base: Witness, gone: Departure, come: Departure) -> tuple[Run, Run] | None:
    """The words that were moved: where they stand in the base, and where in the witness."""
    lost, given = _keys(base, gone.base), _keys(come.witness, come.reading)
    sense = min((_from_sense_to_sense(lost), _from_sense_to_sense(given)), key=len)
    here, there = _place(sense, lost), _place(sense, given)
    if not sense or here is None or there is None or _is_stray(sense, gone, come):
        return None
    size = len(sense)
    while here and there and lost[here - 1] == given[there - 1]:
        here, there, size = here - 1, there - 1, size + 1
    while lost[here + size : here + size + 1] == given[there + size : there + size + 1] != ():
        size += 1
    start, place = gone.base.start + here, come.reading.start + there
    return range(start, start + size), range(place, place + size)


def _is_stray(sense: Keys, gone: Departure, come: Departure) -> bool:
    """Whether it is one word that both have by chance: far apart, and among other words."""
    alone = len(gone.base) == 1 and len(come.reading) == 1
    passed = max(come.base.start - gone.base.stop, gone.base.start - come.base.start)
    return len(sense) == 1 and not alone and passed > _FAR


def _from_sense_to_sense(keys: Keys) -> Keys:
    """From the first word of sense to the last."""
    places = [i for i, key in enumerate(keys) if is_content(key)]
    return keys[places[0] : places[-1] + 1] if places else ()


def _place(part: Keys, whole: Keys) -> int | None:
    """Where a run of words first stands among others; the search in one string is linear in both."""
    line = _line(whole)
    at = line.find(_line(part))
    return None if at < 0 else line.count(_BETWEEN, 0, at)


def _line(keys: Keys) -> str:
    return "".join((_BETWEEN, _BETWEEN.join(keys), _BETWEEN))


def _split(run: Run, inner: Run) -> list[Run]:
    parts = (range(run.start, inner.start), inner, range(inner.stop, run.stop))
    return [part for part in parts if part]


def _keys(witness: Witness, run: Run) -> Keys:
    return tuple(word.key for word in witness.words[run.start : run.stop])
