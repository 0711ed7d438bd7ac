"""What happened when."""

from collections.abc import Iterable, Mapping

from onrecord.exports.context import whole
from onrecord.exports.edtf import date, words
from onrecord.exports.index import Index
from onrecord.exports.said import place
from onrecord.exports.view import Cut, Difference, Happening, State, Time
from onrecord.text.letters import folded
from onrecord.types import Event, Moment, Span

Rivals = dict[str, list[tuple[Span, Difference]]]


def timeline(index: Index, differences: Iterable[Difference]) -> tuple[Time, ...]:
    """The events of the record in its order; moments that no event holds follow, each by itself, the undated last."""
    held = {m for event in index.record.timeline for m in event.moments}
    loose = [Event(m.id, m.date, (m.id,)) for i, m in index.moments.items() if i not in held]
    rivals = _rivals(index, {difference.id: difference for difference in differences})
    events = [*index.record.timeline, *sorted(loose, key=lambda e: e.date or "")]
    shown: set[str] = set()
    return tuple(_time(index, e, rivals, shown) for e in sorted(events, key=lambda e: e.date is None))


def _time(index: Index, event: Event, rivals: Rivals, shown: set[str]) -> Time:
    moments = [index.moments[m] for m in event.moments if m in index.moments]
    groups: dict[str, list[Moment]] = {}
    for moment in moments:
        groups.setdefault(" ".join(folded(index.cut(moment.what).text).split()).casefold(), []).append(moment)
    conflicts = _conflicts(moments, rivals)
    fresh = tuple(d for d in conflicts if d.id not in shown)
    shown.update(d.id for d in fresh)
    return Time(
        id=event.id,
        date=date(event.date),
        happenings=tuple(_happening(index, group) for group in groups.values()),
        conflicts=fresh,
        above=tuple(d.id for d in conflicts if d not in fresh),
    )


def _happening(index: Index, group: list[Moment]) -> Happening:
    full: State = "full"
    printed: dict[str, Cut] = {}
    for moment in group:
        if not (moment.what.start <= moment.dated_by.start and moment.dated_by.end <= moment.what.end):
            cut = index.cut(moment.dated_by)
            printed.setdefault(folded(cut.text), cut)
    anchor = next((m.anchor for m in group if m.anchor), None)
    return Happening(
        id=group[0].id,
        what=whole(index, group[0].what, f"#{place(group[0].id)}", (group[0].dated_by,)),
        dated_by=tuple(printed.values()),
        anchor=words(anchor),
        attestation=index.bear({index.home[m.id]: (full, f"#{place(m.id)}") for m in reversed(group)}),
        rule=group[0].rule,
    )


def _rivals(index: Index, differences: Mapping[str, Difference]) -> Rivals:
    """By account: where the evidence of each difference about a date stands. `differences`: by id."""
    out: Rivals = {}
    for finding in index.record.findings:
        if finding.relation == "differs" and finding.about == "date":
            for span in finding.evidence:
                out.setdefault(span.account, []).append((span, differences[finding.id]))
    return out


def _conflicts(moments: Iterable[Moment], rivals: Rivals) -> tuple[Difference, ...]:
    """The differences about a date whose evidence lies in one of `moments`."""
    spans = [s for m in moments for s in (m.what, m.dated_by)]
    met = (d for s in spans for e, d in rivals.get(s.account, ()) if e.start < s.end and s.start < e.end)
    return tuple({d.id: d for d in met}.values())
