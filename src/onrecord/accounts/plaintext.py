"""Plain text -> what each line is, where article, page furniture and thread stand in one text.

Rules: the thread is the run of lines in which short lines that look like names alternate with sentences most densely,
helped by a heading ("3 Comments"), by lines that say who wrote when, and by lines that repeat; before it stands the
article, and what stands behind it or speaks to the reader ("Sign up") is chrome.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from onrecord.accounts.dates import NO_YEAR, find_date
from onrecord.accounts.draft import Draft, Field, FieldName, Stretch
from onrecord.accounts.plainthread import WIDEST_WRAP, Line, date_line, find_thread, goes_on, read_posts
from onrecord.accounts.words import FORM, THREAD_HEADING, ends_sentence
from onrecord.types import BlockKind

FILLED = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
BYLINE = re.compile(r"(?:by|von|par|por|di) [^\W\d_].{2,80}", re.I)
DATE_PREFIX = re.compile(r"(?:date|published|posted|updated|last updated|first published)\b:? {0,3}(?:on )?", re.I)
PLACE_PREFIX = re.compile(
    r"[A-Z][A-Z.'’ -]{1,40}(?:, [A-Z][\w.'’ -]{1,40}){0,3}(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)? {0,2}"
    r"(?:\([A-Z][^()]{1,30}\) {0,2})?(?:-{1,2}|–|—) "
)


def read_plain(text: str) -> Draft:
    """What each line of `text` is. The text of the account is `text` itself, and every origin its span."""
    lines = list(_lines(text))
    thread = find_thread(lines)
    posts, of_thread = read_posts(lines, thread)
    kinds = _outside(lines, thread.start if thread else len(lines))
    for index, kind in of_thread.items():
        kinds[index] = kind
    spans = list(_spans(lines, kinds, {post.author[0] for post in posts if post.author}))
    stretches = [Stretch(kind, start, end, start, end) for kind, start, end in spans]
    return Draft(text, stretches, posts, _fields(text, stretches))


def _lines(text: str) -> Iterator[Line]:
    """The lines that are not blank."""
    run: list[tuple[int, int, int, bool]] = []
    before = 0
    for match in FILLED.finditer(text):
        words = match[0].strip()
        if not words:
            continue
        indent = len(match[0]) - len(match[0].lstrip())
        breaks = max(text.count("\n", before, match.start()), text.count("\r", before, match.start()))
        if breaks > 1 and run:
            yield from _run(text, run)
            run = []
        run.append((match.start() + indent, match.start() + indent + len(words), indent, breaks > 1 or not before))
        before = match.end()
    yield from _run(text, run)


def _run(text: str, run: list[tuple[int, int, int, bool]]) -> Iterator[Line]:
    width = max((end - start + indent for start, end, indent, _ in run), default=0)
    broken = any(
        end - start >= max(30, 0.7 * width) and text[after[0]].islower() and not ends_sentence(text[start:end])
        for (start, end, _, _), after in pairwise(run)
    )
    for start, end, indent, apart in run:
        yield Line(start, end, text[start:end], indent, apart, width if broken and width <= WIDEST_WRAP else 0)


def _outside(lines: list[Line], stop: int) -> list[BlockKind]:
    """What the lines outside the thread are; it begins at line `stop`, and what is behind it is chrome."""
    prose = [_is_prose(line) for line in lines[:stop]]
    first = prose.index(True) if any(prose) else stop
    last = stop - 1 - prose[::-1].index(True) if any(prose) else -1
    kinds: list[BlockKind] = ["chrome"] * len(lines)
    for index in range(stop):
        kinds[index] = _alone(lines[index], "body" if first <= index <= last else "chrome")
    for start, end in _runs(prose, first, last):
        if end - start >= 4:
            kinds[start:end] = ["chrome"] * (end - start)
    if not any(kind == "body" for kind in kinds):
        kinds[:stop] = [_alone(line, "body") for line in lines[:stop]]
    headline = _headline(lines, kinds, first if any(prose) else 0)
    if headline is not None:
        kinds[headline] = "headline"
    return kinds


def _is_prose(line: Line) -> bool:
    if len(line.text) < 160 and (FORM.search(line.text) or THREAD_HEADING.fullmatch(line.text)):
        return False
    return len(line.text) >= 80 or (len(line.text) >= 25 and ends_sentence(line.text))


def _alone(line: Line, otherwise: BlockKind) -> BlockKind:
    """What a line is that says so itself."""
    text = line.text
    if BYLINE.fullmatch(text):
        return "byline"
    if date_line(text) and len(text) < 60:
        return "dateline"
    if len(text) < 160 and (FORM.search(text) or THREAD_HEADING.fullmatch(text)):
        return "chrome"
    return otherwise


def _runs(prose: list[bool], first: int, last: int) -> Iterator[tuple[int, int]]:
    """Runs of lines that are not prose, between the first line that is and the last."""
    start = None
    for index in range(first, last + 1):
        if prose[index]:
            if start is not None:
                yield start, index
            start = None
        elif start is None:
            start = index


def _headline(lines: list[Line], kinds: list[BlockKind], first: int) -> int | None:
    """The last line before the prose, but for bylines and datelines, that could be a heading; None if there is none."""
    for index in range(first - 1, max(-1, first - 8), -1):
        if kinds[index] in ("byline", "dateline"):
            continue
        words = lines[index].text.split()
        fits = (
            3 <= len(words) <= 30
            and len(lines[index].text) <= 200
            and not lines[index].text.endswith((".", ":", ",", ";"))
        )
        return index if fits and not FORM.search(lines[index].text) else None
    return None


def _spans(lines: list[Line], kinds: list[BlockKind], authors: set[int]) -> Iterator[tuple[BlockKind, int, int]]:
    """The blocks: paragraphs of lines of one kind; an author's line, and a dateline within a line, stand alone."""
    first_body = kinds.index("body") if "body" in kinds else -1
    index = 0
    while index < len(lines):
        kind, start, end = kinds[index], lines[index].start, lines[index].end
        split = _dateline(lines[index].text) if index == first_body else 0
        if split:
            yield "dateline", start, start + len(lines[index].text[:split].rstrip())
            start += split
        while (
            index + 1 < len(lines)
            and kinds[index + 1] == kind
            and kind in ("body", "comment", "caption")
            and not (kind == "comment" and _has_author(lines, index, authors))
            and goes_on(lines[index], lines[index + 1])
        ):
            index += 1
            end = lines[index].end
        yield kind, start, end
        index += 1


