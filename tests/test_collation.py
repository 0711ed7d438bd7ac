"""Collation: who carries an utterance, in which words, and what each account lacks."""

import io
import itertools
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.console import Console

from onrecord.codec import encode
from onrecord.collation import collate
from onrecord.exports import page, summary
from onrecord.exports.edition import edition
from onrecord.text.keys import digest
from onrecord.text.words import words
from onrecord.types import (
    Account,
    Actor,
    Block,
    LeftOut,
    Moment,
    Origin,
    Position,
    Reading,
    Record,
    Span,
    Statement,
    Variant,
)


def filler(seed: str) -> str:
    """A paragraph long enough that its account is no stub, and in words that no other seed gives."""
    return " ".join(f"{seed}word{i}" for i in range(70)) + "."


def reading(
    name: str, *paragraphs: str, published: str | None = None, complete: bool = True, padding: str | None = None
) -> Reading:
    """A reading of an invented account: what stands between “ and ” is a direct statement, {Name} before it the
    speaker."""
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
    assert relations(record, "agrees") == [("a", "b")]


def differing(record: Record, about: str) -> list[list[str | None]]:
    return [
        [cut(record, s) for s in f.evidence] for f in record.findings if f.relation == "differs" and f.about == about
    ]


def test_little_words_that_differ_are_shown_in_their_line():
    record = collate(
        [
            reading("a", "“The mill stands still while we look for a buyer, and nobody knows why.”"),
            reading("b", "“The mill stands still while others look for a buyer, and nobody knows exactly why.”"),
        ]
    )
    assert differing(record, "utterance") == [
        ["stands still while others look for a", "stands still while we look for a"],
        ["and nobody knows exactly why", "and nobody knows why"],
    ]


def test_words_of_sense_that_differ_are_shown_alone():
    record = collate(
        [
            reading("a", "“The keeper lit the lamp before the squall came over the reef.”"),
            reading("b", "“The keeper lit the lamp before the storm came over the reef.”"),
        ]
    )
    assert differing(record, "utterance") == [["squall", "storm"]]


def notes(record: Record) -> list[str]:
    return [f.note for f in record.findings if f.relation == "differs"]


SIGNED = "“We shall sign the treaty in May{}.”"


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        (" unless the dam is closed before the winter", "a condition"),
        (", but not the annex", "a negation"),
        (" or perhaps in June", "a hedge"),
        (". We shall not sign the annex", None),
        (" in the old harbour of Karsk", None),
    ],
)
def test_a_sentence_cut_before_a_word_that_turns_it_is_told(tail, kind):
    record = collate([reading("a", SIGNED.format(tail)), reading("b", SIGNED.format(""))])
    assert notes(record) == ([f"One account cuts the sentence before {kind} that another prints."] if kind else [])


def test_what_the_writer_says_beside_a_cut_quotation_is_not_lost():
    whole = SIGNED.format(" unless the dam is closed before the winter")
    record = collate([reading("a", whole), reading("b", SIGNED.format("") + " unless the dam is closed, she said.")])
    assert notes(record) == []
    assert [v.alters for w in record.wordings for v in w.variants] == [()]


def test_another_day_in_one_utterance_is_a_difference_of_days():
    line = (
        "“The pilots shall have their new lantern on {},” she said. “Nobody in the valley will row in the dark again.”"
    )
    whole, other = line.format("Friday"), line.format("Sunday").split(",”")[0] + "”"
    record = collate(
        [reading("a", whole), reading("b", other), reading("c", "“shall have their new lantern” was all.")]
    )
    assert differing(record, "date") == [["Friday", "Sunday"]]
    assert "2 independent accounts carry" not in " ".join(f.note for f in record.findings)


def test_how_many_accounts_carry_the_words_is_told_as_it_is():
    line = "“The pilots shall have their new lantern before the winter comes to Karsk”"
    part = "“The pilots shall have their new lantern”"
    other = "“The pilots shall have their own lantern before the winter comes to Karsk”"

    def told_of(*lines):
        record = collate([reading(name, line) for name, line in zip("abcd", lines, strict=False)])
        return [f.note for f in record.findings if f.relation == "agrees"]

    assert told_of(line, line) == ["2 independent accounts carry these words."]
    assert told_of(line, part, other) == [
        "3 independent accounts have this utterance: 1 in full, 1 in part, 1 in other words."
    ]


def test_words_that_moved_are_told_once_and_are_no_other_difference():
    a = reading("a", "“Tonight the lamps will burn in every window of the valley.”")
    b = reading("b", "“The lamps will burn tonight in every window of the valley.”")
    record = collate([a, b])
    assert notes(record) == ["The accounts print these words at different places."]
    assert differing(record, "utterance") == [["Tonight", "tonight"]]
    assert [cut(record, v.moved) for w in record.wordings for v in w.variants] == ["tonight", "Tonight"]


