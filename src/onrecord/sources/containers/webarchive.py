"""Pages saved by Safari (.webarchive, a property list), and pages of the Wayback Machine that were saved."""

import plistlib
import re
from collections.abc import Iterator
from xml.parsers.expat import ExpatError

from onrecord.sources.containers.dates import stamped_date
from onrecord.sources.containers.forms import known_codec
from onrecord.sources.containers.parts import Container, Part, Run, Unread, fingerprint, transcoded, whole
from onrecord.types import Given, Piece, Step

KEY = "WebMainResource/WebResourceData"
READABLE = ("text/html", "application/xhtml+xml", "text/plain")


def read_safari(container: Container) -> Iterator[Part | Unread]:
    """The page of a .webarchive; its subframes are not read."""
    body = container.body
    try:
        main = plistlib.loads(body)["WebMainResource"]
        page_bytes, kind = main["WebResourceData"], str(main.get("WebResourceMIMEType", "text/html"))
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        IndexError,
        OverflowError,
        RecursionError,
        ExpatError,
    ) as error:
        yield Unread(0, f"a page saved by Safari (.webarchive) that cannot be unpacked: {error}")
        return
    if not isinstance(page_bytes, bytes) or kind not in READABLE:
        yield Unread(0, f"a page saved by Safari (.webarchive) whose main resource is {kind}, and no page")
        return
    address, label = main.get("WebResourceURL"), main.get("WebResourceTextEncodingName")
    given = (
        (Given("canonical", address, "webarchive canonical"),)
        if isinstance(address, str) and address.startswith("http")
        else ()
    )
    at = body.find(page_bytes)
    step = Step("plist key", KEY, fingerprint(page_bytes))
    layer, start = (body, at) if at >= 0 else (page_bytes, 0)
    codec = known_codec(label if isinstance(label, str) else None)
    media = "text/plain" if kind == "text/plain" else "text/html"
    if codec == "utf-8":
        yield whole(1, layer, start, start + len(page_bytes), media_type=media, steps=(step,), given=given)
    else:
        run = Run(start, start + len(page_bytes), codec)
        yield transcoded(layer, [run], number=1, media_type=media, steps=(step,), given=given)


TOOLBAR = re.compile(rb"<!-- BEGIN WAYBACK TOOLBAR INSERT -->.{0,400000}?<!-- END WAYBACK TOOLBAR INSERT -->", re.S)
COPY = re.compile(
    r"https?://web\.archive\.org/web/(?P<stamp>\d{4,14})(?:[a-z]{2}_)?/(?P<address>https?:/{1,2}[^\s\"'<>&]{3,2000})"
)
NAMED = re.compile(
    rb"(?:rel=[\"']?canonical[\"']?[^>]{0,40}href=|property=[\"']og:url[\"'][^>]{0,40}content=|__wm\.wombat\()"
    rb"[\"'](?P<own>[^\"']{8,2100})[\"']",
    re.I,
)
SHOWN = re.compile(rb"__wm\.wombat\(\"(?P<address>https?://[^\"]{3,2000})\",\"(?P<stamp>\d{14})\"")


def read_wayback(container: Container) -> Iterator[Part | Unread]:
    """A page of the Wayback Machine as it was before the archive put its toolbar in: the address and the time of the
    copy are given, and the archive's own lines are cut out."""
    body = container.body
    pieces: list[Piece] = []
    kept = bytearray()
    at = 0
    for cut in [*TOOLBAR.finditer(body), None]:
        end = cut.start() if cut else len(body)
        pieces.append(Piece(len(kept), len(kept) + end - at, at, end, ""))
        kept += body[at:end]
        at = cut.end() if cut else end
    address, stamp = _copy_of(body)
    given = [Given("canonical", address, "wayback canonical")] if address else []
    if address and stamp:
        given.append(Given("archived_at", f"https://web.archive.org/web/{stamp}/{address}", "wayback archived_at"))
    yield Part(
        number=1,
        body=bytes(kept),
        media_type="text/html",
        steps=(Step("without the toolbar of", "web.archive.org"),),
        layer=body,
        pieces=tuple(pieces),
        given=tuple(given),
        retrieved=stamped_date(stamp) if stamp and len(stamp) == 14 else None,
    )


def _copy_of(body: bytes) -> tuple[str | None, str | None]:
    """The address of the page that was copied, and the archive's stamp."""
    if shown := SHOWN.search(body):
        return shown["address"].decode("utf-8", "replace"), shown["stamp"].decode("ascii")
    for name in NAMED.finditer(body):
        if copy := COPY.match(name["own"].decode("utf-8", "replace")):
            return re.sub(r"\A(https?):/(?!/)", r"\1://", copy["address"]), copy["stamp"]
    return None, None
