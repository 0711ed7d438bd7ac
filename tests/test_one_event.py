"""Accounts that do not tell of one event are not brought into one record unless that is asked for."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

import onrecord
from onrecord.accounts import segment
from onrecord.cli import main
from onrecord.one_event import groups
from onrecord.sources import load
from onrecord.types import Account, Page

SAMPLES = Path(onrecord.__file__).parent / "samples"
FERRY = (
    "The ferry Solan will not sail from Tarn on Monday, its owners said, because its crew has voted to strike for a day. "
    "“We have asked for a second mate since spring,” said Petra Holm, who speaks for the crew of the Solan. The harbour "
    "office of Tarn said that those with tickets for the ferry may sail on Tuesday, or have their money back at the pier."
)
FERRY_TOO = (
    "A strike of its crew keeps the ferry Solan at the pier of Tarn on Monday. Petra Holm, speaking for the crew, said that "
    "they wanted a second mate and had asked the owners for one since spring. Tickets remain good for Tuesday, and the "
    "harbour office pays back those who do not want to wait for the ferry until the strike is over."
)
LIBRARY = (
    "The library of Upton has bought the letters of the poet Ines Dahl, who lived above the mill until she was ninety. "
    "“They lay in a box under her bed,” said Cy Bell, her nephew, who sold them for less than a museum had offered. The "
    "letters will be shown in the reading room from autumn, and pupils of the school are to copy them by hand."
)


def account(name: str, text: str, day: str | None = None) -> Account:
    found = segment(
        Page(url=name, retrieved=None, media_type="text/plain", body=f"{name.title()}\n\n{text}\n".encode())
    )
    assert isinstance(found, Account)
    return replace(found, published=day)


def test_accounts_go_together_by_what_they_tell():
    ferry, too, library = account("ferry", FERRY), account("too", FERRY_TOO), account("library", LIBRARY)
    parts = groups([library, ferry, too])
    assert [[one.url for one in part.accounts] for part in parts] == [["ferry", "too"], ["library"]]
    assert set(parts[0].names) <= {"Tarn", "Solan", "Holm", "Petra"}
    assert groups([too, library, ferry]) == parts
    assert len(groups([ferry, too])) == len(groups([ferry])) == 1


def test_years_part_what_the_same_words_may_tell():
    early, late = account("ferry", FERRY, "2019-05-03"), account("too", FERRY_TOO, "2019-05-05")
    assert len(groups([early, late])) == 1
    near = account("library", LIBRARY, "2019-05-03")
    assert len(groups([early, near])) == 2


def test_of_what_is_short_or_in_another_language_nothing_is_told():
    german = account("fähre", "Die Fähre nach Tarn fährt am Montag nicht, weil ihre Besatzung streikt. " * 8)
    assert len(groups([account("ferry", FERRY), german, account("note", "No ferry on Monday.")])) == 1
    assert groups([]) == ()


def test_the_samples_are_of_one_event():
    assert len(groups([one for one in map(segment, load(SAMPLES)) if isinstance(one, Account)])) == 1


@pytest.fixture
def files(tmp_path):
    for name, text in (("ferry", FERRY), ("too", FERRY_TOO), ("library", LIBRARY)):
        (tmp_path / f"{name}.txt").write_text(f"{name.title()}\n\n{text}\n", "utf-8")
    return tmp_path


def test_build_refuses_two_events_and_says_which_go_together(files):
    done = CliRunner().invoke(main, ["build", str(files)])
    assert done.exit_code == 2
    assert "these accounts seem to tell of 2 events" in done.output
    assert ") ferry.txt, too.txt\n  2. (" in done.output
    assert "say --all" in done.output


def test_build_all_brings_them_into_one_record(files):
    out = files.parent / "record.json"
    assert CliRunner().invoke(main, ["build", str(files), "--all", "--json", str(out)]).exit_code == 0
    assert len(onrecord.decode(out.read_bytes()).readings) == 3
