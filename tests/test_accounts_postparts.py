"""What stands in and about posts and is not theirs: editors, the last post's date, what a post answers, halves,
previews."""

from onrecord.accounts import segment
from onrecord.types import Account, Page

SAID = [
    ("marshfox", "They never agree on anything, and it is us who pay for the crossing of the bay."),
    ("Old Ferryman", "My father rowed there when it was free of charge. Nobody asked for a ticket then."),
    ("bo77", "So much for that meeting. The tide does not wait for the harbour board, it seems."),
    ("marshfox", "You could have asked him how he did it, before he stopped rowing for good, you know."),
]
DAYS = ["Mar 3, 2019", "Mar 4, 2019", "Mar 5, 2019", "Mar 6, 2019"]


def _thread(posts: str, head: str = "", generator: str = "forum") -> tuple[Account, list[tuple[str, str, str]]]:
    html = f"""<html><head><title>Ferry to Upton - Marsh</title><meta name="generator" content="{generator}"></head><body>
<h1>Ferry to Upton</h1>{head}<div class="thread">{posts}</div></body></html>"""
    account = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(account, Account)
    posted = [
        (
            account.cut(post.author) if post.author else "",
            account.cut(post.date) if post.date else "",
            " ".join(account.cut(word) for word in post.words),
        )
        for post in account.thread
    ]
    return account, posted


EXPECTED = [(who, day, words) for (who, words), day in zip(SAID, DAYS, strict=True)]


def _signed(n: int, editor: str = "") -> str:
    """A post that is signed below its words, as question sites have it, and edited by somebody else before the
    signature."""
    who, words = SAID[n]
    edit = (
        f"""<div class="post-signature"><div class="user-action-time">edited <span title="2021-0{n + 1}-01 10:00:00Z"
class="relativetime">Jan {n + 1}, 2021</span></div><div class="user-details"><a href="/users/9{n}/x">{editor}</a></div></div>"""
        if editor
        else ""
    )
    return f"""<div class="answer" id="answer-{n}"><div class="post-text" itemprop="text"><p>{words}</p></div>{edit}
<div class="post-signature owner"><div class="user-action-time">answered <span title="2019-03-0{n + 3} 10:00:00Z"
class="relativetime">{DAYS[n]}</span></div><div class="user-details" itemprop="author"><a href="/users/{n}/x">{who}</a></div></div></div>"""


def test_an_editor_is_not_the_author_and_the_day_of_the_change_not_the_date() -> None:
    _, posted = _thread("".join(_signed(n, "Ragna" if n != 2 else "") for n in range(4)))
    assert posted == EXPECTED


def test_two_halves_of_each_post_are_one_post() -> None:
    posts = "".join(
        f"""<article class="message" id="js-post-{n}"><div class="inner"><div class="message-cell user"><h4><a class="username"
href="/members/{n}/">{who}</a></h4><div>harbour 6502</div><dl><dt></dt><dd>Apr 1{n}, 2009</dd></dl></div><div
class="message-cell main"><header><a href="/p/{n}"><time datetime="2019-03-0{n + 3}T10:00:00Z">{DAYS[n]}</time></a></header>
<div class="bbWrapper">{words}</div><div>Last edited by <a class="username" href="/members/{n}/">{who}</a>: {DAYS[n]}</div></div></div></article>"""
        for n, (who, words) in enumerate(SAID)
    )
    _, posted = _thread(posts)
    assert posted == EXPECTED


def test_what_a_post_answers_is_shown_again_and_is_not_its_own() -> None:
    posts = ""
    for n, (who, words) in enumerate(SAID):
        before, told = SAID[n - 1]
        parent = f'<div component="post/parent" data-uid="1"><a href="/user/x">{before}</a><div>{told * 3}</div></div>'
        posts += f"""<li component="post" itemprop="comment" itemscope itemtype="http://schema.org/Comment">{parent if n else ""}
<a href="/user/{n}" itemprop="author">{who}</a> <time datetime="2019-03-0{n + 3}T10:00:00Z">{DAYS[n]}</time>
<div class="content" component="post/content" itemprop="text"><p>{words}</p></div></li>"""
    _, posted = _thread(f"<ul>{posts}</ul>", generator="NodeBB")
    assert posted == EXPECTED


def _card(n: int, head: str = "") -> str:
    who, words = SAID[n]
    return f"""<div class="MessageCard" id="post-{n}">{head}<a class="MessageCard__name" href="/members/{n}/">{who}</a>
<div><a href="#p{n}">#{n + 1}</a> <time datetime="2019-03-0{n + 3}T10:00:00Z">{DAYS[n]}</time></div>
<div class="message-body"><div class="bbWrapper">{words}</div></div></div>"""


def test_the_date_of_the_last_post_is_not_that_of_the_first() -> None:
    last = 'last post by <a href="/members/7/">marshfox</a> <time datetime="2019-03-06T10:00:00Z">Mar 6, 2019</time>'
    head = f"<div><span>6.3K views</span> <span>3 replies</span> <span>{last}</span></div>"
    _, posted = _thread("".join(_card(n, head if n == 0 else "") for n in range(4)))
    assert posted == EXPECTED


