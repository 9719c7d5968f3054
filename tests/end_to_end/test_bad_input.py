"""Feeds and articles that are no good become gaps that name the address; the rest is done."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bias import pipeline
from bias.archive import Archive
from bias.config import Settings
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.records import Article, Gap, GapReason
from tests.coverage.site import Site, item, served

from .small import declare, environment, write_folder

pytestmark = pytest.mark.xdist_group("bad input")

PUBLISHED = "Fri, 13 Mar 2026 20:00:00 GMT"
HUGE = 50_000_000


def sentences(count: int) -> str:
    """Return sentences of ten words, no two alike, three a paragraph."""
    made = (
        f"On crossing {n} the ferry carried {n % 83} people and {n % 7} lorries."
        for n in range(count)
    )
    return "\n\n".join(" ".join(three) for three in zip(made, made, made, strict=False))


def page(text: str) -> str:
    paragraphs = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    return f"<!doctype html><html><body><article><h1>Ferry</h1>{paragraphs}</article></body></html>"


ARTICLES = {
    "/no-text": page(""),
    "/one-sentence": page("The ferry sailed again on Friday with nobody on board."),
    "/million-words": page(sentences(100_000)),
    "/natural": page(sentences(18)),
}
REASONS = {
    "/no-text": {GapReason.NO_TEXT, GapReason.TOO_SHORT},
    "/one-sentence": {GapReason.TOO_SHORT},
    "/million-words": {GapReason.TOO_LONG, GapReason.NOT_FETCHED},
}
FEEDS = ("html_feed", "empty_feed", "huge_feed")


def put_all(site: Site) -> dict[str, str]:
    """Answer with every bad feed and article; returns the feeds by the name of their outlet."""
    links = [item(site.put(path, body), "Ferry", PUBLISHED) for path, body in ARTICLES.items()]
    return {
        "html_feed": site.put("/html", "<!doctype html><html><body>Not found</body></html>"),
        "empty_feed": site.put("/empty", ""),
        "huge_feed": site.put("/huge", b"<rss>" + b" " * HUGE),
        "odd_articles": site.put_feed("/odd", links),
    }


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The archive of a night in which four outlets serve what is no good, and two do not."""
    base = tmp_path_factory.mktemp("bad-input")
    with served() as site, Newsroom(write_folder(base / "folder"), EDITION) as newsroom:
        outlets = declare(newsroom, base / "outlets.toml", **put_all(site))
        values = environment(base, outlets) | {"BIAS_MAX_PAGE_BYTES": "10000000"}
        settings = Settings.model_validate(
            {name.removeprefix("BIAS_").lower(): value for name, value in values.items()}
        )
        pipeline.fetch_all(settings, EDITION, pipeline.outlets_to_fetch(settings))
        pipeline.rebuild(settings, EDITION)
        yield Archive(settings.archive, settings.reports)


def rows(archive: Archive, outlet: str) -> list[Article | Gap]:
    return archive.read_articles(EDITION, outlet.replace("_", "-"))


@pytest.mark.parametrize("outlet", FEEDS)
def test_a_feed_that_cannot_be_read_makes_the_outlet_a_gap_that_names_it(
    archive: Archive, outlet: str
) -> None:
    (gap,) = rows(archive, outlet)
    assert isinstance(gap, Gap)
    assert gap.reason is GapReason.OUTLET_UNREACHABLE
    assert f"/{outlet.removesuffix('_feed')}" in gap.detail


@pytest.mark.parametrize("path", REASONS)
def test_an_article_that_cannot_be_trusted_says_why(archive: Archive, path: str) -> None:
    (row,) = (row for row in rows(archive, "odd_articles") if row.url.endswith(path))
    reason = row.reason if isinstance(row, Gap) else row.quality.reason
    detail = row.detail if isinstance(row, Gap) else row.quality.detail
    assert reason in REASONS[path]
    assert detail


def test_the_articles_beside_them_are_read(archive: Archive) -> None:
    (row,) = (row for row in rows(archive, "odd_articles") if row.url.endswith("/natural"))
    assert isinstance(row, Article)
    assert row.quality.trusted


def test_the_event_of_the_others_is_reported(archive: Archive) -> None:
    (event,) = archive.read_events(EDITION)
    assert {"the-harbour-herald", "vell-today"} <= set(event.outlets)
    assert archive.report_path(EDITION, event.id, "html").exists()


def test_every_gap_is_on_the_front_page(archive: Archive) -> None:
    text = archive.edition_index_path(EDITION).read_text()
    assert all(outlet in text for outlet in FEEDS)


def test_nothing_is_left_half_written(archive: Archive) -> None:
    files = [path for path in Path(str(archive.root)).rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if path.name.endswith(".part")]
