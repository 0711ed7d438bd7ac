"""The attribution model at run time: one int8 network, read with onnxruntime on one thread unless told otherwise."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.readings.model import decode
from onrecord.readings.model.calibration import is_likely, probability
from onrecord.readings.model.runtime import onnxruntime
from onrecord.readings.model.signed import Signed, signed
from onrecord.readings.model.windows import Ints, Pieces, pack, pieces
from onrecord.readings.model.wordpieces import CLS, SEP, Vocabulary
from onrecord.shipped import shipped
from onrecord.text import lexicon

if TYPE_CHECKING:  # slow to import, and not every use of the package reads a text
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]

NETWORK, VOCABULARY = "readings/model/attribution.onnx", "readings/model/vocabulary.json"
SIGNED = 0.9  # of 7 signed quotations in PolNeAR's train part, readers marked 7
JOINS = lexicon.words("clause_words.joining_sources")
AFTER_WORDS = " \t\n,;:-–—"
Spans = tuple[tuple[int, int], ...]


class Attribution(NamedTuple):
    """Who said what: each role a tuple of half-open character ranges, empty where the text has none. `score` is the
    probability, calibrated on held-out articles, that a reader would mark the same content, cue and source."""

    content: Spans
    cue: Spans
    source: Spans
    score: float


class Name(NamedTuple):
    """A name in the text: its kind (person, organisation, place or group) and its half-open character range."""

    kind: str
    start: int
    end: int


class Marked(NamedTuple):
    """What one pass of the model marks in a text, each in the order of the text."""

    attributions: tuple[Attribution, ...]
    names: tuple[Name, ...]


class Model(NamedTuple):
    """The network, and the vocabulary in which it reads a text."""

    session: "InferenceSession"
    vocabulary: Vocabulary


def attributions(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Attribution, ...]:
    """The attributions of `paragraphs` (character ranges of `text`, in order). Raises ModelError as `mark` does."""
    return mark(text, paragraphs).attributions


def mark(text: str, paragraphs: Sequence[tuple[int, int]], *, threads: int = 1) -> Marked:
    """Attributions and names of `paragraphs`, ranges of `text` in order. Time is linear in their length.

    Raises ModelError if the model's files are missing or changed.
    """
    return mark_with(load(threads), text, paragraphs)


def mark_with(model: Model, text: str, paragraphs: Sequence[tuple[int, int]]) -> Marked:
    """As `mark`, with a model of the caller's: what training measures a candidate with."""
    found = pieces(model.vocabulary, text, paragraphs)
    marked: list[Attribution] = []
    named: list[Name] = []
    for window in pack(found):
        out = numbers(model.session, found, window)
        at = decode.words(found, window)
        said = (attribution(one, at, text) for one in decode.attributions(out, at) if is_likely(one.evidence))
        marked += (one for one in said if one.content)
        named += (Name(kind, *_range(at, (first, stop))) for kind, first, stop in decode.names(out, at))
    return Marked(_with_signed(text, paragraphs, marked), tuple(named))


@cache
def load(threads: int = 1) -> Model:
    """The model, read once a process. Raises ModelError if a file is missing or is not the one this version names, and
    where onnxruntime would send something."""
    runtime = onnxruntime()
    options = runtime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = runtime.InferenceSession(shipped(NETWORK), options, providers=["CPUExecutionProvider"])
    return Model(session, vocabulary())


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary alone, read once a process. Raises ModelError as `load` does for a file."""
    return Vocabulary(shipped(VOCABULARY))


def numbers(session: "InferenceSession", found: Pieces, window: Ints) -> NDArray[np.float32]:
    """The network's numbers for one window, [length, heads]. One window a call: batches are slower on one thread."""
    ids = np.where(window >= 0, found.ids[window], SEP)
    ids[0] = CLS
    feed = {"ids": ids, "feature": np.where(window >= 0, found.feature[window], 0)}
    out: NDArray[np.float32] = session.run(None, feed)[0]
    return out


def _with_signed(
    text: str, paragraphs: Sequence[tuple[int, int]], marked: list[Attribution]
) -> tuple[Attribution, ...]:
    """With the signed quotations, in place of what the network made of most of their words."""
    found = list(signed(text, paragraphs))
    starts = [one.content[0] for one in found]
    kept = [one for one in marked if not _covers(one.content, found, bisect_right(starts, one.content[0][1]) - 1)]
    rule = [Attribution((content,), (cue,), (source,), SIGNED) for content, cue, source in found]
    return tuple(sorted(kept + rule, key=lambda one: one.cue))


def _covers(content: Spans, found: list[Signed], number: int) -> bool:
    """Whether `content` has more than half of the characters of the quotation of that number; -1 is none."""
    if number < 0:
        return False
    begin, stop = found[number].content
    return 2 * sum(max(0, min(end, stop) - max(start, begin)) for start, end in content) > stop - begin


def _range(at: decode.Words, run: tuple[int, int]) -> tuple[int, int]:
    return int(at.start[run[0]]), int(at.end[run[1] - 1])


def attribution(one: decode.Found, at: decode.Words, text: str) -> Attribution:
    """In characters of `text`. A content of marks alone is none, and none ends in a word that joins on what follows."""
    ranges = (_range(at, run) for run in one.content)
    content = tuple((start, end) for start, end in ranges if any(c.isalnum() for c in text[start:end]))
    content = (*content[:-1], *(_without_join(text, *last) for last in content[-1:]))
    source = (_range(at, one.source),) if one.source else ()
    return Attribution(content, (_range(at, one.cue),), source, probability(one.evidence))


def _without_join(text: str, start: int, end: int) -> tuple[int, int]:
    head, _, last = text[start:end].rstrip(AFTER_WORDS).rpartition(" ")
    head = head.rstrip(AFTER_WORDS)
    return (start, start + len(head)) if head and last.lower() in JOINS else (start, end)
