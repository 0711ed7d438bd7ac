"""Holds what onrecord reads of an account against what a careful reader takes from it.

Each function returns the misses as lines that can be read on their own, so one run shows all of them. Two spans are the
same words if they are equal once quotation marks, white space and a final comma or full stop are trimmed.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from cases import Case, Indirect, Quotation, Remark, Stance, either
from onrecord.types import Account, Comment, Moment, Position, Reading, Span, Statement

MARKS = "“”„‟\"'‘’«»\u00a0 \t\r\n"
WORD = re.compile(r"[^\W_]+")
Place = tuple[int, int]


class Misread(Exception):
    """The case file names words that are not in the account: the case is wrong, or the text was lost."""


def place(account: Account, cell: str, kinds: tuple[str, ...] = ("body",)) -> Place:
    """Where the words of a cell stand: given as `start-end`, or as the words themselves, `[...]` marking those
    meant."""
    if re.fullmatch(r"\d+-\d+", cell):
        start, end = map(int, cell.split("-"))
        return start, end
    before, meant, after = re.split(r"[\[\]]", cell) if "[" in cell else ("", cell, "")
    pattern = re.compile(f"{loosely(before)}({loosely(meant)}){loosely(after)}")
    for block in account.blocks:
        if block.kind in kinds and (found := pattern.search(account.text, block.span.start, block.span.end)):
            return found.span(1)
    raise Misread(f"{'/'.join(kinds)} of {account.url} has no {cell!r}")


def loosely(part: str) -> str:
    """A pattern for `part` with any white space for its blanks."""
    return r"\s+".join(re.escape(word) for word in part.split(" "))


def trimmed(text: str, at: Place) -> Place:
    start, end = at
    while start < end and text[start] in MARKS:
        start += 1
    while start < end and text[end - 1] in MARKS + ",.":
        end -= 1
    return start, end


def squeezed(text: str) -> str:
    return " ".join(text.split())


def letters(account: Account, places: Iterable[Place]) -> set[int]:
    return {i for start, end in places for i in range(start, end) if account.text[i].isalnum()}


def spans(found: Iterable[Span]) -> list[Place]:
    return [(span.start, span.end) for span in found]


def shared(one: set[int], other: set[int]) -> float:
    """F1 of two sets of characters."""
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0


def overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def within(inner: Place, outer: Place) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def words(name: str) -> str:
    return f" {' '.join(WORD.findall(name.casefold()))} "


def same_name(found: str | None, cell: str | None) -> bool:
    """Whether `found` is, word by word, contained in one of the names a cell allows, or contains it."""
    for expected in either(cell):
        if found is None or expected is None:
            if found is expected:
                return True
        elif words(found).strip() and (words(found) in words(expected) or words(expected) in words(found)):
            return True
    return False


def name_of(reading: Reading, actor: str | None) -> str | None:
    return next((a.name for a in reading.cast if a.id == actor), None)


def speaker_of(reading: Reading, statement: Statement) -> str | None:
    """The canonical name; for somebody the account does not name ("a senior official") its words."""
    if statement.speaker is None and statement.source is not None:
        source = reading.account.cut(statement.source)
        return source if not any(word[0].isupper() for word in source.split()[-1:]) else None
    return name_of(reading, statement.speaker)


def block_kinds(reading: Reading, case: Case) -> Iterator[str]:
    """Paragraphs of the article that were not read as such, and chrome that was."""
    account = reading.account
    for kind, lines in (("body", case.body), ("chrome", case.chrome)):
        for line in lines:
            if re.fullmatch(r"\d+-\d+", line.words):
                at = place(account, line.words)
                kinds = {b.kind for b in account.blocks if overlap(at, (b.span.start, b.span.end))}
            else:
                kinds = {b.kind for b in account.blocks if holds(account.cut(b.span), line.words, kind)}
            allowed = {"body", "dateline"} if kind == "body" else {kind}
            if not kinds & {kind} or not kinds <= allowed:
                yield f"{line.words!r}: read as {sorted(kinds) or 'nothing'}, is {kind}"


def holds(text: str, line: str, kind: str) -> bool:
    """A paragraph is named by its first words, before which a dateline may stand; a line of chrome by all of it."""
    return line in squeezed(text) if kind == "body" else line in map(squeezed, text.splitlines())


def fields(reading: Reading, case: Case) -> Iterator[str]:
    for name, value in case.account:
        if name == "file":
            continue
        found = getattr(reading.account, name)
        right = any(found == v or (name == "published" and v and (found or "").startswith(v)) for v in either(value))
        if not right:
            yield f"{name}: read {found!r}, is {value!r}"


def holding(reading: Reading, row: Quotation) -> list[tuple[Statement, Place]]:
    """The statements with exactly these words; for words quoted in a clause, those that hold them within the clause."""
    account = reading.account
    at = trimmed(account.text, place(account, row.words))
    clause = place(account, row.whole) if row.whole else at
    outer = trimmed(account.text, clause)
    found = []
    for statement in reading.statements:
        for content in spans(statement.content):
            mine = trimmed(account.text, content)
            if mine == at or (row.whole and within(at, mine) and within(mine, outer)):
                found.append((statement, content))
    return found


def quotations(reading: Reading, case: Case) -> Iterator[str]:
    """Quotations without their exact words or without their speaker."""
    for row in case.quotations:
        found = holding(reading, row)
        if not found:
            yield f"{row.speaker}: {row.words!r}: not found; there: {near(reading, place(reading.account, row.words))}"
        elif not any(same_name(speaker_of(reading, s), row.speaker) for s, _ in found):
            yield f"{row.speaker}: {row.words!r}: given to {[speaker_of(reading, s) for s, _ in found]}"


def near(reading: Reading, at: Place) -> list[str]:
    return [
        f"{s.rule}: {reading.account.cut(c)}"
        for s in reading.statements
        for c in s.content
        if overlap(at, (c.start, c.end))
    ]


def cues(reading: Reading, case: Case) -> Iterator[str]:
    for row in case.quotations:
        places = [place(reading.account, cell) for cell in either(row.cue) if cell]
        found = [s.cue for s, _ in holding(reading, row)]
        if places and not any(cue and overlap(at, (cue.start, cue.end)) for cue in found for at in places):
            cut = [reading.account.cut(cue) for cue in found if cue]
            yield f"{row.speaker}: {row.words!r}: cue {row.cue!r}, read {cut}"


def forms(reading: Reading, case: Case) -> Iterator[str]:
    for row in case.quotations:
        found = {s.form for s, _ in holding(reading, row)}
        if row.form not in found:
            yield f"{row.words!r}: is {row.form}, read as {sorted(found) or 'nothing'}"


def clauses(reading: Reading, case: Case) -> Iterator[str]:
    """Partial quotations whose clause was read much too short or too long (less than three quarters in common)."""
    account = reading.account
    for row in case.quotations:
        if row.whole:
            mine = letters(account, [place(account, row.whole)])
            found = [letters(account, spans(s.content)) for s, _ in holding(reading, row)]
            if not any(shared(mine, clause) >= 0.75 for clause in found):
                contents = [[account.cut(c) for c in s.content] for s, _ in holding(reading, row)]
                yield f"{row.speaker}: {row.words!r}: clause {row.whole!r}, read {contents}"


def interpreted(reading: Reading, case: Case) -> Iterator[str]:
    """Quotations through an interpreter that are not marked so, and others that are."""
    for row in case.quotations:
        found = [s.interpreted for s, _ in holding(reading, row) if s.interpreted]
        if row.interpreted is None:
            if found:
                yield f"{row.words!r}: read as interpreted: {[reading.account.cut(s) for s in found]}"
        elif not any(overlap(place(reading.account, row.interpreted), (s.start, s.end)) for s in found):
            yield f"{row.words!r}: interpreted ({row.interpreted}), not read so"


def broken(reading: Reading, case: Case) -> Iterator[str]:
    """Statements whose parts were not read as one."""
    for no in dict.fromkeys(row.no for row in case.quotations):
        rows = [row for row in case.quotations if row.no == no]
        ids = [{s.id for s, _ in holding(reading, row)} for row in rows]
        if not set.intersection(*ids):
            yield f"statement {no}, {rows[0].speaker}: {[row.words for row in rows]}: not one statement"


def not_quotations(reading: Reading, case: Case) -> Iterator[str]:
    """Direct and partial quotations where a careful reader has no statement at all."""
    account = reading.account
    known = [place(account, cell) for row in case.quotations for cell in (row.words, row.whole) if cell]
    known += [place(account, row.words) for row in case.indirect]
    known += [place(account, row.words) for row in case.not_speech if row.what == "document"]
    for statement in reading.statements:
        contents = spans(statement.content)
        if statement.form != "indirect" and not any(overlap(content, at) for content in contents for at in known):
            yield f"{statement.form}, {statement.rule}: {[account.text[slice(*content)] for content in contents]}"


def run_on(reading: Reading, case: Case) -> Iterator[str]:
    """Statements that go on past the words of a document whose quotation mark is never closed."""
    account = reading.account
    for row in case.not_speech:
        at = place(account, row.words)
        for content in (c for s in reading.statements for c in spans(s.content)):
            if row.what == "document" and overlap(content, at) and content[1] > at[1]:
                yield f"{row.words!r}: read on to {account.text[slice(*content)]!r}"


def from_readers(reading: Reading, case: Case) -> Iterator[str]:
    """Statements, positions and moments that were read in comments or chrome, which never feed who said what."""
    account = reading.account
    apart = [(b.span.start, b.span.end) for b in account.blocks if b.kind in ("comment", "chrome")]
    found = [span for s in (*reading.statements, *reading.positions) for span in s.content]
    for span in (*found, *(m.what for m in reading.timeline)):
        if any(overlap((span.start, span.end), at) for at in apart):
            yield repr(account.cut(span))


def indirect(reading: Reading, case: Case) -> Iterator[str]:
    """Indirect statements not found (less than half of the words in common) or given to somebody else."""
    account = reading.account
    for row in case.indirect:
        mine = letters(account, [place(account, row.words)])
        found = [s for s in reading.statements if shared(mine, letters(account, spans(s.content))) >= 0.5]
        if not found:
            yield f"{row.speaker}: {row.words!r}: not found; there: {near(reading, place(account, row.words))}"
        elif not any(same_name(speaker_of(reading, s), row.speaker) for s in found):
            yield f"{row.speaker}: {row.words!r}: given to {[speaker_of(reading, s) for s in found]}"
        elif not any(cued(reading, s, row) for s in found):
            yield f"{row.speaker}: {row.words!r}: cue {row.cue!r} not read"


def cued(reading: Reading, statement: Statement, row: Indirect) -> bool:
    cue = statement.cue
    at = place(reading.account, row.cue) if row.cue else None
    return at is None or (cue is not None and overlap(at, (cue.start, cue.end)))


def like(reading: Reading, position: Position, row: Stance) -> bool:
    """Whether `position` is the act of `row`: the shorter of the two contents has half of its letters in the other."""
    account = reading.account
    mine = letters(account, [place(account, row.words)])
    found = letters(account, spans([*position.content, position.cue]))
    return position.act in either(row.act) and 2 * len(mine & found) >= min(len(mine), len(found))


def positions(reading: Reading, case: Case) -> Iterator[str]:
    for row in case.positions:
        found = [p for p in reading.positions if like(reading, p, row)]
        title = f"{row.holder}, {row.act}: {row.words!r}"
        if not found:
            yield f"{title}: not found"
        elif not any(same_name(name_of(reading, p.holder), row.holder) for p in found):
            yield f"{title}: held by {[name_of(reading, p.holder) for p in found]}"
        elif not any(conditioned(reading, p, row) for p in found):
            conditions = [reading.account.cut(p.condition) if p.condition else None for p in found]
            yield f"{title}: condition {row.condition!r}, read {conditions}"


def conditioned(reading: Reading, position: Position, row: Stance) -> bool:
    if row.condition is None or position.condition is None:
        return row.condition is None and position.condition is None
    account = reading.account
    return (
        shared(letters(account, [place(account, row.condition)]), letters(account, spans([position.condition]))) >= 0.5
    )


def toward(reading: Reading, case: Case) -> Iterator[str]:
    for row in case.positions:
        found = [name_of(reading, p.toward) for p in reading.positions if like(reading, p, row)]
        if row.toward and not any(name and same_name(name, row.toward) for name in found):
            yield f"{row.holder}, {row.act}: {row.words!r}: toward {row.toward!r}, read {found}"


def not_positions(reading: Reading, case: Case) -> Iterator[str]:
    """Positions that a careful reader does not have."""
    for position in reading.positions:
        if not any(like(reading, position, row) for row in case.positions):
            content = [reading.account.cut(span) for span in position.content]
            yield f"{name_of(reading, position.holder)}, {position.act}: {content}"


def times(reading: Reading, case: Case) -> Iterator[str]:
    """Time expressions that are not in the timeline, or with another date; within a quotation only the date counts."""
    for row in case.times:
        at = place(reading.account, row.words)
        found = [m for m in reading.timeline if overlap(at, (m.dated_by.start, m.dated_by.end))]
        if not found and row.where == "told" and None not in either(row.date):
            yield f"{row.words!r}: {row.date}, not in the timeline"
        if found and not any(dated(m, row.date) for m in found):
            yield f"{row.words!r}: {row.date}, read {[m.date for m in found]}"


def dated(moment: Moment, cell: str | None) -> bool:
    return any(moment.date == date or (date and (moment.date or "").rstrip("~") == date) for date in either(cell))


def comments(reading: Reading, case: Case) -> Iterator[str]:
    """Comments that were not read with their author and words, or whose date, answer, doubts or quotations were not."""
    numbers = {}
    for row in case.comments:
        found = next(
            (c for c in reading.discussion if is_comment(reading, c, row) and c.id not in numbers.values()), None
        )
        if found is None:
            yield f"comment {row.no}: not read with its author and all of its words"
        else:
            numbers[row.no] = found.id
            yield from doubts(reading, found, row, numbers)
    for extra in reading.discussion:
        if extra.id not in numbers.values():
            yield f"no such comment: {[squeezed(reading.account.cut(s))[:60] for s in extra.words]}"


def wanted(account: Account, cell: str) -> str:
    """The text of a comment's cell: the words themselves, or those at the places it names."""
    if not re.fullmatch(r"\d+-\d+( / \d+-\d+)*", cell):
        return squeezed(cell)
    return squeezed(" ".join(account.text[slice(*place(account, part))] for part in cell.split(" / ")))


