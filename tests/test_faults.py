"""Every step is made to fail in turn: the record is made all the same, tells the fault, and loses nothing else.

The steps are those that the functions call, so that one that is added must be named here with what it may cost.
"""

import inspect
import itertools
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.console import Console

import onrecord
from onrecord import codec, collation, pipeline, readings, sources
from onrecord.accounts import sandbox
from onrecord.errors import OnrecordError
from onrecord.exports import page, summary
from onrecord.faults import attempt
from onrecord.types import LeftOut, Page, Reading, Record, Shortfall

SAMPLES = sorted((Path(onrecord.__file__).parent / "samples").iterdir())
FAULTY = """The Sluice Talks Stall
By Ines Dahl
March 14, 2024

Tovria demanded on Monday that Belmara lift its ve\u00adto on the loan by April 2. “We will not close one gate,” Radim Solcek told reporters.
“My deputy told me, ‘The wind shut them all.’ I believe him,” said Leonor Vasques, who had refused the offer last year.

She said that the ministers would meet again in May. Two hundred people stood on the dam.

QUESTION: Will you sign the paper?

VASQUES: We will sign when the gates are open, and we want the inspectors there.

QUESTION: When will that be?

VASQUES: Nobody can tell you that today.

2 Comments

reader1
March 15, 2024 at 7:01 am

Two boats or three boats, nobody counts.

reader2
March 15, 2024 at 7:12 am

Someone should count them all the same.
"""

LOST = ()  # the account, which is left out
SAID = {"cast", "statements", "positions", "timeline", "set_off", "unsure", "model"}  # what stands on who said what
READING: dict[str, tuple[tuple[str, ...], set[str]]] = {  # step: the parts that fall short, the fields that may change
    "reading_form": (LOST, set()),
    "in_form": (LOST, set()),
    "printed": (LOST, set()),
    "as_far_as": (LOST, set()),
    "find_quotations": (LOST, set()),
    "mark": (("statements",), SAID),
    "with_ends": (("statements",), SAID),
    "claimed": (LOST, set()),
    "find_speech": (LOST, set()),
    "find_attributions": (LOST, set()),
    "merge": (("statements",), SAID),
    "find_nested": (("statements",), SAID),
    "find_turns": (("statements",), SAID),
    "with_turns": (LOST, set()),
    "place_in_text": (LOST, set()),
    "is_unnamed": (LOST, set()),
    "Cast": (LOST, set()),
    "Speakers": (LOST, set()),
    "make_statements": (LOST, set()),
    "sure_enough": (LOST, set()),
    "read_times": (("positions", "timeline"), {"cast", "positions", "timeline"}),  # actors that hold a position only
    "make_positions": (("positions",), {"cast", "positions"}),
    "make_timeline": (("timeline",), {"timeline"}),
    "make_discussion": (("discussion",), {"discussion"}),
    "with_lookalikes": (("cast",), {"cast"}),
}
WORDINGS = (("findings", "wordings"), {"findings", "wordings"})
ALL = ("cast", "copies", "findings", "positions", "timeline", "wordings")
COMPARING: dict[str, tuple[tuple[str, ...], set[str]]] = {
    "cast": (("cast",), {"cast", "wordings", "findings"}),
    "with_lookalikes": (("cast",), {"cast"}),
    "bodies": (("copies", "findings", "wordings"), {"copies", "findings", "wordings"}),
    "issues": (("positions",), {"positions"}),
    "timeline": (("timeline",), {"timeline", "findings"}),
    "copies": (("copies", "findings"), {"copies", "findings"}),
    **dict.fromkeys(
        ("witnesses", "utterances", "usage", "unquoted", "by_place", "with_renderings", "wording"), WORDINGS
    ),
    **dict.fromkeys(("forms_of", "in_their_forms", "within_limits"), WORDINGS),
    "printed": (ALL, {*ALL}),
    "findings": (("findings",), {"findings"}),
    "of_conflicts": (("findings",), {"findings"}),
}
NO_STEP = {"digest", "attempt"}


