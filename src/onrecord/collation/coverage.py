"""Which accounts have a line of the record, which lack it, and which of these can be said to be silent on it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from onrecord.collation.witnesses import Bodies, Keys, Witness, compared_keys, without_insertions
from onrecord.text.words import Word, is_content, stem, words, written_out
from onrecord.types import Reading, Span

_STUB = 60  # words of body; in a shorter account silence means nothing
_PRINTED = 0.5  # of the word sequences of a line: an account that prints so many of them is not silent on it
_SIZES = (1, 2, 3)  # words in a sequence; the shorter ones are for lines that have no more
_RUN = 8  # words; an account that prints so many in a row is not silent on the line, however long it is
_MARKED = re.compile(r"[“\"]([^“”\"\n]{3,80})[”\"]")
_TELLING = 2  # content words in a piece of a line that is told from others, or
_LONG = 4  # words of any kind
_WINDOW = 24  # words; where so many hold most words of sense of a sentence, at least
_ALIKE = 2  # of them, the account tells something like it, whoever is given for it: what is not compared is no silence


class Coverage:
    """The accounts of a record in reading order, what they print, and which of them print one copy."""

    def __init__(self, readings: Sequence[Reading], bodies: Bodies, copies: Sequence[Sequence[str]]) -> None:
        self._first = {account: account for account in bodies} | {a: group[0] for group in copies for a in group}
        self._accounts = tuple(reading.account.id for reading in readings)
        self._whole = {  # what was not read whole, or of which statements were left out, is silent on nothing
            r.account.id for r in readings if r.whole and not r.unsure and len(bodies[r.account.id]) >= _STUB
        }
        self._printing: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._marking: dict[Keys, set[str]] = defaultdict(set)
        self._windows: dict[str, set[tuple[str, int, int]]] = defaultdict(set)
        for reading in readings:
            account = reading.account
            paragraphs = (account.cut(block.span) for block in account.blocks if block.kind == "body")
            for marked in chain.from_iterable(map(_MARKED.findall, paragraphs)):
                self._marking[compared_keys(words(marked))].add(account.id)
            for block in account.blocks:
                # What was taken for the page's frame by mistake is printed there all the same; readers' words are not.
                if block.kind not in ("body", "comment"):
                    self._print(account.id, account.text, words(account.text, block.span.start, block.span.end))
            self._print(account.id, account.text, bodies[account.id])

    def _print(self, account: str, text: str, found: Sequence[Word]) -> None:
        said = without_insertions(text, found)
        for keys in {compared_keys(own) for own in ((found,) if said is found else (found, said))}:
            for size in _SIZES:
                for part in _sequences(keys, size):
                    self._printing[part].add(account)
        for at, key in enumerate(compared_keys(found)):
            if is_content(key):
                # Each window begins in the middle of the one before: what stands within half of one is in one of them.
                number = at // (_WINDOW // 2)
                self._windows[stem(key)].update((account, found[0].start, n) for n in (number, number + 1))

    def __len__(self) -> int:
        return len(self._accounts)

    def __iter__(self) -> Iterator[str]:
        return iter(self._accounts)

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

    def printing(self, pieces: Sequence[Keys]) -> set[str]:
        """The accounts that print most of a line's words in this order, many of them in a row, all of a piece that can be
        told from other words, or every piece; in quotation marks or not."""
        if not pieces:
            return set()
        telling = [piece for piece in pieces if _is_telling(piece)]
        found = self._printing_most(tuple(chain.from_iterable(pieces))) | self._printing_each(pieces)
        marked = map(self._marking_part, telling)
        return found.union(*map(self._printing_all, telling), *map(self._printing_many, telling), *marked)

    def unprinted(self, witness: Witness, accounts: Iterable[str]) -> tuple[Span, ...]:
        """The spans of `witness` whose words none of `accounts` prints: a word or two may stand anywhere."""
        kept = set(accounts)
        found = zip(witness.spans, witness.pieces, strict=True)
        return tuple(span for span, pieces in found if pieces and not self._printing_each(pieces) & kept)

    def _printing_each(self, pieces: Sequence[Keys]) -> set[str]:
        return set.intersection(*map(self._printing_all, pieces))

    def _printing_most(self, keys: Keys) -> set[str]:
        parts = set(_sequences(keys, min(len(keys), _SIZES[-1])))
        found = Counter(account for part in parts for account in self._printing.get(part, ()))
        return {account for account, count in found.items() if count >= _PRINTED * len(parts)}

    def _printing_all(self, keys: Keys) -> set[str]:
        parts = _sequences(keys, min(len(keys), _SIZES[-1]))
        return set.intersection(*(self._printing.get(part, set()) for part in parts)) if keys else set()

    def _marking_part(self, keys: Keys) -> set[str]:
        """The accounts that print a few words of a run in quotation marks, whether or not a statement was found there."""
        parts = (part for size in range(_TELLING, _RUN) for part in _sequences(keys, size) if part in self._marking)
        return set().union(*(self._marking[part] for part in parts if sum(map(is_content, part)) >= _TELLING))

    def _printing_many(self, keys: Keys) -> set[str]:
        """The accounts that print all sequences of a run. They may stand in several places: then less is claimed."""
        found: set[str] = set()
        run: Counter[str] = Counter()
        for part in _sequences(keys, _SIZES[-1]):
            run = Counter({account: run[account] + 1 for account in self._printing.get(part, ())})
            found.update(account for account, count in run.items() if count > _RUN - _SIZES[-1])
        return found

    def telling(self, witness: Witness) -> set[str]:
        """The accounts that have most words of sense of a sentence close together, in whatever order and form."""
        sentences = [tuple(map(written_out, sentence.split())) for sentence in witness.sentences]
        return set().union(*map(self._alike, sentences or chain.from_iterable(witness.pieces)))

    def _alike(self, sentence: Keys) -> set[str]:
        windows = sorted(
            (self._windows.get(word, set()) for word in {stem(k) for k in sentence if is_content(k)}), key=len
        )
        least = max(_ALIKE, len(windows) // 2 + 1)
        # A window that has so many of the words has one of the rarest of them: the others are not searched through.
        near = set().union(*windows[: max(len(windows) - least + 1, 0)])
        return {window[0] for window in near if sum(window in one for one in windows) >= least}

    def silent(self, having: Iterable[str], witness: Witness) -> tuple[str, ...]:
        """The accounts read whole that are of no copy of `having`, do not print these words, and tell nothing like them."""
        copies = {self._first[account] for account in having}
        printing = self.printing(tuple(chain.from_iterable(witness.pieces))) | self.telling(witness)
        return tuple(
            account
            for account in self._accounts
            if account in self._whole and self._first[account] not in copies and account not in printing
        )


def _sequences(keys: Keys, size: int) -> list[Keys]:
    return [keys[i : i + size] for i in range(len(keys) - size + 1)]


def _is_telling(piece: Keys) -> bool:
    return len(piece) >= _LONG or sum(map(is_content, piece)) >= _TELLING
