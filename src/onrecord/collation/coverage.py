"""Which accounts have a line of the record, which lack it, and which of these can be said to be silent on it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import chain
from operator import and_, or_

from onrecord.collation.witnesses import Bodies, Keys, Witness, compared_keys, without_insertions
from onrecord.text.words import Word, is_content, stem, words, written_out
from onrecord.types import Account, Reading, Span

_STUB = 60  # words of body; in a shorter account silence means nothing
_PRINTED = 0.5  # of the word sequences of a line: an account that prints so many of them is not silent on it
_SIZES = (1, 2, 3)  # words in a sequence; the shorter ones are for lines that have no more
_RUN = 8  # words; an account that prints so many in a row is not silent on the line, however long it is
_MARKED = re.compile(r"[“\"]([^“”\"\n]{3,80})[”\"]")
_TELLING = 2  # content words in a piece of a line that is told from others, or
_LONG = 4  # words of any kind
_WINDOW = 24  # words; where so many hold most words of sense of a sentence, at least
_ALIKE = 2  # of them, the account tells something like it, whoever is given for it: what is not compared is no silence


def _may_be_silent(reading: Reading) -> bool:
    """What was not read whole, or of which statements were left out, is silent on nothing."""
    return reading.whole and not reading.unsure


class Coverage:
    """The accounts of a record in reading order, what they print, and which of them print one copy.

    A set of accounts is one number here, with a bit for each: there are very many of them, and most are of one account.
    """

    def __init__(self, readings: Sequence[Reading], bodies: Bodies, copies: Sequence[Sequence[str]]) -> None:
        self._first = {account: account for account in bodies} | {a: group[0] for group in copies for a in group}
        self._accounts = tuple(reading.account.id for reading in readings)
        self._bit = {account: 1 << number for number, account in enumerate(self._accounts)}
        told_whole = (reading.account.id for reading in readings if _may_be_silent(reading))
        self._whole = self._of(account for account in told_whole if len(bodies[account]) >= _STUB)
        self._alike_to: dict[str, int] = defaultdict(int)  # by the first of those that print one copy
        for account, first in self._first.items():
            self._alike_to[first] |= self._bit[account]
        self._printing: dict[Keys, int] = defaultdict(int)
        self._marking: dict[Keys, int] = defaultdict(int)
        self._windows: dict[str, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
        self._next_window = 0
        for reading in readings:
            self._print_all(reading.account, bodies[reading.account.id])

    def _print_all(self, account: Account, body: Sequence[Word]) -> None:
        paragraphs = (account.cut(block.span) for block in account.blocks if block.kind == "body")
        for marked in chain.from_iterable(map(_MARKED.findall, paragraphs)):
            self._marking[compared_keys(words(marked))] |= self._bit[account.id]
        for block in account.blocks:
            # What was taken for the page's frame by mistake is printed there all the same; readers' words are not.
            if block.kind not in ("body", "comment"):
                self._print(account.id, account.text, words(account.text, block.span.start, block.span.end))
        self._print(account.id, account.text, body)

    def _print(self, account: str, text: str, printed: Sequence[Word]) -> None:
        uninserted, bit, printing = without_insertions(text, printed), self._bit[account], self._printing
        all_keys = compared_keys(printed)
        for keys in (all_keys,) if uninserted is printed else {all_keys, compared_keys(uninserted)}:
            for size in _SIZES:
                for part in _sequences(keys, size):
                    printing[part] |= bit
        for number in range(0, len(all_keys), _WINDOW // 2):
            # Each window begins in the middle of the one before: what stands within half of one is in one of them.
            window = self._next_window = self._next_window + 1
            for word in {stem(key) for key in all_keys[number : number + _WINDOW // 2] if is_content(key)}:
                self._windows[word][bit].update((window, window + 1))
        self._next_window += 1

    def __len__(self) -> int:
        return len(self._accounts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._accounts)

    def _of(self, ids: Iterable[str]) -> int:
        return reduce(or_, (self._bit[account] for account in ids), 0)

    def _named(self, accounts: int) -> tuple[str, ...]:
        return tuple(self._accounts[number] for number in _numbers(accounts))

    def ordered(self, ids: Iterable[str]) -> tuple[str, ...]:
        """The accounts of `ids`, each once, in reading order."""
        return tuple(sorted(set(ids), key=self._bit.__getitem__))

    def independent(self, ids: Iterable[str]) -> int:
        """How many accounts `ids` are, those that print one copy counted once."""
        return len({self._first[account] for account in ids})

    def copies(self, ids: Iterable[str]) -> str:
        """A sentence for the note if some of `ids` print one copy, else nothing."""
        kept = set(ids)
        return " Accounts that print the same copy count as one." if self.independent(kept) < len(kept) else ""

    def printing(self, pieces: Sequence[Keys]) -> set[str]:
        """The accounts that print most of a line's words in this order, many of them in a row, all of a piece that can
        be told from other words, or every piece; in quotation marks or not."""
        return set(self._named(self._printing_some(pieces)))

    def _printing_some(self, pieces: Sequence[Keys]) -> int:
        if not pieces:
            return 0
        telling = [piece for piece in pieces if _is_telling(piece)]
        printing = self._printing_most(tuple(chain.from_iterable(pieces))) | self._printing_each(pieces)
        for piece in telling:
            printing |= self._printing_all(piece) | self._printing_many(piece) | self._marking_part(piece)
        return printing

    def unprinted(self, witness: Witness, accounts: Iterable[str]) -> tuple[Span, ...]:
        """The spans of `witness` whose words none of `accounts` prints: a word or two may stand anywhere."""
        kept = self._of(accounts)
        found = zip(witness.spans, witness.pieces, strict=True)
        return tuple(span for span, pieces in found if pieces and not self._printing_each(pieces) & kept)

    def _printing_each(self, pieces: Sequence[Keys]) -> int:
        printing = -1
        for piece in pieces:
            printing &= self._printing_all(piece)
        return printing

    def _printing_most(self, keys: Keys) -> int:
        parts = set(_sequences(keys, min(len(keys), _SIZES[-1])))
        together = Counter(self._printing.get(part, 0) for part in parts)
        counted: Counter[int] = Counter()
        for accounts, count in together.items():
            for number in _numbers(accounts):
                counted[number] += count
        return reduce(or_, (1 << number for number, count in counted.items() if count >= _PRINTED * len(parts)), 0)

    def _printing_all(self, keys: Keys) -> int:
        printing = -1 if keys else 0
        for part in _sequences(keys, min(len(keys), _SIZES[-1])):
            printing &= self._printing.get(part, 0)
            if not printing:
                break
        return printing

    def _marking_part(self, keys: Keys) -> int:
        """The accounts that print a few words of a run in quotation marks, whether or not a statement was found
        there."""
        parts = (part for size in range(_TELLING, _RUN) for part in _sequences(keys, size) if part in self._marking)
        telling = (self._marking[part] for part in parts if sum(map(is_content, part)) >= _TELLING)
        return reduce(or_, telling, 0)

    def _printing_many(self, keys: Keys) -> int:
        """The accounts that print all sequences of a run. They may stand in several places: then less is claimed."""
        each = [self._printing.get(part, 0) for part in _sequences(keys, _SIZES[-1])]
        runs = (each[i : i + _RUN - _SIZES[-1] + 1] for i in range(len(each) - _RUN + _SIZES[-1]))
        return reduce(or_, (reduce(and_, run) for run in runs), 0)

    def _telling(self, witness: Witness, accounts: int) -> int:
        """Those of the accounts that have most words of sense of a sentence close together, in whatever order and
        form."""
        sentences = [tuple(map(written_out, sentence.split())) for sentence in witness.sentences]
        telling = 0
        for sentence in sentences or chain.from_iterable(witness.pieces):
            stems = set(map(stem, filter(is_content, sentence)))
            having = [self._windows[word] for word in stems if word in self._windows]
            least = max(_ALIKE, len(stems) // 2 + 1)
            for bit in map((1).__lshift__, _numbers(accounts & ~telling)):
                if _have_alike([windows[bit] for windows in having if bit in windows], least):
                    telling |= bit
        return telling

    def silent(self, having: Iterable[str], witness: Witness) -> tuple[str, ...]:
        """The accounts read whole that are of no copy of `having`, do not print these words, and tell nothing like
        them."""
        copies = reduce(or_, (self._alike_to[self._first[account]] for account in having), 0)
        others = self._whole & ~copies
        others &= ~self._printing_some(tuple(chain.from_iterable(witness.pieces))) if others else 0
        return self._named(others & ~self._telling(witness, others))


def _have_alike(windows: Sequence[set[int]], least: int) -> bool:
    """Whether one window has so many of the words, of each of which the windows are given."""
    given = sorted(windows, key=len)
    # A window that has so many of the words has one of the rarest of them: the others are not searched through.
    near = set().union(*given[: max(len(given) - least + 1, 0)])
    counted = Counter(chain.from_iterable(near & one for one in given))
    return any(count >= least for count in counted.values())


def _numbers(accounts: int) -> Iterator[int]:
    """The numbers of the bits that are set."""
    while accounts:
        lowest = accounts & -accounts
        yield lowest.bit_length() - 1
        accounts ^= lowest


def _sequences(keys: Keys, size: int) -> list[Keys]:
    return [keys[i : i + size] for i in range(len(keys) - size + 1)]


def _is_telling(piece: Keys) -> bool:
    return len(piece) >= _LONG or sum(map(is_content, piece)) >= _TELLING