def test_a_thread_that_shows_its_first_post_twice_has_it_once() -> None:
    account, posted = _thread(_card(0) + "".join(_card(n) for n in range(4)))
    assert posted == EXPECTED
    again = [block.kind for block in account.blocks if account.cut(block.span) == SAID[0][1]]
    assert again == ["chrome", "comment"]


def test_a_box_of_counts_among_the_posts_is_none() -> None:
    box = """<section class="overview"><ul><li>Replies <b>3</b></li><li>Created <time datetime="2019-03-03">2 yr</time></li></ul>
<h4>Top posters in this topic</h4><a href="/profile/3">bo77</a><p>The most popular days of this topic are shown here.</p></section>"""
    posts = [f'<article class="entry">{_card(n)}</article>' for n in range(4)]
    _, posted = _thread(posts[0] + box + "".join(posts[1:]))
    assert posted == EXPECTED


def test_the_title_of_the_thread_is_nobodys_name() -> None:
    posts = "".join(
        f"""<div class="post" id="p{n}"><h3 class="author"><a href="/viewtopic?p={n}&user=1">{
            "Ferry to Upton" if not n else ""
        }</a></h3>
<div class="postbody"><p class="author"><a href="/members/{n}/">{who}</a> {DAYS[n]}</p><div class="content">{
            words
        }</div></div></div>"""
        for n, (who, words) in enumerate(SAID)
    )
    _, posted = _thread(posts)
    assert [who for who, _, _ in posted] == [who for who, _ in SAID]


def test_a_link_whose_title_has_a_date_says_not_when_the_post_was_written() -> None:
    posts = "".join(
        f"""<li class="comment" id="comment-{n}"><div>by <a href="/~x{n}">{who}</a> <a href="/~x/journal"
title="Wednesday April 0{n + 1}, 2023 @03:34AM">Journal</a></div><div class="when">on Sunday {DAYS[n]} @12:01PM</div>
<div class="commentBody">{words}</div></li>"""
        for n, (who, words) in enumerate(SAID)
    )
    _, posted = _thread(f"<ul>{posts}</ul>")
    assert [day for _, day, _ in posted] == [f"Sunday {day} @12:01PM" for day in DAYS]


def test_what_to_press_in_a_quotation_and_ranks_are_no_words() -> None:
    posts = "".join(
        f"""<div class="post" id="post-{n}"><div><a class="username" href="/members/{n}/">{who}</a> {n + 3} posts{n + 1} threads Junior
Member <time datetime="2019-03-0{n + 3}">{DAYS[n]}</time></div><div class="content">{_quote(n)}{words}</div></div>"""
        for n, (who, words) in enumerate(SAID)
    )
    account, posted = _thread(posts)
    assert posted == EXPECTED
    assert {block.kind for block in account.blocks if "Click to expand" in account.cut(block.span)} == {"chrome"}


def _quote(n: int) -> str:
    who, words = SAID[n - 1]
    return f"<blockquote>{who} said:<br>{words}<div>Click to expand...</div></blockquote>" if n == 2 else ""


def test_what_a_forum_counts_of_its_members_is_no_word_of_theirs() -> None:
    about = ["Senior Member Posts: 2,113", "Member Posts: 87", "New Member Messages: 1", "Senior Member Posts: 2,113"]
    posts = "".join(
        f'<div class="post" id="p{n}"><div class="post-head"><a class="username">{who}</a> <span '
        f'class="rank">{rank}</span> '
        f'<span class="post-date">{day}, 10:4{n}</span> <a>#{n}</a></div><div '
        f'class="post-body"><p>{words}</p></div></div>'
        for n, ((who, words), rank, day) in enumerate(zip(SAID, about, DAYS, strict=True), 1)
    )
    assert [(who, words) for who, _, words in _thread(posts)[1]] == SAID


def test_a_line_that_many_posts_have_is_still_words_where_it_is_code() -> None:
    posts = "".join(
        f"""<div class="post" id="post-{n}"><a class="username" href="/members/{n}/">{who}</a> <time datetime="2019-03-0{n + 3}">{DAYS[n]}</time>
<div class="content"><p>{words}</p><pre><code>ferry.led={n}</code></pre></div></div>"""
        for n, (who, words) in enumerate(SAID)
    )
    _, posted = _thread(posts)
    assert posted == [(who, day, f"{words} ferry.led={n}") for n, (who, day, words) in enumerate(EXPECTED)]


def test_what_is_done_by_the_reader_is_no_byline() -> None:
    consent = (
        "<p>By logging into your account, you agree to our Terms of Use.</p><form>By:<button>Search</button></form>"
    )
    account, _ = _thread("".join(_card(n) for n in range(4)), head=consent)
    assert account.byline == "marshfox"  # who begins the thread, and nothing of what its reader does
