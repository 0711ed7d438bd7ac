"""What the README and the docs say, tried."""

import re
import shutil
from pathlib import Path

import pytest

import onrecord

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
SAMPLES = Path(onrecord.__file__).parent / "samples"


def test_the_python_example_runs_and_prints_who_said_what(tmp_path, monkeypatch, capsys):
    shutil.copy(SAMPLES / "kalmere-tribune.html", tmp_path / "tribune.html")
    shutil.copy(SAMPLES / "port-serin-gazette.txt", tmp_path / "gazette.txt")
    monkeypatch.chdir(tmp_path)
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, object] = {}
    exec(example, names)
    assert (
        "The Kalmere Tribune Leonor Vasques direct They wanted the whole of the winter flow" in capsys.readouterr().out
    )
    assert names["shared"]
    assert len(example.strip().splitlines()) <= 10


@pytest.mark.parametrize("document", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda p: p.name)
def test_every_link_to_a_file_leads_to_one(document):
    links = re.findall(r"\]\(([^)#]+)\)", document.read_text("utf-8"))
    assert links
    for link in links:
        assert link.startswith("https://") or (document.parent / link).exists(), link


def test_the_commands_it_names_are_there():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    assert set(re.findall(r"\bmake ([a-z]+)", README)) <= targets
    commands = (ROOT / "src/onrecord/cli.py").read_text("utf-8")
    for command in re.findall(r"^    onrecord ([a-z]+)", README, re.MULTILINE):
        assert re.search(rf"def {command}_?\(", commands)
