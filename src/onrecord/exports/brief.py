"""In short: three to five lines in the accounts' own words. What is chosen is chosen by rules; nothing is written.

The outcome is a sentence of the writer, looked for where news writing puts it, in the lead. Then comes what each side
says, the reasons it gives before anything else; then what is to follow. No words are cut twice.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import accumulate

from onrecord.exports.bargain import sides
from onrecord.exports.context import sentences
from onrecord.exports.index import Index, block_id
from onrecord.exports.view import Attestation, Brief, Line, Part, Slot
from onrecord.text import lexicon
from onrecord.text.letters import folded
from onrecord.types import Account, Span

MOST = 5
LEAST = 3
LEAD = 3  # paragraphs at the head of an account where its outcome is looked for
LONG = 60  # words; a longer utterance is no line of a summary
LOOKED_THROUGH = 1_000_000  # characters of the body of an account, of which no more is read
LONGEST = 5_000  # characters; what goes on for longer is no sentence
ALIKE = 0.6  # share of the words of the shorter of two cuts; with more in common they are one quotation
SHORT = 5  # words; nor is a shorter one
FRAGMENT = 3  # words; fewer are no sentence: "MS.", "Photo: Dahl"


def _phrases(name: str) -> str:
    """A pattern for the entries of a list of words, with either apostrophe."""
    return lexicon.any_of(lexicon.in_order(name)).replace("'", "['’]")


_NOT_REACHED, _ENDED = _phrases("outcomes.not_reached"), _phrases("outcomes.ended")
_OUTCOME = re.compile(rf"\b(?:no|without|any) (?:\w+ )?(?:{_NOT_REACHED})\b|\b(?:{_ENDED})\b", re.IGNORECASE)
_REASON = re.compile(r"\b(?:" + _phrases("outcomes.reasons") + r")\b", re.IGNORECASE)
_SIGNS_OF_MORE = (
    r"no (?:new |further |other |firm )?(?:date|timetable|meeting|talks|schedule)s?",
    r"(?:hope[sd]?|plan(?:s|ned)?) to",
    r"(?:is|are|was|were) (?:expected|due|scheduled|set|likely|almost certain) (?:to|for)",
    r"scheduled (?:to|for)",
    r"look(?:s|ed|ing)? forward",
    r"next (?:week|month|year|round|meeting|session|step|summit|spring|summer|autumn|winter)",
    r"in the coming",
    r"(?:will|would) (?:meet|resume|continue|return|reconvene|vote|come back|be held|try again)",
    r"(?:another|third|further) (?:meeting|round|summit|session|talks)",
)
_SOON = re.compile(rf"\b(?:{'|'.join(_SIGNS_OF_MORE)})\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|shall|going to|’ll|'ll)\b", re.IGNORECASE)
# What an agency or a paper prints before the first sentence: "PORT ELLIN, Monday (Agency) — ".
_PLACE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,40}(?:, [A-Z][\w.]{1,20}(?: [\w.]{1,12}){0,2})?(?: \([^()\n]{1,40}\))? ?(?:—|–|--|-) "
)
_AGENCY = re.compile(r"\([A-Z][^()\n]{1,30}\) ?(?:—|–|--|-)? ?")
_LEANING = re.compile(
    r"(?:But|And|Yet|Still|However|Nor|So|Then|He|She|It|They|This|That|These|Those|His|Her|Its|Their)\b"
)
# What may stand between reported words and the time that belongs to them: ", on Monday".
_TO_TIME = re.compile(r",?\s(?:(?:on|in|at|by|before|after|from|until|for|early|late|later|next|the)\s){0,3}")
_BEHIND = 60  # characters; what may stand between is shorter
_OPEN = "\"“„«‘'"

Made = tuple[Brief, Span | None]


def brief(index: Index, lines: Iterable[Line]) -> tuple[Made, ...]:
    """Three to five lines, and for a sentence of a writer the span it was cut from."""
    taken = _Taken(index)
    ranked = _ranked(index, [line for line in lines if SHORT <= line.length <= LONG])
    ended, label = _outcomes(index)
    out = _sentences(index, taken, ended, label, 1)
    coming = _sentences(index, taken, _coming(index), "What is next", 1) or _announced(index, taken, ranked)
    for line in ranked:
        if len(out) + len(coming) < MOST and taken.voice(line):
            out.append((_utterance(line, "What each side says", line.parts), None))
    if len(out) + len(coming) < LEAST:
        out[1:1] = _sentences(index, taken, ended, label, LEAST - len(out) - len(coming))
    return (*out, *coming)


class _Taken:
    """What has been cut already: words, lines and speakers."""

    def __init__(self, index: Index) -> None:
        self._sides = _sides(index)
        self._cut = index.cut
        self._words: list[frozenset[str]] = []
        self._spans: list[Span] = []
        self._heard: set[str] = set()
        self._of: dict[str, list[Span]] = {}
        for statement in index.statements.values():
            self._of.setdefault(index.lines[statement.id], []).extend(statement.content)

    def span(self, span: Span) -> bool:
        """Takes `span`, unless some of it is taken."""
        return self._take([span])

    def line(self, line: Line) -> bool:
        """Takes the words of all witnesses of `line`, unless some are taken."""
        return self._take(self._of.get(line.id, []))

    def voice(self, line: Line) -> bool:
        """Takes the words of `line` for its side, if that is known and has not been heard."""
        side = self._sides.get(line.speaker or "", line.speaker or "")
        if not side or side in self._heard or not self.line(line):
            return False
        self._heard.add(side)
        return True

    def _take(self, spans: list[Span]) -> bool:
        words = frozenset(word for span in spans for word in folded(self._cut(span).text).casefold().split())
        if any(_are_alike(words, taken) for taken in self._words):
            return False
        if any(_overlap(span, taken) for span in spans for taken in self._spans):
            return False
        self._spans += spans
        self._words.append(words)
        return True


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    shorter = min(len(words), len(others))
    return shorter > SHORT and len(words & others) > ALIKE * shorter


def _overlap(span: Span, other: Span) -> bool:
    return span.account == other.account and span.start < other.end and other.start < span.end


def _sentences(index: Index, taken: _Taken, spans: Iterable[Span], label: str, most: int) -> list[Made]:
    out: list[Made] = []
    for span in spans:
        if len(out) < most and taken.span(span):
            out.append((_sentence(index, span, label), span))
    return out


def _outcomes(index: Index) -> tuple[list[Span], str]:
    """The sentence of each account's head in which its writer most plainly tells how it ended: early, with many cues,
    and of equals in the latest account. If none has a cue, the sentences that the accounts open with, the latest
    account first, under another label."""
    best: list[tuple[int, Span]] = []
    leads: list[Span] = []
    stands_alone = _StandsAlone(index)
    for account in sorted(index.accounts.values(), key=lambda a: a.published or "", reverse=True):
        sentences = list(filter(stands_alone, _head(account)))
        leads += sentences[:1]
        weights = [_weight(account, sentence) for sentence in sentences]
        cued = [
            (2 * n - weight, span) for n, (span, weight) in enumerate(zip(sentences, weights, strict=True)) if weight
        ]
        best += sorted(cued, key=_penalty)[:1]
    if best:
        return [span for _, span in sorted(best, key=_penalty)], "How it ended"
    return leads, "The lead"


def _penalty(candidate: tuple[int, Span]) -> int:
    return candidate[0]


def _weight(account: Account, span: Span) -> int:
    """How plainly a sentence tells an outcome; what is only to come weighs less."""
    cues = len(_cues(_OUTCOME, account, span))
    return max(cues - 2 * len(_cues(_SOON, account, span)), 1) if cues else 0


class _StandsAlone:
    """Whether a sentence of a writer can stand alone. It is nobody's quotation: it does not begin with a mark, or with
    the words of direct speech; and it leans on no sentence before it by the word that it begins with."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._spans: dict[str, list[Span]] = {}
        for span in sorted(span for s in index.statements.values() if s.form == "direct" for span in s.content):
            self._spans.setdefault(span.account, []).append(span)
        self._reach = {account: [*accumulate((s.end for s in spans), max)] for account, spans in self._spans.items()}

    def __call__(self, span: Span) -> bool:
        account = self._index.accounts[span.account]
        last = bisect_right(self._spans.get(span.account, ()), span.start, key=lambda s: s.start) - 1
        inside = last >= 0 and span.start < self._reach[span.account][last]
        text = account.text[span.start : span.end]
        return not (inside or text[:1] in _OPEN or _torn(text) or _LEANING.match(text))


