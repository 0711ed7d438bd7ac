"""The arithmetic of the measures: texts in, counts of one page out, and counts of many pages to one figure."""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from statistics import fmean
from typing import TypeVar

Counts = dict[str, float]
"""What was counted on one page: true positives, false positives, false negatives and the like."""

A = TypeVar("A")
B = TypeVar("B")

_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[^\w\s]|_")


def shingles(text: str, n: int = 4) -> Counter[tuple[str, ...]]:
    """The runs of `n` tokens (`\\w+`, case kept). A text of fewer tokens is one shorter run, an empty text none."""
    tokens = _WORD.findall(text)
    return Counter(tuple(tokens[i : i + n]) for i in range(max(1, len(tokens) - n + 1)) if tokens)


def words(text: str) -> Counter[str]:
    """The multiset of lower-cased `\\w+`."""
    return Counter(_WORD.findall(text.lower()))


def overlap(gold: Counter[A], found: Counter[A]) -> Counts:
    """Counts of two multisets."""
    tp = (gold & found).total()
    return {"tp": tp, "fp": found.total() - tp, "fn": gold.total() - tp}


def f1(tp: float, fp: float, fn: float) -> float:
    """The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found."""
    return 2 * tp / (2 * tp + fp + fn) if tp + fp + fn else 1.0


def shingle_f1(pages: Sequence[Counts]) -> float:
    """F1 of the mean precision and the mean recall of the pages, as scrapinghub's article-extraction-benchmark has it.

    A page on which nothing was found has no precision there, and counts in the recall alone.
    """
    precision = [p["tp"] / (p["tp"] + p["fp"]) for p in pages if p["tp"] + p["fp"]]
    recall = [p["tp"] / (p["tp"] + p["fn"]) for p in pages if p["tp"] + p["fn"]]
    if not precision or not recall or not sum(precision) or not sum(recall):
        return 0.0
    return 2 * fmean(precision) * fmean(recall) / (fmean(precision) + fmean(recall))


def mean_f1(pages: Sequence[Counts]) -> float:
    """The mean of the pages' own F1, as the WCXB benchmark has it."""
    return fmean(f1(p["tp"], p["fp"], p["fn"]) for p in pages)


def total_f1(name: str) -> Callable[[Sequence[Counts]], float]:
    """F1 over the items of all pages together, from the counts `name.tp`, `name.fp` and `name.fn`."""

    def figure(pages: Sequence[Counts]) -> float:
        return f1(*(sum(p.get(f"{name}.{count}", 0) for p in pages) for count in ("tp", "fp", "fn")))

    return figure


def share(part: str, whole: str) -> Callable[[Sequence[Counts]], float]:
    """Of all that was counted as `whole`, the share that was counted as `part`; not a number if there was none."""

    def figure(pages: Sequence[Counts]) -> float:
        total = sum(p.get(whole, 0) for p in pages)
        return sum(p.get(part, 0) for p in pages) / total if total else float("nan")

    return figure


def fold(value: str | None) -> str:
    """Lower-cased, punctuation removed, white space as one space: what "exact" compares."""
    return " ".join(_MARK.sub("", (value or "").lower()).split())


def squeeze(text: str) -> str:
    """Without any white space: markup may or may not set some between two words that a browser would part."""
    return "".join(text.split())


def align(gold: Sequence[A], found: Sequence[B], likeness: Callable[[A, B], float]) -> list[tuple[int, int]]:
    """Pairs (index in gold, index in found), in the order of both, with the greatest sum of likenesses.

    A pair may be no less alike than 0.5. Time and space grow with len(gold) * len(found).
    """
    like = [[likeness(g, f) for f in found] for g in gold]
    best = [[0.0] * (len(found) + 1) for _ in range(len(gold) + 1)]
    for i in range(len(gold) - 1, -1, -1):
        for j in range(len(found) - 1, -1, -1):
            pair = best[i + 1][j + 1] + like[i][j] if like[i][j] >= 0.5 else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], pair)
    pairs, i, j = [], 0, 0
    while i < len(gold) and j < len(found):
        if like[i][j] >= 0.5 and best[i][j] == best[i + 1][j + 1] + like[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def lines_within(text: str, spans: Iterable[tuple[int, int]]) -> set[int]:
    """Numbers of the lines of `text`, from 0, that hold a character other than white space within one of `spans`."""
    covered = bytearray(len(text))
    for start, end in spans:
        covered[start:end] = b"\1" * (min(end, len(text)) - min(start, len(text)))
    numbers, at = set(), 0
    for number, line in enumerate(text.split("\n")):
        if any(covered[at + i] and not c.isspace() for i, c in enumerate(line)):
            numbers.add(number)
        at += len(line) + 1
    return numbers


def ahead(
    figure: Callable[[Sequence[Counts]], float], pairs: Sequence[tuple[Counts, Counts]], resamples: int = 1000
) -> float:
    """Of paired bootstrap resamples of the pages (first of a pair: ours), the share in which our figure is greater."""
    draw = random.Random(0)
    wins = 0
    for _ in range(resamples):
        drawn = draw.choices(pairs, k=len(pairs))
        wins += figure([ours for ours, _ in drawn]) > figure([other for _, other in drawn])
    return wins / resamples
