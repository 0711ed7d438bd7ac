"""A style sheet -> its rules: where each stands, on which screens it holds, and what its selectors ask of an element.

Only what can be told from an element and those around it is decided: classes, ids, attributes, tags, and what they
stand in.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

from onrecord.accounts.page.elements import Node

EVERYWHERE, NOWHERE = "", "nowhere"
"""On which screens a rule holds: all of them, none (for print only, a step of an animation), or else a condition as it
is written."""
QUOTED_BRACE: Final = re.compile(r"[\"'][^\"'{}\n]{0,80}[{}]")
QUOTED: Final = ("svg", *(f":{space}{quote}{brace}" for space in ("", " ") for quote in "\"'" for brace in "{}"))
"""One of these stands in nearly all sheets with a brace in a string: a picture, or the brace alone."""
STRING: Final = re.compile(r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'", re.S)
BRACES: Final = re.compile(r"[{}]")
FOR_SCREENS: Final = re.compile(r"(?:only\s+)?(?:screen|all)|not\s+print|", re.I)
ELSEWHERE: Final = re.compile(
    r"(?:only\s+)?(?:print|speech|tty|tv|projection|handheld|embossed|braille|aural)\b.*|not\s+(?:screen|all)", re.I
)
NARROW: Final = re.compile(r"max-(?:device-)?width\s{0,9}:\s{0,9}(\d{1,6}(?:\.\d{1,6})?)(?:px|(r?em))", re.I)
WIDE: Final = 1000
"""Pixels: what holds on screens that are narrower alone holds nowhere."""
AT_RULE: Final = re.compile(r"@([\w-]+)(.*)", re.S)
NAME: Final = r"(?:[\w-]|[^\x00-\x7f]|\\[^\n])+"
PART: Final = re.compile(
    rf"(?P<tag>\*|[a-zA-Z][\w-]*+)|\#(?P<id>{NAME})|\.(?P<named>{NAME})"
    rf"|\[\s*(?P<attribute>[\w:-]+)\s*(?:(?P<by>[~|^$*]?=)\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\]\s\"']+)\s*[iIsS]?\s*)?\]"
    rf"|(?P<pseudo>::?[\w-]+)(?P<of>\([^()]*(?:\([^()]*\)[^()]*)*\))?|(?P<apart>\s*[>+~]\s*|\s+)"
)
ESCAPE: Final = re.compile(r"\\(.)", re.S)
MAY_HOLD: Final = frozenset(
    ":is :where :has :matches :first-child :last-child :only-child :nth-child :nth-last-child :nth-of-type "
    ":nth-last-of-type"
    " :first-of-type :last-of-type :only-of-type :any-link :link :lang :dir :enabled :defined :not :-webkit-any "
    ":-moz-any".split()
)
"""Whether these hold depends on what is not looked at. Any other asks for what is not so when a page is opened:
`:hover`."""

LONGEST: Final = 16
"""Compounds of a selector that is looked at, at most."""
HIGHEST: Final = 64
"""How far above an element what its selectors ask for is looked for."""


class Compound(NamedTuple):
    """What a selector asks of one element; `beside` is what parts it from the compound before it: "", " " or ">"."""

    tag: str
    ids: tuple[str, ...]
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str, str], ...]
    beside: str

    def may_take(self, tag: str, given: dict[str, str]) -> bool:
        """Whether an element is called what it asks for, whatever its attributes."""
        if self.tag and self.tag != tag:
            return False
        for name in self.ids:
            if given.get("id") != name:
                return False
        return not self.classes or self._is_called(given.get("class", ""))

    def _is_called(self, classes: str) -> bool:
        """Whether its classes are among those of an element. Most elements do not even have the letters."""
        for name in self.classes:
            if name not in classes:
                return False
        called = classes.split()
        return all(name in called for name in self.classes)


class Selector(NamedTuple):
    """Its compounds, the last first; the weight of each sort of them; whether it asks for something that is not looked
    at."""

    compounds: tuple[Compound, ...]
    weight: tuple[int, int, int]
    unsure: bool


def read_selector(text: str) -> Selector | None:
    """None for one that takes no element when a page is opened, and for what is no selector."""
    text = text.strip()
    draft = _Draft()
    at = 0
    while at < len(text):
        part = PART.match(text, at)
        if part is None or not draft.take(part) or len(draft.compounds) > LONGEST:
            return None
        at = part.end()
    if not draft.asks and (draft.beside or not text):
        return None
    draft.end("")
    weight = (draft.weight[0], draft.weight[1], draft.weight[2])
    return Selector(tuple(reversed(draft.compounds)), weight, draft.unsure)


class _Draft:
    """A selector as far as it was read."""

    __slots__ = ("asks", "attributes", "beside", "classes", "compounds", "ids", "tag", "unsure", "weight")

    def __init__(self) -> None:
        self.compounds: list[Compound] = []
        self.weight = [0, 0, 0]
        self.unsure = False
        self._begin("")

    def _begin(self, beside: str) -> None:
        self.tag = ""
        self.ids: list[str] = []
        self.classes: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.beside = beside
        self.asks = False

    def end(self, sign: str) -> None:
        """End a compound before what parts it from the next; what stands beside an element is not looked at."""
        if sign in ("+", "~"):
            self.compounds, self.unsure, sign = [], True, ""
        else:
            self.compounds.append(
                Compound(self.tag, tuple(self.ids), tuple(self.classes), tuple(self.attributes), self.beside)
            )
        self._begin(sign)

    def take(self, part: re.Match[str]) -> bool:
        """Take in a part; whether it may hold when a page is opened."""
        kind = part.lastgroup
        if kind == "apart":
            self.end(part["apart"].strip() or " ")
            return True
        self.asks = True
        if kind == "tag":
            self.tag = "" if part["tag"] == "*" else part["tag"].lower()
            self.weight[2] += self.tag != ""
        elif kind == "id":
            self.ids.append(ESCAPE.sub(r"\1", part["id"]))
            self.weight[0] += 1
        elif kind == "named":
            self.classes.append(ESCAPE.sub(r"\1", part["named"]))
            self.weight[1] += 1
        elif part["attribute"]:
            self.attributes.append((part["attribute"].lower(), part["by"] or "", (part["value"] or "").strip("\"'")))
            self.weight[1] += 1
        else:
            return self._ask(part["pseudo"].lower())
        return True

    def _ask(self, pseudo: str) -> bool:
        if pseudo == ":root":
            self.tag = "html"
        elif pseudo not in MAY_HOLD:
            return False
        else:
            self.weight[1] += 1
            self.unsure = True
        return True


def takes(compounds: tuple[Compound, ...], tag: str, given: dict[str, str], parent: Node | None) -> bool:
    """Whether an element with that tag and these attributes, in `parent`, is one that a selector asks for."""
    if not _fits(compounds[0], tag, given):
        return False
    at, node, steps_left = 1, parent, HIGHEST
    while at < len(compounds):
        if node is None or not steps_left:
            return False
        steps_left -= 1
        if _fits(compounds[at], node.tag, node.attrs):
            at += 1
        elif compounds[at - 1].beside == ">":
            return False
        node = node.parent
    return True


def _fits(compound: Compound, tag: str, given: dict[str, str]) -> bool:
    if not compound.may_take(tag, given):
        return False
    for name, by, value in compound.attributes:
        if name not in given or not _compares(given[name], by, value):
            return False
    return True


def _compares(given: str, by: str, value: str) -> bool:
    if by in ("^=", "$=", "*=") and not value:
        return False
    if by == "=":
        return given == value
    if by == "~=":
        return value in given.split()
    if by == "|=":
        return given == value or given.startswith(value + "-")
    if by == "^=":
        return given.startswith(value)
    if by == "$=":
        return given.endswith(value)
    return value in given


class Sheet:
    """The text of a sheet without its remarks, and in the order of the text the blocks of its rules."""

    __slots__ = ("begins", "conditions", "ends", "opens", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.begins: list[int] = []
        """Where the selectors of each begin, or more before them; then the brace behind them, and the one that ends
        it."""
        self.opens: list[int] = []
        self.ends: list[int] = []
        self.conditions: list[str] = []
        self._read()

    def _read(self) -> None:
        text = self.text
        at, within = 0, [EVERYWHERE]
        end = text.find("}")
        while True:
            begin = text.find("{", at)
            if begin < 0:
                return
            if 0 <= end < at:
                end = text.find("}", at)
            if 0 <= end < begin:  # what was open ends
                if len(within) > 1:
                    within.pop()
                at = end + 1
                continue
            first = max(at, text.rfind(";", at, begin) + 1)
            if "@" in text[first:begin] and (rule := text[first:begin].strip())[0] == "@":
                within.append(condition(rule, within[-1]))
                at = begin + 1
                continue
            stop = end if end >= 0 else len(text)
            inner = text.find("{", begin + 1, stop)
            self.begins.append(first)
            self.opens.append(begin)
            self.ends.append(stop if inner < 0 else max(begin + 1, text.rfind(";", begin, inner)))
            self.conditions.append(within[-1])
            if inner >= 0:  # rules within a rule, which are not looked at
                within.append(NOWHERE)
                at = inner + 1
                within.append(NOWHERE)
            else:
                at = stop + 1

    def around(self, place: int) -> int:
        """The number of the rule whose declarations hold a place of the text; -1 if none does."""
        number = bisect_right(self.opens, place) - 1
        return number if number >= 0 and place < self.ends[number] else -1

    def speaking(self, name: str) -> Iterator[int]:
        """The numbers of the rules in whose declarations a name stands."""
        at, before = self.text.find(name), -1
        while at >= 0:
            rule = self.around(at)
            if rule > before:
                yield rule
                before = rule
            at = self.text.find(name, at + len(name))

    def naming(self, sign: str) -> Iterator[int]:
        """The numbers of the rules among whose selectors a sign stands: `.class`, `#id`, a tag."""
        at = self.text.find(sign)
        before = -1
        while at >= 0:
            number = bisect_right(self.begins, at) - 1
            if number > before and at < self.opens[number]:
                yield number
                before = number
            at = self.text.find(sign, at + len(sign))

    def selectors(self, number: int) -> list[str]:
        return parts_of(self.text[self.begins[number] : self.opens[number]])

    def declarations(self, number: int) -> str:
        return self.text[self.opens[number] + 1 : self.ends[number]]


def parts_of(selectors: str) -> list[str]:
    """What commas part, but for those within brackets."""
    if "(" not in selectors and "[" not in selectors:
        return selectors.split(",")
    parts, depth, begin = [], 0, 0
    for at, sign in enumerate(selectors):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "," and depth <= 0:
            parts.append(selectors[begin:at])
            begin = at + 1
    return [*parts, selectors[begin:]]


def condition(rule: str, around: str) -> str:
    """On which screens what stands in an at-rule holds, itself within another."""
    found = AT_RULE.fullmatch(rule)
    name, asked = (found[1].lower(), found[2].strip()) if found else ("", "")
    if around == NOWHERE or name not in ("media", "supports", "layer", "container"):
        return NOWHERE
    if name == "layer":
        return around
    if name == "supports":
        return NOWHERE if asked.lower().startswith("not") else around
    own = screens(asked) if name == "media" else asked
    return own if own == NOWHERE or not around else f"{around} {own}".strip()


def screens(asked: str) -> str:
    """What a media query comes to: a page is looked at on a screen that is wide."""
    held = []
    for query in map(str.strip, asked.split(",")):
        if FOR_SCREENS.fullmatch(query):
            return EVERYWHERE
        narrow = [float(size) * (16 if unit else 1) < WIDE for size, unit in NARROW.findall(query)]
        if not (ELSEWHERE.fullmatch(query) or any(narrow)):
            held.append(query)
    return ", ".join(held) if held else NOWHERE


NOT_A_SHEET: Final = (
    ("<!--", "-->"),
    ("<script", "</script"),
    ("<noscript", "</noscript"),
    ("<template", "</template"),
)
"""What a `<style` is no element in, or none of the page's."""
ATTRIBUTE: Final = re.compile(r"\b(media|type)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.I)


def supposed_sheets(source: str) -> tuple[tuple[int, str], ...]:
    """The style sheets that a page seems to have: in no shadow root (0), and as `for_screens` gives them."""
    sheets: list[tuple[int, str]] = []
    opened, end = [False] * len(NOT_A_SHEET), -1
    done, at = 0, source.find("<style")
    while at >= 0:
        for number, (opens, closes) in enumerate(NOT_A_SHEET):
            last, closed = source.rfind(opens, done, at), source.rfind(closes, done, at)
            if last >= 0 or closed >= 0:
                opened[number] = last > closed
        begin = source.find(">", at) + 1
        end = source.find("</style", begin) if end < begin else end
        if not begin or end < 0:
            break
        done = begin
        if not any(opened):
            if sheet := _supposed_sheet(source[at : begin - 1], source[begin:end]):
                sheets.append((0, sheet))
            done = end
        at = source.find("<style", done)
    return tuple(sheets)


def _supposed_sheet(tag: str, text: str) -> str:
    given = {name: quoted or single or bare for name, quoted, single, bare in ATTRIBUTE.findall(tag)}
    return for_screens(text, given.get("media", ""), given.get("type", ""))


def for_screens(sheet: str, media: str, kind: str) -> str:
    """The text of a sheet with the condition that its element puts on it; empty for one that is for no screen."""
    where = screens(media)
    if where == NOWHERE or kind.lower() not in ("", "text/css"):
        return ""
    return sheet if where == EVERYWHERE else f"@media {where} {{{sheet}}}"


def without_remarks(sheet: str) -> str:
    """A sheet with a space for each of its comments, and for each brace within a string."""
    sheet = _parted(sheet).replace("<!--", " ").replace("-->", " ")
    if any(sign in sheet for sign in QUOTED) and QUOTED_BRACE.search(sheet):
        sheet = STRING.sub(lambda words: BRACES.sub(" ", words[0]), sheet)
    return sheet


def _parted(sheet: str) -> str:
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
