"""What the comparison costs when one thing alone is very large, and what is told where not all of it is compared."""

from importlib import import_module
from itertools import pairwise

import pytest
from msgspec.structs import replace

from bench import growth_collation as growth
from bench.growth import seconds
from onrecord.collation import collate, limits
from onrecord.collation.alignment import align
from onrecord.collation.limits import Limit, within_limits


@pytest.mark.parametrize(
    ("make", "small"),
    [
        (growth.of_one_quotation_repeated, 250),
        (growth.of_one_quotation_varied, 60),
        (growth.of_positions_on_three_matters, 250),
        (growth.of_actors_of_one_surname, 300),
        (growth.of_long_quotation_exchanged, 1_500),
    ],
)
def test_the_time_grows_with_the_size_and_not_with_its_square(make, small):
    def least(size: int) -> float:
        given = make(size)
        return min(seconds(collate, given) for _ in range(2))

    least(small)
    assert least(4 * small) < 8 * least(small)


def test_two_long_texts_are_aligned_though_they_repeat_their_words():
    a, b = (text.account.text.split() for text in growth.of_one_long_quotation(10_000))
    pairs = align(a, b)
    assert len(pairs) > 0.95 * min(len(a), len(b))
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(i < k and j < m for (i, j), (k, m) in pairwise(pairs))


def test_a_long_row_of_words_that_are_spelt_alike_is_compared_word_by_word():
    names = [f"lantern{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}" for i in range(1_500)]
    said = "The old keepers of the northern harbour of Karsk have all of them named {} today."
    a = said.format(" ".join(f"{name}ise" for name in names))
    b = said.format(" ".join(f"{name}ize" for name in names[1:]))
    record = collate([growth.written("a", [a]), growth.written("b", [b])])
    assert len(record.wordings[0].variants) >= len(names) - 1


def test_what_is_compared_of_endless_accounts_is_the_beginning_and_is_told():
    long, short = (
        growth.written("a", ["We shut the gate."] * 30_000),
        growth.written("b", ["Nobody asked the millers."]),
    )
    cut, told = within_limits([long, short])
    assert [len(reading.statements) for reading in cut] == [9_999, 1]
    assert [reading.account.complete for reading in cut] == [False, True]
    assert [shortfall.part for shortfall in told] == ["wordings"]
    assert "9,999" in told[0].reason
    assert within_limits([short, long]) == (cut[::-1], told)


def test_each_of_many_accounts_has_a_share():
    many = [growth.written(f"a{n}", ["We shut the gate."] * 400) for n in range(60)]
    assert within_limits(many) == (tuple(many), ())


def test_an_account_is_compared_up_to_a_word_and_is_not_said_to_be_silent_on_what_stands_behind_it(monkeypatch):
    monkeypatch.setattr(limits, "WORDS", Limit(600, 100))
    filler = [f"The mill number {n} was shut by the council of the valley." for n in range(60)]
    said = "We will not sign any paper that shuts the northern gate before the winter comes."
    a, b = growth.written("a", [said]), growth.written("b", [*filler, said])
    record = collate([a, b])
    assert record.shortfalls == collate([b, a]).shortfalls != ()
    assert {s.part for s in record.shortfalls} == {"wordings", "positions", "findings", "copies"}
    assert [f for f in record.findings if f.relation == "silent" and "b" in f.accounts] == []
    assert record.readings == tuple(sorted((a, b), key=lambda r: r.account.id))


def test_where_so_much_is_compared_that_it_ends_the_record_says_how_many_quotations_were_left(monkeypatch):
    readings = growth.of_quotations_all_shared(40)
    monkeypatch.setattr(import_module("onrecord.collation.utterances"), "_MOST_COMPARED", 600)
    record = collate(readings)
    (told,) = record.shortfalls
    assert told.part == "wordings"
    assert "compared with no other" in told.reason
    assert 0 < len(record.wordings) < 40
    assert collate(readings[::-1]) == record


def test_nothing_is_said_to_be_missing_from_the_comparison_of_usual_accounts():
    assert collate(growth.of_accounts(8)).shortfalls == ()
    assert collate([replace(r, unsure=1) for r in growth.of_near_duplicates(3)]).shortfalls == ()
