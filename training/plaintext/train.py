"""Train the labeller of plain-text dumps: `python training/plaintext/train.py`, with WCXB where quality/ finds it.

Writes src/onrecord/accounts/plain/plain.json. Needs python-crfsuite. See README.md beside this file for what it is
trained on.
"""

import argparse
import hashlib
import json
import pickle
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import pycrfsuite
from layouts import FAMILIES
from pages import Dump, Maker, folder_of_model
from sources import Source, sources

from onrecord.accounts.plain.features import Layout, features, layout
from onrecord.accounts.plain.labels import LABELS, THREAD, label, read_model
from onrecord.accounts.plain.lines import lines_of

L1, L2, ITERATIONS = 1.0, 1.0, 50
LEAST = 5
"""Lines a feature must be had on."""
FOLDS = (
    ("bare", "numbered", "date_author", "signed", "inline"),
    ("addressed", "beside", "words_author_date", "bulleted", "pictured"),
    ("says", "date_first", "signed_twice", "boarded", "author_date", "posted"),
    ("says_dated", "date_last", "points", "replying", "quoting"),
)
"""Families of layouts that are left out together."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dumps", type=int, default=2000)
    parser.add_argument(
        "--fold", type=int, help="leave this fold of layouts out, and a third of the sites; score on them"
    )
    parser.add_argument("--pages", type=Path, help="keep the pages here between runs")
    parser.add_argument("--out", type=Path, default=folder_of_model())
    parser.add_argument("--evidence", type=float, default=3.0)
    options = parser.parse_args()
    pages = _pages(options.pages)
    left_out = FOLDS[options.fold] if options.fold is not None else ()
    seen = [page for page in pages if not held_out(page.site)]
    maker = Maker(seen, [name for name in FAMILIES if name not in left_out], 1)
    data = train([maker.dump() for _ in range(options.dumps)])
    data["evidence"] = options.evidence
    options.out.write_text(json.dumps(data, indent=None, sort_keys=True, separators=(",", ":")), "utf-8")
    unseen = Maker([page for page in pages if held_out(page.site)], list(left_out or FAMILIES), 2)
    score([unseen.dump() for _ in range(220)], data)


def held_out(site: str) -> bool:
    """The third of the sites that quality/ keeps for validation."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:4]) % 3 == 0


def _pages(path: Path | None) -> list[Source]:
    if path and path.is_file():
        return pickle.loads(path.read_bytes())
    pages = sources()
    if path:
        path.write_bytes(pickle.dumps(pages))
    return pages


def _rows(dump: Dump) -> tuple[list[list[str]], list[str], Layout | None]:
    lines = lines_of(dump.text)
    if len(lines) != len(dump.labels):
        return [], [], None
    page = layout(lines)
    return list(features(lines, page)), dump.labels, page


def train(dumps: list[Dump]) -> dict[str, object]:
    trainer = pycrfsuite.Trainer(verbose=False)
    for dump in dumps:
        rows, labels, _ = _rows(dump)
        if rows:
            trainer.append(rows, labels)
    trainer.select("lbfgs", "crf1d")
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": ITERATIONS, "feature.minfreq": LEAST})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    weights: dict[str, list[float]] = defaultdict(list)
    for (feature, name), weight in sorted(info.state_features.items()):
        if abs(weight) >= 0.02:
            weights[feature] += [LABELS.index(name), round(weight, 2)]
    steps = [[round(info.transitions.get((one, other), 0.0), 3) for other in LABELS] for one in LABELS]
    return {"weights": weights, "steps": steps}


def score(dumps: list[Dump], data: dict[str, object]) -> None:
    """Per family: line F1 of the thread, threads found at the right line, exact authors' lines; threads invented."""
    trained = read_model(data)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for dump in dumps:
        rows, labels, page = _rows(dump)
        if page is None:
            continue
        found, _ = label(rows, page, trained)
        one = {i for i, name in enumerate(found) if name in THREAD}
        gold = {i for i, name in enumerate(labels) if LABELS.index(name) in THREAD}
        heads = {i for i, name in enumerate(found) if LABELS[name] in ("author", "post")}
        gold_heads = {i for i, name in enumerate(labels) if name in ("author", "post")}
        counts[dump.family] += Counter(
            pages=1, right=len(one & gold), found=len(one), gold=len(gold), invented=bool(one) and not gold,
            seam=bool(gold) and min(one, default=-1) == min(gold), hr=len(heads & gold_heads), hf=len(heads), hg=len(gold_heads),
            same=sum(LABELS[a] == b for a, b in zip(found, labels, strict=True)), lines=len(labels),
        )  # fmt: skip
    for family, c in sorted(counts.items()):
        print(
            f"{family:18} pages {c['pages']:3} line F1 {2 * c['right'] / max(1, c['found'] + c['gold']):.3f} "
            f"seam {c['seam'] / c['pages']:.2f} authors F1 {2 * c['hr'] / max(1, c['hf'] + c['hg']):.3f} "
            f"invented {c['invented'] / c['pages']:.3f} labels {c['same'] / c['lines']:.3f}"
        )


if __name__ == "__main__":
    main()
