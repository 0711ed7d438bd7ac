"""Text made fit to be seen: what is invisible or would disturb its neighbours is shown, and nothing is taken out.

In the page the text of the DOM stays the account's own: a label is generated content, and the character itself is kept
inside an isolate. Only NUL and lone surrogates cannot stand in HTML; they become U+2400 and U+FFFD.
"""

import re

from markupsafe import Markup, escape

MARKS_SHOWN = 8  # combining characters on one base; the rest are kept but not drawn

_CONTROL = {0x7F: "DEL", 0x85: "NEL", 0xAD: "SHY", 0x61C: "ALM", 0x200B: "ZWSP", 0x200E: "LRM", 0x200F: "RLM"}
_CONTROL |= {0x202A: "LRE", 0x202B: "RLE", 0x202C: "PDF", 0x202D: "LRO", 0x202E: "RLO", 0x2060: "WJ", 0xFEFF: "BOM"}
_CONTROL |= {0x2066: "LRI", 0x2067: "RLI", 0x2068: "FSI", 0x2069: "PDI"}

_HIDDEN = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\xad\ud800-\udfff]"
)
_PILE = r"[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_ODD = re.compile(rf"({_HIDDEN})|((?:{_PILE}){{{MARKS_SHOWN}}})({_PILE}+)")
_UNFIT = re.compile(r"[\x00\ud800-\udfff]")


def _label(char: str) -> str:
    return _CONTROL.get(ord(char)) or f"U+{ord(char):04X}"


def _shown(match: re.Match[str]) -> Markup:
    char, kept, rest = match.groups()
    if char is None:
        note = f"+{len(rest)} marks"
        return Markup('{}<span class="pile" data-label="{}"><span hidden>{}</span></span>').format(kept, note, rest)
    body = Markup("&#13;") if char == "\r" else legal(char)
    return Markup('<bdi class="ctl" data-label="{}">{}</bdi>').format(_label(char), body)


def ink(text: str) -> Markup:
    """`text` as HTML: escaped, with control characters, bidirectional controls and piles of marks made visible."""
    out, last = [], 0
    for match in _ODD.finditer(text):
        out += [escape(text[last : match.start()]), _shown(match)]
        last = match.end()
    return Markup("").join([*out, escape(text[last:])])


def legal(text: str) -> str:
    """`text` without what HTML in UTF-8 cannot hold: NUL as U+2400, a lone surrogate as U+FFFD."""
    return _UNFIT.sub(lambda m: "\u2400" if m[0] == "\0" else "\ufffd", text)


def plain(text: str) -> str:
    """`text` for one paragraph of a terminal: white space folded, and no character that could steer the terminal."""
    folded = " ".join(text.split())
    return _ODD.sub(lambda m: m[2] if m[1] is None else f"\u27e8{_label(m[1])}\u27e9", folded)
