"""The few elements of a page that say something about it, found in one pass over the many that do not."""

from onrecord.accounts.markup import Markup, Node

LISTED = frozenset(("meta", "link", "time"))


class Index:
    """Elements of a page by what they are for, each list in the order of the page."""

    __slots__ = ("links", "metas", "properties", "times")

    def __init__(self) -> None:
        self.metas: list[Node] = []
        self.links: list[Node] = []
        self.times: list[Node] = []
        self.properties: list[Node] = []
        """Elements with a property of microdata, or of RDFa but for meta elements."""


def index_of(markup: Markup) -> Index:
    """The elements of `markup` that its metadata and its dates are read from."""
    index = Index()
    for node in markup.nodes:
        tag, attrs = node.tag, node.attrs
        if tag in LISTED:
            if tag == "meta":
                index.metas.append(node)
            elif tag == "link":
                index.links.append(node)
            else:
                index.times.append(node)
        if "itemprop" in attrs or ("property" in attrs and tag != "meta"):
            index.properties.append(node)
    return index
