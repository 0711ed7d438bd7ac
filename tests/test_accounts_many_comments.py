"""However many comments stand below an article, they are its comments, each of them, and it is the article."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

ARTICLE = (
    "The island's council sat on Monday to decide who mends the old wall, and rose in the night without a decision.",
    "“We shall not sign for a wall that nobody has drawn,” said Una Falk, who leads the council. “Bring us the plans "
    "first.”",
    "The province had promised half of the cost in March, in a letter that was read aloud when the sitting was opened.",
    "Per Dahl, who keeps the quay, said that the boats would be moved to the other side of the island before the "
    "autumn.",
    "The council sits again on Friday, and the governor has been asked to come himself and to bring whoever drew the "
    "wall.",
)
NAMES = ("Ada Lind", "Bo Marsh", "Cora Holm", "Dag Ness", "Eli Frost", "Fay Orr", "Gus Hale")
WORDS = (
    "Never.",
    "“Sign it,” I say.",
    "Who pays for this?",
    "He said it was fine.",
    "The wall is old, mend it now.",
    "Agreed!",
)
KINDS = {
    "schema.org": '<div itemscope itemtype="https://schema.org/Comment"><b itemprop="author">{name}</b> '
    '<time datetime="{stamp}">{day}</time><p itemprop="text">{words}</p>{within}</div>',
    "schema.org, words alone": (
        '<div itemscope itemtype="https://schema.org/Comment"><p itemprop="text">{words}</p>{within}</div>'
    ),
    "schema.org, RDFa": '<div typeof="Comment"><b property="author">{name}</b> <time datetime="{stamp}">{day}</time>'
    "<p>{words}</p>{within}</div>",
    "schema.org, date in data": '<div itemscope itemtype="http://schema.org/UserComments">'
    '<meta itemprop="commentTime" content="{stamp}"><p>{words}</p>{within}</div>',
    "class comment": (
        '<div class="comment"><b class="author">{name}</b> <i class="date">{day}</i><p>{words}</p>{within}</div>'
    ),
    "class comment, words alone": '<div class="comment"><p>{words}</p>{within}</div>',
    "class post": '<div class="post"><b class="user">{name}</b> <i class="date">{day}</i><p>{words}</p>{within}</div>',
    "class post, nothing between": '<div class="post"><span class="username">{name}</span><span class="date">{day}</span>'
    "<p>{words}</p>{within}</div>",
    "class reply": '<div class="reply"><strong>{name}</strong> <small>{day}</small><p>{words}</p>{within}</div>',
    "list": '<li class="comment depth-1" id="comment-{n}"><cite class="fn">{name}</cite> <time datetime="{stamp}">{day}</time>'
    "<p>{words}</p><ol class=children>{within}</ol></li>",
}


def comments(kind: str, count: int, depth: int) -> str:
    """So many comments, of which each answers the one before it, `depth` of them within one another."""
    written, within = "", ""
    for n in reversed(range(count)):
        month, date = 1 + n // 28 % 12, 1 + n % 28
        day, stamp = (
            f"{date}.{month:02}.2021 at {n % 24:02}:{n % 60:02}",
            f"2021-{month:02}-{date:02}T{n % 24:02}:{n % 60:02}",
        )
        one = KINDS[kind].format(
            n=n, name=NAMES[n % len(NAMES)], day=day, stamp=stamp, words=f"{n}: {WORDS[n % len(WORDS)]}", within=within
        )
        written, within = (written, one) if n % depth else (one + written, "")
    return written


def account(kind: str, count: int, depth: int) -> Account:
    body = "".join(f"<p>{line}</p>" for line in ARTICLE)
    html = (
        "<!doctype html><title>Council rises without a decision</title><body><nav><a href=/>News</a> <a "
        "href=/w>Weather</a></nav>"
        f"<article><h1>Council rises without a decision</h1><p class=byline>By Lena Voss</p>{body}</article>"
        f"<section id=comments><h2>{count} comments</h2><ol "
        f"class=commentlist>{comments(kind, count, depth)}</ol></section>"
        "<footer>© The Wall Street of the Island</footer>"
    )
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    return found


@pytest.mark.parametrize("depth", [1, 4])
@pytest.mark.parametrize("count", [50, 300, 3000])
@pytest.mark.parametrize("kind", KINDS)
def test_comments_stay_comments(kind, count, depth):
    found = account(kind, count, depth)
    assert tuple(found.cut(block.span) for block in found.blocks if block.kind == "body") == ARTICLE
    said = [" ".join(found.cut(span) for span in post.words) for post in found.thread]
    assert said == [f"{n}: {WORDS[n % len(WORDS)]}" for n in range(count)]