def names(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from names(inner)


def steps(function: Callable[..., object]) -> Iterator[str]:
    """What a function calls of other modules of ours, also through functions of its own module. Values are no steps."""
    function = inspect.unwrap(function)
    module = sys.modules[function.__module__]
    for name in dict.fromkeys(names(function.__code__)):
        value = vars(module).get(name)
        home = getattr(value, "__module__", "") or ""
        if name in NO_STEP or not home.startswith("onrecord.") or home in ("onrecord.types", "onrecord.faults"):
            continue
        if inspect.isfunction(value) and home == module.__name__:
            yield from steps(value)
        elif callable(value) and not (inspect.isclass(value) and issubclass(value, tuple | BaseException)):
            yield name


def test_every_step_is_named_here():
    assert set(steps(readings.read)) == set(READING)
    assert set(steps(collation.collate)) == set(COMPARING)
    assert set(steps(pipeline.build)) == {
        "parts_named", "description_of", "each_page", "segment", "read", "collate"
    }  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    path = tmp_path_factory.mktemp("accounts")
    for sample in SAMPLES[:2]:
        (path / sample.name).write_bytes(sample.read_bytes())
    (path / "faulty.txt").write_text(FAULTY, "utf-8")
    return path


@pytest.fixture(scope="module")
def clean(folder) -> Record:
    record = onrecord.build([folder])
    assert record.shortfalls == record.left_out == ()
    assert not any(reading.shortfalls for reading in record.readings)
    faulty = _of(record)
    assert all((faulty.cast, faulty.statements, faulty.positions, faulty.timeline, faulty.discussion))
    assert all((record.cast, record.wordings, record.positions, record.timeline, record.findings))
    return record


def _of(record: Record, url: str = "faulty.txt") -> Reading:
    return next(reading for reading in record.readings if reading.account.url == url)


def _fails(monkeypatch, module, step: str, error: BaseException, url: str | None = "faulty.txt") -> list[str]:
    """Let `step` raise `error`, while the account named `url` is read; always without one. Each time is noted."""
    real, raised = getattr(module, step), []

    def failing(*args: object, **named: object) -> object:
        if url is None or url in _being_read():
            raised.append(step)
            raise error
        return real(*args, **named)

    monkeypatch.setattr(module, step, failing)
    return raised


def _being_read() -> Iterator[str]:
    """The names of the page and of the file that the functions that are running now work on."""
    frame = inspect.currentframe()
    while frame:
        if frame.f_code.co_name in ("read_page", "_pages"):
            yield getattr(frame.f_locals.get("page"), "url", "") or frame.f_locals.get("name", "")
        frame = frame.f_back


def _others(record: Record) -> list[bytes]:
    return [codec.encode(r) for r in record.readings if r.account.url != "faulty.txt"]


def _told(record: Record, words: str) -> None:
    """The page and the summary are made, and tell the fault."""
    assert words in page(record)
    console = Console(width=400)
    with console.capture() as captured:
        console.print(summary(record, 400))
    assert words in " ".join(captured.get().split())


@pytest.mark.parametrize("step", READING)
def test_a_fault_in_reading_costs_one_account_no_more_than_its_part(monkeypatch, folder, clean, step):
    parts, changed = READING[step]
    raised = _fails(monkeypatch, sys.modules[readings.read.__module__], step, KeyError("quarter"))
    record = onrecord.build([folder])
    assert raised
    assert _others(record) == _others(clean)
    assert record.shortfalls == ()
    _told(record, "KeyError")
    if parts == LOST:
        (item,) = record.left_out
        assert item.url == "faulty.txt"
        assert "KeyError: 'quarter'" in item.reason
        assert "report it with the file" in item.reason
        return
    assert record.left_out == ()
    found, whole = _of(record), _of(clean)
    assert [short.part for short in found.shortfalls] == list(parts)
    assert all("KeyError: 'quarter'" in short.reason for short in found.shortfalls)
    for field in Reading.__struct_fields__:
        if field not in changed | {"shortfalls"}:
            assert codec.encode(getattr(found, field)) == codec.encode(getattr(whole, field)), field
    assert {actor.id for actor in found.cast} <= {actor.id for actor in whole.cast} or "statements" in changed
    silent = [f for f in record.findings if f.relation == "silent" and found.account.id in f.accounts]
    assert parts == ("discussion",) or not silent


@pytest.mark.parametrize("step", COMPARING)
def test_a_fault_in_comparing_costs_its_part_of_the_comparison(monkeypatch, folder, clean, step):
    parts, changed = COMPARING[step]
    raised = _fails(monkeypatch, sys.modules[collation.collate.__module__], step, ZeroDivisionError("no share"), None)
    record = onrecord.build([folder])
    assert raised
    assert [codec.encode(reading) for reading in record.readings] == [codec.encode(r) for r in clean.readings]
    assert [short.part for short in record.shortfalls] == list(parts)
    assert all("ZeroDivisionError: no share" in short.reason for short in record.shortfalls)
    for field in Record.__struct_fields__:
        if field not in changed | {"shortfalls"}:
            assert codec.encode(getattr(record, field)) == codec.encode(getattr(clean, field)), field
    assert set(record.findings) <= set(clean.findings) or step in ("cast", "forms_of", "in_their_forms")
    _told(record, "ZeroDivisionError")


@pytest.mark.parametrize("step", ["segment", "read"])
@pytest.mark.parametrize("error", [KeyError("x"), MemoryError(), RecursionError("too deep"), AssertionError("\ud800")])
def test_a_fault_of_any_kind_in_a_step_leaves_one_page_out(monkeypatch, folder, clean, step, error):
    _fails(monkeypatch, pipeline, step, error)
    record = onrecord.build([folder])
    (item,) = record.left_out
    assert item.url == "faulty.txt"
    assert type(error).__name__ in item.reason
    assert _others(record) == _others(clean)
    assert codec.decode(codec.encode(record)) == record


@pytest.mark.parametrize("step", ["sniff", "fetched", "media_type"])
def test_a_fault_in_telling_what_a_file_is_leaves_one_file_out(monkeypatch, folder, clean, step):
    _fails(monkeypatch, sys.modules[sources.load.__module__], step, IndexError("range"))
    record = onrecord.build([folder])
    (item,) = record.left_out
    assert item.url == "faulty.txt"
    assert "IndexError: range" in item.reason
    assert _others(record) == _others(clean)


def test_a_fault_in_loading_leaves_one_source_out(monkeypatch, tmp_path, folder, clean):
    real = pipeline.each_page

    def failing(source, **named):
        if source.endswith("faulty.txt"):
            raise LookupError("no such kind")
        return real(source, **named)

    monkeypatch.setattr(pipeline, "each_page", failing)
    record = onrecord.build(sorted(folder.iterdir()))
    (item,) = record.left_out
    assert item.url.endswith("faulty.txt")
    assert _others(record) == _others(clean)


def test_a_fault_in_what_the_user_says_of_a_source_leaves_one_page_out(monkeypatch, folder, clean):
    real = pipeline.description_of

    def failing(described, source, page):
        if page.url == "faulty.txt":
            raise LookupError("no such outlet")
        return real(described, source, page)

    monkeypatch.setattr(pipeline, "description_of", failing)
    pages = list(pipeline.pages([folder], described={"elsewhere.txt": None}))
    (item,) = (page for page in pages if isinstance(page, LeftOut))
    assert item.url == "faulty.txt"
    assert "LookupError: no such outlet" in item.reason
    assert len(pages) == 3


@pytest.mark.parametrize("error", [KeyboardInterrupt(), SystemExit(4), OnrecordError("so it is not called")])
@pytest.mark.parametrize(("module", "step"), [(pipeline, "read"), (pipeline, "segment"), (readings, "read_times")])
def test_a_wish_to_stop_and_misuse_are_no_faults(monkeypatch, folder, module, step, error):
    _fails(monkeypatch, sys.modules[module.__name__], step, error)
    with pytest.raises(type(error)):
        onrecord.build([folder])


def test_what_fell_short_is_never_called_silent_nor_alone_with_a_day(monkeypatch, tmp_path):
    """The same account read whole is called both, so that the test sees what it promises."""
    filler = " ".join(f"The ferry passed buoy number {n} in the fog." for n in range(20))
    other = " ".join(f"Row {n} of the orchard bore no fruit at all this season." for n in range(20))
    first = (
        f"Harbour\n\nMarch 3, 2021\n\n“Nobody closes the old granary quarter,” Ines Dahl said on March 1, "
        f"2021. {filler}"
    )
    second = f"Port\n\nMarch 3, 2021\n\nThe mill stood idle. {other}"
    (tmp_path / "first.txt").write_text(first, "utf-8")
    (tmp_path / "second.txt").write_text(second, "utf-8")

    def claims(record: Record) -> set[tuple[str, str]]:
        url = {reading.account.id: reading.account.url for reading in record.readings}
        return {(f.relation, f.about) for f in record.findings if "second.txt" in map(url.get, f.accounts)} | {
            (f.relation, f.about) for f in record.findings if (f.relation, f.about) == ("only_in", "date")
        }

    assert claims(onrecord.build([tmp_path])) == {("silent", "utterance"), ("only_in", "date")}
    for step in ("read_times", "make_timeline"):
        with monkeypatch.context() as patch:
            _fails(patch, sys.modules[readings.read.__module__], step, KeyError("x"), "second.txt")
            assert claims(onrecord.build([tmp_path])) == set()
    for step in ("find_nested", "make_positions"):
        with monkeypatch.context() as patch:
            _fails(patch, sys.modules[readings.read.__module__], step, KeyError("x"), "second.txt")
            assert claims(onrecord.build([tmp_path])) == {("only_in", "date")}


def test_where_copies_are_not_known_nobody_is_told_to_agree(monkeypatch, folder, clean):
    assert any(finding.relation == "agrees" for finding in clean.findings)
    assert "each with a text of its own" in page(clean)
    _fails(monkeypatch, sys.modules[collation.collate.__module__], "copies", KeyError("x"), None)
    record = onrecord.build([folder])
    assert not any(finding.relation == "agrees" for finding in record.findings)
    assert "which of them print one copy is not known" in page(record)


ENDS = {
    "import os, signal; os.kill(os.getpid(), signal.SIGKILL)": "SIGKILL",
    "import os, signal; os.kill(os.getpid(), signal.SIGTERM)": "SIGTERM",
    "import os; os._exit(7)": "ended with 7",
    "import os; os._exit(255)": "ended with 255",
    "import sys; sys.stdout.buffer.write(b'\\xff\\x00garbage')": "no account",
    "import sys; sys.stdout.buffer.write(b'\\x92\\x81\\xa2id\\xa1\\xff\\xc0')": "no account",
    "print('[]')": "no account",
    "pass": "no account",
    "raise KeyError('quarter')": "ended with 1",
}


@pytest.mark.skipif(sys.platform == "win32", reason="no such signals on this system")
@pytest.mark.parametrize("end", ENDS)
def test_a_process_that_ends_in_any_way_leaves_its_page_out(monkeypatch, folder, clean, tmp_path, end):
    for file in folder.iterdir():
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / "faulty.txt").write_text(FAULTY + " " * sandbox.BYTES, "utf-8")
    monkeypatch.setattr(sandbox, "START", end)
    record = onrecord.build([tmp_path])
    (item,) = record.left_out
    assert item.url == "faulty.txt"
    assert ENDS[end] in item.reason
    assert _others(record) == _others(clean)


