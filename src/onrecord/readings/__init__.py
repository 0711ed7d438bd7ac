"""The third arrow, Account -> Reading: who says what, who is who, what happened when, and what the readers answered."""

import re

from onrecord.readings.attribution import find_attributions, place_in_text
from onrecord.readings.cast import Cast
from onrecord.readings.discussion import make_discussion
from onrecord.readings.merge import claimed, merge, with_ends
from onrecord.readings.model import MODEL, Marked, ModelError, mark
from onrecord.readings.nested import find_nested
from onrecord.readings.positions import make_positions
from onrecord.readings.speech import find_speech
from onrecord.readings.statements import make_statements, sure_enough
from onrecord.readings.timeline import make_timeline
from onrecord.readings.transcript import find_turns, is_unnamed, with_turns
from onrecord.text.quotes import find_quotations
from onrecord.text.times import read_times
from onrecord.types import Account, Reading, Span

__all__ = ["read"]

_WORD = re.compile(r"\w")


def read(account: Account, *, least_score: float = 0.0) -> Reading:
    """Everything that one account says. Only its body feeds who said what; comments and chrome are kept apart.

    `least_score`, 0 to 1, leaves out statements that are less sure: see `sure_enough`.
    """
    text = account.text
    paragraphs = [(block.span.start, block.span.end) for block in account.blocks if block.kind == "body"]
    quotations = find_quotations(text, paragraphs)
    marked = _marked(text, paragraphs)
    if marked:
        quotations = with_ends(text, paragraphs, quotations, marked.attributions)
    outermost = [q for q in quotations if q.depth == 0 and _WORD.search(text, q.start, q.end)]
    speech = find_speech(text, paragraphs, outermost, claimed(outermost, marked.attributions) if marked else None)
    attributions = find_attributions(text, paragraphs, outermost, speech)
    if marked:
        attributions = merge(text, paragraphs, [q for q in outermost if q in speech], attributions, marked.attributions)
    attributions = tuple(sorted([*attributions, *find_nested(text, quotations, speech)], key=place_in_text))
    turns = find_turns(text, paragraphs)
    attributions = with_turns(text, turns, attributions)
    labels = [turn.label for turn in turns if is_unnamed(text[slice(*turn.label)])]
    sources = [a.source for a in attributions if a.source]
    cast = Cast(account, paragraphs, sources, marked.names if marked else (), labels)
    quoted = [(quotation.start, quotation.end) for quotation in quotations]
    found = make_statements(cast, attributions, paragraphs, quoted)
    statements = sure_enough(found, least_score)
    times = read_times(text, account.published, passages=paragraphs, quoted=quoted)
    positions = make_positions(cast, found, paragraphs, quoted, times)  # actors that only hold one join the cast
    left_out = {statement.id for statement in found} - {statement.id for statement in statements}
    return Reading(
        account=account,
        cast=cast.actors(),
        statements=statements,
        positions=tuple(position for position in positions if position.statement not in left_out),
        timeline=make_timeline(cast, paragraphs, quoted, times),
        discussion=make_discussion(account),
        set_off=tuple(Span(account.id, q.start, q.end) for q in outermost if q not in speech),
        unsure=len(found) - len(statements),
        model=MODEL if marked else None,
    )


def _marked(text: str, paragraphs: list[tuple[int, int]]) -> Marked | None:
    """What the model marks; None where its files are missing or changed: then the rules stand alone, and each line says so."""
    try:
        return mark(text, paragraphs)
    except ModelError:
        return None
