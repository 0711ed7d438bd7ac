"""What short lines of a page say, in any layout: the thread's heading, a button, a form, an author's line."""

import re
from typing import Final

from onrecord.text import lexicon

_HOW_MANY = (
    r"(?:(?:\d[\d,.]{0,8}|one|two|three|no|all|view all|show all|reader|recent|user|your|latest) )?(?:\d{1,6} )?"
)
_POSTS = (
    r"comments?|responses?|replies|reader comments|discussion|thoughts?",
    r"kommentare?|commentaires?|comentarios?|commenti|comentários?|reacties",
)
_COUNTED = r"(?: so far)?(?: ?[\(\[]\d[\d,.]{0,8}[\)\]]|:? ?\d{1,6})?"
_ON_WHAT = r"(?:(?: (?:to|on|for|about|zu|sur) |[\s|·:•–-]{1,4}sort(?:ed)? by\b).{0,200})?"
THREAD_HEADING: Final = re.compile(rf"\W{{0,3}}{_HOW_MANY}(?:{'|'.join(_POSTS)}){_COUNTED}{_ON_WHAT}\W{{0,3}}", re.I)
"""A whole line: "1 Comment", "Comments (12)", "3 Responses to ...", "12 thoughts on ..."."""

_TO_PRESS = (
    r"reply|replies|respond|antworten|répondre|responder|rispondi|reply to this(?: comment)?|in reply to|parent",
    r"leave a (?:comment|reply)|log in (?:or register )?to (?:reply|post comments?)|login to reply",
    r"like[sd]?|dislike|unlike|like this|vote(?: up| down)?|up ?vote|down ?vote|thumbs (?:up|down)|recommend(?:ed)?",
    r"report(?: abuse| comment| this comment| as offensive)?|flag(?: as inappropriate)?|melden|signaler",
    r"share(?: this)?|permalink|link(?: to this comment)?|quote|zitieren|citer|edit|delete",
    r"hide|show|expand|collapse|more|show (?:more|less)|read more|top|back to top|loading",
    r"\+?-?\d{1,5}|#\d{1,6}|(?:\d{1,5} )?(?:likes?|votes?) ?:? ?\d{0,5}",
    r"\d{1,5} (?:likes?|points?|votes?|replies|reply|recommendations?|agree|people like this)",
    r"👍|👎|▲|▼|↑|↓|\||·|•",
)
BUTTON: Final = re.compile(rf"\W{{0,3}}(?:{'|'.join(_TO_PRESS)})(?: ?\(?\d{{0,5}}\)?)?\W{{0,3}}", re.I)
"""A whole line that is a thing to press, or its count."""
LONGEST_BUTTON: Final = 60

_OF_SEVERAL = (
    r"Like|Dislike|Reply|Answer|Respond|Report|Share|Flag|Quote|Permalink|Link|Upvote|Downvote|Recommend",
    r"Agree|Disagree|Edit|Tweet|Save|Print|E-?mail|Bookmark|Listen|Comment|Copy [Ll]ink|Facebook|Twitter|WhatsApp",
)
PRESS: Final = re.compile(
    rf"\W{{0,3}}(?:(?:{'|'.join(_OF_SEVERAL)})s?(?: ?\(?\d{{1,6}}\)?)?(?:[\s|/·•–-]{{1,9}}|$)){{2,9}}"
)
"""A whole line of several things to press, with their counts."""

_TO_THE_READER = (
    r"required fields|e-?mail address will not|your e-?mail address|your name|notify me|cancel reply|submit",
    r"sign up|subscribe|newsletter|log ?in|sign in|register|receive news|follow us|share (?:this|on)",
    r"what do you think\?|leave a (?:reply|comment)|post a comment|add a comment|write a comment",
    r"comments? (?:are|is) closed",
    r"privacy policy|terms of (?:use|service)|all rights reserved|copyright|©|verified by|powered by|cookies",
    r"read more|click here|advertisement|related (?:articles|stories|posts)|most (?:read|popular)",
    r"skip to|back to top|previous post|next post|filed under|tagged|tags:",
)
FORM: Final = re.compile("|".join(_TO_THE_READER), re.I)
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

_WORDS_OF_MAIL = (
    r"(?:view|read|open|see) (?:(?:this|it|the) )?(?:e-?mail |newsletter |message |issue )?(?:in|on)"
    r" (?:your |a |the )?(?:web )?browser",
    r"(?:trouble|problems|can['’]t|cannot) (?:viewing|reading|see|read|view)\b.{0,60}",
    r"view (?:it )?online",
    r"web version",
    r"you(?:['’]re| are) (?:receiving|getting) this (?:e-?mail|newsletter|message)\b.{0,200}",
    r"you received this (?:e-?mail|newsletter|message)\b.{0,200}",
    r"this (?:e-?mail|newsletter|message) was sent to\b.{0,200}",
    r"was this (?:e-?mail|newsletter) forwarded to you\b.{0,120}",
    r"forward(?:ed)? (?:this )?(?:e-?mail |newsletter )?to a friend",
    r"unsubscribe\b.{0,120}",
    r"(?:manage|update|change) (?:your )?(?:e-?mail |newsletter |subscription )?preferences\b.{0,80}",
    r"(?:if you )?no longer (?:want|wish) to receive\b.{0,160}",
    r"add us to your address book\b.{0,80}",
)
OF_MAIL: Final = re.compile(rf"\W{{0,3}}(?:{'|'.join(_WORDS_OF_MAIL)})\W{{0,5}}", re.I)
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
