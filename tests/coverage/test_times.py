from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bias.coverage.times import Window, edition_window, read_time, utc_text
from bias.errors import UsageError
from tests.coverage.conftest import MakeSettings


def test_the_window_reaches_back_from_the_night_and_on_to_the_end_of_the_day(
    make_settings: MakeSettings,
) -> None:
    window = edition_window("2026-01-14", make_settings(timezone="UTC", window_hours=36))
    assert utc_text(window.start) == "2026-01-12T14:30:00Z"
    assert utc_text(window.end) == "2026-01-15T00:00:00Z"


def test_the_window_follows_the_time_zone(make_settings: MakeSettings) -> None:
    window = edition_window("2026-01-14", make_settings(timezone="Asia/Tokyo", window_hours=24))
    assert utc_text(window.start) == "2026-01-12T17:30:00Z"
    assert utc_text(window.end) == "2026-01-14T15:00:00Z"


@pytest.mark.parametrize(
    ("edition", "start", "end"),
    [
        # Clocks in London go forward at 01:00 on 29 March and back on 25 October.
        ("2026-03-29", "2026-03-29T00:30:00Z", "2026-03-29T23:00:00Z"),
        ("2026-10-25", "2026-10-25T01:30:00Z", "2026-10-26T00:00:00Z"),
    ],
)
def test_the_window_survives_a_change_of_clocks(
    make_settings: MakeSettings, edition: str, start: str, end: str
) -> None:
    window = edition_window(edition, make_settings(window_hours=1))
    assert utc_text(window.start) == start
    assert utc_text(window.end) == end


@pytest.mark.parametrize(
    "edition", ["", "today", "2026-3-4", "20260304", "2026-02-30", "9999-12-31", "2026-03-14 "]
)
def test_what_is_no_date_is_no_edition(make_settings: MakeSettings, edition: str) -> None:
    with pytest.raises(UsageError, match="is no edition; write a date like"):
        edition_window(edition, make_settings(timezone="UTC"))


def test_a_window_holds_its_start_but_not_its_end() -> None:
    window = Window(start=datetime(2026, 3, 13, tzinfo=UTC), end=datetime(2026, 3, 14, tzinfo=UTC))
    assert window.holds("2026-03-13T00:00:00Z")
    assert window.holds("2026-03-13T23:59:59Z")
    assert not window.holds("2026-03-14T00:00:00Z")
    assert not window.holds("2026-03-12T23:59:59Z")
    assert window.holds(None)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (" 2026-03-14T02:30:00Z\n", "2026-03-14T02:30:00Z"),
        ("2026-03-14T02:30-05:00", "2026-03-14T07:30:00Z"),
        ("2026-03-14T02:30:00.123+00:00", "2026-03-14T02:30:00Z"),
        ("2026-03-14 02:30:00", "2026-03-14T02:30:00Z"),
        ("2026-03-14", "2026-03-14T12:00:00Z"),
        ("", None),
        ("soon", None),
        ("2026-13-45", None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_moments_of_sitemaps(text: str, read: str | None) -> None:
    assert read_time(text) == read


@given(
    st.datetimes(min_value=datetime(1, 1, 3), max_value=datetime(9999, 12, 29)),
    st.integers(-14, 14),
)
def test_any_moment_reads_back_and_sorts_as_text(moment: datetime, hours: int) -> None:
    aware = moment.replace(tzinfo=UTC)
    text = utc_text(aware)
    assert read_time(text) == text
    later = utc_text(aware + timedelta(hours=abs(hours)))
    assert later >= text


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Fri, 13 Mar 2026 09:10:00 BST", "2026-03-13T08:10:00Z"),
        ("Fri, 13 Mar 2026 09:10:00 CET", "2026-03-13T08:10:00Z"),
        ("Fri, 13 Mar 2026 09:10:00 CEST", "2026-03-13T07:10:00Z"),
        ("Fri, 13 Mar 2026 09:10:00 IST", "2026-03-13T03:40:00Z"),
        ("Fri, 13 Mar 2026 09:10:00 AEST", "2026-03-12T23:10:00Z"),
        ("Fri, 13 Mar 2026 09:10:00 AEDT", "2026-03-12T22:10:00Z"),
        ("Fri, 13 Mar 2026 09:10:00 EST", "2026-03-13T14:10:00Z"),
        ("13 Mar 2026 09:10 GMT+2", "2026-03-13T07:10:00Z"),
        ("2026-03-13 09:10:00 NZDT", "2026-03-12T20:10:00Z"),
        ("2026-03-13 09:10:00 ET", "2026-03-13T13:10:00Z"),
        ("2026-01-13 09:10:00 ET", "2026-01-13T14:10:00Z"),
        ("2026-03-13T9:10:00Z", "2026-03-13T09:10:00Z"),
        ("March 13, 2026 9:10 pm EDT", "2026-03-14T01:10:00Z"),
        ("Fri, 13 Mar 2026 23:59:60 GMT", "2026-03-14T00:00:00Z"),
        ("Fri, 31 Feb 2026 09:10:00 GMT", None),
        ("2026-03-13T09:10:00+99:00", None),
        ("9" * 5000 + ":10:00", None),
        ("2019-05", "2019-05"),
        ("2019", "2019"),
        ("2019-13", None),
    ],
)
def test_moments_of_feeds_with_the_names_of_zones(text: str, read: str | None) -> None:
    assert read_time(text) == read


@given(st.text(alphabet="0123456789-:+TZ. aepmSDBUTC(),", max_size=40))
def test_any_text_is_a_moment_a_period_or_none(text: str) -> None:
    found = read_time(text)
    assert found is None or read_time(found) == found


def test_a_year_or_month_is_held_when_a_part_of_it_lies_inside() -> None:
    window = Window(
        start=datetime(2026, 3, 31, tzinfo=UTC), end=datetime(2026, 4, 1, 12, tzinfo=UTC)
    )
    assert [
        each
        for each in ("2026", "2026-03", "2026-04", "2026-05", "2019-05", "2019")
        if window.holds(each)
    ] == ["2026", "2026-03", "2026-04"]
