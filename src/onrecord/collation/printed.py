"""Readings in the form in which their texts are compared, and the record of them told of the texts as they are
printed."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from onrecord.text.letters import Form, folded, reading_form
from onrecord.text.spans import in_form, inward, moved, outward
from onrecord.types import Actor, Reading, Record, Span


def forms_of(readings: Sequence[Reading]) -> Mapping[str, Form]:
    """By account the form of its text, where that is not the text itself."""
    forms = {reading.account.id: reading_form(reading.account.text) for reading in readings}
    return {account: form for account, form in forms.items() if form}


def in_their_forms(readings: Sequence[Reading], forms: Mapping[str, Form]) -> tuple[Reading, ...]:
    """`readings` as if their accounts were printed in their reading forms."""
    return tuple(_in_form(reading, forms) for reading in readings)


def _in_form(reading: Reading, forms: Mapping[str, Form]) -> Reading:
    form = forms.get(reading.account.id)
    if form is None:
        return reading
    account = in_form(reading.account, form)
    cast = tuple(replace(actor, name=folded(actor.name)) for actor in reading.cast)
    return moved(replace(reading, account=account, cast=cast), lambda span: inward(span, form), but=("account",))


def printed(record: Record, readings: Sequence[Reading], forms: Mapping[str, Form]) -> Record:
    """`record`, of `readings` as they are compared, with each span in the texts of their accounts themselves."""

    def move(span: Span) -> Span:
        form = forms.get(span.account)
        return outward(span, form) if form else span

    names = {actor.id: actor.name for reading in readings for actor in reading.cast}
    cast = tuple(replace(actor, name=_name(actor, names)) for actor in record.cast)
    return replace(moved(replace(record, cast=cast), move, but=("readings",)), readings=tuple(readings))


def _name(actor: Actor, names: Mapping[str, str]) -> str:
    """The name as a reading has it, of those that are compared as this one."""
    own = (names[member] for member in actor.members if member in names)
    return next((name for name in own if folded(name) == actor.name), actor.name)
