"""`python -m bench.segmentation`: pages per CPU second beside other tools, and how the time grows with the page.

The tools take turns on each page in one process, in an order that moves by one from page to page; reading, unzipping
and the first call of each tool are not counted. Ours includes the comments, the fields and the offsets; trafilatura
runs with its default arguments, and once more with its fields; the others run as in `quality.extracts`.
"""

import argparse
import random
import sys
from collections.abc import Callable
from typing import Literal

from bench.turns import cpu, take_turns
from onrecord.accounts import segment
from onrecord.types import Page
from quality import corpora, extracts

SIZES = tuple(10_000 * 2**doubling for doubling in range(11))  # 10 kB to 10 MB
CORPORA = ("articles", "comments", "threads")
MediaType = Literal["text/html", "text/plain"]

_WORDS = """the a of to in and that it for was on with as by at from they said which this have were been would their
harbour talks delegation minister agreement ferry council island proposal evening statement border market
winter""".split()


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.segmentation", description=__doc__)
    parser.add_argument("--growth", action="store_true", help="only the growth of time from 10 kB to 10 MB")
    parser.add_argument("--pages", type=int, default=80, help="at most so many pages of a corpus (default 80)")
    options = parser.parse_args()
    if not options.growth:
        for corpus in CORPORA:
            try:
                _compare(corpus, options.pages)
            except corpora.NoCorpus as missing:
                print(f"skipped: {missing}")
    _growth("text/html")
    _growth("text/plain")
    return 0


def ours(body: bytes, media_type: MediaType = "text/html") -> object:
    return segment(Page(url="page", retrieved=None, media_type=media_type, body=body))


def trafilatura(body: bytes) -> object:
    from trafilatura import extract  # noqa: PLC0415  (growth is measured where the other tools are not installed)

    return extract(body)


TOOLS: dict[str, Callable[[bytes], object]] = {
    "trafilatura": trafilatura,
    "onrecord": ours,
    "trafilatura, with title, author and date": extracts.trafilatura,
    "resiliparse": extracts.resiliparse,
    "readability": extracts.readability,
}


def _compare(corpus: str, most: int) -> None:
    bodies = [item.body() for item in corpora.read(corpus)[:most]]
    spent = take_turns(TOOLS, bodies)
    print(f"{corpus}: {len(bodies)} pages, {sum(map(len, bodies)) / len(bodies) / 1000:.0f} kB each")
    for name, seconds in spent.items():
        print(f"  {name:42}{len(bodies) / seconds:9.1f} pages per CPU second {spent['trafilatura'] / seconds:7.2f}x")


def _growth(media_type: MediaType) -> None:
    """Time of the best of three for each size, and how it grew since the size before: 2 is linear."""
    print(f"generated pages, {media_type}")
    before = 0.0
    for size in SIZES:
        body = generated(size, media_type)
        runs = []
        for _ in range(3 if size < 1_000_000 else 1):
            begun = cpu()
            ours(body, media_type)
            runs.append(cpu() - begun)
        grew = f"{min(runs) / before:6.2f}" if before else f"{'-':>6}"
        print(f"  {len(body) / 1000:9.0f} kB {min(runs):9.4f} s  t(2n)/t(n) {grew}", flush=True)
        before = min(runs)


def generated(size: int, media_type: MediaType) -> bytes:
    """An article and its thread of about `size` bytes, the same in every run: two thirds body, one third comments."""
    draw = random.Random(size)

    def sentences(count: int) -> str:
        return " ".join(" ".join(draw.choices(_WORDS, k=draw.randint(6, 18))).capitalize() + "." for _ in range(count))

    html = media_type == "text/html"
    paragraph = "<p>{}</p>\n" if html else "{}\n\n"
    comment = (
        '<li class="comment" id="comment-{}"><cite class="fn">{}</cite> <time>March 3, 2021</time><p>{}</p></li>\n'
        if html
        else "{1} says:\nMarch 3, 2021\n{2}\n\n"
    )
    body: list[str] = []
    thread: list[str] = []
    while sum(len(one) for one in body) < size * 2 / 3:
        body += [paragraph.format(sentences(4)) for _ in range(max(1, size // 3000))]
    while sum(len(one) for one in thread) < size / 3:
        start = len(thread)
        names = [f"{draw.choice(_WORDS).capitalize()}{draw.randint(1, 9999)}" for _ in range(max(1, size // 2000))]
        thread += [comment.format(start + n, name, sentences(2)) for n, name in enumerate(names)]
    if not html:
        return f"Talks in the harbour\n\n{''.join(body)}{len(thread)} Comments\n\n{''.join(thread)}".encode()
    return (
        "<!DOCTYPE html><html><head><title>Talks in the harbour</title></head><body><article><h1>Talks in the harbour"
        f"</h1>\n{''.join(body)}</article><ol class='commentlist'>\n{''.join(thread)}</ol></body></html>"
    ).encode()


if __name__ == "__main__":
    sys.exit(main())
