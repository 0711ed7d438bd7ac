"""How well `onrecord.accounts.segment` reads pages, on each corpus by that corpus's own measure."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from quality.corpora import Item, address_names
from quality.extracts import Extract, Posted
from quality.scores import (
    Counts,
    align,
    f1,
    fold,
    lines_within,
    mean_f1,
    overlap,
    share,
    shingle_f1,
    shingles,
    squeeze,
    total_f1,
    words,
)

POST_ALIKE = 0.9
"""Word F1 from which the words of a post are the right ones: the corpus has markup of quotations and links in them."""


@dataclass(frozen=True)
class Row:
    """One corpus, or a part of it by `wanted`, scored page by page; `measures` are name and figure over its pages."""

    name: str
    corpus: str
    wanted: Callable[[Item], bool]
    score: Callable[[Item, Extract], Counts]
    measures: tuple[tuple[str, Callable[[Sequence[Counts]], float]], ...]
    peers: tuple[str, ...] = ()


def articles(item: Item, found: Extract) -> Counts:
    return overlap(shingles(item.gold), shingles(found.body))


def wcxb_articles(item: Item, found: Extract) -> Counts:
    return overlap(words(item.gold["main_content"]), words(found.body))


def wcxb_forums(item: Item, found: Extract) -> Counts:
    """Body and thread together: the main content of a forum page is its posts, mostly with their author and date."""
    return overlap(words(item.gold["main_content"]), words(found.said))


def title(item: Item, found: Extract) -> Counts:
    return _field(fold(item.gold["title"]), fold(found.headline))


def author(item: Item, found: Extract) -> Counts:
    return _field(fold(item.gold["author"]), fold(found.byline))


def date(item: Item, found: Extract) -> Counts:
    """Compared as YYYY-MM-DD, without the time of day."""
    return _field(item.gold["publish_date"] or "", (found.published or "")[:10])


def _field(gold: str, found: str) -> Counts:
    """Whether the page has one, and whether the right or a wrong one was given. Where it has none, none counts."""
    return {"gold": bool(gold), "right": bool(gold) and gold == found, "wrong": bool(gold and found) and gold != found}


def comments(item: Item, found: Extract) -> Counts:
    """Labelled segments, without white space, that stand in the thread. Those of the body should not."""
    thread = squeeze(found.thread)
    return {
        "comments": len(item.gold["comments"]),
        "found": sum(squeeze(s) in thread for s in item.gold["comments"]),
        "body": len(item.gold["body"]),
        "leaked": sum(squeeze(s) in thread for s in item.gold["body"]),
    }


def right_author(gold: dict[str, str], post: Posted) -> bool:
    author = fold(post.author)
    names = {fold(gold["user"]), *gold["names"]}
    return bool(author) and (author in names or address_names(gold["user"], author))


def right_date(gold: dict[str, str], post: Posted) -> bool:
    return fold(gold["datetime"]) in {fold(date) for date in post.dates}


def word_f1(gold: str, found: str) -> float:
    counts = overlap(words(gold), words(found))
    return f1(**counts) if gold and found else 0.0


def threads(item: Item, found: Extract) -> Counts:
    """Posts paired in their order by their words, author and date; then each of the three is right or not."""

    def likeness(gold: dict[str, str], post: Posted) -> float:
        return word_f1(gold["post_text"], post.words) + (right_author(gold, post) + right_date(gold, post)) / 2

    pairs = [(item.gold[i], found.posts[j]) for i, j in align(item.gold, found.posts, likeness)]
    right = {
        "post": len(pairs),
        "author": sum(right_author(gold, post) for gold, post in pairs),
        "date": sum(right_date(gold, post) for gold, post in pairs),
        "words": sum(word_f1(gold["post_text"], post.words) >= POST_ALIKE for gold, post in pairs),
    }
    counts: Counts = {}
    for field, tp in right.items():
        counts |= {f"{field}.tp": tp, f"{field}.fp": len(found.posts) - tp, f"{field}.fn": len(item.gold) - tp}
    return counts


def textdumps(item: Item, found: Extract) -> Counts:
    """Lines of the thread; on a page without one, whether one was invented; on others, whether it begins right."""
    gold = set(item.gold)
    given = lines_within(item.body().decode("utf-8"), found.thread_origins)
    if not gold:
        return {"without": 1, "invented": bool(given)}
    counts = overlap(Counter(gold), Counter(given))
    return {f"line.{name}": n for name, n in counts.items()} | {
        "with": 1,
        "seam": min(given, default=-1) == min(gold),
    }


def hanoi(item: Item, found: Extract) -> Counts:
    """Smoke only: as many comments as a reader counts, and no date of publication had from one of them."""
    return {"accounts": 1, "right": len(found.posts) == item.gold and "2020" not in (found.published or "")}


FIELD = (("right", share("right", "gold")), ("wrong", share("wrong", "gold")))
BODY_PEERS = ("trafilatura", "trafilatura-precision", "resiliparse", "readability")


def _typed(kind: str) -> Callable[[Item], bool]:
    return lambda item: item.gold["type"] == kind and bool(item.gold["main_content"])


def _all(item: Item) -> bool:
    return True


ROWS = (
    Row("articles", "articles", _all, articles, (("4-gram F1", shingle_f1),), BODY_PEERS),
    Row("wcxb-articles", "wcxb", _typed("article"), wcxb_articles, (("word F1", mean_f1),), BODY_PEERS),
    Row("wcxb-forums", "wcxb", _typed("forum"), wcxb_forums, (("word F1", mean_f1),), BODY_PEERS),
    Row("wcxb-title", "wcxb", _typed("article"), title, FIELD, ("trafilatura", "resiliparse", "readability")),
    Row("wcxb-author", "wcxb", _typed("article"), author, FIELD, ("trafilatura",)),
    Row("wcxb-date", "wcxb", _typed("article"), date, FIELD, ("trafilatura",)),
    Row(
        "comments",
        "comments",
        _all,
        comments,
        (("found", share("found", "comments")), ("body taken for comment", share("leaked", "body"))),
        ("trafilatura", "trafilatura-precision"),
    ),
    Row(
        "threads",
        "threads",
        _all,
        threads,
        tuple((f"{field} F1", total_f1(field)) for field in ("post", "author", "date", "words")),
    ),
    Row(
        "textdumps",
        "textdumps",
        _all,
        textdumps,
        (
            ("line F1", total_f1("line")),
            ("threads invented", share("invented", "without")),
            ("seam", share("seam", "with")),
        ),
    ),
    Row("hanoi", "hanoi", _all, hanoi, (("accounts right", share("right", "accounts")),)),
)
