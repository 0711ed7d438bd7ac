"""Lists of links are left out with their number; an article with lists beside it is read."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, LeftOut, Page

PLACES = "Tarn Holm Ness Wick Brae Firth Skerry Voe Geo Stack Noust Ayre Taing Head Bight Sound Haven Roost Clett Baa".split()
HEADLINES = [f"Harbour office of {place} closes its gates for the winter" for place in PLACES]
TEASERS = [
    f"The gates at {place} will stay shut until spring, the office said, and boats must lie elsewhere."
    for place in PLACES
]
BRIEF = (
    "<p>The ferry of Tarn will not sail on Monday, its owners said in a short notice that was put up at the pier.</p>"
    "<p>“We are sorry for the trouble,” said Ilse Brandt, who speaks for them. Tickets remain good for a week.</p>"
)


def links(form: str, number: int = 20) -> str:
    rows = zip(HEADLINES[:number], TEASERS, PLACES, strict=False)
    return "".join(form.format(head=head, words=words, at=place.lower()) for head, words, place in rows)


def page(inner: str, title: str = "Harbour news", head: str = "") -> str:
    nav = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("News", "Sport", "Weather"))
    return (
        f"<!doctype html><html lang=en><head><title>{title} - The Tarn Echo</title>{head}</head><body><nav><ul>{nav}</ul>"
        f"</nav><main><h1>{title}</h1>{inner}</main><footer><p>© 2025 The Tarn Echo</p></footer></body></html>"
    )


def read(html: str) -> Account | LeftOut:
    return segment(Page(url="x", retrieved=None, media_type="text/html", body=html.encode()))


CARD = "<article><h2><a href=/{at}>{head}</a></h2><p>{words}</p></article>"


@pytest.mark.parametrize(
    ("html", "number"),
    [
        (page(links(CARD)), 20),
        (page(links("<article><h2><a href=/{at}>{head}</a></h2><time>3 May 2025</time><p>{words} …</p></article>", 12)), 12),
        (page("<ul>" + links("<li><a href=/{at}>{head}</a></li>") + "</ul>"), 20),
        (page("<p>All that we have written about the harbours.</p>" + links("<div><a href=/{at}>{head}</a><p>{words}</p></div>", 10)), 10),
        (page(links("<div class=hit><h3><a href=/{at}>{head}</a></h3><span>/{at}</span><p>{words}</p></div>", 9), title="Search results for harbour"), 9),
        (page("<ul>" + links("<li><a href=/{at}>{head}</a></li>", 6) + "</ul>", head='<script type="application/ld+json">{"@type": "CollectionPage"}</script>'), 6),
        (page("<table>" + links("<tr><td><a href=/{at}>{head}</a></td><td>3 May</td></tr>") + "</table>"), 20),
    ],
    ids=["cards", "dated cards", "links alone", "a described section", "search", "stated", "a table"],
)  # fmt: skip
def test_a_list_of_links_is_left_out_with_their_number(html, number):
    assert read(html) == LeftOut("x", f"a list of {number} links, not an account")


@pytest.mark.parametrize(
    "html",
    [
        page(BRIEF + "<h2>More</h2><ul>" + links("<li><a href=/{at}>{head}</a></li>") + "</ul>", title="No ferry on Monday"),
        page(BRIEF + "<aside>" + links(CARD, 12) + "</aside>", title="No ferry on Monday"),
        page("<ul>" + links("<li><a href=/{at}>{head}</a></li>", 4) + "</ul>" + 4 * BRIEF + links(CARD), title="No ferry on Monday"),
        page(links("<p>{words} The office has <a href=/{at}>a note on its gates in the winter</a>.</p>", 12), title="A winter of shut gates"),
        page(links("<h2>{head}</h2><p>{words}</p>", 12), title="What shuts this winter"),
    ],
    ids=["brief with links", "brief with teasers", "article among lists", "links in sentences", "headings that are no links"],
)  # fmt: skip
def test_an_article_beside_lists_is_read(html):
    found = read(html)
    assert isinstance(found, Account)
    assert any(block.kind == "body" for block in found.blocks)
