"""Threads as plain-text dumps, in many layouts: each family yields lines with their labels."""

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

Row = tuple[str, str]
"""A line, with its indentation, and its label; an empty line has no label."""


class Post(NamedTuple):
    author: str
    date: str
    words: list[str]
    depth: int
    parent: str


class Look(NamedTuple):
    """What one dump does in the same way for all its posts; drawn once a dump."""

    blank: int
    """0 no blank lines, 1 between posts, 2 between all paragraphs."""
    indent: int
    nest: int
    wrap: int
    buttons: list[str]
    pick: random.Random
    choice: dict[str, str]


def _body(post: Post, look: Look, extra: int) -> Iterator[Row]:
    pad = " " * (look.nest * post.depth + look.indent * extra)
    for number, paragraph in enumerate(post.words):
        if number and look.blank == 2:
            yield "", ""
        for line in wrapped(paragraph, look.wrap):
            yield pad + line, "text"


def wrapped(paragraph: str, width: int) -> list[str]:
    if not width:
        return [paragraph]
    lines, line = [], ""
    for word in paragraph.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line] if line else lines


def _pad(post: Post, look: Look) -> str:
    return " " * (look.nest * post.depth)


def _head(post: Post, look: Look, number: int, key: str, forms: tuple[str, ...]) -> str:
    form = look.choice.setdefault(key, look.pick.choice(forms))
    form = form.replace("{n}", str(number + 1)).replace("{k}", str(look.pick.randrange(2, 9_999_999)))
    return _pad(post, look) + form.replace("{d}", post.date).replace("{a}", post.author)


SAYS = ("{a} says:", "{a} said:", "{a} wrote:", "{a} writes:", "{a} said...", "{a} commented:", "{a} says", "{a} Says:", (
    "{a} said,"
),
        "{a} schreibt:", "{a} sagte am", "{a} a écrit :", "{a} dice:", "{a} replied:", "{a} commented")  # fmt: skip
BESIDE = (
    "{a} {d}",
    "{a} - {d}",
    "{a} | {d}",
    "{a} • {d}",
    "{a} · {d}",
    "{a}, {d}",
    "{a} on {d}",
    "{a}, on {d}",
    ("{a} at {d}"),
    "{a} — {d}",
    "{a} – {d}",
    "{a}  {d}",
    "{a}{d}",
    "{a} ({d})",
    "{a} {d}:",
    "{a} [{d}]",
    "{a} / {d}",
    ("{a} (not verified) {d}"),
)
SAYS_DATED = (
    "{a} says on {d}",
    "{a} said on {d}:",
    "{a} wrote on {d}",
    "{a} on {d} said:",
    "On {d}, {a} said...",
    ("On {d} {a} said:"),
    "{d} / {a} says:",
    "{a} commented on {d}",
    "{a} said at {d}:",
    "{a} responded on {d}",
    ("{a} schrieb am {d}:"),
)
AFTER_DATE = (
    "{d} {a}",
    "{d} - {a}",
    "on {d} {a}",
    "{d} | {a}",
    "{d} — {a}",
    "[{d}] {a}",
    "{d}, {a}",
    "{d}: {a}",
    "({d}) {a}",
)
POSTED = (
    "by {a} on {d}",
    "Posted by {a} on {d}",
    "Posted by {a} at {d}",
    "Comment by {a} — {d}",
    ("Posted by: {a} | {d}"),
    "By {a}, {d}",
    "Posted by: {a} at {d}",
    "by {a} ({k}) on {d}",
    "Submitted by {a} on {d}",
    "Posted by {a}, {d}",
    ("von {a} am {d}"),
    "Comment by {a} on {d}",
    "Posted by: {a} {d}",
    "Left by {a} on {d}",
    "Written by {a} - {d}",
    ("Name: {a} Date: {d}"),
)
SIGNED = (*POSTED, "{a} at {d}", "{a} {d}", "- {a}, {d}", "– {a} {d}", "{a} | {d}", "{d} {a}", "— {a} {d}")
NUMBERED = ("{n}. {a} - {d}", "{n}. {a} {d}", "{n} {a} {d}", "#{n} {a} - {d}", "{n}  {a} | {d}", (
    "#{n} Posted by {a} on {d}"
), "{n}) {a}, {d}",
            "{n}. {a}", "{n} {a}", "#{n} {a}", "{n}. {a} says:", "{n}. By {a} on {d}", "{d} #{n} {a}")  # fmt: skip
