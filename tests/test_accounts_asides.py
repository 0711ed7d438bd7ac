"""Lines of a plain text that stand among those of the article and are none of its words."""

import pytest

from onrecord.accounts import segment
from onrecord.types import Account, Page

PAGE = """The mill at Orrin is sold

By Jette Brask
4 June 2021

The mill at Orrin was sold on Thursday to a company that makes paper, the town said. Its forty workers keep their places.

{line}

The mayor, Tove Lind, said that the town had waited six years for a buyer. "We are glad that the wheel turns again," she said.

The company will begin with the repair of the roof, which has leaked since the flood, and then with that of the wheel itself.
"""


def kinds(line: str) -> list[str]:
    found = segment(Page(url="x", retrieved=None, media_type="text/plain", body=PAGE.format(line=line).encode()))
    assert isinstance(found, Account)
    start = found.text.index(line.split("\n", maxsplit=1)[0])
    return [b.kind for b in found.blocks if start <= b.span.start < start + len(line)]


@pytest.mark.parametrize(
    "line",
    [
        'READ MORE: Lind: "The wheel was never ours"',
        "Also read: Why the flood came a day early",
        "SEE ALSO: Six mills that the river stopped",
        "Related: Paper makers look to the north",
        "Related articles: Paper makers look to the north",
        "Don’t miss: the ten best walks along the Orrin",
        "In pictures: the wheel of Orrin through the years",
        "More on this story: What will the town do with the money?",
        "More from the Orrin valley: A bridge that nobody wanted",
        "Read more: https://orrin.example/mill",
        "Recommended: How paper is made",
        "READ MORE: Six mills on the lower Orrin that the river has stopped since the flood\nand how their workers "
        "live now",
    ],
)
def test_a_way_to_another_article_is_none_of_its_words(line: str) -> None:
    assert set(kinds(line)) == {"chrome"}


@pytest.mark.parametrize(
    "line",
    [
        'Related: "The wheel was never ours," Lind said later.',
        "Related: he had sold another mill, at Sund, the year before.",
        'More from Lind: "The wheel was never ours"',
        "Recommended: that the town keep the wheel and sell the rest of it",
        "Read: Did nobody ask the workers?",
        "Lind said she would read more: there are ninety pages",
        "Read more: she told https://orrin.example that nobody had asked her.",
        "Read more of the contract than its first page, Lind said",
        "The price: Four million crowns and the debts",
    ],
)
def test_what_the_article_tells_behind_such_a_word_is_kept(line: str) -> None:
    assert kinds(line) == ["body"]


@pytest.mark.parametrize(
    "line",
    [
        "The wheel in the winter of the flood. (Photo: Pia Holt)",
        "The wheel in the winter of the flood. (Image: Orrin Museum / Pia Holt)",
        "The wheel in the winter of the flood (Photo by Pia Holt)",
        "The wheel in the winter of the flood. (Pia Holt/Getty Images)",
        "The wheel in the winter of the flood. (Pia Holt via AP)",
        "The wheel in the winter of the flood. (Reuters/Pia Holt)",
        "The wheel in the winter of the flood, which came on a day when nobody was in the mill\nat Orrin. (Photo: "
        "Pia Holt)",
    ],
)
def test_words_that_end_with_whose_picture_it_is_are_a_caption(line: str) -> None:
    assert kinds(line) == ["caption"]


@pytest.mark.parametrize(
    "line",
    [
        "The town took the credit for it (by a vote of six to five).",
        "The workers sang on the bridge until the night. (AFP)",
        "(Reporting by Jette Brask in Orrin; Editing by Bo Ray, Reuters)",
        "She showed a picture of it (from the summer before the flood)",
    ],
)
def test_other_words_in_parentheses_are_the_articles(line: str) -> None:
    assert kinds(line) == ["body"]


@pytest.mark.parametrize(
    ("opens", "publisher"),
    [
        ("ORRIN, June 4 (Valewire) - ", "Valewire"),
        ("ORRIN, Selmland, June 4 (Vale Press) — ", "Vale Press"),
        ("ORRIN (Reuters) - ", "Reuters"),
        ("ORRIN (AP) — ", "AP"),
        ("ORRIN (Selmland) - ", None),
        ("ORRIN (PA) - ", None),
        ("ORRIN, June 4 (Friday) - ", None),
        ("ORRIN, June 4 (Updated at noon) - ", None),
        ("ORRIN, June 4 - ", None),
    ],
)
def test_the_agency_of_a_dateline_is_who_publishes(opens: str, publisher: str | None) -> None:
    text = PAGE.replace("The mill at Orrin was", f"{opens}The mill at Orrin was").format(line="It is old.")
    for end, expected in (("", publisher), ("\nContact | Privacy | © Orrin Courier 2021\n", None)):
        found = segment(Page(url="x", retrieved=None, media_type="text/plain", body=(text + end).encode()))
        assert isinstance(found, Account)
        assert found.publisher == expected


def test_a_reader_may_cite_what_to_read() -> None:
    said = "They forbid everything.", "Related: Six mills that are gone", "And ours is next."
    posts = (
        f"{name}\n{day} June 2021 10:12\n{words}\nReply\n"
        for name, day, words in zip("Bo Ida Per".split(), "567", said, strict=True)
    )
    text = PAGE.format(line="It is old.") + "\n3 Comments\n\n" + "\n".join(posts)
    found = segment(Page(url="x", retrieved=None, media_type="text/plain", body=text.encode()))
    assert isinstance(found, Account)
    assert tuple(found.cut(span) for post in found.thread for span in post.words) == said
