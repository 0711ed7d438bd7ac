"""What this installation is made of: the libraries it runs on, beside those it was tested with, and the files of
weights.

The bill of materials is CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/), made from what is installed, without a
serial number or a time: the same installation gives the same bytes.
"""

import hashlib
import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.resources import files
from typing import Any, NamedTuple

from onrecord.shipped import SHA256

_PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;]+)", re.M)
_REQUIRED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


class Library(NamedTuple):
    """A library that this version was tested with; `installed` is None where it is not there."""

    name: str
    tested: str
    installed: str | None


def libraries() -> tuple[Library, ...]:
    """Every library that an installation brings, by name, from the lock that the tests ran with."""
    lock = files(__package__).joinpath("tested.txt").read_text("utf-8")
    return tuple(Library(name, version, _version(name)) for name, version in _PINNED.findall(lock))


def untested() -> tuple[Library, ...]:
    """Those that are installed in another version than the tests ran with."""
    return tuple(one for one in libraries() if one.installed not in (None, one.tested))


def _version(name: str) -> str | None:
    try:
        return distribution(name).version
    except PackageNotFoundError:
        return None


def bill_of_materials() -> dict[str, Any]:
    """This installation as CycloneDX 1.6: onrecord, each library with version, licence and what it needs, and the
    weights."""
    package = distribution("onrecord")
    there = {_key(one.name): distribution(one.name) for one in libraries() if one.installed}
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", **_component(package)}},
        "components": [
            *({"type": "library", **_component(library)} for library in there.values()),
            *(_weights(name) for name in SHA256),
        ],
        "dependencies": [
            {
                "ref": _reference(one),
                "dependsOn": sorted(_reference(there[name]) for name in _needs(one) & there.keys()),
            }
            for one in (package, *there.values())
        ],
    }


def _component(library: Distribution) -> dict[str, Any]:
    expression, text = (library.metadata.json.get(field) for field in ("license_expression", "license"))
    licence = [{"expression": expression}] if expression else [{"license": {"name": text}}] if text else []
    return {
        "bom-ref": _reference(library),
        "name": library.name,
        "version": library.version,
        "purl": _reference(library),
        **({"licenses": licence} if licence else {}),
    }


def _reference(library: Distribution) -> str:
    return f"pkg:pypi/{_key(library.name)}@{library.version}"


def _key(name: str) -> str:
    """A name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _needs(library: Distribution) -> set[str]:
    """Keys of what a library names as needed, those of its extras left out."""
    lines = (line for line in library.requires or () if "extra ==" not in line)
    return {_key(match[0]) for line in lines if (match := _REQUIRED.match(line))}


def _weights(name: str) -> dict[str, Any]:
    """A file of weights with the hash that it has here."""
    digest = hashlib.sha256(files(__package__).joinpath(name).read_bytes()).hexdigest()
    return {
        "type": "machine-learning-model",
        "bom-ref": f"onrecord/{name}",
        "name": name,
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }
