import gzip
import itertools
import math
import time
import zlib
from collections.abc import Iterator
from typing import Any

import httpcore
import pytest

from bias.coverage.client import FIRST_BACKOFF, MAX_RETRY_AFTER, Client
from bias.coverage.hosts import MAX_FAILURES
from bias.coverage.refusals import ForbiddenError, NoAnswerError, RefusedError
from bias.errors import RetryError, SkipError, UsageError
from tests.coverage.conftest import MakeSettings
from tests.coverage.site import Site

PUBLIC = "93.184.216.34"


def no_answer(client: Client, url: str) -> NoAnswerError:
    with pytest.raises(NoAnswerError) as caught:
        client.get(url)
    assert isinstance(caught.value, RetryError)
    assert str(caught.value).startswith(caught.value.url)
    return caught.value


def refused(client: Client, url: str) -> RefusedError:
    with pytest.raises(RefusedError) as caught:
        client.get(url)
    assert isinstance(caught.value, SkipError)
    assert str(caught.value).startswith(caught.value.url)
    return caught.value


# ---------------------------------------------------------------- plain answers


def test_an_answer_is_taken_as_it_is(site: Site, client: Client) -> None:
    url = site.put("/a", b"words \xff", content_type="text/html; charset=latin-1")
    answer = client.get(url)
    assert (answer.url, answer.status, answer.body) == (url, 200, b"words \xff")
    assert answer.content_type == "text/html; charset=latin-1"
    assert client.get(site.put("/b", b"x", content_type=None)).content_type == ""


def test_a_404_is_an_answer_and_not_asked_for_twice(site: Site, client: Client) -> None:
    assert client.get(site.url("/nothing")).status == 404
    assert site.asked == ["/nothing"]


def test_it_says_who_asks_and_keeps_no_cookies(
    site: Site, make_settings: MakeSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    url = site.put("/a", b"x", headers=(("Set-Cookie", "reader=1; Path=/"),))
    with Client(make_settings(user_agent="desk-robot/1.0 (desk@harbour.example)")) as client:
        client.get(url)
        client.get(url)
    assert site.headers[1]["User-Agent"] == "desk-robot/1.0 (desk@harbour.example)"
    assert site.headers[1]["Accept-Encoding"] == "gzip"
    assert "Cookie" not in site.headers[1]


@pytest.mark.parametrize("agent", ["désk", "desk\r\nHost: elsewhere"])
def test_a_user_agent_that_is_no_header_is_refused(make_settings: MakeSettings, agent: str) -> None:
    with pytest.raises(UsageError, match="BIAS_USER_AGENT"):
        Client(make_settings(user_agent=agent))


def test_an_odd_content_type_is_kept_printable(site: Site, client: Client) -> None:
    url = site.put("/a", b"x", content_type="text/html;\x01" + "y" * 900)
    assert client.get(url).content_type == "text/html;" + "y" * 190


# ---------------------------------------------------------------- size


def test_a_long_answer_is_refused_or_cut(site: Site, client: Client) -> None:
    url = site.put("/a", b"x" * 1001)
    assert len(client.get(url, limit=1001).body) == 1001
    assert client.get(url, limit=1000, cut=True).body == b"x" * 1000
    with pytest.raises(RefusedError, match=r"larger than 1000 bytes \(BIAS_MAX_PAGE_BYTES\)"):
        client.get(url, limit=1000)


def test_an_answer_of_50_megabytes_is_not_read_to_its_end(site: Site, client: Client) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(800):
            sent += 1
            yield b"<item></item>" * 5000

    refused(client, site.put("/feed", endless()))
    assert sent < 300


def test_gzip_is_unpacked_but_a_bomb_is_not(site: Site, client: Client) -> None:
    packed = (("Content-Encoding", "gzip"),)
    assert client.get(site.put("/a", gzip.compress(b"words"), headers=packed)).body == b"words"
    bomb = gzip.compress(b"\0" * 20_000_000)
    assert "larger than" in refused(client, site.put("/b", bomb, headers=packed)).detail
    broken = gzip.compress(b"words")[:-6]
    assert "packed" in refused(client, site.put("/c", broken, headers=packed)).detail


def test_an_unasked_packing_is_refused(site: Site, client: Client) -> None:
    url = site.put("/a", zlib.compress(b"words"), headers=(("Content-Encoding", "br"),))
    assert refused(client, url).detail == "It is packed as br, which was not asked for."


# ---------------------------------------------------------------- time


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"", b""),
        (b"HTTP/1.1 200 OK\r\nX: ", b"x"),
        (b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n", b"x"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    ],
)
def test_an_answer_that_drips_is_given_up_in_time(
    site: Site, make_settings: MakeSettings, head: bytes, piece: bytes
) -> None:
    url = site.put("/a", raw=itertools.chain([head], site.drip(piece, 0.05)))
    with Client(make_settings(timeout_seconds=0.4)) as client:
        start = time.monotonic()
        error = no_answer(client, url)
        assert time.monotonic() - start < 10
    assert error.detail == "No whole answer came within 0.4 seconds (BIAS_TIMEOUT_SECONDS)."
    assert site.asked == ["/a"]


