"""What a run leaves for the next one, of its edition and of the next editions."""

import gzip
from pathlib import Path
from typing import Any

import pytest
from warcio.archiveiterator import ArchiveIterator

from bias import pipeline
from bias.config import Settings
from bias.coverage.client import Client
from bias.coverage.fetch import edition_window, fetch_outlet
from bias.coverage.journals import Journal
from bias.coverage.memory import KeptBefore
from bias.coverage.snapshots import read_snapshot
from bias.pipeline.fetching import read_pages
from bias.records import Gap, GapReason, Page
from tests.coverage.conftest import MakeSettings
from tests.coverage.fetching import NIGHT, outlet_of
from tests.coverage.site import Site, item

EDITION, NEXT = "2026-03-14", "2026-03-15"
PATHS = ("/a", "/b", "/c", "/d")
BUSY = "<p>The desk is closed.</p>"


@pytest.fixture
def night(site: Site, make_settings: MakeSettings, tmp_path: Path) -> Settings:
    """Settings of a night with one outlet, which announces four articles."""
    outlets = tmp_path / "outlets.toml"
    outlets.write_text(
        f'[[outlet]]\nid = "harbour"\nname = "Harbour"\nhomepage = "{site.base}/"\n'
        f'feeds = [{{ url = "{site.base}/rss" }}]\n'
    )
    return make_settings(
        archive=str(tmp_path / "archive"), outlets=outlets, retries=1, window_hours=72
    )


def put_all(site: Site, *but: str, **headers: str) -> None:
    fields = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    for path in PATHS:
        if path not in but:
            site.put(path, f"<html><p>Words of {path}.</p></html>", headers=fields)


def announce(site: Site, **fields: Any) -> None:
    site.put_feed("/rss", [item(path, f"Title of {path}", NIGHT) for path in PATHS], **fields)


def fetched(settings: Settings, edition: str = EDITION) -> list[Page | Gap]:
    pipeline.fetch(settings, edition, "harbour")
    return kept(settings, edition)


def kept(settings: Settings, edition: str = EDITION) -> list[Page | Gap]:
    archive = pipeline.open_archive(settings)
    return list(read_pages(archive.pages_path(edition, "harbour")))


def pages(items: list[Page | Gap]) -> list[str]:
    return [each.url[-2:] for each in items if isinstance(each, Page)]


def warc(settings: Settings, edition: str = EDITION) -> Path:
    return Path(settings.archive, "pages", edition, "harbour.warc.gz")


# ---------------------------------------------------------------- the next run of the edition


def test_a_page_that_did_not_answer_is_asked_again_and_nothing_else_is(
    site: Site, night: Settings
) -> None:
    announce(site)
    put_all(site, "/b")
    site.put("/b", BUSY, status=503)
    site.put_page("/b")
    first = fetched(night)
    assert pages(first) == ["/a", "/c", "/d"]
    site.asked.clear()
    second = fetched(night)
    assert site.asked == ["/robots.txt", "/b"]
    assert [each.url[-2:] for each in second] == list(PATHS)
    assert pages(second) == list(PATHS)
    site.asked.clear()
    written = warc(night).read_bytes()
    assert fetched(night) == second
    assert (site.asked, warc(night).read_bytes()) == ([], written)


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_an_answer_is_an_answer_and_not_asked_for_again(
    site: Site, night: Settings, status: int
) -> None:
    announce(site)
    put_all(site, "/b", "/c")
    site.put("/b", BUSY, status=status)
    site.put("/c", b"%PDF-1.7", content_type="application/pdf")
    first = fetched(night)
    site.asked.clear()
    assert fetched(night) == first
    assert site.asked == []


def test_what_fails_again_leaves_the_file_as_it_was(site: Site, night: Settings) -> None:
    announce(site)
    put_all(site, "/b")
    site.put("/b", BUSY, status=500)
    first = fetched(night)
    before = warc(night).stat().st_mtime_ns
    assert fetched(night) == first
    assert warc(night).stat().st_mtime_ns == before
    assert site.asked.count("/b") == 2


