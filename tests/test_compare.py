"""The comparison itself: a reading made from a case has no misses, and each thing taken from it is missed."""

from importlib.resources import files

import msgspec
import pytest

import cases
import compare
import together
from onrecord.text.keys import digest
from onrecord.types import (
    Account,
    Actor,
    Block,
    Comment,
    Flag,
    Moment,
    Origin,
    Position,
    Reading,
    Span,
    Statement,
)

NAME = "port-serin-gazette"
CASE = cases.read(f"sample-{NAME}")
PAGE = (files("onrecord") / "samples" / f"{NAME}.txt").read_text("utf-8")


def account() -> Account:
    values = {f: cases.either(v)[0] for f, v in CASE.account if f != "file"}
    blocks, start = [], 0
    for line in PAGE.splitlines(keepends=True):
        end = start + len(line.rstrip())
        kind = "body" if any(line.startswith(row.words) for row in CASE.body) else "comment"
        kind = "chrome" if any(line.strip() == row.words for row in CASE.chrome) else kind
        if end > start:
            blocks.append(Block(kind, Span("a", start, end), Origin(start, end)))
        start += len(line)
    return Account(id="a", url=f"{NAME}.txt", text=PAGE, blocks=tuple(blocks), encoding="utf-8", sha256="0", **values)


def careful() -> Reading:
    """The careful reader's own reading of the plain-text sample."""
    it = account()

    def span(cell, kinds=("body",)):
        return Span("a", *compare.place(it, cells[0], kinds)) if (cells := cases.either(cell))[0] else None

    def actor(cell):
        return digest(cells[0]) if (cells := cases.either(cell))[0] else None

    names = {n for r in (*CASE.quotations, *CASE.indirect) for n in [cases.either(r.speaker)[0]]}
    names |= {n for r in CASE.positions for n in (cases.either(r.holder)[0], cases.either(r.toward)[0]) if n}
    statements = []
    for no in dict.fromkeys(row.no for row in CASE.quotations):
        rows = [row for row in CASE.quotations if row.no == no]
        content = tuple(dict.fromkeys(Span("a", *compare.place(it, row.whole or row.words)) for row in rows))
        statements.append(
            Statement(
                id=no, form=rows[0].form, content=content, cue=span(rows[0].cue), speaker=actor(rows[0].speaker),
                interpreted=span(rows[0].interpreted), rule="careful",
            )
        )  # fmt: skip
    statements += [
        Statement(id=row.words, form="indirect", content=(Span("a", *compare.place(it, row.words)),),
                  cue=span(row.cue), speaker=actor(row.speaker), rule="careful")
        for row in CASE.indirect
    ]  # fmt: skip
    positions = [
        Position(id=row.words, act=cases.either(row.act)[0], holder=actor(row.holder), toward=actor(row.toward),
                 content=(at := Span("a", *compare.place(it, row.words)),), cue=at, condition=span(row.condition), rule=(
                     "careful"
                 ))
        for row in CASE.positions
    ]  # fmt: skip
    moments = [
        Moment(id=row.words, what=span(row.words), date=row.date, dated_by=span(row.words), rule="careful")
        for row in CASE.times
    ]
    return Reading(
        account=it,
        cast=tuple(Actor(digest(n), n, "person", (), ()) for n in sorted(names)),
        statements=tuple(statements),
        positions=tuple(positions),
        timeline=tuple(moments),
        discussion=tuple(comment(it, row) for row in CASE.comments),
    )


def comment(it: Account, row: cases.Remark) -> Comment:
    words = Span("a", *compare.place(it, row.words, ("comment",)))
    author = PAGE.rindex(row.author, 0, words.start)
    quoted = PAGE.find(row.quotes, words.start) if row.quotes else 0
    return Comment(
        id=row.no, author=Span("a", author, author + len(row.author)), posted=row.date, words=(words,), reply_to=row.answers,
        dated_by=Span("a", printed := PAGE.index(row.printed, author), printed + len(row.printed)),
        quotes=(Span("a", quoted, quoted + len(row.quotes)),) if row.quotes else (),
        flags=tuple(Flag(kind, "careful") for kind in (row.flags or "").split()),
    )  # fmt: skip


@pytest.mark.parametrize("check", compare.CHECKS)
def test_the_careful_reading_itself_has_no_misses(check):
    assert list(compare.CHECKS[check](careful(), CASE)) == []


def test_every_row_is_missed_in_an_empty_reading():
    empty = Reading(account())
    for check, rows in {
        compare.quotations: CASE.quotations,
        compare.indirect: CASE.indirect,
        compare.positions: CASE.positions,
        compare.comments: CASE.comments,
        compare.times: [row for row in CASE.times if row.where == "told"],
    }.items():
        assert len(list(check(empty, CASE))) == len(rows)


def test_a_wrong_speaker_is_missed_wherever_he_speaks():
    right = careful()
    wrong = [msgspec.structs.replace(s, speaker=digest("Radim Solcek")) for s in right.statements]
    misses = list(compare.quotations(msgspec.structs.replace(right, statements=tuple(wrong)), CASE))
    assert len(misses) == sum(row.speaker != "Radim Solcek" for row in CASE.quotations)


def test_words_cut_short_or_run_on_are_missed():
    right = careful()
    for change in (-3, 9):
        moved = [
            msgspec.structs.replace(s, content=tuple(Span("a", c.start, c.end + change) for c in s.content))
            for s in right.statements
            if s.form == "direct"
        ]
        misses = list(compare.quotations(msgspec.structs.replace(right, statements=tuple(moved)), CASE))
        assert len(misses) == len(CASE.quotations)


def test_what_is_not_in_the_case_is_told():
    right = careful()
    told = PAGE.index("The two neighbours")
    extra = Statement(id="x", form="mixed", content=(Span("a", told, told + 18),), rule="careful")
    more = msgspec.structs.replace(right, statements=(*right.statements, extra))
    assert len(list(compare.not_quotations(more, CASE))) == 1


def test_a_word_does_not_pass_for_a_part_of_another():
    assert compare.same_name("Kim", "Kim Jong Un")
    assert compare.same_name("President Moon Jae-in", "Moon Jae-in")
    assert not compare.same_name("Kimball", "Kim Jong Un")
    assert not compare.same_name("Moon Jae-in", "spokesperson (for Moon Jae-in) or Blue House")
    assert not compare.same_name(None, "Kim Jong Un")


def test_every_known_miss_names_a_check_and_an_account():
    for row in cases.read("known").known:
        assert row.check in {**compare.CHECKS, **together.CHECKS}
        assert row.account in {
            "kalmere-tribune",
            "port-serin-gazette",
            "sandvall-observer",
            "000",
            "003",
            "samples",
            "hanoi",
        }


def test_an_unclosed_mark_that_swallows_the_next_sentence_is_told():
    start = PAGE.index("fair and reasonable")
    on = Statement(id="x", form="direct", content=(Span("a", start, start + 120),), rule="careful")
    assert len(list(compare.run_on(Reading(account(), statements=(on,)), CASE))) == 1


def test_a_statement_read_in_a_comment_is_told():
    start = PAGE.index("Best line of the whole week")
    said = Statement(id="x", form="indirect", content=(Span("a", start, start + 27),), rule="careful")
    assert len(list(compare.from_readers(Reading(account(), statements=(said,)), CASE))) == 1
