"""One record of one event from several published accounts, every line pinned to the characters it was read from.

    record = onrecord.build(["tribune.html", "gazette.txt"])

The four steps are `load`, `segment`, `read` and `collate`; `build` takes them all. The values are in `onrecord.types`.
Names are imported when they are first used, so that `onrecord --help` answers at once.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.accounts import segment
    from onrecord.codec import decode, encode
    from onrecord.collation import collate
    from onrecord.pipeline import build
    from onrecord.readings import read
    from onrecord.sources import load

__all__ = ["build", "collate", "decode", "encode", "load", "read", "segment"]
__version__ = "0.1.0"

_HOMES = {
    "build": "onrecord.pipeline",
    "collate": "onrecord.collation",
    "decode": "onrecord.codec",
    "encode": "onrecord.codec",
    "load": "onrecord.sources",
    "read": "onrecord.readings",
    "segment": "onrecord.accounts",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
