"""A night run again, killed and run again, or rebuilt, ends with the same bytes."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from bias import pipeline
from bias.demo.folder import BUNDLED, EDITION
from bias.demo.newsroom import Newsroom

from .night import Night, run_stages
from .small import environment

pytestmark = pytest.mark.xdist_group("newsroom")

FERRIES = (13, 17, 18, 20, 21, 25, 26, 28)
DONE_WITH_GAPS = 3
KILLED = -signal.SIGKILL


def contents(root: Path) -> dict[str, str]:
    """Return the digest of every file below a folder but measures and the queues at hosts."""
    return {
        path.relative_to(root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(root.rglob("*"))
        if path.is_file() and not {"measured", ".hosts"} & set(path.relative_to(root).parts)
    }


def times(root: Path) -> dict[str, int]:
    """Return when each file was last written."""
    return {str(path): path.stat().st_mtime_ns for path in root.rglob("*") if path.is_file()}


def test_a_second_run_touches_no_file_and_asks_for_no_page(night: Night) -> None:
    roots = [Path(night.settings.archive), Path(night.settings.reports)]
    before = [(contents(root), times(root)) for root in roots]
    asked = night.newsroom.requests()
    run_stages(night.settings)
    assert [(contents(root), times(root)) for root in roots] == before
    assert night.newsroom.requests() == asked


def test_a_night_is_rebuilt_from_its_pages_alone(night: Night, tmp_path: Path) -> None:
    shutil.copytree(Path(night.settings.archive) / "pages", tmp_path / "archive" / "pages")
    places = {"archive": str(tmp_path / "archive"), "reports": str(tmp_path / "reports")}
    settings = night.settings.model_copy(update=places)
    pipeline.extract(settings, EDITION)
    pipeline.rebuild(settings, EDITION)
    assert contents(tmp_path / "reports") == contents(Path(night.settings.reports))
    kept = contents(Path(night.settings.archive))
    assert contents(tmp_path / "archive").items() <= kept.items()


# ---------------------------------------------------------------- killed


@pytest.fixture(scope="module")
def ferries(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """Two events of the bundled newsroom, so that a night takes seconds."""
    folder = tmp_path_factory.mktemp("ferries")
    lines = (BUNDLED / "coverage.jsonl").read_text(encoding="utf-8").splitlines()
    text = "\n".join(lines[number - 1] for number in FERRIES)
    (folder / "coverage.jsonl").write_text(text, encoding="utf-8")
    with Newsroom(folder, EDITION, slow_seconds=0.1) as newsroom:
        newsroom.write_outlets(folder / "outlets.toml")
        yield newsroom


def nightly(settings: Mapping[str, str], stop: Callable[[], bool] = lambda: False) -> int:
    """Run the command in a process of its own, kill it as soon as ``stop`` says so."""
    command = [sys.executable, "-m", "bias.cli", "nightly", "--edition", EDITION]
    with subprocess.Popen(
        command,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        while process.poll() is None and not stop():
            time.sleep(0.002)
        process.kill()
    return process.returncode


def appears(root: Path, pattern: str) -> Callable[[], bool]:
    return lambda: any(root.glob(pattern))


MOMENTS = (
    "archive/pages/*/.*.part",
    "archive/pages/*/*.warc.gz",
    "archive/alignments/*/*.json",
    "reports/*/*.html",
)


def killed_at_each_moment(root: Path, outlets: Path) -> bool:
    """Begin a night from nothing and kill it at each moment; tells whether none came too late."""
    shutil.rmtree(root, ignore_errors=True)
    for moment in MOMENTS:
        code = nightly(environment(root, outlets), appears(root, moment))
        if code != KILLED or (root / "reports" / "index.html").exists():
            return False
    return True


def test_a_night_killed_again_and_again_ends_as_if_never_disturbed(
    ferries: Newsroom, tmp_path: Path
) -> None:
    outlets = tmp_path / "outlets.toml"
    ferries.write_outlets(outlets)
    calm, killed = tmp_path / "calm", tmp_path / "killed"
    assert nightly(environment(calm, outlets)) == DONE_WITH_GAPS
    # On a busy machine a night may end before it is seen at a moment: then all of it begins anew.
    assert any(killed_at_each_moment(killed, outlets) for _ in range(3))
    assert nightly(environment(killed, outlets)) == DONE_WITH_GAPS
    assert contents(killed) == contents(calm)
    assert len(contents(calm)) > 20
