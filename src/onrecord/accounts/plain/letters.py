"""Letters to the editor below an article, each signed under its words: found where a heading announces them.

Without a heading nothing tells where the article ends and the first letter begins; none is then found.
"""

import re
from itertools import islice

from onrecord.accounts.plain.heads import Head
from onrecord.accounts.plain.lines import Line

_READERS_WORDS = (
    r"(?:(?:readers?['’]?s?['’]?|your|latest|recent) )?(?:letters?|comments?|replies|responses)",
    r"(?:readers['’]?|your) (?:views|opinions|say)",
)
_BEFORE, _BEHIND = r"\W{0,3}(?:[0-9]{1,4} )?", r"(?: ?\(?[0-9]{1,4}\)?)?\W{0,3}"
"""How many there are, or nothing."""
LETTERS = re.compile(
    rf"{_BEFORE}(?:{'|'.join(_READERS_WORDS)})(?: (?:to the editor|from (?:our )?readers))?{_BEHIND}", re.I
)
"""A whole line that announces what readers wrote."""
FEWEST = 2
HEADINGS = 4
"""How many headings, the last ones, are looked at."""
LONGEST = 7
"""Words of the name under a letter and of where it is from, at most."""
NAMES = frozenset(("N", "NB", "ND"))
PROSE = frozenset("PSO")
ENDS = frozenset("FH")
"""Kinds of line that end the letters: the page's words to its reader, and another heading."""


def find_letters(lines: list[Line], heads: list[Head], labels: list[str]) -> dict[int, str]:
    """The labels of their lines: text, and under each the author; none where not every letter is signed."""
    first = labels.index("body") if "body" in labels else len(labels)
    behind = range(len(lines) - 2 * FEWEST - 1, first, -1)
    announced = (n for n in behind if len(lines[n].text) <= 40 and LETTERS.fullmatch(lines[n].text))
    for index in islice(announced, HEADINGS):
        end = next((n for n in range(index + 1, len(lines)) if heads[n].kind in ENDS), len(lines))
        if found := _signed(lines, heads, range(index + 1, end)):
            return found
    return {}


def _signed(lines: list[Line], heads: list[Head], within: range) -> dict[int, str]:
    labels: dict[int, str] = {}
    for index in within:
        if labels.get(index - 1) == "text" and _names(heads[index], lines[index].text):
            labels[index] = "author"
        elif heads[index].kind in PROSE:
            labels[index] = "text"
        elif heads[index].kind != "B":
            return {}
    names = [index for index, name in labels.items() if name == "author"]
    follow_sentences = all(heads[index - 1].kind in "PS" for index in names)
    return labels if len(names) >= FEWEST and follow_sentences and max(labels) == names[-1] else {}


def _names(head: Head, text: str) -> bool:
    """Whether a line is a name short enough to sign a letter."""
    name = text[slice(*head.name)] if head.name else ""
    return head.kind in NAMES and 0 < len(name.split()) <= LONGEST
