from collections.abc import Iterator

import pytest

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
        ("User-agent: mailto\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("<html>Not found, sorry</html>", "/a", True),
        ("", "/a", True),
    ],
)
def test_rules(site: Site, robots: Robots, rules: str, path: str, expected: bool) -> None:
    put(site, rules)
    assert allowed(robots, site.url(path)) is expected


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
