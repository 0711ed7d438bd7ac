"""What the documents say holds: each test that they name exists."""

import re
from pathlib import Path

import pytest

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
