"""Whether a change left every reading as it was, byte for byte.

    python -m quality.unchanged keep FILE [--every N] FOLDER ...    # before the change
    python -m quality.unchanged check FILE                          # after it: 1, and the names, if any differs

What is compared is the JSON of the record of each page or text below the folders by itself, gzipped or not, or of each
Nth.
"""

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from onrecord import codec, pipeline
from onrecord.types import Page

KINDS = {".html": "text/html", ".txt": "text/plain"}
"""Of each suffix, before `.gz`."""


def files(folders: list[str], every: int) -> Iterator[str]:
    """The files that are compared, in order."""
    for folder in folders:
        found = sorted(p for p in Path(folder).rglob("*") if Path(p.name.removesuffix(".gz")).suffix in KINDS)
        yield from map(str, found[::every])


def digest(name: str) -> tuple[str, str]:
    """The name, and the SHA-256 of the JSON of its record."""
    path = Path(name)
    body = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    page = Page(path.name, None, KINDS[Path(path.name.removesuffix(".gz")).suffix], body)
    return name, hashlib.sha256(codec.encode(pipeline.join([pipeline.read_page(page)]))).hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m quality.unchanged", description=__doc__)
    parser.add_argument("step", choices=["keep", "check"])
    parser.add_argument("file", type=Path)
    parser.add_argument("folders", nargs="*")
    parser.add_argument("--every", type=int, default=1)
    options = parser.parse_intermixed_args()
    known = {} if options.step == "keep" else json.loads(options.file.read_text("utf-8"))
    with ProcessPoolExecutor() as processes:
        found = dict(processes.map(digest, known or files(options.folders, options.every), chunksize=8))
    if options.step == "keep":
        options.file.write_text(json.dumps(found, indent=1), "utf-8")
        print(f"{len(found)} readings kept in {options.file}")
        return 0
    differing = [name for name in known if known[name] != found[name]]
    print(f"{len(found) - len(differing)} of {len(found)} readings are the same", *differing, sep="\n")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
