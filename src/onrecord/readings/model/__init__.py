"""The attribution model: who said what, and the names of a text, from one pass of a small network."""

from onrecord.errors import ModelError
from onrecord.readings.model.runtime import TELEMETRY, telemetry_is_off
from onrecord.readings.model.tagger import NETWORK, Attribution, Marked, Name, attributions, load, mark
from onrecord.shipped import SHA256

MODEL = SHA256[NETWORK]

__all__ = [
    "MODEL",
    "TELEMETRY",
    "Attribution",
    "Marked",
    "ModelError",
    "Name",
    "attributions",
    "load",
    "mark",
    "telemetry_is_off",
]
