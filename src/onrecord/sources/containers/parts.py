"""What readers of containers give: parts with their text, its place, and what the container states about them."""

import hashlib
import re
from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple, cast

import msgspec

from onrecord.sources.containers.forms import AS_IS, Unfolded, known_codec, unfold
from onrecord.types import BlockKind, Given, GivenField, Piece, Stated, Status, Step

WHOLE = Status()


class Run(NamedTuple):
    """Bytes `start` to `end` of a layer, and the form that their characters are written in."""

    start: int
    end: int
    form: str


class Line(NamedTuple):
    """A line or paragraph of a container: its words and where they stand."""

    text: str
    runs: list[Run]


class Part(NamedTuple):
    """One account of a container."""

    number: int
    body: bytes
    media_type: Literal["text/html", "text/plain"]
    steps: tuple[Step, ...]
    """From the file to this part, without the file."""
    layer: bytes
    """The bytes that `pieces` count in: the file's own, or those of the last step that unpacks something."""
    pieces: tuple[Piece, ...] = ()
    given: tuple[Given, ...] = ()
    stated: tuple[Stated, ...] = ()
    retrieved: str | None = None
    status: Status = WHOLE


class Unread(NamedTuple):
    """A part that is not read, or a remark on the container as a whole (`number` 0), and why."""

    number: int
    reason: str


Columns = tuple[tuple[GivenField | Literal["text"], str], ...]
"""Of a table: what a column holds, and its heading."""
NO_COLUMNS: Columns = ()


class Container(NamedTuple):
    """A file that holds accounts."""

    name: str
    body: bytes
    columns: Columns = NO_COLUMNS


def fingerprint(data: bytes) -> str:
    """The SHA-256 of some bytes."""
    return hashlib.sha256(data).hexdigest()


def plain_codec(body: bytes) -> str:
    """The encoding of a text that declares none: UTF-8 if it is that, else what Windows writes in the West."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


_LABEL = rb"[\"']?([A-Za-z0-9_:.-]{2,40})"
META = re.compile(rb"<meta[^>]{0,400}charset\s{0,9}=\s{0,9}" + _LABEL + rb"|<\?xml[^>]{0,200}encoding=" + _LABEL, re.I)


def declared_codec(body: bytes) -> str:
    """The encoding of markup: UTF-8 if it is that, whatever it declares; else what it declares; else windows-1252."""
    codec = plain_codec(body)
    declared = META.search(body[:65536])
    if codec == "utf-8" or declared is None:
        return codec
    label = known_codec((declared[1] or declared[2]).decode("ascii"), "cp1252")
    return "cp1252" if label == "utf-8" else label


def folded(runs: list[Run]) -> list[Run]:
    """Runs whose white space is one space each."""
    return [run if run.form.startswith("fold") else run._replace(form=f"fold {run.form}") for run in runs]


def spans(begins: list[int], end: int) -> Iterator[tuple[int, int]]:
    """Each beginning with the next one, the last with the end."""
    return zip(begins, [*begins[1:], end], strict=False)


def whole(number: int, layer: bytes, start: int, end: int, **more: object) -> Part:
    """A part that is bytes of the layer as they lie there."""
    piece = Piece(0, end - start, start, end, AS_IS)
    return Part(number=number, body=layer[start:end], layer=layer, pieces=(piece,), **more)  # type: ignore[arg-type]


class Composer:
    """Puts an account together from runs of a layer: its blocks, its fields, and where each character comes from."""

    def __init__(self, layer: bytes, rule: str) -> None:
        self.layer, self.rule = layer, rule
        self._text: list[str] = []
        self._length = self._bytes = 0
        self.pieces: list[Piece] = []
        self.stated: list[Stated] = []
        self.given: list[Given] = []

    def read(self, runs: list[Run]) -> str:
        """The words of some runs, with single spaces."""
        return " ".join("".join(unfold(self.layer[run.start : run.end], run.form).text for run in runs).split())

    def block(self, kind: BlockKind, runs: list[Run]) -> None:
        """A block of the account's text; nothing if the runs hold no words."""
        unfolded = _without_edges([(run, unfold(self.layer[run.start : run.end], run.form)) for run in runs])
        if not unfolded:
            return
        if self._length:
            self._add("\n\n")
        begin = self._length
        for run, given in unfolded:
            at = self._bytes
            self._add(given.text)
            source, source_end = run.start + given.starts[0], run.start + given.starts[-1]
            self.pieces.append(Piece(at, self._bytes, source, source_end, run.form))
        self.stated.append(Stated(kind, begin, self._length))

    def field(self, name: str, value: str | None, runs: list[Run] | None = None) -> None:
        """A field that the container states, once; `name` is one of `GivenField`, or "none"."""
        value = " ".join((value or "").split())
        if not value or name == "none" or any(given.field == name for given in self.given):
            return
        places = (runs[0].start, runs[-1].end) if runs else (None, None)
        self.given.append(Given(cast("GivenField", name), value, f"{self.rule} {name}", *places))

    def amend(self, name: str, change: Callable[[str], str]) -> None:
        """Change the value of a field that was stated, by what is stated elsewhere."""
        self.given = [
            msgspec.structs.replace(given, value=change(given.value)) if given.field == name else given
            for given in self.given
        ]

    def behind(self, runs: list[Run], mark: str) -> list[Run]:
        """What stands behind the first such character in some runs; all of them where it is not there."""
        for at, run in enumerate(runs):
            raw = unfold(self.layer[run.start : run.end], run.form)
            place = raw.text.find(mark)
            if place >= 0:
                rest = run._replace(start=run.start + raw.starts[place + 1])
                return [rest, *runs[at + 1 :]] if rest.start < rest.end else runs[at + 1 :]
        return runs

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)
        self._bytes += len(text.encode("utf-8", "replace"))

    @property
    def text(self) -> str:
        return "".join(self._text)

    def has_body(self) -> bool:
        return any(block.kind == "body" for block in self.stated)

    def part(self, number: int, *steps: Step, retrieved: str | None = None, status: Status = WHOLE) -> Part:
        """The account as a part of its container."""
        return Part(
            number=number,
            body=self.text.encode("utf-8", "replace"),
            media_type="text/plain",
            steps=steps,
            layer=self.layer,
            pieces=tuple(self.pieces),
            given=tuple(self.given),
            stated=tuple(self.stated),
            retrieved=retrieved,
            status=status,
        )


