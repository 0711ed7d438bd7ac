"""Where a line says when: dates as forums print them, in many languages, and numbers that are none."""

import time

import pytest

from onrecord.accounts.lines.words import in_lower_case, is_button, is_form
from onrecord.accounts.page.markup import read_markup
from onrecord.accounts.thread.marks import Marks
from onrecord.accounts.thread.signs import (
    ABOUT_USER,
    AUTHOR,
    COUNTS,
    DATED,
    EDITED,
    JOINS,
    JOINS_BEFORE,
    POST_CLASS,
    POST_ID,
    PROFILE,
    SAID_BY,
    is_name,
    said_by,
    unjoined,
)
from onrecord.text.dates.printed_forms import DIGITS
from onrecord.text.dates.questions import is_counted, says_when


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Posted: Tue Mar 03, 2009 3:12 am", "Tue Mar 03, 2009 3:12 am"),
        ("by Bo » 3 Mar 2009 03:12", "3 Mar 2009 03:12"),
        ("2009-03-03T03:12:10Z", "2009-03-03T03:12:10Z"),
        ("am 3. März 2009 um 10:12 Uhr", "3. März 2009 um 10:12"),
        ("Gestern, 10:32", "Gestern, 10:32"),
        ("vor etwa 3 Stunden", "vor etwa 3 Stunden"),
        ("le mardi 3 mars 2009 à 03h12", "mardi 3 mars 2009 à 03h12"),
        ("il y a 2 jours", "il y a 2 jours"),
        ("3 de marzo de 2009, 10:12", "3 de marzo de 2009, 10:12"),
        ("hace 3 días", "hace 3 días"),
        ("3 stycznia 2009, 10:12", "3 stycznia 2009, 10:12"),
        ("3 января 2009", "3 января 2009"),
        ("2009年3月3日 03:12", "2009年3月3日 03:12"),
        ("14. 01. 2020, 20:29", "14. 01. 2020, 20:29"),
        ("Mar 3 '09 at 3:12", "Mar 3 '09 at 3:12"),
        ("3-Mar-09", "3-Mar-09"),
        ("4/30/19", "4/30/19"),
        ("macbo28.09.1912:44", "28.09.1912:44"),
        ("Tuesday at 4:27 AM", "Tuesday at 4:27 AM"),
        ("3:21pm On Mar 09, 2023", "3:21pm On Mar 09, 2023"),
        ("Asked 1 year, 7 months ago", "1 year, 7 months ago"),
        ("Bo · 2d", "2d"),
        ("about an hour ago", "about an hour ago"),
        ("March 2009", "March 2009"),
        ("link78 Le 12/02 à 11:30", "12/02 à 11:30"),
    ],
)
def test_a_date_is_found_as_it_is_printed(line, date):
    place = says_when(line)
    assert place is not None
    assert line[slice(*place)] == date


@pytest.mark.parametrize(
    "line",
    [
        "Top 10 boats of the year",
        "5 out of 7 people",
        "Set 1. Run 20 metres",
        "you may 2",
        "Canon EOS R7, 1/250s",
        "633 W 5th St",
        "He had been rowing for 30 years and nobody had ever asked him for a ticket.",
        "Replies: 12",
        "Version 3.1.2",
        "We won 12/02 in the end",
    ],
)
def test_what_is_no_date_is_none(line):
    assert says_when(line) is None


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("POSTED 3 MARCH 2009 AT 10:12 PM", "3 MARCH 2009 AT 10:12 PM"),
        ("İzmir, yesterday", "yesterday"),
        ("İİ 3 May 2009", "3 May 2009"),
        ("Mon 3 May 2009, then 4 May 2010", "Mon 3 May 2009"),
        ("4 May, and 3 May 2009", "3 May 2009"),
        ("2 days ago, not yesterday", "2 days ago"),
        ("yesterday, not 2 days ago", "yesterday"),
    ],
)
def test_a_date_stands_where_it_is_found_whatever_the_case(line, date):
    start, end = says_when(line)
    assert line[start:end] == date


def test_a_month_that_is_a_word_needs_a_capital_letter_or_a_year():
    assert [says_when(line) is not None for line in ("3 May", "the 3 may", "may 3", "MAY 3", "3 may 2009")] == [
        True, False, False, True, True,
    ]  # fmt: skip


def test_a_line_says_who_speaks():
    assert said_by("Bo Ek says:") == "Bo Ek"
    assert said_by("İnci WROTE…") == "İnci"
    assert said_by("The ferry left at noon.") is None
    assert said_by("says:") is None


def test_what_binds_a_name_to_a_date_is_left_out():
    assert unjoined("Posted by Bo Ek on ") == "Bo Ek"
    assert unjoined("» İnci Says, ") == "İnci"
    assert not unjoined(" on – ")
    assert unjoined("Salon 5") == "Salon 5"


def test_a_button_and_a_date_are_no_names():
    assert [is_name(text) for text in ("Bo Ek", "REPLY", "3 May 2009", "Member Since 2004", "Edited", "…")] == [
        True, False, False, False, False, False,
    ]  # fmt: skip
    assert is_button("LOG IN or register to post comments (12345)!!!")
    assert is_form("Your E-Mail Address will not be shown")
    assert not is_form("The ferry left at noon")


def test_lower_case_keeps_the_places_of_characters():
    assert len(in_lower_case("İSTANBUL ÀÉ ß")) == len("İSTANBUL ÀÉ ß")


@pytest.mark.parametrize(
    "source",
    [
        "<p>One<br>two<p>\u00a0<div>three&#10;four</div><pre>five\n\n&#13;six\x0b\n</pre>seven",
        "\u2028<p>One\u2028two\x85three</p><noscript><p>four</p></noscript><iframe/>five",
        "",
        "<p>&nbsp;</p>",
    ],
)
def test_the_lines_of_the_text_are_the_pieces(source):
    markup = read_markup(source)
    printed = Marks(markup, None).printed
    pieces = [markup.text[piece.start : piece.end] for piece in markup.pieces]
    assert printed[: len(pieces)] == pieces
    assert len(printed) == len(pieces)


def test_what_counts_from_a_day_unknown_is_told_from_a_date():
    assert [is_counted(phrase) for phrase in ("2 days ago", "Yesterday, 10:12", "vor 3 Tagen", "3 March 2009")] == [
        True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unit", ["comment-", "a-", "\u00a0", "1 point ", "joined ", "by ", "3 ", "12 days ", "Mar ", "/u", "a says"]
)
@pytest.mark.parametrize(
    "pattern",
    [POST_ID, POST_CLASS, COUNTS, EDITED, ABOUT_USER, AUTHOR, DATED, DIGITS, JOINS, JOINS_BEFORE, PROFILE, SAID_BY],
)
def test_patterns_take_time_linear_in_the_line(pattern, unit):
    def seconds(length):
        text = unit * (length // len(unit))
        begun = time.process_time()
        pattern.sub("", text)
        return time.process_time() - begun

    assert min(seconds(20_000) / max(seconds(10_000), 1e-3) for _ in range(3)) < 3
