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

from onrecord.accounts.page.declarations import (
    NO_OWN,
    declarations,
    how_hidden,
    how_hidden_at_rest,
    is_folded,
    is_sized,
)
from onrecord.accounts.page.elements import HIDDEN, RULED, UNTIL_SIZED, UNTIL_VISIBLE, VEILED, Node
from onrecord.accounts.page.sheets import EVERYWHERE, NOWHERE, Selector, Sheet, read_selector, takes, without_remarks
from onrecord.accounts.page.triggers import BY_ANY, BY_DISPLAY, BY_OTHERS, closed_up, triggers

FOLDS: Final = re.compile(
    r"accordion|akkordeon|acordeon|faq|collaps|toggle|expand|unfold|(?<![a-z])(?:tabs?|answer|spoiler)(?![a-z])", re.I
)
"""What is called so, or what it stands in, a click unfolds."""
STEPS: Final = 2_000_000
"""How many times one page's rules are held against an element; no more are believed of a page that would take
longer."""


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
        text = closed_up(without_remarks(text)).replace("DISPLAY", "display")
        places = triggers(text)
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
                by &= BY_ANY if how_hidden_at_rest(_anywhere(self._declarations(number, rule))) else BY_DISPLAY
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
        others = by & BY_OTHERS or (of_itself and how_hidden_at_rest(alone))
        return self._weigh(held, tag, given, parent, root) if others else 0

    def _weigh(self, held: dict[str, _Held], tag: str, given: dict[str, str], parent: Node, root: int) -> int:
        """What what is held of an element comes to, with what the sheets declare of it."""
        alone = how_hidden(_values(held))
        elsewhere = self._gather(held, tag, given, parent, root)
        way = self._told(held, alone)
        if way and not all(self._told(_outweighed(held, other), alone) for other in elsewhere.values()):
            return 0  # some screen shows it
        if way not in (HIDDEN, RULED) or not is_folded(_values(held)):
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
        way = how_hidden(declared)
        if not way or way in (VEILED, alone):
            return way
        if way & UNTIL_VISIBLE and not held["visibility"].weight[1]:
            return VEILED
        return RULED if way == RULED or (way == HIDDEN and is_folded(declared)) else way

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
            return is_sized(held["font-size"].value if "font-size" in held else "inherit")
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


SIGN: Final = re.compile(r"[.#\[]?(?:[\w-]|[^\x00-\x7f]|\\.)+")
ENDS: Final = re.compile(r"[\s>+~]+")
ESCAPED: Final = re.compile(r"[^\w-]", re.ASCII)
ANYWHERE: Final = {"position": "absolute", "overflow": "hidden", "white-space": "nowrap"}
"""What another rule may say of an element that one rule takes far off, or leaves no room."""


def _anywhere(declared: list[tuple[str, str, bool]]) -> dict[str, str]:
    return ANYWHERE | {name: value for name, value, _ in declared}


def _triggered(sheet: Sheet, places: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The rules for all screens that hold such places, in order, and by what each may hide."""
    rules: dict[int, int] = {}
    for place, by in places:
        rule = sheet.around(place)
        if rule >= 0 and sheet.conditions[rule] == EVERYWHERE:
            rules[rule] = rules.get(rule, 0) | by
    return sorted(rules.items())


def hides_by_attribute(tag: str, given: dict[str, str]) -> bool:
    """Whether an element is hidden as long as no style shows it."""
    return "hidden" in given or "popover" in given or (tag == "dialog" and "open" not in given)


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


def _is_unfolded(given: dict[str, str], parent: Node) -> bool:
    """Whether a click unfolds what is hidden: an answer below its question, a tab."""
    above = parent.parent.names if parent.parent else ""
    return FOLDS.search(f"{given.get('class', '')} {given.get('id', '')} {parent.names} {above}") is not None
