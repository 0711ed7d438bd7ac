"""What short lines of a page say, in any layout: the thread's heading, a button, a form, an author's line."""

import re
from typing import Final

from onrecord.text import lexicon

THREAD_HEADING: Final = re.compile(
    r"\W{0,3}(?:(?:\d[\d,.]{0,8}|one|two|three|no|all|view all|show all|reader|recent|user|your|latest) )?(?:\d{1,6} )?"
    r"(?:comments?|responses?|replies|reader comments|discussion|thoughts?|kommentare?|commentaires?|comentarios?"
    r"|commenti|comentários?|reacties)(?: so far)?(?: ?[\(\[]\d[\d,.]{0,8}[\)\]]|:? ?\d{1,6})?"
    r"(?:(?: (?:to|on|for|about|zu|sur) |[\s|·:•–-]{1,4}sort(?:ed)? by\b).{0,200})?\W{0,3}",
    re.I,
)
"""A whole line: "1 Comment", "Comments (12)", "3 Responses to ...", "12 thoughts on ..."."""

BUTTON: Final = re.compile(
    r"\W{0,3}(?:reply|replies|respond|antworten|répondre|responder|rispondi|like[sd]?|dislike|unlike|report(?: abuse"
    r"| comment"
    r"| this comment| as offensive)?|flag(?: as inappropriate)?|share(?: this)?|permalink|link(?: to this comment)?"
    r"|quote|edit"
    r"|delete|vote(?: up| down)?|up ?vote|down ?vote|thumbs (?:up|down)|log in (?:or register )?to (?:reply|post "
    r"comments?)"
    r"|login to reply|parent|hide|show|expand|collapse|more|show (?:more|less)|read more|recommend(?:ed)?|top|back "
    r"to top"
    r"|in reply to|like this|loading|zitieren|melden|citer|signaler|reply to this(?: comment)?|leave a (?:comment"
    r"|reply)"
    r"|\+?-?\d{1,5}|#\d{1,6}|\d{1,5} (?:likes?|points?|votes?|replies|reply|recommendations?|agree|people like this)"
    r"|(?:\d{1,5} )?(?:likes?|votes?) ?:? ?\d{0,5}|👍|👎|▲|▼|↑|↓|\||·|•)(?: ?\(?\d{0,5}\)?)?\W{0,3}",
    re.I,
)
"""A whole line that is a thing to press, or its count."""
LONGEST_BUTTON: Final = 60

PRESS: Final = re.compile(
    r"\W{0,3}(?:(?:Like|Dislike|Reply|Answer|Respond|Report|Share|Flag|Quote|Permalink|Link|Upvote|Downvote|Recommend"
    r"|Agree|Disagree|Edit|Tweet|Save|Print|E-?mail|Bookmark|Listen|Comment|Copy [Ll]ink|Facebook|Twitter|WhatsApp)s?"
    r"(?: ?\(?\d{1,6}\)?)?(?:[\s|/·•–-]{1,9}|$)){2,9}"
)
"""A whole line of several things to press, with their counts."""

FORM: Final = re.compile(
    r"required fields|e-?mail address will not|your e-?mail address|sign up|subscribe|newsletter|what do you think\?"
    r"|leave a (?:reply|comment)|post a comment|add a comment|write a comment|submit|log ?in|sign in|register"
    r"|privacy policy"
    r"|terms of (?:use|service)|all rights reserved|copyright|©|follow us|share (?:this|on)|verified by|powered by"
    r"|cookies"
    r"|read more|click here|advertisement|related (?:articles|stories|posts)|notify me|cancel reply|your name"
    r"|most (?:read|popular)"
    r"|comments? (?:are|is) closed|receive news|skip to|back to top|previous post|next post|filed under|tagged|tags:",
    re.I,
)
"""What a page says to its reader, in a line that is short."""


COMMENTS: Final = re.compile(r"comment|komment|coment", re.I)
"""In a heading of a thread: what it is called under an article, as answers and replies are under a post."""

