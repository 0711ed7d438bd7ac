"""Quotations and their speakers on accounts that a person read: the right words between the right marks, the right
name.

Data: gold/statements.jsonl, 24 accounts of 8 events from BASIL, with every stretch between double quotation marks
labelled. The events are split by a hash of their id: the errors of "tuning" were looked at, "validation" (one event, 33
quotations) is only scored; as it is so small, the floors hold on both together ("whole"). To see the misses: `python -m
quality.quotations`.
"""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

from onrecord.readings import read
from onrecord.text.keys import digest
from onrecord.types import Account, Block, Origin, Reading, Span
from quality.corpora import Extent, NoCorpus, Part, data

_OUTER = " \t\r\n\"“”‘’'.,;:!?…"


def part_of(triplet: str) -> Part:
    return "validation" if int(hashlib.sha256(triplet.encode()).hexdigest(), 16) % 2 else "tuning"


def basil_account(article: dict[str, Any]) -> Account:
    """An account whose text is that of the gold standard: paragraphs of the body with a blank line between them."""
    paragraphs = [" ".join(sentences) for sentences in article["body-paragraphs"]]
    text = "\n\n".join(paragraphs)
    name = digest(article["triplet-uuid"], article["source"])
    blocks, at = [], 0
    for paragraph in paragraphs:
        blocks.append(Block("body", Span(name, at, at + len(paragraph)), Origin(at, at + len(paragraph))))
        at += len(paragraph) + 2
    return Account(
        id=name,
        url=article["source"],
        published=article.get("date"),
        text=text,
        blocks=tuple(blocks),
        encoding="utf-8",
        sha256=name,
    )


def gold() -> Iterator[tuple[dict[str, Any], Account]]:
    """(labels, account) of each labelled account. Raises NoCorpus if the labels are not on this machine."""
    folder = data()
    if not (folder / "gold" / "statements.jsonl").is_file():
        raise NoCorpus(f"no gold/statements.jsonl in {folder} (set ONRECORD_DATA to where the corpora are)")
    articles = {}
    for file in sorted((folder / "basil").rglob("*.json")):
        article = json.loads(file.read_text("utf-8"))
        articles[article["triplet-uuid"], article["source"].casefold()] = article
    for line in (folder / "gold" / "statements.jsonl").read_text("utf-8").splitlines():
        labels = json.loads(line)
        yield labels, basil_account(articles[labels["triplet"], labels["source"]])


def _core(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip(_OUTER)), end - (len(piece) - len(piece.rstrip(_OUTER)))


def _same_name(ours: str | None, theirs: str) -> bool:
    """One name holds all words of the other: "Schumer" and "Chuck Schumer"; titles and articles do not count."""
    words = [
        set(re.findall(r"\w+", name.casefold())) - {"the", "a", "an", "mr", "ms", "mrs"}
        for name in (ours or "", theirs)
    ]
    return bool(words[0] and words[1]) and (words[0] <= words[1] or words[1] <= words[0])


def judge(labels: dict[str, Any], reading: Reading) -> tuple[Counter[str], list[str]]:
    """Counts for one account, and a line for each miss."""
    text = reading.account.text
    names = {actor.id: actor.name for actor in reading.cast}
    said = {}
    for statement in reading.statements:
        if statement.form != "indirect":
            said |= {_core(text, span.start, span.end): statement for span in statement.content}
    counts: Counter[str] = Counter()
    misses = []
    for quote in labels["quotes"]:
        statement = said.get(_core(text, quote["start"], quote["start"] + len(quote["text"])))
        name = names.get(statement.speaker or "") if statement else None
        right = _same_name(name, quote["speaker"])
        counts += Counter(
            gold=1, span=int(statement is not None), speaker=int(right), wrong=int(name is not None and not right)
        )
        if not right:
            misses.append(
                f"{quote['form']:6} {quote['speaker']!r} got {name!r} "
                f"({statement.rule if statement else 'not found'}): {quote['text'][:90]}"
            )
    for label in labels["not_speech"]:
        taken = _core(text, label["start"], label["start"] + len(label["text"])) in said
        counts += Counter(not_speech=1, taken=int(taken))
        if taken:
            misses.append(f"not speech: {label['text'][:90]}")
    return counts, misses


@cache
def _judged() -> tuple[tuple[Part, Counter[str]], ...]:
    return tuple((part_of(labels["triplet"]), judge(labels, read(account))[0]) for labels, account in gold())


def measures(part: Extent = "validation") -> dict[str, float]:
    """Shares of the labelled quotations: found exactly, with the right speaker, with a wrong one; and of what is no
    speech, taken for it."""
    total: Counter[str] = Counter()
    for own, counts in _judged():
        if part in (own, "whole"):
            total += counts
    return {
        "span right": total["span"] / total["gold"],
        "span and speaker right": total["speaker"] / total["gold"],
        "wrong speaker": total["wrong"] / total["gold"],
        "not speech taken for speech": total["taken"] / total["not_speech"] if total["not_speech"] else 0.0,
    }


if __name__ == "__main__":
    for labelled, read_account in gold():
        if part_of(labelled["triplet"]) == "tuning":
            print(
                f"-- {labelled['triplet'][:8]} {labelled['source']}",
                *judge(labelled, read(read_account))[1],
                sep="\n   ",
            )
