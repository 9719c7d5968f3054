"""A night with a third of its answers replaced, and all that is then said of who told nothing.

    python -m tests.end_to_end.hostile_night DIR OUT

runs it over any coverage folder, keeps the results below OUT and prints every gap of every event,
to be read against what the folder holds.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from bias import pipeline
from bias.archive import Archive
from bias.config import Settings
from bias.demo.folder import BUNDLED, EDITION, read_folder
from bias.demo.newsroom import Newsroom, line_of
from bias.demo.replay import prepare_replay
from bias.demo.story import Story
from bias.records import Article, Event, Gap, GapReason
from tests.end_to_end.hostile import hide_titles, make_hostile


class HostileNight:
    """What was made of the night, beside what the folder holds."""

    def __init__(
        self, settings: Settings, stories: Mapping[int, Story], made: Mapping[int, str]
    ) -> None:
        self.archive = Archive(settings.archive, settings.reports)
        self.stories = stories
        self.made = made
        """What the replaced lines answered."""
        self.events = self.archive.read_events(EDITION)

    @cached_property
    def rows(self) -> list[Article | Gap]:
        """Every article and gap of the night."""
        return self.archive.read_night(EDITION)

    @cached_property
    def lines(self) -> dict[str, int]:
        """The line of every article by its id."""
        found = {row.id: line_of(row.url) for row in self.rows if isinstance(row, Article)}
        return {article: line for article, line in found.items() if line}

    def true_events(self, event: Event) -> set[str | None]:
        """Return the happenings of the folder whose articles an event holds."""
        return {self.stories[self.lines[article]].event for article in event.articles}

    def silent(self, event: Event) -> set[str]:
        """Return the outlets that are said to have published nothing on an event."""
        return {gap.outlet for gap in event.gaps if gap.reason is GapReason.NOT_PUBLISHED}

    def unread(self) -> set[str]:
        """Return the outlets of which something is missing or untrusted."""
        return {row.outlet for row in self.rows if isinstance(row, Gap) or not row.quality.trusted}


def run_hostile(
    folder: Path, base: Path, start: int = 0, *, titles: bool = True
) -> tuple[Settings, HostileNight]:
    """Run a hostile night as far as the events, with or without titles in the feeds."""
    stories = {story.line: story for story in read_folder(folder)[0]}
    with Newsroom(folder, EDITION, slow_seconds=0.1) as newsroom:
        made = make_hostile(newsroom, {line: newsroom.url_of(line) for line in stories}, start)
        if not titles:
            hide_titles(newsroom)
        settings = prepare_replay(base, folder, EDITION, newsroom).settings
        pipeline.fetch_all(settings, EDITION, pipeline.outlets_to_fetch(settings))
        pipeline.extract(settings, EDITION)
        pipeline.match(settings, EDITION)
    return settings, HostileNight(settings, stories, made)


def each_its_outlet(folder: Path) -> Path:
    """Write the bundled folder with an outlet for every line, and return where.

    So most outlets are read whole, and it shows whether those alone are called silent.
    """
    written = (BUNDLED / "coverage.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in written if line.strip()]
    lines = [
        json.dumps(row | {"outlet": f"Outlet {number}", "agency": False})
        for number, row in enumerate(rows, start=1)
    ]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "coverage.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def told_of(night: HostileNight) -> Iterator[str]:
    """Yield every gap of every event, and for every replaced line what became of it."""
    for row in night.rows:
        line = line_of(row.url) if row.url else None
        if line and line in night.made:
            reason = row.reason if isinstance(row, Gap) else row.quality.reason
            yield f"{line}\t{night.made[line]}\t{reason or 'TRUSTED'}\t{row.url}"
    for event in night.events:
        yield f"\n{event.title}\t{', '.join(event.outlets)}"
        for gap in event.gaps:
            yield "\t".join(["", gap.outlet, gap.reason, gap.title, gap.detail])


def main(folder: str, out: str) -> None:
    """Run the night with all its reports and print what is to be read."""
    settings, night = run_hostile(Path(folder), Path(out))
    pipeline.compare(settings, EDITION, [event.id for event in night.events])
    sys.stdout.write("\n".join([*told_of(night), ""]))


if __name__ == "__main__":
    main(*sys.argv[1:])
