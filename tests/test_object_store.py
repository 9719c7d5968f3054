"""Archive and reports in an object store: a real S3 API server on loopback, and how it fails."""

import errno
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import s3fs

from bias import pipeline
from bias.archive import Archive, open_archive
from bias.config import Settings
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.errors import BiasError, StorageError
from bias.storage import write_bytes
from tests.end_to_end.night import run_stages
from tests.end_to_end.small import declare, environment, write_folder
from tests.kept import is_alike
from tests.s3 import BUCKET, Storage

pytestmark = pytest.mark.xdist_group("object-store")

ROOT = f"s3://{BUCKET}"
EVENTS = f"/{BUCKET}/archive/events/{EDITION}.json"


@pytest.fixture(scope="module")
def storage() -> Iterator[Storage]:
    with Storage() as storage:
        yield storage


@pytest.fixture(autouse=True)
def _credentials(storage: Storage, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Point the client at the server, and begin each test with an empty bucket."""
    for name, value in storage.environment.items():
        monkeypatch.setenv(name, value)
    s3fs.S3FileSystem.clear_instance_cache()
    storage.empty()
    yield
    s3fs.S3FileSystem.clear_instance_cache()


@pytest.fixture
def archive() -> Archive:
    return Archive(f"{ROOT}/archive", f"{ROOT}/reports")


def settings_of(values: dict[str, str]) -> Settings:
    return Settings.model_validate({k.removeprefix("BIAS_").lower(): v for k, v in values.items()})


def in_folder(root: Path) -> dict[str, bytes]:
    files = {str(path.relative_to(root)): path for path in root.rglob("*") if path.is_file()}
    return {name: path.read_bytes() for name, path in files.items() if is_alike(name)}


def test_a_night_in_a_store_has_the_bytes_of_one_in_a_folder(
    storage: Storage, tmp_path: Path
) -> None:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as newsroom:
        values = environment(tmp_path / "kept", declare(newsroom, tmp_path / "outlets.toml"))
        run_stages(settings_of(values))
        roots = {"BIAS_ARCHIVE": f"{ROOT}/archive", "BIAS_REPORTS": f"{ROOT}/reports"}
        run_stages(settings_of(values | roots))
    stored = {name: data for name, data in storage.contents().items() if is_alike(name)}
    assert stored == in_folder(tmp_path / "kept")
    assert any(name.startswith(f"reports/{EDITION}/strike") for name in stored)


def test_old_pages_are_pruned_in_a_store(archive: Archive) -> None:
    for edition in ("2026-03-01", "2026-03-02", EDITION):
        for outlet in ("herald", "post"):
            write_bytes(archive.pages_path(edition, outlet), b"warc")
    settings = Settings(archive=str(archive.root), reports=str(archive.reports))
    assert pipeline.prune(settings, EDITION, 3) == ["2026-03-01", "2026-03-02"]
    assert open_archive(settings).editions_with_pages() == [EDITION]
    assert archive.outlets_with_pages(EDITION) == ["herald", "post"]


EXPIRED = ("400 Bad Request", "ExpiredToken")
DENIED = ("403 Forbidden", "AccessDenied")
FULL = ("507 Insufficient Storage", "QuotaExceeded")


@pytest.mark.parametrize(("status", "code"), [EXPIRED, DENIED, FULL])
def test_a_write_that_is_refused_is_one_line_and_leaves_nothing(
    storage: Storage, archive: Archive, status: str, code: str
) -> None:
    with storage.refuse("^PUT", status, code), pytest.raises(StorageError) as raised:
        archive.write_events(EDITION, [])
    told = str(raised.value)
    assert told.startswith(f"cannot write {ROOT}/archive/events/{EDITION}.json: ")
    assert "\n" not in told
    assert "credentials" in told
    assert storage.contents() == {}
    archive.write_events(EDITION, [])
    assert archive.read_events(EDITION) == []


@pytest.mark.parametrize(("status", "code"), [EXPIRED, DENIED])
def test_what_cannot_be_read_or_listed_is_one_line(
    storage: Storage, archive: Archive, status: str, code: str
) -> None:
    archive.write_events(EDITION, [])
    with storage.refuse("^(GET|HEAD)", status, code):
        with pytest.raises(StorageError, match=r"cannot re\w+ s3://.*credentials"):
            archive.read_events(EDITION)
        with pytest.raises(StorageError, match=r"cannot reach s3://.*credentials"):
            archive.editions()


def test_an_upload_that_the_store_breaks_off_is_tried_again(
    storage: Storage, archive: Archive
) -> None:
    with storage.refuse("^PUT", "500 Internal Server Error", "InternalError", times=2):
        archive.write_events(EDITION, [])
    assert archive.read_events(EDITION) == []


def test_an_upload_that_takes_its_time_arrives_whole(storage: Storage, archive: Archive) -> None:
    with storage.hold(EVENTS) as held:
        writer = threading.Thread(target=archive.write_events, args=(EDITION, []))
        writer.start()
        assert held.came.wait(60)
        assert storage.contents() == {}
        held.released.set()
        writer.join()
    assert archive.read_events(EDITION) == []


def test_without_credentials_a_command_says_so_in_one_line(
    storage: Storage, tmp_path: Path
) -> None:
    values = storage.environment | {"HOME": str(tmp_path), "AWS_EC2_METADATA_DISABLED": "true"}
    values = {name: value for name, value in values.items() if "KEY" not in name}
    roots = {"BIAS_ARCHIVE": f"{ROOT}/archive", "BIAS_REPORTS": f"{ROOT}/reports"}
    done = subprocess.run(
        [sys.executable, "-m", "bias.cli", "report", EDITION],
        env={"PATH": os.environ["PATH"]} | values | roots,
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "credentials" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_night_that_broke_off_at_a_full_disk_in_every_stage_is_healed_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Newsroom(write_folder(tmp_path / "folder"), EDITION) as newsroom:
        outlets = declare(newsroom, tmp_path / "outlets.toml")
        whole, broken = (
            settings_of(environment(tmp_path / name, outlets)) for name in ("whole", "broken")
        )
        run_stages(whole)
        for stage in ("pages", "articles", "events", "alignments", "comparisons", "reports"):
            with monkeypatch.context() as patched:
                patched.setattr(Path, "replace", full_disk_below(f"/{stage}/"))
                with pytest.raises(BiasError, match="No space left on device"):
                    run_stages(broken)
            assert not visible(tmp_path / "broken", stage)
        run_stages(broken)
    assert in_folder(tmp_path / "broken") == in_folder(tmp_path / "whole")


def visible(root: Path, folder: str) -> list[Path]:
    """Return the files below folders of a name, without those that are still written."""
    found = (path for path in root.rglob(f"{folder}/**/*") if path.is_file())
    return [path for path in found if not path.name.startswith(".")]


def full_disk_below(folder: str) -> Callable[[Path, Path], Path]:
    """Return a ``Path.replace``, by which a file appears, that finds no room below a folder."""
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if folder in str(target):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return replace(path, target)

    return full
