"""No reason for a gap lets an outlet be called silent, whatever the title of what is missing."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from msgspec.structs import replace

from bias import pipeline
from bias.archive import Archive
from bias.articles import guarded
from bias.articles.extract import extract_item
from bias.config import Settings
from bias.coverage.times import Window
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.demo.replay import prepare_replay
from bias.events.fitting import name_stems
from bias.records import Article, Gap, GapReason, Page
from bias.records.gaps import NOT_THE_ARTICLE
from tests.end_to_end import reasons
from tests.end_to_end.reasons import FOREIGN, MATCHING, OF_AN_ARTICLE, OF_AN_OUTLET, QUIET
from tests.end_to_end.small import write_folder

OF_ANOTHER_TIME = reasons.outlet(GapReason.OUTSIDE_WINDOW, "foreign")


class Told:
    """The one event of the night: its gap by the outlet's name, and its page."""

    def __init__(self, archive: Archive, names: dict[str, str]) -> None:
        (event,) = (e for e in archive.read_events(EDITION) if "the-harbour-herald" in e.outlets)
        self.gaps = {names[gap.outlet]: gap for gap in event.gaps}
        self.html = archive.report_path(EDITION, event.id, "html").read_text()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    base = tmp_path_factory.mktemp("reasons")
    written = reasons.lines()
    folder = write_folder(base / "folder", *written)
    with Newsroom(folder, EDITION) as newsroom, pytest.MonkeyPatch.context() as patch:
        reasons.spoil(newsroom, written)
        settings = prepare_replay(base, folder, EDITION, newsroom).settings
        patch.setattr(guarded, "extract_item", _read)
        _run(settings)
        names = {each.id: each.name for each in newsroom.outlets}
        yield Told(Archive(settings.archive, settings.reports), names)


def _read(item: Page | Gap, settings: Settings, window: Window | None) -> Article | Gap:
    """Read a page, or do with it what no page of the newsroom brings about by itself."""
    if item.outlet.startswith("failed"):
        message = "this page fails"
        raise LookupError(message)
    if item.outlet.startswith("outside-window"):
        window = Window(
            start=datetime(2020, 1, 1, tzinfo=UTC), end=datetime(2020, 1, 2, tzinfo=UTC)
        )
    found = extract_item(item, settings, window)
    if item.outlet.startswith("doubtful") and isinstance(found, Article):
        doubt = {"trusted": False, "reason": GapReason.DOUBTFUL, "detail": "The texts differ."}
        return replace(found, quality=replace(found.quality, doubtful=True, **doubt))
    return found


def _run(settings: Settings) -> None:
    archive = Archive(settings.archive, settings.reports)
    ids = pipeline.outlets_to_fetch(settings)
    pipeline.fetch_all(settings, EDITION, [each for each in ids if each != "not-asked"])
    archive.pages_path(EDITION, "not-read").write_bytes(b"no archive")
    pipeline.extract(settings, EDITION)
    pipeline.compare(settings, EDITION, pipeline.match(settings, EDITION))


def test_every_reason_is_tried() -> None:
    not_of_a_page = {GapReason.NOT_PUBLISHED, GapReason.UNKNOWN, GapReason.OUTSIDE_WINDOW}
    not_of_a_page.add(GapReason.OTHER_LANGUAGE)  # of a night's events: tests/events
    assert {*OF_AN_ARTICLE, *OF_AN_OUTLET} | not_of_a_page == set(GapReason)
    (matching,), (foreign,) = name_stems("", MATCHING), name_stems("", FOREIGN)
    assert matching.isdisjoint(foreign)


@pytest.mark.parametrize("reason", OF_AN_ARTICLE)
def test_a_matching_title_gives_the_reason(told: Told, reason: GapReason) -> None:
    gap = told.gaps[reasons.outlet(reason, "matching")]
    # What kind of wall it is may be told in several ways, if only it is told for another page.
    known = NOT_THE_ARTICLE if reason in NOT_THE_ARTICLE else {reason}
    assert gap.reason in known
    assert gap.title == MATCHING
    assert gap.url


@pytest.mark.parametrize("reason", OF_AN_ARTICLE)
def test_a_foreign_title_leaves_it_unknown(told: Told, reason: GapReason) -> None:
    gap = told.gaps[reasons.outlet(reason, "foreign")]
    assert (gap.reason, gap.url) == (GapReason.UNKNOWN, "")
    assert gap.detail.startswith("The only article it announced could not be read or trusted (1 ")
    assert gap.detail.endswith("whether it tells this is not known.")


@pytest.mark.parametrize("reason", OF_AN_OUTLET)
def test_what_is_not_known_of_an_outlet_is_said(told: Told, reason: GapReason) -> None:
    assert told.gaps[reasons.outlet(reason)].reason is reason


def test_an_article_of_another_time_is_named_where_its_title_fits(told: Told) -> None:
    gap = told.gaps[reasons.outlet(GapReason.OUTSIDE_WINDOW, "matching")]
    assert (gap.reason, gap.title) == (GapReason.OUTSIDE_WINDOW, MATCHING)


def test_only_outlets_that_were_read_whole_published_nothing(told: Told) -> None:
    silent = {name for name, gap in told.gaps.items() if gap.reason is GapReason.NOT_PUBLISHED}
    assert silent == {QUIET, OF_ANOTHER_TIME}
    assert told.gaps[OF_ANOTHER_TIME].detail == (
        f"The feeds of {OF_ANOTHER_TIME} were read whole and announced no article for this edition."
    )
    assert told.gaps[QUIET].detail == (
        f"The feeds of {QUIET} and all that they announced were read (1 article); "
        "none was found to be on this event."
    )


def test_the_page_says_so_of_these_alone(told: Told) -> None:
    table = told.html[told.html.index('<table class="gaps">') :]
    assert table.count("<b>Nothing published.</b>") == 2
    assert len(re.findall(r"<b>Not known\.</b>", table)) == len(OF_AN_ARTICLE)
    assert "carried nothing" not in told.html
