"""The third arrow, Account -> Reading: who says what, who is who, what happened when, and what the readers answered."""

import re
from collections.abc import Iterable, Sequence

from onrecord.readings.attribution import Attribution, find_attributions
from onrecord.readings.cast import Cast
from onrecord.readings.clauses import Place
from onrecord.readings.discussion import make_discussion
from onrecord.readings.merge import claims, merge
from onrecord.readings.model import MODEL, Marked, ModelError, mark
from onrecord.readings.positions import make_positions
from onrecord.readings.speech import find_speech
from onrecord.readings.statements import make_statements
from onrecord.readings.timeline import make_timeline
from onrecord.text.quotes import Quotation, find_quotations
from onrecord.types import Account, Reading

__all__ = ["read"]

_WORD = re.compile(r"\w")


def read(account: Account) -> Reading:
    """Everything that one account says. Only its body feeds who said what; comments and chrome are kept apart."""
    paragraphs = [(block.span.start, block.span.end) for block in account.blocks if block.kind == "body"]
    quotations = find_quotations(account.text, paragraphs)
    marked = _marked(account.text, paragraphs)
    attributions = _attributions(account.text, paragraphs, quotations, marked)
    cast = Cast(account, paragraphs, [a.source for a in attributions if a.source], marked.names if marked else ())
    quoted = [(quotation.start, quotation.end) for quotation in quotations]
    statements = make_statements(cast, attributions, paragraphs, quoted)
    positions = make_positions(cast, statements, paragraphs, quoted)
    timeline = make_timeline(cast, paragraphs, quoted)
    return Reading(
        account=account,
        cast=cast.actors(),
        statements=statements,
        positions=positions,
        timeline=timeline,
        discussion=make_discussion(account),
        model=MODEL if marked else None,
    )


def _attributions(
    text: str, paragraphs: Sequence[Place], quotations: Iterable[Quotation], marked: Marked | None
) -> tuple[Attribution, ...]:
    """Who is given for which words: what the rules and the model find, made one."""
    outermost = [q for q in quotations if q.depth == 0 and _WORD.search(text, q.start, q.end)]
    given = (
        {place: marked.attributions[number] for place, number in claims(outermost, marked.attributions).items()}
        if marked
        else None
    )
    speech = find_speech(text, paragraphs, outermost, given)
    by_rule = find_attributions(text, paragraphs, outermost, speech)
    if marked is None:
        return by_rule
    return merge(text, paragraphs, [q for q in outermost if q in speech], by_rule, marked.attributions)


def _marked(text: str, paragraphs: list[tuple[int, int]]) -> Marked | None:
    """What the model marks; None where its files are missing or changed: then the rules stand alone, and each line says so."""
    try:
        return mark(text, paragraphs)
    except ModelError:
        return None
