#!/usr/bin/env bash
# ttconv 1.2.3, WebVTT to WebVTT, a cue with "5 &lt; 6".
# Expected: the cue comes out with its references, so that a second pass gives the same.
# Seen: the references are resolved and the signs are written bare ("5 < 6", "B & C"), which WebVTT does not allow; the
# second pass of the same tool takes "< 6 ... &lt;" or "<i>" for tags, and the words in them are gone.
# For a user: a file that is converted once looks right, converted twice it has lost words, without a message.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check ttconv==1.2.3 webvtt-py==0.6.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import logging
import sys
from importlib.metadata import version

import ttconv.vtt.reader
import ttconv.vtt.writer
import webvtt

logging.disable(logging.WARNING)
print("ttconv", version("ttconv"))
CUES = """WEBVTT

00:01.000 --> 00:02.000
We say 5 &lt; 6 members, B &amp; C, and then x &gt; y.
"""


def cue(content: str) -> str:
    return webvtt.from_buffer(io.StringIO(content)).captions[0].raw_text


def converted(content: str) -> str:
    return ttconv.vtt.writer.from_model(ttconv.vtt.reader.to_model(io.StringIO(content)))


once = converted(CUES)
twice = converted(once)
print("expected   :", cue(CUES))
print("seen, once :", cue(once))
print("seen, twice:", cue(twice))
same = "5 < 6 members, B & C" in once and "6 members" not in twice
sys.exit(0 if same else "changed: the references are written in another way now")
PYTHON
