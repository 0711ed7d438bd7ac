"""Quotation marks that set off speech, and those that set off a title, a term, a nickname or a word."""

import time

import pytest

from onrecord.readings import read
from onrecord.readings.attribution.speech import find_speech
from onrecord.text.quotes import find_quotations
from test_merge import account

SPEECH = [
    ("Mayor Ana Orrin called it “a mistake” and left the hall.", "a mistake"),
    ("Orrin said the plan was “reckless” and too dear.", "reckless"),
    ("The envoy promised a “full and open” inquiry, Dahl said.", "full and open"),
    ("“Never again,” Dahl told the crowd.", "Never again,"),
    ("Dahl described the talks as ‘useful’ and went home.", "useful"),
    ("„Wir gehen nicht“, said Minister Ruud Aune.", "Wir gehen nicht"),
    ("Orrin called the toll “unfair,” “cruel” and “a disgrace to the port.”", "cruel"),
    ("The minister described the quay workers as “heroes” on Friday.", "heroes"),
    ("Orrin told the council she was “not for turning” on the gates.", "not for turning"),
    ("Aune accused the company of “hiding the ledgers for years,” and sat down.", "hiding the ledgers for years,"),
]
NO_SPEECH = [
    ("Mayor Ana Orrin said on “Sunday Harbour” that the gates would stay open.", "Sunday Harbour"),
    ("Dahl, the author of “The Salt Road,” said the gates would stay open.", "The Salt Road,"),
    ("Orrin said the council would extend the “dry-year clause” to the winter.", "dry-year clause"),
    ("The “Open Gates” campaign has 400 members, Dahl said.", "Open Gates"),
    ("The channel is known as “the Throat” and floods in spring.", "the Throat"),
    ("A film titled “Low Water” opened on Friday.", "Low Water"),
    ("Clerks searched the letters for words such as “ledger,” “toll” and “night gate.”", "toll"),
    ("Clerks searched the letters for words such as “ledger,” “toll” and “night gate.”", "night gate."),
    ("He closed the letter with “per aspera,” Latin for “through hardship.”", "through hardship."),
    ("A self-described “river rat,” Orrin learned to row at six.", "river rat,"),
    ("Boats marked “fragile cargo” lay at the quay, Dahl said.", "fragile cargo"),
    ("Visitors were told to click the “subscribe” button below.", "subscribe"),
    ("Dahl sang „Das alte Tor“ in the concert.", "Das alte Tor"),
    ("Dahl, who won «The Voice of Tovria» in 2011, said the gates would stay open.", "The Voice of Tovria"),
]  # fmt: skip


def given(text):
    """The words of a reading's statements that are quoted from somebody."""
    reading = read(account(text))
    return {reading.account.cut(span) for s in reading.statements if s.form != "indirect" for span in s.content}


@pytest.mark.parametrize(("text", "words"), SPEECH)
def test_speech_is_given_to_somebody(text, words):
    assert words in given(text)


@pytest.mark.parametrize(("text", "words"), NO_SPEECH)
def test_what_is_no_speech_is_given_to_nobody(text, words):
    assert words not in given(text)


def test_words_quoted_twice_are_judged_alike():
    text = "The “Open Gates” campaign has 400 members.\n\nOrrin said “Open Gates” was late."
    ends = text.index("\n\n")
    paragraphs = [(0, ends), (ends + 2, len(text))]
    quotations = find_quotations(text, paragraphs)
    assert len(find_speech(text, paragraphs, quotations, None)) in (0, 2)


@pytest.mark.parametrize("piece", ["“a” ", "“Go on,” he said. ", "the “b c” d, ", "“x y” "])
def test_time_grows_with_the_length(piece):
    def seconds(count):
        text = piece * count
        paragraphs = [(0, len(text))]
        quotations = find_quotations(text, paragraphs)
        begun = time.process_time()
        find_speech(text, paragraphs, quotations, None)
        return time.process_time() - begun

    seconds(200)
    assert any(seconds(6000) / max(seconds(3000), 1e-3) < 2.8 for _ in range(3))
