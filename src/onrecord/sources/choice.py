"""Which accounts of a file are asked for: "export.docx:3,7-12", those of some days, those with some words."""

import os
import re
from pathlib import Path
from typing import NamedTuple, cast, get_args

from onrecord.errors import SourceError
from onrecord.sources.containers.parts import Columns
from onrecord.types import GivenField, LeftOut, Page

NUMBERED = re.compile(r"(?P<file>.+):(?P<numbers>\d{1,6}(?:-\d{1,6})?(?:,\d{1,6}(?:-\d{1,6})?){0,1000})", re.S)
MOST = 10_000


def parts_named(source: str | Path) -> tuple[Path, frozenset[int] | None]:
    """The path that a source names, and the numbers of the accounts in it, if it names any. A file whose own name ends
    so is that file. Raises SourceError for numbers that are none."""
    match = NUMBERED.fullmatch(str(source))
    if match is None or os.path.lexists(source) or not os.path.isfile(match["file"]):
        return Path(source), None
    numbers: set[int] = set()
    for run in match["numbers"].split(","):
        first, _, last = run.partition("-")
        begin, end = int(first), int(last or first)
        if not 1 <= begin <= end <= MOST:
            raise SourceError(f"{run!r} in {str(source)!r} names no accounts; write 3, or 7-12, from 1 to {MOST:,}")
        numbers.update(range(begin, end + 1))
    return Path(match["file"]), frozenset(numbers)


DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class Choice(NamedTuple):
    """Which of the accounts that files hold are wanted: of the days `first` to `last` (EDTF, a year, month or day), and
    with words that `match` finds. It says nothing of a page that is a file of its own."""

    first: str | None = None
    last: str | None = None
    match: re.Pattern[str] | None = None

    def of(self, page: Page | LeftOut) -> Page | LeftOut | None:
        """The page if it is wanted, a line if that cannot be told, and else None."""
        if isinstance(page, LeftOut) or not page.place:
            return page
        if self.first or self.last:
            date = next((given.value for given in page.given if given.field == "published"), "")
            if not DAY.match(date):
                return LeftOut(page.url, "its file does not say when it was published, and days were asked for")
            if not self._within(date):
                return None
        return page if self.match is None or self.match.search(_words(page)) else None

    def _within(self, date: str) -> bool:
        early = self.first is not None and date < self.first[: len(date)]
        return not early and (self.last is None or date[: len(self.last)] <= self.last)


ALL = Choice()


def choice(first: str | None, last: str | None, match: str | None) -> Choice:
    """What is asked for in words. Raises SourceError for what is no day and no pattern."""
    for day in filter(None, (first, last)):
        if not DAY.fullmatch(day):
            raise SourceError(f"{day!r} is no day; write 2031, 2031-05 or 2031-05-04")
    if first and last and last < first[: len(last)]:
        raise SourceError(f"nothing is from {first!r} to {last!r}; the first day comes first")
    try:
        return Choice(first, last, re.compile(match, re.IGNORECASE) if match else None)
    except re.error as error:
        raise SourceError(f"{match!r} is no pattern ({error}); write words, or a regular expression") from None


def columns(asked: str | None) -> Columns:
    """What the columns of a table hold: "text=body,publisher=outlet". Raises SourceError for a field that there is
    not."""
    pairs = [pair.partition("=") for pair in (asked or "").split(",") if pair.strip()]
    known = ("text", *get_args(GivenField))
    for name, mark, heading in pairs:
        if not mark or not heading.strip() or name.strip() not in known:
            raise SourceError(
                f"{name + mark + heading!r} is no column; write text=HEADING, or one of {', '.join(known)}"
            )
    if pairs and "text" not in (name.strip() for name, _, _ in pairs):
        raise SourceError(f"{asked!r} does not say which column holds the text; write text=HEADING too")
    return tuple((cast("GivenField", name.strip()), heading.strip()) for name, _, heading in pairs)


def _words(page: Page) -> str:
    text = page.body.decode("utf-8", "replace")
    text = re.sub(r"<[^<>]{0,2000}>", "", text) if page.media_type == "text/html" else text
    return "\n".join(
        [*(given.value for given in page.given if given.field in ("headline", "publisher", "section")), text]
    )
