"""A fault in one step never costs what the other steps give: it becomes words that tell what is missing, and why.

A fault is an error of onrecord itself, or a limit of the machine. Misuse is none: it is raised to who called
(`OnrecordError`).
"""

from collections.abc import Callable
from typing import TypeVar

from onrecord.errors import OnrecordError
from onrecord.types import Part, Shortfall

_LONGEST = 200  # characters of an error's message

Made = TypeVar("Made")
Without = TypeVar("Without")


def attempt(step: Callable[[], Made], otherwise: Callable[[str], Without]) -> Made | Without:
    """What `step` gives; where it fails, what `otherwise` makes of the reason."""
    try:
        return step()
    except OnrecordError:
        raise
    except Exception as error:
        return otherwise(reason(error))


def reason(error: Exception) -> str:
    """The kind of an error and its message, on one line, and what to do about it."""
    message = " ".join(str(error).encode("utf-8", "replace").decode("utf-8").split())[:_LONGEST]
    told = f"{type(error).__name__}: {message}" if message else type(error).__name__
    if isinstance(error, MemoryError):
        return f"there was no more memory ({told}); free some, or read fewer accounts at once"
    return f"an error of onrecord ({told}); please report it with the file"


class Parts:
    """Makes the parts of one reading or record, each by a step of its own."""

    def __init__(self) -> None:
        self._shortfalls: set[Shortfall] = set()

    def make(self, step: Callable[[], Made], without: Without, *parts: Part) -> Made | Without:
        """What `step` gives; where it fails, `without`, and `parts` fall short of it."""

        def short(why: str) -> Without:
            self._shortfalls.update(Shortfall(part, why) for part in parts)
            return without

        return attempt(step, short)

    @property
    def shortfalls(self) -> tuple[Shortfall, ...]:
        return tuple(sorted(self._shortfalls))
