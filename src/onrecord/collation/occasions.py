"""Whether two statements can be of one occasion, by what their accounts say of the day and of the channel."""

from collections.abc import Mapping

from onrecord.text import lexicon
from onrecord.text.calendar import WEEKDAYS
from onrecord.text.words import words
from onrecord.types import Account, Statement

_CHANNELS: Mapping[str, str] = {
    **dict.fromkeys(lexicon.in_order("documents.written_channels"), "written"),
    **dict.fromkeys(lexicon.in_order("documents.spoken_channels"), "spoken"),
}


def occasion(account: Account, statement: Statement) -> frozenset[str]:
    """The week days named for the statement, and whether it was written or spoken, as far as the account says."""
    spans = (statement.occasion, statement.channel)
    keys = {w.key for span in spans if span for w in words(account.text, span.start, span.end)}
    return frozenset(keys & WEEKDAYS) | {_CHANNELS[key] for key in keys if key in _CHANNELS}


def apart(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two occasions name different days, or one is written and the other spoken."""
    return any(a & kind and b & kind and not a & b & kind for kind in (WEEKDAYS, frozenset(_CHANNELS.values())))
