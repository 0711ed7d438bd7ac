"""What a page says about itself in its markup, however it is written, and what of it cannot be read."""

import time

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

PAGE = """<!doctype html><html lang="{lang}"><head><title>River talks end early</title>{head}</head><body>
<nav><a href="/">Home</a></nav>{before}<article{scope}><h1>River talks end early</h1>{lines}
<p>The talks on the river ended on Thursday without a deal, officials of both towns said after two days of waiting.</p>
<p>“We could not agree on the price,” the mayor of Upton said to reporters who had waited through the night.</p>
<p>Nobody named a date for the next meeting, which had been planned for the spring of this year.</p></article>
{after}</body></html>"""
ARTICLE = ' itemscope itemtype="https://schema.org/NewsArticle"'


def read(  # noqa: PLR0913
    lines: str = "", *, head: str = "", before: str = "", after: str = "", scope: str = "", lang: str = "en"
) -> Account:
    source = PAGE.format(head=head, lines=lines, before=before, after=after, scope=scope, lang=lang)
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=source.encode()))
    assert isinstance(found, Account)
    return found


def script(text: str) -> str:
    return f'<script type="application/ld+json">{text}</script>'


def rule(found: Account, field: str) -> str:
    return next(one.rule for one in found.provenance if one.field == field)


def test_a_title_is_without_the_sites_name_if_its_address_has_that_name():
    title = '<meta property="og:title" content="Talks on the river fail | Upton Paper">'
    canonical = '<link rel="canonical" href="https://www.uptonpaper.example/river">'
    page = PAGE.replace("<h1>River talks end early</h1>", "")
    for head, headline in (
        (title + canonical, "Talks on the river fail"),
        (title, "Talks on the river fail | Upton Paper"),
    ):
        source = page.format(head=head, lines="", before="", after="", scope="", lang="en")
        found = segment(Page(url="x", retrieved=None, media_type="text/html", body=source.encode()))
        assert isinstance(found, Account)
        assert found.headline == headline


@pytest.mark.parametrize(
    "text",
    [
        '{"@type": "NewsArticle", "datePublished": "2019-04-03", "author": "Ann Lee"}',
        '[{"@type": "WebSite"}, {"@type": ["NewsArticle"], "datePublished": ["2019-04-03"], "author": [{"name": "Ann '
        'Lee"}]}]',
        '{"@graph": [{"@type": "http://schema.org/Article", "datePublished": "2019-04-03", "author": {"@id": "#ann"}},'
        ' {"@type": "Person", "@id": "#ann", "name": "Ann Lee"}]}',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "datePublished": {"@value": "2019-04-03"},'
        ' "author": {"givenName": "Ann", "familyName": "Lee"}}}',
        '{"@type": "Article", "datePublished": "2019-04-03", "author": "By Ann Lee",}',
        '{"@type": "Article", // the day\n "datePublished": "2019-04-03", /* who */ "author": "Ann Lee"}',
        '<!-- {"@type": "Article", "datePublished": "2019-04-03", "author": "Ann Lee"} -->',
        '//<![CDATA[\n{"@type": "Article", "datePublished": "2019-04-03", "author": "Ann Lee"}\n//]]>',
        '{"@type": "WebSite"}{"@type": "Article", "datePublished": "2019-04-03", "author": "Ann Lee"};',
        "{&quot;@type&quot;: &quot;Article&quot;, &quot;datePublished&quot;: &quot;2019-04-03&quot;, "
        "&quot;author&quot;: &quot;Ann Lee&quot;}",
        '{"@type": "Article", "description": "two\nlines\tand a tab", "datePublished": "2019-04-03", "author": "Ann '
        'Lee"}',
        '{"@type": "Article", "description": "the river\\\'s price", "datePublished": "2019-04-03", "author": "Ann '
        'Lee"}',
    ],
)
def test_json_ld_is_read_however_it_is_written(text):
    found = read(head=script(text))
    assert (found.published, found.byline, found.unparsed) == ("2019-04-03", "Ann Lee", ())
    assert rule(found, "published") == rule(found, "byline") == "json-ld"


def test_json_ld_that_cannot_be_read_is_told_and_not_guessed():
    broken = script('{"@type": "Article", "headline": "He said "no"", "datePublished": "2019-04-03"}')
    found = read(head=broken + script('{"@type": "Article", "author": "Ann Lee"}'))
    assert (found.published, found.byline) == (None, "Ann Lee")
    source = PAGE.format(head=broken, lines="", before="", after="", scope="", lang="en")
    (place,) = found.unparsed
    assert source[place.start : place.end].startswith('<script type="application/ld+json">{"@type": "Article", "headl')


