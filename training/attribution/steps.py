"""What the steps from label to label weigh in decoding.  python steps.py

Prints the table of `STEPS` in readings/model/decode.py: the logarithm of how much more often readers' marks take each
step on the train articles than their labels' shares would give, times WEIGHT, less EDGE where a content begins or ends.
Both numbers were chosen on the held-out articles. Steps to an I that does not follow its kind are ruled out there, and
0 here.
"""

import corpus
import numpy as np
from model import TAGS
from train import labels

from onrecord.readings.model.tagger import vocabulary
from onrecord.readings.model.windows import pieces

WEIGHT, EDGE = 0.1, 0.6
CONTENT = (5, 6)


def main() -> None:
    steps = np.ones((len(TAGS), len(TAGS)))
    for doc in (doc for doc in corpus.load("train") if not corpus.held_out(doc["doc"])):
        found = pieces(vocabulary(), doc["text"], corpus.paragraphs(doc["text"]))
        tag = labels(found, doc, {"names": [], "arcs": []})["tag"][found.first]
        np.add.at(steps, (tag[:-1], tag[1:]), 1)
    weights = WEIGHT * np.log(steps * steps.sum() / np.outer(steps.sum(1), steps.sum(0)))
    for before in range(len(TAGS)):
        for label in range(len(TAGS)):
            weights[before, label] -= EDGE * ((before in CONTENT) != (label in CONTENT))
            if TAGS[label].startswith("I") and before not in (label, label - 1):
                weights[before, label] = 0
    print(np.round(weights, 2).tolist())


if __name__ == "__main__":
    main()
