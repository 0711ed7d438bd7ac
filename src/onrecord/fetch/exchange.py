"""One request and its answer, byte by byte as they went over the wire.

GET alone, without cookies, without proxies of the environment, over a connection whose peer was looked at before a byte
was sent. What the answer says of its own length and coding is kept, not believed: so many bytes and so many seconds in
all, and nothing is unpacked.
"""

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import quote, urlsplit

from onrecord.fetch.peers import is_public

SCHEMES: Final = {"http": 80, "https": 443}
_ACCEPT: Final = "text/html,application/xhtml+xml,text/plain;q=0.9,*/*;q=0.1"
_SAFE: Final = "/%:@!$&'()*+,;=~-._?[]"
_READ: Final = 64 * 1024

Truncated = Literal["length", "time", "disconnect"]
"""Why an answer is not whole, in the words of WARC: too many bytes, too many seconds, or the other side ended it."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How other people's servers are asked. Times are in seconds."""

    agent: str = "onrecord (saves the pages that one reader names)"
    ports: frozenset[int] = frozenset(SCHEMES.values())
    may_reach: Callable[[str], bool] = is_public
    pause: float = 2.0
    longest_pause: float = 30.0
    """A server that asks for a longer one is asked no more."""
    tries: int = 3
    redirects: int = 5
    most_bytes: int = 20 * 1024 * 1024
    most_seconds: float = 60.0
    robots: bool = True
    """Whether what a site's robots.txt forbids is left alone."""


class NotFetched(Exception):
    """Why an address was not asked, or gave no answer, in words for whoever named it."""

    def __init__(self, why: str, *, passing: bool = False) -> None:
        super().__init__(why)
        self.passing = passing
        """Whether it may be otherwise a little later."""


class Exchange(NamedTuple):
    """A request and its answer."""

    url: str
    peer: str
    at: datetime
    request: bytes
    response: bytes
    """As received: with its head, its chunks, and packed as it came."""
    body_at: int
    """Where in the response its head ends."""
    status: int
    head: Message
    body: bytes
    """Without its chunks; as packed as it came."""
    truncated: Truncated | None


def get(url: str, manners: Manners, *, packed: bool = True) -> Exchange:
    """Ask once for an address. `packed`: whether the answer may come in gzip. Raises NotFetched."""
    host, port, target = destination(url, manners)
    deadline = time.monotonic() + manners.most_seconds
    at = datetime.now(UTC)
    name = f"[{host}]" if ":" in host else host
    default = SCHEMES[urlsplit(url).scheme.lower()]
    request = "\r\n".join(
        (
            f"GET {target} HTTP/1.1",
            f"Host: {name if port == default else f'{name}:{port}'}",
            f"User-Agent: {manners.agent}",
            f"Accept: {_ACCEPT}",
            f"Accept-Encoding: {'gzip' if packed else 'identity'}",
            "Connection: close\r\n\r\n",
        )
    ).encode("ascii")
    try:
        with ExitStack() as stack:
            connection = stack.enter_context(_connected(host, port, deadline, manners))
            peer = connection.getpeername()[0]
            if default == SCHEMES["https"]:
                connection = stack.enter_context(_secured(connection, host))
            connection.sendall(request)
            return _answer(url, peer, at, request, _Tee(_Wire(connection, deadline, manners.most_bytes)))
    except (OSError, http.client.HTTPException, ValueError) as error:
        lasting = isinstance(error, (ssl.SSLError, socket.gaierror))
        raise NotFetched(f"no answer: {_reason(error)}", passing=not lasting) from error


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "it took too long"
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return str(error) or type(error).__name__


