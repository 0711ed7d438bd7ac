"""Places in a text, and values that hold spans, between the text as it is and the form in which it is read."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from onrecord.text.letters import Form
from onrecord.types import Account, Span

Value = TypeVar("Value")

Place = tuple[int, int]
"""From which character on and up to which, half open, in Unicode code points. Whose text it counts in, its holder
knows; a `Span` says it."""


def moved(value: Value, move: Callable[[Span], Span], *, but: Collection[str] = ()) -> Value:
    """`value`, a struct or a tuple of structs, with each span in it moved; not in its own fields named in `but`."""
    found: Any = value
    if isinstance(found, Span):
        found = move(found)
    elif isinstance(found, tuple):
        found = tuple(moved(part, move) for part in found)
    elif isinstance(found, Struct):
        found = replace(found, **{n: moved(getattr(found, n), move) for n in found.__struct_fields__ if n not in but})
    return found  # type: ignore[no-any-return]


def in_form(account: Account, form: Form) -> Account:
    """`account` as if its text were printed in its reading form."""
    return replace(moved(account, lambda span: inward(span, form)), text=form.text)


def inward(span: Span, form: Form) -> Span:
    return Span(span.account, *form.inward(span.start, span.end))


def outward(span: Span, form: Form) -> Span:
    return Span(span.account, *form.outward(span.start, span.end))
