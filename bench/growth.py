"""How the cost of segmenting and of reading grows with what an account has: `python -m bench.growth [WORDS OF A NAME
...]`.

Each row makes an input of size n and of twice as much, and prints the CPU seconds that each takes, the least of three,
and the exponent, the base-two logarithm of their ratio: 1 is linear, 2 quadratic. Above 1.15 the command ends in an
error. Reading is timed without limits, and without the network, whose time would hide the rest: it is linear in its
windows (`bench.attribution`). The texts are invented.
"""

import argparse
import gc
import math
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple
from unittest import mock

from onrecord import readings
from onrecord.accounts.assembly import assemble
from onrecord.accounts.draft import Reach
from onrecord.readings.limits import Limits
from onrecord.readings.model import ModelError
from onrecord.types import Account, Block, Origin, Page, Span

STEEPEST = 1.15
RUNS = 3
ENOUGH = 0.1
"""CPU seconds below which an exponent tells nothing."""
NO_LIMITS, NO_REACH = Limits(*[10**9] * len(Limits())), Reach(*[10**9] * len(Reach()))


class Row(NamedTuple):
    """A dimension: `make` gives an input of that size, `run` does the work."""

    name: str
    make: Callable[[int], Any]
    run: Callable[[Any], object]
    size: int
    """Of the smaller input: characters, or what the name says."""


def report(program: str, about: str, rows: Sequence[Row]) -> int:
    """Prints a line for each row that was asked for on the command line; 1 if one is too steep."""
    parser = argparse.ArgumentParser(prog=program, description=about)
    parser.add_argument("names", nargs="*", help="rows whose name has one of these (default: all)")
    options = parser.parse_args()
    steep = []
    print(f"{'dimension':46}{'n':>9}{'CPU s':>9}{'2n: CPU s':>11}{'exponent':>10}")
    for row in rows:
        if options.names and not any(name in row.name for name in options.names):
            continue
        once, twice, exponent = measured(row)
        print(f"{row.name:46}{row.size:9,}{once:9.2f}{twice:11.2f}{exponent:10.2f}", flush=True)
        if exponent > STEEPEST and twice > ENOUGH:
            steep.append(row.name)
    if steep:
        print(f"steeper than {STEEPEST}: {', '.join(steep)}", file=sys.stderr)
    return 1 if steep else 0


def measured(row: Row) -> tuple[float, float, float]:
    """CPU seconds of the row at its size and at twice that, in turns, and the exponent."""
    inputs = row.make(row.size), row.make(2 * row.size)
    spent = [[seconds(row.run, one) for one in inputs] for _ in range(RUNS)]
    once, twice = (min(of_size) for of_size in zip(*spent, strict=True))
    return once, twice, math.log2(max(twice, 1e-6) / max(once, 1e-6))


def seconds(run: Callable[[Any], object], given: object) -> float:
    """CPU seconds of one run; what was made before is no work of the collector's."""
    gc.collect()
    gc.freeze()
    begun = time.process_time()
    run(given)
    taken = time.process_time() - begun
    gc.unfreeze()
    return taken


def body(piece: str, number: int) -> Account:
    """An account whose body is one paragraph of `number` pieces, in each of which {i} is its number and {name} a name
    of its own."""
    text = "".join(_pieces(piece, number))
    block = Block("body", Span("a", 0, len(text)), Origin(0, len(text)))
    return Account(id="a", url="a", text=text, blocks=(block,), encoding="utf-8", sha256="0", published="2021-03-03")


def page(piece: str, number: int) -> Page:
    """A page of HTML with `number` pieces behind an article."""
    article = "<p>The council met on Monday and said that the lock was late, for nobody had opened it.</p>" * 5
    text = (
        f"<!doctype html><title>A lock is late</title><h1>A lock is late</h1>{article}{''.join(_pieces(piece, number))}"
    )
    return Page(url="a", retrieved=None, media_type="text/html", body=text.encode())


def plain(piece: str, number: int) -> Page:
    text = "A lock is late\nThe council met on Monday and said that the lock was late.\n\n"
    return Page("a", None, "text/plain", (text + "".join(_pieces(piece, number))).encode())


def _pieces(piece: str, number: int) -> Iterator[str]:
    if "{" not in piece:
        yield piece * number
        return
    for i in range(number):
        yield piece.format(i=i, day=i % 28 + 1, name=named(i), other=named(i + 7))


