"""What a page says of its words in its data, where it shows hardly any because a script would set them there.

The text of an article or of a post, with its answers, in its JSON-LD (https://schema.org/articleBody, text, comment,
suggestedAnswer, acceptedAnswer); else the description in its meta elements, which is mostly how the text begins. Every
line is pinned to the characters of the source that it is written with.
"""

import json
import re
from typing import Any, Final, NamedTuple

from onrecord.accounts.draft import Dated, Said, Stretch
from onrecord.accounts.fields.jsonld import UNFIT, Described, Thing, read_json_ld, types_of
from onrecord.accounts.page.markup import Markup, read_markup
from onrecord.text.dates.questions import read_date
from onrecord.types import BlockKind

FEW_WORDS: Final = 60
"""A page that shows fewer says the rest by a script."""
SOME_WORDS: Final = 20
"""An article that shows as many is not read once more from the data: most of it would stand there twice."""
BEGINNING: Final = 40
"""Characters by which the words of an entry are looked for in what the page shows."""
TAGS: Final = re.compile(r"<[^<>]{0,2000}>")
DEPTH: Final = 100
"""How deep answers to answers are read."""
TEXT = ("articleBody", "text", "description")
ANSWERS = ("acceptedAnswer", "suggestedAnswer", "comment")
POSTS: Final = frozenset("DiscussionForumPosting SocialMediaPosting Question Answer Comment UserComments".split())
WRITTEN: Final = frozenset(
    "Article NewsArticle BlogPosting ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle LiveBlogPosting "
    "TechArticle"
    " BackgroundNewsArticle Report DiscussionForumPosting SocialMediaPosting Question".split()
)
DESCRIPTIONS = ("og:description", "twitter:description", "description")
STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*+"', re.S)
ESCAPE: Final = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.S)
CONTENT: Final = re.compile(r"""\scontent\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"']++))""", re.I)
LINE: Final = re.compile(r"[^\r\n]*[^\s][^\r\n]*")


class Stated(NamedTuple):
    """Text to stand behind what the page shows, with offsets in the text of both."""

    text: str
    stretches: list[Stretch]
    posts: list[Said]
    why: str
    """Why the account is not whole, and what was read."""
    entries: tuple[Dated, ...] = ()


class _Line(NamedTuple):
    text: str
    origin: int
    origin_end: int


def read_stated(source: str, markup: Markup, *, body: bool) -> Stated | None:
    """What the data of a page say of its words; None if it shows many itself, or its data have no more.

    `body`: whether some of what it shows is an article's: then no description is taken for its words, and no text
    unless it shows next to nothing.
    """
    things = read_json_ld(markup)[0]
    if live := next((one for one in things if _updates(one.thing) and not _are_shown(one.thing, markup.text)), None):
        writer = _Writer(source, markup.text)
        writer.live_blog(live)
        if writer.entries:
            hidden = f"the page shows none of the {len(writer.entries)} entries of its live blog"
            why = f"{hidden}; those in its JSON-LD were read"
            return Stated("\n".join(writer.parts), writer.stretches, writer.posts, why, tuple(writer.entries))
    shown = len(markup.text.split(maxsplit=FEW_WORDS))
    if shown >= FEW_WORDS or (body and shown >= SOME_WORDS):
        return None
    writer = _Writer(source, markup.text)
    described = max(things, key=_size, default=None)
    if described and _size(described) > 0:
        writer.described(described)
        what = "the text in its JSON-LD was read"
    elif not body:
        writer.lines("body", _description(source, markup))
        what = "only its description was read"
    if writer.words <= shown:
        return None
    why = f"the page shows {shown} words; a script would load the rest, of which {what}"
    return Stated("\n".join(writer.parts), writer.stretches, writer.posts, why)


def _size(one: Described) -> int:
    return len(_text(one.thing)) if types_of(one.thing) & WRITTEN else 0


def _text(thing: Thing) -> str:
    """The words of a thing: of a description only where it is a post, for that of an article tells what it is about."""
    keys = TEXT if types_of(thing) & POSTS else TEXT[:2]
    return next((text for key in keys if isinstance(text := thing.get(key), str) and text.strip()), "")


def _updates(thing: Thing) -> list[Thing]:
    """The entries of a live blog (https://schema.org/liveBlogUpdate) that have words."""
    given = thing.get("liveBlogUpdate") if "LiveBlogPosting" in types_of(thing) else None
    listed = given if isinstance(given, list) else [given]
    return [one for one in listed if isinstance(one, dict) and _text(one)]


def _are_shown(thing: Thing, text: str) -> bool:
    """Whether the page shows how most entries begin: then it is its own."""
    begins = [" ".join(TAGS.sub(" ", _text(one)).split())[:BEGINNING] for one in _updates(thing)]
    return 2 * sum(begin in text for begin in begins) >= len(begins)


