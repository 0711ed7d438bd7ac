"""Statements as witnesses to what was said: their words in place, and who is given for them in the whole record."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.text.words import Word, is_content, spoken_keys, words
from onrecord.types import Account, Reading, Statement


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement of one account. `order` is its place when all statements stand in reading order; `speaker` is an
    id of the record's cast; `parts` says for each word which span of the content it stands in; `keys` are the words as
    read out, without what the writer put in brackets; `title` is true of a few words all capitalised, as names of programmes and laws are."""

    order: int
    account: str
    statement: Statement
    speaker: str | None
    words: tuple[Word, ...]
    parts: tuple[int, ...]
    keys: tuple[str, ...]
    title: bool


def witnesses(readings: Sequence[Reading], persons: Mapping[tuple[str, str], str]) -> tuple[Witness, ...]:
    """All statements of `readings` in order. `persons` gives the actor of the record for (account, actor) ids."""
    found: list[Witness] = []
    for reading in readings:
        for statement in reading.statements:
            placed = [
                (word, part)
                for part, span in enumerate(statement.content)
                for word in words(reading.account.text, span.start, span.end)
            ]
            own = tuple(word for word, _ in placed)
            found.append(
                Witness(
                    order=len(found),
                    account=reading.account.id,
                    statement=statement,
                    speaker=persons.get((reading.account.id, statement.speaker or "")),
                    words=own,
                    parts=tuple(part for _, part in placed),
                    keys=spoken_keys(_without_insertions(reading.account.text, own)),
                    title=_is_title([reading.account.text[word.start] for word in own], own),
                )
            )
    return tuple(found)


def _without_insertions(text: str, own: Sequence[Word]) -> Sequence[Word]:
    """The words that do not stand in brackets: those are the writer's. All of them if no word stands outside."""
    kept, inside, at = [], False, max(own[0].start - 1, 0) if own else 0
    for word in own:
        between = text[at : word.start]
        opened, closed = between.rfind("["), between.rfind("]")
        inside = opened > closed if opened != closed else inside
        at = word.end
        if not inside:
            kept.append(word)
    return kept or own


def _is_title(initials: Sequence[str], own: Sequence[Word]) -> bool:
    content = [initial for initial, word in zip(initials, own, strict=True) if is_content(word.key)]
    return 1 < len(own) < 7 and bool(content) and all(c.isupper() or c.isdigit() for c in (initials[0], *content))


def unquoted(readings: Sequence[Reading]) -> frozenset[str]:
    """The content words, and the pairs of them that follow each other, that the accounts use in their own voice."""
    found: set[str] = set()
    for reading in readings:
        quoted = sorted((s.start, s.end) for st in reading.statements if st.form != "indirect" for s in st.content)
        own = [w for w in body_words(reading.account) if is_content(w.key)]
        voice = [w.key for w in own if not _within(w, quoted)]
        found.update(voice)
        found.update(map(" ".join, pairwise(voice)))
    return frozenset(found)


def _within(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (word.start, word.end))
    return any(start <= word.start < end for start, end in spans[max(at - 1, 0) : at + 1])


def body_words(account: Account) -> tuple[Word, ...]:
    """The words of an account's body, in order."""
    return tuple(
        word
        for block in account.blocks
        if block.kind == "body"
        for word in words(account.text, block.span.start, block.span.end)
    )
