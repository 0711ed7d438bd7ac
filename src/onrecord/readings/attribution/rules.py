"""Attributions by rule: which words an account gives to whom, and by which cue.

Quotation marks come first: a sentence is split with its quotations closed to view, the cue nearest to each quotation is
found, and the noun phrase before or behind the cue is its source. A quotation without a cue of its own belongs to the
cue before it in its paragraph, to a paragraph that ends with a colon, or to the quotation that it continues.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.readings.attribution.cues import ACCORDING, SPEECH_FORMS
from onrecord.readings.attribution.cues_and_sources import Clause, find_clauses
from onrecord.text import lexicon, title_words
from onrecord.text.quotes import Quotation
from onrecord.text.sentences import split_sentences
from onrecord.text.spans import Place

_ADDRESSING = lexicon.in_order("verbs_of_saying.addressing")


@dataclass(frozen=True)
class Attribution:
    """Content, cue and source as (start, end) offsets. `frame`: the sentences to look for the surroundings in."""

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    rule: str
    frame: tuple[Place, ...]
    introduced_by: Place | None = None  # the source of the sentence that announced these words
    score: float | None = None
    embedded: bool = False  # built into the writer's sentence, not set off from it


def place_in_text(attribution: Attribution) -> tuple[Place, Place]:
    """The key that puts attributions in the order of their content."""
    return attribution.content[0], attribution.cue or (0, 0)


class _Sentence(NamedTuple):
    start: int
    end: int
    quotations: tuple[Quotation, ...]


_LONGEST_SENTENCE = 3000  # characters
_SHORTEST_SPEECH = 5  # words; a shorter quotation that nothing attributes is a term or a scare quote


_RELATIVE = re.compile(r"\s(?:who|which|whose)\s[^,]*,\s")
_GOES_ON = re.compile(r"(?:He|She|They|It|Asked)\b")  # the sentence goes on with the one who spoke
_LABEL = re.compile(  # a line that says whose the quotation below it is: "Ana Hale, keeper of the harbour light:"
    rf"(?:(?:{title_words.ANY_CAPITALISED})\.?\s)?"
    r"[A-Z][\w’'.-]*(?:\s[A-Z][\w’'.-]*){1,3}(?:\sand\s[A-Z][\w’'.-]*"
    r"(?:\s[A-Z][\w’'.-]*){1,3})?"
    r"(?:,|\sof|\sfrom)\s(?!who|which)[^:.!?\x00]{3,150}:\s*"
)
_JOINING = lexicon.words("function_words.before_quoted_words")  # "spoke of “...”", "called it the “...”"
_SAID_TO = re.compile(
    r"(?:\s(?:reporters|journalists|lawmakers|parliament|delegates|the\s[\w.’'-]+(?:\s[\w.’'-]+){0,3}?"
    r"|a\s[\w.’'-]+(?:\s[\w.’'-]+){0,3}?|"
    r"[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,3}|him|her|them|me|us))"
)
_WHEN = re.compile(
    r"(?:,?\s(?:on|late|early|last)?\s?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening"
    r"|night))?|,?\s(?:later|earlier|again|today|yesterday)|"
    r",?\s(?:in|through|via|during|at)\s(?:a|an|his|her|the)\s[^,.;:\"“”]{1,60}?(?=\s(?:that)\b|,))?,?"
)


def find_attributions(
    text: str, paragraphs: Iterable[Place], quotations: Iterable[Quotation], speech: Container[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions of the paragraphs, in the order of their content. Linear in the length of the text.

    `quotations` are the outermost; those in `speech` are somebody's words, and the others are only covered.
    """
    reader = _Reader(text, tuple(quotations), speech)
    for start, end in paragraphs:
        reader.paragraph(start, end)
    reader.close()
    return tuple(sorted(reader.found, key=place_in_text))


