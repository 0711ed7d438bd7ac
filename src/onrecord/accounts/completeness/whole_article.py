"""Whether a page of HTML holds its article whole: a file that was cut off, a paywall, a teaser, a page a script fills.

Each rule asks for two signs that do not depend on each other, so that few whole pages are doubted.
"""

import re
from collections.abc import Iterator
from typing import Final

from onrecord.accounts.lines.regions import QUOTED
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

PAYWALL_WORDS: Final = 250
"""A body that is longer is taken for whole whatever is offered beside it: a metered page holds all its words."""
NOT_FREE: Final = re.compile(r"\"isAccessibleForFree\"\s{0,9}:\s{0,9}\"?false\b", re.I)
PROMPT: Final = re.compile(
    r"\b(?:subscrib\w{1,6}|sign up|sign in|log ?in|register|join|become an? (?:\w+ )?(?:member|subscriber)|create "
    r"an? (?:free )?account"
    r"|start your (?:free )?(?:trial|subscription))\b.{0,60}\b(?:to|and) (?:continue|keep|finish) reading\b"
    r"|\b(?:subscribe|sign up|sign in|log ?in|register|pay)\b.{0,40}\bto (?:read|see|view|unlock|access|get) (?:the "
    r"|this |full |all |our )"
    r"(?:\w+ )?(?:story|stories|article|articles|rest|content|text|post|access)\b"
    r"|\bto (?:continue reading|read (?:the|this) (?:full|rest|whole|entire|complete|remaining))\b"
    r"|\b(?:article|story|content|post|rest|text)\b.{0,30}\b(?:is|are) (?:only |exclusively )?(?:for|available to"
    r"|reserved for|exclusive to|limited to)"
    r" (?:our |paid |paying |registered )?(?:\w+ )?(?:subscribers|members)\b"
    r"|\bwhile we verify (?:your )?(?:access|subscription)\b"
    r"|\b(?:subscriber|member)s?[- ]only (?:content|article|story|post)\b"
    r"|\b(?:article|story|content|post|rest|text)\b.{0,20}\b(?:continues|is available|is reserved|is unlocked|is "
    r"exclusive)\b.{0,20}\b(?:for|to) (?:our )?(?:\w+ )?(?:subscribers|members)\b"
    r"|\b(?:reached|used(?: up)?|exhausted|hit|exceeded|out of|last of)\b.{0,30}\b(?:free )?(?:article|story|reading"
    r"|monthly|metered)s?\b.{0,20}\blimit\b"
    r"|\b(?:reached|used(?: up)?|read|exhausted|no more|last)\b.{0,30}\bfree (?:articles?|stories|story|reads?"
    r"|views?)\b"
    r"|\b(?:unlock|get) (?:this|the full|the rest of the|the rest of this|the whole) (?:article|story|post|text)\b"
    r"|\b(?:the rest|remainder) of (?:this|the) (?:article|story|post)\b.{0,40}\b(?:subscri\w+|members?)\b"
    r"|\bexclusive(?:ly)? (?:to|for) (?:our )?(?:\w+ )?(?:subscribers|members)\b"
    r"|\bréservée? (?:aux|à nos) abonnés\b|\bweiterlesen mit\b|\bjetzt abonnieren und weiterlesen\b"
    r"|\bsuscr[ií]bete para (?:seguir|continuar) leyendo\b|\babbonati per (?:continuare|leggere)\b",
    re.I,
)
OFFERED = (
    "reading", "to read ", "to see ", "to view ", "to unlock ", "to access ", "to get ", "subscribe", "members", (
        "réserv"
    ),
    "weiterlesen", "leyendo", "abbonati", "abonn", "we verify", "limit", "free ", "unlock ", "exclusive", "-only ",
)  # fmt: skip
"""One of these is in whatever `PROMPT` finds."""
BESIDE_A_PROMPT: Final = re.compile(
    r"(?:already|not yet|want|are you|still|bereits|déjà|ya eres|già)\b.{0,60}\b(?:subscri\w+|member|abonn\w+|account"
    r"|log ?in|sign ?in|suscri\w+|abbona\w+)\b.{0,40}"
    r"|(?:subscribe|log ?in|sign ?in|register|sign up|try it free|cancel any ?time)\b.{0,40}|.{0,40}\b(?:a|per) "
    r"(?:week|month|year)\b.{0,40}",
    re.I,
)
"""What else stands on such a notice, and tells nothing where there is no other line of it."""
ON_PAGE: Final = re.compile(
    r"\W{0,3}(?:(?:this )?(?:article|story|post) )?(?:continues?|continued|continue reading|read on|weiter|suite"
    r"|sigue|continua)\b.{0,20}\b(?:page|seite|página|pagina) "
    r"(?P<page>[0-9]{1,2}|two|three)\W{0,5}|(?:page|seite|página|pagina) 1 (?:of|von|sur|de|di|/) "
    r"?(?P<pages>[0-9]{1,2})\W{0,5}",
    re.I,
)
"""The rest is on another page."""
PROMPT_LENGTH: Final = 400
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
"""How many blocks behind the body a prompt may stand."""
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
    near = _near(kinds)
    told = [index for index in near if _is_notice(_line(markup, index))]
    if not told or _words(markup, kinds, {*told}) >= PAYWALL_WORDS:
        return []
    found = {*told}
    for index in (*near, *reversed(near)):
        if not found.isdisjoint((index - 1, index + 1)) and BESIDE_A_PROMPT.fullmatch(_line(markup, index)):
            found.add(index)
    return [index for index in sorted(found) if kinds[index] in ("body", "chrome")]


def _is_notice(line: str) -> bool:
    """One that quotes somebody is left where it is: its words are not to be lost."""
    return len(line) < PROMPT_LENGTH and QUOTED.isdisjoint(line) and _prompts(line)


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
            if words >= PAYWALL_WORDS:
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
    """A beginning of an article, with the rest for subscribers or on another page."""
    own = [index for index, kind in enumerate(kinds) if kind == "body"]
    if page := _on_page(markup, own):
        return page
    words = _words(markup, kinds, set())
    if words >= PAYWALL_WORDS or not (own or "headline" in kinds):
        return None
    not_free = any(
        "ld+json" in node.attrs.get("type", "").lower() and NOT_FREE.search(data) for node, data in markup.scripts
    )
    if (not_free and own) or any(_prompts(line) for line in _short(markup, _near(kinds))):
        return f"behind a paywall: only {words} words of the article were in the page"
    if not own:
        return None
    ends = range(own[-1], min(own[-1] + 3, len(kinds)))
    if words < TEASER_WORDS and TRAILS_OFF.search(_line(markup, own[-1])[-60:]):
        more = any(MORE.fullmatch(_line(markup, i)) and markup.pieces[i].linked for i in ends)
        if more or (markup.pieces[own[-1]].linked and MORE.search(_line(markup, own[-1])[-60:])):
            return f"a teaser: only {words} words of the article were in the page, with a link to the rest"
    return None


def _on_page(markup: Markup, own: list[int]) -> str | None:
    """An article that goes on on another page, as a line in it or next behind it says."""
    if not own:
        return None
    for index in range(own[0], min(own[-1] + 1 + NEXT, len(markup.pieces))):
        line = _line(markup, index)
        if len(line) < PROMPT_LENGTH and (found := ON_PAGE.fullmatch(line)) and found["pages"] not in ("0", "1"):
            return f"the article goes on on another page: “{line.strip()}”"
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
