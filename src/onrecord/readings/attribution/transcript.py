"""Turns of a transcript or an interview: "SMITH: ...", "Q: ... A: ...", "President Orrin: ...".

Words behind a label are direct speech without marks. A label is told from "Date:" or "Read more:" by what the page does
with it: there are several turns of at least two labels, one of them comes again, and the turns are sentences. The label
is the source of its turn, its colon the cue. A paragraph without a label goes on with the turn before it, but one that
begins as if with a label ends that turn, for its words may be another's; what stands after the last turn's paragraph is
left alone, for it may be the writer's.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.readings.attribution.rules import Attribution, place_in_text
from onrecord.text import lexicon, title_words
from onrecord.text.calendar import WEEKDAYS
from onrecord.text.spans import Place

TURN = "transcript-turn"
# Labels that tell who asks and who answers, and no name.
_UNNAMED = re.compile(
    r"(?:[qa]\.?|(?:the )?(?:question|answer|reporter|journalist)s?|audience(?: member)?|caller|unknown(?: .{1,40})?"
    r"|(?:un|not )?identified .{1,40}|"
    r"(?:(?:fe)?male )?(?:voice|participant))(?: ?#?\d{1,2})?$",
    re.IGNORECASE,
)

_PARTICLE = r"(?:of|the|and|de|del|della|der|den|di|du|van|von|bin|al|el|la|for)"
_NAME_WORD = (
    rf"(?:(?:{lexicon.any_of(title_words.CAPITALISED | title_words.IN_CAPITALS)}|St|[^\W\d_a-z])\."
    r"|[^\W\d_a-z][\w’'-]*|\d{1,2}|" + _PARTICLE + r")"
)
_LABEL = re.compile(
    r"[ \t]{0,8}(?:[*_]{1,3})?(?:[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]{1,3})?"
    r"(?P<label>(?!\d)"
    + _NAME_WORD
    + r"(?:[ \u00a0]"
    + _NAME_WORD
    + r"){0,6}(?:,(?:[ \u00a0]"
    + _NAME_WORD
    + r"){1,6})?)"
    r"(?:[ ]?[(\[][^()\[\]\n]{1,60}[)\]])?(?:[*_]{1,3})?[ ]?(?P<cue>:)(?:[*_]{1,3})?(?=\s|$)"
)
_QUESTION = re.compile(
    r"[ \t]{0,8}(?:[*_]{1,3})?(?P<label>[QA])(?P<cue>[.:])?(?:[*_]{1,3})?[ \t\u00a0]{1,8}(?=[^\W\d_a-z]|[“\"‘(\[])"
)
# What pages print before a colon and nobody is called.
_FURNITURE = lexicon.words("page_words.before_a_colon") | WEEKDAYS
# Those that are no label alone and part of one beside a name: "DIRECTOR ORRIN", "JOHN MAY".
_BESIDE_A_NAME = lexicon.words("page_words.before_a_colon_with_another")
_DIRECTION = re.compile(
    r"[(\[]\s?(?:laugh|applau|crosstalk|cross talk|inaudible|indiscernible|unintelligible|pause|cheer|boo|music"
    r"|begin video|end video|"
    r"video clip|audio gap|commercial break|off.mic|off.camera|simultaneous|foreign language|speaking|sigh|nod|cough"
    r"|no response|"
    r"gestur|point|smil|shout|chant|phonetic|ph\b|sic\b|break\b|silence|interpreter|via translat|through translat|in "
    r"[A-Z]\w+\b)[^()\[\]]{0,60}[)\]]",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*[(\[][^()\[\]]{1,120}[)\]][.\s]*$")
_SENTENCE = re.compile(r"[.?!…—–-][\"”’')\]]*\s*$")
_WORD = re.compile(r"\w+")
_FIRST_PERSON = re.compile(r"(?:I|we|us|me)$", re.IGNORECASE)
_FEWEST = 3  # turns
_LONGEST_TURN = 40  # paragraphs without a label


class Turn(NamedTuple):
    """Words of one speaker: where the label, its colon and the words stand."""

    label: Place
    cue: Place
    content: tuple[Place, ...]


class _Line(NamedTuple):
    start: int
    end: int
    label: Place | None
    cue: Place | None
    key: str
    apart: bool = False  # with a head that sets it off from the turn before, be it a label or not


def find_turns(text: str, paragraphs: Iterable[Place]) -> tuple[Turn, ...]:
    """The turns of an account that is a transcript, in order; none if it is not one. Linear in the length of the
    text."""
    lines = [_line(text, *place) for start, end in paragraphs for place in _lines(text, start, end)]
    labels = Counter(line.key for line in lines if line.label)
    labelled = [n for n, line in enumerate(lines) if line.label and (labels[line.key] > 1 or _is_sentence(text, line))]
    if not _is_transcript(text, [lines[number] for number in labelled]):
        return ()
    turns = (_turn(text, lines[first:last]) for first, last in _stretches(lines, labelled))
    return tuple(turn for turn in turns if turn)


def _stretches(lines: Sequence[_Line], labelled: Sequence[int]) -> Iterator[tuple[int, int]]:
    """For each label the lines of its turn, from which up to which: as far as no other head stands."""
    labels = set(labelled)
    apart = [number for number, line in enumerate(lines) if line.apart and number not in labels] + [len(lines)]
    for number, following in zip(labelled, [*labelled[1:], labelled[-1] + 1], strict=True):
        last = following if following - number <= _LONGEST_TURN else number + 1
        yield number, min(last, apart[bisect_right(apart, number)])


def _turn(text: str, lines: Sequence[_Line]) -> Turn | None:
    """The turn of lines the first of which has its label; None where they hold no words."""
    content = tuple(place for line in lines for place in _spoken(text, line))
    label, cue = lines[0].label, lines[0].cue
    return Turn(label, cue, content) if content and label and cue else None


def is_unnamed(label: str) -> bool:
    """Whether a label tells that somebody asks, answers or calls, and not who."""
    return bool(_UNNAMED.match(label))


def _lines(text: str, start: int, end: int) -> Iterator[Place]:
    """The lines of a paragraph that hold a word."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if _WORD.search(text, start, stop):
            yield start, stop
        start = stop + 1


