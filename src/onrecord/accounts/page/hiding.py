"""What a page hides, whichever way: by attributes of an element and by its own style sheets.

| what is declared                                                             | the words are                       |
|------------------------------------------------------------------------------|-------------------------------------|
| `hidden` (but `until-found`), `popover`, `<dialog>` without `open`           | hidden                              |
| `display: none`, `content-visibility: hidden`                                | hidden                              |
| `visibility: hidden` or `collapse` in the element's own `style`              | hidden, until one within is visible |
| the same in a style sheet                                                    | veiled                              |
| `opacity: 0`                                                                 | veiled: pages fade in what they say |
| `left`, `top`, `margin`, `transform` that put it a screen or more off        | hidden                              |
| `right`, `bottom`, a positive `left` or `top` that do                        | veiled: one can scroll there        |
| `text-indent` that does                                                      | hidden                              |
| `clip` or `clip-path` to nothing, `transform: scale(0)`                      | hidden                              |
| no height or no width (or one pixel), and what flows over is cut off         | hidden                              |
| `font-size: 0`                                                               | hidden, until one within has a size |
| a transparent `color`, or the same as the `background` beside it             | hidden, until one within has others |
| any of these but `display: none`, with an `animation`                        | veiled                              |
| classes for screen readers alone (`sr-only`, `visually-hidden`)              | as what is declared of them: hidden |
| `aria-hidden`, closed `<details>`, what only print or a narrow screen hides  | shown                               |

Hidden words are not read and their places are listed; veiled words are read, and their places are listed apart. Words
are veiled, too, where style sheets fold so much of a page (`display`, height) that a script is to unfold it, and shown
where a wide screen shows them. Declarations are brought together by their weight, as browsers do. A sheet in another
file is not known.
"""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from onrecord.accounts.page.elements import (
    HIDDEN,
    RULED,
    UNTIL_COLOURED,
    UNTIL_SIZED,
    UNTIL_VISIBLE,
    VEILED,
    Node,
)
from onrecord.accounts.page.sheets import EVERYWHERE, NOWHERE, Selector, Sheet, read_selector, takes, without_remarks

FAR: Final = 999.0
"""Pixels from its place at which nothing is seen of an element."""
PIXELS: Final = {"": 1.0, "px": 1.0, "em": 16.0, "rem": 16.0, "ex": 8.0, "ch": 8.0, "%": 6.0, "vw": 12.0, "vh": 7.0,
                 "in": 96.0, "cm": 38.0, "mm": 4.0, "pt": 1.3}  # fmt: skip
