"""Who said what: the statements of all accounts as the numbered lines of the edition."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from onrecord.exports.apparatus import apparatus
from onrecord.exports.index import Index
from onrecord.exports.marks import Mark, segments
from onrecord.exports.view import Ascription, Fact, Line, Part, Siglum, Speaker, State, Witness
from onrecord.types import Span, Statement, Wording

DENIED, HEDGED = "not said so:", "not vouched for:"
EVEN = 0.5  # a calibrated score under it is more likely wrong than right

_OPENING, _CLOSING = frozenset("“«„"), frozenset('”»"')
_PIECE = re.compile(r"[\"“”«»„]|[^\"“”«»„]+")
_QUOTES = " \n\t\"'“”‘’«»„"


def said(index: Index) -> tuple[Speaker, ...]:
    """All lines by speaker: first whose words several accounts carry, then who is quoted at length, then as heard; last
    the lines whose speaker no account lets us name."""
    groups: dict[str | None, list[Line]] = {}
    for who, line in _lines(index):
        groups.setdefault(who, []).append(line)
    return tuple(sorted((_speaker(index, who, of) for who, of in groups.items()), key=_weight))


def _speaker(index: Index, who: str | None, lines: list[Line]) -> Speaker:
    leads = sorted((line for line in lines if line.lead), key=lambda line: (-len(line.witnesses), line.number))
    rest = [line for line in lines if not line.lead]
    fragments = tuple(line for line in rest if line.form != "indirect")
    reported = tuple(line for line in rest if line.form == "indirect")
    return Speaker(who, index.name(who), tuple(leads), fragments, reported, index.looks_like(who))


def _weight(speaker: Speaker) -> tuple[bool, int, int, int]:
    carried = max((len(line.witnesses) for line in speaker.leads), default=0)
    return speaker.id is None, -carried, -len(speaker.leads), min(line.number for line in speaker.lines)


def _lines(index: Index) -> list[tuple[str | None, Line]]:
    """Each utterance once, with its speaker, in the order in which the accounts print it."""
    wordings = {w.id: w for w in index.record.wordings}
    printed: set[str] = set()
    out: list[tuple[str | None, Line]] = []
    for statement in index.statements.values():
        line = index.lines[statement.id]
        if line in printed:
            continue
        printed.add(line)
        wording = wordings.get(line)
        group = _group(index, wording) if wording else [statement]
        speaker = next((a.id for s in group if (a := index.actor(s.speaker))), None)
        out.append((speaker, _line(index, group, wording, len(out) + 1)))
    return out


def _group(index: Index, wording: Wording) -> list[Statement]:
    """The witnesses of `wording`, its base first."""
    return [index.statements[i] for i in (wording.base, *(w for w in wording.witnesses if w != wording.base))]


def _line(index: Index, group: list[Statement], wording: Wording | None, number: int) -> Line:
    """The line of an utterance that one account has, or of a wording of several."""
    base = group[0]
    speaker = next(filter(None, (index.name(statement.speaker) for statement in group)), None)
    names = dict.fromkeys(index.name(actor) for actor in base.joint)
    doubtful = wording.doubtful if wording else ()
    line = Line(
        id=base.id,
        number=number,
        speaker=speaker,
        joint=tuple(name for name in names if name and name != speaker),
        instead=_instead(index, group, speaker),
        source=index.cut_if_any(base.source, place(base.id)),
        cue=index.cut_if_any(base.cue),
        form=base.form,
        parts=parts(index, base, _varied(wording) if wording else ()),
        attestation=index.attest(states(index, group), index.lines[base.id]),
        facts=_circumstances(index, base),
        apparatus=(),
        witnesses=tuple(_witness(index, statement, statement.id in doubtful) for statement in group),
        probable=False,
        rule=None,
    )
    if wording is None:
        return line
    probable = wording.state == "probable"
    return replace(line, id=wording.id, apparatus=apparatus(index, wording), probable=probable, rule=wording.rule)


def _instead(index: Index, group: Iterable[Statement], speaker: str | None) -> tuple[Ascription, ...]:
    """Whom the accounts of an utterance name that do not name `speaker`."""
    names: dict[str, dict[str, None]] = {}
    for statement in group:
        of_account = names.setdefault(index.home[statement.id], {})
        of_account.update(dict.fromkeys(filter(None, map(index.name, (statement.speaker, *statement.joint)))))
    others: dict[str, list[Siglum]] = {}
    for account, of_account in names.items():
        for name in of_account if speaker not in of_account else ():
            others.setdefault(name, []).append(index.sigla[account])
    return tuple(Ascription(name, tuple(sigla)) for name, sigla in others.items())


def _varied(wording: Wording) -> list[Span]:
    """The words of the base that other witnesses vary."""
    return [variant.base for variant in wording.variants if variant.base]


def place(statement: str) -> str:
    """Id of the place where the words of `statement` begin in their account."""
    return f"at-{statement}"


def states(index: Index, group: Iterable[Statement]) -> dict[str, tuple[State, str]]:
    """What each account does with an utterance: in full, or only reported if it has no direct words of it."""
    out: dict[str, tuple[State, str]] = {}
    for statement in group:
        account = index.home[statement.id]
        state: State = "reported" if statement.form == "indirect" else "full"
        if account not in out or (state == "full" and out[account][0] == "reported"):
            out[account] = (state, f"#{place(statement.id)}")
    return out


def parts(index: Index, statement: Statement, varied: Iterable[Span] = ()) -> tuple[Part, ...]:
    """The words of `statement`; where the account breaks them, its own words between stand as a gap."""
    marks = [Mark(span.start, span.end, "lemma", "lemma") for span in varied]
    spans = [span for span in statement.content if not index.cut(span).lost]
    words = list(_words(index, spans, marks, statement.form))
    if statement.form != "mixed":
        return tuple(words)
    before = _mark(index, statement.content[0], -1)
    return tuple(_apart([*before, *words, *_mark(index, spans[-1], 1)]) if spans else before)


def _words(index: Index, spans: Iterable[Span], marks: list[Mark], form: str) -> Iterator[Part]:
    """The words of an utterance, with what stands between them."""
    last: Span | None = None
    for span in spans:
        text = index.accounts[span.account].text
        if last is not None and last.end < span.start:
            yield from _between(text[last.end : span.start], form)
        for segment in segments(text, marks, span.start, span.end):
            yield Part("lemma" if segment.line else "words", segment.text)
        last = span


def _apart(parts: Iterable[Part]) -> Iterator[Part]:
    """A sentence partly quoted, with the words that stand outside its quotation marks told as the writer's."""
    quoted = False
    for part in parts:
        if part.kind == "gap":
            yield part
            continue
        for piece in _PIECE.findall(part.text):
            inside = quoted or _opens(piece, quoted)  # the marks are of the quotation too
            yield Part(part.kind if inside or part.kind == "lemma" else "writer", piece)
            quoted = _opens(piece, quoted) or (quoted and piece not in _CLOSING)


