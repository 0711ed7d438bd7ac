"""The arithmetic of the measures on examples worked by hand, and the gate that only raises floors."""

import math
import sys
from collections import Counter
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1]))  # quality/ is beside the package and is not installed

from onrecord.types import Account, Block, Origin, Post, Span
from quality import corpora, extracts, gate
from quality.corpora import Item
from quality.extracts import Extract, Posted
from quality.scores import (
    ahead,
    align,
    f1,
    fold,
    lines_within,
    mean_f1,
    overlap,
    share,
    shingle_f1,
    shingles,
    total_f1,
    words,
)
from quality.segmentation import comments, date, hanoi, textdumps, threads, title


def item(gold, text="", site="example.org"):
    return Item("invented", "page", site, gold, Path("page"), lambda _: text.encode())


# --- scores ---


def test_shingles_are_runs_of_four_tokens_with_their_case():
    assert shingles("One two, three four five") == Counter(
        {("One", "two", "three", "four"): 1, ("two", "three", "four", "five"): 1}
    )
    assert shingles("only three words") == Counter({("only", "three", "words"): 1})
    assert shingles("... !") == Counter()


def test_overlap_counts_multisets():
    assert overlap(words("a a b"), words("A b b c")) == {"tp": 2, "fp": 2, "fn": 1}


def test_shingle_f1_is_of_the_mean_precision_and_the_mean_recall():
    gold, found = "a b c d e", "b c d e f g"  # gold has 2 shingles, found 3, one is in both
    page = overlap(shingles(gold), shingles(found))
    assert page == {"tp": 1, "fp": 2, "fn": 1}
    whole = overlap(shingles(gold), shingles(gold))
    precision, recall = (1 / 3 + 1) / 2, (1 / 2 + 1) / 2
    assert shingle_f1([page, whole]) == pytest.approx(2 * precision * recall / (precision + recall))


def test_a_page_without_a_result_has_no_precision_but_loses_recall():
    whole = overlap(shingles("a b c d"), shingles("a b c d"))
    nothing = overlap(shingles("a b c d"), shingles(""))
    assert shingle_f1([whole, nothing]) == pytest.approx(2 * 1 * 0.5 / 1.5)
    assert shingle_f1([nothing]) == 0.0


def test_mean_f1_is_over_pages_and_total_f1_over_items():
    pages = [{"tp": 1, "fp": 0, "fn": 0}, {"tp": 1, "fp": 3, "fn": 3}]
    assert mean_f1(pages) == pytest.approx((1 + 0.25) / 2)
    named = [{f"line.{name}": n for name, n in page.items()} for page in pages]
    assert total_f1("line")([*named, {"without": 1}]) == pytest.approx(2 * 2 / (2 * 2 + 3 + 3))
    assert f1(0, 0, 0) == 1.0


def test_a_share_of_nothing_is_not_a_number():
    assert share("right", "gold")([{"right": 1, "gold": 2}, {"gold": 1}]) == pytest.approx(1 / 3)
    assert math.isnan(share("right", "gold")([{}]))


def test_fold_removes_case_punctuation_and_extra_space():
    assert fold("  The “Quay”,\n re-opened! ") == "the quay reopened"
    assert fold(None) == ""


def test_align_keeps_order_and_leaves_out_what_is_unlike():
    likeness = {("a", "a"): 1.0, ("b", "b"): 1.0, ("c", "b"): 0.6}

    def like(gold, found):
        return likeness.get((gold, found), 0.4)

    assert align("abc", "xab", like) == [(0, 1), (1, 2)]
    assert align("ba", "ab", like) in ([(0, 1)], [(1, 0)])
    assert align("", "ab", like) == []


def test_lines_within_counts_lines_with_a_covered_character_that_is_no_space():
    text = "one\n two\n\nthree"
    assert lines_within(text, [(4, 9)]) == {1}
    assert lines_within(text, [(3, 5)]) == set()  # a line break and a leading space
    assert lines_within(text, [(2, 3), (14, 99)]) == {0, 3}
    assert lines_within("", [(0, 5)]) == set()


def test_ahead_is_the_share_of_resamples_won():
    better, worse = {"tp": 1, "fp": 0, "fn": 0}, {"tp": 0, "fp": 1, "fn": 1}
    assert ahead(mean_f1, [(better, worse)] * 3) == 1.0
    assert ahead(mean_f1, [(worse, worse)] * 3) == 0.0
    assert 0.3 < ahead(mean_f1, [(better, worse), (worse, better)] * 10) < 0.6