def test_the_limit_holds_over_all_redirects_together(
    site: Site, make_settings: MakeSettings
) -> None:
    slow = b"HTTP/1.1 302 Found\r\nLocation: /a\r\nContent-Length: 0\r\n\r\n"

    def late() -> Iterator[bytes]:
        site.stop.wait(0.25)
        yield slow

    class Late:
        def __iter__(self) -> Iterator[bytes]:
            return late()

    url = site.put("/a", raw=Late())
    with Client(make_settings(timeout_seconds=0.6, max_redirects=20)) as client:
        start = time.monotonic()
        no_answer(client, url)
        assert time.monotonic() - start < 10
    assert len(site.asked) <= 3


# ---------------------------------------------------------------- attempts


def test_a_500_that_heals_is_asked_again(site: Site, client: Client, naps: list[float]) -> None:
    site.put("/a", b"sorry", status=500)
    url = site.put("/a", b"words")
    assert client.get(url).body == b"words"
    assert naps == [FIRST_BACKOFF]


def test_a_500_that_stays_is_no_answer(
    site: Site, make_settings: MakeSettings, naps: list[float]
) -> None:
    url = site.put("/a", b"sorry", status=503)
    with Client(make_settings(retries=4), sleep=naps.append) as client:
        assert no_answer(client, url).detail == "It answered 503 Service Unavailable."
    assert len(site.asked) == 4
    assert naps == [FIRST_BACKOFF, 2 * FIRST_BACKOFF, 4 * FIRST_BACKOFF]


@pytest.mark.parametrize(
    ("wish", "slept"),
    [
        ("7", [7.0]),
        ("0", [0.0]),
        ("Sat, 14 Mar 2026 02:30:00 GMT", [FIRST_BACKOFF]),
        ("-1", [FIRST_BACKOFF]),
    ],
)
def test_retry_after_is_granted(
    site: Site, client: Client, naps: list[float], wish: str, slept: list[float]
) -> None:
    site.put("/a", status=429, headers=(("Retry-After", wish),))
    assert client.get(site.put("/a", b"words")).body == b"words"
    assert naps == slept


def test_a_long_retry_after_is_a_no(site: Site, client: Client, naps: list[float]) -> None:
    wish = str(int(MAX_RETRY_AFTER) + 1)
    url = site.put("/a", status=429, headers=(("Retry-After", wish),))
    assert no_answer(client, url).detail == "It answered 429 Too Many Requests."
    assert (site.asked, naps) == (["/a"], [])