def _description(source: str, markup: Markup) -> list[_Line]:
    """The longest description in the meta elements."""
    given = [
        node
        for node in markup.nodes
        if node.tag == "meta" and (node.attrs.get("property") or node.attrs.get("name") or "").lower() in DESCRIPTIONS
    ]
    longest = max(given, key=lambda node: len(node.attrs.get("content", "")), default=None)
    if longest is None:
        return []
    found = CONTENT.search(source, longest.origin, longest.origin_end)
    start, end = found.span(found.lastindex or 0) if found else (longest.origin, longest.origin_end)
    return [_Line(" ".join(m[0].split()), start, end) for m in LINE.finditer(longest.attrs.get("content", ""))]


class _Writer:
    """Sets the lines of a page's data behind its text."""

    def __init__(self, source: str, text: str) -> None:
        self.source = source
        self.parts = [text] if text else []
        self.length = len(text)
        self.words = 0
        self.stretches: list[Stretch] = []
        self.posts: list[Said] = []
        self.entries: list[Dated] = []
        self.places: dict[str, tuple[int, int]] = {}
        """Where each string of the page's JSON-LD is first written, with its quotation marks."""

    def lines(self, kind: BlockKind, lines: list[_Line]) -> list[tuple[int, int]]:
        """Append lines; their places in the text."""
        places = []
        for line in lines:
            start = self.length + bool(self.parts)
            self.parts.append(UNFIT.sub("\ufffd", line.text))
            self.length = start + len(line.text)
            self.words += len(line.text.split())
            self.stretches.append(Stretch(kind, start, self.length, line.origin, line.origin_end))
            places.append((start, self.length))
        return places

    def strings(self, one: Described) -> None:
        """Note where the strings of a script are written."""
        for found in STRING.finditer(self.source, *one.place):
            if (value := _decoded(found[0])) is not None:
                self.places.setdefault(value, found.span())

    def live_blog(self, one: Described) -> None:
        """The entries of a live blog, each with its time, its author and its heading."""
        self.strings(one)
        for update in _updates(one.thing):
            date = update.get("datePublished") or update.get("dateCreated")
            when = self.value(date, "dateline")
            author = self.value(_name(update.get("author")), "byline")
            heading = self.value(update.get("headline") or update.get("name"), "headline")
            words = self.lines("body", self.lines_of(_text(update)))
            if when and words:
                place = when[0], words[-1][1]
                self.entries.append(Dated(place, heading, author, when, read_date(str(date))))

    def described(self, one: Described) -> None:
        """An article or a post with what answers it."""
        self.strings(one)
        if types_of(one.thing) & POSTS:
            self.post(one.thing, None, 0)
        else:
            self.lines("body", self.lines_of(_text(one.thing)))
            self.answers(one.thing, None, 0)

    def post(self, thing: Thing, answered: int | None, depth: int) -> None:
        author = self.value(_name(thing.get("author")))
        when = thing.get("dateCreated") or thing.get("datePublished")
        date = self.value(when)
        words = self.lines("comment", self.lines_of(_text(thing)))
        if words:
            self.posts.append(Said(tuple(words), author, date, answered, when if date else None))
            answered = len(self.posts) - 1
        self.answers(thing, answered, depth)

    def answers(self, thing: Thing, answered: int | None, depth: int) -> None:
        written: list[Thing] = []  # an accepted answer may be listed among those suggested, too
        for key in ANSWERS if depth < DEPTH else ():
            given = thing.get(key)
            for answer in given if isinstance(given, list) else [given]:
                if isinstance(answer, dict) and (key != "suggestedAnswer" or answer not in written):
                    written.append(answer)
                    self.post(answer, answered, depth + 1)

    def value(self, given: Any, kind: BlockKind = "comment") -> tuple[int, int] | None:
        """Append a short value on a line of its own."""
        if not isinstance(given, str) or not given.strip() or given not in self.places:
            return None
        start, end = self.places[given]
        (place,) = self.lines(kind, [_Line(" ".join(given.split()), start + 1, end - 1)])
        return place

    def lines_of(self, given: str) -> list[_Line]:
        """The lines of a text that may be HTML, each with its place in the source."""
        place = self.places.get(given)
        if place is None:
            return []
        at = _offsets(self.source[slice(*place)], place[0])
        if "<" not in given and "&" not in given:
            return [_Line(" ".join(m[0].split()), at[m.start()], at[m.end()]) for m in LINE.finditer(given)]
        inner = read_markup(given)
        return [_Line(inner.text[p.start : p.end], at[p.origin], at[p.origin_end]) for p in inner.pieces]


def _name(author: Any) -> Any:
    """The name of an author as it is written: a string, or that of the first person."""
    if isinstance(author, list):
        author = author[0] if author else None
    return author.get("name") if isinstance(author, dict) else author


def _decoded(token: str) -> str | None:
    try:
        value = json.loads(token, strict=False)
    except ValueError:
        return None
    return value if isinstance(value, str) else None


def _offsets(token: str, begin: int) -> list[int]:
    """For each character of a JSON string, and for its end, where in the source it is written."""
    at: list[int] = []
    done = 1
    for escape in ESCAPE.finditer(token, 1, len(token) - 1):
        at += range(begin + done, begin + escape.start())
        at.append(begin + escape.start())
        done = escape.end()
    return [*at, *range(begin + done, begin + len(token))]
