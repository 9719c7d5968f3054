import gzip
import zlib
from collections.abc import Callable, Iterator

import brotli
import pytest

from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.hosts import MAX_CRAWL_DELAY
from bias.coverage.refusals import ForbiddenError, NoAnswerError
from bias.coverage.robots import MAX_BYTES, Robots
from tests.coverage.conftest import MakeSettings
from tests.coverage.site import Site

AGENT = "desk-robot/1.0 (mailto:desk@harbour.example)"


@pytest.fixture
def robots(client: Client) -> Robots:
    return Robots(client, AGENT)


def put(site: Site, text: str) -> None:
    site.put("/robots.txt", text, content_type="text/plain")


def allowed(robots: Robots, url: str) -> bool:
    try:
        robots.check(url)
    except ForbiddenError as error:
        assert error.detail == "Its host's robots.txt asks not to fetch it."
        assert error.url == url
        return False
    return True


@pytest.mark.parametrize(
    ("rules", "path", "expected"),
    [
        ("User-agent: *\nDisallow: /private", "/private/a", False),
        ("User-agent: *\nDisallow: /private", "/public/a", True),
        ("User-agent: *\nDisallow: /\nAllow: /news", "/news/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf.html", True),
        ("User-agent: desk-robot\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", False),
        ("User-agent: other-robot\nDisallow: /", "/a", True),
        ("User-agent: desk\nDisallow: /", "/a", True),
        ("User-agent: robot\nDisallow: /", "/a", True),
        ("User-agent: desk-robot-two\nDisallow: /", "/a", True),
        ("User-agent: desk\nDisallow: /\n\nUser-agent: *\nDisallow: /b", "/b", False),
        ("User-agent: Desk-Robot/2.1\nDisallow: /", "/a", False),
        ("user-agent:DESK-ROBOT # the desk\ndisallow:/", "/a", False),
        ("User-agent: desk*\nDisallow: /", "/a", True),
        ("User-agent: x\nUser-agent: desk-robot\nDisallow: /", "/a", False),
        (
            "User-agent: desk-robot\nDisallow: /a\n\nUser-agent: desk-robot\nDisallow: /b",
            "/b",
            False,
        ),
        ("User-agent: desk-robot\nAllow: /\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: *\rDisallow: /private\r", "/private/a", False),
        ("User-agents: desk-robot\nDisallow: /", "/a", True),
        ("User-agent: mailto\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("<html>Not found, sorry</html>", "/a", True),
        ("", "/a", True),
    ],
)
def test_rules(site: Site, robots: Robots, rules: str, path: str, expected: bool) -> None:
    put(site, rules)
    assert allowed(robots, site.url(path)) is expected


@pytest.mark.parametrize("mark", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("agent", [b"*", b"desk-robot"])
def test_a_byte_order_mark_hides_no_group(
    site: Site, robots: Robots, mark: bytes, agent: bytes
) -> None:
    site.put("/robots.txt", mark + b"User-agent: " + agent + b"\nDisallow: /harbour\n")
    assert not allowed(robots, site.url("/harbour/a"))
    assert allowed(robots, site.url("/hill"))


@pytest.mark.parametrize(
    ("packing", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress)],
)
def test_of_a_packed_one_the_first_500_kib_are_read(
    site: Site, robots: Robots, packing: str, pack: Callable[[bytes], bytes]
) -> None:
    long = b"User-agent: *\nDisallow: /early\n" + b"# nothing\n" * 100_000 + b"Disallow: /late\n"
    assert len(long) > 2 * MAX_BYTES - 100_000
    site.put("/robots.txt", pack(long), headers=(("Content-Encoding", packing),))
    assert not allowed(robots, site.url("/early"))
    assert allowed(robots, site.url("/late"))


def test_a_line_that_was_cut_is_no_rule(site: Site, robots: Robots) -> None:
    start = b"User-agent: *\nDisallow: /early\n"
    rest = b"Disallow: /harbour/private\n"
    filler = b"#" * (MAX_BYTES - len(start) - len(b"Disallow: /") - 1) + b"\n"
    site.put("/robots.txt", start + filler + rest)
    assert not allowed(robots, site.url("/early"))
    assert allowed(robots, site.url("/harbour/a"))


def test_one_that_cannot_be_unpacked_allows_nothing(site: Site, robots: Robots) -> None:
    site.put("/robots.txt", b"odd", headers=(("Content-Encoding", "gzip"),))
    with pytest.raises(NoAnswerError, match="packed in a way that cannot be read"):
        robots.check(site.url("/a"))


@pytest.mark.parametrize(("hops", "expected"), [(5, False), (6, True)])
def test_five_redirects_are_followed_whatever_the_setting(
    site: Site, make_settings: MakeSettings, hops: int, expected: bool
) -> None:
    for hop in range(hops):
        site.redirect(f"/{hop}" if hop else "/robots.txt", f"/{hop + 1}")
    site.put(f"/{hops}", "User-agent: *\nDisallow: /")
    with Client(make_settings(max_redirects=0)) as client:
        assert allowed(Robots(client, AGENT), site.url("/a")) is expected


def test_two_outlets_of_one_host_read_it_once_and_each_is_told(
    site: Site, settings: Settings, client: Client
) -> None:
    put(site, "User-agent: *\nDisallow: /private")
    told: list[str] = []
    with Client(settings, hosts=client.hosts) as another:
        for each in (client, another):
            with each.recording(lambda exchange: told.append(exchange.url)):
                assert allowed(Robots(each, AGENT), site.url("/a"))
    assert site.asked == ["/robots.txt"]
    assert told == [site.url("/robots.txt")] * 2


def test_it_is_read_once_for_each_host(site: Site, other_site: Site, robots: Robots) -> None:
    put(site, "User-agent: *\nDisallow: /")
    for path in ("/a", "/b"):
        assert not allowed(robots, site.url(path))
        assert allowed(robots, other_site.url(path))
    assert site.asked == other_site.asked == ["/robots.txt"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_a_host_without_one_allows_all(site: Site, robots: Robots, status: int) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", status=status)
    assert allowed(robots, site.url("/a"))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_host_that_fails_allows_nothing(site: Site, robots: Robots, status: int) -> None:
    site.put("/robots.txt", status=status)
    for _ in range(2):
        with pytest.raises(
            NoAnswerError, match=f"robots.txt could not be read: It answered {status}"
        ):
            robots.check(site.url("/a"))
    assert site.asked == ["/robots.txt"] * 2  # two attempts, both at the first check


def test_a_host_that_is_not_there_allows_nothing(robots: Robots) -> None:
    with pytest.raises(NoAnswerError, match="No connection to its host could be made"):
        robots.check("http://127.0.0.1:1/a")


def test_redirects_are_followed_and_a_loop_counts_as_none(
    site: Site, other_site: Site, robots: Robots
) -> None:
    site.redirect("/robots.txt", "/rules")
    site.put("/rules", "User-agent: *\nDisallow: /", content_type="text/plain")
    other_site.redirect("/robots.txt", "/robots.txt")
    assert not allowed(robots, site.url("/a"))
    assert allowed(robots, other_site.url("/a"))


def test_only_the_first_500_kib_are_read(site: Site, robots: Robots) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        yield b"User-agent: *\nDisallow: /early\n"
        for _ in range(400):
            sent += 1
            yield b"# nothing\n" * 10_000
        yield b"Disallow: /late\n"

    site.put("/robots.txt", endless(), content_type="text/plain")
    assert not allowed(robots, site.url("/early"))
    assert allowed(robots, site.url("/late"))
    assert sent * 100_000 < MAX_BYTES + 20_000_000


@pytest.mark.parametrize(
    ("wish", "granted"),
    [("4", 4.0), ("3600", MAX_CRAWL_DELAY), ("0.5", 2.0), ("-5", 2.0), ("nan", 2.0), ("soon", 2.0)],
)
def test_a_crawl_delay_is_granted_up_to_a_limit(
    site: Site, make_settings: MakeSettings, naps: list[float], wish: str, granted: float
) -> None:
    put(site, f"User-agent: *\nCrawl-delay: {wish}")
    site.put_page("/a")
    with Client(make_settings(delay_seconds=2), clock=lambda: 0.0, sleep=naps.append) as client:
        robots = Robots(client, AGENT)
        for _ in range(2):
            client.get(site.url("/a"), check=robots.check)
    assert naps[-1] == granted


def test_rules_that_are_slow_to_match_are_matched_in_time(site: Site, robots: Robots) -> None:
    put(site, "User-agent: *\n" + "Disallow: /*a*a*a*a*a*b\n" * 15_000)
    for number in range(20):
        assert allowed(robots, site.url("/" + "a" * 1500 + str(number)))
