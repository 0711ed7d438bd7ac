"""What is no reader's comment or letter in plain text, though it begins like one."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

ARTICLE = (
    "The old lock closes",
    "The lock of Upper Selm closes on Monday, the canal board said. “It has served us for ninety years,” its head, "
    "Ana Orrin, said.",
    "The board had looked for money since the spring, and found none in either of the two towns that the lock has "
    "kept apart.",
    "Boats go round by the northern arm until then, which takes them four hours more than the way through the lock "
    "does.",
)


def account(*paragraphs: str) -> Account:
    body = "\n\n".join(paragraphs).encode()
    found = segment(Page(url="x", retrieved=None, media_type="text/plain", body=body))
    assert isinstance(found, Account)
    return found


def test_a_source_that_an_article_quotes_at_length_is_no_reader():
    found = account(
        *ARTICLE, "The log of the keeper says...", "The gates froze, and we broke them free with poles.", *ARTICLE[1:]
    )
    assert not found.thread


def test_a_comment_that_stands_alone_is_one():
    found = account(*ARTICLE, "Dagny said...", "Nobody asked those of us who live on the boats.")
    assert len(found.thread) == 1


@pytest.mark.parametrize("heading", ["Views", "Opinions"])
def test_places_under_pictures_sign_no_letters(heading):
    found = account(
        *ARTICLE,
        heading,
        "The lock is seen from the hill in May.",
        "Upper Selm",
        "The mill is seen from the river.",
        "Lower Mill",
    )
    assert not found.thread


def test_letters_under_their_heading_are_letters():
    letters = (
        "We were never asked about it, and it is our home.",
        "Dagny Holm",
        "Let it close, it leaks and it always did.",
        "Bo Ray",
    )
    assert len(account(*ARTICLE, "Letters to the editor", *letters).thread) == 2


def test_a_comment_that_begins_with_its_own_name_is_one():
    found = account(
        *ARTICLE, "1 Comment", "Anna\n3 May 2024 10:15", "Anna is wrong about the lock, it was the frost that broke it."
    )
    assert len(found.thread) == 1


def test_who_wrote_the_article_is_no_comment():
    found = account(*ARTICLE, "Anna Holm", "Anna Holm is a reporter who covers the canals of the north.")
    assert not found.thread
