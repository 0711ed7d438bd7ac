"""A record in the formats that people read: one page of HTML, and a summary for the terminal."""

from rich.console import Group

from onrecord.exports.edition import edition
from onrecord.exports.render import render
from onrecord.exports.terminal import digest, outline
from onrecord.memory import few_collections
from onrecord.types import Record


@few_collections()
def page(record: Record) -> str:
    """The record as one HTML file: it loads nothing, needs no script to be read, and its words are the accounts'.

    The same record gives the same text. Encode it as UTF-8. Raises RecordError if the record contradicts itself.
    """
    return render(edition(record))


def summary(record: Record, width: int = 80) -> Group:
    """The record for a terminal `width` columns wide: in short, who said what, what differs, what was left out."""
    return outline(edition(record), width)


def overview(record: Record, width: int = 80) -> Group:
    """The record for a terminal `width` columns wide, on a screen: what it is of, in short, and how much was found."""
    return digest(edition(record), width)
