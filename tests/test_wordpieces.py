"""Texts are cut into the word pieces that the weights were trained with: those of the library `tokenizers`, its peer
here."""

import json
import subprocess
import sys
import time
from unicodedata import category, combining

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from onrecord.readings.model import tagger
from onrecord.readings.model.wordpieces import SPECIAL, UNKNOWN, WORDS_KEPT
from onrecord.shipped import shipped

MADE = json.loads(shipped(tagger.VOCABULARY))
VOCABULARY = tagger.vocabulary()


def peer() -> Tokenizer:
    numbers = {piece: number for number, piece in enumerate(MADE["pieces"])}
    tokenizer = Tokenizer(WordPiece(numbers, unk_token="[UNK]", max_input_chars_per_word=100))
    tokenizer.normalizer = BertNormalizer(
        clean_text=True, handle_chinese_chars=True, strip_accents=None, lowercase=True
    )
    tokenizer.pre_tokenizer = BertPreTokenizer()
    tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"])
    return tokenizer


PEER = peer()


def same(text: str) -> bool:
    """Whether both cut the text alike. A piece of ours may end later, by marks on its last letter. Where a mark is a
    letter to the vocabulary, which are some of Hangul and of Indic scripts, theirs tells the places of others for it:
    only the pieces count."""
    theirs, ours = PEER.encode(text, add_special_tokens=False), VOCABULARY.pieces(text)
    words = [None, *theirs.word_ids]
    cut_alike = [piece.number for piece in ours] == theirs.ids and [piece.first for piece in ours] == [
        word != before for word, before in zip(words[1:], words, strict=False)
    ]
    return cut_alike and (
        any(combining(character) and character not in VOCABULARY.marks for character in text)
        or all(
            piece.start == start and piece.end >= end and all(map(is_left_out, text[end : piece.end]))
            for piece, (start, end) in zip(ours, theirs.offsets, strict=True)
        )
    )


def is_left_out(character: str) -> bool:
    return character in VOCABULARY.marks | VOCABULARY.left_out or category(character) == "Co"


CHARACTERS = st.characters(exclude_categories=["Cs"])
WRITTEN = st.one_of(
    st.text(CHARACTERS),
    st.text(st.sampled_from("aeIoß \u0300\u0301\u0323\u0345\u302e\u1b44\u3099\ufe0f\u200d\u00ad.,-'[]")),  # marks
    st.text(st.sampled_from("一丁東京龍\uf900\ufa6e\U00020000\U0002b820\U0002f800かが한글ﬁ、。 a")),
    st.text(
        st.sampled_from(
            [*"\0\t\n\x0b\x0c\r\x1c\x7f\x85\xa0\u1680\u180e\u2028\u200b\ufeff\ufffd\ue000 ab.", "\U000f0000"]
        )
    ),
    st.sampled_from(MADE["pieces"]),
    st.sampled_from(
        [*SPECIAL, "[mask]", "[[SEP]]", "a" * 100, "a" * 101, "unfathomably" * 9, "é" * 100, "e\u0301" * 101]
    ),
)


@settings(max_examples=600)
@given(st.lists(WRITTEN, max_size=8).map("".join))
def test_any_text_is_cut_as_by_the_peer(text):
    assert same(text), ascii(text)


def test_every_character_is_read_as_by_the_peer():
    """Those of the first two planes, by themselves and within a word; beyond them nearly all are ideographs or not
    assigned."""
    characters = [chr(code) for code in range(0x20000) if not 0xD800 <= code < 0xE000]
    lines = [" ".join(f"{c} a{c}b" for c in characters[at : at + 512]) for at in range(0, len(characters), 512)]
    assert [ascii(line) for line in lines if not same(line)] == []


def test_the_comparison_sees_a_difference():
    assert same("The envoy, Zoë Brandt, left.")
    VOCABULARY.marks, marks = frozenset(), VOCABULARY.marks
    try:
        assert not same("Zo\u0308e\u0301 left")
    finally:
        VOCABULARY.marks = marks


@pytest.mark.parametrize(
    "written", ["Zoe\u0308", "José\u0301\u0302", "1\ufe0f", "か\u3099", "東\ufe00", "!\u0301", "e\u200d\u0301"]
)
def test_a_piece_reaches_over_the_marks_on_its_last_letter(written):
    assert VOCABULARY.pieces(f"said {written} on")[-2].end == len(f"said {written}")


def test_marks_without_a_letter_are_in_no_piece():
    assert VOCABULARY.pieces("\u0301\u0302 \u0301") == []
    assert [(piece.start, piece.end) for piece in VOCABULARY.pieces("no \u0301way")] == [(0, 2), (4, 7)]


def test_nothing_is_read_with_the_peer():
    code = (
        "import sys; sys.modules['tokenizers'] = None; from onrecord.readings.model import mark; mark('He left.', "
        "[(0, 8)])"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_half_a_character_is_not_known():
    (piece,) = VOCABULARY.pieces(chr(0xD800))
    assert piece.number == UNKNOWN


@pytest.mark.parametrize(
    "unit", ["a", "a ", "\u0301", "a\u0301", "\u0323\u0301", "東", "[MASK]", "[", ".", "\u200b", "한", "ab\u00ad"]
)
def test_hostile_words_take_linear_time(unit):
    begun = time.process_time()
    VOCABULARY.pieces(unit * (100_000 // len(unit)))
    assert time.process_time() - begun < 2


def test_the_words_that_are_kept_are_few_and_short():
    fresh = type(VOCABULARY)(shipped(tagger.VOCABULARY))
    for number in range(WORDS_KEPT + 100):
        fresh.pieces(f"w{number}")
    fresh.pieces("long" * 1000)
    kept = fresh._kept.cache_info()
    assert (kept.currsize, kept.maxsize) == (WORDS_KEPT, WORDS_KEPT)
    assert kept.misses == WORDS_KEPT + 100
