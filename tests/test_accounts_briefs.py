"""A brief of one or two paragraphs keeps its body, and nothing of what stands about it is its body."""

from itertools import product

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

SHORT = "The ferry of Tarn will not sail on Monday, its owners said."
SAID = "“We are sorry for the trouble,” said Ilse Brandt, who speaks for them."
LONG = (
    "The harbour office of Tarn has shut the north pier until Friday after a crane fell on it in the night; nobody was "
    "hurt, and boats are to lie at the south pier, an officer said on Tuesday."
)
BRIEFS = {"one": [SHORT], "two": [SHORT, SAID], "a long one": [LONG], "a long one and words": [LONG, SAID]}
LINKS = "".join(
    f'<li><a href="/{n}">Harbour office of the {n}th island closes its gates for winter</a></li>' for n in range(12)
)
CARDS = "".join(
    f'<article class=card><h3><a href="/{n}">Harbour office of the {n}th island closes</a></h3>'
    f"<p>The gates at the {n}th island will stay shut until spring, the office said.</p></article>"
    for n in range(5)
)
SIDE = f"<aside><h2>Most read</h2><ul>{LINKS}</ul></aside>"
MORE = f"<section><h2>More news</h2>{CARDS}</section>"
FORM = (
    "<div class=newsletter><h3>Sign up for our newsletter</h3><p>Get the news of the harbour every morning in your inbox.</p>"
    "<form><input><button>Sign up</button></form></div>"
)
META = "<p class=byline>By Ann Lee</p><time datetime=2025-03-04>4 March 2025</time>"
PAGES = {
    "alone": "<h1>No ferry on Monday</h1>{words}",
    "in an article": "<main><article><h1>No ferry on Monday</h1>" + META + "<div class=article-body>{words}</div></article></main>",
    "with links": "<main><article><h1>No ferry on Monday</h1>" + META + "{words}</article>" + SIDE + "</main>",
    "with teasers": "<main><article><h1>No ferry on Monday</h1>" + META + "{words}</article>" + MORE + "</main>",
    "with a form": "<main><h1>No ferry on Monday</h1>{words}" + FORM + MORE + "</main>",
    "with all of them": (
        "<div class=wrap><h1>No ferry on Monday</h1><div class=meta>4 March 2025</div><div class=text>{words}</div><div class=share>"
        "<a href=#>Share</a><a href=#>Tweet</a></div><div class=sidebar>" + SIDE + FORM + "</div></div>" + MORE
    ),
}  # fmt: skip


@pytest.mark.parametrize(("brief", "page"), product(BRIEFS, PAGES))
def test_a_brief_keeps_its_body(brief, page):
    words = "".join(f"<p>{paragraph}</p>" for paragraph in BRIEFS[brief])
    html = (
        "<!doctype html><html><head><title>No ferry on Monday - The Tarn Echo</title></head><body><header><a href=/>The Tarn Echo</a>"
        "<nav><ul><li><a href=/news>News</a></li><li><a href=/sport>Sport</a></li></ul></nav></header>"
        f"{PAGES[page].format(words=words)}<footer><p>© 2025 The Tarn Echo. All rights reserved.</p></footer></body></html>"
    )
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert [found.cut(block.span) for block in found.blocks if block.kind == "body"] == BRIEFS[brief]
    assert found.complete


def test_a_heading_that_speaks_of_more_is_no_list():
    inner = "<h1>No ferry on Monday</h1>" + f"<p>{LONG}</p><h2>More ferries in spring</h2><p>{SHORT}</p><p>{SAID}</p>"
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=f"<html><body>{inner}</body></html>".encode()))  # fmt: skip
    assert isinstance(found, Account)
    assert {SHORT, SAID, LONG} <= {found.cut(block.span) for block in found.blocks if block.kind == "body"}
