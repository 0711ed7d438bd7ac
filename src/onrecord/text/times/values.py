"""What the recogniser hands to the resolver, and what the resolver answers."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

Kind = Literal["date", "time", "duration", "set"]
# done: of the past verb whose own time it is; ahead: of the future as the past saw it, or "ahead of" something;
# undertaken: of what somebody was asked to do or agreed to do, which comes after the asking
Tense = Literal["past", "done", "future", "ahead", "undertaken"]
Part = Literal["morning", "afternoon", "evening", "night"]


class TimeExpression(Struct, frozen=True):
    """Words that say when, how long or how often: characters `start` up to `end` of the text they were found in."""

    start: Annotated[int, Meta(ge=0)]
    end: Annotated[int, Meta(ge=0)]
    text: Annotated[str, Meta(description="The words as printed.")]
    kind: Annotated[Kind, Meta(description="TimeML's types: a date, a time of day, a length of time, a repetition.")]
    rule: Annotated[str, Meta(description="The row of the grammar that recognised it.")]
    tense: Annotated[Tense | None, Meta(description="Of the verb beside it; null if no verb says.")] = None


class Resolved(Struct, frozen=True, kw_only=True):
    """What an expression stands for.

    `value` is EDTF, or null with the `reason`. A length of time has no `value`: it is no moment. Its ISO 8601
    duration is in `duration`; `PXD` is an unsaid number of days, as TimeML writes it.
    """

    value: Annotated[str | None, Meta(description="EDTF; null if the words cannot be pinned to the calendar.")] = None
    rule: str
    anchor: Annotated[str | None, Meta(description="The date it was counted from; null if it stands by itself.")] = None
    reason: Annotated[str | None, Meta(description="Why there is no value.")] = None
    part: Annotated[Part | None, Meta(description="Part of the day, which EDTF cannot say.")] = None
    duration: Annotated[str | None, Meta(description="ISO 8601 duration of a length of time or a repetition.")] = None


class TimeReading(Struct, frozen=True):
    """An expression and what it stands for."""

    expression: TimeExpression
    resolved: Resolved
