"""The cost of one record against the number of its accounts: `python -m bench.collation [ACCOUNTS ...] [--peers
PYTHON]`.

Accounts of fifty statements each are made from invented sentences: an account carries a part of the utterances of the
event, cut, changed by a word or whole, and some that no other has. CPU seconds of this process are printed for
`collate`, with how well the planted groups are found; and those of what it does in part, in the same run, with
`--peers` by an interpreter in which they are installed (they are no dependencies): a full matrix of rapidfuzz's
partial_ratio over the same quotations, which groups nothing yet, and CollateX over the quotations of each utterance,
which was given the groups. What would take minutes is left out.
"""

import argparse
import json
import random
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import combinations

from onrecord.collation import collate
from onrecord.text.keys import digest
from onrecord.types import Account, Block, Origin, Reading, Record, Span, Statement

ACCOUNTS = (10, 30, 100, 200)
STATEMENTS = 50
SHARED = 0.6  # of the statements of an account are utterances of the event; the others are its own
UTTERANCES = 150
MATRIX_LIMIT = 2_000  # quotations; a full matrix of more takes minutes
COLLATEX_LIMIT = 30  # accounts; groups of more witnesses take minutes
PEERS = """
import json, sys, time
quotations, groups = json.load(sys.stdin)
def seconds(work):
    begun = time.process_time()
    work()
    return time.process_time() - begun
def matrix():
    process.cdist(quotations, quotations, scorer=fuzz.partial_ratio, score_cutoff=80, workers=1)
def collate():
    for group in groups:
        collation = collatex.Collation()
        for number, quotation in enumerate(group):
            collation.add_plain_witness(str(number), quotation)
        collatex.collate(collation, segmentation=False)
done = {}
try:
    from rapidfuzz import fuzz, process
    if quotations: done["matrix"] = seconds(matrix)
except ImportError: pass
try:
    import collatex
    if groups: done["collatex"] = seconds(collate)
except ImportError: pass
json.dump(done, sys.stdout)
"""

_SYLLABLES = [a + b for a in "b d f g k l m n p r s t v z br st tr pl gr sh".split() for b in "a e i o u ai ou".split()]
_LITTLE = "the a of and to in that we it for is on with they as this by not at from have will be are was but".split()


def vocabulary(draw: random.Random, size: int = 6_000) -> list[str]:
    """Invented words of sense, from the commonest to the rarest."""
    return ["".join(draw.choices(_SYLLABLES, k=draw.choice((2, 2, 3, 3, 4)))) for _ in range(size)]


def sentence(draw: random.Random, known: list[str]) -> list[str]:
    """Little words and words of sense in turn, these by Zipf's law."""
    weights = [1 / (rank + 10) for rank in range(len(known))]
    length = max(6, round(draw.gauss(22, 9)))
    content = iter(draw.choices(known, weights, k=length))
    return [draw.choice(_LITTLE) if draw.random() < 0.45 else next(content) for _ in range(length)]


