import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bias.events.group import match_events
from bias.records import Article, GapReason
from bias.records.gaps import NOT_THE_ARTICLE
from tests.events.night import ALONE, NIGHT, QUAKE_EAST, QUAKE_WEST, VOTE, article

EDITION = "2026-03-14"


def ids(*articles: Article) -> tuple[str, ...]:
    return tuple(sorted(article.id for article in articles))


def grouped(*articles: Article) -> set[tuple[str, ...]]:
    return {event.articles for event in match_events(articles, EDITION)}


def test_each_happening_is_found_and_look_alikes_stay_apart() -> None:
    assert grouped(*NIGHT) == {ids(*QUAKE_EAST), ids(*QUAKE_WEST), ids(*VOTE)}


def test_two_articles_of_one_happening_are_enough() -> None:
    assert grouped(*VOTE) == {ids(*VOTE)}


@pytest.mark.parametrize(
    "pair", [(QUAKE_EAST[0], QUAKE_WEST[1]), (QUAKE_EAST[2], VOTE[0]), (ALONE[0], ALONE[1])]
)
def test_two_articles_of_different_happenings_make_none(pair: tuple[Article, Article]) -> None:
    assert grouped(*pair) == set()


def test_one_outlet_alone_makes_no_event() -> None:
    text = QUAKE_EAST[0].text
    assert (
        grouped(article("herald", "Quake", text, 1), article("herald", "Quake", text, 2)) == set()
    )


def test_untrusted_articles_are_placed_too() -> None:
    stub = article("gazette", VOTE[0].title, VOTE[0].text[:160], 1, GapReason.PAYWALLED)
    assert ids(*VOTE, stub) in grouped(*NIGHT, stub)


def test_untrusted_articles_alone_make_no_event() -> None:
    stubs = [article(a.outlet, a.title, a.text, 1, GapReason.CUT_SHORT) for a in (VOTE[0], VOTE[1])]
    assert grouped(*stubs) == set()


@pytest.mark.parametrize("reason", sorted(NOT_THE_ARTICLE))
def test_what_is_another_page_is_in_no_event(reason: GapReason) -> None:
    wall = article("gazette", VOTE[0].title, VOTE[0].text, 1, reason)
    assert grouped(*NIGHT, wall) == grouped(*NIGHT)


def test_copies_of_one_text_do_not_shut_out_those_who_told_it_themselves() -> None:
    copies = [article(f"copy{i}", QUAKE_EAST[0].title, QUAKE_EAST[0].text) for i in range(4)]
    assert grouped(*copies, *QUAKE_EAST[1:], *VOTE) == {
        ids(*copies, *QUAKE_EAST[1:]),
        ids(*VOTE),
    }


def test_event_says_what_it_is() -> None:
    (event,) = match_events(VOTE, EDITION)
    assert event.edition == EDITION
    assert event.outlets == ("courier", "herald")
    assert event.title in {article.title for article in VOTE}
    assert event.gaps == ()
    name, _, digest = event.id.rpartition("-")
    assert name in {
        "lower-house-passes-wealth-levy-by-eight-votes",
        "brandt-wins-vote-on-wealth-levy",
    }
    assert len(digest) == 6


def test_title_comes_from_a_trusted_article() -> None:
    first = article("herald", "Stub", VOTE[0].text, 3, GapReason.CUT_SHORT)
    (event,) = match_events([first, VOTE[1]], EDITION)
    assert event.title == VOTE[1].title


def test_event_without_any_title_still_has_an_id() -> None:
    (event,) = match_events([article(a.outlet, "", a.text, 3) for a in VOTE], EDITION)
    assert event.title == ""
    assert event.id.startswith("event-")


def test_nothing_makes_nothing() -> None:
    assert match_events([], EDITION) == ()
    assert match_events([article("herald", "", "")], EDITION) == ()
    assert match_events([ALONE[0]], EDITION) == ()


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False), st.sets(st.integers(0, len(NIGHT) - 1)))
def test_events_are_disjoint_and_do_not_depend_on_order(
    order: random.Random, kept: set[int]
) -> None:
    chosen = [NIGHT[number] for number in sorted(kept)]
    events = match_events(chosen, EDITION)
    members = [article for event in events for article in event.articles]
    assert len(members) == len(set(members))
    order.shuffle(chosen)
    assert match_events(chosen, EDITION) == events
