"""The weights that onrecord ships with: all of them are checked, and what a wrong one does is told."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import ModelError
from onrecord.shipped import SHA256, shipped

ROOT = Path(onrecord.__file__).parent
PAGE, DUMP = "kalmere-tribune.html", "port-serin-gazette.txt"


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    """A copy of the package, whose files may be changed."""
    place = tmp_path_factory.mktemp("installed")
    shutil.copytree(ROOT.parent, place, dirs_exist_ok=True, ignore=shutil.ignore_patterns("__pycache__"))
    return place


@pytest.fixture
def wrong(copy, request):
    """The copy with one file missing, empty or changed, and the name of the file."""
    name, how = request.param
    file = copy / "onrecord" / name
    right = file.read_bytes()
    file.unlink()
    if how != "missing":
        file.write_bytes(b"" if how == "empty" else right[:-1] + bytes([right[-1] ^ 1]))
    yield copy, name
    file.write_bytes(right)


def run(place, *arguments):
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        check=False, capture_output=True, text=True, cwd=place, env={**os.environ, "PYTHONPATH": str(place)},
    )  # fmt: skip
    assert "Traceback" not in done.stderr, done.stderr
    return done


def test_every_file_of_numbers_has_a_checksum_and_is_the_one_it_is_of():
    programs = {".py", ".so", ".pyd", ".pyc", ".html", ".css", ".js", ".typed", ".txt", ".toml"}
    others = {p.relative_to(ROOT).as_posix() for p in ROOT.rglob("*") if p.is_file() and p.suffix not in programs}
    words = {name for name in others if name.startswith("text/")}  # which anybody can read, and may add to
    assert others - words == set(SHA256)
    for name in SHA256:
        assert shipped(name) == (ROOT / name).read_bytes()


def test_what_is_not_right_is_refused_with_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr("onrecord.shipped.files", lambda _: tmp_path)
    (tmp_path / "accounts/plain").mkdir(parents=True)
    with pytest.raises(ModelError, match=r"'accounts/plain/plain.json' cannot be read .*: install onrecord again"):
        shipped("accounts/plain/plain.json")
    (tmp_path / "accounts/plain/plain.json").write_bytes(b"")
    with pytest.raises(ModelError, match=r"'accounts/plain/plain.json' has SHA-256 e3b0c4.*: install onrecord again"):
        shipped("accounts/plain/plain.json")


@pytest.mark.parametrize("wrong", [(name, "changed") for name in SHA256], indirect=True)
def test_the_doctor_names_the_one_that_is_wrong(wrong):
    place, name = wrong
    rows = [row.split(maxsplit=1)[1] for row in run(place, "doctor").stdout.splitlines() if row.startswith("weights ")]
    assert {row.split(": ")[0]: row.split(": ")[1].split()[0] == "not" for row in rows} == {
        each: each == name for each in SHA256
    }


@pytest.mark.parametrize(
    "wrong",
    [
        ("accounts/body/blocks.json", "empty"),
        ("accounts/plain/plain.json", "missing"),
        ("accounts/plain/plain.json", "changed"),
    ],
    indirect=True,
)
def test_pages_of_the_kind_that_wrong_weights_are_for_are_left_out_and_the_others_are_read(wrong):
    place, name = wrong
    lost, kept = (PAGE, DUMP) if name == "accounts/body/blocks.json" else (DUMP, PAGE)
    done = run(place, "read", place / "onrecord/samples" / PAGE, place / "onrecord/samples" / DUMP)
    assert [json.loads(line)["account"]["url"] for line in done.stdout.splitlines()] == [kept]
    assert f"left out {lost}: the file '{name}' " in done.stderr
    assert done.returncode == 0
    assert run(place, "read", place / "onrecord/samples" / lost).returncode == 3


@pytest.mark.parametrize(
    "wrong",
    [("readings/model/attribution.onnx", "empty"), ("readings/model/vocabulary.json", "missing")],
    indirect=True,
)
def test_without_the_network_the_rules_stand_and_this_is_told(wrong):
    place, name = wrong
    done = run(place, "read", place / "onrecord/samples" / DUMP)
    assert json.loads(done.stdout)["model"] is None
    assert json.loads(done.stdout)["statements"]
    assert "the model is unverified, so attributions are found by rule alone" in done.stderr
    assert f"'{name}'" in done.stderr
