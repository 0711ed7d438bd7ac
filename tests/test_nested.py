"""A quotation within a quotation, given to somebody else by the one who is quoted."""

import pytest

from test_merge import said

NESTED = [
    (
        "“My deputy Ruud Dahl told me, ‘The wind shut the gates.’ I believe him,” Mayor Ana Orrin said.",
        ("Ruud Dahl", "direct", "The wind shut the gates."),
    ),
    (
        "Mayor Ana Orrin said, “Ruud Dahl said: ‘We will open the gates.’ Nobody did.”",
        ("Ruud Dahl", "direct", "We will open the gates."),
    ),
]


@pytest.mark.parametrize(("text", "expected"), NESTED)
def test_the_inner_words_are_of_the_inner_source_and_the_outer_stay(text, expected):
    found = said(text)
    assert expected in found
    assert any(speaker == "Ana Orrin" for speaker, *_ in found)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“Dario Menn called me that night. He told me, ‘The wind shut them all.’ I believe him,” Mayor Ana Orrin said.", (
            "Dario Menn"
        )),
        ("Lena Vik left. “My deputy came, and when we met, she said, ‘I would love to go,’” Mayor Ruud Dahl said.", None),
    ],
)  # fmt: skip
def test_whom_a_speaker_means_by_a_pronoun_he_has_named(text, speaker):
    assert {words: who for who, _, words in said(text)}[text[text.index("‘") + 1 : text.index("’")]] == speaker


@pytest.mark.parametrize(
    "text",
    [
        "“The word was ‘never again’ in those days,” Mayor Ana Orrin said.",
        "“I said ‘open the gates’ and nobody moved,” Mayor Ana Orrin said.",
        "“It was a ‘dry-year clause’ and no more,” Mayor Ana Orrin said.",
    ],
)
def test_words_mentioned_and_own_words_are_no_other_statement(text):
    assert len(said(text)) == 1
