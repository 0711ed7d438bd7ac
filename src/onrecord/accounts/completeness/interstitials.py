"""Pages that stand in place of an article: a check for robots, a form of consent, a sign-in form, an error.

Such a page says what it is in its title or its first heading (a check or a form of consent in any of its first lines),
has few words outside of links, and no paragraph but of such words: an article that bears a banner or a box has others.
"""

import re
from typing import Final, NamedTuple

from onrecord.accounts.lines.headlines import SEPARATORS, heading
from onrecord.accounts.page.markup import Markup

MOST_WORDS: Final = 250
"""An article that is called "Access denied" has more words than such a page."""
FIRST_LINES: Final = 6
PARAGRAPH_WORDS: Final = 18
"""A block of as many is a paragraph."""
LINKED: Final = 0.7


class Kind(NamedTuple):
    """A kind of such page: what it is called in a record, how it names itself (a whole line, or a part of the title
    between separators), and words of which one stands in each of its paragraphs."""

    name: str
    line: re.Pattern[str]
    words: re.Pattern[str]
    anywhere: bool
    """Whether any of the first lines may name it."""


_ROBOTS = (
    r"just a moment\W*",
    r"attention required\W*",
    r"pardon our interruption\W*",
    r"one more step\W*",
    r"(?:robot|bot|security|human) (?:check|verification)\W*",
    r"are you (?:a )?(?:human|robot)\W*",
    r"(?:please )?(?:verify|verifying|confirm|prove) (?:that )?you are (?:a )?(?:human|not a robot)\b.{0,60}",
    r"checking (?:your browser|if the site connection is secure)\b.{0,60}",
    r"access (?:to this page has been |is )?denied\W*",
    r"(?:please )?enable javascript and cookies to continue\W*",
    r"(?:please )?complete the (?:captcha|security check)\b.{0,60}",
    r"(?:our systems have detected )?unusual (?:traffic|activity)\b.{0,80}",
    r"you have been blocked\W*",
    r"sorry, you have been blocked\W*",
    r"sind sie ein (?:mensch|roboter)\W*",
    r"êtes-vous un (?:humain|robot)\W*",
    r"eres un robot\W*",
    r"no soy un robot\W*",
)
_BESIDE_ROBOTS = (
    r"captcha|cloudflare|\bray id\b|reference (?:id|#)|incident|your ip\b",
    r"unusual (?:traffic|activity)|automated|\bbots?\b|robot|human",
    r"\bcookies?\b|javascript|\bsecurity\b|permission|browser",
)

_CONSENT = (
    r"before you continue\b.{0,60}",
    r"(?:we|we and our (?:\d+ )?partners) (?:value|care about|respect) your privacy\W*",
    r"your privacy(?: choices| matters| settings)?\W*",
    r"cookies?(?: and privacy)? (?:consent|settings|preferences|notice|policy|choices)\W*",
    r"manage (?:your )?(?:cookies|consent|privacy)\b.{0,40}",
    r"(?:this (?:site|website) uses|we use|we and our (?:\d+ )?partners use) cookies\b.{0,200}",
    r"(?:wir|wir und unsere (?:\d+ )?partner) (?:verwenden|nutzen|setzen)\b.{0,40}\bcookies\b.{0,200}",
    r"(?:ihre )?privatsphäre\b.{0,60}",
    r"(?:nous|nous et nos (?:\d+ )?partenaires) utilis\w{1,5} des cookies\b.{0,200}",
    r"(?:usamos|utilizamos) cookies\b.{0,200}",
    r"(?:usiamo|utilizziamo) i cookie\b.{0,200}",
    r"(?:wij|we) (?:gebruiken|plaatsen) cookies\b.{0,200}",
    r"avant de continuer\b.{0,60}",
    r"bevor sie (?:fortfahren|weiterlesen)\b.{0,60}",
)
_BESIDE_CONSENT = (
    r"\bcookies?\b|\bconsent\b|\bprivacy\b|\bpartners?\b|\bpurposes\b",
    r"accept all|reject all|personal(?:is|iz)ed|advertis\w*",
    r"datenschutz|einwillig\w*|akzeptier\w*",
    r"consent\w+|accepter|confidentialité",
    r"privacidad|aceptar|accetta|toestemming",
)

