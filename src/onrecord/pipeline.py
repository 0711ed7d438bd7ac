"""The four arrows on one screen. It orders the steps and decides nothing."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec

from onrecord.accounts import segment
from onrecord.collation import collate
from onrecord.errors import OnrecordError
from onrecord.faults import attempt, reason
from onrecord.readings import read
from onrecord.sources import ALL, Choice, Columns, Description, description_of, each_page, parts_named
from onrecord.types import LeftOut, Page, Reading, Record

Named = str | bytes | os.PathLike[str]
"""How a source is named: the path of a file or of a folder, or "-" for standard input."""


def pages(
    sources: Named | Iterable[Named],
    *,
    stdin: bytes | None = None,
    wanted: Choice = ALL,
    columns: Columns = (),
    described: Mapping[str, Description] | None = None,
) -> Iterator[Page | LeftOut]:
    """bytes -> Page, for every file, folder and "-" (standard input); a path by itself is one source. Of files that
    would share a name, be they given or in folders that are given, each has the names of its folders before it that
    tell it from the others. Of the accounts in files that hold several, those that are `wanted`; `columns` says what
    the columns of a table hold, and `described` what the user says of sources, by their names or the files in them."""
    given = [os.fsdecode(each) for each in ([sources] if isinstance(sources, str | bytes | os.PathLike) else sources)]
    names = _names(given)
    for source in given:
        for page in _loaded(source, stdin if source == "-" else None, columns):
            chosen = attempt(partial(_chosen, page, source, wanted, described or {}), partial(_wanted_untold, page.url))
            if chosen is not None:
                yield _renamed(chosen, source, names)


def _wanted_untold(url: str, why: str) -> LeftOut:
    return LeftOut(url, f"whether it is wanted could not be told: {why}")


def _chosen(
    page: Page | LeftOut, source: str, wanted: Choice, described: Mapping[str, Description]
) -> Page | LeftOut | None:
    """The page with what the user says of it, if it is wanted."""
    chosen = wanted.of(page)
    if not described or not isinstance(chosen, Page):
        return chosen
    said = description_of(described, source, chosen)
    return said.of(chosen) if said else chosen


def _renamed(page: Page | LeftOut, source: str, names: dict[tuple[str, str], str]) -> Page | LeftOut:
    """The page under the name that tells its file from others; a part of a file keeps its number."""
    file, colon, number = page.url.rpartition(":")
    if name := names.get((source, page.url)):
        return msgspec.structs.replace(page, url=name)
    if colon and number.isdigit() and (name := names.get((source, file))):
        return msgspec.structs.replace(page, url=f"{name}:{number}")
    return page


def _loaded(source: str, stdin: bytes | None, columns: Columns) -> Iterator[Page | LeftOut]:
    try:
        yield from each_page(source, stdin=stdin, columns=columns)
    except OnrecordError:
        raise
    except Exception as error:
        yield LeftOut(_written(source), f"it could not be loaded: {reason(error)}")


def _names(sources: Iterable[str]) -> dict[tuple[str, str], str]:
    """By source and name in it, for files of several sources that share their names: the shortest ends of their paths
    that do not. One path is one file, however often it is given."""
    parts = {key: path.absolute().parts for source in sorted({*sources}) for key, path in _files(source)}
    found: dict[tuple[str, str], str] = {}
    for depth in range(1, max(map(len, parts.values()), default=0) + 1):
        ends = {key: _end(own, max(depth, _depth(key[1]))) for key, own in parts.items() if key not in found}
        shared = Counter(end for _, end in {(parts[key], end) for key, end in ends.items()})
        taken = set(found.values())
        found |= {key: end for key, end in ends.items() if shared[end] == 1 and end not in taken}
    return {key: name for key, name in found.items() if name != key[1]}


def _files(source: str) -> Iterator[tuple[tuple[str, str], Path]]:
    """What a source holds, each with the source and its name in it: folders too, for one that is left out is named."""
    root, _ = parts_named(source)
    inner = (
        [Path(at, name) for at, folders, files in os.walk(root) for name in (*folders, *files)]
        if os.path.isdir(root)
        else []
    )
    for path in inner:
        yield (source, _written(path.relative_to(root).as_posix())), path
    if not inner and os.path.exists(root):
        yield (source, _written(root.name)), root


def _depth(name: str) -> int:
    return name.count("/") + 1


def _end(parts: Sequence[str], depth: int) -> str:
    return _written("/".join(parts[-depth:]))


def _written(name: str) -> str:
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def read_page(page: Page | LeftOut, *, least_score: float = 0.0) -> Reading | LeftOut:
    """Page -> Account -> Reading; what was left out stays left out. `least_score` as in `read`.

    A page that a step fails on is left out with the reason: the others are still read.
    """
    if isinstance(page, LeftOut):
        return page
    account = attempt(lambda: segment(page), lambda why: LeftOut(page.url, f"it could not be taken apart: {why}"))
    if isinstance(account, LeftOut):
        return account
    return attempt(
        lambda: read(account, least_score=least_score),
        lambda why: LeftOut(page.url, f"who said what in it could not be read: {why}"),
    )


def build(
    sources: Named | Iterable[Named],
    *,
    stdin: bytes | None = None,
    title: str | None = None,
    least_score: float = 0.0,
    described: Mapping[str, Description] | None = None,
) -> Record:
    """One record of all accounts that `sources` hold, a path or several. The order of the sources does not matter.

    `least_score`, 0 to 1, leaves out statements that are less sure; 0.8 and 0.9 keep half and a third of them.
    `described` is what you say of sources, by their names (`onrecord.sources.Description`): it wins over what they say.
    Raises SourceError for a source that does not exist. What exists and cannot be read is in `Record.left_out`.
    """
    loaded = pages(sources, stdin=stdin, described=described)
    return join((read_page(page, least_score=least_score) for page in loaded), title=title)


def join(results: Iterable[Reading | LeftOut], *, title: str | None = None) -> Record:
    """Readings -> Record."""
    done = list(results)
    readings = [result for result in done if isinstance(result, Reading)]
    left_out = [result for result in done if isinstance(result, LeftOut)]
    return collate(readings, left_out, title=title)
