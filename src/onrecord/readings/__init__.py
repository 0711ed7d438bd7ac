"""The third arrow, Account -> Reading: who says what, who is who, what happened when, and what the readers answered."""

import re
from typing import NamedTuple

from onrecord.faults import Parts
from onrecord.readings.attribution.merge import claimed, merge, with_ends
from onrecord.readings.attribution.nested import find_nested
from onrecord.readings.attribution.rules import Attribution, find_attributions, place_in_text
from onrecord.readings.attribution.speech import find_speech
from onrecord.readings.attribution.transcript import find_turns, is_unnamed, with_turns
from onrecord.readings.cast.actors import Cast
from onrecord.readings.comments.discussion import make_discussion
from onrecord.readings.limits import Limits, as_far_as
from onrecord.readings.model import MODEL, Marked, ModelError, mark
from onrecord.readings.positions import make_positions
from onrecord.readings.reading_form import printed
from onrecord.readings.speakers.resolver import Speakers
from onrecord.readings.statements import make_statements, sure_enough
from onrecord.readings.timeline import make_timeline
from onrecord.text.letters import reading_form
from onrecord.text.lookalikes import with_lookalikes
from onrecord.text.quotes import Quotation, find_quotations
from onrecord.text.spans import Place, in_form
from onrecord.text.times import TimeReading, read_times
from onrecord.types import Account, Moment, Position, Reading, Span

__all__ = ["Limits", "read"]

_WORD = re.compile(r"\w")


def read(account: Account, *, least_score: float = 0.0, limits: Limits = Limits()) -> Reading:
    """Everything that one account says. Only its body feeds who said what; comments and chrome are kept apart.

    `least_score`, 0 to 1, leaves out statements that are less sure: see `sure_enough`. However the letters of a text
    are written (composed or not, with soft hyphens or without), its reading is the same: see `onrecord.text.letters`. A
    part that a fault costs is missing, and what stands behind the `limits` is not read: `Reading.shortfalls` says so.
    What no statement can be found without raises.
    """
    form = reading_form(account.text)
    if form is None:
        return _read(account, least_score, limits)
    return printed(_read(in_form(account, form), least_score, limits), account, form)


class _Attributed(NamedTuple):
    """Which words an account gives to somebody, before it is told who is who."""

    quotations: tuple[Quotation, ...]
    set_off: tuple[Quotation, ...]
    """The outermost that are nobody's speech."""
    attributions: tuple[Attribution, ...]
    labels: tuple[Place, ...]
    """Of the turns of a transcript those that name nobody."""
    marked: Marked | None


def _read(account: Account, least_score: float, limits: Limits) -> Reading:
    parts = Parts()
    within, beyond = as_far_as(account, limits)
    paragraphs = [(block.span.start, block.span.end) for block in within.blocks if block.kind == "body"]
    attributed = _attributed(account.text, paragraphs, parts)
    sources = [attribution.source for attribution in attributed.attributions if attribution.source]
    names = attributed.marked.names if attributed.marked else ()
    cast = Cast(account, paragraphs, sources, names, attributed.labels)
    quoted = [(quotation.start, quotation.end) for quotation in attributed.quotations]
    speakers = Speakers(cast, paragraphs, quoted)
    all_statements = make_statements(speakers, attributed.attributions, paragraphs, quoted)
    statements = sure_enough(all_statements, least_score)
    positions: tuple[Position, ...] = ()
    moments: tuple[Moment, ...] = ()
    times = parts.make(lambda: _times(account, paragraphs, quoted), None, "timeline", "positions")
    if times is not None:  # without them what was once demanded would be told as demanded now
        positions = parts.make(
            lambda: make_positions(speakers, all_statements, paragraphs, quoted, times), (), "positions"
        )
        moments = parts.make(lambda: make_timeline(cast, paragraphs, quoted, times), (), "timeline")
    actors = cast.actors()  # asked for last: those that only hold a position have joined it
    left_out = {statement.id for statement in all_statements} - {statement.id for statement in statements}
    return Reading(
        account=account,
        cast=parts.make(lambda: with_lookalikes(actors), actors, "cast"),
        statements=statements,
        positions=tuple(position for position in positions if position.statement not in left_out),
        timeline=moments,
        discussion=parts.make(lambda: make_discussion(within), (), "discussion"),
        set_off=tuple(Span(account.id, quotation.start, quotation.end) for quotation in attributed.set_off),
        unsure=len(all_statements) - len(statements),
        model=MODEL if attributed.marked else None,
        shortfalls=(*beyond, *parts.shortfalls),
    )


def _attributed(text: str, paragraphs: list[Place], parts: Parts) -> _Attributed:
    """What the rules find, with what the model marks where it can be asked."""
    quotations = find_quotations(text, paragraphs)
    marked = parts.make(lambda: _marked(text, paragraphs), None, "statements")
    marks = marked.attributions if marked else None
    if marks is not None:
        quotations = parts.make(lambda: with_ends(text, paragraphs, quotations, marks), quotations, "statements")
    outermost = [q for q in quotations if q.depth == 0 and _WORD.search(text, q.start, q.end)]
    speech = find_speech(text, paragraphs, outermost, None if marks is None else claimed(outermost, marks))
    attributions = by_rule = find_attributions(text, paragraphs, outermost, speech)
    if marks is not None:
        spoken = [quotation for quotation in outermost if quotation in speech]
        attributions = parts.make(lambda: merge(text, paragraphs, spoken, by_rule, marks), by_rule, "statements")
    nested = parts.make(lambda: tuple(find_nested(text, quotations, speech)), (), "statements")
    turns = parts.make(lambda: find_turns(text, paragraphs), (), "statements")
    return _Attributed(
        quotations=quotations,
        set_off=tuple(quotation for quotation in outermost if quotation not in speech),
        attributions=with_turns(text, turns, tuple(sorted([*attributions, *nested], key=place_in_text))),
        labels=tuple(turn.label for turn in turns if is_unnamed(text[slice(*turn.label)])),
        marked=marked,
    )


def _times(account: Account, paragraphs: list[Place], quoted: list[Place]) -> tuple[TimeReading, ...]:
    """The times of an account, counted from when it was published; of an entry of a live blog, from when that was."""
    dated = [(entry.span.start, entry.span.end, entry.published) for entry in account.entries if entry.published]
    tellings: dict[tuple[int, int, str | None], list[Place]] = {}
    for paragraph in paragraphs:
        entry = next((one for one in dated if one[0] <= paragraph[0] < one[1]), (-1, -1, account.published))
        tellings.setdefault(entry, []).append(paragraph)
    times = [
        time
        for (_, _, published), passages in tellings.items()
        for time in read_times(account.text, published, passages=passages, quoted=quoted)
    ]
    return tuple(sorted(times, key=lambda time: time.expression.start))


def _marked(text: str, paragraphs: list[tuple[int, int]]) -> Marked | None:
    """What the model marks; None where its files are missing or changed: then the rules stand alone, and each line says
    so."""
    try:
        return mark(text, paragraphs)
    except ModelError:
        return None
