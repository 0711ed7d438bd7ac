"""Where the accounts agree, differ, speak alone or are silent: lines by accounts, the differences first."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from onrecord.exports.context import around, begins, whole
from onrecord.exports.index import COLUMNS, Index
from onrecord.exports.view import Cell, Difference, Line, Ref
from onrecord.types import Finding, Relation, Span

ORDER: tuple[Relation, ...] = ("differs", "silent", "agrees", "only_in")


def place(finding: str, number: int) -> str:
    """Id of the place of the evidence that stands at `number`."""
    return f"at-{finding}-{number + 1}"


def differences(index: Index, lines: Iterable[Line]) -> tuple[Difference, ...]:
    """All findings: the differences first, and of these the conflicts of fact. What differs in one utterance is told
    in one line, and who is silent on the words of another finding in its line."""
    spoken = [f for f in index.record.findings if f.relation != "silent"]
    by_span = {span: f.id for f in reversed(spoken) for span in f.evidence if f.relation != "differs"}
    silences: dict[str, list[Finding]] = {}
    alone: list[Finding] = []
    for finding in index.record.findings:
        if finding.relation == "silent":
            told = by_span.get(finding.evidence[0]) if finding.evidence else None
            silences.setdefault(told or finding.id, []).append(finding)
            alone += [] if told else [finding]
    within = _Utterances(index, lines)
    groups: dict[str, list[Finding]] = {}
    for finding in sorted([*spoken, *alone], key=lambda f: (ORDER.index(f.relation), f.about == "utterance")):
        ref = next(filter(None, map(within, finding.evidence)), None)
        wordy = ref is not None and (finding.relation, finding.about) == ("differs", "utterance")
        groups.setdefault(ref.line if ref and wordy else finding.id, []).append(finding)
    varied = _varied(index)
    return tuple(_difference(index, of, silences.get(of[0].id, []), within, varied) for of in groups.values())


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

    def __call__(self, span: Span) -> Ref | None:
        spans = self._spans.get(span.account, [])
        at = bisect_right(spans, span.start, key=lambda s: s[0].start) - 1
        if at < 0:
            return None
        found, ref = spans[at]
        return ref if span.end <= found.end else None


def _difference(
    index: Index, group: list[Finding], silences: list[Finding], within: _Utterances, varied: dict[str, list[Span]]
) -> Difference:
    first = group[0]
    places: dict[str, list[tuple[Span, str]]] = {}
    for finding in group:
        for number, span in enumerate(finding.evidence):
            places.setdefault(span.account, []).append((span, f"#{place(finding.id, number)}"))
    silent = {account for silence in silences for account in silence.accounts}
    named = tuple(a for a in index.sigla if any(a in f.accounts for f in group))
    omits = set(named) if (first.relation, first.about) == ("differs", "utterance") else set()
    few = len(index.sigla) <= COLUMNS
    shown = [a for a in index.sigla if few or a in places or a in silent or a in omits]
    return Difference(
        id=first.id,
        also=tuple(f.id for f in (*group, *silences) if f is not first),
        relation=first.relation,
        about=first.about,
        notes=tuple(dict.fromkeys(f.note for f in group)),
        cells=tuple(
            _cell(index, a, places.get(a, []), a in silent, a in omits)
            if first.relation != "differs"
            else _context(index, a, places.get(a, []), varied.get(a, []), a in omits)
            for a in shown
        ),
        accounts=tuple(index.sigla[a].letters for a in named),
        line=next((ref for f in group for ref in map(within, f.evidence) if ref), None),
    )


def _context(index: Index, account: str, places: list[tuple[Span, str]], varied: list[Span], omits: bool) -> Cell:
    """The words that differ, within their line. Where the evidence is wider than they are, the variants tell them."""
    strong: list[Span] = []
    for span, _ in places:
        first, behind = bisect_left(varied, span.start, key=begins), bisect_right(varied, span.end, key=begins)
        inner = [own for own in varied[first:behind] if own.end <= span.end]
        strong += [span] if span in inner or not inner else inner
    if not places:
        return _cell(index, account, [], False, omits)
    return Cell(index.sigla[account], "has", around(index, places, strong))


def _cell(index: Index, account: str, places: list[tuple[Span, str]], silent: bool, omits: bool) -> Cell:
    mark = index.sigla[account]
    if places:
        return Cell(mark, "has", tuple(whole(index, span, href) for span, href in places))
    if omits:
        return Cell(mark, "omits", ())
    if account in index.partly:
        return Cell(mark, "unknown", ())
    return Cell(mark, "silent" if silent else "open", ())