FIRST, LATER = (f"“The company will move {n} families out of the valley this year.”" for n in ("300", "400"))


@pytest.mark.parametrize("cue", ["she said, correcting herself", "she later corrected", "her aides said she misspoke"])
@pytest.mark.parametrize("first", ["a", "b"])
def test_a_correction_is_no_variant_but_the_news(cue, first):
    both = reading("b", f"{LATER} {cue}.", *([FIRST] if first == "b" else []))
    record = collate([reading("a", FIRST if first == "a" else "Nothing."), both, reading("c", FIRST)])
    told = [f for f in record.findings if f.note == "One account says that the speaker corrected what was said before."]
    assert [f.about for f in told] == ["number"]
    assert {cut(record, s) for s in told[0].evidence} == {FIRST.strip("“”"), LATER.strip("“”")}
    assert all(LATER.strip("“”") not in group for group in groups(record))


def test_without_a_word_of_correction_two_numbers_are_variants():
    record = collate([reading("a", FIRST), reading("c", LATER)])
    assert differing(record, "number") == [["300", "400"]]


def test_the_cost_of_words_that_move_is_bounded():
    names = [f"lamp{i}x" for i in range(1500)]
    a = reading("a", f"“{' and the '.join(names)}”")
    b = reading("b", f"“{' and the '.join(reversed(names))}”")
    begun = time.process_time()
    collate([a, b])
    assert time.process_time() - begun < 20


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("one lamp in three", "1 lamp in 3"),
        ("Senator Brook of the harbour board", "Sen. Brook of the harbour board"),
        ("hard-line keepers", "hardline keepers"),
        ("couldn't or wouldn't pay", "could not or would not pay"),
    ],
)
def test_what_is_only_written_otherwise_is_no_difference(one, other):
    line = "“Nobody in the valley of Karsk ever told {} about the northern lighthouse.”"
    record = collate([reading("a", line.format(one)), reading("b", line.format(other))])
    assert variants(record)
    assert relations(record, "differs") == []


def test_where_a_second_fragment_begins_is_no_difference():
    record = collate(
        [
            reading("a", "“The harbour will stay shut in June and the ferries with it. Nobody asked the fishermen.”"),
            reading("b", "“The harbour will stay shut”, she said.", "“Nobody asked the fishermen.”"),
        ]
    )
    assert [len(group) for group in groups(record)] == [3]
    assert relations(record, "differs") == []


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


LONG = "“Until then the keeper will serve the people of Karsk with the same patience that they have come to expect.”"


def resolved(one: Reading, how: str) -> Reading:
    """The reading with its speakers told by the rule `how`."""
    return replace(one, statements=tuple(replace(s, rule=f"quotation/{how}") for s in one.statements))


@pytest.mark.parametrize("how", ["pronoun", "document", "description"])
def test_the_same_long_run_outweighs_a_speaker_that_is_not_named(how):
    a, b = reading("a", "{Ada Brook} " + LONG), reading("b", "{Tom Field} " + LONG)
    record = collate([resolved(a, "name"), resolved(b, how)])
    assert [(w.state, w.rule, len(w.witnesses)) for w in record.wordings] == [
        ("probable", "verbatim-speakers-differ", 2)
    ]
    assert [f.accounts for f in record.findings if (f.relation, f.about) == ("differs", "name")] == [("a", "b")]


def test_who_is_given_for_the_words_is_shown_with_them():
    def named(name, full):
        one = reading(name, f"{full} came.", f"{{{full}}} " + LONG)
        actor = replace(one.cast[0], mentions=(Span(name, 0, len(full)),))
        return resolved(replace(one, cast=(actor,)), "pronoun")

    record = collate([named("a", "Ada Brook"), named("b", "Tom Field")])
    words = LONG.strip("“”")
    assert differing(record, "name") == [["Ada Brook", words, "Tom Field", words]]


def test_one_long_run_under_two_names_is_shown_as_a_conflict_of_who_said_it():
    a, b = reading("a", "{Ada Brook} " + LONG), reading("b", "{Tom Field} " + LONG)
    record = collate([resolved(a, "name"), resolved(b, "name")])
    assert [(w.state, w.rule) for w in record.wordings] == [("probable", "verbatim-speakers-differ")]
    assert [f.accounts for f in record.findings if (f.relation, f.about) == ("differs", "name")] == [("a", "b")]


def test_two_named_speakers_may_say_the_same_in_a_dozen_words():
    words = "“We shall never pay the toll of the northern harbour again.”"
    a, b = reading("a", "{Ada Brook} " + words), reading("b", "{Tom Field} " + words)
    assert collate([resolved(a, "name"), resolved(b, "name")]).wordings == ()


