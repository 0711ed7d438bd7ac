"""What the class, id and tag of an element say about the text within it."""

import re
from functools import lru_cache
from typing import Final

CAPTION: Final = re.compile(
    r"(?<![a-z])(?:caption\w*|wp-caption-text|credit|image-?(?:credit|caption|text)|photo-?(?:credit|caption))(?![a-z])"
)
BYLINE: Final = re.compile(
    r"(?<![a-z])(?:byline\w*|authors?|author-?names?|by-?author|article-?author|writers?|autor\w*|contributors?|vcard"
    r"|fn)(?![a-z])"
)
DATELINE: Final = re.compile(
    r"(?<![a-z])(?:date\w*|time|timestamps?|pub-?date|published\w*|posted-?on|updated|entry-?date|article-?date"
    r"|post-?meta|entry-?meta|datum|fecha)(?![a-z])"
)
CREDIT: Final = re.compile(
    r"\((?:(?:(?:file )?(?:image|photo|picture|pic|photograph)|credit|foto|bild)s?\s*(?:by\b|courtesy|credit|source|:)"
    r"|[^()]{0,60}(?:\b(?:getty(?: images)?|ap photo|file (?:photo|picture|image))\b|(?:/|\bvia) ?(?:ap|reuters|afp"
    r"|epa|shutterstock|alamy)\b"
    r"|\b(?:reuters|afp|epa|shutterstock|alamy) ?/))[^()]{0,80}\)\Z",
    re.I,
)
"""Whose picture it is, at the end of the words to it: "(Photo: Ann Lee)". An agency alone may have written a paragraph:
"(AFP)"."""
WORDS_TO_A_PICTURE: Final = 300
"""Characters of a paragraph that may be such words, at most."""
QUOTED: Final = frozenset('"“”„«»「『')
"""Who is quoted has said something: no line with one of these is taken for words to a picture or a way elsewhere."""
HEADINGS: Final = frozenset("h1 h2 h3 h4 h5 h6".split())


@lru_cache(2**14)
def is_caption(names: str) -> bool:
    """Whether a class and id are those of the words to a picture."""
    return ("caption" in names or "credit" in names or "text" in names) and CAPTION.search(names) is not None
