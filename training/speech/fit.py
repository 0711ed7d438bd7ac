"""Fit the weights of readings/speech.py.  ONRECORD_EVAL=... python fit.py > ../../src/onrecord/readings/speechweights.py

Data: the quotations of PolNeAR's train part. One that stands in no content is no speech (those of nine words and more are left out:
they are speech that no reader marked); one in a content is speech. A content also holds terms that its speaker did not coin
("she would extend the “dry-year clause”"), and there PolNeAR does not tell: labels.json has 388 of them read by hand, and those that a first
fit takes for terms and that nobody read are left out of the second. Needs scikit-learn beside the package.
"""

import json
import os
import re
import sys
import zlib
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.readings.merge import claimed
from onrecord.readings.model import mark
from onrecord.readings.speech import features
from onrecord.text.quotes import find_quotations

sys.path.insert(0, os.environ["ONRECORD_EVAL"])
import polnear

LONGEST_TERM = 8  # words
DOUBTFUL = (
    0.8  # log-odds of the first fit below which an embedded quotation is taken into the second only if a person read it
)
READ, RARE = 1.4, 5.0  # weights: those read are a sample of those doubtful; of terms above it one in five was drawn
STRENGTH = 0.2  # of the regularisation, by cross-validation over articles
LEAST_WEIGHT = 0.1
TAKEN_FROM = 1.1  # log-odds: where two thirds of the titles and terms that the model gives to somebody are told, and nine of ten short quotations kept


class Example(NamedTuple):
    signs: list[str]
    speech: bool
    read: bool
    embedded: bool


def examples() -> list[Example]:
    labels: dict[str, dict[str, bool]] = json.loads(Path(__file__).with_name("labels.json").read_text())
    return [
        example
        for doc in polnear.load("train")
        for example in of_article(doc, labels.get(f"{zlib.crc32(doc['doc'].encode()):08x}", {}))
    ]


def of_article(doc: dict[str, Any], read: dict[str, bool]) -> list[Example]:
    text = doc["text"]
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    quotations = [
        q
        for q in find_quotations(text, paragraphs)
        if q.depth == 0 and re.search(r"\w", text[q.start : q.end]) and text[q.outer_start - 1 : q.outer_start] != "="
    ]
    contents = [tuple(place) for attribution in doc["attributions"] for place in attribution["content"]]
    given = claimed(quotations, mark(text, paragraphs).attributions)
    found = []
    for quotation, signs in zip(quotations, features(text, paragraphs, quotations, given), strict=True):
        held = max((min(e, quotation.end) - max(b, quotation.start) for b, e in contents), default=0)
        label = read.get(str(quotation.start))
        speech = 2 * held > quotation.end - quotation.start if label is None else label
        around = any(b < quotation.outer_start - 3 and quotation.end <= e for b, e in contents)
        found_by_model = (quotation.start, quotation.end) in given
        if speech or label is not None or len(text[quotation.start : quotation.end].split()) <= LONGEST_TERM:
            found.append(Example(signs, speech, label is not None, speech and around and found_by_model))
    return found


def main() -> None:
    found = examples()
    vectors = DictVectorizer()
    values = vectors.fit_transform([dict.fromkeys(example.signs, 1) for example in found])
    speech = np.array([example.speech for example in found])
    read = np.array([example.read for example in found])
    embedded = np.array([example.embedded for example in found])
    first = fit(values, speech, np.where(read, READ, 1.0)).decision_function(values)
    doubtful = first < DOUBTFUL
    weights = np.where(read & doubtful, READ, np.where(read & ~speech, RARE, 1.0))
    weights[embedded & doubtful & ~read] = 0
    final = fit(values, speech, weights)
    print(
        f"# {len(found)} quotations, {int((~speech).sum())} of them no speech, {int(read.sum())} read by hand",
        file=sys.stderr,
    )
    show(dict(zip(vectors.get_feature_names_out(), final.coef_[0], strict=True)), float(final.intercept_[0]))


def fit(values: Any, speech: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(values, speech, sample_weight=weights)


def show(weights: dict[str, float], bias: float) -> None:
    print('"""Weights of the signs in speech.py, in log-odds for speech: made by training/speech/fit.py."""\n')
    print(f"BIAS = {bias - TAKEN_FROM:.2f}  # with what is taken in doubt\nWEIGHTS = {{")
    for sign, weight in sorted(weights.items(), key=lambda item: item[1]):
        if abs(weight) >= LEAST_WEIGHT:
            print(f'    "{sign}": {weight:.2f},')
    print("}")


if __name__ == "__main__":
    main()
