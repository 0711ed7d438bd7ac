"""Where a line says when: dates as forums print them, in many languages, and numbers that are none."""

import time

import pytest

from onrecord.accounts.postdates import is_counted, says_when
from onrecord.accounts.postsigns import ABOUT_USER, COUNTS, EDITED, JOINS, POST_CLASS, POST_ID, PROFILE, SAID_BY


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


def test_what_counts_from_a_day_unknown_is_told_from_a_date():
    assert [is_counted(phrase) for phrase in ("2 days ago", "Yesterday, 10:12", "vor 3 Tagen", "3 March 2009")] == [
        True, True, True, False,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "unit", ["comment-", "a-", "\u00a0", "1 point ", "joined ", "by ", "3 ", "12 days ", "Mar ", "/u", "a says"]
)
@pytest.mark.parametrize("pattern", [POST_ID, POST_CLASS, COUNTS, EDITED, ABOUT_USER, JOINS, PROFILE, SAID_BY])
def test_patterns_take_time_linear_in_the_line(pattern, unit):
    def seconds(length):
        text = unit * (length // len(unit))
        begun = time.process_time()
        pattern.sub("", text)
        return time.process_time() - begun

    assert min(seconds(20_000) / max(seconds(10_000), 1e-3) for _ in range(3)) < 3
