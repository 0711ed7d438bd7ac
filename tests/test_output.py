"""A file that is written is whole or not there, whoever else writes it and whatever ends the writing."""

import json
import os
import secrets
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.output import write

SAMPLE = Path(onrecord.__file__).parent / "samples" / "port-serin-gazette.txt"
SIZE = 100_003
WRITER = f"""
import sys
from onrecord.output import write
for _ in range(50):
    write(sys.argv[1], sys.argv[2].encode() * {SIZE})
"""
SLOW_DISK = """
import os, sys, time
from onrecord.cli import main
def fsync(file):
    print("written", flush=True)
    time.sleep(60)
os.fsync = fsync
main()
"""


def left_over(folder):
    return [file.name for file in folder.iterdir() if file.name.startswith(".")]


def build(*arguments, **options):
    return subprocess.run(
        [sys.executable, "-m", "onrecord", "build", str(SAMPLE), *map(str, arguments)],
        check=False, capture_output=True, text=True, **options,
    )  # fmt: skip


def test_of_three_hundred_writers_each_is_whole_to_whoever_reads(tmp_path):
    target = tmp_path / "record.json"
    target.write_bytes(b"0" * SIZE)
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, target, letter], stderr=subprocess.PIPE) for letter in "abcdef"
    ]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        found = target.read_bytes()
        assert (len(found), len(set(found))) == (SIZE, 1)
        seen.add(found[:1])
    assert [(writer.wait(), writer.communicate()[1]) for writer in writers] == [(0, b"")] * 6
    assert len(seen) > 1
    assert left_over(tmp_path) == []


def test_what_lies_beside_the_target_is_nobodys_to_touch(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    (tmp_path / ".record.json.partial").write_text("mine too")
    (tmp_path / ".page.html.partial").symlink_to(tmp_path / "mine.txt")
    for name in ("record.json", "page.html"):
        write(tmp_path / name, b"new")
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert (tmp_path / ".record.json.partial").read_text() == "mine too"
    assert (tmp_path / ".page.html.partial").is_symlink()


def test_a_name_that_was_guessed_is_not_written_through(tmp_path, monkeypatch):
    monkeypatch.setattr(secrets, "token_hex", lambda size: "guessed")
    (tmp_path / "mine.txt").write_text("mine")
    planted = tmp_path / ".onrecord-guessed.partial"
    planted.symlink_to(tmp_path / "mine.txt")
    with pytest.raises(FileExistsError):
        write(tmp_path / "record.json", b"new")
    assert planted.is_symlink()
    assert (tmp_path / "mine.txt").read_text() == "mine"
    assert not (tmp_path / "record.json").exists()


def test_it_is_on_the_disk_before_it_has_the_name_and_so_is_the_name(tmp_path, monkeypatch):
    done = []

    def fsync(descriptor, real=os.fsync):
        kind = "folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else f"file of {os.fstat(descriptor).st_size}"
        done.append(f"sync {kind}")
        real(descriptor)

    def replace(old, new, real=os.replace):
        done.append("replace")
        real(old, new)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write(tmp_path / "record.json", b"x" * SIZE)
    assert done == [f"sync file of {SIZE}", "replace", "sync folder"]


def test_a_new_file_has_what_the_umask_leaves_and_an_old_one_keeps_its_mode(tmp_path):
    old = os.umask(0o027)
    try:
        write(tmp_path / "new", b"x")
        (tmp_path / "old").touch(0o604)
        (tmp_path / "old").chmod(0o604)
        write(tmp_path / "old", b"x")
    finally:
        os.umask(old)
    assert [(tmp_path / name).stat().st_mode & 0o7777 for name in ("new", "old")] == [0o640, 0o604]


def test_a_link_stays_and_the_file_that_it_names_is_written_also_where_there_is_none_yet(tmp_path):
    (tmp_path / "folder").mkdir()
    for name in ("there", "not-yet"):
        (tmp_path / name).symlink_to(tmp_path / "folder" / name)
    (tmp_path / "folder" / "there").write_text("old")
    for name in ("there", "not-yet"):
        write(tmp_path / name, b"new")
        assert (tmp_path / name).is_symlink()
        assert (tmp_path / "folder" / name).read_bytes() == b"new"


def test_a_link_that_leads_in_a_circle_is_told_and_stays(tmp_path):
    (tmp_path / "circle.html").symlink_to("circle.html")
    done = build("--html", "circle.html", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: cannot write 'circle.html': ")
    assert (tmp_path / "circle.html").is_symlink()


def test_a_name_may_be_as_long_as_the_system_allows(tmp_path):
    longest = "é" * 125 + ".html"
    assert len(os.fsencode(longest)) == 255
    write(tmp_path / longest, b"new")
    assert (tmp_path / longest).read_bytes() == b"new"
    done = build("--json", "x" * 300, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: cannot write 'xxx")


def test_a_full_disk_leaves_the_old_file_and_is_told(tmp_path):
    resource = pytest.importorskip("resource")
    (tmp_path / "record.json").write_text("old")
    full = build(
        "--json", "record.json", cwd=tmp_path, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (9999, 9999))
    )  # fmt: skip
    assert full.returncode == 2
    assert full.stderr == f"Error: cannot write 'record.json': {os.strerror(27)}\n"
    assert (tmp_path / "record.json").read_text() == "old"
    assert left_over(tmp_path) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full on this system")
def test_a_device_that_is_full_is_told(tmp_path):
    done = build("--json", "/dev/full", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "Error: cannot write '/dev/full': No space left on device\n")


@pytest.mark.parametrize(("name", "code", "left"), [("SIGINT", 130, 0), ("SIGTERM", 143, 0), ("SIGKILL", -9, 1)])
def test_what_ends_the_writing_leaves_the_old_file_and_at_most_one_that_says_what_it_is(tmp_path, name, code, left):
    (tmp_path / "record.json").write_text("old")
    command = [sys.executable, "-c", SLOW_DISK, "build", SAMPLE, "--json", "record.json"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as writing:
        assert writing.stdout.readline() == b"written\n"
        writing.send_signal(getattr(signal, name))
        assert writing.communicate(timeout=30) == (b"", b"")
    assert writing.returncode == code
    assert (tmp_path / "record.json").read_text() == "old"
    assert len(left_over(tmp_path)) == left
    assert all(file.startswith(".onrecord-") and file.endswith(".partial") for file in left_over(tmp_path))
    assert build("--json", "record.json", cwd=tmp_path).returncode == 0
    assert json.loads((tmp_path / "record.json").read_bytes())["schema"] == "onrecord/1"
    assert len(left_over(tmp_path)) == left
