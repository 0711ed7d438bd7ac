"""The attribution model: who said what, and the names of a text, from one pass of a small network."""

from onrecord.readings.model.runtime import TELEMETRY, ModelError, telemetry_is_off
from onrecord.readings.model.tagger import SHA256, Attribution, Marked, Name, attributions, load, mark

MODEL = SHA256["attribution.onnx"]

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
