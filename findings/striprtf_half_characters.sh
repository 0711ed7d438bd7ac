#!/usr/bin/env bash
# striprtf 0.0.35 on RTF that Word writes: a sign beyond the first 65,536 (an emoji), as two \u with the halves of a
# UTF-16 pair, and hidden text (\v).
# Expected: one character that can be written as UTF-8, and the text that is shown.
# Seen: the halves stay two code points that no encoding of Unicode can write: the next .encode() or open(..., "w") fails
# far from here. Hidden text is given as if it were read.
# For a user: one emoji in an export stops the program that saves its text; struck-out drafts and notes are quoted.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check striprtf==0.0.35
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from striprtf.striprtf import rtf_to_text

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}\f0 "
emoji = rtf_to_text(HEAD + r"\u-10179?\u-8704?\par}").strip()
hidden = rtf_to_text(HEAD + r"{\v not }shown\par}").strip()
try:
    emoji.encode("utf-8")
    error = None
except UnicodeEncodeError as failed:
    error = failed.reason
print("striprtf", version("striprtf"))
print("expected:", repr("\U0001f600"), " seen:", ascii(emoji), " encoded:", error)
print("expected: 'shown'  seen:", repr(hidden))
same = emoji == "\ud83d\ude00" and error == "surrogates not allowed" and hidden == "not shown"
sys.exit(0 if same else "changed: pairs or hidden text are read in another way now")
PYTHON
