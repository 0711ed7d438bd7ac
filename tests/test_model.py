"""The attribution model: what it is shown, how its numbers become spans, and that a changed model is refused."""

import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import onrecord.readings.model
from onrecord.readings.model import ModelError, attributions, decode, load, mark, tagger
from onrecord.readings.model.signed import signed
from onrecord.readings.model.windows import QUOTED, Pieces, curly, pack, pieces

FOLDER = Path(onrecord.readings.model.__file__).parent


def paragraphs(text):
    spans, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "shown", "quoted"),
    [
        ('He said, "I am."', "He said, “I am.”", '"I am."'),
        ("‘I can’t go,’ he said.", "“I can't go,” he said.", "‘I can’t go,’"),
        ("'I can't go,' he said.", "“I can't go,” he said.", "'I can't go,'"),
        ("„Ja“, said Anna.", "“Ja”, said Anna.", "„Ja“"),
        ("«Oui», said Anne.", "“Oui”, said Anne.", "«Oui»"),
        ("»Ja«, said Anna.", "“Ja”, said Anna.", "»Ja«"),
        ("「はい」 said Abe.", "“はい” said Abe.", "「はい」"),
        ("''We are,'' he said.", "“ We are, ” he said.", "''We are,''"),
        ("“One ‘two’ three,” he said", "“One 'two' three,” he said", "“One ‘two’ three,”"),
        ("“It goes on", "“It goes on", "“It goes on"),
        ('It is "fair. He left "for good".', "It is “fair. He left “for good”.", '"fair."for good"'),
        ("The 6'2\" man left.", "The 6'2\" man left.", ""),
        ("the dogs' lives in the '90s", "the dogs' lives in the '90s", ""),
        ("a mark” that nothing opened", "a mark” that nothing opened", ""),
    ],
)
def test_every_style_of_marks_is_shown_as_curly(text, shown, quoted):
    mark_up, inside = curly(text)
    assert mark_up == shown
    assert "".join(c for c, within in zip(text, inside, strict=False) if within) == quoted


@given(st.text(alphabet="ab .,\"'“”‘’«»„「」0\n"))
def test_marks_never_move_an_offset(text):
    shown, inside = curly(text)
    assert len(shown) == len(text)
    assert len(inside) == len(text) + 1