# --- rows ---


def test_fields_are_right_wrong_or_missing():
    assert title(item({"title": "The Quay"}), Extract(headline="The quay!")) == {"gold": 1, "right": 1, "wrong": 0}
    assert title(item({"title": "The Quay"}), Extract(headline="Quay | News")) == {"gold": 1, "right": 0, "wrong": 1}
    assert title(item({"title": "The Quay"}), Extract()) == {"gold": 1, "right": 0, "wrong": 0}
    assert title(item({"title": None}), Extract(headline="The Quay")) == {"gold": 0, "right": 0, "wrong": 0}
    assert date(item({"publish_date": "2021-03-04"}), Extract(published="2021-03-04T10:00"))["right"]
    assert date(item({"publish_date": "2021-03-04"}), Extract(published="2021-03"))["wrong"]


def test_comment_segments_are_compared_without_white_space():
    gold = {"comments": ["so  true", "not here"], "body": ["the ferry sank", "so true"]}
    found = comments(item(gold), Extract(thread="Ada\nSo true. so\ntrue"))
    assert found == {"comments": 2, "found": 1, "body": 2, "leaked": 1}


def test_a_post_needs_its_own_author_and_date():
    gold = [
        {"post_text": "I was on that ferry", "datetime": "3 May 2021", "user": "/members/ada.17/", "names": ["ada"]},
        {"post_text": "Which one of them?", "datetime": "4 May 2021", "user": "Bo", "names": []},
    ]
    posts = (
        Posted("Ada", ("3 May, 2021", "2021-05-03"), "I was on that ferry"),
        Posted("Bo", ("yesterday",), "Which one of them?"),
        Posted("Cy", (), "Sign in to answer"),
    )
    counts = threads(item(gold), Extract(posts=posts))
    assert {k: counts[f"author.{k}"] for k in ("tp", "fp", "fn")} == {"tp": 2, "fp": 1, "fn": 0}
    assert {k: counts[f"date.{k}"] for k in ("tp", "fp", "fn")} == {"tp": 1, "fp": 2, "fn": 1}
    assert counts["words.tp"] == 2


def test_a_name_may_stand_in_the_address_of_a_profile():
    assert corpora.address_names("/en/profile/Alex%20D.", "alex d")
    assert not corpora.address_names("/en/profile/Alex%20D.", "al")
    assert not corpora.address_names("alexandra", "alex")


def test_the_text_of_a_link_names_its_profile_unless_several_share_it():
    html = """<iframe src="a"/><p><a href="/u?a=1&amp;b">Ada L.</a> <a href="/u?a=1&amp;b">View profile</a>
    <a href="/u?a=2">Bo</a> <a href="/u?a=2">View profile</a> <a href="/elsewhere">Cy</a>"""
    assert corpora._link_texts(html, {"/u?a=1&b", "/u?a=2", "Dee"}) == {
        "/u?a=1&b": ["ada l"],
        "/u?a=2": ["bo"],
        "Dee": [],
    }


def test_textdumps_count_lines_the_seam_and_invented_threads():
    text = "Body\n\nAda says:\nSo true\nFooter"
    found = textdumps(item([2, 3, 4], text), Extract(thread_origins=((6, 23),)))
    assert found == {"line.tp": 2, "line.fp": 0, "line.fn": 1, "with": 1, "seam": True}
    assert textdumps(item([], text), Extract(thread_origins=((0, 4),))) == {"without": 1, "invented": True}
    assert textdumps(item([], text), Extract()) == {"without": 1, "invented": False}


def test_a_comment_must_not_date_the_page():
    posts = (Posted("Ada", (), "So true"),)
    assert hanoi(item(1), Extract(posts=posts))["right"]
    assert not hanoi(item(1), Extract(posts=posts, published="2020-01-21"))["right"]


def test_an_account_gives_body_thread_and_where_the_thread_stands():
    text = "Quay\nThe ferry sank.\nAda\nSo true"

    def block(kind, start, end):
        return Block(kind, Span("a", start, end), Origin(start + 100, end + 100))

    account = Account(
        id="a",
        url="page",
        text=text,
        blocks=(block("headline", 0, 4), block("body", 5, 20), block("byline", 21, 24), block("comment", 25, 32)),
        thread=(Post(words=(Span("a", 25, 32),), author=Span("a", 21, 24), date_value="2021-05-03"),),
        encoding="utf-8",
        sha256="0" * 64,
    )
    found = extracts.of_account(account)
    assert found.body == "The ferry sank."
    assert found.said == "The ferry sank.\nAda\nSo true"
    assert found.posts == (Posted("Ada", ("2021-05-03",), "So true"),)
    assert found.thread_origins == ((121, 124), (125, 132))