@pytest.mark.parametrize(
    "other", ["Ada Lund Brook", "Adah Brook", "Mayor Ada Brook", "Harbour Spokeswoman Ada Brook", "A. Brook"]
)
def test_two_forms_of_one_name_are_not_two_speakers(other):
    words = "“We shall never pay the harbour toll again.”"
    a, b = reading("a", "{Ada Brook} " + words), reading("b", f"{{{other}}} " + words)
    record = collate([resolved(a, "name"), resolved(b, "name")])
    assert [len(w.witnesses) for w in record.wordings] == [2]
    assert differing(record, "name") == []


def test_a_body_may_speak_through_a_person():
    words = "“We shall never pay the harbour toll again.”"
    a, b = reading("a", "{Ada Brook} " + words), reading("b", "{Harbour Board} " + words)
    b = replace(b, cast=(replace(b.cast[0], kind="organisation"),))
    record = collate([resolved(a, "name"), resolved(b, "name")])
    assert [(w.state, w.rule) for w in record.wordings] == [("same", "shared-words")]
    assert differing(record, "name") == []


def test_a_few_words_of_a_speaker_that_is_not_named_are_kept_apart():
    slogan = "“Karsk and its harbour first, always first.”"
    a, b = reading("a", "{Ada Brook} " + slogan), reading("b", "{Tom Field} " + slogan)
    assert collate([resolved(a, "name"), resolved(b, "pronoun")]).wordings == ()


def test_a_pronoun_joins_no_two_named_speakers():
    line = "“We shall never pay the toll of the northern harbour again.”"
    a, b, c = (reading(n, f"{{{p}}} " + line) for n, p in (("a", "Ada Brook"), ("b", "Tom Field"), ("c", "Eva Lund")))
    record = collate([resolved(a, "name"), resolved(b, "pronoun"), resolved(c, "name")])
    assert [len(w.witnesses) for w in record.wordings] == [2]


SAID_TWICE = (
    "“The ferry was late again and they ruined the evening of the whole village.”",
    "“The ferry was late again and it cost the harbour its good name, I think.”",
)


def test_words_that_one_account_prints_twice_and_changed_were_said_twice():
    both = reading("a", *SAID_TWICE)
    record = collate([both, reading("b", SAID_TWICE[0]), reading("c", SAID_TWICE[1])])
    assert [len(w.witnesses) for w in record.wordings] == [2, 2]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_words_go_with_the_nearer_of_two_wordings_that_one_account_prints(order):
    """He corrected himself: who prints both wordings says that they are two."""
    printed = (
        "“We believe it would slightly raise the danger that the island starves this winter,”",
        "“would gravely raise the danger that the island starves,”",
    )
    said = "“It would gravely raise the danger that the island starves this winter,”"
    record = collate([reading("a", *(printed[i] for i in order)), reading("b", said)])
    assert [set(group) for group in groups(record)] == [{said.strip("“”"), printed[1].strip("“”")}]


def test_a_fragment_of_two_full_quotations_joins_them_not():
    """What both have would have joined them if they had more in common."""
    a = reading("a", "“Nobody can deny that these plans are quite beyond the pale. They are wrong and they hurt us,”")
    b = reading("b", "“When a neighbour writes letters like that he writes letters quite beyond the pale,”")
    record = collate([a, b, reading("c", "“quite beyond the pale”")])
    assert [len(w.witnesses) for w in record.wordings] == [2]


def test_a_word_in_exchange_for_another_is_another_part_of_a_quotation():
    full = reading("a", "“It was a deed of greed and a deed of malice,”")
    record = collate([full, reading("b", "“deed of greed”"), reading("c", "“deed of malice”")])
    assert [len(w.witnesses) for w in record.wordings] == [2]


def test_the_same_words_of_one_speaker_are_the_same_utterance_without_doubt():
    line = "{Ada Brook} “The ferry will sail”"
    record = collate([reading("a", line), reading("b", line)])
    assert [w.state for w in record.wordings] == ["same"]


def test_a_surname_that_two_persons_bear_may_be_either_of_them():
    a, b = reading("a", "{Brook} " + LONG), reading("b", "{Ada Brook} " + LONG)
    record = collate([resolved(a, "name"), resolved(b, "name"), reading("c", "{Tom Brook} “No.”")])
    assert [(w.state, w.rule) for w in record.wordings] == [("same", "shared-words")]
    assert differing(record, "name") == []


def test_points_count_only_when_no_word_differs():
    record = collate([reading("a", "“Stop. The bridge is down!”"), reading("b", "“Stop, the bridge is down!”")])
    assert variants(record) == [("Stop.", "Stop,"), ("The", "the")]


def test_an_account_read_in_part_or_a_stub_is_never_silent():
    carried = "“The northern lighthouse will be sold to the lowest bidder.”"
    readings = [reading("a", carried), reading("b", carried), reading("c"), reading("d", complete=False)]
    record = collate([*readings, reading("e", "Read more.", padding="")])
    assert relations(record, "silent") == [("c",)]
    assert LeftOut("d.html", "the page breaks off") in record.left_out


