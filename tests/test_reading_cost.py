"""What reading costs as one paragraph grows: linear, whatever is in it."""

import time

import pytest

from onrecord.readings import read
from onrecord.readings.model import ModelError
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


MANY = {
    "a run of capitals": "{} ",
    "persons of one surname": "{} Hale said that the boat was late. Hale said that it was not.\n",
    "holders of one office": "Minister Ana {}, the harbour secretary, said that it was late. The minister said no.\n",
    "bodies of one sort": "The {} Harbour Union said that the boat was late. The union said that it was so. ",
    "headlines of names": "Ana {0} spoke of it. \nAna {0} Says The Gate Is Late\n",
}


@pytest.mark.parametrize("name", MANY)
def test_each_of_many_names_costs_as_much_as_each_of_few(name, monkeypatch):
    """By rule alone: the network is linear in its windows, and would hide the rest."""

    def no_model(*_):
        raise ModelError("not asked for")

    monkeypatch.setattr("onrecord.readings.mark", no_model)

    def seconds(length):
        pieces, size = [], 0
        while size < length:
            pieces.append(MANY[name].format(named(len(pieces))))
            size += len(pieces[-1])
        text = "".join(pieces)
        blocks, at = [], 0
        for line in text.splitlines(keepends=True):
            blocks.append(Block("body", Span("a", at, at + len(line.rstrip("\n"))), Origin(at, at + len(line))))
            at += len(line)
        account = Account(id="a", url="a", text=text, blocks=tuple(blocks), encoding="utf-8", sha256="0")
        begun = time.process_time()
        read(account)
        return time.process_time() - begun

    seconds(1000)
    short, long = (min(seconds(length) for _ in range(3)) for length in (40_000, 80_000))
    assert long < 3 * max(short, 0.1)


def named(number):
    """A capitalised word, another for each number."""
    letters = "bdfgklmnprstvz"
    return (
        "".join(
            (letters[number % 14], "aeiou"[number // 14 % 5], letters[number // 70 % 14], "o", letters[number // 980])
        ).capitalize()
        + "n"
    )
