#!/usr/bin/env bash
# pysubs2 1.8.1: SRT to SRT and WebVTT to WebVTT, nothing changed in between.
# Expected: words and speakers stay. Braces have no meaning in SRT, and <v Name> is WebVTT's own way to name a speaker.
# Seen: what stands in braces is taken for an override of another format (SubStation Alpha) and vanishes when SRT is
# written; the <v> of WebVTT is dropped and the name is not put in `name` either; a cue after 99:59:59.999 is moved
# back to that moment (with a warning).
# For a user: "{inaudible}" and "{laughter}" vanish from the transcript, nothing says any more who spoke, and all
# cues of the fifth day and later have one time.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check pysubs2==1.8.1
"$folder/venv/bin/python" - <<'PYTHON'
import sys
from importlib.metadata import version

from pysubs2 import SSAFile

print("pysubs2", version("pysubs2"))
SRT = "1\n00:00:01,000 --> 00:00:02,000\nWe {inaudible} the bridge.\n\n"
VTT = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Anna Berg>We <i>build</i> it.\n\n"
LATE = "WEBVTT\n\n100:00:01.000 --> 100:00:02.000\nThe last word.\n\n"

srt = SSAFile.from_string(SRT, format_="srt").to_string("srt")
voices = SSAFile.from_string(VTT, format_="vtt")
vtt = voices.to_string("vtt")
late = SSAFile.from_string(LATE, format_="vtt").to_string("vtt")
print("expected: 'We {inaudible} the bridge.'  seen:", repr(srt.splitlines()[2]))
print("expected: '<v Anna Berg>We <i>build</i> it.'  seen:", repr(vtt.splitlines()[4]), "name:", repr(voices[0].name))
print("expected: '100:00:01.000 --> 100:00:02.000'  seen:", repr(late.splitlines()[3]))
same = (
    srt.splitlines()[2] == "We  the bridge."
    and vtt.splitlines()[4] == "We <i>build</i> it."
    and voices[0].name == ""
    and late.splitlines()[3] == "99:59:59.999 --> 99:59:59.999"
)
sys.exit(0 if same else "changed: words, speakers or times are kept in another way now")
PYTHON
