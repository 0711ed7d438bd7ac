"""The timeline of the record: the moments of all accounts by their date."""

from collections import defaultdict
from collections.abc import Sequence

from onrecord.text.keys import digest
from onrecord.types import Event, Moment, Reading


def timeline(readings: Sequence[Reading]) -> tuple[Event, ...]:
    """One event for each date at its own granularity, a day apart from its month. Then each undated moment by itself,
    in reading order: nothing says that two of them fall together."""
    dated: dict[str, list[Moment]] = defaultdict(list)
    undated: list[Moment] = []
    for moment in (moment for reading in readings for moment in reading.timeline):
        if moment.date is None:
            undated.append(moment)
        else:
            dated[moment.date].append(moment)
    return (
        *(_event(date, dated[date]) for date in sorted(dated, key=lambda date: (date.rstrip("~?%"), date))),
        *(_event(None, [moment]) for moment in undated),
    )


def _event(date: str | None, moments: Sequence[Moment]) -> Event:
    ids = tuple(dict.fromkeys(moment.id for moment in moments))
    return Event(id=digest("event", date, *sorted(ids)), date=date, moments=ids)