def _opens(piece: str, quoted: bool) -> bool:
    """Whether a piece of text is a mark that opens a quotation; one that looks alike at both ends does outside of
    one."""
    return piece in _OPENING or (piece == '"' and not quoted)


def _mark(index: Index, span: Span, side: Literal[-1, 1]) -> list[Part]:
    """The quotation mark right before (-1) or behind (1) a span, if there is one."""
    account = index.accounts.get(span.account)
    at = span.start - 1 if side < 0 else span.end
    stands = account is not None and 0 <= at < len(account.text) and account.text[at] in _QUOTES.strip()
    return [Part("words", account.text[at])] if account and stands else []


def _between(text: str, form: str) -> tuple[Part, ...]:
    """What stands between two spans: the quotation marks of a sentence partly quoted, or words of the writer."""
    words = text.strip(_QUOTES).lstrip(",;:.!?…—–-" + _QUOTES).strip()
    if words:
        return (Part("gap", words),)
    return (Part("words", text if form != "direct" else " "),)


def _circumstances(index: Index, statement: Statement) -> tuple[Fact, ...]:
    named = {
        "to": statement.addressee,
        "occasion": statement.occasion,
        "through": statement.channel,
        "interpreted": statement.interpreted,
        HEDGED: statement.hedge,
        DENIED: statement.negation,
    }
    return tuple(Fact(label, index.cut(span)) for label, span in named.items() if span)


def _witness(index: Index, statement: Statement, doubtful: bool) -> Witness:
    evidence = {"source": statement.source, "cue": statement.cue}
    facts = tuple(Fact(label, index.cut(span)) for label, span in evidence.items() if span)
    return Witness(
        id=statement.id,
        siglum=index.sigla[index.home[statement.id]],
        href=f"#{place(statement.id)}",
        form=statement.form,
        parts=parts(index, statement),
        facts=facts + _circumstances(index, statement),
        rule=statement.rule,
        uncertain=statement.score is not None and statement.score < EVEN,
        doubtful=doubtful,
    )
