"""Who said what, on PolNeAR: the attribution model beside other tools and two human readers.

    python -m quality.attribution [--split dev] [--threads 1]

Definitions are in the docstring of the measure, which lies outside this repository with the corpus (`eval/attribution.py`
beside $ONRECORD_DATA); its figures for the other tools were measured once, on the same articles, with the versions named
in training/attribution/CARD.md. Exit status 1 if a floor is broken.
"""

import argparse
import re
import sys
import time
from importlib import import_module
from typing import Any

from onrecord.readings.model import Attribution, attributions, load
from quality.corpora import NoCorpus, data

FLOORS = {"exact": 0.63, "hit": 0.834, "direct hit": 0.975, "triple partial": 0.812, "triple hit": 0.776}
HEADING = ("content exact", "content hit", "direct hit", "triple partial", "triple hit", "words/s")
BESIDE = {
    "textacy 0.13, direct quotations": (8.7, 22.6, None, 19.1, 18.0),
    "GenderGapTracker": (31.9, 53.6, None, 46.9, 41.1),
    "Citron, trained on 210 articles": (37.2, 61.0, 79.0, 57.6, 51.1),
    "a CRF, trained on all of train": (44.0, 68.5, None, 63.6, 51.5),
    "two human readers (other articles)": (69.0, 82.3, 98.9, 79.2, 75.1),
}


def measures(split: str = "dev") -> dict[str, float]:
    """F1 in [0, 1] of the shipped model by name, and its words per second of processor time ("words/s").

    Raises NoCorpus if the corpus or its measure is not on this machine.
    """
    measure, polnear = _evaluation()
    docs = polnear.load(split)
    load()
    begun = time.process_time()
    found = [{"doc": doc["doc"], "attributions": _read(doc["text"])} for doc in docs]
    spent = time.process_time() - begun
    result = measure.evaluate(docs, found)
    content = result["content"]
    return {
        "exact": content["all"]["exact"][2],
        "hit": content["all"]["hit"][2],
        "direct hit": content["direct"]["hit"][2],
        "triple partial": result["triple"]["partial"][2],
        "triple hit": result["triple"]["hit"][2],
        "words/s": sum(len(doc["text"].split()) for doc in docs) / spent,
    }


def _evaluation() -> tuple[Any, Any]:
    folder = data().parent / "eval"
    if not (folder / "attribution.py").is_file() or not (data() / "polnear").is_dir():
        raise NoCorpus(f"no PolNeAR in {data()} or no measure in {folder} (set ONRECORD_DATA to where the corpora are)")
    sys.path.insert(0, str(folder))
    try:
        return import_module("attribution"), import_module("polnear")
    finally:
        sys.path.remove(str(folder))


def _read(text: str) -> list[dict[str, Any]]:
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    return [Attribution._asdict(found) for found in attributions(text, paragraphs)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--split", default="dev", choices=["dev", "test"])
    try:
        figures = measures(parser.parse_args().split)
    except NoCorpus as missing:
        print(f"skipped: {missing}")
        return 0
    print(f"{'':38}" + "".join(f"{name:>16}" for name in HEADING))
    ours = [100 * figures[name] for name in FLOORS] + [figures["words/s"]]
    for name, row in {"onrecord, this run": ours, **BESIDE}.items():
        print(f"{name:38}" + "".join(f"{'-' if value is None else f'{value:.1f}':>16}" for value in row))
    broken = [name for name, floor in FLOORS.items() if figures[name] < floor]
    for name in broken:
        print(f"{name}: {figures[name]:.4f} is below the floor of {FLOORS[name]}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
