"""A page that does not hold all of its article says so, and a page that does is not doubted."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, LeftOut, Page

HEAD = (
    "<!doctype html><html><head><title>Talks end in the harbour</title></head><body><article><h1>Talks end in the"
    " harbour</h1>"
)
WALLED = "behind a paywall: only 19 words of the article were in the page"
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
        *(
            (HEAD + PARAGRAPH + f"<p>{notice}</p>" + FOOT, WALLED)
            for notice in (
                "You have no free stories left this month.",
                "Your free stories have run out.",
                "End of free preview",
                "You are reading a preview of this story.",
                "To continue, please log in",
                "Want to read more? Join us today.",
                "Only members can read the rest of this story.",
                "You must be signed in to see the full story.",
                "Keep reading with a free trial",
                "The rest of this story is locked.",
                "Become a supporter to read this story.",
                "Premium content",
                "Cet article est réservé aux abonnés.",
                "Dieser Beitrag ist nur für Abonnenten.",
                "Please wait while we verify your subscription.",
                "Below is a preview of member-only content.",
                "This story continues for our registered members.",
                "You have reached the limit of our free articles: your free article limit is three a month.",
                "You’ve read your last free story this month.",
                "Unlock this article for one crown a week.",
                "The remainder of this story is for subscribers.",
                "An exclusive for our subscribers: exclusively for members of the Harbour Club.",
            )
        ),
        (
            HEAD + 30 * PARAGRAPH + "<p><a href=/talks/2>Continued on page 2</a></p>" + FOOT,
            "the article goes on on another page: “Continued on page 2”",
        ),
        *(
            (HEAD + 30 * PARAGRAPH + f"<p>{notice}</p>" + FOOT, f"the article goes on on another page: “{notice}”")
            for notice in ("Page 1 of 4", "Continue reading on the next page", "Continued on next page", "Go to page 2")
        ),
        (
            HEAD + 30 * PARAGRAPH + "<a href=?p=2>Next page »</a>" + FOOT,
            "the article goes on on another page: “Next page”",
        ),
        (
            HEAD + 30 * PARAGRAPH + "<div>1 <a href=?p=2>2</a> <a href=?p=3>3</a> <a href=?p=2>Next</a></div>" + FOOT,
            "the article goes on on another page: “1 2 3 Next”",
        ),
        *(
            (HEAD + PARAGRAPH + f"<p>{notice}</p>" + FOOT, f"the rest is in an app: “{notice}”")
            for notice in (
                "Continue reading in the app",
                "Read the full story in our app.",
                "Get the app to keep reading",
                "This story continues in the Echo app.",
                "The whole article is available in the app.",
            )
        ),
        *(
            (HEAD + PARAGRAPH + f"<p><a href=/x>{notice}</a></p>" + FOOT, f"the rest is on another site: “{notice}”")
            for notice in (
                "Read the full story at The Tarn Echo.",
                "Read more at echo.example",
                "Continue reading at Echo",
            )
        ),
        (
            HEAD + 3 * PARAGRAPH + "<p>Please enable JavaScript to view the rest of the article.</p>" + FOOT,
            "a script would load the rest: “Please enable JavaScript to view the rest of the article.”",
        ),
        (
            HEAD + PARAGRAPH + "<p>… [+1,204 chars]</p>" + FOOT,
            "only the beginning was delivered: “… [+1,204 chars]”",
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
        HEAD + PARAGRAPH + "<p>Page 1 of 1</p>" + FOOT,
        *(
            HEAD + PARAGRAPH + f"<p><a href=/x>{line}</a></p>" + FOOT
            for line in (
                "Get the Echo app for the latest news.",
                "Read the full report",
                "Next story",
                "Next page of comments",
                "Story continues below",
                "Only subscribers can comment.",
                "You have 2 free stories left this month.",
                "Subscribe for unlimited access",
                "Premium members get our podcast.",
                "Log in to read comments",
                "Members of the club can read the minutes at the office.",
            )
        ),
        HEAD
        + PARAGRAPH
        + "<p>The letter continues on page 2 with a list of the berths that are to be closed.</p>"
        + FOOT,
        HEAD + PARAGRAPH + "<p>Already a subscriber? <a href=/in>Log in</a></p>" + FOOT,
        HEAD + PARAGRAPH + "<p>The port has a limit of three free berths a month.</p>" + FOOT,
    ],
)
def test_a_whole_page_is_not_doubted(html):
    assert account(html).complete


def blocks(found: Account, kind: str) -> list[str]:
    return [found.cut(block.span) for block in found.blocks if block.kind == kind]


@pytest.mark.parametrize(
    "notice",
    ["Continue reading in the app", "Go to page 2", "End of free preview", "Read more at echo.example", "Page 1 of 4"],
)
def test_no_notice_is_a_word_of_the_article(notice):
    assert notice not in blocks(account(HEAD + 2 * PARAGRAPH + f"<p>{notice}</p>" + FOOT), "body")


def test_a_notice_may_hold_what_is_a_mark_of_a_pattern():
    found = account(HEAD + PARAGRAPH + "<p>Read the full story at {words}</p>" + FOOT)
    assert found.incomplete_because == "the rest is on another site: “Read the full story at {words}”"


def test_a_notice_is_no_word_of_the_article_and_takes_along_what_stands_on_it():
    notice = (
        "<p>Please wait while we verify your access, or <a href=/in>log in</a>.</p><p>Already a subscriber? <a "
        "href=/in>Log"
        " in</a></p><p>Cancel anytime.</p>"
    )
    found = account(HEAD + 3 * PARAGRAPH + notice + FOOT)
    assert found.incomplete_because == "behind a paywall: only 57 words of the article were in the page"
    assert len(blocks(found, "body")) == 3
    assert [line for line in blocks(found, "chrome") if "ccess" in line or "subscriber" in line or "Cancel" in line]


def test_a_line_that_quotes_somebody_is_no_notice():
    said = "<p>“Whoever wants to read the full story must pay,” said Orla Venn, who owns the paper.</p>"
    found = account(HEAD + PARAGRAPH + said + FOOT)
    assert any("Orla Venn" in line for line in blocks(found, "body"))


def page(title: str, body: str) -> str:
    links = "".join(
        f"<li><a href=/{name}>{name.title()} and what else there is</a></li>" for name in ("news", "sport", "life")
    )
    return (
        f"<!doctype "
        f"html><html><head><title>{title}</title></head><body><header><ul>{links}</ul></header><main>{body}</main>"
        "<footer><p>© 2024 Harbour Herald</p></footer></body></html>"
    )


INSTEAD = [
    ("a check that a person is reading", "Just a moment...", (
        "<p>Enable JavaScript and cookies to continue</p><p>Ray ID: 8a1</p>"
    )),
    ("a check that a person is reading", "Harbour Herald", "<h1>Pardon Our Interruption...</h1><p>Something about your browser made"
     " us think you were a bot. Please complete the captcha below to go on with what you came to read on this site, "
     "and accept our"
     " apologies: it happens where a script runs too fast, where cookies are off, and where a plugin blocks what the "
     "page wants.</p>"),
    ("a check that a person is reading", "Access denied | Harbour Herald", (
        "<p>You don't have permission to see this. Reference ID 18.2</p>"
    )),
    ("a form of consent", "Harbour Herald", "<h2>We value your privacy</h2><p>We and our partners store cookies and process personal"
     " data for personalised advertising. With your consent we may use them.</p><button>Accept all</button>"),
    ("a form of consent", "Hafenbote", "<p>Wir und unsere Partner verwenden auf dieser Seite Cookies und andere Mittel.</p><p>Mit Ihrer"
     " Einwilligung. Mehr in der Datenschutzerklärung. Akzeptieren.</p>"),
    ("an error", "404 Not Found", "<h1>404 Not Found</h1><hr>nginx"),
    ("an error", "Page not found - Harbour Herald", (
        "<h1>Oops!</h1><p>The address may be mistyped, or the page was moved. Try the search.</p>"
    )),
    ("an error", "Harbour Herald", (
        "<h1>This article is no longer available</h1><p>It was removed by its author. Back to the home page.</p>"
    )),
    ("an error", "503 Service Temporarily Unavailable", "<h1>503 Service Temporarily Unavailable</h1>"),
    ("an error", "Page introuvable | Le Port", "<h1>Page introuvable</h1><p>Retour à l’accueil.</p>"),
    ("a sign-in form", "Sign in to Harbour Herald", "<h1>Sign in</h1><form><label>Email</label><input type=email><label>Password</label>"
     "<input type=password></form><a href=/forgot>Forgot it?</a>"),
    ("a sign-in form", "Anmelden | Hafenbote", "<h1>Anmelden</h1><p>E-Mail</p><p>Passwort vergessen</p>"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "title", "body"), INSTEAD)
def test_a_page_that_stands_in_place_of_an_article_is_left_out_with_its_own_words(kind, title, body):
    html = page(title, body)
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, LeftOut)
    name, words = found.reason.split(", not an article: ")
    assert name == kind
    assert words.strip("“”") in html


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Access denied", f"<h1>Access denied</h1>{16 * PARAGRAPH}"),  # long: an article of that name
        ("Page not found", (
            f"<h1>Page not found</h1>{2 * PARAGRAPH}<p>{'The harbour master kept the log for forty years. ' * 6}</p>"
        )),
        ("Harbour Herald: cookies", f"<h1>Cookies in the harbour café</h1>{PARAGRAPH}"),
        ("The lost page is not found yet", f"<h1>The lost page is not found yet</h1>{PARAGRAPH}"),
        ("Sign in", f"<h1>A sign in the harbour</h1>{PARAGRAPH}"),
        ("404 sailors at sea", f"<h1>404 sailors at sea</h1>{PARAGRAPH}"),
        ("Just a moment, said the mayor", f"<h1>Just a moment, said the mayor</h1>{PARAGRAPH}"),
    ],
)  # fmt: skip
def test_an_article_about_such_a_page_is_an_article(title, body):
    assert account(page(title, body)).complete
