"""What `onrecord build` does with inputs of 20 MB, each of one piece again and again: `python -m bench.large [WORDS OF
A NAME ...]`.

Each row is a build in a process of its own, of that input and of a short article beside it: seconds by the clock, the
most memory that this process, or one that it starts, held, and how it ended. Over 60 s or 2 GB, or with the article
lost, the command ends in an error.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SIZE = 20_000_000
SECONDS, MEGABYTES = 60, 2_000
ARTICLE = "The council said on Monday that the lock was late. “Nobody had opened it,” said Ana Orrin, the mayor.\n"
PIECES = {
    "html <div>": "<div>",
    "html <br>": "<br>",
    "html words and <br>": "a<br>",
    "html <!--": "<!--",
    "html <style>": "<style>",
    "html rules": "<style>.a{display:none}</style>",
    "html paragraphs": "<p>The gate was late, and so was the boat, said Ana Hale.</p>",
    "html cells": "<tr><td>a<td>b",
    "html attributes": '<p class="a b" id=c title="d">a',
    "html entities": "&amp;",
    "html comments": (
        "<div class=comment><span class=author>Bo</span> <time datetime=2021-03-03>March 3</time><p>I do not think "
        "so.</p></div>"
    ),
    "html JSON-LD": '<script type="application/ld+json">{"@type":"Article"}</script>',
    "txt prose": "The council met and decided nothing about the lock. Ana Hale said that it was late. ",
    "txt paragraphs": "The gate was late, and so was the boat, said Ana Hale.\n\n",
    "txt quotations": "“The gate is late and will not open,” said Ana Hale.\n\n",
    "txt straight marks": '"',
    "txt curly marks": "“",
    "txt names": "Ana Hale ",
    "txt dates": "On March 3, 2021 ",
    "txt spaces": " ",
    "txt lines": "\n",
    "txt letters": "a",
    "txt base64": "QmFzZTY0IGlzIG5vdCBwcm9zZSBhbmQgaGFzIG5vIHdvcmRz",
    "txt numbers": "1234 ",
    "txt Chinese": "議会は月曜日に決定した。",
    "txt Arabic": "وقال المجلس إن البوابة لم تفتح. ",
    "txt comments": "Bo\nMarch 3, 2021 at 5:30 pm\nI do not think so.\n\n",
    "txt positions": "The union refused to lift the ban unless Ana Hale agreed. ",
}


def built(kind: str, piece: str, folder: Path) -> tuple[float, float, str]:
    """Seconds, megabytes, and what became of the input."""
    suffix = kind.split(maxsplit=1)[0]
    head = "<!doctype html><title>A lock is late</title>" if suffix == "html" else "A lock is late\n\n"
    large, small = folder / f"large.{suffix}", folder / "small.txt"
    large.write_text(head + piece * (SIZE // len(piece.encode())), "utf-8")
    small.write_text(ARTICLE * 5, "utf-8")
    begun = time.monotonic()
    command = [sys.executable, "-m", "bench.large", "--child", str(large), str(small), str(folder / "record.json")]
    child = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = time.monotonic() - begun
    if child.returncode:
        return taken, 0.0, f"LOST: {child.stderr.strip().splitlines()[-1:] or child.returncode}"
    megabytes, code = map(int, child.stdout.split())
    record = json.loads((folder / "record.json").read_text("utf-8"))
    ids = [reading["account"]["url"] for reading in record["readings"]]
    told = [item["reason"] for item in record["left_out"]] + [short["reason"] for short in record["shortfalls"]]
    told += [short["reason"] for reading in record["readings"] for short in reading["shortfalls"]]
    told = told or ["read whole" if len(ids) == 2 else "LOST: nothing is told"]
    lost = "" if any("small" in url for url in ids) else "LOST: the article beside it. "
    return taken, megabytes, f"{code}: {lost}{len(ids)} read; {'; '.join(dict.fromkeys(told))}"


def child(large: str, small: str, out: str) -> None:
    """Builds, and prints the peak of memory in MB and the exit code."""
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "build", large, small, "--json", out, "--html", f"{out}.html"],
        capture_output=True,
        check=False,
    )
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1000, done.returncode)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.large", description=__doc__)
    parser.add_argument("names", nargs="*", help="rows whose name has one of these (default: all)")
    parser.add_argument("--child", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        child(*options.child)
        return 0
    failed = []
    print(f"{'20 MB of':24}{'s':>7}{'MB':>7}  exit code, and what is told")
    for kind, piece in PIECES.items():
        if options.names and not any(name in kind for name in options.names):
            continue
        with tempfile.TemporaryDirectory() as folder:
            taken, megabytes, end = built(kind, piece, Path(folder))
        print(f"{kind:24}{taken:7.1f}{megabytes:7.0f}  {end[:160]}", flush=True)
        if taken > SECONDS or megabytes > MEGABYTES or "LOST" in end:
            failed.append(kind)
    if failed:
        print(f"over {SECONDS} s or {MEGABYTES} MB, or lost: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
