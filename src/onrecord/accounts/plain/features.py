"""What the lines of a dump look like to the model that labels them.

A line is seen by what it says itself (its head, its length, its words), by its neighbours, and by what the page shows
of its own layout: which template of a head comes again and again, what stands before and behind it, how far the nearest
one is. The layout is learnt from the page, so no feature names one.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from onrecord.accounts.lines.words import COMMENTS, FOOTER, LONGEST_FOOTER, ends_sentence, name_like
from onrecord.accounts.plain.heads import REPLY_MARK, Head, read_head
from onrecord.accounts.plain.lines import Line
from onrecord.text.dates.questions import has_clock

_STRONG = frozenset(("ND", "NS", "NB", "D"))
_FIRST_PERSON = re.compile(r"\b(?:i|my|me|you|your|thanks|thank you|lol|haha\w*|great|love|imho|btw)\b|!!|[:;]-?[)(dp]")
_REPORTED = re.compile(r"\b(?:said|told|according|percent|officials|spokes\w+|announced|minister|president|reported)\b")
"""Both for text in lower case; a line is read so far only."""
_READ = 300
_NO_COMMENT = re.compile(r"\b(?:0|no)\b", re.I)
_COUNTED = re.compile(r"\d|\b(?:one|two|three)\b", re.I)
_LENGTHS = (2, 12, 25, 40, 60, 80, 120, 200, 400, 800)
_PROSE = (1, 2, 4, 8)
_ANNOUNCED = (1, 2, 3, 4, 6, 12, 20, 21, 23, 30, 60)
_COUNTS = (1, 2, 3, 5, 9)
_DISTANCE = (1, 2, 3, 4, 6, 9, 15, 30)


class Layout(NamedTuple):
    """What a page shows of its own layout."""

    heads: list[Head]
    keys: list[str]
    """The template of each line that may be a head of a post, else empty."""
    counts: "Counter[str]"
    again: list[int]
    """How often the page has each line, if it is short; else 0."""
    top: str
    """The template that is most likely the head of this page's posts; empty if none comes twice."""
    places: list[int]
    """The lines of the top template."""
    style: str
    pairs: list[int]
    """How many lines before each one are names that words follow."""
    prose: list[int]
    """How many lines before each one are long prose."""
    announced: list[int]
    """How many lines after the last heading of a thread each one stands; 99 after a heading that says there are
    none."""
    indented: int
    """Of ten lines, how many are indented."""
    clocks: list[bool]
    """Whether each line has a date with a time of day, as comments' dates mostly have."""
    comments: list[int]
    """The headings of comments."""
    footer: int
    """Where the page's own last lines begin: copyright, terms, privacy."""


def layout(lines: Sequence[Line]) -> Layout:
    read: dict[str, Head] = {}
    for line in lines:
        if line.text not in read:
            read[line.text] = read_head(line.text)
    heads = [read[line.text] for line in lines]
    keys = [_key(head) for head in heads]
    counts = Counter(key for key in keys if key)
    names = [index for index in range(len(lines)) if _name_before_words(lines, heads, index)]
    top, places, style = _heads_of_posts(lines, heads, keys, counts, names)
    return Layout(
        heads=heads,
        keys=keys,
        counts=counts,
        again=_again(lines),
        top=top,
        places=places,
        style=style,
        pairs=_so_far(names, len(lines)),
        prose=_prose(heads),
        announced=_announced(lines, heads),
        indented=sum(line.indent > 0 for line in lines) * 10 // max(1, len(lines)),
        clocks=[_clock(line, head) for line, head in zip(lines, heads, strict=True)],
        comments=_comments(lines, heads),
        footer=_footer(lines),
    )


def _heads_of_posts(
    lines: Sequence[Line], heads: list[Head], keys: list[str], counts: "Counter[str]", names: list[int]
) -> tuple[str, list[int], str]:
    """The template of the heads of this page's posts, the lines that have it, and its style. `names`: the lines that
    are names which words follow, which are the heads if there are many more of them."""
    top = _top(heads, keys, counts)
    places = _together([index for index, key in enumerate(keys) if key == top]) if top else []
    if len(names) <= 2 * len(places):
        return top, places, _style(heads, places)
    places = _together(names)
    return "N", places, _names([lines[index].text for index in places], len(lines))


def _again(lines: Sequence[Line]) -> list[int]:
    texts = Counter(line.text for line in lines if len(line.text) <= 40)
    return [texts[line.text] for line in lines]


def _so_far(places: list[int], count: int) -> list[int]:
    """How many of the places stand before each of so many lines, and before the end."""
    marked = [0] * count
    for place in places:
        marked[place] = 1
    return list(accumulate(marked, initial=0))


def _comments(lines: Sequence[Line], heads: list[Head]) -> list[int]:
    return [index for index, head in enumerate(heads) if head.kind == "H" and COMMENTS.search(lines[index].text)]


