"""HTML source -> its visible text in document order, with the place of every piece in the source.

The only module that knows the HTML parser. It takes the tokens of turbohtml (the WHATWG tokenizer) and nests them
itself: a tokenizer gives the source position of text, which a tree does not, and takes time and memory in proportion
to the page however deep or broken its nesting is. Of tree construction it follows what moves text from one paragraph to
another (implied end tags, void elements, end tags that match nothing); foster parenting and the adoption agency change
no character and are left out.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from itertools import accumulate

import turbohtml
from turbohtml import TokenType

from onrecord.accounts.hiding import HIDES, hidden_by
from onrecord.accounts.tags import (
    BLOCKS,
    CELLS,
    CLOSES_P,
    IMPLIED,
    MAY_STAY_OPEN,
    NOT_HIDDEN,
    P_ALONE,
    P_BOUNDS,
    TABLE,
    UNREAD,
    VOID,
)

TEXT, START, END = TokenType.TEXT, TokenType.START_TAG, TokenType.END_TAG

BY_SCRIPT = 0.1
"""Words that style sheets hide, as a share of those shown, from which they are what a script unfolds: tabs, accordions."""

DEPTH = 512
"""How far up an end tag looks for its start tag: the depth at which browsers stop nesting."""

RESUMED = 32
"""How often reading begins anew behind an unclosed iframe; each time costs as much as the rest of the page."""

WHITE = " \t\n\f\r"
SPACES = re.compile(r"[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+")
"""White space that is not one space, so that a text of words with a space between each is searched only."""
STREAMED = re.compile(r"S:[0-9a-f]{1,4}")
"""The id of what React sends late and puts in its place by a script: it is part of the page, not hidden."""
NEWLINE = re.compile(r"\r\n?|\n")
TAGS = re.compile(r"<[^<>]{0,2000}>")
LINE = re.compile(r"[^\r\n]*(?=\r|\n|\Z)")


class Node:
    """An element: what its tag says, and which part of the text and of the source lies in it."""

    __slots__ = ("attrs", "block", "end", "index", "names", "origin", "origin_end", "parent", "start", "tag", "unread")

    def __init__(self, tag: str, attrs: dict[str, str], parent: "Node | None", index: int, start: int, origin: int):  # noqa: PLR0913, PLR0917
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.index = index
        self.start = self.end = start
        self.origin = self.origin_end = origin
        self.names = ""
        self.block: Node = self
        self.unread = False
        if parent is not None:
            self.unread = parent.unread
            if tag not in BLOCKS:
                self.block = parent.block


class Piece:
    """One line of the text: a run of characters that no block element, and no <br>, divides."""

    __slots__ = ("end", "linked", "node", "origin", "origin_end", "start", "wrapped")

    def __init__(self, start: int, origin: int, node: Node | None, wrapped: bool):
        self.start = self.end = start
        self.origin = self.origin_end = origin
        self.node = node
        self.wrapped = wrapped
        self.linked = 0


class Markup:
    """A page of HTML: its text, its pieces in order, its elements, its scripts and its title."""

    __slots__ = ("fallback", "hidden", "left_open", "nodes", "pieces", "scripts", "text", "title", "unread")

    def __init__(self) -> None:
        self.text = ""
        self.pieces: list[Piece] = []
        self.nodes: list[Node] = []
        self.scripts: list[tuple[Node, str]] = []
        self.title: tuple[str, int, int] | None = None
        self.fallback = 0
        self.unread = 0
        self.left_open = 0
        self.hidden: list[tuple[int, int, int]] = []

    def release(self) -> None:
        """Undo the circles (a block is its own block), so that memory is free as soon as nobody holds the page."""
        for node in self.nodes:
            del node.block


def read_markup(source: str) -> Markup:
    """The visible text of an HTML source and where each piece of it stands, in code points of `source`.

    What a page holds for readers without scripts (`<noscript>`) is read only where that is the page: no script is run
    here, and some forums hold all their posts there.
    """
    builder = _Builder(source)
    found = builder.read()
    if builder.late and any(builder.hides(node.attrs) for node in found.nodes if node.attrs and not node.unread):
        builder = _Builder(source, rules=builder.rules)  # a sheet holds for what stands before it, too
        found = builder.read()
    if builder.ruled and builder.hidden_by_rules() > BY_SCRIPT * len(found.text.split()):
        builder = _Builder(source, believe=False)
        found = builder.read()
    if found.fallback > 2 * len(found.text):
        return _Builder(source, without_scripts=True).read()
    return found


def _line_starts(part: str) -> list[int]:
    """Where the lines of `part` begin, a line ending with CR LF, LF or CR."""
    if part.count("\r") == part.count("\r\n"):
        return [0, *accumulate(len(line) + 1 for line in part.split("\n"))]
    return [0, *[match.end() for match in NEWLINE.finditer(part)]]


class _Builder:
    """Nests the tokens of one page. Every step is amortised constant: an element is pushed once and popped once."""

    def __init__(
        self, source: str, *, without_scripts: bool = False, rules: dict[str, bool] | None = None, believe: bool = True
    ) -> None:
        self.source = source
        self.believe = believe  # whether what style sheets hide is taken for hidden
        self.ruled: list[tuple[int, Node]] = []
        self.rules = dict(rules or {})  # what the page's style sheets hide
        self.late = False  # whether one of them stands behind some of the text
        self.begin: int | None = 0
        self.resumed = 0
        self.without_scripts = without_scripts
        self.out = Markup()
        self.parts: list[str] = []
        self.length = 0
        self.piece: Piece | None = None
        self.first_part = 0
        self.visible = False  # whether the piece has more than white space
        self.space = False
        self.breaks = -1  # how many <br> came since the last piece; -1: a block began or ended since
        self.open: list[Node] = [Node("", {}, None, -1, 0, 0)]
        self.named: defaultdict[str, int] = defaultdict(int)

    def read(self) -> Markup:
        while self.begin is not None:
            begin, self.begin = self.begin, None
            self._tokens(begin, len(self.source))
        self.out.left_open = sum(node.tag not in MAY_STAY_OPEN for node in self.open[1:])
        self._pop(1, len(self.source))
        self._break(-1)
        self.out.text = "".join(self.parts)
        return self.out

    def _tokens(self, begin: int, stop: int) -> None:
        """Read the markup of `source[begin:stop]` into what is open."""
        part = self.source[begin:stop]
        starts = _line_starts(part)
        text: str | None = None
        text_at = 0
        void: Node | None = None
        for token in turbohtml.tokenize(part):
            offset = begin + starts[token.line - 1] + token.col
            kind = token.type
            if text is not None:
                self._text(text, text_at, offset)
                text = None
            if void is not None:
                void.origin_end = offset
                void = None
            if kind is TEXT:
                text, text_at = token.data, offset
            elif kind is START:
                void = self._start(token, token.tag or "", offset)
            elif kind is END:
                self._end(token.tag or "", offset)
        if text is not None:
            self._text(text, text_at, stop)

    def _start(self, token: turbohtml.Token, tag: str, offset: int) -> Node | None:
        """Open an element; returned if it is void, for it ends where the next token begins."""
        if tag == "br":
            self._break(self.breaks + 1 if self.breaks >= 0 else -1)
            return None
        if tag in BLOCKS:
            if tag in CLOSES_P and self.named["p"]:
                self._close(P_ALONE, P_BOUNDS, offset)
            if tag in IMPLIED:
                self._close(*IMPLIED[tag], offset)
            if self.piece is not None or self.breaks >= 0:
                self._break(-1)
        nodes, attrs = self.out.nodes, token.attrs
        if attrs:
            node = Node(tag, dict(attrs), self.open[-1], len(nodes), self.length, offset)
            self._described(node, node.attrs)
        else:
            node = Node(tag, {}, self.open[-1], len(nodes), self.length, offset)
        nodes.append(node)
        if tag in UNREAD or (tag == "dialog" and "open" not in node.attrs):
            node.unread = True
        if tag in VOID or (tag not in UNREAD and token.self_closing):
            return node  # a browser leaves <div/> open, which changes no text; whoever wrote it meant it closed
        self.open.append(node)
        self.named[tag] += 1
        return None

    def _described(self, node: Node, values: dict[str, str]) -> None:
        if "class" in values:
            node.names = f"{values['class']} {values.get('id', '')}".lower()
        elif "id" in values:
            node.names = f" {values['id']}".lower()
        hidden = ("hidden" in values and not STREAMED.fullmatch(values.get("id", ""))) or (
            "style" in values and HIDES.search(values["style"]) is not None
        )
        if not hidden and self.rules and not node.unread and self.hides(values):
            self.ruled.append((node.origin, node))
            hidden = True
        if hidden and node.tag not in ("html", "body"):
            node.unread = True

    def hides(self, values: dict[str, str]) -> bool:
        """Whether a style sheet of the page hides an element with these attributes."""
        rules = self.rules
        return any(rules.get("." + name) for name in values.get("class", "").split()) or (
            "id" in values and rules.get("#" + values["id"], False)
        )

    def hidden_by_rules(self) -> int:
        """How many words lie in elements that a style sheet hides."""
        starts = [origin for origin, _ in self.ruled]
        words = 0
        for start, _, count in self.out.hidden:
            at = bisect_right(starts, start) - 1
            words += count if at >= 0 and start < self.ruled[at][1].origin_end else 0
        return words

    def _close(self, tags: frozenset[str], bounds: frozenset[str], offset: int) -> None:
        """Close the outermost of `tags` that stands above the nearest of `bounds`."""
        found = None
        for depth in range(len(self.open) - 1, max(0, len(self.open) - 1 - DEPTH), -1):
            tag = self.open[depth].tag
            if tag in tags:
                found = depth
            elif tag in bounds:
                break
        if found is not None:
            self._pop(found, offset)

    def _end(self, tag: str, offset: int) -> None:
        block = tag in BLOCKS
        if block:
            if self.piece is not None or self.breaks >= 0:
                self._break(-1)
        elif tag == "br":
            self._break(self.breaks + 1 if self.breaks >= 0 else -1)
        opened = self.open
        last = opened[-1]
        if last.tag == tag and len(opened) > 1:
            last.end = self.length
            last.origin_end = offset
            self.named[tag] -= 1
            opened.pop()
        elif self.named[tag]:
            self._end_above(tag, block, offset)

    def _end_above(self, tag: str, block: bool, offset: int) -> None:
        """Close the nearest element of that name, unless that would end a block or a cell from within it."""
        for depth in range(len(self.open) - 1, max(0, len(self.open) - 1 - DEPTH), -1):
            other = self.open[depth].tag
            if other == tag:
                self._pop(depth, offset)
                return
            if (not block and other in BLOCKS) or (other in CELLS and tag not in TABLE):
                return

    def _pop(self, depth: int, offset: int) -> None:
        for node in self.open[depth:]:
            node.end = self.length
            node.origin_end = offset
            self.named[node.tag] -= 1
        del self.open[depth:]

    def _text(self, data: str, start: int, end: int) -> None:
        node = self.open[-1]
        if node.unread:
            self._unread(node, data, start, end)
        elif self.named["pre"]:
            self._lines(data, start, end)
        else:
            self._run(data, start, end)

    def _unread(self, node: Node, data: str, start: int, end: int) -> None:
        """Text that the page does not show: some of it says something about the page."""
        tag = node.tag
        if tag == "script":
            self.out.scripts.append((node, data))
        elif tag == "style":
            if self.believe and ("media" not in node.attrs or node.attrs["media"].lower() in ("all", "screen")):
                found = hidden_by(data)
                self.late = self.late or (
                    self.length > 0 and any(found[name] and name not in self.rules for name in found)
                )
                self.rules.update(found)
        elif tag == "noscript":
            self._fallback(data, start, end)
        elif tag == "iframe" and end == len(self.source) and "</" in data:
            self._resume(start)
        elif tag == "title" and self.out.title is None and not self.named["svg"]:
            self.out.title = (" ".join(data.split()), start, end)
        elif tag not in NOT_HIDDEN and (words := len(data.split())):
            self.out.hidden.append((start, end, words))

    def _resume(self, start: int) -> None:
        """Read on behind an element that is never closed: a page written as XML has `<iframe ... />`."""
        if self.resumed < RESUMED:
            self.resumed += 1
            self._pop(len(self.open) - 1, start)
            self.begin = start
        else:
            self.out.unread = len(self.source) - start

    def _fallback(self, data: str, start: int, end: int) -> None:
        """What a page shows where no scripts are run."""
        self.out.fallback += len(SPACES.sub(" ", TAGS.sub("", data))) if "</" in data else 0
        node = self.open[-1]
        if self.without_scripts and not (node.parent and node.parent.unread):
            node.unread = False
            depth = len(self.open)
            self._tokens(start, end)
            self._pop(depth, end)

    def _lines(self, data: str, start: int, end: int) -> None:
        """Preformatted text: every line is a piece. Its spaces are collapsed all the same, its lines are not."""
        lines = data.split("\n")
        places = [(m.start(), m.end()) for m in LINE.finditer(self.source, start, end)]
        for index, line in enumerate(lines):
            place = places[index] if len(places) == len(lines) else (start, end)
            if index:
                self._break(self.breaks + 1 if self.breaks >= 0 else -1)
            self._run(line, *place)

    def _run(self, data: str, start: int, end: int) -> None:
        """Append a run of text, as a browser lays it out: white space once between words, none at a line's ends."""
        piece = self.piece
        if "\x00" in data:
            data = data.replace("\x00", "")
        words = data.strip(WHITE)
        if not words:
            if piece is not None and data:
                self.space = True
            return
        words = SPACES.sub(" ", words)
        source = self.source
        while end > start and source[end - 1] in WHITE:
            end -= 1
        if piece is None:
            while start < end and source[start] in WHITE:
                start += 1
            piece = self._piece(start)
        elif self.space or data[0] in WHITE:
            self.parts.append(" ")
            self.length += 1
        self.parts.append(words)
        self.length += len(words)
        self.space = data[-1] in WHITE
        piece.origin_end = end
        if not self.visible and not words.isspace():
            self.visible = True
        if self.named["a"]:
            piece.linked += len(words)

    def _piece(self, origin: int) -> Piece:
        if self.parts:
            self.parts.append("\n")
            self.length += 1
        self.first_part = len(self.parts)
        self.visible = False
        self.piece = Piece(self.length, origin, self.open[-1].block, self.breaks == 1)
        self.breaks = 0
        return self.piece

    def _break(self, breaks: int) -> None:
        """End the line. One of nothing but white space, such as a no-break space, is not kept."""
        piece = self.piece
        if piece is not None:
            piece.end = self.length
            if self.visible:
                self.out.pieces.append(piece)
            else:
                del self.parts[max(self.first_part - 1, 0) :]
                self.length = max(piece.start - 1, 0)
            self.piece = None
        self.space = False
        self.breaks = breaks