class _Reader:
    """Goes through the paragraphs in order and keeps what the next one may need: the last attribution and what is
    announced."""

    def __init__(self, text: str, quotations: tuple[Quotation, ...], speech: Container[Quotation]) -> None:
        self.text = text
        self.quotations, self.speech = quotations, speech
        self.next = 0
        self.found: list[Attribution] = []
        self.last: int | None = None  # index of the attribution that a quotation without a cue belongs to
        self.announced: Attribution | None = None  # "Kim said, through an interpreter:" before its quotation
        self.interrupted = False  # by a sentence without a quotation since the last attribution
        self.begin = 0  # of the paragraph being read
        self.continued = False
        self.waiting: list[Place] = []  # paragraphs of a quotation whose cue is still to come

    def paragraph(self, start: int, end: int) -> None:
        inside = self._quotations_within(start, end)
        masked = _mask(self.text[start:end], inside, start)
        opens = bool(inside) and not masked[: inside[0].outer_start - start].strip()
        if not self.continued and not opens:
            self.last = None
        self.begin = start
        if self.waiting and not inside:
            self.close()
        for sentence in _sentences(masked, start, inside):
            self._sentence(sentence, masked[sentence.start - start : sentence.end - start])
        self.continued = bool(inside) and inside[-1].closing == "continued"

    def _quotations_within(self, start: int, end: int) -> list[Quotation]:
        inside = []
        while self.next < len(self.quotations) and self.quotations[self.next].outer_start < end:
            if self.quotations[self.next].outer_start >= start:
                inside.append(self.quotations[self.next])
            self.next += 1
        return inside

    def close(self) -> None:
        """A quotation of several paragraphs that no cue follows is kept without a source."""
        if self.waiting:
            self.found.append(Attribution(tuple(self.waiting), None, None, "unattributed", ()))
            self.waiting = []

    def _sentence(self, sentence: _Sentence, masked: str) -> None:
        announced, self.announced = self.announced, None
        clauses = list(find_clauses(masked, sentence.start))
        if not sentence.quotations:
            self._unquoted(sentence, masked, clauses)
            return
        groups, loose = self._grouped(sentence, masked, clauses)
        for clause, members in groups.items():
            attribution = _quoted(clause, members, sentence, masked)
            if self.waiting:
                attribution, self.waiting = replace(attribution, content=(*self.waiting, *attribution.content)), []
            if announced:
                frame = (*announced.frame, *attribution.frame)
                attribution = replace(attribution, introduced_by=announced.source, frame=frame)
            self._keep(attribution)
        if groups and clauses[0] not in groups:
            self._beside(clauses, groups, sentence, masked)
        for quotation in loose:
            self._without_cue(quotation, sentence, masked, announced)

    def _grouped(
        self, sentence: _Sentence, masked: str, clauses: list[Clause]
    ) -> tuple[dict[Clause, list[Quotation]], list[Quotation]]:
        """The speech of a sentence by the clause that it belongs to, and what belongs to none."""
        groups: dict[Clause, list[Quotation]] = {}
        loose = []
        for quotation in sentence.quotations:
            if quotation in self.speech:
                clause = _nearest(clauses, quotation, masked, sentence.start)
                groups.setdefault(clause, []).append(quotation) if clause else loose.append(quotation)
        return groups, loose

    def _keep(self, attribution: Attribution) -> None:
        self.interrupted = False
        self.found.append(attribution)
        self.last = len(self.found) - 1

    def _beside(
        self, clauses: list[Clause], groups: dict[Clause, list[Quotation]], sentence: _Sentence, masked: str
    ) -> None:
        """The sentence's first clause reports too: "He added that no gate would be closed, and called it ..."."""
        first, quoted = clauses[0], min(groups)
        end = masked.rfind(",", 0, quoted.cue[0] - sentence.start)
        words = masked[: max(end, 0)]
        content = _indirect_content(first, sentence, words) if first.cue[1] - sentence.start < end else ()
        if content and first.word in SPEECH_FORMS and "\x00" not in words:
            self.found.append(Attribution(content, first.cue, first.source, "indirect", (sentence[:2],)))
            self.found[self.last or 0], self.found[-1] = self.found[-1], self.found[self.last or 0]
            self.last = len(self.found) - 1

    def _unquoted(self, sentence: _Sentence, masked: str, clauses: list[Clause]) -> None:
        for clause in clauses:
            content = _indirect_content(clause, sentence, masked)
            if content and clause.word in SPEECH_FORMS | {ACCORDING}:
                self.found.append(Attribution(content, clause.cue, clause.source, "indirect", (sentence[:2],)))
                break
        self.announced = _announcing(sentence, masked, clauses) or self.announced
        self.interrupted = True
        if not _GOES_ON.match(masked):
            self.last = None

    def _without_cue(
        self, quotation: Quotation, sentence: _Sentence, masked: str, announced: Attribution | None
    ) -> None:
        content = (quotation.start, quotation.end)
        frame = (sentence[:2],)
        alone = not masked[: quotation.outer_start - sentence.start].strip(" \t\r\n-–—•*")
        if announced:
            self._keep(replace(announced, content=(content,)))
        elif alone and self.last is not None:
            self._go_on(self.last, content, frame)
        elif alone and quotation.closing == "continued":
            self.waiting.append(content)
        elif len(self.text[slice(*content)].split()) >= _SHORTEST_SPEECH:
            self.found.append(Attribution((content,), None, None, "unattributed", frame))

    def _go_on(self, last: int, content: Place, frame: tuple[Place, ...]) -> None:
        """A quotation that stands alone is of the one who spoke last."""
        before = self.found[last]
        here = before.content[-1][0] >= self.begin
        if self.continued or (here and not self.interrupted):
            self.found[last] = replace(before, content=(*before.content, content))
        else:
            rule = "same-paragraph" if here else "following-paragraph"
            self._keep(Attribution((content,), None, before.source, rule, (*before.frame, *frame), before.source))


