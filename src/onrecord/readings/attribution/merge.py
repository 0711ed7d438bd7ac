"""What the model marks and what the rules find, made one.

The rules know the punctuation: which words stand between marks, and which quotations go on over a cue or a paragraph.
The model knows the clause: whose words they are, and what is reported without marks. So the marks decide what is
quoted, the model decides who is given for it, and where the model is silent on a quotation, the rules stand.
"""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from onrecord.readings.attribution.cues import ACCORDING, CUE, QUOTED_AS, SPEECH_FORMS
from onrecord.readings.attribution.documents import with_document
from onrecord.readings.attribution.rules import Attribution, place_in_text
from onrecord.readings.model import Attribution as Marked
from onrecord.text import lexicon, title_words
from onrecord.text.quotes import Quotation
from onrecord.text.sentences import split_sentences
from onrecord.text.spans import Place

_SHORT_TITLE = re.compile(rf"\b(?:{title_words.ANY_CAPITALISED}|St)$")
_REST_OF_NAME = re.compile(r"\.?\s[^\W\d_a-z][\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*)*")
_WORD = re.compile(r"\w+")
_ANONYMITY = re.compile(  # why a source has no name, which is none of its words
    r"(?:not to be (?:publicly )?(?:named|identified|quoted)|(?:to )?(?:remain|stay) (?:anonymous|unnamed"
    r"|unidentified)|"
    r"(?:(?<=declined )|(?<=refused ))to be (?:named|identified)|(?<=requested )anonymity|on (?:the )?condition of "
    r"anonymity)\b"
    r"[^,;.\n]*,?\s*",
    re.IGNORECASE,
)
_OCCASION = re.compile(r"\s(?:after|before|when|while|during|once)\s\Z")
_RELATIVE = re.compile(r",?\s(?:who|which|that)$")
_DEED = re.compile(r"vot(?:e|es|ed|ing)\b", re.IGNORECASE)  # "voted to go ahead"
_TOPIC = re.compile(r"(?:when )?asked (?:about|for|on)$", re.IGNORECASE)
_DOUBTFUL = 0.5
_NEW_CLAUSE = re.compile(r"[.;:!?—–\n]|,\s(?:and|but|while)\b|\b(?:that|who|which|as|when|after|before)\b")
_OF_ITS_OBJECT = re.compile(r",\swhich\s(?:the\s)?$", re.IGNORECASE)  # "denied it, which the Times first told, saying"
_PRONOUN = re.compile(r"(?:he|she|it|they|I|we|you|some|many)", re.IGNORECASE)
_WHAT_OTHERS_CALL = re.compile(
    r"\bwhat\s((?:the\s|an?\s)?[\w.’'-]+(?:\s[\w.’'-]+){0,4}?)\s(?:(?:has|have|had|often|long|later|also)\s){0,3}"
    r"(calls?|called|terms?|termed|dubs?|dubbed|labels?|labelled|labeled|describes?|described|characterized|referred "
    r"to)\s(?:as\s)?"
    r"(?:an?\s|the\s|“an?\s)?$"
)
_MENTIONED = re.compile(r"[\"“][^\s\"“”]+(?:\s[^\s\"“”]+)?[\"”]")  # a word or two
_MOST_INSIDE = 20  # quotations within one that no mark closes
_FEWEST_BESIDE = 6  # words told beside a quotation that are worth a line of their own
_NO_CONTENT = lexicon.words("function_words.no_content")


class _Owned(NamedTuple):
    """Which quotations the marked attributions claim."""

    by: dict[Place, int]  # of each claimed one the number of the attribution
    of: dict[int, list[Quotation]]
    free: set[Place]  # that none claims


def merge(
    text: str,
    paragraphs: Sequence[Place],
    speech: Sequence[Quotation],
    by_rule: Iterable[Attribution],
    by_model: Sequence[Marked],
) -> tuple[Attribution, ...]:
    """The attributions of a text, in the order of their content. `speech`: its quotations that are somebody's words,
    outermost."""
    quoted = {at for quotation in speech for at in (quotation.outer_start, quotation.start)}
    by_model = [_trimmed(text, marked, quoted) for marked in by_model]
    owned, sentences = _owned(speech, by_model), _Sentences(text, paragraphs)
    merged: list[Attribution] = []
    settled: set[int] = set()
    for attribution in by_rule:
        if attribution.rule == "indirect":
            continue
        owners = {owned.by[place] for place in attribution.content if place in owned.by}
        if not owners:
            merged.append(attribution)
        for number in sorted(owners - settled):
            merged += _resettled(text, attribution, by_model[number], owned.of[number], owned.free)
        settled |= owners
    merged += [
        _from_model(text, marked, owned.of[number], sentences)
        for number, marked in enumerate(by_model)
        if number not in settled and (owned.of[number] or _reports(text, marked))
    ]
    return tuple(_with_subjects(text, sorted(merged, key=place_in_text)))


