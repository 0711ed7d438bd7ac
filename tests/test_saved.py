"""Pages that were saved by a program that wrote into the file where it is from and when: a file says no more."""

from pathlib import Path

import pytest

import onrecord
from onrecord.accounts import segment
from onrecord.exports import page
from onrecord.sources import load
from onrecord.types import Account, Page

HTML = (
    "<html><head><title>Ferry</title></head><body><h1>Ferry talks</h1><p>The talks about the ferry go on, the port "
    "said.</p>"
)
SINGLEFILE = """<!--
 Page saved with SingleFile
 url: https://news.example/ferry?id=1
 saved date: Tue Mar 03 2020 10:04:05 GMT+0100 (Central European Standard Time)
-->"""
MONOLITH = "<!-- Saved from https://news.example/ferry at 2020-03-03T09:04:05Z using monolith v2.2.2 -->"
HTTRACK = (
    "<!-- Mirrored from news.example/ferry.html by HTTrack Website Copier/3.x [XR&CO'2014], Tue, 03 Mar 2020 "
    "09:04:05 GMT -->"
)
ARCHIVE = """<!--
     FILE ARCHIVED ON 09:04:05 Mar 03, 2020 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 11:12:13 Nov 22, 2026.
-->"""
BROWSER = "<!-- saved from url=(0026)https://news.example/ferry -->"


def _page(source: str) -> Page:
    (page,) = load("-", stdin=source.encode())
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize(
    ("source", "when", "address"),
    [
        (f"<!DOCTYPE html> <html>{SINGLEFILE}{HTML}", "2020-03-03T10:04:05+01:00", "https://news.example/ferry?id=1"),
        (f"{MONOLITH}\n{HTML}", "2020-03-03T09:04:05Z", "https://news.example/ferry"),
        (f"{HTML}{HTTRACK}", "2020-03-03T09:04:05Z", None),
        (f"{HTML}{'<p>More.</p>' * 2000}</body></html>{ARCHIVE}", "2020-03-03T09:04:05Z", None),
        (f"<!DOCTYPE html>\n{BROWSER}\n{HTML}", None, "https://news.example/ferry"),
        (f"<!-- saved from url=(0014)about:internet -->{HTML}", None, None),
        (f"{HTML}<!-- This page was last saved date: Tue Mar 03 2020 10:04:05 GMT+0100 -->", None, None),
    ],
    ids=["singlefile", "monolith", "httrack", "archive", "browser", "no-address", "another-remark"],
)
def test_where_a_page_was_saved_from_and_when(source: str, when: str | None, address: str | None) -> None:
    saved = _page(source)
    account = segment(saved)
    assert isinstance(account, Account)
    assert saved.retrieved == account.retrieved == when
    assert account.canonical == address
    if address:
        (origin,) = (one.origin for one in account.provenance if one.field == "canonical")
        assert origin is not None
        assert source[origin.start : origin.end] == address


def test_the_address_that_a_page_gives_for_itself_comes_first() -> None:
    account = segment(_page(f'{BROWSER}<link rel="canonical" href="https://other.example/x">{HTML}'))
    assert isinstance(account, Account)
    assert account.canonical == "https://other.example/x"


@pytest.mark.parametrize("when", ["2020-02-31T09:04:05Z", "2020-03-03T29:59:59Z", "2020-03-03T::::::::Z"])
def test_a_day_or_a_time_that_there_is_not_is_none(when: str) -> None:
    assert (
        _page(f"<!-- Saved from https://news.example/ferry at {when} using monolith v2.2.2 -->\n{HTML}").retrieved
        is None
    )


def test_the_page_of_a_record_says_when_its_pages_were_fetched(tmp_path: Path) -> None:
    file = tmp_path / "ferry.html"
    file.write_text(f"{MONOLITH}\n{HTML}", encoding="utf-8")
    assert "fetched 3 March 2020" in page(onrecord.build([file]))


def test_a_file_of_unended_remarks_takes_little_time() -> None:
    assert _page("<!--" * 100_000 + HTML).retrieved is None
