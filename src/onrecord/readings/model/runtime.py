"""onnxruntime, started so that it sends nothing and leaves nothing behind."""

import os
import sys
from types import ModuleType

from onrecord.errors import ModelError

TELEMETRY = "ORT_DISABLE_TELEMETRY"
"""What onnxruntime asks the environment for. From 1.31 on, on Linux too, its import writes an id of the device and a
database of events below the user's cache, and some ten seconds later it looks up the host that collects them. Only this
variable prevents both, and only if it is set before the import: its `disable_telemetry_events()` and DO_NOT_TRACK do
not."""


def onnxruntime() -> ModuleType:
    """The module, imported with its telemetry off, whatever the user's environment says.

    Raises ModelError where the program has imported it before with its telemetry on, which nothing ends.
    """
    if "onnxruntime" in sys.modules and not telemetry_is_off():
        raise ModelError(
            f"onnxruntime was imported before onrecord's model, where {TELEMETRY} is {os.environ.get(TELEMETRY)!r}, "
            f"so that it may send what it does: set {TELEMETRY}=1 before it is imported"
        )
    os.environ[TELEMETRY] = "1"
    import onnxruntime as module  # type: ignore[import-untyped]  # noqa: PLC0415

    return module  # type: ignore[no-any-return]


def telemetry_is_off() -> bool:
    """Whether the environment of this process says so. "true" and "yes" are taken by onnxruntime too, "2" and "on" are
    not."""
    return os.environ.get(TELEMETRY) == "1"
