"""Declarative shadow roots are read where a browser shows them, each line pinned to its place in the source."""

import time

import pytest

from onrecord.accounts import segment
from onrecord.accounts.page.markup import read_markup
from onrecord.types import Account, Page

OPEN = "<template shadowrootmode=open>"


def account(html: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    return found


@pytest.mark.parametrize(
    ("html", "text"),
    [
        (f"<x-a>{OPEN}<p>One.</p></template></x-a><p>Two.</p>", "One.\nTwo."),
        ("<div><template shadowrootmode=closed><p>One.</p></template></div><p>Two.</p>", "One.\nTwo."),
        ("<x-a><template shadowroot=open><p>One.</p></template></x-a><p>Two.</p>", "One.\nTwo."),
        (
            f"<x-a>{OPEN}<p>One.</p><slot></slot><p>Three.</p></template><p>Two.</p></x-a><p>Four.</p>",
            "One.\nTwo.\nThree.\nFour.",
        ),
        (f"<x-a>{OPEN}<slot name=b></slot><hr><slot></slot></template><p>Two.</p><p slot=b>One.</x-a>", "One.\nTwo."),
        (f"<x-a><p>Two.</p>{OPEN}<p>One.</p><slot></slot></template><p>Three.</p></x-a>", "One.\nTwo.\nThree."),
        (f"<x-a>{OPEN}<slot><p>Else.</p></slot></template></x-a>", "Else."),
        (f"<x-a>{OPEN}<slot><p>Else.</p></slot></template><p>One.</p></x-a>", "One."),
        (f"<x-a>{OPEN}<p>One.</p></template><p>Nowhere.</p></x-a>", "One."),
        (
            f"<p>He said <x-l>{OPEN}<a href=#><slot></slot></a></template>yes</x-l> and left.</p>",
            "He said yes and left.",
        ),
        (
            f"<x-a>{OPEN}<x-b>{OPEN}<p>One.</p><slot></slot><p>Four.</p></template><p>Two.</p><slot></slot></x-b></template>"
            "<p>Three.</p></x-a><p>Five.</p>",
            "One.\nTwo.\nThree.\nFour.\nFive.",
        ),
        (f"<x-a>{OPEN}<p>One.</p></template>{OPEN}<p>Second root.</p></template></x-a><p>Two.</p>", "One.\nTwo."),
        ("<x-a><template><p>Inert.</p></template><p>One.</p></x-a>", "One."),
        (f"<ul>{OPEN}<li>No host.</li></template><li>One.</li></ul>", "One."),
        (f"<template><x-a>{OPEN}<p>Inert.</p></template></x-a></template><p>One.</p>", "One."),
        (f"<p>One <x-a>{OPEN}<p>Two.</p></div></template></x-a>three.</p>", "One\nTwo.\nthree."),
    ],
)
def test_a_shadow_root_is_read_in_place(html, text):
    markup = read_markup(html)
    assert markup.text == text
    for piece in markup.pieces:
        line, place = markup.text[piece.start : piece.end], html[piece.origin : piece.origin_end]
        assert line in place or all(word in place for word in line.split())


@pytest.mark.parametrize(
    ("html", "words"),
    [
        (f"<p>Shown.</p><x-a>{OPEN}<p>One.</p></template><p>In no slot at all.</p></x-a>", "In no slot at all."),
        (f"<p>Shown.</p><x-a>{OPEN}<slot>Words that give way.</slot></template>One.</x-a>", "Words that give way."),
    ],
)
def test_what_no_slot_shows_is_listed(html, words):
    assert [html[place.start : place.end] for place in account(html).hidden] == [words]


def test_an_article_within_shadow_roots_is_the_article():
    said = "The envoy left the island before the vote was held, and nobody saw him at the quay that night."
    html = (
        f"<title>Envoy leaves before vote</title><body><x-shell>{OPEN}<header><a href=/>The Quay "
        f"Post</a></header><slot></slot>"
        f"<footer>© The Quay Post</footer></template><x-story>{OPEN}<article><h1>Envoy leaves before vote</h1>"
        f"{f'<p>{said}</p>' * 4}<slot name=box></slot><p>“I waved to him,” said Una Falk, a "
        f"fisher. {said}</p></article></template>"
        f"<p slot=box>“He asked me for a boat,” said Per Dahl, who keeps the quay. {said}</p></x-story></x-shell>"
    )
    found = account(html)
    body = [found.cut(block.span) for block in found.blocks if block.kind == "body"]
    assert body[:4] == [said] * 4
    assert [line[:7] for line in body[4:]] == ["“He ask", "“I wave"]
    assert found.headline == "Envoy leaves before vote"
    for block in found.blocks:
        assert found.cut(block.span) == html[block.origin.start : block.origin.end]


@pytest.mark.parametrize(
    "html",
    [
        f"<x-a>{OPEN}<slot></slot>" * 3000,
        f"<x-a>{OPEN}<slot></slot></template>" * 3000 + "<p>word</p>" + "</x-a>" * 3000,
        f"<x-a>{OPEN}<slot></slot></template>word</x-a>" * 3000,
        f"<x-a>{OPEN}" + "<slot></slot>" * 9000 + "</template>word</x-a>",
    ],
)
def test_many_shadow_roots_are_read_in_time(html):
    begun = time.process_time()
    read_markup(html)
    assert time.process_time() - begun < 8
