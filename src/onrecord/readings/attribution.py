"""Attributions by rule: which words an account gives to whom, and by which cue.

Quotation marks come first: a sentence is split with its quotations closed to view, the cue nearest to each quotation is found,
and the noun phrase before or behind the cue is its source. A quotation without a cue of its own belongs to the cue before it in
its paragraph, to a paragraph that ends with a colon, or to the quotation that it continues.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from onrecord.readings.cues import ACCORDING, CUE, EVIDENTIAL_NOT_SPEECH, SPEECH_FORMS
from onrecord.text.quotes import Quotation
from onrecord.text.sentences import split_sentences

Place = tuple[int, int]


@dataclass(frozen=True)
class Attribution:
    """Content, cue and source as (start, end) offsets. `frame`: the sentences to look for the surroundings in."""

    content: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    rule: str
    frame: tuple[Place, ...]
    introduced_by: Place | None = None  # the source of the sentence that announced these words


class _Sentence(NamedTuple):
    start: int
    end: int
    quotations: tuple[Quotation, ...]


_SHORTEST_SPEECH = 5  # words; a shorter quotation that nothing attributes is a term or a scare quote
_BOUNDARY = re.compile(
    r"[,;:—–()\[\]]|\s-+\s|\b(?:but|that|while|as|when|because|if|after|before|which|who|although|though|where|so|or|whether|since)\b",
    re.IGNORECASE,
)
_ADVERBS = (
    "also|later|then|again|now|once|further|repeatedly|previously|earlier|recently|publicly|privately|simply|merely|only|just|"
    "has|have|had|is|was|were|are|been|being|would|will|did|does|do|not|never|reportedly|bluntly|flatly|quickly|often|first|"
    "[a-z]+ly|both|all|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_TRAILING = re.compile(r"(?:\s(?:" + _ADVERBS + r"))*\s*$")
_LEADING = re.compile(
    r"^(?:(?:Earlier|Later|Meanwhile|But|And|Yet|Still|Then|Instead|However|Afterwards?|Separately|Sometimes|Now|In response)\s+|"
    r"(?:On|In|By|At|Last|Late|Early|Until|Since)\s(?:[\w.]+\s){0,2}?"
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s(?:morning\s|afternoon\s|evening\s|night\s)?)"
)
_NOUN_PHRASE = re.compile(
    r"^(?:(?:he|she|it|they|we|i|who|both|many|some|several|one|two|three|four|another|no|most|all|neither|either|others)\b|"
    r"(?:the|a|an|its|his|her|their|this|that|these|those)\s|[^\W\d_a-z]|(?:[a-z-]+\s){1,3}[^\W\d_a-z]|[a-z-]+(?:\s[a-z-]+){0,3}s$)"
)
_ADVERBIAL_START = re.compile(
    r"^(?:In|On|At|During|After|Before|By|With|For|From|Since|As|While|When|If|Regarding|Asked|Speaking|Earlier|Later)\b"
)
_AFFILIATION = re.compile(r"\s*\([^()]{1,40}\)\s*$")  # "Sen. Ana Orrin (D-Va.) said"
_LINKING = re.compile(r"^\s*(?:and|but|while|as|that|because|after)\s")
_APPOSITION = re.compile(  # what stands behind a name between commas: "the mayor", "who had waited", "asked by a reporter", "58"
    r"(?:(?:who|whose|which|where|when)\b|\d+$|(?:the|an?|its|his|her|their)\s[^,]*[a-z]\w*$(?<![A-Z])|[a-z]+(?:ed|ing)\b|"
    r"(?:[DRI]|Lab|Con|Lib)-[A-Z]|(?:Democrat|Republican|Independent|Conservative|Liberal)\sof\s|not\b|also\b|now\b|then\b|however\b|too$)"
)
_LETTER = re.compile(r"\w")
_AND = re.compile(r"\b(?:and|but)\s(?:then\s|also\s)?$")  # "she thanked them and added"
_GOES_ON = re.compile(r"(?:He|She|They|It|Asked)\b")  # the sentence goes on with the one who spoke
_PLACING = re.compile(
    r"^(?:In|On|At|By|To|For|With)\s(?:[\w.’'-]+\s){1,4}?(?=(?:the|he|she|they|it|Mr\.|Mrs\.|Ms\.)\s|(?:he|she|they|it)$)"
)
_NO_SUBJECT = re.compile(  # a finite verb in it, or a day
    r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\s(?:is|was|were|are|has|had|have|began|did|does|will|would|could|can|should|might|may|must|came|went|made|took|gave|got|met|"
    r"said|told|[a-z]{3,}(?:ised|ized|ated|ested|ented|erted|ained|ished|ounced|anded|used|iled|ered|ened))\s"
)
_AFTER_CUE = re.compile(
    r"\s+((?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Prof)\.\s)?(?:the|a|an|his|her|its|their|one|[^\W\d_a-z][\w’'-]*|he|she|they)\b"
    r"(?:[^,.;:()\"“”«»„]|(?<=\s[A-Z])\.|(?<=\s(?:Mr|Ms|Dr))\.|(?<=\s(?:Sen|Rep|Gov|Gen))\.|(?<=U)\.|(?<=U\.[SN])\.)*?)"
    r"(?=\s(?:in|on|at|after|before|during|when|while|who|whose|as|to|by|through|following|that|and|but|last|this|late|early|about|of\swhat)\b|[,.;:()\"“”«»„]|$)"
)
_SAID_TO = re.compile(
    r"(?:\s(?:reporters|journalists|lawmakers|parliament|delegates|the\s[\w.’'-]+(?:\s[\w.’'-]+){0,3}?|a\s[\w.’'-]+(?:\s[\w.’'-]+){0,3}?|"
    r"[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,3}|him|her|them|me|us))"
)
_WHEN = re.compile(
    r"(?:,?\s(?:on|late|early|last)?\s?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s(?:morning|afternoon|evening|night))?|,?\s(?:later|earlier|again|today|yesterday)|"
    r",?\s(?:in|through|via|during|at)\s(?:a|an|his|her|the)\s[^,.;:\"“”]{1,60}?(?=\s(?:that)\b|,))?,?"
)


def find_attributions(
    text: str, paragraphs: Iterable[Place], quotations: Iterable[Quotation]
) -> tuple[Attribution, ...]:
    """The attributions of the paragraphs, in the order of their content. Linear in the length of the text."""
    worded = (q for q in quotations if q.depth == 0 and _LETTER.search(text, q.start, q.end))
    reader = _Reader(text, tuple(worded))
    for start, end in paragraphs:
        reader.paragraph(start, end)
    reader.close()
    return tuple(sorted(reader.found, key=lambda a: (a.content[0], a.cue or (0, 0))))


class _Reader:
    """Goes through the paragraphs in order and keeps what the next one may need: the last attribution and what is announced."""

    def __init__(self, text: str, quotations: tuple[Quotation, ...]) -> None:
        self.text = text
        self.quotations = quotations
        self.next = 0
        self.found: list[Attribution] = []
        self.last: int | None = None  # index of the attribution that a quotation without a cue belongs to
        self.announced: Attribution | None = None  # "Kim said, through an interpreter:" before its quotation
        self.interrupted = False  # by a sentence without a quotation since the last attribution
        self.begin = 0  # of the paragraph being read
        self.continued = False
        self.waiting: list[Place] = []  # paragraphs of a quotation whose cue is still to come

    def paragraph(self, start: int, end: int) -> None:
        inside = []
        while self.next < len(self.quotations) and self.quotations[self.next].outer_start < end:
            if self.quotations[self.next].outer_start >= start:
                inside.append(self.quotations[self.next])
            self.next += 1
        masked = _mask(self.text[start:end], inside, start)
        if not self.continued and not (inside and not masked[: inside[0].outer_start - start].strip()):
            self.last = None
        self.begin = start
        if self.waiting and not inside:
            self.close()
        for sentence in _sentences(masked, start, inside):
            self._sentence(sentence, masked[sentence.start - start : sentence.end - start])
        self.continued = bool(inside) and inside[-1].closing == "continued"

    def close(self) -> None:
        """A quotation of several paragraphs that no cue follows is kept without a source."""
        if self.waiting:
            self.found.append(Attribution(tuple(self.waiting), None, None, "unattributed", ()))
            self.waiting = []

    def _sentence(self, sentence: _Sentence, masked: str) -> None:
        announced, self.announced = self.announced, None
        clauses = list(_clauses(masked, sentence.start))
        if not sentence.quotations:
            self._unquoted(sentence, masked, clauses)
            return
        groups: dict[_Clause, list[Quotation]] = {}
        loose = []
        for quotation in sentence.quotations:
            if _is_title(self.text[quotation.start : quotation.end]):
                continue
            clause = _nearest(clauses, quotation, masked, sentence.start)
            groups.setdefault(clause, []).append(quotation) if clause else loose.append(quotation)
        for clause, members in groups.items():
            made = _quoted(clause, members, sentence, masked)
            if self.waiting:
                made, self.waiting = replace(made, content=(*self.waiting, *made.content)), []
            if announced:
                made = replace(made, introduced_by=announced.source, frame=(*announced.frame, *made.frame))
            self._keep(made)
        if groups and clauses[0] not in groups:
            self._beside(clauses, groups, sentence, masked)
        for quotation in loose:
            self._without_cue(quotation, sentence, masked, announced)

    def _keep(self, made: Attribution) -> None:
        self.interrupted = False
        self.found.append(made)
        self.last = len(self.found) - 1

    def _beside(
        self, clauses: list["_Clause"], groups: dict["_Clause", list[Quotation]], sentence: _Sentence, masked: str
    ) -> None:
        """The sentence's first clause reports too: "He added that no gate would be closed, and called it ..."."""
        first, quoted = clauses[0], min(groups)
        end = masked.rfind(",", 0, quoted.cue[0] - sentence.start)
        words = masked[: max(end, 0)]
        content = _indirect_content(first, sentence, words) if first.cue[1] - sentence.start < end else None
        if content and first.word in SPEECH_FORMS and "\x00" not in words:
            self.found.append(Attribution((content,), first.cue, first.source, "indirect", (sentence[:2],)))
            self.found[self.last or 0], self.found[-1] = self.found[-1], self.found[self.last or 0]
            self.last = len(self.found) - 1

    def _unquoted(self, sentence: _Sentence, masked: str, clauses: list["_Clause"]) -> None:
        for clause in clauses:
            content = _indirect_content(clause, sentence, masked)
            if content and clause.word in SPEECH_FORMS | {ACCORDING}:
                self.found.append(Attribution((content,), clause.cue, clause.source, "indirect", (sentence[:2],)))
                break
        if masked.rstrip().endswith(":"):
            said = [clause for clause in clauses if clause.source]
            if said:
                self.announced = Attribution((), said[-1].cue, said[-1].source, "colon", (sentence[:2],))
        self.interrupted = True
        if not _GOES_ON.match(masked):
            self.last = None

    def _without_cue(
        self, quotation: Quotation, sentence: _Sentence, masked: str, announced: Attribution | None
    ) -> None:
        content = (quotation.start, quotation.end)
        words = len(self.text[slice(*content)].split())
        frame = (sentence[:2],)
        alone = not masked[: quotation.outer_start - sentence.start].strip(" \t\r\n-–—•*")
        if announced:
            self._keep(replace(announced, content=(content,)))
        elif alone and self.last is not None:
            before = self.found[self.last]
            if self.continued or (before.content[-1][0] >= self.begin and not self.interrupted):
                self.found[self.last] = replace(before, content=(*before.content, content))
            else:
                rule = "same-paragraph" if before.content[-1][0] >= self.begin else "following-paragraph"
                self._keep(Attribution((content,), None, before.source, rule, (*before.frame, *frame), before.source))
        elif alone and quotation.closing == "continued":
            self.waiting.append(content)
        elif words >= _SHORTEST_SPEECH:
            self.found.append(Attribution((content,), None, None, "unattributed", frame))


