"""RTF: the paragraphs of a document, and exports that are written in it (Factiva, APA).

Read are groups, `\\uN` with what stands for it in older programs, `\\'hh` in the code page of the font, and the words
that stand for a sign. Raw bytes above 127, which RTF does not have and some programs write all the same, are UTF-8
where they are valid as that.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from onrecord.sources.containers import factiva
from onrecord.sources.containers.dates import stamped_date
from onrecord.sources.containers.forms import RTF_SIGNS, known_codec
from onrecord.sources.containers.parts import Composer, Container, Line, Part, Run, Unread, plain_codec, spans
from onrecord.sources.containers.vocabulary import meanings, words
from onrecord.types import Step

_WORD = rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
_SIGN = rb"\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>[^a-zA-Z'])"
TOKEN = re.compile(_WORD + rb"|" + _SIGN + rb"|(?P<brace>[{}])|(?P<end>[\r\n]+)|(?P<text>[^\\{}\r\n]+)", re.S)
DESTINATIONS = words("rtf_destinations")
CHARSETS = {int(number): codec for number, codec in meanings("rtf_charsets").items()}
"""Code pages by the number of a font's character set."""
DEPTH = 500
RULER = re.compile(r"_{20,}")
FOUND = re.compile(
    r"\W?(?P<outlet>[^\"“”]{2,60})\W? gefunden am (?P<date>\d{2}\.\d{2}\.\d{4}) (?P<clock>\d{2}:\d{2}) Uhr"
)
"""What an article of APA begins with: the outlet, and when its page was fetched."""


class _Group(NamedTuple):
    """What holds until a group is closed."""

    skipped: bool = False
    codec: str = "cp1252"
    fallback: int = 1
    """Characters that stand for one of Unicode in older programs."""
    fonts: bool = False
    hidden: bool = False
    """Whether its text is not shown."""


class _Reader:
    def __init__(self, body: bytes) -> None:
        self.body = body
        self.groups = [_Group()]
        self.paragraphs: list[list[Run]] = [[]]
        self.raw = "utf-8" if plain_codec(body) == "utf-8" else ""
        self.fonts: dict[int, str] = {}
        self.font = 0
        self.to_skip = 0
        self.damage: str | None = None

    @property
    def group(self) -> _Group:
        return self.groups[-1]

    @property
    def silent(self) -> bool:
        return self.group.skipped or self.group.hidden

    def change(self, **what: Any) -> None:
        self.groups[-1] = self.group._replace(**what)

    def read(self) -> None:
        star = False
        at = 0
        for token in TOKEN.finditer(self.body):
            if token["brace"] == b"{":
                self.groups.append(self.group)
                if len(self.groups) > DEPTH:
                    self.damage = f"more than {DEPTH} groups are open at once"
                    return
            elif token["brace"]:
                if len(self.groups) > 1:
                    self.groups.pop()
            elif token["word"]:
                self.word(token, token["word"].decode("ascii"), int(token["number"] or 0), star=star)
            elif not token["end"]:
                self.text(token)
            star = token["sign"] == b"*"
            at = token.end()
        if at < len(self.body) or len(self.groups) > 1:
            self.damage = "the file is cut off: its groups are not closed"

    def word(self, token: re.Match[bytes], word: str, number: int, *, star: bool) -> None:
        if star or word in DESTINATIONS:
            self.change(skipped=True, fonts=word == "fonttbl")
        elif word == "ansicpg":
            self.change(codec=known_codec(f"cp{number}", "cp1252"))
        elif word == "uc":
            self.change(fallback=max(number, 0))
        elif word == "v":
            self.change(hidden=token["number"] != b"0")
        elif word == "plain":
            self.change(hidden=False)
        elif word in ("f", "fcharset"):
            self.use_font(word, number)
        elif word == "u" and token["number"]:
            self.add(token, "rtf")
            self.to_skip = self.group.fallback
        elif word in ("par", "sect", "page", "row"):
            self.paragraphs.append([])
        elif word in RTF_SIGNS:
            self.add(token, "rtf")

    def use_font(self, word: str, number: int) -> None:
        if not self.group.fonts:
            self.change(codec=self.fonts.get(number, self.group.codec) if word == "f" else self.group.codec)
        elif word == "f":
            self.font = number
        elif number in CHARSETS and number:
            self.fonts[self.font] = CHARSETS[number]

    def text(self, token: re.Match[bytes]) -> None:
        start, end = token.span()
        if self.to_skip:
            skipped = self.to_skip if token["text"] else 1
            self.to_skip = max(self.to_skip - (end - start if token["text"] else 1), 0)
            start = min(start + skipped, end) if token["text"] else end
            if self.paragraphs[-1] and self.paragraphs[-1][-1].form.startswith("rtf"):
                self.paragraphs[-1][-1] = self.paragraphs[-1][-1]._replace(end=start)
        if start < end and not self.silent and token["sign"] != b"*":
            codec = self.raw or self.group.codec
            form = codec if token["text"] else f"rtf {self.group.codec}"
            self.join(Run(start, end, form))

    def add(self, token: re.Match[bytes], escape: str) -> None:
        self.to_skip = 0
        if not self.silent:
            self.join(Run(token.start(), token.end(), f"{escape} {self.group.codec}"))

    def join(self, run: Run) -> None:
        """Add a run; escapes that follow one another are one, since two of them may be one character."""
        last = self.paragraphs[-1][-1] if self.paragraphs[-1] else None
        hexes = (self.body[run.start : run.start + 2], self.body[last.start : last.start + 2] if last else b"")
        if last and last.end == run.start and last.form == run.form and hexes in ((b"\\'", b"\\'"), (b"\\u", b"\\u")):
            self.paragraphs[-1][-1] = last._replace(end=run.end)
        else:
            self.paragraphs[-1].append(run)


