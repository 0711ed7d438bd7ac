"""Statements as witnesses to what was said: their words in place, and who is given for them in the whole record."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import NamedTuple

from onrecord.collation.actors import name_of
from onrecord.collation.alignment import spelt_alike
from onrecord.collation.occasions import occasion
from onrecord.text.words import Word, is_content, spoken_keys, words, written_out
from onrecord.types import Account, Actor, Reading, Span, Statement

_OPENING = frozenset("\"“„«‹‘'")
Keys = tuple[str, ...]
Bodies = Mapping[str, tuple[Word, ...]]
"""The words of the body of each account, by its id."""

SENTENCE_END = re.compile(r"[.?!…]")
_ELLIPSIS = re.compile(r"…|\.\s?\.\s?\.")
_AROUND = 20  # words before a statement, and as many after it
_NEAR = 80  # characters beside a statement in which its account says that it is a correction
_SAYING_THAT_IT_WAS_WRONG = (
    r"correct(?:ed|s|ing)\s+(?:him|her|it|them)sel(?:f|ves)",
    r"correct(?:ed|ing)\s+(?:the|his|her|its|their)\s",
    r"(?:later|then|soon|quickly|subsequently)\s+(?:corrected|amended|revised|clarified|retracted)",
    r"mis(?:spoke|spoken|stated)\b",
    r"walk(?:ed|ing)\s+(?:it\s+|that\s+)?back\b",
    r"t(?:ook|aking)\s+(?:it|that)\s+back\b",
)
_CORRECTING = re.compile(rf"\b(?:{'|'.join(_SAYING_THAT_IT_WAS_WRONG)})", re.I)
_SENTENCE = 5  # words, and two of content; what is shorter may be said twice by chance
_TURN = "transcript-turn"
_SHORT_NAME = 3  # letters that a short form of a first name has of it
_UNSURE = ("/pronoun", "/document", "/epithet", "/description", "/relative")
"""Endings of the rules that tell a speaker from something else than a name."""


class Speaker(NamedTuple):
    """Who is given for a statement."""

    actor: str
    """Id of an actor of the record's cast."""
    name: tuple[str, ...]
    """The words of the name, of a person's without titles."""
    person: bool
    """Whether it is a person with a name: a body speaks through persons, and a description may be of anybody."""
    named: bool
    """Whether the account gives the name there, and not a pronoun or a description of somebody."""
    joint: frozenset[str] = frozenset()
    """Ids of the other actors of the record's cast who are given together with it."""


