"""Which accounts have a line of the record, which lack it, and which of these can be said to be silent on it."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.collation.witnesses import Bodies
from onrecord.text.words import Word, spoken_keys, words
from onrecord.types import Reading

_STUB = 60  # words of body; in a shorter account silence means nothing
_PRINTED = 0.5  # of the word sequences of a line: an account that prints so many of them is not silent on it
_SIZES = (1, 2, 3)  # words in a sequence; the shorter ones are for lines that have no more
_AROUND = frozenset(("headline", "dateline", "byline", "caption"))  # the blocks read beside the body


class Coverage:
    """The accounts of a record in reading order, what they print, and which of them print one copy."""

    def __init__(self, readings: Sequence[Reading], bodies: Bodies, copies: Sequence[Sequence[str]]) -> None:
        self._first = {account: account for account in bodies} | {a: group[0] for group in copies for a in group}
        self._accounts = tuple(reading.account.id for reading in readings)
        self._whole = {r.account.id for r in readings if r.account.complete and len(bodies[r.account.id]) >= _STUB}
        self._printing: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for reading in readings:
            account = reading.account
            for block in account.blocks:
                if block.kind in _AROUND:
                    self._print(account.id, words(account.text, block.span.start, block.span.end))
            self._print(account.id, bodies[account.id])

    def _print(self, account: str, found: Sequence[Word]) -> None:
        keys = spoken_keys(found)
        for size in _SIZES:
            for part in _sequences(keys, size):
                self._printing[part].add(account)

    def __len__(self) -> int:
        return len(self._accounts)

    def ordered(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The accounts of `ids`, each once, in reading order."""
        kept = set(ids)
        return tuple(account for account in self._accounts if account in kept)

    def independent(self, ids: Iterable[str]) -> int:
        """How many accounts `ids` are, those that print one copy counted once."""
        return len({self._first[account] for account in ids})

    def copies(self, ids: Iterable[str]) -> str:
        """A sentence for the note if some of `ids` print one copy, else nothing."""
        kept = set(ids)
        return " Accounts that print the same copy count as one." if self.independent(kept) < len(kept) else ""

    def printing(self, keys: Sequence[str]) -> set[str]:
        """The accounts that print most of these words in this order, in quotation marks or not."""
        parts = set(_sequences(keys, min(len(keys), _SIZES[-1])))
        found = Counter(account for part in parts for account in self._printing.get(part, ()))
        return {account for account, count in found.items() if count >= _PRINTED * len(parts)}

    def silent(self, having: Iterable[str], keys: Sequence[str]) -> tuple[str, ...]:
        """The accounts read whole that are of no copy of `having` and do not print these words."""
        copies = {self._first[account] for account in having}
        printing = self.printing(keys)
        return tuple(
            account
            for account in self._accounts
            if account in self._whole and self._first[account] not in copies and account not in printing
        )


def _sequences(keys: Sequence[str], size: int) -> Iterable[tuple[str, ...]]:
    return (tuple(keys[i : i + size]) for i in range(len(keys) - size + 1))
