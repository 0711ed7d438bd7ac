"""What the tag, class, id and words of an element say about its part in a post. Each is evidence, none decides.

Patterns of words are for lines in lower case, as those of names are: one that ignores case takes several times as long.
Those of whole names begin with what divides names, a space before the first: so they are tried only where one begins.
"""

import re
from functools import lru_cache
from typing import Final

from onrecord.accounts.lines.words import in_lower_case, is_button
from onrecord.accounts.page.markup import Node
from onrecord.text import lexicon
from onrecord.text.dates.printed_forms import DIGIT
from onrecord.text.dates.questions import read_date, says_when

POST_ID: Final = re.compile(
    r"(?:[a-z]{1,20}[-_]){0,4}(?:comment|cmt|reply|kommentar|commentaire|recensione)s?(?:[-_](?!text|body|content"
    r"|head|foot|meta|form|count|link|vote|author"
    r"|avatar|date|time|status|sub|top|other)[a-z]{1,20}){0,3}[-_]?(?=[0-9a-f]{0,40}[0-9][0-9a-z]{0,40}\Z)"
)
"""The beginning of an id that numbers posts: what stands behind the number is a part of one."""
_COMMENT = r"(?:comment|kommentar|commentaire|comentario|commento|komentarz|kommentti|reactie)"
POST_CLASS: Final = re.compile(
    rf"(?:(?:user|reader|single|wpd|article|news|site|c|cb|o|m|b|js)[-_]{{0,2}})?{_COMMENT}"
    rf"|(?:(?:user|reader|article|news|site|c|o|m|b|js)[-_]{{0,2}})?{_COMMENT}s?[-_]{{0,2}}(?:item|entry|box|wrap"
    rf"|wrapper|container|post|block|single|card|row"
    r"|holder|listitem|list-item|thread-item|element|node)|user-?post|commentary|wp-block-comment|bz_comment"
    r"|p-comment|u-comment|crayons-comment|comtr"
)
"""A class that says of an element that it is a post: whole, so that what lists, counts or writes comments is none."""
EVIDENCE: Final = re.compile(
    r"comment|cmt|repl(?:y|ies)|post(?<!blog-post)(?<!blogpost)|message|msg|topic|thread|discuss|answer|respon|review"
    r"|beitrag|antwort"
    r"|kommentar|guestbook|feedback"
)
PLACE: Final = re.compile(
    r"comment|cmts|replies|messages|topic|thread|discuss|answers|forum|reviews|beitr|antwort|kommentar|posts\b"
    r"|guestbook|feedback|avis\b"
)
PART: Final = re.compile(
    r"comment|kommentar|repl(?:y|ies)|message|msg(?<![a-z]msg)|forum|thread|topic|poster|post_?(?:body|details"
    r"|profile|author|message|content|meta|text)"
    r"|signature|user-?(?:info|title|details|name)|bigusername|quote"
)
"""What parts of a post are called: whoever writes it, what it says, what it answers."""
FORUM: Final = re.compile(
    r"forum|phpbb|vbulletin|xenforo|xf(?<![a-z]xf)(?![a-z])|discourse|invision|ipb|ipsapp|mybb"
    r"|smf(?<![a-z]smf)(?![a-z])|simple machines|fluxbb|punbb|nodebb|flarum"
    r"|woltlab|burning ?board|vanilla|bbpress|kunena|jforum|yabb|phorum|question2answer|askbot|lemmy|lobste|hacker "
    r"news|viewtopic|showthread"
    r"|viewthread|thread_view|qa-body|question-page"
)
"""What the software of forums calls itself, or its pages."""
AUTHOR: Final = re.compile(
    r"[^a-z](?:comment-?_?author\w*|post-?_?author\w*|author(?!i)\w*|fn|user|commenter\w*|nick(?:name)?|poster"
    r"|screen-?name|user-?link|by(?:line)?|name|autor\w*|auteur\w*|member-?name|poster_?name|creator|display-?name"
    r"|who|actor|pseudo)"
    r"(?![a-z])"
)
AUTHOR_WITHIN: Final = re.compile(r"user[-_]?name|author[-_]?name|profile[-_]?name|post[-_]?actor")
SURE_AUTHOR: Final = re.compile(r"[^a-z](?:comment-?_?author\w*|fn|commenter|nick(?:name)?|screen-?name)(?![a-z])")
SURE_AUTHOR_WITHIN: Final = re.compile(r"user[-_]?name|author[-_]?name")
PROFILE: Final = re.compile(
    r"[/?&.=](?:(?=[ump])(?:u|uid|user|users|member|members|memberlist|profile|profiles|people|membre\w*|mitglied\w*"
    r"|usuario)\b|space-uid\b|(?<=/)[~@]\w)"
)
"""In an address in lower case, with a mark before it."""
CONTENT: Final = re.compile(
    r"[^a-z](?:comment-?_?(?:content|text|body-?text|copy|message|body)|(?:user|post|message|entry)?-?_?(?:content"
    r"|body|text)|message"
    r"|bodytext|postbody|post_?message\w*|cooked|description|reply-?text|bbwrapper|ipstype_richtext|restore|postcolor"
    r"|t_f|kmsg|usercontent|msgtext"
    r"|commtext|md|posttext|post-?entry|e-content|comment-?inner-?text)(?![a-z])"
)
QUOTE: Final = re.compile(r"[^a-z](?:bb_?|bbcode_?|forum_?)?(?:block)?quot(?:e|ed|ation)\w*(?![a-z])")
"""What somebody else's words within a post are called."""
DATED: Final = re.compile(
    r"[^a-z](?:[a-z]{0,12}[-_])?(?:date(?:line|time)?|time(?:stamp|ago)?|datum|fecha|when|ago|posted(?:on)?|created"
    r"|published|since|moment|livestamp"
    r"|post_?date|postdate|comment-?date)(?![a-z])"
)
"""What the element of a date is called."""
NAME_DATA = (
    "data-author",
    "data-username",
    "data-user-name",
    "data-comment-author",
    "data-author-name",
    "data-member-name",
)
_NAME_DATA = frozenset(NAME_DATA)
NUMBER: Final = re.compile("[0-9][0-9]*")
HEX_NUMBER: Final = re.compile(r"[0-9a-f]*[0-9][0-9a-f]*")
SCHEMA: Final = re.compile(r"(?:^|[/:\s])(?:Comment|UserComments|Answer)/?(?=\s|$)")
SAYS_TEXT = ("text", "commenttext", "reviewbody", "articlebody")
EDITED: Final = re.compile(
    r"\W{0,3}(?:this (?:post|message) was )?(?:last )?(?:edited|modified|updated)(?: |:).{0,90}|\W{0,3}zuletzt "
    r"(?:bearbeitet|geändert|editiert).{0,90}"
    r"|\W{0,3}(?:bearbeitet|geändert|editiert) (?:von|am|durch) .{0,90}|\W{0,3}(?:dernière )?(?:modifi(?:é|cation)"
    r"|édit(?:é|ion)) .{0,90}"
    r"|\W{0,3}(?:última |ultima )?(?:edición|editado|modifica(?:to|do)?|laatst (?:bewerkt|aangepast)|senast redigerad"
    r"|edytowan[eoy]|отредактировано).{0,90}"
)
"""A whole line that says when and by whom a post was changed."""
COUNTS: Final = re.compile(
    r"(?:[-+]?[0-9][0-9.,k]{0,8} {0,2}(?:points?|votes?|likes?|repl(?:y|ies)|posts?|comments?|views?|reactions?"
    r"|threads?|child(?:ren)?|upvotes?)\W{0,4}){1,8}"
)
RANK: Final = re.compile(
    r"(?:(?:thread|topic|discussion)[- ](?:starter|author)|original poster|post ?#?[0-9]{1,6}(?: of [0-9]{1,6})?"
    r"|#[0-9]{1,6}"
    r"|(?:posts|messages|threads|topics|reputation|likes|karma|points|reaction score): ?[0-9][0-9.,k]{0,8}"
    r"|(?:[a-z]{3,12} )?(?:member|moderator|administrator)|[\s·•|,–-]){0,20}"
)
"""Which post of the thread it is, and what its author is to the forum."""
LATEST: Final = re.compile(
    r"\b(?:last|latest|newest|most recent) (?:post|repl(?:y|ied)|comment|message|answer|activity|update)\b"
    r"|\b(?:letzter beitrag|letzte antwort|dernier message|dernière réponse|último mensaje|última respuesta|ultimo "
    r"messaggio)\b"
)
"""What stands before who wrote in the thread last, and when."""
SIGNATURE: Final = re.compile(
    r"[^a-z](?:sig|signature\w*|user-?sig\w*|edited|editedby|lastedit\w*|notice|attachments?)(?![a-z])"
)
ACTION: Final = re.compile(
    r"[^a-z](?:repl(?:y|ies)\w*|report\w*|vote\w*|like\w*|rating\w*|share\w*|actions?|buttons?|permalink|flag|edit"
    r"|tools|karma"
    r"|controls?|respond|avatar|status|visually-?hidden|sr-only|screen-reader\w*|badges?|count|footer|foot)(?![a-z])"
)
_SINCE = (
    r"join(?:ed|date| date)?|registered|member since|since|registriert|registrierung(?:sdatum)?|dabei seit|mitglied "
    r"seit|angemeldet(?: seit)?|inscrit(?: le| depuis)?"
    r"|inscription|enregistré(?: le)?|membre depuis|registrado|fecha de (?:ingreso|registro)|miembro desde|se unió"
    r"|iscritto(?: dal)?|registrato"
    r"|membro (?:desde|dal)|registad[oa]|lid sinds|geregistreerd|medlem sedan|reg(?:istrerad)?|dołączył(?:a)?"
    r"|rejestracja|зарегистрирован|регистрация"
    r"|last (?:seen|online|active|visit(?:ed)?)|zuletzt online"
)
ABOUT_USER: Final = re.compile(
    r"(?:(?:posts|forum posts|messages|beiträge|likes|liked|reputation|rep|threads|from|ort|wohnort|points|karma"
    r"|gender|age|country|mensajes|messaggi"
    r"|berichten|inlägg|posty|сообщения|mensagens|thanks|thanked|topics|solutions|location|reaction score|trophy "
    r"points|rank|title|group) ?:"
    rf"|(?:{_SINCE})\b|location|offline\b|online\b).{{0,50}}"
)
SINCE: Final = re.compile(rf"(?:{_SINCE})\W{{0,3}}")
"""A label with its date in the next line: since when somebody has been a member."""
SUBJECT: Final = re.compile(r"(?:post )?(?:subject|betreff|title|titel|re|aw|antw|sv) ?:")
"""What repeats the title of the thread above the words of a post."""
SAID_BY: Final = re.compile(
    r"(?P<name>[^\W_][^:\n]{0,40}?) (?:says|said|wrote|writes|schrieb|schreibt|sagt|a écrit|dit|dice|escribió)\b "
    r"?[:.…]{0,3}"
)
SAYING = lexicon.in_order("page_words.wrote_before_a_quotation")
JOINS_BEFORE: Final = re.compile(
    r"[\W_]*(?:(?:says|said|wrote|on|at|by|post|posted|post(?:ed)? ?by|beitrag|message|publié|sagt|schreibt|von|par"
    r"|por|le|am|written|submitted|answered"
    r"|asked|commented|replied|reply|发表于|uhr|h)\b[\W_]*){0,3}"
)
JOINS: Final = re.compile(
    r"(?:\s{1,3}(?:says|said|wrote|writes|posted|schrieb|schreibt|sagt|a écrit|dit|on|at|am|le|uhr)\b){0,3}[\s"
    r"|·•–—:,«»(-]{0,9}\Z"
)
LONGEST_JOINS: Final = 3 * 11 + 9


