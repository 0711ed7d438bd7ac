"""The timeline of one account: what happened in its own clause, when, and what is no moment. All texts are invented."""

import time

import pytest

from onrecord.readings.cast.actors import Cast
from onrecord.readings.timeline import make_timeline
from onrecord.text.quotes import find_quotations
from onrecord.text.times import read_times
from onrecord.types import Account, Block, Origin, Span


def moments(text, published="2022-05-12"):
    """(what, words of time, EDTF) of each moment; every line of the text is a paragraph."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    blocks = tuple(Block("body", Span("a", *place), Origin(0, 0)) for place in paragraphs)
    account = Account(id="a", url="u", text=text, blocks=blocks, published=published, encoding="utf-8", sha256="")
    quoted = [(q.start, q.end) for q in find_quotations(text, paragraphs)]
    times = read_times(text, published, passages=paragraphs, quoted=quoted)
    timeline = make_timeline(Cast(account, paragraphs, []), paragraphs, quoted, times)
    return [(account.cut(m.what), account.cut(m.dated_by), m.date) for m in timeline]


def test_what_is_told_carries_across_paragraphs():
    text = "The lock was shut on 3 May 2021.\nThe following day the pumps failed.\nTwo days later it rained."
    assert [date for _, _, date in moments(text)] == ["2021-05-03", "2021-05-04", "2021-05-06"]


def test_a_clock_time_is_of_the_day_told_of_across_paragraphs():
    text = "The board met on Tuesday.\n“It was noon on Monday,” Dahl said.\nAt 4.40 p.m. the doors opened."
    assert moments(text)[-1][2] == "2022-05-10T16:40"


def test_a_clock_time_alone_is_of_the_accounts_day_or_undated():
    assert moments("The doors opened at 4.40 p.m.")[0][2] == "2022-05-12T16:40"
    assert moments("The doors opened at 4.40 p.m.", published=None)[0][2] is None


@pytest.mark.parametrize(
    "notice",
    [
        "Published 12 May 2022 at 10.14 a.m. Updated 7.19 p.m. BST",
        "UPDATE: 7:19 p.m.",
        "Last modified on Thursday 12 May 2022",
        "By Ines Dahl, 12 May 2022",
        "By Ines Dahl | May 12, 2022 | 4 min read",
        "© 2022 The Lock Gazette. All rights reserved.",
        "Copyright 2022 Lock Gazette",
        "This story was updated on Thursday with a comment of the board.",
        "This article was first published on 11 May 2022.",
        "May 12, 2022",
    ],
)
def test_what_is_said_of_the_account_is_no_moment(notice):
    assert moments(f"The lock was shut on Monday.\n{notice}") == [
        ("The lock was shut on Monday.", "Monday", "2022-05-09")
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "By Monday the lock was dry.",
        "The story of the lock began in 1911.",
        "The report was published on Monday.",
        "By 1911 the town had two mills.",
    ],
)
def test_what_is_said_of_the_matter_is_one(sentence):
    assert [what for what, _, _ in moments(sentence)] == [sentence]


def test_ages_and_lengths_are_no_moments():
    assert moments("Dahl, 44, led the 12-year-old board for three years and met it every week.") == []


def test_a_day_that_became_a_name_is_told_by_its_name():
    text = "The senate voted on Wednesday to let the families of Sept. 11 victims sue."
    assert moments(text) == [
        (text, "Wednesday", "2022-05-11"),
        ("Sept. 11 victims", "Sept. 11 victims", "2001-09-11"),
    ]
    assert len(moments(f"{text} {text} They spoke of 9/11. It was 9/11 again.")) == 4


@pytest.mark.parametrize(
    ("sentence", "words", "clause"),
    [
        ("The board met on Monday; the union stayed away.", "Monday", "The board met on Monday"),
        ("The board met on Monday, and the union struck on Tuesday.", "Tuesday", "the union struck on Tuesday."),
        ("The board met on Monday, and the union struck on Tuesday.", "Monday", "The board met on Monday"),
        (
            "The lock was sold in 2011 to Brel Inc., which has let it rot.",
            "2011",
            "The lock was sold in 2011 to Brel Inc.",
        ),
        ("The count begins on Friday, followed by a recount.", "Friday", "The count begins on Friday"),
        ("AKRON — The lock was shut on Monday.", "Monday", "The lock was shut on Monday."),
    ],
)
def test_the_clause_is_cut_out_where_it_stands_by_itself(sentence, words, clause):
    assert {when: what for what, when, _ in moments(sentence)}[words] == clause


@pytest.mark.parametrize(
    "sentence",
    [
        "The mill closed on Monday, and the union will sue, Dahl said.",
        "Dahl said the mill would close, and the union would sue on Monday.",
        "On Monday the board, which is led by Dahl, met.",
        "On Monday they met in Akron, Reno, and the old mill.",
        "“We met on Monday, and they lied,” Dahl said.",
        "The board — it met on Monday — has fallen.",
        "They meet on Monday, but the union will go if it rains.",
        "The lock (it was shut in May; it leaked) is old.",
    ],
)
def test_a_sentence_that_a_cut_would_change_stays_whole(sentence):
    assert {what for what, _, _ in moments(sentence)} == {sentence}


def test_an_uncertain_date_looks_uncertain():
    text = "It began more than two years ago. The lock was shut in late 2017. They met early on Tuesday afternoon."
    assert [date for _, _, date in moments(text)] == ["2020~", "2017~", "2022-05-10"]


def test_reading_takes_time_linear_in_the_length():
    def seconds(unit, count):
        began = time.process_time()
        moments(unit * (count // len(unit)))
        return time.process_time() - began

    for unit in ("on Monday, and he said ", "on Monday; it was ", "in May. ", "at 5 p.m. ", "© 2022\n", "“in May” "):
        assert any(seconds(unit, 40_000) / max(seconds(unit, 20_000), 1e-3) < 3 for _ in range(3)), unit


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("“We will not row by lamplight,” Dahl said. “Not this year, not ever.”", []),
        ("The lock was shut not in March but in April.", ["April"]),
        ("Nor this week, he said.", []),
        ("The board did not on Monday say why.", ["Monday"]),
        ("The lock will open, if not today, on Friday.", ["today", "Friday"]),
        ("“Why not this week?” Dahl said.", ["this week"]),
        ("The lock was shut not this year alone.", ["this year"]),
        ("The lock will not open until Friday.", ["Friday"]),
        ("It was not two weeks ago that the lock was shut.", ["two weeks ago"]),
        ("The lock did not open on Monday.", ["Monday"]),
    ],
)
def test_a_time_that_is_denied_heads_no_moment(sentence, times):
    assert [words for _, words, _ in moments(sentence)] == times
