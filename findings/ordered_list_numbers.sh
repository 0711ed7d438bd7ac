#!/usr/bin/env bash
# resiliparse 2.0.1 and inscriptis 2.7.6 as text: an ordered list that goes on at five, one with a number of its own, one
# that counts down, and one that counts in letters.
# Expected: the numbers that HTML gives the items (and that every browser shows), or none.
# Seen: both number the items by themselves from 1 and do not look at start, reversed and type; inscriptis looks at the
# value of an item, resiliparse not even at that.
# For a user: a list of demands that is interrupted by a paragraph starts anew at 1, "point 6" is another point in the
# text than on the page, and the text states numbers that the page does not have.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check resiliparse==2.0.1 fastwarc==2.0.1 inscriptis==2.7.6
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from inscriptis import get_text
from resiliparse.extract.html2text import extract_plain_text

print("resiliparse", version("resiliparse"), "inscriptis", version("inscriptis"))
LISTS = {
    '<ol start="5"><li>bridge</li><li>school</li></ol>': ("5 6", "1 2", "1 2"),
    '<ol><li value="9">bridge</li><li>school</li></ol>': ("9 10", "1 2", "9 10"),
    "<ol reversed><li>bridge</li><li>school</li></ol>": ("2 1", "1 2", "1 2"),
    '<ol type="a"><li>bridge</li><li>school</li></ol>': ("a b", "1 2", "1 2"),
}


def numbers(text: str) -> str:
    return " ".join(line.split(".")[0].strip() for line in text.splitlines() if "." in line)


changed = False
for listed, (expected, *seen) in LISTS.items():
    page = f"<html><body>{listed}</body></html>"
    got = [numbers(extract_plain_text(page)), numbers(get_text(page))]
    print(f"{listed}\n  expected: {expected}\n  resiliparse: {got[0]}\n  inscriptis: {got[1]}")
    changed |= got != seen
sys.exit("changed: the items are numbered in another way now" if changed else 0)
PYTHON
