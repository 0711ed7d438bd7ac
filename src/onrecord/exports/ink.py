"""Text made fit to be seen: what is invisible or would disturb its neighbours is shown, and nothing is taken out.

In the page the text of the DOM stays the account's own: a label is generated content, and the character itself is kept
inside an isolate. Only NUL and lone surrogates cannot stand in HTML; they become U+2400 and U+FFFD.
"""

import re
import unicodedata
from functools import lru_cache

from markupsafe import Markup, escape

from onrecord.text.letters import IGNORABLE

MARKS_SHOWN = 8  # combining characters on one base; the rest are kept but not drawn

_NAMES = {
    0x7F: "DEL",
    0x85: "NEL",
    0xAD: "SHY",
    0x34F: "CGJ",
    0x61C: "ALM",
    0x180E: "MVS",
    0x200B: "ZWSP",
    0x200C: "ZWNJ",
}
_NAMES |= {0x200D: "ZWJ", 0x200E: "LRM", 0x200F: "RLM", 0x2028: "LSEP", 0x2029: "PSEP", 0x202A: "LRE", 0x202B: "RLE"}
_NAMES |= {0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x2060: "WJ", 0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI"}
_NAMES |= {0x2069: "PDI", 0x2800: "BLANK", 0x115F: "FILLER", 0x1160: "FILLER", 0x3164: "FILLER", 0xFFA0: "FILLER"}
_NAMES |= {0xFEFF: "BOM", 0xFFFC: "OBJ", **{0xFE00 + n: f"VS{n + 1}" for n in range(16)}}
_NAMES |= {0xE0000 + n: f"TAG {chr(n)}" for n in range(0x21, 0x7F)}
_NAMES |= {0xE0020: "TAG SP", 0xE007F: "TAG END", **{0xE0100 + n: f"VS{n + 17}" for n in range(240)}}

_CONTROLS = r"\x00-\x08\x0b-\x1f\x7f"
_HIDDEN = (
    rf"{_CONTROLS}\x80-\x9f{IGNORABLE}\u115f\u1160\u3164\uffa0\u2028\u2029\u2800\ufff9-\ufffc\U0001d159"
    r"\ud800-\udfff\ue000-\uf8ff\U000f0000-\U0010ffff"
)
"""For a character class: all that a browser draws nothing for, but white space that parts words (category Zs), tab and
line feed: controls, what Unicode lets be ignored, blanks that are no space, private use, lone surrogates."""

_PICTURE = "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
_DRESSED = f"{_PICTURE}\ufe0f?[\U0001f3fb-\U0001f3ff]?"
_SCRIPT = "[\u0600-\u061b\u061d-\u08ff\u0900-\u0dff]"
_JOINED = "|".join(
    (
        f"{_DRESSED}(?:\u200d{_DRESSED})+",
        f"{_PICTURE}[\ufe0e\ufe0f]",
        "[0-9#*]\ufe0f\u20e3",
        "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{2,6}\U000e007f",  # flags of regions
        "[\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af][\ufe00-\ufe0f\U000e0100-\U000e01ef]",
        f"(?<!{_SCRIPT}){_SCRIPT}++(?:[\u200c\u200d]{_SCRIPT}++)+",
    )
)
"""Pictures of several parts, and words of scripts that are written with joiners: parted, they would be drawn as
something else."""
_ASCII = re.compile(rf"(?!)()|([{_CONTROLS}])|(?!)()()")
_UNFIT = re.compile(r"[\x00\ud800-\udfff]")


def _odd(text: str) -> re.Pattern[str]:
    """What finds in `text` what is not fit to be seen: joined, hidden, and a pile of marks as those shown and the
    rest."""
    return _ASCII if text.isascii() else _pattern("".join(sorted(filter(_is_mark, set(text)))))


@lru_cache(maxsize=256)
def _pattern(marks: str) -> re.Pattern[str]:
    pile = f"((?:[{marks}]){{{MARKS_SHOWN}}})([{marks}]+)" if marks else "(?!)()()"
    return re.compile(f"({_JOINED})|([{_HIDDEN}])|{pile}")


@lru_cache(maxsize=16384)
def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me") and not _IGNORED.match(char)


_IGNORED = re.compile(f"[{_HIDDEN}]")


def _label(char: str) -> str:
    return _NAMES.get(ord(char)) or f"U+{ord(char):04X}"


def _shown(match: re.Match[str]) -> Markup:
    joined, char, kept, rest = match.groups()
    if joined is not None:
        labels = " ".join(dict.fromkeys(map(_label, _IGNORED.findall(joined))))
        return Markup('<span class="joined" title="{}">{}</span>').format(labels, joined)
    if char is None:
        note = f"+{len(rest)} marks"
        return Markup('{}<span class="pile" data-label="{}"><span hidden>{}</span></span>').format(kept, note, rest)
    body = Markup("&#13;") if char == "\r" else legal(char)
    return Markup('<bdi class="ctl" data-label="{}">{}</bdi>').format(_label(char), body)


def ink(text: str) -> Markup:
    """`text` as HTML: escaped, with all that shows nothing and with piles of marks made visible.

    Where what shows nothing joins the parts of a picture or the letters of a script, the whole is underlined and keeps
    its look.
    """
    out, last = [], 0
    for match in _odd(text).finditer(text):
        out += [escape(text[last : match.start()]), _shown(match)]
        last = match.end()
    return Markup("").join([*out, escape(text[last:])])


def legal(text: str) -> str:
    """`text` without what HTML in UTF-8 cannot hold: NUL as U+2400, a lone surrogate as U+FFFD."""
    return _UNFIT.sub(lambda m: "\u2400" if m[0] == "\0" else "\ufffd", text)


def plain(text: str) -> str:
    """`text` for one paragraph of a terminal: white space folded, and no character that shows nothing or could steer
    the terminal."""
    folded = " ".join(text.split())
    return _odd(folded).sub(_plain, folded)


def _plain(match: re.Match[str]) -> str:
    joined, char, kept, rest = match.groups()
    if joined is not None:
        return joined
    return f"{kept}\u27e8+{len(rest)} marks\u27e9" if char is None else f"\u27e8{_label(char)}\u27e9"
