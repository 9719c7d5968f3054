"""Answers, bounded in size and in time."""

import gzip
import itertools
import time
import zlib
from collections.abc import Iterator

import brotli
import pytest

from bias.coverage.client import Client
from bias.coverage.refusals import RefusedError
from bias.errors import UsageError
from tests.coverage.conftest import MakeSettings
from tests.coverage.refusing import no_answer, refused
from tests.coverage.site import Site

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
    assert site.headers[1]["Accept-Encoding"] == "gzip, deflate, br"
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
    url = site.put("/a", zlib.compress(b"words"), headers=(("Content-Encoding", "zstd"),))
    assert refused(client, url).detail == "It is packed as zstd, which was not asked for."


RAW = zlib.compressobj(wbits=-15)
RAW_WORDS = RAW.compress(b"words") + RAW.flush()


@pytest.mark.parametrize(
    ("packing", "body"),
    [
        ("br", brotli.compress(b"words")),
        ("deflate", zlib.compress(b"words")),
        ("deflate", RAW_WORDS),
        ("BR, gzip", gzip.compress(brotli.compress(b"words"))),
        ("identity", b"words"),
    ],
)
def test_what_was_asked_for_is_unpacked(
    site: Site, client: Client, packing: str, body: bytes
) -> None:
    assert client.get(site.put("/a", body, headers=(("Content-Encoding", packing),))).body == (
        b"words"
    )


@pytest.mark.parametrize(
    ("packing", "bomb"),
    [
        ("br", brotli.compress(b"\0" * 20_000_000)),
        ("deflate", zlib.compress(b"\0" * 20_000_000)),
        ("br, br", brotli.compress(brotli.compress(b"\0" * 20_000_000))),
    ],
)
def test_no_packing_hides_a_bomb(site: Site, client: Client, packing: str, bomb: bytes) -> None:
    packed = (("Content-Encoding", packing),)
    assert "larger than" in refused(client, site.put("/a", bomb, headers=packed)).detail
    broken = site.put("/b", bomb[:-3], headers=packed)
    assert client.get(broken, limit=1000, cut=True).body == b"\0" * 1000
    nonsense = site.put("/c", b"not packed at all", headers=packed)
    assert "packed" in refused(client, nonsense).detail


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
    assert len(site.asked) < 8  # of the 21 that would be asked if each answer had the time anew
