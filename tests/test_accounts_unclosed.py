"""Words that something unclosed swallows are told: how many characters, and in what."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page


def account(html: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    return found


TALE = "The envoy told the harbour council that nobody would ever have to pay for the wall. " * 3
SWALLOWING = {
    "comment": (f"<!-- {TALE}<p>{TALE}</p>", 0),
    "question": (f"<?note {TALE}", 0),
    "script": (f"<script>var a = 1; {TALE}<p>{TALE}</p>", len("<script>")),
    "style": (f"<style>p {{}} {TALE}<p>{TALE}</p>", len("<style>")),
    "title": (f"<title>{TALE}<p>{TALE}</p>", len("<title>")),
    "textarea": (f"<textarea rows='2'>{TALE}<p>{TALE}</p>", len("<textarea rows='2'>")),
    "noscript": (f"<noscript><p>{TALE}</p>", len("<noscript>")),
    "template": (f"<template><p>{TALE}</p>", len("<template>")),
    "object": (f"<object><p>{TALE}</p>", len("<object>")),
    "tag": (f'<a title="x><p>{TALE}</p><p>{TALE}</p>', 0),
}


@pytest.mark.parametrize("what", SWALLOWING)
@pytest.mark.parametrize("second", [False, True])
def test_what_lies_in_something_unclosed_is_told(what, second, monkeypatch):
    html, before = SWALLOWING[what]
    if second:
        monkeypatch.setattr("onrecord.accounts.page.tokens.turbohtml", None)
    found = account(f"<article><h1>Wall</h1><p>{TALE}</p>{html}")
    assert not found.complete
    assert found.incomplete_because is not None
    assert found.incomplete_because.startswith(
        f"the last {len(html) - before:,} characters of the source lie in an unclosed "
    )


def test_a_template_that_only_the_end_of_what_it_stands_in_closes_is_told():
    found = account(f"<article><h1>Wall</h1><p>{TALE}</p><div><template><p>{TALE}</p></div><p>{TALE}</p></article>")
    assert found.incomplete_because == f"{len(TALE) + 7} characters of the source lie in an unclosed <template>"


@pytest.mark.parametrize(
    "html",
    [
        f"<!-- {TALE} -->",
        f"<!-- {TALE} --!>",
        f"<script>{TALE}</script>",
        f"<template><p>{TALE}</p></template>",
        f"<p>a < b {TALE}</p>",
        f"<!-- <script>{TALE}</script>",
        f"<script>var words = '{TALE}';",
        "<!-- made in 0.2 s",
    ],
)
def test_what_is_closed_or_holds_no_words_is_whole(html):
    found = account(f"<article><h1>Wall</h1><p>{TALE}</p></article>{html}")
    assert "unclosed" not in (found.incomplete_because or "")
