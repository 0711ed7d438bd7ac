"""How much of an account is read. What stands behind it is told, so that nobody takes it for not being there.

It is counted in what the account has, not in time, so that a reading does not depend on the machine it was made on.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from msgspec import structs

from onrecord.text.sentences import split_sentences
from onrecord.types import Account, Block, Part, Post, Shortfall, Span

# What a reading costs goes by pieces of words: scripts without spaces by the character, others than Latin by three
# letters, and Latin letters in a row by ten.
_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af]|[^\W\x00-\u024f]{1,3}|\w{1,10}|[^\w\s]")
_OF_BODY: tuple[Part, ...] = ("cast", "statements", "positions", "timeline")


class Limits(NamedTuple):
    """What of an account is read: far more than news prints, and so much that any text is read in less than a
    minute."""

    words: int = 80_000
    """Of the body; marks count too, and long words as several: a book has as many."""
    characters: int = 1_000_000
    """Of the body, with white space."""
    comments: int = 30_000
    discussed: int = 5_000_000
    """Characters of comments."""


def as_far_as(account: Account, limits: Limits) -> tuple[Account, tuple[Shortfall, ...]]:
    """The account with so much of its body and of its thread as is read, and what is told of the rest."""
    body = [block for block in account.blocks if block.kind == "body"]
    end = _end(account.text, body, limits)
    thread = _first(account.thread, limits)
    shortfalls: list[Shortfall] = []
    if len(thread) < len(account.thread):
        have = f"the thread has {len(account.thread):,} comments"
        shortfalls.append(Shortfall("discussion", f"{have}: what stands behind the first {len(thread):,} was not read"))
        account = structs.replace(account, thread=thread)
    if end is not None:
        before = sum(max(0, min(block.span.end, end) - block.span.start) for block in body)
        length = sum(block.span.end - block.span.start for block in body)
        reason = f"the body has {length:,} characters: what stands behind the first {before:,} was not read"
        shortfalls[:0] = [Shortfall(part, reason) for part in _OF_BODY]
        blocks = tuple(_cut(block, end) for block in account.blocks if _is_read(block, end))
        account = structs.replace(account, blocks=blocks)
    return account, tuple(shortfalls)


def _end(text: str, body: Sequence[Block], limits: Limits) -> int | None:
    """Where reading ends: with a sentence, if one ends so far; None if all is read."""
    words, characters, former = limits.words, limits.characters, None
    for block in body:
        start, end = block.span.start, block.span.end
        stop = min(end, start + characters)
        words_here = sum(1 for _ in islice(_WORD.finditer(text, start, stop), words + 1))
        if words_here > words or stop < end:
            beyond = next(islice(_WORD.finditer(text, start, stop), words, None), None)
            return _whole_sentences(text, start, min(stop, beyond.start() if beyond else stop), former)
        words -= words_here
        characters -= end - start
        former = end
    return None


def _whole_sentences(text: str, start: int, stop: int, former: int | None) -> int:
    """The end of the last sentence that ends before `stop`, or of the block before, for half a sentence may say what
    the whole does not; where there is neither, of the last word."""
    sentences = split_sentences(text, start, stop)
    if len(sentences) > 1:
        return sentences[-2][1]
    blank = text.rfind(" ", start, stop)
    return former or (blank if blank > start else stop)


def _is_read(block: Block, end: int) -> bool:
    return block.kind != "body" or block.span.start < end


def _cut(block: Block, end: int) -> Block:
    if block.kind != "body" or block.span.end <= end:
        return block
    return structs.replace(block, span=Span(block.span.account, block.span.start, end))


def _first(thread: Sequence[Post], limits: Limits) -> tuple[Post, ...]:
    """The comments that are read."""
    remaining = limits.discussed
    for number, post in enumerate(thread):
        remaining -= sum(span.end - span.start for span in post.words)
        if remaining < 0 or number >= limits.comments:
            return tuple(thread[:number])
    return tuple(thread)
