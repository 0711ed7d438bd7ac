"""Positions, as tests/cases/positions.md has them; and what holds of any text."""

import itertools
import re
import time
from pathlib import Path

import pytest

from onrecord.readings import read
from onrecord.readings.positions import find_frames
from onrecord.readings.positions.acts import NOUNS, PLOVER, VERBS
from onrecord.readings.positions.clauses import Sentence
from onrecord.types import Account, Block, Origin, Span

FOLDER = Path(__file__).parent / "cases"
CASES = FOLDER / "positions.md"


def account(text):
    blocks, at = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("body", Span("a", at, at + len(paragraph)), Origin(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Account(id="a", url="a", text=text, blocks=tuple(blocks), encoding="utf-8", sha256="a")


def cases():
    texts = [(FOLDER / name).read_text("utf-8") for name in ("positions.md", "positions-forms.md")]
    for section in (part for text in texts for part in text.split("\n## ")[1:]):
        title, *lines = section.splitlines()
        text = "\n".join(line[2:] for line in lines if line.startswith(">"))
        rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")][2:]
        yield pytest.param(text, [tuple([*row, "-"][:6]) for row in rows], id=title)


def found(reading):
    names = {actor.id: actor.name for actor in reading.cast} | {None: "-"}
    cut = reading.account.cut
    return [
        (
            p.act,
            names[p.holder],
            names[p.toward],
            " ".join(cut(span) for span in p.content),
            cut(p.condition) if p.condition else "-",
            p.rule.partition("/")[2] or "-",
        )
        for p in reading.positions
    ]


@pytest.mark.parametrize(("text", "rows"), list(cases()))
def test_of_a_text(text, rows):
    assert found(read(account(text))) == rows


def test_denied_is_negated_and_reported_offers_are_not():
    denied, offered = read(account("Belmara denied that it had demanded a share. Tovria offered a loan.")).positions
    assert denied.negated
    assert not offered.negated


def test_a_position_names_its_statement():
    reading = read(account("“We will not sign the lease,” Minister Leonor Vasques said."))
    assert [p.statement for p in reading.positions] == [s.id for s in reading.statements]


def test_comments_and_chrome_hold_no_position():
    text = "Belmara demanded a share of the dam."
    one = account(text)
    for kind in ("comment", "chrome", "headline", "caption"):
        other = Account(
            id="a",
            url="a",
            text=text,
            blocks=(Block(kind, one.blocks[0].span, one.blocks[0].origin),),
            encoding="utf-8",
            sha256="a",
        )
        assert not read(other).positions


def test_a_condition_stands_apart_from_its_content():
    text = "\n\n".join(re.findall(r"^> (.+)$", CASES.read_text("utf-8"), re.M))
    reading = read(account(text))
    assert len(reading.positions) > 20
    for position in reading.positions:
        spans = sorted([*position.content, *([position.condition] if position.condition else [])])
        assert all(a.end <= b.start for a, b in itertools.pairwise(spans)), found(reading)
    assert len({p.id for p in reading.positions}) == len(reading.positions)


def test_every_act_has_its_name_in_plover():
    assert {cue.act for cues in [*VERBS.values(), *NOUNS.values()] for cue in cues} == set(PLOVER)


HOSTILE = (
    "they will not demand that ",
    "offer ",
    "the demand for ",
    "refused to sign, and ",
    "Kim demanded A, ",
    "“we want ",
    "asked the party the ",
    "a, b or ",
    "who said that he ",
    "Ng ",
    "( ",
    "if the ",
)


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_grows_no_faster_than_the_text(unit):
    def seconds(count):
        text, best = unit * count, float("inf")
        for _ in range(3):
            begun = time.process_time()
            list(find_frames(Sentence(text, 0, len(text), [])))
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(2000) < 2.6**2 * max(seconds(500), 0.01)


def test_a_hedged_and_a_denied_act_are_marked():
    (hedged,) = read(account("Belmara may demand that Tovria open the gate.")).positions
    (denied,) = read(account("Tovria denied that it had offered to open the gate.")).positions
    assert (hedged.modality, denied.modality) == ("hedged", "denied")
