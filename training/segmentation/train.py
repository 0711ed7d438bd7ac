"""Train the labeller of HTML blocks: `python training/segmentation/train.py CORPUS`, with CORPUS the folder of WCXB.

Writes src/onrecord/accounts/body/blocks.json. Needs python-crfsuite. See README.md beside this file for what it is
trained on.
"""

import argparse
import gzip
import hashlib
import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from onrecord.accounts.body.features import (
    CONTAINS_MOST,
    NAMES,
    SHARE_BIN,
    Setting,
    Unit,
    around,
    of_element,
    of_names,
    of_parent,
    of_place,
    of_units,
    role,
    start_of,
    units,
)
from onrecord.accounts.encoding import decode
from onrecord.accounts.fields.metadata import read_metadata
from onrecord.accounts.lines.headlines import find_headline
from onrecord.accounts.page.markup import Markup, read_markup
from onrecord.accounts.thread.reader import read_thread

MODEL = Path(__file__).parents[2] / "src" / "onrecord" / "accounts" / "blocks.json"
SITES = 8
"""A feature must be had on so many sites: what fewer have is their own."""
L1, L2, ITERATIONS = 4.0, 30.0, 80
WORD = re.compile(r"\w+")


class Example(NamedTuple):
    site: str
    features: list[set[str]]
    body: list[bool]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--all", action="store_true", help="train on every site, also those that quality/ validates on")
    options = parser.parse_args()
    examples = [e for e in read(options.corpus) if options.all or not held_out(e.site)]
    sites: dict[str, set[str]] = defaultdict(set)
    for example in examples:
        for feature in set().union(*example.features):
            sites[feature].add(example.site)
    kept = {feature for feature, where in sites.items() if len(where) >= SITES}
    MODEL.write_text(json.dumps(train(examples, kept), indent=0, sort_keys=True), "utf-8")
    print(f"{len(examples)} pages of {len({e.site for e in examples})} sites")


def held_out(site: str) -> bool:
    """The third of the sites that quality/ keeps for validation."""
    return int.from_bytes(hashlib.sha256(site.encode()).digest()[:4]) % 3 == 0


def read(corpus: Path) -> Iterator[Example]:
    from quality import corpora  # noqa: PLC0415  (the sites of the pages are worked out there)

    for item in corpora.read("wcxb"):
        gold = item.gold["main_content"]
        if item.gold["type"] != "article" or not gold:
            continue
        html = gzip.decompress((corpus / "html" / f"{item.name}.html.gz").read_bytes())
        markup = read_markup(decode(html, html=True).text)
        if markup.pieces:
            labelled, found = features(markup)
            each = labels(markup, gold)
            body = [2 * sum(each[unit.start : unit.stop]) > unit.stop - unit.start for unit in labelled]
            yield Example(item.site, found, body)


def features(markup: Markup) -> tuple[list[Unit], list[set[str]]]:
    """What is labelled of a page, and the signs of each."""
    headline = find_headline(markup, read_metadata(markup).headlines)
    page = Setting(markup, -1 if headline is None else headline, read_thread(markup, headline).owned)
    inherited: dict[int, set[str]] = {-1: set()}
    for node in markup.nodes:
        above = inherited[node.parent.index] if node.parent else set()
        given = of_element(node.tag, node.names, role(node)) if page.share(node) <= CONTAINS_MOST else ()
        inherited[node.index] = above.union(given)
    labelled = units(markup, page)
    found = []
    for unit, signs in zip(labelled, of_units(markup, page, labelled), strict=True):
        node = markup.pieces[unit.start].node
        parent = around(node)
        above = around(parent)
        found.append(
            inherited[node.index].union(
                [NAMES[sign] for sign in signs],
                of_names(node.names),
                of_parent(parent.tag, parent.names),
                of_place(above.tag, SHARE_BIN[page.share(parent)], SHARE_BIN[page.share(above)]),
                {start_of(markup.text, markup.pieces[unit.start])} - {""} if unit.stop == unit.start + 1 else (),
            )
        )
    return labelled, found


def labels(markup: Markup, gold: str) -> list[bool]:
    """Whether each block is in the main content: its words are a line of it, or most of its runs of four words are in
    it."""
    lines = {" ".join(WORD.findall(line.lower())) for line in gold.split("\n")}
    words = WORD.findall(gold.lower())
    joined = f" {' '.join(words)} "
    runs = {tuple(words[i : i + 4]) for i in range(len(words) - 3)}
    found: list[bool] = []
    for piece in markup.pieces:
        own = WORD.findall(markup.text[piece.start : piece.end].lower())
        line = " ".join(own)
        if not own:
            found.append(bool(found) and found[-1])
        elif line in lines:
            found.append(True)
        elif len(own) < 4:
            found.append(len(own) == 3 and f" {line} " in joined)
        else:
            mine = [tuple(own[i : i + 4]) for i in range(len(own) - 3)]
            found.append(f" {line} " in joined or sum(run in runs for run in mine) >= 0.6 * len(mine))
    return found


def train(examples: list[Example], kept: set[str]) -> dict[str, object]:
    trainer = pycrfsuite.Trainer(verbose=False)
    for example in examples:
        rows = [dict.fromkeys(features & kept, 1.0) for features in example.features]
        trainer.append(rows, ["body" if body else "rest" for body in example.body])
    trainer.select("lbfgs", "crf1d")
    trainer.set_params({"c1": L1, "c2": L2, "max_iterations": ITERATIONS})
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model")
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
    weights: dict[str, float] = defaultdict(float)
    for (feature, label), weight in info.state_features.items():
        weights[feature] += weight if label == "body" else -weight
    step = info.transitions
    rest = step.get(("rest", "rest"), 0.0)
    return {
        "weights": {f: round(w, 4) for f, w in sorted(weights.items()) if abs(w) >= 0.0005},
        "stay_body": round(step.get(("body", "body"), 0.0) - rest, 4),
        "leave_body": round(step.get(("body", "rest"), 0.0) - rest, 4),
        "enter_body": round(step.get(("rest", "body"), 0.0) - rest, 4),
    }


if __name__ == "__main__":
    main()
