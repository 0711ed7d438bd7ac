"""What the declarations of a style come to: whether they hide what they are of, and how. The table of it all is in
`onrecord.accounts.page.hiding`."""

import re
from typing import Final

from onrecord.accounts.page.elements import HIDDEN, UNTIL_COLOURED, UNTIL_SIZED, UNTIL_VISIBLE, VEILED

FAR: Final = 999.0
"""Pixels from its place at which nothing is seen of an element."""
PIXELS: Final = {"": 1.0, "px": 1.0, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "%": 6.0, "vw": 12.0, "vh": 7.0,
                 "in": 96.0, "cm": 38.0, "mm": 4.0, "pt": 1.3}  # fmt: skip
"""Of each unit about. A hundred percent are not far: what slides in waits there."""
LENGTH: Final = re.compile(r"([-+]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12}))(px|r?em|ex|ch|%|vw|vh|in|cm|mm|pt)?")
WATCHED: Final = frozenset(
    "display visibility content-visibility opacity position left right top bottom margin-left margin-top text-indent"
    " transform translate scale clip clip-path font-size color background-color background-clip text-fill text-shadow"
    " height max-height width max-width min-height min-width overflow padding padding-left padding-right padding-top"
    " padding-bottom flex flex-grow animation animation-name white-space border-left background-image".split()
)
SHORT: Final = {
    "font": "font-size", "overflow-x": "overflow", "overflow-y": "overflow", "-webkit-clip-path": "clip-path",
    "-webkit-background-clip": "background-clip", "-webkit-text-fill-color": "text-fill",
    "-webkit-animation": "animation", "-webkit-animation-name": "animation-name", "-webkit-transform": "transform",
    "-webkit-flex": "flex",
}  # fmt: skip
FONT_SIZE: Final = re.compile(r"(?:\A|\s)((?:\d{1,9}\.?\d{0,9}|\.\d{1,9})(?:px|r?em|%|pt|ex|vw|vh|cm|mm|in)?)(?=[\s/])")
COLOURS: Final = {
    "white": "ffffff", "black": "000000", "red": "ff0000", "blue": "0000ff", "green": "008000", "yellow": "ffff00",
    "gray": "808080", "grey": "808080", "silver": "c0c0c0",
}  # fmt: skip
HUES: Final = re.compile(
    r"rgba?\(\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*[,\s]\s*(\d{1,3})\s*(?:[,/]\s*([\d.]{1,9}%?)\s*)?\)"
)
UNSEEN: Final = re.compile(
    r"transparent|(?:rgb|hsl)a?\((?:[^,()]{1,20},){3}\s*(?:0|0?\.0|0%)\s*\)|(?:rgb|hsl)a?\([^()/]{1,60}/\s*(?:0|0?\.0"
    r"|0%)\s*\)"
    r"|#[0-9a-f]{3}0|#[0-9a-f]{6}00"
)
NO_CLIP: Final = re.compile(
    r"inset\(\s*(?:[5-9]\d|\d{3,})(?:\.\d+)?%.*\)|circle\(\s*0(?:px|%)?\b.*\)|polygon\(\s*(?:0(?:px|%)?[\s,]*)+\)"
)
CLIPPED: Final = re.compile(r"rect\(\s*([\w.%]+)[\s,]+([\w.%]+)[\s,]+([\w.%]+)[\s,]+([\w.%]+)\s*\)")
MOVED: Final = re.compile(r"translate(3d|[xyz])?\(([^()]*)\)")
SCALED: Final = re.compile(r"scale(?:3d|[xy])?\(\s*0(?:\.0+)?\s*(?:,[^()]*)?\)")
INSIDE: Final = frozenset(("static", "", "initial", "unset"))
NO_OWN: Final = frozenset(("inherit", "unset", "currentcolor"))


def declarations(text: str) -> list[tuple[str, str, bool]]:
    """Name, value and importance of each declaration that hides or shows something."""
    declared: list[tuple[str, str, bool]] = []
    for declaration in text.split(";"):
        name, colon, value = declaration.partition(":")
        if not colon:
            continue
        name = name.strip().lower()
        name = SHORT.get(name, name)
        if name not in WATCHED and name not in ("inset", "margin", "background"):
            continue
        value = value.strip().lower()
        important = value.endswith("important") and "!" in value
        if important:
            value = value[: value.rindex("!")].rstrip()
        if "\\" not in value:  # what is meant for one browser of old
            declared += [(each, single, important) for each, single in _long(name, value)]
    return declared