def _torn(text: str) -> bool:
    """Whether a quotation begins or ends in `text` without its other end."""
    return text.count('"') % 2 == 1 or text.count("“") != text.count("”") or text.count("«") != text.count("»")


def _head(account: Account) -> Iterator[Span]:
    """The sentences an account opens with, its headline last: it is the shortest, and often not its author's."""
    body = [b for b in account.blocks if b.kind == "body"][:LEAD]
    headline = [b for b in account.blocks if b.kind == "headline"][:1]
    for block in (*body, *headline):
        yield from _spans(account, block.span)


def _spans(account: Account, span: Span) -> Iterator[Span]:
    """The sentences of a block, without the dateline that it may begin with."""
    start = span.start
    for pattern in (_PLACE, _AGENCY):
        dateline = pattern.match(account.text, start, span.end)
        start = dateline.end() if dateline else start
    for first, end in sentences(account.text, start, span.end):
        if end - first <= LONGEST and len(account.text[first:end].split()) >= FRAGMENT:
            yield Span(account.id, first, end)


def _cues(pattern: re.Pattern[str], account: Account, span: Span) -> set[str]:
    return {m[0].casefold() for m in pattern.finditer(account.text, span.start, span.end)}


def _first_of_body(account: Account) -> Iterator[Span]:
    """The places of the body, as far as it is looked through."""
    remaining = LOOKED_THROUGH
    for block in account.blocks:
        if block.kind == "body" and remaining > 0:
            yield Span(account.id, block.span.start, min(block.span.end, block.span.start + remaining))
            remaining -= block.span.end - block.span.start