def test_a_fault_in_a_process_of_its_own_is_told_as_in_ours(monkeypatch, folder):
    fault = "import onrecord.accounts.sandbox as c\ndef f(*given): raise KeyError('quarter')\nc.assemble = f\nc.main()"
    monkeypatch.setattr(sandbox, "START", fault)
    found = sandbox.read_in_sandbox(next(iter(sources.load(folder / "faulty.txt"))), sandbox.Limits())
    assert isinstance(found, LeftOut)
    assert "KeyError: 'quarter'" in found.reason


COMMAND = """import sys
import onrecord.readings, onrecord.collation
from onrecord.cli import main
def fails(*args, **named): raise KeyError("quarter")
{}
main()
"""


def _run(fault: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    code = COMMAND.format(fault)
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)], capture_output=True, text=True, check=False
    )


READ_MODULE = "sys.modules['onrecord.readings'].make_positions = fails"
COLLATE_MODULE = "sys.modules['onrecord.collation'].issues = fails"


@pytest.mark.parametrize(
    ("fault", "command", "told"),
    [
        (READ_MODULE, "read", "read faulty.txt without positions"),
        (READ_MODULE, "build", "read faulty.txt without positions"),
        (COLLATE_MODULE, "build", "compared without positions"),
    ],
)
def test_the_commands_tell_what_is_missing_and_strict_exits_with_one(folder, fault, command, told):
    done = _run(fault, command, folder / "faulty.txt")
    assert (done.returncode, told in done.stderr, "KeyError: 'quarter'" in done.stderr) == (0, True, True)
    assert "Traceback" not in done.stderr
    assert _run(fault, command, "--strict", folder / "faulty.txt").returncode == 1
    assert _run("", command, "--strict", folder / "faulty.txt").returncode == 0


