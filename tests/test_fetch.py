"""Pages from the network: servers on this machine that answer well, badly and not at all, and who may be asked."""

import gzip
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import replace
from ipaddress import ip_address

import pytest

from onrecord.fetch import Manners, fetch, warc
from onrecord.fetch.peers import is_public
from onrecord.pipeline import build

WORDS = "“We will not close the gate,” Mayor Ilse Brandvold said at the quay on Monday. " * 12
PAGE = (
    f"<html><head><title>The gate</title></head><body><article><h1>The gate</h1><p>{WORDS}</p></article></body></html>"
)


class Server:
    """A server on loopback: `answers` by path are bytes, or functions that are given the connection."""

    def __init__(self, answers):
        self.answers = {"/robots.txt": answer(b"", status="404 Not Found"), **answers}
        self.asked = []
        self.requests = []
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = self._socket.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def url(self, path, host="127.0.0.1"):
        return f"http://{host}:{self.port}{path}"

    def _serve(self):
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection):
        with connection:
            request = b""
            while b"\r\n\r\n" not in request and (data := connection.recv(65536)):
                request += data
            if not request:
                return
            path = request.split()[1].decode()
            self.asked.append((path, time.monotonic()))
            self.requests.append(request)
            given = self.answers.get(path, answer(b"", status="404 Not Found"))
            given = given.pop(0) if isinstance(given, list) else given
            with suppress(OSError):
                given(connection) if callable(given) else connection.sendall(given)

    def close(self):
        self._socket.close()


def answer(body, status="200 OK", kind="text/html; charset=utf-8", **head):
    lines = {"Content-Type": kind, "Content-Length": str(len(body))} | {
        name.replace("_", "-"): value for name, value in head.items()
    }
    told = "".join(f"{name}: {value}\r\n" for name, value in lines.items() if value is not None)
    return f"HTTP/1.1 {status}\r\n{told}\r\n".encode() + body


@contextmanager
def serving(**answers):
    server = Server({f"/{name}": given for name, given in answers.items()})
    try:
        yield (
            server,
            replace(
                Manners(), ports=frozenset([server.port]), may_reach=lambda address: address == "127.0.0.1", pause=0.0
            ),
        )
    finally:
        server.close()


def test_a_page_is_kept_as_it_came_and_read_from_the_archive(tmp_path):
    with serving(page=answer(PAGE.encode())) as (server, manners):
        (fetched,) = fetch([server.url("/page")], manners)
    (exchange,) = fetched.exchanges
    assert (fetched.why, exchange.status, exchange.peer) == (None, 200, "127.0.0.1")
    assert exchange.response == answer(PAGE.encode())
    assert exchange.request == server.requests[-1]
    assert b"Cookie" not in exchange.request
    (tmp_path / "event.warc.gz").write_bytes(warc([exchange], "onrecord", robots=True))
    (reading,) = build([tmp_path / "event.warc.gz"]).readings
    assert reading.account.canonical == server.url("/page")
    assert reading.account.retrieved == exchange.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert "Ilse Brandvold" in {actor.name for actor in reading.cast}