def _is_title(words: str) -> bool:
    """Whether all words but the small ones have capitals: the name of a programme, a book or a law is no speech."""
    weighty = [word for word in re.findall(r"[\w’'-]+", words) if len(word) > 3 or word[0].isupper()]
    return (
        2 <= len(weighty) <= 8
        and all(word[0].isupper() or word[0].isdigit() for word in weighty)
        and words[-1:] not in ("!", "?")
    )


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
    left = list(quotations)
    for start, end in split_sentences(masked):
        taken = [q for q in left if q.outer_start - offset < end]
        left = left[len(taken) :]
        yield _Sentence(offset + start, max([offset + end, *(q.outer_end for q in taken)]), tuple(taken))


class _Clause(NamedTuple):
    """A cue with its source, if one was found; `inverted` where the source follows the cue."""

    cue: Place
    word: str
    source: Place | None
    inverted: bool


def _clauses(masked: str, offset: int) -> Iterator[_Clause]:
    """The cues of one sentence that have a source, or none to be had ("citing")."""
    former = None
    for match in CUE.finditer(masked):
        word = match[0].casefold()
        if "\x00" in match[0] or EVIDENTIAL_NOT_SPEECH.match(masked, match.start()):
            continue
        source, inverted = None, False
        if word == ACCORDING:
            source, inverted = _behind(masked, match.end()), True
        elif word.endswith("ing") and masked[: match.start()].rstrip().endswith(","):
            source = _subject(masked)
        else:
            source = _before(masked, match.start())
            if source is None and _stands_behind_content(masked, match.start()):
                source, inverted = _behind(masked, match.end()), True
            if source is None and _AND.search(masked, max(0, match.start() - 8), match.start()):
                source = former
        if source:
            former = source
            place = (offset + source[0], offset + source[1])
            yield _Clause((offset + match.start(), offset + match.end()), word, place, inverted)


