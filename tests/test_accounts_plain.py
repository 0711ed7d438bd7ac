"""Plain-text dumps: posts in many layouts, none where there are none, and fields only where the page prints them."""

import time

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

ARTICLE = (
    "Harbour Board Votes to Keep the Old Ferry",
    "The harbour board voted on Tuesday to keep the old ferry running for three more years, officials said.",
    'The chairwoman, Ada Brandt, told reporters that "nobody on the island should have to swim to school".',
    "Repairs to the hull will cost about 4 million crowns, according to the board, and will be paid from the toll.",
    "The opposition said the money would have been better spent on a bridge, and promised to ask for a second vote.",
)
POSTS = (
    ("dockside_bea", "March 15, 2019 at 7:12 am", "Good for her. My father worked on that boat when I was small."),
    ("Tom Orrin", "March 15, 2019 at 7:40 am", "I think a bridge would ruin the bay, and you would pay for it anyway."),
    ("old pilot", "March 15, 2019 at 8:26 am", "It makes no odds if nobody ever looks at the engine!"),
    ("dockside_bea", "March 15, 2019 at 8:51 am", "You should have seen the engine in my father's day, lol."),
    ("Lina K", "March 15, 2019 at 9:05 am", "Thanks for reporting this. I take the ferry every day."),
)
LAYOUTS = {
    "name, then date": "{a}\n{d}\n{t}\n",
    "name, then date, apart": "{a}\n{d}\n\n{t}\n\n",
    "date, then name": "{d}\n{a}\n{t}\n",
    "says": "{a} says:\n{d}\n{t}\n",
    "says, blank lines": "{a} says:\n\n{t}\n\n",
    "said on a date": "{a} said on {d}:\n{t}\n",
    "beside": "{a} - {d}\n{t}\n",
    "beside, indented": "{a} {d}\n    {t}\n",
    "date first": "on {d} {a}\n{t}\n",
    "posted by": "Posted by {a} on {d}\n{t}\n",
    "signed": "{t}\nPosted by: {a} at {d}\n",
    "date last": "{a} said...\n{t}\n{d}\n",
    "numbered": "{n}. {a} - {d}\n    {t}\n",
    "buttons": "{a}\n{d}\n{t}\nReply\nReport\n",
    "bullets": "  • {a}\n    {d}\n\n    {t}\n",
    "number, name | date": "#{n} {a} | {d}\n{t}\n",
    "guest book": "Name: {a}\nDate: {d}\n{t}\n\n",
    "title above": "Re: the ferry\nby {a} » {d}\n{t}\n\n",
    "rank between": "{a}\nSenior Member\n{d}\n{t}\n\n",
    "name and a time ago": "{a} {n} days ago\n{t}\n",
    "name, then a time ago": "{a}\n{n} days ago\n{t}\nLike\nReply\n",
    "bare names and a button": "{a}\n{t}\nReply\n",
}
LAYOUTS_OF_MANY = {
    "bare names": "{a}\n{t}\n",
    "bare names, apart": "{a}\n\n{t}\n\n",
    "bullet and indentation": "• {a}\n    {t}\n",
}
"""Layouts with so few signs that two posts are not enough to show them."""


