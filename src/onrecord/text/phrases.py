"""Many phrases looked for in a text at once, the longest first. Linear in the text, however many there are."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

_WORD = re.compile(r"\w+")
_START = re.compile(r"(?<![\w-])\w+")


class Phrases:
    """Phrases that begin with a letter or a figure."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._known = frozenset(phrases)
        lengths: dict[str, set[int]] = defaultdict(set)
        for phrase in self._known:
            if first := _WORD.match(phrase):
                lengths[first[0]].add(len(phrase))
        self._lengths = {word: sorted(found, reverse=True) for word, found in lengths.items()}
        """By a first word how long the phrases are that begin with it, the longest first."""

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where whole words of `text` are one of the phrases, half open, in order; none within another."""
        free = start
        for word in _START.finditer(text, start, end):
            at = word.start()
            if at >= free and (last := self._longest(text, word[0], at, end)):
                yield at, last
                free = last

    def _longest(self, text: str, word: str, at: int, end: int) -> int | None:
        for length in self._lengths.get(word, ()):
            last = at + length
            if last <= end and text[at:last] in self._known and not (last < end and _WORD.match(text, last, end)):
                return last
        return None
