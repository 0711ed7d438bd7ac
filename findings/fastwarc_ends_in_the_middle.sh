#!/usr/bin/env bash
# FastWARC 2.0.1, auto_decode="all", on a WARC with four intact answers, the second of them sent in chunks and in gzip, as
# most servers send their pages. warcio 1.8.1 on the same bytes.
# Expected: four records, or an error.
# Seen: two records. The loop ends behind the second without an error; without auto_decode there are four.
# For a user: an archive of a thousand pages reads as ten, and nothing says that 990 are missing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check fastwarc==2.0.1 warcio==1.8.1
"$folder/venv/bin/python" - <<'PYTHON'
import gzip
import io
import sys
from importlib.metadata import version

import fastwarc.warc
import warcio.archiveiterator

HTML = b"<p>" + b"The talks ended without a deal. " * 20 + b"</p>"


def record(number, body, *head):
    http = b"\r\n".join([b"HTTP/1.1 200 OK", b"Content-Type: text/html", *head, b"", body])
    fields = ["WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: https://a.example/{number}"]
    fields += ["WARC-Date: 2031-05-04T00:00:00Z", f"WARC-Record-ID: <urn:uuid:{number}>"]
    fields += ["Content-Type: application/http; msgtype=response", f"Content-Length: {len(http)}"]
    return "\r\n".join([*fields, "", ""]).encode() + http + b"\r\n\r\n"


packed = gzip.compress(HTML, mtime=0)
chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
second = record(2, chunks, b"Transfer-Encoding: chunked", b"Content-Encoding: gzip")
data = record(1, HTML) + second + record(3, HTML) + record(4, HTML)
decoded = [len(each.reader.read()) for each in fastwarc.warc.ArchiveIterator(io.BytesIO(data), auto_decode="all")]
plain = [len(each.reader.read()) for each in fastwarc.warc.ArchiveIterator(io.BytesIO(data))]
other = [len(each.content_stream().read()) for each in warcio.archiveiterator.ArchiveIterator(io.BytesIO(data))]
print("fastwarc", version("fastwarc"), "warcio", version("warcio"))
print("expected: 4 records  seen:", len(decoded), "with auto_decode='all',", len(plain), "without; warcio:", len(other))
same = (len(decoded), len(plain), len(other)) == (2, 4, 4)
sys.exit(0 if same else "changed: the records behind a decoded one are read in another way now")
PYTHON
