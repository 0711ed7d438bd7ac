"""Names that look the same and are spelled with other letters are told apart, and said to be."""

import io
import unicodedata

import pytest
from rich.console import Console

from onrecord import collate, read, segment
from onrecord.exports import page, summary
from onrecord.text.lookalikes import in_latin, other_letters
from onrecord.types import Account, Actor, Page, Reading, Record


def reading(text: str) -> Reading:
    found = segment(Page(url="a.example", retrieved=None, media_type="text/plain", body=text.encode()))
    assert isinstance(found, Account)
    return read(found)


def told(name: str) -> str:
    return f"{name} said on Monday that the harbour would stay closed. “We will not sign this,” {name} said."


def by_name(cast: tuple[Actor, ...]) -> dict[str, Actor]:
    return {actor.name: actor for actor in cast}


def printed(record: Record) -> str:
    console = Console(width=200, file=io.StringIO(), color_system=None)
    console.print(summary(record, 200))
    return console.file.getvalue()


def likenesses(record: Record) -> set[tuple[str, str, str]]:
    names = {actor.id: actor.name for actor in record.cast}
    return {(actor.name, names[one.actor], one.letters) for actor in record.cast for one in actor.looks_like}


LATIN = "Abbas Saro"
SPELLED = {
    "cyrillic": ("Abb\u0430s S\u0430ro", "\u0430"),
    "greek": ("\u0391bbas Sar\u03bf", "\u0391\u03bf"),
    "armenian": ("Abbas Sar\u0585", "\u0585"),
    "full-width": ("Ａbbas Ｓaro", "ＡＳ"),
    "bold": ("\U0001d400bbas Saro", "\U0001d400"),
}


@pytest.mark.parametrize(("name", "letters"), SPELLED.values(), ids=SPELLED)
def test_a_name_with_other_letters_is_another_actor_that_is_said_to_look_like_the_first(name, letters):
    record = collate([reading(told(LATIN)), reading(told(name))])
    assert set(by_name(record.cast)) == {LATIN, name}
    assert likenesses(record) == {(name, LATIN, letters)}


@pytest.mark.parametrize(("name", "letters"), SPELLED.values(), ids=SPELLED)
def test_the_two_are_told_apart_within_one_account(name, letters):
    cast = by_name(reading(f"{told(LATIN)}\n\n{told(name)}").cast)
    assert set(cast) == {LATIN, name}
    assert [(one.actor, one.letters) for one in cast[name].looks_like] == [(cast[LATIN].id, letters)]
    assert cast[LATIN].looks_like == ()


def test_a_short_name_with_other_letters_looks_like_the_full_one_and_is_not_its():
    record = collate([reading(told(LATIN)), reading(told("S\u0430ro"))])
    assert likenesses(record) == {("S\u0430ro", LATIN, "\u0430")}


@pytest.mark.parametrize(
    "other", ["Ivan Saro", "Иван Сова", "Αλέξης Παππάς", "José Saró", "Abbas Saró", "Ａｎｎａ Ｂｅｒｇ"]
)
def test_names_that_do_not_look_the_same_are_not_said_to(other):
    assert likenesses(collate([reading(told(LATIN)), reading(told(other))])) == set()


def test_every_lookalike_is_a_letter_and_stands_for_one_of_the_latin_alphabet():
    letters = [char for char in map(chr, range(0x80, 0x20000)) if in_latin(char) != char]
    assert len(letters) > 200
    for letter in letters:
        assert unicodedata.category(letter)[0] == "L", hex(ord(letter))
        assert in_latin(letter).isalpha()
    assert other_letters("Leonor Vás Đỗ Łukasz ﬁ ª") == ""


def test_the_page_and_the_terminal_say_which_letters_are_others():
    record = collate([reading(told(LATIN)), reading(told("Abb\u0430s Saro"))])
    html = page(record)
    assert "spelled with other letters" in html
    assert '<bdi>\u0430</bdi> <span class="ours">(Cyrillic)</span>' in html
    assert f"looks like {LATIN}, spelled with other letters: \u0430 (Cyrillic)" in printed(record)
    assert "spelled with other letters" not in page(collate([reading(told(LATIN))]))
