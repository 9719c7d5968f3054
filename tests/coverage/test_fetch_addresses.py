"""Addresses that a person gave."""

import pytest

from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import fetch_addresses
from bias.errors import UsageError
from bias.records import GapReason
from tests.coverage.fetching import gap, outlet_of
from tests.coverage.site import Site


def test_addresses_are_fetched_once_each_for_the_outlet_they_belong_to(
    site: Site, other_site: Site, client: Client, settings: Settings
) -> None:
    for path in ("/harbour/a", "/hill/b"):
        site.put_page(path)
    urls = [
        site.url("/hill/b"),
        other_site.url("/c"),
        site.url("/harbour/a#top"),
        site.url("/harbour/a?utm_source=mail"),
    ]
    declared = [outlet_of(site, homepage="/harbour/")]
    found = list(fetch_addresses(urls, client, settings, declared))
    by_url = {each.url: each for each in found}
    assert list(by_url) == sorted(by_url)
    assert by_url[site.url("/harbour/a")].outlet == "harbour"
    assert by_url[site.url("/hill/b")].outlet == site.base.removeprefix("http://").translate(
        str.maketrans(".:", "--")
    )
    assert gap(by_url[other_site.url("/c")]) == (
        GapReason.NOT_FETCHED,
        "It answered 404 Not Found.",
    )
    assert len(found) == 3


def test_robots_txt_is_honoured_for_addresses_by_hand(
    site: Site, client: Client, settings: Settings
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /", content_type="text/plain")
    (only,) = fetch_addresses([site.url("/a")], client, settings)
    assert gap(only)[0] is GapReason.FORBIDDEN


def test_a_wrong_address_is_named_before_anything_is_fetched(
    site: Site, client: Client, settings: Settings
) -> None:
    with pytest.raises(UsageError, match="'harbour.example/a' is no web address"):
        fetch_addresses([site.url("/a"), "harbour.example/a"], client, settings)
    assert site.asked == []
