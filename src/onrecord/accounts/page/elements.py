"""What a page of HTML is read into: its text, the lines of it, and the elements they stand in.

Elements know those around them and nothing knows the elements within it: there are no circles, and no garbage to
collect. (Elements are kept where the collector sees them all the same: only such objects are freed without recursion,
however deep.)
"""

from typing import Final

NO_TEXT: Final = 1
HIDDEN: Final = 2
RULED: Final = 3
"""It stands in an element that holds no text of the page; is hidden; is folded by a style sheet of the page."""
UNTIL_VISIBLE: Final = 4
UNTIL_SIZED: Final = 8
UNTIL_COLOURED: Final = 16
"""Added to what hides it where an element within may be shown all the same: one that is visible, has a size, other
colours."""
VEILED: Final = 32
"""It is read, but perhaps not seen."""
NONE: Final[dict[str, str]] = {}
"""The attributes of the many elements that have none."""
SHORTEST: Final = len("fb:comments")
"""Characters of a tag with a colon that is a name of something."""
LISTED: Final = frozenset(("iframe", "link", "meta", "script", "time"))


class Node:
    """An element: what its tag says, and which part of the text and of the source lies in it."""

    __slots__ = ("around", "attrs", "end", "index", "names", "origin", "origin_end", "parent", "start", "tag", "unread")

    def __init__(  # noqa: PLR0913, PLR0917  (made in one place, many times a page)
        self,
        tag: str,
        attrs: dict[str, str],
        parent: "Node | None",
        around: "Node | None",
        index: int,
        start: int,
        origin: int,
        names: str = "",
        unread: int = 0,
    ) -> None:
        self.tag = tag
        self.attrs = attrs
        self.parent = parent
        self.around = around
        """The block that it is a part of; None for a block."""
        self.index = index
        """Its place in Markup.nodes; -1 for what holds the page."""
        self.start = start
        self.end = start
        self.origin = origin
        self.origin_end = origin
        """Its place in the source, without its end tag."""
        self.names = names
        """Its class and id, in lower case."""
        self.unread = unread
        """What keeps its text from being shown: `NO_TEXT`, `HIDDEN`, `RULED`, with what would show it; 0 if nothing
        does."""

    @property
    def block(self) -> "Node":
        return self.around or self


class Piece:
    """One line of the text: a run of characters that no block element, and no <br>, divides."""

    __slots__ = ("end", "linked", "node", "origin", "origin_end", "start", "wrapped")

    def __init__(self, start: int, origin: int, node: Node, *, wrapped: bool) -> None:
        self.start = start
        self.end = start
        self.origin = origin
        self.origin_end = origin
        self.node = node
        self.wrapped = wrapped
        """Whether a single <br> divides it from the piece before it."""
        self.linked = 0
        """How many of its characters are those of a link."""


class Markup:
    """A page of HTML: its text, its pieces in order, its elements, its scripts and its title.

    The few elements that say something about it are listed as they are read, in the order of the page.
    """

    __slots__ = (
        "beyond",
        "called",
        "fallback",
        "hidden",
        "left_open",
        "links",
        "loading",
        "metas",
        "nodes",
        "pieces",
        "properties",
        "scanned",
        "scripts",
        "struck",
        "swallowed",
        "text",
        "times",
        "title",
        "veiled",
    )

    def __init__(self) -> None:
        self.text = ""
        self.beyond: str | None = None
        """What of the source was not read for its length."""
        self.pieces: list[Piece] = []
        self.nodes: list[Node] = []
        self.scripts: list[tuple[Node, str]] = []
        self.title: tuple[str, int, int] | None = None
        self.fallback = 0
        self.swallowed = ""
        """How much of the page lies in what is never closed, and in what."""
        self.left_open = 0
        self.scanned = False
        self.hidden: list[tuple[int, int, int]] = []
        self.struck: list[tuple[int, int]] = []
        """Where in the source words stand that are shown with a line through them."""
        self.veiled: list[Node] = []
        """Elements whose words are read and perhaps not seen."""
        self.metas: list[Node] = []
        self.links: list[Node] = []
        self.times: list[Node] = []
        self.loading: list[Node] = []
        """Elements that load something: scripts, frames, links."""
        self.properties: list[Node] = []
        """Elements with a property of microdata, or of RDFa but for meta elements."""
        self.called: set[str] = set()
        """What elements and attributes are called: tags with a colon, classes with ids, attributes."""

    def enlist(self, node: Node, tag: str, given: dict[str, str]) -> None:
        """Keep an element, which has more attributes than a class and an id, in the lists that it belongs to."""
        self.called.update(given)
        if tag in LISTED:
            if tag == "meta":
                self.metas.append(node)
            elif tag == "time":
                self.times.append(node)
            else:
                self.loading.append(node)
                if tag == "link":
                    self.links.append(node)
        if "itemprop" in given or ("property" in given and tag != "meta"):
            self.properties.append(node)
