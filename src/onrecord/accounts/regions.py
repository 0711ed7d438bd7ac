"""What the class, id, role and tag of an element say about the text within it."""

import re

from onrecord.accounts.markup import Node

COMMENTS = re.compile(
    r"(?<![a-z])(?:comments?(?:list|area|section|thread|wrap\w*|container|body|text|content|box|s?-?area)?|commentlist|disqus_thread"
    r"|respond|discussion|livefyre|talkback|reader-?comments?|usercomments?|kommentare?|commentaires?|comentarios?|reactions?)(?![a-z])"
)
CHROME = re.compile(
    r"(?<![a-z])(?:nav\w*|menu\w*|foot(?:er)?\w*|side-?bar\w*|breadcrumbs?|related\w*|share\w*|sharing|social\w*|promo\w*|newsletter\w*"
    r"|subscri\w+|signup|cookie\w*|banner|advert\w*|ads?|sponsor\w*|popular|trending|recommend\w*|most-?(?:read|popular|viewed)\w*"
    r"|widgets?|pagination|pager|tags?|tag-?(?:list|links)|categories|toolbar|masthead|login|modal|popup|overlay|skip\w*"
    r"|outbrain|taboola|read-?more|more-?(?:stories|news|from)\w*|also-?read|copyright|disclaimer|print|tools|jp-relatedposts"
    r"|author-?(?:bio|box|info)\w*|about-?author|bio|rating|ratings|poll|search\w*|hidden|screen-reader-text|sr-only|visually-?hidden|topbar)(?![a-z])"
)
CAPTION = re.compile(
    r"(?<![a-z])(?:caption\w*|wp-caption-text|credit|image-?(?:credit|caption|text)|photo-?(?:credit|caption))(?![a-z])"
)
BYLINE = re.compile(
    r"(?<![a-z])(?:byline\w*|authors?|author-?names?|by-?author|article-?author|writers?|autor\w*|contributors?|vcard|fn)(?![a-z])"
)
DATELINE = re.compile(
    r"(?<![a-z])(?:date\w*|time|timestamps?|pub-?date|published\w*|posted-?on|updated|entry-?date|article-?date|post-?meta|entry-?meta|datum|fecha)(?![a-z])"
)
CHROME_TAGS = frozenset("nav footer aside form button menu dialog textarea label".split())
CHROME_ROLES = frozenset(
    "navigation banner contentinfo complementary search dialog alert menu menubar toolbar tablist".split()
)
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
SECTIONS = frozenset("html body main article".split())
"""Whatever their class says, these are not furniture: they hold the page."""


def region(node: Node, inherited: str) -> str:
    """ "comments", "chrome" or "", what an element is or lies in."""
    if inherited == "comments":
        return inherited
    names = node.names
    if names and node.tag not in SECTIONS and COMMENTS.search(names):
        return "comments"
    if inherited:
        return inherited
    if node.tag in CHROME_TAGS or node.attrs.get("role", "") in CHROME_ROLES:
        return "chrome"
    if names and node.tag not in SECTIONS and CHROME.search(names):
        return "chrome"
    return ""
