"""Two events of the bundled newsroom as a night reports them, at addresses that are no machine's.

The newsroom's pages are read without a server, so that the same bytes come out on every machine.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from zoneinfo import ZoneInfo

from bias import pipeline
from bias.archive import Archive
from bias.articles.guarded import extract_safely
from bias.config import Settings
from bias.coverage.outlets import format_outlets
from bias.demo.folder import BUNDLED, EDITION, read_folder
from bias.demo.newsroom import RUN_AT
from bias.demo.night import publication_times
from bias.demo.routes import HEALS_AFTER, answer, build_routes
from bias.demo.sites import Site, declared_outlet, plan_sites
from bias.records import Page
from bias.storage import write_lines

EVENTS = ("barracks-night", "harn-statue")
ADDRESS = "https://newsroom.example"
ZONE = "Europe/London"


def sample() -> dict[str, bytes]:
    """Return every file of the sample by its path below ``docs/sample``."""
    with TemporaryDirectory() as folder:
        base = Path(folder)
        # No setting of the environment takes part.
        settings = Settings.model_construct(
            archive=str(base / "archive"),
            reports=str(base / "reports"),
            outlets=base / "outlets.toml",
            timezone=ZONE,
            now=_starts(),
        )
        _make(settings, base / "outlets.toml")
        reports = base / "reports"
        files = sorted(path for path in reports.rglob("*") if path.is_file())
        return {path.relative_to(reports).as_posix(): path.read_bytes() for path in files}


def _make(settings: Settings, outlets: Path) -> None:
    sites = _sites()
    outlets.write_text(
        format_outlets([declared_outlet(site, ADDRESS) for site in sites]), encoding="utf-8"
    )
    archive = Archive(settings.archive, settings.reports)
    for site in sites:
        rows = [extract_safely(page, settings) for page in _pages(site)]
        write_lines(archive.articles_path(EDITION, site.id), rows)
    # Rules alone join here, whether or not the extra model is installed.
    with patch("bias.pipeline.comparing.load_model", return_value=None):
        pipeline.compare(settings, EDITION, pipeline.match(settings, EDITION))


def _sites() -> list[Site]:
    stories = [story for story in read_folder(BUNDLED)[0] if story.event in EVENTS]
    times = publication_times(stories, date.fromisoformat(EDITION), ZoneInfo(ZONE))
    return list(plan_sites(stories, times, BUNDLED))


def _pages(site: Site) -> Iterator[Page]:
    routes = build_routes([site], ADDRESS, _starts(), "")
    for item in site.items:
        answered = answer(routes, item.path, HEALS_AFTER + 1)
        yield Page(
            outlet=site.id,
            url=ADDRESS + item.path,
            final_url=ADDRESS + item.path,
            status=answered.status,
            content_type=answered.content_type,
            fetched_at=_starts().isoformat(),
            body=answered.body,
            title=item.title,
            published=item.published.astimezone(ZoneInfo("UTC")).isoformat(),
        )


def _starts() -> datetime:
    return datetime.combine(date.fromisoformat(EDITION), RUN_AT, ZoneInfo(ZONE))
