"""HTML source -> its visible text in document order, with the place of every piece in the source.

It takes the tokens of the WHATWG tokenizer and nests them itself: a tokenizer gives the source position of text, which a
tree does not, and takes time and memory in proportion to the page however deep or broken its nesting is. Of tree
construction it follows what moves text from one paragraph to another (implied end tags, void elements, end tags that
match nothing); foster parenting and the adoption agency change no character and are left out.
"""

import re
from html import unescape
from typing import Final

from onrecord.accounts.attributes import Attributes, filled
from onrecord.accounts.elements import HIDDEN, NO_TEXT, NONE, RULED, SHORTEST, Markup, Node, Piece
from onrecord.accounts.hiding import HIDES, Rules, hidden_by
from onrecord.accounts.tags import (
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
    SAYING,
    SKIPPED,
    TABLE,
)
from onrecord.accounts.tokens import END, START, TEXT, Token, is_alone, tokens

__all__ = ["Markup", "Node", "Piece", "read_markup"]

BY_SCRIPT: Final = 0.1
"""Words that style sheets hide, as a share of those shown, from which they are what a script unfolds: tabs, accordions."""

DEPTH: Final = 512
"""How far up an end tag looks for its start tag: the depth at which browsers stop nesting."""

RESUMED: Final = 32
"""How often reading begins anew behind an unclosed iframe; each time costs as much as the rest of the page."""

WHITE: Final = " \t\n\f\r"
SPACES: Final = re.compile(r"[\t\n\f\r][ \t\n\f\r]*| [ \t\n\f\r]+")
"""White space that is not one space, so that a text of words with a space between each is searched only."""
LEADING: Final = re.compile(r"[ \t\n\f\r]*")
STREAMED: Final = re.compile(r"S:[0-9a-f]{1,4}")
"""The id of what React sends late and puts in its place by a script: it is part of the page, not hidden."""
TAGS: Final = re.compile(r"<[^<>]{0,2000}>")
NEWLINE: Final = re.compile(r"\r\n?|\n")


class ParserFailed(Exception):
    """The first parser has failed on a page."""


def read_markup(source: str) -> Markup:
    """The visible text of an HTML source and where each piece of it stands, in code points of `source`.

    What a page holds for readers without scripts (`<noscript>`) is read only where that is the page: no script is run
    here, and some forums hold all their posts there.
    """
    try:
        return _read_markup(source, second=is_alone())
    except ParserFailed:
        return _read_markup(source, second=True)  # whatever it fails with, the page is still to be read


def _read_markup(source: str, *, second: bool) -> Markup:
    builder = _Builder(source, second=second)
    found = builder.read()
    if builder.late and any(builder.rules.hide(node.attrs) for node in found.nodes if node.names and not node.unread):
        builder = _Builder(
            source, second=second, rules=builder.rules.found
        )  # a sheet holds for what stands before it, too
        found = builder.read()
    if builder.ruled and builder.ruled > BY_SCRIPT * len(found.text.split()):
        builder = _Builder(source, second=second, believe=False)
        found = builder.read()
    if found.fallback > 2 * len(found.text):
        return _Builder(source, second=second, without_scripts=True).read()
    return found


