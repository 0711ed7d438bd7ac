"""The four arrows on one screen. It orders the steps and decides nothing."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from onrecord.accounts import segment
from onrecord.collation import collate
from onrecord.readings import read
from onrecord.sources import load
from onrecord.types import LeftOut, Page, Reading, Record


def pages(sources: Iterable[str | Path], *, stdin: bytes | None = None) -> Iterator[Page | LeftOut]:
    """bytes -> Page, for every file, folder and "-" (standard input). Files of one name have their folders' names before it."""
    given = [str(source) for source in sources]
    names = _names(given)
    for source in given:
        for page in load(source, stdin=stdin if source == "-" else None):
            yield msgspec.structs.replace(page, url=names[source]) if source in names else page


def _names(sources: Iterable[str]) -> dict[str, str]:
    """For the files among `sources` that share their names with others: the shortest ends of their paths that do not."""
    parts = {source: Path(source).absolute().parts for source in sources if os.path.isfile(source)}
    found: dict[str, str] = {}
    for depth in range(1, max(map(len, parts.values()), default=0) + 1):
        ends = {source: own[-depth:] for source, own in parts.items() if source not in found}
        shared = Counter(ends[source] for source in {parts[source]: source for source in ends}.values())
        found |= {source: "/".join(end) for source, end in ends.items() if shared[end] == 1}
    return {source: _written(name) for source, name in found.items() if "/" in name}


def _written(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_page(page: Page | LeftOut, *, least_score: float = 0.0) -> Reading | LeftOut:
    """Page -> Account -> Reading; what was left out stays left out. `least_score` as in `read`."""
    if isinstance(page, LeftOut):
        return page
    account = segment(page)
    return account if isinstance(account, LeftOut) else read(account, least_score=least_score)


def build(
    sources: Iterable[str | Path], *, stdin: bytes | None = None, title: str | None = None, least_score: float = 0.0
) -> Record:
    """One record of all accounts that `sources` hold. The order of the sources does not matter.

    `least_score`, 0 to 1, leaves out statements that are less sure; 0.8 and 0.9 keep half and a third of them.
    Raises SourceError for a source that does not exist. What exists and cannot be read is in `Record.left_out`.
    """
    return join((read_page(page, least_score=least_score) for page in pages(sources, stdin=stdin)), title=title)


def join(results: Iterable[Reading | LeftOut], *, title: str | None = None) -> Record:
    """Readings -> Record."""
    done = list(results)
    readings = [result for result in done if isinstance(result, Reading)]
    left_out = [result for result in done if isinstance(result, LeftOut)]
    return collate(readings, left_out, title=title)