def test_a_feed_that_failed_is_asked_again_by_the_next_run(site: Site, night: Settings) -> None:
    site.put("/rss", BUSY, status=503)
    announce(site)
    put_all(site)
    (only,) = fetched(night)
    assert isinstance(only, Gap)
    assert only.reason is GapReason.OUTLET_UNREACHABLE
    assert pages(fetched(night)) == list(PATHS)


def test_of_two_feeds_only_the_one_that_failed_is_asked_again(
    site: Site, night: Settings, settings: Settings, tmp_path: Path
) -> None:
    announce(site)
    put_all(site)
    site.put("/more", BUSY, status=503)
    site.put_feed("/more", [item("/d", "Title of /d", NIGHT), item("/e", "Late", NIGHT)])
    site.put_page("/e")
    outlets = tmp_path / "outlets.toml"
    outlets.write_text(outlets.read_text().replace("}]", f'}}, {{ url = "{site.base}/more" }}]'))
    first = fetched(night)
    assert any("/more: It answered 503" in each.detail for each in first if isinstance(each, Gap))
    site.asked.clear()
    second = fetched(night)
    assert site.asked == ["/robots.txt", "/more", "/e"]
    assert pages(second) == [*PATHS, "/e"]
    assert not any("/more" in each.detail for each in second if isinstance(each, Gap))


def test_a_host_that_asked_for_a_long_rest_is_not_asked_by_the_next_run(
    site: Site, night: Settings
) -> None:
    announce(site)
    put_all(site, "/b")
    site.put("/b", BUSY, status=429, headers=(("Retry-After", "3600"),))
    found = fetched(night)
    assert pages(found) == ["/a"]
    assert site.asked[-1] == "/b"
    site.asked.clear()
    assert pages(fetched(night)) == ["/a"]
    assert site.asked == []


# ---------------------------------------------------------------- stopped


def stopped_after(
    count: int, site: Site, settings: Settings, path: Path, memory: bool = True
) -> Journal:
    """Keep the first few items of a night, as a run that was killed leaves them."""
    journal = Journal(path)
    window = edition_window(EDITION, settings)
    remembered = KeptBefore(journal) if memory else None
    with Client(settings, memory=remembered) as client:
        outlet = outlet_of(site, "/rss")
        items = fetch_outlet(outlet, window, client, settings, lambda *_: None, journal)
        for _ in zip(range(count), items, strict=False):
            pass
    journal.close()
    return journal


