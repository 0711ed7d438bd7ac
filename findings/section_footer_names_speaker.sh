#!/usr/bin/env bash
# trafilatura 2.3.1 and readability-lxml 0.9: sections of an article that name their speaker in a <header> or a <footer>
# of their own ("information about its section such as who wrote it", says the HTML standard of <footer>).
# Expected: the words of the section and the name are both kept, or both left out.
# Seen: both tools keep the words and drop the name in the <footer>; readability also drops the one in the <header>,
# with the heading that is in it. The name in a plain <p> or <h2> is kept.
# For a user: several statements stand in the text one after the other, and nothing says any more whose they are.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
packages="trafilatura==2.3.1 lxml-html-clean==0.4.6 chardet==5.2.0 cssselect==1.3.0"
"$folder/venv/bin/pip" install -q --disable-pip-version-check $packages
"$folder/venv/bin/pip" install -q --disable-pip-version-check --no-deps readability-lxml==0.9
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

import lxml.html
from readability import Document
from trafilatura import extract

print("trafilatura", version("trafilatura"), "readability-lxml", version("readability-lxml"))
AROUND = "<p>The council met in the old town hall on Tuesday, and it spoke for an hour about the bridge.</p>" * 3
WORDS = "We shall build the bridge before the end of the year, whatever it may cost the town."
SECTIONS = {
    f"<section><p>{WORDS}</p><p>Anna Berg, mayor</p></section>": (True, True),
    f"<section><p>{WORDS}</p><footer>Anna Berg, mayor</footer></section>": (False, False),
    f"<section><h2>Anna Berg, mayor</h2><p>{WORDS}</p></section>": (True, True),
    f"<section><header><h2>Anna Berg, mayor</h2></header><p>{WORDS}</p></section>": (True, False),
}

changed = False
for section, seen in SECTIONS.items():
    page = f"<html><head><title>Bridge</title></head><body><article>{AROUND}{section}{AROUND}</article></body></html>"
    texts = extract(page) or "", lxml.html.fromstring(Document(page).summary()).text_content()
    words, names = [WORDS in text for text in texts], tuple("Anna Berg" in text for text in texts)
    print(section.replace(WORDS, "..."), "\n  expected: words and name", words == [True, True])
    print("  name kept by trafilatura:", names[0], " by readability:", names[1])
    changed |= names != seen or words != [True, True]
sys.exit("changed: the names are kept in another way now" if changed else 0)
PYTHON