def _owned(speech: Sequence[Quotation], by_model: Sequence[Marked]) -> _Owned:
    by = _claims(speech, by_model)
    of: dict[int, list[Quotation]] = defaultdict(list)
    for quotation in speech:
        if (place := (quotation.start, quotation.end)) in by:
            of[by[place]].append(quotation)
    return _Owned(by, of, {(quotation.start, quotation.end) for quotation in speech} - by.keys())


def _with_subjects(text: str, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """A participle behind a comma has the subject of its clause: "Hale asked Orrin to meet Dahl, adding that ..." is
    Hale's."""
    former: Attribution | None = None
    for attribution in attributions:
        aside = former is not None and _goes_on_from(text, former, attribution)
        former = replace(attribution, source=former.source) if former and aside else attribution
        yield former


def _goes_on_from(text: str, former: Attribution, attribution: Attribution) -> bool:
    """Whether the cue of an attribution is a participle behind a comma, in the clause of the cue before it."""
    cue, source = attribution.cue, attribution.source
    if not (former.cue and former.source and cue and source) or former.source[0] >= former.cue[0]:
        return False
    if source[1] >= cue[0] or not text[slice(*cue)].endswith("ing") or not text.endswith(", ", 0, cue[0]):
        return False
    between = text[former.cue[1] : source[0]] or "."  # empty too where the source comes before that cue
    return not _NEW_CLAUSE.search(_OF_ITS_OBJECT.sub("", between))


def _trimmed(text: str, marked: Marked, quoted: Container[int]) -> Marked:
    """The same with whole names and the document before its issuer; without marks, reasons and occasions, none of its
    words."""
    made = _without_anonymity(text, _whole_names(text, _without_marks(text, marked)))
    made = made._replace(source=tuple(with_document(text, place) for place in made.source))
    return _without_occasion(text, made, quoted) if made.content and made.content[0][0] in quoted else made


def _without_marks(text: str, marked: Marked) -> Marked:
    """The same without the commas and colons at the ends of its source and cue."""

    def trimmed(places: Iterable[Place]) -> tuple[Place, ...]:
        return tuple((start, start + (len(text[start:end].rstrip(" ,;:")) or end - start)) for start, end in places)

    return marked._replace(source=trimmed(marked.source), cue=trimmed(marked.cue))


def _whole_names(text: str, marked: Marked) -> Marked:
    """A source that stops at the full stop of a title ("Mr") goes on with the name."""
    if not marked.source or not (name := _REST_OF_NAME.match(text, marked.source[-1][1])):
        return marked
    (*rest, (start, end)) = marked.source
    if not _SHORT_TITLE.search(text, max(start, end - 7), end):
        return marked
    return marked._replace(source=(*rest, (start, name.end())))


def _without_anonymity(text: str, marked: Marked) -> Marked:
    """The same without the clause that tells why its source has no name: "according to an aide who asked not to be
    named, ..."."""
    content, anonymous = [], False
    for start, end in marked.content:
        clause = _ANONYMITY.match(text, start, end)
        anonymous |= clause is not None
        # What follows a comma is content where the cue stands outside the clause, and else the writer's next clause.
        at = clause.end() if clause else start
        if not clause or (at < end and _is_according(text, marked)):
            content.append((at, end))
    if not anonymous:
        return marked
    source = tuple((start, start + len(_RELATIVE.sub("", text[start:end]))) for start, end in marked.source)
    return marked._replace(content=tuple(content), source=source)


def _without_occasion(text: str, marked: Marked, quoted: Container[int]) -> Marked:
    """The same without the clause that tells on what occasion a quotation was said: "..., Hale said after the talks had
    ended"."""
    if not marked.cue or marked.content[0][1] > marked.cue[0][0]:
        return marked
    cue = marked.cue[-1][1]
    kept = [
        place
        for place in marked.content
        if place[0] < cue or place[0] in quoted or not _OCCASION.search(text, cue, place[0])
    ]
    return marked._replace(content=tuple(kept))


def _is_according(text: str, marked: Marked) -> bool:
    return bool(marked.cue) and text[slice(*marked.cue[0])].casefold() == ACCORDING


def _reports(text: str, marked: Marked) -> bool:
    """Whether words without marks are something said: not what was asked about, not a bare "what", not, where in doubt,
    a deed."""
    words = [word.casefold() for place in marked.content for word in _WORD.findall(text[slice(*place)])]
    cue = text[slice(*marked.cue[0])] if marked.cue else ""
    deed = marked.score < _DOUBTFUL and _DEED.match(cue)
    topic = not marked.source and _TOPIC.match(cue)
    return not (topic or deed or all(word in _NO_CONTENT for word in words))


def with_ends(
    text: str, paragraphs: Sequence[Place], quotations: Sequence[Quotation], by_model: Iterable[Marked]
) -> tuple[Quotation, ...]:
    """The quotations, one that no mark closes up to the end of the marked content that holds its first word: that may
    be before its cue (“We waited, she said.) or sentences on. None goes beyond its paragraph or takes in another or
    leaves one out."""
    content = sorted({place for marked in by_model for place in marked.content})
    ended = list(quotations)
    for number, quotation in enumerate(quotations):
        if quotation.closing != "unclosed" or quotation.depth:
            continue
        end = _marked_end(text, quotation, content, paragraphs)
        inner = tuple(takewhile(lambda later: later.depth, quotations[number + 1 : number + 1 + _MOST_INSIDE]))
        after = quotations[number + 1 + len(inner) : number + 2 + len(inner)]
        first = max([quotation.start + 1, *(later.outer_end for later in inner)])
        if first <= end and max(end, quotation.end) <= (after[0].outer_start if after else len(text)):
            end = quotation.start + len(text[quotation.start : end].rstrip())
            ended[number] = quotation._replace(end=end, outer_end=end)
    return tuple(ended)


def _marked_end(text: str, quotation: Quotation, content: Sequence[Place], paragraphs: Sequence[Place]) -> int:
    """Where the marked content that holds the first word of a quotation ends, within its paragraph; -1 if none does."""
    place = bisect_right(content, (quotation.start, len(text))) - 1
    paragraph = bisect_right(paragraphs, (quotation.start, len(text))) - 1
    return -1 if place < 0 or paragraph < 0 else min(content[place][1], paragraphs[paragraph][1])


def claimed(quotations: Sequence[Quotation], by_model: Sequence[Marked]) -> dict[Place, Marked]:
    """For the place of each quotation the marked attribution that gives it to somebody, if one does."""
    return {place: by_model[number] for place, number in _claims(quotations, by_model).items()}


def _claims(quotations: Sequence[Quotation], by_model: Sequence[Marked]) -> dict[Place, int]:
    """For each quotation the number of the marked attribution whose content holds most of it, if one holds half."""
    starts = [q.outer_start for q in quotations]
    held: dict[Place, tuple[int, int]] = {}
    for number, marked in enumerate(by_model):
        for start, end in marked.content:
            first = max(0, bisect_left(starts, start) - 1)
            for quotation in quotations[first : bisect_left(starts, end)]:
                shared = min(end, quotation.end) - max(start, quotation.start)
                if marked.source and quotation.start <= marked.source[0][0] < quotation.end:
                    continue  # whom its words name is not who says them
                if 2 * shared >= quotation.end - quotation.start:
                    place = (quotation.start, quotation.end)
                    held[place] = max(held.get(place, (0, -1)), (shared, number))
    return {place: number for place, (_, number) in held.items()}


def _settled(
    text: str, attribution: Attribution, marked: Marked, quoted: Sequence[Quotation], free: Container[Place]
) -> Attribution:
    """A marked attribution whose quotations the rules found too: the model's clause, and the quotations that the rules
    join to it.

    `quoted` are its quotations, `free` those that no marked attribution claims.
    """
    joined = [place for place in attribution.content if place in free]
    content = tuple(sorted([*_pieces(text, marked.content, quoted), *joined]))
    cue, source = _given_for(text, attribution, marked)
    if attribution.cue and attribution.source and QUOTED_AS.fullmatch(text, *attribution.cue):
        cue, source = attribution.cue, attribution.source  # not who quotes him
        content = attribution.content
    agreed = source is not None and attribution.source is not None and _overlap(source, attribution.source)
    return replace(
        attribution,
        content=content,
        source=source,
        cue=cue,
        rule=f"model+{attribution.rule}" if agreed else "model",
        score=marked.score,
    )


def _given_for(text: str, attribution: Attribution, marked: Marked) -> tuple[Place | None, Place | None]:
    """Cue and source of words that the rules and the model found: the model's, but for a nearer or shorter cue."""
    by_rule = attribution.cue
    cue = marked.cue[0] if marked.cue else by_rule
    source = marked.source[0] if marked.source else attribution.source
    if cue and _is_nearer(text, attribution, cue):
        return by_rule, attribution.source
    if by_rule and cue and cue[0] <= by_rule[0] and by_rule[1] <= cue[1]:
        cue = by_rule  # "said", not "said, through an interpreter"
    return cue, source


def _is_nearer(text: str, attribution: Attribution, cue: Place) -> bool:
    """Whether a clause of speech by rule stands between a cue that is none of speech and the words: "some cheer when he
    says “...”"."""
    by_rule, source = attribution.cue, attribution.source
    if not by_rule or not source or not _PRONOUN.fullmatch(text, *source):
        return False
    between = cue[1] <= source[0] < by_rule[0] and by_rule[1] <= attribution.content[0][0]
    return between and text[slice(*by_rule)].casefold() in SPEECH_FORMS and not CUE.search(text, *cue)


def _resettled(
    text: str, attribution: Attribution, marked: Marked, quoted: Sequence[Quotation], free: Container[Place]
) -> list[Attribution]:
    """As `_settled`, but a quotation that a clause within the marked content gives to its speaker is his: "“Never,”
    Hale said, according to an aide" is Hale's, and the aide's only what else is told of it. So with "Hale spoke of what
    aides called “a mess”"."""
    others = _others(text, marked, quoted)
    if not others and not _is_told_within(text, attribution, marked):
        return [_settled(text, attribution, marked, quoted, free)]
    inner = replace(attribution, score=marked.score)
    if others:
        source, cue = others
        inner = replace(inner, content=tuple((q.start, q.end) for q in quoted), source=source, cue=cue)
    beside = _beside(text, marked.content, [*inner.content, *filter(None, (inner.source, inner.cue))])
    words = sum(len(text[slice(*place)].split()) for place in beside)
    if words < _FEWEST_BESIDE or not marked.source or not marked.cue:
        return [inner]
    frame, score = attribution.frame, marked.score
    outer = Attribution(beside, marked.cue[0], marked.source[0], "model", frame, score=score, embedded=True)
    return [inner, outer]


def _beside(text: str, content: Iterable[Place], inner: Iterable[Place]) -> tuple[Place, ...]:
    """The content that stands before and behind all of the inner places."""
    places = sorted(inner)
    first, last = places[0][0], max(end for _, end in places)
    return tuple(
        piece
        for start, end in content
        for piece in (*_worded(text, start, min(end, first)), *_worded(text, max(start, last), end))
    )


def _others(text: str, marked: Marked, quoted: Sequence[Quotation]) -> tuple[Place, Place] | None:
    """Source and cue of a quotation that is what others than the one whom the model gives it to call a thing: "what
    aides called"."""
    at = quoted[0].outer_start
    called = _WHAT_OTHERS_CALL.search(text, max(0, at - 90), at)
    if not called or _PRONOUN.fullmatch(called[1]):
        return None
    same = marked.source and _overlap(called.span(1), marked.source[0])
    return None if same else (called.span(1), called.span(2))


def _is_told_within(text: str, attribution: Attribution, marked: Marked) -> bool:
    """Whether the rules found a source and a cue of its own for a quotation that the model gives to who is "according
    to": within the marked content, or between it and the "according to" behind it."""
    cue, source = attribution.cue, attribution.source
    if not (cue and source and _is_according(text, marked)) or text[slice(*cue)].casefold() == ACCORDING:
        return False
    told = [*marked.content, (marked.content[-1][1], marked.cue[0][0])]
    return all(any(b <= at and end <= e for b, e in told) for at, end in (cue, source))


def _from_model(text: str, marked: Marked, quoted: Sequence[Quotation], sentences: "_Sentences") -> Attribution:
    cue = marked.cue[0] if marked.cue else None
    frame = sentences.around(cue or marked.content[0])
    source = marked.source[0] if marked.source else None
    pieces = tuple(_pieces(text, marked.content, quoted))
    embedded = any(text[start].islower() for start, _ in pieces)
    return Attribution(pieces, cue, source, "model", (frame,), score=marked.score, embedded=embedded)


def _pieces(text: str, content: Iterable[Place], quoted: Sequence[Quotation]) -> Iterator[Place]:
    """The content with quoted stretches as pieces of their own, without their marks and without white space at the
    ends. Beside them a word that is only mentioned, as the marks around it show, is nobody's."""
    for start, end in content:
        if quoted and _MENTIONED.fullmatch(text, start, end) and not any(q.outer_start == start for q in quoted):
            continue
        at = start
        for quotation in quoted:
            if start < quotation.end and quotation.start < end:
                yield from _worded(text, at, quotation.outer_start)
                yield quotation.start, quotation.end
                at = quotation.outer_end
        yield from _worded(text, at, end)


def _worded(text: str, start: int, end: int) -> Iterator[Place]:
    """The stretch without the white space at its ends, if it holds a word."""
    if start < end and _WORD.search(text, start, end):
        piece = text[start:end]
        yield end - len(piece.lstrip()), start + len(piece.rstrip())


def _overlap(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class _Sentences:
    """The sentence around a place."""

    def __init__(self, text: str, paragraphs: Iterable[Place]) -> None:
        self._all = [sentence for start, end in paragraphs for sentence in split_sentences(text, start, end)]
        self._starts = [start for start, _ in self._all]

    def around(self, place: Place) -> Place:
        return self._all[max(0, bisect_left(self._starts, place[0] + 1) - 1)] if self._all else place
