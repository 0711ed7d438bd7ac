"""HTML source -> its visible text in document order, with the place of every piece in the source.

It takes the tokens of the WHATWG tokenizer and nests them itself: a tokenizer gives the source position of text, which
a tree does not, and takes time and memory in proportion to the page however deep or broken its nesting is. Of tree
construction it follows what moves text from one paragraph to another (implied end tags, void elements, end tags that
match nothing); foster parenting and the adoption agency change no character and are left out.
"""

import re
from html import unescape
from typing import Final

from onrecord.accounts.draft import Reach
from onrecord.accounts.page.attributes import Attributes, filled
from onrecord.accounts.page.elements import HIDDEN, NO_TEXT, NONE, RULED, SHORTEST, VEILED, Markup, Node, Piece
from onrecord.accounts.page.hiding import Rules, hides_by_attribute
from onrecord.accounts.page.scanner import end_of_tag
from onrecord.accounts.page.shadow import CONCEAL, LEAVE, READ, Part, is_root, may_have_roots, order_of
from onrecord.accounts.page.sheets import for_screens, supposed_sheets
from onrecord.accounts.page.tags import (
    BLOCK,
    BLOCKS,
    CELLS,
    CLOSES,
    COUNTED,
    DOES,
    EMPTY,
    IMPLIED,
    IMPLIES,
    MAY_STAY_OPEN,
    NOT_HIDDEN,
    P_ALONE,
    P_BOUNDS,
    QUOTED,
    SAYING,
    SKIPPED,
    STRIKES,
    STRUCK,
    TABLE,
    UNMARKED,
)
from onrecord.accounts.page.tokens import END, START, TEXT, Token, is_alone, tokens
from onrecord.accounts.page.triggers import hides_itself

__all__ = ["Markup", "Node", "Piece", "read_markup", "veiled_runs"]

BY_SCRIPT: Final = 0.1
"""Words that style sheets fold, as a share of those shown, from which a script is to unfold them. Links are none: menus
are folded."""

MOST_STRUCK: Final = 0.25
"""Struck words, as a share of those shown, from which a line through them tells nothing: one tag was never closed."""
MARKS: Final = ("“", "‘")
MARKS_BEHIND: Final = ("”", "’")
"""What a browser sets around a `<q>`, and around one within another: by the language of the page other marks, which are
read alike."""
OWN_MARKS: Final = frozenset("\"“”„«»‹›'‘’「『")

DEPTH: Final = 512
"""How far up an end tag looks for its start tag: the depth at which browsers stop nesting."""

A_TOKEN: Final = 32
"""Open elements that cost about as much to look through as a token to read."""

RESUMED: Final = 32
"""How often reading begins anew behind an unclosed iframe; each time costs as much as the rest of the page."""

WHITE: Final = " \t\n\f\r"
SPACES: Final = re.compile(r"[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+")
"""White space that is not one space, so that a text of words with a space between each is searched only."""
LEADING: Final = re.compile(r"[ \t\n\f\r]*")
HIDING: Final = frozenset(("hidden", "style", "popover"))
ROOTS: Final = 64
"""How many shadow roots back one is looked for that an element has already."""
SWALLOWING: Final = frozenset("template object audio video canvas select".split())
STREAMED: Final = re.compile(r"S:[0-9a-f]{1,4}")
"""The id of what React sends late and puts in its place by a script: it is part of the page, not hidden."""
TAGS: Final = re.compile(r"<[^<>]{0,2000}>")
TAG: Final = re.compile(r"</?[a-zA-Z]|<[!?]")
SWALLOWED: Final = 8
"""Words in what is never closed, from which it is told."""
CODE: Final = frozenset(("an unclosed <script>", "an unclosed <style>"))
CODES: Final = re.compile(r"<(/?)(script|style)\b", re.I)
"""What is no words where it is swallowed; where such an element swallows, its own code is none."""
NEWLINE: Final = re.compile(r"\r\n?|\n")


class ParserFailed(Exception):
    """The first parser has failed on a page."""


def read_markup(source: str, most: int = Reach().tokens) -> Markup:
    """The visible text of an HTML source and where each piece of it stands, in code points of `source`.

    What a page holds for readers without scripts (`<noscript>`) is read only where that is the page: no script is run
    here, and some forums hold all their posts there. Of more than `most` tokens the first are read.
    """
    try:
        return _read_markup(source, most, second=is_alone())
    except ParserFailed:
        return _read_markup(source, most, second=True)  # whatever it fails with, the page is still to be read


