"""Fit the score on the held-out tenth.  python calibrate.py MODEL.onnx

Prints the weights and the bias for calibration.py, and the reliability of scores that were made, article by
article, by a fit on the other articles (ten folds). An attribution counts as right as a triple hit of the measure does:
content F1 of at least 0.5, the cue touched, the source's head word the same.
"""

import sys
from typing import Any

import corpus
import numpy as np
from corpus import measure
from onnxruntime import InferenceSession, SessionOptions
from sklearn.linear_model import LogisticRegression

from onrecord.readings.model import decode, tagger
from onrecord.readings.model.calibration import features
from onrecord.readings.model.windows import pack, pieces

FOLDS = 10
BINS = 10


def model(path: str) -> tagger.Model:
    """A candidate, not checked against the hash of the shipped one."""
    options = SessionOptions()
    options.intra_op_num_threads = 1
    return tagger.Model(InferenceSession(path, options), tagger.vocabulary())


def evidence(candidate: tagger.Model, doc: corpus.Doc) -> tuple[list[list[float]], list[bool]]:
    """For each attribution found in the article what its score is made from, and whether it is right."""
    text = doc["text"]
    found = pieces(candidate.vocabulary, text, corpus.paragraphs(text))
    evidences, predicted = [], []
    for window in pack(found):
        at = decode.words(found, window)
        for one in decode.attributions(tagger.numbers(candidate.session, found, window), at):
            said = tagger.attribution(one, at, text)
            if said.content:
                evidences.append(features(one.evidence))
                predicted.append(said._asdict())
    return evidences, right(doc, predicted)


def right(doc: corpus.Doc, predicted: list[dict[str, Any]]) -> list[bool]:
    """For each attribution whether it is a triple hit. Each is a dictionary of `content`, `cue` and `source`, lists of
    ranges."""
    text = doc["text"]
    ignored = measure.ignorable(text)
    gold = measure.prep(doc["attributions"], text, ignored)
    ours = measure.prep(predicted, text, ignored)
    hits = [False] * len(ours)
    for i, j, likeness in measure.align(gold, ours):
        g, o = gold[i], ours[j]
        touched = bool(g["cue"] & o["cue"]) or not (g["cue"] or o["cue"])
        hits[j] = likeness >= 0.5 and touched and measure.src_right(g, o)
    return hits


def fit(values: list[list[float]], right: list[bool]) -> LogisticRegression:
    return LogisticRegression(C=1.0, max_iter=1000).fit(np.array(values), np.array(right))


def table(scores: np.ndarray, right: np.ndarray) -> None:
    """Equal steps of the score; the error is the mean gap between score and share right, weighted by count."""
    print("| score | attributions | mean score | share right |\n|---|---|---|---|")
    error = 0.0
    for low in np.arange(0, 1, 1 / BINS):
        inside = (scores >= low) & (scores < low + 1 / BINS)
        if inside.any():
            mean, share = scores[inside].mean(), right[inside].mean()
            error += inside.mean() * abs(mean - share)
            print(f"| {low:.1f}-{low + 1 / BINS:.1f} | {inside.sum()} | {mean:.2f} | {share:.2f} |")
    print(f"expected calibration error {error:.3f}, of {len(scores)} attributions {right.mean():.3f} right")


def main() -> None:
    candidate = model(sys.argv[1])
    docs = [doc for doc in corpus.load("train") if corpus.held_out(doc["doc"])]
    parts = [evidence(candidate, doc) for doc in docs]
    scores, truth = [], []
    for fold in range(FOLDS):
        rest = [part for number, part in enumerate(parts) if number % FOLDS != fold]
        fitted = fit([v for values, _ in rest for v in values], [r for _, right in rest for r in right])
        for values, right in parts[fold::FOLDS]:
            if values:
                scores += list(fitted.predict_proba(np.array(values))[:, 1])
                truth += right
    table(np.array(scores), np.array(truth))
    final = fit([v for values, _ in parts for v in values], [r for _, right in parts for r in right])
    print("WEIGHTS =", tuple(round(float(weight), 4) for weight in final.coef_[0]))
    print("BIAS =", round(float(final.intercept_[0]), 4))
    print("\nOn dev, with that fit:")
    unseen = [evidence(candidate, doc) for doc in corpus.load("dev")]
    seen = np.array([v for values, _ in unseen for v in values])
    table(final.predict_proba(seen)[:, 1], np.array([r for _, right in unseen for r in right]))


if __name__ == "__main__":
    main()
