"""What a site asks of programs in its robots.txt (RFC 9309), and how long it wants them to wait."""

from collections.abc import Callable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from protego import Protego

from onrecord.fetch.exchange import Exchange, NotFetched

TOKEN = "onrecord"


class Rules(NamedTuple):
    """The rules of one site."""

    text: str
    parsed: Protego
    unread: str | None = None
    """Why they could not be read: then nothing of the site is asked, as the standard has it."""

    def forbids(self, url: str) -> str | None:
        """Why an address is left alone; None where it may be asked."""
        if self.unread:
            return f"the site's robots.txt could not be read ({self.unread}), so that it is not asked"
        if self.parsed.can_fetch(url, TOKEN):
            return None
        number, line = next(_forbidding(self.text, url), (0, "its rules together"))
        rule = f"line {number}, {line!r}" if number else repr(line)
        return f"the site's robots.txt asks programs to leave it alone ({rule}); --ignore-robots asks all the same"

    @property
    def pause(self) -> float:
        """The seconds that the site wants between two requests."""
        return float(self.parsed.crawl_delay(TOKEN) or 0)


def site(url: str) -> str:
    """The scheme, host and port of an address, whose rules it is under."""
    parts = urlsplit(url)
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}"


def read_rules(url: str, get: Callable[[str], Exchange]) -> Rules:
    """The rules of the site that an address is of. Where it has none (an answer of 4xx), all may be asked. Raises
    NotFetched where the site itself cannot be asked."""
    try:
        answer = get(f"{site(url)}/robots.txt")
    except NotFetched as error:
        if not error.passing:
            raise
        return Rules("", Protego.parse(""), str(error))
    if answer.status >= 500 or answer.status == 429:
        return Rules("", Protego.parse(""), f"the answer was {answer.status}")
    text = answer.body.decode("utf-8-sig", "replace") if answer.status < 300 else ""
    return Rules(text, Protego.parse(text))


def _forbidding(text: str, url: str) -> Iterator[tuple[int, str]]:
    """The lines that forbid an address, each by its number, of the groups that speak to this program or to all."""
    speaks, begun = False, False
    for number, line in enumerate(text.splitlines(), 1):
        field, _, value = (part.strip() for part in line.partition("#")[0].partition(":"))
        if field.lower() == "user-agent":
            speaks = (begun and speaks) or value.lower() in ("*", TOKEN)
            begun = True
            continue
        begun = begun and not field
        if speaks and field.lower() == "disallow":
            alone = Protego.parse(f"User-agent: *\nDisallow: {value}\n")
            if not alone.can_fetch(url, TOKEN):
                yield number, line.strip()
