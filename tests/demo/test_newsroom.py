import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from bias.coverage.outlets import read_outlets
from bias.demo.folder import BUNDLED, read_folder
from bias.demo.newsroom import Newsroom, line_of, open_newsroom
from bias.demo.story import Served
from bias.errors import DataError, StorageError, UsageError
from tests.demo.conftest import MakeFolder, row

EDITION = "2026-03-14"
SAVED = "<!DOCTYPE html><title>Été saved</title><p>As it was.".encode("latin-1")
SLOW = 0.3


@pytest.fixture
def newsroom(make_folder: MakeFolder) -> Iterator[Newsroom]:
    """Line n shows the n-th way of being served; a second outlet has a saved page."""
    kinds = [row(served=served.value, title=f"A {served} story") for served in Served]
    saved = row(outlet="Echo", html="page.html.gz", paragraphs=None, title=None)
    folder = make_folder(*kinds, saved, "broken")
    (folder / "page.html.gz").write_bytes(gzip.compress(SAVED))
    with Newsroom(folder, EDITION, slow_seconds=SLOW) as running:
        yield running


def get(newsroom: Newsroom, path: str) -> httpx.Response:
    return httpx.get(path if path.startswith("http") else newsroom.address + path)


def line(served: Served) -> int:
    return list(Served).index(served) + 1


@pytest.mark.parametrize("served", [s for s in Served if s is not Served.NOT_FOUND])
def test_every_kind_ends_as_a_page(newsroom: Newsroom, served: Served) -> None:
    url = newsroom.url_of(line(served))
    answers = [get(newsroom, url) for _ in range(3)]
    first = 500 if served is Served.HEALS else 200
    assert [answer.status_code for answer in answers] == [first, first, 200]
    assert f"A {served} story" in answers[-1].text
    assert answers[-1].headers["content-type"] == "text/html; charset=utf-8"


def test_not_found_stays_so_although_announced(newsroom: Newsroom) -> None:
    url = newsroom.url_of(line(Served.NOT_FOUND))
    assert get(newsroom, url).status_code == 404
    assert url in get(newsroom, "/the-courier/feed.xml").text


def test_slow_waits_and_the_others_do_not(newsroom: Newsroom) -> None:
    def seconds(served: Served) -> float:
        start = time.perf_counter()
        get(newsroom, newsroom.url_of(line(served)))
        return time.perf_counter() - start

    seconds(Served.PAGE)
    assert seconds(Served.SLOW) >= SLOW
    assert seconds(Served.PAGE) < SLOW


def test_forbidden_stands_in_robots_txt(newsroom: Newsroom) -> None:
    path = newsroom.url_of(line(Served.FORBIDDEN)).removeprefix(newsroom.address)
    answer = get(newsroom, "/robots.txt")
    assert f"Disallow: {path}\n" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_saved_page_is_served_as_it_was(newsroom: Newsroom) -> None:
    answer = get(newsroom, newsroom.url_of(len(Served) + 1))
    assert answer.content == SAVED
    assert answer.headers["content-type"] == "text/html"
    assert "saved" in get(newsroom, "/echo/").text


