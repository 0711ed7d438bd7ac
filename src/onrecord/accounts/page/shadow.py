"""Declarative shadow roots: in which order a page shows what it holds where elements have a tree of their own.

`<template shadowrootmode>` is shown in place of what its parent, the host, holds; that stands where the tree has a
`<slot>` for it, and nowhere if it has none (https://html.spec.whatwg.org/#attr-template-shadowrootmode). So a page is
read in parts.
"""

import re
from bisect import bisect_left
from typing import Final, NamedTuple

from onrecord.accounts.page.elements import Node
from onrecord.accounts.page.scanner import end_of_tag

MODES: Final = frozenset(("open", "closed"))
HOSTS: Final = frozenset(
    "article aside blockquote body div footer h1 h2 h3 h4 h5 h6 header main nav p section span".split()
)
"""What may have a shadow root, beside the elements that a page invents."""
DEEPEST: Final = 64
"""Roots within one another whose slots are filled; what stands deeper is read in the order of the source."""
REMARK: Final = re.compile(r"<!--.*?-->", re.S)

READ, ENTER, CONCEAL, LEAVE = range(4)
"""Read a part; enter what stands in a slot, or what stands in none; leave it."""


class Part(NamedTuple):
    step: int
    begin: int = 0
    end: int = 0


def may_have_roots(source: str) -> bool:
    """Whether a page is to be looked through for shadow roots: few have one."""
    return "shadowroot" in source or "SHADOWROOT" in source


def is_root(tag: str, given: dict[str, str], host: Node) -> bool:
    """Whether an element is the shadow root of what it stands in, if that has none yet."""
    if tag != "template" or host.unread == 1 or not (host.tag in HOSTS or "-" in host.tag):
        return False
    return given.get("shadowrootmode", given.get("shadowroot", "")).lower() in MODES


def order_of(source: str, nodes: list[Node], roots: list[Node]) -> list[Part]:
    """The parts of the source in the order in which they are shown."""
    return _Order(source, nodes, roots).parts


class _Order:
    __slots__ = ("assigned", "origins", "parts", "places", "roots", "source", "stray")

    def __init__(self, source: str, nodes: list[Node], roots: list[Node]) -> None:
        self.source = source
        self.parts: list[Part] = []
        self.roots = {root.parent.index: root for root in roots if root.parent}
        """The root of each host."""
        self.assigned: dict[int, list[tuple[int, int]]] = {}
        """What stands in each slot, if anything does."""
        self.stray: dict[int, list[tuple[int, int]]] = {}
        """What a host holds and no slot takes."""
        slots = self._slots(nodes)
        held = self._held(nodes)
        for host, root in self.roots.items():
            for name, ranges in held[host].items():
                slot = slots.get((root.index, name))
                if slot is not None:
                    self.assigned[slot] = ranges
                else:
                    self.stray.setdefault(host, []).extend(ranges)
        self.places = [node for node in nodes if node.index in self.roots or node.index in self.assigned]
        self.origins = [node.origin for node in self.places]
        self._emit(0, len(source), 0)

    def _slots(self, nodes: list[Node]) -> dict[tuple[int, str], int]:
        """The first slot of each name in each root."""
        root_numbers = {root.index for root in self.roots.values()}
        slots: dict[tuple[int, str], int] = {}
        within: dict[int, int] = {}
        for node in nodes:
            above = node.parent.index if node.parent else -1
            within[node.index] = above if above in root_numbers else within.get(above, -1)
            if node.tag == "slot" and within[node.index] >= 0:
                slots.setdefault((within[node.index], node.attrs.get("name", "")), node.index)
        return slots

    def _held(self, nodes: list[Node]) -> dict[int, dict[str, list[tuple[int, int]]]]:
        """What each host holds beside its root, by the name of the slot that it asks for."""
        by_host: dict[int, dict[str, list[tuple[int, int]]]] = {host: {} for host in self.roots}
        done = {host: self._inner(root.parent)[0] for host, root in self.roots.items() if root.parent}
        for node in nodes:
            host = node.parent.index if node.parent else -1
            root = self.roots.get(host)
            if root is not None and (node is root or node.attrs.get("slot")):
                begin, end = node.origin, self._behind(node)
                self._hold(by_host[host], "", done[host], begin)
                done[host] = max(done[host], end)
                if node is not root:
                    self._hold(by_host[host], node.attrs["slot"], begin, end)
        for host, root in self.roots.items():
            if root.parent:
                self._hold(by_host[host], "", done[host], root.parent.origin_end)
        return by_host

    def _hold(self, held: dict[str, list[tuple[int, int]]], name: str, begin: int, end: int) -> None:
        if begin < end and REMARK.sub("", self.source[begin:end]):
            held.setdefault(name, []).append((begin, end))

    def _emit(self, begin: int, end: int, depth: int) -> None:
        at = begin
        while depth < DEEPEST and (number := bisect_left(self.origins, at)) < len(self.origins):
            node = self.places[number]
            if node.origin >= end:
                break
            first, behind = self._inner(node)
            self.parts.append(Part(READ, at, first))
            root = self.roots.get(node.index)
            if root is not None:
                self._emit(root.origin, self._behind(root), depth + 1)
                for stray in self.stray.get(node.index, ()):
                    self.parts += [Part(CONCEAL), Part(READ, *stray), Part(LEAVE, stray[1])]
            else:
                for part in self.assigned[node.index]:
                    self.parts.append(Part(ENTER))
                    self._emit(part[0], part[1], depth + 1)
                    self.parts.append(Part(LEAVE, part[1]))
                if first < behind:  # what the slot shows where nothing stands in it
                    self.parts += [Part(CONCEAL), Part(READ, first, behind), Part(LEAVE, behind)]
            at = max(behind, first)
        if at < end:
            self.parts.append(Part(READ, at, end))

    def _inner(self, node: Node) -> tuple[int, int]:
        """Where what stands in an element begins and ends."""
        return max(node.origin, end_of_tag(self.source, node.origin)), node.origin_end

    def _behind(self, node: Node) -> int:
        """Where an element ends, with its end tag."""
        end = node.origin_end
        if self.source[end : end + 2 + len(node.tag)].lower() == "</" + node.tag:
            return max(end, end_of_tag(self.source, end))
        return end
