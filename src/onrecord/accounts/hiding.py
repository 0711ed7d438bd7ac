"""What a page's own style sheets hide: rules for one class or one id that hold on every screen."""

import re
from typing import Final

NOT_DISPLAYED: Final = re.compile(r"(?<![\w-])display\s{0,9}:\s{0,9}none", re.I)
"""Of a style sheet only this is believed: `visibility: hidden` is mostly for what a script shows when it is scrolled to."""
HIDES: Final = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
SHOWS: Final = re.compile(r"(?<![\w-])display\s{0,9}:", re.I)
SIMPLE: Final = re.compile(r"[.#][\w-]+")


class Rules:
    """What the style sheets of one page, as far as it was read, hide."""

    __slots__ = ("found", "hiding", "known")

    def __init__(self) -> None:
        self.found: dict[str, bool] = {}
        self.hiding: set[str] = set()
        """Those of the rules that hide: classes, and ids behind a #."""
        self.known: dict[str, bool] = {}
        """Whether they hide what has these classes. Most elements are called as others are."""

    def believe(self, found: dict[str, bool]) -> None:
        self.found.update(found)
        self.hiding = {name.removeprefix(".") for name, hides in self.found.items() if hides}
        self.known.clear()

    def hide(self, given: dict[str, str]) -> bool:
        """Whether they hide an element with these attributes."""
        own = given.get("class")
        if own is not None:
            if own not in self.known:
                self.known[own] = not self.hiding.isdisjoint(own.split())
            if self.known[own]:
                return True
        return "id" in given and "#" + given["id"] in self.hiding


def hidden_by(sheet: str) -> dict[str, bool]:
    """For each `.class` and `#id` with a rule of its own about being shown, whether the last such rule hides it.

    Rules within @media and the like hold on some screens only, and compound selectors in some places only: neither is
    looked at. Only rules that speak of `display` are, which few of a sheet do.
    """
    sheet = _without_remarks(sheet.replace("DISPLAY", "display"))
    found: dict[str, bool] = {}
    depth = done = at = 0
    end = -1
    while (at := sheet.find("display", at)) >= 0:
        end = sheet.find("}", at) if end < at else end
        begin = sheet.rfind("{", done, at)
        within = sheet.find("{", at, end if begin >= 0 else len(sheet))
        if end < 0 or begin < 0 > within:
            break
        if within >= 0:  # what stands before it is no declaration
            at = within
            continue
        depth = max(0, depth + sheet.count("{", done, begin) - sheet.count("}", done, begin))
        if not depth:
            selectors = sheet[max(sheet.rfind("}", done, begin) + 1, sheet.rfind(";", done, begin) + 1, done) : begin]
            names = [name for one in selectors.split(",") if SIMPLE.fullmatch(name := one.strip())]
            if names and SHOWS.search(sheet, begin, end):
                found.update(dict.fromkeys(names, NOT_DISPLAYED.search(sheet, begin, end) is not None))
        done = at = end + 1
    return found


def _without_remarks(sheet: str) -> str:
    """A sheet with a space for each of its comments."""
    at = sheet.find("/*")
    if at < 0:
        return sheet
    parts: list[str] = []
    done = 0
    while at >= 0:
        parts.append(sheet[done:at])
        end = sheet.find("*/", at + 2)
        if end < 0:
            return " ".join(parts)
        done = end + 2
        at = sheet.find("/*", done)
    return " ".join((*parts, sheet[done:]))
