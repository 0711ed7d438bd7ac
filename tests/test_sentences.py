"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.sentences import sentence_end, split_sentences

CASES = [
    ("One ended. Another began.", ["One ended.", "Another began."]),
    (
        "Mr. Orrin met Gen. Aune on Sept. 3 in the U.S. Senate.",
        ["Mr. Orrin met Gen. Aune on Sept. 3 in the U.S. Senate."],
    ),
    ("They left at 4.40 p.m. Lindqvist stayed.", ["They left at 4.40 p.m.", "Lindqvist stayed."]),
    ("At 5 p.m. Monday it closed.", ["At 5 p.m. Monday it closed."]),
    ("“Why?” he asked. Nobody knew!", ["“Why?” he asked.", "Nobody knew!"]),
    ("“It is over.” The hall emptied.", ["“It is over.”", "The hall emptied."]),
    ("J. R. Menn spoke. 320 cubic metres went by.", ["J. R. Menn spoke.", "320 cubic metres went by."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences(text, sentences):
    assert [text[start:end] for start, end in split_sentences(text)] == sentences


def test_the_end_of_a_sentence_leaves_out_its_mark():
    assert sentence_end("So it was. And then", 0, 19) == len("So it was")


@given(st.text(alphabet='aB .!?“”"\n\u00a0'))
def test_sentences_hold_all_but_white_space(text):
    spans = list(split_sentences(text))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
