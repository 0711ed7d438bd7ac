"""Which elements of a page are its posts: the kind that fits best.

A post has an author and a date beside its words, and there are several of one kind. A kind is a class, an id with a
number in it, the children of one element, or a run of siblings that begins with one of a sort (`<dt>` who and when,
`<dd>` what). A kind that says what it is (schema.org/Comment, `comment-12`, `class="comment"`) need not fit.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from onrecord.accounts.lines.words import ends_sentence, is_form
from onrecord.accounts.page.markup import Markup, Node
from onrecord.accounts.thread.marks import Marks, holds
from onrecord.accounts.thread.signs import EVIDENCE, kinds_of, named_as_part, named_as_place
from onrecord.text.spans import Place

TITLE_AT: Final = 150
"""A teaser begins with the heading that links to its page, within so many characters."""
BETTER: Final = 1.02
"""How many times the fit of a kind another one has to fit to be better than it."""
LONG: Final = 4000
"""Characters: of fewer than five posts that are longer are more likely an article and what stands beside it."""
FEW: Final = 5
ARTICLE: Final = 1500
"""Characters, from which the first of what may be posts is the article if it says more than the others together."""
BESIDE: Final = 0.75
"""What words beside a date that may be a name count, where no markup says whose they are."""
LEAST, SURE = 0.5, 0.9
"""Of how many items of a kind author and date are told, at least; and if they hold the headline of the page."""
UNNAMED: Final = 0.9
"""What the fit of a kind counts that no name holds together: it misses a post that is not like the others."""
HALVED: Final = 3
"""How many elements that hold two of what may be posts tell that those are halves of posts."""
PARTS: Final = 60
"""Elements of the first post that are looked at for what its parts are called."""
SOME_WORDS, MORE_WORDS = 12, 30
"""Characters that posts have on average, at least; more where nothing names their authors."""

NUMBERED: Final = re.compile(r"([^0-9]{0,80}?)[a-f]*[0-9]")
"""An id with a number in it, and what stands before that."""

Item = list[Node]
"""The elements of one post, siblings in order; mostly one."""


def find_posts(markup: Markup, marks: Marks, others: list[Place]) -> list[Item]:
    """The posts: the items of the kind that fits best. None has a part of the `others`, runs of the text that are no
    posts."""
    kinds = _kinds(markup, marks)
    if others:
        kinds = _without(kinds, others)
    if not kinds:
        return []
    marks.find_authors(
        min(items[0][0].start for items in kinds.values()),
        max(item[-1].end for items in kinds.values() for item in items),
    )
    best, chosen, called = 0.0, [], ""
    for key, items in kinds.items():
        if best and not key.startswith("runs") and _most(key, items, marks) <= best * BETTER:
            continue
        fit, posts = _best_of(key, items, marks)
        if fit > best * BETTER:
            best, chosen, called = fit, posts, key
    chosen = _whole(chosen, kinds, marks)
    return _with_opening(chosen, kinds, marks) if called[:1] == "!" and marks.forum else chosen


def _without(kinds: dict[str, list[Item]], others: list[Place]) -> dict[str, list[Item]]:
    left_over: dict[str, list[Item]] = {}
    for key, items in kinds.items():
        kept = []
        for item in items:
            nodes = [node for node in item if not any(node.start < end and start < node.end for start, end in others)]
            if nodes:
                kept.append(nodes)
        if kept:
            left_over[key] = kept
    return left_over


def _most(key: str, items: list[Item], marks: Marks) -> float:
    """How much so many items that say so much of the page can fit at most, each with author and date."""
    said = marks.length(items[0][0].start, max([item[-1].end for item in items])) / (marks.said[-1] or 1)
    return len(items) * float((1.3 * (0.1 + said) ** 0.5) if key[0] == "!" else said**0.5)


def _whole(posts: list[Item], kinds: dict[str, list[Item]], marks: Marks) -> list[Item]:
    """The posts, or what holds two of them each, if there is such a kind: they are then the halves of posts.

    One half says who writes and since when, the other what and when it was written.
    """
    halves = [item[0] for item in posts]
    if len(halves) < 2 * HALVED or len(halves) % 2:
        return posts
    for key, items in kinds.items():
        if 2 * len(items) == len(halves) and all(
            item[0].index < first.index and first.start >= item[0].start and second.end <= item[-1].end
            for item, first, second in zip(items, halves[::2], halves[1::2], strict=True)
        ):
            fit, whole = _best_of(key, items, marks)
            if fit > 0 and len(whole) == len(items):
                return whole
    return posts


def _with_opening(posts: list[Item], kinds: dict[str, list[Item]], marks: Marks) -> list[Item]:
    """The posts, with the one before them that answers nothing if they and it are all that is of another kind."""
    own = {item[0].index for item in posts}
    for key, items in kinds.items():
        if key[0] == "!" or len(items) != len(posts) + 1 or items[0][0].index > posts[0][0].index:
            continue
        if own == {item[0].index for item in items[1:]} and _best_of(key, items, marks)[0] > 0:
            return items
    return posts


def _kinds(markup: Markup, marks: Marks) -> dict[str, list[Item]]:
    """The kinds of element that say they are posts, and those that are dated often enough to be posts."""
    dated, several = _dated(marks)
    found: dict[str, list[Node]] = {}
    for node in _candidates(markup, dated):
        for key in kinds_of(node.tag, node.names, node.attrs.get("itemtype", "") or node.attrs.get("typeof", "")):
            found.setdefault(key, []).append(node)
    kinds = {}
    for key, nodes in found.items():
        if key[0] == "!" or _may_be(key, nodes, marks):
            kinds[key] = [[node] for node in nodes]
    for parent, nodes in _children(markup, several).items():
        if _may_be("", [node for node in nodes if holds(marks.dates, node.start, node.end)], marks):
            kinds[f"children of {parent}"] = [[node] for node in nodes]
            if len(nodes) > 3:
                kinds[f"runs in {parent}"] = [nodes]
    return kinds


def _candidates(markup: Markup, dated: list[Node]) -> list[Node]:
    """The elements that are called what posts are called, and those called the same as two that have a date, in
    order."""
    tokens, beginnings = _shared(dated)
    called: dict[str, bool] = {}
    candidates: list[Node] = []
    for node in markup.nodes:
        if node.end <= node.start or node.unread:
            continue
        if node.around is None:
            names, given = node.names, node.attrs
            if names and names not in called:
                called[names] = (
                    "comment" in names
                    or "komment" in names
                    or "cmt" in names
                    or "reply" in names
                    or (bool(tokens) and not tokens.isdisjoint(names.split()))
                    or (bool(beginnings) and names.rpartition(" ")[2].startswith(beginnings))
                )
            if (names and called[names]) or "itemtype" in given or "typeof" in given:
                candidates.append(node)
        elif "-" in node.tag:
            candidates.append(node)
    return candidates


def _children(markup: Markup, parents: list[int]) -> dict[int, list[Node]]:
    """The elements directly in each of some, where they are not empty."""
    children: dict[int, list[Node]] = {index: [] for index in parents}
    for node in markup.nodes[parents[0] + 1 :] if parents else ():
        if (
            node.block is node
            and node.parent
            and node.parent.index in children
            and node.end > node.start
            and not node.unread
        ):
            children[node.parent.index].append(node)
    return children


def _shared(dated: list[Node]) -> tuple[frozenset[str], tuple[str, ...]]:
    """What two or more of the dated elements have in common: their classes, and the beginnings of their ids."""
    first: dict[str, int] = {}
    shared: set[str] = set()
    for node in dated:
        classes, _, identifier = node.names.rpartition(" ")
        tokens = classes.split()[:8]
        if identifier and (number := NUMBERED.match(identifier)):
            tokens.append("#" + number[1])
        for token in tokens:
            if first.setdefault(token, node.index) != node.index:
                shared.add(token)
    return frozenset(shared), tuple([token[1:] for token in shared if token[0] == "#"])


def _dated(marks: Marks) -> tuple[list[Node], list[int]]:
    """The elements that hold a date, and the indices of those in which several children do."""
    seen: set[int] = set()
    holders: list[Node] = []
    holding: dict[int, int] = {}
    for date in marks.dated:
        node: Node | None = date
        while node is not None and node.index >= 0 and node.index not in seen:
            seen.add(node.index)
            holders.append(node)
            if node.parent:
                above = node.parent.index
                holding[above] = holding.get(above, 0) + 1
            node = node.parent
    return holders, sorted(index for index, number in holding.items() if number > 1 and index >= 0)


def _may_be(key: str, nodes: list[Node], marks: Marks) -> bool:
    """Whether elements may be posts, by what costs little to know: their dates, and how much they say."""
    if len(nodes) < 2 or not marks.dates:
        return False
    dated = 0
    for node in nodes:
        dated += holds(marks.dates, node.start, node.end)
    if dated < 2 or 2 * dated < len(nodes):
        return False
    return dated > 3 or marks.forum or _is_evident(key, nodes[0]) or _holds_parts([nodes[0]], marks)


def _runs(nodes: list[Node], marks: Marks) -> list[Item]:
    """Siblings in runs, each from one that names or dates to before the next such one of its sort."""
    starts: list[int] = []
    sort: tuple[str, bool, bool] | None = None
    for place, node in enumerate(nodes):
        named, dated = marks.within_element(node)
        named = named or (dated > 0 and marks.named_beside(node.start, node.end) is not None)
        if not (named or dated):
            continue
        own = (_sort(node), named > 0, dated > 0)
        sort = sort or own
        if own == sort:
            starts.append(place)
    if len(starts) < 2 or len(starts) == len(nodes):
        return []
    longest = max(b - a for a, b in pairwise(starts))
    ends = [*starts[1:], min(len(nodes), starts[-1] + longest)]
    return [nodes[a:b] for a, b in zip(starts, ends, strict=True)]


def _sort(node: Node) -> str:
    classes = node.attrs.get("class", "").lower().split()
    return f"{node.tag}.{re.sub(r'[0-9]+', '0', classes[0]) if classes else ''}"


class _Held:
    """How many authors stand in an item (if none, a part of one for words beside a date that may be a name), dates and
    characters."""

    __slots__ = ("dated", "named", "said")

    def __init__(self, named: float, dated: int) -> None:
        self.named = named
        self.dated = dated
        self.said = 0


def _best_of(key: str, items: list[Item], marks: Marks) -> tuple[float, list[Item]]:
    """How well items of one kind are posts, 0 if they are not, and those of them that are.

    Of the children of one element some may be no posts: a row of headings, a spacer.
    """
    if key.startswith("runs"):
        items = _runs(items[0], marks)
        if not items:
            return 0.0, []
    held = [_held(item, marks, beside=key[0] != "!") for item in items]
    if key[0] != "!":
        both = sum(tally.named > 0 and tally.dated > 0 for tally in held)
        if both < (2 if key.startswith("children") else LEAST * (len(held) - 1)):
            return 0.0, []  # without the first, too
    _measure(items, held, marks, named=key[0] == "!")
    if key[0] == "!":
        kept = [n for n, tally in enumerate(held) if tally.named or tally.dated]
        if 2 * len(kept) > len(items):  # what is called a comment among them and has neither is an advertisement
            items, held = [items[n] for n in kept], [held[n] for n in kept]
    if key.startswith("children"):
        kept = [n for n, tally in enumerate(held) if tally.named and tally.dated]
        kept = [n for n in kept if n == kept[0] or _is_like_others(n, kept, items)]
        rest = sum(tally.said for tally in held) - sum(held[n].said for n in kept)
        if len(kept) < 2 or rest > 0.3 * sum(tally.said for tally in held):
            return 0.0, []
        if any(held[n].named >= 1 for n in kept):
            kept = [n for n in kept if held[n].named >= 1]
        items, held = [items[n] for n in kept], [held[n] for n in kept]
    if (
        len(items) > 1
        and key[0] != "!"
        and not marks.forum
        and held[0].said > max(ARTICLE, sum(tally.said for tally in held[1:]))
    ):
        items, held = items[1:], held[1:]  # what readers answer, and not an answer
    return _fit(key, items, held, marks) * (UNNAMED if key.startswith(("children", "runs")) else 1.0), items


def _measure(items: list[Item], held: list[_Held], marks: Marks, *, named: bool) -> None:
    """Put in how much each item says. What is named a post counts all its words where all of them say what others say,
    too."""
    for item, tally in zip(items, held, strict=True):
        tally.said = marks.length(item[0].start, item[-1].end)
    if named and not any(tally.said for tally in held):
        for item, tally in zip(items, held, strict=True):
            tally.said = marks.printed_length(item[0].start, item[-1].end)


def _is_like_others(number: int, kept: list[int], items: list[Item]) -> bool:
    """Whether one of some siblings has the tag, or a class, of another of them: a box of counts among posts has
    neither."""
    node = items[number][0]
    classes = set(node.attrs.get("class", "").split())
    for place in kept:
        other = items[place][0]
        if (
            place != number
            and other.tag == node.tag
            and (not classes or not classes.isdisjoint(other.attrs.get("class", "").split()))
        ):
            return True
    return False


def _held(item: Item, marks: Marks, *, beside: bool) -> _Held:
    start, end = item[0].start, item[-1].end
    named, dated = marks.within_element(item[0]) if len(item) == 1 else marks.within(start, end)
    if beside and dated and not named and marks.named_beside(start, end) is not None:
        return _Held(BESIDE, dated)
    return _Held(named, dated)


def _fit(key: str, items: list[Item], held: list[_Held], marks: Marks) -> float:
    """How well items of one kind are posts, 0 if they are not: how many, how much they say, with author and date."""
    number, whole = len(items), marks.said[-1] or 1
    authors = 0.0
    dates = characters = reach = both = squares = 0
    for item, tally in zip(items, held, strict=True):
        start, end = item[0].start, item[-1].end
        both += tally.named > 0 and tally.dated > 0 and not marks.is_linked(start)
        if start < reach:
            authors += tally.named if tally.named == BESIDE else 0  # of which the one around it has but one, too
            continue
        reach = end
        authors, dates, characters = authors + tally.named, dates + tally.dated, characters + tally.said
        squares += tally.said * tally.said
    by, on = authors / number, dates / number
    told_share = min(by, on, both / number)
    if (told_share < LEAST and key[0] != "!") or _is_other(items, told_share, marks):
        return 0.0
    if number == 1 and (2 * characters > whole or not (authors or dates or _says(items[0], marks))):
        return 0.0
    fit = told_share**3 * min(1.0, 8.0 / max(by, 0.1)) * min(1.0, 6.0 / max(on, 0.1))
    if key[0] == "!":
        if not characters or (key == "!schema" and not (authors or dates) and _is_answer(items[0][0])):
            return 0.0  # the answers of a company to questions that nobody asked
        if characters < SOME_WORDS * number:
            return 0.01 * number
        return (0.3 + fit) * number * float((0.1 + characters / whole) ** 0.5)
    unnamed = all(tally.named in (0, BESIDE) for tally in held)
    several = characters * characters / max(squares, 1)  # how many posts of one length would be as unequal
    unequal = several < 1.3 or (several < 2.5 and squares > LONG * LONG and number < FEW and not marks.forum)
    much = told_share > 0.7 and characters > 0.25 * whole  # of what the page says, and most of it with author and date
    told = _is_evident("" if unnamed else key, items[0][0]) or (
        much and (number > 3 or marks.forum or _holds_parts(items[0], marks))
    )
    few_words = characters < (MORE_WORDS if unnamed else SOME_WORDS) * number
    if unequal or few_words or not told or 2 * _titled(items, marks) > number:
        return 0.0
    return fit * number * min(1.0, several / 2) * float((characters / whole) ** 0.5)


def _is_answer(node: Node) -> bool:
    """Whether an element says that it answers a question: it may be nobody's comment."""
    return "answer" in (node.attrs.get("itemtype", "") or node.attrs.get("typeof", "")).lower()


