"""How often Python looks for values that hold one another and nobody else holds."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_VALUES = 100_000
"""So many are made between two looks; Python's own figure is 700."""


@contextmanager
def few_collections() -> Iterator[None]:
    """For a step that makes very many values at once and none that hold one another: each look goes through them all, a
    third of the time of comparing accounts. What the program had set stands again afterwards."""
    before = gc.get_threshold()
    if 0 < before[0] < _VALUES:
        gc.set_threshold(_VALUES, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
