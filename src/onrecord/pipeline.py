"""The four arrows on one screen. It orders the steps and decides nothing."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from onrecord.accounts import segment
from onrecord.collation import collate
from onrecord.readings import read
from onrecord.sources import load
from onrecord.types import LeftOut, Page, Reading, Record


def pages(sources: Iterable[str | Path], *, stdin: bytes | None = None) -> Iterator[Page | LeftOut]:
    """bytes -> Page, for every file, folder and "-" (standard input)."""
    for source in sources:
        yield from load(source, stdin=stdin if str(source) == "-" else None)


def read_page(page: Page | LeftOut) -> Reading | LeftOut:
    """Page -> Account -> Reading; what was left out stays left out."""
    if isinstance(page, LeftOut):
        return page
    account = segment(page)
    return account if isinstance(account, LeftOut) else read(account)


def build(sources: Iterable[str | Path], *, stdin: bytes | None = None, title: str | None = None) -> Record:
    """One record of all accounts that `sources` hold. The order of the sources does not matter.

    Raises SourceError for a source that does not exist. What exists and cannot be read is in `Record.left_out`.
    """
    return join((read_page(page) for page in pages(sources, stdin=stdin)), title=title)


def join(results: Iterable[Reading | LeftOut], *, title: str | None = None) -> Record:
    """Readings -> Record."""
    done = list(results)
    readings = [result for result in done if isinstance(result, Reading)]
    left_out = [result for result in done if isinstance(result, LeftOut)]
    return collate(readings, left_out, title=title)
