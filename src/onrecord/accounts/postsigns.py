"""What the tag, class, id and words of an element say about its part in a post. Each is evidence, none decides."""

import re
from functools import lru_cache

from onrecord.accounts.dates import date_phrase
from onrecord.accounts.markup import Node
from onrecord.accounts.words import BUTTON

POST_ID = re.compile(
    r"(?:[a-z]+[-_])*(?:comment|cmt|reply|kommentar|commentaire|recensione)s?(?:[-_][a-z]+)*[-_]?(?=\d)"
)
POST_CLASS = frozenset(
    "comment comment-item comment_item commentitem comment-entry comment-box commentbox single-comment comment-wrapper"
    " comment-wrap comment-container comment-post comment-block comment-single comment_container user-comment usercomment"
    " reader-comment comment-card commententry comment-row comment-holder wpd-comment comment-list-item comment-thread-item"
    " commentary comment__item comments__item comments-item comment-listitem kommentar commentaire comentario".split()
)
EVIDENCE = re.compile(
    r"comment|cmt|repl(?:y|ies)|(?<!blog-)(?<!blog)post|message|msg|topic|thread|discuss|answer|respon|review|beitrag|antwort"
    r"|kommentar|guestbook|feedback"
)
PLACE = re.compile(
    r"comment|cmts|replies|messages|topic|thread|discuss|answers|forum|reviews|beitr|antwort|kommentar|posts\b|guestbook|feedback|avis\b"
)
AUTHOR = re.compile(
    r"(?<![a-z])(?:comment-?_?author\w*|post-?_?author\w*|author(?!i)\w*|fn|user|commenter\w*|nick(?:name)?|poster"
    r"|screen-?name|user-?link|by(?:line)?|name|autor\w*|auteur\w*|member-?name|poster_?name|creator|display-?name|who|actor|pseudo)"
    r"(?![a-z])|user[-_]?name|author[-_]?name|profile[-_]?name|post[-_]?actor"
)
SURE_AUTHOR = re.compile(
    r"(?<![a-z])(?:comment-?_?author\w*|fn|commenter|nick(?:name)?|screen-?name)(?![a-z])|user[-_]?name|author[-_]?name"
)
PROFILE = re.compile(
    r"(?:^|[/?&.=])(?:u|user|users|member|members|memberlist|profile|profiles|people|membre\w*|mitglied\w*|usuario)\b",
    re.I,
)
CONTENT = re.compile(
    r"(?<![a-z])(?:comment-?_?(?:content|text|body-?text|copy|message|body)|(?:user|post|message|entry)?-?_?(?:content|body|text)|message"
    r"|bodytext|postbody|post_?message\w*|cooked|description|reply-?text|bbwrapper|ipstype_richtext|restore)(?![a-z])"
)
SIGNATURE = re.compile(
    r"(?<![a-z])(?:sig|signature\w*|user-?sig\w*|edited|editedby|lastedit\w*|notice|attachments?)(?![a-z])"
)
ACTION = re.compile(
    r"(?<![a-z])(?:repl(?:y|ies)\w*|report\w*|vote\w*|like\w*|rating\w*|share\w*|actions?|buttons?|permalink|flag|edit|tools|karma"
    r"|controls?|respond|avatar|count|footer|foot)(?![a-z])"
)
ABOUT_USER = re.compile(
    r"(?:(?:posts|forum posts|messages|beiträge|likes|reputation|threads|from|ort|wohnort|points|karma|gender|age|country|mensajes"
    r"|thanks|topics|solutions) ?:|join date|joined|location|registered|member since|registriert|dabei seit|offline|online|inscrit"
    r"|last seen|mitglied seit).{0,50}",
    re.I,
)
SINCE = re.compile(
    r"(?:join date|joined|registered|member since|registriert|dabei seit|inscrit(?: le)?|last seen|mitglied seit)\W{0,3}",
    re.I,
)
"""A label with its date in the next line: since when somebody has been a member."""
SUBJECT = re.compile(r"(?:post )?(?:subject|betreff|title|titel|re|aw|antw|sv) ?:", re.I)
"""What repeats the title of the thread above the words of a post."""
DATE_HINT = re.compile(r"\d|\b(?:yesterday|today|just now|gestern|heute|hier|ayer|an? (?:\w+) ago)\b", re.I)
SAID_BY = re.compile(
    r"(?P<name>[^\W_][^:\n]{0,40}?) (?:says|said|wrote|writes|schrieb|schreibt|sagt|a écrit|dit|dice|escribió)\b ?[:.…]{0,3}",
    re.I,
)
JOINS = re.compile(
    r"\A[\W_]*(?:(?:says|said|wrote|on|at|by|post|posted|beitrag|message|publié|sagt|schreibt|von|par|por|le|am|written|submitted)\b[\W_]*){0,3}"
    r"|(?:\s{1,3}(?:says|said|wrote|writes|posted|schrieb|schreibt|sagt|a écrit|dit|on|at|am|le)\b){0,3}[\s|·•–—:,«»(-]{0,9}\Z",
    re.I,
)


def names_author(node: Node) -> bool:
    """Whether an element is named as an author's, or is a link to somebody's page."""
    if "data-author" in node.attrs:
        return True
    if node.tag == "a":
        if PROFILE.search(node.attrs.get("href", "")):
            return True
    elif node.attrs.get("itemprop", "").lower() in ("author", "creator"):
        return True
    return bool(node.names) and _named_as_author(node.names)


@lru_cache(4096)
def _named_as_author(names: str) -> bool:
    return AUTHOR.search(names) is not None


def surely_author(node: Node) -> bool:
    return (node.tag == "a" and bool(PROFILE.search(node.attrs.get("href", "")))) or bool(
        SURE_AUTHOR.search(node.names)
    )


def may_date(line: str, before: str) -> bool:
    """Whether a line may say when a post was written, and not since when its author has been a member."""
    return bool(DATE_HINT.search(line)) and not ABOUT_USER.match(line) and not SINCE.fullmatch(before)


DEED = re.compile(r"(?:commented|answered|asked|edited|posted|replied|added|modified|username|posts)\W{0,3}", re.I)
"""What was done, or what somebody is, in a place for names."""


def is_name(text: str) -> bool:
    """Whether a short text can be an author's name: no button, no date, nothing about its author."""
    if not 0 < len(text) <= 50 or BUTTON.fullmatch(text) or not any(character.isalnum() for character in text):
        return False
    return not (DATE_HINT.search(text) and date_phrase(text)) and not (
        ABOUT_USER.fullmatch(text) or DEED.fullmatch(text)
    )


def unjoined(text: str) -> str:
    """A part of a line without the words that bind it to an author or a date: "by", "on", "wrote", a dash."""
    return JOINS.sub("", text)