BARGAIN = "He called it a “phantom bargain” at noon."
BROKEN = "“The toll keepers should rest,” she said, “and nobody else in the whole wide valley of Karsk.”"
ENDLESS = f"“Nobody can say when the ferry to the islands will run; {'it rained and it snowed and it blew ' * 9}”"


@pytest.mark.parametrize(
    ("quoted", "printed"),
    [
        (BARGAIN, "It was a phantom bargain, said all."),
        (BARGAIN, "It was a ‘phantom   bargain’ to all."),
        (BARGAIN, "The PHANTOM-BARGAIN of Karsk."),
        (BARGAIN, "The phantom bargain’s end."),
        ("It is “a phantom … bargain” to him.", "It was a phantom and a bargain."),
        ("It is “a phantom [toll] bargain” to him.", "It was a phantom bargain."),
        (BARGAIN, "A “phantom [toll] bargain”, said all."),
        (BROKEN, "The toll keepers should rest, it was heard."),
        (ENDLESS, "It was asked who can say when the ferry to the islands will run."),
    ],
)
def test_an_account_that_prints_the_words_anywhere_is_not_silent(quoted, printed):
    def silent(paragraph):
        return relations(collate([reading("a", quoted), reading("b", paragraph)]), "silent")

    assert silent("It rained.") == [("b",)]
    assert silent(printed) == []


@pytest.mark.parametrize(
    "printed",
    [
        "Brook spoke of one ferry only: “It is the one that the pilots inspected.”",  # the same told, by halves
        "“The pilots have inspected that ferry since autumn”, said somebody else.",
        "The ferry was inspected by pilots.",
    ],
)
def test_an_account_that_tells_something_like_it_is_not_silent(printed):
    line = "“There is a ferry, and it is the ferry that our pilots inspected.”"
    assert relations(collate([reading("a", line), reading("b", printed)]), "silent") == []


def test_words_of_sense_far_from_each_other_tell_nothing_like_a_line():
    line = "“There is a ferry, and it is the ferry that our pilots inspected.”"
    apart = f"A ferry sank. {filler('x')} Pilots struck. {filler('y')} The hull was inspected."
    assert relations(collate([reading("a", line), reading("b", apart)]), "silent") == [("b",)]


def test_the_search_for_what_is_told_alike_is_near_linear():
    def seconds(size):
        said = [f"“We shall keep the ferry number {i} in the old harbour of Karsk.”" for i in range(size)]
        other = [f"The ferry of the harbour was number {i} again." for i in range(size)]
        readings = [reading("a", *said), reading("b", *other)]
        begun = time.process_time()
        collate(readings)
        return time.process_time() - begun

    assert seconds(400) < 10 * max(seconds(100), 0.05)


def test_a_piece_that_stands_anywhere_is_no_evidence_of_silence():
    broken = "“Today,” she said, “the northern lighthouse goes to the lowest bidder.”"
    record = collate([reading("a", broken), reading("b", "It is raining in Karsk today.")])
    shown = {cut(record, span) for f in record.findings if f.relation in ("silent", "only_in") for span in f.evidence}
    assert shown == {"the northern lighthouse goes to the lowest bidder."}


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
        assert cut(record, span) is not None
    left = collate(readings, [LeftOut("z", "not found")])
    assert left.findings == record.findings


def person(name: str, full: str, text: str, kind: str = "person", role: str | None = None) -> Actor:
    at = text.index(full)
    roles = (Span(name, text.index(role), text.index(role) + len(role)),) if role else ()
    return Actor(digest(name, full), full, kind, roles, (Span(name, at, at + len(full)),))


def told(name: str, text: str, cast: tuple[Actor, ...] = (), **fields) -> Reading:
    account = Account(
        id=name,
        url=name,
        text=text,
        blocks=(Block("body", Span(name, 0, len(text)), Origin(0, len(text))),),
        encoding="utf-8",
        sha256=name,
    )
    return Reading(account, cast, **fields)


def names(*casts: tuple[str, ...]) -> list[tuple[str, int]]:
    """Names and numbers of members of the joined cast of accounts that each name these persons."""
    texts = [", ".join(cast) for cast in casts]
    accounts = [
        told(f"r{i}", t, tuple(person(f"r{i}", n, t) for n in cast))
        for i, (t, cast) in enumerate(zip(texts, casts, strict=True))
    ]
    return sorted((actor.name, len(actor.members)) for actor in collate(accounts).cast)


def test_a_surname_is_the_person_of_the_only_full_name_that_has_it():
    assert names(("Ada M. Brook",), ("Minister Brook",), ("Ada Brook",)) == [("Ada M. Brook", 3)]


