"""The JSON-LD of a page -> the things it describes, and the scripts of it that cannot be read.

JSON-LD 1.1: https://www.w3.org/TR/json-ld11/. What pages write under its name is often not quite JSON: comments, a
comma behind the last item, a CDATA section or an HTML comment around it, entities for quotation marks. Such a script is
mended where only one reading is left, and otherwise it is told that it was not read.
"""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final, NamedTuple

from onrecord.accounts.page.markup import Markup
from onrecord.text.letters import shown

Thing = dict[str, Any]

DECODER = json.JSONDecoder(strict=False)
DEPTH: Final = 12
OPENED: Final = re.compile(r"(?://\s*+)?(?:<!\[CDATA\[|<!--|/\*\s*+<!\[CDATA\[\s*+\*/)")
CLOSED: Final = re.compile(r"(?://\s*+|/\*\s*+)?(?:\]\]>|-->)(?:\s*+\*/)?\Z")
"""What is put around a script, so that an old browser or a reader of XML passes it over."""
LOOSE: Final = re.compile(
    r'("(?:[^"\\]|\\(?:.|\Z))*+(?:"|\Z))|//[^\n]*+|/\*(?:[^*]|\*(?!/))*+(?:\*/|\Z)|,(?=[ \t\r\n]*+[}\]])', re.S
)
"""A string, or what stands between strings and is no JSON: comments, and a comma with nothing behind it."""
ESCAPE: Final = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|.)', re.S)
UNFIT: Final = re.compile(r"[\0\ud800-\udfff]")
"""What may be written in JSON and is no character of any text: a null, half of a pair of surrogates."""
LINKED: Final = frozenset(("author", "creator", "publisher"))


WITHIN = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart")
"""Where the description of an article is nested in another. Not: its comments, what it mentions, what it is part of."""


class Described(NamedTuple):
    """One thing that a script describes, and where in the source the script stands."""

    thing: Thing
    place: tuple[int, int]


def read_json_ld(markup: Markup) -> tuple[list[Described], list[tuple[int, int]]]:
    """What the page's scripts describe, in their order, and the places of the scripts that are no JSON."""
    described: list[Described] = []
    unread: list[tuple[int, int]] = []
    read: list[list[Any]] = []
    for node, script in markup.scripts:
        if "ld+json" in node.attrs.get("type", "").lower() and script.strip():
            place = (node.origin, node.origin_end)
            documents = _documents(script)
            if not documents:
                unread.append(place)
            else:
                described += [Described(thing, place) for thing in _described(documents, 0)]
                read.append(documents)
    links = [(one.thing, key) for one in described for key in LINKED if key in one.thing and _points(one.thing[key])]
    named: dict[str, Thing] = {}
    for documents in read if links else ():
        _name(documents, named, 0)
    for thing, key in links:
        thing[key] = _joined(thing[key], named)
    return described, unread


def _documents(script: str) -> list[Any] | None:
    """The documents that a script holds, one behind the other; None if it cannot be read whole."""
    return _values(script) or _values(_mended(script))


def _values(text: str) -> list[Any] | None:
    values: list[Any] = []
    at = _skip(text, 0)
    while at < len(text):
        try:
            value, at = DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return None
        if not isinstance(value, dict | list):
            return None
        values.append(value)
        at = _skip(text, at)
    return values


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\r\n;,\ufeff":
        at += 1
    return at


def _mended(script: str) -> str:
    text = script.strip()
    opened, closed = OPENED.match(text), CLOSED.search(text, max(0, len(text) - 40))
    text = text[opened.end() if opened else 0 : closed.start() if closed else len(text)]
    if '"' not in text:
        text = unescape(text)
    text = LOOSE.sub(lambda match: match[1] or "", text)
    return ESCAPE.sub(lambda match: match[0] if match[1] else match[0][1:], text)


def _described(value: Any, depth: int) -> Iterator[Thing]:
    """Every object with a type that is the page's own, the outer before the inner."""
    if depth > DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _described(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in WITHIN:
            if isinstance(item := value.get(key), dict | list):
                yield from _described(item, depth + 1)


def _name(value: Any, named: dict[str, Thing], depth: int) -> None:
    """Gather what has an id and a name: people and organisations, which the rest only points to."""
    if depth > DEPTH:
        return
    if isinstance(value, dict) and "name" in value and isinstance(value.get("@id"), str):
        named.setdefault(value["@id"], value)
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if isinstance(item, dict | list):
            _name(item, named, depth + 1)


def _points(value: Any) -> bool:
    """Whether a person or an organisation, or one of several, is not named here but by an id."""
    if isinstance(value, list):
        return any(_points(item) for item in value)
    return isinstance(value, dict) and "name" not in value and "@id" in value


def _joined(value: Any, named: dict[str, Thing]) -> Any:
    if isinstance(value, list):
        return [_joined(item, named) for item in value]
    if isinstance(value, dict) and "name" not in value and isinstance(value.get("@id"), str):
        return named.get(value["@id"], value)
    return value


def types_of(thing: Thing) -> frozenset[str]:
    """The names of its types without the vocabulary they are from."""
    kinds = thing.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(_bare(str(kind)) for kind in listed if kind)


def _bare(name: str) -> str:
    return name[max(name.rfind("/"), name.rfind(":"), name.rfind("#")) + 1 :]


def text_of(value: Any) -> str | None:
    """A value as text: a string, the first of several, or the one in `@value`; entities written twice are undone."""
    if isinstance(value, list):
        return next((text for item in value if (text := text_of(item))), None)
    if isinstance(value, dict):
        return text_of(value.get("@value"))
    if not isinstance(value, str):
        return None
    return shown(UNFIT.sub("\ufffd", unescape(value) if "&" in value else value)).strip() or None


def name_of(value: Any) -> str | None:
    """The name of a person or an organisation, or the names of several."""
    if isinstance(value, list):
        names = [name for item in value if (name := name_of(item))]
        return ", ".join(dict.fromkeys(names)) or None
    if isinstance(value, dict):
        given, family = text_of(value.get("givenName")), text_of(value.get("familyName"))
        return name_of(value.get("name")) or (f"{given} {family}" if given and family else None)
    return text_of(value)
