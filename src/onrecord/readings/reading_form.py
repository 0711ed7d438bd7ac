"""A reading of an account's reading form, told of the text as it is printed."""

from msgspec.structs import replace

from onrecord.text.letters import Form
from onrecord.text.spans import moved, outward
from onrecord.types import Account, Actor, Reading, Span


def printed(reading: Reading, account: Account, form: Form) -> Reading:
    """`reading`, of `account` in its reading form, with each span in the text of the account itself."""

    def move(span: Span) -> Span:
        return outward(span, form)

    cast = tuple(replace(actor, name=_name(actor, form)) for actor in reading.cast)
    return moved(replace(reading, account=account, cast=cast), move, but=("account",))


def _name(actor: Actor, form: Form) -> str:
    """The name as the account prints it where it first does so: with the marks and joiners that are no part of the
    form."""
    for mention in actor.mentions:
        if form.text.find(actor.name, mention.start, mention.end) >= 0:
            return form.printed(actor.name, mention.start, mention.end)
    return actor.name
