"""What reading costs as one paragraph grows: linear, whatever is in it."""

import re
import time
from itertools import pairwise

import pytest

from onrecord.readings import read
from onrecord.readings.cast.actors import Cast
from onrecord.readings.speakers.resolver import Speakers
from onrecord.types import Account, Block, Origin, Span

PIECES = {
    "quotations and cues": 'The ferry "is late", he said ',
    "cues without end": "He said that she said that they told reporters in May ",
    "names": "Ana Orrin and Radim Solcek said ",
    "commas": "said, ",
    "opening marks": "“a ",
    "white space": "said   \u00a0 ",
    "auxiliaries": "had ",
    "articles": "the ",
}


@pytest.mark.parametrize("name", PIECES)
def test_one_long_paragraph(name):
    def seconds(length):
        text = PIECES[name] * (length // len(PIECES[name]))
        block = Block("body", Span("a", 0, len(text)), Origin(0, len(text)))
        account = Account(
            id="a", url="a", text=text, blocks=(block,), encoding="utf-8", sha256="0", published="2021-03-03"
        )
        begun = time.process_time()
        read(account)
        return time.process_time() - begun

    seconds(1000)
    short, long = (min(seconds(length) for _ in range(3)) for length in (6_000, 12_000))
    assert long < 3.5 * max(short, 0.1)


MANY = {  # and the words of each that are asked who is meant by them
    "a run of capitals": ("{} {} {} {} {} ", None),
    "persons of one surname": ("{} Hale spoke. Hale went. ", None),
    "holders of one office": ("Minister Ana {}, the harbour secretary, spoke. The minister left. ", "The minister"),
    "bodies of one sort": ("The {} Harbour Union met. The union left. ", "The union"),
}


@pytest.mark.parametrize("name", MANY)
def test_each_of_many_names_costs_as_much_as_each_of_few(name):
    piece, asked = MANY[name]

    def seconds(number):
        text = "".join(piece.format(*[named(n)] * 5) for n in range(number))
        ends = [match.end() for match in re.finditer(r"\n|\Z", text)]
        paragraphs = [(start, end) for start, end in pairwise([0, *ends]) if start < end]
        blocks = tuple(Block("body", Span("a", *place), Origin(*place)) for place in paragraphs)
        account = Account(id="a", url="a", text=text, blocks=blocks, encoding="utf-8", sha256="0")
        places = [match.span() for match in re.finditer(asked, text)] if asked else []
        begun = time.process_time()
        speakers = Speakers(Cast(account, paragraphs, ()), paragraphs, ())
        for place in places:
            speakers.resolve(*place)
        return time.process_time() - begun

    seconds(20)
    short, long = (min(seconds(number) for _ in range(3)) for number in (500, 1000))
    assert long < 3 * max(short, 0.02)


def named(number):
    """A capitalised word, another for each number."""
    letters = "bdfgklmnprstvz"
    first, second, third = number % 14, number // 14 % 14, number // 196
    return f"{letters[first]}a{letters[second]}o{letters[third]}en".capitalize()