_ERROR = (
    r"(?:http )?(?:error |fehler |erreur )?(?:40[0-9]|410|429|451|50[0-4])\b(?:[\W\d]{0,3}(?:error|not found"
    r"|forbidden|gone|unauthori[sz]ed|too many requests|bad gateway|service (?:temporarily )?unavailable"
    r"|gateway time-?out|internal server error|bad request|page not found).{0,40})?\W*",
    r"(?:the |this )?(?:page|article|story|content|post)?\s?(?:was |could )?not (?:be )?found\W*",
    r"(?:sorry|oops|uh-oh|whoops)\b.{0,10}(?:(?:the|this|that) (?:page|article|story|content)|we (?:can't"
    r"|can’t|cannot|couldn't|couldn’t|could not) find).{0,60}",
    r"(?:the|this|that) (?:page|article|story|content)\b.{0,40}\b(?:does not|doesn't|doesn’t|no"
    r" longer) exists?\b.{0,30}",
    r"(?:the|this|that) (?:page|article|story|content)\b.{0,30}(?:is no longer|is not|isn't|isn’t|is"
    r" currently not) available\b.{0,30}",
    r"(?:we )?(?:can't|can’t|cannot|couldn't|couldn’t|could not) find (?:the|that|this) (?:page|article"
    r"|story)\b.{0,40}",
    r"internal server error\W*",
    r"bad gateway\W*",
    r"service (?:temporarily )?unavailable\W*",
    r"gateway time-?out\W*",
    r"forbidden\W*",
    r"(?:the )?seite (?:wurde )?nicht (?:gefunden|verfügbar)\W*",
    r"page (?:introuvable|non trouvée)\W*",
    r"página no encontrada\W*",
    r"página não encontrada\W*",
    r"pagina non trovata\W*",
    r"pagina niet gevonden\W*",
)
_BESIDE_AN_ERROR = (
    r"\b(?:404|410|403|50[0-4])\b|server|nginx|apache|permission|try again|later",
    r"not found|no longer|moved|removed|deleted",
    r"mistyped|typed|broken|address|\burl\b",
    r"\bhome ?page\b|\bsearch\b|startseite|accueil|inicio",
)

_SIGN_IN = (
    r"(?:please )?(?:sign|log) ?in(?: (?:to|or|with)\b.{0,60})?\W*",
    r"(?:create|register)(?: (?:an|your|a free))? account\W*",
    r"(?:bitte )?(?:anmelden|einloggen)\W*",
    r"(?:se connecter|connexion|connectez-vous)\W*",
    r"(?:iniciar sesión|inicia sesión|acceder)\W*",
    r"(?:accedi|entra)\W*",
    r"inloggen\W*",
    r"iniciar sessão\W*",
)
_BESIDE_SIGN_IN = (
    r"password|passwort|mot de passe|contraseña|wachtwoord|senha|forgot|remember me",
    r"e-?mail|account|username|benutzername|identifiant|continue with",
)

KINDS: Final = (
    Kind(
        "a check that a person is reading",
        re.compile("|".join(_ROBOTS), re.I),
        re.compile("|".join(_BESIDE_ROBOTS), re.I),
        True,
    ),
    Kind(
        "a form of consent",
        re.compile("|".join(_CONSENT), re.I),
        re.compile("|".join(_BESIDE_CONSENT), re.I),
        True,
    ),
    Kind(
        "an error",
        re.compile("|".join(_ERROR), re.I),
        re.compile("|".join(_BESIDE_AN_ERROR), re.I),
        False,
    ),
    Kind(
        "a sign-in form",
        re.compile("|".join(_SIGN_IN), re.I),
        re.compile("|".join(_BESIDE_SIGN_IN), re.I),
        False,
    ),
)


def stands_instead(markup: Markup) -> str | None:
    """What the page is in place of an article, with its own words for it; None if nothing tells that it is such a
    page."""
    own = [piece for piece in markup.pieces if piece.linked <= LINKED * (piece.end - piece.start)]
    counts = [len(markup.text[piece.start : piece.end].split(maxsplit=MOST_WORDS)) for piece in own]
    if sum(counts) >= MOST_WORDS:
        return None
    lines = [markup.text[piece.start : piece.end].strip() for piece in own]
    named = _title(markup) + [line for piece, line in zip(own, lines, strict=True) if heading(piece.node) == "h1"]
    paragraphs = [line for line, words in zip(lines, counts, strict=True) if words >= PARAGRAPH_WORDS]
    for kind in KINDS:
        for line in named + (lines[:FIRST_LINES] if kind.anywhere else []):
            if kind.line.fullmatch(line) and all(kind.words.search(paragraph) for paragraph in paragraphs):
                return f"{kind.name}, not an article: “{line}”"
    return None


def _title(markup: Markup) -> list[str]:
    """The page's title, and the parts that it has beside the site's name."""
    if not markup.title:
        return []
    title = markup.title[0].strip()
    return [title, *SEPARATORS.split(title)]
