"""Events that go on over nights keep their id; look-alikes do not get it."""

from collections.abc import Sequence

import msgspec
import pytest

from bias.events.continuing import EarlierNight, keep_ids
from bias.events.group import match_events
from bias.records import Article, Event

from .going_on import FIRST, GOING_ON, LOOK_ALIKES, OTHERS

MONDAY, TUESDAY, WEDNESDAY = "2026-03-02", "2026-03-03", "2026-03-04"


def night(edition: str, articles: Sequence[Article], *before: EarlierNight) -> EarlierNight:
    """Return a night as it is kept: its events with the ids of those that go on."""
    events = keep_ids(match_events(articles, edition), articles, before)
    return EarlierNight(edition, events, {article.id: article for article in articles})


def story(kept: EarlierNight, article: Article) -> Event:
    return next(event for event in kept.events if article.id in event.articles)


@pytest.fixture(scope="module")
def monday() -> EarlierNight:
    return night(MONDAY, [article for told in FIRST.values() for article in told])


def test_every_first_night_is_an_event(monday: EarlierNight) -> None:
    assert len(monday.events) == len(FIRST)
    assert {event.before for event in monday.events} == {""}


@pytest.mark.parametrize("name", sorted(GOING_ON))
def test_an_event_that_goes_on_keeps_its_id(monday: EarlierNight, name: str) -> None:
    tuesday = night(TUESDAY, [*GOING_ON[name], *OTHERS], monday)
    event = story(tuesday, GOING_ON[name][0])
    assert event.id == story(monday, FIRST[name][0]).id
    assert event.before == MONDAY


@pytest.mark.parametrize("name", sorted(LOOK_ALIKES))
def test_a_look_alike_has_an_id_of_its_own(monday: EarlierNight, name: str) -> None:
    tuesday = night(TUESDAY, [*LOOK_ALIKES[name], *OTHERS], monday)
    event = story(tuesday, LOOK_ALIKES[name][0])
    assert event.before == ""
    assert event.id not in {each.id for each in monday.events}


def test_an_id_lasts_over_a_night_on_which_nothing_was_told(monday: EarlierNight) -> None:
    tuesday = night(TUESDAY, OTHERS, monday)
    wednesday = night(WEDNESDAY, [*GOING_ON["fire"], *OTHERS], monday, tuesday)
    assert story(wednesday, GOING_ON["fire"][0]).before == MONDAY


def test_the_newest_night_is_named_where_several_told_it(monday: EarlierNight) -> None:
    tuesday = night(TUESDAY, [*GOING_ON["fire"], *OTHERS], monday)
    later = [
        msgspec.structs.replace(article, id=f"{article.id}-again") for article in GOING_ON["fire"]
    ]
    wednesday = night(WEDNESDAY, [*later, *OTHERS], monday, tuesday)
    event = story(wednesday, later[0])
    assert (event.id, event.before) == (story(monday, FIRST["fire"][0]).id, TUESDAY)


def test_one_event_before_gives_its_id_to_one_event_only(monday: EarlierNight) -> None:
    told = [*GOING_ON["fire"], *LOOK_ALIKES["fire"], *GOING_ON["strike"]]
    tuesday = night(TUESDAY, told, monday)
    ids = [event.id for event in tuesday.events]
    assert len(ids) == len(set(ids))


def test_the_order_of_articles_and_nights_changes_nothing(monday: EarlierNight) -> None:
    told = [article for name in sorted(GOING_ON) for article in GOING_ON[name]]
    empty = night(TUESDAY, OTHERS)
    plain = night(WEDNESDAY, told, monday, empty)
    shuffled = sorted(told, key=lambda article: article.text)
    assert night(WEDNESDAY, shuffled, empty, monday).events == plain.events


def test_without_a_night_before_nothing_goes_on() -> None:
    assert {event.before for event in night(MONDAY, FIRST["fire"]).events} == {""}
