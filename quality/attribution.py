"""Who said what, on PolNeAR: what `read` gives, beside the model alone, other tools and two human readers.

    python -m quality.attribution

Validation is dev; tuning is the tenth of train that the model was not fitted on and its choices were made on.
Definitions are in the docstring of the measure, which lies outside this repository with the corpus
(`eval/attribution.py` beside $ONRECORD_DATA). The other tools were measured once on dev, with the versions named in
training/attribution/CARD.md.
"""

import re
import sys
import time
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Any

from onrecord.readings import read
from onrecord.readings.model import Attribution, attributions, load
from onrecord.types import Account, Block, Origin, Span
from quality.corpora import NoCorpus, Part, data

Marked = list[dict[str, Any]]
HEADING = ("content exact", "content hit", "direct hit", "triple partial", "triple hit", "words/s")
BESIDE = {
    "textacy 0.13, direct quotations": (8.7, 22.6, None, 19.1, 18.0),
    "GenderGapTracker": (31.9, 53.6, None, 46.9, 41.1),
    "Citron, trained on 210 articles": (37.2, 61.0, 79.0, 57.6, 51.1),
    "a CRF, trained on all of train": (44.0, 68.5, None, 63.6, 51.5),
    "two human readers (other articles)": (69.0, 82.3, 98.9, 79.2, 75.1),
}


def measures(part: Part = "validation") -> dict[str, float]:
    """F1 in [0, 1] of what `read` gives. Raises NoCorpus if the corpus or its measure is not on this machine."""
    return score(statements, part)[0]


def score(reader: Callable[[str], Marked], part: Part) -> tuple[dict[str, float], float]:
    """F1 by name of the attributions that `reader` finds in a text, and its words per second of processor time."""
    measure, polnear = _evaluation()
    docs = polnear.load("dev" if part == "validation" else "train")
    if part == "tuning":
        docs = [doc for doc in docs if zlib.crc32(doc["doc"].encode()) % 10 == 0]
    load()
    begun = time.process_time()
    found = [{"doc": doc["doc"], "attributions": reader(doc["text"])} for doc in docs]
    spent = time.process_time() - begun
    result = measure.evaluate(docs, found)
    content, triple = result["content"], result["triple"]
    figures = {
        "content exact": content["all"]["exact"][2],
        "content hit": content["all"]["hit"][2],
        "direct hit": content["direct"]["hit"][2],
        "triple partial": triple["partial"][2],
        "triple hit": triple["hit"][2],
    }
    return figures, sum(len(doc["text"].split()) for doc in docs) / spent


def _evaluation() -> tuple[Any, Any]:
    folder = data().parent / "eval"
    if not (folder / "attribution.py").is_file() or not (data() / "polnear").is_dir():
        raise NoCorpus(f"no PolNeAR in {data()} or no measure in {folder} (set ONRECORD_DATA to where the corpora are)")
    sys.path.insert(0, str(folder))
    try:
        return import_module("attribution"), import_module("polnear")
    finally:
        sys.path.remove(str(folder))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def marked(text: str) -> Marked:
    """What the model alone marks."""
    return [Attribution._asdict(found) for found in attributions(text, _paragraphs(text))]


def statements(text: str) -> Marked:
    """The statements of an account with that text as its body."""
    blocks = tuple(Block("body", Span("a", *place), Origin(*place)) for place in _paragraphs(text))
    reading = read(Account(id="a", url="a", text=text, blocks=blocks, encoding="utf-8", sha256="0"))
    return [
        {
            "source": [(s.source.start, s.source.end)] if s.source else [],
            "cue": [(s.cue.start, s.cue.end)] if s.cue else [],
            "content": [(span.start, span.end) for span in s.content],
        }
        for s in reading.statements
    ]


def main() -> None:
    print(f"{'PolNeAR dev':38}" + "".join(f"{name:>16}" for name in HEADING))
    ours = {"onrecord, read": statements, "its model alone": marked}
    rows = {name: score(reader, "validation") for name, reader in ours.items()}
    table = {name: (*(100 * value for value in figures.values()), speed) for name, (figures, speed) in rows.items()}
    for name, row in {**table, **BESIDE}.items():
        print(f"{name:38}" + "".join(f"{'-' if value is None else f'{value:.1f}':>16}" for value in row))


if __name__ == "__main__":
    try:
        main()
    except NoCorpus as missing:
        print(f"skipped: {missing}")
