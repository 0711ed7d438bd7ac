"""Several tools on the same items in one process, taking turns."""

import resource
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def cpu() -> float:
    """CPU seconds of this process, all its threads, and the children it has waited for."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def take_turns(tools: Mapping[str, Callable[[Item], object]], items: Sequence[Item]) -> dict[str, float]:
    """CPU seconds of each tool over all items, in an order that moves by one from item to item. First calls do not
    count."""
    for tool in tools.values():
        tool(items[0])
    spent = dict.fromkeys(tools, 0.0)
    names = list(tools)
    for turn, item in enumerate(items):
        for name in names[turn % len(names) :] + names[: turn % len(names)]:
            begun = cpu()
            tools[name](item)
            spent[name] += cpu() - begun
    return spent