def _without_edges(runs: list[tuple[Run, Unfolded]]) -> list[tuple[Run, Unfolded]]:
    """The runs without white space at the ends of the whole block, and without a second space where two meet."""
    kept: list[tuple[Run, Unfolded]] = []
    for run, given in runs:
        text, starts = given.text.replace("\x00", "\ufffd"), given.starts
        if run.form.startswith(("fold", "break")) and (not kept or kept[-1][1].text[-1:].isspace()):
            begin = len(text) - len(text.lstrip())
            text, starts = text[begin:], starts[begin:]
        if not kept:
            begin = len(text) - len(text.lstrip(" \t\r\n\f\x0b\u00a0\ufeff"))
            text, starts = text[begin:], starts[begin:]
        if text:
            kept.append((run, Unfolded(text, starts)))
    while kept:
        run, given = kept[-1]
        end = len(given.text.rstrip())
        if end:
            kept[-1] = (run, Unfolded(given.text[:end], given.starts[: end + 1]))
            break
        kept.pop()
    return kept


def transcoded(layer: bytes, runs: list[Run], **more: object) -> Part:
    """A part whose bytes are the characters of some runs, in UTF-8 behind a byte-order mark, so that nothing else that
    it declares is believed."""
    body, pieces = bytearray(b"\xef\xbb\xbf"), []
    for run in runs:
        at = len(body)
        body += unfold(layer[run.start : run.end], run.form).text.encode("utf-8", "replace")
        pieces.append(Piece(at, len(body), run.start, run.end, run.form))
    return Part(body=bytes(body), layer=layer, pieces=tuple(pieces), **more)  # type: ignore[arg-type]


def source_of(part: Part, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The runs of bytes of the part's layer that bytes `start` to `end` of its body were read from, with their form."""
    for piece in part.pieces:
        if piece.end <= start or piece.start >= end:
            continue
        first, last = max(start, piece.start) - piece.start, min(end, piece.end) - piece.start
        if piece.form == AS_IS:
            yield piece.source + first, piece.source + last, piece.form
            continue
        unfolded = unfold(part.layer[piece.source : piece.source_end], piece.form)
        before, after = _character_of(unfolded.text, first), _character_of(unfolded.text, last)
        while after < len(unfolded.text) and unfolded.starts[after] == unfolded.starts[before]:
            after += 1  # of what lies in the same bytes, as three bytes in Base64 do
        yield piece.source + unfolded.starts[before], piece.source + unfolded.starts[after], piece.form


def _character_of(text: str, byte: int) -> int:
    """Which character of a text begins at, or holds, that byte of its UTF-8."""
    if text.isascii():
        return min(byte, len(text))
    return len(text.encode("utf-8", "replace")[:byte].decode("utf-8", "ignore"))