def _stands_behind_content(masked: str, at: int) -> bool:
    return masked[:at].rstrip()[-1:] in tuple(",\"”’'»“")


def _before(masked: str, at: int) -> Place | None:
    """The noun phrase that ends before `at`: the subject of the cue there."""
    floor = max(masked.rfind(mark, 0, at) for mark in '"“”»«„\x00') + 1
    stretch = masked[floor:at]
    stretch = stretch[: _TRAILING.search(stretch).start()]  # type: ignore[union-attr]
    stretch = _AFFILIATION.sub("", stretch)
    if stretch.rstrip().endswith((",", "—", "–")):
        return _before_apposition(stretch.rstrip()[:-1], floor)
    cut = max((m.end() for m in _BOUNDARY.finditer(stretch)), default=0)
    return _phrase(stretch, cut, floor)


def _before_apposition(stretch: str, floor: int) -> Place | None:
    """ "Kim, asked if he was ready, said": the part before the commas that can be a subject, the nearest first."""
    parts = [(m.start(), m.end()) for m in re.finditer(r"[^,—–]+", stretch)]
    for start, end in reversed(parts):
        words = _LINKING.sub("", stretch[start:end]).strip()
        if words and not _APPOSITION.match(words) and not _ADVERBIAL_START.match(words):
            phrase = _phrase(
                stretch[:end],
                end - len(stretch[start:end].lstrip()) + (len(stretch[start:end].lstrip()) - len(words)),
                floor,
            )
            if phrase:
                return phrase
    return None


