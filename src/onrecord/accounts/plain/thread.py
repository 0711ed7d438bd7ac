"""The readers' posts of a plain text, from the labels of its lines.

Whether the lines that say who and when stand before a post's words, behind them or on both sides is the same for all
posts of a thread, so it is learnt from the page: what its first post has before it is what every post has.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from onrecord.accounts.draft import Said
from onrecord.accounts.lines.words import PRESS
from onrecord.accounts.plain.heads import Head, read_head
from onrecord.accounts.plain.lines import Line, joined

REPLY = re.compile(
    r"(?:in reply to|replying to|reply to|responding to|antwort auf|en réponse à"
    r"|@)\s?:?\s?(?P<to>[^\s:,][^:,\n]{0,40}?)(?=[:,.\s]|$)",
    re.I,
)
QUOTED = re.compile(r"(?P<to>[^\s:][^:\n]{0,40}?) (?:wrote|said|schrieb|a écrit|escribió)\s?:\W{0,3}$", re.I)
PLACE = re.compile(r"(?<=[\w.])(?:, ?| from | of )[A-Z][\w.'’-]{1,20}(?:,? [A-Z][\w.'’-]{0,20}){0,3}\Z")
"""Where somebody writes from, behind a name."""
INITIAL = re.compile(r"[\s.][A-Z]\Z")
"""At the end of a name, before its point."""
_NESTED = re.compile(r"(?:>\s?){1,9}")
"""Lines behind a thread that are looked at for the rest of its last post."""
_SHORTEST = 4
"""Words of lines behind ">" that stand above them, from which they are told as a quotation without a name."""
_EARLIER = 200
"""Posts before one, in which what it quotes is looked for."""
_WORD = re.compile(r"\w+")
_COLON = re.compile(r"[^\n]{1,90}?(?:\d?[:\]|])(?=\s)")


class _Open:
    """A post while its lines are gathered."""

    __slots__ = ("asides", "author", "date", "indent", "name", "words")

    def __init__(self, indent: int):
        self.author: tuple[int, int] | None = None
        self.date: tuple[int, int] | None = None
        self.name = ""
        self.indent = indent
        self.words: list[tuple[int, int, int]] = []
        """Line, and from where to where in the text."""
        self.asides: list[str] = []

    def add_head(self, line: Line, head: Head) -> None:
        if head.date and not self.date:
            self.date = line.start + head.date[0], line.start + head.date[1]
        if head.name and (not self.author or head.date):
            self.author = line.start + head.name[0], line.start + head.name[1]
            self.name = line.text[head.name[0] : head.name[1]]


class Group(NamedTuple):
    """Heads that stand together, and then the words."""

    heads: list[int]
    rest: list[int]


def read_posts(lines: list[Line], heads: list[Head], labels: dict[int, str]) -> list[Said]:
    """The posts of the lines of a thread; `labels` of its lines are author, date, text, post and button."""
    posts = _opened(lines, heads, labels)
    if len(posts) > 1 and not (posts[-1].words or posts[-1].author or posts[-2].date):
        posts[-2].date = posts[-1].date  # it stands behind the words, and no other post does
    posts = [post for post in posts if post.words or post.author]
    _without_places(posts)
    return list(_said(lines, posts))


def _opened(lines: list[Line], heads: list[Head], labels: dict[int, str]) -> list[_Open]:
    """The posts, each with its lines; the last may be none."""
    groups = _groups(labels)
    cut = _cut(groups)
    posts: list[_Open] = []
    for number, group in enumerate(groups):
        closing = group.heads[: len(group.heads) if cut < 0 else cut] if number else []
        for index in closing:
            posts[-1].add_head(lines[index], _head(lines[index], heads[index], labels[index]))
        members = [*group.heads[len(closing) :], *group.rest]
        if members:
            posts.append(_Open(lines[members[0]].indent))
        for index in members:
            _add(posts[-1], lines[index], index, labels[index], heads[index])
    return posts


def _without_places(posts: list[_Open]) -> None:
    """Cut off where the authors write from, if all of them say so: "Bo Ray, Upton", "old pilot from Leeds"."""
    signed = [post for post in posts if post.author]
    cuts = [PLACE.search(post.name) for post in signed]
    if len(signed) > 1 and all(cuts):
        for post, cut in zip(signed, cuts, strict=True):
            if post.author and cut:
                post.name = post.name[: cut.start()]
                post.author = post.author[0], post.author[0] + cut.start()


def _groups(labels: dict[int, str]) -> list[Group]:
    groups: list[Group] = []
    for index in sorted(labels):
        name = labels[index]
        opens = name == "post" or (name in ("author", "date") and bool(groups) and _has_words(groups[-1], labels))
        if not groups or opens:
            groups.append(Group([], []))
        (groups[-1].heads if name in ("author", "date") else groups[-1].rest).append(index)
    return groups


def _has_words(group: Group, labels: dict[int, str]) -> bool:
    return any(labels[index] in ("text", "post") for index in group.rest)


def _cut(groups: list[Group]) -> int:
    """How many of the heads between two posts belong to the one before; -1: all of them."""
    if len(groups) < 2:
        return 0
    between = Counter(len(group.heads) for group in groups[1:] if group.rest)
    usual = between.most_common(1)[0][0] if between else len(groups[-1].heads)
    first = len(groups[0].heads)
    last = 0 if groups[-1].rest else len(groups[-1].heads)
    if first >= usual or not last:
        return 0
    return -1 if first == 0 else usual - first


def _head(line: Line, head: Head, name: str) -> Head:
    """The head of a line that is labelled as one, though it may not look like one by itself."""
    if name == "author" and head.name is None and head.date is None:
        text = line.text.rstrip(" :,.")
        text = line.text[: len(text) + 1] if INITIAL.search(text) and line.text[len(text) :] == "." else text
        return head._replace(name=(0, len(text))) if text else head
    return head._replace(name=None) if name == "date" else head


def _add(post: _Open, line: Line, index: int, name: str, head: Head) -> None:
    if name in ("author", "date"):
        post.add_head(line, _head(line, head, name))
    elif name == "button":
        post.asides.append(line.text)
    elif name == "post":
        start = _inline(post, line)
        post.words.append((index, start, line.end))
    else:
        post.words.append((index, line.start, line.end))


def _inline(post: _Open, line: Line) -> int:
    """Where the words begin in a line that opens with who and when ("Bo - 3 March 2020: No.")."""
    for match in _COLON.finditer(line.text, 0, 100):
        head = read_head(line.text[: match.end()].rstrip(":]| "))
        if head.name:
            post.add_head(line, head)
            skipped = len(line.text[match.end() :]) - len(line.text[match.end() :].lstrip(" |:-–—"))
            return line.start + match.end() + skipped
    return line.start


def _said(lines: list[Line], posts: list[_Open]) -> Iterator[Said]:
    """The posts, each with the earlier one that it names ("@X", "in reply to X", "X wrote:") or stands indented
    under."""
    by_name: dict[str, int] = {}
    above: list[int] = []
    first = min((index for post in posts for index, _, _ in post.words), default=0)
    above_it = [_folded(_text(lines, range(first)))]
    for number, post in enumerate(posts):
        while above and posts[above[-1]].indent >= post.indent:
            above.pop()
        answered = above[-1] if above else None
        above.append(number)
        named = _named(lines, post, by_name)
        members, source = _own(lines, post, above_it)
        if answered is None:
            answered = source
        yield Said(_words(lines, members, post.words), post.author, post.date, answered if named is None else named)
        above_it.append(_folded(_text(lines, members)))
        if post.author:
            by_name[post.name.casefold()] = number


def _named(lines: list[Line], post: _Open, by_name: dict[str, int]) -> int | None:
    opening = lines[post.words[0][0]].text if post.words else ""
    for text in (*post.asides, opening):
        match = REPLY.match(text) or QUOTED.match(text)
        if match is None:
            continue
        words = text[match.start("to") : match.start("to") + 60].rstrip(":").casefold().split()
        for count in range(min(5, len(words)), 0, -1):
            name = " ".join(words[:count]).rstrip(":,.")
            if name in by_name:
                return by_name[name]
    return None


def _own(lines: list[Line], post: _Open, above: list[str]) -> tuple[list[int], int | None]:
    """The lines that are its own words, and the post whose words it quotes behind ">"; all lines if none would be left.

    `above` has the words of the article, and then those of each earlier post.
    """
    members = [index for index, _, _ in post.words]
    kept = [index for index in members if not PRESS.fullmatch(lines[index].text)]
    source = None
    left_out: set[int] = set()
    for run in _quoted_runs(lines, kept):
        place = _quoted_from(lines, run, above)
        announcing = [index for index in (run[0] - 1,) if index in kept and QUOTED.search(lines[index].text)]
        if place >= 0 or announcing:
            left_out.update(run, announcing)
        if place > 0 and source is None:
            source = place - 1
    return [index for index in kept if index not in left_out] or members, source


def _quoted_from(lines: list[Line], run: list[int], above: list[str]) -> int:
    """The last text of those above that has the words of some lines; -1 if none has, or they are few."""
    words = _folded(" ".join([_NESTED.sub("", lines[index].text, count=1) for index in run]))
    if words.count(" ") <= _SHORTEST:
        return -1
    for place in range(len(above) - 1, max(0, len(above) - _EARLIER - 1), -1):
        if words in above[place]:
            return place
    return 0 if words in above[0] else -1


def _text(lines: list[Line], members: Iterable[int]) -> str:
    return " ".join([lines[index].text for index in members])


def _quoted_runs(lines: list[Line], members: list[int]) -> Iterator[list[int]]:
    """The lines behind ">" that stand together."""
    run: list[int] = []
    for index in members:
        if lines[index].text.startswith(">") and (not run or index == run[-1] + 1):
            run.append(index)
        else:
            if run:
                yield run
            run = [index] if lines[index].text.startswith(">") else []
    if run:
        yield run


def _folded(text: str) -> str:
    """The words of a text, each with a space on both sides, without case and marks."""
    return " " + " ".join(_WORD.findall(text.casefold())) + " "


def _words(lines: list[Line], members: list[int], words: list[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
    starts = {start: begin for index, begin, _ in words if (start := lines[index].start) != begin}
    spans = joined(lines, members)
    return tuple((starts.get(start, start), end) for start, end in spans if starts.get(start, start) < end)