def is_comment(reading: Reading, comment: Comment, row: Remark) -> bool:
    account = reading.account
    author = squeezed(account.cut(comment.author)) if comment.author else None
    said = squeezed(" ".join(account.cut(span) for span in comment.words))
    own = wanted(account, row.words)
    quoted = {f"{wanted(account, row.quotes)} {own}"} if row.quotes else set()
    return author == wanted(account, row.author) and said in {own} | quoted


def doubts(reading: Reading, comment: Comment, row: Remark, numbers: dict[str, str]) -> Iterator[str]:
    account = reading.account
    if (comment.posted or "")[: len(row.date or "")] != (row.date or "") or (row.date is None and comment.posted):
        yield f"comment {row.no}: posted {row.date}, read {comment.posted}"
    if row.printed and (comment.dated_by is None or account.cut(comment.dated_by) != wanted(account, row.printed)):
        yield f"comment {row.no}: dated by {row.printed!r}, read {comment.dated_by and account.cut(comment.dated_by)!r}"
    if comment.reply_to != numbers.get(row.answers or ""):
        answered = next((no for no, found in numbers.items() if found == comment.reply_to), comment.reply_to)
        yield f"comment {row.no}: answers {row.answers}, read {answered}"
    if {flag.kind for flag in comment.flags} != set((row.flags or "").split()):
        yield f"comment {row.no}: flagged {row.flags}, read {[flag.kind for flag in comment.flags]}"
    if row.quotes and not any(wanted(account, row.quotes).strip(".") in account.cut(span) for span in comment.quotes):
        yield f"comment {row.no}: quotes {row.quotes!r}, read {[account.cut(span) for span in comment.quotes]}"


CHECKS: dict[str, Callable[[Reading, Case], Iterator[str]]] = {
    "every field of the account is right": fields,
    "paragraphs are body and chrome is chrome": block_kinds,
    "every quotation has its words and its speaker": quotations,
    "every quotation has its cue": cues,
    "every quotation has its form": forms,
    "every partial quotation has its clause": clauses,
    "exactly the interpreted quotations are marked so": interpreted,
    "a quotation broken by its cue or a paragraph is one statement": broken,
    "nothing else is a quotation": not_quotations,
    "an unclosed quotation mark swallows nothing": run_on,
    "nothing is taken from comments and chrome": from_readers,
    "every indirect statement has its speaker and its cue": indirect,
    "every position has its holder and its condition": positions,
    "every position is toward the right side": toward,
    "nothing else is a position": not_positions,
    "every time expression has its date": times,
    "every comment has its author, words, date, answer and doubts": comments,
}