# --- corpora ---


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.news.example.co.uk/a/b", "example.co.uk"),
        ("http://forum.example.de:8080/t/1", "example.de"),
        ("https://example.com", "example.com"),
    ],
)
def test_registered_domain(url, site):
    assert corpora.registered_domain(url) == site


def test_a_page_without_an_address_is_told_by_the_one_it_names():
    html = b'<head><link rel="canonical" href="https://www.example.org/a"></head>'
    assert corpora.site_of("", html) == "example.org"
    assert corpora.site_of("", b"<p>one") != corpora.site_of("", b"<p>two")


def test_a_site_is_in_one_part_and_both_parts_are_filled():
    parts = [item(None, site=f"site{n}.example").parts for n in range(300)]
    assert {len(part) for part in parts} == {1}
    assert 60 < parts.count(("validation",)) < 140
    assert item(None, site="site1.example").parts == item("other", site="site1.example").parts


def test_a_missing_corpus_says_where_it_was_looked_for(monkeypatch, tmp_path):
    monkeypatch.setenv("ONRECORD_DATA", str(tmp_path / "nowhere"))
    with pytest.raises(corpora.NoCorpus, match=r"nowhere.*ONRECORD_DATA"):
        corpora.read("articles")


# --- the gate ---

FLOORS = """# The head stays.

[corpora]
pages = "1234"

[measures.pages."word F1"]
floor = 0.9
must = 0.93

[measures.pages."invented"]
floor = 0.05
lower_is_better = true
"""


@pytest.fixture
def floors(tmp_path):
    path = tmp_path / "floors.toml"
    path.write_text(FLOORS, "utf-8")
    return path


@pytest.mark.parametrize(
    ("figures", "told"),
    [
        ({("pages", "word F1"): 0.9, ("pages", "invented"): 0.05}, []),
        ({("pages", "word F1"): 0.8999}, ["pages, word F1: 0.8999 is below the floor of 0.9"]),
        ({("pages", "invented"): 0.06}, ["pages, invented: 0.0600 is above the floor of 0.05"]),
        ({("pages", "word F1"): math.nan}, ["pages, word F1: nan is below the floor of 0.9"]),
        ({("pages", "new"): 0.1}, []),
    ],
)
def test_the_gate_tells_what_does_not_hold(floors, figures, told):
    assert gate.failures(gate.load(floors), figures, {"pages": "1234"}) == told


def test_floors_hold_for_the_corpus_they_were_measured_on(floors):
    [line] = gate.failures(gate.load(floors), {}, {"pages": "5678"})
    assert "corpus pages is not the one that the floors were measured on" in line


@pytest.mark.parametrize("figures", [{("pages", "word F1"): 0.89}, {("pages", "invented"): 0.051}])
def test_the_gate_refuses_to_lower_a_floor(floors, figures):
    with pytest.raises(gate.GateError, match="refusing to lower the floor"):
        gate.raised(gate.load(floors), figures, {"pages": "1234"})


def test_floors_are_raised_to_the_side_of_caution_and_kept(floors):
    figures = {("pages", "word F1"): 0.93789, ("pages", "invented"): 0.0301, ("forums", "word F1"): 0.57}
    gate.save(gate.raised(gate.load(floors), figures, {"pages": "1234", "forums": "abcd"}), floors)
    kept = gate.load(floors)
    assert kept.of("pages", "word F1") == gate.Floor(floor=0.937, must=0.93)
    assert kept.of("pages", "invented") == gate.Floor(floor=0.031, lower_is_better=True)
    assert kept.of("forums", "word F1").floor == 0.57
    assert kept.corpora == {"pages": "1234", "forums": "abcd"}
    assert floors.read_text("utf-8").startswith("# The head stays.\n")


def test_rounding_never_lowers_a_floor_that_holds(floors):
    floors.write_text(FLOORS.replace("floor = 0.9\n", "floor = 0.9005\n"), "utf-8")
    raised = gate.raised(gate.load(floors), {("pages", "word F1"): 0.9006}, {})
    assert raised.of("pages", "word F1").floor == 0.9005


def test_the_floors_of_the_repository_can_be_read():
    floors = gate.load()
    assert floors.of("articles", "4-gram F1").must == 0.96
    assert floors.of("comments", "body taken for comment").lower_is_better
