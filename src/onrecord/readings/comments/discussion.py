"""The readers' thread: posts become comments, with their dates, what they quote, and doubts about them."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from onrecord.readings.comments.spam import offers, shouts
from onrecord.text import lexicon
from onrecord.text.dates.questions import read_posted
from onrecord.text.keys import digest
from onrecord.text.quotes import find_quotations
from onrecord.text.sentences import split_sentences
from onrecord.types import Account, Comment, Flag, Post, Span

# Praise that fits any page: it speaks of the site or of "this subject", never of what the article tells.
_PRAISE = re.compile(
    r"\b(?:definitely worth|worth (?:a )?comment|taboo subject|(?:informative|interesting|helpful|great|nice"
    r"|wonderful|amazing|awesome|excellent) "
    r"(?:post|article|blog|site|website|web site|discussion|read|content|info(?:rmation)?|write-?up|job)|write more "
    r"(?:about|on)|this subject matter|"
    r"keep up the (?:good|great|excellent)|thanks? (?:you )?for (?:sharing|posting)|bookmark(?:ed|ing)?|"
    r"(?:came across|stumbled (?:up)?on) (?:your|this) (?:blog|site|website|post|page)|your (?:blog|website|web site"
    r"|site) (?:is|has|and))\b",
    re.IGNORECASE,
)
_LINK = re.compile(r"(?:https?://|www\.)[^\s<>\"\[\]]+", re.IGNORECASE)
_MARKUP_LINK = re.compile(r"<a href=|\[url[=\]]|\[link[=\]]", re.IGNORECASE)
# Goods that are sold by comments, and calls to buy: either alone may be a reader's own matter, together they are not.
_GOODS = re.compile(
    r"\b(?:casinos?|viagra|cialis|crypto\w*|bitcoin|forex|payday loans?|loans?|essay writ\w+|replica \w+|seo|betting "
    r"tips?|escorts?|"
    r"weight loss|spell caster|roof(?:ing)? repairs?|followers|backlinks?|work(?:ing)? from home|work(?:ing)? online"
    r"|from home|hackers?)\b",
    re.IGNORECASE,
)
_CALL = re.compile(
    r"\b(?:(?:visit|click|check out|contact|see|join|call|text|email|add|reach(?: out to)?) (?:on )?(?:my|our|me|us"
    r"|him|her|here|now)\b|"
    r"(?:whats ?app|telegram)\b(?: (?:me|us|him|her|at|on)\b|[ :]{0,2}\+?\d)|free (?:quote|trial|consultation"
    r"|shipping)|(?:for|at) (?:cheap|the best price)|"
    r"(?:cheap|best|buy|order|guaranteed?) \w+ (?:online|today|now|here)|buy (?:cheap|now|online)|discount code"
    r"|promo code)|"
    r"\b(?:i|we|he|she)(?: have)? (?:make|makes|made|earn|earns|earned|get paid|got paid) (?:over |about |up to "
    r")?[$£€]? ?\d[\d,.]*k? ?"
    r"(?:dollars |bucks |usd )?(?:an?|per|every|each|in (?:one|a)) ?(?:hour|day|week|month)",
    re.IGNORECASE,
)
# What only sellers say: so many followers to buy, so much profit from whoever is written to.
_OFFER = re.compile(
    r"\b(?:buy|order|(?:get|gain)(?= (?:\S{1,12} ){1,2}(?:real|active|instant|cheap|free|youtube|instagram|tiktok)\b)) "
    r"(?:(?:over|up to|your|real|cheap|free|instant|more) )?\d[\d,.]*k? (?:(?:real|active|instant|cheap|new|free"
    r"|youtube|instagram|"
    r"tiktok|twitter|facebook|telegram) ){0,2}(?:followers|subscribers|likes|views|backlinks|upvotes)\b|"
    r"\b(?:dm|pm|message|text|inbox|contact|write|add|join|hit) (?:me |us |him |her |my |our )?(?:up )?(?:on|via|at"
    r"|through|in) (?:my |our )?"
    r"(?:telegram|whats ?app|signal|instagram|facebook|snapchat|kik|discord|gmail)\b[^.!?]{0,60}"
    r"(?:\d ?% (?:profits?|returns?|roi|gains?|bonus)\b|\b(?:trading|forex|crypto) signals\b|\bdouble your\b)|"
    r"\bfree spins\b|\b\d{2,4} ?% (?:profits?|returns?|roi|bonus)\b[^.!?]{0,40}\b(?:daily|weekly|guaranteed|per "
    r"(?:day|week))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
# Words of five letters and more that say nothing of the matter.
_OF_ANY_COMMENT = lexicon.words("page_words.of_any_comment")
_FAR_OFF = 183  # days after the article's date, at which a comment that says nothing of it is doubted
_DISTINCTIVE = 5  # letters of a word that ties a comment to the article
_STOCK_PHRASES = 3
_WORDS_A_LINK = 5  # fewer words beside each link than this are no comment
_SHORTEST_QUOTE = 4  # words between marks
_LONGEST = 1000  # characters
_SEAM, _SEAMS = re.compile(r":|(?<=[a-z\d])(?=[A-Z])"), 4
"""What may stand between whom a line quotes and the words, and how many are tried: "Bo wrote: 3:12 amThe lock
leaks"."""
_SHORTEST_LINE = 7  # words of a sentence that repeats another without marks


