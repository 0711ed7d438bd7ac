"""A page that may take long or much memory is read in a process of its own, which ends at its limits.

The limits of memory and processor time are the operating system's (setrlimit, on POSIX): what a record holds does not
depend on how busy the machine was. The clock only ends what hangs, far behind them; where there are no such limits, it
is all there is. What passes a limit is left out with the limit as the reason, and the other pages are still read.
"""

import os
import signal
import subprocess
import sys
from typing import NamedTuple

import msgspec

from onrecord.accounts.assembly import assemble
from onrecord.accounts.draft import Reach
from onrecord.faults import reason
from onrecord.types import Account, LeftOut, Page

BYTES = 2_000_000
TAGS = 50_000
ATTRIBUTES = 200_000
"""More than ten times the largest pages of news sites; so much is read in about ten seconds at the most."""
NO_MEMORY = 3
"""How the process ends when it could not have more memory."""
CLOCK = 10
"""How many times the processor time allowed may pass by the clock: a machine may do ten other things meanwhile."""
OUT_OF_TIME = -getattr(signal, "SIGXCPU", 24)
"""How the system says that the process ended when its processor time was used up."""
CRASHED = frozenset(-getattr(signal, name, 0) for name in ("SIGSEGV", "SIGABRT", "SIGBUS", "SIGILL", "SIGFPE")) - {0}
"""How the system says that the process did what no program may."""
WITH_PARENT = """
import sys
if sys.platform == "linux":
    import ctypes
    ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL
"""
"""What is run first: the process ends with the one that waits for it, also if that is killed; if it was killed before
this, the page comes cut off, and cannot be read. A thread that looks after it would not do, for the parser lets no
other thread run. Elsewhere than on Linux the limits end it."""
START = "from onrecord.accounts.sandbox import main; main()"
AGAIN = "from onrecord.accounts.page import tokens; tokens.turbohtml = None; " + START
"""What is run when the parser has crashed: the second one reads the page."""


class Limits(NamedTuple):
    """What a process that reads one page may take."""

    seconds: int = 60
    """Of processor time, on POSIX; `CLOCK` times as much by the clock, everywhere."""
    memory: int = 2 * 1024**3
    """Bytes of address space, on POSIX."""
    reach: Reach = Reach()
    """How much of the page is read: what decides it on any machine, far before the others."""


def ordinary(page: Page) -> bool:
    """Whether a page is so small that no limits are needed, told without reading its markup."""
    body = page.body
    if len(body) > BYTES:
        return False
    return page.media_type != "text/html" or (
        body.count(b"<") <= TAGS and body.count(b"=") + body.count(b"&") <= ATTRIBUTES
    )


def read_in_sandbox(page: Page, limits: Limits) -> Account | LeftOut:
    """The account of `page`, read in a process that is killed when it passes `limits`."""
    order = msgspec.msgpack.encode((page, limits))
    try:
        done = _run(START, order, limits)
        if done.returncode in CRASHED:
            done = _run(AGAIN, order, limits)
    except subprocess.TimeoutExpired:
        return _left_out(page, f"reading it took longer than {CLOCK * limits.seconds} seconds by the clock")
    except OSError as error:
        return _left_out(page, f"no process to read it in could be started ({error.strerror})")
    if done.returncode == 0:
        return _given(page, done.stdout)
    if done.returncode == NO_MEMORY:
        return _left_out(page, f"reading it took more than the {limits.memory // 1024**2:,} MB of memory allowed")
    if done.returncode == OUT_OF_TIME:
        return _left_out(
            page, f"reading it took more than the {limits.seconds} seconds of processor time allowed (SIGXCPU)"
        )
    return _left_out(page, f"the process that read it {_ending(done.returncode)}")


def _given(page: Page, output: bytes) -> Account | LeftOut:
    """What the process wrote about `page`."""
    try:
        account, left_out = msgspec.msgpack.decode(output, type=tuple[Account | None, LeftOut | None])
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return _left_out(page, f"the process that read it gave {len(output):,} bytes that are no account ({error})")
    return account or left_out or _left_out(page, "the process that read it gave nothing")


def _ending(code: int) -> str:
    """How a process ended, in words; by a signal if `code` is negative."""
    try:
        name = signal.Signals(-code).name
    except ValueError:
        return f"ended with {code}"
    return f"was ended by the system or by somebody ({name})"


def _run(start: str, order: bytes, limits: Limits) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-P", "-c", WITH_PARENT + start],
        input=order,
        capture_output=True,
        timeout=CLOCK * limits.seconds,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        check=False,
    )


def _left_out(page: Page, why: str) -> LeftOut:
    return LeftOut(page.url, f"too large or too deep: {why}; {len(page.body):,} bytes")


def main() -> None:
    """What runs in the process: a page from standard input, its account to standard output."""
    page, limits = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=tuple[Page, Limits])
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ModuleNotFoundError:
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds + 1))
    try:
        read = assemble(page, limits.reach)
        account = isinstance(read, Account)
        output = msgspec.msgpack.encode((read if account else None, None if account else read))
    except MemoryError:
        sys.stdout.flush()
        os._exit(NO_MEMORY)
    except Exception as error:
        output = msgspec.msgpack.encode((None, LeftOut(page.url, f"it could not be taken apart: {reason(error)}")))
    sys.stdout.buffer.write(output)
