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


def moved(base: Witness, departures: Iterable[Departure]) -> list[Departure]:
    """The departures of one witness, with those told that are one run of words left out here and added there, the
    longest first, or two runs that change places. Little words are taken for moved only with words of sense."""
    given = list(departures)
    lost_for: dict[Keys, list[Departure]] = defaultdict(list)  # those that have other words for these of the base
    for departure in given:
        if departure.base and departure.reading:
            lost_for[_keys(base, departure.base)].append(departure)
    placed = [_exchanged(departure, lost_for) for departure in given]
    for lost, put in sorted(_pairs(base, placed), key=_size, reverse=True):
        places = _places(base, lost, put)
        if places and lost in placed and put in placed:
            parts = _moved_parts(base, lost, put, places)
            placed = [part for departure in placed for part in parts.get(id(departure), [departure])]
    return placed


def _moved_parts(base: Witness, lost: Departure, put: Departure, places: tuple[Run, Run]) -> dict[int, list[Departure]]:
    """By the identity of each of two departures: what it is parted into, so that what was moved stands alone."""
    in_base, in_witness = _split(lost.base, places[0]), _split(put.reading, places[1])
    same = [(a, b) for a in in_base for b in in_witness if _keys(base, a) == _keys(put.witness, b)]
    there, here = dict(same), {b: a for a, b in same}
    return {
        id(lost): [lost._replace(base=run, moved=there.get(run)) for run in in_base],
        id(put): [put._replace(reading=run, moved=here.get(run)) for run in in_witness],
    }


def _exchanged(departure: Departure, lost_for: Mapping[Keys, Sequence[Departure]]) -> Departure:
    """The departure, with the place in the base of the words that it has instead, if others stand there instead."""
    given = _keys(departure.witness, departure.reading)
    if not (departure.base and any(map(is_content, given))):
        return departure
    elsewhere = (other.base for other in lost_for.get(given, ()) if other is not departure)
    return departure._replace(moved=next(elsewhere, None))


def _pairs(base: Witness, departures: Sequence[Departure]) -> Iterator[tuple[Departure, Departure]]:
    """What is only left out with what is only added, where the words of sense of one are a run of the other."""
    only_lost = [departure for departure in departures if not departure.reading]
    only_put = [departure for departure in departures if not departure.base]
    if max(len(only_lost), len(only_put)) <= _MOST:
        yield from ((lost, put) for lost in only_lost for put in only_put if _places(base, lost, put))


def _size(pair: tuple[Departure, Departure]) -> int:
    return min(len(pair[0].base), len(pair[1].reading))


def _places(base: Witness, lost: Departure, put: Departure) -> tuple[Run, Run] | None:
    """The words that were moved: where they stand in the base, and where in the witness."""
    lacking, given = _keys(base, lost.base), _keys(put.witness, put.reading)
    sense = min((_from_sense_to_sense(lacking), _from_sense_to_sense(given)), key=len)
    here, there = _place(sense, lacking), _place(sense, given)
    if not sense or here is None or there is None or _is_stray(sense, lost, put):
        return None
    size = len(sense)
    while here and there and lacking[here - 1] == given[there - 1]:
        here, there, size = here - 1, there - 1, size + 1
    while lacking[here + size : here + size + 1] == given[there + size : there + size + 1] != ():
        size += 1
    start, place = lost.base.start + here, put.reading.start + there
    return range(start, start + size), range(place, place + size)


def _is_stray(sense: Keys, lost: Departure, put: Departure) -> bool:
    """Whether it is one word that both have by chance: far apart, and among other words."""
    alone = len(lost.base) == 1 and len(put.reading) == 1
    passed = max(put.base.start - lost.base.stop, lost.base.start - put.base.start)
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