def retold(draw: random.Random, said: list[str], known: list[str]) -> list[str]:
    """The words as another account has them: whole, cut at an end, or with a word changed, left out or put in."""
    found = list(said)
    for _ in range(draw.choice((0, 0, 0, 1, 1, 2))):
        at = draw.randrange(len(found))
        found[at : at + 1] = draw.choice(([], [draw.choice(known)], [found[at], draw.choice(_LITTLE)]))
    if draw.random() < 0.35 and len(found) > 8:
        cut = draw.randrange(2, len(found) // 2)
        found = found[cut:] if draw.random() < 0.5 else found[:-cut]
    return found


def accounts(number: int, seed: int = 0) -> tuple[list[Reading], dict[str, int]]:
    """Readings of one event, and for each statement's id the number of the utterance planted in it."""
    draw = random.Random(seed)
    known = vocabulary(draw)
    event = [sentence(draw, known) for _ in range(UTTERANCES)]
    planted: dict[str, int] = {}
    readings = []
    for n in range(number):
        own = draw.sample(range(UTTERANCES), round(STATEMENTS * SHARED))
        quoted = [(u, retold(draw, event[u], known)) for u in own]
        quoted += [(-1, sentence(draw, known)) for _ in range(STATEMENTS - len(own))]
        readings.append(_reading(f"account-{n:03}", quoted, planted))
    return readings, planted


def _reading(name: str, quoted: Iterable[tuple[int, list[str]]], planted: dict[str, int]) -> Reading:
    text, statements = "", []
    for number, said in quoted:
        span = Span(name, len(text) + 1, len(text) + 1 + len(" ".join(said)))
        statement = Statement(id=digest(name, span.start), form="direct", content=(span,), rule="bench")
        statements.append(statement)
        if number >= 0:
            planted[statement.id] = number
        text += f"“{' '.join(said)}” was said there.\n"
    blocks = (Block("body", Span(name, 0, len(text)), Origin(0, len(text))),)
    account = Account(id=name, url=name, text=text, blocks=blocks, encoding="utf-8", sha256=name)
    return Reading(account, statements=tuple(statements))


def pairs(groups: Iterable[Iterable[str]]) -> Iterator[frozenset[str]]:
    for group in groups:
        yield from map(frozenset, combinations(sorted(group), 2))


def found(record: Record, planted: dict[str, int]) -> tuple[float, float]:
    """Pairwise precision and recall of the planted utterances."""
    by_utterance: dict[int, list[str]] = {}
    for statement, number in planted.items():
        by_utterance.setdefault(number, []).append(statement)
    gold, ours = set(pairs(by_utterance.values())), set(pairs(w.witnesses for w in record.wordings))
    shared = len(gold & ours)
    return shared / max(len(ours), 1), shared / max(len(gold), 1)


def peers(python: str, quotations: list[str], groups: list[list[str]]) -> dict[str, float]:
    """CPU seconds of the peers that `python` has: "matrix" over `quotations`, "collatex" over `groups`."""
    given = json.dumps((quotations, groups))
    done = subprocess.run([python, "-c", PEERS], input=given, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout))


def measured(number: int, python: str) -> str:
    """One line of the table."""
    readings, planted = accounts(number)
    quoted = {s.id: r.account.cut(s.content[0]) for r in readings for s in r.statements}
    begun = time.process_time()
    record = collate(readings)
    seconds = time.process_time() - begun
    groups: dict[int, list[str]] = {}
    for statement, utterance in planted.items():
        groups.setdefault(utterance, []).append(quoted[statement])
    beside = peers(
        python,
        list(quoted.values()) if len(quoted) <= MATRIX_LIMIT else [],
        [group for group in groups.values() if len(group) > 1] if number <= COLLATEX_LIMIT else [],
    )
    precision, recall = found(record, planted)
    others = "".join(_beside(beside.get(name), seconds) for name in ("matrix", "collatex"))
    each = f"{1000 * seconds / len(quoted):10.2f} ms"
    return f"{number:8}{len(quoted):12}{seconds:8.2f} s{each}{precision:11.3f}{recall:8.3f}{others}"


def _beside(taken: float | None, seconds: float) -> str:
    return f"{'-':>20}" if taken is None else f"{taken:10.1f} s {taken / seconds:6.1f}x"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("accounts", nargs="*", type=int, default=ACCOUNTS)
    parser.add_argument("--peers", default=sys.executable, metavar="PYTHON")
    given = parser.parse_args()
    head = f"{'accounts':>8}{'statements':>12}{'collate':>10}{'a statement':>13}{'precision':>11}{'recall':>8}"
    print(f"{head}{'rapidfuzz matrix':>20}{'CollateX':>20}")
    for number in given.accounts:
        print(measured(number, given.peers), flush=True)


if __name__ == "__main__":
    main()
