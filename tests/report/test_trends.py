"""Outlets over weeks: what is known by construction is found, and the sides can change places."""

from typing import Any, cast

import msgspec
import pytest
from lxml import html
from lxml.html import HtmlElement

from bias.records import Comparison, LeftOut, Outlet, Voice
from bias.report.render_nights import render_trends
from bias.report.trends.figures import NightFigures, night_figures
from bias.report.trends.tables import LEAST_EVENTS, Figure, Trends, WeekRow, trends, wilson
from bias.report.views.trends import trends_view

from . import invented
from .invented import HOSTILE
from .invented_nights import OUTLETS
from .invented_weeks import LATER, MADE, swapped, weeks

replace: Any = msgspec.structs.replace

QUARTER = weeks(6)
FOUND = trends(QUARTER)


def whole(found: Trends, outlet: str) -> WeekRow:
    return next(row for row in found.whole if row.outlet == outlet)


def page(found: Trends, outlets: tuple[Outlet, ...] = OUTLETS) -> HtmlElement:
    made = render_trends(trends_view(found, outlets)).decode()
    return cast("HtmlElement", html.document_fromstring(made))


# ---------------------------------------------------------------- rates


def test_a_rate_is_loaded_words_by_own_words() -> None:
    row = whole(FOUND, "freepost")
    assert row.rate.value == round(1000 * row.findings / row.words, 3)
    assert row.rate.low is not None
    assert row.rate.high is not None
    assert row.rate.low < row.rate.value < row.rate.high


def test_the_choice_of_stories_does_not_decide() -> None:
    lantern, herald = whole(FOUND, "lantern"), whole(FOUND, "herald")
    assert lantern.rate.value and herald.rate.value
    assert lantern.rate.value > 1.4 * herald.rate.value
    assert lantern.ratio.value == pytest.approx(herald.ratio.value, abs=0.03)


def test_twice_the_words_on_the_same_events_are_twice_the_rate() -> None:
    pair = [
        replace(
            night, told=tuple(row for row in night.told if row.outlet in ("herald", "freepost"))
        )
        for night in QUARTER[::2]
    ]
    found = trends(pair)
    assert whole(found, "freepost").ratio == Figure(value=2.0, low=2.0, high=2.0)
    assert whole(found, "herald").ratio == Figure(value=0.5, low=0.5, high=0.5)


def test_outlets_that_change_places_change_figures() -> None:
    mirrored = trends([swapped(night, "herald", "freepost") for night in QUARTER])
    names = {"herald": "freepost", "freepost": "herald"}
    for table in ("weeks", "whole", "categories", "words", "coverage"):
        rows = getattr(mirrored, table)
        back = {replace(row, outlet=names.get(row.outlet, row.outlet)) for row in rows}
        assert back == set(getattr(FOUND, table))


def test_the_same_nights_in_any_order_give_the_same_tables() -> None:
    assert trends(reversed(QUARTER)) == FOUND


def test_an_outlet_without_a_loaded_word_has_a_rate_and_no_interval() -> None:
    quiet = [
        replace(night, told=tuple(
            replace(row, findings=0) if row.outlet == "radio" else row for row in night.told
        ))
        for night in QUARTER
    ]  # fmt: skip
    assert whole(trends(quiet), "radio").rate == Figure(value=0.0)


# ---------------------------------------------------------------- too little


def test_too_little_gives_counts_and_no_rate() -> None:
    found = trends(QUARTER[:1])
    assert {row.rate for row in found.whole} == {Figure()}
    assert min(row.findings for row in found.whole) > 0
    shown = page(found)
    assert "There is too little yet" in shown.text_content()
    assert shown.xpath("//svg") == []


def test_as_many_events_as_are_asked_are_enough_and_one_less_is_not() -> None:
    told = [row for night in QUARTER[:3] for row in night.told if row.outlet == "herald"]
    for size, known in ((LEAST_EVENTS, True), (LEAST_EVENTS - 1, False)):
        rows = tuple(replace(row, event=f"e{i}", words=900) for i, row in enumerate(told[:size]))
        found = trends([NightFigures(edition="2026-03-14", told=rows)])
        assert (whole(found, "herald").rate.value is not None) == known


def test_who_tells_alone_is_set_against_nobody() -> None:
    alone = [
        replace(night, told=tuple(row for row in night.told if row.outlet == "herald"))
        for night in QUARTER
    ]
    row = whole(trends(alone), "herald")
    assert (row.matched, row.ratio) == (0, Figure())


def test_without_a_night_there_is_nothing_to_show() -> None:
    found = trends([])
    assert (found.first, found.weeks, found.coverage) == ("", (), ())
    assert trends([NightFigures(edition="2026-03-14")]).coverage == ()


# ---------------------------------------------------------------- word lists and models


