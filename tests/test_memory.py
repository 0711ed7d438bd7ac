"""Python looks seldom for dead cycles while accounts are compared, and as before afterwards."""

import gc

import pytest

from onrecord.collation import collate
from onrecord.memory import few_collections
from record_builder import many


@pytest.fixture(params=[(700, 10, 10), (0, 10, 10), (500_000, 5, 5)])
def before(request):
    ours = gc.get_threshold()
    gc.set_threshold(*request.param)
    yield request.param
    gc.set_threshold(*ours)


def test_it_looks_seldom_inside_and_as_the_program_has_set_it_outside(before):
    with few_collections():
        assert gc.get_threshold() == ((100_000, 10, 10) if before == (700, 10, 10) else before)
    assert gc.get_threshold() == before


def test_it_looks_as_before_after_a_fault(before):
    with pytest.raises(KeyError, match="lost"), few_collections():
        {}["lost"]
    assert gc.get_threshold() == before


def test_a_comparison_looks_seldom(before):
    seen = []

    def readings():
        seen.append(gc.get_threshold())
        yield from many(2, 2).readings

    collate(readings())
    assert seen == [(100_000, 10, 10) if before == (700, 10, 10) else before]
    assert gc.get_threshold() == before


def test_a_comparison_makes_nothing_that_only_such_a_look_would_free():
    few, many_more = many(2, 5).readings, many(2, 50).readings
    collate(few)
    assert _dead(few) == _dead(many_more) < 100


def _dead(readings):
    """How many dead objects in cycles a comparison leaves."""
    gc.collect()
    gc.disable()
    try:
        collate(readings)
        return gc.collect()
    finally:
        gc.enable()
