"""One story under several addresses is one page."""

from collections.abc import Sequence

import pytest

from bias.config import Settings
from bias.coverage.canonical import canonical_story, page_title
from bias.coverage.client import Client
from bias.coverage.fetch import fetch_addresses
from bias.records import Page
from tests.coverage.site import Site


def put(site: Site, path: str, canonical: str, title: str = "Ferry sails again") -> str:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return site.put(
        path, f"<html><head><title>{title} | Harbour</title>{link}</head><p>Words.</p></html>"
    )


def pages(client: Client, settings: Settings, urls: Sequence[str]) -> list[str]:
    items = list(fetch_addresses(urls, client, settings))
    assert all(isinstance(item, Page) for item in items)
    return [item.url for item in items]


def test_amp_copies_are_not_even_asked_for(site: Site, client: Client, settings: Settings) -> None:
    story = put(site, "/ferry-sails-again", "/ferry-sails-again")
    urls = [f"{story}/amp", f"{story}?output=amp", f"{story}?CMP=share", story]
    assert pages(client, settings, urls) == [story]
    assert site.asked.count("/ferry-sails-again/amp") == 0


def test_pages_that_name_one_canonical_story_are_one(
    site: Site, client: Client, settings: Settings
) -> None:
    story = put(site, "/ferry-sails-again", "")
    short = put(site, "/a/7", "/ferry-sails-again")
    other = put(site, "/b/8", "/ferry-sails-again")
    assert pages(client, settings, [other, short]) == [short]
    assert len(pages(client, settings, [story, short, other])) == 1


@pytest.mark.parametrize("paths", [("/x", "/x/amp", "/x?output=amp"), ("/x", "/m/y", "/z?id=7")])
def test_copies_under_short_addresses_are_one(
    site: Site, client: Client, settings: Settings, paths: Sequence[str]
) -> None:
    urls = [put(site, path, "/x") for path in paths]
    assert len(pages(client, settings, urls)) == 1


def test_a_canonical_address_that_every_page_bears_makes_no_copies(
    site: Site, client: Client, settings: Settings
) -> None:
    one = put(site, "/a/7", "/news-of-today-1", "Ferry sails again")
    two = put(site, "/b/8", "/news-of-today-1", "Council votes on bridge")
    three = put(site, "/c/9", "/", "Crew goes home")
    four = put(site, "/d/10", "/", "Harbour opens late")
    assert pages(client, settings, [one, two, three, four]) == sorted([one, two, three, four])


@pytest.mark.parametrize(
    "body",
    [b"", b"<link rel=canonical>", b'<link rel="canonical" href="javascript:x">',
     b'<link rel="canonical" href="https://agency.example/ferry-sails-again">',
     b'<link rel="stylesheet" href="/ferry-sails-again">', b"<link " * 100_000],
)  # fmt: skip
def test_what_names_no_story_of_the_site_is_no_canonical_address(body: bytes) -> None:
    url = "https://harbour.example/a/7"
    assert canonical_story(body, url, url) is None


def test_the_title_of_a_page_is_without_the_outlet() -> None:
    assert page_title(b"<title>Ferry &amp; crew - Harbour News</title>") == "Ferry & crew"
    assert page_title(b"<p>Ferry</p>") == ""
