"""Values to JSON and back: the one codec."""

from typing import Any

import msgspec

from onrecord.errors import RecordError
from onrecord.types import SCHEMA, Reading, Record

_encoder = msgspec.json.Encoder()
_LINE_ENDS = [(chr(end).encode(), b"\\u%04x" % end) for end in (0x85, 0x2028, 0x2029)]
"""In UTF-8 these bytes are nothing else, and in JSON they stand in strings only."""


def encode(value: Record | Reading) -> bytes:
    """One line of JSON, UTF-8, without a final newline. The same value gives the same bytes.

    It is one line to every reader: U+0085, U+2028 and U+2029, which may stand in JSON and at which many
    (`str.splitlines` is one) begin another line, are escaped, as JSON wants it of all other characters that end lines.
    """
    data = _encoder.encode(value)
    for char, escape in _LINE_ENDS:
        if char[-1] in data:  # a byte is found much faster than several
            data = data.replace(char, escape)
    return data


def decode(data: bytes | str) -> Record:
    """The record that `encode` wrote, or its indented form. Raises RecordError for anything else."""
    try:
        return msgspec.json.decode(data, type=Record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"not the JSON of a record ({SCHEMA}): {error}") from error


def pretty(record: Record) -> bytes:
    """The JSON of a record, indented, with a final newline."""
    return msgspec.json.format(encode(record), indent=2) + b"\n"


def schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of a record."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(Record)}
