"""What the reader of a page found -> the account: names, offsets and hashes are put in."""

import gc
import hashlib
from collections.abc import Iterator

from onrecord.accounts.draft import Draft, Reach
from onrecord.accounts.encoding import decode
from onrecord.accounts.hypertext import read_html
from onrecord.accounts.plain.reader import read_plain
from onrecord.accounts.stated import read_stated_blocks, with_given
from onrecord.errors import ModelError
from onrecord.text.keys import digest
from onrecord.types import Account, Block, Entry, LeftOut, Origin, Page, Post, Provenance, Span


def assemble(page: Page, reach: Reach = Reach()) -> Account | LeftOut:  # noqa: B008  (a constant)
    """The account that `page` carries, or why it carries none, read in this process and as far as `reach`. If the
    weights that its kind of page is read with are not right, none of that kind is read.

    The garbage collector rests meanwhile: what is built has no circles, and it would go through all of it in vain.
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        return _read(page, reach)
    except ModelError as error:
        return LeftOut(page.url, str(error))
    finally:
        if collects:
            gc.enable()


def _read(page: Page, reach: Reach) -> Account | LeftOut:
    html = page.media_type == "text/html"
    text, encoding, doubt = decode(page.body, html=html)
    if page.stated:
        draft = read_stated_blocks(page, text)
    else:
        draft = read_html(text, reach.tokens) if html else read_plain(text, reach.lines)
    draft = with_given(draft, page.given)
    if not any(character.isalnum() for character in draft.text):
        return LeftOut(page.url, f"no text: {len(page.body):,} bytes of {page.media_type} show no readable word")
    if draft.instead:
        return LeftOut(page.url, draft.instead)
    sha256 = hashlib.sha256(page.body).hexdigest()
    account = digest("account", sha256)
    missing = page.status.reason if not page.status.complete else draft.incomplete
    incomplete = "; ".join(filter(None, (missing, doubt))) or None
    return Account(
        id=account,
        url=page.url,
        **{name: field.value for name, field in draft.fields.items()},
        retrieved=page.retrieved,
        text=draft.text,
        blocks=tuple(
            Block(s.kind, Span(account, s.start, s.end), Origin(s.origin, s.origin_end)) for s in draft.stretches
        ),
        entries=tuple(_entries(draft, account)),
        thread=tuple(_posts(draft, account)),
        thread_elsewhere=draft.thread_elsewhere,
        provenance=tuple(_provenance(draft)),
        unparsed=tuple(Origin(*place) for place in draft.unparsed),
        hidden=tuple(Origin(*place) for place in draft.hidden),
        struck=tuple(Origin(*place) for place in draft.struck),
        veiled=tuple(Origin(*place) for place in draft.veiled),
        complete=page.status.complete and draft.incomplete is None and doubt is None,
        incomplete_because=incomplete,
        place=page.place,
        given=page.given,
        encoding=encoding + ("; its markup by the second parser, for the first failed" if draft.scanned else ""),
        sha256=sha256,
    )


def _posts(draft: Draft, account: str) -> Iterator[Post]:
    for said in draft.thread:
        yield Post(
            words=tuple(Span(account, start, end) for start, end in said.words),
            author=Span(account, *said.author) if said.author else None,
            date=Span(account, *said.date) if said.date else None,
            reply_to=said.reply_to,
            date_value=said.date_value,
        )


def _entries(draft: Draft, account: str) -> Iterator[Entry]:
    for one in draft.entries:
        yield Entry(
            span=Span(account, *one.place),
            date=Span(account, *one.date),
            published=one.when,
            headline=Span(account, *one.heading) if one.heading else None,
            byline=Span(account, *one.author) if one.author else None,
        )


def _provenance(draft: Draft) -> Iterator[Provenance]:
    for name, field in draft.fields.items():
        yield Provenance(name, field.rule, Origin(*field.origin) if field.origin else None)
