"""A page that holds its article twice is read once."""

import pytest

from onrecord.accounts import segment
from onrecord.readings import read
from onrecord.types import Account, Page

WORDS = (
    "<p>The ferry of Tarn will not sail on Monday, its owners said in a short notice that was put up at the pier.</p>"
    "<p>“We are sorry for the trouble,” said Ilse Brandt, who speaks for them.</p><h3>Tickets</h3>"
    "<p>Tickets remain good for a week, and those who cannot wait for so long may ask for their money at the office.</p>"
)


def account(inner: str) -> Account:
    html = f"<!doctype html><html><head><title>No ferry on Monday</title></head><body>{inner}</body></html>"
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    return found


def body(found: Account) -> list[str]:
    return [found.cut(block.span) for block in found.blocks if block.kind == "body"]


@pytest.mark.parametrize(
    "inner",
    [
        f"<div class=desktop><h1>No ferry on Monday</h1>{WORDS}</div><div class=mobile><h1>No ferry on Monday</h1>{WORDS}</div>",
        f"<h1>No ferry on Monday</h1><main><div class=d-none>{WORDS}</div><div class=d-lg-none>{WORDS}</div></main>",
        f"<h1>No ferry on Monday</h1><article>{WORDS}</article><p>Share</p><section><article>{WORDS}</article></section>",
    ],
)  # fmt: skip
def test_a_page_that_holds_its_article_twice_is_read_once(inner):
    found = account(inner)
    lines = body(found)
    assert len(lines) == len(set(lines))
    assert {line for line in lines if len(line) > 20} == {line for line in WORDS.replace("</p>", "<p>").split("<p>") if line[20:] and "<h3>" not in line}  # fmt: skip
    assert [statement.form for statement in read(found).statements].count("direct") == 1


@pytest.mark.parametrize(
    "inner",
    [
        WORDS + "<p>“We are sorry for the trouble,” said Ilse Brandt, who speaks for them.</p><p>The next one sails on Friday at nine.</p>",
        WORDS + "<p>A year ago the owners had a notice of three lines at the pier, too, and nobody read it.</p>" * 1 + WORDS[:120],
    ],
)  # fmt: skip
def test_a_paragraph_that_is_printed_again_stays_where_it_is(inner):
    lines = body(account("<h1>No ferry on Monday</h1>" + inner))
    assert len(lines) > len(set(lines))


def test_what_an_article_says_again_and_again_among_new_words_stays_where_it_is():
    daily = [
        "The boat leaves at nine from the northern pier, and takes its passengers to the next island in two hours.",
        "A meal of bread, cheese and apples is served on the upper deck to all who have paid for one before.",
        "Those who would rather walk are taken along the shore by a guide, who asks for nothing but good shoes.",
        "At five a bell calls everybody back on board, and nobody is waited for longer than a quarter of an hour.",
    ]
    towns = ["Tarn", "Orrin", "Karsk"]
    days = [
        f"<h3>To {town}</h3>"
        + "".join(f"<p>{line}</p>" for line in daily)
        + f"<p>In the evening the travellers reach {town}, where all of them spend the night at the old inn by the church.</p>"
        for town in towns
    ]
    lines = body(account(f"<h1>Three days on the sound</h1><article>{''.join(days)}</article>"))
    assert [lines.count(line) for line in daily] == [3, 3, 3, 3]
    assert sum("In the evening" in line for line in lines) == 3