def test_a_surname_that_two_persons_share_stays_by_itself():
    assert names(("Ada Brook",), ("Tom Brook",), ("Mr Brook",)) == [("Ada Brook", 1), ("Mr Brook", 1), ("Tom Brook", 1)]


def test_two_clock_times_of_one_act_are_shown_side_by_side():
    a = "Both delegations left the old customs house at 4.40 p.m., past a table that nobody had cleared."
    b = "Vasques had not much more to say to the reporters when she left the old customs house at 5 p.m."
    c = "She came to the old customs house at 9 a.m. with a pen of her own."
    times = {"a": ("4.40 p.m.", "16:40"), "b": ("5 p.m.", "17:00"), "c": ("9 a.m.", "09:00")}
    texts = {"a": a, "b": b, "c": c}
    record = collate(
        [told(n, t, timeline=(moment(n, t, times[n][0], f"2024-03-14T{times[n][1]}"),)) for n, t in texts.items()]
    )
    assert differing(record, "date") == [["4.40 p.m.", "5 p.m."]]


def test_roles_that_differ_are_shown_side_by_side():
    a, b = "harbour spokeswoman Ada Brook", "harbour secretary Ada Brook"
    record = collate(
        [
            told("a", a, (person("a", "Ada Brook", a, role="harbour spokeswoman"),)),
            told("b", b, (person("b", "Ada Brook", b, role="harbour secretary"),)),
        ]
    )
    found = [f for f in record.findings if f.about == "role"]
    assert [[cut(record, span) for span in f.evidence] for f in found] == [["harbour spokeswoman", "harbour secretary"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rep.", "Representative"),
        ("Sen.", "Senator"),
        ("President", "U.S. President"),
        ("congresswoman", "Rep."),
        ("Karsk Gov.", "the governor of Karsk"),
        ("spokesman", "spokeswoman"),
        ("House Minority Whip", "Representative"),
        ("House", "Mayor"),
        ("ferry boss", "Director of Harbours"),
        ("head of the pilots", "guild treasurer"),
    ],
)
def test_one_role_in_two_forms_is_no_difference(one, other):
    texts = {"a": f"{one} Ada Brook", "b": f"{other} Ada Brook"}
    roles = {"a": one, "b": other}
    record = collate([told(n, t, (person(n, "Ada Brook", t, role=roles[n]),)) for n, t in texts.items()])
    assert differing(record, "role") == []


def test_numbers_of_one_thing_that_differ_are_shown_side_by_side():
    record = collate(
        [
            told("a", "Police said that 14 fishing boats were lost when the pier of Karsk burned down."),
            told("b", "The pier of Karsk burned down and twelve fishing boats were lost, police said."),
            told("c", "Last year 30 fishing boats were sold in the south."),
        ]
    )
    found = [f for f in record.findings if f.about == "number"]
    assert [[cut(record, span) for span in f.evidence] for f in found] == [["14 fishing boats", "twelve fishing boats"]]


def moment(name: str, text: str, dated: str, date: str | None) -> Moment:
    at = text.index(dated)
    what = Span(name, 0, len(text))
    return Moment(id=digest(name, dated), what=what, date=date, dated_by=Span(name, at, at + len(dated)), rule="test")


def test_the_timeline_groups_by_date_and_leaves_the_undated_apart():
    def of(name, *dates):
        text = " ".join(f"time{i}" for i in range(len(dates)))
        return told(name, text, timeline=tuple(moment(name, text, f"time{i}", d) for i, d in enumerate(dates)))

    record = collate([of("a", "2019-02-28", None), of("b", "2019-02", "2019-02-28", None)])
    assert [(e.date, len(e.moments)) for e in record.timeline] == [
        ("2019-02", 1),
        ("2019-02-28", 2),
        (None, 1),
        (None, 1),
    ]


def test_times_that_differ_for_one_event_are_shown_side_by_side():
    a, b = "The envoys left the customs house at 4.40 p.m.", "At 5 p.m. the envoys left the customs house"
    record = collate(
        [
            told("a", a, timeline=(moment("a", a, "4.40 p.m.", "2024-03-14T16:40"),)),
            told("b", b, timeline=(moment("b", b, "5 p.m.", "2024-03-14T17:00"),)),
        ]
    )
    found = [f for f in record.findings if f.relation == "differs"]
    assert [(f.about, [cut(record, s) for s in f.evidence]) for f in found] == [("date", ["4.40 p.m.", "5 p.m."])]


def test_times_of_other_things_in_one_long_sentence_do_not_differ():
    a = "The mayor of Karsk signed the northern harbour treaty on Friday"
    b = "The mayor of Karsk, whose northern harbour treaty was signed and praised, flew home and slept on Sunday"
    record = collate(
        [
            told("a", a, timeline=(moment("a", a, "Friday", "2024-03-15"),)),
            told("b", b, timeline=(moment("b", b, "Sunday", "2024-03-17"),)),
        ]
    )
    assert differing(record, "date") == []


