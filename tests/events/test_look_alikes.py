import msgspec
import pytest

from bias.events.group import match_events
from bias.records import Article
from tests.events.look_alikes import (
    LOOK_ALIKES,
    OLD_STRIKE,
    OTHER_NEWS_OF_THE_PORT,
    SECOND_PIECES,
    STRIKE,
)
from tests.events.night import ALONE, NIGHT, article


def grouped(*articles: Article) -> set[frozenset[str]]:
    return {frozenset(event.articles) for event in match_events(articles, "2026-03-14")}


def ids(*articles: Article) -> frozenset[str]:
    return frozenset(article.id for article in articles)


@pytest.mark.parametrize("pair", LOOK_ALIKES.values(), ids=LOOK_ALIKES)
def test_a_shared_topic_is_no_event(pair: tuple[Article, Article]) -> None:
    assert grouped(*pair, *NIGHT) == grouped(*NIGHT)


def test_all_look_alikes_in_one_night_make_no_event() -> None:
    every = [
        article(a.outlet, a.title, a.text, 100 + number)
        for number, a in enumerate(a for pair in LOOK_ALIKES.values() for a in pair)
    ]
    assert grouped(*every, *NIGHT) == grouped(*NIGHT)


def test_two_tellings_are_an_event() -> None:
    assert ids(*STRIKE) in grouped(*STRIKE, *NIGHT)


@pytest.mark.parametrize("outlet", ["herald", "beacon", "gazette"])
@pytest.mark.parametrize("piece", SECOND_PIECES.values(), ids=SECOND_PIECES)
def test_a_second_piece_joins_the_story(piece: tuple[str, str], outlet: str) -> None:
    second = article(outlet, *piece, 33)
    assert ids(*STRIKE, second) in grouped(*STRIKE, second, *NIGHT)


def test_all_second_pieces_of_one_outlet_join_the_story() -> None:
    pieces = [article("herald", *p, 40 + n) for n, p in enumerate(SECOND_PIECES.values())]
    assert ids(*STRIKE, *pieces) in grouped(*STRIKE, *pieces, *NIGHT)


@pytest.mark.parametrize("first", SECOND_PIECES)
def test_second_pieces_of_both_outlets_do_not_split_the_story(first: str) -> None:
    pieces = [
        article("herald" if name == first else "beacon", *piece, 40 + number)
        for number, (name, piece) in enumerate(SECOND_PIECES.items())
    ]
    assert ids(*STRIKE, *pieces) in grouped(*STRIKE, *pieces, *NIGHT)


def test_other_news_of_the_same_place_stays_out() -> None:
    assert ids(*STRIKE) in grouped(*STRIKE, OTHER_NEWS_OF_THE_PORT, *NIGHT)


def test_pieces_of_one_outlet_alone_are_no_event() -> None:
    pieces = [article("herald", *p, 40 + n) for n, p in enumerate(SECOND_PIECES.values())]
    assert grouped(*pieces, *ALONE) == set()


def test_an_old_page_that_is_announced_again_stays_out() -> None:
    dates = ("2026-03-13T21:00:00Z", "2026-03-14T02:00:00Z", "2025-11-02T08:00:00Z")
    dated = [
        msgspec.structs.replace(telling, published=date)
        for telling, date in zip((*STRIKE, OLD_STRIKE), dates, strict=True)
    ]
    assert ids(*STRIKE) in grouped(*dated, *NIGHT)
    assert ids(*STRIKE, OLD_STRIKE) in grouped(*STRIKE, OLD_STRIKE, *NIGHT)