def _read_markup(source: str, most: int, *, second: bool) -> Markup:
    supposed = supposed_sheets(source)
    builder = _read_with(supposed, source, most, second=second)
    if builder.shadows:
        parts = order_of(source, builder.out.nodes, builder.shadows)
        builder = _read_with(supposed, source, most, second=second, parts=parts)
    if builder.ruled and builder.ruled > BY_SCRIPT * len(builder.out.text.split()):
        builder.rules.unfolded = True
        builder = _Builder(source, most, second=second, parts=builder.parts_of, rules=builder.rules)
        builder.read()
    if builder.struck > MOST_STRUCK * len(builder.out.text.split()):
        builder = _Builder(source, most, second=second, parts=builder.parts_of, rules=builder.rules, strikes=False)
        builder.read()
    if builder.out.fallback > 2 * len(builder.out.text):
        builder = _read_with((), source, most, second=second, without_scripts=True)
    return builder.out


def _read_with(  # noqa: PLR0913  (what a builder is told)
    supposed: tuple[tuple[int, str], ...],
    source: str,
    most: int,
    *,
    second: bool,
    parts: list[Part] | None = None,
    without_scripts: bool = False,
) -> "_Builder":
    """Reads a page with the sheets that it seems to have, for a sheet holds for what stands before it too.

    Where it turns out to have others, it is read once more with those.
    """
    given = supposed
    for _ in range(2):
        builder = _Builder(
            source, most, second=second, parts=parts, rules=Rules(given), without_scripts=without_scripts
        )
        builder.read()
        if tuple(builder.sheets) == given:
            break
        given = tuple(builder.sheets)
    return builder


def _without_code(held: str) -> str:
    """With a space for each script and each style sheet that is closed."""
    kept: list[str] = []
    opened, begin, at = "", 0, 0
    last = {tag[2].lower(): tag.start() for tag in CODES.finditer(held) if tag[1]}
    for tag in CODES.finditer(held):
        name = tag[2].lower()
        if not opened and not tag[1] and tag.start() < last.get(name, -1):
            opened, begin = name, tag.start()
        elif opened == name and tag[1]:
            kept += [held[at:begin], " "]
            opened, at = "", tag.end()
    return "".join((*kept, held[at:]))


def _without_hidden_for_now(given: dict[str, str]) -> dict[str, str]:
    """The attributes of an element, without a `hidden` that a browser takes away by itself."""
    if "hidden" not in given or not (given["hidden"] == "until-found" or STREAMED.fullmatch(given.get("id", ""))):
        return given
    return {name: value for name, value in given.items() if name != "hidden"}


def veiled_runs(markup: Markup) -> tuple[tuple[int, int], ...]:
    """Where in the source words stand that are read and perhaps not seen: in order, none within another."""
    runs: list[tuple[int, int]] = []
    for node in sorted(markup.veiled, key=lambda node: node.origin):
        if node.end > node.start and not (runs and node.origin < runs[-1][1]):
            runs.append((node.origin, node.origin_end))
    return tuple(runs)


