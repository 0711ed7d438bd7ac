"""Texts without marks for the student to learn from the teacher on.  python unlabelled.py OUT.jsonl

ONRECORD_DATA as in train.py: the folder with `wcxb` (its articles with most reporting words or quotation marks whole,
of its other pages the passages in which somebody speaks) and `articles`. Lines as `silver.py` and `label.py` take them:
{"doc", "text"}.
"""

import json
import os
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

REPORTED = re.compile(
    r"\b(according to|accused|add(s|ed)|announced|argue[sd]|asked|believe[sd]?|call(s|ed)|claim(s|ed)?|confirmed"
    r"|criticized|denied|"
    r"expect(s|ed)|explain(s|ed)|hope[sd]?|insist(s|ed)|note[sd]|reported|says?|said|stated|suggest(s|ed)|tells"
    r"|thinks?|thought|told|"
    r"urged|want(s|ed)|warn(s|ed)|wrote|writes)\b",
    re.IGNORECASE,
)
OPENING = re.compile('[“"]')
WHOLE_WORDS, PASSAGE_WORDS = 220_000, 250_000
LONGEST_PARAGRAPH, PARAGRAPHS = 220, 60


def pages() -> Iterator[tuple[str, str, str]]:
    """Name, kind of page and text of each page of WCXB."""
    for path in sorted(Path(os.environ["ONRECORD_DATA"], "wcxb", "ground-truth").glob("*.json")):
        page: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        text = (page["ground_truth"].get("main_content") or "").replace("\r", "\n")
        yield f"wcxb-{path.stem}", page["_internal"]["page_type"]["primary"], text


def density(text: str) -> float:
    return (len(REPORTED.findall(text)) + len(OPENING.findall(text))) / len(text.split())


def is_english_article(kind: str, text: str) -> bool:
    return kind == "article" and 200 <= len(text.split()) <= 3000 and sum(c.isascii() for c in text) >= 0.97 * len(text)


def passages(text: str) -> str:
    """The paragraphs in which somebody speaks, each with its neighbours; nothing if there are fewer than three."""
    paragraphs = [line.strip() for line in text.split("\n") if line.strip()]
    length = [len(paragraph.split()) for paragraph in paragraphs]
    speaks = [
        number
        for number, paragraph in enumerate(paragraphs)
        if 8 <= length[number] <= LONGEST_PARAGRAPH
        and (REPORTED.search(paragraph) or (length[number] > 20 and OPENING.search(paragraph)))
    ]
    if len(speaks) < 3:
        return ""
    near = sorted({number + step for number in speaks for step in (-1, 0, 1)} & set(range(len(paragraphs))))
    return "\n".join(paragraphs[number] for number in near[:PARAGRAPHS] if length[number] <= LONGEST_PARAGRAPH)


def up_to(words: int, texts: list[tuple[str, str]]) -> list[tuple[str, str]]:
    taken, total = [], 0
    for name, text in texts:
        if total < words:
            taken.append((name, text))
            total += len(text.split())
    return taken


def main() -> None:
    everything = list(pages())
    articles = [(name, text) for name, kind, text in everything if is_english_article(kind, text)]
    articles.sort(key=lambda article: -density(article[1]))
    whole = up_to(WHOLE_WORDS, articles)
    rest = [(name, text) for name, _, text in everything if name not in dict(whole)]
    parts = [(name + "p", part) for name, text in rest if (part := passages(text))]
    random.Random(1).shuffle(parts)
    bodies = json.loads(Path(os.environ["ONRECORD_DATA"], "articles", "ground-truth.json").read_text(encoding="utf-8"))
    others = [(f"articles-{key[:10]}", page["articleBody"]) for key, page in bodies.items()]
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        for name, text in [*whole, *others, *up_to(PASSAGE_WORDS, parts)]:
            print(json.dumps({"doc": name, "text": text}), file=out)


if __name__ == "__main__":
    main()
