"""Where the accounts agree, differ, speak alone or are silent: lines by accounts, the differences first."""

from bisect import bisect_right
from collections.abc import Iterable

from onrecord.exports.index import COLUMNS, Index
from onrecord.exports.view import Cell, Cut, Difference, Line, Ref
from onrecord.types import Finding, Relation, Span

ORDER: tuple[Relation, ...] = ("differs", "silent", "agrees", "only_in")


def place(finding: str, number: int) -> str:
    """Id of the place of the evidence that stands at `number`."""
    return f"at-{finding}-{number + 1}"


def differences(index: Index, lines: Iterable[Line]) -> tuple[Difference, ...]:
    """All findings, the differences first. Who is silent on the words of another finding is told in its line."""
    spoken = [f for f in index.record.findings if f.relation != "silent"]
    by_span = {span: f.id for f in reversed(spoken) for span in f.evidence if f.relation != "differs"}
    silences: dict[str, list[Finding]] = {}
    alone: list[Finding] = []
    for finding in index.record.findings:
        if finding.relation == "silent":
            told = by_span.get(finding.evidence[0]) if finding.evidence else None
            silences.setdefault(told or finding.id, []).append(finding)
            alone += [] if told else [finding]
    found = sorted([*spoken, *alone], key=lambda f: ORDER.index(f.relation))
    within = _Utterances(index, lines)
    return tuple(_difference(index, f, silences.get(f.id, []), within) for f in found)


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

    def __call__(self, span: Span) -> Ref | None:
        spans = self._spans.get(span.account, [])
        at = bisect_right(spans, span.start, key=lambda s: s[0].start) - 1
        if at < 0:
            return None
        found, ref = spans[at]
        return ref if span.end <= found.end else None


def _difference(index: Index, finding: Finding, silences: list[Finding], within: _Utterances) -> Difference:
    cuts: dict[str, list[Cut]] = {}
    for number, span in enumerate(finding.evidence):
        cuts.setdefault(span.account, []).append(index.cut(span, place(finding.id, number)))
    silent = {account for silence in silences for account in silence.accounts}
    few = len(index.sigla) <= COLUMNS
    shown = [a for a in index.sigla if few or a in cuts or a in silent]
    return Difference(
        id=finding.id,
        also=tuple(f.id for f in silences if f is not finding),
        relation=finding.relation,
        about=finding.about,
        note=finding.note,
        cells=tuple(_cell(index, a, cuts.get(a, []), a in silent) for a in shown),
        accounts=tuple(index.sigla[a].letters for a in finding.accounts if a in index.sigla),
        line=next(filter(None, map(within, finding.evidence)), None),
    )


def _cell(index: Index, account: str, cuts: list[Cut], silent: bool) -> Cell:
    mark = index.sigla[account]
    if cuts:
        return Cell(mark, "has", tuple(cuts))
    if not index.accounts[account].complete:
        return Cell(mark, "unknown", ())
    return Cell(mark, "silent" if silent else "open", ())
