"""The readers' thread: posts become comments, with their dates, what they quote, and doubts about them."""

import datetime
import re
from collections.abc import Sequence

from onrecord.text.keys import digest
from onrecord.text.quotes import find_quotations
from onrecord.text.sentences import split_sentences
from onrecord.text.times import read_times
from onrecord.types import Account, Comment, Flag, Post, Span

_PRAISE = re.compile(
    r"\b(?:definitely (?:worth|deserves?)|worth comment|great (?:post|article|blog|site|job|content|write)|nice (?:post|article|blog|site)|"
    r"(?:very )?(?:informative|interesting|helpful) (?:post|article|blog|site|discussion|read|content)|write more (?:about|on)|"
    r"this subject matter|keep up the (?:good|great|excellent)|thanks? (?:you )?for (?:sharing|posting)|i(?:'|’)?ve bookmarked|"
    r"bookmark(?:ed)? (?:your|this)|came across (?:your|this) (?:blog|site|post|page)|your (?:blog|website|web site) (?:is|has|and)|"
    r"(?:visit|check out|click) (?:my|our|here)|very good (?:post|article|blog|information))\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_SALE = re.compile(
    r"\b(?:casino|viagra|cialis|crypto (?:invest|signals?)|earn \$|make money (?:online|from)|payday loans?|essay writ\w+|replica watch\w*|"
    r"(?:whats ?app|telegram) (?:me|us|him|her|at|on|\+)|work(?:ing)? from home|seo (?:service|expert|agency)|cheap \w+ online|betting tips?)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_FAR_OFF = 183  # days before the article's date, or after it, at which a comment's date is doubted
_SHORTEST_QUOTE = 4  # words between marks
_LONGEST = 1000  # characters
_SHORTEST_LINE = 7  # words of a sentence that repeats another without marks


def make_discussion(account: Account) -> tuple[Comment, ...]:
    """The comments of an account, in the order of its text; `reply_to` and `quotes` look back only."""
    comments: list[Comment] = []
    article, earlier = _Lines(account), _Lines(account)
    for block in account.blocks:
        if account.thread and block.kind in ("headline", "body", "caption"):
            article.add(block.span)
    for number, post in enumerate(account.thread):
        words = tuple(post.words)
        posted = _posted(account, post)
        replied = post.reply_to if post.reply_to is not None and post.reply_to < number else None
        comments.append(
            Comment(
                id=digest("comment", account.id, number, *((s.start, s.end) for s in words)),
                author=post.author,
                posted=posted,
                dated_by=post.date,
                words=words,
                reply_to=comments[replied].id if replied is not None else None,
                quotes=_quotes(account, words, article, earlier),
                flags=_flags(account, words, posted),
            )
        )
        for span in words:
            earlier.add(span)
    return tuple(comments)


def _posted(account: Account, post: Post) -> str | None:
    """EDTF of the markup's date; else of the printed one, where it does not depend on today."""
    for value in (post.date_value, account.cut(post.date) if post.date else None):
        if value:
            dates = [time.resolved.value for time in read_times(value, account.published) if time.resolved.value]
            if dates:
                return max(dates, key=len)
    return None


class _Lines:
    """An index of the runs of words in some text, to find a quoted line by its first words. Linear in the text."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._words: list[tuple[str, int, int]] = []
        self._runs: dict[tuple[str, ...], int] = {}

    def add(self, span: Span) -> None:
        """Take in the words of a span. Of two equal lines the later is found."""
        first = len(self._words)
        self._words += [
            (m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(self.account.text, span.start, span.end)
        ]
        for number in range(first, len(self._words) - _SHORTEST_QUOTE + 1):
            self._runs[tuple(word for word, _, _ in self._words[number : number + _SHORTEST_QUOTE])] = number

    def find(self, start: int, end: int) -> Span | None:
        """Where the words from `start` to `end` stand, whatever the white space and the marks between them."""
        wanted = [m[0].casefold() for m in _WORD.finditer(self.account.text, start, end)]
        number = self._runs.get(tuple(wanted[:_SHORTEST_QUOTE]))
        if number is None:
            return None
        found = self._words[number : number + len(wanted)]
        if [word for word, _, _ in found] != wanted:
            return None
        return Span(self.account.id, found[0][1], found[-1][2])


def _quotes(account: Account, words: Sequence[Span], article: _Lines, earlier: _Lines) -> tuple[Span, ...]:
    """Where the words stand in the article, or in an earlier comment, that the comment repeats: between marks or as a sentence."""
    paragraphs = [(span.start, span.end) for span in words]
    marked = [(q.start, q.end, _SHORTEST_QUOTE) for q in find_quotations(account.text, paragraphs)]
    lines = [(start, end, _SHORTEST_LINE) for span in paragraphs for start, end in split_sentences(account.text, *span)]
    found = []
    for start, end, shortest in sorted([*marked, *lines]):
        long_enough = end - start <= _LONGEST and len(account.text[start:end].split()) >= shortest
        if long_enough and (place := article.find(start, end) or earlier.find(start, end)):
            found.append(place)
    return tuple(dict.fromkeys(found))


def _flags(account: Account, words: Sequence[Span], posted: str | None) -> tuple[Flag, ...]:
    text = " ".join(account.cut(span) for span in words)
    flags = []
    folded = " ".join(text.split())
    if (
        _PRAISE.search(folded)
        and not re.search(r"[\"“”]", folded)
        and len(_PRAISE.findall(folded)) * 60 >= len(folded.split())
    ):
        flags.append(Flag("spam", "generic praise"))
    links = _LINK.findall(folded)
    if len(links) >= 2 or (links and len(_LINK.sub("", folded).split()) < 4 and len(folded.split()) > 1):
        flags.append(Flag("spam", "link drop"))
    if _SALE.search(folded):
        flags.append(Flag("spam", "sales talk"))
    if (days := _days_between(account.published, posted)) is not None and (days > _FAR_OFF or days < -1):
        flags.append(Flag("date", "posted before the article" if days < 0 else "far-off date"))
    return tuple(flags)


def _days_between(first: str | None, second: str | None) -> int | None:
    """Days from one EDTF day to another; None where either is no exact day."""
    try:
        start, end = (datetime.date.fromisoformat((value or "")[:10]) for value in (first, second))
    except ValueError:
        return None
    return (end - start).days