def destination(url: str, manners: Manners) -> tuple[str, int, str]:
    """The host, the port and the path with its query, as they are asked for. Raises NotFetched where an address is none
    of a page, or not one to ask."""
    try:
        parts = urlsplit(url)
        host, port = (parts.hostname or "").encode("idna").decode("ascii"), parts.port
    except ValueError as error:
        raise NotFetched(f"{url!r} is no address: {error}") from error
    scheme = parts.scheme.lower()
    if scheme not in SCHEMES or not host:
        raise NotFetched(f"{url!r} is no address of a page: it begins with https:// or http://")
    if parts.username is not None or parts.password is not None:
        raise NotFetched("an address with a name or a password in it is not asked")
    port = port or SCHEMES[scheme]
    if port not in manners.ports:
        raise NotFetched(f"port {port} is not asked: pages are at {' and '.join(map(str, sorted(manners.ports)))}")
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return host, port, path


def _connected(host: str, port: int, deadline: float, manners: Manners) -> socket.socket:
    """A connection to one of the addresses of a host that may be reached."""
    refused, failed = "", OSError("it has no address")
    for family, kind, protocol, _, address in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
        if not manners.may_reach(str(address[0])):
            refused = str(address[0])
            continue
        connection = socket.socket(family, kind, protocol)
        try:
            connection.settimeout(max(deadline - time.monotonic(), 0.001))
            connection.connect(address)
            if manners.may_reach(peer := connection.getpeername()[0]):
                return connection
            refused = peer
        except OSError as error:
            failed = error
        connection.close()
    if refused:
        raise NotFetched(f"{host} is {refused}, which is no address of the public network: it is not asked")
    raise failed


def _secured(connection: socket.socket, host: str) -> socket.socket:
    return ssl.create_default_context().wrap_socket(connection, server_hostname=host)


class _Wire(io.RawIOBase):
    """What comes over a connection, for so long and so many bytes as it may."""

    def __init__(self, connection: socket.socket, deadline: float, most: int) -> None:
        self._connection = connection
        self._deadline = deadline
        self._left = most
        self.stopped: Truncated | None = None

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        left = self._deadline - time.monotonic()
        if left <= 0 or self._left <= 0:
            self.stopped = "time" if left <= 0 else "length"
            raise TimeoutError
        self._connection.settimeout(left)
        try:
            count = self._connection.recv_into(memoryview(buffer)[: self._left])
        except TimeoutError:
            self.stopped = "time"
            raise
        self._left -= count
        return count


class _Tee:
    """A file that keeps what is read from it, as `http.client` reads; to that it is the connection, too."""

    def __init__(self, wire: _Wire) -> None:
        self.wire = wire
        self.kept = bytearray()
        self._file = io.BufferedReader(wire)

    def makefile(self, _: str) -> "_Tee":
        return self

    def _keep(self, data: bytes) -> bytes:
        self.kept += data
        return data

    def read(self, size: int | None = -1) -> bytes:
        return self._keep(self._file.read(size))

    def read1(self, size: int = -1) -> bytes:
        return self._keep(self._file.read1(size))

    def readline(self, size: int | None = -1) -> bytes:
        return self._keep(self._file.readline(size))

    def readinto(self, buffer: Any) -> int:
        count = self._file.readinto(buffer)
        self.kept += memoryview(buffer)[:count]
        return count

    def peek(self, size: int = 0) -> bytes:
        return self._file.peek(size)

    def flush(self) -> None:
        """There is nothing to write."""

    def close(self) -> None:
        """The connection is closed by whoever opened it."""


def _answer(url: str, peer: str, at: datetime, request: bytes, tee: _Tee) -> Exchange:
    answer = http.client.HTTPResponse(tee, method="GET")  # type: ignore[arg-type]
    answer.begin()
    body_at = len(tee.kept)
    body = bytearray()
    truncated: Truncated | None = None
    try:
        while data := answer.read1(_READ):
            body += data
        if answer.length:  # it ended before the length that its head tells
            truncated = "disconnect"
    except http.client.HTTPException:
        truncated = "disconnect"
    except OSError:
        truncated = tee.wire.stopped or "disconnect"
    return Exchange(
        url, peer, at, request, bytes(tee.kept), body_at, answer.status, answer.headers, bytes(body), truncated
    )
