"""Quotations and their speakers on accounts that a person read: the right words between the right marks, the right name.

Data: gold/statements.jsonl, 24 accounts of 8 events from BASIL, with every stretch between double quotation marks labelled.
The events are split by a hash of their id: "tune" may be looked at, "validation" is only scored.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any

from onrecord.readings import read
from onrecord.text.keys import digest
from onrecord.types import Account, Block, Origin, Reading, Span
from quality.corpora import data

_OUTER = " \t\r\n\"“”‘’'.,;:!?…"


def part_of(triplet: str) -> str:
    return "validation" if int(hashlib.sha256(triplet.encode()).hexdigest(), 16) % 2 else "tune"


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
    """(labels, account) of each labelled account."""
    folder = data()
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
                f"{quote['form']:6} {quote['speaker']!r} got {name!r} ({statement.rule if statement else 'not found'}): {quote['text'][:90]}"
            )
    for label in labels["not_speech"]:
        taken = _core(text, label["start"], label["start"] + len(label["text"])) in said
        counts += Counter(not_speech=1, taken=int(taken))
        if taken:
            misses.append(f"not speech: {label['text'][:90]}")
    return counts, misses


def measure(show: str | None = None) -> dict[str, dict[str, float]]:
    """Shares of all labelled quotations, by part: `span` found exactly, `speaker` right with it, `wrong` speaker, and `not_speech` taken."""
    totals: dict[str, Counter[str]] = {"tune": Counter(), "validation": Counter()}
    for labels, account in gold():
        part = part_of(labels["triplet"])
        counts, misses = judge(labels, read(account))
        totals[part] += counts
        if show == part:
            print(f"-- {labels['triplet'][:8]} {labels['source']}", *misses, sep="\n   ")
    return {
        part: {
            "span": c["span"] / c["gold"],
            "speaker": c["speaker"] / c["gold"],
            "wrong speaker": c["wrong"] / c["gold"],
            "not speech taken": c["taken"] / c["not_speech"] if c["not_speech"] else 0.0,
        }
        for part, c in totals.items()
    }


if __name__ == "__main__":
    shown = sys.argv[1] if len(sys.argv) > 1 else None
    for part_name, figures in measure(shown).items():
        print(part_name, {name: round(value, 3) for name, value in figures.items()})
