"""The readers' thread: dates, quoted words, answers and doubts, in threads invented here."""

import time

import pytest

from onrecord.readings.comments.discussion import make_discussion
from onrecord.types import Account, Block, Origin, Post, Span

ARTICLE = (
    "The harbour board voted to close the northern lock for repairs. “Nobody will lose a single day of work,” said "
    "Ines Dahl, "
    "who has chaired the board since 2011. The union called the closure reckless."
)


def thread(*posts, published="2022-05-10"):
    """Comments of a thread: each post is its words, or (words, printed date), (words, printed date, date in the
    markup)."""
    text, made = ARTICLE, []
    for post in posts:
        words, printed, value = (*([post] if isinstance(post, str) else post), None, None)[:3]
        date = None
        if printed:
            date = Span("a", len(text) + 1, len(text) + 1 + len(printed))
            text += "\n" + printed
        made.append(Post(words=(Span("a", len(text) + 1, len(text) + 1 + len(words)),), date=date, date_value=value))
        text += "\n" + words
    body = Block("body", Span("a", 0, len(ARTICLE)), Origin(0, 0))
    account = Account(
        id="a", url="u", text=text, blocks=(body,), thread=tuple(made), published=published, encoding="utf-8", sha256=""
    )
    return account, make_discussion(account)


def flags(words, posted=None):
    _, (comment,) = thread((words, posted))
    return [(flag.kind, flag.rule) for flag in comment.flags]


@pytest.mark.parametrize(
    "printed", ["3 days ago", "2 hours ago", "yesterday", "Yesterday at 4:10 pm", "last week", "Tuesday", "1 year ago"]
)
def test_a_date_counted_from_the_unknown_day_of_reading_is_none(printed):
    account, (comment,) = thread(("The lock is older than the board.", printed))
    assert comment.posted is None
    assert account.cut(comment.dated_by) == printed
    assert comment.flags == ()


def test_a_full_date_is_read_with_its_time_and_the_markup_goes_first():
    _, comments = thread(("It leaks.", "11 May 2022 at 8.31 pm"), ("It does.", "2 days ago", "2022-05-12T09:00:00Z"))
    assert [comment.posted for comment in comments] == ["2022-05-11T20:31", "2022-05-12T09:00:00Z"]