def make_discussion(account: Account) -> tuple[Comment, ...]:
    """The comments of an account, in the order of its text; `reply_to` and `quotes` look back only."""
    comments: list[Comment] = []
    article, earlier = _Lines(account), _Lines(account)
    for block in account.blocks:
        if account.thread and block.kind in ("headline", "body", "caption"):
            article.add(block.span)
    left_out = quoted_lines(account)
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
                quotes=_quotes(account, words, left_out[number], article, earlier),
                flags=_flags(account, words, posted, article.share(words) or earlier.share(words)),
            )
        )
        for span in words:
            earlier.add(span)
    return tuple(comments)


def quoted_lines(account: Account) -> list[list[Span]]:
    """For each post the lines of the thread that are nobody's words, author or date: whom it quotes, and what.

    They lie within the post, or before its words if what is before them in the thread has ended with an author.
    """
    parts = sorted(
        (span.start, span.end, number)
        for number, post in enumerate(account.thread)
        for span in (*post.words, post.author, post.date)
        if span
    )
    lines: list[list[Span]] = [[] for _ in account.thread]
    signed = any(post.author and post.words and post.author.start > post.words[-1].start for post in account.thread)
    for block in account.blocks:
        owner = _owner(parts, block.span, signed=signed) if block.kind == "comment" else None
        if owner is not None:
            lines[owner].append(block.span)
    return lines


def _owner(parts: Sequence[tuple[int, int, int]], line: Span, *, signed: bool) -> int | None:
    """The post that a line is of, by the parts beside it (start, end, post); None where it is such a part.
    `signed`: posts end with their author."""
    after = bisect_left(parts, (line.start, 0, 0))
    before, behind = parts[max(after - 1, 0) : after], parts[after : after + 1]
    if any(start < line.end for start, _, _ in behind) or any(end > line.start for _, end, _ in before):
        return None
    nearest = behind or before if signed else before or behind
    return nearest[0][2] if nearest else None


def _posted(account: Account, post: Post) -> str | None:
    """EDTF of the markup's date; else of the printed one. "3 days ago" has none: it was counted from a day unknown."""
    given = read_posted(post.date_value) if post.date_value else None
    return given or (read_posted(account.cut(post.date)) if post.date else None)


class _Lines:
    """An index of the runs of words in some text, to find a quoted line by its first words. Linear in the text."""

    def __init__(self, account: Account) -> None:
        self.account = account
        self._words: list[tuple[str, int, int]] = []
        self._runs: dict[tuple[str, ...], int] = {}
        self._distinctive: set[str] = set()

    def add(self, span: Span) -> None:
        """Take in the words of a span. Of two equal lines the later is found."""
        first = len(self._words)
        self._words += [
            (m[0].casefold(), m.start(), m.end()) for m in _WORD.finditer(self.account.text, span.start, span.end)
        ]
        self._distinctive |= {word for word, _, _ in self._words[first:] if _is_distinctive(word)}
        for number in range(first, len(self._words) - _SHORTEST_QUOTE + 1):
            self._runs[tuple(word for word, _, _ in self._words[number : number + _SHORTEST_QUOTE])] = number

    def share(self, words: Sequence[Span]) -> bool:
        """Whether one of the words is among them, apart from those of any comment."""
        found = (m[0].casefold() for s in words for m in _WORD.finditer(self.account.text, s.start, s.end))
        return any(word in self._distinctive and _is_distinctive(word) for word in found)

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


