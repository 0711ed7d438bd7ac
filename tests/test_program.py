"""The program as a process: how it ends when a stream is closed, nobody reads on, or a signal ends it."""

import contextlib
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import onrecord

SAMPLES = Path(onrecord.__file__).parent / "samples"
GAZETTE = SAMPLES / "port-serin-gazette.txt"
TOOL = [sys.executable, "-m", "onrecord"]
WRITING = [
    "--help",
    "--version",
    "schema",
    "doctor",
    f"read {GAZETTE}",
    f"build {GAZETTE}",
    f"build {GAZETTE} --json -",
]
CHILDREN = pytest.mark.skipif(
    not Path("/proc/self/task").is_dir(), reason="no /proc that tells the children of a process"
)


def shell(command, cwd):
    done = subprocess.run(
        ["sh", "-c", f"{shlex.join(TOOL)} {command}"], check=False, cwd=cwd, capture_output=True, text=True
    )
    assert "Traceback" not in done.stderr
    return done


@pytest.mark.parametrize("command", WRITING)
@pytest.mark.parametrize(("stream", "why"), [(">&-", "it is closed"), (">/dev/full", "No space left on device")])
def test_standard_output_that_cannot_be_written_is_told(command, stream, why, tmp_path):
    if not os.path.exists("/dev/full"):
        pytest.skip("no /dev/full on this system")
    done = shell(f"{command} {stream}", tmp_path)
    assert (done.returncode, done.stderr) == (2, f"Error: cannot write standard output: {why}\n")


@pytest.mark.parametrize("command", WRITING)
def test_a_reader_that_has_gone_away_is_no_error(command, tmp_path):
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*TOOL, *command.split()], check=False, cwd=tmp_path, stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, b"")


def test_messages_that_nobody_hears_change_nothing(tmp_path):
    (tmp_path / "empty.txt").touch()
    heard = shell(f"build {GAZETTE} empty.txt --strict --json -", tmp_path)
    assert heard.returncode == 1
    assert "left out empty.txt" in heard.stderr
    for stream in ("2>&-", "2>/dev/full"):
        done = shell(f"build {GAZETTE} empty.txt --strict --json - {stream}", tmp_path)
        assert (done.returncode, done.stdout) == (1, heard.stdout)
        assert shell(f"build no-such-file {stream}", tmp_path).returncode == 2


def test_with_all_streams_closed_the_files_are_what_they_are_with_them(tmp_path):
    assert shell(f"build {GAZETTE} --json open.json --html open.html", tmp_path).returncode == 0
    assert shell(f"build {GAZETTE} --json closed.json --html closed.html <&- >&- 2>&-", tmp_path).returncode == 0
    for kind in ("json", "html"):
        assert (tmp_path / f"closed.{kind}").read_bytes() == (tmp_path / f"open.{kind}").read_bytes()


def test_standard_input_that_is_closed_is_told(tmp_path):
    done = shell("read - <&-", tmp_path)
    assert done.returncode == 2
    assert "cannot read '-': standard input is closed" in done.stderr


def test_of_standard_input_no_more_is_taken_than_is_read_of_a_page(tmp_path):
    with subprocess.Popen(
        [*TOOL, "read", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as done:
        taken = 0
        with contextlib.suppress(BrokenPipeError):
            while taken < 40:
                done.stdin.write(b"a word " * 149_796)
                taken += 1
        with contextlib.suppress(BrokenPipeError):
            done.stdin.close()
        said = done.stderr.read()
    assert 19 <= taken <= 21
    assert done.returncode == 3
    assert said == b"onrecord: left out stdin: too large: more than 20,971,520 bytes\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["build", "GAZETTE", "--sure", "nan"], "'nan' is no number from 0 to 1"),
        (["build", "GAZETTE", "--sure", "inf"], "inf is not in the range"),
        (["build", "GAZETTE", "--title", b"Z\xfcrich"], "'Z\\udcfcrich' is no text"),
        (["build", ""], "'' is no source"),
        (["read", "x" * 300], "File name too long"),
        (["read", "circle"], "Too many levels of symbolic links"),
        (["build", "circle", "--html", "circle"], "Too many levels of symbolic links"),
    ],
)
def test_wrong_use_is_told(arguments, told, tmp_path):
    (tmp_path / "circle").symlink_to("circle")
    given = [GAZETTE if each == "GAZETTE" else each for each in arguments]
    environment = {**os.environ, "COLUMNS": "200", "PYTHONUTF8": "1"}
    done = subprocess.run([*TOOL, *given], check=False, cwd=tmp_path, capture_output=True, text=True, env=environment)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


@pytest.fixture
def long_reading(tmp_path):
    """A reading that takes long, in a process of its own: both processes."""
    post = "<ul><li class=comment><b>Bo</b> <time>March 3, 2021</time><p>I saw it go.</p></li></ul>"
    (tmp_path / "long.html").write_text("<article>" + post * 200_000)
    reading = subprocess.Popen(
        [*TOOL, "read", "long.html"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    started = Path(f"/proc/{reading.pid}/task/{reading.pid}/children")
    while not (children := started.read_text().split()):
        time.sleep(0.01)
    yield reading, int(children[0])
    reading.kill()
    reading.communicate()


def has_ended(process, seconds=5):
    """Whether a process has ended, or does so within some seconds."""
    for _ in range(seconds * 10):
        try:
            if "\nState:\tZ" in Path(f"/proc/{process}/status").read_text():
                return True
        except OSError:
            return True
        time.sleep(0.1)
    return False


@CHILDREN
@pytest.mark.parametrize(("name", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_signal_ends_it_quietly_and_the_process_that_reads_for_it(name, code, long_reading):
    reading, child = long_reading
    reading.send_signal(getattr(signal, name))
    assert reading.communicate(timeout=60) == (b"", b"")
    assert reading.returncode == code
    assert has_ended(child)


@CHILDREN
@pytest.mark.parametrize("after", [0, 1.5])
def test_the_process_that_reads_for_it_ends_with_it_even_when_it_is_killed(after, long_reading):
    """At once, and after so many seconds of its processor time: in the midst of the page, where a fast machine reads it
    too."""
    reading, child = long_reading
    while processor_seconds(child) < after:
        assert reading.poll() is None, f"it had read the page within {after} s: the page is too short for this test"
        time.sleep(0.1)
    reading.kill()
    reading.communicate()
    assert has_ended(child, 5 if after else 60)


def processor_seconds(process):
    """What a process that is not waited for has used; it must be there."""
    user, system = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[11:13]
    return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


def test_an_interrupt_while_the_command_is_still_loading_ends_it_quietly(tmp_path):
    """A library that takes long to load stands in for a slow disk."""
    (tmp_path / "click.py").write_text("import time\nprint('loading', flush=True)\ntime.sleep(60)\n")
    loading = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "--help"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert loading.stdout.readline() == b"loading\n"
    loading.send_signal(signal.SIGINT)
    assert loading.communicate(timeout=20) == (b"", b"")
    assert loading.returncode == -signal.SIGINT  # which a shell tells as 130


def test_a_signal_that_was_to_be_ignored_is(tmp_path):
    """As a shell starts what runs in the background."""
    ignoring = subprocess.Popen(
        [*TOOL, "read", str(GAZETTE)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_IGN),  # noqa: PLW1509, no thread runs here
    )
    while ignoring.poll() is None:
        ignoring.send_signal(signal.SIGINT)
        time.sleep(0.05)
    assert ignoring.communicate()[0].startswith(b"{")
    assert ignoring.returncode == 0
