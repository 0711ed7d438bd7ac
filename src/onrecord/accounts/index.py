"""The few elements of a page that say something about it, and the names of all, found in one pass over them."""

from onrecord.accounts.markup import Markup, Node

LISTED = frozenset(("iframe", "link", "meta", "script", "time"))
SHORTEST = len("fb:comments")
"""Characters of a tag with a colon that is a name of something."""


class Index:
    """Elements of a page by what they are for, each list in the order of the page."""

    __slots__ = ("links", "loading", "metas", "names", "properties", "times")

    def __init__(self) -> None:
        self.metas: list[Node] = []
        self.links: list[Node] = []
        self.times: list[Node] = []
        self.loading: list[Node] = []
        """Elements that load something: scripts, frames, links."""
        self.properties: list[Node] = []
        """Elements with a property of microdata, or of RDFa but for meta elements."""
        self.names: set[str] = set()
        """What elements and attributes are called: tags with a colon, classes with ids, attributes."""


def index_of(markup: Markup) -> Index:
    """The elements of `markup` that its metadata, its dates and the service of its comments are read from."""
    index = Index()
    called = index.names
    for node in markup.nodes:
        tag, attrs, names = node.tag, node.attrs, node.names
        if len(tag) >= SHORTEST and ":" in tag:
            called.add(tag)
        if names:
            called.add(names)
            if len(attrs) == 1:
                continue  # a class or an id
        elif not attrs:
            continue
        called.update(attrs)
        if tag in LISTED:
            _list(index, node, tag)
        if "itemprop" in attrs or ("property" in attrs and tag != "meta"):
            index.properties.append(node)
    return index


def _list(index: Index, node: Node, tag: str) -> None:
    if tag == "meta":
        index.metas.append(node)
    elif tag == "time":
        index.times.append(node)
    else:
        index.loading.append(node)
        if tag == "link":
            index.links.append(node)
