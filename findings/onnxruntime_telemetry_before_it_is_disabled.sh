#!/usr/bin/env bash
# onnxruntime 1.31.1 (PyPI, Linux): disable_telemetry_events(), called right after the import, no model ever loaded.
# Expected: a program that calls the documented function before it does anything else leaves no trace and asks nobody.
# Seen: the import alone has already written a device id and a database into the home folder, and the host of a
# collector is looked up within seconds although the function was called. Only ORT_DISABLE_TELEMETRY, set before the
# import, stops both; it takes 1, true, yes and on, while any other value, as "2", leaves telemetry on without a word.
# For a user: the switch in the code comes too late; set the variable, and to one of the words that it knows.
# The program runs without a network (unshare), so nothing leaves the machine. Linux, strace and unshare are needed.
set -euo pipefail
for tool in strace unshare; do
  command -v "$tool" >/dev/null || { echo "not run: $tool is missing" && exit 1; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check onnxruntime==1.31.1
"$folder/venv/bin/python" -c 'from importlib.metadata import version; print("onnxruntime", version("onnxruntime"))'

cat >"$folder/program.py" <<'PYTHON'
import sys
import time

import onnxruntime

onnxruntime.disable_telemetry_events()
time.sleep(int(sys.argv[1]))
PYTHON

seen() { # seconds to wait, then what to set; prints the files in the home folder and how many look-ups there were
  local seconds=$1 home="$folder/home"
  shift
  rm -rf "$home" && mkdir "$home"
  env -u ORT_DISABLE_TELEMETRY -u XDG_CACHE_HOME HOME="$home" "$@" unshare --map-root-user --net \
    strace -f -qq -e trace=connect -o "$folder/calls" "$folder/venv/bin/python" "$folder/program.py" "$seconds"
  local files lookups=no
  files=$(find "$home" -type f -printf '%f\n' | sort | tr '\n' ' ')
  if grep -q 'htons(53)' "$folder/calls"; then lookups=yes; fi
  echo "files: ${files:-none }look-ups: $lookups"
}

disabled=$(seen 15)
variable=$(seen 15 ORT_DISABLE_TELEMETRY=1)
word=$(seen 0 ORT_DISABLE_TELEMETRY=yes)
number=$(seen 0 ORT_DISABLE_TELEMETRY=2)
echo "disable_telemetry_events() : expected no files, no look-ups; seen $disabled"
echo "ORT_DISABLE_TELEMETRY=1    : expected no files, no look-ups; seen $variable"
echo "ORT_DISABLE_TELEMETRY=yes  : expected no files; seen $word"
echo "ORT_DISABLE_TELEMETRY=2    : expected no files, or an error; seen $number"
[ "$disabled" = "files: deviceid onnxruntime.db look-ups: yes" ] && [ "$variable" = "files: none look-ups: no" ] &&
  [[ "$word" == "files: none "* ]] && [[ "$number" == "files: deviceid onnxruntime.db "* ]]