def read_rtf(container: Container) -> Iterator[Part | Unread]:
    """The document; of an export that is written in RTF its articles."""
    reader = _Reader(container.body)
    reader.read()
    composer = Composer(container.body, "rtf")
    lines = [Line(text, runs) for runs in reader.paragraphs if (text := composer.read(runs))]
    if any(factiva.ACCESSION.fullmatch(line.text) for line in lines):
        yield from factiva.read_lines(container.body, lines)
    elif begins := [at for at, line in enumerate(lines) if FOUND.fullmatch(line.text)]:
        for number, (begin, end) in enumerate(spans(begins, len(lines)), 1):
            yield _found_article(container.body, lines[begin:end], number, len(begins))
    else:
        for line in lines:
            composer.block("body", line.runs)
        yield unstated(composer.part(1, Step("document", "rtf"))) if lines else Unread(1, "a document without text")
    if reader.damage:
        yield Unread(0, f"the file is damaged: {reader.damage}")


def unstated(part: Part) -> Part:
    """A part whose blocks nothing tells: its kinds are found as those of any text."""
    return part._replace(stated=())


def _found_article(body: bytes, lines: list[Line], number: int, total: int) -> Part | Unread:
    composer = Composer(body, "apa")
    head = FOUND.fullmatch(lines[0].text)
    if head:
        composer.field("publisher", head["outlet"], lines[0].runs)
    composer.block("chrome", lines[0].runs)
    for at, line in enumerate(lines[1:]):
        composer.block("headline" if not at else "chrome" if RULER.fullmatch(line.text) else "body", line.runs)
    if len(lines) > 1:
        composer.field("headline", lines[1].text, lines[1].runs)
    day = head["date"] if head else ""
    retrieved = stamped_date(f"{day[6:]}-{day[3:5]}-{day[:2]}T{head['clock']}") if head else None
    if not composer.has_body():
        return Unread(number, "an article without text")
    return composer.part(number, Step("apa article", f"{number} of {total}"), retrieved=retrieved)
