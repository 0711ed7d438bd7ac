"""Whether a page of HTML holds its article whole: a file that was cut off, a paywall, a teaser, a page a script fills.

Each rule asks for two signs that do not depend on each other, so that few whole pages are doubted.
"""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.accounts.markup import Markup
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

PAYWALL_WORDS: Final = 250
"""A body that is longer is taken for whole whatever is offered beside it: a metered page holds all its words."""
NOT_FREE: Final = re.compile(r"\"isAccessibleForFree\"\s{0,9}:\s{0,9}\"?false\b", re.I)
PROMPT: Final = re.compile(
    r"\b(?:subscrib\w{1,6}|sign up|sign in|log ?in|register|join|become an? (?:\w+ )?(?:member|subscriber)|create an? (?:free )?account"
    r"|start your (?:free )?(?:trial|subscription))\b.{0,60}\b(?:to|and) (?:continue|keep|finish) reading\b"
    r"|\b(?:subscribe|sign up|sign in|log ?in|register|pay)\b.{0,40}\bto (?:read|see|view|unlock|access|get) (?:the |this |full |all |our )"
    r"(?:\w+ )?(?:story|stories|article|articles|rest|content|text|post|access)\b"
    r"|\bto (?:continue reading|read (?:the|this) (?:full|rest|whole|entire|complete|remaining))\b"
    r"|\b(?:article|story|content|post|rest|text)\b.{0,30}\b(?:is|are) (?:only |exclusively )?(?:for|available to|reserved for|exclusive to|limited to)"
    r" (?:our |paid |paying |registered )?(?:\w+ )?(?:subscribers|members)\b"
    r"|\bréservée? (?:aux|à nos) abonnés\b|\bweiterlesen mit\b|\bjetzt abonnieren und weiterlesen\b"
    r"|\bsuscr[ií]bete para (?:seguir|continuar) leyendo\b|\babbonati per (?:continuare|leggere)\b",
    re.I,
)
OFFERED = (
    "reading", "to read ", "to see ", "to view ", "to unlock ", "to access ", "to get ", "subscribers", "members", "réserv",
    "weiterlesen", "leyendo", "abbonati",
)  # fmt: skip
"""One of these is in whatever `PROMPT` finds."""
PROMPT_LENGTH: Final = 400
TEASER_WORDS: Final = 80
TRAILS_OFF: Final = re.compile(
    r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W{0,3}(?:(?:read|see|view) more|continue reading)?\W{0,5}\Z", re.I
)
MORE: Final = re.compile(
    r"\W{0,3}(?:(?:read|see|view|show) more|continue reading|keep reading|(?:read|see|view) (?:the )?(?:full|whole|entire|rest|complete)\b.{0,40}"
    r"|full (?:story|article|text)|weiterlesen|mehr lesen|lire la suite|leer más|seguir leyendo|leggi tutto|continua a leggere|leia mais)\b.{0,40}",
    re.I,
)
BESIDE: Final = 8
"""How many blocks behind the body a prompt may stand."""


def missing(source: str, markup: Markup, kinds: list[BlockKind]) -> str | None:
    """Why the page does not hold all of its article, or None if nothing tells that."""
    if markup.unread:
        return f"the last {markup.unread:,} characters of the source lie in unclosed frames"
    return _shell(source, markup) or _cut_off(source, markup) or _withheld(markup, kinds)


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
    """A beginning of an article, with the rest for subscribers or on another page."""
    own = [index for index, kind in enumerate(kinds) if kind == "body"]
    if not own:
        return None
    words = 0
    for index in own:
        line = _line(markup, index)
        words += 0 if len(line) < PROMPT_LENGTH and _prompts(line) else len(line.split())
        if words >= PAYWALL_WORDS:
            return None
    beside = range(own[0], min(own[-1] + 1 + BESIDE, len(kinds)))
    not_free = any(
        "ld+json" in node.attrs.get("type", "").lower() and NOT_FREE.search(data) for node, data in markup.scripts
    )
    if not_free or any(_prompts(line) for line in _short(markup, beside)):
        return f"behind a paywall: only {words} words of the article were in the page"
    ends = range(own[-1], min(own[-1] + 3, len(kinds)))
    if words < TEASER_WORDS and TRAILS_OFF.search(_line(markup, own[-1])[-60:]):
        more = any(MORE.fullmatch(_line(markup, i)) and markup.pieces[i].linked for i in ends)
        if more or (markup.pieces[own[-1]].linked and MORE.search(_line(markup, own[-1])[-60:])):
            return f"a teaser: only {words} words of the article were in the page, with a link to the rest"
    return None


def _prompts(line: str) -> bool:
    """Whether a line offers the rest to subscribers: it has some of the words that all such lines have."""
    lowered = line.lower()
    for words in OFFERED:
        if words in lowered:
            return PROMPT.search(line) is not None
    return False


def _line(markup: Markup, index: int) -> str:
    piece = markup.pieces[index]
    return markup.text[piece.start : piece.end]


def _short(markup: Markup, indices: range) -> Iterator[str]:
    return (line for index in indices if len(line := _line(markup, index)) < PROMPT_LENGTH)
