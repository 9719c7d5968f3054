"""``bias outlets list``, ``check`` and ``find``."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bias.coverage.outlets import read_outlets
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from tests.coverage.site import Site, item, served
from tests.end_to_end.small import dead_address, declare, environment, write_folder

from .conftest import Bias

DONE, FAILED, WRONG_USE, GAPS = 0, 1, 2, 3
NEW, OLD = "Sat, 14 Mar 2026 01:00:00 GMT", "Mon, 02 Mar 2026 12:00:00 GMT"


@pytest.fixture
def newsroom(tmp_path: Path) -> Iterator[Newsroom]:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as sites:
        yield sites


@pytest.fixture
def site() -> Iterator[Site]:
    with served() as made:
        yield made


def settings(tmp_path: Path) -> dict[str, str]:
    return environment(tmp_path, tmp_path / "outlets.toml")


def test_list_shows_every_declared_outlet(bias: Bias) -> None:
    outcome = bias("outlets", "list")
    assert outcome.code == DONE
    for outlet in read_outlets():
        (line,) = [line for line in outcome.out.splitlines() if line.split()[0] == outlet.id]
        assert outlet.name in line
        assert f"  {outlet.country} " in line
        assert outlet.ownership in line
    listed = json.loads(bias("outlets", "list", "--json").out)["outlets"]
    assert [each["id"] for each in listed] == [outlet.id for outlet in read_outlets()]


def test_check_asks_every_feed(bias: Bias, newsroom: Newsroom, tmp_path: Path) -> None:
    declare(newsroom, tmp_path / "outlets.toml", the_silent_post=dead_address())
    outcome = bias("outlets", "check", "--edition", EDITION, "--json", **settings(tmp_path))
    assert outcome.code == GAPS
    checked = {each["outlet"]: each for each in json.loads(outcome.out)["feeds"]}
    silent = checked.pop("the-silent-post")
    assert not silent["ok"]
    assert "No connection" in silent["answer"]
    for each in checked.values():
        assert (each["ok"], each["answer"], each["robots"]) == (True, "read", "allowed")
        assert each["in_window"] >= 1
        assert each["items"] > each["in_window"]
        assert each["newest"] < "2026-03-15"


def test_check_of_named_outlets_alone(bias: Bias, newsroom: Newsroom, tmp_path: Path) -> None:
    declare(newsroom, tmp_path / "outlets.toml", the_silent_post=dead_address())
    outcome = bias("outlets", "check", "vell-today", "-e", EDITION, **settings(tmp_path))
    assert outcome.code == DONE
    assert "the-silent-post" not in outcome.out
    assert "of 1 feed whole" in outcome.out or "of 2 feeds whole" in outcome.out
    by_name = bias("outlets", "check", "Vell Today", "-e", EDITION, **settings(tmp_path))
    assert by_name.out == outcome.out
    assert bias("outlets", "check", "vel-today", **settings(tmp_path)).code == WRONG_USE


def test_check_says_what_is_forbidden_and_what_is_not_whole(
    bias: Bias, site: Site, tmp_path: Path
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /secret", content_type="text/plain")
    site.put_feed("/secret", [item("/a", "Ferry", NEW)])
    site.put("/cut", site_feed(item("/a", "Ferry", NEW), item("/b", "Crew", OLD))[:-30])
    feeds = ", ".join(f'{{ url = "{site.url(path)}" }}' for path in ("/secret", "/cut"))
    (tmp_path / "outlets.toml").write_text(
        f'[[outlet]]\nid = "harbour"\nname = "Harbour"\nhomepage = "{site.base}/"\n'
        f"feeds = [{feeds}]\n"
    )
    outcome = bias("outlets", "check", "-e", EDITION, "--json", **settings(tmp_path))
    secret, cut = json.loads(outcome.out)["feeds"]
    assert (secret["robots"], secret["ok"]) == ("forbidden", False)
    assert (cut["robots"], cut["ok"], cut["in_window"]) == ("allowed", False, 1)
    assert "breaks off" in " ".join(cut["problems"])
    assert outcome.code == GAPS


def site_feed(*items: str) -> str:
    return f'<rss version="2.0"><channel>{"".join(items)}</channel></rss>'


def test_find_prints_a_declaration_that_reads_back(bias: Bias, site: Site, tmp_path: Path) -> None:
    site.put(
        "/robots.txt", "User-agent: *\nSitemap: /news-sitemap.xml\n", content_type="text/plain"
    )
    site.put(
        "/",
        '<html lang="en-GB"><head><title>Harbour Gazette | News</title>'
        '<link rel="alternate" type="application/rss+xml" href="/rss">'
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments">'
        '<link rel="alternate" type="application/atom+xml" href="/gone"></head>'
        '<body><a href="/world/rss.xml">RSS</a><a href="https://far.example/rss">Far</a></body>',
    )
    site.put_feed("/rss", [item("/a", "Ferry", NEW), item("/old", "Crew", OLD)])
    site.put_feed("/world/rss.xml", [item("/b", "Crew", NEW), item("/old", "Crew", OLD)])
    site.put("/news-sitemap.xml", f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>")
    outcome = bias("outlets", "find", site.url("/"), "-e", EDITION, **settings(tmp_path))
    assert outcome.code == DONE, outcome.err
    pasted = tmp_path / "pasted.toml"
    pasted.write_text(outcome.out)
    (outlet,) = read_outlets(pasted)
    assert (outlet.name, outlet.language) == ("Harbour Gazette", "en")
    assert [(feed.url, feed.kind) for feed in outlet.feeds] == [
        (site.url("/news-sitemap.xml"), "news_sitemap"),
        (site.url("/rss"), "rss"),
        (site.url("/world/rss.xml"), "rss"),
    ]
    assert "/gone: " in outcome.err
    assert "/comments" not in site.asked
    found = json.loads(bias("outlets", "find", site.url("/"), "-e", EDITION, "--json").out)
    assert found["outlet"]["name"] == "Harbour Gazette"


def test_find_tries_the_usual_places_last_and_says_what_it_asked(
    bias: Bias, site: Site, tmp_path: Path
) -> None:
    site.put("/", "<html><head><title>Harbour</title></head></html>")
    outcome = bias("outlets", "find", site.url("/"), "-e", EDITION, **settings(tmp_path))
    assert outcome.code == FAILED
    assert "/rss.xml: " in outcome.err
    site.put_feed("/feed", [item("/a", "Ferry", NEW)])
    assert bias("outlets", "find", site.url("/"), "-e", EDITION).code == DONE
    assert bias("outlets", "find", "ftp://harbour.example", "-e", EDITION).code == WRONG_USE
