"""Two renderings of words that were spoken in another tongue."""

import itertools
import time

import pytest

from onrecord.codec import encode
from onrecord.collation import collate
from onrecord.types import Reading
from record_builder import Told, account

ONE = "We shall give back the two islands when the fishermen of Tolva are free"
OTHER = "Both islands will be handed over once the Tolva fishermen have been set free"


def told(name: str, words: str, *, speaker: str = "Ilse Maro", interpreted: bool = True) -> Reading:
    found = Told(account(name, ("body", f"{speaker} said through an interpreter in Karsk: “{words}.” Nobody clapped.")))
    who = found.actor(speaker)
    found.said(words, speaker=who, **({"interpreted": "through an interpreter"} if interpreted else {}))
    return found.reading()


def wordings(*readings: Reading) -> list[tuple[str, str]]:
    return [(wording.state, wording.rule) for wording in collate(readings).wordings]


def test_two_translations_of_one_speaker_are_probably_one_utterance_in_any_order():
    readings = [told("a", ONE.replace("two ", "")), told("b", OTHER)]
    assert wordings(*readings) == [("probable", "two-translations")]
    record = collate(readings)
    assert all(encode(collate(order)) == encode(record) for order in itertools.permutations(readings))


@pytest.mark.parametrize(
    "other",
    [
        told("b", OTHER, speaker="Bero Lund"),
        told("b", OTHER.replace("Both", "The 14")),
        told("b", "The fishermen must learn to wait for their bread as we have"),
    ],
    ids=["another speaker", "another number", "other words"],
)
def test_what_another_said_or_counts_otherwise_is_no_translation(other):
    assert wordings(told("a", ONE.replace("two ", "")), other) == []


def test_words_that_nobody_interpreted_are_not_taken_for_translations():
    one, other = told("a", ONE.replace("two ", ""), interpreted=False), told("b", OTHER, interpreted=False)
    assert wordings(one, other) == []


def test_one_of_two_may_be_given_without_the_interpreter():
    one, other = told("a", ONE.replace("two ", ""), interpreted=False), told("b", OTHER)
    assert wordings(one, other) == [("probable", "two-translations")]


def test_the_cost_of_words_that_a_speaker_says_again_and_again_is_near_linear():
    def seconds(times):
        lines = [f"{ONE} in year {1000 + n}" for n in range(times)]
        found = Told(account("a", *[("body", f"Ilse Maro said: “{line}.”") for line in lines]))
        who = found.actor("Ilse Maro")
        for line in lines:
            found.said(line, speaker=who)
        begun = time.process_time()
        collate([found.reading()])
        return time.process_time() - begun

    assert seconds(600) < 8 * max(seconds(150), 0.02)
