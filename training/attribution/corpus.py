"""PolNeAR as the trainer reads it. ONRECORD_EVAL is the folder of its reader and of the measure, outside this
repository."""

import os
import re
import sys
import zlib
from typing import Any

sys.path.insert(0, os.environ["ONRECORD_EVAL"])
import attribution as measure
import polnear

__all__ = ["held_out", "load", "measure", "paragraphs"]

Doc = dict[str, Any]


def load(split: str) -> list[Doc]:
    docs: list[Doc] = polnear.load(split)
    return docs


def paragraphs(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def held_out(name: str) -> bool:
    """True for the tenth of the train articles that choices and the calibration are made on, by a hash of the name."""
    return zlib.crc32(name.encode()) % 10 == 0