@pytest.mark.parametrize(
    "answer",
    [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nwords", b"nonsense\r\n\r\n"],
)
def test_an_answer_that_breaks_off_is_asked_for_again(
    site: Site, client: Client, answer: bytes
) -> None:
    site.put("/a", raw=[answer])
    assert client.get(site.put("/a", b"words")).body == b"words"
    assert no_answer(client, site.put("/b", raw=[answer])).detail == "The connection broke off."


def test_nobody_at_home(client: Client, naps: list[float]) -> None:
    error = no_answer(client, "http://127.0.0.1:1/a")
    assert error.detail == "No connection to its host could be made."
    assert naps == [FIRST_BACKOFF]


def test_a_host_that_keeps_failing_is_left_alone(site: Site, client: Client) -> None:
    urls = [site.put(f"/{n}", status=500) for n in range(MAX_FAILURES + 1)]
    for url in urls[:-1]:
        no_answer(client, url)
    error = no_answer(client, urls[-1])
    assert "several times in a row" in error.detail
    assert error.wait == math.inf
    assert f"/{MAX_FAILURES}" not in site.asked


def test_there_is_a_pause_between_two_requests(
    site: Site, make_settings: MakeSettings, naps: list[float]
) -> None:
    url = site.put("/a", b"x")
    with Client(make_settings(delay_seconds=3), clock=lambda: 0.0, sleep=naps.append) as client:
        client.get(url)
        client.get(url)
    assert naps == [3.0]


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_the_last_address_kept(site: Site, client: Client) -> None:
    site.redirect("/a", "b/c?d=1#e")
    site.redirect("/b/c?d=1", site.url("/z"))
    assert client.get(site.url("/a")).status == 404
    site.put("/z", b"words")
    assert client.get(site.url("/a")).url == site.url("/z")


def test_an_odd_target_is_percent_encoded(site: Site, client: Client) -> None:
    site.put("/caf%C3%A9%20au%20lait", b"words")
    site.put("/a", status=301, headers=(("Location", "/caf\u00e9 au lait"),))
    assert client.get(site.url("/a")).url == site.url("/caf%C3%A9%20au%20lait")


def test_a_redirect_without_a_target_is_an_answer(site: Site, client: Client) -> None:
    assert client.get(site.put("/a", status=302)).status == 302


def test_a_redirect_loop_ends(site: Site, make_settings: MakeSettings) -> None:
    url = site.redirect("/a", "/a")
    with Client(make_settings(max_redirects=3)) as client:
        detail = refused(client, url).detail
    assert detail == "It redirects more than 3 times (BIAS_MAX_REDIRECTS)."
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://harbour.example/", "javascript:1", "http://[/"],
)
def test_a_redirect_off_the_web_is_refused(site: Site, client: Client, target: str) -> None:
    error = refused(client, site.redirect("/a", target))
    assert error.detail == "It redirects to what is no http or https address."


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "", "harbour.example", "http://", "http://[", "http://a b/"]
)
def test_what_is_no_web_address_is_refused(client: Client, url: str) -> None:
    assert refused(client, url).detail == "It is no http or https address."


# ---------------------------------------------------------------- private hosts


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://2130706433:{port}/a"]
)
def test_private_hosts_are_refused_unless_allowed(
    site: Site, make_settings: MakeSettings, url: str
) -> None:
    site.put_page("/a")
    address = url.format(port=site.base.rpartition(":")[2])
    with Client(make_settings(allow_private_hosts=False)) as client:
        error = refused(client, address)
    assert "not on the public internet (BIAS_ALLOW_PRIVATE_HOSTS)" in error.detail
    assert site.asked == []


def test_a_redirect_to_a_private_host_is_refused(
    make_settings: MakeSettings, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = httpcore.SyncBackend.connect_tcp
    judged: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        judged.append(host)
        return ["10.0.0.1"] if host == "inside.example" else [PUBLIC]

    def to_this_site(
        network: httpcore.SyncBackend, host: str, port: int, *rest: Any
    ) -> httpcore.NetworkStream:
        assert host == PUBLIC
        return connect(network, "127.0.0.1", port, *rest)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", to_this_site)
    port = site.base.rpartition(":")[2]
    site.redirect("/a", f"http://inside.example:{port}/secret")
    with Client(make_settings(allow_private_hosts=False), resolve=resolve) as client:
        error = refused(client, f"http://outside.example:{port}/a")
    assert error.url == f"http://inside.example:{port}/secret"
    assert "not on the public internet" in error.detail
    assert judged == ["outside.example", "inside.example"]
    assert site.asked == ["/a"]


# ---------------------------------------------------------------- checks


def test_every_hop_is_checked_before_it_is_asked(site: Site, client: Client) -> None:
    site.redirect("/a", "/b")
    site.put_page("/b")

    def check(address: str) -> None:
        if address.endswith("/b"):
            raise ForbiddenError(address, "No.")

    with pytest.raises(ForbiddenError):
        client.get(site.url("/a"), check=check)
    assert site.asked == ["/a"]