def test_of_several_articles_the_one_of_the_pages_title_is_described():
    other = '{"@type": "Article", "headline": "Bridge opens", "datePublished": "2018-01-01", "author": "Bo Ray"}'
    own = (
        '{"@type": "Article", "headline": "River talks end early", "datePublished": "2019-04-03", "author": "Ann Lee"}'
    )
    found = read(head=script(f"[{other}, {own}]"))
    assert (found.published, found.byline) == ("2019-04-03", "Ann Lee")


def test_a_comment_in_json_ld_dates_nothing():
    comment = '{"@type": "Comment", "datePublished": "2017-01-01", "author": "Silt_Reader"}'
    found = read(head=script(f'{{"@type": "Article", "comment": [{comment}]}}') + script(comment))
    assert (found.published, found.byline) == (None, None)


@pytest.mark.parametrize(
    "lines",
    [
        '<meta itemprop="datePublished" content="2019-04-03"><span itemprop="author">Ann Lee</span>',
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Ann Lee</b></span>'
        '<time itemprop="datePublished" datetime="2019-04-03">two years ago</time>',
        '<div itemprop="dateCreated datePublished">3 April 2019</div><a itemprop="author" href="/ann">Ann Lee</a>',
    ],
)
def test_microdata_is_read_in_any_element(lines):
    found = read(lines, scope=ARTICLE)
    assert (found.published, found.byline) == ("2019-04-03", "Ann Lee")
    assert rule(found, "published") == "microdata"


def test_rdfa_is_read():
    found = read(
        '<span property="schema:datePublished" content="2019-04-03"></span>', scope=' typeof="schema:NewsArticle"'
    )
    assert (found.published, rule(found, "published")) == ("2019-04-03", "microdata")


def test_microdata_of_comments_and_of_cards_is_not_the_pages():
    comment = (
        '<div itemscope itemtype="https://schema.org/Comment"><span itemprop="author">Silt_Reader</span>'
        '<time itemprop="datePublished" datetime="2017-01-01">1 January 2017</time><p>They should have met in '
        "winter.</p></div>"
    )
    card = (
        f'<div{ARTICLE}><meta itemprop="datePublished" content="2016-02-02"><a itemprop="headline">Bridge '
        f"opens</a></div>"
    )
    assert read(after=card + card).published is None
    assert read(after=comment).published is None
    assert read(before=card, after=comment, scope=ARTICLE).published is None


@pytest.mark.parametrize(
    "name",
    ["article:published_time", "DC.date.issued", "dcterms:created", "sailthru.date", "parsely-pub-date", "bt:pubDate",
     "cXenseParse:recs:publishtime", "publish-date", "originalpublicationdate", "citation_publication_date", "pubdate",
     "DisplayDate", "ptime", "weibo:article:create_at", "date"],
)  # fmt: skip
def test_names_of_meta_elements_that_give_the_date(name):
    found = read(head=f'<meta name="{name}" content="2019-04-03">')
    assert (found.published, rule(found, "published")) == ("2019-04-03", f"meta {name.lower()}")


@pytest.mark.parametrize("label", ["Written by", "Verfasst von", "Écrit par", "Escrito por"])
def test_the_author_in_the_card_for_twitter(label):
    head = f'<meta name="twitter:label1" content="{label}"><meta name="twitter:data1" content="Ann Lee">'
    assert read(head=head).byline == "Ann Lee"
    assert read(head=head.replace(label, "Reading time")).byline is None


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ('<p class="date">28 февраля 2019</p>', "2019-02-28"),
        ('<p class="date">28 lutego 2019</p>', "2019-02-28"),
        ('<p class="date">2019年2月28日 13:25</p>', "2019-02-28T13:25"),
        ('<p class="date">2019년 2월 28일</p>', "2019-02-28"),
        ('<p class="date">le 1er mars 2019</p>', "2019-03-01"),
        ('<p class="date">Thursday, Feb. 28th, 2019</p>', "2019-02-28"),
        ('<p class="date">3/4/2019</p>', None),
        ('<p class="date">28/2/2019</p>', "2019-02-28"),
        ("<p>© 2019 Upton Paper, 28 February 2019</p>", None),
        ("<p>It is currently Thu Feb 28, 2019 1:25 pm</p>", None),
    ],
)
def test_dates_as_they_are_printed(lines, published):
    assert read(lines).published == published


def test_day_and_month_are_told_apart_by_the_pages_own_dates_or_its_language():
    line = '<p class="date">3/4/2019</p>'
    assert read(line, after="<footer><p>Bridge opens 28/2/2019</p></footer>").published == "2019-04-03"
    assert read(line, after="<footer><p>Bridge opens 2/28/2019</p></footer>").published == "2019-03-04"
    assert read(line, lang="en-GB").published == "2019-04-03"
    assert read(line, lang="en-US").published is None


