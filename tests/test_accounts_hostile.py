"""Pages made to take long: time grows with the page, and a page that passes its limits is left out alone."""

import importlib.util
import time

import pytest

from onrecord.accounts import segment
from onrecord.accounts.assembly import assemble
from onrecord.accounts.sandbox import BYTES, START, TAGS, Limits, ordinary, read_in_sandbox
from onrecord.types import Account, LeftOut, Page

HOSTILE = {
    "unclosed div": lambda n: b"<p>Hello there.</p>" + b"<div>" * n + b"deep text<p>after",
    "unclosed b": lambda n: b"<p>Hello" + b"<b>" * n + b"text",
    "nested tables": lambda n: b"<p>Hello" + b"<table><tr><td>" * n + b"text",
    "unclosed p": lambda n: b"<p>x" * n,
    "attributes": lambda n: b"<p>Hello there.</p><div " + b" ".join(b"a%d=1" % i for i in range(n)) + b">x</div>",
    "entities": lambda n: b"<p>Hello " + b"&amp;" * n,
    "bold words": lambda n: b"<p>" + b"word <b>x</b> " * n,
    "one long line": lambda n: b"<p>" + b"word " * n,
    "end tags of nothing": lambda n: b"<p>Hello there." + b"</b></div></x>" * n,
    "items": lambda n: b"<ul>" + b"<li class=comment id=c1>Bo on 3 May 2021" * n,
    "style sheet": lambda n: b"<style>" + b".a{display:" * n + b"</style><p>Hello there.",
    "headings": lambda n: b"<h1>Talks end</h1>" * n + b"<p>Hello there.",
}


def page(body: bytes) -> Page:
    return Page(url="x.html", retrieved=None, media_type="text/html", body=body)


def seconds(body: bytes) -> float:
    spent = []
    for _ in range(3):
        begun = time.process_time()
        assemble(page(body))
        spent.append(time.process_time() - begun)
    return min(spent)


@pytest.mark.parametrize("name", HOSTILE)
def test_twice_the_page_takes_about_twice_the_time(name):
    make = HOSTILE[name]
    once, twice = seconds(make(5_000)), seconds(make(10_000))
    assert twice < 2.6 * once + 0.02, f"{once:.3f} s, and {twice:.3f} s for twice as much"


def test_a_page_of_ordinary_size_may_be_as_deep_as_it_is_long():
    found = segment(page(b"<p>Hello there.</p>" + b"<div>" * (TAGS - 100) + b"deep text"))
    assert isinstance(found, Account)
    assert found.text == "Hello there.\ndeep text"


def test_a_page_of_any_depth_is_read():
    found = segment(page(b"<p>Hello there.</p>" + b"<div>" * 200_000 + b"deep text<p>after"))
    assert isinstance(found, Account)
    assert found.text == "Hello there.\ndeep text\nafter"
    assert "second parser" not in found.encoding


def test_a_page_is_read_the_same_in_a_process_of_its_own():
    body = "<h1>Talks end</h1><p>“We go home,” she said.</p><p>The ferry left — at noon.</p>".encode()
    assert ordinary(page(body))
    assert read_in_sandbox(page(body), Limits()) == segment(page(body))


def test_a_page_without_words_is_left_out_by_the_process_for_the_same_reason():
    assert read_in_sandbox(page(b"<p></p>"), Limits()) == segment(page(b"<p></p>"))


@pytest.mark.parametrize(
    "body",
    [b"<p>" + b"x" * BYTES, b"<p>" * (TAGS + 1), b"<p " + b"a=1 " * 200_001 + b">x", b"<p>" + b"&amp;" * 200_001],
)
def test_large_pages_are_not_ordinary(body):
    assert not ordinary(page(body))


@pytest.mark.skipif(importlib.util.find_spec("resource") is None, reason="no limits of processor time on this system")
def test_a_page_that_takes_too_long_is_left_out_with_the_limit():
    left_out = segment(page(HOSTILE["unclosed p"](300_000)), Limits(seconds=1))
    assert isinstance(left_out, LeftOut)
    assert "1 seconds of processor time allowed (SIGXCPU)" in left_out.reason
    assert left_out.url == "x.html"


@pytest.mark.skipif(importlib.util.find_spec("resource") is None, reason="no limits of memory on this system")
def test_a_page_that_takes_too_much_memory_is_left_out_with_the_limit():
    left_out = segment(page(HOSTILE["unclosed p"](300_000)), Limits(memory=200 * 1024**2))
    assert isinstance(left_out, LeftOut)
    assert "200 MB of memory" in left_out.reason


def test_without_the_resource_module_the_clock_still_holds(monkeypatch):
    monkeypatch.setattr("onrecord.accounts.sandbox.START", "import time; time.sleep(30)")
    monkeypatch.setattr("onrecord.accounts.sandbox.CLOCK", 2)
    begun = time.monotonic()
    left_out = read_in_sandbox(page(b"<p>Hello there.</p>"), Limits(seconds=1))
    assert isinstance(left_out, LeftOut)
    assert "2 seconds by the clock" in left_out.reason
    assert time.monotonic() - begun < 10


@pytest.mark.skipif(importlib.util.find_spec("resource") is None, reason="no limits of processor time on this system")
def test_a_page_that_waits_for_the_machine_is_read(monkeypatch):
    monkeypatch.setattr("onrecord.accounts.sandbox.START", f"import time; time.sleep(5); {START}")
    found = read_in_sandbox(page(b"<p>Hello there.</p>"), Limits(seconds=4))  # to start takes one where much else runs
    assert isinstance(found, Account)


def test_a_process_that_dies_leaves_the_page_out(monkeypatch):
    monkeypatch.setattr("onrecord.accounts.sandbox.START", "raise SystemExit(7)")
    left_out = read_in_sandbox(page(b"<p>Hello there.</p>"), Limits())
    assert isinstance(left_out, LeftOut)
    assert "ended with 7" in left_out.reason


def test_a_large_page_within_the_limits_is_read_whole():
    found = segment(page(b"<h1>Talks end</h1>" + b"<p>The ferry left the harbour at noon.</p>" * (TAGS // 2 + 1)))
    assert isinstance(found, Account)
    assert found.text.count("ferry") == TAGS // 2 + 1