def _is_distinctive(word: str) -> bool:
    return len(word) >= _DISTINCTIVE and word not in _OF_ANY_COMMENT


def _quotes(
    account: Account, words: Sequence[Span], left_out: Sequence[Span], article: _Lines, earlier: _Lines
) -> tuple[Span, ...]:
    """Where the words stand in the article, or in an earlier comment, that the comment repeats: between marks, as a
    sentence, or in a line that it quotes apart from its own words."""
    places = (
        article.find(start, end) or earlier.find(start, end)
        for start, end, shortest in sorted(_passages(account.text, words, left_out))
        if end - start <= _LONGEST and len(account.text[start:end].split()) >= shortest
    )
    return tuple(dict.fromkeys(filter(None, places)))


def _passages(text: str, words: Sequence[Span], left_out: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """What of a comment may repeat other words, and how many words it must have to be looked for."""
    for quotation in find_quotations(text, [(span.start, span.end) for span in words]):
        yield quotation.start, quotation.end, _SHORTEST_QUOTE
    for span in words:
        yield from ((start, end, _SHORTEST_LINE) for start, end in split_sentences(text, span.start, span.end))
    for span in left_out:
        yield from ((start, end, _SHORTEST_QUOTE) for start, end in _lines_in(text, span))


def _lines_in(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The sentences of a span, each also without whom it quotes before its words."""
    for start, end in split_sentences(text, span.start, span.end):
        yield start, end
        for seam in islice(_SEAM.finditer(text, start, end), _SEAMS):
            yield seam.end(), end


class _Doubtful(NamedTuple):
    """What a comment says, on one line, and how near it is to the article."""

    text: str
    tied: bool  # it takes up words of the article or of the thread, as no generic praise does
    late: bool  # it comes long after the article


def _flags(account: Account, words: Sequence[Span], posted: str | None, tied: bool) -> tuple[Flag, ...]:
    """Doubts. `tied` says that the comment takes up words of the article or of the thread."""
    days = _days_between(account.published, posted)
    late = days is not None and days > _FAR_OFF
    text = " ".join(" ".join(account.cut(span) for span in words).split())
    flags = [Flag("spam", doubt) for doubt, shows in _SPAM if shows(_Doubtful(text, tied, late))]
    if flags and late:
        flags.append(Flag("spam", "far-off date"))
    if days is not None and days < -1:
        flags.append(Flag("date", "posted before the article"))
    return tuple(flags)


def _praises(comment: _Doubtful) -> bool:
    """Whether its praise fits any page. One such phrase is a reader's thanks, unless it comes long after the
    article."""
    praise = {match[0].casefold() for match in _PRAISE.finditer(comment.text)}
    enough = len(praise) >= (1 if comment.late else _STOCK_PHRASES)
    return enough and not comment.tied and not re.search(r"[\"“”?]", comment.text)


def _sells(comment: _Doubtful) -> bool:
    if _OFFER.search(comment.text):
        return True
    sold = any(pattern.search(comment.text) for pattern in (_GOODS, _LINK, _PRAISE))
    return sold and _CALL.search(comment.text) is not None


def _drops_links(comment: _Doubtful) -> bool:
    """Several links, or one in a forum's markup, with hardly a word beside them and none of the matter.

    One link is a reader's source, and so are several that are talked about.
    """
    links, beside = len(_LINK.findall(comment.text)), len(_WORD.findall(_LINK.sub(" ", comment.text)))
    many = links > 1 or (links and _MARKUP_LINK.search(comment.text))
    return not comment.tied and bool(many) and beside < _WORDS_A_LINK * links


_SPAM: tuple[tuple[str, Callable[[_Doubtful], bool]], ...] = (
    ("generic praise", _praises),
    ("link drop", _drops_links),
    ("sales talk", _sells),
    ("offer with an address", lambda comment: offers(comment.text)),
    ("shouting with an address", lambda comment: not comment.tied and shouts(comment.text)),
)
"""Each doubt with what shows it."""


def _days_between(first: str | None, second: str | None) -> int | None:
    """Days from one EDTF day to another; None where either is no exact day."""
    try:
        start, end = (datetime.date.fromisoformat((value or "")[:10]) for value in (first, second))
    except ValueError:
        return None
    return (end - start).days