def _footer(lines: Sequence[Line]) -> int:
    """Where the last lines begin that are nothing but what pages end with."""
    index = len(lines)
    while index and len(lines[index - 1].text) <= LONGEST_FOOTER and FOOTER.fullmatch(lines[index - 1].text):
        index -= 1
    return index


def _clock(line: Line, head: Head) -> bool:
    return head.date is not None and has_clock(line.text, *head.date)


def _prose(heads: list[Head]) -> list[int]:
    return list(accumulate((head.kind == "P" for head in heads), initial=0))


def _announced(lines: Sequence[Line], heads: list[Head]) -> list[int]:
    announced, since = [], 50
    for line, head in zip(lines, heads, strict=True):
        since += 1
        if head.kind == "H":
            since = 99 if _NO_COMMENT.search(line.text) else 0 if _COUNTED.search(line.text) else 20
        announced.append(since)
    return announced


def _key(head: Head) -> str:
    """The lead of the template: what varies within a thread ("by Bo (12)", "by Bo on ...") stands behind it."""
    if head.kind == "N":
        return "N"
    return " ".join(head.template.split(" ", 2)[:2]) if head.kind in _STRONG else ""


def _together(places: list[int]) -> list[int]:
    """Some lines without one or two that stand far before the others: those are the article's own byline and date."""
    gaps = [b - a for a, b in pairwise(places)]
    wide = max(8, 3 * sorted(gaps)[len(gaps) // 2]) if gaps else 0
    for first in (2, 1):
        if len(places) > first + 1 and gaps[first - 1] > wide:
            return places[first:]
    return places


def _name_before_words(lines: Sequence[Line], heads: list[Head], index: int) -> bool:
    return (
        heads[index].kind == "N"
        and index + 1 < len(lines)
        and heads[index + 1].kind in ("S", "P", "O")
        and len(lines[index + 1].text) > len(lines[index].text)
    )


def _top(heads: list[Head], keys: list[str], counts: "Counter[str]") -> str:
    """The strong template that comes most often; one with a name and a date counts for more than a date alone."""
    worth = {"ND": 1.5, "NS": 1.4, "NB": 1.0, "D": 0.8}
    best, top = 0.0, ""
    weighed: set[str] = set()
    for head, key in zip(heads, keys, strict=True):
        if key in weighed or head.kind not in worth or counts[key] < 2:
            continue
        weighed.add(key)
        if counts[key] * worth[head.kind] > best:
            best, top = counts[key] * worth[head.kind], key
    return top


def _coarse(heads: list[Head], index: int) -> str:
    if not 0 <= index < len(heads):
        return "-"
    kind = heads[index].kind
    return "W" if kind in ("P", "S", "O", "U") else kind


def _style(heads: list[Head], places: list[int]) -> str:
    """Kind of the top head, and what most often stands before and behind it, and whether words follow the last one."""
    if not places:
        return "-"
    before = Counter(_coarse(heads, place - 1) for place in places[1:] or places)
    after = Counter(_coarse(heads, place + 1) for place in places[:-1] or places)
    tail = "w" if _coarse(heads, places[-1] + 1) in ("W", "N", "D") else "x"
    return f"{heads[places[0]].kind}<{before.most_common(1)[0][0]}>{after.most_common(1)[0][0]}{tail}"


def _names(names: list[str], lines: int) -> str:
    """How much bare short lines before words are like names: how many come again, and how many are like handles."""
    again = len(names) - len(set(names))
    handles = sum(" " not in name or name.islower() or any(c.isdigit() or c in "_@" for c in name) for name in names)
    return f"N{min(again, 3)}{4 * handles // (len(names) + 1)}{_bin(lines / len(names), (3, 5, 9))}"


def _bin(value: float, edges: Sequence[float]) -> int:
    return bisect_right(edges, value)


def features(lines: Sequence[Line], page: Layout) -> Iterator[list[str]]:
    """For each line its features, one line at a time: they take much more room than the page."""
    return (_of_line(lines, page, index) for index in range(len(lines)))


def _of_line(lines: Sequence[Line], page: Layout, index: int) -> list[str]:
    heads, line = page.heads, lines[index]
    kinds = tuple(heads[i].kind if 0 <= i < len(heads) else "-" for i in range(index - 2, index + 3))
    kind = kinds[2]
    signs = [*_of_kinds(kinds), f"len {_bin(len(line.text), _LENGTHS)}"]
    signs += _of_layout(page, index, kind)
    signs += _of_place(lines, page, index, kind)
    signs += _of_words(line, kind)
    return signs


@lru_cache(8192)
def _of_kinds(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """What the line and the two on either side of it are."""
    second, before, kind, behind, fourth = kinds
    return (
        "bias", "k " + kind, "k-1 " + before, "k+1 " + behind, "k-2 " + second, "k+2 " + fourth,
        f"b- {before} {kind}", f"b+ {kind} {behind}", f"t {before} {kind} {behind}", f"t+ {kind} {behind} {fourth}",
        f"t- {second} {before} {kind}",
    )  # fmt: skip


def _of_layout(page: Layout, index: int, kind: str) -> tuple[str, ...]:
    """Where the line stands among the heads of the top template, and how often its own comes."""
    key = page.keys[index]
    again = f"again {kind} {_bin(page.counts[key], _COUNTS) if key else 0}"
    if not page.places:
        return again, "no top"
    number = bisect_right(page.places, index)
    back = index - page.places[number - 1] if number else -1
    ahead = page.places[number] - index if number < len(page.places) else -1
    zone = "at" if back == 0 else "before" if not number else "between" if ahead >= 0 else "after"
    many = _bin(len(page.places), _COUNTS)
    far = (_bin(back, _DISTANCE) if number else "-", _bin(ahead, _DISTANCE) if ahead >= 0 else "-")
    return again, *_of_zone(zone, many, kind, page.style, far, (min(back, 3), min(ahead, 3)))


@lru_cache(8192)
def _of_zone(  # noqa: PLR0913, PLR0917
    zone: str, many: int, kind: str, style: str, far: tuple[int | str, int | str], near: tuple[int, int]
) -> tuple[str, ...]:
    """How far the heads of the thread are before and behind the line."""
    back, ahead = far
    return (
        f"zone {zone} {many}", f"zone {zone} {kind} {style}", f"zone {zone} {style}", f"back {back} {kind} {zone}",
        f"ahead {ahead} {kind} {zone}", f"near {near[0]} {near[1]} {kind} {style}", f"near {back} {ahead}",
        f"back {back} {style}", f"ahead {ahead} {style} {zone}",
    )  # fmt: skip


def _of_place(lines: Sequence[Line], page: Layout, index: int, kind: str) -> list[str]:
    """Indentation, blank lines, how dense names before words are around, and how far into the page the line stands."""
    line, count = lines[index], len(lines)
    before, after = (lines[index - 1] if index else None), (lines[index + 1] if index + 1 < count else None)
    deeper = _step(before.indent, line.indent) if before else "-"
    next_deeper = _step(line.indent, after.indent) if after else "-"
    low, high = max(0, index - 8), min(count, index + 9)
    around = page.pairs[high] - page.pairs[low]
    ahead = page.pairs[min(count, index + 12)] - page.pairs[index]
    behind = page.pairs[index] - page.pairs[max(0, index - 12)]
    rest = page.pairs[-1] - page.pairs[index]
    again = min(3, page.again[index])
    follows = index + 1 < count and page.pairs[index + 1] > page.pairs[index]
    return [
        f"indent {line.indent > 0} {min(page.indented, 9)}",
        f"indent {deeper} {next_deeper} {kind}",
        f"indent {deeper} {line.indent > 0}",
        f"apart {line.apart} {after.apart if after else '-'} {kind}",
        f"around {_bin(around, _COUNTS)} {kind}",
        f"ahead pairs {_bin(ahead, _COUNTS)}",
        f"behind pairs {_bin(behind, _COUNTS)} {_bin(ahead, _COUNTS)}",
        f"rest pairs {_bin(rest, _COUNTS)} {bool(page.places)}",
        f"repeated {again} {kind} {follows}",
        f"first {min(index, 4)}",
        f"prose {_bin(page.prose[index], _PROSE)} {kind}",
        f"prose {_bin(page.prose[index], _PROSE)} {_bin(page.prose[-1] - page.prose[index], _PROSE)}",
        f"prose left {_bin(page.prose[-1] - page.prose[index], _PROSE)} {kind} {page.style == '-'}",
        f"announced {_bin(page.announced[index], _ANNOUNCED)} {kind}",
        f"clock {page.clocks[index]} {page.prose[index] > 1} {kind}",
        f"last {min(count - 1 - index, 3)}",
    ]


def _step(indent: int, following: int) -> str:
    """Whether a line stands deeper than the one before it."""
    return "=" if following == indent else ">" if following > indent else "<"


def _of_words(line: Line, kind: str) -> list[str]:
    mark = REPLY_MARK.match(line.text)
    text = line.text[mark.end() :] if mark else line.text
    lowered = text[:_READ].lower()
    signs = [
        f"start {_start(text[0])} {kind}",
        "end " + ("word" if text[-1].isalnum() else text[-1]),
        f"reader {bool(_FIRST_PERSON.search(lowered))} {kind}",
        f"reported {bool(_REPORTED.search(lowered))} {kind}",
        f"quoted {'“' in text or chr(34) in text} {kind}",
    ]
    if kind == "N":
        signs.append(f"name {name_like(text):.1f}")
        signs.append(f"handle {any(c.isdigit() or c in '_@' for c in text)} {text.islower()} {len(text.split())}")
    if len(text) < 100:
        lead = text.split(None, 1)[0].lower()
        signs.append("lead " + lead[:12])
        signs.append(f"title {text.istitle()} {text.isupper()} {ends_sentence(text)}")
    return signs


def _start(first: str) -> str:
    return "upper" if first.isupper() else "lower" if first.islower() else "digit" if first.isdigit() else first
