"""Attributions become statements: with their form, their speaker in the cast, and what surrounds them."""

from collections.abc import Iterable

from onrecord.readings.attribution import Attribution
from onrecord.readings.cast import Cast
from onrecord.readings.clauses import Place
from onrecord.readings.speakers import Speakers
from onrecord.readings.surroundings import find_surroundings
from onrecord.text.keys import digest
from onrecord.types import Account, Span, Statement


def make_statements(
    cast: Cast, attributions: Iterable[Attribution], paragraphs: Iterable[Place], quoted: Iterable[Place]
) -> tuple[Statement, ...]:
    """The statements of an account, in the order of their content. `quoted`: the words of its quotations."""
    inside = set(quoted)
    speakers = Speakers(cast, paragraphs, inside)
    return tuple(_statement(cast, attribution, inside, speakers) for attribution in attributions)


def _statement(cast: Cast, attribution: Attribution, quoted: set[Place], speakers: Speakers) -> Statement:
    account = cast.account
    speaker, how = speakers.speaker(attribution)
    known = [place for place in (attribution.source, attribution.cue) if place]
    around = find_surroundings(account.text, attribution.frame, [*attribution.content, *known])
    spans = {name: Span(account.id, *place) for name, place in around.items()}
    content = tuple(Span(account.id, *place) for place in attribution.content)
    inside = [place in quoted for place in attribution.content]
    return Statement(
        id=digest("statement", account.id, *((s.start, s.end) for s in content), attribution.cue),
        form="indirect" if not any(inside) else "mixed" if attribution.embedded or not all(inside) else "direct",
        content=content,
        source=_span(account, attribution.source),
        cue=_span(account, attribution.cue),
        speaker=cast.id_of(speaker) if speaker else None,
        addressee=spans.get("addressee"),
        occasion=spans.get("occasion"),
        channel=spans.get("channel"),
        interpreted=spans.get("interpreted"),
        rule=f"{attribution.rule}/{how}",
        score=attribution.score,
    )


def _span(account: Account, place: Place | None) -> Span | None:
    return Span(account.id, *place) if place else None