def account(text: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/plain", body=text.encode()))
    assert isinstance(found, Account)
    return found


def rendered(layout: str, heading: str = "5 Comments\n\n") -> str:
    posts = "".join(
        layout.format(n=number, a=author, d=date, t=words) for number, (author, date, words) in enumerate(POSTS, 1)
    )
    return "\n\n".join(ARTICLE) + "\n\n" + heading + posts


def body_of(found: Account) -> list[str]:
    return [found.cut(block.span) for block in found.blocks if block.kind == "body"]


@pytest.mark.parametrize("heading", ["", "5 Comments\n\n"])
@pytest.mark.parametrize("name", [*LAYOUTS, *LAYOUTS_OF_MANY])
def test_posts_have_their_authors_dates_and_words(name, heading):
    layout = (LAYOUTS | LAYOUTS_OF_MANY)[name]
    found = account(rendered(layout, heading))
    read = [
        (
            found.cut(post.author) if post.author else None,
            found.cut(post.date) if post.date else None,
            " ".join(found.cut(span) for span in post.words),
        )
        for post in found.thread
    ]
    dates = [
        date if "{d}" in layout else f"{n} days ago" if " ago" in layout else None
        for n, (_, date, _) in enumerate(POSTS, 1)
    ]
    assert read == [(author, date, words) for date, (author, _, words) in zip(dates, POSTS, strict=True)]
    if heading or name != "signed":
        assert body_of(found) == list(ARTICLE[1:])


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("heading", ["", "2 Comments\n\n"])
def test_two_posts_under_an_article_are_a_thread(name, heading):
    posts = "".join(LAYOUTS[name].format(n=number, a=a, d=d, t=t) for number, (a, d, t) in enumerate(POSTS[:2], 1))
    found = account("\n\n".join(ARTICLE) + "\n\n" + heading + posts)
    assert [post.author and found.cut(post.author) for post in found.thread] == [author for author, _, _ in POSTS[:2]]
    assert found.headline == ARTICLE[0]
    if heading or name != "signed":  # where names stand behind the words, only a heading says where the article ends
        assert body_of(found) == list(ARTICLE[1:])


@pytest.mark.parametrize(
    "layout", ["{h}\n{a} - {d}\n", "{a} | {d}\n{h}\n", "{h}\n{a}\n{d}\n", "By {a}\n{d}\n{h}\n", "{h}\n{d}\n"]
)
@pytest.mark.parametrize("heading", ["", "Most read\n"])
def test_other_articles_with_names_and_dates_are_no_thread(layout, heading):
    others = (
        ("Harbour toll to rise again", "Ada Brandt", "March 3, 2019"),
        ("Five walks by the sea", "Tom Orrin", "March 4, 2019"),
        ("Island school gets a new roof", "Ann Lee", "March 5, 2019"),
        ("Why the bridge was never built", "Carl Moe", "March 6, 2019"),
    )
    listed = "".join(layout.format(h=headline, a=author, d=day) for headline, author, day in others)
    found = account("\n\n".join(ARTICLE) + "\n\n" + heading + listed)
    assert found.thread == ()
    assert body_of(found)[:4] == list(ARTICLE[1:])


def test_without_a_thread_there_is_none():
    found = account("\n\n".join(ARTICLE) + "\n\nMost read\nHarbour toll to rise\nFive walks by the sea\n")
    assert found.thread == ()
    assert [block for block in found.blocks if block.kind == "comment"] == []
    assert body_of(found) == list(ARTICLE[1:])


@pytest.mark.parametrize("name", ["name, then date", "says", "buttons", "guest book", "rank between"])
def test_one_post_that_says_who_and_when_is_a_thread_without_a_heading(name):
    (author, date, words), layout = POSTS[1], LAYOUTS[name]
    found = account("\n\n".join(ARTICLE) + "\n\n" + layout.format(n=1, a=author, d=date, t=words))
    assert [post.author and found.cut(post.author) for post in found.thread] == [author]
    assert body_of(found) == list(ARTICLE[1:])


def test_where_authors_write_from_is_not_their_name():
    places = ("Upton", "Lower Harbour", "Leeds", "North Ferry", "Cape Town")
    posts = "".join(f"{a}, {place}\n{t}\n\n" for place, (a, _, t) in zip(places, POSTS, strict=True))
    found = account("\n\n".join(ARTICLE) + "\n\n5 Comments\n\n" + posts)
    assert [post.author and found.cut(post.author) for post in found.thread] == [author for author, _, _ in POSTS]


def test_a_quoted_parent_is_what_an_answer_answers_and_not_among_its_words():
    lines = []
    for number, (author, date, words) in enumerate(POSTS):
        quoted = [f"{POSTS[number - 1][0]} wrote:", f"> {POSTS[number - 1][2]}"] if number else []
        lines += [f"{author} - {date}", *quoted, words, ""]
    found = account("\n\n".join(ARTICLE) + "\n\n5 Comments\n\n" + "\n".join(lines))
    assert [post.author and found.cut(post.author) for post in found.thread] == [author for author, _, _ in POSTS]
    assert [post.reply_to for post in found.thread] == [None, 0, 1, 2, 3]
    assert [" ".join(map(found.cut, post.words)) for post in found.thread] == [words for _, _, words in POSTS]
    assert all(block.kind == "comment" for block in found.blocks if found.cut(block.span).startswith(">"))


def test_lines_behind_a_mark_are_a_quotation_if_they_stand_above():
    lines = []
    for number, (author, date, words) in enumerate(POSTS):
        quoted = [f"> {POSTS[0][2]}"] if number == 2 else ["> a line from some song of his"] if number == 3 else []
        lines += [f"{author} - {date}", *quoted, words, ""]
    found = account("\n\n".join(ARTICLE) + "\n\n5 Comments\n\n" + "\n".join(lines))
    said = [" ".join(map(found.cut, post.words)) for post in found.thread]
    assert [">" in words for words in said] == [False, False, False, True, False]
    assert [post.reply_to for post in found.thread] == [None, None, 0, None, None]


def nested_dump() -> Account:
    numbers = ("1", "1.1", "1.2", "2", "2.1.1")
    lines = []
    for number, (author, date, words) in zip(numbers, POSTS, strict=True):
        indent = " " * 4 * number.count(".")
        more = ["", "But the harbour has seen worse, and it will see worse again."] if number == "2.1.1" else []
        line = [f"#{number} {author} | {date}", words, *more, f"Like ({len(words)})   Answer   Report"]
        lines += [*(indent + one if one else "" for one in line), ""]
    tail = "\nLoad more\n\nAbout us | Contact | Terms of use\n(c) 2019 The Harbour Post\n"
    return account("\n\n".join(ARTICLE) + "\n\n5 Comments\n\n" + "\n".join(lines) + tail)


def test_numbers_of_nested_posts_are_no_part_of_names():
    found = nested_dump()
    assert [post.author and found.cut(post.author) for post in found.thread] == [author for author, _, _ in POSTS]
    assert [post.reply_to for post in found.thread] == [None, 0, 0, None, 3]


def test_lines_of_things_to_press_are_nobodys_words_and_a_post_keeps_its_paragraphs():
    found = nested_dump()
    more = "But the harbour has seen worse, and it will see worse again."
    assert [" ".join(map(found.cut, post.words)) for post in found.thread] == [
        *(words for _, _, words in POSTS[:4]),
        f"{POSTS[4][2]} {more}",
    ]


def test_day_and_month_are_told_apart_by_the_clear_dates_of_the_text():
    page = (
        "Ferry Stays\n\nBy Ada Brandt\n\n3/4/2019\n\n"
        + "\n\n".join(ARTICLE[1:])
        + "\n\nMost read\n{}Harbour toll to rise\n"
    )
    assert account(page.format("")).published is None
    assert account(page.format("28/2/2019\n")).published == "2019-04-03"
    assert account(page.format("2/28/2019\n")).published == "2019-03-04"


def test_an_answer_is_known_by_the_name_it_begins_with():
    lines = []
    for author, date, words in POSTS:
        lines += [author, date, f"@Tom Orrin {words}" if author == "old pilot" else words, ""]
    found = account("\n".join(ARTICLE) + "\n\n5 Comments\n\n" + "\n".join(lines))
    assert [post.reply_to for post in found.thread] == [None, None, 1, None, None]


def test_an_answer_is_known_by_its_indentation():
    depths, lines = (0, 1, 2, 0, 1), []
    for depth, (author, date, words) in zip(depths, POSTS, strict=True):
        lines += [" " * 4 * depth + line for line in (f"{author} - {date}", words)]
    found = account("\n".join(ARTICLE) + "\n\n5 Comments\n\n" + "\n".join(lines))
    assert [post.reply_to for post in found.thread] == [None, 0, 1, None, 3]


def test_a_hard_wrapped_paragraph_is_one_block():
    first = (
        'The harbour board voted on Tuesday to keep the old\nferry running for three more years, and "not one\nday '
        'less", as the chairwoman told reporters at the\npier.'
    )
    found = account(f"Ferry Stays\n\n{first}\n\n{ARTICLE[2]}\n")
    assert first in body_of(found)


def test_the_publisher_is_who_has_the_copyright_and_stands_alone():
    page = "Sund Courier\nHome\nNews\n\n" + "\n\n".join(ARTICLE) + "\n\nContact\n© 2019 {}\n"
    assert account(page.format("Sund Courier")).publisher == "Sund Courier"
    assert account(page.format("Some Holding Ltd")).publisher is None


@pytest.mark.parametrize(
    "line",
    [
        "(" * 60,
        "a@" * 50,
        "1 " * 60,
        "by " * 40,
        "says: " * 20,
        "- " * 60,
        "[" * 130,
        "12:30 " * 20,
        "A. " * 40,
        "Comments\nbo\n3 May 2020\nhi there",
        "Terms | Privacy | © Bo",
        "↳ @bo 3 May 2020\nhi there",
        "Bo Ray, editor\n3 May 2020",
    ],
)
def test_time_grows_with_size(line):
    def taken(count):
        start = time.process_time()
        account((line + "\nSome words were said there, they said.\n") * count)
        return time.process_time() - start

    taken(200)
    small, large = taken(500), taken(2000)
    assert large / small < 8


SINGLES = {
    "says, date": "{a} says:\n{d}\n\n{t}\n",
    "said..., date last": "{a} said...\n\n    {t}\n    {d}\n",
    "said on a date": "{a} on {d} said:\n\n{t}\n",
    "name, then date": "{a}\n{d}\n\n{t}\n",
    "says, date, buttons": "{a} says:\n{d}\n{t}\nReply\nPrivacy policy\n",
}


@pytest.mark.parametrize("layout", SINGLES)
def test_a_comment_that_stands_alone_is_found_by_its_signature(layout: str) -> None:
    author, date, words = POSTS[1]
    found = account("\n\n".join(ARTICLE) + "\n\n\n" + SINGLES[layout].format(a=author, d=date, t=words))
    (post,) = found.thread
    assert post.author is not None
    assert post.date is not None
    assert found.cut(post.author) == author
    assert found.cut(post.date) == date
    assert [found.cut(word) for word in post.words] == [words]


@pytest.mark.parametrize(
    "behind",
    [
        "Tom Orrin\nMarch 15, 2019 at 7:40 am\n\nTom Orrin writes about the harbour for this paper.",
        "The pilot Tom Orrin said:\n\n“I think a bridge would ruin the bay, and you would pay for it anyway.”",
        "Tom Orrin said:\n\nI think a bridge would ruin the bay, and you would pay for it anyway.",
        "Posted by Tom Orrin at 7:40 AM",
        "A plan for the bridge\nMarch 14, 2019 at 7:40 am\nThe board has a plan for a bridge.\n\n"
        "It costs more to cross\nMarch 13, 2019 at 8:10 am\nThe board has set the toll.",
    ],
    ids=["the author of the article", "a speaker", "a speaker alone", "signed", "other articles"],
)
def test_what_is_signed_below_an_article_is_no_comment(behind: str) -> None:
    assert not account("\n\n".join(ARTICLE) + "\n\n\n" + behind + "\n").thread


LETTERS = (
    ("Dagny", "Lower Town", "Good for her. My father worked on that boat when it was free of charge."),
    (
        "Tom Orrin",
        "Upton",
        "I think a bridge would ruin the bay, and you would pay for it anyway.\n\nThe toll is too high as it is.",
    ),
    ("Lina K.", "Marsh End", "It makes no odds if nobody ever looks at the engine! I did so for years."),
)
SIGNED = {
    "below": "{t}\n{a}, {p}\n\n",
    "below, apart": "{t}\n\n{a}, {p}\n\n",
    "below, dash": "{t}\n— {a}, {p}\n\n",
    "above": "{a}, {p}\n{t}\n\n",
    "above, dated": "{a}, {p}\n3 March 2019\n{t}\n\n",
}


@pytest.mark.parametrize("heading", ["Comments", "Letters to the editor", "3 comments"])
@pytest.mark.parametrize("layout", SIGNED)
def test_a_reader_who_signs_with_a_place_is_named_without_it(layout: str, heading: str) -> None:
    letters = "".join(SIGNED[layout].format(a=a, p=p, t=t) for a, p, t in LETTERS)
    found = account("\n\n".join(ARTICLE) + f"\n\n{heading}\n\n{letters}")
    assert [found.cut(post.author) if post.author else None for post in found.thread] == [a for a, _, _ in LETTERS]
    assert [" ".join(found.cut(word) for word in post.words).split() for post in found.thread] == [
        t.split() for _, _, t in LETTERS
    ]


@pytest.mark.parametrize(
    "behind",
    [
        "Your views\n\nWhat do readers think of the bridge? Tell us more about it.\n\nAda Brandt, Upton",
        "Opinions\n\nThe board is divided over this. Some of it want a bridge.\n\nUpton, Marsh End\n\nThe vote is on "
        "Monday.",
    ],
    ids=["one", "prose last"],
)
def test_letters_that_are_not_all_signed_are_not_taken_for_such(behind: str) -> None:
    assert not account("\n\n".join(ARTICLE) + "\n\n" + behind + "\n").thread


def test_many_headings_of_letters_take_little_time() -> None:
    begun = time.process_time()
    account("\n\n".join(ARTICLE) + "\n\n" + "Letters\n\n" * 5_000)
    assert time.process_time() - begun < 10


ON_THE_LAKE = """Skating on the lake forbidden

By Ida Moor
3 February 2023

The council said on Friday that nobody may skate on the lake until the ice is thicker.

"""
READERS = (
    ("old_paddle", "4 hours ago", "They forbid everything."),
    ("Kirsten L.", "3 hours ago", "It is three centimetres thick."),
    ("holm4ever", "1 hour ago", "I skate there every morning."),
)
THREE = "".join(f"{a}\n{d}\n{t}\nLike (2)  Reply\n\n" for a, d, t in READERS)


@pytest.mark.parametrize(
    "footer",
    [
        "Terms of use | Privacy",
        "Terms of use | Privacy | © Lakeside Echo",
        "© Lakeside Echo 2023  Terms  Privacy  Contact us",
        "Privacy policy · Cookies · Imprint",
        "Copyright 2023 Lakeside Echo. All rights reserved.",
    ],
)
def test_what_a_page_ends_with_is_nobodys_comment_and_takes_none_away(footer: str) -> None:
    found = account(f"{ON_THE_LAKE}Comments (3)\n\n{THREE}\n{footer}\n")
    assert [[found.cut(s) for s in p.words] for p in found.thread] == [[text] for _, _, text in READERS]
    assert (found.blocks[-1].kind, found.cut(found.blocks[-1].span)) == ("chrome", footer)


@pytest.mark.parametrize("last", ["Privacy is dead, and you know it.", "Terms like these? No."])
def test_a_reader_who_speaks_of_terms_is_no_footer(last: str) -> None:
    found = account(f"{ON_THE_LAKE}Comments (4)\n\n{THREE}@quay_rat\n20 minutes ago\n{last}\n")
    assert [found.cut(p.words[0]) for p in found.thread][3:] == [last]


@pytest.mark.parametrize("mark", ["↳", "└", "→", "↪", "└─", "➥", "►"])
def test_a_mark_that_says_that_a_post_answers_is_not_of_its_head(mark: str) -> None:
    lines = [
        "@old_paddle • 4 February 2023 09:12\nThey forbid everything.",
        f"  {mark} @kirsten_l • 4 February 2023 09:40\n  @old_paddle it is three centimetres thick",
        "@holm4ever • 4 February 2023 10:05\nI skate there every morning.",
    ]
    found = account(f"{ON_THE_LAKE}Comments (3)\n\n" + "\n".join(lines) + "\n")
    assert [found.cut(p.author) for p in found.thread if p.author] == ["@old_paddle", "@kirsten_l", "@holm4ever"]
    assert [p.reply_to for p in found.thread] == [None, 0, None]


@pytest.mark.parametrize("heading", ["Comments", "3 comments", "Comments\n\n3 comments  Sort by: Oldest"])
def test_an_article_of_one_paragraph_is_no_comment(heading: str) -> None:
    found = account(f"{ON_THE_LAKE}{heading}\n\n{THREE}")
    assert [found.cut(p.author) for p in found.thread if p.author] == [name for name, _, _ in READERS]
    assert [found.cut(b.span)[:11] for b in found.blocks if b.kind == "body"] == ["The council"]
    assert (found.headline, found.byline, found.published) == (
        "Skating on the lake forbidden",
        "Ida Moor",
        "2023-02-03",
    )


BRIDGE = """
The bridge to Holm will be finished two years later than planned, the ministry said on Monday. It blamed a lack of steel.

Minister Ane Krag said that the cost would not rise. "We have a fixed price," she said.
"""


def test_a_name_with_an_office_signs_and_a_change_has_its_own_date() -> None:
    found = account(
        "The Holm Courier | Island\nLog in | Register\n\nBridge to Holm delayed by two years\n\n"
        "Torben Dahl, transport correspondent\nPublished: 2 May 2022 07:00 | Last updated: 2 May 2022 11:45\n"
        f"{BRIDGE}\nContact us | Terms of use | Privacy | © The Holm Courier 2022\n"
    )
    assert (found.headline, found.byline) == ("Bridge to Holm delayed by two years", "Torben Dahl")
    assert (found.published, found.modified) == ("2022-05-02T07:00", "2022-05-02T11:45")
    assert found.publisher == "The Holm Courier"


def test_a_line_of_things_to_press_is_no_headline() -> None:
    head = (
        "THE HOLM COURIER\n\nBridge to Holm delayed by two years\n\nBy Torben Dahl\n2 May 2022\n\nShare  Tweet  Print\n"
    )
    found = account(head + BRIDGE)
    assert (found.headline, found.byline) == ("Bridge to Holm delayed by two years", "Torben Dahl")


def test_a_word_for_what_a_page_is_names_nobody() -> None:
    found = account(f"HOLM RADIO - THE MORNING SHOW\nTranscript, Tuesday 3 May 2022, 7.10am\n{BRIDGE}")
    assert (found.byline, found.published) == (None, "2022-05-03T07:10")
