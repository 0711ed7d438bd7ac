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


KINDS: Final = (
    Kind(
        "a check that a person is reading",
        re.compile(
            r"just a moment\W*|attention required\W*|pardon our interruption\W*|one more step\W*|(?:robot|bot"
            r"|security|human) (?:check|verification)\W*"
            r"|are you (?:a )?(?:human|robot)\W*|(?:please )?(?:verify|verifying|confirm|prove) (?:that )?you are "
            r"(?:a )?(?:human|not a robot)\b.{0,60}"
            r"|checking (?:your browser|if the site connection is secure)\b.{0,60}|access (?:to this page has been "
            r"|is )?denied\W*"
            r"|(?:please )?enable javascript and cookies to continue\W*|(?:please )?complete the (?:captcha|security "
            r"check)\b.{0,60}"
            r"|(?:our systems have detected )?unusual (?:traffic|activity)\b.{0,80}|you have been blocked\W*|sorry, "
            r"you have been blocked\W*"
            r"|sind sie ein (?:mensch|roboter)\W*|êtes-vous un (?:humain|robot)\W*|eres un robot\W*|no soy un robot\W*",
            re.I,
        ),
        re.compile(
            r"captcha|cloudflare|\bray id\b|unusual (?:traffic|activity)|automated|\bcookies?\b|reference (?:id|#)"
            r"|incident|your ip\b|\bbots?\b|robot"
            r"|human|javascript|\bsecurity\b|permission|browser",
            re.I,
        ),
        True,
    ),
    Kind(
        "a form of consent",
        re.compile(
            r"before you continue\b.{0,60}|(?:we|we and our (?:\d+ )?partners) (?:value|care about|respect) your "
            r"privacy\W*|your privacy(?: choices| matters| settings)?\W*"
            r"|cookies?(?: and privacy)? (?:consent|settings|preferences|notice|policy|choices)\W*|manage (?:your "
            r")?(?:cookies|consent|privacy)\b.{0,40}"
            r"|(?:this (?:site|website) uses|we use|we and our (?:\d+ )?partners use) cookies\b.{0,200}"
            r"|(?:wir|wir und unsere (?:\d+ )?partner) (?:verwenden|nutzen|setzen)\b.{0,40}\bcookies\b.{0,200}"
            r"|(?:ihre )?privatsphäre\b.{0,60}"
            r"|(?:nous|nous et nos (?:\d+ )?partenaires) utilis\w{1,5} des cookies\b.{0,200}|(?:usamos|utilizamos) "
            r"cookies\b.{0,200}"
            r"|(?:usiamo|utilizziamo) i cookie\b.{0,200}|(?:wij|we) (?:gebruiken|plaatsen) cookies\b.{0,200}|avant "
            r"de continuer\b.{0,60}|bevor sie (?:fortfahren|weiterlesen)\b.{0,60}",
            re.I,
        ),
        re.compile(
            r"\bcookies?\b|\bconsent\b|\bprivacy\b|\bpartners?\b|accept all|reject all|personal(?:is|iz)ed"
            r"|\bpurposes\b|datenschutz|einwillig\w*|akzeptier\w*"
            r"|consent\w+|accepter|confidentialité|privacidad|aceptar|accetta|toestemming|advertis\w*",
            re.I,
        ),
        True,
    ),
    Kind(
        "an error",
        re.compile(
            r"(?:http )?(?:error |fehler |erreur )?(?:40[0-9]|410|429|451|50[0-4])\b(?:[\W\d]{0,3}(?:error|not found"
            r"|forbidden|gone|unauthori[sz]ed|too many requests"
            r"|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|internal server error|bad request"
            r"|page not found).{0,40})?\W*"
            r"|(?:the |this )?(?:page|article|story|content|post)?\s?(?:was |could )?not (?:be )?found\W*"
            r"|(?:sorry|oops|uh-oh|whoops)\b.{0,10}(?:(?:the|this|that) (?:page|article|story|content)|we (?:can't"
            r"|can’t|cannot|couldn't|couldn’t|could not) find).{0,60}"
            r"|(?:the|this|that) (?:page|article|story|content)\b.{0,40}\b(?:does not|doesn't|doesn’t|no longer) "
            r"exists?\b.{0,30}"
            r"|(?:the|this|that) (?:page|article|story|content)\b.{0,30}(?:is no longer|is not|isn't|isn’t|is "
            r"currently not) available\b.{0,30}"
            r"|(?:we )?(?:can't|can’t|cannot|couldn't|couldn’t|could not) find (?:the|that|this) (?:page|article"
            r"|story)\b.{0,40}|internal server error\W*|bad gateway\W*"
            r"|service (?:temporarily )?unavailable\W*|gateway time-?out\W*|forbidden\W*|(?:the )?seite (?:wurde "
            r")?nicht (?:gefunden|verfügbar)\W*|page (?:introuvable|non trouvée)\W*"
            r"|página no encontrada\W*|página não encontrada\W*|pagina non trovata\W*|pagina niet gevonden\W*",
            re.I,
        ),
        re.compile(
            r"\b(?:404|410|403|50[0-4])\b|not found|no longer|moved|removed|deleted|mistyped|typed|broken|address"
            r"|\burl\b|\bhome ?page\b|\bsearch\b|try again|later|server"
            r"|permission|nginx|apache|startseite|accueil|inicio",
            re.I,
        ),
        False,
    ),
    Kind(
        "a sign-in form",
        re.compile(
            r"(?:please )?(?:sign|log) ?in(?: (?:to|or|with)\b.{0,60})?\W*|(?:create|register)(?: (?:an|your|a "
            r"free))? account\W*|(?:bitte )?(?:anmelden|einloggen)\W*"
            r"|(?:se connecter|connexion|connectez-vous)\W*|(?:iniciar sesión|inicia sesión|acceder)\W*|(?:accedi"
            r"|entra)\W*|inloggen\W*|iniciar sessão\W*",
            re.I,
        ),
        re.compile(
            r"password|passwort|mot de passe|contraseña|wachtwoord|senha|e-?mail|forgot|remember me|account|username"
            r"|benutzername|identifiant|continue with",
            re.I,
        ),
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