def _has_author(lines: list[Line], index: int, authors: set[int]) -> bool:
    return any(
        lines[i].start + skip in authors for i in (index, index + 1) for skip in range(min(12, len(lines[i].text)))
    )


def _dateline(text: str) -> int:
    """How many characters at the beginning of the article's first line say when and where, and not yet what."""
    prefix = DATE_PREFIX.match(text)
    found = find_date(text, prefix.end(), prefix.end() + 40) if prefix else None
    end = 0
    if found and prefix and found.start == prefix.end():
        end = found.end
    place = PLACE_PREFIX.match(text, end)
    if place and (found or NO_YEAR.search(place[0]) or "(" in place[0]):
        end = place.end()
    return end + len(text[end:]) - len(text[end:].lstrip(" -–—:|")) if 0 < end < len(text) else 0


def _fields(text: str, stretches: list[Stretch]) -> dict[FieldName, Field]:
    """Headline, byline and date of publication, each where the text prints it and not read from the thread."""
    fields: dict[FieldName, Field] = {}
    for stretch in stretches:
        words, place = text[stretch.start : stretch.end], (stretch.origin, stretch.origin_end)
        if stretch.kind == "headline" and "headline" not in fields:
            fields["headline"] = Field(words, "first-heading", place)
        elif stretch.kind == "byline" and "byline" not in fields:
            fields["byline"] = Field(words.split(None, 1)[1], "line-by", place)
        elif stretch.kind == "dateline" and "published" not in fields:
            found = find_date(words)
            if found and found.edtf:
                fields["published"] = Field(
                    found.edtf, "dateline", (stretch.start + found.start, stretch.start + found.end)
                )
    return fields
