"""Pages from the network, as they come: the one part of onrecord that leaves the machine, and only by its own command.

No step imports it (`tests/test_imports.py`). One request at a time, what a site's robots.txt forbids left alone, a
pause between two requests to one host, and each hop of a redirect looked at anew.
"""

import time
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from onrecord.fetch.exchange import Exchange, Manners, NotFetched, destination, get
from onrecord.fetch.robots import Rules, read_rules, site
from onrecord.fetch.warc import warc

__all__ = ["Fetched", "Manners", "fetch", "warc"]

_LATER = (429, 503)
_ELSEWHERE = (301, 302, 303, 307, 308)


class Fetched(NamedTuple):
    """What became of an address: the exchanges with its server, redirects first; `why` no whole page came, if none
    did."""

    url: str
    exchanges: tuple[Exchange, ...]
    why: str | None = None


def fetch(urls: Iterable[str], manners: Manners = Manners()) -> Iterator[Fetched]:
    """Ask for each address once, in order, and give each as it is done. Nothing raises for an address that fails."""
    visits = _Visits(manners)
    for url in dict.fromkeys(urls):
        exchanges: list[Exchange] = []
        try:
            why = visits.page(url, exchanges)
        except NotFetched as error:
            why = str(error)
        yield Fetched(url, tuple(exchanges), why)


class _Visits:
    """What is known of the hosts that were asked: their rules, and when each was asked last."""

    def __init__(self, manners: Manners) -> None:
        self._manners = manners
        self._rules: dict[str, Rules] = {}
        self._asked: dict[str, float] = {}

    def page(self, url: str, exchanges: list[Exchange]) -> str | None:
        """Put the exchanges for an address at the end of a list; why no whole page came, or None. Raises NotFetched."""
        for _ in range(self._manners.redirects + 1):
            destination(url, self._manners)
            if self._manners.robots and (forbidden := self._rules_of(url).forbids(url)):
                raise NotFetched(forbidden)
            exchanges.append(self._patiently(url))
            if exchanges[-1].status not in _ELSEWHERE:
                return _not_whole(exchanges[-1])
            url = self._next(exchanges[-1])
        raise NotFetched(f"more than {self._manners.redirects} redirects")

    def _next(self, exchange: Exchange) -> str:
        location = exchange.head.get("Location")
        if not location:
            raise NotFetched(f"the answer was {exchange.status}, and said not where to")
        return urljoin(exchange.url, location).partition("#")[0]

    def _rules_of(self, url: str) -> Rules:
        if (of := site(url)) not in self._rules:
            self._rules[of] = read_rules(url, self._robots_txt)
        return self._rules[of]

    def _robots_txt(self, url: str) -> Exchange:
        for _ in range(self._manners.redirects + 1):
            exchange = get(url, self._manners, packed=False)
            if exchange.status not in _ELSEWHERE:
                return exchange
            url = self._next(exchange)
        raise NotFetched(f"more than {self._manners.redirects} redirects")

    def _patiently(self, url: str) -> Exchange:
        """The answer, asked for again where it may come a little later."""
        for attempt in range(1, self._manners.tries + 1):
            self._wait(url)
            try:
                exchange = get(url, self._manners)
            except NotFetched as error:
                if not error.passing or attempt == self._manners.tries:
                    raise
                continue
            finally:
                self._asked[urlsplit(url).netloc] = time.monotonic()
            if exchange.status not in _LATER or attempt == self._manners.tries:
                break
            wanted = _seconds(exchange)
            if wanted > self._manners.longest_pause:
                raise NotFetched(f"the answer was {exchange.status}, and wants {wanted:,.0f} seconds of patience")
            time.sleep(wanted)
        return exchange

    def _wait(self, url: str) -> None:
        """Wait as long as is due since the host was asked last."""
        host = urlsplit(url).netloc
        if host not in self._asked:
            return
        rules = self._rules.get(site(url))
        wanted = max(self._manners.pause, rules.pause if rules and self._manners.robots else 0.0)
        if wanted > self._manners.longest_pause:
            raise NotFetched(f"the site's robots.txt wants {wanted:,.0f} seconds between two pages; ask for it later")
        time.sleep(max(self._asked[host] + wanted - time.monotonic(), 0.0))


def _not_whole(exchange: Exchange) -> str | None:
    if exchange.status != 200:
        return f"the answer was {exchange.status}"
    if exchange.truncated == "length":
        return f"only the first {len(exchange.response):,} bytes were taken: it is longer than a page may be"
    if exchange.truncated == "time":
        return f"only the {len(exchange.response):,} bytes were taken that came in time"
    if exchange.truncated:
        return f"the connection ended after {len(exchange.response):,} bytes, before the end of the page"
    return None


def _seconds(exchange: Exchange) -> float:
    """How long the other side wants to be left alone, told in seconds or as a time."""
    wanted = exchange.head.get("Retry-After", "")
    if wanted.isdigit():
        return float(wanted)
    try:
        return max((parsedate_to_datetime(wanted) - exchange.at).total_seconds(), 0.0)
    except (TypeError, ValueError):
        return 0.0