def _is_other(items: list[Item], own: float, marks: Marks) -> bool:
    """Whether the items hold the headline of the page, or are posts of another site that an article shows."""
    first = any(holds(marks.firsts, item[0].start, item[-1].end) for item in items[:3])
    if first and (len(items) < 3 or own < SURE):
        return True
    return 2 * sum(holds(marks.embedded, item[0].start, item[-1].end) for item in items) > len(items)


def _titled(items: list[Item], marks: Marks) -> int:
    """How many of the items, none of them within another, begin with the heading of another page."""
    titled = reach = 0
    for item in items:
        start, end = item[0].start, item[-1].end
        if start >= reach:
            reach = end
            titled += marks.is_titled(start, min(end, start + TITLE_AT))
    return titled


def _is_evident(key: str, first: Node) -> bool:
    """Whether the kind, or what stands around its first item, is named as a post or a thread."""
    named = not key.startswith(("children", "runs")) and EVIDENCE.search(key)
    return bool(named) or any(node.names and named_as_place(node.names) for node in _around(first))


def _says(item: Item, marks: Marks) -> bool:
    """Whether a sentence stands in an element that is not what invites its readers to write one."""
    text = marks.markup.text
    lines = [text[p.start : p.end] for p in marks.markup.pieces if item[0].start <= p.start < item[-1].end]
    return any(ends_sentence(line) for line in lines) and not any(is_form(line) for line in lines)


def _holds_parts(item: Item, marks: Marks) -> bool:
    """Whether something in a post is named as a part of one."""
    nodes = marks.markup.nodes[item[0].index : item[0].index + PARTS]
    return any(node.names and named_as_part(node.names) for node in nodes if node.start < item[-1].end)


def _around(node: Node) -> Iterator[Node]:
    above: Node | None = node
    for _ in range(4):
        if above is None or above.tag in ("body", "html", ""):
            return
        yield above
        above = above.parent
