"""XML and the HTML of exports as elements whose text keeps its place in the bytes.

XML is read by expat, with no entity but the five that every file has: a document type that declares others is refused.
HTML is read leniently, as far as exports of databases need it: what is nested, and where the words are.
"""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from xml.parsers import expat

from onrecord.sources.containers.parts import Run
from onrecord.sources.containers.vocabulary import words

DEPTH = 200
"""Elements that may be open at once."""
ELEMENTS = 2_000_000


class Element:
    """An element: its name without prefix, its name space, and its children and runs of text in their order."""

    def __init__(self, name: str, space: str, attrs: dict[str, str], start: int) -> None:
        self.name, self.space, self.attrs, self.start = name, space, attrs, start
        self.end = start
        self.children: list[Element | Run] = []

    def elements(self) -> "Iterator[Element]":
        """The elements directly within it."""
        return (child for child in self.children if isinstance(child, Element))

    def within(self) -> "Iterator[Element]":
        """All elements below it, in the order of the file."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            if element is not self:
                yield element
            waiting += reversed([child for child in element.children if isinstance(child, Element)])

    def find(self, *path: str) -> "Element | None":
        """The first element by the names on the way to it."""
        at: Element | None = self
        for name in path:
            at = next((child for child in at.elements() if child.name == name), None) if at else None
        return at

    def all(self, name: str) -> "list[Element]":
        """The elements of that name below it."""
        return [element for element in self.within() if element.name == name]

    def all_of(self, names: tuple[str, ...]) -> "list[Element]":
        """The elements of some names below it, in the order of the file."""
        return [element for element in self.within() if element.name in names]

    def runs(self, without: frozenset[str] = frozenset()) -> list[Run]:
        """The runs of text below it, but for those in elements of some names."""
        runs: list[Run] = []
        waiting: list[Element | Run] = [self]
        while waiting:
            child = waiting.pop()
            if isinstance(child, Run):
                runs.append(child)
            elif child is self or child.name not in without:
                waiting += reversed(child.children)
        return runs


class Damaged(Exception):
    """The rest of a file is no XML; what stood before it was kept."""


def xml_tree(body: bytes, root: Element | None = None) -> tuple[Element, str | None]:
    """The elements of an XML file, below one of no name; and why the file could not be read to its end, if so."""
    builder = _XmlBuilder(body)
    return builder.root, builder.read()


class _XmlBuilder:
    def __init__(self, body: bytes) -> None:
        self.body = body
        self.root = Element("", "", {}, 0)
        self.open = [self.root]
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.form = "xml utf-8"
        self.text_from: int | None = None
        self.count = 0
        self.parser.XmlDeclHandler = self._declared
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.StartCdataSectionHandler = self._cdata
        self.parser.EndCdataSectionHandler = self._cdata_end
        self.parser.EntityDeclHandler = self._entity
        self.parser.CommentHandler = self.parser.ProcessingInstructionHandler = self._other
        self.in_cdata: int | None = None

    def read(self) -> str | None:
        why: str | None = None
        try:
            self.parser.Parse(self.body, True)
        except expat.ExpatError as error:
            self._close_text(self.parser.ErrorByteIndex)
            why = f"no XML from byte {max(self.parser.ErrorByteIndex, 0):,} on ({expat.ErrorString(error.code)})"
        except Damaged as error:
            why = str(error)
        except (LookupError, ValueError) as error:
            why = f"its encoding is not known ({error})"
        for element in self.open[1:]:
            element.end = -1  # not closed
        return why

    def _declared(self, version: str, encoding: str | None, standalone: int) -> None:
        label = (encoding or "utf-8").lower()
        codec = {"iso-8859-1": "latin-1", "us-ascii": "ascii"}.get(label, label)
        self.form = f"xml {'utf-16' if label.startswith('utf-16') else codec}"

    def _entity(self, *declaration: object) -> None:
        raise Damaged("it declares entities of its own, which are not read")

    def _start(self, name: str, attrs: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        self._close_text(at)
        self.count += 1
        if len(self.open) > DEPTH or self.count > ELEMENTS:
            raise Damaged(f"more than {DEPTH} elements are open at once, or there are more than {ELEMENTS:,}")
        space, _, local = name.rpartition(" ")
        element = Element(local, space, {key.rpartition(" ")[2]: value for key, value in attrs.items()}, at)
        self.open[-1].children.append(element)
        self.open.append(element)

    def _end(self, name: str) -> None:
        at = self.parser.CurrentByteIndex
        self._close_text(at)
        element = self.open.pop()
        element.end = self.body.find(b">", at) + 1

    def _text(self, data: str) -> None:
        if self.text_from is None and self.in_cdata is None:
            self.text_from = self.parser.CurrentByteIndex

    def _other(self, *event: object) -> None:
        self._close_text(self.parser.CurrentByteIndex)

    def _cdata(self) -> None:
        at = self.parser.CurrentByteIndex
        self._close_text(at)
        self.in_cdata = at + len("<![CDATA[")

    def _cdata_end(self) -> None:
        at = self.parser.CurrentByteIndex
        if self.in_cdata is not None and self.in_cdata < at:
            self.open[-1].children.append(Run(self.in_cdata, at, self.form.removeprefix("xml ")))
        self.in_cdata = None

    def _close_text(self, at: int) -> None:
        if self.text_from is not None and self.text_from < at:
            self.open[-1].children.append(Run(self.text_from, at, self.form))
        self.text_from = None


_ATTRIBUTES = rb"(?:\"[^\"<]{0,4000}+\"|'[^'<]{0,4000}+'|[^'\"<>]){0,4000}+"
"""Of a tag; a "<" within it is the beginning of another."""
TAG = re.compile(
    rb"<!--.*?(?:-->|\Z)|<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9:-]{0,40})(?P<attrs>"
    + _ATTRIBUTES
    + rb")>|<![^>]{0,2000}>",
    re.S,
)
ATTRIBUTE = re.compile(r"([a-zA-Z_:][\w:.-]{0,60})\s{0,20}(?:=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")
VOID = words("html_void")
ENDS_BY_ITSELF = {"p": "p", "li": "li", "td": "td", "th": "td", "tr": "tr"}
"""An element that ends one of the same kind that is still open in the same parent."""
RAW = frozenset(("script", "style"))


def html_tree(body: bytes, codec: str) -> Element:
    """The elements of HTML, below one of no name. Never an error: what is not closed ends with what it stands in."""
    root = Element("", "", {}, 0)
    open_: list[Element] = [root]
    form, at = f"fold html {codec}", 0
    raw: str | None = None
    for tag in islice(TAG.finditer(body), ELEMENTS):
        name = (tag["name"] or b"").decode("ascii").lower()
        if raw and not (tag["end"] and name == raw):
            continue
        if tag.start() > at:
            open_[-1].children.append(Run(at, tag.start(), form))
        at = tag.end()
        raw = _tag(open_, name, tag, codec)
    if at < len(body) and not raw:
        open_[-1].children.append(Run(at, len(body), form))
    for element in open_:
        element.end = len(body)
    return root


def _tag(open_: list[Element], name: str, tag: re.Match[bytes], codec: str) -> str | None:
    """Take a tag or a remark; the name of an element if what follows is its raw text."""
    if not name:
        if tag[0].startswith(b"<!--"):
            open_[-1].children.append(Element("!--", "", {"": tag[0].decode("latin-1")}, tag.start()))
        return None
    if tag["end"]:
        _close(open_, name, tag.start(), tag.end())
        return None
    return _open(open_, name, tag, codec)


def _open(open_: list[Element], name: str, tag: re.Match[bytes], codec: str) -> str | None:
    """Open an element; its name if what follows is raw text."""
    same = ENDS_BY_ITSELF.get(name)
    if same and ENDS_BY_ITSELF.get(open_[-1].name) == same:
        open_.pop().end = tag.start()
    element = Element(name, "", _attributes(tag["attrs"].decode(codec, "replace")), tag.start())
    element.end = tag.end()
    open_[-1].children.append(element)
    if name not in VOID and not tag["attrs"].endswith(b"/") and len(open_) < DEPTH:
        open_.append(element)
        return name if name in RAW else None
    return None


def _attributes(written: str) -> dict[str, str]:
    return {match[1].lower(): unescape(match[2] or match[3] or match[4] or "") for match in ATTRIBUTE.finditer(written)}


def _close(open_: list[Element], name: str, start: int, end: int) -> None:
    for back in range(len(open_) - 1, max(0, len(open_) - 60), -1):
        if open_[back].name == name:
            for element in open_[back + 1 :]:
                element.end = start
            open_[back].end = end
            del open_[back:]
            return


BLOCKS = words("html_blocks")
NO_WORDS = words("html_without_words")


def paragraphs(layer: bytes, element: Element, without: frozenset[str] = NO_WORDS, breaks: int = 2) -> list[list[Run]]:
    """The runs of each paragraph below an element: what stands between two borders of blocks, or so many <br> in a
    row."""
    lines: list[list[Run]] = [[]]
    _gather(layer, element, lines, (without, breaks))
    return [line for line in lines if any(run.form != BREAK and layer[run.start : run.end].strip() for run in line)]


def _gather(layer: bytes, element: Element, lines: list[list[Run]], how: tuple[frozenset[str], int]) -> None:
    without, most = how
    breaks = 0
    for child in element.children:
        if isinstance(child, Run):
            lines[-1].append(child)
            breaks = 0 if layer[child.start : child.end].strip() else breaks
        elif child.name == "br":
            breaks += 1
            lines[-1].append(Run(child.start, child.end, BREAK))
            if breaks >= most:
                lines.append([])
        elif child.name not in without:
            border = child.name in BLOCKS
            if border:
                lines.append([])
            _gather(layer, child, lines, how)
            if border:
                lines.append([])


BREAK = "break utf-8"
"""The form of a line break in HTML: a space."""