def _phrase(stretch: str, cut: int, floor: int) -> Place | None:
    """The noun phrase that fills `stretch[cut:]`, less the adverbs before it."""
    piece = stretch[cut:]
    start = cut + len(piece) - len(piece.lstrip())
    while leading := _LEADING.match(stretch[start:]):
        start += leading.end()
    while adverbial := _PLACING.match(stretch[start:]):
        start += adverbial.end()
    phrase = stretch[start:].rstrip()
    if " and " in phrase and (match := re.search(r"\b[a-z]\w*\sand\s", phrase)) and not phrase[0].isupper():
        start += match.end()
        phrase = stretch[start:].rstrip()
    if not phrase or len(phrase.split()) > 14 or not _NOUN_PHRASE.match(phrase) or _NO_SUBJECT.search(phrase):
        return None
    return floor + start, floor + start + len(phrase)


def _behind(masked: str, at: int) -> Place | None:
    match = _AFTER_CUE.match(masked, at)
    return match.span(1) if match and match[1].strip() else None


_SUBJECT = re.compile(
    r"((?:[Hh]e|[Ss]he|[Tt]hey)(?=\s)|[Tt]he\s[A-Z]\w+(?:an|ian|ese|ish|i|ench)\s(?!(?:said|has|had|was|is|will)\b)[a-z]+(?=\s)|(?:[Tt]he\s|[Aa]n?\s)?(?:(?:[^\W\d_a-z][\w.’'-]*\s){0,3}(?:[a-z]+\s){0,2}?[^\W\d_a-z][\w.’'-]*(?:\s[^\W\d_a-z][\w.’'-]*){0,4}"
    r"|(?<=\s)(?:[a-z]+\s)?[a-z]+)|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)(?=\s|,)"
)
_OPENING_ADVERBIAL = re.compile(
    r"(?:In|On|At|During|After|Before|By|With|Since|Earlier|Later)\s(?:[^,]{1,40},\s|(?:[A-Z]\w+|\d+)\s(?=the\s))"
)


