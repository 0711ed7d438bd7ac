"""What HTML says of its elements: which hold nothing, which begin a line, and which end one another."""

from typing import Final

VOID: Final = frozenset("area base br col embed hr img input link meta param source track wbr".split())
UNREAD: Final = frozenset(
    "script style noscript template iframe noframes noembed object applet audio video canvas select datalist title "
    "desc".split()
)
NOT_HIDDEN = UNREAD | {"option", "optgroup", "label", "text", "tspan"}
"""What stands in these is no text of the page, shown or hidden."""
BLOCKS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol p"
    " pre search section summary table tbody td textarea tfoot th thead tr ul".split()
)
CLOSES_P = BLOCKS - frozenset("button caption legend tbody td textarea tfoot th thead tr".split())
P_ALONE: Final = frozenset(("p",))
P_BOUNDS: Final = frozenset("button td th caption table object template slot".split())
CELLS: Final = frozenset(("td", "th"))
TABLE: Final = frozenset("table tbody thead tfoot tr td th caption".split())
ITEM_BOUNDS = BLOCKS - frozenset("address div p".split()) - TABLE
"""An item is not closed from within one of these: a list within a list item is a new list."""

IMPLIED: Final[dict[str, tuple[frozenset[str], frozenset[str]]]] = {
    "li": (frozenset(("li",)), frozenset(("ul", "ol", "menu", "dir")) | ITEM_BOUNDS),
    "dt": (frozenset(("dt", "dd")), frozenset(("dl",)) | ITEM_BOUNDS),
    "dd": (frozenset(("dt", "dd")), frozenset(("dl",)) | ITEM_BOUNDS),
    "tr": (frozenset(("tr", "td", "th", "caption")), frozenset(("table",))),
    "td": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "th": (frozenset(("td", "th")), frozenset(("tr", "table"))),
    "tbody": (frozenset(("tbody", "thead", "tfoot", "caption")), frozenset(("table",))),
    "thead": (frozenset(("tbody", "thead", "tfoot", "caption")), frozenset(("table",))),
    "tfoot": (frozenset(("tbody", "thead", "tfoot", "caption")), frozenset(("table",))),
}
"""Which open elements a start tag closes, and where the search for them ends."""

MAY_STAY_OPEN: Final = frozenset("html body p li dt dd tr td th thead tbody tfoot option".split())
"""Elements that HTML lets end without an end tag."""

STRUCK: Final = frozenset(("del", "s", "strike"))
"""What is shown with a line through it: withdrawn, or changed."""
QUOTED: Final = "q"
"""What a browser shows between quotation marks that its source does not have."""

UNMARKED: Final = frozenset("script style title textarea noscript iframe noframes noembed xmp".split())
"""Elements that hold no markup: all that follows belongs to one that is never closed."""

SAYING: Final = frozenset(("meta", "link", "img"))
"""Void elements that are kept for what their attributes say."""

BLOCK: Final = 1
CLOSES: Final = 2
IMPLIES: Final = 4
EMPTY: Final = 8
SKIPPED: Final = 16
COUNTED: Final = 32
STRIKES: Final = 64
DOES: Final[dict[str, int]] = {
    tag: BLOCK * (tag in BLOCKS)
    + CLOSES * (tag in CLOSES_P)
    + IMPLIES * (tag in IMPLIED)
    + EMPTY * (tag in VOID)
    + SKIPPED * (tag in UNREAD)
    + COUNTED * (tag in ("a", "p", "pre", "q", "svg", "template"))
    + STRIKES * (tag in STRUCK)
    for tag in BLOCKS | VOID | UNREAD | STRUCK | {"a", "q", "svg"}
}
"""What a tag does, as the sum of the above; one that is not here is a part of a line, as <b> is."""