def chunked(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n")
    data = PAGE.encode()
    for at in range(0, len(data), 500):
        piece = data[at : at + 500]
        connection.sendall(b"%x\r\n%s\r\n" % (len(piece), piece))
    connection.sendall(b"0\r\n\r\n")


def packed(connection):
    connection.sendall(answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip"))


def unmeasured(connection):
    connection.sendall(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode())


@pytest.mark.parametrize("given", [chunked, packed, unmeasured])
def test_whatever_way_the_answer_is_sent_the_page_is_read_from_it(given, tmp_path):
    with serving(page=given) as (server, manners):
        (fetched,) = fetch([server.url("/page")], manners)
    assert fetched.why is None
    (tmp_path / "event.warc.gz").write_bytes(warc(fetched.exchanges, "onrecord", robots=True))
    (reading,) = build([tmp_path / "event.warc.gz"]).readings
    assert reading.account.complete
    assert WORDS.strip() in reading.account.text


def dripping(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    for letter in PAGE.encode():
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def dripping_head(connection):
    for letter in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 1000:
        connection.sendall(bytes([letter]))
        time.sleep(0.05)


def test_who_drips_is_left_after_the_seconds_in_all():
    with serving(page=dripping, head=dripping_head) as (server, manners):
        hurried = replace(manners, most_seconds=1.0, tries=1)
        started = time.monotonic()
        page, head = fetch([server.url("/page"), server.url("/head")], hurried)
        assert time.monotonic() - started < 4
    assert page.exchanges[0].truncated == "time"
    assert "bytes were taken that came in time" in page.why
    assert (head.exchanges, head.why) == ((), "no answer: it took too long")


def endless(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        connection.sendall(b"<p>On and on." * 1000)


def test_who_sends_without_end_is_left_after_the_bytes_in_all():
    with serving(page=endless) as (server, manners):
        (fetched,) = fetch([server.url("/page")], replace(manners, most_bytes=100_000))
    assert fetched.exchanges[0].truncated == "length"
    assert 90_000 < len(fetched.exchanges[0].response) <= 100_000
    assert fetched.why.endswith("it is longer than a page may be")


@pytest.mark.parametrize(("lie", "truncated"), [(10_000, "disconnect"), (-500, None)])
def test_who_lies_about_the_length_is_taken_at_what_comes(lie, truncated):
    body = PAGE.encode()
    with serving(page=answer(body, Content_Length=str(len(body) + lie))) as (server, manners):
        (fetched,) = fetch([server.url("/page")], manners)
    (exchange,) = fetched.exchanges
    assert (exchange.truncated, exchange.body) == (truncated, body[: len(body) + lie])
    assert (fetched.why is None) == (truncated is None)


def test_what_unpacks_to_very_much_is_kept_packed():
    body = gzip.compress(b"a" * 50_000_000)
    with serving(page=answer(body, Content_Encoding="gzip")) as (server, manners):
        (fetched,) = fetch([server.url("/page")], manners)
    assert fetched.exchanges[0].body == body


def test_a_cut_answer_is_told_in_the_archive_and_by_the_account(tmp_path):
    body = PAGE.encode()
    with serving(page=answer(body, Content_Length=str(len(body) + 10))) as (server, manners):
        (fetched,) = fetch([server.url("/page")], manners)
    (tmp_path / "cut.warc.gz").write_bytes(warc(fetched.exchanges, "onrecord", robots=True))
    (reading,) = build([tmp_path / "cut.warc.gz"]).readings
    assert not reading.account.complete


def test_redirects_are_followed_and_kept_up_to_five():
    hops = {f"hop{n}": answer(b"", status="302 Found", Location=f"/hop{n + 1}") for n in range(9)}
    with serving(**hops, a=answer(b"", status="301 Moved", Location="/page#x"), page=answer(b"x")) as (server, manners):
        short, long = fetch([server.url("/a"), server.url("/hop0")], manners)
    assert [e.status for e in short.exchanges] == [301, 200]
    assert short.exchanges[1].url == server.url("/page")
    assert (long.why, len(long.exchanges)) == ("more than 5 redirects", 6)


@pytest.mark.parametrize(
    ("location", "why"),
    [
        ("file:///etc/hostname", "is no address of a page"),
        ("http://127.0.0.2:{port}/page", "127.0.0.2 is 127.0.0.2, which is no address of the public network"),
        ("http://127.0.0.1:9/page", "port 9 is not asked"),
        ("http://me:secret@127.0.0.1:{port}/page", "a name or a password"),
    ],
)
def test_where_a_redirect_leads_is_looked_at_anew(location, why):
    with serving() as (server, manners):
        server.answers["/a"] = answer(b"", status="302 Found", Location=location.format(port=server.port))
        (fetched,) = fetch([server.url("/a")], manners)
    assert why in fetched.why
    assert [path for path, _ in server.asked] == ["/robots.txt", "/a"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "0.0.0.0"]
)
def test_this_machine_is_not_asked_however_its_address_is_written(host):
    with serving(page=answer(b"x")) as (server, manners):
        (fetched,) = fetch([server.url("/page", host)], replace(manners, may_reach=is_public))
    assert "no address of the public network: it is not asked" in fetched.why
    assert server.asked == []


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:4700::1111", True), ("64:ff9b::5db8:d822", True), ("::ffff:93.184.216.34", True),
        ("10.0.0.1", False), ("169.254.169.254", False), ("100.64.0.1", False), ("224.0.0.1", False), ("0.0.0.0", False),
        ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:127.0.0.1", False), ("ff02::1", False),
        ("64:ff9b::7f00:1", False), ("64:ff9b::a00:1", False), ("2002:7f00:1::", False), ("::7f00:1", False),
    ],
)  # fmt: skip
def test_which_addresses_are_public(address, public):
    assert is_public(address) == public
    assert ip_address(address.partition("%")[0])


ROBOTS = b"""# who may come
User-agent: other
Disallow: /page

User-agent: *
Disallow: /*.pdf$
Disallow: /private/  # ours
Crawl-delay: 0.4
"""


def test_what_robots_txt_forbids_is_left_alone_and_the_line_is_named():
    robots = answer(ROBOTS, kind="text/plain")
    with serving(page=answer(b"x")) as (server, manners):
        server.answers |= {"/robots.txt": robots, "/private/a": answer(b"y")}
        paths = ["/page", "/private/a", "/report.pdf"]
        page, private, report = fetch(map(server.url, paths), manners)
        assert page.why is None
        assert "(line 7, 'Disallow: /private/  # ours')" in private.why
        assert "(line 6, 'Disallow: /*.pdf$')" in report.why
        assert [path for path, _ in server.asked] == ["/robots.txt", "/page"]
        (ignoring,) = fetch([server.url("/private/a")], replace(manners, robots=False))
    assert ignoring.why is None
    assert [path for path, _ in server.asked][2:] == ["/private/a"]


def test_a_site_whose_robots_txt_fails_is_not_asked():
    with serving(page=answer(b"x")) as (server, manners):
        server.answers["/robots.txt"] = answer(b"", status="503 Busy")
        (fetched,) = fetch([server.url("/page")], manners)
    assert fetched.why == "the site's robots.txt could not be read (the answer was 503), so that it is not asked"


def test_between_two_pages_of_a_host_it_waits_as_long_as_that_wants():
    with serving(a=answer(b"x"), b=answer(b"y")) as (server, manners):
        server.answers["/robots.txt"] = answer(ROBOTS, kind="text/plain")
        assert [f.why for f in fetch([server.url("/a"), server.url("/b")], manners)] == [None, None]
    (_, first), (_, second) = server.asked[1:]
    assert second - first >= 0.35


def test_who_is_busy_is_asked_again_when_it_says():
    busy = answer(b"", status="503 Busy", Retry_After="1")
    with serving(page=[busy, answer(b"x")], never=busy, late=answer(b"", "429 Later", Retry_After="900")) as (
        server,
        manners,
    ):
        page, never, late = fetch(map(server.url, ("/page", "/never", "/late")), replace(manners, tries=2))
    assert (page.why, never.why) == (None, "the answer was 503")
    assert late.why == "the answer was 429, and wants 900 seconds of patience"
    times = [at for path, at in server.asked if path == "/page"]
    assert times[1] - times[0] >= 0.9


def gone(connection):
    """Ends without a word."""


def test_who_gives_no_answer_is_told_and_costs_no_other():
    with serving(gone=gone, odd=b"\x00\x01 nothing of HTTP\r\n\r\n", page=answer(b"x")) as (server, manners):
        paths = ["/gone", "/odd", "/missing", "/page"]
        told = [fetched.why for fetched in fetch(map(server.url, paths), manners)]
    assert told[0].startswith("no answer: ")
    assert told[1].startswith("no answer: ")
    assert told[2:] == ["the answer was 404", None]


@pytest.mark.parametrize("url", ["page.html", "ftp://a.example/x", "http://", "http://[::1", "http://a.example:99999/"])
def test_what_is_no_address_of_a_page_is_told(url):
    (fetched,) = fetch([url], replace(Manners(), robots=False))
    assert "is no address" in fetched.why
    assert fetched.exchanges == ()


def run(*arguments, cwd):
    command = [sys.executable, "-m", "onrecord", *arguments]
    return subprocess.run(command, check=False, capture_output=True, text=True, cwd=cwd, timeout=60)


def test_the_command_asks_nothing_of_this_machine_and_says_why(tmp_path):
    with serving(page=answer(b"x")) as (server, _):
        done = run("fetch", server.url("/page"), "-o", "event.warc.gz", cwd=tmp_path)
    assert (done.returncode, server.asked, list(tmp_path.iterdir())) == (3, [], [])
    assert f"left out: port {server.port} is not asked: pages are at 80 and 443" in done.stderr


def test_the_command_writes_over_nothing(tmp_path):
    (tmp_path / "event.warc.gz").write_text("mine")
    done = run("fetch", "http://a.invalid/", "-o", "event.warc.gz", cwd=tmp_path)
    assert done.returncode == 2
    assert "'event.warc.gz' is there already" in done.stderr
    assert (tmp_path / "event.warc.gz").read_text() == "mine"


def test_no_other_command_loads_what_leaves_the_machine(tmp_path):
    (tmp_path / "a.html").write_text(PAGE)
    script = (
        "import sys; sys.argv = ['onrecord', 'build', 'a.html', '--json', 'r.json', '--html', 'r.html']\n"
        "from onrecord.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print([name for name in sys.modules if name.startswith(('onrecord.fetch', 'http.client', 'ssl', 'protego'))])"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=tmp_path, check=True)
    assert done.stdout == "[]\n"
    assert (tmp_path / "r.html").exists()