def names_author(node: Node) -> bool:
    """Whether an element is named as an author's, or is a link to somebody's page."""
    given = node.attrs
    if not given:
        return False
    if "data-author" in given:
        return True
    if node.tag == "a":
        if _leads_to_profile(given):
            return True
    elif "itemprop" in given and given["itemprop"].lower() in ("author", "creator"):
        return True
    return bool(node.names) and _named_as_author(node.names)


def _leads_to_profile(given: dict[str, str]) -> bool:
    return "href" in given and PROFILE.search("?" + given["href"].lower()) is not None


@lru_cache(4096)
def _named_as_author(names: str) -> bool:
    if AUTHOR.search(" " + names):
        return True
    return ("name" in names or "actor" in names) and AUTHOR_WITHIN.search(names) is not None


def surely_author(node: Node) -> bool:
    return (node.tag == "a" and _leads_to_profile(node.attrs)) or _surely_named_as_author(node.names)


@lru_cache(4096)
def _surely_named_as_author(names: str) -> bool:
    if SURE_AUTHOR.search(" " + names):
        return True
    return "name" in names and SURE_AUTHOR_WITHIN.search(names) is not None


def is_about_user(line: str, before: str) -> bool:
    """Whether a line with a date says since when its author has been a member, not when a post was written."""
    return ABOUT_USER.match(line.lower()) is not None or (bool(before) and SINCE.fullmatch(before.lower()) is not None)


