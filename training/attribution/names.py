"""The name head against its silver labels on dev, which it was not trained on.  python names.py MODEL.onnx SILVER.jsonl

F1 of names whose range and kind are the same, by kind.
"""

import json
import sys
from collections import Counter

import corpus
from calibrate import model

from onrecord.readings.model.tagger import mark_with


def main() -> None:
    path, silver = sys.argv[1:]
    candidate = model(path)
    with open(silver, encoding="utf-8") as lines:
        names = {entry["doc"]: entry["names"] for entry in map(json.loads, lines)}
    both: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for doc in corpus.load("dev"):
        found = mark_with(candidate, doc["text"], corpus.paragraphs(doc["text"])).names
        gold = {(kind, start, end) for start, end, kind in names[doc["doc"]]}
        ours = {(name.kind, name.start, name.end) for name in found}
        both.update(kind for kind, *_ in gold & ours)
        total.update(kind for group in (gold, ours) for kind, *_ in group)
    for kind in sorted(total):
        print(f"{kind:14} F1 {200 * both[kind] / total[kind]:.1f} ({both[kind]} of {total[kind]} / 2)")
    print(f"{'all':14} F1 {200 * both.total() / total.total():.1f}")


if __name__ == "__main__":
    main()
