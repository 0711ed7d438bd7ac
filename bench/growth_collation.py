"""How the cost of the comparison and of the page grows: `python -m bench.growth_collation [WORDS OF A NAME ...]`.

Readings of an invented event are made without reading any text, each time larger in one thing alone: accounts, their
length, quotations, positions, dates, names, comments, and the inputs that are known to have been dear. What is printed
is told in `bench.growth`.
"""

import random
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count

from bench.collation import accounts as event
from bench.collation import sentence, vocabulary
from bench.growth import Row, report
from onrecord.codec import encode
from onrecord.collation import collate
from onrecord.exports import page
from onrecord.text.keys import digest
from onrecord.types import (
    Account,
    Actor,
    Block,
    Comment,
    Finding,
    Moment,
    Origin,
    Position,
    Reading,
    Record,
    Span,
    Statement,
    Wording,
)


class Draft:
    """One account as it is written, and what a reading of it would find."""

    def __init__(self, name: str, published: str | None = None) -> None:
        self.name = name
        self._published = published
        self._text: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._cast: list[Actor] = []
        self._statements: list[Statement] = []
        self._positions: list[Position] = []
        self._timeline: list[Moment] = []
        self._discussion: list[Comment] = []

    @property
    def length(self) -> int:
        return self._length

    def paragraph(self, words: str, kind: str = "body") -> Span:
        """Put one paragraph at the end."""
        span = Span(self.name, self._length, self._length + len(words))
        self._text.append(f"{words}\n")
        self._length += len(words) + 1
        self._blocks.append(Block(kind, span, Origin(span.start, span.end)))
        return span

    def quoted(self, words: str, after: str = " was said there.", speaker: str | None = None) -> str:
        at = self.paragraph(f"“{words}”{after}").start + 1
        content = (Span(self.name, at, at + len(words)),)
        self._statements.append(
            Statement(id=digest("s", *content), form="direct", content=content, speaker=speaker, rule="bench")
        )
        return self._statements[-1].id

    def actor(self, name: str, kind: str = "person", role: str = "") -> str:
        """Name somebody in a paragraph of his own."""
        at = self.paragraph(f"{role} {name} was there." if role else f"{name} was there.").start
        named = at + len(role) + 1 if role else at
        ident = digest("actor", self.name, name)
        roles = (Span(self.name, at, at + len(role)),) if role else ()
        mentions = (Span(self.name, named, named + len(name)),)
        self._cast.append(Actor(ident, name, kind, roles, mentions))
        return ident

    def position(self, words: str) -> None:
        before = "They demanded "
        span = self.paragraph(f"{before}{words}.")
        content = (Span(self.name, span.start + len(before), span.end - 1),)
        cue = Span(self.name, span.start + 5, span.start + len(before) - 1)
        self._positions.append(
            Position(id=digest("p", *content), act="demand", holder=None, content=content, cue=cue, rule="bench")
        )

    def moment(self, words: str, expression: str, date: str) -> None:
        what = self.paragraph(f"{words} {expression}.")
        by = Span(self.name, what.end - 1 - len(expression), what.end - 1)
        self._timeline.append(Moment(id=digest("m", what), what=what, date=date, dated_by=by, rule="bench"))

    def comment(self, words: str) -> None:
        author = self.paragraph("Reader", "comment")
        span = self.paragraph(words, "comment")
        before = self._discussion[-1].id if self._discussion else None
        self._discussion.append(
            Comment(id=digest("c", span), author=author, posted=None, words=(span,), reply_to=before)
        )

    def reading(self) -> Reading:
        account = Account(
            id=self.name,
            url=self.name,
            published=self._published,
            text="".join(self._text),
            blocks=tuple(self._blocks),
            encoding="utf-8",
            sha256=self.name,
        )
        made = (self._cast, self._statements, self._positions, self._timeline, self._discussion)
        return Reading(account, *(tuple(one) for one in made))


def _sayings(seed: int = 1) -> Iterator[str]:
    """Invented sentences without end."""
    draw = random.Random(seed)
    known = vocabulary(draw)
    while True:
        yield " ".join(sentence(draw, known))


def written(name: str, quotations: Iterable[str]) -> Reading:
    """An account of one quotation a paragraph."""
    draft = Draft(name)
    for quotation in quotations:
        draft.quoted(quotation)
    return draft.reading()


def of_accounts(size: int) -> list[Reading]:
    return event(size)[0]


