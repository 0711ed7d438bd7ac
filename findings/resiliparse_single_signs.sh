#!/usr/bin/env bash
# resiliparse 2.0.1, extract_plain_text(main_content=True): signs that stand between two inline elements.
# Expected: a sign of the text is kept whatever its neighbours are, as "-" and "é" are.
# Seen: a run of text that is one sign from U+0800 up ("–", "−", "€", "“", "北") is left out; one sign below it is kept,
# and two such signs are kept. Without main_content nothing is lost.
# For a user: "<i>Berg</i>–<i>Lind</i>" reads "BergLind", "<b>−</b>5" reads "5", and quotation marks vanish when the words
# between them are in italics: signs that carry meaning are lost depending on the markup around them.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check resiliparse==2.0.1 fastwarc==2.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from resiliparse.extract.html2text import extract_plain_text

print("resiliparse", version("resiliparse"))
AROUND = "The council met in the old town hall on Tuesday morning and spoke about the bridge."
SEEN = {
    "<p>The <i>Berg</i>–<i>Lind</i> plan</p>": "The BergLind plan",
    "<p>The <i>Berg</i>-<i>Lind</i> plan</p>": "The Berg-Lind plan",
    "<p>The <i>Berg</i>––<i>Lind</i> plan</p>": "The Berg––Lind plan",
    "<p>It fell to <b>−</b>5 degrees</p>": "It fell to 5 degrees",
    "<p>It cost 5<b>€</b> a day</p>": "It cost 5 a day",
    "<p>It cost 5<b>£</b> a day</p>": "It cost 5£ a day",
    "<p>“<i>Never</i>” was the answer</p>": "Never” was the answer",
    "<p>The sign <b>北</b> means north</p>": "The sign means north",
}


def read(inside: str, main_content: bool) -> str:
    page = f"<html><body><article><p>{AROUND}</p>{inside}<p>{AROUND}</p></article></body></html>"
    return extract_plain_text(page, main_content=main_content).split(AROUND)[1].strip()


changed = False
for inside, seen in SEEN.items():
    whole, main = read(inside, False), read(inside, True)
    print(f"{inside}\n  expected (and read without main_content): {whole!r}\n  seen: {main!r}")
    changed |= main != seen
sys.exit("changed: the signs are read in another way now" if changed else 0)
PYTHON