def _subject(masked: str) -> Place | None:
    """The noun phrase that opens the sentence, behind an adverbial: the source of a cue in -ing."""
    opening = _OPENING_ADVERBIAL.match(masked)
    match = _SUBJECT.match(masked, opening.end() if opening else 0)
    return match.span(1) if match else None


def _nearest(clauses: list[_Clause], quotation: Quotation, masked: str, offset: int) -> _Clause | None:
    def distance(clause: _Clause) -> int:
        start, end = clause.cue
        if clause.source:
            start, end = min(start, clause.source[0]), max(end, clause.source[1])
        return quotation.outer_start - end if end <= quotation.outer_start else start - quotation.outer_end

    before = [c for c in clauses if c.cue[1] <= quotation.outer_start]
    behind = [c for c in clauses if c.cue[0] >= quotation.outer_end and _follows(c, quotation, masked, offset)]
    if before and not behind and not _set_off(masked[before[-1].cue[1] - offset : quotation.outer_start - offset]):
        return _outermost(before, masked, offset)
    return min([*before, *behind], key=distance, default=None)


def _outermost(clauses: list[_Clause], masked: str, offset: int) -> _Clause:
    """ "Moon added that Seoul hopes to ...": of nested attributions the outer one, unless a new main clause begins between."""
    chosen = clauses[-1]
    for clause in reversed(clauses[:-1]):
        between = masked[clause.cue[1] - offset : chosen.cue[0] - offset]
        if clause.word not in SPEECH_FORMS or re.search(r";|,?\s(?:but|while|and)\s|,\s[a-z]+ing\s*$", between):
            break
        chosen = clause
    return chosen


def _follows(clause: _Clause, quotation: Quotation, masked: str, offset: int) -> bool:
    """A cue behind a quotation is its own if nothing stands between them, or if it ends the sentence behind a comma."""
    first = min(clause.cue[0], clause.source[0] if clause.source else clause.cue[0])
    last = max(clause.cue[1], clause.source[1] if clause.source else clause.cue[1])
    gap = masked[quotation.outer_end - offset : first - offset].strip("\u00a0 ")
    return gap in ("", ",") or (gap.endswith(",") and "\x00" not in gap and len(masked[last - offset :].split()) < 6)


