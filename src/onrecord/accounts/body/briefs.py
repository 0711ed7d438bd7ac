"""What stands about a short article and is none of it, and short articles that stand among much else: of a page with
few words of its own the labeller, which weighs how much is said where, may take the wrong ones."""

import re
from bisect import bisect_left
from typing import Final

from onrecord.accounts.lines.headlines import heading
from onrecord.accounts.lines.words import ends_sentence, is_form
from onrecord.accounts.page.markup import Markup, Piece
from onrecord.text.dates.questions import is_dated

MANY_WORDS: Final = 250
"""Words of a body beside which what is set about it weighs little."""
LINKED: Final = 0.7
TITLE: Final = 10
"""Characters of a link that is the title of another page, at least."""
TEASER: Final = 40
"""Words of what is said of another page, at most."""
LEADS: Final = 2
WITHIN: Final = 3
"""So many links to other pages behind a heading tell that it is one of them; within how many lines each has to
stand."""
PROMISE: Final = 25
"""Words of a line below the heading of a form to sign up, at most."""
BELOW: Final = 12
SENTENCE: Final = 40
"""How many lines below the headline an article is looked for of which nothing was found, and how long its sentences
are, at least."""
_MORE = (
    r"(?:(?:read|see|get) )?(?:more|other|latest|top|related|recommended|popular|trending|similar|further)\b"
    r"(?: (?:from|in|on|about|for)\b.{0,40}| [\w’']{1,20}){0,3}"
)
_TO_READ = (
    r"most (?:read|popular|viewed|shared)",
    r"read (?:next|also|this next)",
    r"up next",
    r"what to read next",
    r"keep reading",
    r"in other news",
    r"elsewhere",
    r"(?:you (?:may|might)(?: also)? (?:like|be interested in)|don['’]t miss|also (?:in|on|read)|editors?['’]? picks?"
    r"|around the web|sponsored|promoted)\b.{0,40}",
)
RELATED: Final = re.compile(rf"\W{{0,3}}(?:{_MORE}|(?:{'|'.join(_TO_READ)}))\W{{0,3}}", re.I)
"""The heading of a list of other pages, as a whole line."""
SIGN_UP: Final = re.compile(
    r".{0,30}\b(?:sign up|subscribe|newsletters?|get (?:the|our) (?:latest|news|best)|stay (?:informed|up to date)"
    r"|join our)\b.{0,50}",
    re.I,
)
"""The heading of a form for a newsletter."""
COPYRIGHT: Final = re.compile(r"\W{0,3}(?:©|\(c\)|copyright\b)\s?.{0,180}", re.I)


def about_a_short_article(markup: Markup, chosen: list[bool], headline: int | None) -> None:
    """Take out of the body what leads to other pages and what asks its reader to sign up, where the body is short; put
    in the sentences below the headline, where none of them is in it."""
    words = 0
    for piece, is_body in zip(markup.pieces, chosen, strict=True):
        words += len(markup.text[piece.start : piece.end].split()) if is_body else 0
        if words >= MANY_WORDS:
            return
    before = chosen[:]
    index = 0 if headline is None else headline + 1
    while index < len(chosen):
        index = _without_what_it_heads(markup, chosen, index)
    if headline is not None:
        _with_its_sentences(markup, chosen, headline)
    if not any(chosen):
        chosen[:] = before


def _leads(markup: Markup, piece: Piece) -> bool:
    """Whether a line is the title of another page, linked to it."""
    length = piece.end - piece.start
    return length >= TITLE and piece.linked > LINKED * length and len(markup.text[piece.start : piece.end].split()) > 2


def _without_what_it_heads(markup: Markup, chosen: list[bool], index: int) -> int:
    """Take a heading of other pages or of a form out of the body, with what it is the heading of; the line to go on
    with."""
    piece = markup.pieces[index]
    line = markup.text[piece.start : piece.end]
    if COPYRIGHT.fullmatch(line) and chosen[index]:
        chosen[index] = False
    if ends_sentence(line) or not (heading(piece.node) or (len(line) < SENTENCE and piece.node.names)):
        return index + 1
    if RELATED.fullmatch(line):
        end = _end_of_list(markup, index)
    elif heading(piece.node) and SIGN_UP.fullmatch(line):
        end = _end_of_form(markup, index)
    else:
        end = index
    if end > index:
        chosen[index:end] = [False] * (end - index)
    return max(end, index + 1)


def _end_of_list(markup: Markup, start: int) -> int:
    """The first line behind a list of other pages below its heading; the heading's own if there is no such list."""
    leads, last = 0, start
    for index in range(start + 1, len(markup.pieces)):
        piece = markup.pieces[index]
        if _leads(markup, piece):
            leads, last = leads + 1, index
        elif (
            index - last > WITHIN
            or len(markup.text[piece.start : piece.end].split()) > TEASER
            or (heading(piece.node) and leads)
        ):
            break
    if leads < LEADS:
        return start
    end = last + 1
    while (
        end < len(markup.pieces)
        and end - last <= WITHIN
        and _is_teaser(markup, markup.pieces[end], markup.pieces[last])
    ):
        end += 1
    return end


def _is_teaser(markup: Markup, piece: Piece, lead: Piece) -> bool:
    """Whether a line stands in one element with the title of another page, and not in a larger one."""
    home = lead.node.parent
    if home is None or heading(piece.node):
        return False
    return piece.start < home.end and len(markup.text[piece.start : piece.end].split()) <= TEASER


def _end_of_form(markup: Markup, start: int) -> int:
    """The first line behind a form that asks for an address: what stands in one element with its heading."""
    node = markup.pieces[start].node
    home = node.parent
    if home is None or home.tag in ("body", "main", "article", "html", ""):
        return start
    starts = [piece.start for piece in markup.pieces]
    end = bisect_left(starts, home.end)
    lines = [markup.text[piece.start : piece.end] for piece in markup.pieces[start:end]]
    return end if len(lines) <= BELOW and all(len(line.split()) <= PROMISE for line in lines) else start


def _with_its_sentences(markup: Markup, chosen: list[bool], headline: int) -> None:
    """Where no line below the headline is of the body, before the next heading or way to another page: its
    sentences."""
    sentences: list[int] = []
    for index in range(headline + 1, min(headline + 1 + BELOW, len(chosen))):
        piece = markup.pieces[index]
        line = markup.text[piece.start : piece.end]
        if chosen[index]:
            return
        if heading(piece.node) or _leads(markup, piece):
            break
        plain = 2 * piece.linked < len(line) and not is_form(line) and not (len(line) < 2 * SENTENCE and is_dated(line))
        if (
            plain
            and len(line) >= SENTENCE
            and ends_sentence(line)
            and piece.node.tag not in ("figcaption", "button", "label")
        ):
            sentences.append(index)
    for index in sentences:
        chosen[index] = True
