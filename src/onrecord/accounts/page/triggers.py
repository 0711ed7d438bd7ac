"""Where in a style sheet something stands without which nothing is hidden: most sheets hide nothing, and most rules of
the others."""

import re
from typing import Final

BY_DISPLAY: Final = 1
BY_OTHERS: Final = 2
BY_ANY: Final = 3
"""Whether a rule may hide by `display`, and whether it may in another way."""


def _behind(name: str, value: str) -> str:
    """A pattern that holds behind a value if the name stands before it, with one space on either side of the colon or
    none."""
    return "|".join(f"(?<=(?i:{name}{colon}{value}))" for colon in (":", ": ", " :", " : "))


def _valued(value: str, *names: str) -> str:
    return value + "(?:" + "|".join(_behind(name, value) for name in names) + ")"


HIDING_VALUES: Final = (
    # words
    f"(?i:{_valued('none', 'display')}|{_valued('hidden', 'visibility')}|{_valued('collapse', 'visibility')})",
    # lengths of a screen or more, to the left or above, and to the right or below
    r"-\d(?:\d\d|\d(?:\.\d{1,9})?(?:r?em|v[wh]|in|cm))",
    r"[1-9]\d{3,8}px",
    r"999px",
    r"[1-9]\d{1,8}(?:r?em|v[wh])",
    r"(?:[2-9]|1\d)\d{2,8}%",
    r"100%(?:(?<=indent:100%)|(?<=indent: 100%))",
    r"translate\w{0,2}\([^()]{0,20}\d{3}",
    # colours that are none, shapes and sizes of nothing
    r"transp",
    r"scale\w{0,2}\(\s?0",
    r"rect",
    r"inset\(",
    r"circle",
    r"polygon",
    r"(?:rgb|hsl)a?\([^()]{1,40}[,/]\s?0?\.?0\)",
    r"#(?:[0-9a-fA-F]{3}0|[0-9a-fA-F]{6}00)\b",
    # nothing, or one pixel
    r"\.0{1,9}(?!\d)",
    _valued("0", "height", "width", "opacity", "size", "font") + r"(?!\d|\.0{0,9}[1-9])",
    _valued("1px", "height", "width"),
)
"""Right behind a colon."""
HIDING_SIDES: Final = r"(?:(?<=inset:)|(?<=margin:))[^;{}]{0,40}-\d{3}"
"""The same of several values, one of which puts an element off."""
TRIGGER: Final = re.compile(rf":(?:\s{{0,9}}(?:{'|'.join(HIDING_VALUES)})|{HIDING_SIDES})")
"""What nothing is hidden without, but for words of the colour that is behind them. (A pattern that begins with one sign
is fast.)"""
LAID_OUT: Final = re.compile(r":(?:\s\s|[\t\n\r\f]|(?<=\s\s:)|(?<=[\t\n\r\f]:))")
"""More than one space beside a colon: a pattern that looks back knows how far."""
BEHIND: Final = re.compile(r"background(?:-color)?\s{0,9}:")
COLOUR: Final = re.compile(r"color(?<![\w-]color)\s{0,9}:")


def triggers(text: str) -> list[tuple[int, int]]:
    """Where in a sheet something stands without which nothing is hidden, and by what that may hide."""
    places: list[tuple[int, int]] = []
    for match in TRIGGER.finditer(text):
        by_display = text[match.end() - 1] in "eE" and "isp" in text[match.start() - 8 : match.start()].lower()
        places.append((match.start(), BY_DISPLAY if by_display else BY_OTHERS))
    for match in BEHIND.finditer(text):
        end = text.find("}", match.end())
        begin = text.rfind("{", 0, match.start())
        if COLOUR.search(text, begin + 1, end if end >= 0 else len(text)):
            places.append((match.start(), BY_OTHERS))
    return places


def closed_up(text: str) -> str:
    """With one space for all white space, if some beside a colon is not one space."""
    return " ".join(text.split()) if LAID_OUT.search(text) else text


def hides_itself(style: str) -> bool:
    """Whether what an element declares of itself may hide it."""
    return bool(style and triggers(closed_up(style)))