def repeated(name: str, times: int) -> Reading:
    """An account that prints one line over and over, with a statement and a moment in each."""
    line = "The ferry from Karsk is late again on Monday, “too late” they said.\n"
    text = line * times
    at = [i * len(line) for i in range(times)]
    quoted, dated = line.index("too late"), line.index("Monday")
    statements = tuple(
        Statement(id=f"{name}s{i}", form="direct", content=(Span(name, i + quoted, i + quoted + 8),), rule="test")
        for i in at
    )
    moments = tuple(
        Moment(
            id=f"{name}m{i}",
            what=Span(name, i, i + len(line) - 1),
            date=f"2024-03-{1 + i % 28:02}",
            dated_by=Span(name, i + dated, i + dated + 6),
            rule="test",
        )
        for i in at
    )
    return told(name, text, statements=statements, timeline=moments)


@pytest.mark.parametrize("accounts", ["a", "ab"])
def test_the_cost_of_one_long_account_is_near_linear(accounts):
    def seconds(times: int) -> float:
        readings = [repeated(name, times) for name in accounts]
        begun = time.process_time()
        collate(readings)
        return time.process_time() - begun

    seconds(100)
    small, large = (min(seconds(times) for _ in range(2)) for times in (500, 4000))
    assert large < 20 * small


def test_positions_on_one_matter_make_one_issue_and_none_is_lost():
    texts = ["the reopening of the night gate", "to reopen the night gate by June", "two extra days of rest"]
    readings = []
    for i, text in enumerate(texts):
        span = Span(f"r{i}", 0, len(text))
        position = Position(id=f"p{i}", act="demand", holder=None, content=(span,), cue=span, rule="test")
        readings.append(told(f"r{i}", text, positions=(position,)))
    assert sorted(issue.positions for issue in collate(readings).positions) == [("p0", "p1"), ("p2",)]


def test_a_few_words_are_joined_when_they_are_rare_and_stand_in_one_group():
    full = "“Their plan is a phantom bargain that nobody has ever seen in writing.”"
    record = collate([reading("a", full), reading("b", "He called it a “phantom bargain” at noon.")])
    assert [len(group) for group in groups(record)] == [2]


def test_a_few_words_that_an_account_uses_itself_are_not_joined():
    full = "“Their plan is a phantom bargain that nobody has ever seen in writing.”"
    voice = "The phantom bargain was in all the papers."
    assert collate([reading("a", full), reading("b", "It is a “phantom bargain”.", voice)]).wordings == ()


def test_a_programme_is_no_utterance():
    assert collate([reading(name, "She spoke on “Harbour Morning Live” today.") for name in "ab"]).wordings == ()


def test_a_report_hangs_under_the_words_it_reports():
    quoted = reading("a", "{Ada Brook} “We shall close the northern quarry before the winter rains begin.”")
    text = "Brook said the northern quarry would close before winter"
    actor = person("b", "Brook", text)
    content = (Span("b", len("Brook said "), len(text)),)
    report = Statement(id="s", form="indirect", content=content, speaker=actor.id, rule="test")
    record = collate([quoted, told("b", text, (actor,), statements=(report,))])
    assert [(len(w.witnesses), w.state, w.variants) for w in record.wordings] == [(2, "probable", ())]


def test_a_letter_and_an_interview_are_at_most_probably_one_occasion():
    words = "“We shall never sell the harbour to the company.”"
    a, b = reading("a", f"{words} he wrote in a letter"), reading("b", f"{words} he said in an interview")
    marked = []
    for one, channel in ((a, "in a letter"), (b, "in an interview")):
        at = one.account.text.index(channel)
        span = Span(one.account.id, at, at + len(channel))
        statement = Statement(
            id=one.statements[0].id, form="direct", content=one.statements[0].content, channel=span, rule="test"
        )
        marked.append(Reading(one.account, statements=(statement,)))
    assert [w.state for w in collate(marked).wordings] == ["probable"]


def rebuilt(record: Record, base: Statement, variants: list[Variant]) -> list[str]:
    """The keys of a witness, from the base and the variants alone."""
    texts = {r.account.id: r.account.text for r in record.readings}

    def keys(span: Span | None) -> list[str]:
        return [w.key for w in words(texts[span.account], span.start, span.end)] if span else []

    def place(variant: Variant) -> tuple[int, int]:
        point = variant.after.end if variant.after else base.content[0].start
        return (variant.base.start, variant.base.end) if variant.base else (point, point)

    found, at = [], base.content[0].start
    for variant in sorted(variants, key=lambda v: (place(v), v.reading.start if v.reading else -1)):
        found += keys(Span(base.content[0].account, at, place(variant)[0])) + keys(variant.reading)
        at = place(variant)[1]
    return found + keys(Span(base.content[0].account, at, base.content[0].end))


