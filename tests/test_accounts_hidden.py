"""What a page hides is not read as said, whichever way it hides it."""

import time

import pytest

from onrecord.accounts import segment
from onrecord.accounts.page.markup import read_markup
from onrecord.types import Account, Page

LINE = "The ferry left the harbour at noon."
SHOWN = f"<p>{12 * (LINE + ' ')}</p>"
SECRET = "the envoy never said these seven words"


@pytest.mark.parametrize(
    "html",
    [
        f"<p hidden>{SECRET}</p>",
        f"<p style='display: none'>{SECRET}</p>",
        f"<style>.x{{display:none}}</style><div class='a x'><p>{SECRET}</p></div>",
        f"<style>p{{color:red}} .y, #z {{ color: red; display : none !important }}</style><p id=z>{SECRET}</p>",
        f"<p class=x>{SECRET}</p><style>.x{{display:none}}</style>",
    ],
)
def test_hidden_words_are_not_read_and_their_place_is_kept(html):
    source = SHOWN + html
    markup = read_markup(source)
    assert markup.text == " ".join(12 * [LINE])
    ((start, end, words),) = markup.hidden
    assert (source[start:end], words) == (SECRET, 7)


@pytest.mark.parametrize(
    "sheet",
    [
        "@media print { .x { display: none } }",
        ".x { display: none } .x { display: block }",
        "/* .x { display: none } */",
        ".x:empty { display: none }",
        ".x { visibility: hidden }",
    ],
)
def test_rules_that_do_not_hide_on_every_screen_hide_nothing(sheet):
    assert SECRET in read_markup(f"<style>{sheet}</style>{SHOWN}<p class=x>{SECRET}</p>").text


def test_a_sheet_for_print_hides_nothing():
    assert SECRET in read_markup(f"<style media=print>.x{{display:none}}</style><p class=x>{SECRET}</p>").text


@pytest.mark.parametrize(
    "sheet", [".a{display:none" * 100_000, "/*" * 100_000 + ".a{display:none}", ".a{" * 100_000, "}" * 200_000]
)
def test_a_sheet_that_never_ends_takes_no_longer_than_its_length(sheet):
    begun = time.process_time()
    assert SECRET in read_markup(f"<style>{sheet}</style>{SHOWN}<p class=a>{SECRET}</p>").text
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "sheet",
    [
        "/* a */*{margin:0}.x{display:none}",
        "/* /* */.x{/**/display:none}",
        "/*/ */.x{display:none}/* .x{display:block}",
    ],
)
def test_a_comment_ends_where_it_first_can(sheet):
    assert SECRET not in read_markup(f"<style>{sheet}</style>{SHOWN}<p class=x>{SECRET}</p>").text


def test_what_a_style_sheet_hides_in_bulk_is_for_a_script_to_unfold():
    html = f"<style>.tab{{display:none}}</style>{SHOWN}" + f"<div class=tab><p>{SECRET}</p></div>" * 9
    assert read_markup(html).text.count(SECRET) == 9


def test_what_a_form_holds_is_chrome():
    html = f"<h1>Ferry leaves</h1>{SHOWN}<form><textarea>{SECRET}</textarea></form>"
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert [block.kind for block in found.blocks if found.cut(block.span) == SECRET] == ["chrome"]


def account(html: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    return found


def test_an_account_lists_the_places_of_hidden_words():
    html = f"{SHOWN}<div hidden><p>{SECRET}</p> <p>and more</p></div>{SHOWN}<p style='display:none'>once again</p>"
    found = account(html)
    assert [html[place.start : place.end] for place in found.hidden] == [f"{SECRET}</p> <p>and more", "once again"]
    assert SECRET not in found.text


@pytest.mark.parametrize(
    "html",
    [
        f"<template><p>{SECRET}</p></template>",
        f"<script>{SECRET}</script><style>{SECRET}</style>",
        f"<div hidden><script>{SECRET}</script><template><p>{SECRET}</p></template></div>",
        f"<select hidden><option>{SECRET}</option></select>",
        f"<div hidden>  </div><!-- {SECRET} -->",
    ],
)
def test_what_nobody_would_see_in_any_case_is_not_listed(html):
    assert account(SHOWN + html).hidden == ()


def test_what_is_hidden_by_itself_and_by_a_sheet_around_something_shown_is_two_runs():
    html = f"<style>.x{{display:none}}</style>{SHOWN}<b class=x>one two</b> and <i hidden>three</i>{SHOWN}"
    assert [html[place.start : place.end] for place in account(html).hidden] == ["one two", "three"]