def test_a_run_that_was_stopped_goes_on_inside_the_outlet(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    announce(site)
    put_all(site)
    path = tmp_path / "journal"
    stopped_after(3, site, settings, path)
    asked = [each for each in site.asked if each in PATHS]
    assert asked == ["/a", "/b", "/c"]
    site.asked.clear()
    stopped_after(9, site, settings, path)
    again = [each for each in site.asked if each != "/robots.txt"]
    assert again in (["/d"], ["/c", "/d"])


def test_a_journal_cut_anywhere_loses_one_page_at_most(
    site: Site, settings: Settings, tmp_path: Path
) -> None:
    announce(site)
    put_all(site)
    path = tmp_path / "journal"
    stopped_after(9, site, settings, path)
    content = path.read_bytes()
    last = 0
    for end in range(0, len(content), 41):
        path.write_bytes(content[:end])
        journal = Journal(path)
        known = [each for each in PATHS if journal.has(site.url(each))]
        assert known == list(PATHS[: len(known)])
        assert len(known) >= last
        last = len(known)
        journal.close()
        assert len(path.read_bytes()) <= end
    assert last >= 3


def test_the_fetching_goes_on_from_what_a_kill_left(site: Site, night: Settings) -> None:
    announce(site)
    put_all(site)
    journal = warc(night).with_name(".harbour.journal.part")
    journal.parent.mkdir(parents=True)
    stopped_after(3, site, night, journal)
    site.asked.clear()
    assert pages(fetched(night)) == list(PATHS)
    assert set(site.asked) <= {"/robots.txt", "/c", "/d"}
    assert list(journal.parent.iterdir()) == [warc(night)]


# ---------------------------------------------------------------- the next edition


@pytest.mark.parametrize("validator", ["ETag", "Last_Modified"])
def test_the_next_edition_asks_only_for_what_has_changed(
    site: Site, night: Settings, validator: str
) -> None:
    value = '"v1"' if validator == "ETag" else "Fri, 13 Mar 2026 20:00:00 GMT"
    fields = ((validator.replace("_", "-"), value),)
    announce(site, headers=fields)
    put_all(site, "/b", **{validator: value})
    site.put("/b", "<html>first</html>", headers=(("ETag", '"old"'),))
    site.put("/b", "<html>second</html>", headers=(("ETag", '"new"'),))
    first = fetched(night)
    site.headers.clear()
    second = fetched(night, NEXT)
    name = "If-None-Match" if validator == "ETag" else "If-Modified-Since"
    assert [each.get(name) for each in site.headers if each.get(name) == value] == [value] * 4
    assert pages(second) == list(PATHS)
    bodies = {each.url[-2:]: each.body for each in second if isinstance(each, Page)}
    assert bodies["/b"] == b"<html>second</html>"
    assert bodies["/a"] == next(each.body for each in first if isinstance(each, Page))
    with warc(night, NEXT).open("rb") as stream:
        records = [record.rec_type for record in ArchiveIterator(stream)]
    assert records.count("revisit") == 4


def test_a_not_modified_that_nobody_asked_for_is_no_page(site: Site, night: Settings) -> None:
    announce(site)
    put_all(site, "/b")
    site.put("/b", status=304)
    gap = next(each for each in fetched(night) if isinstance(each, Gap) and each.url)
    assert gap.detail == "It answered 304 Not Modified."


def test_an_edition_that_is_gone_is_asked_for_whole(site: Site, night: Settings) -> None:
    announce(site, headers=(("ETag", '"f"'),))
    put_all(site, ETag='"v1"')
    fetched(night)
    warc(night).write_bytes(warc(night).read_bytes()[:300])
    assert pages(fetched(night, NEXT)) == list(PATHS)


# ---------------------------------------------------------------- what can be audited


def test_everything_that_was_asked_and_answered_stands_in_the_warc(
    site: Site, night: Settings
) -> None:
    site.put("/robots.txt", "User-agent: *\nDisallow: /c", headers=(("X-Desk", "open"),))
    announce(site)
    put_all(site, "/b", "/d")
    site.redirect("/b", "/moved/title-of-b")
    site.put_page("/moved/title-of-b")
    site.put("/d", BUSY, status=500)
    items = fetched(night)
    with warc(night).open("rb") as stream:
        assert list(read_snapshot(stream)) == items
    answers: dict[str, str] = {}
    asked: list[str] = []
    with warc(night).open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            path = (record.rec_headers.get_header("WARC-Target-URI") or "")[len(site.base) :]
            if record.rec_type == "response":
                answers[path] = record.http_headers.get_statuscode()
                assert record.http_headers.get_header("Server")
                assert record.content_stream().read() or path == "/b"
            if record.rec_type == "request":
                assert record.http_headers.get_header("Host") in site.base
                assert record.http_headers.get_header("User-Agent") == night.user_agent
                asked.append(path)
    assert answers == {
        "/robots.txt": "200",
        "/rss": "200",
        "/a": "200",
        "/b": "302",
        "/moved/title-of-b": "200",
        "/d": "500",
    }
    assert sorted(asked) == sorted(answers)


def test_a_packed_page_stands_there_unpacked_and_says_how_it_came(
    site: Site, night: Settings
) -> None:
    announce(site)
    put_all(site, "/a")
    words = b"<html><p>" + b"many words " * 50 + b"</p></html>"
    site.put("/a", gzip.compress(words), headers=(("Content-Encoding", "gzip"),))
    page = fetched(night)[-4]
    assert isinstance(page, Page)
    assert page.body == words
    with warc(night).open("rb") as stream:
        (record,) = [
            each.http_headers
            for each in ArchiveIterator(stream)
            if (each.rec_type, each.rec_headers.get_header("WARC-Target-URI"))
            == ("response", page.url)
        ]
    assert record.get_header("X-Crawler-Content-Encoding") == "gzip"
    assert record.get_header("Content-Encoding") is None
    assert record.get_header("Content-Length") == str(len(words))
