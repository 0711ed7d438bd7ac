"""Pages that a script would fill: what their data say of their words is read, and told to be no more than that."""

import json

import msgspec
import pytest

from onrecord.accounts import segment
from onrecord.types import Account, LeftOut, Page

SHELL = (
    '<!doctype html><html><head><title>Quay</title>{}</head><body><div id="root"></div><script src="a.js"></script>{}'
)


def _read(head: str, shown: str = "") -> tuple[Account | LeftOut, str]:
    source = SHELL.format(head, shown)
    return segment(Page(url="x", retrieved=None, media_type="text/html", body=source.encode())), source


def _json_ld(thing: dict[str, object]) -> str:
    return f'<script type="application/ld+json">{json.dumps(thing)}</script>'


def _account(head: str, shown: str = "") -> tuple[Account, str]:
    account, source = _read(head, shown)
    assert isinstance(account, Account)
    return account, source


def _written(account: Account, source: str) -> list[tuple[str, str, str]]:
    return [(b.kind, account.cut(b.span), source[b.origin.start : b.origin.end]) for b in account.blocks]


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Ferry talks resume",
    "articleBody": 'The port said "no deal" was near.\nTalks — the third 😀 round — go on.',
    "comment": [
        {
            "@type": "Comment",
            "author": {"@type": "Person", "name": "Bo Lind"},
            "dateCreated": "2024-03-03T10:00:00Z",
            "text": "<p>Good &amp; late.</p><p>Again?</p>",
            "comment": {"@type": "Comment", "author": {"name": "Ann"}, "text": "Yes, again. I said so."},
        }
    ],
}


def test_the_text_of_an_article_and_its_comments_is_read_from_json_ld_with_its_places() -> None:
    account, source = _account(_json_ld(ARTICLE))
    assert _written(account, source) == [
        ("body", 'The port said "no deal" was near.', 'The port said \\"no deal\\" was near.'),
        ("body", "Talks — the third 😀 round — go on.", "Talks \\u2014 the third \\ud83d\\ude00 round \\u2014 go on."),
        ("comment", "Bo Lind", "Bo Lind"),
        ("comment", "2024-03-03T10:00:00Z", "2024-03-03T10:00:00Z"),
        ("comment", "Good & late.", "Good &amp; late."),
        ("comment", "Again?", "Again?"),
        ("comment", "Ann", "Ann"),
        ("comment", "Yes, again. I said so.", "Yes, again. I said so."),
    ]
    first, second = account.thread
    assert first.author is not None
    assert account.cut(first.author) == "Bo Lind"
    assert first.date_value == "2024-03-03T10:00:00Z"
    assert first.reply_to is None
    assert second.reply_to == 0
    assert second.date is None
    assert not account.complete
    assert "JSON-LD" in (account.incomplete_because or "")


def test_a_question_and_its_answers_are_a_thread() -> None:
    question = {
        "@type": "QAPage",
        "mainEntity": {
            "@type": "Question",
            "name": "Which quay?",
            "text": "Which quay does the night boat use in winter?",
            "author": {"name": "Olen"},
            "acceptedAnswer": {"@type": "Answer", "text": "The north one, since 2019.", "author": [{"name": "Mirre"}]},
            "suggestedAnswer": [{"@type": "Answer", "text": "Ask at the kiosk."}],
        },
    }
    account, _ = _account(_json_ld(question))
    said = [account.cut(word) for post in account.thread for word in post.words]
    assert said == [
        "Which quay does the night boat use in winter?",
        "The north one, since 2019.",
        "Ask at the kiosk.",
    ]
    assert [post.reply_to for post in account.thread] == [None, 0, 0]


def test_a_description_is_read_where_nothing_else_is_and_told_to_be_one() -> None:
    account, source = _account(
        '<meta property="og:description" content="The night boat &amp; its quay: a long story of...">'
    )
    assert _written(account, source) == [
        ("body", "The night boat & its quay: a long story of...", "The night boat &amp; its quay: a long story of...")
    ]
    assert account.incomplete_because == (
        "the page shows 0 words; a script would load the rest, of which only its description was read"
    )


def test_what_a_page_shows_comes_before_what_its_data_say() -> None:
    brief = "<h1>Boat late</h1><p>The night boat was two hours late on Monday, the port authority said in a note.</p>"
    account, _ = _account(
        '<meta name="description" content="All the news of the quay, every day, since 1911, for all.">', brief
    )
    assert "since 1911" not in account.text
    long = f"<article><h1>Ferry talks</h1><p>{'The boat was late again on Monday. ' * 20}</p></article>"
    account, _ = _account(_json_ld(ARTICLE), long)
    assert "no deal" not in account.text


def test_a_page_without_words_and_without_data_is_left_out() -> None:
    account, _ = _read('<meta name="description" content="">')
    assert isinstance(account, LeftOut)


def test_hostile_json_ld_takes_little_time() -> None:
    nested: dict[str, object] = {"@type": "Comment", "text": "deep words"}
    for _ in range(300):
        nested = {"@type": "Comment", "text": "deep words", "comment": nested}
    article = {"@type": "Article", "articleBody": "\\" * 20_000 + "word " * 200, "comment": [nested] * 20}
    account, _ = _account(_json_ld(article))
    assert len(account.thread) == 20 * 100


@pytest.mark.parametrize(
    "value", ["1588500000", "7.5", "true", "null", '"\\ud800 x"', '"\\u0000"', "[]", "{}", '[3, "x"]', '{"@value": 5}']
)
@pytest.mark.parametrize(
    "key", ["headline", "datePublished", "author", "publisher", "name", "url", "articleBody", "comment"]
)
def test_whatever_stands_in_the_data_of_a_page_the_page_is_read(key, value):
    data = f'{{"@type": "NewsArticle", "headline": "Ferry leaves", "{key}": {value}}}'
    html = (
        f'<html><head><script type="application/ld+json">{data}</script></head><body><h1>Ferry leaves</h1><p>It left '
        f"at noon.</p></body></html>"
    )
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert "It left at noon." in found.text
    msgspec.json.encode(found)


def test_a_short_article_that_is_shown_is_not_read_once_more_from_its_data():
    words = (
        "Mayor Ana Orrin said, “We will rebuild the bridge before winter comes.” The council met on Monday and "
        "agreed to the whole plan."
    )
    data = json.dumps({"@type": "NewsArticle", "articleBody": words + " It meets again in May, in the old hall."})
    html = f'<script type="application/ld+json">{data}</script><article><h1>Bridge</h1><p>{words}</p></article>'
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert found.text.count("rebuild") == 1


def test_an_answer_that_is_listed_twice_is_one_post():
    answer = {"@type": "Answer", "text": "Take the small pump, it is enough.", "author": {"name": "Bo"}}
    data = {"@type": "Question", "text": "Which pump do I take?", "acceptedAnswer": answer, "suggestedAnswer": [answer]}
    html = f'<script type="application/ld+json">{json.dumps(data)}</script><div id="root"></div>'
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    assert found.text.count("small pump") == 1