def test_a_saved_page_that_went_missing_is_a_server_error(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    (tmp_path / "page.html.gz").unlink()
    assert get(newsroom, newsroom.url_of(len(Served) + 1)).status_code == 500


def test_every_announced_address_carries_its_line(newsroom: Newsroom) -> None:
    for number in range(1, len(Served) + 2):
        assert line_of(newsroom.url_of(number)) == number
    with pytest.raises(UsageError, match="line 99"):
        newsroom.url_of(99)


def test_the_broken_line_is_reported(newsroom: Newsroom) -> None:
    (problem,) = newsroom.problems
    assert f"coverage.jsonl, line {len(Served) + 2}: " in str(problem)


def test_the_declaration_leads_to_the_feeds(newsroom: Newsroom, tmp_path: Path) -> None:
    newsroom.write_outlets(tmp_path / "outlets.toml")
    outlets = read_outlets(tmp_path / "outlets.toml")
    assert outlets == newsroom.outlets
    assert [outlet.id for outlet in outlets] == ["the-courier", "echo"]
    for outlet in outlets:
        assert get(newsroom, outlet.homepage).status_code == 200
        assert all(get(newsroom, feed.url).status_code == 200 for feed in outlet.feeds)
    assert get(newsroom, "/outlets.toml").text == newsroom.outlets_toml()


def test_links_of_the_pages_lead_somewhere(newsroom: Newsroom) -> None:
    for path in ("/", "/style/tabloid.css", "/the-courier/picture/1.svg"):
        assert get(newsroom, path).status_code == 200
    redirect = get(newsroom, "/the-courier")
    assert (redirect.status_code, redirect.headers["location"]) == (301, "/the-courier/")


@pytest.mark.parametrize(
    "path", ["/nowhere", "/../../etc/passwd", "/the-courier/%00", "//[", "/?q"]
)
def test_odd_paths_are_answered(newsroom: Newsroom, path: str) -> None:
    with httpx.Client() as client:
        url = httpx.URL(newsroom.address).copy_with(raw_path=path.encode())
        assert client.get(url).status_code == (200 if path == "/?q" else 404)


def test_head_has_no_body(newsroom: Newsroom) -> None:
    url = newsroom.url_of(1)
    head, whole = httpx.head(url), get(newsroom, url)
    assert head.content == b""
    assert head.headers == whole.headers


def test_requests_are_counted(newsroom: Newsroom) -> None:
    get(newsroom, "/robots.txt?again")
    get(newsroom, "/robots.txt")
    assert newsroom.requests() == {"/robots.txt": 2}


def test_the_same_folder_gives_the_same_bytes(make_folder: MakeFolder) -> None:
    folder = make_folder(row(), row(outlet="Echo", authors=["Ann Example"]))

    def everything(port: int) -> tuple[int, list[tuple[bytes, httpx.Headers]]]:
        with Newsroom(folder, EDITION, port) as newsroom:
            port = int(newsroom.address.rpartition(":")[2])
            paths = ["/", "/robots.txt", "/echo/", "/echo/feed.xml", "/echo/news-sitemap.xml"]
            urls = [*paths, newsroom.url_of(1), newsroom.url_of(2)]
            answers = [get(newsroom, url) for url in urls]
            return port, [(answer.content, answer.headers) for answer in answers]

    port, first = everything(0)
    assert everything(port)[1] == first
    assert first[0][1]["date"] == "Sat, 14 Mar 2026 02:30:00 GMT"


def test_a_port_in_use_is_wrong_use(newsroom: Newsroom, make_folder: MakeFolder) -> None:
    port = int(newsroom.address.rpartition(":")[2])
    with pytest.raises(UsageError, match=f"port {port}: .*in use"):
        Newsroom(make_folder(row()), EDITION, port)


@pytest.mark.parametrize(
    ("edition", "port", "timezone", "message"),
    [
        ("14 March", 0, "UTC", "is no edition; write a date like"),
        ("2026-02-30", 0, "UTC", "is no edition; write a date like"),
        (EDITION, 70_000, "UTC", "port 70000"),
        (EDITION, 0, "Mars/Base", "is no time zone"),
    ],
)
def test_wrong_use_says_what_to_write(
    make_folder: MakeFolder, edition: str, port: int, timezone: str, message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        Newsroom(make_folder(row()), edition, port, timezone)


def test_a_folder_that_cannot_be_read_opens_no_port(
    make_folder: MakeFolder, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        open_newsroom(tmp_path / "nowhere", EDITION)
    with pytest.raises(DataError, match="line 1"):
        open_newsroom(make_folder("{"), EDITION)


def test_an_unwritable_place_for_outlets_is_named(newsroom: Newsroom, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot write"):
        newsroom.write_outlets(tmp_path / "missing" / "outlets.toml")


def test_closing_frees_the_port_and_ends_the_wait(make_folder: MakeFolder) -> None:
    newsroom = open_newsroom(make_folder(row()), EDITION)
    address = newsroom.address
    newsroom.close()
    newsroom.serve_until_stopped()
    with pytest.raises(httpx.ConnectError):
        httpx.get(address)
    Newsroom(make_folder(row()), EDITION, int(address.rpartition(":")[2])).close()


def test_the_bundled_coverage_is_without_fault() -> None:
    stories, problems = read_folder(BUNDLED)
    assert problems == ()
    assert len(stories) >= 30
    assert {story.served for story in stories} == set(Served)
