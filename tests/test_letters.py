"""However the letters of a text are written, its reading is the same; and every span stands in the text as it is."""

import re
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord import collate, read, segment
from onrecord.text.letters import _USUAL, IGNORABLE, _follows, _is_alone, folded, reading_form, shown
from onrecord.types import Account, Page, Reading, Record, Span

SHY, ZWSP, ZWNJ, ZWJ, WJ, BOM = "\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff"
NOTHING = (SHY, ZWSP, ZWNJ, ZWJ, WJ, BOM, "\u200e", "\u200f", "\ufe0f", "\U000e0041", "\u034f", "\u061c", "\u180e")

ARTICLE = """Ferry strike ends in Brúnavík

By Ása Þórsdóttir

12 March 2024

BRÚNAVÍK — The ferry men of Brúnavík went back to work on Tuesday after Zoë Lindström, who speaks for the harbour, met them.

“We cannot run a harbour on promises,” said Zoë Lindström, the harbour master. “Nobody here was paid in February.”

José Ibáñez, who leads the ferry union, told reporters that the men would not sail without a contract. Mr Ibáñez demanded a month’s wages before Friday.

The Brúnavík Council offered to pay half of the debt if the ferries ran again by 20 March. “It is a début, not an end,” Ms Lindström said.

Comments (2)

Renée Ståhl
13 March 2024 at 09:15
Zoë Lindström is right: nobody can sail on promises. My brother waits for his wages since the winter.

Jürgen Öst
13 March 2024 at 10:40
I do not believe that the council will pay before the ferries run again.
"""


def as_html(text: str) -> str:
    """The article as a page, with its thread."""
    title, byline, date, *body, heading, first, second = text.strip().split("\n\n")
    posts = [post.split("\n") for post in (first, second)]
    return "\n".join(
        (
            f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{title} - Harbour "
            f"Post</title></head><body><main><article>",
            f"<h1>{title}</h1><p class=byline>{byline}</p><p class=date>{date}</p>",
            *(f"<p>{paragraph}</p>" for paragraph in body),
            f"</article><section id=comments class=comments><h2>{heading}</h2>",
            *(
                f'<div class=comment><span class="comment-author">{author}</span> <span '
                f'class="comment-date">{when}</span>'
                f'<p class="comment-text">{words}</p></div>'
                for author, when, words in posts
            ),
            "</section></main><footer>© 2024 Harbour Post</footer></body></html>",
        )
    )


def account(text: str, kind: str = "text/plain") -> Account:
    found = segment(Page(url="a.example", retrieved=None, media_type=kind, body=text.encode()))
    assert isinstance(found, Account)
    return found


def page(text: str, kind: str) -> Account:
    return account(as_html(text) if kind == "text/html" else text, kind)


def told(reading: Reading) -> list[object]:
    """All that a reading says, in words that are written in one way."""
    own = reading.account

    def cut(span: Span | None) -> str | None:
        return folded(own.cut(span)) if span else None

    def cuts(spans: tuple[Span, ...]) -> list[str | None]:
        return [cut(span) for span in spans]

    names = {actor.id: actor.name for actor in reading.cast}
    return [
        (own.headline, own.byline, own.published, own.publisher),
        [(block.kind, cut(block.span)) for block in own.blocks],
        [(cuts(post.words), cut(post.author), cut(post.date)) for post in own.thread],
        [(a.name, a.kind, cuts(a.roles), cuts(a.mentions), [cut(x.span) for x in a.aliases]) for a in reading.cast],
        [
            (s.form, cuts(s.content), cut(s.source), cut(s.cue), names.get(s.speaker or ""), s.rule, s.score)
            for s in reading.statements
        ],
        [
            (p.act, cuts(p.content), cut(p.cue), cut(p.condition), names.get(p.holder or ""), p.modality)
            for p in reading.positions
        ],
        [(cut(m.what), m.date, cut(m.dated_by), m.anchor) for m in reading.timeline],
        [(cuts(c.words), cut(c.author), c.posted, cut(c.dated_by)) for c in reading.discussion],
        cuts(reading.set_off),
    ]


def spans_of(value: object) -> list[Span]:
    if isinstance(value, Span):
        return [value]
    if isinstance(value, tuple):
        return [span for part in value for span in spans_of(part)]
    return [span for name in getattr(value, "__struct_fields__", ()) for span in spans_of(getattr(value, name))]


def assert_no_letter_is_cut(spans: list[Span], text: str) -> None:
    for span in spans:
        for at in (span.start, span.end):
            assert at == len(text) or not unicodedata.combining(text[at]), (span, text[span.start : span.end])


@pytest.fixture(scope="module")
def composed() -> dict[str, list[object]]:
    return {kind: told(read(page(ARTICLE, kind))) for kind in ("text/plain", "text/html")}


KINDS = pytest.mark.parametrize("kind", ["text/plain", "text/html"])