POINTS = (
    "{a} {p} points {d}",
    "{a} {p} points · {d}",
    "[–] {a} {p} points {d}",
    "{a} {p} pts",
    "{a} • {d} • {p} points",
    "{p} points by {a} {d}",
)
INLINE = (
    "{a}: ",
    "{a} - {d}: ",
    "{a} says: ",
    "{a} ({d}): ",
    "{d} {a}: ",
    "{a} | {d} | ",
    "{a} wrote: ",
    "[{d}] {a}: ",
)
DATED = (
    "{d}",
    "on {d}",
    "Posted {d}",
    "at {d}",
    "Posted on {d}",
    "{d} |",
    "- {d}",
    "Date: {d}",
    "({d})",
    "{d} Permalink",
    "posted at {d}",
)


def bare(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", ("{a}", "{a}", "{a}", "- {a}", "{a}:")), "author"
    yield from _body(post, look, 1)


def addressed(post: Post, look: Look, number: int) -> Iterator[Row]:
    """The link of the author's name stands before it."""
    if look.pick.random() < 0.6:
        site = "".join(c for c in post.author.lower() if c.isascii() and c.isalnum()) or "x"
        host = look.pick.choice(("http://twitter.com/", "http://www.", "http://", "https://profiles.example/"))
        yield (
            _pad(post, look) + f"{host}{site}{look.pick.choice(('', '.com', '/', '.net/blog'))} {post.author}",
            "author",
        )
    else:
        yield _pad(post, look) + post.author, "author"
    yield from _body(post, look, 1)


def says(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", SAYS), "author"
    if look.choice.setdefault("dated", look.pick.choice(("", "y"))):
        yield _head(post, look, number, "d", DATED), "date"
    yield from _body(post, look, 1)


def says_dated(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", SAYS_DATED), "author"
    yield from _body(post, look, 1)


def author_date(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", ("{a}", "{a}", "{a}", "By {a}", "{a},")), "author"
    yield _head(post, look, number, "d", DATED), "date"
    yield from _body(post, look, 1)


def date_author(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "d", DATED), "date"
    yield _head(post, look, number, "h", ("{a}", "{a}", "{a} says:", "{a} wrote:", "by {a}")), "author"
    yield from _body(post, look, 1)


def beside(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", BESIDE), "author"
    yield from _body(post, look, 1)


def date_first(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", AFTER_DATE), "author"
    yield from _body(post, look, 1)


def posted(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", POSTED), "author"
    yield from _body(post, look, 1)


def signed(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield from _body(post, look, 0)
    yield _head(post, look, number, "h", SIGNED), "author"


def signed_twice(post: Post, look: Look, number: int) -> Iterator[Row]:
    """The name stands also before the words, but for the first post of some dumps."""
    if number or look.choice.setdefault("first", look.pick.choice(("", "y"))):
        yield _pad(post, look) + post.author, "author"
    yield from _body(post, look, 0)
    yield _head(post, look, number, "h", SIGNED), "author"


def date_last(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", (*SAYS, "{a}", "{a}")), "author"
    yield from _body(post, look, 1)
    yield _head(post, look, number, "d", DATED), "date"


def words_author_date(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield from _body(post, look, 0)
    heads = [
        (_head(post, look, number, "h", ("{a}", "- {a}", "— {a}", "by {a}")), "author"),
        (_head(post, look, number, "d", DATED), "date"),
    ]
    yield from heads if look.choice.setdefault("order", look.pick.choice(("", "y"))) else reversed(heads)


def numbered(post: Post, look: Look, number: int) -> Iterator[Row]:
    if look.choice.setdefault("alone", look.pick.choice(("", "", "y"))):
        yield _pad(post, look) + look.choice.setdefault("sign", look.pick.choice(("#", ""))) + str(number + 1), "button"
        yield from beside(post, look, number)
        return
    yield _head(post, look, number, "h", NUMBERED), "author"
    yield from _body(post, look, 1)


def bulleted(post: Post, look: Look, number: int) -> Iterator[Row]:
    mark = look.choice.setdefault("mark", look.pick.choice("•*·‣-»+"))
    pad = _pad(post, look) + " " * int(look.choice.setdefault("in", look.pick.choice("0224")))
    yield (
        f"{pad}{mark} {post.author}"
        + (f" {post.date}" if look.choice.setdefault("one", look.pick.choice(("", "y"))) else ""),
        "author",
    )
    if not look.choice["one"] and look.choice.setdefault("dated", look.pick.choice(("y", "y", ""))):
        yield f"{pad}  {post.date}", "date"
        if look.pick.random() < 0.5:
            yield "", ""
    for row, label in _body(post, look, 0):
        yield f"{pad}  {row}" if row else "", label


def points(post: Post, look: Look, number: int) -> Iterator[Row]:
    form = look.choice.setdefault("h", look.pick.choice(POINTS))
    yield (
        _pad(post, look)
        + form.replace("{p}", str(look.pick.randrange(1, 300))).replace("{d}", post.date).replace("{a}", post.author),
        "author",
    )
    yield from _body(post, look, 1)


def inline(post: Post, look: Look, number: int) -> Iterator[Row]:
    head = _head(post, look, number, "h", INLINE)
    first, *others = post.words
    lines = wrapped(head + first, look.wrap)
    yield lines[0], "post"
    for line in lines[1:]:
        yield " " * look.indent + line, "text"
    yield from _body(post._replace(words=others), look, 1)


def pictured(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield (
        _pad(post, look) + post.author + look.choice.setdefault("pic", look.pick.choice(("'s picture", "", " avatar"))),
        "author",
    )
    yield _head(post, look, number, "h", (*AFTER_DATE, *BESIDE)), "author"
    yield from _body(post, look, 1)


def boarded(post: Post, look: Look, number: int) -> Iterator[Row]:
    """A forum's table: the poster's rank and count stand between the name and the words."""
    yield _pad(post, look) + post.author, "author"
    for line in look.choice.setdefault("rank", "\n".join(look.pick.sample(
        ("Member", "Senior Member", "Posts: {k}", "Joined: {d}", "Location: "
                                                                 "Earth", "Reputation: {k}", "Registered User", (
            "Offline"
        )), 3
    ))).split("\n"):  # fmt: skip
        yield (
            _pad(post, look) + line.replace("{k}", str(look.pick.randrange(1, 9999))).replace("{d}", post.date),
            "button",
        )
    yield _head(post, look, number, "d", (*DATED, "#{n} {d}", "{d} #{n}")), "date"
    yield from _body(post, look, 1)


def replying(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", ("{a}", *BESIDE)), "author"
    if post.parent and look.pick.random() < 0.8:
        yield (
            _pad(post, look)
            + look.choice.setdefault(
                "r", look.pick.choice(("In reply to {a}", "Reply to {a}", "@{a}", "replying to {a}"))
            ).replace("{a}", post.parent),
            "button",
        )
    yield from _body(post, look, 1)


def quoting(post: Post, look: Look, number: int) -> Iterator[Row]:
    yield _head(post, look, number, "h", (*SAYS, *BESIDE, *POSTED)), "author"
    if post.parent and look.pick.random() < 0.7:
        yield _pad(post, look) + f"{post.parent} wrote:", "text"
        yield _pad(post, look) + "> " + look.pick.choice(post.words)[:120], "text"
    yield from _body(post, look, 1)


Family = Callable[[Post, Look, int], Iterator[Row]]
FAMILIES: dict[str, Family] = {
    one.__name__: one
    for one in (
        bare, addressed, says, says_dated, author_date, date_author, beside, date_first, posted, signed, signed_twice,
        date_last, words_author_date, numbered, bulleted, points, inline, pictured, boarded, replying, quoting,
    )
}  # fmt: skip
