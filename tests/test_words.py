"""What the program does with the words of its lists: each file of tests/words says it of the words of one concept.

A case is a sentence with a gap, a question (`asked.QUESTIONS`), and for each answer the words for which it is right. The
words are written out here, and not taken from the lists: a word that is lost from a list is missed. A word that a list
gains needs no case, and is welcome to one.
"""

import tomllib
from pathlib import Path

import pytest

from asked import QUESTIONS

FOLDER = Path(__file__).parent / "words"


def filled(gap: str, word: str) -> str:
    """A sentence or an answer with the word in its gap, with a capital where it is `{Word}`, in capitals at `{WORD}`."""
    capital = word[:1].upper() + word[1:]
    return gap.replace("{word}", word).replace("{Word}", capital).replace("{WORD}", word.upper())


def cases():
    for path in sorted(FOLDER.glob("*.toml")):
        for name, held in tomllib.loads(path.read_text("utf-8")).items():
            for number, case in enumerate(held):
                yield pytest.param(case, id=f"{path.stem}.{name}.{number}")


@pytest.mark.parametrize("case", list(cases()))
def test_each_word_does_its_work(case):
    ask, wrong = QUESTIONS[case["question"]], []
    for answer, words in case["answers"].items():
        for word in words.strip().split("\n") if case.get("phrases") else words.split():
            said = ask(filled(case["sentence"], word))
            if said != filled(answer, word):
                wrong.append(f"{filled(case['sentence'], word)!r}: {said!r}, not {filled(answer, word)!r}")
    assert not wrong, "\n".join(wrong)
