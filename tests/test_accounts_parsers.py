"""The second parser reads what the first one fails on, and reads it the same."""

import time

import pytest
import turbohtml

from onrecord.accounts import sandbox, segment
from onrecord.accounts.page import tokens
from onrecord.accounts.page.scanner import scan
from onrecord.accounts.sandbox import START, Limits, read_in_sandbox
from onrecord.types import Account, Page
from quality import corpora

NOTE = "; its markup by the second parser, for the first failed"
WORDS = "The ferry left the harbour at noon, and the envoy was not on it. "
PAGES = {
    "article": f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Talks end &amp; ferry leaves</title></head>"
    f"<body><nav><a href='/a?b=1&amp;c=2'>Home</a></nav><article><h1 class='t'>Talks end</h1><p>{WORDS * 3}</p><!-- "
    f"no --><p>"
    f"{WORDS * 2}<br/>Then <b>more</b> &mdash; &#8220;so&#8221;.</p></article></body></html>",
    "thread": "<h2>2 Comments</h2><ol class=commentlist>"
    + "".join(
        f'<li id="comment-{n}" class="comment"><cite class="fn">Bo Ray{n}</cite><time '
        f'datetime="2021-03-0{n}">March {n}, 2021'
        f"</time><p>{WORDS}</p></li>"
        for n in (1, 2)
    )
    + "</ol>",
    "scripts": f"<style>.x > b {{display:none}} .x{{display:none}}</style><script>if (a<b) '<p>no</p>';</script><p>{WORDS}</p>"
    f"<textarea>a <b> &lt;c</textarea><p class=x>never</p><script "
    f'type=\'application/ld+json\'>{{"@type":"NewsArticle"}}</script>',
    "loose": (
        f'<p>a < b and c<3 &notit; &copy 2020 &amp <p title="a > b">{WORDS}<td>x</br></p></ p><?php no '
        f"?><![CDATA[no]]></>{WORDS}"
    ),
    "preformatted": f"<pre>one\r\n  two &amp; three\nfour</pre><p>{WORDS}\n\n{WORDS}</p>",
}


def page(body: bytes) -> Page:
    return Page(url="x.html", retrieved=None, media_type="text/html", body=body)


def with_the_second(monkeypatch: pytest.MonkeyPatch, body: bytes) -> Account:
    with monkeypatch.context() as patch:
        patch.setattr(tokens, "turbohtml", None)
        found = segment(page(body))
    assert isinstance(found, Account)
    assert found.encoding.endswith(NOTE)
    return found


def same(one: Account, two: Account) -> bool:
    return (one.text, one.blocks, one.thread, one.provenance, one.hidden) == (
        two.text,
        two.blocks,
        two.thread,
        two.provenance,
        two.hidden,
    )


@pytest.mark.parametrize("name", PAGES)
def test_both_parsers_find_the_same_at_the_same_places(monkeypatch, name):
    body = PAGES[name].encode()
    first = segment(page(body))
    assert isinstance(first, Account)
    assert NOTE not in first.encoding
    assert same(first, with_the_second(monkeypatch, body))


def test_a_page_that_the_first_parser_fails_on_is_read_by_the_second(monkeypatch):
    def fails(_: str) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr(turbohtml, "tokenize", fails)
    found = segment(page(PAGES["article"].encode()))
    assert isinstance(found, Account)
    assert found.headline == "Talks end"
    assert found.encoding.endswith(NOTE)


def test_a_page_that_the_first_parser_crashes_on_is_read_by_the_second(monkeypatch):
    monkeypatch.setattr(sandbox, "START", "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)")
    monkeypatch.setattr(
        sandbox, "AGAIN", f"from onrecord.accounts.page import tokens; tokens.turbohtml = None; {START}"
    )
    found = read_in_sandbox(page(PAGES["article"].encode()), Limits())
    assert isinstance(found, Account)
    assert found.encoding.endswith(NOTE)


@pytest.mark.parametrize(
    "source",
    [
        "<",
        "</",
        "<p",
        "<p class='x",
        "<p class=",
        "<!--",
        "<!-->a",
        "<!-- a --!>b",
        "<!x>y",
        "</1>z",
        "<script>a</scr",
        "a<",
    ],
)
def test_a_source_that_ends_within_markup_gives_the_same_tokens(source):
    first = [(t.type, t.col, t.data or "") for t in turbohtml.tokenize(source) if t.type < 3]
    assert [(t.type, t.col, t.data) for t in scan(source) if t.type < 3] == first


def seconds(source: str) -> float:
    spent = []
    for _ in range(3):
        begun = time.process_time()
        list(scan(source))
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.parametrize("part", ["<", "<!--", "<p a='", "<p a=", "</", "&amp", "<script>", "<!", "<a b c", "<title>"])
def test_the_second_parser_takes_no_longer_than_the_source_does(part):
    once, twice = seconds(part * 20_000), seconds(part * 40_000)
    assert twice < 2.8 * once + 0.05


def test_pages_of_the_corpora_are_read_the_same_by_both(monkeypatch):
    try:
        items = corpora.read("articles")[:20]
    except corpora.NoCorpus as missing:
        pytest.skip(str(missing))
    bodies = [item.body() for item in items]
    agree = [same(segment(page(body)), with_the_second(monkeypatch, body)) for body in bodies]  # type: ignore[arg-type]
    assert sum(agree) >= 0.95 * len(agree)