DEED: Final = re.compile(r"(?:commented|answered|asked|edited|posted|replied|added|modified|username|posts)\W{0,3}")
"""What was done, or what somebody is, in a place for names."""


def is_name(text: str) -> bool:
    """Whether a short text can be an author's name: no button, no date, nothing about its author."""
    if not 0 < len(text) <= 50 or is_button(text) or not any(character.isalnum() for character in text):
        return False
    lowered = text.lower()
    return not (ABOUT_USER.fullmatch(lowered) or DEED.fullmatch(lowered) or says_when(text))


COUNT_BEHIND: Final = re.compile(r"[\s\u00a0]{2,9}[\d.,k]{1,7}\Z")
SAYS_BEHIND: Final = re.compile(
    r"(?:\s{1,9}(?:says|said|wrote|writes|on|at|schreibt|sagt|a écrit|dice)\b)?[\s:,|·–—»-]{0,9}\Z"
)
LONGEST_BEHIND: Final = 9 + 8 + 9
BY: Final = re.compile(r"[\W_]{0,4}(?:(?:posted|post|comment|written|submitted|re: ?)?\s?by|von|par|por)\s+")
LONGEST_AUTHOR: Final = 200
"""Characters of a line that is a name and what stands around one."""


def name_within(text: str, start: int, end: int) -> tuple[int, int]:
    """The place of a name in its line, without "posted by" before it and "wrote", or a count, behind it."""
    if end - start > LONGEST_AUTHOR:
        return start, end
    lowered = in_lower_case(text[start:end])
    by = BY.match(lowered)
    first = by.end() if by else 0
    says = SAYS_BEHIND.search(lowered, max(first, len(lowered) - LONGEST_BEHIND))
    rest = text[start + first : start + says.start() if says else end]
    return start + first, start + first + len(COUNT_BEHIND.sub("", rest))