def _announcing(sentence: _Sentence, masked: str, clauses: list[Clause]) -> Attribution | None:
    """What a sentence that ends with a colon tells of the quotation behind it."""
    frame = (sentence[:2],)
    if not clauses and _LABEL.fullmatch(masked):
        source = (sentence.start, sentence.start + masked.rindex(":"))
        return Attribution((), None, source, "colon", frame)
    speaking = [clause for clause in clauses if clause.source]
    if not speaking or not masked.rstrip().endswith(":"):
        return None
    return Attribution((), speaking[-1].cue, speaking[-1].source, "colon", frame)


def _mask(paragraph: str, quotations: list[Quotation], offset: int) -> str:
    """The paragraph with the words of its quotations made neutral, but for their first and last character."""
    pieces, at = [], 0
    for quotation in quotations:
        start, end = quotation.start - offset, quotation.end - offset
        pieces += [
            paragraph[at : start + 1],
            "\x00" * max(0, end - start - 2),
            paragraph[max(start + 1, end - 1) : end],
        ]
        at = end
    return "".join([*pieces, paragraph[at:]])


def _sentences(masked: str, offset: int, quotations: list[Quotation]) -> Iterator[_Sentence]:
    waiting = list(reversed(quotations))
    for whole in split_sentences(masked):
        for start, end in _shortened(masked, *whole):
            taken = []
            while waiting and waiting[-1].outer_start - offset < end:
                taken.append(waiting.pop())
            yield _Sentence(offset + start, max([offset + end, *(q.outer_end for q in taken)]), tuple(taken))


def _shortened(masked: str, start: int, end: int) -> Iterator[Place]:
    """A sentence as long as a text is read in stretches, parted at a blank outside quotations."""
    while end - start > _LONGEST_SENTENCE:
        blank = masked.find(" ", start + _LONGEST_SENTENCE, end)
        if blank < 0:
            break
        yield start, blank
        start = blank + 1
    yield start, end


def _nearest(clauses: list[Clause], quotation: Quotation, masked: str, offset: int) -> Clause | None:
    before = [clause for clause in clauses if clause.cue[1] <= quotation.outer_start]
    behind = [clause for clause in clauses if _follows(clause, quotation, masked, offset)]
    if before and before[-1].source and before[-1].word in SPEECH_FORMS:
        # "he said she was “late,” according to an aide"
        behind = [clause for clause in behind if clause.word != ACCORDING]
    if before and not behind and not _set_off(masked[before[-1].cue[1] - offset : quotation.outer_start - offset]):
        return _outermost(before, masked, offset)
    return min([*before, *behind], key=lambda clause: _distance(clause, quotation), default=None)


def _distance(clause: Clause, quotation: Quotation) -> int:
    if clause.end <= quotation.outer_start:
        return quotation.outer_start - clause.end
    return clause.start - quotation.outer_end


def _outermost(clauses: list[Clause], masked: str, offset: int) -> Clause:
    """ "Moon added that Seoul hopes to ...": of nested attributions the outer one, unless a new main clause begins
    between."""
    chosen = clauses[-1]
    for clause in reversed(clauses[:-1]):
        between = masked[clause.cue[1] - offset : chosen.cue[0] - offset]
        aside = chosen.word.endswith("ing") and between.rstrip().endswith(",")
        if aside or clause.word not in SPEECH_FORMS or re.search(r";|,?\s(?:but|while|and)\s", between):
            break
        chosen = clause
    return chosen


def _follows(clause: Clause, quotation: Quotation, masked: str, offset: int) -> bool:
    """A cue behind a quotation is its own if nothing stands between them, or if it ends the sentence behind a comma."""
    if clause.cue[0] < quotation.outer_end:
        return False
    gap = masked[quotation.outer_end - offset : clause.start - offset].strip("\u00a0 ")
    last = len(masked[clause.end - offset :].split()) < 6
    return gap in ("", ",") or (gap.endswith(",") and "\x00" not in gap and last)


