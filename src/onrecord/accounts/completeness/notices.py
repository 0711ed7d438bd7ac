"""Lines by which a page tells that the rest of its article is not there: walls, quotas, previews, further pages, apps.

A notice is one short line beside the words of an article, and no word of it. A page with many words of an article is
whole whatever is offered beside them: but for one that says that the article goes on on another page.
"""

import re
from typing import Final, NamedTuple

from onrecord.accounts.lines.regions import QUOTED

WORDS_THERE: Final = "\0"
METERED: Final = 250
"""Words of a body from which it is taken for whole: a metered page holds all its words."""
EXCERPT: Final = 150
"""Words of a body from which a way to another site leads to more on the matter, and not to the rest."""
BRACKETS: Final = " \t\r\n\u00a0«»‹›<>"
"""What stands around a line that leads on."""
ANY: Final = 10**9
LONGEST: Final = 400
"""Characters of a notice."""
SHORT: Final = 160
"""Characters of one that is told by fewer words."""

_WORKS = r"(?:article|story|stories|content|post|piece|rest|text|report|newsletter|issue)"
_THIS = r"(?:this |the |our |all |your |more |full |whole |entire |complete |remaining |rest of (?:this|the) )"
_READERS = r"(?:subscribers?|members?|supporters?|patrons?)"
_JOINING = (
    r"(?:subscri\w{1,6}|sign(?:ing)? (?:up|in)|log(?:ging)? ?in|regist\w{1,6}|join\w{0,3}|becom\w{1,3} an? (?:\w+ )?"
    r"(?:member|subscriber|supporter)|creat\w{1,3} an? (?:free )?account|start\w{0,3} (?:your|a) (?:free )?"
    r"(?:trial|subscription)|pay\w{0,3}|upgrad\w{1,3})"
)
_GOING_ON = r"(?:continue|keep|finish|carry on|go on) reading"
_WALLS = (
    rf"\b{_JOINING}\b.{{0,60}}\b(?:to|and) {_GOING_ON}\b",
    r"\b(?:subscribe|sign up|sign in|log ?in|register|pay|join)\b.{0,40}\bto (?:read|see|view|unlock"
    rf"|access|get) {_THIS}{{1,3}}(?:\w+ )?(?:{_WORKS}s?|access)\b",
    r"\bto (?:continue reading|read (?:the|this) (?:full|rest|whole|entire|complete|remaining))\b",
    rf"\b{_WORKS}\b.{{0,30}}\b(?:is|are) (?:only |exclusively )?(?:for|available to|reserved for|exclusive"
    rf" to|limited to) (?:our |paid |paying |registered |premium )?(?:[\w+]+ )?{_READERS}\b",
    r"\bwhile we verify (?:your )?(?:access|subscription)\b",
    rf"\b{_READERS}[- ]only {_WORKS}\b",
    rf"\b{_WORKS}\b.{{0,20}}\b(?:continues|is available|is reserved|is unlocked|is exclusive)\b"
    rf".{{0,20}}\b(?:for|to) (?:our )?(?:[\w+]+ )?{_READERS}\b",
    r"\b(?:reached|used(?: up)?|exhausted|hit|exceeded|out of|last of)\b.{0,30}\b(?:free )?(?:article"
    r"|story|reading|monthly|metered)s?\b.{0,20}\blimit\b",
    r"\b(?:reached|used(?: up)?|read|exhausted|no more|last)\b.{0,30}\bfree (?:articles?|stories|story"
    r"|reads?|views?)\b",
    r"\b(?:unlock|get) (?:this|the full|the rest of the|the rest of this|the whole) (?:article|story|post|text)\b",
    r"\b(?:the rest|remainder) of (?:this|the) (?:article|story|post)\b.{0,40}\b(?:subscri\w+|members?)\b",
    rf"\bexclusive(?:ly)? (?:to|for) (?:our )?(?:[\w+]+ )?{_READERS}\b",
)
WALL: Final = re.compile("|".join(_WALLS), re.I)
"""A wall, in a line of any length."""
_SHORT_WALLS = (
    rf"to (?:continue|read (?:more|on)|keep reading|finish reading|see more)\b.{{0,30}}\b{_JOINING}\b.{{0,60}}",
    rf"(?:.{{0,60}}\W )?{_JOINING}\b.{{0,40}}\bto (?:continue|read (?:more|on)|keep reading|see more)\W*",
    rf".{{0,40}}\bbecome an? (?:\w+ )?{_READERS} to (?:read|see|unlock|access|continue)\b.{{0,40}}",
    rf"(?:.{{0,60}}\W )?(?:this |the |rest of (?:this|the) ){{1,3}}{_WORKS} is (?:locked|behind (?:a|our)"
    r" paywall|premium)\b.{0,80}",
    rf"(?:do you )?want (?:to (?:read|know|learn|see) )?more\W.{{0,30}}\b{_JOINING}\b.{{0,60}}",
    rf"(?:.{{0,60}}\W )?{_GOING_ON} (?:this (?:article|story|post|piece) )?(?:with|for|by)\b"
    r".{0,40}\b(?:trial|subscri\w+|free|plus|premium|membership|account|crowns?|pounds?|[$€£]).{0,60}",
    rf"(?:only )?(?:our |paid |paying |registered |premium )?{_READERS}(?: only)? (?:can|may|get to) (?:read"
    rf"|see|access|view|unlock) {_THIS}{{1,3}}{_WORKS}\b.{{0,40}}",
    r"you (?:need|have|must) (?:to )?be (?:an? )?(?:\w+ )?(?:logged in|signed in|subscribed|registered"
    rf"|{_READERS}) to (?:read|see|view|access) {_THIS}{{1,3}}{_WORKS}\b.{{0,40}}",
    rf"(?:this is )?(?:premium|subscriber|exclusive|paid|members?) content\W*(?:.{{0,20}}\b{_JOINING}\b.{{0,60}})?",
    r"(?:sorry, )?(?:you (?:have|currently have)|there are) (?:no|0|zero) (?:more )?free (?:articles"
    r"|stories|reads|views)\b.{0,40}",
    r"your free (?:articles|stories|reads|views)\b.{0,20}\b(?:run out|used up|expired|over|gone)\b.{0,40}",
    r"(?:this is|below is|here is|you(?:['’]re| are) (?:reading|viewing)|(?:you have reached )?(?:the )?end"
    r" of) (?:an? |the |your |this )?(?:free |short )?(?:preview|sample|teaser)\b.{0,80}",
    rf"preview\W.{{0,20}}\b{_WORKS}\b.{{0,20}}\b(?:for|to) (?:our )?(?:[\w+]+ )?{_READERS}\b.{{0,20}}",
    r"(?:this is )?(?:just|only) the (?:beginning|start) of (?:the|this) (?:story|article|post)\b.{0,60}",
    r".{0,60}\br[ée]serv\w{1,4} (?:aux|à nos|agli|a los|ai|para) (?:abonn[ée]s|abbonati|suscriptores"
    r"|assinantes)\b.{0,40}",
    r"il vous reste .{1,12} de cet article à lire\b.{0,20}",
    r".{0,60}\bexclusivo para (?:suscriptores|assinantes)\b.{0,40}",
    r".{0,40}\b(?:artikel|beitrag|text|inhalt)\b.{0,30}\b(?:nur für|exklusiv für|mit einem|mit)\b"
    r".{0,20}\b(?:abo|abonnent\w*|plus|mitglieder)\b.{0,40}",
    r".{0,40}\bweiterlesen mit\b.{0,40}",
    r".{0,20}\bjetzt abonnieren und weiterlesen\b.{0,20}",
    r".{0,40}\bsuscr[ií]bete para (?:seguir|continuar) leyendo\b.{0,40}",
    r".{0,40}\babbonati per (?:continuare|leggere)\b.{0,40}",
)
SHORT_WALL: Final = re.compile(rf"(?:{'|'.join(_SHORT_WALLS)})", re.I)
"""A wall, as a whole line."""
_WAYS_TO_A_FURTHER_PAGE = (
    r"\W{0,3}(?:(?:this |the )?(?:article|story|post) )?(?:continues?|continued|continue reading|read on"
    r"|go|weiter|suite|sigue|continua)\b.{0,20}\b(?:page|seite|página|pagina) (?P<page>[2-9]|[1-9][0-9]"
    r"|two|three)\W{0,5}",
    r"(?:page|seite|página|pagina) 1 (?:of|von|sur|de|di|/) ?(?P<pages>[0-9]{1,2})\W{0,5}",
    r"\W{0,3}(?:(?:this |the )?(?:article|story|post) )?(?:continues?|continued|continue reading|read on"
    r"|go|turn)\b(?: reading)?(?: on| to| at)? (?:the )?next page\W{0,5}",
)
FURTHER_PAGE: Final = re.compile("|".join(_WAYS_TO_A_FURTHER_PAGE), re.I)
"""The rest is on another page, as a whole line says."""
_WAYS_TO_THE_NEXT_PAGE = (
    r"\W{0,3}(?:next page|nächste seite|page suivante|página siguiente|pagina successiva)(?:\W{0,5}|: .{2,100})",
    r"\W{0,3}(?:pages?\W{0,3})?1(?:[\s|·•]{1,3}\d{1,2}){1,14}(?:[\s|·•]{1,3}(?:next(?: page)?|›"
    r"|»|>|weiter|suivant\w?))?\W{0,5}",
)
NEXT_PAGE: Final = re.compile("|".join(_WAYS_TO_THE_NEXT_PAGE), re.I)
"""The same, of a line of links: the first pages, by their numbers, or the next one."""
_WAYS_TO_AN_APP = (
    rf".{{0,40}}\b(?:{_GOING_ON}|continues?|(?:read|open|view|see) (?:{_THIS}{{1,3}}{_WORKS}|more|it)) (?:in"
    r"|on|with|via) (?:the|our) (?:[\w'’.]+ ){0,3}app\b.{0,30}",
    r"(?:get|download|open|install|use) (?:in )?(?:the|our) (?:[\w'’.]+ ){0,3}app (?:to|and) (?:continue"
    r"|keep|read|finish|see|unlock)\b.{0,60}",
    rf"(?:open in (?:the )?app\W+)?{_THIS}{{1,3}}{_WORKS} (?:is|are) (?:only )?available (?:in|on|via)"
    r" (?:the|our) (?:[\w'’.]+ ){0,3}app\b.{0,20}",
)
IN_AN_APP: Final = re.compile("|".join(_WAYS_TO_AN_APP), re.I)
_WAYS_TO_ANOTHER_SITE = (
    r"(?:click here to )?(?:read|see|view) (?:the )?(?:full|whole|rest|entire|complete|remaining)\b"
    r".{0,30}\b(?:article|story|post|piece|text|it)\b (?:at|on|in) (?!page\b|pages\b|the (?:next|app)\b).{2,60}",
    rf"(?:read more|{_GOING_ON}|more) (?:at|on) (?:(?!page\b)(?-i:[A-Z])[\w.'’& -]{{2,40}}|the"
    r" (?-i:[A-Z])[\w.'’& -]{2,40}|[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}/?)\W{0,3}",
)
ON_ANOTHER_SITE: Final = re.compile("|".join(_WAYS_TO_ANOTHER_SITE), re.I)
_WAITING_FOR_A_SCRIPT = (
    r".{0,60}\b(?:enable|turn on|activate|requires?|need) javascript\b.{0,30}\b(?:rest|article|story"
    r"|post|reading|text)\b.{0,40}",
    r"(?:the |this )?(?:article|story|post|text) (?:is )?loading\W{0,5}",
)
BY_A_SCRIPT: Final = re.compile("|".join(_WAITING_FOR_A_SCRIPT), re.I)
CHARACTERS: Final = re.compile(r"(?:.{0,20}\W)?\[\+[\d,. ]{1,9} ?chars?\]\W{0,3}", re.I)
"""What interfaces for news put behind the beginning of an article."""
_BESIDE_WALLS = (
    r"(?:already|not yet|want|are you|still|bereits|déjà|ya eres|già)\b.{0,60}\b(?:subscri\w+|member"
    r"|abonn\w+|account|log ?in|sign ?in|suscri\w+|abbona\w+)\b.{0,40}",
    r"(?:subscribe|log ?in|sign ?in|register|sign up|try it free|cancel any ?time)\b.{0,40}",
    r".{0,40}\b(?:a|per) (?:week|month|year)\b.{0,40}",
)
BESIDE_A_WALL: Final = re.compile("|".join(_BESIDE_WALLS), re.I)
"""What else stands on such a notice, and tells nothing where there is no other line of it."""
_PARTS_OF_WORDS = (
    r"read|subscri|continu|member|access|limit|free|unlock|exclusiv|preview|page|seite|\bapp\b|locked|premium|paywall",
    r"javascript|loading|chars?\]|sign ?(?:in|up)|log ?in|regist|r[ée]serv|weiterlesen|leyendo|leggere|abbonati|abonn",
    r"\babo\b|suscri|plus|pagina|página|sample|teaser|just the|only the|\b1\W+2\b|suivante|article|story|content",
)
WORDS: Final = re.compile("|".join(_PARTS_OF_WORDS))
"""One of these is in whatever a notice says, in lower case."""


