"""How often accounts of one event are taken for several, and accounts of two for one: `python -m quality.events`.

On the 70 events of BASIL, three accounts each: the weights of `onrecord.one_event` were fitted to the first half.
"""

import json
import random
from collections.abc import Iterator, Sequence
from itertools import product

from msgspec.structs import replace

from onrecord.one_event import groups
from onrecord.text.keys import digest
from onrecord.types import Account, Block, Origin, Span
from quality.corpora import data

FITTED, MIXED, SEED = 35, 400, 5


def _accounts(words: int) -> dict[str, list[Account]]:
    """By event, its accounts, of which the first so many words are kept."""
    events: dict[str, list[Account]] = {}
    for path in sorted(data().glob("basil/*/*.json")):
        article = json.loads(path.read_bytes())
        paragraphs = [" ".join(one) if isinstance(one, list) else one for one in article["body-paragraphs"]]
        text = " ".join("\n".join(paragraphs).split(" ")[:words])
        name = digest("account", path.name)
        blocks = (Block("body", Span(name, 0, len(text)), Origin(0, len(text))),)
        account = Account(
            id=name, url=path.name, text=text, blocks=blocks, published=article["date"] or None,
            encoding="utf-8", sha256="",
        )  # fmt: skip
        events.setdefault(article["triplet-uuid"], []).append(account)
    return events


def _undated(accounts: Sequence[Account]) -> list[Account]:
    return [replace(account, published=None) for account in accounts]


def rows() -> Iterator[tuple[str, int, int, int, int]]:
    """For each part, length and with dates or without: events, how many of them are parted, pairs of events, how many
    of them pass for one."""
    for words in (10_000, 100):
        events = _accounts(words)
        names = sorted(events)
        random.Random(SEED).shuffle(names)
        for (part, chosen), dated in product((("fitted", names[:FITTED]), ("not", names[FITTED:])), (True, False)):
            taken = {name: events[name] if dated else _undated(events[name]) for name in chosen}
            parted = sum(len(groups(accounts)) > 1 for accounts in taken.values())
            chance = random.Random(SEED)
            pairs = [chance.sample(chosen, 2) for _ in range(MIXED)]
            passed = sum(len(groups([*taken[one][:2], taken[other][0]])) == 1 for one, other in pairs)
            name = f"{part}, {'whole' if words > 1000 else f'{words} words'}, {'dated' if dated else 'no dates'}"
            yield name, len(taken), parted, MIXED, passed


def main() -> None:
    for name, events, parted, mixed, passed in rows():
        print(
            f"{name:<28} one event parted {parted}/{events}, two taken for one {passed}/{mixed} = {passed / mixed:.3f}"
        )


if __name__ == "__main__":
    main()
