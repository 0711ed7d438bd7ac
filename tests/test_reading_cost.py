"""What reading costs as one paragraph grows: linear, whatever is in it."""

import time

import pytest

from onrecord.readings import read
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
