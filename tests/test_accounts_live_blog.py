"""The entries of a live blog are the article, each with its time; what readers answer below it stays comments."""

import json

import pytest

from onrecord.accounts import segment
from onrecord.readings import read
from onrecord.types import Account, Page

ENTRIES = (
    ("2025-03-04T18:20:00Z", "18:20", "Ilse Brandt", "Ferry may sail at dawn", "The harbour office says that the first ferry may sail at dawn."),
    ("2025-03-04T16:05:00Z", "16:05", "Owen Tarr", "Queue reaches the bridge", "“Nobody has told us anything,” said Petra Holm, who has waited since noon."),
    ("2025-03-04T11:40:00Z", "11:40", "Owen Tarr", "Crew votes to strike", "The crew of the ferry voted this morning to strike for a day."),
    ("2025-03-04T09:15:00Z", "09:15", "Ilse Brandt", "Harbour shut", "Good morning. The harbour was shut last night after the storm."),
)  # fmt: skip
READERS = (
    ("mudlark", "4 March 2025 17:10", "Typical. The office knew about the storm for a week."),
    ("old_salt", "4 March 2025 17:32", "Nobody sails in that, mudlark, and nobody should."),
    ("kestrel", "4 March 2025 19:01", "My sister is in that queue with two small children."),
)
COMMENTS = "<section id=comments><h2>Comments (3)</h2>" + "".join(
    f'<div class=comment><span class=user>{name}</span> <span class=date>{date}</span><p>{words}</p></div>'
    for name, date, words in READERS
) + "</section>"  # fmt: skip
STATED = '<script type="application/ld+json">{"@type": "LiveBlogPosting", "headline": "Storm at Tarn Harbour"}</script>'


def entries(form: str) -> str:
    return "".join(form.format(iso=iso, clock=clock, who=who, head=head, words=words) for iso, clock, who, head, words in ENTRIES)  # fmt: skip


def page(inner: str, title: str = "Storm at Tarn Harbour – live updates", head: str = "", below: str = "") -> str:
    return (
        f'<!doctype html><html lang=en><head><title>{title} - The Tarn Echo</title>{head}<meta property="og:site_name"'
        f' content="The Tarn Echo"></head><body><header><a href=/>The Tarn Echo</a></header><main><h1>{title}</h1>'
        "<p>The ferry to the islands lay in harbour on Tuesday while its crew, its owners and the harbour office"
        f" argued.</p>{inner}</main>{below}<footer><p>© 2025 The Tarn Echo</p></footer></body></html>"
    )


def account(html: str) -> Account:
    found = segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))
    assert isinstance(found, Account)
    return found


def lines(found: Account, kind: str) -> list[str]:
    return [found.cut(block.span) for block in found.blocks if block.kind == kind]


LAYOUTS = {
    "articles with time and author": page(
        entries("<article class=post><time datetime={iso}>{clock}</time><span class=post-author>{who}</span><h2>{head}</h2><p>{words}</p></article>")
    ),
    "articles without author": page(
        entries("<article><time datetime={iso}>{clock}</time><h2>{head}</h2><p>{words}</p></article>")
    ),
    "divs, stated in JSON-LD": page(
        entries("<div class=b1><div class=meta>{clock} <a rel=author href=/w>{who}</a></div><p>{words}</p></div>"),
        title="Storm at Tarn Harbour", head=STATED,
    ),
    "microdata": page(
        "<div itemscope itemtype=https://schema.org/LiveBlogPosting>" + entries(
            "<div itemprop=liveBlogUpdate itemscope itemtype=https://schema.org/BlogPosting><time itemprop=datePublished datetime={iso}>{clock}</time>"
            "<span itemprop=author>{who}</span><div itemprop=articleBody><p>{words}</p></div></div>"
        ) + "</div>",
        title="Storm at Tarn Harbour",
    ),
    "a list": page(
        "<ol>" + entries("<li><time datetime={iso}>{clock}</time><strong>{head}</strong><p>{words}</p></li>") + "</ol>"
    ),
    "divs with heading before the time": page(
        entries("<div class=block-item><h3>{head}</h3><div class=stamp>{clock} GMT</div><p>{words}</p><p>By {who}</p></div>")
    ),
    "called live, with an ordinary title": page(
        "<div class=live-feed>" + entries("<section><time datetime={iso}>{clock}</time><p>{words}</p></section>") + "</div>",
        title="Storm at Tarn Harbour",
    ),
    "told by its headings alone": page(
        entries("<article><h2>{head}</h2><p><time datetime={iso}>{clock}</time> <span class=author>{who}</span></p><p>{words}</p></article>"),
        title="Storm at Tarn Harbour",
    ),
    "nothing around an entry": page(entries("<h3>{clock} {head}</h3><p>{words}</p>"), title="Storm at Tarn Harbour: as it happened"),
    "paragraphs that begin with the time": page(entries("<p><b>{clock}</b></p><p>{words}</p>"), title="Live: Storm at Tarn Harbour"),
    "a list of definitions": page("<dl>" + entries("<dt>{clock}</dt><dd>{words}</dd>") + "</dl>"),
    "how long ago": page(
        entries("<div class=update><span class=ago>3h ago</span> <span class=byline>{who}</span><h4>{head}</h4><p>{words}</p></div>")
    ),
    "American clocks": page(
        entries("<div class=card><p class=when>4:05 p.m. ET</p><h2>{head}</h2><p class=writer>By {who}</p><p>{words}</p></div>")
    ),
}  # fmt: skip


