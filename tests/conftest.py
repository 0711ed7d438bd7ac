"""Tests of time are tried again on a busy machine: what grows too fast does so each time, what was disturbed does
not."""

import gc
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from browser import chromium  # noqa: F401, one browser for all
from hatch_build import SOURCES

TIMED = re.compile(r"time_grows|linear|about_twice|at_once|read_in_time|in_seconds|takes_near|no_faster_than")


def pytest_configure() -> None:
    """What is compiled goes before its source: an old one would be tested in place of what was written since. And a
    process that a test starts, in whatever folder, has the onrecord of the test itself, not another one that is
    installed; it takes interrupts, too, though a shell that runs the tests in the background has them ignored."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    paths = (str(Path(onrecord.__file__).parents[1]), os.environ.get("PYTHONPATH"))
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    for built in SOURCES.rglob("*.so"):
        source = built.with_name(built.name.split(".")[0] + ".py")
        gone = built.parent != SOURCES and not source.exists()
        if gone or (source.exists() and source.stat().st_mtime > built.stat().st_mtime):
            pytest.exit(f"{built} is not made from {source.name} as it is: run `make compile`, or `make plain`", 4)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if TIMED.search(item.name):
            item.add_marker(pytest.mark.flaky(reruns=4))


@pytest.fixture(autouse=True)
def quiet_collector(request: pytest.FixtureRequest) -> Iterator[None]:
    """What the tests before left on the heap must not count in what a timed test measures."""
    if not TIMED.search(request.node.name):
        yield
        return
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()
