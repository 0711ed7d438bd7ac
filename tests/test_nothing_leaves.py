"""Nothing leaves the machine, and nothing stays on it but what was asked for: watched from outside, where the system is
asked.

What a library does in C, in a thread of its own and seconds after it was loaded, no patch of Python's sockets can see.
So the commands run under strace, in a network that leads nowhere, and live on for 20 seconds after the model was
loaded.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

import onrecord
from onrecord.accounts.sandbox import ATTRIBUTES

SAMPLES = Path(onrecord.__file__).parent / "samples"
MODEL = "attribution.onnx"
SECONDS = 20  # onnxruntime looks up its collector about ten seconds after its import
NAMESPACES = (["unshare", "--net"], ["unshare", "--user", "--map-root-user", "--net"])  # as root, and as anybody
STRACE = ["strace", "-f", "-q", "-ttt", "-e", "trace=%network,%file,io_uring_setup"]
CALL = re.compile(r"\d+ +\d+\.\d+ (?P<call>(?P<name>\w+)\(.*)")
NETWORK = re.compile(r"sock|connect|bind|listen|accept|send|recv|peername|shutdown|io_uring")
OPENS_TO_WRITE = re.compile(r"open\w*\(.*\bO_(WRONLY|RDWR|CREAT|TRUNC|TMPFILE)")
CHANGES = re.compile(
    r"(mk|creat|(?<!read)link|symlink|rename|unlink|rmdir|\w*chmod|\w*chown|\w*utime|truncate|\w*setxattr)\w*\("
)
PATH = re.compile(r'"((?:[^"\\]|\\.)*)"')
KEPT_BY_NOBODY = {"/dev/null"}

COMMAND = ["-m", "onrecord"]
MAKING_THE_PAGE = """
import sys
import onrecord
from onrecord.exports import page
print(page(onrecord.build(sys.argv[1:])))
"""
WHAT_IS_FORBIDDEN = """
import contextlib, os, pathlib, socket
for family, place in ((socket.AF_INET, ("10.0.0.1", 53)), (socket.AF_UNIX, "/nowhere")):
    with contextlib.suppress(OSError), socket.socket(family) as one:
        one.connect(place)
pathlib.Path.home().joinpath("id").write_text("1")
os.mkdir(os.environ["TMPDIR"] + "/events")
"""


class Started(NamedTuple):
    """A process that is watched, and the folder in which it runs and `calls` tells what it asks of the system."""

    process: subprocess.Popen[bytes]
    place: Path

    def told(self) -> list[str]:
        """What strace has told so far of it and of all that it started."""
        return (self.place / "calls").read_text("utf-8", "replace").splitlines()

    def loaded(self) -> float | None:
        """When the model's file was opened, None before that."""
        return next((_second(line) for line in self.told() if MODEL in line), None)


class Seen(NamedTuple):
    """What was seen of a process from its start to its end."""

    network: tuple[str, ...]
    """The calls of the network's, those that failed too."""
    written: frozenset[str]
    """The paths that were opened to be written, made, changed, renamed or removed, or were to be."""
    left: tuple[str, ...]
    """What lies afterwards in the home, the folder for temporary files and the working folder, which were empty."""
    seconds: float
    """From the loading of the model to the end."""


def start(name: str, environment: dict[str, str], folder: Path, *command: str | Path) -> Started:
    """Starts Python, watched and without a network, with a home of its own in a new folder within `folder`."""
    apart = next((one for one in NAMESPACES if _runs(*one, "true")), None)
    missing = [
        what for what, there in (("strace", _runs("strace", "true")), ("network namespaces", apart)) if not there
    ]
    if missing or apart is None:
        told = f"no {' and no '.join(missing)} for this user on this machine"
        pytest.fail(told) if os.environ.get("ONRECORD_NEED_STRACE") else pytest.skip(told)
    place = folder / name
    for inner in ("home", "temporary", "work"):
        (place / inner).mkdir(parents=True)
    own = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "ORT_"))}
    own |= {
        "HOME": str(place / "home"),
        "XDG_CACHE_HOME": str(place / "home/cache"),
        "TMPDIR": str(place / "temporary"),
    }
    own |= {"PYTHONDONTWRITEBYTECODE": "1"}  # or Python keeps what it compiled beside the sources
    process = subprocess.Popen(
        [*apart, *STRACE, "-o", str(place / "calls"), sys.executable, *map(str, command)],
        cwd=place / "work", env={**own, **environment},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pipesize=4096,
    )  # fmt: skip
    return Started(process, place)


