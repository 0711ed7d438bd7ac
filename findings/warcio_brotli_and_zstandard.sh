#!/usr/bin/env bash
# warcio 1.8.1 (with its extra for brotli, brotli 1.2.1) on two intact answers: a body in brotli, and one in Zstandard.
# Expected: content_stream() gives the page, as its name says and as it does for gzip; or an error that names the coding.
# Seen: brotli fails with AttributeError ('brotli.Decompressor' has no attribute 'unused_data'); Zstandard is given back
# packed, without a word.
# For a user: pages of servers that send Zstandard (Chrome asks for it since 2024) are binary noise in the text.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check warcio==1.8.1 brotli==1.2.1 zstandard==0.25.0
"$folder/venv/bin/python" - <<'PYTHON'
import io
import sys
from importlib.metadata import version

import brotli
import zstandard
from warcio.archiveiterator import ArchiveIterator

HTML = b"<p>" + b"The talks ended without a deal. " * 20 + b"</p>"


def record(coding, body):
    http = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: {coding}\r\n\r\n".encode() + body
    fields = ["WARC/1.0", "WARC-Type: response", "WARC-Target-URI: https://a.example/"]
    fields += ["WARC-Date: 2031-05-04T00:00:00Z", "WARC-Record-ID: <urn:uuid:1>"]
    fields += ["Content-Type: application/http; msgtype=response", f"Content-Length: {len(http)}"]
    return io.BytesIO("\r\n".join([*fields, "", ""]).encode() + http + b"\r\n\r\n")


def answer(coding, body):
    try:
        return next(iter(ArchiveIterator(record(coding, body)))).content_stream().read()
    except AttributeError as error:
        return error


packed = zstandard.compress(HTML)
first, second = answer("br", brotli.compress(HTML)), answer("zstd", packed)
print("warcio", version("warcio"), "brotli", version("brotli"))
print("expected:", HTML[:20], " seen for brotli:", repr(first)[:80])
print("expected:", HTML[:20], " seen for Zstandard:", second[:20])
same = isinstance(first, AttributeError) and second == packed
sys.exit(0 if same else "changed: brotli or Zstandard is read in another way now")
PYTHON
