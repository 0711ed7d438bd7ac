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


HARD = [
    # apostrophes, decades, possessives and inches inside single marks
    ("‘It was the ’90s, and rock ’n’ roll was king,’ he said.", ["It was the ’90s, and rock ’n’ roll was king,"]),
    ("'The '90s were good,' she said.", ["The '90s were good,"]),
    ("‘It is the workers’ fault,’ he said, ‘and the owners’.’", ["It is the workers’ fault,", "and the owners’."]),
    ("'The teachers' pay is low,' said Aune.", ["The teachers' pay is low,"]),
    ("“He is 6'2\" tall,” she said.", ["He is 6'2\" tall,"]),
    ('"He is 6\'2" tall and fast," she said.', ['He is 6\'2" tall and fast,']),
    ("The men's and women's 5' boards, O'Brien's and d'Arc's.", []),
    # brackets, cues that break a quotation twice, no-break spaces
    ("The plan (“a fine one,” he said) failed (“badly”).", ["a fine one,", "badly"]),
    (
        "“One,” he said, “two,” and he paused, “three.”",
        ["One,", "two,", "three."],
    ),
    ("«\u00a0Nous partons\u00a0», dit-il, «\u202fdemain\u202f».", ["\u00a0Nous partons\u00a0", "\u202fdemain\u202f"]),
    # marks of other languages
    ("”Vi går nu”, sade hon. ”Ja.”", ["Vi går nu", "Ja."]),
    ("»Me menemme», hän sanoi. »Nyt.»", ["Me menemme", "Nyt."]),
    ("„Idziemy”, powiedział. „Teraz”.", ["Idziemy", "Teraz"]),
    ("„Wir gehen ‚jetzt‘ los“, sagte er.", ["Wir gehen ‚jetzt‘ los", "jetzt"]),
    ("»Wir gehen«, sagte sie, »und zwar ›jetzt‹.«", ["Wir gehen", "und zwar ›jetzt‹.", "jetzt"]),
    ("「行く『今』」「はい」", ["行く『今』", "今", "はい"]),
    # Spanish and Russian dialogue by dashes has no marks, and nothing is read into it
    ("—No vamos —dijo ella—. Nunca.", []),
    ("— Мы не пойдём, — сказала она. — Никогда.", []),
    # mismatched pairs, a mark that is never closed, and one that is closed twice
    ("“We go now\", he said.", ["We go now"]),
    ("\"We go now”, he said.", ["We go now"]),
    ("‘We go now', he said.", ["We go now"]),
    ("“We go now.”” he said. “Yes.”", ["We go now.", "Yes."]),
    ("Nested: “She told me ‘he said “no” to us’ twice,” he said.", ["She told me ‘he said “no” to us’ twice,", (
        "he said “no” to us"
    ), "no"]),
    ("He wrote ''we go'' and ``you stay''.", ["we go", "you stay"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), HARD)
def test_hard_marks(text, words):
    assert [text[q.start : q.end] for q in quotations(text)] == words


def test_a_mark_that_is_never_closed_takes_no_more_than_its_sentence_and_no_other_quotation():
    text = "He spoke of a “full opening and left. Later “we go,” he said, and the rest of the article followed."
    assert [text[q.start : q.end] for q in quotations(text)] == ["full opening and left", "we go,"]


def test_a_mark_repeated_at_each_paragraph_goes_on_in_single_marks_and_guillemets_too():
    for opening, closing in ("‘’", "«»", "“”", '""'):
        text = f"{opening}One, two.\n{opening}Three, four.\n{opening}Five,{closing} he said."
        assert [q.closing for q in quotations(text)] == ["continued", "continued", "closed"]
