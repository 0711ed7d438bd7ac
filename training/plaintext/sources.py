"""The articles and the readers' posts of WCXB, with what each block of a page is."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from layouts import Post

from onrecord.accounts.lines.headlines import folded
from onrecord.accounts.lines.words import BUTTON, FORM, THREAD_HEADING
from onrecord.text.dates.questions import find_date, is_dated


class Source(NamedTuple):
    """One page of WCXB: its labelled blocks, and its posts."""

    name: str
    site: str
    blocks: list[tuple[str, str]]
    posts: list[Post]
    crowded: bool
    """Whether there may be a thread among its blocks that was not found."""


def sources() -> list[Source]:
    """The pages of WCXB as onrecord reads their HTML; what its gold has as main content is body."""
    from onrecord.accounts import segment  # noqa: PLC0415
    from onrecord.types import Account, Page  # noqa: PLC0415
    from quality import corpora  # noqa: PLC0415

    found = []
    for item in corpora.read("wcxb"):
        account = segment(Page(url=item.name, retrieved=None, media_type="text/html", body=item.body()))
        if isinstance(account, Account):
            found.append(source(item, account))
    return found


def source(item: Any, account: Any) -> Source:
    gold = re.sub(r"\s", "", item.gold["main_content"] or "")
    said = {re.sub(r"\s", "", line) for line in (item.gold["main_content"] or "").split("\n")}
    blocks = []
    for block in account.blocks:
        text = " ".join(account.cut(block.span).split())
        kind = block.kind
        if kind in ("body", "chrome") and text:
            squeezed = re.sub(r"\s", "", text)
            within = squeezed in said or (len(text) > 25 and squeezed in gold)
            kind = "body" if within or (kind == "body" and len(text) <= 25) else "chrome"
        if text and kind != "comment":
            blocks.append((kind, text))
    blocks = _named(blocks, item.gold)
    posts = list(_posts(account)) if item.gold["type"] in ("article", "forum") else []
    crowded = bool(account.thread) or any(
        THREAD_HEADING.fullmatch(t) and any(c.isdigit() for c in t) for _, t in blocks
    )
    prose = [kind for kind, text in blocks if len(text) > 100]
    article = item.gold["type"] == "article" and prose.count("body") > max(2, 0.6 * len(prose))
    return Source(item.name, item.site, blocks if article else [], posts, crowded)


def _named(blocks: list[tuple[str, str]], gold: Any) -> list[tuple[str, str]]:
    """With what the gold has as title, author and date so labelled where it stands before the body's second
    paragraph."""
    title, author, date = (gold.get(name) or "" for name in ("title", "author", "publish_date"))
    said = [i for i, (kind, _) in enumerate(blocks) if kind == "body"]
    stop = said[1] if len(said) > 1 else 0
    found = list(blocks)
    for index, (kind, text) in enumerate(blocks[:stop]):
        if kind in ("body", "chrome") and len(text) < 200:
            if len(title) > 12 and folded(text) == folded(title):
                found[index] = "headline", text
            elif author and len(text) < len(author) + 40 and folded(author) in folded(text):
                found[index] = "byline", text
            elif date and len(text) < 50 and (when := find_date(text)) and (when.edtf or "")[:10] == date[:10]:
                found[index] = "dateline", text
    return found


def _posts(account: Any) -> Iterator[Post]:
    for said in account.thread:
        words = [" ".join(account.cut(span).split()) for span in said.words]
        words = [
            w
            for w in words
            if w and not BUTTON.fullmatch(w) and not (len(w) < 60 and (FORM.search(w) or w == "Add to quote"))
        ]
        author = " ".join(account.cut(said.author).split()) if said.author else ""
        if words and not is_dated(words[0][:40]) and len(" ".join(words)) > 8:
            yield Post(author if len(author) < 40 else "", "", words[:12], 0, "")
