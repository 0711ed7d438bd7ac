"""Who said what: the statements of all accounts as the numbered lines of the edition."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from onrecord.exports.apparatus import apparatus
from onrecord.exports.index import Index
from onrecord.exports.marks import Mark, segments
from onrecord.exports.view import Fact, Line, Part, Speaker, State, Witness
from onrecord.types import Span, Statement, Wording

DENIED, HEDGED = "not said so:", "not vouched for:"
EVEN = 0.5  # a calibrated score under it is more likely wrong than right

_OPENING, _CLOSING = "“«„", "”»"
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
    seen: set[str] = set()
    out: list[tuple[str | None, Line]] = []
    for statement in index.statements.values():
        line = index.lines[statement.id]
        if line in seen:
            continue
        seen.add(line)
        wording = wordings.get(line)
        group = _group(index, wording) if wording else [statement]
        speaker = next((a.id for s in group if (a := index.actor(s.speaker))), None)
        out.append((speaker, _line(index, group, wording, len(out) + 1)))
    return out


def _group(index: Index, wording: Wording) -> list[Statement]:
    """The witnesses of `wording`, its base first."""
    return [index.statements[i] for i in (wording.base, *(w for w in wording.witnesses if w != wording.base))]


def _line(index: Index, group: list[Statement], wording: Wording | None, number: int) -> Line:
    base = group[0]
    speaker = next((index.name(s.speaker) for s in group if index.name(s.speaker)), None)
    joint = dict.fromkeys(name for actor in base.joint if (name := index.name(actor)) and name != speaker)
    return Line(
        id=wording.id if wording else base.id,
        number=number,
        speaker=speaker,
        joint=tuple(joint),
        source=index.cut(base.source, place(base.id)) if base.source else None,
        cue=index.cut(base.cue) if base.cue else None,
        form=base.form,
        parts=parts(index, base, [v.base for v in wording.variants if v.base] if wording else ()),
        attestation=index.attest(states(index, group), index.lines[base.id]),
        facts=_circumstances(index, base),
        apparatus=apparatus(index, wording) if wording else (),
        witnesses=tuple(_witness(index, s, wording is not None and s.id in wording.doubtful) for s in group),
        probable=wording is not None and wording.state == "probable",
        rule=wording.rule if wording else None,
    )


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
    marks = [Mark(v.start, v.end, "lemma", "lemma") for v in varied]
    out: list[Part] = _mark(index, statement.content[0], -1) if statement.form == "mixed" else []
    last: Span | None = None
    for span in statement.content:
        if index.cut(span).lost:
            continue
        account = index.accounts[span.account]
        if last is not None and last.end < span.start:
            out += _between(account.text[last.end : span.start], statement.form)
        out += (
            Part("lemma" if s.line else "words", s.text) for s in segments(account.text, marks, span.start, span.end)
        )
        last = span
    if statement.form != "mixed" or last is None:
        return tuple(out)
    return tuple(_apart([*out, *_mark(index, last, 1)]))


def _apart(parts: Iterable[Part]) -> Iterator[Part]:
    """A sentence partly quoted, with the words that stand outside its quotation marks told as the writer's."""
    quoted = False
    for part in parts:
        if part.kind == "gap":
            yield part
            continue
        for piece in _PIECE.findall(part.text):
            opens = piece in _OPENING or (piece == '"' and not quoted)
            closes = not opens and (piece in _CLOSING or piece == '"')
            yield Part(part.kind if part.kind == "lemma" or quoted or opens else "writer", piece)
            quoted = opens or (quoted and not closes)


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
