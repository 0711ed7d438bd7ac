"""The accounts in full: every character of the text, in blocks, with the record's lines marked in it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from onrecord.exports import differences, edtf
from onrecord.exports.index import Index, block_id
from onrecord.exports.marks import Mark, segments
from onrecord.exports.said import place
from onrecord.exports.view import AccountView, Brief, Fold, Line, Paragraph, Ref
from onrecord.types import Account, Reading, Span

_LINKED = re.compile(r"https?://[^\s\x00-\x20\x7f]+", re.IGNORECASE)
_FOLD: dict[str, Literal["text", "chrome", "comment"]] = {"chrome": "chrome", "comment": "comment"}
Labels = dict[str, str]


def link(url: str | None) -> str | None:
    """`url` if it may be linked: of http or https only, and nothing that a browser would read in another way."""
    return url if url and _LINKED.fullmatch(url) and "\\" not in url else None


def accounts(index: Index, lines: Iterable[Line], brief: Iterable[tuple[Brief, Span]]) -> tuple[AccountView, ...]:
    """Each account with its marks. `lines` give the numbers printed beside a paragraph; `brief` the cuts to be
    marked."""
    labels = {line.id: str(line.number) for line in lines}
    marks: dict[str, list[Mark]] = {account: [] for account in index.accounts}
    for reading in index.record.readings:
        marks[reading.account.id] += _marks(index, reading)
    for item, span in brief:
        marks[span.account].append(Mark(span.start, span.end, item.id, "brief", item.href.removeprefix("#"), 3))
    for finding in index.record.findings:
        for number, span in enumerate(finding.evidence):
            if span.account in marks:
                pin, linked = differences.place(finding.id, number), finding.relation == "differs"
                marks[span.account].append(Mark(span.start, span.end, finding.id, "differs", pin, 1, linked))
    return tuple(_account(index, r, labels, marks[r.account.id]) for r in index.record.readings)


def _account(index: Index, reading: Reading, labels: Labels, marks: list[Mark]) -> AccountView:
    account = reading.account
    address = account.canonical or account.url
    return AccountView(
        siglum=index.sigla[account.id],
        id=account.id,
        headline=account.headline,
        publisher=account.publisher,
        byline=account.byline,
        published=edtf.words(account.published),
        modified=edtf.words(account.modified),
        retrieved=edtf.words(account.retrieved),
        url=address,
        link=link(address),
        folds=_folds(account, marks, labels),
        after=account.text[max((b.span.end for b in account.blocks), default=0) :],
        complete=account.complete,
        incomplete_because=account.incomplete_because,
        short=reading.shortfalls,
        encoding=account.encoding,
        sha256=account.sha256,
        characters=len(account.text),
        hidden=len(account.hidden),
        struck=len(account.struck),
        veiled=len(account.veiled),
        unparsed=len(account.unparsed),
        set_off=tuple(index.cut(span) for span in reading.set_off),
        unsure=reading.unsure,
        posts=len(account.thread),
        only_posts=bool(account.thread) and not any(block.kind == "body" for block in account.blocks),
    )


def _marks(index: Index, reading: Reading) -> Iterator[Mark]:
    """Every place of this account that one of its lines stands on. The first span of a line is its pin."""
    for statement in reading.statements:
        line = index.lines[statement.id]
        yield from _spread(statement.content, line, "alone" if line == statement.id else "shared", statement.id, 0)
    for position in reading.positions:
        yield from _spread(position.content, position.id, "stake", position.id, 1)
    for moment in reading.timeline:
        yield from _spread((moment.what,), index.lines[moment.id], "moment", moment.id, 2)
    for comment in reading.discussion:
        yield from _spread(comment.words, comment.id, "remark", comment.id, 0)


def _spread(spans: Iterable[Span], line: str, kind: str, of: str, rank: int) -> Iterator[Mark]:
    for number, span in enumerate(spans):
        yield Mark(span.start, span.end, line, kind, None if number else place(of), rank)


def _folds(account: Account, marks: list[Mark], labels: Labels) -> tuple[Fold, ...]:
    def fold(paragraph: Paragraph) -> Literal["text", "chrome", "comment"]:
        return _FOLD.get(paragraph.kind, "text")

    grouped = groupby(_paragraphs(account, marks, labels), key=fold)
    return tuple(Fold(kind, tuple(paragraphs)) for kind, paragraphs in grouped)


def _paragraphs(account: Account, marks: list[Mark], labels: Labels) -> Iterator[Paragraph]:
    blocks = account.blocks
    starts = [b.span.start for b in blocks]
    within: list[list[Mark]] = [[] for _ in blocks]
    for mark in marks:
        for number in range(max(bisect_right(starts, mark.start) - 1, 0), bisect_left(starts, mark.end)):
            within[number].append(mark)
    last = 0
    for number, block in enumerate(blocks):
        start, end = block.span.start, block.span.end
        begun = {
            m.line: m for m in sorted(within[number], key=lambda m: m.start) if m.start >= start and m.line in labels
        }
        yield Paragraph(
            id=block_id(account.id, number),
            kind=block.kind,
            before=account.text[last:start],
            segments=segments(account.text, within[number], start, end),
            refs=tuple(Ref(line, labels[line]) for line in begun),
        )
        last = end