def named(number: int) -> str:
    """A word with a capital, another for each number."""
    letters = "bdfgklmnprstvz"
    word = ""
    while number or not word:
        number, digit = divmod(number, len(letters) * 5)
        word += letters[digit // 5] + "aeiou"[digit % 5]
    return f"{word.capitalize()}n"


def read(account: object) -> object:
    """Without the network."""
    assert isinstance(account, Account)
    with mock.patch.object(readings, "mark", side_effect=ModelError("left out of what is timed")):
        return readings.read(account, limits=NO_LIMITS)


def segment(given: object) -> object:
    assert isinstance(given, Page)
    return assemble(given, NO_REACH)


def thread(given: object) -> object:
    """The account and its discussion."""
    account = segment(given)
    assert isinstance(account, Account)
    return read(account)


def _of(
    run: Callable[[object], object], make: Callable[[str, int], object], rows: dict[str, tuple[str, int]]
) -> Iterator[Row]:
    for name, (piece, size) in rows.items():
        yield Row(name, lambda number, piece=piece: make(piece, number), run, size)  # type: ignore[misc]


ROWS = (
    *_of(
        read,
        body,
        {
            "prose": ("The council met and decided nothing about {name}. Ana {name} said that it was late. ", 5_000),
            "quotations": ("“The gate {i} is late and will not open,” said Ana {name}. ", 5_000),
            "straight quotation marks": ('"', 500_000),
            "curly quotation marks": ("“", 500_000),
            "opening marks, words": (' "a', 50_000),
            "single marks": ("'a owners' ", 20_000),
            "nested quotations": ("“He said ‘it is “late” now’ to them,” she said. ", 3_000),
            "quotations set off": ("He called it “a {name}” and ", 10_000),
            "positions": ("The union refused to lift the {name} ban unless Ana {other} agreed. ", 3_000),
            "positions, one sentence": ("Ana {name} demanded that the council open the gate, ", 5_000),
            "positions of one holder": ("The mayor demanded that the council open the {name} gate. ", 4_000),
            "dates": ("On March {day}, 2021 the gate was shut. ", 5_000),
            "dates, one sentence": ("on March {day}, 2021 and on Monday and two weeks later, ", 3_000),
            "years": ("2019 ", 20_000),
            "one sentence": ("the boats waited and the council met, while he said that it was late, ", 7_000),
            "one sentence, no marks": ("the boats and the council ", 20_000),
            "capitals": ("{name} ", 100_000),
            "capitals, one word": ("Halden ", 100_000),
            "capitals of a list": ("{name} for {other}, ", 30_000),
            "numbers": ("{i} ", 50_000),
            "parentheses": ("(a ", 100_000),
            "cues": ("said said ", 30_000),
            "pronouns": ("He said she was there. ", 10_000),
            "they": ("Ana {name} and Bo {other} spoke. “We are late now,” they said. ", 3_000),
            "names": ("Ana {name} said the boat was late. ", 2_500),
            "names, one surname": ("{name} Hale said the boat was late. Hale said that it was not. ", 2_500),
            "names, one given name": ("Ana {name} said the boat was late. “Not so,” said Ana. ", 2_500),
            "one name": ("Ana Hale said no. ", 25_000),
            "roles": ("Minister Ana {name} said that it was late. The minister said that it was so. ", 2_500),
            "bodies": ("The {name} Harbour Union said that it was late. The union said that it was so. ", 2_500),
            "headlines of names": ("Ana {name} spoke of it.\nAna {name} Says The Gate Is {other}\n", 2_500),
            "transcript": ("HALE: We will see.\nORRIN: No, we will not.\n", 5_000),
            "transcript, many": ("MS. {name}: We will see.\nORRIN: No, we will not.\n", 3_000),
            "letters without a blank": ("a", 500_000),
            "white space": ("\n", 500_000),
        },
    ),
    *_of(
        segment,
        page,
        {
            "HTML: <br>": ("<br>", 100_000),
            "HTML: words and <br>": ("a<br>", 20_000),
            "HTML: paragraphs": ("<p>The gate {i} was late, and so was the boat.</p>", 10_000),
            "HTML: nested": ("<div>a", 20_000),
            "HTML: attributes": ("<p class=a id=b title=c>a", 20_000),
            "HTML: cells": ("<tr><td>a<td>b", 10_000),
        },
    ),
    *_of(
        thread,
        page,
        {
            "HTML: comments": (
                "<div class=comment id=c{i}><span class=author>{name}</span> <time datetime=2021-03-03>March 3, "
                "2021</time>"
                "<p>I do not think so, and the lock is {other}.</p></div>",
                10_000,
            )
        },
    ),
    *_of(
        segment,
        plain,
        {
            "plain: lines": ("{name}\n", 10_000),
            "plain: paragraphs": ("The gate {i} was late, and so was the boat, said Ana {name}.\n\n", 10_000),
        },
    ),
    *_of(
        thread,
        plain,
        {"plain: comments": ("{name}\nMarch {day}, 2021 at 5:30 pm\nI do not think so, said {other}.\n\n", 10_000)},
    ),
)


if __name__ == "__main__":
    sys.exit(report("python -m bench.growth", __doc__, ROWS))