"""Of each unit about. A hundred percent are not far: what slides in waits there."""
LENGTH: Final = re.compile(r"([-+]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12}))(px|r?em|ex|ch|%|vw|vh|in|cm|mm|pt)?")


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
WATCHED: Final = frozenset(
    "display visibility content-visibility opacity position left right top bottom margin-left margin-top text-indent "
    "transform"
    " translate scale clip clip-path font-size color background-color background-clip text-fill text-shadow height "
    "max-height width"
    " max-width min-height min-width overflow padding padding-left padding-right padding-top padding-bottom flex "
    "flex-grow"
    " animation animation-name white-space border-left background-image".split()
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
FOLDS: Final = re.compile(
    r"accordion|akkordeon|acordeon|faq|collaps|toggle|expand|unfold|(?<![a-z])(?:tabs?|answer|spoiler)(?![a-z])", re.I
)
"""What is called so, or what it stands in, a click unfolds."""
STEPS: Final = 2_000_000
"""How many times one page's rules are held against an element; no more are believed of a page that would take
longer."""


BY_DISPLAY, BY_OTHERS, BY_ANY = 1, 2, 3
"""Whether a rule may hide by `display`, and whether it may in another way."""


class Hiding(NamedTuple):
    """A selector of a rule that may hide what it takes, the shadow root that it holds in, and how it may."""

    root: int
    selector: Selector
    by: int


class _Held(NamedTuple):
    """A declaration that holds for an element, as far as none outweighs it."""

    weight: tuple[bool, bool, tuple[int, int, int], int]
    value: str


class _Ruling(NamedTuple):
    """What a rule declares of what its selector takes, and where it holds: everywhere, or on a condition."""

    where: str
    selector: Selector
    declared: list[tuple[str, str, bool]]


UNSAID: Final = _Held((False, False, (-2, 0, 0), 0), "")


class Rules:
    """What the style sheets of one page, as far as it was read, hide."""

    __slots__ = (
        "by_attribute",
        "by_class",
        "by_id",
        "by_tag",
        "declared",
        "hiding",
        "indexed",
        "known",
        "named",
        "ruling",
        "selected",
        "sheets",
        "shown",
        "steps",
        "unfolded",
        "waiting",
    )

    def __init__(self, sheets: Iterable[tuple[int, str]]) -> None:
        self.sheets: list[tuple[int, Sheet]] = []
        """Each sheet, and the shadow root that it holds in: the number of its element, 0 for the page."""
        self.hiding = False
        """Whether any of the rules hides something."""
        self.by_class: dict[str, list[Hiding]] = {}
        """Selectors that may hide, and the shadow roots they hold in, by what the last of their compounds asks for."""
        self.by_id: dict[str, list[Hiding]] = {}
        self.by_tag: dict[str, list[Hiding]] = {}
        self.by_attribute: dict[str, list[Hiding]] = {}
        self.known: dict[str, list[Hiding]] = {}
        """Those of `by_class` for what has these classes. Most elements are called as others are."""
        self.named: dict[str, list[tuple[int, int]]] = {}
        """For a sign, the rules that name it."""
        self.selected: dict[tuple[int, int], list[Selector]] = {}
        self.declared: dict[tuple[int, int], list[tuple[str, str, bool]]] = {}
        self.ruling: dict[str, list[_Ruling]] = {}
        """What they say of elements that are called alike."""
        self.shown: dict[str, list[tuple[int, int]]] = {}
        self.indexed = 0
        """The same for rules that speak of `display`, and in how many sheets these were looked for."""
        self.unfolded = False
        """Whether they fold so much of the page that a script is to unfold it."""
        self.steps = 0
        self.waiting: list[tuple[int, str]] = []
        """Sheets that hide nothing, as they are written."""
        for root, text in sheets:
            self._believe(text, root)

    def _believe(self, text: str, root: int) -> None:
        """Add a sheet."""
        text = _closed_up(without_remarks(text)).replace("DISPLAY", "display")
        places = _triggers(text)
        if not places:
            self.waiting.append((root, text))
            return
        self._read_waiting()
        sheet = Sheet(text)
        number = len(self.sheets)
        self.sheets.append((root, sheet))
        hides = False
        for rule, may in _triggered(sheet, places):
            by = may
            if may & BY_OTHERS:
                by &= BY_ANY if _lasting(_anywhere(self._declarations(number, rule))) else BY_DISPLAY
            for selector in self._selectors(number, rule) if by else ():
                if not selector.unsure:
                    hides = self._file(Hiding(root, selector, by)) or hides
        self.hiding = self.hiding or hides

    def _read_waiting(self) -> None:
        """Read the sheets that hide nothing: they may show what others hide."""
        for root, text in self.waiting:
            self.sheets.append((root, Sheet(text)))
        self.waiting = []

    def _file(self, hiding: "Hiding") -> bool:
        """Keep a selector by what its last compound asks for; whether it asks for anything."""
        last = hiding.selector.compounds[0]
        if last.ids:
            self.by_id.setdefault(last.ids[0], []).append(hiding)
        elif last.classes:
            self.by_class.setdefault(last.classes[0], []).append(hiding)
        elif last.attributes:
            self.by_attribute.setdefault(last.attributes[0][0], []).append(hiding)
        elif last.tag:
            self.by_tag.setdefault(last.tag, []).append(hiding)
        else:
            return False
        return True

    def near(self, tag: str, given: dict[str, str]) -> bool:
        """Whether a rule that may hide asks for the class, the id, the tag or an attribute of an element. Most have
        none."""
        class_value = given.get("class")
        if class_value is not None:
            near = self.known.get(class_value)
            if near is None:
                near = self.known[class_value] = [
                    one for name in set(class_value.split()) for one in self.by_class.get(name, ())
                ]
            if near:
                return True
        if tag in self.by_tag or (self.by_id and given.get("id", "") in self.by_id):
            return True
        return bool(self.by_attribute) and not self.by_attribute.keys().isdisjoint(given)

    def touch(self, tag: str, given: dict[str, str], parent: Node, root: int) -> int:
        """How the rules that take an element may hide it: the sum of `BY_DISPLAY` and `BY_OTHERS`."""
        if not self.hiding or not self.near(tag, given):
            return 0
        class_value = given.get("class")
        by = self._taken(self.known[class_value], tag, given, parent, root) if class_value is not None else 0
        name = given.get("id", "")
        if name in self.by_id:
            by |= self._taken(self.by_id[name], tag, given, parent, root)
        if tag in self.by_tag:
            by |= self._taken(self.by_tag[tag], tag, given, parent, root)
        if self.by_attribute:
            for name in given:
                if name in self.by_attribute:
                    by |= self._taken(self.by_attribute[name], tag, given, parent, root)
        return by

    def _taken(self, near: "list[Hiding]", tag: str, given: dict[str, str], parent: Node, root: int) -> int:
        self.steps += len(near)
        by = 0
        if self.steps <= STEPS:
            for one in near:
                if one.by & ~by and one.root == root and takes(one.selector.compounds, tag, given, parent):
                    by |= one.by
        return by

    def way(self, tag: str, given: dict[str, str], parent: Node, root: int, by: int) -> int:
        """What hides an element, by its own style and by rules that `touch` has found: 0, `VEILED`, or what
        `Node.unread` is."""
        held: dict[str, _Held] = {}
        if hides_by_attribute(tag, given):
            held["display"] = _Held((False, False, (-1, 0, 0), 0), "none")
        of_itself = declarations(given.get("style", ""))
        _hold(held, of_itself, (True, (0, 0, 0), 0))
        alone = _values(held)
        if by & BY_DISPLAY or alone.get("display") == "none":
            shown = {"display": held.get("display", UNSAID)}
            if way := self._weigh(shown, tag, given, parent, root):
                return way
        others = by & BY_OTHERS or (of_itself and _lasting(alone))
        return self._weigh(held, tag, given, parent, root) if others else 0

    def _weigh(self, held: dict[str, _Held], tag: str, given: dict[str, str], parent: Node, root: int) -> int:
        """What what is held of an element comes to, with what the sheets declare of it."""
        alone = _way(_values(held))
        elsewhere = self._gather(held, tag, given, parent, root)
        way = self._told(held, alone)
        if way and not all(self._told(_outweighed(held, other), alone) for other in elsewhere.values()):
            return 0  # some screen shows it
        if way not in (HIDDEN, RULED) or not _is_folded(_values(held)):
            return way
        return VEILED if (way == RULED and self.unfolded) or _is_unfolded(given, parent) else way

    def _gather(
        self, held: dict[str, _Held], tag: str, given: dict[str, str], parent: Node, root: int
    ) -> dict[str, dict[str, _Held]]:
        """Add to `held` what the sheets declare of an element; apart, what they declare of it on some condition."""
        elsewhere: dict[str, dict[str, _Held]] = {}
        shown = list(held) == ["display"]  # whether nothing else matters
        for order, ruling in enumerate(self._candidates(tag, given, root, shown=shown)):
            if takes(ruling.selector.compounds, tag, given, parent):
                to = held if ruling.where == EVERYWHERE else elsewhere.setdefault(ruling.where, {})
                _hold(to, ruling.declared, (False, ruling.selector.weight, order))
        return elsewhere

    def _candidates(self, tag: str, given: dict[str, str], root: int, *, shown: bool) -> "list[_Ruling]":
        """What the sheets say of elements that are called so, in order; kept, for many are."""
        self._read_waiting()
        signs = self._signs(tag, given, shown=shown)
        key = f"{root} {shown} {' '.join(signs)}"
        rulings = self.ruling.get(key)
        if rulings is None:
            rulings = self.ruling[key] = []
            for number, rule in self._rules_naming(signs, shown=shown):
                where = self.sheets[number][1].conditions[rule]
                if where == NOWHERE or self.sheets[number][0] != root:
                    continue
                for selector in self._selectors(number, rule):
                    if selector.compounds[0].may_take(tag, given):
                        condition = f"{where} {number} {rule}" if selector.unsure else where
                        rulings.append(_Ruling(condition, selector, self._declarations(number, rule)))
        self.steps += len(rulings)
        return rulings if self.steps < STEPS else []

    def _rules_naming(self, signs: list[str], *, shown: bool) -> list[tuple[int, int]]:
        """The rules that name one of the signs, in order; `shown`: of those that speak of `display`."""
        rules: set[tuple[int, int]] = set()
        for sign in signs:
            rules.update(self._displaying().get(sign, ()) if shown else self._named(sign))
        return sorted(rules)

    def _signs(self, tag: str, given: dict[str, str], *, shown: bool) -> list[str]:
        """By what selectors may name an element; by its tag only where that may hide, or costs little to look for."""
        signs = ["." + ESCAPED.sub(r"\\\g<0>", name) for name in given.get("class", "").split()]
        if shown or tag in self.by_tag or not signs:
            signs.append(tag)
        if given.get("id"):
            sign = "#" + ESCAPED.sub(r"\\\g<0>", given["id"])
            if (sign in self._displaying()) if shown else self._named(sign):
                signs.append(sign)
        return signs + ["[" + name for name in given if name in self.by_attribute]

    def _told(self, held: dict[str, _Held], alone: int) -> int:
        """What a set of declarations comes to: a sheet that hides by `visibility` is for what is shown when it is
        scrolled to."""
        declared = _values(held)
        way = _way(declared)
        if not way or way in (VEILED, alone):
            return way
        if way & UNTIL_VISIBLE and not held["visibility"].weight[1]:
            return VEILED
        return RULED if way == RULED or (way == HIDDEN and _is_folded(declared)) else way

    def shows(self, tag: str, given: dict[str, str], parent: Node, root: int) -> bool:
        """Whether an element is shown within one that hides what has no declaration of its own."""
        held: dict[str, _Held] = {}
        _hold(held, declarations(given.get("style", "")), (True, (0, 0, 0), 0))
        for other in self._gather(held, tag, given, parent, root).values():
            held |= other
        until = parent.unread
        if until & UNTIL_VISIBLE:
            return "visibility" in held and held["visibility"].value == "visible"
        if until & UNTIL_SIZED:
            return _is_sized(held["font-size"].value if "font-size" in held else "inherit")
        colours = ("color", "background-color", "background-image")
        return any(name in held and held[name].value not in NO_OWN for name in colours)

    def _named(self, sign: str) -> list[tuple[int, int]]:
        """The rules that name a sign: a class, an id, a tag, an attribute."""
        if sign not in self.named:
            sheets = [(n, sheet) for n, (_, sheet) in enumerate(self.sheets) if sign in sheet.text]
            self.named[sign] = [(n, rule) for n, sheet in sheets for rule in sheet.naming(sign)]
        return self.named[sign]

    def _displaying(self) -> dict[str, list[tuple[int, int]]]:
        """The rules that speak of `display`, by each sign of what they take."""
        while self.indexed < len(self.sheets):
            sheet = self.sheets[self.indexed][1]
            for rule in sheet.speaking("display"):
                selectors = sheet.selectors(rule)
                lasts = [text if "(" in text else ENDS.split(text.strip())[-1] for text in selectors]
                for sign in set(SIGN.findall(" ".join(lasts))):
                    self.shown.setdefault(sign, []).append((self.indexed, rule))
            self.indexed += 1
        return self.shown

    def _selectors(self, sheet: int, rule: int) -> list[Selector]:
        selectors = self.selected.get((sheet, rule))
        if selectors is None:
            selectors = []
            for text in self.sheets[sheet][1].selectors(rule):
                selector = read_selector(text)
                if selector is not None:
                    selectors.append(selector)
            self.selected[sheet, rule] = selectors
        return selectors

    def _declarations(self, sheet: int, rule: int) -> list[tuple[str, str, bool]]:
        declared = self.declared.get((sheet, rule))
        if declared is None:
            declared = self.declared[sheet, rule] = declarations(self.sheets[sheet][1].declarations(rule))
        return declared


NO_OWN: Final = frozenset(("inherit", "unset", "currentcolor"))
SIGN: Final = re.compile(r"[.#\[]?(?:[\w-]|[^\x00-\x7f]|\\.)+")
ENDS: Final = re.compile(r"[\s>+~]+")
ESCAPED: Final = re.compile(r"[^\w-]", re.ASCII)
ANYWHERE: Final = {"position": "absolute", "overflow": "hidden", "white-space": "nowrap"}
"""What another rule may say of an element that one rule takes far off, or leaves no room."""


def _anywhere(declared: list[tuple[str, str, bool]]) -> dict[str, str]:
    return ANYWHERE | {name: value for name, value, _ in declared}


def _triggers(text: str) -> list[tuple[int, int]]:
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


def _triggered(sheet: Sheet, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The rules for all screens that hold such places, in order, and by what each may hide."""
    rules: dict[int, int] = {}
    for place, by in places:
        rule = sheet.around(place)
        if rule >= 0 and sheet.conditions[rule] == EVERYWHERE:
            rules[rule] = rules.get(rule, 0) | by
    return sorted(rules.items())


def _closed_up(text: str) -> str:
    """With one space for all white space, if some beside a colon is not one space."""
    return " ".join(text.split()) if LAID_OUT.search(text) else text


def hides_itself(style: str) -> bool:
    """Whether what an element declares of itself may hide it."""
    return bool(style and _triggers(_closed_up(style)))


def hides_by_attribute(tag: str, given: dict[str, str]) -> bool:
    """Whether an element is hidden as long as no style shows it."""
    return "hidden" in given or "popover" in given or (tag == "dialog" and "open" not in given)


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


def _hold(
    held: dict[str, _Held], declared: list[tuple[str, str, bool]], weight: tuple[bool, tuple[int, int, int], int]
) -> None:
    """Put declarations among those that hold, unless others outweigh them."""
    of_itself, selector, order = weight
    for name, value, important in declared:
        declaration = _Held((important, of_itself, selector, order), value)
        if name not in held or declaration.weight >= held[name].weight:
            held[name] = declaration


def _outweighed(held: dict[str, _Held], other: dict[str, _Held]) -> dict[str, _Held]:
    """Declarations that hold, with those that hold on some screens and outweigh them."""
    both = dict(held)
    for name, declaration in other.items():
        if name not in both or declaration.weight > both[name].weight:
            both[name] = declaration
    return both


def _values(held: dict[str, _Held]) -> dict[str, str]:
    return {name: declaration.value for name, declaration in held.items()}


def pixels(value: str) -> float:
    """A length in pixels, about; 0 for what is none."""
    length = LENGTH.fullmatch(value)
    return float(length[1]) * PIXELS[length[2] or ""] if length else 0.0


def _is_sized(size: str) -> bool:
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


def _is_unfolded(given: dict[str, str], parent: Node) -> bool:
    """Whether a click unfolds what is hidden: an answer below its question, a tab."""
    above = parent.parent.names if parent.parent else ""
    return FOLDS.search(f"{given.get('class', '')} {given.get('id', '')} {parent.names} {above}") is not None


def _is_folded(declared: dict[str, str]) -> bool:
    """Whether it is hidden in a way that scripts hide by what they unfold."""
    return declared.get("display") == "none" or not (_is_off(declared) or _is_clipped(declared))


def _way(declared: dict[str, str]) -> int:
    """How declarations hide what an element holds: 0, `VEILED`, or `HIDDEN` with what would show an element within."""
    if declared.get("display") == "none":
        return HIDDEN
    way = _lasting(declared)
    moving = declared.get("animation", "none") not in STILL or declared.get("animation-name", "none") not in STILL
    return VEILED if way and moving else way


STILL: Final = frozenset(("none", "", "initial", "unset", "0s"))


def _lasting(declared: dict[str, str]) -> int:
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
