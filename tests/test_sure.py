"""Fewer statements, and surer: `least_score` and `--sure`."""

import json

from click.testing import CliRunner

import onrecord
from onrecord.cli import main
from onrecord.readings import read
from test_merge import account

TEXT = (
    "Mayor Ana Orrin said “we asked for two boats” and sat down.",
    "“They gave us none,” Orrin said.",
    "The company hinted at a longer wait, some believe.",
)


def test_what_is_less_sure_is_left_out():
    full, some, none = (read(account(*TEXT), least_score=least).statements for least in (0.0, 0.9, 1.0))
    assert set(none) < set(some) < set(full)
    assert all(s.score is not None and s.score >= 0.9 for s in some)


def test_what_a_rule_found_counts_with_its_measured_share(monkeypatch):
    from onrecord import readings
    from onrecord.readings.model import ModelError

    def missing(*_):
        raise ModelError("the model's file 'attribution.onnx' cannot be read")

    monkeypatch.setattr(readings, "mark", missing)
    rules = {
        least: {s.rule.split("/")[0] for s in read(account(*TEXT), least_score=least).statements}
        for least in (0.0, 0.8, 0.9)
    }
    assert rules[0.8] == {"quotation"}
    assert rules[0.9] == set()
    assert rules[0.0] > rules[0.8]


def test_a_turn_of_a_transcript_stays():
    turns = ("Q: Who shut the gates?", "A: It was the wind.", "Q: And the ledgers?")
    assert len(read(account(*turns), least_score=1.0).statements) == 3


def test_the_commands_take_it(tmp_path):
    file = tmp_path / "a.txt"
    paragraphs = ("Boats are late", "The harbour of Belmara had no boats on Monday.", *TEXT)
    file.write_text("\n\n".join(paragraphs) + "\n")
    counts = {}
    for sure in ("0", "0.9"):
        found = CliRunner().invoke(main, ["read", str(file), "--sure", sure])
        counts[sure] = len(json.loads(found.stdout)["statements"])
        record = onrecord.build([file], least_score=float(sure))
        assert len(record.readings[0].statements) == counts[sure]
    assert counts["0"] > counts["0.9"] > 0
    assert CliRunner().invoke(main, ["read", str(file), "--sure", "2"]).exit_code == 2


def test_an_account_of_which_statements_were_left_out_is_silent_on_nothing(tmp_path):
    other = (
        "The harbour of Belmara had no boats on Monday, its council said in a long statement to the press of the town."
    )
    for name, paragraphs in (
        ("a", (other, *TEXT)),
        ("b", (other, "“The nets are torn,” Mayor Ana Orrin said.", *[other] * 4)),
    ):
        (tmp_path / f"{name}.txt").write_text("Boats are late\n\n" + "\n\n".join(paragraphs) + "\n")
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    record = onrecord.build(files, least_score=1.0)
    assert all(reading.unsure for reading in record.readings)
    assert not [finding for finding in record.findings if finding.relation in ("silent", "only_in")]
    assert [finding for finding in onrecord.build(files).findings if finding.relation in ("silent", "only_in")]


def test_a_position_of_a_statement_that_is_left_out_is_left_out():
    text = (
        "Ferry pilots",
        "Mayor Ana Orrin said the council demanded two boats.",
        "The Lantern Company refused to pay.",
    )
    full, none = (read(account(*text), least_score=least).positions for least in (0.0, 1.0))
    assert {position.statement is None for position in full} == {True, False}
    assert [position.statement for position in none] == [None for position in full if position.statement is None]
