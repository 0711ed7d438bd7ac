"""The timeline of an account: its time expressions, each with the sentence that tells what happened."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.readings.cast import Cast
from onrecord.text.keys import digest
from onrecord.text.sentences import split_sentences
from onrecord.text.times import Resolved, read_times, resolve
from onrecord.types import Moment, Span

Place = tuple[int, int]

_NO_MOMENT = ("now", "soon", "once", "long-ago")  # "right now", "recently": nothing that happened is dated by them


def make_timeline(cast: Cast, paragraphs: Iterable[Place], quoted: Iterable[Place]) -> tuple[Moment, ...]:
    """Moments in the order of the text. Lengths of time and repetitions are no moments.

    A clock time alone ("at 4.40 p.m.") is of the day that the account told of last, if that is near its own date.
    """
    account, inside = cast.account, sorted(quoted)
    moments: list[Moment] = []
    narrative = account.published
    for start, end in paragraphs:
        sentences = list(split_sentences(account.text, start, end))
        for time in read_times(account.text[start:end], account.published):
            if time.expression.kind not in ("date", "time") or time.expression.rule in _NO_MOMENT:
                continue
            place = start + time.expression.start, start + time.expression.end
            resolved = time.resolved
            if time.expression.rule == "clock" and narrative != account.published:
                resolved = resolve(time.expression, narrative)
            elif _is_near(resolved.value, account.published) and not _within(place[0], inside):
                narrative = resolved.value
            what = next(((s, e) for s, e in sentences if s <= place[0] < e), (start, end))
            moments.append(_moment(cast, (what[0], max(what[1], place[1])), place, resolved))
    return tuple(moments)


def _moment(cast: Cast, what: Place, place: Place, resolved: Resolved) -> Moment:
    account = cast.account
    return Moment(
        id=digest("moment", account.id, *place),
        what=Span(account.id, *what),
        date=resolved.value,
        dated_by=Span(account.id, *place),
        anchor=resolved.anchor,
        actors=cast.within(*what),
        rule=resolved.rule,
    )


def _is_near(value: str | None, published: str | None) -> bool:
    """Whether a value is an exact day within a week before the account's own."""
    try:
        day, own = date.fromisoformat(value or ""), date.fromisoformat((published or "")[:10])
    except ValueError:
        return False
    return timedelta(0) <= own - day < timedelta(7)


def _within(at: int, places: list[Place]) -> bool:
    number = bisect_right(places, (at, at + 1)) - 1
    return number >= 0 and places[number][0] <= at < places[number][1]
