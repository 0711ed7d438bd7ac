"""Dates of pages: the looks that spare most lines of a page the search for one miss none."""

import pytest

from onrecord.accounts.lines.dates import (
    AGO,
    FORMS,
    MONTH_YEAR,
    NO_YEAR,
    SHORT_YEAR,
    dated,
    find_date,
    order_told_by,
    read_date,
)

LINES = (
    "3 March 2009", "March 3, 2009", "3. März 2009", "03-Mar-2009", "3rd of May 2019", "14 de marzo de 2019", (
        "Sept. 14, 2019"
    ),
    "5 θ 2019", "14 февраля 2019", "7 ΙΑΝΟΥΑΡΊΟΥ 2019", "2019-02-28T13:25:00Z", "28.2.2019", "2/28/2019", (
        "2019 年 2 月 28 日"
    ),
    "2019년 2월 28일", "MAY 2019", "Mar 3", "3rd Mar", "3.März", "3 May '09", "28.02.19", "2 days ago", "3h", "an hour ago",
    "a few minutes ago", "two weeks ago", "vor 3 Tagen", "il y a 5 jours", "hace 2 meses", "Yesterday", "just now", (
        "Heute"
    ),
    "It was in 2019", "Room 19-20", "a 12 step plan", "© 2020 The Harbour Paper", "May be", "", "20 may well march 19", (
        "1 of 20"
    ),
)  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_looked_at_as_if_all_forms_were_looked_for(line):
    for text in (line, f"Posted {line} by Ann Lee", line.upper(), line * 30):
        assert dated(text) == any(form.search(text) for form in (*FORMS, SHORT_YEAR, MONTH_YEAR, NO_YEAR, AGO))
        found = [match.span() for form in FORMS if (match := form.search(text))]
        first = find_date(text)
        assert (first and first[:2]) == min(found, key=lambda span: (span[0], -span[1]), default=None)


def test_a_date_is_looked_for_between_its_bounds_only():
    text = "1 May 2018, 2 June 2019, 3 July 2020"
    assert find_date(text, 11, 24) == (12, 23, "2019-06-02")
    assert find_date(text, 11, 20) is None


def test_the_order_of_numeric_dates_is_told_by_those_that_can_be_read_in_one_way():
    assert order_told_by("3/4/2019 and 28/2/2019") == "day first"
    assert order_told_by("3-4-2019, 2-28-2019 12:30") == "month first"
    for text in ("28/2/2019, 2/28/2019", "3/4/2019", "28.2.2019", "128/2/2019", "28/2-2019", "28/2/20190"):
        assert order_told_by(text) is None
    assert order_told_by("28/2/2019 2/28/2019", 9) == "month first"


def test_a_stamp_is_read_without_the_other_forms():
    assert read_date(" 2019-02-28T13:25:00+0100 ") == "2019-02-28T13:25:00+01:00"
    assert read_date("2019-13-28") is None
    assert read_date("20190228") == "2019-02-28"