PHRASES = st.lists(
    st.sampled_from(
        ("the night gate", "was shut", "by order", "of the harbour", "the", "at dawn", "again", "not", "and")
    ),
    min_size=2,
    max_size=9,
).map(" ".join)


MIDDLE = " ".join(f"the northern lighthouse keeper number{i} saw nothing of that storm" for i in range(4))


@settings(deadline=None, max_examples=150)
@given(PHRASES, PHRASES, PHRASES)
def test_base_and_variants_give_back_every_witness(before, shared, after):
    full, other = f"{before} {MIDDLE} {shared}", f"{shared} {MIDDLE} {after}"
    record = collate([reading("a", f"“{full}”"), reading("b", f"“{other}”")])
    statements = {s.id: s for r in record.readings for s in r.statements}
    assert len(record.wordings) == 1
    for wording in record.wordings:
        base = statements[wording.base]
        for one in set(wording.witnesses) - {wording.base}:
            own = [v for v in wording.variants if v.witness == one]
            said = statements[one].content[0]
            text = next(r.account.text for r in record.readings if r.account.id == said.account)
            assert rebuilt(record, base, own) == [w.key for w in words(text, said.start, said.end)]
            assert all(said.start <= v.reading.start <= v.reading.end <= said.end for v in own if v.reading)


def test_what_two_accounts_call_one_man_is_no_event_that_both_date():
    a = "The vote was lost on Friday, before the warden of forests, Emil Strand, had spoken"
    b = "Lodge would see Mr Strand, the forests warden, on Sunday"
    casts = {
        "a": (person("a", "Emil Strand", a, role="warden of forests"),),
        "b": (person("b", "Strand", b, role="forests warden"),),
    }
    times = (("a", a, "Friday", "2024-03-15"), ("b", b, "Sunday", "2024-03-17"))
    record = collate([told(n, t, casts[n], timeline=(moment(n, t, day, date),)) for n, t, day, date in times])
    assert differing(record, "date") == []


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        (
            "Some 80 porters have been on leave",
            "About 65 porters are on leave",
            ["80 porters have been on leave", "65 porters are on leave"],
        ),
        ("Some 80 porters have been on leave", "Another 65 porters are on leave", None),
        ("Some 80 porters have been on leave", "About 65 of the porters are on leave", None),
        ("Some 80 porters have been on leave", "About 65 porters, on leave", None),
        ("Fares rose $80 tickets included", "They gave 65 tickets included", None),
        ("Some 80 night porters came", "About 65 night porters left", None),
        ("After 80 days of rain", "After 65 days of rain", None),
        ("Rule 80 porters took leave", "Route 65 porters took trains", None),
        ("Some 80 porters are on leave", "In May about 65 porters were on leave", None),
    ],
)
def test_plain_counts_of_one_thing_that_differ_are_shown(one, other, shown):
    times = (moment("b", other, "May", "2023-05"),) if "May" in other else ()
    record = collate([told("a", one + "."), told("b", other + ".", timeline=times)])
    assert differing(record, "number") == ([shown] if shown else [])


def test_a_count_that_somebody_is_quoted_with_is_his():
    a, b = "“Some 80 porters are on leave”", "About 65 porters are on leave."
    assert differing(collate([reading("a", a), reading("b", b)]), "number") == []


def turn(name: str, text: str, *nested: str) -> Reading:
    """A transcript of one turn of a speaker without a name, who quotes the words in `nested`."""
    line = told(name, text)
    spans = [Span(name, 0, len(text)), *(Span(name, text.index(n), text.index(n) + len(n)) for n in nested)]
    rules = ["transcript-turn/no name", *("quotation" for _ in nested)]
    return replace(
        line,
        statements=tuple(
            Statement(id=digest(span), form="direct", content=(span,), rule=rule)
            for span, rule in zip(spans, rules, strict=True)
        ),
    )


def test_a_turn_that_quotes_somebody_is_no_witness_of_the_words_beside_the_quotation():
    words_said = "We shall carry no more coal until the winch is mended."
    asked = turn("t", f"Ms Lind said, “{words_said}” What do you say to her?", words_said)
    record = collate([asked, reading("b", f"{{Ada Lind}} “{words_said}”")])
    assert groups(record) == [[words_said, words_said]]


def test_a_turn_of_nobody_is_at_most_probably_the_words_of_a_name():
    words_said = "We shall carry no more coal until the winch is mended."
    record = collate([turn("t", words_said), reading("b", f"{{Ada Lind}} “{words_said}”")])
    assert [w.state for w in record.wordings] == ["probable"]


ANSWER = (
    "We shall carry no more coal until the winch is mended. My father built that winch with his own hands. "
    "Mr. Holm asked me twice whether the crews were paid, and I told him that they were not. "
    "The lamps on the north pier have been dark since Easter. If the council sends a fitter, we will open the gate "
    "again."
)


