"""Nothing false is said in a night whose answers are a third walls, cuts, errors and detours."""

from pathlib import Path

import pytest

from bias.records import Article, Gap, GapReason
from tests.end_to_end.hostile import EVERY, KINDS
from tests.end_to_end.hostile_night import HostileNight, each_its_outlet, run_hostile

NIGHTS = [*((start, True) for start in range(EVERY)), (1, False)]
"""From which article on every third is replaced, and whether the feeds give titles."""


@pytest.fixture(scope="module", params=NIGHTS, ids=["first", "second", "third", "untitled"])
def night(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> HostileNight:
    base: Path = tmp_path_factory.mktemp("hostile")
    start, titles = request.param
    return run_hostile(each_its_outlet(base / "folder"), base, start, titles=titles)[1]


def test_no_replaced_answer_is_trusted_and_none_is_lost(night: HostileNight) -> None:
    assert set(night.made.values()) <= set(KINDS)
    by_outlet = {row.outlet: row for row in night.rows}
    for line, kind in night.made.items():
        row = by_outlet[f"outlet-{line}"]
        assert isinstance(row, Gap) or not row.quality.trusted, (kind, row.title)
        assert _title(row) in ("", night.stories[line].title), kind


def _title(row: Article | Gap) -> str:
    return row.title if isinstance(row, Gap) else row.announced_title


def test_no_event_is_made_of_walls_or_of_two_happenings(night: HostileNight) -> None:
    assert night.events
    for event in night.events:
        assert len(night.true_events(event)) == 1


def test_only_outlets_of_which_all_was_read_and_foreign_published_nothing(
    night: HostileNight,
) -> None:
    unread = night.unread()
    for event in night.events:
        (happening,) = night.true_events(event)
        told = {f"outlet-{n}" for n, each in night.stories.items() if each.event == happening}
        silent = night.silent(event)
        assert silent.isdisjoint(told | unread)
        assert silent, "some outlets were read whole"


def test_what_is_unknown_is_said_with_its_reason(night: HostileNight) -> None:
    for event in night.events:
        for gap in event.gaps:
            if gap.reason is GapReason.UNKNOWN:
                assert "not known" in gap.detail