@pytest.mark.parametrize("unit", ["'a ", '"', "‘a ", "'a' ", "“", "''", "a's ", "«", '6"'])
def test_hostile_marks_take_linear_time(unit):
    begun = time.process_time()
    curly(unit * (600_000 // len(unit)))
    assert time.process_time() - begun < 3


def made_up(lengths, quoted=None):
    """Pieces of paragraphs of these lengths: each piece one word of one character."""
    count = sum(lengths)
    at = np.arange(count, dtype=np.int64)
    bounds = np.append(0, np.cumsum(lengths)).astype(np.int64)
    opens = np.array(quoted or [False] * len(lengths), bool)
    return Pieces(at + 2000, at, at + 1, np.zeros(count, np.int64), np.ones(count, bool), bounds, opens)


@given(st.lists(st.integers(0, 500), max_size=12), st.integers(16, 200))
def test_windows_hold_every_piece_once_and_in_order(lengths, size):
    windows = pack(made_up(lengths), size)
    assert all(len(window) <= size for window in windows)
    assert all(window[0] == -1 and window[-1] == -1 for window in windows)
    held = np.concatenate([window[window >= 0] for window in windows]) if windows else np.array([])
    assert held.tolist() == list(range(sum(lengths)))


def test_a_paragraph_that_opens_with_a_quotation_keeps_the_one_before_it():
    lengths = [60, 60, 60, 60]
    plain = pack(made_up(lengths), 192)
    quoting = pack(made_up(lengths, [False, False, False, True]), 192)
    assert [int(window[1]) for window in plain] == [0, 180]
    assert [int(window[1]) for window in quoting] == [0, 120]


def numbers(tags, cue_of=(), source_of=(), width=decode.TAGS + decode.NAMES + 4 * decode.LINK):
    """What a network would say of a window of len(tags) words after [CLS], sure of itself: one label for each word,
    the word of the cue for each content word, and the word of the source (or None) for each cue word."""
    out = np.zeros((len(tags) + 1, width), np.float32)
    out[np.arange(1, len(tags) + 1), tags] = 9
    head = [decode.TAGS + decode.NAMES + number * decode.LINK for number in range(4)]
    for word in range(len(tags) + 1):  # each place has a key of its own
        out[word, head[1] + word] = out[word, head[3] + word] = 5
    for word, cue in cue_of:
        out[word + 1, head[0] + cue + 1] = 5
    for word, source in source_of:
        out[word + 1, head[2] + (0 if source is None else source + 1)] = 5
    return out


def at(count, quoted=()):
    starts = np.arange(count, dtype=np.int64) * 10
    marks = np.isin(np.arange(count), list(quoted))
    return decode.Words(starts, starts + 9, marks, np.zeros(count, np.int64), np.arange(1, count + 1))


def test_content_broken_by_its_cue_is_one_attribution():
    # "Yes , " she said , "today"
    out = numbers([5, 6, 1, 3, 0, 5], cue_of=[(0, 3), (1, 3), (5, 3)], source_of=[(3, 2)])
    (found,) = decode.attributions(out, at(6, quoted=(0, 1, 5)))
    assert found[:3] == (((0, 2), (5, 6)), (3, 4), (2, 3))


def test_a_content_between_two_cues_is_not_taken_over_a_third():
    # the first content points a little more to the third cue, past the second
    tags = [3, 5, 3, 0, 3, 5]
    out = numbers(tags, cue_of=[(1, 4), (5, 4)], source_of=[(0, None), (2, None), (4, None)])
    out[2, decode.TAGS + decode.NAMES + 1] = out[2, decode.TAGS + decode.NAMES + 3] = 4.8
    found = decode.attributions(out, at(6))
    assert [one.content for one in found] == [((1, 2),), ((5, 6),)]


def test_two_cues_share_the_source_that_both_point_to():
    # she said X and added Y
    out = numbers([1, 3, 5, 0, 3, 5], cue_of=[(2, 1), (5, 4)], source_of=[(1, 0), (4, 0)])
    first, second = decode.attributions(out, at(6))
    assert first.source == second.source == (0, 1)


def test_a_cue_that_points_to_none_has_no_source():
    out = numbers([1, 3, 5], cue_of=[(2, 1)], source_of=[(1, None)])
    (found,) = decode.attributions(out, at(3))
    assert found.source is None


def test_a_cue_may_point_to_a_word_that_was_not_tagged():
    out = numbers([0, 3, 5], cue_of=[(2, 1)], source_of=[(1, 0)])
    (found,) = decode.attributions(out, at(3))
    assert found.source == (0, 1)


def test_a_short_unquoted_fragment_beside_a_quotation_is_dropped():
    tags = [5, 6, 6, 1, 3, 5]
    cue_of = [(0, 4), (1, 4), (2, 4), (5, 4)]
    out = numbers(tags, cue_of=cue_of, source_of=[(4, 3)])
    (beside_quotation,) = decode.attributions(out, at(6, quoted=(0, 1, 2)))
    (unquoted,) = decode.attributions(out, at(6))
    assert beside_quotation.content == ((0, 3),)
    assert unquoted.content == ((0, 3), (5, 6))


def test_a_doubtful_fragment_of_a_content_is_left_out_if_it_is_not_quoted():
    # said that X ... Y, where the network is not sure that Y is content
    tags = [3, 5, 6, 6, 6, 6, 0, 0, 0, 0, 5, 6]
    out = numbers(tags, cue_of=[(word, 0) for word in (1, 2, 3, 4, 5, 10, 11)], source_of=[(0, None)])
    (sure,) = decode.attributions(out, at(12))
    out[11:13, 0] = 9.0  # even, but for what is taken from O
    (doubtful,) = decode.attributions(out, at(12))
    (quoted,) = decode.attributions(out, at(12, quoted=(10, 11)))
    assert sure.content == quoted.content == ((1, 6), (10, 12))
    assert doubtful.content == ((1, 6),)


def test_a_doubtful_content_stays_if_it_is_the_only_one():
    out = numbers([3, 5], cue_of=[(1, 0)], source_of=[(0, None)])
    out[2, 0] = 9.2
    (found,) = decode.attributions(out, at(2))
    assert found.content == ((1, 2),)


def test_labels_that_make_no_spans_are_mended():
    out = numbers([0, 6, 6, 3], cue_of=[(1, 3), (2, 3)], source_of=[(3, None)])
    out[2, 5] = 8  # the word could well begin the content
    (found,) = decode.attributions(out, at(4))
    assert found.content == ((1, 3),)


def test_a_single_word_the_network_hardly_prefers_begins_no_content():
    out = numbers([3, 5, 6, 0, 0, 0, 0, 0, 0], cue_of=[(1, 0), (2, 0), (7, 0)], source_of=[(0, None)])
    out[8, 0], out[8, 5] = 8.0, 8.1
    (found,) = decode.attributions(out, at(9))
    assert found.content == ((1, 3),)


def test_a_gap_the_network_hardly_prefers_does_not_end_a_content():
    out = numbers([3, 5, 6, 0, 6, 6], cue_of=[(1, 0), (2, 0), (3, 0), (4, 0), (5, 0)], source_of=[(0, None)])
    out[4, 0], out[4, 6] = 9.4, 8.0
    (found,) = decode.attributions(out, at(6))
    assert found.content == ((1, 6),)


@given(st.lists(st.lists(st.floats(-6, 6, width=16), min_size=7, max_size=7), min_size=1, max_size=12))
def test_every_path_is_made_of_spans(rows):
    path = decode._path(np.array(rows, np.float32).reshape(-1, 7), decode.STEPS, decode.SETTLED)
    for before, label in zip([0, *path[:-1]], path, strict=True):
        assert label == 0 or label % 2 == 1 or before in (label, label - 1)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("the pier is unsafe and", "the pier is unsafe"),
        ("the pier is unsafe, but ", "the pier is unsafe"),
        ("his plan for the ferry, which", "his plan for the ferry"),
        ("the pier is unsafe", "the pier is unsafe"),
        ("ships come and go", "ships come and go"),
        ("who", "who"),
        ("“one or the other,”", "“one or the other,”"),
    ],
)
def test_no_content_ends_in_a_word_that_joins_on_what_follows(said, kept):
    text = "He said " + said
    one = decode.Found(((0, 1),), (1, 2), None, (-0.1, -0.1, -0.1, -0.1, -0.1, 0.0))
    starts, ends = np.array([8, 3]), np.array([len(text), 7])
    words = decode.Words(starts, ends, np.zeros(2, bool), np.zeros(2, np.int64), np.arange(1, 3))
    ((start, end),) = tagger.attribution(one, words, text).content
    assert text[start:end] == kept


