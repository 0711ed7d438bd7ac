"""Collation: who carries an utterance, in which words, and what each account lacks."""

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.codec import encode
from onrecord.collation import collate
from onrecord.text.keys import digest
from onrecord.types import Account, Actor, Block, LeftOut, Moment, Origin, Position, Reading, Record, Span, Statement


def filler(seed: str) -> str:
    """A paragraph long enough that its account is no stub, and in words that no other seed gives."""
    return " ".join(f"{seed}word{i}" for i in range(70)) + "."


def reading(
    name: str, *paragraphs: str, published: str | None = None, complete: bool = True, padding: str | None = None
) -> Reading:
    """A reading of an invented account: what stands between “ and ” is a direct statement, {Name} before it the speaker."""
    text, statements, actors = "", [], {}
    blocks = []
    for given_paragraph in (*paragraphs, padding if padding is not None else filler(name)):
        start = len(text)
        speaker, paragraph = None, given_paragraph
        if paragraph.startswith("{"):
            full, paragraph = given_paragraph[1:].split("} ", 1)
            speaker = digest(name, full)
            actors[full] = Actor(speaker, full, "person", (), (Span(name, start, start),))
        spans = []
        rest = paragraph
        at = start
        while "“" in rest:
            before, rest = rest.split("“", 1)
            quoted, rest = rest.split("”", 1)
            at += len(before) + 1
            spans.append(Span(name, at, at + len(quoted)))
            at += len(quoted) + 1
        if spans:
            key = digest(name, *spans)
            statements.append(Statement(id=key, form="direct", content=tuple(spans), speaker=speaker, rule="test"))
        text += paragraph + "\n\n"
        blocks.append(Block("body", Span(name, start, start + len(paragraph)), Origin(0, 0)))
    account = Account(
        id=name,
        url=f"{name}.html",
        published=published,
        text=text,
        blocks=tuple(blocks),
        complete=complete,
        incomplete_because=None if complete else "the page breaks off",
        encoding="utf-8",
        sha256=name,
    )
    return Reading(account, cast=tuple(actors.values()), statements=tuple(statements))


def cut(record: Record, span: Span | None) -> str | None:
    texts = {r.account.id: r.account for r in record.readings}
    return texts[span.account].cut(span) if span else None


def variants(record: Record) -> list[tuple[str | None, str | None]]:
    return [(cut(record, v.base), cut(record, v.reading)) for w in record.wordings for v in w.variants]


def groups(record: Record) -> list[list[str]]:
    texts = {s.id: " / ".join(cut(record, c) or "" for c in s.content) for r in record.readings for s in r.statements}
    return [[texts[w] for w in wording.witnesses] for wording in record.wordings]


def relations(record: Record, relation: str) -> list[tuple[str, ...]]:
    return [f.accounts for f in record.findings if f.relation == relation]


def test_a_word_that_differs_is_a_variant_at_its_place():
    record = collate(
        [
            reading("a", "“We couldn't open the gates before the storm was over,” he said."),
            reading("b", "“We could not open the gates before the storm was over,” he said."),
        ]
    )
    assert variants(record) == [("could not", "couldn't")]
    assert relations(record, "differs") == [("a", "b")]
    assert relations(record, "agrees") == [("a", "b")]


def test_fragments_are_joined_through_the_account_that_prints_them_whole():
    record = collate(
        [
            reading("a", "“The harbour will stay shut,” she said.", "“Nobody asked the fishermen about it.”"),
            reading("b", "“The harbour will stay shut. Nobody asked the fishermen about it,” she said."),
        ]
    )
    assert [len(group) for group in groups(record)] == [3]
    assert variants(record) == []


def test_two_known_speakers_are_kept_apart():
    words = "“We shall never pay the harbour toll again.”"
    record = collate([reading("a", "{Ada Brook} " + words), reading("b", "{Tom Field} " + words)])
    assert record.wordings == ()


def test_points_count_only_when_no_word_differs():
    record = collate([reading("a", "“Stop. The bridge is down!”"), reading("b", "“Stop, the bridge is down!”")])
    assert variants(record) == [("Stop.", "Stop,"), ("The", "the")]


def test_an_account_read_in_part_or_a_stub_is_never_silent():
    carried = "“The northern lighthouse will be sold to the lowest bidder.”"
    readings = [reading("a", carried), reading("b", carried), reading("c"), reading("d", complete=False)]
    record = collate([*readings, reading("e", "Read more.", padding="")])
    assert relations(record, "silent") == [("c",)]
    assert LeftOut("d.html", "the page breaks off") in record.left_out


def test_copies_count_as_one_witness():
    wire = [
        reading(name, "“The northern lighthouse will be sold,” the keeper said on the day.", padding=filler("wire"))
        for name in "ab"
    ]
    record = collate(wire)
    assert relations(record, "agrees") == []
    assert relations(record, "only_in") == [("a", "b")]


def test_the_same_account_twice_is_read_once():
    one = reading("a", "“The ferry is late again today.”")
    record = collate([one, one])
    assert len(record.readings) == 1
    assert record.left_out == (LeftOut("a.html", "the same account as a.html"),)


def test_no_account_still_makes_a_record():
    record = collate([], [LeftOut("x.html", "not found")])
    assert (record.title, record.readings) == ("Untitled", ())


@pytest.mark.parametrize("title", ["Talks at the port", None])
def test_the_title_is_given_or_cut_from_an_account(title):
    record = collate([reading("a", "The ferry is late.")], title=title)
    assert record.title == (title or "The ferry is late.")


SENTENCES = st.lists(
    st.sampled_from("the gate was not shut when we came to see it and nobody knew why".split()), max_size=9
)
TEXTS = st.lists(st.one_of(SENTENCES.map(" ".join), st.text(max_size=40)), max_size=4)


def arbitrary(name: str, texts: list[str]) -> Reading:
    whole, blocks, statements, positions, moments = "", [], [], [], []
    for i, text in enumerate(texts):
        span = Span(name, len(whole), len(whole) + len(text))
        whole += text + "\n"
        blocks.append(Block("body", span, Origin(0, 0)))
        form = ("direct", "mixed", "indirect")[i % 3]
        statements.append(Statement(id=digest(name, i), form=form, content=(span,), rule="test", speaker="p"))
        positions.append(
            Position(id=digest("p", name, i), act="demand", holder="p", content=(span,), cue=span, rule="t")
        )
        moments.append(Moment(id=digest("m", name, i), what=span, date=f"2019-0{i + 1}", dated_by=span, rule="t"))
    actor = Actor("p", texts[0] if texts else "", "person", (), ())
    account = Account(id=name, url=name, text=whole, blocks=tuple(blocks), encoding="utf-8", sha256=name)
    return Reading(account, (actor,), tuple(statements), tuple(positions), tuple(moments))


@settings(deadline=None, max_examples=60)
@given(st.lists(TEXTS, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_bytes_and_every_span_cuts(texts, random):
    readings = [arbitrary(f"r{i}", one) for i, one in enumerate(texts)]
    record = collate(readings)
    shuffled = list(readings)
    random.shuffle(shuffled)
    assert encode(collate(shuffled)) == encode(record)
    for wording in record.wordings:
        assert all(cut(record, span) is not None for v in wording.variants for span in (v.base or v.reading,))
    for span in itertools.chain.from_iterable(f.evidence for f in record.findings):
        cut(record, span)
    left = collate(readings, [LeftOut("z", "not found")])
    assert left.findings == record.findings
