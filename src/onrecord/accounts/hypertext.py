"""HTML -> what each block of it is: the article, its headline and lines of origin, its readers' thread, and the rest."""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate

from onrecord.accounts.dates import dated, find_date, read_date
from onrecord.accounts.draft import Draft, Field, FieldName, Stretch
from onrecord.accounts.htmlthread import Thread, elsewhere, read_thread
from onrecord.accounts.markup import Markup, Node, Piece, read_markup
from onrecord.accounts.metadata import read_metadata
from onrecord.accounts.regions import BYLINE, CAPTION, DATELINE, HEADINGS, region
from onrecord.accounts.words import FORM
from onrecord.types import BlockKind

SHELL_WORDS = 60
SHELL = re.compile(
    r"<div[^>]{0,80}\bid=[\"']?(?:root|app|__next|__nuxt|react-root|main-app|application)\b"
    r"|enable javascript|requires javascript|javascript (?:is )?(?:disabled|required)",
    re.I,
)
BYLINE_LINE = re.compile(r"(?:by|von|par|por|di)\s+[^\W\d_].{1,80}", re.I)
SEPARATORS = re.compile(r"\s+[|\-–—:·»«]+\s+")


def read_html(source: str) -> Draft:
    """What each block of the page is; every origin counts in `source`."""
    markup = read_markup(source)
    thread = read_thread(markup)
    metadata = read_metadata(markup)
    kinds = _kinds(markup, thread)
    fields = {name: values[0] for name, values in metadata.items()}
    headline = _headline(markup, kinds, metadata.get("headline", []))
    if headline:
        fields["headline"] = headline
    elif "headline" in fields:
        fields["headline"] = _without_site(fields["headline"], fields.get("publisher"))
    _visible(markup, kinds, fields)
    return Draft(
        markup.text, list(_stretches(markup, kinds)), thread.posts, fields,
        None if thread.posts else elsewhere(source), _shell(source, markup),
    )  # fmt: skip


def _kinds(markup: Markup, thread: Thread) -> list[BlockKind]:
    regions = _regions(markup)
    container = _container(markup, regions, thread)
    inside = _inside(markup.nodes, container)
    kinds: list[BlockKind] = []
    for index, piece in enumerate(markup.pieces):
        node = piece.node
        where = regions[node.index] if node and node.index >= 0 else ""
        if index in thread.owned:
            kinds.append("comment" if thread.owned[index] else "chrome")
        elif where or not (container is None or (node and node.index in inside)):
            kinds.append("chrome")
        else:
            kinds.append(_kind(markup.text, piece))
    return kinds


def _regions(markup: Markup) -> list[str]:
    """For each element the region it lies in. One that holds half of the page's prose is no region, whatever it says."""
    ends = [piece.end for piece in markup.pieces]
    prose = list(accumulate((max(0, p.end - p.start - 2 * p.linked - 60) for p in markup.pieces), initial=0))
    regions: list[str] = []
    for node in markup.nodes:
        inherited = regions[node.parent.index] if node.parent and node.parent.index >= 0 else ""
        own = region(node, inherited)
        if own and not inherited:
            held = prose[bisect_right(ends, node.end)] - prose[bisect_left(ends, node.start)]
            own = "" if 2 * held > prose[-1] else own
        regions.append(own)
    return regions


def _kind(text: str, piece: Piece) -> BlockKind:
    """What a block of the article is by its own element and words."""
    line = text[piece.start : piece.end]
    node = piece.node
    names = " ".join(n.names for n in _near(node))
    if node and (node.tag == "figcaption" or (names and CAPTION.search(names))):
        return "caption"
    if len(line) < 120 and (BYLINE_LINE.fullmatch(line) or BYLINE.search(names)):
        return "byline"
    if len(line) < 100 and dated(line) and (DATELINE.search(names) or len(line) < 40):
        return "dateline"
    if piece.linked > 0.8 * len(line) and len(line) < 120 and node and node.tag in ("li", "div", "td"):
        return "chrome"
    return "chrome" if len(line) < 100 and FORM.search(line) else "body"


def _near(node: Node | None) -> list[Node]:
    return [n for n in (node, node.parent if node else None) if n is not None]


