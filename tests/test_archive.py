"""Where results live, and that they appear whole or not at all."""

import os
from pathlib import Path

import msgspec
import pytest

from bias.archive import Archive
from bias.errors import DataError, StorageError, UsageError
from bias.records import Article, Event, Gap, GapReason, NightEvents, Quality
from bias.storage import open_atomic, read_lines, write_bytes, write_json, write_lines

ARTICLE = Article(
    id="herald-0123456789",
    outlet="herald",
    url="https://herald.example/1",
    title="Bridge closed",
    text="The bridge was closed.",
    quality=Quality(trusted=True, words=4),
)
GAP = Gap(outlet="herald", reason=GapReason.FORBIDDEN, detail="robots.txt forbids it")
EVENT = Event(
    id="bridge-closed-0a1b2c",
    edition="2026-03-14",
    title="Bridge closed",
    articles=("herald-0123456789", "post-0123456789"),
    outlets=("herald", "post"),
)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(str(tmp_path / "archive"), str(tmp_path / "reports"))


def test_articles_and_gaps_come_back_as_they_were(archive: Archive) -> None:
    write_lines(archive.articles_path("2026-03-14", "herald"), [ARTICLE, GAP])
    assert archive.read_articles("2026-03-14", "herald") == [ARTICLE, GAP]
    assert archive.outlets_with_articles("2026-03-14") == ["herald"]


def test_a_broken_line_is_named(archive: Archive) -> None:
    path = archive.articles_path("2026-03-14", "herald")
    write_lines(path, [ARTICLE])
    write_bytes(path, path.read_bytes() + b'{"type": "article"}\n')
    with pytest.raises(DataError, match=r"herald\.jsonl, line 2: .*missing required field"):
        archive.read_articles("2026-03-14", "herald")


def test_an_unknown_edition_is_told_with_the_known_ones(archive: Archive) -> None:
    archive.write_events("2026-03-13", [])
    with pytest.raises(UsageError, match=r"no edition 2026-03-14 .*newest: 2026-03-13"):
        archive.read_events("2026-03-14")


@pytest.mark.parametrize("edition", ["yesterday", "2026-3-14", "../../etc", "2026-03-14/.."])
def test_what_is_no_date_is_no_edition(archive: Archive, edition: str) -> None:
    with pytest.raises(UsageError, match="is no edition"):
        archive.events_path(edition)


@pytest.mark.parametrize("name", ["", "..", "a/b", "Herald", "a" * 200])
def test_what_is_no_id_names_no_file(archive: Archive, name: str) -> None:
    with pytest.raises(UsageError, match="is no id"):
        archive.pages_path("2026-03-14", name)


def test_events_by_hand_stand_beside_the_nightly_ones(archive: Archive) -> None:
    by_hand = msgspec.structs.replace(EVENT, id="by-hand-bridge-0a1b2c")
    archive.write_events("2026-03-14", [EVENT])
    archive.write_event_by_hand(by_hand, [ARTICLE, GAP])
    assert archive.edition_events("2026-03-14") == [EVENT, by_hand]
    assert archive.read_articles_by_hand("2026-03-14", by_hand.id) == [ARTICLE, GAP]


def test_events_by_hand_need_no_nightly_run(archive: Archive) -> None:
    archive.write_event_by_hand(EVENT, [ARTICLE])
    assert archive.edition_events("2026-03-14") == [EVENT]


def test_what_an_edition_no_longer_has_is_forgotten(archive: Archive) -> None:
    for event in ("kept-0a1b2c", "gone-0a1b2c"):
        write_bytes(archive.report_path("2026-03-14", event, "html"), b"<p>")
        write_bytes(archive.comparison_path("2026-03-14", event), b"{}")
        page = archive.article_pages_folder("2026-03-14", event) / "herald-1.html"
        write_bytes(page, b"<p>")
    write_bytes(archive.edition_index_path("2026-03-14"), b"<p>")
    archive.forget_events("2026-03-14", ["kept-0a1b2c"])
    names = sorted(path.name for path in (archive.reports / "2026-03-14").iterdir())
    assert names == ["index.html", "kept-0a1b2c", "kept-0a1b2c.html"]
    assert not archive.comparison_path("2026-03-14", "gone-0a1b2c").exists()


