"""Which addresses may be asked: those of the public network, and never this machine or the network that it is in.

The check is on the peer that a connection has reached, not on the name that was given: a name may have another address
by the time it is connected to, and an address may be written in many ways.
"""

from collections.abc import Iterator
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Final

TRANSLATED: Final = (IPv6Network("64:ff9b::/96"), IPv6Network("::/96"))
"""Prefixes of IPv6 behind which an address of IPv4 stands (RFC 6052, RFC 4291)."""


def is_public(address: str) -> bool:
    """Whether an address, as `socket.getpeername` gives it, is of the public network, and so is each that it holds."""
    reached = ip_address(address.partition("%")[0])
    return all(held.is_global and not held.is_multicast for held in _held(reached))


def _held(address: IPv4Address | IPv6Address) -> Iterator[IPv4Address | IPv6Address]:
    """The address, and those of IPv4 that packets to it are sent on to; of a mapped one the mapped one alone."""
    if isinstance(address, IPv4Address):
        yield address
        return
    if address.ipv4_mapped:
        yield address.ipv4_mapped
        return
    yield address
    if address.sixtofour:
        yield address.sixtofour
    yield from address.teredo or ()
    if any(address in prefix for prefix in TRANSLATED):
        yield IPv4Address(int(address) & 0xFFFF_FFFF)