def test_a_page_that_cannot_be_set_out_is_told_without_a_traceback(folder, tmp_path):
    fault = "import onrecord.exports; onrecord.exports.page = fails"
    done = _run(fault, "build", folder / "faulty.txt", "--json", tmp_path / "r.json", "--html", tmp_path / "r.html")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "KeyError: 'quarter'" in done.stderr
    assert codec.decode((tmp_path / "r.json").read_bytes()).readings


_NUMBERS = (
    "hundred|thousand|dozen|million|a|two|twenty|and|1,000|999,999,999,999|0|½|²|٣|１２|1e400|half a|between|up to|or "
    "more|people"
)
_MARKS = (
    "“|”|\"|'|‘|’|«|»|„|(|)|[|]|…|—|-|\n|\n\n|\r|\x00|\u200f|\u202e|שלום|\U0001f600|İ|ﬁ|\u0301\u0301\u0301|\ufeff"
    "|\u2028|&|%|:|.|?|,"
)
_NAMES = (
    "Ines Dahl|Mr. Orrin|Belmara|North Korea|the minister|she|they|Trump-Kim|Jr.|O’Neil|the U.S.|QUESTION:|VASQUES:"
    "|no one|both|which"
)
_VERBS = (
    "said|told reporters|demanded that|refused to|will not|offered to|according to|denied|did not say|if|unless"
    "|should|were killed|gates"
)
_TIMES = (
    "Feb. 30|0000-01-01|December 31, 9999|10000 years ago|in two quarters|over the past quarter|the nineteen-eighties"
    "|last May|a century ago"
)
_WORDS = "|".join((_NUMBERS, _MARKS, _NAMES, _VERBS, _TIMES)).split("|")
_HEADS = ("March 3, 2021", "January 1, 0001", "December 31, 9999", "Feb. 30, 2021", "")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(_WORDS), min_size=8, max_size=120),
    st.lists(st.sampled_from(_WORDS), max_size=8),
    st.sampled_from(_HEADS),
    st.booleans(),
)
def test_no_words_make_a_step_fail(words, others, date, html):
    """The net must hide no fault: of whatever words accounts are made, no step fails."""
    results = []
    for number, own in enumerate((words, [*words[: len(words) // 2], *others, *words[len(words) // 2 :]], others)):
        text = (
            f"The Sluice Talks {number}\n\n{date}\n\n{' '.join(own)}\n\n2 "
            f"Comments\n\nreader\n{date}\n{' '.join(others)}\n"
        )
        body = f"<!doctype html><article><p>{text.replace(chr(10), '<p>')}" if html else text
        results.append(
            pipeline.read_page(Page(f"{number}", None, "text/html" if html else "text/plain", body.encode()))
        )
    assert not any("an error of onrecord" in result.reason for result in results if isinstance(result, LeftOut))
    assert not any(result.shortfalls for result in results if isinstance(result, Reading))
    record = pipeline.join(results)
    assert record.shortfalls == ()
    codec.encode(record)
    page(record)


@pytest.mark.parametrize(
    "words",
    [
        f"a {'hundred ' * 500}people were killed",
        f"two {'thousand ' * 500}people were killed",
        f"{'two hundred and ' * 200}five people were killed",
        "grain grew dearer over the past quarter",
        "it had stood there since the nineteen-eighties",
        "it will end in 999,999,999 centuries, on Feb. 30, 9999",
    ],
)
def test_numbers_and_times_that_no_calendar_has_are_read(words):
    def read(number: int) -> Reading | LeftOut:
        text = f"The Sluice Talks {number}\n\nMarch 3, 2021\n\nInes Dahl said that {words} at the dam on Monday."
        return pipeline.read_page(Page(f"{number}", None, "text/plain", text.encode()))

    record = pipeline.join(map(read, range(3)))
    assert len(record.readings) == 3
    assert record.shortfalls == record.left_out == ()
    assert not any(reading.shortfalls for reading in record.readings)


def test_a_reason_is_one_line_that_can_be_written():
    def fails() -> None:
        raise ValueError("two\nlines \udc80 and more " + "x" * 10_000)

    told = attempt(fails, lambda why: why)
    assert told is not None
    assert "\n" not in told
    assert len(told) < 400
    told.encode()


def test_shortfalls_stand_in_one_order_in_any_order_of_sources(monkeypatch, folder):
    _fails(monkeypatch, sys.modules[readings.read.__module__], "read_times", KeyError("quarter"))
    files = sorted(folder.iterdir())
    once = {codec.encode(onrecord.build(order)) for order in itertools.permutations(files)}
    assert len(once) == 1
    assert isinstance(_of(onrecord.build(files)).shortfalls[0], Shortfall)
