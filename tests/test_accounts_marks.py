"""Marks that a browser draws and the source does not have: those of `<q>`, and lines through words."""

import pytest

from onrecord.accounts import segment
from onrecord.readings import read
from onrecord.types import Account, Page

PAGE = """<!doctype html><html><head><title>River talks end early</title></head><body><article><h1>River talks end early</h1>
<p>The talks on the river ended on Thursday without a deal, officials of both towns said after two days of waiting.</p>
{more}<p>Nobody named a date for the next meeting, which had been planned for the spring of this year.</p></article></body></html>"""


def account(more: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=PAGE.format(more=more).encode()))
    assert isinstance(found, Account)
    return found


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p><q>We shall meet again</q>, said Ann Lee.</p>", "“We shall meet again”, said Ann Lee."),
        (
            "<p>Ann Lee said: <q>We shall meet again.</q> She left.</p>",
            "Ann Lee said: “We shall meet again.” She left.",
        ),
        ("<p><q>She told us <q>no</q> at noon</q>, he said.</p>", "“She told us ‘no’ at noon”, he said."),
        ("<p><q><b>We</b> shall <i>meet</i></q> again, said Ann Lee.</p>", "“We shall meet” again, said Ann Lee."),
        ("<p><q>“We shall meet again”</q>, said Ann Lee.</p>", "“We shall meet again”, said Ann Lee."),
        ("<p>“<q>We shall meet again</q>”, said Ann Lee.</p>", "“We shall meet again”, said Ann Lee."),
        (
            "<p>A <q></q>word, and <q> two </q> more words of the river.</p>",
            "A word, and “two” more words of the river.",
        ),
    ],
)
def test_a_browser_sets_quotation_marks_around_q(source, text):
    found = account(source)
    assert text in found.text.split("\n")
    for block in found.blocks:
        assert PAGE.format(more=source)[block.origin.start : block.origin.end].strip()


def test_what_stands_in_q_is_direct_speech():
    found = account("<p><q>We could not agree on the price of the water</q>, said Ann Lee, the mayor of Upton.</p>")
    (statement,) = [one for one in read(found).statements if one.form == "direct"]
    assert "".join(found.cut(span) for span in statement.content) == "We could not agree on the price of the water"


@pytest.mark.parametrize("tag", ["del", "s", "strike"])
def test_struck_words_are_told_apart_and_not_read(tag):
    source = f"<p>The levy is <{tag}>nine <b>hundred</b></{tag}> <ins>seven hundred</ins> crowns, the mayor of Upton said.</p>"
    found = account(source)
    assert "The levy is seven hundred crowns, the mayor of Upton said." in found.text.split("\n")
    page = PAGE.format(more=source)
    assert [page[place.start : place.end] for place in found.struck] == ["nine ", "hundred"]
    assert not found.hidden


def test_a_page_that_is_struck_through_as_a_whole_is_read():
    found = account(
        "<s><p>“We could not agree,” said Ann Lee.</p><p>The mayor left by the river at noon on Friday.</p>"
    )
    assert "“We could not agree,” said Ann Lee." in found.text.split("\n")
    assert not found.struck


def test_hidden_words_are_not_called_struck():
    found = account("<p>The levy stands. <span hidden>It is <s>nine</s> crowns.</span></p>")
    assert found.hidden
    assert not found.struck
