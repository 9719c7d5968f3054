"""One night of the bundled newsroom, run once, and what it left behind, by line of the folder."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from bias import pipeline
from bias.archive import Archive
from bias.config import Settings
from bias.demo.folder import BUNDLED, EDITION
from bias.demo.newsroom import Newsroom, line_of
from bias.demo.replay import prepare_replay
from bias.records import (
    Article,
    Comparison,
    Gap,
    Part,
    PassageGroup,
    PassageRef,
    VoicedArticle,
    VoiceSpan,
)
from tests.demo.truth import read_truth
from tests.voiced import read_article

SLOW_SECONDS = 0.2


class Night:
    """The results of one edition, looked up by the lines that the truth speaks of."""

    def __init__(
        self, settings: Settings, newsroom: Newsroom, environment: Mapping[str, str]
    ) -> None:
        self.settings = settings
        self.environment = dict(environment)
        """The same settings as environment variables."""
        self.newsroom = newsroom
        self.asked: Counter[str] = newsroom.requests()
        """How often each path was asked for in the night."""
        self.archive = Archive(settings.archive, settings.reports)
        self.events = self.archive.read_events(EDITION)
        self.comparisons = [self.archive.read_comparison(EDITION, e.id) for e in self.events]

    @cached_property
    def rows(self) -> dict[int, Article | Gap]:
        """Every article and gap about one address, by line."""
        archive, found = self.archive, {}
        for outlet in archive.outlets_with_articles(EDITION):
            for row in archive.read_articles(EDITION, outlet):
                line = line_of(row.url)
                assert line is not None, row
                found[line] = row
        return found

    @cached_property
    def names(self) -> dict[str, str]:
        """Names of the outlets by id."""
        return {outlet.id: outlet.name for outlet in self.newsroom.outlets}

    def article(self, line: int) -> Article:
        """Return the article that a line became."""
        row = self.rows[line]
        assert isinstance(row, Article), row
        return row

    def line(self, article_id: str) -> int:
        """Return the line that became an article."""
        return next(n for n, row in self.rows.items() if getattr(row, "id", "") == article_id)

    def comparison(self, event: str) -> Comparison:
        """Return the comparison that holds the first trusted line of a planted event."""
        planted = next(each for each in read_truth().events if each.event == event)
        article = self.article(planted.trusted_lines[0])
        return next(c for c in self.comparisons if article.id in c.event.articles)

    def voiced(self, line: int) -> VoicedArticle:
        """Return the article of a line read sentence by sentence, as its event holds it."""
        article = self.article(line)
        for comparison in self.comparisons:
            for voiced in comparison.voiced:
                if voiced.article == article.id:
                    return voiced
        return read_article(article)

    def passage(self, line: int, substring: str, part: Part = Part.BODY) -> PassageRef:
        """Return the passage in which a substring begins."""
        article = self.article(line)
        start = article.part_text(part).index(substring)
        voiced = self.voiced(line)
        inside = (p for p in voiced.passages if p.part is part and p.start <= start < p.end)
        return PassageRef(article=article.id, index=next(inside).index)

    def groups(self, comparison: Comparison, passage: PassageRef) -> list[PassageGroup]:
        """Return the passage groups that hold a passage."""
        return [group for group in comparison.alignment.groups if passage in group.members]


def voices_at(voiced: VoicedArticle, part: Part, start: int, end: int) -> list[VoiceSpan]:
    """Return the spans of other voices that touch a stretch."""
    return [v for v in voiced.voices if v.part is part and v.start < end and start < v.end]


def run_night(base: Path) -> Iterator[Night]:
    """Replay the bundled newsroom and run every stage; the newsroom answers until the end."""
    with Newsroom(BUNDLED, EDITION, slow_seconds=SLOW_SECONDS) as newsroom:
        replay = prepare_replay(base, BUNDLED, EDITION, newsroom)
        run_stages(replay.settings)
        yield Night(replay.settings, newsroom, replay.environment)


def run_stages(settings: Settings) -> None:
    """Run every stage of the edition, as the command line and the DAG do."""
    pipeline.fetch_all(settings, EDITION, pipeline.outlets_to_fetch(settings))
    pipeline.extract(settings, EDITION)
    events = pipeline.match(settings, EDITION)
    pipeline.align(settings, EDITION, events)
    pipeline.score(settings, EDITION, events)
    pipeline.report(settings, EDITION, events)
    pipeline.index(settings, EDITION, events)