@pytest.mark.parametrize("below", ["", COMMENTS], ids=["alone", "with comments"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_entry_is_the_article_and_no_reader_s_post(layout, below):
    found = account(LAYOUTS[layout].replace("<footer>", below + "<footer>"))
    body = lines(found, "body")
    for _, _, _, _, words in ENTRIES:
        assert words in body
    names = [found.cut(post.author) for post in found.thread if post.author]
    assert names == ([name for name, _, _ in READERS] if below else [])
    assert len(found.entries) == len(ENTRIES)
    assert not any(words in line for _, _, words in READERS for line in body)


def test_the_heading_of_an_entry_is_no_part_of_what_it_says():
    found = account(LAYOUTS["articles with time and author"])
    assert [found.cut(entry.headline) for entry in found.entries if entry.headline] == [head for *_, head, _ in ENTRIES]
    assert [found.cut(entry.byline) for entry in found.entries if entry.byline] == [who for _, _, who, *_ in ENTRIES]
    assert [entry.published for entry in found.entries] == [iso for iso, *_ in ENTRIES]
    assert not {head for *_, head, _ in ENTRIES} & set(lines(found, "body"))
    assert found.published == "2025-03-04T09:15:00Z"
    assert found.byline == "Ilse Brandt, Owen Tarr"


def test_days_count_from_the_entry():
    html = LAYOUTS["articles without author"].replace("2025-03-04T18:20", "2025-03-06T18:20")
    html = html.replace("may sail at dawn.", "may sail tomorrow.")
    reading = read(account(html))
    dates = {reading.account.cut(moment.dated_by): moment.date for moment in reading.timeline if moment.dated_by}
    assert dates["tomorrow"] == "2025-03-07"
    assert dates["last night"] == "2025-03-03"


@pytest.mark.parametrize(
    "inner",
    [
        COMMENTS,
        "<div class=replies>" + entries("<div class=r><b class=user>{who}</b> <time datetime={iso}>{clock}</time><p>{words}</p></div>") + "</div>",
        "<aside class=timeline>" + entries("<div><time datetime={iso}>{clock}</time><h3><a href=/{clock}>{head}</a></h3></div>") + "</aside>",
    ],
    ids=["comments", "replies", "teasers"],
)  # fmt: skip
def test_comments_and_teasers_are_no_entries(inner):
    words = "<p>The owners said on Tuesday that the ferry had been sound when it left the yard in spring.</p>" * 6
    found = account(page(words + inner, title="Storm at Tarn Harbour"))
    assert not found.entries


def test_entries_that_only_the_data_of_the_page_have_are_read_and_told():
    updates = [
        {"@type": "BlogPosting", "headline": head, "datePublished": iso, "author": {"name": who}, "articleBody": words}
        for iso, _, who, head, words in ENTRIES
    ]
    data = json.dumps({"@type": "LiveBlogPosting", "headline": "Storm", "liveBlogUpdate": updates}, ensure_ascii=False)
    html = page("<p>Updates appear here.</p>", head=f'<script type="application/ld+json">{data}</script>')
    found = account(html)
    assert [words for *_, words in ENTRIES] == [line for line in lines(found, "body") if line in data]
    assert [entry.published for entry in found.entries] == [iso for iso, *_ in ENTRIES]
    assert found.incomplete_because == (
        "the page shows none of the 4 entries of its live blog; those in its JSON-LD were read"
    )
    for block in found.blocks:
        assert found.cut(block.span)[:9] in html[block.origin.start : block.origin.end]
