"""Names that look the same and are spelled with other letters: "Araghchi" with a Cyrillic "а" in it, or all of it
full-width."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from msgspec.structs import replace

from onrecord.text.letters import is_shaped
from onrecord.text.persons import Words, is_part_of, name_words
from onrecord.types import Actor, Lookalike

_ALIKE: Final = """
аa АA ВB сc СC ԁd еe ЕE ҽe ԌG һh НH іi ІI ꙇi ӏl ӀI јj ЈJ
КK кk МM оo ОO рp РP ԛq ԚQ ѕs ЅS ТT ѵv ѴV ԝw ԜW ѡw хx ХX уy УY үy ҮY ʏy
αa ΑA ΒB ϲc ϹC ΕE ΗH ιi ΙI ϳj ͿJ ΚK κk ΜM ΝN οo ΟO σo ρp ΡP ϱp ΤT υu νv ΧX χx γy ΥY ΖZ
քf ցg հh ոn ռn օo ՕO գq զq ՏS սu ՍU աw
ᎪA ᏴB Ꮟb ᏟC ꮯc ᎠD Ꮷd ᎬE ᏀG ᎻH Ꮒh Ꭵi ꭵi ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᏕS ꮪs ᎢT ᏙV ꮩv ᎳW ꮃw ᎩY ᏃZ ꮓz
ɑa ɡg ɩi ꞮI ᴏo ꜱs ᴜu ᴠv ᴡw ᴢz ᴄc
"""
"""Letters of other scripts (Cyrillic, Greek, Armenian, Cherokee, the phonetic alphabet), each with the one of the Latin
alphabet that it is drawn like. Taken from the confusables of Unicode (UTS #39), but without what is alike from afar
only."""
_LATIN: Final = {pair[0]: pair[1] for pair in _ALIKE.split()}


def with_lookalikes(cast: Sequence[Actor]) -> tuple[Actor, ...]:
    """`cast`, each actor whose name has letters of other alphabets with those whose name looks the same without them.

    A person's short name looks the same as a full one that it would belong to, were it spelled so.
    """
    letters_of = {actor.id: letters for actor in cast if (letters := other_letters(actor.name))}
    if not letters_of:
        return tuple(cast)
    shapes = {actor.id: name_words(in_latin(actor.name)) for actor in cast}
    near: dict[str, list[Actor]] = defaultdict(list)
    for actor in cast:
        for word in set(shapes[actor.id]):
            near[word].append(actor)

    def alike(one: Actor) -> Iterator[Lookalike]:
        close = {two.id: two for word in shapes[one.id] for two in near[word]}
        for two in close.values():
            persons = one.kind == two.kind == "person"
            same = _is_alike(name_words(one.name), name_words(two.name), persons)
            letters = "".join(letter for letter in letters_of[one.id] if letter not in two.name)
            if letters and not same and _is_alike(shapes[one.id], shapes[two.id], persons):
                yield Lookalike(two.id, letters)

    return tuple(replace(one, looks_like=tuple(alike(one))) if one.id in letters_of else one for one in cast)


def _is_alike(one: Words, two: Words, persons: bool) -> bool:
    return one == two or (persons and (is_part_of(one, two) or is_part_of(two, one)))


def other_letters(name: str) -> str:
    """The letters of `name` that look like Latin ones and are others, each once, in order."""
    return "" if name.isascii() else "".join(dict.fromkeys(char for char in name if in_latin(char) != char))


def in_latin(name: str) -> str:
    """`name` in the Latin letters that its letters look like."""
    return "".join(map(_latin, name))


@lru_cache(maxsize=16384)
def _latin(char: str) -> str:
    if char.isascii():
        return char
    plain = unicodedata.normalize("NFKD", char) if is_shaped(char) else char
    return _LATIN.get(plain, plain)
