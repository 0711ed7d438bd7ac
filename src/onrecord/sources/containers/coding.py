"""Bodies that are packed: gzip, deflate, and with the extra `archives` brotli and Zstandard."""

import zlib
from collections.abc import Callable
from importlib import import_module
from typing import Any

MOST = 32 * 1024 * 1024
"""Bytes that a body is unpacked to at most."""


class NotDecoded(Exception):
    """Why a body could not be unpacked."""


def decoded(packed: bytes, codings: str) -> bytes:
    """The bytes of a body whose head names these codings. Raises NotDecoded where they do not fit, or a library is
    missing."""
    for coding in reversed([coding.strip() for coding in codings.split(",")]):
        if coding in ("", "identity"):
            continue
        decode = _CODINGS.get(coding)
        if decode is None:
            raise NotDecoded(f"its body is packed as {coding!r}, which is not read")
        packed = decode(packed)
        if len(packed) > MOST:
            raise NotDecoded(f"its body unpacks to more than {MOST:,} bytes")
    return packed


def _inflated(packed: bytes) -> bytes:
    for wbits in (47, -15):  # with a head of gzip or zlib, told by itself; without one, as some servers send it
        try:
            return zlib.decompressobj(wbits=wbits).decompress(packed, MOST + 1)
        except zlib.error:
            continue
    raise NotDecoded("its body is not packed as its head says")


def _brotli(packed: bytes) -> bytes:
    library = _extra("brotli", "brotli")
    try:
        return library.Decompressor().process(packed, output_buffer_limit=MOST + 1)  # type: ignore[no-any-return]
    except library.error as error:
        raise NotDecoded("its body is not packed as its head says") from error


def _zstandard(packed: bytes) -> bytes:
    library = _extra("zstandard", "zstd")
    try:
        return library.ZstdDecompressor().stream_reader(packed).read(MOST + 1)  # type: ignore[no-any-return]
    except library.ZstdError as error:
        raise NotDecoded("its body is not packed as its head says") from error


def _extra(module: str, coding: str) -> Any:
    try:
        return import_module(module)
    except ImportError:
        raise NotDecoded(f"its body is packed as {coding}; `pip install onrecord[archives]` reads it") from None


_CODINGS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": _inflated, "x-gzip": _inflated, "deflate": _inflated, "br": _brotli, "zstd": _zstandard,
}  # fmt: skip
