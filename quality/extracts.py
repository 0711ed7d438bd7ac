"""What a tool took from a page, in one form for ours and for the others, so that one scorer serves them all."""

from collections.abc import Callable
from functools import partial
from importlib.metadata import version
from typing import Any

import msgspec

from onrecord.readings.comments.discussion import quoted_lines
from onrecord.types import Account, LeftOut, Page, Post, Span
from quality.corpora import Item


class Posted(msgspec.Struct, frozen=True):
    """One comment. `dates` are the forms in which the tool gives its date."""

    author: str
    dates: tuple[str, ...]
    words: str


class Extract(msgspec.Struct, frozen=True):
    """What was taken from one page. A tool leaves empty what it has no field for; `error` is what stopped it."""

    body: str = ""
    said: str = ""  # the body, and what each post says, by whom and when; not what posts repeat from those above them
    thread: str = ""
    headline: str | None = None
    byline: str | None = None
    published: str | None = None
    posts: tuple[Posted, ...] = ()
    thread_origins: tuple[tuple[int, int], ...] = ()  # of the thread's blocks, into the decoded page
    error: str | None = None


def ours(item: Item) -> Extract:
    from onrecord.accounts import segment  # noqa: PLC0415  (the other tools are measured without it)

    # The page's address is not given: a date must not be had from it here, for the others are not told it either.
    account = segment(Page(url=item.name, retrieved=None, media_type=item.media_type, body=item.body()))
    return Extract(error=account.reason) if isinstance(account, LeftOut) else of_account(account)


def of_account(account: Account) -> Extract:
    """The body is the blocks of kind body; the thread is the blocks of kind comment and whatever its posts cite."""
    body = [block.span for block in account.blocks if block.kind == "body"]
    posted = [span for post in account.thread for span in _cited(post)]
    thread = [block.span for block in account.blocks if block.kind == "comment"] + posted
    return Extract(
        body=_cut(account, body),
        said=_cut(account, body + posted),
        thread=_cut(account, thread),
        headline=account.headline,
        byline=account.byline,
        published=account.published,
        posts=tuple(map(partial(_posted, account), account.thread, quoted_lines(account))),
        thread_origins=tuple(
            (block.origin.start, block.origin.end)
            for block in account.blocks
            if block.kind == "comment" or any(_touch(block.span, span) for span in posted)
        ),
        error=account.incomplete_because,
    )


def _cited(post: Post) -> list[Span]:
    return [span for span in (post.author, post.date, *post.words) if span is not None]


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _cut(account: Account, spans: list[Span]) -> str:
    """The words of the spans in the order of the text, each character once."""
    cuts, done = [], 0
    for span in sorted(spans):
        if span.end > done:
            cuts.append(account.text[max(span.start, done) : span.end])
            done = span.end
    return "\n".join(cuts)


def _posted(account: Account, post: Post, quoted: list[Span]) -> Posted:
    """With what the post quotes from above it: the corpora have that in the words of a post."""
    dates = (account.cut(post.date) if post.date else None, post.date_value)
    return Posted(
        author=account.cut(post.author) if post.author else "",
        dates=tuple(date for date in dates if date),
        words=_cut(account, [*post.words, *quoted]),
    )


def _trafilatura(html: bytes, **options: Any) -> Extract:
    from trafilatura import bare_extraction  # noqa: PLC0415

    document: Any = bare_extraction(html, with_metadata=True, **options)
    if document is None:
        return Extract(error="nothing extracted")
    body, thread = document.text or "", document.comments or ""
    return Extract(
        body=body,
        said=f"{body}\n{thread}",
        thread=thread,
        headline=document.title,
        byline=document.author,
        published=document.date,
    )


def trafilatura(html: bytes) -> Extract:
    return _trafilatura(html)


def trafilatura_precision(html: bytes) -> Extract:
    return _trafilatura(html, favor_precision=True)


def resiliparse(html: bytes) -> Extract:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415
    from resiliparse.parse.encoding import detect_encoding  # noqa: PLC0415
    from resiliparse.parse.html import HTMLTree  # noqa: PLC0415

    tree = HTMLTree.parse_from_bytes(html, detect_encoding(html) or "utf-8")
    plain: dict[str, Any] = {
        "main_content": True,
        "alt_texts": False,
        "links": False,
        "form_fields": False,
        "list_bullets": False,
    }
    return Extract(
        body=extract_plain_text(tree, comments=False, **plain),
        said=extract_plain_text(tree, comments=True, **plain),
        headline=tree.title,
    )


def readability(html: bytes) -> Extract:
    from html_text import extract_text  # noqa: PLC0415
    from readability import Document  # type: ignore[import-untyped]  # noqa: PLC0415

    document = Document(html)
    body = extract_text(document.summary())
    return Extract(body=body, said=body, headline=document.short_title())


PEERS: dict[str, Callable[[bytes], Extract]] = {
    "trafilatura": trafilatura,
    "trafilatura-precision": trafilatura_precision,
    "resiliparse": resiliparse,
    "readability": readability,
}
_PACKAGES = {"readability": "readability-lxml"}


def release(peer: str) -> str:
    """Name and version of a tool. Raises importlib.metadata.PackageNotFoundError if it is not installed."""
    return f"{peer}-{version(_PACKAGES.get(peer, peer.split('-', maxsplit=1)[0]))}"


def extract(system: str, item: Item) -> Extract:
    """What `system` takes from a page. A tool that fails on a page has found nothing there, and it is said so."""
    try:
        return ours(item) if system == "ours" else PEERS[system](item.body())
    except ImportError:
        raise
    except Exception as error:
        return Extract(error=f"{type(error).__name__}: {error}")
