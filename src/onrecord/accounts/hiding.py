"""What a page's own style sheets hide: rules for one class or one id that hold on every screen."""

import re

NOT_DISPLAYED = re.compile(r"(?<![\w-])display\s{0,9}:\s{0,9}none", re.I)
"""Of a style sheet only this is believed: `visibility: hidden` is mostly for what a script shows when it is scrolled to."""
HIDES = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
SHOWS = re.compile(r"(?<![\w-])display\s{0,9}:", re.I)
SIMPLE = re.compile(r"[.#][\w-]+")
REMARK = re.compile(r"/\*[^*]*(?:\*(?!/)[^*]*)*(?:\*/|\Z)")


def hidden_by(sheet: str) -> dict[str, bool]:
    """For each `.class` and `#id` with a rule of its own about being shown, whether the last such rule hides it.

    Rules within @media and the like hold on some screens only, and compound selectors in some places only: neither is
    looked at.
    """
    if not NOT_DISPLAYED.search(sheet):
        return {}
    found: dict[str, bool] = {}
    depth, selectors, before = 0, "", ""
    for part in re.split(r"([{}])", REMARK.sub(" ", sheet)):
        if part == "{":
            selectors = before if not depth else ""
            depth += 1
        elif part == "}":
            depth = max(depth - 1, 0)
            if not depth and selectors and SHOWS.search(before):
                hides = NOT_DISPLAYED.search(before) is not None
                found.update((name, hides) for one in selectors.split(",") if SIMPLE.fullmatch(name := one.strip()))
            selectors = ""
        else:
            before = part.rpartition(";")[2] if not depth else part
    return found