def test_pages_of_articles_that_an_event_no_longer_has_are_forgotten(archive: Archive) -> None:
    folder = archive.article_pages_folder("2026-03-14", "kept-0a1b2c")
    for article in ("herald-1", "radio-2"):
        write_bytes(folder / f"{article}.html", b"<p>")
    archive.forget_beside("2026-03-14", "kept-0a1b2c", ["radio-2.html"])
    assert [path.name for path in folder.iterdir()] == ["radio-2.html"]
    archive.forget_event("2026-03-14", "kept-0a1b2c", ["report"])
    assert not folder.exists()


def test_a_file_that_breaks_off_never_appears(archive: Archive) -> None:
    path = archive.events_path("2026-03-14")
    with pytest.raises(RuntimeError, match="power cut"), open_atomic(path) as stream:
        stream.write(b"half")
        message = "power cut"
        raise RuntimeError(message)
    assert list(path.parent.iterdir()) == []


def test_an_equal_file_is_left_untouched(archive: Archive) -> None:
    path = archive.events_path("2026-03-14")
    write_bytes(path, b"[]\n")
    os.utime(str(path), (1, 1))
    write_bytes(path, b"[]\n")
    assert path.stat().st_mtime == 1


def test_an_unwritable_archive_is_named(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file where the folder should be")
    archive = Archive(str(tmp_path / "archive"), str(tmp_path / "reports"))
    with pytest.raises(StorageError, match=r"cannot write .*archive.*check that it is writable"):
        archive.write_events("2026-03-14", [])


def test_an_object_store_holds_the_same(tmp_path: Path) -> None:
    archive = Archive("memory://bucket/archive", str(tmp_path))
    archive.write_events("2026-03-14", [EVENT])
    assert archive.read_events("2026-03-14") == [EVENT]
    assert archive.editions() == ["2026-03-14"]


def test_lines_that_are_not_there_say_so(archive: Archive) -> None:
    with pytest.raises(UsageError, match="nothing here"):
        read_lines(archive.articles_path("2026-03-14", "herald"), "nothing here")


def test_what_a_killed_writer_left_is_removed_by_the_next(archive: Archive) -> None:
    path = archive.events_path("2026-03-14")
    write_bytes(path, b"[]\n")
    leftover = Path(str(path.parent)) / ".2026-03-14.json.0a1b2c3d.part"
    leftover.write_bytes(b"ha")
    write_bytes(path, b"[1]\n")
    assert not leftover.exists()


def test_a_writer_at_work_is_not_disturbed_by_another(archive: Archive) -> None:
    path = archive.events_path("2026-03-14")
    with open_atomic(path) as first:
        first.write(b"first")
        with open_atomic(path) as second:
            second.write(b"second")
        assert path.read_bytes() == b"second"
    assert path.read_bytes() == b"first"


def test_the_pages_of_one_edition_are_forgotten_and_nothing_else(archive: Archive) -> None:
    for edition in ("2026-03-12", "2026-03-13", "2026-03-14"):
        write_bytes(archive.pages_path(edition, "herald"), b"warc")
        archive.write_events(edition, [])
    archive.forget_pages("2026-03-13")
    assert archive.editions_with_pages() == ["2026-03-12", "2026-03-14"]
    assert archive.editions() == ["2026-03-12", "2026-03-13", "2026-03-14"]


def test_pages_in_an_object_store_are_forgotten_edition_by_edition() -> None:
    archive = Archive("memory://forgetting/archive", "memory://forgetting/reports")
    for edition in ("2026-03-12", "2026-03-13", "2026-03-14"):
        write_bytes(archive.pages_path(edition, "herald"), b"warc")
    for edition in ("2026-03-12", "2026-03-13"):
        archive.forget_pages(edition)
        assert not archive.outlets_with_pages(edition)
    assert archive.outlets_with_pages("2026-03-14") == ["herald"]


def test_what_is_said_of_a_silent_outlet_is_kept_once_and_read_in_every_event(
    archive: Archive,
) -> None:
    other = msgspec.structs.replace(EVENT, id="another-0a1b2c")
    silent = msgspec.structs.replace(GAP, outlet="the-zenith", detail="Said once.")
    teller = msgspec.structs.replace(GAP, outlet=EVENT.outlets[0])
    night = NightEvents(events=(EVENT, other), silences=(teller, silent))
    archive.write_night_events("2026-03-14", night)
    assert archive.events_path("2026-03-14").read_text().count("Said once.") == 1
    for event in archive.read_events("2026-03-14"):
        assert silent in event.gaps
        assert teller not in event.gaps


def test_an_edition_whose_events_hold_all_their_gaps_is_read_as_it_is(archive: Archive) -> None:
    write_json(archive.events_path("2026-03-14"), [EVENT])
    assert archive.read_events("2026-03-14") == [EVENT]