@pytest.mark.parametrize(
    ("printed", "given", "published"),
    [
        ("3 April 2019", "2023-06-01T10:00:00Z", "2019-04-03"),  # the page was moved
        ("3 April 2019", "2019-04-04T01:30:00+00:00", "2019-04-03"),  # the markup gives UTC
        ("9 April 2019", "2019-04-03", "2019-04-03"),
        ("Updated 1 April 2019", "2019-04-03", "2019-04-03"),
        ("3 April 1945", "2019-04-03", "2019-04-03"),  # what the article is about
        ("Originally published on 3 April 2016. Updated 9 April 2019", "2019-04-03", "2016-04-03"),
    ],
)
def test_a_day_printed_beside_the_headline_against_a_later_one_in_the_markup(printed, given, published):
    found = read(f'<p class="date">{printed}</p>', head=f'<meta property="article:published_time" content="{given}">')
    assert found.published == published
    if published != given:
        assert rule(found, "published") == "block, before the metadata's"


def test_the_only_date_of_a_page_and_one_that_is_not():
    foot = "<ul>" + 12 * '<li><a href="/more">More of the river</a></li>' + "</ul><footer><p>{}</p></footer>"
    found = read(after=foot.format("April 3, 2019"))
    assert (found.published, rule(found, "published")) == ("2019-04-03", "the only date")
    assert read(after=foot.format("April 3, 2019") + foot.format("May 5, 2017")).published is None


def test_an_update_after_the_first_comment_is_no_publication():
    comment = """<div class="comment" id="comment-{n}"><cite class="fn">Reader {n}</cite> <time datetime="2019-04-0{n}">{n} April
2019</time><p>They should have met in the winter, when the water is low, and not now.</p></div>"""
    thread = f'<section id="comments"><h2>2 Comments</h2>{comment.format(n=4)}{comment.format(n=5)}</section>'
    line = '<p class="date">Last updated: May 9, 2019</p>'
    assert read(line).published == "2019-05-09"
    found = read(line, after=thread)
    assert (len(found.thread), found.published, found.modified) == (2, None, "2019-05-09")


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ('<p class="byline"><a href="/author/ann">Ann Lee</a><span>Chief Editor</span></p>', "Ann Lee"),
        ('<p class="byline">By <a href="/a">Ann Lee</a> and <a href="/b">Bo Ray</a><time>April 3, 2019</time></p>', (
            "Ann Lee and Bo Ray"
        )),
        ("<p>ByAnn Lee</p>", "Ann Lee"),
        ("<p>By Ann Lee, Staff Writer</p>", "Ann Lee"),
        ("<p class=byline>Guide by Ann Lee</p>", "Ann Lee"),
        ('<p><a rel="author" href="/ann">Ann Lee</a></p>', "Ann Lee"),
        ('<p><span class="author-name">Ann Lee</span></p>', "Ann Lee"),
        ('<p>Ann Lee</p><p><img src="/avatar.png" alt="Ann Lee"></p>', "Ann Lee"),
        ("<p>River Towns</p>", None),
        ('<p>River Towns</p><p><img src="/boats.png" alt="Boats at River Towns"></p>', None),
    ],
)  # fmt: skip
def test_who_wrote_it_as_the_page_shows_it(lines, byline):
    assert read(lines).byline == byline


def test_credits_below_the_article_count_if_they_agree():
    assert read(after="<p>Written by Ann Lee</p>").byline == "Ann Lee"
    assert read(after="<p>Posted by Ann Lee at April 3, 2019 11:15 AM</p>").byline == "Ann Lee"
    assert read(after="<h3>Author(s)</h3><ul><li>Ann Lee</li><li>Bo Ray</li></ul>").byline == "Ann Lee, Bo Ray"
    assert read(after="<p>Written by Ann Lee</p><p>Written by Bo Ray</p>").byline is None


@pytest.mark.parametrize(
    ("given", "line", "byline"),
    [
        ("Cy Poe", "By Ann Lee", "Ann Lee"),  # who posted it
        ("ann.lee7", "<span class='author-name'>Ann Lee</span>", "Ann Lee"),
        ("Ann Lee, Bo Ray", "By Ann Lee and Bo Ray", "Ann Lee and Bo Ray"),
        ("Ann Lee", "By Upton Tax &amp; Trade", "Ann Lee"),
        ("Abby Ray", "", "Abby Ray"),
    ],
)
def test_the_markups_author_against_the_printed_one(given, line, byline):
    assert read(f"<p>{line}</p>", head=f'<meta name="author" content="{given}">').byline == byline


@pytest.mark.parametrize(
    "text",
    ['"' * 200_000, '"\\' * 100_000, "/*" * 100_000, ", " * 100_000, "[" * 100_000, '{"a":' * 50_000, " " * 200_000 + (
        "x"
    ), "<!--" * 50_000],
)  # fmt: skip
def test_hostile_json_ld_takes_time_in_proportion(text):
    begun = time.process_time()
    assert read(head=script(text)).unparsed
    assert time.process_time() - begun < 5
