"""Where the demo keeps its results, and the settings that point the pipeline at the newsroom."""

import hashlib
import shutil
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec

from bias.archive import is_edition
from bias.config import Settings
from bias.demo.folder import BUNDLED, coverage_file, read_folder
from bias.demo.newsroom import RUN_AT, Newsroom
from bias.records import Record
from bias.text import slug

_SETTINGS = "settings.json"
"""Where a demo keeps its settings, beside its results."""


class Replay(Record, frozen=True, kw_only=True):
    """A night of the demo: its settings, and the same as environment variables."""

    settings: Settings
    environment: Mapping[str, str]


def prepare_replay(base: Path, folder: Path, edition: str, newsroom: Newsroom) -> Replay:
    """Make room for the results below ``base`` and return the settings to run with.

    Results of an older version of the same folder, or of the same newsroom at another port, are
    the demo's own and are removed; those of the same folder are kept, as any night's are.
    """
    is_bundled = folder.resolve() == BUNDLED.resolve()
    name = "demo" if is_bundled else f"demo-{slug(folder.resolve().name) or 'folder'}"
    archive, reports = base / "archive" / name, base / "reports" / name
    mark = f"{_digest(folder)} {newsroom.address}\n"
    marker = archive / "coverage.sha256"
    if archive.exists() and (not marker.exists() or marker.read_text() != mark):
        shutil.rmtree(archive)
        shutil.rmtree(reports, ignore_errors=True)
    archive.mkdir(parents=True, exist_ok=True)
    marker.write_text(mark)
    newsroom.write_outlets(archive / "outlets.toml", overwrite=True)
    environment = {
        "BIAS_ARCHIVE": str(archive),
        "BIAS_REPORTS": str(reports),
        "BIAS_OUTLETS": str(archive / "outlets.toml"),
        "BIAS_ALLOW_PRIVATE_HOSTS": "true",
        "BIAS_DELAY_SECONDS": "0",
        "BIAS_NOW": _moment(edition, newsroom.timezone),
        "BIAS_TIMEZONE": newsroom.timezone,
    }
    (archive / _SETTINGS).write_bytes(msgspec.json.encode(environment))
    return Replay(settings=_settings(environment), environment=environment)


def kept_replay(base: Path, edition: str) -> Settings | None:
    """Return the settings of a demo below ``base`` that made an edition, ``None`` without one."""
    for events in sorted(base.glob(f"archive/demo*/events/{edition}.json")):
        file = events.parents[1] / _SETTINGS
        if file.exists():
            return _settings(msgspec.json.decode(file.read_bytes(), type=dict[str, str]))
    return None


def newest_replayed(base: Path) -> str:
    """Return the newest edition that a demo below ``base`` made, empty without one."""
    kept = {path.stem for path in base.glob("archive/demo*/events/*.json")}
    return max((name for name in kept if is_edition(name)), default="")


def _moment(edition: str, timezone: str) -> str:
    day = datetime.fromisoformat(edition)
    return datetime.combine(day, RUN_AT, ZoneInfo(timezone)).isoformat()


def _settings(environment: Mapping[str, str]) -> Settings:
    values = {name.removeprefix("BIAS_").lower(): value for name, value in environment.items()}
    return Settings.model_validate(values)


def _digest(folder: Path) -> str:
    """Return a digest of the coverage file and of the saved pages that its lines name."""
    stories, _ = read_folder(folder)
    pages = sorted({folder / story.html for story in stories if story.html})
    digest = hashlib.sha256()
    for path in (coverage_file(folder), *pages):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