class _Builder:
    """Nests the tokens of one page. Every step is amortised constant: an element is pushed once and popped once."""

    def __init__(
        self,
        source: str,
        *,
        second: bool,
        without_scripts: bool = False,
        rules: dict[str, bool] | None = None,
        believe: bool = True,
    ) -> None:
        self.source = source
        self.believe = believe  # whether what style sheets hide is taken for hidden
        self.ruled = 0  # how many words they hide
        self.rules = Rules()
        self.late = False  # whether one of them stands behind some of the text
        self.concealed = -1  # how much text stood before the last hidden words
        self.begin: int | None = 0
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
        if rules:
            self.rules.believe(rules)

    def read(self) -> Markup:
        while self.begin is not None:
            begin, self.begin = self.begin, None
            self._read(begin, len(self.source))
        self.out.left_open = sum(node.tag not in MAY_STAY_OPEN for node in self.open[1:])
        self._pop(1, len(self.source))
        self._break(-1)
        self.out.text = "".join(self.parts)
        return self.out

    def _read(self, begin: int, stop: int) -> None:
        """Read the markup of `source[begin:stop]` into what is open."""
        source = self.source[begin:stop]
        before: Token | None = None
        at, taking = begin, False
        try:
            for token in tokens(source, second=self.out.scanned):
                after = begin + token.col
                if before is not None:
                    taking = True
                    self._take(before, at, after)
                    taking = False
                before, at = token, after
        except MemoryError:
            raise
        except Exception as error:
            if taking or self.out.scanned:
                raise
            raise ParserFailed from error

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
            if not unread and (self.rules.hiding or (others and ("hidden" in given or "style" in given))):
                unread = self._hidden(tag, given)
        if does & SKIPPED or (tag == "dialog" and "open" not in given):
            unread = NO_TEXT if does & SKIPPED else unread or HIDDEN
        around = None if does & BLOCK else parent.around or parent
        node = Node(tag, given, parent, around, len(self.out.nodes), length, offset, names, unread)
        self.out.nodes.append(node)
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

    def _hidden(self, tag: str, given: dict[str, str]) -> int:
        """Whether an element is hidden, and what hides it."""
        if tag in ("html", "body"):
            return 0
        if "hidden" in given and not STREAMED.fullmatch(given.get("id", "")):
            return HIDDEN
        if "style" in given and HIDES.search(given["style"]):
            return HIDDEN
        return RULED if self.rules.hiding and self.rules.hide(given) else 0

    def _close(self, tags: frozenset[str], bounds: frozenset[str], offset: int) -> None:
        """Close the outermost of `tags` that stands above the nearest of `bounds`."""
        found = None
        opened = self.open
        for depth in range(len(opened) - 1, max(0, len(opened) - 1 - DEPTH), -1):
            tag = opened[depth].tag
            if tag in tags:
                found = depth
            elif tag in bounds:
                break
        if found is not None:
            self._pop(found, offset)

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
            other = opened[depth].tag
            if other == tag:
                self._pop(depth, offset)
                return
            if (not does & BLOCK and other in BLOCKS) or (other in CELLS and tag not in TABLE):
                return

    def _pop(self, depth: int, offset: int) -> None:
        for node in self.open[depth:]:
            node.end = self.length
            node.origin_end = offset
            self._count(node.tag, -1)
        del self.open[depth:]

    def _unread(self, node: Node, data: str, start: int, end: int) -> None:
        """Text that the page does not show: some of it says something about the page."""
        tag = node.tag
        if tag == "script":
            self.out.scripts.append((node, self.source[start:end]))
        elif tag == "style":
            if self.believe and ("media" not in node.attrs or node.attrs["media"].lower() in ("all", "screen")):
                found = hidden_by(data)
                self.late = self.late or (
                    self.length > 0 and any(found[name] and name not in self.rules.found for name in found)
                )
                self.rules.believe(found)
        elif tag == "noscript":
            self._fallback(data, start, end)
        elif tag == "iframe" and end == len(self.source) and "</" in data:
            self._resume(start)
        elif tag == "title" and self.out.title is None and not self.drawings:
            self.out.title = (" ".join(data.split()), start, end)
        elif node.unread != NO_TEXT and tag not in NOT_HIDDEN and (words := len(data.split())):
            self._conceal(start, end, words, ruled=node.unread == RULED)

    def _conceal(self, start: int, end: int, words: int, *, ruled: bool) -> None:
        """Keep the place of hidden words, in one run with those before them if nothing is shown between the two."""
        hidden = self.out.hidden
        if hidden and self.concealed == self.length:
            first, _, before = hidden.pop()
            hidden.append((first, end, before + words))
        else:
            hidden.append((start, end, words))
        self.concealed = self.length
        self.ruled += words if ruled else 0

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
        self.parts.append(words)
        self.length += len(words)
        self.space = data[-1] != words[-1]
        piece.origin_end = end
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
