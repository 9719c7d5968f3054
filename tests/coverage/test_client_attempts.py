"""Which requests are made again, when, and when no more."""

import math

import pytest

from bias.coverage.client import FIRST_BACKOFF, MAX_RETRY_AFTER, Client
from bias.coverage.hosts import MAX_FAILURES
from tests.coverage.conftest import MakeSettings
from tests.coverage.refusing import no_answer
from tests.coverage.site import Site


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
        ("Sat, 14 Mar 2026 02:30:09 GMT", [9.0]),
        ("Saturday, 14-Mar-26 02:30:09 GMT", [9.0]),
        ("Sat, 14 Mar 2026 02:30:00 GMT", [FIRST_BACKOFF]),
        ("in a while", [FIRST_BACKOFF]),
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


@pytest.mark.parametrize("status", [429, 503, 403])
@pytest.mark.parametrize("wish", ["3600", "Sat, 14 Mar 2026 03:30:00 GMT"])
def test_a_host_that_asks_for_a_long_rest_is_left_alone_at_every_address(
    site: Site, other_site: Site, client: Client, wish: str, status: int
) -> None:
    site.put_page("/b")
    other_site.put_page("/b")
    url = site.put("/a", status=status, headers=(("Retry-After", wish),))
    if status == 403:
        assert client.get(url).status == 403
    else:
        no_answer(client, url)
    for _ in range(MAX_FAILURES + 2):
        error = no_answer(client, site.url("/b"))
        assert error.detail == "Its host asked to be left alone for now (Retry-After)."
    assert site.asked == ["/a"]
    assert client.get(other_site.url("/b")).status == 200


def test_a_short_rest_holds_whoever_asks_the_host_next(
    site: Site, make_settings: MakeSettings, naps: list[float]
) -> None:
    url = site.put("/a", status=503, headers=(("Retry-After", "8"),))
    site.put_page("/b")
    settings = make_settings(retries=1)
    with Client(settings, clock=lambda: 0.0, sleep=naps.append) as client:
        no_answer(client, url)
        with Client(settings, hosts=client.hosts) as another:
            assert another.get(site.url("/b")).status == 200
    assert naps == [8.0]


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
