"""Whether a page of HTML holds its article whole: a file that was cut off, a paywall, a teaser, a page a script fills.

Each rule asks for two signs that do not depend on each other, so that few whole pages are doubted.
"""

import re
from typing import Final

from onrecord.accounts.completeness.notices import ANY, BESIDE_A_WALL, METERED, WORDS_THERE, Notice, notice_in
from onrecord.accounts.page.markup import Markup
from onrecord.types import BlockKind

SHELL_WORDS: Final = 60
SHELL: Final = re.compile(
    r"<div[^>]{0,80}\bid=[\"']?(?:root|app|__next|__nuxt|react-root|main-app|application)\b"
    r"|enable javascript|requires javascript|javascript (?:is )?(?:disabled|required)",
    re.I,
)
IN_A_TAG: Final = re.compile(r"<(?:/?[a-zA-Z]|!)[^<>]{0,4000}\Z")
OPENS: Final = re.compile(r"<(?:html|body)[\s>]", re.I)
CLOSES: Final = re.compile(r"</(?:html|body)\s{0,9}>", re.I)
ENDED: Final = frozenset(".!?…:;。！？")
CLOSING: Final = "\"'”’»)] \u00a0"
LEFT_OPEN: Final = 3
"""So many elements that are never closed, in a page that opens neither html nor body, tell that it was cut off."""

NOT_FREE: Final = re.compile(r"\"isAccessibleForFree\"\s{0,9}:\s{0,9}\"?false\b", re.I)
TEASER_WORDS: Final = 80
TRAILS_OFF: Final = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W{0,3}(?:(?:read|see|view) more|continue reading)?\W{0,5}\Z", re.I
)
MORE: Final = re.compile(
    r"\W{0,3}(?:(?:read|see|view|show) more|continue reading|keep reading|(?:read|see|view) (?:the )?(?:full|whole"
    r"|entire|rest|complete)\b.{0,40}"
    r"|full (?:story|article|text)|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|continua "
    r"a leggere|leia mais)\b.{0,40}",
    re.I,
)
BESIDE: Final = 8
"""How many blocks behind the body a notice may stand."""
NEXT: Final = 3
"""How many blocks behind the body the way to its next page may stand."""


def missing(source: str, markup: Markup, kinds: list[BlockKind]) -> str | None:
    """Why the page does not hold all of its article, or None if nothing tells that."""
    if markup.swallowed:
        return markup.swallowed
    return _shell(source, markup) or _cut_off(source, markup) or _withheld(markup, kinds)


def notices(markup: Markup, kinds: list[BlockKind]) -> list[int]:
    """The blocks that say that the rest is not here, of a page whose article is short: no words of the article.

    Beside one that says so, what else stands on such a notice belongs to it.
    """
    told = _told(markup, kinds)
    words = _words(markup, kinds, {*told}) if told else 0
    found = {index for index, notice in told.items() if words < notice.most}
    for index in (*_near(kinds), *reversed(_near(kinds))) if found else ():
        if not found.isdisjoint((index - 1, index + 1)) and BESIDE_A_WALL.fullmatch(_line(markup, index)):
            found.add(index)
    return [index for index in sorted(found) if kinds[index] in ("body", "chrome")]


def _told(markup: Markup, kinds: list[BlockKind]) -> dict[int, Notice]:
    """The notices from the first block of the body to some behind the last, by their indices."""
    own = [index for index, kind in enumerate(kinds) if kind == "body"]
    notices: dict[int, Notice] = {}
    for index in _near(kinds):
        if kinds[index] == "comment":
            continue
        notice = notice_in(_line(markup, index), markup.pieces[index].linked)
        if notice is not None and (notice.most < ANY or (own and index <= own[-1] + NEXT)):
            notices[index] = notice
    return notices


def _near(kinds: list[BlockKind]) -> range:
    """The blocks from the first of the body to some behind the last; all, where there is no body."""
    own = [index for index, kind in enumerate(kinds) if kind == "body"]
    return range(own[0], min(own[-1] + 1 + BESIDE, len(kinds))) if own else range(len(kinds))


def _words(markup: Markup, kinds: list[BlockKind], without: set[int]) -> int:
    """Words of the body, counted until they are too many for a beginning."""
    words = 0
    for index, kind in enumerate(kinds):
        if kind == "body" and index not in without:
            words += len(_line(markup, index).split())
            if words >= METERED:
                break
    return words


def _shell(source: str, markup: Markup) -> str | None:
    """A page with hardly a word, which a script would fill."""
    words = len(markup.text.split(maxsplit=SHELL_WORDS))
    if words < SHELL_WORDS and (SHELL.search(source) or len(markup.scripts) >= 3):
        return f"the page shows {words} words; a script would load the rest"
    return None


def _cut_off(source: str, markup: Markup) -> str | None:
    """A file that ends where none is made to end: within a tag, or within a sentence while elements are open."""
    end = len(source)
    while end and source[end - 1].isspace():
        end -= 1
    if end and source[end - 1] == ">":
        return None
    if IN_A_TAG.search(source, max(0, end - 4000), end):
        return "the file ends in the middle of a tag"
    if not end or not markup.pieces or CLOSES.search(source):
        return None
    last = markup.pieces[-1]
    if last.origin_end < end or not (OPENS.search(source) or markup.left_open >= LEFT_OPEN):
        return None
    line = markup.text[last.start : last.end]
    if line.count("“") > line.count("”"):
        return "the file ends in the middle of a quotation"
    return "the file ends in the middle of a sentence" if line.rstrip(CLOSING)[-1:] not in ENDED else None


def _withheld(markup: Markup, kinds: list[BlockKind]) -> str | None:
    """A beginning of an article, with the rest for subscribers, on another page or in an app."""
    body_pieces = [index for index, kind in enumerate(kinds) if kind == "body"]
    told = _told(markup, kinds)
    words = _words(markup, kinds, {*told})
    if not (body_pieces or "headline" in kinds):
        return None
    for notice in told.values():
        if words < notice.most and (body_pieces or WORDS_THERE in notice.why):
            return notice.why.replace(WORDS_THERE, str(words))
    if words >= METERED:
        return None
    if body_pieces and any(
        "ld+json" in node.attrs.get("type", "").lower() and NOT_FREE.search(data) for node, data in markup.scripts
    ):
        return f"behind a paywall: only {words} words of the article were in the page"
    if not body_pieces:
        return None
    ends = range(body_pieces[-1], min(body_pieces[-1] + 3, len(kinds)))
    if words < TEASER_WORDS and TRAILS_OFF.search(_line(markup, body_pieces[-1])[-60:]):
        more = any(MORE.fullmatch(_line(markup, i)) and markup.pieces[i].linked for i in ends)
        if more or (markup.pieces[body_pieces[-1]].linked and MORE.search(_line(markup, body_pieces[-1])[-60:])):
            return f"a teaser: only {words} words of the article were in the page, with a link to the rest"
    return None


def _line(markup: Markup, index: int) -> str:
    piece = markup.pieces[index]
    return markup.text[piece.start : piece.end]