class _Builder:
    """Nests the tokens of one page. Every step is amortised constant: an element is pushed once and popped once."""

    def __init__(  # noqa: PLR0913  (one for each way to read a page)
        self,
        source: str,
        most: int,
        *,
        second: bool,
        without_scripts: bool = False,
        parts: list[Part] | None = None,
        rules: Rules,
        strikes: bool = True,
    ) -> None:
        self.source = source
        self.strikes = strikes  # whether struck words are no words of the page
        self.struck = 0  # how many there are
        self.quoted: list[bool] = []  # for each <q> that is open, whether its mark is set
        self.parts_of = parts  # in which order it is read, if not in its own
        self.marks: list[int] = []  # how many elements were open before each slot that is filled
        self.shadows: list[Node] = []
        self.roots = [0]  # the numbers of the shadow roots, and other templates, that are open
        self.outer: dict[int, int] = {}  # and for each of them, the one around its host
        self.ruled = 0  # how many words they fold
        self.rules = rules
        self.sheets: list[tuple[int, str]] = []  # those that the page turns out to have, as `Rules` takes them
        self.concealed = -1  # how much text stood before the last hidden words
        self.begin: int | None = 0
        self.most = self.left = most  # how many tokens are still read
        self.resumed = 0
        self.without_scripts = without_scripts
        self.out = Markup()
        self.attributes = Attributes(self.out.called)
        self.out.scanned = second
        self.parts: list[str] = []
        self.length = 0
        self.piece: Piece | None = None
        self.first_part = 0
        self.visible = False  # whether the piece has more than white space
        self.space = False
        self.breaks = -1  # how many <br> came since the last piece; -1: a block began or ended since
        root = Node("", NONE, None, None, -1, 0, 0)
        root.origin_end = len(source)
        self.open: list[Node] = [root]
        self.links = self.paragraphs = self.preformatted = self.drawings = 0  # how many are open
        self.swallowed = 0
        self.may_have_roots = may_have_roots(source)

    def read(self) -> Markup:
        if self.parts_of is not None:
            for part in self.parts_of:
                self._part(part)
        else:
            while self.begin is not None:
                begin, self.begin = self.begin, None
                self._read(begin, len(self.source))
        if self.open[-1].tag in UNMARKED:
            last = self.open[-1]
            self._swallow(f"an unclosed <{last.tag}>", end_of_tag(self.source, last.origin), len(self.source))
        self.out.left_open = sum(node.tag not in MAY_STAY_OPEN for node in self.open[1:])
        self._pop(1, len(self.source))
        self._break(-1)
        self.out.text = "".join(self.parts)
        return self.out

    def _read(self, begin: int, stop: int) -> None:
        """Read the markup of `source[begin:stop]` into what is open."""
        source = self.source[begin:stop]
        before: Token | None = None
        at, taking, last = begin, False, len(self.source)
        try:
            for token in tokens(source, second=self.out.scanned):
                after = begin + token.col
                if before is not None:
                    taking = True
                    self._take(before, at, after)
                    if after == last:
                        self._last(before.type, at)
                    taking = False
                before, at = token, after
                self.left -= 1
                if self.left < 0:
                    self._stop(at)
                    break
        except MemoryError:
            raise
        except Exception as error:
            if taking or self.out.scanned:
                raise
            raise ParserFailed from error

    def _part(self, part: Part) -> None:
        """Read a part of a page that is not shown in the order of its source, or what stands around it."""
        if part.step == READ:
            self._read(part.begin, part.end)
        elif part.step == LEAVE:
            mark = self.marks.pop()
            if any(node.around is None for node in self.open[mark:]):
                self._break(-1)
            self._pop(mark, part.begin)
            self.roots.pop()
        else:
            self.marks.append(len(self.open))
            self.roots.append(self.outer.get(self.roots[-1], 0))
            if part.step == CONCEAL:
                above = self.open[-1]
                unread = above.unread or HIDDEN
                self.open.append(Node("", NONE, above, above.around or above, -1, self.length, part.begin, "", unread))

    def _stop(self, at: int) -> None:
        """Leave the rest of the source unread."""
        self.out.beyond = self.out.beyond or (
            f"the page has more than {self.most:,} tags and runs of text: "
            f"the last {len(self.source) - at:,} characters of its source were not read"
        )

    def _take(self, token: Token, at: int, after: int) -> None:
        """Take in a token of `source[at:after]`."""
        kind = token.type
        if kind == TEXT:
            data = token.data
            if self.open[-1].unread:
                self._unread(self.open[-1], data, at, after)
            elif self.preformatted:
                self._lines(at, after)
            else:
                words = data.strip(WHITE)
                if "\0" in words:
                    data = data.replace("\0", "")
                    words = data.strip(WHITE)
                if words:
                    self._run(words, data, at, after)
                elif data and self.piece is not None:
                    self.space = True
        elif kind == END:
            self._end(token.tag, at)
        elif kind == START:
            void = self._start(token, token.tag, at)
            if void:
                void.origin_end = after

    def _last(self, kind: int, at: int) -> None:
        """Tell of a comment that never ends, or of a tag: what stands behind that is the value of an attribute."""
        if kind not in (TEXT, START, END):
            if not self.source.endswith(("-->", "--!>") if self.source.startswith("<!--", at) else ">"):
                self._swallow("an unclosed comment", at, len(self.source))
        elif self.begin is None and self.open[-1].tag not in UNMARKED:
            begin = at if kind == TEXT else end_of_tag(self.source, at)
            self._swallow_tag(TAG.search(self.source, begin) if begin >= 0 else None)

    def _swallow_tag(self, tag: re.Match[str] | None) -> None:
        """Tell of a tag or comment that begins in the last token, and does not end."""
        if tag and tag[0] in ("<!", "<?"):
            self._swallow("an unclosed comment", tag.start(), len(self.source))
        elif tag and "<" in self.source[tag.end() :]:
            self._swallow("an unclosed tag", tag.start(), len(self.source))

    def _start(self, token: Token, tag: str, offset: int) -> Node | None:
        """Open an element; returned if it holds nothing, for it ends where the next token begins."""
        does = DOES.get(tag, 0)
        if does:
            if does & BLOCK:
                self._begin_block(tag, does, offset)
            if does & EMPTY:
                return self._void(token, tag, offset)
        parent, length = self.open[-1], self.length
        given, names, others, unread = NONE, "", False, parent.unread
        if listed := token.attrs:
            given = self.attributes.given(listed)
            names, others = self.attributes.names(given)
        if unread > RULED or does & STRIKES or tag == "dialog" or self._may_hide(tag, given, others):
            unread = self._hidden(tag, given, parent)
        root = False
        if does & SKIPPED:
            root = self.may_have_roots and self._has_root(tag, given, parent)
            unread = parent.unread if root else NO_TEXT
        around = None if does & BLOCK else parent.around or parent
        node = Node(tag, given, parent, around, len(self.out.nodes), length, offset, names, unread & ~VEILED)
        self.out.nodes.append(node)
        if unread & VEILED:
            self.out.veiled.append(node)
        if root:
            self.shadows.append(node)
        if others:
            self.out.enlist(node, tag, given)
        if len(tag) >= SHORTEST and ":" in tag:
            self.out.called.add(tag)
        if token.self_closing and not does & SKIPPED:
            return node  # a browser leaves <div/> open, which changes no text; whoever wrote it meant it closed
        self.open.append(node)
        if does & COUNTED:
            self._count(tag, 1)
        return None

    def _count(self, tag: str, more: int) -> None:
        """Keep how many of the elements are open that change what is in them."""
        if tag == "a":
            self.links += more
        elif tag == "p":
            self.paragraphs += more
        elif tag == "pre":
            self.preformatted += more
        elif tag == "svg":
            self.drawings += more
        elif tag == QUOTED:
            self._quote(more)
        elif tag == "template":
            if more > 0:
                self.outer[len(self.out.nodes)] = self.roots[-1]
                self.roots.append(len(self.out.nodes))
            else:
                self.roots.pop()

    def _quote(self, more: int) -> None:
        """Keep which `<q>` are open; set the mark behind one whose other mark is set."""
        if more > 0:
            self.quoted.append(False)
        elif self.quoted.pop() and self.piece is not None:
            self.parts.append(MARKS_BEHIND[sum(self.quoted) % 2])
            self.length += 1

    def _marks(self, words: str) -> str:
        """The marks before the first words of each `<q>` that is open; none where the page prints marks of its own."""
        marks = ""
        before = self.parts[-1][-1:] if self.parts and self.piece is not None else ""
        for number in range(len(self.quoted)):
            if not self.quoted[number] and words[0] not in OWN_MARKS and before not in OWN_MARKS:
                marks += MARKS[sum(self.quoted[:number]) % 2]
                self.quoted[number] = True
        return marks

    def _begin_block(self, tag: str, does: int, offset: int) -> None:
        """End what a block ends: a paragraph, an item before it, the line."""
        if does & CLOSES and self.paragraphs:
            self._close(P_ALONE, P_BOUNDS, offset)
        if does & IMPLIES:
            self._close(*IMPLIED[tag], offset)
        if self.piece is not None or self.breaks >= 0:
            self._break(-1)

    def _void(self, token: Token, tag: str, offset: int) -> Node | None:
        """An element that holds nothing: kept if it has something to say."""
        given = token.attrs
        if tag == "br":
            self._break(self.breaks + 1 if self.breaks >= 0 else -1)
        if not given or tag not in SAYING:
            return None
        parent, length = self.open[-1], self.length
        around = parent.around or parent
        node = Node(tag, filled(given), parent, around, len(self.out.nodes), length, offset, "", parent.unread)
        self.out.nodes.append(node)
        self.out.enlist(node, tag, node.attrs)
        return node

    def _may_hide(self, tag: str, given: dict[str, str], others: bool) -> bool:
        """Whether an element may be hidden by what it says of itself, or by a rule: most are not."""
        return (others and not HIDING.isdisjoint(given)) or (self.rules.hiding and self.rules.near(tag, given))

    def _has_root(self, tag: str, given: dict[str, str], parent: Node) -> bool:
        """Whether an element is the shadow root of `parent`, which has no other."""
        return is_root(tag, given, parent) and all(shadow.parent is not parent for shadow in self.shadows[-ROOTS:])

    def _hidden(self, tag: str, given: dict[str, str], parent: Node) -> int:
        """What keeps the words of an element from being shown, or from being shown for certain (`VEILED`)."""
        above = parent.unread
        if above:
            return above if above <= RULED or not self.rules.shows(tag, given, parent, self.roots[-1]) else 0
        if tag in ("html", "body"):
            return 0
        given = _without_hidden_for_now(given)
        by = self.rules.touch(tag, given, parent, self.roots[-1])
        if by or hides_by_attribute(tag, given) or hides_itself(given.get("style", "")):
            return self.rules.way(tag, given, parent, self.roots[-1], by)
        return HIDDEN if tag in STRUCK and self.strikes else 0

    def _close(self, tags: frozenset[str], bounds: frozenset[str], offset: int) -> None:
        """Close the outermost of `tags` that stands above the nearest of `bounds`."""
        outermost = None
        opened = self.open
        for depth in range(len(opened) - 1, max(0, len(opened) - 1 - DEPTH), -1):
            tag = opened[depth].tag
            if tag in tags:
                outermost = depth
            elif tag in bounds:
                break
        if outermost is not None:
            self._pop(outermost, offset)

    def _end(self, tag: str, offset: int) -> None:
        does = DOES.get(tag, 0)
        if does & BLOCK:
            if self.piece is not None or self.breaks >= 0:
                self._break(-1)
        elif tag == "br":
            self._break(self.breaks + 1 if self.breaks >= 0 else -1)
        last = self.open[-1]
        if last.tag == tag:
            self.open.pop()
            last.end = self.length
            last.origin_end = offset
            if does & COUNTED:
                self._count(tag, -1)
        else:
            self._end_above(tag, does, offset)

    def _end_above(self, tag: str, does: int, offset: int) -> None:
        """Close the nearest element of that name, unless that would end a block or a cell from within it."""
        opened = self.open
        for depth in range(len(opened) - 1, max(0, len(opened) - 1 - DEPTH), -1):
            above = opened[depth].tag
            if above == tag:
                self._pop(depth, offset)
                return
            if (not does & BLOCK and above in BLOCKS) or (above in CELLS and tag not in TABLE):
                return
            if above == "template" and not opened[depth].unread:
                return  # a shadow root is a tree of its own
        self.left -= min(len(opened), DEPTH) // A_TOKEN

    def _pop(self, depth: int, offset: int) -> None:
        for node in self.open[depth:]:
            node.end = self.length
            node.origin_end = offset
            self._count(node.tag, -1)
            if node.unread == NO_TEXT and node.tag in SWALLOWING and node.parent and not node.parent.unread:
                self._unclosed(node, offset)
        del self.open[depth:]

    def _unclosed(self, node: Node, offset: int) -> None:
        """Tell of an element without text that another one ends, or the page."""
        if self.source[offset : offset + 2 + len(node.tag)].lower() != "</" + node.tag:
            self._swallow(f"an unclosed <{node.tag}>", end_of_tag(self.source, node.origin), offset)

    def _swallow(self, what: str, begin: int, end: int) -> None:
        """Keep what is never closed, if it holds words, and more than what was found before."""
        held = self.source[begin:end] if begin >= 0 else ""
        if len(held) <= self.swallowed or (what in CODE and not TAG.search(held)):
            return
        if len(TAGS.sub(" ", _without_code(held)).split()) >= SWALLOWED:
            self.swallowed = len(held)
            last = "the last " if not TAGS.sub("", self.source[end:]).strip() else ""
            self.out.swallowed = f"{last}{len(held):,} characters of the source lie in {what}"

    def _unread(self, node: Node, text: str, start: int, end: int) -> None:
        """Text that the page does not show: some of it says something about the page."""
        tag = node.tag
        if tag == "script":
            self.out.scripts.append((node, self.source[start:end]))
        elif tag == "style":
            if not (node.parent and node.parent.unread == NO_TEXT):
                self._sheet(node, self.source[start:end])
        elif tag == "noscript":
            self._fallback(text, start, end)
        elif tag == "iframe" and end == len(self.source) and "</" in text:
            self._resume(start)
        elif tag == "title" and self.out.title is None and not self.drawings:
            self.out.title = (" ".join(text.split()), start, end)
        elif node.unread != NO_TEXT and tag not in NOT_HIDDEN:
            self._keep_unread(node, len(text.split()), start, end)

    def _keep_unread(self, node: Node, words: int, start: int, end: int) -> None:
        """Keep the place of words that are hidden, or struck out."""
        if words and self._is_struck(node):
            self.struck += words
            self.out.struck.append((start, end))
        elif words:
            self._conceal(start, end, words, ruled=node.unread == RULED)

    @staticmethod
    def _is_struck(node: Node) -> bool:
        """Whether what keeps an element from being read is a line through it."""
        while node.parent is not None and node.parent.unread:
            node = node.parent
        return node.tag in STRUCK

    def _sheet(self, node: Node, data: str) -> None:
        """Take note of a style sheet, if it is one for a screen."""
        sheet = for_screens(data, node.attrs.get("media", ""), node.attrs.get("type", ""))
        if sheet:
            self.sheets.append((self.roots[-1], sheet))

    def _conceal(self, start: int, end: int, words: int, *, ruled: bool) -> None:
        """Keep the place of hidden words, in one run with those before them if nothing is shown between the two."""
        hidden = self.out.hidden
        if hidden and self.concealed == self.length:
            first, last, before = hidden.pop()
            hidden.append((min(first, start), max(end, last), before + words))
        else:
            hidden.append((start, end, words))
        self.concealed = self.length
        if ruled and not self.links:
            self.ruled += words

    def _resume(self, start: int) -> None:
        """Read on behind an element that is never closed: a page written as XML has `<iframe ... />`."""
        if self.resumed < RESUMED:
            self.resumed += 1
            self._pop(len(self.open) - 1, start)
            self.begin = start
        else:
            self.out.swallowed = (
                f"the last {len(self.source) - start:,} characters of the source lie in unclosed frames"
            )
            self.swallowed = len(self.source)

    def _fallback(self, data: str, start: int, end: int) -> None:
        """What a page shows where no scripts are run."""
        self.out.fallback += len(SPACES.sub(" ", TAGS.sub("", data))) if "</" in data else 0
        node = self.open[-1]
        if self.without_scripts and not (node.parent and node.parent.unread):
            node.unread = 0
            depth = len(self.open)
            self._read(start, end)
            self._pop(depth, end)

    def _lines(self, start: int, end: int) -> None:
        """Preformatted text: every line is a piece. Its spaces are collapsed all the same, its lines are not."""
        marks = [(match.start(), match.end()) for match in NEWLINE.finditer(self.source, start, end)]
        for number, (stop, after) in enumerate([*marks, (end, end)]):
            if number:
                self._break(self.breaks + 1 if self.breaks >= 0 else -1)
            line = unescape(self.source[start:stop]).replace("\0", "")
            if words := line.strip(WHITE):
                self._run(words, line, start, stop)
            elif line and self.piece is not None:
                self.space = True
            start = after

    def _run(self, words: str, data: str, start: int, end: int) -> None:
        """Append a run of text, as a browser lays it out: white space once between words, none at a line's ends."""
        if "  " in words or "\t" in words or "\f" in words or "\n" in words or "\r" in words:
            words = SPACES.sub(" ", words)
        piece = self.piece
        if piece is None:
            white = LEADING.match(self.source, start, end)
            piece = self._piece(white.end() if white else start)
        elif self.space or data[0] != words[0]:
            self.parts.append(" ")
            self.length += 1
        if self.quoted and not self.quoted[-1]:
            words = self._marks(words) + words
        self.parts.append(words)
        self.length += len(words)
        self.space = data[-1] != words[-1]
        if end > piece.origin_end:
            piece.origin_end = end
        else:  # it stands in a slot, and before what is shown before it
            piece.origin = min(piece.origin, start)
        if not self.visible and not words.isspace():
            self.visible = True
        if self.links:
            piece.linked += len(words)

    def _piece(self, origin: int) -> Piece:
        if self.parts:
            self.parts.append("\n")
            self.length += 1
        self.first_part = len(self.parts)
        self.visible = False
        node = self.open[-1]
        self.piece = Piece(self.length, origin, node.around or node, wrapped=self.breaks == 1)
        self.breaks = 0
        return self.piece

    def _break(self, breaks: int) -> None:
        """End the line. One of nothing but white space, such as a no-break space, is not kept."""
        piece = self.piece
        if piece is not None:
            if self.visible:
                piece.end = self.length
                piece.origin_end = piece.origin + len(self.source[piece.origin : piece.origin_end].rstrip(WHITE))
                self.out.pieces.append(piece)
            else:
                del self.parts[max(self.first_part - 1, 0) :]
                self.length = max(piece.start - 1, 0)
            self.piece = None
        self.space = False
        self.breaks = breaks
