"""Attributions become statements: with their form, their speaker in the cast, and what surrounds them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from onrecord.errors import OnrecordError
from onrecord.readings.attribution.factuality import find_certainty
from onrecord.readings.attribution.rules import Attribution
from onrecord.readings.attribution.transcript import TURN, is_unnamed
from onrecord.readings.speakers.resolver import Speakers
from onrecord.readings.statements.repeats import with_repeats
from onrecord.readings.statements.surroundings import find_surroundings
from onrecord.text.keys import digest
from onrecord.text.spans import Place
from onrecord.types import Account, Span, Statement

Form = Literal["direct", "indirect", "mixed"]

# Share of the statements of each rule that readers marked alike, where no model is (training/attribution/shares.py). Of
# the others hardly one is. A turn of a transcript is sure: the page prints its label.
_RIGHT = {TURN: 1.0, "quotation": 0.89, "clause": 0.70, "indirect": 0.68}


def make_statements(
    speakers: Speakers, attributions: Iterable[Attribution], paragraphs: Iterable[Place], quoted: Iterable[Place]
) -> tuple[Statement, ...]:
    """The statements of an account, in the order of their content. `quoted`: the words of its quotations."""
    inside = set(quoted)
    statements = [_statement(attribution, inside, speakers) for attribution in attributions]
    return tuple(with_repeats(speakers.text, sorted(paragraphs), statements))


def sure_enough(statements: Iterable[Statement], least: float) -> tuple[Statement, ...]:
    """Those whose score is at least `least`. One that a rule alone found counts with the share of that rule's
    statements that are right. Raises OnrecordError for a `least` that is no number from 0 to 1."""
    if not 0 <= least <= 1:
        raise OnrecordError(f"{least!r} is no score to be reached: give a number from 0 to 1")
    return tuple(s for s in statements if least <= 0 or least <= (_of_rule(s.rule) if s.score is None else s.score))


def _of_rule(rule: str) -> float:
    return _RIGHT.get(rule.split("/", maxsplit=1)[0], 0.0)


def _statement(attribution: Attribution, quoted: set[Place], speakers: Speakers) -> Statement:
    cast, account = speakers.cast, speakers.cast.account
    speaker, how = _speaker(account, attribution, speakers)
    known = [place for place in (attribution.source, attribution.cue) if place]
    around = find_surroundings(account.text, attribution.frame, [*attribution.content, *known])
    inside = [place in quoted or attribution.rule == TURN for place in attribution.content]
    cue = None
    if attribution.cue:
        frame = next((f for f in attribution.frame if f[0] <= attribution.cue[0] < f[1]), attribution.cue)
        around |= find_certainty(account.text, frame, attribution.cue, attribution.source, all(inside))
        cue = _with_denial(attribution.cue, attribution.source, around)
    spans = {name: Span(account.id, *place) for name, place in around.items()}
    content = tuple(Span(account.id, *place) for place in attribution.content)
    return Statement(
        id=digest("statement", account.id, *((s.start, s.end) for s in content), attribution.cue),
        form=_form(inside, embedded=attribution.embedded),
        content=content,
        source=_span(account, attribution.source),
        cue=_span(account, cue),
        speaker=cast.id_of(speaker) if speaker else None,
        joint=tuple(map(cast.id_of, speakers.others(attribution, speaker))),
        **spans,
        rule=f"{attribution.rule}/{how}",
        score=attribution.score,
    )


def _speaker(account: Account, attribution: Attribution, speakers: Speakers) -> tuple[str | None, str]:
    """The key of the speaker, and how it was found; nobody for the "Q" of a transcript."""
    if attribution.source is None:
        return None, "no source"
    if attribution.rule == TURN and is_unnamed(account.text[slice(*attribution.source)]):
        return None, "no name"
    return speakers.speaker(attribution)


def _form(inside: Sequence[bool], *, embedded: bool) -> Form:
    """The form of content, of which of its pieces stand in quotations."""
    if not any(inside):
        return "indirect"
    return "mixed" if embedded or not all(inside) else "direct"


def _with_denial(cue: Place, source: Place | None, around: Mapping[str, Place]) -> Place:
    """The cue with what denies or hedges it before it, so that "never said" is never shown as "said"."""
    before = [
        place[0]
        for name in ("negation", "hedge")
        if (place := around.get(name)) and place[1] <= cue[0] and (not source or source[1] <= place[0])
    ]
    return min([*before, cue[0]]), cue[1]


def _span(account: Account, place: Place | None) -> Span | None:
    return Span(account.id, *place) if place else None