@KINDS
def test_the_article_is_read_at_all(composed, kind):
    fields, _, posts, cast, statements, positions, timeline, discussion, _ = composed[kind]
    assert fields[:3] == ("Ferry strike ends in Brúnavík", "Ása Þórsdóttir", "2024-03-12")
    assert {"Zoë Lindström", "José Ibáñez"} <= {name for name, *_ in cast}
    assert len(statements) >= 4
    assert positions
    assert timeline
    assert [author for _, author, *_ in discussion] == ["Renée Ståhl", "Jürgen Öst"]
    assert len(posts) == 2


@KINDS
def test_accents_set_behind_their_letters_change_nothing(composed, kind):
    text = unicodedata.normalize("NFD", ARTICLE)
    reading = read(page(text, kind))
    assert reading.account.text != unicodedata.normalize("NFC", reading.account.text)
    assert told(reading) == composed[kind]
    assert_no_letter_is_cut(spans_of(reading), reading.account.text)


@KINDS
@pytest.mark.parametrize("nothing", NOTHING, ids=ascii)
def test_what_shows_nothing_changes_nothing_in_every_word(composed, kind, nothing):
    text = "".join(a + (nothing if a.isalnum() and b.isalnum() else "") for a, b in pairwise(ARTICLE + "\n"))
    reading = read(page(text, kind))
    assert told(reading) == composed[kind]


def test_a_line_that_begins_with_a_no_break_space_keeps_it_beside_other_letters():
    body = "".join(f"<p>The council met and heard report {number}.</p>" for number in range(9))
    lines = [account(f"<h1>News</h1>{body}<p>&nbsp; Blog (2){mark}</p>", "text/html").blocks[-1] for mark in ("", SHY)]
    assert lines[0].span.start == lines[1].span.start


def sprinkled(text: str, places: list[tuple[int, str]]) -> str:
    inner = [i for i in range(1, len(text)) if text[i - 1].isalpha() and text[i].isalpha()]
    put = {inner[place % len(inner)]: mark for place, mark in places}
    return "".join(put.get(i, "") + char for i, char in enumerate(text))


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 5000), st.sampled_from(NOTHING)), min_size=1, max_size=60), st.booleans())
def test_what_shows_nothing_changes_nothing_wherever_it_stands_in_words(composed, places, apart):
    text = unicodedata.normalize("NFD", ARTICLE) if apart else ARTICLE
    reading = read(page(sprinkled(text, places), "text/plain"))
    assert told(reading) == composed["text/plain"]
    assert_no_letter_is_cut(spans_of(reading), reading.account.text)


def record(*texts: str) -> Record:
    return collate([read(account(text)) for text in texts])


def hyphened(text: str) -> str:
    return "".join(
        a + (SHY if a.isalpha() and b.isalpha() and b in "bdglmnrst" else "") for a, b in pairwise(text + "\n")
    )


OTHER = """Harbour talks

11 March 2024

“We cannot run a harbour on promises,” Zoë Lindström, the harbour master, said again on Tuesday. José Ibáñez said that the men would not sail without a contract.
"""


@pytest.mark.parametrize("written", [hyphened, lambda text: unicodedata.normalize("NFD", text)], ids=["SHY", "NFD"])
def test_two_accounts_are_compared_as_if_they_were_written_alike(written):
    alike, unlike = record(ARTICLE, OTHER), record(written(ARTICLE), OTHER)
    assert [actor.name for actor in unlike.cast] == [actor.name for actor in alike.cast]
    assert [len(actor.members) for actor in unlike.cast] == [len(actor.members) for actor in alike.cast]
    both = [[(len(w.witnesses), w.state, len(w.variants)) for w in one.wordings] for one in (alike, unlike)]
    assert both[0] == both[1]
    assert max(both[1])[0] == 2
    texts = [{r.account.id: r.account for r in one.readings} for one in (alike, unlike)]
    told_of = [
        sorted(
            (f.relation, f.about, f.note, *(folded(own[s.account].cut(s)) for s in f.evidence)) for f in one.findings
        )
        for one, own in zip((alike, unlike), texts, strict=True)
    ]
    assert told_of[0] == told_of[1]
    own = texts[1]
    for span in spans_of((unlike.cast, unlike.wordings, unlike.positions, unlike.findings)):
        assert_no_letter_is_cut([span], own[span.account].text)


def test_a_word_with_a_soft_hyphen_in_one_account_only_is_no_variant():
    one = "“The har\u00adbour is closed until the min\u00adis\u00adter signs,” said Mara Ellwood, the mayor of Kalmere."
    found = record(one, one.replace(SHY, ""))
    assert [len(wording.witnesses) for wording in found.wordings] == [2]
    assert found.wordings[0].variants == ()
    assert {finding.relation for finding in found.findings} <= {"agrees"}


def test_a_name_is_printed_composed_and_clean_and_its_mentions_as_they_are():
    (actor, *_) = read(account(f"Leo{SHY}nor Va\u0301s{ZWSP} said that the council had agreed to pay.")).cast
    assert actor.name == "Leonor Vás"
    text = f"Leo{SHY}nor Va\u0301s"
    assert [(span.start, span.end) for span in actor.mentions] == [(0, len(text))]


