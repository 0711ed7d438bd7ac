"""What posts quote from above them is not their words. Threads invented here, quotations as common software marks them
up."""

import time

import pytest

from onrecord.accounts import segment
from onrecord.readings.comments.discussion import make_discussion
from onrecord.types import Account, Comment, Page

FIRST = "The ferry left without its crew this morning. Nobody at the pier could say why."
LINE = "The ferry left without its crew this morning."
OWN = "It did not, I was on board until noon."
BODY = (
    "The harbour board keeps the old ferry for three more years, officials said on Tuesday after a long meeting. "
    "Repairs to the "
    "hull will cost four million crowns and will be paid from the toll, according to the board."
)
QUOTATIONS = {
    "XenForo": f'<blockquote class="bbCodeBlock bbCodeBlock--expandable bbCodeBlock--quote" data-quote="marshfox" data-source="post: 41">'
    f'<div class="bbCodeBlock-title"><a href="/goto/post?id=41" class="bbCodeBlock-sourceJump">marshfox said:</a></div>'
    f'<div class="bbCodeBlock-content"><div>{LINE}</div><div class="bbCodeBlock-expandLink"><a>Click to '
    f'expand...</a></div></div></blockquote>',
    "phpBB": f'<blockquote><div><cite>marshfox wrote:</cite>{LINE}</div></blockquote>',
    "phpBB, dated": f'<blockquote cite="./viewtopic.php?p=41#p41"><div><cite><a href="./memberlist.php?u=2">marshfox</a> wrote: '
    f'<a href="./viewtopic.php?p=41#p41">↑</a><span>Tue Mar 03, 2009 3:12 am</span></cite>{LINE}</div></blockquote>',
    "phpBB 2": f'<div class="quotetitle"><b>marshfox wrote:</b></div><div class="quotecontent">{LINE}</div>',
    "vBulletin 3": f'<div style="margin:20px"><div class="smallfont">Quote:</div><table><tr><td class="alt2"><div>Originally Posted by '
    f'<strong>marshfox</strong></div><div style="font-style:italic">{LINE}</div></td></tr></table></div>',
    "vBulletin 4": f'<div class="bbcode_container"><div class="bbcode_quote"><div class="quote_container"><div class="bbcode_postedby">'
    f'Originally Posted by <strong>marshfox</strong></div><div class="message">{LINE}</div></div></div></div>',
    "Discourse": f'<aside class="quote no-group" data-username="marshfox" data-post="41" data-topic="7"><div class="title">marshfox:</div>'
    f"<blockquote><p>{LINE}</p></blockquote></aside>",
    "SMF": f'<div class="quoteheader"><a href="index.php?topic=7.msg41#msg41">Quote from: marshfox on March 03, 2009, 03:12:10 am</a></div>'
    f'<blockquote class="bbc_standard_quote">{LINE}</blockquote><div class="quotefooter"></div>',
    "MyBB": f'<blockquote class="mycode_quote"><cite><span> (03-03-2009, 03:12 AM)</span>marshfox Wrote: <a href="showthread.php?pid=41#pid41">'
    f"</a></cite>{LINE}</blockquote>",
    "Invision": f'<blockquote class="ipsQuote" data-ipsquote data-ipsquote-contentcommentid="41" data-ipsquote-username="marshfox">'
    f'<div class="ipsQuote_citation">On 3/3/2009 at 3:12 AM, marshfox said:</div><div '
    f'class="ipsQuote_contents"><p>{LINE}</p></div></blockquote>',
    "plain": f"<blockquote><p>{LINE}</p><cite>marshfox</cite></blockquote>",
    "bare": f"<blockquote><p>{LINE}</p></blockquote>",
}  # fmt: skip


def post(number: int, who: str, words: str) -> str:
    return f"""<article class="message message--post" data-content="post-{number}" id="post-{number}"><div class="message-user">
<h4 class="message-name"><a class="username" href="/members/{who}">{who}</a></h4></div><div class="message-attribution">
<time datetime="2009-03-0{number - 40}T03:12:00Z">March {number - 40}, 2009</time></div><div class="message-content">
<div class="bbWrapper">{words}</div></div></article>"""


