"""Whether the tests miss a word that is lost from the lexicon: words are taken out at random, one at a time.

    python -m quality.mutants [--seed N] [--words N]        # 1 where fewer than three in four are missed

Each word is any entry of any list of `onrecord/text/english`, all with the same chance. For each a copy of the package
is made without it, and the tests that read the lexicon are run with that.
"""

import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
ENGLISH = Path("onrecord/text/english")
TESTS = ("tests/test_words.py", "tests/test_lexicon.py", "tests/test_positions.py")
ENOUGH = 0.75


class Entry(NamedTuple):
    """One entry of a list, and its number there."""

    concept: str
    name: str
    kind: str
    number: int
    text: str

    def __str__(self) -> str:
        return f"{self.text!r} of {self.concept}.{self.name}"


def entries(folder: Path) -> Iterator[Entry]:
    """All entries of all lists, in order."""
    for path in sorted(folder.glob("*.toml")):
        for name, held in tomllib.loads(path.read_text("utf-8")).items():
            (kind,) = held.keys() - {"example"}
            for number, text in enumerate(parts(kind, held[kind])):
                yield Entry(path.stem, name, kind, number, text)


def parts(kind: str, held: str | dict[str, str]) -> list[str]:
    """The entries of a list, of a table with what they stand for."""
    if isinstance(held, dict):
        return [f"{key} = {value}" for key, value in held.items()]
    return held.split() if kind == "words" else [line for line in held.split("\n") if line]


def without(text: str, entry: Entry) -> str:
    """The text of a file of lists without one entry of one list."""
    start = re.search(rf"^\[{entry.name}\]$", text, re.MULTILINE).start()  # type: ignore[union-attr]
    if entry.kind == "table":
        start = text.index(f"[{entry.name}.table]", start)
        line = list(re.finditer(r"^(?!\[|#|\n).+\n", text[text.index("\n", start) + 1 :], re.MULTILINE))[entry.number]
        at = text.index("\n", start) + 1
        return text[: at + line.start()] + text[at + line.end() :]
    begin = text.index('"""\n', start) + 4
    end = text.index('"""', begin)
    left = parts(entry.kind, text[begin:end])
    del left[entry.number]
    return text[:begin] + "\n".join(left) + "\n" + text[end:]


def fails(copy: Path) -> bool:
    """Whether a test fails with the copy of the package."""
    command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *TESTS]
    environment = os.environ | {"PYTHONPATH": str(copy), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, check=False).returncode != 0


def is_missed(entry: Entry, copy: Path) -> bool:
    """Whether a test fails where the copy of the package lacks the entry."""
    path = copy / ENGLISH / f"{entry.concept}.toml"
    whole = path.read_text("utf-8")
    path.write_text(without(whole, entry), "utf-8")
    try:
        return fails(copy)
    finally:
        path.write_text(whole, "utf-8")


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m quality.mutants", description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--words", type=int, default=12)
    options = parser.parse_args()
    every = list(entries(ROOT / "src" / ENGLISH))
    taken = random.Random(options.seed).sample(every, options.words)
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "src"
        shutil.copytree(ROOT / "src", copy, ignore=shutil.ignore_patterns("__pycache__", "*.so", "*.pyd"))
        if fails(copy):
            print("the tests fail without any word taken out: put that right first", file=sys.stderr)
            return 2
        missed = 0
        for entry in taken:
            is_noticed = is_missed(entry, copy)
            missed += is_noticed
            print(f"{'missed' if is_noticed else 'NOT MISSED'}: {entry}", flush=True)
    print(f"{missed} of {len(taken)} words that were taken out of {len(every)} are missed by a test")
    return 0 if missed >= ENOUGH * len(taken) else 1


if __name__ == "__main__":
    sys.exit(main())
