"""A page whose container says what each of its blocks is: nothing is left to be told."""

from typing import Final, cast, get_args

from onrecord.accounts.draft import Draft, Field, FieldName, Stretch
from onrecord.types import Given, Page

FIELDS: Final[frozenset[str]] = frozenset(get_args(FieldName))
"""Of what a container states, the fields that an account has too."""


def read_stated_blocks(page: Page, text: str) -> Draft:
    """The blocks of `page` as its container has them."""
    stretches = [Stretch(block.kind, block.start, block.end, block.start, block.end) for block in page.stated]
    return Draft(text, stretches, [], {})


def with_given(draft: Draft, given: tuple[Given, ...]) -> Draft:
    """What the container states wins over what was told from the text."""
    fields = dict(draft.fields)
    for stated in given:
        if stated.field in FIELDS:
            fields[cast("FieldName", stated.field)] = Field(stated.value, stated.rule)
    return draft._replace(fields=fields)