def test_a_mark_that_no_letter_takes_up_stays_in_the_name_and_cuts_no_span():
    reading = read(account("Laq\u0301ue Tanoq\u0301 said that the council had agreed to pay."))
    assert [actor.name for actor in reading.cast][:1] == ["Laq\u0301ue Tanoq\u0301"]
    assert reading.account.cut(reading.cast[0].mentions[0]) == "Laq\u0301ue Tanoq\u0301"


def test_joiners_that_a_script_or_a_picture_needs_stay_in_what_is_shown():
    persian, family = "می\u200cخواهم", "\U0001f469\u200d\U0001f467"
    assert shown(f"{persian} {family} \u2764\ufe0f") == f"{persian} {family} \u2764\ufe0f"
    assert shown(f"Le{ZWJ}o{ZWNJ}nor{SHY} Va\u0301s\ufe0f") == "Leonor Vás"
    assert folded(persian) == persian.replace(ZWNJ, "")
    found = account(
        f"{family} Ferry strike ends in Kalmere\n\nBy Ingrid Sollen\n\nThe men went back to work on Tuesday."
    )
    assert found.text.startswith(family)
    assert found.headline == f"{family} Ferry strike ends in Kalmere"


def test_no_span_parts_a_picture_of_several():
    form = reading_form("a \U0001f469\u200d\U0001f469\u200d\U0001f467 b")
    assert form
    assert {form.source[slice(*form.outward(i, i + 1))] for i in range(len(form.text))} == set("a b") | {
        "\U0001f469\u200d\U0001f469\u200d\U0001f467"
    }


def test_no_usual_character_has_another_form():
    usual = "".join(char for char in map(chr, range(0x20000)) if _USUAL.fullmatch(char))
    assert len(usual) > 800
    assert all(not _follows(char) and not _is_alone(char) for char in usual)


@settings(max_examples=300, deadline=None)
@given(
    st.text(
        st.characters() | st.sampled_from("\u00adae\u0301\u0323\u0338\u200b\u200d\ufe0f\u1100\u1161\u11a8\U0001f469\n"),
        max_size=60,
    )
)
def test_the_form_is_one_for_all_ways_to_write_a_text_and_leads_back_to_each_character(text):
    ways = [text, *(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))]
    assert len({folded(way) for way in ways}) == 1
    form = reading_form(text)
    if form is None:
        return
    assert folded(form.text) == form.text
    places = [form.outward(i, i + 1) for i in range(len(form.text))]
    assert places == sorted(places)
    assert all(start < end for start, end in places)
    assert all(form.outward(*form.inward(*place)) == place for place in places)
    left = text
    for start, end in sorted(set(places), reverse=True):
        left = left[:start] + left[end:]
    assert not re.search(f"[^{IGNORABLE}]", left)


@pytest.mark.parametrize("mark", ["\u0301", SHY, ZWJ, "\u0301\u0323\u0334", "\U000e0041"], ids=ascii)
def test_the_form_of_a_letter_with_many_marks_takes_time_linear_in_them(mark):
    def seconds(number: int) -> float:
        text = f"Leonor Va{mark * number}s said."
        begin = time.process_time()
        assert folded(text).startswith("Leonor V")
        assert shown(text).startswith("Leonor V")
        return time.process_time() - begin

    small, large = (min(seconds(number) for _ in range(3)) for number in (2_000, 8_000))
    assert large < 8 * small + 0.02


@pytest.mark.parametrize("kind", ["text/plain", "text/html"])
def test_a_text_that_is_full_of_marks_is_read_as_without_them(composed, kind):
    text = "".join(char + ("\u0334\u0338\u0489" * 9 if char.isalpha() else "") for char in ARTICLE)
    reading = read(page(text, kind))
    assert [actor.mentions for actor in reading.cast]
    assert_no_letter_is_cut(spans_of(reading), reading.account.text)
    fields, _, _, _, statements, _, timeline, discussion, _ = told(reading)
    assert fields[2] == "2024-03-12"
    assert statements
    assert [s[:4] for s in statements] == [s[:4] for s in composed[kind][4]]
    assert timeline == composed[kind][6]
    assert discussion == composed[kind][7]


def test_a_line_of_nothing_that_shows_leaves_every_post_its_own_words():
    names = ("Bo Tarn", "Ana Hale", "Ruud Dahl", "Mira Solcek", "Leonor Vas")

    def posts(nothing: str) -> list[tuple[str, list[str]]]:
        body = "".join(
            f'<article class="post" id="post-{n}"><h4 class="author"><a href="/u/{n}">{name}</a></h4>'
            f"<time datetime='2021-03-0{n}'>March {n}, 2021</time><div class='content'>"
            f"<p>Lock {name.split()[0]} is late again, and nobody knows why it was {'so ' * n}slow.</p></div>"
            f"<div class='signature'>{nothing}</div><a>Share</a></article>"
            for n, name in enumerate(names, 1)
        )
        html = f"<!doctype html><title>Locks</title><h1>Locks</h1><div class='posts'>{body}</div>"
        made = segment(Page("a", None, "text/html", html.encode()))
        assert isinstance(made, Account)
        return [(made.cut(p.author) if p.author else "", [made.cut(w) for w in p.words]) for p in made.thread]

    assert [author for author, _ in posts("")] == list(names)
    assert posts("\u200b") == posts("")