def of_length(size: int) -> list[Reading]:
    """Two accounts of so many characters: prose with numbers and days, every tenth paragraph quoted, half of these by
    both."""
    both, readings = list(_taken(size // 2_000, 9)), []
    for seed, name in enumerate("ab", 1):
        draft, said, shared = Draft(name), _sayings(seed), iter(both)
        for number in count():
            if draft.length >= size:
                break
            own = next(said)
            if number % 10 == 0:
                draft.quoted(next(shared, own) if number % 20 else own)
            elif number % 5 == 0:
                draft.paragraph(f"{number % 90 + 10} people were hurt in {own.split()[0].title()} on Monday: {own}.")
            else:
                draft.paragraph(f"{own}.")
        readings.append(draft.reading())
    return readings


def _taken(size: int, seed: int = 1) -> list[str]:
    return [said for said, _ in zip(_sayings(seed), range(size), strict=False)]


def of_quotations_none_shared(size: int) -> list[Reading]:
    return [written(name, _taken(size, seed)) for seed, name in enumerate("ab", 1)]


def of_quotations_all_shared(size: int) -> list[Reading]:
    said = _taken(size)
    return [written(name, said) for name in "ab"]


def of_one_quotation_repeated(size: int) -> list[Reading]:
    said = "We will not sign any paper that shuts the northern gate before the winter comes."
    return [written(name, [said] * size) for name in "ab"]


def of_one_quotation_varied(size: int) -> list[Reading]:
    """One sentence that two accounts print again and again, each time with another number in it."""
    said = "We will not sign the paper number {} that shuts the northern gate before the winter comes."
    return [written(name, map(said.format, range(start, start + size))) for name, start in (("a", 0), ("b", size // 2))]


def of_positions(size: int) -> list[Reading]:
    readings = []
    for seed, name in enumerate("ab", 1):
        draft = Draft(name)
        for said in _taken(size, seed):
            draft.position(said)
        readings.append(draft.reading())
    return readings


def of_positions_on_three_matters(size: int) -> list[Reading]:
    matters = (
        "the reopening of the northern gate before winter",
        "a lower toll for barges from Karsk",
        "pensions of retired millers and their widows",
    )
    readings = []
    for name in "ab":
        draft = Draft(name)
        for number in range(size):
            draft.position(matters[number % len(matters)])
        readings.append(draft.reading())
    return readings


def of_dates(size: int) -> list[Reading]:
    readings = []
    for name in "ab":
        draft = Draft(name)
        for number, said in enumerate(_taken(size)):
            year, day = 1000 + number // 28, number % 28 + 1
            draft.moment(said, f"on {day} May {year}", f"{year}-05-{day:02}")
        readings.append(draft.reading())
    return readings


def of_one_date(size: int) -> list[Reading]:
    """One day, and one thing told of it at ever another clock time."""
    readings = []
    for name in "ab":
        draft = Draft(name)
        for number in range(size):
            clock = f"{number // 60 % 24:02}:{number % 60:02}"
            draft.moment("the miller left the northern gate of the harbour", f"at {clock}", f"2019-05-02T{clock}")
        readings.append(draft.reading())
    return readings


def of_actors(size: int) -> list[Reading]:
    return _named(size, lambda known, i: f"{known[i % 997].title()} {known[i].title()}")


def of_actors_of_one_surname(size: int) -> list[Reading]:
    return _named(size, lambda known, i: f"{known[i].title()} Brandt")


def of_bodies(size: int) -> list[Reading]:
    return _named(size, lambda known, i: f"Union of {known[i].title()}", "organisation")


def _named(size: int, name: Callable[[Sequence[str], int], str], kind: str = "person") -> list[Reading]:
    draw = random.Random(3)
    known = [f"{word}{number and chr(97 + number % 26)}" for number, word in enumerate(vocabulary(draw, size + 997))]
    readings = []
    for account in "ab":
        draft = Draft(account)
        for number in range(size):
            draft.actor(name(known, number), kind, "minister")
        readings.append(draft.reading())
    return readings


def of_one_long_sentence(size: int) -> list[Reading]:
    """A sentence of so many characters in each of two accounts, with numbers in it and a quotation beside it."""
    readings = []
    for seed, name in enumerate("ab", 1):
        draft = Draft(name)
        parts, length = [], 0
        for number, said in enumerate(_sayings(seed)):
            parts.append(f"{said} and {number % 80 + 2} boats in {said.split()[0].title()}")
            length += len(parts[-1])
            if length >= size:
                break
        draft.paragraph(" ".join(parts)[:size])
        draft.quoted("The northern gate stays shut until the winter is over.")
        readings.append(draft.reading())
    return readings


def of_comments(size: int) -> list[Reading]:
    readings = []
    for seed, name in enumerate("ab", 1):
        draft = Draft(name)
        draft.quoted("The northern gate stays shut until the winter is over.")
        for said in _taken(size, seed):
            draft.comment(said)
        readings.append(draft.reading())
    return readings


def of_one_long_quotation(size: int) -> list[Reading]:
    """One quotation of so many words in two accounts; every fortieth word is another one, and every hundredth is left
    out."""
    draw = random.Random(5)
    known = vocabulary(draw)
    said: list[str] = []
    while len(said) < size:
        said += sentence(draw, known)
    other = [draw.choice(known) if i % 40 == 0 else word for i, word in enumerate(said) if i % 100]
    return [written("a", [" ".join(said)]), written("b", [" ".join(other)])]


def of_long_quotation_exchanged(size: int) -> list[Reading]:
    """One quotation of so many words, of which every fifth is another one in the second account."""
    said = [f"word{i}x" for i in range(size)]
    other = [f"other{i}x" if i % 5 == 0 else word for i, word in enumerate(said)]
    return [written("a", [" ".join(said)]), written("b", [" ".join(other)])]


def of_words_without_end(size: int) -> list[Reading]:
    """The same few words over and over, in two long quotations."""
    return [
        written("a", ["the gate of iron is shut " * (size // 6)]),
        written("b", ["the gate of stone is shut " * (size // 6)]),
    ]


def of_near_duplicates(size: int) -> list[Reading]:
    draw = random.Random(7)
    known = vocabulary(draw)
    said = _taken(50)
    readings = []
    for number in range(size):
        draft = Draft(f"copy-{number:03}")
        for place, own in enumerate(said):
            words = own.split()
            if place % 10 == number % 10:
                words[len(words) // 2] = draw.choice(known)
            draft.quoted(" ".join(words))
        readings.append(draft.reading())
    return readings


def _record(readings: Sequence[Reading], findings: int = 0) -> Record:
    """A record of such readings without comparing them: each statement of the first is a wording of two, as far as
    there are two."""
    a, b = readings[0], readings[-1]
    pairs = zip(a.statements, b.statements, strict=False)
    wordings = tuple(Wording(digest("w", x.id), (x.id, y.id), x.id, ()) for x, y in pairs) if a is not b else ()
    spans = [s.content[0] for s in a.statements]
    found = tuple(
        Finding(digest("f", number), "only_in", "utterance", (a.account.id,), (spans[number % len(spans)],), "Alone.")
        for number in range(findings)
    )
    return Record(id="bench", title="Bench", readings=tuple(readings), wordings=wordings, findings=found)


def page_of_statements(size: int) -> Record:
    return _record(of_quotations_all_shared(size // 2))


def page_of_comments(size: int) -> Record:
    return _record(of_comments(size)[:1])


def page_of_findings(size: int) -> Record:
    return _record(of_quotations_none_shared(200)[:1], size)


def page_of_dates(size: int) -> Record:
    return collate(of_dates(size // 2))


def page_of_variants(size: int) -> Record:
    return collate(of_one_long_quotation(size))


_MANY = 2_500
ROWS = (
    Row("accounts", of_accounts, collate, 128),
    Row("length of two accounts, characters", of_length, collate, 500_000),
    Row("quotations, none shared", of_quotations_none_shared, collate, _MANY),
    Row("quotations, all shared", of_quotations_all_shared, collate, _MANY),
    Row("one quotation repeated", of_one_quotation_repeated, collate, _MANY),
    Row("one quotation varied", of_one_quotation_varied, collate, _MANY),
    Row("positions", of_positions, collate, _MANY),
    Row("positions on three matters", of_positions_on_three_matters, collate, _MANY),
    Row("dates", of_dates, collate, _MANY),
    Row("times of one day", of_one_date, collate, _MANY),
    Row("actors", of_actors, collate, _MANY),
    Row("actors of one surname", of_actors_of_one_surname, collate, _MANY),
    Row("bodies", of_bodies, collate, _MANY),
    Row("one long sentence, characters", of_one_long_sentence, collate, 500_000),
    Row("comments", of_comments, collate, _MANY),
    Row("one long quotation, words", of_one_long_quotation, collate, 50_000),
    Row("variants of a quotation, words", of_long_quotation_exchanged, collate, 25_000),
    Row("words without end", of_words_without_end, collate, 50_000),
    Row("near duplicates, accounts", of_near_duplicates, collate, 50),
    Row("page: statements", page_of_statements, page, 5_000),
    Row("page: comments", page_of_comments, page, 5_000),
    Row("page: findings", page_of_findings, page, 5_000),
    Row("page: dates", page_of_dates, page, 5_000),
    Row("page: words of a quotation with variants", page_of_variants, page, 25_000),
    Row("JSON: statements", page_of_statements, encode, 5_000),
)


if __name__ == "__main__":
    sys.exit(report("python -m bench.growth_collation", __doc__, ROWS))
