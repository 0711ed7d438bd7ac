"""What of a page is labelled as one, by which signs, and what the labels come to."""

import time

import pytest

from onrecord.accounts.body import features
from onrecord.accounts.body.features import LOOKS, NAMES, Setting, of_units, units
from onrecord.accounts.body.labeller import body_blocks, model
from onrecord.accounts.page.markup import Markup, read_markup

PARAGRAPH = (
    "<p>The talks on the river ended on Thursday without a deal, officials of both towns said after two days.</p>"
)


def link(words: str) -> str:
    return f"<li><a href='/x'>{words}</a></li>"


def labelled(source: str, posted: dict[int, bool] | None = None) -> tuple[Markup, list[tuple[int, int, str]]]:
    markup = read_markup(source)
    page = Setting(markup, -1, posted or {})
    return markup, [(unit.start, unit.stop, LOOKS[unit.look]) for unit in units(markup, page)]


def signs(source: str, posted: dict[int, bool] | None = None) -> list[set[str]]:
    markup = read_markup(source)
    page = Setting(markup, -1, posted or {})
    return [{NAMES[sign] for sign in given} for given in of_units(markup, page, units(markup, page))]


def test_no_two_signs_have_one_name():
    assert len(set(NAMES)) == len(NAMES)


def test_short_links_that_follow_one_another_are_labelled_as_one():
    _, found = labelled(f"<ul>{link('Home')}{link('Sport')}{link('Towns')}</ul>{PARAGRAPH}<ul>{link('More')}</ul>")
    assert found == [(0, 3, "3 links"), (3, 4, "l."), (4, 5, "sL")]


@pytest.mark.parametrize(
    "line",
    [
        f"<li><a href='/x'>{'A long line that is a link ' * 4}</a></li>",
        "<li>Read what the mayor said <a href='/x'>here</a></li>",
    ],
)
def test_a_long_link_and_a_line_with_a_link_are_blocks_like_others(line):
    _, found = labelled(f"<ul>{link('Home')}{line}{link('Sport')}</ul>")
    assert [(start, stop) for start, stop, _ in found] == [(0, 1), (1, 2), (2, 3)]


def test_the_thread_is_not_labelled_and_ends_a_run_of_links():
    source = f"{PARAGRAPH}<ul>{link('One')}{link('Two')}{link('Three')}</ul>{PARAGRAPH}"
    _, found = labelled(source, {2: True})
    assert [(start, stop) for start, stop, _ in found] == [(0, 1), (1, 2), (3, 4), (4, 5)]
    before, behind = signs(source, {2: True})[1:3]
    assert "thread behind" in before
    assert "thread before" in behind


def test_a_page_of_nothing_but_its_thread_has_no_body():
    markup = read_markup(PARAGRAPH * 2)
    assert body_blocks(markup, Setting(markup, -1, {0: True, 1: False})) == [False, False]


def test_the_signs_of_a_block_are_its_length_its_tag_and_how_it_ends():
    (found,) = signs("<div><p>Nobody, they said, named a date!</p></div>")
    assert found >= {"length 4", "commas 2", "tag p", "tag p in div", "last !", "look m.", "looks none m. none"}


def test_a_share_is_of_the_pages_prose():
    markup = read_markup(f"<div>{PARAGRAPH}</div><div>{PARAGRAPH * 3}</div>")
    page = Setting(markup, -1, {})
    assert [page.share(node) for node in markup.nodes if node.tag == "div"] == [250, 750]


def test_every_sign_that_has_a_number_has_the_weight_of_its_name():
    trained = model()
    assert [trained.weights.get(name, 0) for name in NAMES] == trained.numbered
    assert any(trained.numbered)


def test_a_list_of_links_is_no_body_and_paragraphs_are():
    links = "".join(map(link, ("Home", "Sport", "Towns", "Weather")))
    markup = read_markup(
        f"<nav><ul>{links}</ul></nav><article>{PARAGRAPH * 4}</article><footer><ul>{links}</ul></footer>"
    )
    assert body_blocks(markup, Setting(markup, -1, {})) == [False] * 4 + [True] * 4 + [False] * 4


@pytest.mark.parametrize("source", ["<div class=a>" * 4000 + PARAGRAPH, (link("Home") + "<p>x</p>") * 4000])
def test_deep_and_long_pages_are_labelled_in_proportion(source):
    markup = read_markup(source)
    begun = time.process_time()
    body_blocks(markup, Setting(markup, -1, {}))
    assert time.process_time() - begun < 3


def test_all_bins_are_reached_by_what_they_are_asked_of():
    assert features.SHARE_BIN[0] == 0
    assert features.SHARE_BIN[1000] == len(features.SHARES)
    assert len(features.LENGTH_BIN) == features.LENGTHS[-1] + 1