def discussion(*posts: tuple[str, str]) -> tuple[Account, tuple[Comment, ...]]:
    thread = "\n".join(post(number, who, words) for number, (who, words) in enumerate(posts, 41))
    page = (
        f"<html><title>Ferry stays</title><body><h1>Ferry "
        f"stays</h1><article><p>{BODY}</p></article><h3>Comments</h3>{thread}</body></html>"
    )
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=page.encode()))
    assert isinstance(found, Account)
    return found, make_discussion(found)


def words_of(found: Account, comment: Comment) -> list[str]:
    return [found.cut(span) for span in comment.words]


@pytest.mark.parametrize("software", QUOTATIONS)
def test_words_quoted_from_an_earlier_post_are_not_the_posters_own(software):
    found, comments = discussion(
        ("marshfox", FIRST),
        ("bo77", "Typical of them."),
        ("Ferryman", f"<p>No.</p>{QUOTATIONS[software]}<p>{OWN}</p>"),
        ("Lina", QUOTATIONS[software] + "We shall see in May."),
    )
    assert [words_of(found, comment) for comment in comments[2:]] == [["No.", OWN], ["We shall see in May."]]
    assert [comment.reply_to for comment in comments] == [None, None, comments[0].id, comments[0].id]
    for comment in comments[2:]:
        assert [found.cut(span) for span in comment.quotes] == [LINE.rstrip(".")]
        assert [span.start for span in comment.quotes] == [comments[0].words[0].start]
    assert sum(LINE in found.cut(block.span) for block in found.blocks if block.kind == "comment") == 3


def test_a_quotation_of_the_article_is_told_by_its_words():
    line = "Repairs to the hull will cost four million crowns"
    found, comments = discussion(("marshfox", FIRST), ("bo77", f"<blockquote>{line}</blockquote><p>For that hull?</p>"))
    assert words_of(found, comments[1]) == ["For that hull?"]
    assert [found.cut(span) for span in comments[1].quotes] == [line]
    assert comments[1].reply_to is None


@pytest.mark.parametrize(
    "words",
    [
        "<p>As the song goes:</p><blockquote><p>Row, row, row the boat to the other side.</p></blockquote>",
        "<p>Look.</p><blockquote>The toll is mine, and mine alone, to raise.</blockquote><p>I made that up.</p>",
        f"<blockquote><p>{OWN}</p><p>Ask the mate.</p></blockquote>",
        QUOTATIONS["XenForo"],
    ],
    ids=["song", "invented", "all in one", "nothing but a quotation"],
)
def test_what_is_not_told_as_a_quotation_stays_with_the_words(words):
    found, comments = discussion(("marshfox", "Good riddance."), ("bo77", words), ("Lina", "We shall see in May."))
    said = " ".join(words_of(found, comments[1]))
    for line in ("Row, row", "The toll is mine", "I made that up", OWN, "Ask the mate", LINE):
        assert (line in words) == (line in said)


def test_a_number_or_a_name_tells_which_of_two_posts_is_quoted():
    found, comments = discussion(
        ("marshfox", FIRST), ("bo77", FIRST), ("Lina", QUOTATIONS["SMF"] + OWN), ("Ada", QUOTATIONS["phpBB"] + OWN)
    )
    assert [comment.reply_to for comment in comments[2:]] == [comments[0].id] * 2
    assert words_of(found, comments[2]) == [OWN]


def test_quotations_take_time_linear_in_their_number():
    def seconds(count: int) -> float:
        start = time.process_time()
        discussion(
            *[("marshfox", QUOTATIONS["phpBB"] + OWN)] * 2,
            ("bo77", (QUOTATIONS["vBulletin 4"] + "Yes. ") * count + OWN),
        )
        return time.process_time() - start

    seconds(10)
    assert seconds(800) < 8 * max(0.05, seconds(200))
