"""How often each rule is right where no model is.  ONRECORD_EVAL=... ONRECORD_DATA=... python shares.py

Reads the held-out articles with the rules alone, and prints for each rule how many statements it found and the share
that are right as calibrate.py says it: the numbers of `_RIGHT` in readings/statements/__init__.py.
"""

from collections import Counter

from calibrate import right
from corpus import held_out, load, paragraphs

from onrecord import readings
from onrecord.readings.model import ModelError
from onrecord.types import Account, Block, Origin, Span


def no_model(*_: object) -> None:
    raise ModelError("left out to measure the rules alone")


def main() -> None:
    readings.mark = no_model
    found: Counter[str] = Counter()
    good: Counter[str] = Counter()
    for doc in (doc for doc in load("train") if held_out(doc["doc"])):
        text = doc["text"]
        blocks = tuple(Block("body", Span("a", *place), Origin(*place)) for place in paragraphs(text))
        account = Account(id="a", url="a", text=text, blocks=blocks, encoding="utf-8", sha256="0")
        made = readings.read(account).statements
        rules = [statement.rule.split("/", maxsplit=1)[0] for statement in made]
        spans = [
            {
                "content": [(span.start, span.end) for span in one.content],
                "cue": [(one.cue.start, one.cue.end)] if one.cue else [],
                "source": [(one.source.start, one.source.end)] if one.source else [],
            }
            for one in made
        ]
        found.update(rules)
        good.update(rule for rule, is_right in zip(rules, right(doc, spans), strict=True) if is_right)
    for rule, number in found.most_common():
        print(f"{rule:24}{number:6}{good[rule] / number:8.2f}")


if __name__ == "__main__":
    main()