def shared(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two statements are known to have one speaker, alone or together with others."""
    return bool(a and b and {a.actor, *a.joint} & {b.actor, *b.joint})


def opposed(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two speakers are known for two. A surname that several persons bear may be any of them, a longer form of
    a name is the same name, and a body may have spoken through the person; who is given together with the other is not
    another."""
    if not a or not b or a.person != b.person or shared(a, b):
        return False
    return not (set(a.name) <= set(b.name) or set(b.name) <= set(a.name) or (a.person and _one_name(a.name, b.name)))


def unsure(a: Speaker | None, b: Speaker | None) -> bool:
    """Whether two opposed speakers may be one after all: one is not named there, or they have one surname."""
    return not (a and b and a.named and b.named and a.name[-1:] != b.name[-1:])


def _one_name(a: Sequence[str], b: Sequence[str]) -> bool:
    """Tim Berg, Timothy Berg and T. Berg, Vicente and Vincente Lund, but not Anna Berg and Bert Berg."""
    first, other = a[0], b[0]
    short = min(len(first), len(other), _SHORT_NAME)
    return a[-1] == b[-1] and (first[:short] == other[:short] or spelt_alike(first, other))


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
    lines: tuple[str, ...]
    """The same of each span that has words."""
    sentences: tuple[str, ...]
    """The longer sentences in the form of `line`."""
    occasion: frozenset[str]
    """Day and channel, as far as its account names them."""
    around: frozenset[str]
    """The content words that its account prints right before and after it."""
    corrects: bool
    """Whether its account says that the speaker corrects there what he said before."""

    @property
    def is_turn(self) -> bool:
        """Whether it is a whole turn of a transcript, of which others quote excerpts."""
        return self.statement.rule.startswith(_TURN) and self.spans == self.statement.content

    @property
    def is_part_of_turn(self) -> bool:
        """Whether it is those sentences of a turn that others quote at one place of it."""
        return self.statement.rule.startswith(_TURN) and not self.is_turn


def witnesses(
    readings: Sequence[Reading], cast: Mapping[tuple[str, str], Actor], bodies: Bodies
) -> tuple[Witness, ...]:
    """All statements of `readings` in order. `cast` gives the actor of the record for (account, actor) ids."""
    stated = [(reading.account, statement) for reading in readings for statement in reading.statements]
    return tuple(
        replace(
            of_spans(order, account, statement, _quoted(account, statement), bodies[account.id]),
            speaker=_speaker(account, statement, cast),
        )
        for order, (account, statement) in enumerate(stated)
    )


def _speaker(account: Account, statement: Statement, cast: Mapping[tuple[str, str], Actor]) -> Speaker | None:
    actor = cast.get((account.id, statement.speaker or ""))
    if actor is None:
        return None
    person = actor.kind == "person" and not actor.name[:1].islower()
    others = (cast.get((account.id, other)) for other in statement.joint)
    joint = frozenset(other.id for other in others if other)
    return Speaker(actor.id, name_of(actor), person, not statement.rule.endswith(_UNSURE), joint)


def _quoted(account: Account, statement: Statement) -> tuple[Span, ...]:
    quoted = tuple(span for span in statement.content if _is_marked(account.text, span))
    return quoted if quoted and statement.form == "mixed" else statement.content


def of_spans(
    order: int, account: Account, statement: Statement, spans: tuple[Span, ...], body: Sequence[Word]
) -> Witness:
    """These spans of a statement as a witness, of no speaker yet."""
    by_part = [words(account.text, span.start, span.end) for span in spans]
    spoken = tuple(chain.from_iterable(by_part))
    uninserted = without_insertions(account.text, spoken)
    keys = spoken_keys(uninserted)
    return Witness(
        order=order,
        account=account.id,
        statement=statement,
        speaker=None,
        spans=spans,
        words=spoken,
        pieces=tuple(tuple(_pieces(account.text, part)) for part in by_part),
        parts=tuple(part for part, placed in enumerate(by_part) for _ in placed),
        keys=keys,
        title=_is_title(account.text, spoken),
        line=_line(keys),
        lines=_lines(account.text, by_part) if len(by_part) > 1 else (_line(keys),),
        sentences=tuple(map(_line, _sentences(account.text, uninserted))),
        occasion=occasion(account, statement),
        around=frozenset(_around(body, spans)),
        corrects=any(map(_CORRECTING.search, _beside(account.text, spans))),
    )


def _beside(text: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """What stands in the same line right before a statement, between its spans and right after it."""
    if not spans:
        return ()
    starts, ends = [span.start for span in spans], [span.end for span in spans]
    before = text[max(starts[0] - _NEAR, 0) : starts[0]].rpartition("\n")[2]
    after = text[ends[-1] : ends[-1] + _NEAR].partition("\n")[0]
    return before, *(text[a:b] for a, b in zip(ends, starts[1:], strict=False)), after


def _around(body: Sequence[Word], spans: Sequence[Span]) -> Iterator[str]:
    if not spans:
        return
    start, stop = bisect_left(body, (spans[0].start,)), bisect_left(body, (spans[-1].end,))
    for word in (*body[max(start - _AROUND, 0) : start], *body[stop : stop + _AROUND]):
        if is_content(word.key):
            yield word.key


def compared_keys(found: Iterable[Word]) -> Keys:
    """The words as read out and written in full, for finding them wherever an account prints them."""
    return tuple(map(written_out, spoken_keys(found)))


def _is_marked(text: str, span: Span) -> bool:
    """Whether a quotation mark opens the span: in a mixed statement the rest are the writer's words."""
    return bool(_OPENING.intersection(text[max(span.start - 1, 0) : span.start + 1]))


def _line(keys: Sequence[str]) -> str:
    return f" {' '.join(keys)} "


def _lines(text: str, by_part: Iterable[Sequence[Word]]) -> tuple[str, ...]:
    return tuple(_line(spoken_keys(without_insertions(text, part))) for part in by_part if part)


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
    uninserted = without_insertions(text, part)
    if not uninserted or not _ELLIPSIS.search(text, uninserted[0].end, uninserted[-1].start):
        yield from [compared_keys(uninserted)] if uninserted else []
        return
    piece: list[Word] = []
    for word in uninserted:
        if piece and _ELLIPSIS.search(text, piece[-1].end, word.start):
            yield compared_keys(piece)
            piece = []
        piece.append(word)
    if piece:
        yield compared_keys(piece)


def without_insertions(text: str, part: Sequence[Word]) -> Sequence[Word]:
    """The words that do not stand in brackets: those are the writer's. All of them if no word stands outside."""
    at = max(part[0].start - 1, 0) if part else 0
    if not part or text.find("[", at, part[-1].start) < 0:
        return part
    kept, inside = [], False
    for word in part:
        between = text[at : word.start]
        opened, closed = between.rfind("["), between.rfind("]")
        inside = opened > closed if opened != closed else inside
        at = word.end
        if not inside:
            kept.append(word)
    return kept or part


def _is_title(text: str, quoted: Sequence[Word]) -> bool:
    content = [text[word.start] for word in quoted if is_content(word.key) and text[word.start - 1 : word.start] != "-"]
    first = text[quoted[0].start] if quoted else ""
    return 1 < len(quoted) < 7 and bool(content) and all(c.isupper() or c.isdigit() for c in (first, *content))


def unquoted(readings: Sequence[Reading], bodies: Bodies) -> frozenset[str]:
    """The content words, and the pairs of them that follow each other, that the accounts use in their own voice."""
    used: set[str] = set()
    for reading in readings:
        quoted = quotations(reading)
        own = [w for w in bodies[reading.account.id] if is_content(w.key)]
        voice = [w.key for w in own if not within(w, quoted)]
        used.update(voice)
        used.update(map(" ".join, pairwise(voice)))
    return frozenset(used)


def quotations(reading: Reading) -> list[tuple[int, int]]:
    """Where the words stand that an account gives as those of somebody else, in order."""
    return sorted((s.start, s.end) for st in reading.statements if st.form != "indirect" for s in st.content)


def within(word: Word, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a word stands in one of `spans`, which are in order."""
    start = word.start
    at = bisect_right(spans, (start, word.end))
    if at and spans[at - 1][0] <= start < spans[at - 1][1]:
        return True
    return at < len(spans) and spans[at][0] <= start < spans[at][1]


def bodies(readings: Sequence[Reading]) -> Bodies:
    """The words of the bodies, each in order, told once for all that need them."""
    return {reading.account.id: tuple(_body_words(reading.account)) for reading in readings}


def _body_words(account: Account) -> Iterator[Word]:
    for block in account.blocks:
        if block.kind == "body":
            yield from words(account.text, block.span.start, block.span.end)
