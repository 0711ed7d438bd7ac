"""What each part of a page is, who posted what, and what the page says of itself."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page


def read(source: str, kind: str = "text/plain") -> Account:
    found = segment(Page(url="x", retrieved=None, media_type=kind, body=source.encode()))
    assert isinstance(found, Account)
    return found


def of_kind(found: Account, kind: str) -> list[str]:
    return [found.cut(block.span) for block in found.blocks if block.kind == kind]


def posts(found: Account) -> list[tuple]:
    """Author, date and words of each post, and the number of the one it answers."""
    return [
        (
            post.author and found.cut(post.author),
            post.date and found.cut(post.date),
            [found.cut(span) for span in post.words],
            post.reply_to,
        )
        for post in found.thread
    ]


ARTICLE = """<article><h1>River talks end early</h1><p class="byline">By Ann Lee</p>
<p>The talks on the river ended on Thursday without a deal, officials of both towns said after two days.</p>
<p>“We could not agree on the price,” the mayor of Upton said to reporters who had waited through the night.</p>
<figure><img><figcaption>The river at Upton.</figcaption></figure>
<p>Nobody named a date for the next meeting, which had been planned for the spring of this year.</p></article>"""

PAGE = f"""<!doctype html><html><head><title>River talks end early | Upton Paper</title>
<meta property="og:site_name" content="Upton Paper"><meta property="og:title" content="River talks end early | Upton Paper">
<link rel="canonical" href="https://upton.example/river">{{head}}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>{ARTICLE}{{after}}
<footer>All rights reserved</footer></body></html>"""

THREAD = """<div id="comments"><h3>3 Comments</h3><ol class="commentlist">
<li class="comment" id="comment-11"><div class="comment-author"><cite class="fn">Bo R.</cite> <span class="says">says:</span></div>
<div class="comment-meta"><time datetime="2019-03-01T01:00:00Z">March 1, 2019 at 1:00 am</time></div>
<div class="comment-content"><p>They never agree.</p><p>Never.</p></div><div class="reply"><a href="#">Reply</a></div>
<ul class="children"><li class="comment" id="comment-12"><div class="comment-author"><cite class="fn">Cy</cite></div>
<div class="comment-content"><p>They did once, in spring.</p></div><div class="reply"><a href="#">Reply</a></div></li></ul></li>
<li class="comment" id="comment-13"><div class="comment-author"><cite class="fn">Di</cite></div>
<div class="comment-content"><p>Third words.</p></div></li></ol></div>"""

LD = """<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "No"},
{"@type": "NewsArticle", "headline": "River talks end early", "datePublished": "2019-02-28T13:25:00+0000",
"dateModified": "2019-03-02", "author": [{"@type": "Person", "name": "Ann Lee"}, {"@type": "Person", "name": "Bea Ito"}],
"publisher": {"@type": "Organization", "name": "The Upton Paper"}}]}</script>"""


def test_article_chrome_and_thread_of_html_are_apart():
    found = read(PAGE.format(head="", after=THREAD), "text/html")
    assert of_kind(found, "headline") == ["River talks end early"]
    assert len(of_kind(found, "body")) == 3
    assert of_kind(found, "caption") == ["The river at Upton."]
    assert of_kind(found, "byline") == ["By Ann Lee"]
    assert "Reply" in of_kind(found, "chrome")
    assert "Home" in of_kind(found, "chrome")


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("The mayor leaves the hall. (Image: Upton Paper)", "caption"),
        ("The mayor leaves the hall. (Joe Roe/Getty Images)", "caption"),
        ("READ MORE: <a href=x>Ferries stop for a second day as talks go on</a>", "chrome"),
        ("<a href=x>What the towns had agreed on the year before</a> [ANALYSIS]", "chrome"),
        ("They asked for what a household pays (credit and debit cards aside)", "body"),
        ("“We will never sign this paper,” the mayor told the council on Monday. (Reuters)", "body"),
        ("The mayor left the hall before anybody else did (his office confirmed it to Reuters)", "body"),
        ("“The water is ours,” the mayor of Upton says. (Image: Upton Paper)", "body"),
        ("<a href=x>MAYOR: “We will never sign a paper that nobody has read”</a>", "body"),
        (
            "The mayor said: <a href=x>the price of the water was never told us</a> by anybody, not in that hall.",
            "body",
        ),
        ("UPTON: Nobody from the water board was there, <a href=x>the clerk said</a>.", "body"),
    ],
)
def test_credits_of_pictures_and_ways_to_other_articles_are_not_the_articles_words(line, kind):
    paragraphs = ARTICLE.replace("<figure>", f"<p>{line}</p><figure>")
    found = read(PAGE.replace(ARTICLE, paragraphs).format(head="", after=""), "text/html")
    assert line.replace("<a href=x>", "").replace("</a>", "") in of_kind(found, kind)


def test_posts_of_html_have_author_date_words_and_what_they_answer():
    found = read(PAGE.format(head="", after=THREAD), "text/html")
    assert posts(found) == [
        ("Bo R.", "March 1, 2019 at 1:00 am", ["They never agree.", "Never."], None),
        ("Cy", None, ["They did once, in spring."], 0),
        ("Di", None, ["Third words."], None),
    ]
    assert found.thread[0].date_value == "2019-03-01T01:00:00Z"


def test_a_comments_date_is_never_the_pages():
    assert read(PAGE.format(head="", after=THREAD), "text/html").published is None


def test_json_ld_is_read_first_and_said_so():
    found = read(PAGE.format(head=LD, after=""), "text/html")
    assert (found.headline, found.byline, found.publisher) == (
        "River talks end early",
        "Ann Lee, Bea Ito",
        "The Upton Paper",
    )
    assert (found.published, found.modified) == ("2019-02-28T13:25:00+00:00", "2019-03-02")
    assert found.canonical == "https://upton.example/river"
    rules = {one.field: one.rule for one in found.provenance}
    assert rules == {
        "headline": "heading",
        "byline": "json-ld",
        "publisher": "json-ld",
        "published": "json-ld",
        "modified": "json-ld",
        "canonical": "link canonical",
    }


def test_visible_markup_gives_what_metadata_does_not():
    found = read(
        PAGE.format(head="", after="").replace(
            "By Ann Lee", "By Ann Lee</p><p><time datetime=2019-02-28>Feb. 28</time>"
        ),
        "text/html",
    )
    assert (found.byline, found.published) == ("Ann Lee", "2019-02-28")


@pytest.mark.parametrize("script", ["<div id=disqus_thread></div>", "<script src=//x.disqus.com/embed.js></script>"])
def test_a_thread_that_a_script_loads_is_reported(script):
    assert read(PAGE.format(head="", after=script), "text/html").thread_elsewhere == "Disqus"


PROSE = [
    "The talks on the river ended on Thursday without a deal, officials of both towns said.",
    "“We could not agree on the price,” the mayor of Upton said to reporters who had waited through the night.",
    "Nobody named a date for the next meeting, which had been planned for the spring of this year.",
]
SAID = [
    ("marshfox", "They never agree on anything, and it is us who pay."),
    ("Old Ferryman", "My father rowed there when it was free of charge!"),
    ("bo77", "lol, so much for that meeting then."),
    ("marshfox", "You could have asked him how he did it."),
]
DAYS = ["March 1, 2019", "March 2, 2019", "March 2, 2019", "March 4, 2019"]
LAYOUTS = {
    "bare": lambda who, day, words: f"{who}\n{words}",
    "name, date, words": lambda who, day, words: f"{who}\n{day}\n{words}",
    "says": lambda who, day, words: f"{who} says:\n{words}",
    "says, date": lambda who, day, words: f"{who} says:\n{day} at 9:15 am\n{words}",
    "name - date": lambda who, day, words: f"{who} - {day}\n{words}",
    "bullet": lambda who, day, words: f"  • {who}\n    {day}\n\n    {words}\n",
    "posted by": lambda who, day, words: f"Posted by {who} on {day}\n{words}",
    "with buttons": lambda who, day, words: f"{who}\n{day}\n{words}\nReply\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("heading", ["", "4 Comments\n"])
def test_threads_of_plain_text_in_many_layouts(layout, heading):
    thread = "\n".join(LAYOUTS[layout](who, day, words) for (who, words), day in zip(SAID, DAYS, strict=True))
    found = read("\n".join(["River talks end early", "", *PROSE, heading + thread]))
    assert [(who, words) for who, _, words, _ in posts(found)] == [(who, [words]) for who, words in SAID]
    assert of_kind(found, "body") == PROSE
    assert found.headline == "River talks end early"
    assert found.published is None
    if "date" in layout or layout in ("bullet", "posted by", "with buttons"):
        assert [date.removesuffix(" at 9:15 am") for _, date, _, _ in posts(found)] == DAYS


def test_a_line_of_two_things_is_two_blocks():
    found = read(" date 2019-02-28 " + "\n".join(PROSE))
    assert of_kind(found, "dateline") == ["date 2019-02-28"]
    assert of_kind(found, "body") == PROSE
    assert found.published == "2019-02-28"


def test_a_place_and_an_agency_are_a_dateline():
    found = read("UPTON, Feb. 28, 2019 (Wire) - " + "\n".join(PROSE))
    assert of_kind(found, "dateline") == ["UPTON, Feb. 28, 2019 (Wire) -"]
    assert found.published == "2019-02-28"


def test_hard_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The talks on the river ended on Thursday without a deal, officials of\nboth towns said. “We could not agree "
        "on the price,” the mayor of Upton\nsaid to reporters.\n\nNobody named a date for the next meeting, which "
        "had been planned for\nthe spring of this year."
    )
    assert [text.split()[0] for text in of_kind(read(wrapped), "body")] == ["The", "Nobody"]


def test_an_article_without_readers_has_no_thread():
    found = read("\n\n".join(["River talks end early", *PROSE, "Background", *PROSE, "What is next", *PROSE]))
    assert found.thread == ()
    assert len(of_kind(found, "body")) == 11
