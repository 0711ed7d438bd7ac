"""What surrounds reported words: hedges and denials, and whom, when, where and through whom they were said."""

import pytest

from onrecord.readings import read
from test_merge import account

DENIED = {
    "Kim did not say that the gates would stay open.": "did not",
    "Minister Ana Orrin declined to say whether the gates would stay open.": "declined",
    "Orrin never said that she would close the harbour.": "never",
    "Nobody told the crews that the harbour was closed.": "Nobody",
    "No official said that the harbour was closed.": "No",
    "Neither side said that the harbour was closed.": "Neither",
    "Orrin denied that the harbour had been closed.": "denied",
    "Nor did Orrin say that the harbour would be closed.": "Nor did",
    "Orrin refused to confirm that the harbour was closed.": "refused to",
    "Orrin would not say that the harbour was closed.": "would not",
    "Orrin stopped short of saying that the harbour was closed.": "stopped short",
    "Orrin has yet to say that the harbour is closed.": "has yet",
    "Orrin left without explaining that the harbour was closed.": "without",
    "Orrin rejected claims that the harbour was closed.": "rejected",
    "Orrin didn’t immediately say that the harbour was closed.": "didn’t",
    "Orrin could not confirm that the harbour was closed.": "could not",
    "Orrin did not call the plan “a mistake”.": "did not",
}
HEDGED = {
    "Orrin reportedly said that the harbour was closed.": "reportedly",
    "An earlier version of this article said that the harbour was closed.": "earlier version of this article",
    "This story originally stated that the harbour was closed.": "This story originally",
    "Orrin is believed to have said that the harbour was closed.": "is believed",
    "Orrin may have said that the harbour was closed.": "may",
    "Reportedly, Orrin said that the harbour was closed.": "Reportedly",
    "Orrin allegedly told the crews that the harbour was closed.": "allegedly",
    "Orrin is said to have told the crews that the harbour was closed.": "is said",
    "Orrin appeared to suggest that the harbour was closed.": "appeared to",
    "Orrin apparently said “never again” to the crews.": "apparently",
    "Orrin will say on Monday that the harbour is closed.": "will",
}
PLAIN = [
    "The first draft of the treaty said that the harbour would be closed.",
    "The original report of the commission said that the harbour was closed.",
    "Orrin said that the harbour was not closed.",
    "Orrin, who was not well, said that the harbour was closed.",
    "Orrin did not stay long and said that the harbour was closed.",
    "Orrin not only said that the harbour was closed.",
    "Orrin did not hesitate to say that the harbour was closed.",
    "“We never said that,” Orrin said.",
    "Orrin said he would not say more.",
    "It was not raining, Orrin said.",
    "“It may rain,” Orrin said.",
    "“No,” Orrin said, “the harbour will not close.”",
    "The harbour, which never closed, is full, Orrin said.",
]
AROUND = {
    "“The gates are shut,” Orrin told reporters.": ("addressee", "reporters"),
    "“The gates are shut,” Orrin told the harbour council on Monday.": ("addressee", "the harbour council"),
    "“The gates are shut,” Orrin told Radim Solcek.": ("addressee", "Radim Solcek"),
    "“The gates are shut,” Orrin said after harbour talks broke down.": ("occasion", "after harbour talks broke down"),
    "“The gates are shut,” Orrin said ahead of tomorrow’s vote in the council.": ("occasion", (
        "ahead of tomorrow’s vote in the council"
    )),
    "“The gates are shut,” Orrin said when asked if the ships would sail.": ("occasion", (
        "when asked if the ships would sail"
    )),
    "“The gates are shut,” Orrin said in a statement.": ("channel", "in a statement"),
    "“The gates are shut,” Orrin said on state television.": ("channel", "on state television"),
    "“The gates are shut,” Orrin said at a news conference in Belmara.": ("channel", "at a news conference in Belmara"),
    "“The gates are shut,” Orrin said through an interpreter.": ("interpreted", "through an interpreter"),
    "“The gates are shut,” Orrin wrote on Telegram.": ("channel", "on Telegram"),
}  # fmt: skip


def statements(text):
    reading = read(account(text))
    assert reading.statements, text
    return reading.account, reading.statements


@pytest.mark.parametrize(("text", "words"), DENIED.items())
def test_what_was_not_said_is_marked_and_its_cue_shows_it(text, words):
    told, found = statements(text)
    assert [told.cut(s.negation) for s in found if s.negation] == [words] * len(found)
    shown = {span for s in found for span in (s.cue, s.source)}
    assert all(
        any(span and span.start <= s.negation.start < span.end for span in shown) or words == "Nor did" for s in found
    )


@pytest.mark.parametrize(("text", "words"), HEDGED.items())
def test_what_the_account_does_not_vouch_for_is_marked(text, words):
    told, found = statements(text)
    assert [told.cut(s.hedge) for s in found if s.hedge] == [words] * len(found)
    assert not any(s.negation for s in found)


@pytest.mark.parametrize("text", PLAIN)
def test_what_was_said_bears_no_mark(text):
    _, found = statements(text)
    assert [(s.hedge, s.negation) for s in found] == [(None, None)] * len(found)


@pytest.mark.parametrize(("text", "expected"), AROUND.items())
def test_what_surrounds_a_statement(text, expected):
    told, (found, *_) = statements(text)
    field, words = expected
    assert told.cut(getattr(found, field)) == words


@pytest.mark.parametrize("when", ["the following day", "before Friday", "after noon", "during 2031", "after all"])
def test_a_time_is_no_occasion(when):
    (found,) = read(account(f"“The gates are shut,” Orrin said {when}.")).statements
    assert found.occasion is None
