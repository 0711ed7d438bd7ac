"""Fit the weights of readings/attribution/speech.py.

    ONRECORD_EVAL=... python fit.py > ../../src/onrecord/readings/attribution/speech_weights.py
    ONRECORD_EVAL=... python fit.py --curve

Data: the quotations of PolNeAR's train part. One that stands in no content is no speech (those of nine words and more
are left out: they are speech that no reader marked); one in a content is speech. A content also holds terms that its
speaker did not coin ("she would extend the “dry-year clause”"), and readers leave out words that somebody said:
labels.json has what one person read, of the articles that the tagger was fitted on a sample of the embedded ones, of
the others (`held_out`) every one that is not plain: in a content and not taken, out of one and taken, embedded. What
the tagger claims of those others is what it claims of any account, so they count double. Embedded ones that a first fit
takes for terms and that nobody read are left out of the second. Needs scikit-learn.
"""

import json
import os
import re
import sys
import zlib
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from onrecord.readings.attribution.merge import claimed
from onrecord.readings.attribution.speech import features, term_key
from onrecord.readings.model import mark
from onrecord.text.quotes import find_quotations

sys.path.insert(0, os.environ["ONRECORD_EVAL"])
import polnear

LONGEST_TERM = 8  # words
DOUBTFUL = 0.8  # log-odds of the first fit below which an embedded quotation is taken only if a person read it
READ, RARE, HELD_OUT = (
    3.0,
    2.0,
    2.0,
)  # weights: read in articles fitted on; terms read there above `DOUBTFUL`; in the others
STRENGTH = 0.3  # of the regularisation
LEAST_WEIGHT = 0.05
TAKEN_FROM = 1.75  # log-odds: where about one in thirty of what is no speech is taken for it, see --curve
FOLDS = 8


class Example(NamedTuple):
    article: str
    key: tuple[str, ...] | int
    signs: list[str]
    words: int
    speech: bool
    read: bool
    embedded: bool
    held_out: bool


def examples() -> list[Example]:
    labels: dict[str, dict[str, bool | None]] = json.loads(Path(__file__).with_name("labels.json").read_text())
    return [
        example
        for doc in polnear.load("train")
        for example in of_article(doc, labels.get(f"{zlib.crc32(doc['doc'].encode()):08x}", {}))
    ]


def held_out(name: str) -> bool:
    """Whether the tagger was not fitted on the article: see training/attribution/corpus.py."""
    return zlib.crc32(name.encode()) % 10 == 0


def of_article(doc: dict[str, Any], read: dict[str, bool | None]) -> list[Example]:
    """The quotations of an article that can be used. A label of null is of one that the reader could not tell."""
    text, name = doc["text"], doc["doc"]
    paragraphs = [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]
    quotations = [
        q for q in find_quotations(text, paragraphs) if q.depth == 0 and re.search(r"\w", text[q.start : q.end])
    ]
    contents = [tuple(place) for attribution in doc["attributions"] for place in attribution["content"]]
    given = claimed(quotations, mark(text, paragraphs).attributions)
    found = []
    for quotation, signs in zip(quotations, features(text, paragraphs, quotations, given), strict=True):
        words = text[quotation.start : quotation.end]
        held = max((min(e, quotation.end) - max(b, quotation.start) for b, e in contents), default=0)
        label = read.get(str(quotation.start), 2 * held > quotation.end - quotation.start)
        was_read = str(quotation.start) in read
        if label is None or text[quotation.outer_start - 1 : quotation.outer_start] == "=":  # an attribute of HTML
            continue
        if not label and len(words.split()) > LONGEST_TERM and not was_read:
            continue
        around = any(b < quotation.outer_start - 3 and quotation.end <= e for b, e in contents)
        embedded = label and around and (quotation.start, quotation.end) in given
        key = term_key(words) or quotation.start
        found.append(Example(name, key, signs, len(words.split()), label, was_read, embedded, held_out(name)))
    return found


class Fit(NamedTuple):
    weights: dict[str, float]
    bias: float

    def log_odds(self, signs: list[str]) -> float:
        return self.bias + sum(self.weights.get(sign, 0.0) for sign in signs)


def fit(found: list[Example]) -> Fit:
    vectors = DictVectorizer()
    values = vectors.fit_transform([dict.fromkeys(example.signs, 1) for example in found])
    speech = np.array([example.speech for example in found])
    held = np.array([example.held_out for example in found])
    read = np.array([example.read for example in found]) & ~held
    embedded = np.array([example.embedded for example in found]) & ~held
    plain = np.where(held, HELD_OUT, 1.0)
    first = _regression(values, speech, np.where(read, READ, plain)).decision_function(values)
    doubtful = first < DOUBTFUL
    weights = np.where(read & doubtful, READ, np.where(read & ~speech, RARE, plain))
    weights[embedded & doubtful & ~read] = 0
    final = _regression(values, speech, weights)
    named = zip(vectors.get_feature_names_out(), final.coef_[0], strict=True)
    return Fit(
        {sign: round(float(weight), 2) for sign, weight in named if abs(weight) >= LEAST_WEIGHT},
        float(final.intercept_[0]),
    )


def _regression(values: Any, speech: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, max_iter=3000).fit(values, speech, sample_weight=weights)


def show(made: Fit) -> None:
    print('"""Weights of the signs in speech.py, in log-odds for speech: made by training/speech/fit.py."""\n')
    print(f"BIAS = {made.bias - TAKEN_FROM:.2f}  # with what is taken in doubt\nWEIGHTS = {{")
    for sign, weight in sorted(made.weights.items(), key=lambda item: item[1]):
        print(f'    "{sign}": {weight:.2f},')
    print("}")


def show_curve(found: list[Example]) -> None:
    """What is lost and what is taken at each cut, on the articles that the tagger was not fitted on, each fold scored
    by a fit without it."""
    held = [example for example in found if example.held_out]
    folds = [zlib.crc32(example.article.encode()[::-1]) % FOLDS for example in held]
    odds = [0.0] * len(held)
    for fold in range(FOLDS):
        left_out = {example.article for example, own in zip(held, folds, strict=True) if own == fold}
        made = fit([example for example in found if example.article not in left_out])
        for number, own in enumerate(folds):
            if own == fold:
                odds[number] = made.log_odds(held[number].signs)
    print("cut    no speech, taken for it    speech lost    of it, of 8 words or fewer")
    for cut in np.arange(0.0, 3.1, 0.15):
        pooled: dict[tuple[str, tuple[str, ...] | int], float] = defaultdict(float)
        for example, value in zip(held, odds, strict=True):
            pooled[example.article, example.key] += value - cut
        taken = [pooled[example.article, example.key] > 0 for example in held]
        terms = [took for took, example in zip(taken, held, strict=True) if not example.speech]
        lost = [not took for took, example in zip(taken, held, strict=True) if example.speech]
        short = [not took for took, e in zip(taken, held, strict=True) if e.speech and e.words <= LONGEST_TERM]
        print(
            f"{cut:.2f}"
            + "".join(f"    {sum(some)}/{len(some)} {sum(some) / len(some):.3f}" for some in (terms, lost, short))
        )


def main() -> None:
    found = examples()
    terms, read = sum(not e.speech for e in found), sum(e.read for e in found)
    print(f"# {len(found)} quotations, {terms} of them no speech, {read} read by hand", file=sys.stderr)
    if "--curve" in sys.argv[1:]:
        show_curve(found)
    else:
        show(fit(found))


if __name__ == "__main__":
    main()
