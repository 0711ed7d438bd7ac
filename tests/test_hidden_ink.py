"""What the reader calls hidden has no ink in a real browser, and what it calls shown has."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from onrecord.accounts.page.markup import read_markup

WORDS = "the envoy never said these seven words"
SHOWN = f"<p>{40 * 'The ferry left the harbour at noon. '}</p>"

HIDDEN = {
    "attribute": f"<p hidden>{WORDS}</p>",
    "popover": f"<div popover>{WORDS}</div>",
    "dialog": f"<dialog>{WORDS}</dialog>",
    "template": f"<template><p>{WORDS}</p></template>",
    "display": f"<p style='display:none'>{WORDS}</p>",
    "two spaces": f"<p style='display:  none'>{WORDS}</p>",
    "a tab and a line": f"<style>.x{{display\t:\n\tnone}}</style><p class=x>{WORDS}</p>",
    "capitals": f"<style>.x{{DISPLAY: NONE}}</style><p class=x>{WORDS}</p>",
    "off by the last of four margins": f"<p style='margin:0 0 0 -9999px'>{WORDS}</p>",
    "important": f"<style>.x{{display:none!important}}</style><p class=x style='display:block'>{WORDS}</p>",
    "visibility": f"<p style='visibility: hidden'>{WORDS}</p>",
    "collapse": f"<p style='visibility:collapse'>{WORDS}</p>",
    "content-visibility": f"<div style='content-visibility:hidden'><p>{WORDS}</p></div>",
    "off to the left": f"<p style='position:absolute;left:-9999px'>{WORDS}</p>",
    "off to the top": f"<style>.x{{position:fixed;top:-999em}}</style><p class=x>{WORDS}</p>",
    "off by two rules": f"<style>.x{{position:absolute}} .y{{left:-10000px}}</style><p class='x y'>{WORDS}</p>",
    "off by a margin": f"<p style='margin-left:-9999px'>{WORDS}</p>",
    "inset": f"<p style='position:absolute;inset:auto auto auto -9999px'>{WORDS}</p>",
    "indent": f"<p style='text-indent:-9999px'>{WORDS}</p>",
    "indent and no wrap": f"<p style='text-indent:100%;white-space:nowrap;overflow:hidden'>{WORDS}</p>",
    "translate": f"<p style='transform:translateX(-9999px)'>{WORDS}</p>",
    "translate of its own": f"<p style='translate:-9999px 0'>{WORDS}</p>",
    "scale": f"<p style='transform:scale(0)'>{WORDS}</p>",
    "clip": f"<style>.x{{position:absolute!important;clip:rect(0,0,0,0)}}</style><span class=x>{WORDS}</span>",
    "for screen readers": "<style>.sr-only{position:absolute;width:1px;height:1px;padding:0;margin:-1px;overflow:hidden;"
    f"clip:rect(0,0,0,0);white-space:nowrap;border:0}}</style><span class=sr-only>{WORDS}</span>",
    "clip-path": f"<p style='clip-path:inset(50%)'>{WORDS}</p>",
    "clip-path of a circle": f"<p style='clip-path:circle(0)'>{WORDS}</p>",
    "no size of letters": f"<p style='font-size:0'>{WORDS}</p>",
    "no size of letters in short": f"<p style='font:0/1 serif'><b>{WORDS}</b></p>",
    "white on white": f"<p style='color:#fff;background:white'>{WORDS}</p>",
    "white on white in a rule": (
        f"<style>p.x{{background-color:#FFFFFF;color:rgb(255,255,255)}}</style><p class=x>{WORDS}</p>"
    ),
    "transparent": f"<p style='color:transparent'>{WORDS}</p>",
    "transparent by alpha": f"<p style='color: rgba(0, 0, 0, 0)'>{WORDS}</p>",
    "no height": f"<p style='height:0;overflow:hidden'>{WORDS}</p>",
    "no greatest height": f"<style>.x{{max-height:0;overflow:hidden}}</style><p class=x>{WORDS}</p>",
    "no width": f"<p style='width:0;overflow:hidden'>{WORDS}</p>",
    "two classes": f"<style>p.q{{display:none}}</style><p class=q>{WORDS}</p>",
    "three parts": f"<style>div.a.b{{display:none}}</style><div class='b a'>{WORDS}</div>",
    "id and class": f"<style>#i.c{{display:none}}</style><p id=i class=c>{WORDS}</p>",
    "within": f"<style>.a .b{{display:none}}</style><div class=a><section><p class=b>{WORDS}</p></section></div>",
    "child": f"<style>.a > p{{display:none}}</style><div class=a><p>{WORDS}</p></div>",
    "tag": f"<style>aside{{display:none}}</style><aside>{WORDS}</aside>",
    "by an attribute": f"<style>[data-x='1'], .none{{display:none}}</style><p data-x=1>{WORDS}</p>",
    "for screens": f"<style>@media screen{{.x{{display:none}}}}</style><p class=x>{WORDS}</p>",
    "for all": f"<style>@media all{{.x{{display:none}}}}</style><p class=x>{WORDS}</p>",
    "where it is supported": f"<style>@supports (display:grid){{.x{{display:none}}}}</style><p class=x>{WORDS}</p>",
    "in a layer": f"<style>@layer a{{.x{{display:none}}}}</style><p class=x>{WORDS}</p>",
    "a brace in a string": f"<style>.y:before{{content:'}}'}} .x{{display:none}}</style><p class=x>{WORDS}</p>",
    "in the body": f"<p class=x>{WORDS}</p><style>.x{{display:none}}</style>",
    "never ended": f"<p class=x>{WORDS}</p><style>.x{{display:none</style>",
    "escaped": f"<style>.x\\:y{{display:none}}</style><p class='x:y'>{WORDS}</p>",
    "by weight": f"<style>#i{{display:none}} .x{{display:block}}</style><p id=i class=x>{WORDS}</p>",
    "by order": f"<style>.y{{display:block}} .x{{display:none}}</style><p class='x y'>{WORDS}</p>",
    "on print it is shown": (
        f"<style>.x{{display:none}} @media print{{.x{{display:block}}}}</style><p class=x>{WORDS}</p>"
    ),
    "when pointed at": f"<style>.x{{display:none}} .x:hover{{display:block}}</style><p class=x>{WORDS}</p>",
    "no slot for it": f"<x-a><template shadowrootmode=open></template><p>{WORDS}</p></x-a>",
    "in a slot that is filled": f"<x-a><template shadowrootmode=open><slot>{WORDS}</slot></template> </x-a>",
    "by a sheet of its root": "<x-a><template shadowrootmode=open><style>p{display:none}</style>"
    f"<p>{WORDS}</p></template></x-a>",
}
VEILED = {
    "opacity": f"<p style='opacity:0'>{WORDS}</p>",
    "opacity in a rule": f"<style>.fade{{opacity:0.0}}</style><div class=fade><p>{WORDS}</p></div>",
    "visibility in a rule": f"<style>.x{{visibility:hidden}}</style><p class=x>{WORDS}</p>",
    "far to the right": f"<p style='position:absolute;left:9999px'>{WORDS}</p>",
    "accordion": f"<style>.faq .answer{{display:none}}</style><div class=faq><h3></h3><p class=answer>{WORDS}</p></div>",
}
SEEN = {
    "plain": f"<p>{WORDS}</p>",
    "aria-hidden": f"<p aria-hidden=true>{WORDS}</p>",
    "a dialog that is open": f"<dialog open>{WORDS}</dialog>",
    "shown by a later rule": f"<style>.x{{display:none}} .x{{display:block}}</style><p class=x>{WORDS}</p>",
    "shown by a later sheet": (
        f"<style>.x{{display:none}}</style><p class=x>{WORDS}</p><style>.x{{display:block}}</style>"
    ),
    "shown by weight": f"<style>#i.x{{display:block}} .x{{display:none}}</style><p id=i class=x>{WORDS}</p>",
    "shown by itself": f"<style>.x{{display:none}}</style><p class=x style='display:block'>{WORDS}</p>",
    "shown though marked": f"<style>.x{{display:block!important}}</style><p class=x style='display:none'>{WORDS}</p>",
    "shown though hidden": f"<p hidden style='display:block'>{WORDS}</p>",
    "visible within": f"<div style='visibility:hidden'><p style='visibility:visible'>{WORDS}</p></div>",
    "of a size within": f"<div style='font-size:0'><p style='font-size:16px'>{WORDS}</p></div>",
    "of a colour within": f"<div style='color:transparent'><p style='color:black'>{WORDS}</p></div>",
    "on print it is hidden": f"<style>@media print{{.x{{display:none}}}}</style><p class=x>{WORDS}</p>",
    "hidden on narrow screens": f"<style>@media (max-width:600px){{.x{{display:none}}}}</style><p class=x>{WORDS}</p>",
    "shown on wide screens": (
        f"<style>.x{{display:none}} @media (min-width:700px){{.x{{display:block}}}}</style><p class=x>{WORDS}</p>"
    ),
    "another place": f"<style>.a .b{{display:none}}</style><p class=b>{WORDS}</p>",
    "not a child": f"<style>.a > p{{display:none}}</style><div class=a><section><p>{WORDS}</p></section></div>",
    "in a step of an animation": (
        f"<style>@keyframes k{{from{{opacity:0}} .x{{display:none}}}}</style><p class=x>{WORDS}</p>"
    ),
    "another class": f"<style>.xy{{display:none}}</style><p class=x>{WORDS}</p>",
    "a sheet in a template": f"<template><style>.x{{display:none}}</style></template><p class=x>{WORDS}</p>",
    "a sheet of a root": "<x-a><template shadowrootmode=open><style>p{display:none}</style><slot></slot></template>"
    f"<p>{WORDS}</p></x-a>",
    "rgb of three": f"<p style='color: rgb(0, 0, 0)'>{WORDS}</p>",
    "letters filled by a picture": "<p style='color:transparent;background:linear-gradient(red,blue);"
    f"-webkit-background-clip:text'>{WORDS}</p>",
    "shadow of letters": f"<p style='color:transparent;text-shadow:0 0 4px black'>{WORDS}</p>",
    "room in the padding": "<div style='height:0;padding-bottom:20%;overflow:hidden;position:relative'>"
    f"<p style='position:absolute'>{WORDS}</p></div>",
    "grown": f"<div style='display:flex'><p style='width:0;flex:1;overflow:hidden'>{WORDS}</p></div>",
    "no height and nothing cut off": f"<p style='height:0'>{WORDS}</p>",
    "centred": "<p style='position:absolute;left:-9999px;right:-9999px;margin:auto;width:300px'>" + WORDS + "</p>",
    "off if it were placed": f"<p style='left:-9999px'>{WORDS}</p>",
    "moved by half": f"<p style='position:absolute;left:50%;transform:translate(-50%,0)'>{WORDS}</p>",
    "in a shadow root": f"<x-a><template shadowrootmode=open><p>{WORDS}</p></template></x-a>",
    "in a closed one": f"<div><template shadowrootmode=closed><p>{WORDS}</p></template></div>",
    "in a slot": f"<x-a><template shadowrootmode=open><b><slot></slot></b></template><p>{WORDS}</p></x-a>",
    "in a named slot": f"<x-a><template shadowrootmode=open><slot name=n></slot></template><p slot=n>{WORDS}</p></x-a>",
    "in a slot that is empty": f"<x-a><template shadowrootmode=open><slot>{WORDS}</slot></template></x-a>",
}
CLICKED = {
    "details": f"<details><summary></summary>{WORDS}</details>",
    "until found": f"<p hidden=until-found>{WORDS}</p>",
}
"""Without ink, but one click or a search away: the browser itself shows them."""


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 400}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def ink(page: Page, html: str) -> bool:
    """Whether words leave anything on the screen."""
    page.set_content(f"<!DOCTYPE html><body>{html}")
    with_words = page.screenshot()
    page.set_content(f"<!DOCTYPE html><body>{html.replace(WORDS, '')}")
    return page.screenshot() != with_words


def told(html: str) -> str:
    source = f"<!DOCTYPE html><body>{SHOWN}{html}{SHOWN}"
    markup = read_markup(source)
    if WORDS in markup.text:
        return "veiled" if any(WORDS in source[node.origin : node.origin_end] for node in markup.veiled) else "shown"
    listed = any(WORDS in source[start:end] for start, end, _ in markup.hidden)
    return "hidden" if listed or "<template>" in html else "lost"


@pytest.mark.parametrize(
    ("html", "call"),
    [
        pytest.param(html, call, id=f"{call}: {name}")
        for call, ways in (("hidden", HIDDEN), ("veiled", VEILED), ("shown", SEEN), ("shown", CLICKED))
        for name, html in ways.items()
    ],
)
def test_each_way_is_called_what_it_is(html, call):
    assert told(html) == call


@pytest.mark.parametrize("name", [*HIDDEN, *VEILED, *CLICKED])
def test_what_is_called_hidden_or_veiled_has_no_ink(page, name):
    assert not ink(page, (HIDDEN | VEILED | CLICKED)[name])


@pytest.mark.parametrize("name", SEEN)
def test_what_is_called_shown_has_ink(page, name):
    assert ink(page, SEEN[name])
