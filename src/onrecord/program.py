"""The program as a process: streams that are closed or full, readers that go away, signals that end it."""

import errno
import io
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, TextIO

import click

WRONG_USE = 2
BY_SIGNAL = 128
"""The exit code of what a signal ended is this and the number of the signal, as shells have it: 130, 141, 143."""
ENDINGS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


class CannotWrite(click.ClickException):
    """What was made has no place to go: told in a line, without a traceback."""

    exit_code = WRONG_USE

    def __init__(self, what: str, error: OSError) -> None:
        why = "it is closed" if error.errno == errno.EBADF else error.strerror or error
        super().__init__(f"cannot write {what}: {why}")


class Program(click.Group):
    """Commands that end as a shell expects: quietly and with a code of its own when a signal ends them or when nobody
    reads on, and with a message when standard output cannot be written."""

    def main(self, *args: Any, **settings: Any) -> Any:
        if not settings.get("standalone_mode", True):  # called by a program that sees to its own streams and signals
            return super().main(*args, **{**settings, "standalone_mode": False})
        _open_what_is_closed()
        if sys.stdout is sys.__stdout__:  # and not something that a caller put there
            sys.stdout = _stream(sys.stdout, _Output(1))
        if sys.stderr is sys.__stderr__:
            sys.stderr = _stream(sys.stderr, _Messages(2))
        with _ended_by_signals():
            try:
                code = super().main(*args, **{**settings, "standalone_mode": False})
            except click.ClickException as error:
                error.show()
                code = error.exit_code
        sys.exit(code)


class _Output(io.FileIO):
    """Standard output. What goes wrong is told once: what still waits to be written is then nobody's."""

    gone = False

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor, "wb", closefd=False)

    def write(self, data: Any) -> int:
        if self.gone:
            return len(data)
        try:
            return super().write(data)
        except BrokenPipeError:
            self.gone = True
            raise SystemExit(BY_SIGNAL + signal.SIGPIPE) from None
        except OSError as error:
            self.gone = True
            raise CannotWrite("standard output", error) from error
        except SystemExit:  # a signal ends it in the midst of writing
            self.gone = True
            raise


class _Messages(io.FileIO):
    """Standard error. There is no place to tell that it cannot be written, and the work goes on without it."""

    def __init__(self, descriptor: int) -> None:
        super().__init__(descriptor, "wb", closefd=False)

    def write(self, data: Any) -> int:
        try:
            return super().write(data)
        except OSError:
            return len(data)


def _stream(given: TextIO | None, raw: io.FileIO) -> TextIO:
    """A text stream over `raw` as `given`, except that a character which the terminal cannot show is no reason to
    stop."""
    encoding = given.encoding if given else "utf-8"
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding=encoding, errors="replace", line_buffering=True)


def _open_what_is_closed() -> None:
    """Take the places of closed standard streams, so that no file that is opened later gets one of them and what is
    meant for a stream. What stands in refuses as a closed stream does: it cannot be read, or cannot be written."""
    for descriptor in (0, 1, 2):
        try:
            os.fstat(descriptor)
        except OSError:
            opened = os.open(os.devnull, os.O_RDONLY if descriptor else os.O_WRONLY)
            if opened != descriptor:
                os.dup2(opened, descriptor)
                os.close(opened)


@contextmanager
def _ended_by_signals() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in ENDINGS}
    for number, handler in before.items():
        if handler != signal.SIG_IGN:  # whoever started it in the background may want that
            signal.signal(number, _end)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    """End the program on a signal: what is half written is removed, a process that was started is ended with it."""
    for each in ENDINGS:
        signal.signal(each, signal.SIG_IGN)  # once is enough, and cleaning up is not to be interrupted
    raise SystemExit(BY_SIGNAL + number)
