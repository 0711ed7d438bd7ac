"""In short: three to five lines in the accounts' own words. What is chosen is chosen by rules; nothing is written.

The outcome is looked for where news writing puts it, in the lead; then come the utterances that most accounts carry,
of different speakers as far as there are; then what is to follow.
"""

import re
from collections.abc import Iterable, Iterator

from onrecord.exports.index import Index, block_id
from onrecord.exports.view import Attestation, Brief, Line, Part, Slot
from onrecord.types import Account, Span

MOST = 5
LEAD = 3  # paragraphs at the head of an account where its outcome is looked for
LONG = 60  # words; a longer utterance is cut to one of its sentences

_OUTCOME = re.compile(
    r"\b(?:no|without|any) (?:\w+ )?(?:deal|agreement|accord|breakthrough|result|treaty|compromise)s?\b"
    r"|\b(?:fail(?:s|ed|ure)?|collaps(?:e|es|ed)|br(?:oke|eaks?) (?:off|down)|cut short|deadlock(?:ed)?|stalemate"
    r"|walk(?:s|ed)? (?:away|out)|agree(?:s|d)?|sign(?:s|ed)|ratif(?:ies|ied)|reach(?:es|ed)?|end(?:s|ed)?"
    r"|adopt(?:s|ed)|reject(?:s|ed)|suspend(?:s|ed)|postpone(?:s|d)|truce|ceasefire|deal|accord)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"\blook(?:s|ed|ing)? forward\b|\bin the (?:future|coming)\b|\bgoing forward\b|\bset to\b|\bscheduled (?:to|for)\b"
    r"|\bnext (?:week|month|year|round|meeting|session|step|summit|spring|summer|autumn|winter)\b"
    r"|\b(?:will|would|to) (?:meet|resume|continue|return|reconvene|try) ?(?:again)?\b"
    r"|\b(?:another|third|further) (?:meeting|round|summit|session|talks)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”’')\]]*+\s+")
_SHORT = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]|[A-Z][a-z]{1,2}|[A-Z]\.[A-Z])\.$")  # an initial or a title: "U.S.", "Mr."


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where the sentences of `text[start:end]` stand. It rather joins two than cuts one at an initial or a title."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        after = text[stop.end() : stop.end() + 1]
        mark = stop.start() + 1
        if after.islower() or _SHORT.search(text[max(first, mark - 6) : mark]):
            continue
        yield first, first + len(text[first : stop.end()].rstrip())
        first = stop.end()
    if text[first:end].strip():
        yield first, first + len(text[first:end].rstrip())


def brief(index: Index, lines: Iterable[Line]) -> tuple[tuple[Brief, Span | None], ...]:
    """Up to five lines, and for a sentence of a writer the span it was cut from."""
    pool = list(lines)
    ended, label = _outcomes(index)
    outcome = ended[:2]
    following = next(_following(_ranked(pool)), None)
    said = _told([x for x in pool if following is None or x.id != following[0].id], MOST - len(outcome) - 1)
    out: list[tuple[Brief, Span | None]] = [(_sentence(index, span, label), span) for span in outcome]
    out += [(_utterance(line, "Said", line.parts), None) for line in said]
    if following:
        out.append((_utterance(following[0], "What is next", following[1]), None))
    else:
        out += [(_sentence(index, span, "What is next"), span) for span in _nexts(index, outcome)]
    return tuple(out)


def _outcomes(index: Index) -> tuple[list[Span], str]:
    """The sentence of each account's head that most plainly tells how it ended; those with the most cues first.

    If none has a cue, the sentences that the accounts open with, under another label.
    """
    best: list[tuple[int, int, Span]] = []
    for number, account in enumerate(index.accounts.values()):
        found = [(-len(_cues(_OUTCOME, account, s)), n, s) for n, s in enumerate(_head(account))]
        if found:
            cues, _, span = min(found)
            best.append((cues, number, span))
    told = any(cues for cues, _, _ in best)
    different: dict[str, Span] = {}
    for cues, _, span in sorted(best):
        if cues or not told:
            different.setdefault(" ".join(index.cut(span).text.split()).casefold(), span)
    return list(different.values()), "How it ended" if told else "The lead"


def _head(account: Account) -> Iterator[Span]:
    """The sentences an account opens with, its headline last: it is the shortest, and often not its author's."""
    body = [b for b in account.blocks if b.kind == "body"][:LEAD]
    headline = [b for b in account.blocks if b.kind == "headline"][:1]
    for block in (*body, *headline):
        yield from _spans(account, block.span)


def _spans(account: Account, span: Span) -> Iterator[Span]:
    for start, end in sentences(account.text, span.start, span.end):
        yield Span(account.id, start, end)


def _cues(pattern: re.Pattern[str], account: Account, span: Span) -> set[str]:
    return {m[0].casefold() for m in pattern.finditer(account.text, span.start, span.end)}


def _nexts(index: Index, used: Iterable[Span]) -> tuple[Span, ...]:
    """The last sentence of the first account that says what is to follow."""
    taken = set(used)
    for account in index.accounts.values():
        found = [s for b in account.blocks if b.kind == "body" for s in _spans(account, b.span)]
        found = [s for s in found if s not in taken and _cues(_NEXT, account, s)]
        if found:
            return (found[-1],)
    return ()


def _ranked(lines: Iterable[Line]) -> list[Line]:
    """Lines that several accounts carry first, direct speech before reported, then as printed."""

    def rank(line: Line) -> tuple[int, bool, bool, int]:
        full = sum(slot.state == "full" for slot in line.attestation.slots)
        return -full, line.form == "indirect", line.speaker is None, line.number

    return sorted(lines, key=rank)


def _told(lines: list[Line], most: int) -> list[Line]:
    """The best attested utterances, as far as possible each of another speaker."""
    ranked = [line for line in _ranked(lines) if 5 <= _length(line) <= LONG]
    first: dict[str | None, Line] = {}
    for line in ranked:
        first.setdefault(line.speaker, line)
    fresh = list(first.values())
    return sorted((fresh + [line for line in ranked if line not in fresh])[:most], key=lambda line: line.number)


def _length(line: Line) -> int:
    return sum(len(p.text.split()) for p in line.parts if p.kind != "gap")


def _following(lines: Iterable[Line]) -> Iterator[tuple[Line, tuple[Part, ...]]]:
    """Utterances about what is to come, each cut to the sentence that says so."""
    for line in lines:
        for run in _runs(line.parts):
            for start, end in sentences(run, 0, len(run)):
                if _NEXT.search(run, start, end):
                    yield line, (Part("words", run[start:end]),)


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
    return Brief(key, label, None, None, (Part("words", index.cut(span).text),), Attestation((slot,)), f"#{pin}")


def _utterance(line: Line, label: str, parts: tuple[Part, ...]) -> Brief:
    words = tuple(Part("gap" if p.kind == "gap" else "words", p.text) for p in parts)
    return Brief(f"brief-{line.id}", label, line.speaker, line.form, words, line.attestation, f"#line-{line.id}")
