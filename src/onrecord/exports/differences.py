"""Where the accounts agree, differ, speak alone or are silent: lines by accounts, the differences first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from onrecord.exports.context import around, begins, whole
from onrecord.exports.index import COLUMNS, Index
from onrecord.exports.view import Cell, CellState, Difference, Line, Ref, Window
from onrecord.types import Finding, Relation, Span

ORDER: tuple[Relation, ...] = ("differs", "silent", "agrees", "only_in")


def place(finding: str, number: int) -> str:
    """Id of the place of the evidence that stands at `number`."""
    return f"at-{finding}-{number + 1}"


def differences(index: Index, lines: Iterable[Line]) -> tuple[Difference, ...]:
    """All findings: the differences first, and of these the conflicts of fact. What differs in one utterance is told
    in one line, and who is silent on the words of another finding in its line."""
    leading, silences = _parted(index.record.findings)
    utterances = _Utterances(index, lines)
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(leading, key=lambda f: (ORDER.index(f.relation), f.about == "utterance")):
        ref = utterances.first(finding.evidence) if _is_of_words(finding) else None
        groups.setdefault(ref.line if ref else finding.id, []).append(finding)
    varied = _varied(index)
    return tuple(_difference(index, of, silences.get(of[0].id, []), utterances, varied) for of in groups.values())


def _parted(findings: Iterable[Finding]) -> tuple[list[Finding], dict[str, list[Finding]]]:
    """The findings that lead a line, and by them who is silent on it: a finding of silence leads only if no other is
    on its words."""
    leading: list[Finding] = []
    silent: list[Finding] = []
    for finding in findings:
        (silent if finding.relation == "silent" else leading).append(finding)
    by_span = {span: f.id for f in reversed(leading) for span in f.evidence if f.relation != "differs"}
    silences: dict[str, list[Finding]] = {}
    for finding in silent:
        leader = by_span.get(finding.evidence[0]) if finding.evidence else None
        silences.setdefault(leader or finding.id, []).append(finding)
        leading += [] if leader else [finding]
    return leading, silences


def _is_of_words(finding: Finding) -> bool:
    """Whether the words of one utterance differ."""
    return (finding.relation, finding.about) == ("differs", "utterance")


def _varied(index: Index) -> dict[str, list[Span]]:
    """By account, in order: the words that one witness has for those of another."""
    out: dict[str, list[Span]] = {}
    for wording in index.record.wordings:
        for span in (s for v in wording.variants for s in (v.base, v.reading) if s):
            out.setdefault(span.account, []).append(span)
    for spans in out.values():
        spans.sort()
    return out


class _Utterances:
    """Finds the utterance that a span stands in."""

    def __init__(self, index: Index, lines: Iterable[Line]) -> None:
        refs = {line.id: Ref(line.id, str(line.number)) for line in lines}
        self._spans: dict[str, list[tuple[Span, Ref]]] = {}
        for statement in index.statements.values():
            for span in statement.content:
                self._spans.setdefault(span.account, []).append((span, refs[index.lines[statement.id]]))
        for spans in self._spans.values():
            spans.sort(key=lambda s: s[0])

    def first(self, spans: Iterable[Span]) -> Ref | None:
        """The first of the utterances that some spans stand in."""
        return next(filter(None, map(self, spans)), None)

    def __call__(self, span: Span) -> Ref | None:
        spans = self._spans.get(span.account, [])
        at = bisect_right(spans, span.start, key=lambda s: s[0].start) - 1
        if at < 0:
            return None
        content, ref = spans[at]
        return ref if span.end <= content.end else None


class _Evidence(NamedTuple):
    """What the accounts have on one line of the comparison."""

    places: dict[str, list[tuple[Span, str]]]  # by account, each with a link to it
    silent: set[str]  # accounts
    omits: set[str]  # accounts that an utterance differs in: those without a place leave the words out

    def tells_of(self, account: str) -> bool:
        return account in self.places or account in self.silent or account in self.omits


def _difference(
    index: Index, group: list[Finding], silences: list[Finding], utterances: _Utterances, varied: dict[str, list[Span]]
) -> Difference:
    first = group[0]
    named = [account for account in index.sigla if any(account in finding.accounts for finding in group)]
    evidence = _evidence(group, silences, named)
    return Difference(
        id=first.id,
        also=tuple(f.id for f in (*group, *silences) if f is not first),
        relation=first.relation,
        about=first.about,
        notes=tuple(dict.fromkeys(f.note for f in group)),
        cells=_cells(index, evidence, varied if first.relation == "differs" else None),
        accounts=tuple(index.sigla[account].letters for account in named),
        line=utterances.first(chain.from_iterable(finding.evidence for finding in group)),
    )


def _evidence(group: list[Finding], silences: Iterable[Finding], named: Iterable[str]) -> _Evidence:
    places: dict[str, list[tuple[Span, str]]] = {}
    for finding in group:
        for number, span in enumerate(finding.evidence):
            places.setdefault(span.account, []).append((span, f"#{place(finding.id, number)}"))
    silent = {account for silence in silences for account in silence.accounts}
    return _Evidence(places, silent, set(named) if _is_of_words(group[0]) else set())


def _cells(index: Index, evidence: _Evidence, varied: dict[str, list[Span]] | None) -> tuple[Cell, ...]:
    """Of more accounts than have a column each, those of which the evidence tells. `varied`: by account, the words that
    differ, if they are to be shown within their line."""
    few = len(index.sigla) <= COLUMNS
    cells = []
    for account, mark in index.sigla.items():
        places = evidence.places.get(account)
        if places and varied is not None:
            cells.append(Cell(mark, "has", _context(index, places, varied.get(account, []))))
        elif places:
            cells.append(Cell(mark, "has", tuple(whole(index, span, href) for span, href in places)))
        elif few or evidence.tells_of(account):
            cells.append(Cell(mark, _absence(index, account, evidence), ()))
    return tuple(cells)


def _context(index: Index, places: list[tuple[Span, str]], varied: list[Span]) -> tuple[Window, ...]:
    """The words that differ, within their line. Where the evidence is wider than they are, the variants tell them."""
    strong: list[Span] = []
    for span, _ in places:
        first, behind = bisect_left(varied, span.start, key=begins), bisect_right(varied, span.end, key=begins)
        inner = [variant for variant in varied[first:behind] if variant.end <= span.end]
        strong += [span] if span in inner or not inner else inner
    return around(index, places, strong)


def _absence(index: Index, account: str, evidence: _Evidence) -> CellState:
    if account in evidence.omits:
        return "omits"
    if account in index.partly:
        return "unknown"
    return "silent" if account in evidence.silent else "open"