def _long(name: str, value: str) -> list[tuple[str, str]]:
    """A declaration of several values as those that it stands for."""
    if name == "inset":
        return _inset(value.split())
    if name == "margin":
        return _margin(value.split() or [""])
    if name == "background":
        return _background(value)
    if name == "font-size" and " " in value:
        size = FONT_SIZE.search(value)
        return [("font-size", size[1])] if size else []
    return [(name, value)]


def _inset(sides: list[str]) -> list[tuple[str, str]]:
    """Two values are of the sides that face one another; of three the second is of left and right."""
    values = sides * 4 if len(sides) < 3 else [*sides, sides[1]]
    return list(zip(("top", "right", "bottom", "left"), values, strict=False))


def _margin(sides: list[str]) -> list[tuple[str, str]]:
    return [("margin-top", sides[0]), ("margin-left", sides[3 if len(sides) > 3 else 1 if len(sides) > 1 else 0])]


def _background(value: str) -> list[tuple[str, str]]:
    colours = [part for part in PARTS.findall(value) if _hue(part)]
    declared = [
        ("background-color", colours[0] if len(colours) == 1 else ""),
        ("background-image", "some" if "(" in HUES.sub("", value) else "none"),
    ]
    return [*declared, ("background-clip", "text")] if "text" in value else declared


PARTS: Final = re.compile(r"[^\s(]+(?:\([^()]*\))?")


def pixels(value: str) -> float:
    """A length in pixels, about; 0 for what is none."""
    length = LENGTH.fullmatch(value)
    return float(length[1]) * PIXELS[length[2] or ""] if length else 0.0


def is_sized(size: str) -> bool:
    """Whether a font has a size of its own, and not one of none."""
    relative = size in NO_OWN or (size.endswith(("%", "em")) and not size.endswith("rem"))
    return not relative and (pixels(size) != 0 or LENGTH.fullmatch(size) is None)


def _is_nothing(value: str) -> bool:
    """Whether it is a length of at most a pixel."""
    return LENGTH.fullmatch(value) is not None and 0 <= pixels(value) <= 1


def _hue(value: str) -> str:
    """A colour as six digits; as it stands if it is one that is not known so; "" if it is none."""
    if value in COLOURS:
        return COLOURS[value]
    if value[:1] == "#":
        return value[1:] if len(value) != 4 else "".join(digit * 2 for digit in value[1:])
    if hue := HUES.fullmatch(value):
        opacity = "" if hue[4] in (None, "1", "1.0", "100%") else hue[4]
        return "".join(f"{int(hue[n]):02x}" for n in (1, 2, 3)) + opacity
    return value if value.startswith(("var(", "hsl", "rgb")) or value == "transparent" else ""


def is_folded(declared: dict[str, str]) -> bool:
    """Whether it is hidden in a way that scripts hide by what they unfold."""
    return declared.get("display") == "none" or not (_is_off(declared) or _is_clipped(declared))


def how_hidden(declared: dict[str, str]) -> int:
    """How declarations hide what an element holds: 0, `VEILED`, or `HIDDEN` with what would show an element within."""
    if declared.get("display") == "none":
        return HIDDEN
    way = how_hidden_at_rest(declared)
    moving = declared.get("animation", "none") not in STILL or declared.get("animation-name", "none") not in STILL
    return VEILED if way and moving else way


STILL: Final = frozenset(("none", "", "initial", "unset", "0s"))


def how_hidden_at_rest(declared: dict[str, str]) -> int:
    """How declarations hide, but for `display`, as long as nothing moves what they are of."""
    get = declared.get
    if get("content-visibility") == "hidden" or _is_clipped(declared) or _is_off(declared) or _is_squeezed(declared):
        return HIDDEN
    if get("visibility") in ("hidden", "collapse"):
        return HIDDEN | UNTIL_VISIBLE
    if _is_zero(get("font-size", "")):
        return HIDDEN | UNTIL_SIZED
    if _is_of_one_colour(declared):
        return HIDDEN | UNTIL_COLOURED
    return VEILED if _is_zero(get("opacity", "")) or _is_beyond(declared) else 0


