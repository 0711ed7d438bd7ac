"""The corpora, read from outside the repository, each split by site into a tuning and a validation part."""

import ast
import gzip
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import unquote, urlsplit

import turbohtml

from quality.scores import fold, squeeze

Part = Literal["tuning", "validation"]
Extent = Part | Literal["whole"]
"""A part, or both parts together: where the part that is not tuned on is so small that one error moves a figure by
points, the floors hold on the whole."""
PARTS: tuple[Part, ...] = ("tuning", "validation")

# Second-level labels under which registries sell names: example.co.uk is a site, co.uk is not.
_REGISTRY = frozenset("ac co com edu gob gouv gov mil ne net nom or org sch".split())
_SITE = re.compile(r"""<(?:link|meta)\s[^>]{0,300}?(?:canonical|og:url)[^>]{0,300}?(https?://[^\s"'>/]{4,200})""", re.I)
_EMPTY_FRAME = re.compile(r"<(iframe\b[^>]{0,2000})/>", re.I)
_MARKER = re.compile(r"^!(?=[^\n]{2,6}%\^&\*)[!@#$%^&*() ]{6,14}(?:[ \t]*[A-Z]{6,10})?[ \t]*(?:\n|\Z)", re.M)
"""The line between article and thread. It was typed by hand: beside `!@#$%^&*()  COMMENTS` there are `!#@$%^&*()`,
`!@ $%^&*()`, `!@#$%$%^&*()` and `!@#$%^&*` before that word, COMMNENTS and CORRECTED in its place, and none at all."""


class NoCorpus(Exception):
    """A corpus is not on this machine."""


@dataclass(frozen=True)
class Item:
    """One page of a corpus: what identifies it and its site, how to read it, and what a perfect reader would find."""

    corpus: str
    name: str
    site: str
    gold: Any
    path: Path
    load: Callable[[Path], bytes]
    media_type: Literal["text/html", "text/plain"] = "text/html"

    @property
    def parts(self) -> tuple[Part, ...]:
        """The part that its site falls in. The two sample accounts are too few to be split and count in both."""
        if self.corpus == "hanoi":
            return PARTS
        third = int.from_bytes(hashlib.sha256(self.site.encode()).digest()[:4]) % 3
        return ("validation" if third == 0 else "tuning",)

    def body(self) -> bytes:
        return self.load(self.path)


def data() -> Path:
    """The folder of the corpora: `$ONRECORD_DATA`, or `shared/data` beside the repository."""
    return Path(os.environ.get("ONRECORD_DATA") or Path(__file__).parents[2] / "shared" / "data")


def registered_domain(url: str) -> str:
    """example.co.uk for https://www.news.example.co.uk/a. An approximation without the public suffix list."""
    labels = (urlsplit(url).hostname or "").strip(".").split(".")
    wide = len(labels) > 2 and len(labels[-1]) == 2 and labels[-2] in _REGISTRY
    return ".".join(labels[-3:] if wide else labels[-2:])


def site_of(url: str, body: bytes) -> str:
    """The registered domain of the address, else of the address that the page gives as its own, else a hash of it."""
    if url:
        return registered_domain(url)
    named = _SITE.search(body.decode("utf-8", "replace"))
    return registered_domain(named[1]) if named else hashlib.sha256(body).hexdigest()


def read(corpus: str) -> list[Item]:
    """The pages of one corpus, in the order of their names. Raises NoCorpus if it is not there."""
    folder = data() / corpus if corpus != "hanoi" else data().parent / "accounts" / "hanoi"
    if not folder.is_dir():
        raise NoCorpus(f"no corpus {corpus!r}: {folder} is not a folder (set ONRECORD_DATA to where the corpora are)")
    return sorted(_READERS[corpus](folder), key=lambda item: item.name)


def digest(items: list[Item]) -> str:
    """What the floors are pinned to: a hash of the names of the pages and of what they are scored by."""
    pages = json.dumps([(item.name, repr(item.gold)) for item in items])
    return hashlib.sha256(pages.encode()).hexdigest()[:16]


