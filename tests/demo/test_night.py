from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.demo.night import publication_times
from bias.demo.story import Story

LONDON = ZoneInfo("Europe/London")


def stories(*published: str | None) -> list[Story]:
    return [
        Story(outlet="A", title="T", paragraphs=(), line=line, published=time)
        for line, time in enumerate(published, start=1)
    ]


def test_original_order_is_kept_and_the_unknown_come_last() -> None:
    times = publication_times(
        stories("2019-05-01", None, "2010-01-01T12:00:00Z", "2010-01-01T12:00:00+02:00"),
        date(2026, 3, 14),
        LONDON,
    )
    assert sorted(times, key=lambda line: times[line]) == [4, 3, 1, 2]


@pytest.mark.parametrize("zone", ["Europe/London", "America/Caracas", "Asia/Kathmandu"])
def test_everything_appears_between_five_and_two_of_that_night(zone: str) -> None:
    times = publication_times(stories(*[None] * 40), date(2026, 3, 14), ZoneInfo(zone))
    opens = datetime(2026, 3, 13, 17, tzinfo=ZoneInfo(zone))
    closes = datetime(2026, 3, 14, 2, tzinfo=ZoneInfo(zone))
    assert all(opens < time < closes for time in times.values())
    assert all(time.utcoffset() == opens.utcoffset() for time in times.values())


def test_spread_evenly() -> None:
    times = list(publication_times(stories(*[None] * 9), date(2026, 3, 14), LONDON).values())
    assert {b - a for a, b in zip(times, times[1:], strict=False)} == {timedelta(hours=1)}


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 60))
def test_any_night_holds_any_number_even_when_clocks_change(day: date, count: int) -> None:
    times = publication_times(stories(*[None] * count), day, LONDON)
    starts = datetime(day.year, day.month, day.day, 2, 30, tzinfo=LONDON).astimezone(UTC)
    assert len(times) == count
    assert all(timedelta() < starts - time < timedelta(hours=11) for time in times.values())
