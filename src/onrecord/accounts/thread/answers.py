"""Which post answers which: by what it lies in, how far it is indented, what it names as its parent, or whom it
quotes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from onrecord.accounts.page.markup import Markup, Node
from onrecord.accounts.thread.kinds import Item
from onrecord.accounts.thread.post import Post

LEVEL: Final = re.compile(r"(?:^|[\s_-])(?:depth|level|indent|lvl)[-_]?(\d{1,2})(?!\d|%)")
LEVELS = ("indent", "depth", "data-depth", "data-level", "aria-level")
MARGIN: Final = re.compile(r"(?:margin|padding)-left\s{0,3}:\s{0,3}(\d{1,4})")
ANSWERS: Final = re.compile(r"indent|child|nested|repl(?:y|ies)|responses?\b|antwort")
PARENT: Final = re.compile(r"(?<![a-z])(?:parent|in-?reply-?to|reply-?to|replied-?to|antwort-?auf)(?![a-z])")
PARENTS = ("data-parent-id", "data-parent", "data-reply-to", "parentid")
NUMBERED = ("id", "data-id", "data-comment-id", "data-pid", "name", "thingid")
QUOTED: Final = 30
"""Characters that a quotation has in common with the post that it is from, at least."""
EARLIER: Final = 200
"""Posts before one, in which what it quotes is looked for."""


def find_answers(
    markup: Markup, items: list[Item], owner: list[int], places: Mapping[int, int], posts: Mapping[int, Post]
) -> dict[int, int]:
    """For a post the earlier post it answers, where the page says so; `places` gives for an item its place in the
    thread."""
    nested = _nested(items, owner, places)
    if not nested:
        nested = _by_level([_level(items[number][0]) for number in places])
    return nested or _linked(items, places, posts) | _quoting(markup, items, places, posts)


def _nested(items: list[Item], owner: list[int], places: Mapping[int, int]) -> dict[int, int]:
    nested: dict[int, int] = {}
    after: dict[int, list[int]] = {}
    for number, place in places.items():
        root = items[number][0]
        above = places.get(owner[root.parent.index], -1) if root.parent and root.parent.index >= 0 else -1
        container = _container(root)
        if above >= 0:
            nested[place] = above
        elif container is not None and container.parent and (earlier := after.get(container.parent.index)):
            nested[place] = earlier[-1]
        if root.parent:
            after.setdefault(root.parent.index, []).append(place)
    return nested


def _container(root: Node) -> Node | None:
    """The element around a post that is named as that of the answers to the one before it."""
    above = root.parent
    for _ in range(3):
        if above is None:
            return None
        if above.names and ANSWERS.search(above.names):
            return above
        above = above.parent
    return None


def _level(root: Node) -> int | None:
    """How deep a post says that it is indented."""
    for name in LEVELS:
        if root.attrs.get(name, "").isdecimal():
            return int(root.attrs[name])
    named = LEVEL.search(root.names)
    margin = named or MARGIN.search(root.attrs.get("style", ""))
    return int(margin[1]) if margin else None


def _by_level(levels: Iterable[int | None]) -> dict[int, int]:
    """The last earlier post that is less deep; nothing if a post skips a level, for then it is no level."""
    answered: dict[int, int] = {}
    path: list[tuple[int, int]] = []
    steps: set[int] = set()
    for place, level in enumerate(levels):
        if level is None:
            return {}
        while path and path[-1][0] >= level:
            path.pop()
        if path:
            answered[place] = path[-1][1]
            steps.add(level - path[-1][0])
        path.append((level, place))
    return answered if len(steps) == 1 else {}


def _linked(items: list[Item], places: Mapping[int, int], posts: Mapping[int, Post]) -> dict[int, int]:
    """Posts that link to their parent, or have its number in their data."""
    numbered: dict[str, int] = {}
    answered: dict[int, int] = {}
    for number, place in places.items():
        root = items[number][0]
        for parent in _parents(posts[number], root):
            if parent in numbered:
                answered[place] = numbered[parent]
                break
        for node in posts[number].nodes[:8]:
            for name in NUMBERED if node.attrs else ():
                if given := node.attrs.get(name):
                    numbered.setdefault(given, place)
    return answered


def _parents(post: Post, root: Node) -> Iterator[str]:
    for name in PARENTS:
        if given := root.attrs.get(name):
            yield given
            yield f"comment-{given}"
    for node in post.nodes:
        address = node.attrs.get("href", "") if node.tag == "a" else ""
        if "#" in address and (
            PARENT.search(node.names) or post.text[node.start : node.end].strip().lower() in ("parent", "in reply to")
        ):
            yield address.rpartition("#")[2]


def _quoting(markup: Markup, items: list[Item], places: Mapping[int, int], posts: Mapping[int, Post]) -> dict[int, int]:
    """Posts that begin with a quotation from an earlier one: the last in which its words stand."""
    answered: dict[int, int] = {}
    quoted_places: list[tuple[int, int]] = []
    words_of: dict[int, str] = {}
    for number, place in places.items():
        quoted = posts[number].quoted_line()
        if quoted:
            start = " ".join(markup.text[quoted[0] : quoted[1]].split())[: 2 * QUOTED]
            if len(start) >= QUOTED:
                for earlier, other in reversed(quoted_places[-EARLIER:]):
                    if other not in words_of:
                        words_of[other] = " ".join(posts[other].own_lines().split())
                    if start in words_of[other]:
                        answered[place] = earlier
                        break
        quoted_places.append((place, number))
    return answered
