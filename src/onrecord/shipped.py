"""The files of weights that onrecord ships with, each known by its SHA-256: a changed one is refused, never used."""

import hashlib
from importlib.resources import files

from onrecord.errors import ModelError

SHA256 = {
    "accounts/body/blocks.json": "6f27699b18118f7a91852a678a93f8cb76f948007432ca7fe07d2a252fdf3f5a",
    "accounts/plain/plain.json": "bbbedd05d5519e0301b2902c7abe274604e7bb67c26c16a494ccf3aacfa9303a",
    "readings/model/attribution.onnx": "2a7374b11b248bd27de527753c9787ab1c5150bb7417ebafbaa95193911ccfbb",
    "readings/model/vocabulary.json": "4a003e68c65bcf589a97400d2b4a8399bccfc76b8ff65e6f5d57d8b7d0cc2899",
}


def shipped(name: str) -> bytes:
    """The content of one of these files. Raises ModelError if it is missing, or is not the one this version was made
    with."""
    try:
        content = files("onrecord").joinpath(name).read_bytes()
    except OSError as error:
        raise ModelError(f"the file {name!r} cannot be read ({error.strerror}): install onrecord again") from error
    digest = hashlib.sha256(content).hexdigest()
    if digest != SHA256[name]:
        raise ModelError(f"the file {name!r} has SHA-256 {digest}, not {SHA256[name]}: install onrecord again")
    return content