def _is_zero(value: str) -> bool:
    length = LENGTH.fullmatch(value)
    return length is not None and float(length[1]) == 0


def _is_off(declared: dict[str, str]) -> bool:
    """Whether an element, or the first line in it, is put where nobody can scroll to."""
    get = declared.get
    if _is_positioned_off(declared) or _is_indented_away(declared):
        return True
    drawn = any(pixels(get(name, "")) <= -FAR for name in ("margin-left", "margin-top", "text-indent"))
    if drawn and not _is_padded(declared):
        return True
    return any(way <= -FAR for way in _moved(declared)) or SCALED.search(get("transform", "")) is not None


def _is_positioned_off(declared: dict[str, str]) -> bool:
    get = declared.get
    if get("position", "") in INSIDE:
        return False
    left, top = pixels(get("left", "")), pixels(get("top", ""))
    return (left <= -FAR < pixels(get("right", ""))) or (top <= -FAR < pixels(get("bottom", "")))


def _is_indented_away(declared: dict[str, str]) -> bool:
    """Whether the only line is indented by all of its width, and what flows over is cut off."""
    get = declared.get
    clipped = get("overflow") == "hidden" and get("white-space") == "nowrap"
    return clipped and pixels(get("text-indent", "")) >= PIXELS["%"] * 100


def _moved(declared: dict[str, str]) -> list[float]:
    ways = [pixels(part) for part in declared.get("translate", "").split()[:2]]
    for direction, lengths in MOVED.findall(declared.get("transform", "")):
        if direction != "z":
            ways += [pixels(part.strip()) for part in lengths.split(",")[:2]]
    return ways


def _is_beyond(declared: dict[str, str]) -> bool:
    """Whether an element is put far off, but where one can scroll to."""
    get = declared.get
    if get("position", "") not in INSIDE and (
        max(pixels(get("left", "")), pixels(get("top", ""))) >= FAR
        or (pixels(get("right", "")) <= -FAR < pixels(get("left", "")))
        or (pixels(get("bottom", "")) <= -FAR < pixels(get("top", "")))
    ):
        return True
    return any(way >= FAR for way in _moved(declared))


def _is_clipped(declared: dict[str, str]) -> bool:
    get = declared.get
    clip = CLIPPED.fullmatch(get("clip", "")) if get("position") in ("absolute", "fixed") else None
    if clip:
        top, right, bottom, left = (pixels(clip[n]) for n in (1, 2, 3, 4))
        if bottom - top <= 1 and right - left <= 1 and "auto" not in clip[0]:
            return True
    return "clip-path" in declared and NO_CLIP.fullmatch(get("clip-path", "")) is not None


def _is_squeezed(declared: dict[str, str]) -> bool:
    """Whether an element has no room, and what does not fit into it is cut off."""
    get = declared.get
    if get("overflow", "visible").split()[0] not in ("hidden", "clip", "scroll", "auto") or _is_padded(declared):
        return False
    if get("flex", "none") not in STILL or get("flex-grow", "0") != "0" or get("display", "") in ("inline", "contents"):
        return False
    return _has_no(declared, "height") or _has_no(declared, "width")


def _has_no(declared: dict[str, str], side: str) -> bool:
    get = declared.get
    nothing = _is_nothing(get(side, "")) or _is_nothing(get(f"max-{side}", ""))
    return nothing and pixels(get(f"min-{side}", "")) <= 1


def _is_padded(declared: dict[str, str]) -> bool:
    """Whether something stands around what an element holds, in which it may be seen: a box that keeps its shape."""
    if "border-left" in declared and pixels(declared["border-left"].split()[0] if declared["border-left"] else "") > 1:
        return True
    return any(
        name.startswith("padding") and any(pixels(part) > 1 for part in value.split())
        for name, value in declared.items()
    )


def _is_of_one_colour(declared: dict[str, str]) -> bool:
    """Whether words have no colour, or that of what is behind them."""
    get = declared.get
    if get("background-clip") == "text" or get("text-shadow", "none") not in STILL:
        return False
    colour = get("text-fill", get("color", ""))
    if UNSEEN.fullmatch(colour):
        return True
    return (
        bool(colour)
        and get("background-image", "none") == "none"
        and _hue(colour) != ""
        and _hue(colour) == _hue(get("background-color", ""))
    )