def sentence_of(words_said: str) -> str:
    return next(s for s in re.split(r"(?<=[a-z]{3}\.) ", ANSWER) if words_said in s)


def test_an_excerpt_of_a_turn_leaves_out_nothing_of_its_other_sentences():
    excerpt = " ".join(map(sentence_of, ("My father", "Mr. Holm")))
    record = collate([turn("t", ANSWER), reading("b", f"“{excerpt}”")])
    assert (len(record.wordings), variants(record)) == (1, [])


def test_an_excerpt_of_a_turn_still_leaves_out_what_its_sentence_has():
    record = collate([turn("t", ANSWER), reading("b", "“we will open the gate again.”")])
    assert ("If the council sends a fitter", None) in variants(record)


def test_a_turn_is_in_one_wording_for_each_of_its_places_that_others_quote():
    first, last = sentence_of("We shall"), sentence_of("If the council")
    accounts = [turn("t", ANSWER), reading("b", f"“{first}”"), reading("c", f"“{last}”"), reading("d", f"“{last}”")]
    record = collate(accounts)
    statements = {s.id: s.content[0] for one in record.readings for s in one.statements}
    assert [[statements[w].account for w in one.witnesses] for one in record.wordings] == [["b", "t"], ["c", "d", "t"]]
    assert [statements[one.base].account for one in record.wordings] == ["b", "c"]
    assert variants(record) == []
    assert collate(accounts[::-1]) == record


def test_of_a_turn_quoted_at_two_places_the_rest_is_found_in_it_alone():
    first, last = sentence_of("We shall"), sentence_of("If the council")
    record = collate([turn("t", ANSWER), reading("b", f"“{first}”"), reading("c", f"“{last}”")])
    (alone,) = [f for f in record.findings if f.relation == "only_in" and f.accounts == ("t",)]
    rest = [cut(record, span) for span in alone.evidence]
    assert rest == [sentence_of("My father"), sentence_of("Mr. Holm"), sentence_of("The lamps")]


def test_he_and_i_are_two_who_speak():
    tail = "asked the two crews to be back at the slipway by noon."
    record = collate([turn("t", f"She has {tail} I shall be there."), reading("b", f"{{Ada Lind}} “I have {tail}”")])
    assert record.wordings == ()


def test_an_account_that_quotes_a_fragment_is_not_silent_whatever_statements_were_left_out():
    full = "“I mean to mend the old sluice before the frost, and I shall pay for every plank of it myself,” she said."
    fragment = reading("b", "Lind spoke of her plans to “mend the old sluice” for the town.")
    record = collate([reading("a", full), replace(fragment, statements=())])
    assert relations(record, "silent") == []
    assert relations(record, "only_in") == []


def test_who_speaks_together_with_another_is_not_set_against_him():
    said = "“We will never build the lock in this harbour while the tide runs”"
    one, two = reading("a", f"{{Robert Hale}} {said}"), reading("b", f"{{Ana Orrin}} {said}")
    orrin = Actor("orrin", "Ana Orrin", "person", (), (Span("a", 0, 0),))
    together = replace(
        one, cast=(*one.cast, orrin), statements=tuple(replace(s, joint=("orrin",)) for s in one.statements)
    )
    different = "The accounts give these words to different speakers."
    assert different in [finding.note for finding in collate([one, two]).findings]
    record = collate([together, two])
    assert different not in [finding.note for finding in record.findings]
    assert [wording.state for wording in record.wordings] == ["same"]


def test_whom_another_account_names_for_the_words_stands_on_the_line_and_in_the_brief():
    a, b = reading("a", "{Ada Brook} " + LONG), reading("b", "{Tom Field} " + LONG)
    record = collate([resolved(a, "name"), resolved(b, "name")])
    told = edition(record)
    (line,) = [line for speaker in told.said for line in speaker.lines]
    assert (line.speaker, [str(other) for other in line.instead]) == ("Ada Brook", ["Tom Field in B"])
    assert [(b.speaker, [str(other) for other in b.instead]) for b in told.brief if b.form] == [
        ("Ada Brook", ["Tom Field in B"])
    ]
    assert "Ada Brook, or Tom Field in B" in " ".join(printed(summary(record)).split())
    assert "<bdi>Tom Field</bdi> in " in page(record)


def test_one_person_under_two_forms_of_a_name_is_named_once():
    a, b = reading("a", "{Ada Brook} " + LONG), reading("b", "{Brook} " + LONG)
    (line,) = [line for speaker in edition(collate([a, b])).said for line in speaker.lines]
    assert line.instead == ()


def printed(form):
    console = Console(width=100, file=io.StringIO())
    console.print(form)
    return console.file.getvalue()
