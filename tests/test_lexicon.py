"""The words of a language as data: each list says what it is for, is in use, and holds what can be asked for."""

import re
import tomllib
from pathlib import Path

import pytest

import onrecord
from onrecord.text import lexicon
from quality.mutants import entries, parts, without

ROOT = Path(onrecord.__file__).parent
FILES = sorted(lexicon.FOLDER.glob("*.toml"))
CODE = "\n".join(path.read_text("utf-8") for path in ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_list_says_what_it_is_for_and_gives_an_example(path):
    lines = path.read_text("utf-8").split("\n")
    headings = [at for at, line in enumerate(lines) if re.fullmatch(r"\[[a-z_]+\]", line)]
    assert [lines[at].strip("[]") for at in headings] == list(tomllib.loads(path.read_text("utf-8")))
    for at in headings:
        assert lines[at - 1].startswith("# "), lines[at]
        assert re.match(r"example = [\"'].{3,}", lines[at + 1]), lines[at]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_list_is_of_one_kind_and_holds_no_entry_twice(path):
    for name, held in tomllib.loads(path.read_text("utf-8")).items():
        (kind,) = held.keys() - {"example"}
        entries = held[kind].split() if kind == "words" else list(held[kind]) if kind == "table" else []
        entries = [line for line in held[kind].split("\n") if line] if kind in ("phrases", "rows") else entries
        assert kind in ("words", "phrases", "rows", "table")
        assert entries, name
        assert len(entries) == len(set(entries)), [entry for entry in set(entries) if entries.count(entry) > 1]
        assert all(entry == entry.strip() for entry in entries), name


def test_the_code_uses_every_list():
    assert set(lexicon.names()) <= set(re.findall(r"""(?:lexicon\.|_)\w+\(["'](\w+\.\w+)["']\)""", CODE))


def test_each_kind_of_list_is_given_as_what_it_is():
    assert "mrs" in lexicon.words("titles.courtesy")
    assert lexicon.in_order("numbers.zero_to_twelve")[:3] == ("zero", "one", "two")
    assert lexicon.table("contractions.whole")["won't"] == "will not"
    assert ("bill", "billy", "will", "william") in lexicon.families("given_names.short_forms")
    assert "Wall Street Journal" in lexicon.words("bodies.known")


def test_what_is_not_there_is_told_with_what_is():
    with pytest.raises(LookupError, match=r"no file of words 'tittles'; there are: .*titles"):
        lexicon.words("tittles.courtesy")
    with pytest.raises(LookupError, match=r"no list 'courtesies' in titles.toml; the nearest there: courtesy"):
        lexicon.words("titles.courtesies")
    with pytest.raises(LookupError, match=r"the list 'contractions.whole' holds table, not words or phrases"):
        lexicon.words("contractions.whole")


def test_a_pattern_of_entries_tries_the_longest_first_and_takes_them_as_written():
    assert lexicon.any_of(["St", "St. Ann", "a+b"]) == r"St\.\ Ann|a\+b|St"
    assert re.fullmatch(lexicon.any_of(["St", "St. Ann"]), "St. Ann")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_mutant_lacks_one_entry_and_nothing_else(path):
    text = path.read_text("utf-8")
    whole = tomllib.loads(text)
    for entry in list(entries(path.parent))[::7]:
        if entry.concept != path.stem:
            continue
        mutant = tomllib.loads(without(text, entry))
        before, after = (parts(entry.kind, lists[entry.name][entry.kind]) for lists in (whole, mutant))
        assert after == before[: entry.number] + before[entry.number + 1 :]
        assert {name: held for name, held in mutant.items() if name != entry.name} == {
            name: held for name, held in whole.items() if name != entry.name
        }
