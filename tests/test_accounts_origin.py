"""Who wrote a page and when: what its metadata says, what stands about the headline, and what neither may be."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

PAGE = """<!doctype html><html><head><title>River talks end early</title><meta property="og:site_name" content="Upton Paper">{head}
</head><body><nav><a href="/">Home</a></nav><article><h1>River talks end early</h1>{lines}
<p>The talks on the river ended on Thursday without a deal, officials of both towns said after two days of waiting.</p>
<p>“We could not agree on the price,” the mayor of Upton said to reporters who had waited through the night.</p>
<p>Nobody named a date for the next meeting, which had been planned for the spring of this year.</p></article></body></html>"""


def read(lines: str = "", head: str = "") -> Account:
    source = PAGE.format(head=head, lines=lines)
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=source.encode()))
    assert isinstance(found, Account)
    return found


@pytest.mark.parametrize(
    ("lines", "published", "modified"),
    [
        ("<p>Published 3 April 2019. Updated 9 April 2019</p>", "2019-04-03", "2019-04-09"),
        ("<p>Updated 9 April 2019, first published April 3, 2019</p>", "2019-04-03", "2019-04-09"),
        ("<p class=date>le 3 avril 2019</p>", "2019-04-03", None),
        ("<p class=date>3. April 2019</p>", "2019-04-03", None),
        ("<p class=date>3 de abril de 2019</p>", "2019-04-03", None),
        ("<p>Veröffentlicht am 3. März 2019</p>", "2019-03-03", None),
        ("<div><span>Published</span><br>April 3, 2019</div>", "2019-04-03", None),
        ("<header><time datetime='2019-04-03T10:00:00Z'>two years ago</time></header>", "2019-04-03T10:00:00Z", None),
        ("<p class=date>Last updated: April 9, 2019</p>", "2019-04-09", "2019-04-09"),
        ("", None, None),
    ],
)
def test_dates_about_the_headline(lines, published, modified):
    found = read(lines)
    assert (found.published, found.modified) == (published, modified)


def test_a_date_had_from_an_update_or_from_the_pages_address_says_so():
    rules = {one.field: one.rule for one in read("<p class=date>Last updated: April 9, 2019</p>").provenance}
    assert rules["published"] == "update, no other date"
    found = read("", '<link rel="canonical" href="https://upton.example/2019/03/14/river">')
    assert (found.published, {one.field: one.rule for one in found.provenance}["published"]) == (
        "2019-03-14",
        "date in canonical",
    )


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("<p>By Ann Lee and Bo Ray | Published 2016-09-29</p>", "Ann Lee and Bo Ray"),
        ("<p>Written by</p><p>Ann Lee</p>", "Ann Lee"),
        ("<p>By Ann Lee on April 3, 2019</p>", "Ann Lee"),
        ("<p class=byline>Ann Lee • 5 min read</p>", "Ann Lee"),
    ],
)
def test_a_visible_byline_is_the_names_alone_and_no_body(lines, byline):
    found = read(lines)
    assert found.byline == byline
    assert not any("Ann Lee" in found.cut(block.span) for block in found.blocks if block.kind == "body")


@pytest.mark.parametrize("junk", ["admin", "desk@upton.example", "https://upton.example/ann", "Upton Paper"])
def test_what_is_no_author_gives_way_to_the_visible_byline(junk):
    assert read("<p>By Ann Lee</p>", f'<meta name="author" content="{junk}">').byline == "Ann Lee"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//upton.example/river", "/river", ""])
def test_a_canonical_address_is_of_the_web_or_none(address):
    assert read("", f'<link rel="canonical" href="{address}">').canonical is None
