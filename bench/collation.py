"""The cost of one record against the number of its accounts: `python -m bench.collation [ACCOUNTS ...]`.

Accounts of fifty statements each are made from invented sentences: an account carries a part of the utterances of the
event, cut, changed by a word or whole, and some that no other has. CPU seconds of this process are printed for
`collate`, with how well the planted groups are found; beside it those of a full matrix of rapidfuzz's partial_ratio over
the same quotations, if rapidfuzz is installed (it is no dependency).
"""

import random
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


def matrix_seconds(quotations: list[str]) -> float | None:
    """CPU seconds of the full matrix of partial_ratio; None if rapidfuzz is not installed."""
    try:
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - a peer that may not be there
    except ImportError:
        return None
    begun = time.process_time()
    process.cdist(quotations, quotations, scorer=fuzz.partial_ratio, score_cutoff=80, workers=1)
    return time.process_time() - begun


def main() -> None:
    print(
        f"{'accounts':>8}{'statements':>12}{'collate':>10}{'a statement':>13}{'precision':>11}{'recall':>8}{'matrix':>10}"
    )
    for number in map(int, sys.argv[1:] or ACCOUNTS):
        readings, planted = accounts(number)
        quotations = [r.account.cut(s.content[0]) for r in readings for s in r.statements]
        begun = time.process_time()
        record = collate(readings)
        seconds = time.process_time() - begun
        precision, recall = found(record, planted)
        matrix = matrix_seconds(quotations) if len(quotations) <= MATRIX_LIMIT else None
        beside = f"{matrix:8.1f} s" if matrix is not None else f"{'-':>10}"
        each = f"{1000 * seconds / len(quotations):10.2f} ms"
        print(f"{number:8}{len(quotations):12}{seconds:8.2f} s{each}{precision:11.3f}{recall:8.3f}{beside}", flush=True)


if __name__ == "__main__":
    main()