def _coming(index: Index) -> list[Span]:
    """The writers' sentences that say what is to follow, the plainest first, of equals the last of an account."""
    stands_alone = _StandsAlone(index)
    cued: list[tuple[int, int, int, Span]] = []
    for number, account in enumerate(index.accounts.values()):
        for place in _first_of_body(account):
            for span in _spans(account, place):
                cues = len(_cues(_SOON, account, span))
                short = cues and len(index.cut(span).text.split()) <= LONG
                if short and stands_alone(span):
                    cued.append((-cues, number, -span.start, span))
    return [span for *_, span in sorted(cued)]


def _ranked(index: Index, lines: Iterable[Line]) -> list[Line]:
    """Lines that several accounts carry first, then those of sides that hold positions, then those with a reason."""
    names = _sides(index)
    plain = [p for p in index.positions.values() if p.modality == "plain"]  # only such a one counts as held
    holders = Counter(names.get(name, name) for p in plain if (name := index.name(p.holder)))
    stated = {index.lines[s] for p in index.positions.values() if (s := p.statement) and s in index.lines}

    def rank(line: Line) -> tuple[int, bool, int, int, bool, int]:
        full = sum(slot.state == "full" for slot in line.attestation.slots)
        weight = holders[names.get(line.speaker or "", line.speaker or "")]
        reason = bool(_REASON.search("".join(p.text for p in line.parts))) + (line.id in stated)
        return -full, line.form == "indirect", -weight, -reason, line.form != "direct", line.number

    return sorted(lines, key=rank)


def _sides(index: Index) -> dict[str, str]:
    """By name: the side of somebody in the record's cast."""
    names = sides(index)
    return {actor.name: names[actor.id] for actor in index.record.cast if actor.id in names}


class _Dated:
    """The time that stands right behind an utterance in its account, and belongs to it."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._times: dict[str, list[Span]] = {}
        for span in sorted(moment.dated_by for moment in index.moments.values()):
            self._times.setdefault(span.account, []).append(span)

    def __call__(self, line: Line, words: str) -> str:
        """`words`, which `line` ends with, up to that time: "they would meet the mayor" and ", on Monday"."""
        for witness in line.witnesses:
            content = self._index.statements[witness.id].content
            last = content[-1] if content else None
            if last and witness.form == "indirect" and self._index.cut(last).text.endswith(words):
                return words + self._behind(last)
        return words

    def _behind(self, span: Span) -> str:
        text = self._index.accounts[span.account].text
        times = self._times.get(span.account, [])
        for number in range(bisect_left(times, span.end, key=lambda s: s.start), len(times)):
            time = times[number]
            if time.start - span.end > _BEHIND:
                break
            if _TO_TIME.fullmatch(text, span.end, time.start):
                return text[span.end : time.end]
        return ""


def _announced(index: Index, taken: _Taken, lines: Iterable[Line]) -> list[Made]:
    """What the first utterance says of what is to come, if any does."""
    for line, parts in _following(_Dated(index), lines):
        if taken.line(line):
            return [(_utterance(line, "What is next", parts), None)]
    return []


def _following(dated: _Dated, lines: Iterable[Line]) -> Iterator[tuple[Line, tuple[Part, ...]]]:
    """Utterances about what is to come, each cut to the sentence that says so, with its time."""
    pool = list(lines)
    for pattern in (_SOON, _FUTURE):
        for line in pool:
            for run in _runs(line.parts):
                for start, end in sentences(run, 0, len(run)):
                    if line.speaker and pattern.search(run, start, end):
                        yield line, (Part("words", dated(line, run[start:end])),)


def _runs(parts: Iterable[Part]) -> Iterator[str]:
    """The unbroken stretches of an utterance."""
    run = ""
    for part in (*parts, Part("gap", "")):
        if part.kind == "gap":
            yield run
            run = ""
        else:
            run += part.text


def _sentence(index: Index, span: Span, label: str) -> Brief:
    key = f"{block_id(span.account, 0)}-{span.start}-{span.end}".replace("account-", "cut-", 1)
    pin = f"at-{key}"
    slot = Slot(index.sigla[span.account], "full", f"#{pin}")
    return Brief(key, label, None, (), None, (Part("words", index.cut(span).text),), Attestation((slot,)), f"#{pin}")


def _utterance(line: Line, label: str, parts: tuple[Part, ...]) -> Brief:
    words = tuple(Part("words" if p.kind == "lemma" else p.kind, p.text) for p in parts)
    speaker = ", ".join((line.speaker, *line.joint)) if line.speaker else None
    return Brief(
        f"brief-{line.id}", label, speaker, line.instead, line.form, words, line.attestation, f"#line-{line.id}"
    )