def _unzipped(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


def _articles(folder: Path) -> list[Item]:
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    return [
        Item("articles", key, registered_domain(gold["url"]), gold["articleBody"], path, _unzipped)
        for key, gold in truth.items()
        if (path := folder / "html" / f"{key}.html.gz").is_file()
    ]


def _wcxb(folder: Path) -> list[Item]:
    items = []
    for path in (folder / "ground-truth").glob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        html = folder / "html" / f"{path.stem}.html.gz"
        url = record.get("url") or ""
        gold = {k: record["ground_truth"].get(k) for k in ("title", "author", "publish_date", "main_content")}
        gold["type"] = record["_internal"]["page_type"]["primary"]
        items.append(Item("wcxb", path.stem, site_of(url, b"" if url else _unzipped(html)), gold, html, _unzipped))
    return items


def _comments(folder: Path) -> list[Item]:
    items = []
    for url, label in json.loads((folder / "labels.json").read_text("utf-8")).items():
        path = folder / "html" / label["file"]
        static = squeeze(turbohtml.parse(path.read_bytes()).to_text())
        # Many threads are loaded by a script: what is not in the file cannot be found in it.
        gold = {
            "comments": [s for s in label["comments"] if squeeze(s) and squeeze(s) in static],
            "body": [s for s in label["with"] if squeeze(s) and squeeze(s) in static],
        }
        items.append(Item("comments", label["file"], registered_domain(url), gold, path, Path.read_bytes))
    return items


def _thread_html(path: Path) -> bytes:
    # The corpus has the page as decoded text; the mark tells that it is now UTF-8, whatever the page says it was.
    html: str = json.loads(path.read_text("utf-8"))["html"]
    return b"\xef\xbb\xbf" + html.encode("utf-8", "replace")


def _threads(folder: Path) -> list[Item]:
    items = []
    for path in folder.glob("*.json"):
        record = json.loads(path.read_text("utf-8"))
        gold = []
        for post in record["gold_standard_annotation"]:
            fields = ast.literal_eval(post) if isinstance(post, str) else post
            gold.append({key: fields[key]["surface_form"] for key in ("post_text", "datetime", "user")})
        names = _link_texts(record["html"], {post["user"] for post in gold})
        gold = [post | {"names": names[post["user"]]} for post in gold]
        items.append(Item("threads", path.stem, registered_domain(record["url"]), gold, path, _thread_html))
    return items


def _link_texts(html: str, addresses: set[str]) -> dict[str, list[str]]:
    """Folded texts of the links to each address, without those that stand on several of them ("View profile")."""
    texts: dict[str, set[str]] = {address: set() for address in addresses}
    # Some of the pages were written as XML: a browser would take all that follows such an iframe for its text.
    for anchor in turbohtml.parse(_EMPTY_FRAME.sub(r"<\1></iframe>", html)).find_all("a"):
        texts.get(str(anchor.attrs.get("href", "")), set()).add(fold(anchor.text))
    shared = Counter(text for named in texts.values() for text in named)
    return {address: sorted(t for t in named if t and shared[t] == 1) for address, named in texts.items()}


def address_names(address: str, author: str) -> bool:
    """Whether a folded name stands in the address of a profile: the corpus has that address for the author's name."""
    return "/" in address and len(author) > 2 and squeeze(author) in squeeze(fold(unquote(address)))


def _dump_text(path: Path) -> str:
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError:
        text = raw.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _dump(path: Path) -> bytes:
    return _MARKER.sub("", _dump_text(path), count=1).encode("utf-8", "replace")


def _textdumps(folder: Path) -> list[Item]:
    """Article and thread were parted by hand with a marker line. The pages' sites are unknown: split by page."""
    items = []
    for path in folder.glob("*.txt"):
        text = _dump_text(path)
        marker = _MARKER.search(text)
        first = text[: marker.start()].count("\n") if marker else 0
        lines = _MARKER.sub("", text, count=1).split("\n")
        gold = [n for n, line in enumerate(lines) if marker and n >= first and line.strip()]
        items.append(Item("textdumps", path.name, path.name, gold, path, _dump, "text/plain"))
    return items


def _hanoi(folder: Path) -> list[Item]:
    comments = {"000": 28, "003": 1}
    return [
        Item("hanoi", path.name, "", comments[path.name[:3]], path, Path.read_bytes, "text/plain")
        for path in folder.glob("*.txt")
        if path.name[:3] in comments
    ]


_READERS: dict[str, Callable[[Path], list[Item]]] = {
    "articles": _articles,
    "wcxb": _wcxb,
    "comments": _comments,
    "threads": _threads,
    "textdumps": _textdumps,
    "hanoi": _hanoi,
}
