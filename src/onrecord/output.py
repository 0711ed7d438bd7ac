"""A file that is written whole or not at all, and seen by nobody before it is whole.

What is written goes into a file of its own beside the target, under a name that nobody can guess and that must not be
there yet; it is on the disk before it takes the target's name. Of two writers the later one wins, with all of its file.
"""

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path


def write(file: str | Path, data: bytes) -> None:
    """Write `data` into `file`. What was there stays as it was until all is written, and stays if that fails.

    A link is followed: the file that it names is replaced. A device or a pipe is written to, never replaced. The mode
    of a file that was there is kept. Raises OSError. A process that is killed meanwhile may leave a
    `.onrecord-*.partial`.
    """
    target = os.path.realpath(file)
    mode = _mode(file)
    if mode is not None and not os.path.isfile(target):
        Path(target).write_bytes(data)
        return
    folder = os.path.dirname(target)
    partial = os.path.join(folder, f".onrecord-{secrets.token_hex(8)}.partial")
    try:
        _write_new(partial, data, mode)
        os.replace(partial, target)
    except FileExistsError:  # somebody else's file
        raise
    except BaseException:
        with suppress(OSError):
            os.unlink(partial)
        raise
    _keep(folder)


def _mode(file: str | Path) -> int | None:
    """The permissions of what is there, and None where nothing is. OSError for a link that leads in a circle."""
    try:
        return os.stat(file).st_mode & 0o7777
    except FileNotFoundError:
        return None


def _write_new(partial: str, data: bytes, mode: int | None) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    # What replaces a file is nobody else's to read until it has that one's mode; a new file has what the umask leaves.
    with os.fdopen(os.open(partial, flags, 0o666 if mode is None else 0o600), "wb") as file:
        if mode is not None:
            os.chmod(file.fileno() if os.chmod in os.supports_fd else partial, mode)
        file.write(data)
        file.flush()
        try:
            os.fsync(file.fileno())
        except OSError as error:
            if error.errno != errno.EINVAL:  # a file system that knows of no such thing
                raise


def _keep(folder: str) -> None:
    """Have the new name outlast a power cut, where the system can: the file is whole already."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
