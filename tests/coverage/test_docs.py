"""docs/outlets.md promises to list everything; hold it to that."""

from pathlib import Path

import pytest

from bias.config import Settings
from bias.coverage import announced, client, feed_process, feeds, hosts, robots, sitemaps
from bias.records import GapReason

TEXT = (Path(__file__).parents[2] / "docs" / "outlets.md").read_text(encoding="utf-8")

SETTINGS = [
    "outlets",
    "timezone",
    "window_hours",
    "max_articles_per_outlet",
    "user_agent",
    "delay_seconds",
    "timeout_seconds",
    "max_page_bytes",
    "max_redirects",
    "retries",
    "allow_private_hosts",
    "now",
]


def row(start: str) -> str:
    (found,) = [line for line in TEXT.splitlines() if line.startswith(f"| {start}")]
    return found


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_listed_with_its_default(name: str) -> None:
    default = Settings.model_fields[name].default
    said = row(f"`BIAS_{name.upper()}`").split("|")[2].strip(" `")
    if default is not None:
        shown = str(default).lower() if isinstance(default, bool) else default
        assert said == (f"{shown:,.0f}" if isinstance(shown, int | float) else shown)


@pytest.mark.parametrize("reason", GapReason)
def test_every_coverage_gap_is_explained(reason: GapReason) -> None:
    assert any(f"`{reason.value}`" in line for line in TEXT.splitlines() if line.startswith("| `"))


def test_the_limits_it_states_are_those_of_the_code() -> None:
    said = " ".join(TEXT.split())
    assert f"at most {announced.MAX_SITEMAPS} sitemaps" in said
    assert f"Of a feed {feeds.MAX_ITEMS:,} items" in said
    assert f"of a sitemap {sitemaps.MAX_ENTRIES:,} entries" in said
    assert f"more than {feed_process.SECONDS:g} seconds or 1 GiB" in said
    assert feed_process.MEMORY_BYTES == 1 << 30
    assert f"{robots.MAX_BYTES // 1024} KiB" in said
    assert f"up to {hosts.MAX_CRAWL_DELAY:g} seconds" in said
    assert f"up to {client.MAX_RETRY_AFTER:g} seconds" in said
    assert f"after {client.FIRST_BACKOFF:g}, {2 * client.FIRST_BACKOFF:g}," in said
    assert (hosts.MAX_FAILURES, "After five addresses" in said) == (5, True)
