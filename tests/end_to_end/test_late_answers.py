"""An outlet that answers late, or forgets what it announced, is not called silent for it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bias import pipeline
from bias.archive import Archive
from bias.config import Settings
from bias.coverage.outlets import format_outlets
from bias.demo.folder import EDITION
from bias.records import Feed, Gap, GapReason, Outlet
from tests.coverage.site import Site, item, served
from tests.end_to_end import small

TITLE = "Strike closes the port of Vell after wage talks fail"
EARLY = "Fri, 13 Mar 2026 18:00:00 GMT"
LATE = "Sat, 14 Mar 2026 09:00:00 GMT"
QUIET = "late"
SWANS = (
    "A pair of swans has built its nest on the roof of the old mill, to the joy of all.",
    "The miller found them on Monday, when he climbed up to mend a tile that had come loose.",
    "“They looked at me as if I were the guest,” said Edda Wray, who has run the mill for years.",
    "A wheel of the mill stands still until the eggs are hatched, which may take five weeks.",
    "Children from the village school come every noon to watch, and bring no bread, as told.",
    "A warden comes once a day to count the eggs, and writes the number on a board by the gate.",
)


def put_story(site: Site, path: str, title: str, texts: tuple[str, ...]) -> None:
    body = "".join(f"<p>{text}</p>" for text in texts)
    head = f"<html lang='en'><head><title>{title}</title></head>"
    site.put(
        path, f"<!doctype html>{head}<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        archive=str(tmp_path / "archive"),
        reports=str(tmp_path / "reports"),
        outlets=tmp_path / "outlets.toml",
        allow_private_hosts=True,
        delay_seconds=0,
        retries=1,
        now=datetime(2026, 3, 14, 2, 30, tzinfo=UTC),
    )


def declare(site: Site, settings: Settings) -> None:
    """Declare two outlets that tell the strike, and one whose feed is for each test to put."""
    for name in ("herald", "today"):
        told = small.paragraphs({"herald": "The Harbour Herald", "today": "Vell Today"}[name])
        put_story(site, f"/{name}/strike", TITLE, told)
        site.put_feed(f"/{name}/rss", [item(f"/{name}/strike", TITLE, EARLY)])
    put_story(site, f"/{QUIET}/swans", "Swans nest on the old mill", SWANS)
    outlets = [
        Outlet(
            id=name,
            name=name.title(),
            homepage=site.url(f"/{name}/"),
            feeds=(Feed(url=site.url(f"/{name}/rss")),),
        )
        for name in ("herald", "today", QUIET)
    ]
    assert settings.outlets
    settings.outlets.write_text(format_outlets(outlets), encoding="utf-8")


def run(settings: Settings) -> Gap:
    """Run the night once more and return what the event says of the outlet that may be late."""
    pipeline.fetch_all(settings, EDITION, pipeline.outlets_to_fetch(settings))
    pipeline.extract(settings, EDITION)
    pipeline.match(settings, EDITION)
    (event,) = Archive(settings.archive, settings.reports).read_events(EDITION)
    (gap,) = event.gaps
    assert gap.outlet == QUIET
    return gap


def test_an_outlet_that_answers_later_with_newer_entries_is_not_called_silent(
    settings: Settings,
) -> None:
    with served() as site:
        declare(site, settings)
        site.put(f"/{QUIET}/rss", status=503)
        site.put_feed(
            f"/{QUIET}/rss", [item(f"/{QUIET}/swans", "Swans nest", LATE)], reaches_back=False
        )
        assert run(settings).reason is GapReason.OUTLET_UNREACHABLE
        later = run(settings)
    assert later.reason is GapReason.FEED_TOO_SHORT
    assert "It reaches back to 2026-03-14T09:00:00Z" in later.detail


def test_what_was_announced_and_not_read_is_remembered_when_the_feed_forgets_it(
    settings: Settings,
) -> None:
    with served() as site:
        declare(site, settings)
        swans = item(f"/{QUIET}/swans", "Swans nest", LATE)
        site.put(f"/{QUIET}/gone", status=503)
        site.put_feed(f"/{QUIET}/rss", [swans, item(f"/{QUIET}/gone", TITLE, EARLY)])
        site.put_feed(f"/{QUIET}/rss", [swans])
        first, second = run(settings), run(settings)
    assert (first.reason, first.title) == (GapReason.NOT_FETCHED, TITLE)
    assert (second.reason, second.title) == (GapReason.NOT_FETCHED, TITLE)


def test_an_outlet_whose_feeds_announce_nothing_may_have_stopped_keeping_them(
    settings: Settings,
) -> None:
    with served() as site:
        declare(site, settings)
        site.put_feed(f"/{QUIET}/rss", [])
        gap = run(settings)
    assert gap.reason is GapReason.FEED_INCOMPLETE
    assert "kept up" in gap.detail


def test_an_outlet_that_was_read_whole_is_called_silent(settings: Settings) -> None:
    with served() as site:
        declare(site, settings)
        site.put_feed(f"/{QUIET}/rss", [item(f"/{QUIET}/swans", "Swans nest", LATE)])
        assert run(settings).reason is GapReason.NOT_PUBLISHED
