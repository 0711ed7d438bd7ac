"""The attribution model: who said what, and the names of a text, from one pass of a small network."""

from onrecord.readings.model.tagger import Attribution, Marked, ModelError, Name, attributions, load, mark

__all__ = ["Attribution", "Marked", "ModelError", "Name", "attributions", "load", "mark"]
