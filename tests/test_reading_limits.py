"""How much of an account is read: what stands behind the limits is told, and the rest is read as if it were all there
is."""

import pytest

from onrecord.accounts import segment
from onrecord.accounts.assembly import assemble
from onrecord.accounts.draft import Reach
from onrecord.accounts.sandbox import Limits as PageLimits
from onrecord.codec import encode
from onrecord.readings import Limits, read
from onrecord.types import Account, Block, Origin, Page, Post, Span

LINES = (
    "Ana Hale said on 3 March 2021 that the lock was late.",
    "The union demanded that the council open the gate. “We are tired of waiting,” said Radim Solcek.",
    "“Nobody opened it on 5 March 2021,” said Ines Dahl.",
    "Petra Orrin said that the boats had gone home.",
)


def account(lines: tuple[str, ...] = LINES, comments: int = 0) -> Account:
    said = tuple(f"I waited {number + 2} hours and saw no boat." for number in range(comments))
    text = "\n".join([*lines, *said])
    places, at = [], 0
    for line in (*lines, *said):
        places.append(Span("a", at, at + len(line)))
        at += len(line) + 1
    kinds = ["body"] * len(lines) + ["comment"] * comments
    blocks = tuple(Block(kind, span, Origin(span.start, span.end)) for kind, span in zip(kinds, places, strict=True))
    thread = tuple(Post((span,)) for span in places[len(lines) :])
    return Account(id="a", url="a", text=text, blocks=blocks, thread=thread, encoding="utf-8", sha256="0")


def names(found: Account, limits: Limits) -> list[str]:
    return [actor.name for actor in read(found, limits=limits).cast]


def test_what_is_within_the_limits_is_read_whole_and_nothing_is_told():
    reading = read(account(comments=3))
    assert reading.shortfalls == ()
    assert {"Ana Hale", "Radim Solcek", "Ines Dahl", "Petra Orrin"} <= {actor.name for actor in reading.cast}
    assert len(reading.discussion) == 3


@pytest.mark.parametrize("limits", [Limits(words=50), Limits(characters=200)])
def test_what_stands_behind_the_limit_is_not_read_and_told_of_each_part(limits):
    found = account()
    reading = read(found, limits=limits)
    assert reading.account == found
    assert "Ana Hale" in names(found, limits)
    assert "Petra Orrin" not in names(found, limits)
    length = sum(map(len, LINES))
    assert [shortfall.part for shortfall in reading.shortfalls] == ["cast", "statements", "positions", "timeline"]
    (reason,) = {shortfall.reason for shortfall in reading.shortfalls}
    before = int(reason.split("first ")[1].split()[0])
    assert reason == f"the body has {length} characters: what stands behind the first {before} was not read"
    starts = [block.span.start for block in found.blocks if block.kind == "body"]
    assert all(statement.content[-1].end <= starts[0] + before + len(LINES) for statement in reading.statements)


def test_reading_ends_with_a_sentence():
    found = account()
    whole = {statement.content for statement in read(found).statements}
    for words in (15, 22, 30, 37, 45, 52):
        part = read(found, limits=Limits(words=words))
        assert part.shortfalls
        assert {statement.content for statement in part.statements} <= whole


def test_one_long_sentence_is_read_up_to_a_word():
    text = "Ana Hale said that " + "the boats waited and " * 200
    reading = read(account((text,)), limits=Limits(characters=500))
    assert reading.shortfalls
    assert all(
        reading.account.cut(span).split()[-1] in ("waited", "boats", "and", "the")
        for s in reading.statements
        for span in s.content
    )


@pytest.mark.parametrize("limits", [Limits(comments=2), Limits(discussed=70)])
def test_comments_behind_the_limit_are_told(limits):
    reading = read(account(comments=5), limits=limits)
    assert len(reading.account.thread) == 5
    assert len(reading.discussion) == 2
    (shortfall,) = reading.shortfalls
    assert shortfall.part == "discussion"
    assert shortfall.reason == "the thread has 5 comments: what stands behind the first 2 was not read"
    assert len(reading.statements) == len(read(account(comments=5)).statements)


def test_a_page_of_too_many_tags_is_read_in_part_and_told():
    html = b"<html><body><h1>A lock is late</h1><p>The council met on Monday at noon.</p>" + b"<p>It waited</p>" * 500
    found = assemble(Page("a", None, "text/html", html), Reach(tokens=300))
    assert isinstance(found, Account)
    assert not found.complete
    assert found.text.startswith("A lock is late\nThe council met on Monday at noon.\nIt waited")
    assert found.text.count("It waited") < 101
    read_to = max(block.origin.end for block in found.blocks)
    reason = found.incomplete_because or ""
    assert reason.startswith("the page has more than 300 tags and runs of text: the last ")
    left = int(reason.split("the last ")[1].split()[0].replace(",", ""))
    assert 0 <= len(html) - left - read_to <= len("</p><p>")
    whole = assemble(Page("a", None, "text/html", html))
    assert isinstance(whole, Account)
    assert whole.complete
    assert whole.text.count("It waited") == 500


def test_looking_for_the_start_of_an_element_counts_too():
    html = b"<p>The lock is late.</p>" + b"<i>" * 600 + b"late again" + b"</b>" * 1000 + b"<p>The end.</p>"
    found = assemble(Page("a", None, "text/html", html), Reach(tokens=3000))
    assert isinstance(found, Account)
    assert not found.complete
    assert found.text == "The lock is late.\nlate again"


def test_a_text_of_too_many_lines_keeps_its_whole_text_and_is_told():
    text = "A lock is late\n\nThe council met on Monday, and nobody opened the gate.\n\n" + "It waited.\n" * 50
    found = segment(Page("a", None, "text/plain", text.encode()), PageLimits(reach=Reach(lines=10)))
    assert isinstance(found, Account)
    assert found.text == text
    assert not found.complete
    assert found.incomplete_because == "the text has more than 10 lines: the last 461 characters were not read"
    last = found.blocks[-1]
    assert last.kind == "chrome"
    assert found.cut(last.span) == ("It waited.\n" * 42).strip()
    assert (last.origin.start, last.origin.end) == (last.span.start, last.span.end)
    assert len(found.blocks) <= 11


def test_a_page_of_line_breaks_is_no_record_of_hundreds_of_megabytes():
    html = b"<html><body><h1>A lock is late</h1><p>The council met.</p>" + b"a<br>" * 20_000
    found = assemble(Page("a", None, "text/html", html), Reach(tokens=1000))
    assert isinstance(found, Account)
    assert len(encode(read(found))) < 200_000