def test_names_of_a_window():
    out = numbers([0, 0, 0, 0])
    for word, label in enumerate([1, 2, 0, 5]):
        out[word + 1, decode.TAGS + label] = 9
    assert decode.names(out, at(4)) == [("person", 0, 2), ("place", 3, 4)]


SIGNED = 'Readers wrote in.\n“The ferry was never late.” ― Ada Brook, a teacher\n"It never came."\n- Tom Reed\n'


def test_signed_quotations():
    found = [(SIGNED[slice(*one.content)], SIGNED[slice(*one.source)]) for one in signed(SIGNED, paragraphs(SIGNED))]
    assert found == [("“The ferry was never late.”", "Ada Brook"), ('"It never came."', "Tom Reed")]
    assert {source for source, _, _ in said(SIGNED)} >= {("Ada Brook",), ("Tom Reed",)}


@pytest.mark.parametrize(
    "text",
    [
        "“The ferry was never late.”",
        "“The ferry was never late.” – a visitor herself says so",
        "The sign read “No ferry.” — Ada Brook",
        "“No ferry”\n\n— When it came at last, nobody was there to see it",
        "The ferry — Ada Brook",
    ],
)
def test_what_is_no_signed_quotation(text):
    assert list(signed(text, paragraphs(text))) == []


