"""The planted events are found, the look-alikes stay apart, and every hazard ends as it must."""

import pytest

from bias.demo.newsroom import line_of
from bias.records import Article, Gap, GapReason
from tests.demo.truth import Hazard, LookAlikes, TrueEvent, read_truth

from .night import Night

pytestmark = pytest.mark.xdist_group("newsroom")

TRUTH = read_truth()
BY_NAME = {event.event: event for event in TRUTH.events}


def hazard_id(hazard: Hazard) -> str:
    return f"{hazard.line}-{hazard.served}"


def test_every_line_of_the_folder_ends_as_an_article_or_a_named_gap(night: Night) -> None:
    lines = {line for event in TRUTH.events for line in event.lines} | set(TRUTH.single_outlet)
    assert set(night.rows) == lines
    assert all(row.detail for row in night.rows.values() if isinstance(row, Gap))


def test_there_are_as_many_events_as_planted(night: Night) -> None:
    assert len(night.comparisons) == len(TRUTH.events)


@pytest.mark.parametrize("planted", TRUTH.events, ids=lambda event: event.event)
def test_an_event_holds_what_was_planted_and_nothing_else(night: Night, planted: TrueEvent) -> None:
    comparison = night.comparison(planted.event)
    trusted = [article for article in comparison.articles if article.quality.trusted]
    assert sorted(line_of(article.url) or 0 for article in trusted) == list(planted.trusted_lines)
    held = {line_of(article.url) for article in comparison.articles}
    assert held <= set(planted.lines)


@pytest.mark.parametrize("pair", TRUTH.look_alikes, ids=lambda pair: "-".join(pair.events))
def test_look_alikes_stay_apart(night: Night, pair: LookAlikes) -> None:
    assert len({night.comparison(event).event.id for event in pair.events}) == len(pair.events)


@pytest.mark.parametrize("line", TRUTH.single_outlet)
def test_what_one_outlet_alone_tells_is_no_event(night: Night, line: int) -> None:
    article = night.article(line)
    assert article.quality.trusted
    assert not any(article.id in comparison.event.articles for comparison in night.comparisons)


@pytest.mark.parametrize("hazard", TRUTH.hazards, ids=hazard_id)
def test_a_hazard_ends_with_its_reason(night: Night, hazard: Hazard) -> None:
    row = night.rows[hazard.line]
    reason = row.reason if isinstance(row, Gap) else row.quality.reason
    assert reason is hazard.reason
    assert hazard.trusted is (isinstance(row, Article) and row.quality.trusted)


@pytest.mark.parametrize(
    "hazard", [h for h in TRUTH.hazards if h.reason and h.event], ids=hazard_id
)
def test_the_event_names_the_outlet_whose_article_is_missing(night: Night, hazard: Hazard) -> None:
    comparison = night.comparison(str(hazard.event))
    outlet = night.rows[hazard.line].outlet
    told = {article.outlet for article in comparison.articles if article.quality.trusted}
    reasons = {gap.reason for gap in comparison.event.gaps if gap.outlet == outlet}
    assert outlet in told or hazard.reason in reasons


def test_a_forbidden_address_is_never_asked_for(night: Night) -> None:
    forbidden = {h.line for h in TRUTH.hazards if h.reason is GapReason.FORBIDDEN}
    assert forbidden
    assert forbidden.isdisjoint(line_of(path) for path in night.asked)


def test_addresses_are_asked_for_once_but_for_one_that_heals(night: Night) -> None:
    often = {line_of(path): count for path, count in night.asked.items() if line_of(path)}
    (healing,) = (hazard.line for hazard in TRUTH.hazards if hazard.served == "heals")
    assert often.pop(healing) > 1
    assert set(often.values()) == {1}


def test_an_outlet_that_told_nothing_is_named_for_each_event(night: Night) -> None:
    rows = night.rows.values()
    unread = {row.outlet for row in rows if isinstance(row, Gap) or not row.quality.trusted}
    for name, planted in BY_NAME.items():
        told = {night.names[night.rows[line].outlet] for line in planted.lines}
        gaps = [gap for gap in night.comparison(name).event.gaps if not gap.url]
        assert {night.names[gap.outlet] for gap in gaps} == set(night.names.values()) - told
        for gap in gaps:
            known = GapReason.UNKNOWN if gap.outlet in unread else GapReason.NOT_PUBLISHED
            assert gap.reason is known