def unjoined(text: str) -> str:
    """A part of a line without the words that bind it to an author or a date: "by", "on", "wrote", a dash."""
    lowered = in_lower_case(text)
    before = JOINS_BEFORE.match(lowered)
    start = before.end() if before else 0
    after = JOINS.search(lowered, max(start, len(lowered) - LONGEST_JOINS))
    return text[start : after.start() if after else len(text)]


def said_by(line: str) -> str | None:
    """The name in a whole line "X says:"."""
    if not line[-13:].lower().rstrip(" :.…").endswith(SAYING):
        return None
    said = SAID_BY.fullmatch(in_lower_case(line))
    return line[: said.end("name")] if said else None


STAMPED = ("datepublished", "datecreated", "uploaddate", "commenttime")


def name_in_data(node: Node) -> str:
    """The name of its author that an element has in its data."""
    given = node.attrs
    if not given:
        return ""
    if "author" in given and "-" in node.tag:
        return given["author"]
    if _NAME_DATA.isdisjoint(given):
        return ""
    return next((given[name] for name in NAME_DATA if given.get(name)), "")


def stamp_of(node: Node) -> str | None:
    """The date in the data of an element; empty if it is an element for dates and has none, None if it is none."""
    given = node.attrs
    if node.tag == "time" or ("itemprop" in given and given["itemprop"].lower() in STAMPED):
        return given.get("datetime") or given.get("content") or ""
    title = given.get("title")
    if title and len(title) < 40 and node.tag in ("span", "abbr", "a", "em", "div") and read_date(title):
        return title
    return "" if node.tag in ("relative-time", "time-ago", "faceplate-timeago", "local-time") else None


