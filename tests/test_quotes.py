"""Where quotations stand: the words between the marks, how they are closed, and what they stand in."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.quotes import find_quotations

CASES = [
    ('He said: "It is over."', ["It is over."]),
    ("“We had to go,” she said. “It was late.”", ["We had to go,", "It was late."]),
    ('"The talks go on.” That was all.', ["The talks go on."]),
    ("‘I do not know,’ he said. ‘It is the ministers’ fault.’", ["I do not know,", "It is the ministers’ fault."]),
    ("« Bonjour », dit-il. »Hallo«, sagte er.", [" Bonjour ", "Hallo"]),
    ("„Ja“, sagte sie. „Nie” powiedział.", ["Ja", "Nie"]),
    ("「はい」と言った。『いいえ』", ["はい", "いいえ"]),
    ("``Yes,'' he said.", ["Yes,"]),
    ('It read:"No entry"', ["No entry"]),
    ("“She said “go home” to me,” he said.", ["She said “go home” to me,", "go home"]),
    ("“The word was ‘never’,” he said.", ["The word was ‘never’,", "never"]),
    ("a 12\" pipe, a 6'2\" man, the '90s, rock ’n’ roll and the ministers' cars", []),
    ("toward the “full opening of the river. However, nothing came.", ["full opening of the river"]),
    ("no marks at all", []),
]


def quotations(text):
    """Those of a text whose lines are its paragraphs."""
    paragraphs, at = [], 0
    for line in text.split("\n"):
        paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return find_quotations(text, paragraphs)


@pytest.mark.parametrize(("text", "words"), CASES)
def test_the_words_between_the_marks(text, words):
    assert [text[q.start : q.end] for q in quotations(text)] == words


def test_an_opening_mark_repeated_at_each_paragraph_goes_on():
    found = quotations("“One.\n“Two.\n“Three,” he said.")
    assert [q.closing for q in found] == ["continued", "continued", "closed"]


def test_an_unclosed_quotation_ends_with_its_sentence():
    text = "agreed to the “full opening of the river. However, “nothing” came."
    first, second = quotations(text)
    assert (first.closing, text[first.start : first.end]) == ("unclosed", "full opening of the river")
    assert (second.closing, text[second.start : second.end]) == ("closed", "nothing")


def test_depth_counts_what_a_quotation_stands_in():
    assert [q.depth for q in quotations("“A ‘b “c” d’ e” “f”")] == [0, 1, 2, 0]


@given(st.text(alphabet="“”\"‘’'«»„ aZ.,\n"))
def test_any_marks_give_spans_within_their_paragraph(text):
    for q in quotations(text):
        assert 0 <= q.outer_start < q.start <= q.end <= q.outer_end <= len(text)
        assert "\n" not in text[q.outer_start : q.outer_end]


@pytest.mark.parametrize("piece", ["“", '"a ', "‘a ", "'a' ", "«", "“a. ", '"', "’"])
def test_time_grows_with_the_length(piece):
    def seconds(count):
        text = piece * count
        begun = time.process_time()
        find_quotations(text, [(0, len(text))])
        return time.process_time() - begun

    seconds(1000)
    assert seconds(100_000) < 4 * max(seconds(50_000), 0.05)
