"""A page that does not hold all of its article says so, and a page that does is not doubted."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

HEAD = (
    "<!doctype html><html><head><title>Talks end in the harbour</title></head><body><article><h1>Talks end in the"
    " harbour</h1>"
)
PARAGRAPH = (
    "<p>The delegation left the harbour on Monday after two days of talks, officials of both sides said at night.</p>"
)
FOOT = "</article></body></html>"
NOT_FREE = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Talks end in the harbour",'
    ' "isAccessibleForFree": false}</script>'
)


def account(html: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert found.complete == (found.incomplete_because is None)
    return found


@pytest.mark.parametrize(
    ("html", "because"),
    [
        (HEAD + PARAGRAPH + "<p>She said that they would", "the file ends in the middle of a sentence"),
        (HEAD + PARAGRAPH + "<p>She said that they would</p><a hre", "the file ends in the middle of a tag"),
        (HEAD + PARAGRAPH + "<p>Bye.</p></di", "the file ends in the middle of a tag"),
        (HEAD + PARAGRAPH + "<p>She said: “We go home. I am", "the file ends in the middle of a quotation"),
        ("<main><section><div>" + PARAGRAPH + "<p>They would", "the file ends in the middle of a sentence"),
        (
            HEAD + PARAGRAPH + "<div>Subscribe to continue reading this story.</div>" + FOOT,
            "behind a paywall: only 19 words of the article were in the page",
        ),
        (
            HEAD + PARAGRAPH + "<div>Sign in to read the full story</div>" + FOOT,
            "behind a paywall: only 19 words of the article were in the page",
        ),
        (HEAD + NOT_FREE + PARAGRAPH + FOOT, "behind a paywall: only 19 words of the article were in the page"),
        (
            HEAD
            + "<p>The delegation left the harbour on Monday after talks of …</p><a href=/talks>Read more</a>"
            + FOOT,
            "a teaser: only 11 words of the article were in the page, with a link to the rest",
        ),
    ],
)
def test_a_page_that_lacks_some_of_its_article_says_why(html, because):
    assert account(html).incomplete_because == because


@pytest.mark.parametrize(
    "html",
    [
        HEAD + PARAGRAPH + FOOT,
        HEAD + PARAGRAPH,  # what is open may end
        PARAGRAPH + "<p>They would go and",  # a fragment of a page
        HEAD + NOT_FREE + 20 * PARAGRAPH + FOOT,  # metered, and all there
        HEAD + 20 * PARAGRAPH + "<div>Subscribe to continue reading our stories.</div>" + FOOT,
        HEAD + PARAGRAPH + "<div>Subscribe to our newsletter.</div>" + FOOT,
        HEAD + PARAGRAPH + "<p>“And so …</p>" + FOOT,
        HEAD + PARAGRAPH + "<a href=/other>Read more</a>" + FOOT,
        HEAD + PARAGRAPH + FOOT + " generated in 3 seconds",
    ],
)
def test_a_whole_page_is_not_doubted(html):
    assert account(html).complete
