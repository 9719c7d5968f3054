"""What a night costs does not grow with the years that are kept."""

from pathlib import Path
from typing import Any

import pytest

from bias import front_pages, storage
from bias.archive import Archive
from bias.front_pages import write_front_page, write_nights
from bias.storage import write_json
from tests.report.invented_nights import NEWEST, OUTLETS, nights
from tests.report.invented_weeks import weeks


def archive_of(folder: Path, count: int) -> Archive:
    """Return an archive with so many nights before the newest, all their pages written."""
    archive = Archive(str(folder / "archive"), str(folder / "reports"))
    for night in nights(count, newest="2026-03-13"):
        write_json(archive.summary_path(night.edition), night)
    for figures in weeks(2, newest="2026-03-13"):
        write_json(archive.figures_path(figures.edition), figures)
    make_newest(archive)
    return archive


def make_newest(archive: Archive) -> None:
    write_nights(archive, write_front_page(archive, NEWEST, [], OUTLETS), OUTLETS)


def reads_and_writes(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> tuple[list[str], list[str]]:
    """Return the files that making the newest night again reads and writes."""
    read: list[str] = []
    written: list[str] = []

    def read_json(path: Any, *rest: Any) -> Any:
        read.append(path.name)
        return storage.read_json(path, *rest)

    def write_bytes(path: Any, data: bytes) -> None:
        written.append(path.name)
        storage.write_bytes(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(front_pages, "read_json", read_json)
        patched.setattr(front_pages, "write_bytes", write_bytes)
        make_newest(archive)
    return read, written


def test_a_night_reads_and_writes_as_much_after_three_years_as_after_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short = reads_and_writes(archive_of(tmp_path / "short", 200), monkeypatch)
    long = reads_and_writes(archive_of(tmp_path / "long", 1100), monkeypatch)
    assert long == short
    read, written = short
    assert len(read) < 150
    assert {"index.html", "search.html", "trends.html", "2026-03.js"} <= set(written)


def test_every_month_has_a_list_though_it_was_never_written(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, 200)
    assert len(archive.months_with_lists()) == 8
    for month in archive.months_with_lists():
        assert archive.shard_path(month).exists()


def test_a_summary_that_is_damaged_stops_no_night(tmp_path: Path) -> None:
    archive = archive_of(tmp_path, 20)
    Path(str(archive.summary_path("2026-03-12"))).write_text("{")
    Path(str(archive.figures_path("2026-03-12"))).write_text("[]")
    make_newest(archive)
    page = Path(str(archive.index_path())).read_text()
    assert "What is kept of its events cannot be read." in page
    assert "2026-03-11/index.html" in page
