"""Statements as witnesses to what was said: their words in place, and who is given for them in the whole record."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import NamedTuple

from onrecord.collation.actors import name_of
from onrecord.collation.occasions import occasion
from onrecord.text.words import Word, is_content, spoken_keys, words, written_out
from onrecord.types import Account, Actor, Reading, Span, Statement

_OPENING = frozenset("\"“„«‹‘'")
Keys = tuple[str, ...]
Bodies = Mapping[str, tuple[Word, ...]]
"""The words of the body of each account, by its id."""

SENTENCE_END = re.compile(r"[.?!…]")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_SENTENCE = 5  # words, and two of content; what is shorter may be said twice by chance
_UNSURE = ("/pronoun", "/document", "/epithet", "/description", "/relative")
"""Endings of the rules that tell a speaker from something else than a name."""


class Speaker(NamedTuple):
    """Who is given for a statement."""

    actor: str
    """Id of an actor of the record's cast."""
    name: tuple[str, ...]
    """The words of a person's name without titles; none for an organisation."""
    named: bool
    """Whether the account gives the name there, and not a pronoun or a description of somebody."""


def opposed(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two speakers are known for two. A surname that several persons bear may be any of them."""
    if not a or not b or a.actor == b.actor:
        return False
    return min(len(a.name), len(b.name)) != 1 or a.name[-1] != b.name[-1]


@dataclass(frozen=True, slots=True)
class Witness:
    """One statement of one account: its words in place, and the forms in which they are compared."""

    order: int
    """Its place when all statements stand in reading order."""
    account: str
    statement: Statement
    speaker: Speaker | None
    spans: tuple[Span, ...]
    """The content; of a mixed statement the quoted part of it alone, if the marks tell it."""
    words: tuple[Word, ...]
    pieces: tuple[tuple[Keys, ...], ...]
    """For each span its words as they are searched for in the accounts: up to and after each ellipsis of the writer."""
    parts: tuple[int, ...]
    """For each word the number of the span that it stands in."""
    keys: tuple[str, ...]
    """The words as read out, without what the writer put in brackets."""
    title: bool
    """Whether it is a few words all capitalised, as names of programmes and laws are."""
    line: str
    """The keys, each between two blanks."""
    sentences: tuple[str, ...]
    """The longer sentences in the form of `line`."""
    occasion: frozenset[str]
    """Day and channel, as far as its account names them."""


def witnesses(readings: Sequence[Reading], cast: Mapping[tuple[str, str], Actor]) -> tuple[Witness, ...]:
    """All statements of `readings` in order. `cast` gives the actor of the record for (account, actor) ids."""
    stated = [(reading.account, statement) for reading in readings for statement in reading.statements]
    return tuple(
        _witness(order, account, statement, _speaker(statement, cast.get((account.id, statement.speaker or ""))))
        for order, (account, statement) in enumerate(stated)
    )


def _speaker(statement: Statement, actor: Actor | None) -> Speaker | None:
    if actor is None:
        return None
    name = name_of(actor) if actor.kind == "person" else ()
    return Speaker(actor.id, name, not statement.rule.endswith(_UNSURE))


def _witness(order: int, account: Account, statement: Statement, speaker: Speaker | None) -> Witness:
    quoted = tuple(span for span in statement.content if _is_marked(account.text, span))
    spans = quoted if quoted and statement.form == "mixed" else statement.content
    by_part = [words(account.text, span.start, span.end) for span in spans]
    own = tuple(chain.from_iterable(by_part))
    said = without_insertions(account.text, own)
    keys = spoken_keys(said)
    return Witness(
        order=order,
        account=account.id,
        statement=statement,
        speaker=speaker,
        spans=spans,
        words=own,
        pieces=tuple(tuple(_pieces(account.text, part)) for part in by_part),
        parts=tuple(part for part, placed in enumerate(by_part) for _ in placed),
        keys=keys,
        title=_is_title(account.text, own),
        line=_line(keys),
        sentences=tuple(map(_line, _sentences(account.text, said))),
        occasion=occasion(account, statement),
    )


def compared_keys(found: Iterable[Word]) -> Keys:
    """The words as read out and written in full, for finding them wherever an account prints them."""
    return tuple(map(written_out, spoken_keys(found)))


def _is_marked(text: str, span: Span) -> bool:
    """Whether a quotation mark opens the span: in a mixed statement the rest are the writer's words."""
    return bool(_OPENING.intersection(text[max(span.start - 1, 0) : span.start + 1]))


def _line(keys: Sequence[str]) -> str:
    return f" {' '.join(keys)} "


def _sentences(text: str, said: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    sentence: list[Word] = []
    for word in said:
        if sentence and SENTENCE_END.search(text, sentence[-1].end, word.start):
            yield from _long_enough(sentence)
            sentence = []
        sentence.append(word)
    yield from _long_enough(sentence)


def _long_enough(sentence: Sequence[Word]) -> Iterator[tuple[str, ...]]:
    keys = spoken_keys(sentence)
    if len(keys) >= _SENTENCE and sum(map(is_content, keys)) > 1:
        yield keys


def _pieces(text: str, part: Sequence[Word]) -> Iterator[Keys]:
    piece: list[Word] = []
    for word in without_insertions(text, part):
        if piece and _ELLIPSIS.search(text, piece[-1].end, word.start):
            yield compared_keys(piece)
            piece = []
        piece.append(word)
    if piece:
        yield compared_keys(piece)


def without_insertions(text: str, own: Sequence[Word]) -> Sequence[Word]:
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


def _is_title(text: str, own: Sequence[Word]) -> bool:
    content = [text[word.start] for word in own if is_content(word.key) and text[word.start - 1 : word.start] != "-"]
    first = text[own[0].start] if own else ""
    return 1 < len(own) < 7 and bool(content) and all(c.isupper() or c.isdigit() for c in (first, *content))


def unquoted(readings: Sequence[Reading], bodies: Bodies) -> frozenset[str]:
    """The content words, and the pairs of them that follow each other, that the accounts use in their own voice."""
    found: set[str] = set()
    for reading in readings:
        quoted = sorted((s.start, s.end) for st in reading.statements if st.form != "indirect" for s in st.content)
        own = [w for w in bodies[reading.account.id] if is_content(w.key)]
        voice = [w.key for w in own if not _within(w, quoted)]
        found.update(voice)
        found.update(map(" ".join, pairwise(voice)))
    return frozenset(found)


def _within(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    at = bisect_right(spans, (word.start, word.end))
    return any(start <= word.start < end for start, end in spans[max(at - 1, 0) : at + 1])


def bodies(readings: Sequence[Reading]) -> Bodies:
    """The words of the bodies, each in order, told once for all that need them."""
    return {reading.account.id: tuple(_body_words(reading.account)) for reading in readings}


def _body_words(account: Account) -> Iterator[Word]:
    for block in account.blocks:
        if block.kind == "body":
            yield from words(account.text, block.span.start, block.span.end)