def _runs(*command: str) -> bool:
    return bool(shutil.which(command[0])) and not subprocess.run(command, check=False, capture_output=True).returncode


def ended(one: Started) -> Seen:
    """Reads what the process has to say, which lets it end."""
    _, errors = one.process.communicate()
    assert one.process.returncode == 0, errors.decode()
    lines = one.told()
    calls = [call for line in lines if (call := CALL.match(line))]
    writing = [call for call in calls if OPENS_TO_WRITE.match(call["call"]) or CHANGES.match(call["call"])]
    folders = [one.place / name for name in ("home", "temporary", "work")]
    return Seen(
        network=tuple(call["call"] for call in calls if NETWORK.search(call["name"])),
        written=frozenset(path for call in writing for path in PATH.findall(call["call"])) - KEPT_BY_NOBODY,
        left=tuple(str(path.relative_to(one.place)) for folder in folders for path in folder.rglob("*")),
        seconds=_second(lines[-1]) - (one.loaded() or _second(lines[-1])),
    )


def _second(line: str) -> float:
    return float(line.split()[1])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the accounts: the samples, and a page of such a size that a process of its own reads it."""
    folder = tmp_path_factory.mktemp("watched")
    shutil.copytree(SAMPLES, folder / "accounts")
    large = (
        f"<h1>Talks end</h1><!--{'=' * (ATTRIBUTES + 1)}--><p>The ferry left at noon, and the envoy was not on it.</p>"
    )
    (folder / "accounts" / "large.html").write_text(large, "utf-8")
    return folder


@pytest.fixture(scope="module")
def seen(folder: Path) -> Callable[[str], Seen]:
    """The three ways to a record, all at once. They live on because nobody reads what they print."""
    accounts = folder / "accounts"
    started = {
        "build": start(
            "build", {}, folder, *COMMAND, "build", accounts, "--html", folder / "record.html", "--json", "-"
        ),
        "read": start("read", {"ORT_DISABLE_TELEMETRY": "0"}, folder, *COMMAND, "read", accounts),
        "page": start("page", {}, folder, "-c", MAKING_THE_PAGE, accounts),
    }
    while not all(one.loaded() or one.process.poll() is not None for one in started.values()):
        time.sleep(0.2)
    time.sleep(SECONDS)
    return {name: ended(one) for name, one in started.items()}.__getitem__


@pytest.mark.parametrize("way", ["build", "read", "page"])
def test_nothing_leaves_the_machine(way, seen):
    assert seen(way).seconds > SECONDS
    assert seen(way).network == ()


@pytest.mark.parametrize(
    ("way", "outputs"),
    [("build", {".onrecord-*.partial", "record.html"}), ("read", set()), ("page", set())],
)
def test_nothing_is_written_but_what_was_asked_for(way, outputs, seen, folder):
    written = {re.sub(r"-[0-9a-f]{16}(?=\.partial$)", "-*", path) for path in seen(way).written}
    assert written == {str(folder / name) for name in outputs}
    assert seen(way).left == ()
    assert all((folder / name).exists() for name in outputs if not name.startswith("."))


def test_the_watch_sees_what_it_forbids(folder):
    """Also where the network leads nowhere and the call fails."""
    found = ended(start("forbidden", {}, folder, "-c", WHAT_IS_FORBIDDEN))
    assert [re.sub(r"(\w+)\(.*?(AF_\w+).*", r"\1 \2", call) for call in found.network if "AF_" in call] == [
        "socket AF_INET", "connect AF_INET", "socket AF_UNIX", "connect AF_UNIX",
    ]  # fmt: skip
    assert found.written == {f"{folder}/forbidden/home/id", f"{folder}/forbidden/temporary/events"}
    assert set(found.left) == {"home/id", "temporary/events"}
