"""JSON whose strings keep their places: objects, lists and strings of the file's own bytes.

What is no JSON ends the reading, with what stood before it: a file that is cut off gives its whole values.
"""

import json
import re
from typing import NamedTuple

from onrecord.sources.containers.forms import unfold
from onrecord.sources.containers.parts import Run

FORM = "json utf-8"
DEPTH = 100
TOKEN = re.compile(
    rb'[\s,:]*+(?:"(?P<string>(?:[^"\\]++|\\.)*+)"|(?P<bracket>[{}\[\]])|(?P<word>[^\s,:{}\[\]"]{1,40}))', re.S
)


class Text(NamedTuple):
    """A string: what stands between its quotation marks."""

    run: Run
    text: str


Value = "dict[str, Value] | list[Value] | Text | str"


class _Open:
    """An object or a list that is not closed yet."""

    def __init__(self, *, is_object: bool) -> None:
        self.is_object = is_object
        self.values: list[object] = []

    def closed(self) -> object:
        if not self.is_object:
            return self.values
        names = self.values[::2]
        return {
            name.text: value for name, value in zip(names, self.values[1::2], strict=False) if isinstance(name, Text)
        }


def values(body: bytes) -> list[object]:
    """The values that stand in a file one after another: dicts by names, lists, `Text` for strings, and str for
    numbers, true, false and null."""
    top = _Open(is_object=False)
    open_ = [top]
    at = 3 if body.startswith(b"\xef\xbb\xbf") else 0
    while (token := TOKEN.match(body, at)) and len(open_) <= DEPTH:
        at = token.end()
        bracket = token["bracket"]
        if token["string"] is not None:
            run = Run(token.start("string"), token.end("string"), FORM)
            open_[-1].values.append(Text(run, unfold(token["string"], FORM).text))
        elif bracket in (b"{", b"["):
            open_.append(_Open(is_object=bracket == b"{"))
        elif bracket:
            if len(open_) == 1:
                break
            open_[-2].values.append(open_.pop().closed())
        else:
            open_[-1].values.append(token["word"].decode("ascii", "replace"))
    return top.values


def text_of(value: object) -> str:
    """The words of a string; of other values nothing."""
    return value.text if isinstance(value, Text) else ""


def field(value: object, *names: str) -> object:
    """What an object holds under the first of some names that it has, in whatever spelling: versioncreated,
    versionCreated, version_created."""
    if not isinstance(value, dict):
        return None
    keys = {key.lower().replace("_", ""): key for key in value}
    return next((value[keys[name]] for name in names if name in keys), None)


def is_json(body: bytes) -> bool:
    """Whether all of a file is JSON."""
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
