"""The timeline of an account: its time expressions, each with the sentence that tells what happened."""

from collections.abc import Iterable

from onrecord.readings.cast import Cast
from onrecord.text.keys import digest
from onrecord.text.sentences import split_sentences
from onrecord.text.times import read_times
from onrecord.types import Account, Moment, Span

_NO_MOMENT = ("now", "soon")  # "right now", "in the future": nothing that happened is dated by them


def make_timeline(account: Account, paragraphs: Iterable[tuple[int, int]], cast: Cast) -> tuple[Moment, ...]:
    """Moments in the order of the text. Lengths of time and repetitions are no moments."""
    moments = []
    for start, end in paragraphs:
        sentences = list(split_sentences(account.text, start, end))
        for time in read_times(account.text[start:end], account.published):
            if time.expression.kind not in ("date", "time") or time.expression.rule in _NO_MOMENT:
                continue
            dated_by = Span(account.id, start + time.expression.start, start + time.expression.end)
            what = next(((s, e) for s, e in sentences if s <= dated_by.start < e), (start, end))
            moments.append(
                Moment(
                    id=digest("moment", account.id, dated_by.start, dated_by.end),
                    what=Span(account.id, what[0], max(what[1], dated_by.end)),
                    date=time.resolved.value,
                    dated_by=dated_by,
                    anchor=time.resolved.anchor,
                    actors=cast.within(*what),
                    rule=time.resolved.rule,
                )
            )
    return tuple(moments)
