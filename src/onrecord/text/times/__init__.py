"""Time expressions: where a text says when, and which day, month or year of the calendar that is.

The method is the usual one of rule-based taggers (HeidelTime, Strötgen and Gertz 2010; SUTime, Chang and Manning
2012): a grammar recognises an expression, the date of the account anchors it, and the tense of the verb beside it
tells past from future. What cannot be pinned to the calendar keeps no value and says why.

A value is EDTF, no finer than the words: `2019-02-28`, `2018-06`, `2017~` for "late 2017", `2018-35` for its third
quarter, `2018-22` for its summer, `199X`, `18XX`, and an interval of days for a week (`2019-02-18/2019-02-24`) or
"March 3-5". A time of day is local to where it was said: `2019-02-28T13:25`.
"""

import re
from collections import deque
from collections.abc import Sequence

from onrecord.text.times.beside import is_other, same_sentence, tense_beside
from onrecord.text.times.context import Context, Unanchored
from onrecord.text.times.grammar import RULES, finder, parts, reader
from onrecord.text.times.values import Kind, Part, Resolved, Tense, TimeExpression, TimeReading

__all__ = [
    "Kind",
    "Part",
    "Resolved",
    "Tense",
    "TimeExpression",
    "TimeReading",
    "becomes_told",
    "find_times",
    "read_times",
    "resolve",
]

# How many dates back a text may point.
_MEMORY = 12
_COMPARISONS = frozenset(("ago", "apart", "year-ago", "earlier-quarter", "quarter-in-year", "year-range"))
# A time of day belongs to a day only if that stands in the same sentence.
_BARE_TIMES = frozenset(("clock", "part-alone"))


def find_times(text: str, start: int = 0, end: int | None = None) -> tuple[TimeExpression, ...]:
    """The time expressions of `text`, in their order, none overlapping another. Takes time linear in its length.

    With `start` and `end`, those of a part of it, which is still read in the light of the text around it.
    """
    # Only the Turkish capital dotted I grows when lowered, and offsets must not move.
    lower = text.replace("İ", "i").lower()
    found = []
    for match in finder().finditer(lower, start, len(lower) if end is None else end):
        rule = RULES[(match.lastindex or 1) - 1]
        first, last = match.span()
        if not is_other(text, first, last, rule.name):
            tense = tense_beside(lower, first, last)
            found.append(TimeExpression(first, last, text[first:last], rule.kind, rule.name, tense))
    return tuple(found)


def resolve(expression: TimeExpression, anchor: str | None, told: Sequence[str] = ()) -> Resolved:
    """What `expression` stands for, counted from `anchor`, the EDTF day or date-time of the account.

    `told` are EDTF values that the text named before, the latest last: "the following day" counts from one of them.
    An anchor coarser than a day is no anchor. Never raises for words that the grammar recognised.
    """
    pattern, rule = reader(expression.rule)
    match = pattern.fullmatch(expression.text.replace("İ", "i").lower())
    if match is None:
        raise ValueError(f"{expression.text!r} is not an expression of the rule {expression.rule!r}")
    context = Context(anchor, told, expression.tense)
    try:
        answer = rule.resolver(parts(match), context)
    except Unanchored as why:
        return Resolved(rule=rule.name, reason=str(why))
    return Resolved(
        value=answer.value,
        rule=rule.name,
        anchor=context.used if answer.value else None,
        reason=answer.reason,
        part=answer.part,
        duration=answer.duration,
    )


def becomes_told(resolved: Resolved) -> tuple[str, ...]:
    """What later words of the text may count from: a plain date that is not itself a comparison with another."""
    if resolved.value is None or resolved.rule in _COMPARISONS:
        return ()
    plain = re.match(r"\d{4}(?:-\d\d){0,2}(?=~?$|T)", resolved.value)
    return (plain[0],) if plain else ()


def read_times(text: str, anchor: str | None) -> tuple[TimeReading, ...]:
    """Find and resolve: what points back into the text ("that day") is counted from the date it named last."""
    readings: list[TimeReading] = []
    told: deque[str] = deque(maxlen=_MEMORY)
    for expression in find_times(text):
        last = readings[-1].expression.end if readings else 0
        alone = expression.rule in _BARE_TIMES and not same_sentence(text, last, expression.start)
        resolved = resolve(expression, anchor, () if alone else told)
        readings.append(TimeReading(expression, resolved))
        told.extend(becomes_told(resolved))
    return tuple(readings)