class Notice(NamedTuple):
    """What a line tells of the rest of the article."""

    why: str
    """The reason, with `WORDS_THERE` for the number of words that are there."""
    most: int
    """Words of the body from which it tells nothing."""


def notice_in(line: str, linked: int) -> Notice | None:
    """What a line tells of the rest, if it is such a notice; `linked` of its characters are a link. A line that quotes
    somebody is none: its words are not to be lost."""
    text = line.strip(BRACKETS)
    if len(line) >= LONGEST or not QUOTED.isdisjoint(text) or not WORDS.search(text.lower()):
        return None
    if WALL.search(text) or (len(text) < SHORT and SHORT_WALL.fullmatch(text)):
        return Notice(f"behind a paywall: only {WORDS_THERE} words of the article were in the page", METERED)
    if len(text) >= SHORT:
        return None
    further = FURTHER_PAGE.fullmatch(text)
    if (further and further["pages"] not in ("0", "1")) or (linked and NEXT_PAGE.fullmatch(text)):
        return Notice(f"the article goes on on another page: “{text}”", ANY)
    for pattern, where, most in (
        (IN_AN_APP, "the rest is in an app", METERED),
        (ON_ANOTHER_SITE, "the rest is on another site", EXCERPT),
        (BY_A_SCRIPT, "a script would load the rest", METERED),
        (CHARACTERS, "only the beginning was delivered", ANY),
    ):
        if pattern.fullmatch(text):
            return Notice(f"{where}: “{text}”", most)
    return None
