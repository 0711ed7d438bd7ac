"""What the accounts tell in their own voice, sentence by sentence, and which sentences may tell of one thing."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from onrecord.collation.witnesses import Bodies, quotations, within
from onrecord.text.sentences import split_sentences
from onrecord.text.words import Word, is_content, stem
from onrecord.types import Reading, Span

_COMMON = 60  # sentences that have a word; a commoner word tells no sentence from another
_LONGEST = 250  # words; what goes on for longer is a list, or no sentence, and its words tell nothing of one thing


class Telling(NamedTuple):
    """One sentence: its words outside of quotation marks, and the stems of those that carry sense."""

    span: Span
    text: str
    words: tuple[Word, ...]
    stems: frozenset[str]

    def between(self, first: Word, last: Word) -> Span:
        """From one word to another, in whatever order they come."""
        return Span(self.span.account, min(first.start, last.start), max(first.end, last.end))


def tellings(readings: Sequence[Reading], bodies: Bodies) -> tuple[Telling, ...]:
    """The sentences of all bodies, in reading order, without those that are too long to tell of one thing."""
    return tuple(telling for reading in readings for telling in _of(reading, bodies[reading.account.id]))


def _of(reading: Reading, body: Sequence[Word]) -> Iterator[Telling]:
    account, quoted = reading.account, quotations(reading)
    for block in account.blocks:
        if block.kind != "body":
            continue
        for start, end in split_sentences(account.text, block.span.start, block.span.end):
            sentence = body[bisect_left(body, (start,)) : bisect_left(body, (end,))]
            unquoted = tuple(word for word in sentence if not within(word, quoted))
            if 0 < len(unquoted) <= _LONGEST:
                yield Telling(Span(account.id, start, end), account.text, unquoted, stems(unquoted))


def clause(text: str, sentence: Sequence[Word], at: int, most: int = _LONGEST) -> list[Word]:
    """The words after the word `at` up to the next mark, so many at most."""
    following: list[Word] = []
    for last, word in pairwise(sentence[at : at + 1 + most]):
        if any(mark in text[last.end : word.start] for mark in ",;:()—–"):
            break
        following.append(word)
    return following


def stems(found: Sequence[Word]) -> frozenset[str]:
    """What is compared of words: the stems of those that carry sense and are no figures."""
    return frozenset(stem(word.key) for word in found if is_content(word.key) and not word.key[0].isdigit())


def alike(sentences: Sequence[Telling], least: int) -> Iterator[tuple[Telling, Telling]]:
    """Each two sentences of two accounts that share at least so many stems. A stem of very many sentences counts for
    none, so that the cost stays near linear."""
    having: dict[str, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for word in sentence.stems:
            having[word].append(number)
    for number, sentence in enumerate(sentences):
        few = (having[word] for word in sentence.stems if len(having[word]) <= _COMMON)
        shared = Counter(other for numbers in few for other in numbers if other > number)
        for other in sorted(shared):
            if shared[other] >= least and sentences[other].span.account != sentence.span.account:
                yield sentence, sentences[other]
