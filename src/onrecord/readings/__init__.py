"""The third arrow, Account -> Reading: who says what, who is who, what happened when, and what the readers answered."""

from onrecord.readings.attribution import find_attributions
from onrecord.readings.cast import Cast
from onrecord.readings.discussion import make_discussion
from onrecord.readings.merge import merge
from onrecord.readings.model import MODEL, Marked, ModelError, mark
from onrecord.readings.positions import make_positions
from onrecord.readings.statements import make_statements
from onrecord.readings.timeline import make_timeline
from onrecord.text.quotes import find_quotations
from onrecord.types import Account, Reading

__all__ = ["read"]


def read(account: Account) -> Reading:
    """Everything that one account says. Only its body feeds who said what; comments and chrome are kept apart."""
    paragraphs = [(block.span.start, block.span.end) for block in account.blocks if block.kind == "body"]
    quotations = find_quotations(account.text, paragraphs)
    attributions = find_attributions(account.text, paragraphs, quotations)
    marked = _marked(account.text, paragraphs)
    if marked:
        attributions = merge(account.text, paragraphs, quotations, attributions, marked.attributions)
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


def _marked(text: str, paragraphs: list[tuple[int, int]]) -> Marked | None:
    """What the model marks; None where its files are missing or changed: then the rules stand alone, and each line says so."""
    try:
        return mark(text, paragraphs)
    except ModelError:
        return None