@pytest.mark.parametrize(
    "words",
    [
        "Great article, thank you!",
        "Thanks for sharing.",
        "The drawings of the lock are at https://lock.example/plans and show the crack.",
        "https://lock.example/minutes-of-the-meeting",
        "See https://lock.example/a and https://lock.example/b for what the union wrote about the closure.",
        "The casino on the quay pays no dues, and we get a closed lock.",
        "My brother has been working from home since the crane broke.",
        "Visit our harbour before you write such things.",
        "I made 900 crates a day when I was young.",
        "Get 10 likes for that and the board will still not read it.",
        "The union should text me on WhatsApp when the lock opens again.",
        "The board will get 200 views of a leaking lock and no likes from me.",
        "The owner took 300% profit out of the lock and left us the leak.",
        "Message us on Facebook if your trade lost 5% to the closure, or if the board made a profit of it.",
        "Contact me through Facebook if you were there when it leaked.",
        "Buy 1000 bricks and mend it yourself.",
        "Payday loans have ruined half the quay, read https://quay.example/report before you sneer.",
        "You can get a loan from the town for that, see www.town.example/help",
        "Cheap pills are what killed my cousin: https://clinic.example/study",
        "They cut the drugs without a word. The list is at clinic.example",
        "The board said the lock would double the money of the town. https://lock.example/speech",
        "He promised guaranteed returns and is in prison: https://court.example/verdict",
        "THE LOCK IS NOT SAFE! See https://lock.example/plans for the crack.",
        "THE UNION WAS RIGHT! https://union.example/letter",
        "READ THE MINUTES https://board.example/minutes",
        "She took a quick loan. It is all in https://court.example/verdict",
        "Cheap drugs killed my cousin, and nobody was ever charged: https://clinic.example",
        "The chemist sold pills without a prescription, see https://court.example/verdict",
        "It was a bitcoin giveaway scam, the police say: https://police.example",
        "NO! NEVER! NOT IN MY TOWN!",
        "I need some cash and so does the town.",
        "Write to clerk@town.example, they answered me within a day.",
    ],
)
def test_what_a_reader_may_write_is_not_doubted(words):
    assert flags(words) == []


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        (
            "Very informative post. I have bookmarked your website and will tell my friends, keep up the good work.",
            "generic praise",
        ),
        ("http://boots.example/a sale http://boots.example/b sale http://boots.example/c", "link drop"),
        ("[url=http://bags.example]handbags[/url] http://bags.example", "link drop"),
        ("I make $4,000 a week working from home, ask me how.", "sales talk"),
        ("Payday loans in an hour, contact us at once.", "sales talk"),
        ("Wonderful site! Visit cheap gutters for a free quote.", "sales talk"),
        ("Message us on WhatsApp, my trader gives 250% profits every week.", "sales talk"),
        ("Get 5,000 real instagram followers tonight", "sales talk"),
        ("Nice lock. Buy 500 likes at likes.example", "sales talk"),
        ("500 FREE SPINS at slots.example", "sales talk"),
        ("Need an urgent loan? Write to cash@lender.example", "offer with an address"),
        ("Low interest loans, no credit check www.lender.example", "offer with an address"),
        ("cheap meds, xanax and more http://chemist.example", "offer with an address"),
        ("Tramadol tablets no prescription at www.chemist.example", "offer with an address"),
        ("The casino that pays, with 100 welcome bonus https://spin.example", "offer with an address"),
        ("Double your bitcoin in a day, see www.coins.example", "offer with an address"),
        ("Nice one. Earn $900 from home like I do: http://jobs.example", "offer with an address"),
        ("Replica handbags, all seasons www.bags.example", "offer with an address"),
        ("HURRY UP EVERYBODY!!! www.bargain.example", "shouting with an address"),
    ],
)
def test_what_sells_or_fits_any_page_is_doubted(words, rule):
    assert ("spam", rule) in flags(words)


def test_a_late_date_makes_thanks_doubtful_but_not_a_comment():
    late = "3 March 2023"
    assert flags("Very informative post.", late) == [("spam", "generic praise"), ("spam", "far-off date")]
    assert flags("They closed the northern lock again today.", late) == []
    assert flags("Very informative post on the northern lock.", late) == []


def test_a_comment_older_than_its_article_has_a_doubtful_date():
    assert flags("The union was right.", "2 May 2021") == [("date", "posted before the article")]
    assert flags("The union was right.", "9 May 2022") == []


def test_words_of_the_article_and_of_earlier_comments_are_quotations():
    account, comments = thread(
        "“Nobody will lose a single day of work” is what she said in 2011.",
        "So much for nobody. My cousin lost a month last time.",
        "My cousin lost a month last time. And what did the board pay him?",
        "“Nobody” is a word. She is “a single” chair.",
    )
    assert [[account.cut(span) for span in comment.quotes] for comment in comments] == [
        ["Nobody will lose a single day of work"],
        [],
        ["My cousin lost a month last time"],
        [],
    ]


def test_doubts_take_time_linear_in_the_length():
    def seconds(unit, count):
        began = time.process_time()
        thread(unit * (count // len(unit)))
        return time.process_time() - began

    for unit in (
        "i made 1",
        "www.",
        "cheap ",
        "<a href=",
        "your site ",
        "call me ",
        "dm me on signal ",
        "buy 1 real ",
        ". get ",
        "pills ",
        "play ",
        "a.",
        "A! www.a ",
    ):
        ratios = [seconds(unit, 60_000) / max(seconds(unit, 30_000), 1e-3) for _ in range(3)]
        assert min(ratios) < 3, unit
