"""Where sentences end."""

import itertools
import time

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
    (
        "Rep. Ines Dahl saw Sen. Vik and Gov. Lee. The 19 Sept. 11 hijackers were named on Jan. 6.",
        ["Rep. Ines Dahl saw Sen. Vik and Gov. Lee.", "The 19 Sept. 11 hijackers were named on Jan. 6."],
    ),
    ("U.S. President Ada Orr left the U.S. She flew on.", ["U.S. President Ada Orr left the U.S.", "She flew on."]),
    ("Exhibit No. 5 came from St. Petersburg. He said no. Dahl sat. Orr left.", 4),
    ("He owns Brel Inc. with Dahl. Orr vs. Brel Inc. Chief Vik began. It was in Sept. The rain fell.", 4),
    ("F.B.I. Agent J.R.R. Menn met Michael G. Orr. It was plan B. They agreed.", 3),
    ("At 5 p.m. Dahl left. It closed at 6 p.m. Wed. and at 7 p.m. The rest is known.", 3),
    ("“I ... I don’t know.” “We ... and they . . . came.” He waited... Then he left… Orr stayed.", 5),
    ("MS. VELD: Good evening. DR. ORR AND SEN. DAHL: Thank you.", 2),
    ("She has MS. The doctors know. He lives in Biloxi, MS. It is warm.", 4),
    ("Dahl, of Akron, Ohio, moved to Reno, Nev. The house is large. She was ill. Orr came.", 4),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences(text, sentences):
    found = [text[start:end] for start, end in split_sentences(text)]
    assert (len(found) if isinstance(sentences, int) else found) == sentences


def test_the_end_of_a_sentence_leaves_out_its_mark():
    assert sentence_end("So it was. And then", 0, 19) == len("So it was")


@given(st.text(alphabet='aB .!?“”"\n\u00a0'))
def test_sentences_hold_all_but_white_space(text):
    spans = list(split_sentences(text))
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "unit", [".", ". ", "A.", "A. ", "At 5 p.m. ", "a.b.c.", "...", "St. ", "No. 5 ", "”", "\n", "x"]
)
def test_splitting_takes_time_linear_in_the_length(unit):
    def seconds(count: int) -> float:
        text = unit * (count // len(unit))
        began = time.process_time()
        assert list(split_sentences(text)) or not text.strip()
        return time.process_time() - began

    ratios = [seconds(80_000) / max(seconds(40_000), 1e-3) for _ in range(4)]
    assert min(ratios) < 2.8
