"""What the user says of a source: on the command line behind it, or in a file. It wins, and is marked as his."""

import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

import onrecord
from onrecord.cli import main
from onrecord.sources import Description, read_descriptions
from onrecord.types import Reading

WORDS = "The ferry Solan will not sail on Monday, its owners said, because its crew has voted to strike for a day.\n"


@pytest.fixture
def folder(tmp_path):
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text(f"No ferry from {name[:3]}\n\n{WORDS}{name}\n", "utf-8")
    return tmp_path


def run(*args: str | Path) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def readings(done: Result) -> list[Reading]:
    assert done.exit_code == 0, done.output
    return [msgspec.json.decode(line, type=Reading) for line in done.stdout.splitlines()]


def facts(done: Result) -> list[tuple[str | None, str | None, str | None]]:
    return [(r.account.publisher, r.account.published, r.account.canonical) for r in readings(done)]


def test_an_outlet_is_that_of_the_source_before_it(folder):
    one, two = folder / "one.txt", folder / "two.txt"
    assert facts(run("read", one, "--as", "The Tarn Echo", two)) == [("The Tarn Echo", None, None), (None, None, None)]
    done = run("read", one, two, "--as=Upton Paper")
    assert [outlet for outlet, _, _ in facts(done)] == [None, "Upton Paper"]
    (rule,) = [p.rule for r in readings(done) for p in r.account.provenance if p.field == "publisher"]
    assert rule == "given by the user"
    (given,) = [g for r in readings(done) for g in r.account.given]
    assert (given.field, given.value, given.rule) == ("publisher", "Upton Paper", "given by the user")
    assert [outlet for outlet, _, _ in facts(run("read", folder, "--as", "The Tarn Echo"))] == ["The Tarn Echo"] * 2
    assert "The Tarn Echo\t" in run("list", one, "--as", "The Tarn Echo").stdout


def test_an_outlet_wins_over_what_the_page_says(folder):
    page = folder / "page.html"
    page.write_text(f'<html><head><meta property="og:site_name" content="Cache"></head><body><h1>No ferry</h1><p>{WORDS}</p></body></html>')  # fmt: skip
    assert facts(run("read", page))[0][0] == "Cache"
    assert facts(run("read", page, "--as", "The Tarn Echo"))[0][0] == "The Tarn Echo"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--as", "X", "one.txt"), "--as 'X' stands before any source"),
        (("one.txt", "--as"), "--as wants the name of an outlet"),
        (("one.txt", "--as", " "), "--as wants the name of an outlet"),
        (("one.txt", "--as", "X", "--as", "Y"), "is said to be of 'X' and of 'Y'"),
        ((), "Missing argument 'SOURCE...'"),
    ],
)
def test_misuse_is_told(folder, monkeypatch, args, told):
    monkeypatch.chdir(folder)
    done = run("read", *args)
    assert done.exit_code == 2
    assert told in done.output


TSV = (
    "file\toutlet\tdate\taddress\none.txt\tThe Tarn Echo\t2031-05-04\thttps://echo.example/1\n\ntwo.txt\tUpton Paper\n"
)
TOML = (
    '[[source]]\nfile = "one.txt"\noutlet = "The Tarn Echo"\ndate = 2031-05-04\naddress = "https://echo.example/1"\n'
    '[[source]]\nfile = "two.txt"\noutlet = "Upton Paper"\n'
)


@pytest.mark.parametrize(("name", "text"), [("sources.tsv", TSV), ("sources.toml", TOML), ("list.txt", "\ufeff" + TSV)])
def test_a_file_of_sources_names_them_and_says_what_they_are(folder, name, text):
    (folder / "sub").mkdir()
    file = folder / "sub" / name
    file.write_text(text.replace("one.txt", "../one.txt").replace("two.txt", "../two.txt"), "utf-8")
    both = [("The Tarn Echo", "2031-05-04", "https://echo.example/1"), ("Upton Paper", None, None)]
    assert facts(run("read", "--sources", file)) == both
    assert facts(run("read", folder / "one.txt", "--as", "Echo", "--sources", file)) == [
        ("Echo", *both[0][1:]),
        both[1],
    ]
    done = run("read", folder, "--sources", file)
    assert facts(done) == both
    assert "the file that describes the sources" in done.stderr
    assert len(readings(run("read", folder / "two.txt", "--sources", file))) == 2


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("s.tsv", "file\tdate\none.txt\t4 May 2031\n", "'4 May 2031' in line 2 of 's.tsv' is no day; write 2031"),
        ("s.tsv", "file\tdate\none.txt\t2031-02-30\n", "'2031-02-30' in line 2 of 's.tsv' is no day"),
        ("s.tsv", "file\taddress\none.txt\techo.example\n", "'echo.example' in line 2 of 's.tsv' is no address"),
        ("s.tsv", "file\tname\none.txt\tEcho\n", "'name' in line 2 of 's.tsv' says nothing of a source"),
        ("s.tsv", "one.txt\tEcho\n", "names no column 'file'"),
        ("s.tsv", "file\none.txt\tEcho\n", "line 2 of 's.tsv' has 2 columns, and the first has 1"),
        ("s.tsv", "file\toutlet\n\tEcho\n", "line 2 of 's.tsv' names no file"),
        ("s.tsv", "file\none.txt\none.txt\n", "'one.txt' is described twice, in line 3 of 's.tsv' again"),
        ("s.tsv", "", "describes no source"),
        ("s.toml", "[[source]\n", "'s.toml' is no TOML"),
        ("s.toml", "[source]\nfile = 'one.txt'\n", "'s.toml' has other tables than [[source]]"),
        ("s.toml", "[[source]]\nfile = 'one.txt'\noutlet = 3\n", "3 in table 1 of 's.toml' is no text for outlet"),
    ],
)
def test_what_is_wrong_in_a_file_of_sources_is_quoted(folder, name, text, told):
    (folder / name).write_text(text, "utf-8")
    done = run("read", "--sources", folder / name)
    assert done.exit_code == 2
    assert told in " ".join(done.output.split())


def test_a_file_of_sources_that_is_no_text_or_not_there_is_told(folder):
    (folder / "s.tsv").write_bytes(b"file\n\xff\xfe")
    assert "it is no UTF-8" in run("read", "--sources", folder / "s.tsv").output
    assert "No such file" in run("read", "--sources", folder / "none.tsv").output
    (folder / "t.tsv").write_text("file\nthree.txt\n")
    assert "three.txt" in run("read", "--sources", folder / "t.tsv").output


def test_from_python(folder):
    source = str(folder / "one.txt")
    record = onrecord.build([source], described={source: Description(outlet="The Tarn Echo", date="2031-05")})
    account = record.readings[0].account
    assert (account.publisher, account.published) == ("The Tarn Echo", "2031-05")
    assert json.loads(onrecord.encode(record))["readings"][0]["account"]["given"][0]["rule"] == "given by the user"
    file = folder / "s.tsv"
    file.write_text(TSV, "utf-8")
    assert read_descriptions(file)[str(folder / "two.txt")] == Description(outlet="Upton Paper")
