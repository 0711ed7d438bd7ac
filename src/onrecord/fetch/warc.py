"""Requests and answers as a WARC file (ISO 28500:2017, WARC 1.1), each record a member of gzip of its own."""

import gzip
import hashlib
import uuid
from collections.abc import Iterable
from datetime import UTC, datetime

from onrecord.fetch.exchange import Exchange

_HTTP = "application/http;msgtype="


def warc(exchanges: Iterable[Exchange], software: str, *, robots: bool) -> bytes:
    """A WARC file of some exchanges, in their order; `robots`: whether what robots.txt forbids was left alone."""
    told = {"software": software, "format": "WARC File Format 1.1", "robots": "obey" if robots else "ignore"}
    lines = "".join(f"{name}: {value}\r\n" for name, value in told.items()).encode("utf-8")
    info = {"WARC-Date": _time(datetime.now(UTC)), "Content-Type": "application/warc-fields"}
    return _record("warcinfo", info, lines)[1] + b"".join(map(_exchange, exchanges))


def _exchange(exchange: Exchange) -> bytes:
    common = {
        "WARC-Target-URI": exchange.url,
        "WARC-Date": _time(exchange.at),
        "WARC-IP-Address": exchange.peer,
    }
    answer = {**common, "Content-Type": f"{_HTTP}response"}
    answer["WARC-Payload-Digest"] = _digest(exchange.body)
    if exchange.truncated:
        answer["WARC-Truncated"] = exchange.truncated
    name, response = _record("response", answer, exchange.response)
    asked = {**common, "WARC-Concurrent-To": name, "Content-Type": f"{_HTTP}request"}
    return response + _record("request", asked, exchange.request)[1]


def _record(kind: str, fields: dict[str, str], block: bytes) -> tuple[str, bytes]:
    """The id of a record, and the record."""
    name = f"<{uuid.uuid4().urn}>"
    head = {"WARC-Type": kind, "WARC-Record-ID": name, **fields, "WARC-Block-Digest": _digest(block)}
    lines = "".join(f"{field}: {value}\r\n" for field, value in head.items())
    whole = f"WARC/1.1\r\n{lines}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"
    return name, gzip.compress(whole, compresslevel=9, mtime=0)


def _digest(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