def _line(text: str, start: int, end: int) -> _Line:
    match = _LABEL.match(text, start, end) or _QUESTION.match(text, start, end)
    if not match or (match["label"] == "A" and not match["cue"]):
        return _Line(start, end, None, None, "")
    if not _may_speak(match["label"]):
        return _Line(start, end, None, None, "", apart=match["label"].isupper())
    label = match.span("label")
    return _Line(
        match.end(),
        end,
        label,
        match.span("cue") if match["cue"] else label,
        " ".join(match["label"].casefold().split()),
        apart=match["label"].isupper() or " " in match["label"],
    )


def _may_speak(label: str) -> bool:
    words = [word.casefold() for word in _WORD.findall(label)]
    if words[0] in _FURNITURE or words[-1] in _FURNITURE:
        return False
    return not all(word in _BESIDE_A_NAME or word.isdigit() for word in words)


def _is_transcript(text: str, turns: Sequence[_Line]) -> bool:
    """Several turns of two speakers or more, one of whom speaks again, mostly in sentences, and mostly in turn."""
    if len(turns) < _FEWEST:
        return False
    labels = Counter(turn.key for turn in turns)
    again = sum(count for count in labels.values() if count > 1)
    sentences = [_is_sentence(text, turn) for turn in turns]
    words = [len(_WORD.findall(text[turn.start : min(turn.end, turn.start + 200)])) for turn in turns]
    return (
        len(labels) >= 2
        and 2 * again >= len(turns)
        and 3 * sum(sentences) >= 2 * len(turns)
        and sum(words) >= 3 * len(turns)
    )


def _is_sentence(text: str, line: _Line) -> bool:
    """Whether it ends as a sentence does, which a headline does not; a label alone is the head of one."""
    return line.start == line.end or bool(_SENTENCE.search(text, max(line.start, line.end - 8), line.end))


def _spoken(text: str, line: _Line) -> Iterator[Place]:
    """The words of a line without stage directions."""
    if _ASIDE.match(text, line.start, line.end):
        return
    at = line.start
    for direction in _DIRECTION.finditer(text, line.start, line.end):
        yield from _worded(text, at, direction.start())
        at = direction.end()
    yield from _worded(text, at, line.end)


def _worded(text: str, start: int, end: int) -> Iterator[Place]:
    piece = text[start:end].rstrip()
    if _WORD.search(piece):
        yield start + len(piece) - len(piece.lstrip()), start + len(piece)


def with_turns(text: str, turns: Sequence[Turn], attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with the turns of a transcript. Within a turn only what its speaker gives to somebody else
    remains."""
    if not turns:
        return tuple(attributions)
    ends = [turn.content[-1][1] for turn in turns]
    kept = [found for found in attributions if _stands(text, turns, ends, found)]
    spoken = [Attribution(turn.content, turn.cue, turn.label, TURN, ()) for turn in turns]
    return tuple(sorted([*kept, *spoken], key=place_in_text))


def _stands(text: str, turns: Sequence[Turn], ends: Sequence[int], attribution: Attribution) -> bool:
    start, end = attribution.content[0][0], attribution.content[-1][1]
    number = bisect_right(ends, start)
    if number == len(turns) or end <= turns[number].label[0]:
        return True
    if not attribution.source or not attribution.cue or _FIRST_PERSON.match(text[slice(*attribution.source)]):
        return False
    first, last = turns[number].content[0][0], turns[number].content[-1][1]
    return all(
        first <= place[0] and place[1] <= last for place in (*attribution.content, attribution.source, attribution.cue)
    )