def _container(markup: Markup, regions: list[str], thread: Thread) -> Node | None:
    """The element with the most prose directly within it: a paragraph counts for its parent, and half for that one's.

    The measure of Readability (Arc90, 2009), without its weights for class names.
    """
    scores: dict[int, float] = {}
    for index, piece in enumerate(markup.pieces):
        node = piece.node
        length = piece.end - piece.start - 2 * piece.linked
        if node is None or node.index < 0 or regions[node.index] or index in thread.owned or length < 40:
            continue
        holder = node.parent if node.tag in ("p", "blockquote", "pre", "li", "h2", "h3") else node
        share = min(length, 1000) ** 0.8
        for _ in range(3):
            if holder is None or holder.index < 0:
                break
            scores[holder.index] = scores.get(holder.index, 0.0) + share
            holder, share = holder.parent, share * 0.75
    if not scores:
        return None
    return markup.nodes[max(scores, key=lambda index: scores[index])]


def _inside(nodes: list[Node], container: Node | None) -> set[int]:
    found: set[int] = set()
    if container is not None:
        found.add(container.index)
        for node in nodes[container.index + 1 :]:
            if node.parent and node.parent.index in found:
                found.add(node.index)
    return found


def _headline(markup: Markup, kinds: list[BlockKind], given: list[Field]) -> Field | None:
    """The visible heading that the page's own title agrees with; the first h1 if there is one alone. Marks its block."""
    titles = [_folded(field.value) for field in given] + ([_folded(markup.title[0])] if markup.title else [])
    headings = [(i, p) for i, p in enumerate(markup.pieces) if _heading(p.node) in HEADINGS]
    agreed = [(i, p) for i, p in headings if _agrees(_folded(markup.text[p.start : p.end]), titles)]
    firsts = [(i, p) for i, p in headings if _heading(p.node) == "h1" and kinds[i] != "comment"]
    chosen = min(agreed, key=lambda one: _heading(one[1].node)) if agreed else firsts[0] if len(firsts) == 1 else None
    if chosen is None:
        return None
    index, piece = chosen
    kinds[index] = "headline"
    return Field(markup.text[piece.start : piece.end], "heading", (piece.origin, piece.origin_end))


def _heading(node: Node | None) -> str:
    for n in _near(node):
        if n.tag in HEADINGS:
            return n.tag
    return ""


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _agrees(heading: str, titles: list[str]) -> bool:
    return len(heading) > 8 and any(
        heading == title or (title.startswith(heading) and len(heading) > 0.4 * len(title)) for title in titles
    )


def _without_site(field: Field, publisher: Field | None) -> Field:
    """A title without the site's name behind it: "Talks end in Hanoi | The Daily" """
    parts = SEPARATORS.split(field.value)
    if publisher and len(parts) > 1 and _folded(parts[-1]) == _folded(publisher.value):
        return field._replace(value=field.value[: field.value.rindex(parts[-1])].rstrip(" |-–—:·»«"))
    return field


def _visible(markup: Markup, kinds: list[BlockKind], fields: dict[FieldName, Field]) -> None:
    """What the page's metadata does not give, from the blocks that say it. Comments are not looked at."""
    stamps = [node for node in markup.nodes if node.tag == "time" and "datetime" in node.attrs]
    for piece, kind in zip(markup.pieces, kinds, strict=True):
        line, place = markup.text[piece.start : piece.end], (piece.origin, piece.origin_end)
        if kind == "byline" and "byline" not in fields and len(line) < 100:
            words = re.sub(r"^\W*(?:(?:written|posted|story|report)?\s*by|von|par|por|di)\b:?\s*", "", line, flags=re.I)
            if words and not dated(words):
                fields["byline"] = Field(words, "block", place)
        elif kind == "dateline" and "published" not in fields:
            stamp = next((n for n in stamps if piece.start <= n.start + 1 and piece.start < n.end <= piece.end), None)
            value = read_date(stamp.attrs["datetime"]) if stamp else None
            found = find_date(line)
            value = value or (found.edtf if found else None)
            if value:
                fields["published"] = Field(value, "block", place)


def _stretches(markup: Markup, kinds: list[BlockKind]) -> "list[Stretch]":
    """The blocks; lines of one paragraph that a single <br> divides are one block if they are of one kind."""
    out: list[Stretch] = []
    for piece, kind in zip(markup.pieces, kinds, strict=True):
        if piece.wrapped and out and out[-1].kind == kind and kind in ("body", "caption"):
            out[-1] = out[-1]._replace(end=piece.end, origin_end=piece.origin_end)
        else:
            out.append(Stretch(kind, piece.start, piece.end, piece.origin, piece.origin_end))
    return out


def _shell(source: str, markup: Markup) -> str | None:
    """Why a page with hardly a word, which a script would fill, was not read whole."""
    words = len(markup.text.split())
    if words < SHELL_WORDS and (SHELL.search(source) or len(markup.scripts) >= 3):
        return f"the page shows {words} words; a script would load the rest"
    return None
