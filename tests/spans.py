"""All spans of a value, however deep, with the field they stand in."""

from collections.abc import Iterator

import msgspec

from onrecord.types import Reading, Record, Span


def spans_of(value: object, field: str = "") -> Iterator[tuple[str, Span]]:
    if isinstance(value, Span):
        yield field, value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans_of(getattr(value, name), name)
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item, field)


def check_reading(reading: Reading) -> None:
    """Every span lies in its account's text and, but for the empty place of an addition, holds characters."""
    for field, span in spans_of(reading):
        assert reading.account.cut(span), f"{field}: {span} holds nothing"
    actors = {actor.id for actor in reading.cast}
    for statement in reading.statements:
        assert statement.speaker is None or statement.speaker in actors
    for comment in reading.discussion:
        assert comment.reply_to in {None, *(earlier.id for earlier in reading.discussion)}


def check_record(record: Record) -> None:
    accounts = {reading.account.id: reading.account for reading in record.readings}
    for reading in record.readings:
        check_reading(reading)
    for _, span in spans_of((record.cast, record.wordings, record.positions, record.timeline, record.findings)):
        accounts[span.account].cut(span)
    statements = {s.id for reading in record.readings for s in reading.statements}
    for wording in record.wordings:
        assert wording.base in wording.witnesses
        assert set(wording.witnesses) <= statements
        assert {variant.witness for variant in wording.variants} <= set(wording.witnesses)
    members = {actor.id for reading in record.readings for actor in reading.cast}
    assert {member for actor in record.cast for member in actor.members} == members