def test_what_different_word_lists_made_is_never_added_up() -> None:
    change = QUARTER[17].edition
    found = trends(weeks(6, change=change))
    assert (found.made, found.since) == ((MADE, LATER), change)
    assert whole(found, "herald").events == 4 * len(QUARTER[17:])
    split = [row for row in found.weeks if row.outlet == "herald"]
    assert len(split) == len({row.week for row in split}) + 1
    shown = page(found)
    assert "lines break at the dashed mark" in shown.text_content()
    dashed = len(cast("list[object]", shown.xpath("//*[@stroke-dasharray]")))
    assert dashed == 2 * len(OUTLETS)
    assert cast("list[object]", page(FOUND).xpath("//*[@stroke-dasharray]")) == []


# ---------------------------------------------------------------- words, categories, coverage


def test_who_wrote_a_word_and_of_whom() -> None:
    rows = {row.outlet: row for row in FOUND.words if row.word == "regime"}
    assert rows["herald"].whom == (("Ostvik", 168),)
    assert rows["radio"].whom == (("Valdor", 168),)
    words = page(FOUND).get_element_by_id("words").text_content()
    assert "Ostvik" in words
    assert "Valdor" in words


def test_a_category_counts_those_who_wrote_none_of_it() -> None:
    only = [replace(n, categories=tuple(c for c in n.categories if c.outlet == "radio"))
            for n in QUARTER]  # fmt: skip
    rows = {row.outlet: row for row in trends(only).categories}
    assert rows["herald"].findings == 0
    assert rows["herald"].rate == Figure(value=0.0)
    assert rows["radio"].findings > 0


def test_coverage_is_a_share_of_the_nights_on_which_something_was_read() -> None:
    rows = {row.outlet: row for row in FOUND.coverage}
    assert (rows["herald"].told, rows["herald"].events) == (168, 168)
    assert (rows["lantern"].told, rows["lantern"].events) == (84, 168)
    assert (rows["coast"].alone, rows["coast"].articles, rows["coast"].told) == (42, 42, 0)
    half = [replace(n, alone=()) for n in QUARTER[:21]] + list(QUARTER[21:])
    assert {row.outlet: row.events for row in trends(half).coverage}["coast"] == 84


def test_a_share_of_nothing_is_not_known() -> None:
    assert wilson(0, 0) == Figure()
    none = wilson(0, 20)
    assert (none.value, none.low) == (0.0, 0.0)
    assert none.high == pytest.approx(0.161, abs=0.001)


# ---------------------------------------------------------------- the page


def test_a_hostile_outlet_is_text() -> None:
    bad = [swapped(night, "radio", HOSTILE) for night in QUARTER]
    made = render_trends(trends_view(trends(bad), OUTLETS))
    assert HOSTILE.encode() not in made
    assert b"<script" not in made


def test_one_night_is_a_day_and_several_are_a_time() -> None:
    periods = [trends_view(trends(QUARTER[:count]), OUTLETS).period for count in (1, 3)]
    assert [period.count(" to ") for period in periods] == [0, 1]


def test_each_drawing_has_a_table_beside_it_and_says_what_it_shows() -> None:
    shown = page(FOUND)
    drawings = cast("list[HtmlElement]", shown.xpath("//svg"))
    assert len(drawings) == 2 * len(OUTLETS)
    for drawing in drawings:
        assert drawing.xpath("./title/text()")
        assert drawing.xpath("./desc/text()")
    assert len(cast("list[object]", shown.xpath("//section[@id='rates']//table"))) == 2


# ---------------------------------------------------------------- what is kept of a night


def test_the_figures_of_a_night_are_those_of_its_scores(comparison: Comparison) -> None:
    kept = night_figures(invented.EDITION, [comparison], [invented.HERALD.article])
    total = {
        score.outlet: (score.findings, score.words)
        for score in comparison.scores
        if score.scope == "outlet" and score.voice is Voice.OWN and not score.strength
        and score.category == score.place == "all"
    }  # fmt: skip
    assert {row.outlet: (row.findings, row.words) for row in kept.told} == total
    assert [(row.outlet, row.articles) for row in kept.alone] == [("herald", 1)]
    by_word = {(row.outlet, row.word): row.whom for row in kept.words}
    assert by_word["lantern", "tyrant"] == "Oren Tasker"
    assert msgspec.json.decode(msgspec.json.encode(kept), type=NightFigures) == kept


def test_words_in_doubt_and_events_by_hand_are_not_counted(comparison: Comparison) -> None:
    doubt = tuple(replace(each, left_out=LeftOut.DOUBT) for each in comparison.findings)
    assert night_figures("2026-03-14", [replace(comparison, findings=doubt)], []).words == ()
    by_hand = replace(comparison, event=replace(comparison.event, id="by-hand-x"))
    assert night_figures("2026-03-14", [by_hand], []).told == ()
