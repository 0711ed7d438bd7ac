"""Whom and which day of several that a page states an account is given: writers of one line, two times, sentences with
days, what converters write, and the first post of a thread."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

PAGE = """<!doctype html><html lang=en-GB><head><title>River talks end early</title><meta property="og:site_name" content="Upton Paper">{head}
</head><body><nav><a href="/">Home</a></nav><article><h1>River talks end early</h1>{lines}
<p>The talks on the river ended on Thursday without a deal, officials of both towns said after two days of waiting.</p>
<p>“We could not agree on the price,” the mayor of Upton said to reporters who had waited through the night.</p>
{more}<p>Nobody named a date for the next meeting, which had been planned for the spring of this year.</p></article></body></html>"""


def read(lines: str = "", head: str = "", more: str = "") -> Account:
    source = PAGE.format(head=head, lines=lines, more=more)
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=source.encode()))
    assert isinstance(found, Account)
    return found


def json_ld(inner: str) -> str:
    return f'<script type="application/ld+json">{{"headline": "River talks end early", {inner}}}</script>'


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Ann Lee and Bo Ray in Downham", "Ann Lee and Bo Ray"),
        ("Ann Lee in Upton and Bo Ray in Downham", "Ann Lee and Bo Ray"),
        ("Ann Lee, River Correspondent, and Bo Ray, Senior Editor", "Ann Lee and Bo Ray"),
        ("Ann Lee, Bo Ray and the Upland Wire", "Ann Lee, Bo Ray and the Upland Wire"),
        ("Ann Lee and Bo Ray Jr.", "Ann Lee and Bo Ray Jr."),
        ("By Ann Lee, with Bo Ray", "Ann Lee and Bo Ray"),
        ("By Ann Lee with additional reporting by Bo Ray", "Ann Lee"),
        ("<a rel=author href=/a>Ann Lee</a> and Bo Ray in Downham", "Ann Lee and Bo Ray"),
        ("<a rel=author href=/a>Ann Lee</a> in Upton and <a rel=author href=/b>Bo Ray</a> in Downham", "Ann Lee and Bo Ray"),
        ("<a href=/a>Ann Lee</a>, River Correspondent, and <a href=/b>Bo Ray</a>, Senior Editor", "Ann Lee and Bo Ray"),
        ("Ann Lee, Upton Paper | mail", "Ann Lee"),
        ("<span class=name><a href=/a>Ann Lee</a></span> <span>Gardener &amp; Beekeeper</span>", "Ann Lee"),
        ("By <a rel=author href=/a>Ann Lee</a>, Executive Editor, <em>Upland Garden Letter</em>", "Ann Lee"),
        ("Ann Lee, River Correspondent, and Upland Wire", "Ann Lee and Upland Wire"),
        ("Ann Lee (now) and Bo Ray (earlier)", "Ann Lee and Bo Ray"),
        ("<span>River Correspondent</span> <span>Ann Lee</span>", "Ann Lee"),
        ("Wednesday April 3, 2019 10:05 am PDT by Ann Lee", "Ann Lee"),
        ("Wednesday, 3 April 2019 · By Ann Lee", "Ann Lee"),
        ("Wednesday", None),
        ("Chief River Correspondent", None),
        ("The Upton River Team", "The Upton River Team"),
    ],
)  # fmt: skip
def test_all_writers_of_a_line_and_none_but_them(line, byline):
    assert read(f"<p class=byline>{line}</p>").byline == byline


@pytest.mark.parametrize(
    "line", ["Wednesday, 3 April 2019 · By Ann Lee", "By Ann Lee · Wednesday, 3 April 2019", "April 3, 2019 by Ann Lee"]
)
def test_a_line_of_who_and_when_needs_no_class(line):
    found = read(f"<p>{line}</p>")
    assert (found.byline, found.published) == ("Ann Lee", "2019-04-03")
    assert line not in [found.cut(block.span) for block in found.blocks if block.kind == "body"]


def test_a_post_above_a_name_is_not_the_name():
    lines = "<div class=author-info><div class=author-role>Senior River Editor</div><div class=author-name>Ann Lee</div></div>"
    assert read(lines).byline == "Ann Lee"


def test_a_printed_line_adds_the_writer_that_the_markup_leaves_out():
    assert read("<p class=byline>Bo Ray and Ann Lee</p>", json_ld('"@type": "Article", "author": "Ann Lee"')).byline == "Bo Ray and Ann Lee"  # fmt: skip


def test_the_name_of_the_site_never_stands_before_a_person():
    address = '<link rel=canonical href="https://www.uptonpaper.example/river">'
    for site in ("Upton Paper", "uptonpaper.example", "UptonPaper"):
        head = address + json_ld(f'"@type": "Article", "author": {{"@type": "Organization", "name": "{site}"}}')
        assert read("<p class=byline>Ann Lee</p>", head).byline == "Ann Lee"


def test_a_person_whose_name_is_that_of_his_site_is_a_person():
    head = '<link rel=canonical href="https://annlee.example/river"><meta name=author content="Ann Lee">'
    assert read("<div class=author-name>Get app</div>", head).byline == "Ann Lee"


FIRST, SECOND = "2019-04-03T09:00:00+01:00", "2019-04-04T19:20:45+01:00"


@pytest.mark.parametrize(
    "line",
    [
        f'<time itemprop=dateModified datetime="{SECOND}">4 April 2019</time> <time itemprop=datePublished datetime="{FIRST}">3 April 2019</time>',
        f'<time class=updated datetime="{SECOND}">4 April 2019</time> <time class=published datetime="{FIRST}">3 April 2019</time>',
        f'<time class=published datetime="{FIRST}">3 April 2019</time> <time class=updated datetime="{SECOND}">4 April 2019</time>',
        f'<time class=updated datetime="{SECOND}">1h ago</time> <time class=published datetime="{FIRST}">yesterday</time>',
        f'Updated <time datetime="{SECOND}">4 April 2019</time>, first published <time datetime="{FIRST}">3 April 2019</time>',
        f'<span class=date-modified><time datetime="{SECOND}">4 April 2019</time></span> <time datetime="{FIRST}">3 April 2019</time>',
    ],
)  # fmt: skip
def test_of_two_times_in_a_line_the_markup_says_which_is_which(line):
    found = read(f"<p>{line}</p>")
    assert (found.published, found.modified) == (FIRST, SECOND)


def test_what_the_markup_says_of_an_element_with_two_dates_is_not_said_of_the_first():
    found = read(f'<time itemprop=dateModified datetime="{SECOND}">13/04/2019 01:57 | Updated 14/04/2019 19:20</time>')
    assert (found.published, found.modified) == ("2019-04-13T01:57", "2019-04-14T19:20")


@pytest.mark.parametrize(
    "sentence",
    [
        "The vote is on <time datetime=2019-05-21>21 May 2019</time>.",
        "They meet again <time datetime=2019-05-21>21 May</time>.",
        "It ends <time datetime=2019-05-21>soon</time>.",
        "The vote is on 21 May 2019.",
    ],
)
def test_a_day_in_a_sentence_is_not_that_of_publication(sentence):
    assert read(f"<p>{sentence}</p>").published is None
    found = read(more=f"<p>{sentence}</p>")
    assert found.published is None
    assert any("21 May" in line or "soon" in line for line in (found.cut(b.span) for b in found.blocks if b.kind == "body"))  # fmt: skip


@pytest.mark.parametrize(
    "head",
    [
        json_ld('"@type": "WebPage", "dateCreated": "2025-01-02T10:00:00Z"'),
        '<meta name="created" content="2025-01-02T10:00:00Z">',
        '<meta name="dateCreated" content="2025-01-02T10:00:00Z">',
        '<meta itemprop="dateCreated" content="2025-01-02T10:00:00Z">',
    ],
)
def test_the_day_on_which_a_file_was_made_is_believed_only_where_it_is_printed(head):
    assert read("", head).published is None
    assert read("<p>3 April 2019</p>", head).published == "2019-04-03"
    assert read("<p>2 January 2025</p>", head).published == "2025-01-02T10:00:00Z"


def test_a_day_in_json_ld_gives_way_to_the_printed_one_where_it_is_not_printed():
    head = json_ld('"@type": "NewsArticle", "datePublished": "2019-04-01"')
    assert read("<p>3 April 2019</p>", head).published == "2019-04-03"
    assert read("<p>Updated 3 April 2019</p>", head).published == "2019-04-01"
    assert read("<p>3 April 2019</p>", head, "<p>The first talks were on 1 April 2019.</p>").published == "2019-04-01"
    assert read("", head).published == "2019-04-01"
    both = head + json_ld('"@type": "NewsArticle", "dateModified": "2019-04-03"')
    assert read("<p>3 April 2019</p>", both).published == "2019-04-01"


def test_a_day_in_figures_that_may_be_that_of_json_ld_is_no_other_day():
    account = read(
        '<p class="post-date">09.10.2024</p>',
        json_ld('"@type": "NewsArticle", "datePublished": "2024-09-10T16:07:00Z"'),
    )
    assert account.published == "2024-09-10T16:07:00Z"
    account = read(
        '<p class="post-date">19.10.2024</p>',
        json_ld('"@type": "NewsArticle", "datePublished": "2024-09-10T16:07:00Z"'),
    )
    assert account.published == "2024-10-19"


def test_a_thread_is_of_whom_its_first_post_is_and_of_that_day():
    posts = "".join(
        f"<div class=post id=post-{number}><span class=username>{name}</span> <span class=date>{day}</span>"
        f"<div class=content>{words}</div></div>"
        for number, (name, day, words) in enumerate(
            (
                ("heron", "3 April 2019", "Has anybody been at the talks? I could not get in."),
                ("otter", "4 April 2019", "I was there until they shut the door at midnight."),
                ("vole", "5 April 2019", "Nothing came of it, as my cousin at the mill had said."),
            ),
            1,
        )
    )
    html = f"<html class=phpbb><head><title>River talks - Upton forum</title></head><body><h1>River talks</h1>{posts}</body></html>"
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert (found.byline, found.published) == ("heron", "2019-04-03")
    assert {one.rule for one in found.provenance if one.field in ("byline", "published")} == {"the first post"}


@pytest.mark.parametrize(
    "line",
    [
        "View in browser",
        "<a href=/w>View this email in your browser</a>",
        "You are receiving this email because you signed up at upton.example.",
        "This newsletter was sent to ann@upton.example. <a href=#>Unsubscribe</a>",
        "Unsubscribe | Manage your preferences",
    ],
)
def test_what_a_newsletter_says_of_itself_is_no_word_of_it(line):
    cells = (
        "<p>Wednesday, 3 April 2019 · By Ann Lee</p><p>Good morning. The talks on the river ended last night, and nobody won.</p>",
        "<p>“We could not agree on the price,” said Cy Bell, the mayor of Upton, who had waited through the night.</p>",
    )
    rows = "".join(
        f"<tr><td>{cell}</td></tr>"
        for cell in (f"<p>{line}</p>", "<h1>The Upton Morning</h1>", *cells, f"<p>{line}</p>")
    )
    html = f"<html><head><title>The Upton Morning</title></head><body><table><tr><td><table>{rows}</table></td></tr></table></body></html>"
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert [found.cut(block.span)[:12] for block in found.blocks if block.kind == "body"] == [
        "Good morning",
        "“We could no",
    ]
    assert (found.byline, found.published) == ("Ann Lee", "2019-04-03")