@pytest.mark.parametrize("unit", ["a — B ", '"', "”— ", '"a"\n— Bo\n', "-", " "])
def test_hostile_signatures_take_linear_time(unit):
    text = "“x” " + unit * (300_000 // len(unit))
    begun = time.process_time()
    list(signed(text, paragraphs(text)))
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("name", ["attribution.onnx", "vocabulary.json"])
def test_a_changed_or_missing_model_is_refused(name, tmp_path, monkeypatch):
    copy = tmp_path / "readings" / "model"
    shutil.copytree(FOLDER, copy)
    monkeypatch.setattr("onrecord.shipped.files", lambda _: tmp_path)
    changed = copy / name
    changed.write_bytes(changed.read_bytes()[:-1] + b"?")
    load.cache_clear()
    tagger.vocabulary.cache_clear()
    with pytest.raises(ModelError, match=re.escape(name)):
        load()
    changed.unlink()
    with pytest.raises(ModelError, match="cannot be read"):
        load()
    monkeypatch.undo()
    load.cache_clear()


def test_no_telemetry_is_joined_that_a_program_has_let_onnxruntime_begin(tmp_path):
    """Nothing ends it, so that the rules stand alone; where it was off before, nothing changes."""
    code = """
import os, sys, onnxruntime, onrecord
(reading,) = onrecord.build([sys.argv[1]]).readings
print(reading.model is not None, os.environ.get("ORT_DISABLE_TELEMETRY"))
"""
    sample = FOLDER.parents[1] / "samples" / "kalmere-tribune.html"
    home = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    without = {key: value for key, value in os.environ.items() if key != "ORT_DISABLE_TELEMETRY"}
    said = [
        subprocess.run([sys.executable, "-c", code, sample], env=own, check=True, capture_output=True).stdout.split()
        for own in ({**without, **home}, {**without, **home, "ORT_DISABLE_TELEMETRY": "1"})
    ]
    assert said == [[b"False", b"None"], [b"True", b"1"]]


TEXT = (
    "The harbour will close for a month, the port's director, Olga Brandt, said on Monday.\n"
    '"We have no money," Brandt told reporters. "We will open again in June."\n'
    "\n"
    "Martin Osei, who leads the dockers' union, called the plan “a disgrace” and added that his members would strike.\n"
)


def said(text):
    return [
        (
            tuple(text[start:end] for start, end in found.source),
            tuple(text[start:end] for start, end in found.cue),
            " ".join(text[start:end] for start, end in found.content),
        )
        for found in attributions(text, paragraphs(text))
    ]


def test_who_said_what():
    found = said(TEXT)
    assert any("Olga Brandt" in source[0] and cue[0].startswith("said") for source, cue, _ in found if source)
    assert any("We have no money" in content and "open again in June" in content for _, _, content in found)
    assert any("Osei" in source[0] and "would strike" in content for source, _, content in found if source)


@pytest.mark.parametrize("marks", ["“”", "‘’", "''", "«»", "„“", "「」"])
def test_the_style_of_the_marks_changes_nothing(marks):
    plain = 'Brandt spoke on Monday.\n"We have no money for it," she told reporters after the meeting.\n'
    first, second = (index for index, c in enumerate(plain) if c == '"')
    styled = plain[:first] + marks[0] + plain[first + 1 : second] + marks[1] + plain[second + 1 :]
    assert attributions(styled, paragraphs(styled)) == attributions(plain, paragraphs(plain))


def test_names_come_with_the_attributions():
    named = {(name.kind, TEXT[name.start : name.end]) for name in mark(TEXT, paragraphs(TEXT)).names}
    assert ("person", "Martin Osei") in named


def test_spans_lie_within_their_paragraphs_and_hold_words():
    spans = paragraphs(TEXT)
    for found in attributions(TEXT, spans):
        assert 0 <= found.score <= 1
        for start, end in (*found.content, *found.cue, *found.source):
            assert TEXT[start:end].strip() == TEXT[start:end] != ""
            assert any(low <= start < end <= high for low, high in spans) or "\n" in TEXT[start:end]


def test_paragraphs_left_out_are_not_read():
    body = paragraphs(TEXT)[:1]
    for found in attributions(TEXT, body):
        assert all(end <= body[0][1] for _, end in (*found.content, *found.cue, *found.source))


def test_nothing_to_read():
    assert attributions("", []) == ()
    assert attributions(" \n ", [(0, 1)]) == ()


def test_the_same_text_gives_the_same_answer():
    assert attributions(TEXT, paragraphs(TEXT)) == attributions(TEXT, paragraphs(TEXT))


def test_a_long_paragraph_is_read_to_its_end():
    text = " ".join(f"The mayor of town {number} said that the bridge was safe." for number in range(60))
    found = attributions(text, [(0, len(text))])
    assert len(found) > 50
    assert found[-1].content[0][0] > len(text) - 60


def test_quoted_words_are_told_apart():
    text = 'He said "no".'
    found = pieces(load().vocabulary, text, [(0, len(text))])
    quoted = [text[s:e] for s, e, f in zip(found.start, found.end, found.feature, strict=True) if f & QUOTED]
    assert quoted == ['"', "no", '"']