def _quoted(clause: Clause, members: list[Quotation], sentence: _Sentence, masked: str) -> Attribution:
    """The attribution of quotations to their cue, with the unquoted words of the clause where they are built into
    it."""
    frame = ((sentence.start, sentence.end),)
    first, last = members[0], members[-1]
    if first.outer_start >= clause.cue[1]:
        begin = _built_in_from(clause, first, sentence, masked)
        whole = None if begin is None else (begin, _without_stop(masked, sentence))
    else:
        lead = masked[: first.outer_start - sentence.start].strip(" ,:—–-\t\r\n•*").casefold()
        whole = None if lead in ("", "and", "but", "so", "then") else (sentence.start, max(last.end, 0))
        members = members if whole is None else [q for q in members if q.outer_start < clause.start] or members
    if whole is None:
        return Attribution(tuple((q.start, q.end) for q in members), clause.cue, clause.source, "quotation", frame)
    return _mixed(clause, members, whole, frame)


def _built_in_from(clause: Clause, first: Quotation, sentence: _Sentence, masked: str) -> int | None:
    """Where the words begin that a quotation behind a cue is built into; None where it is set off from them."""
    gap = masked[clause.cue[1] - sentence.start : first.outer_start - sentence.start]
    if _set_off(gap) and (gap.strip() or masked[first.start - sentence.start].isupper()):
        return None
    if set(gap.casefold().split()) <= _JOINING:
        return first.outer_start
    return min(_content_start(masked, clause.cue[1] - sentence.start) + sentence.start, first.outer_start)


def _set_off(gap: str) -> bool:
    """Whether the words between a cue and a quotation leave it a speech of its own, not a part of the writer's
    sentence."""
    return gap.rstrip().endswith((",", ":", "—", "–")) or not gap.strip()


def _mixed(clause: Clause, members: list[Quotation], whole: Place, frame: tuple[Place, ...]) -> Attribution:
    """The clause's words in pieces: quoted stretches are pieces of their own."""
    pieces, at = [], whole[0]
    for quotation in members:
        pieces += [(at, quotation.outer_start), (quotation.start, quotation.end)]
        at = quotation.outer_end
    pieces.append((at, whole[1]))
    kept = tuple(p for p in pieces if p[1] - p[0] > 1)
    return Attribution(kept, clause.cue, clause.source, "clause", frame, embedded=True)


def _without_stop(masked: str, sentence: _Sentence) -> int:
    return sentence.start + len(masked.rstrip().rstrip(".!?;"))


def _content_start(masked: str, at: int) -> int:
    """Where the reported clause begins behind its cue: past the addressee, the time and "that"."""
    that = re.match(r"[^,;:\"“”\x00]{0,80}?\bthat\s", masked[at:])
    if that:
        return at + that.end()
    addressee = _SAID_TO.match(masked, at) if masked[:at].endswith(_ADDRESSING) else None
    if addressee:
        at = addressee.end()
    when = _WHEN.match(masked, at)
    at = when.end() if when else at
    return at + len(masked[at:]) - len(masked[at:].lstrip())


def _indirect_content(clause: Clause, sentence: _Sentence, masked: str) -> tuple[Place, ...]:
    """The reported clause of a cue without a quotation, in two parts where "she said" stands in its midst; () if there
    is none."""
    behind = max(clause.cue[1], clause.source[1] if clause.inverted and clause.source else 0) - sentence.start
    if ahead := _content_ahead(clause, behind, sentence, masked):
        return ahead
    if clause.word == ACCORDING:
        start = masked.find(", ", behind) + 2 if _RELATIVE.match(masked, behind) else behind
        start += len(masked[start:]) - len(masked[start:].lstrip(", "))
    elif clause.inverted or masked.rstrip().endswith(":"):
        return ()
    else:
        start = _content_start(masked, behind)
    end = _without_stop(masked, sentence)
    whole = len(masked[start : end - sentence.start].split()) >= 3
    return ((sentence.start + start, end),) if whole else ()


def _content_ahead(clause: Clause, behind: int, sentence: _Sentence, masked: str) -> tuple[Place, ...]:
    """ "The gate would stay open, she said": content before the clause, and what of it goes on behind it."""
    offset = sentence.start
    ahead = masked[: clause.start - offset].rstrip()
    if not ahead.endswith(",") or len(ahead.split()) < 4:
        return ()
    first = (offset, offset + len(ahead) - 1)
    if masked[behind : behind + 2] == ", ":
        return first, (offset + behind + 2, _without_stop(masked, sentence))
    return (first,) if clause.inverted or len(masked[behind:].split()) < 6 else ()
