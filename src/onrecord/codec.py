"""Values to JSON and back: the one codec."""

from typing import Any

import msgspec

from onrecord.errors import RecordError
from onrecord.types import SCHEMA, Reading, Record

_encoder = msgspec.json.Encoder()


def encode(value: Record | Reading) -> bytes:
    """One line of JSON, UTF-8, without a final newline. The same value gives the same bytes."""
    return _encoder.encode(value)


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