def _quoted(clause: _Clause, members: list[Quotation], sentence: _Sentence, masked: str) -> Attribution:
    """The attribution of quotations to their cue, with the unquoted words of the clause where they are built into it."""
    frame = ((sentence.start, sentence.end),)
    spans = [(q.start, q.end) for q in members]
    first, last = members[0], members[-1]
    begin = min(clause.cue[0], clause.source[0] if clause.source else clause.cue[0])
    if first.outer_start >= clause.cue[1]:
        gap = masked[clause.cue[1] - sentence.start : first.outer_start - sentence.start]
        if _set_off(gap) and (gap.strip() or masked[first.start - sentence.start].isupper()):
            return Attribution(tuple(spans), clause.cue, clause.source, "quotation", frame)
        start = _content_start(masked, clause.cue[1] - sentence.start) + sentence.start
        return _mixed(clause, members, (min(start, first.outer_start), _without_stop(masked, sentence)), frame)
    lead = masked[: first.outer_start - sentence.start].strip(" ,:—–-\t\r\n•*").casefold()
    if lead in ("", "and", "but", "so", "then"):
        return Attribution(tuple(spans), clause.cue, clause.source, "quotation", frame)
    return _mixed(
        clause, [q for q in members if q.outer_start < begin] or members, (sentence.start, max(last.end, 0)), frame
    )


def _set_off(gap: str) -> bool:
    """Whether the words between a cue and a quotation leave it a speech of its own, not a part of the writer's sentence."""
    return gap.rstrip().endswith((",", ":", "—", "–")) or not gap.strip()


def _mixed(clause: _Clause, members: list[Quotation], whole: Place, frame: tuple[Place, ...]) -> Attribution:
    """The clause's words in pieces: quoted stretches are pieces of their own."""
    pieces, at = [], whole[0]
    for quotation in members:
        pieces += [(at, quotation.outer_start), (quotation.start, quotation.end)]
        at = quotation.outer_end
    pieces.append((at, whole[1]))
    kept = tuple(p for p in pieces if p[1] - p[0] > 1)
    return Attribution(kept, clause.cue, clause.source, "clause", frame)


def _without_stop(masked: str, sentence: _Sentence) -> int:
    return sentence.start + len(masked.rstrip().rstrip(".!?;"))


def _content_start(masked: str, at: int) -> int:
    """Where the reported clause begins behind its cue: past the addressee, the time and "that"."""
    that = re.match(r"[^,;:\"“”\x00]{0,80}?\bthat\s", masked[at:])
    if that:
        return at + that.end()
    addressee = (
        _SAID_TO.match(masked, at)
        if masked[:at].endswith(("told", "tells", "telling", "urged", "warned", "asked"))
        else None
    )
    if addressee:
        at = addressee.end()
    when = _WHEN.match(masked, at)
    at = when.end() if when else at
    return at + len(masked[at:]) - len(masked[at:].lstrip())


def _indirect_content(clause: _Clause, sentence: _Sentence, masked: str) -> Place | None:
    """The reported clause of a cue without a quotation."""
    begin = min(clause.cue[0], clause.source[0] if clause.source else clause.cue[0]) - sentence.start
    ahead = masked[:begin].rstrip()
    if (
        ahead.endswith(",")
        and len(ahead.split()) >= 4
        and (clause.inverted or len(masked[clause.cue[1] - sentence.start :].split()) < 6)
    ):
        return sentence.start, sentence.start + len(ahead.rstrip(","))
    if clause.word == ACCORDING:
        source_end = (clause.source[1] if clause.source else clause.cue[1]) - sentence.start
        start = source_end + len(masked[source_end:]) - len(masked[source_end:].lstrip(", "))
    elif clause.inverted or masked.rstrip().endswith(":"):
        return None
    else:
        start = _content_start(masked, clause.cue[1] - sentence.start)
    end = _without_stop(masked, sentence) - sentence.start
    if len(masked[start:end].split()) < 3:
        return None
    return sentence.start + start, sentence.start + end
