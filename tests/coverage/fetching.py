"""Fetching from a site on loopback as one outlet."""

from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import edition_window, fetch_outlet
from bias.records import Feed, Gap, GapReason, Outlet, Page
from tests.coverage.site import Site, item

NIGHT = "Sat, 14 Mar 2026 01:00:00 GMT"


def outlet_of(site: Site, *feeds: str, homepage: str = "/") -> Outlet:
    return Outlet(
        id="harbour",
        name="Harbour",
        homepage=site.url(homepage),
        feeds=tuple(Feed(url=site.url(feed)) for feed in feeds),
    )


def fetch(site: Site, client: Client, settings: Settings, *feeds: str) -> list[Page | Gap]:
    window = edition_window("2026-03-14", settings)
    return list(fetch_outlet(outlet_of(site, *feeds or ["/rss"]), window, client, settings))


def one(site: Site, client: Client, settings: Settings, path: str) -> Page | Gap:
    """Announce one address and return what became of it."""
    site.put_feed("/rss", [item(path, "Ferry", NIGHT)])
    (only,) = fetch(site, client, settings)
    return only


def gap(found: Page | Gap) -> tuple[GapReason, str]:
    assert isinstance(found, Gap)
    return found.reason, found.detail
