"""What the documents say holds: each test that they name exists."""

import re
from pathlib import Path

import pytest

from onrecord.readings import read
from onrecord.text.times import read_times
from onrecord.types import Account, Block, Origin, Span
from quality.casefiles import sections

ROOT = Path(__file__).parents[1]
NAMED = re.compile(r"\b(test_\w+\.py)::(test_\w+)")
FAULTS = (ROOT / "docs" / "faults.md").read_text("utf-8")


@pytest.mark.parametrize("document", ["README.md", "docs/faults.md"])
def test_every_test_that_a_document_names_exists(document):
    named = NAMED.findall((ROOT / document).read_text("utf-8"))
    assert len(named) >= 3
    for file, test in named:
        assert f"def {test}(" in (ROOT / "tests" / file).read_text("utf-8"), (document, file, test)


def test_every_fault_is_held_by_a_test_or_said_not_to_be():
    rows = [line.split("|")[1:-1] for line in FAULTS.splitlines() if re.match(r"\| \d", line)]
    assert [int(row[0]) for row in rows] == list(range(1, 43))
    for number, fault, expected, held in rows:
        assert fault.strip(), number
        assert (NAMED.search(held) and expected.strip()) or re.match(r" not (yet|applicable)\b", held), number


EXAMPLES = re.findall(r"```markdown\n(.*?)```", (ROOT / "docs" / "cases.md").read_text("utf-8"), re.S)


def test_the_examples_of_how_to_write_a_case_are_cases_that_hold(tmp_path):
    of_positions, of_times = (tmp_path / name for name in ("positions.md", "times.md"))
    of_positions.write_text(EXAMPLES[0], "utf-8")
    of_times.write_text(EXAMPLES[1], "utf-8")
    (position,) = sections(of_positions)
    blocks = (Block("body", Span("a", 0, len(position.text)), Origin(0, len(position.text))),)
    reading = read(Account(id="a", url="a", text=position.text, blocks=blocks, encoding="utf-8", sha256="a"))
    names = {actor.id: actor.name for actor in reading.cast}
    assert [
        (p.act, names[p.holder], names[p.toward], reading.account.cut(p.content[0])) for p in reading.positions
    ] == [tuple(position.rows[0].values())[:4]]
    (day,) = sections(of_times)
    for row in day.rows:
        (found,) = read_times(re.sub(r"[\[\]]", "", row["words"]), day.title[:10])
        assert (f"[{found.expression.text}]" in row["words"], found.resolved.value) == (True, row["value"])
    assert len(day.rows) == 2