LONGEST_FOOTER: Final = 200
_LEGAL = (
    r"(?:terms(?: (?:and|&) conditions)?(?: of (?:use|service|sale))?|privacy(?: (?:and cookies? )?(?:policy|notice"
    r"|statement|settings|choices))?"
    r"|cookies?(?: (?:policy|settings|notice))?|imprint|impressum|datenschutz|legal(?: notice)?|mentions légales"
    r"|aviso legal|disclaimer"
    r"|all rights reserved|do not sell my (?:personal )?(?:info|information|data))"
)
_LINK = (
    r"(?:contact(?: us)?|about(?: us)?|advertis(?:e|ing)(?: with us)?|site ?map|accessibility|help|faqs?|careers|jobs"
    r"|rss|subscribe|home"
    r"|feedback|newsletters?|corrections|archives?|back to top|kontakt)"
)
_COPYRIGHT = (
    r"(?:(?:copyright|\(c\)|©)(?: ?(?:copyright|\(c\)|©))?(?: ?[12]\d{3}(?: ?[-–] ?[12]\d{3})?)?,?(?: "
    r"(?-i:[A-Z])[\w.&'’-]{0,30}){0,6}?(?: [12]\d{3})?)"
)
FOOTER: Final = re.compile(
    rf"\W{{0,3}}(?:{_LINK}(?: (?:and|&) {_LEGAL})?[\s|·•,/.–—-]{{1,5}}){{0,6}}(?:{_LEGAL}|{_COPYRIGHT})"
    rf"(?:(?:[\s|·•,/.–—-]{{1,5}}|\s(?:and|&)\s)(?:{_LEGAL}|{_LINK}|{_COPYRIGHT})){{0,9}}\W{{0,3}}",
    re.I,
)
"""A whole line of what pages end with: who has the copyright, terms, privacy, and links beside them. At most
`LONGEST_FOOTER` long."""

OF_MAIL: Final = re.compile(
    r"\W{0,3}(?:(?:view|read|open|see) (?:(?:this|it|the) )?(?:e-?mail |newsletter |message |issue )?(?:in"
    r"|on) (?:your |a |the )?"
    r"(?:web )?browser|(?:trouble|problems|can['’]t|cannot) (?:viewing|reading|see|read|view)\b.{0,60}"
    r"|view (?:it )?online"
    r"|web version|you(?:['’]re| are) (?:receiving|getting) this (?:e-?mail|newsletter|message)\b.{0,200}"
    r"|you received this (?:e-?mail|newsletter|message)\b.{0,200}|this (?:e-?mail|newsletter"
    r"|message) was sent to\b.{0,200}"
    r"|was this (?:e-?mail|newsletter) forwarded to you\b.{0,120}|forward(?:ed)? (?:this )?(?:e-?mail "
    r"|newsletter )?to a friend"
    r"|unsubscribe\b.{0,120}|(?:manage|update|change) (?:your )?(?:e-?mail |newsletter "
    r"|subscription )?preferences\b.{0,80}"
    r"|(?:if you )?no longer (?:want|wish) to receive\b.{0,160}|add us to your address book\b.{0,80})\W{0,5}",
    re.I,
)
"""A whole line of what a newsletter says of itself."""
LONGEST_OF_MAIL: Final = 300

_BUTTON, _FORM = re.compile(BUTTON.pattern), re.compile(FORM.pattern)
"""For lines in lower case: a pattern that ignores case takes up to ten times as long."""

FUNCTION: Final = lexicon.words("page_words.of_sentences")
SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\s*\Z")
WORD: Final = re.compile(r"\w+(?:[.'’@-]\w+)*")


def ends_sentence(line: str) -> bool:
    return SENTENCE_END.search(line, max(0, len(line) - 16)) is not None


def in_lower_case(text: str) -> str:
    """A text in lower case, character for character: "İ" alone would become two."""
    return text.lower() if text.isascii() else text.replace("İ", "I").lower()


def is_button(line: str) -> bool:
    """Whether a whole line is a thing to press, or its count."""
    return len(line) <= LONGEST_BUTTON and _BUTTON.fullmatch(line.lower()) is not None


def is_form(line: str) -> bool:
    """Whether a line says something to the reader of the page: to sign up, to log in."""
    return _FORM.search(line.lower()) is not None


def name_like(line: str) -> float:
    """How much a short line looks like a name or a handle, 0 to 1. It is a sign, never the decision."""
    line = line.strip()
    if not 1 < len(line) <= 40 or "://" in line or line[-1] in '.!?…:;,"”-':
        return 0.0
    words = line.split()
    if len(words) > 4 or is_button(line) or is_form(line) or not any(character.isalpha() for character in line):
        return 0.0
    if len(words) == 1:
        return 0.9
    lowered = [word.lower().strip("().,") for word in words]
    if any(word in FUNCTION for word in lowered[1:]) or lowered[0] in FUNCTION or " - " in line or "," in line:
        return 0.1
    capitals = sum(not word[0].islower() for word in words)
    return (
        0.9 if capitals == len(words) and len(words) <= 3 else 0.6 if len(words) == 2 else 0.3 if capitals > 1 else 0.1
    )
