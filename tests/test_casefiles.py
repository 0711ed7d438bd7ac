"""The one format of cases: what its parser takes from a file, and how it names a line that is not right."""

import pytest

from quality.casefiles import Section, sections

FILE = """# Ferries

A note to the reader.

# seen

## The pier
> Nobody was hurt.
>
> The pier fell.

A note that belongs to nothing.

| words | date |
|---|---|
| Monday | - |

| who |
|---|
| Aune |

- no time

# unseen

## The mill
"""


def test_a_section_has_its_part_text_tables_and_items(tmp_path):
    path = tmp_path / "ferries.md"
    path.write_text(FILE, "utf-8")
    pier = Section(
        "seen",
        "The pier",
        "Nobody was hurt.\n\nThe pier fell.",
        (({"words": "Monday", "date": None},), ({"who": "Aune"},)),
        ("no time",),
    )
    assert sections(path) == (pier, Section("unseen", "The mill", "", (), ()))
    assert pier.rows == ({"words": "Monday", "date": None}, {"who": "Aune"})


def test_a_row_with_a_cell_too_few_is_named_by_file_and_line(tmp_path):
    path = tmp_path / "ferries.md"
    path.write_text(FILE.replace("| Monday | - |", "| Monday |"), "utf-8")
    with pytest.raises(ValueError, match=r"ferries\.md:16: '\| Monday \|': 1 cells, and its table has 2 columns"):
        sections(path)
