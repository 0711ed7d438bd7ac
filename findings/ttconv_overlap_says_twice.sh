#!/usr/bin/env bash
# ttconv 1.2.3 (the converter of timed text formats), SRT to SRT: a long cue and a short one within it, as when one
# speaker interrupts another.
# Expected: two cues in, the same two out.
# Seen: three cues. The picture is written anew whenever a line comes or goes, so the words of the long cue stand in the
# file three times, once together with those of the other speaker.
# For a user: in a transcript made from the converted file the interrupted speaker says the sentence three times, the
# counts of words and turns are wrong, and the cue where both speak has no border between the two.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check ttconv==1.2.3
"$folder/venv/bin/python" - <<'PYTHON'
import io
import logging
import re
import sys
from importlib.metadata import version

import ttconv.srt.reader
import ttconv.srt.writer

logging.disable(logging.WARNING)
print("ttconv", version("ttconv"))
CUES = """1
00:00:01,000 --> 00:00:06,000
Let me say this to the end.

2
00:00:03,000 --> 00:00:04,000
No, you had your turn.
"""

written = ttconv.srt.writer.from_model(ttconv.srt.reader.to_model(io.StringIO(CUES)))
print(f"expected:\n{CUES}\nseen:\n{written}")
counts = len(re.findall("-->", written)), written.count("Let me say"), written.count("your turn")
print("cues, times of the first sentence, of the second:", counts, "expected: (2, 1, 1)")
sys.exit(0 if counts == (3, 3, 1) else "changed: cues that overlap are written in another way now")
PYTHON