def sort_of(node: Node | None) -> str:
    """The tag of an element with what tells it from others of that tag: its class, or its property."""
    if node is None:
        return ""
    given = node.attrs
    return (
        _sort(node.tag, given.get("class", "") or given.get("itemprop", "") or given.get("id", ""))
        if given
        else f"{node.tag} "
    )


@lru_cache(4096)
def _sort(tag: str, names: str) -> str:
    return f"{tag} {NUMBER.sub('0', names)}"


@lru_cache(4096)
def named_as_date(names: str) -> bool:
    """Whether these names are of the element of a date."""
    return DATED.search(" " + names) is not None


def is_parent(node: Node) -> bool:
    """Whether an element of a post shows again what the post answers, as NodeBB does."""
    return node.attrs.get("component") == "post/parent"


def is_aside(node: Node) -> bool:
    """Whether an element of a post is not its words: a button, a signature."""
    return node.tag in ("button", "label") or (bool(node.names) and _named_as_aside(node.names))


@lru_cache(4096)
def _named_as_aside(names: str) -> bool:
    said = " " + names
    return (ACTION.search(said) is not None or SIGNATURE.search(said) is not None) and CONTENT.search(said) is None


def says_content(node: Node) -> bool:
    """Whether an element is named as the words of a post."""
    given = node.attrs
    if "itemprop" in given and given["itemprop"].lower() in SAYS_TEXT:
        return True
    return bool(node.names) and named_as_content(node.names)


@lru_cache(4096)
def named_as_content(names: str) -> bool:
    """Whether these names are of the words of a post."""
    return CONTENT.search(" " + names) is not None


@lru_cache(4096)
def named_as_quote(names: str) -> bool:
    """Whether these names are of somebody else's words within a post."""
    if "quot" in names and QUOTE.search(" " + names):
        return True
    return "citat" in names or "zitat" in names or "bbcodeblock" in names


@lru_cache(4096)
def named_as_part(names: str) -> bool:
    """Whether these names are of a part of a post."""
    return PART.search(names) is not None


@lru_cache(4096)
def named_as_place(names: str) -> bool:
    """Whether these names are of what a thread stands in."""
    return PLACE.search(names) is not None


@lru_cache(8192)
def kinds_of(tag: str, names: str, itemtype: str) -> tuple[str, ...]:
    """The kinds that an element is of; one that begins with an exclamation mark says that it is a post."""
    keys = ["!schema"] if itemtype and SCHEMA.search(itemtype) else []
    classes, _, identifier = names.rpartition(" ")
    if identifier and DIGIT.search(identifier):
        named = POST_ID.match(identifier)
        keys.append(f"!{tag}#{named[0]}" if named else f"{tag}#{HEX_NUMBER.sub('0', identifier)}")
    keys += [f"!{tag}.{name}" if POST_CLASS.fullmatch(name) else f"{tag}.{name}" for name in classes.split()[:8]]
    if "-" in tag:
        keys.append(f"!{tag}" if tag.endswith("-comment") else tag)
    return tuple(keys)
