"""Lines that stand among those of the article in plain text and are none of its words: what is said of a picture, and
ways to other articles. No layout tells them there, so only those are known that say by their form what they are.
"""

import re

from onrecord.accounts.lines.regions import CREDIT, QUOTED, WORDS_TO_A_PICTURE
from onrecord.accounts.lines.words import ends_sentence
from onrecord.accounts.plain.lines import Line, goes_on

LABELS = (
    r"(?:also )?(?:read|see|watch|listen)(?: (?:more|also|next|now|this))?",
    r"(?:read|see|learn) more (?:on|about) [^:]{1,40}",
    r"more (?:on this(?: (?:story|topic|subject))?|stories|news|coverage)",
    r"(?P<from>more from [^:]{1,40})",
    r"related(?: (?:articles?|stor(?:y|ies)|posts?|news|coverage|content|reading|links?|topics?))?",
    r"don['’]?t miss(?: this)?",
    r"recommended(?: (?:for you|reading|articles?|stories))?",
    r"further reading",
    r"you (?:may|might) (?:also|like)(?: like)?",
    r"up next",
    r"in (?:pictures|photos|video)",
)
MORE = re.compile(rf"(?P<label>{'|'.join(LABELS)})\s?:\s{{1,3}}(?P<title>\S.{{4,200}})", re.I)
"""A whole line that leads to another article: a label of a closed list, and what the article is called."""
STOPS = re.compile(r"[.…][\"'”’)]{0,2}\Z")
WORDS_OF_A_TITLE = 2, 25
LONGEST_MORE = 250


def label_asides(lines: list[Line], labels: list[str]) -> None:
    """Paragraphs of the body that are words to a picture, or a way to another article, are labelled as that."""
    index = 0
    while index < len(lines):
        end = index + 1
        while end < len(lines) and labels[index] == labels[end] == "body" and goes_on(lines[end - 1], lines[end]):
            end += 1
        if labels[index] == "body" and (aside := _aside(" ".join(line.text for line in lines[index:end]))):
            labels[index:end] = [aside] * (end - index)
        index = end


def _aside(text: str) -> str | None:
    if len(text) < WORDS_TO_A_PICTURE and text[-1] == ")" and QUOTED.isdisjoint(text) and CREDIT.search(text):
        return "caption"
    return "chrome" if len(text) <= LONGEST_MORE and leads_on(text) else None


def leads_on(text: str) -> bool:
    """Whether a line is a label and a headline. A sentence behind the label is what the article tells: "Related: he
    resigned."."""
    match = MORE.fullmatch(text)
    if match is None or not text[0].isupper():
        return False
    title = match["title"]
    words = len(title.split())
    if words == 1 and "://" in title:
        return True
    # Who is heard again is labelled so too: "More from Vale: "We did it"".
    heard = match["from"] is not None and re.search('["“”]', title) is not None
    fewest, most = WORDS_OF_A_TITLE
    return fewest <= words <= most and not heard and not _is_sentence(title, match["label"])


def _is_sentence(title: str, label: str) -> bool:
    """Whether what stands behind a label is a sentence, or goes on as one. "Read: Did he?" may be what one of that name
    asks; no label of several words is a name."""
    if " " in label:
        return STOPS.search(title) is not None
    return ends_sentence(title) or title[0].islower()
