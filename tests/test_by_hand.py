"""A comparison by hand: what may be asked, what is found, and what is kept of it."""

from pathlib import Path
from typing import Any

import pytest

from bias.archive import Archive
from bias.by_hand import MOST_PER_OUTLET, Request, gather
from bias.config import Settings
from bias.demo.folder import EDITION
from bias.demo.newsroom import Newsroom
from bias.errors import UsageError
from bias.records import Article, Quality
from bias.storage import write_lines
from tests.end_to_end.small import environment, paragraphs, story, write_folder

LATER = ("The strike at the port of Vell ended on Sunday.", *paragraphs("Vell Today"))
A, B = "http://a.example/1", "http://b.example/2"


def article(outlet: str, number: int, title: str = "", text: str = "") -> Article:
    return Article(
        id=f"{outlet}-{number:010d}",
        outlet=outlet,
        url=f"http://{outlet}.example/{number}",
        title=title,
        text=text,
        quality=Quality(trusted=True),
    )


def fill(archive: Archive, edition: str, *articles: Article) -> None:
    for outlet in {each.outlet for each in articles}:
        rows = [each for each in articles if each.outlet == outlet]
        write_lines(archive.articles_path(edition, outlet), rows)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    outlets = tmp_path / "outlets.toml"
    outlets.write_text(
        '[[outlet]]\nid = "a"\nname = "A"\nhomepage = "http://a.example"\n'
        'feeds = [{ url = "http://a.example/feed" }]\n'
    )
    values = environment(tmp_path, outlets).items()
    return Settings.model_validate({k.removeprefix("BIAS_").lower(): v for k, v in values})


@pytest.fixture
def archive(settings: Settings) -> Archive:
    return Archive(settings.archive, settings.reports)


# ---------------------------------------------------------------- what may be asked


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({}, "either addresses of articles or words"),
        ({"search": " -- "}, "either addresses of articles or words"),
        ({"addresses": (A, B), "search": "port"}, "either addresses of articles or words"),
        ({"addresses": (A,)}, "at least two addresses"),
        ({"addresses": (A, A)}, "at least two addresses"),
    ],
)
def test_a_request_that_cannot_be_met_is_refused(fields: dict[str, Any], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        Request(**fields).checked()


def test_the_parameters_of_a_run_make_the_same_request() -> None:
    params = {"addresses": [A, B], "search": None, "days": 3, "edition": EDITION, "more": 1}
    assert Request.from_params(params) == Request(addresses=(A, B), days=3)


def test_the_same_request_makes_the_same_event_and_another_another() -> None:
    request = Request(search="Port strike")
    assert request.event == Request(search="Port strike").event
    assert request.event != Request(search="Port strike", days=2).event
    assert request.event.startswith("by-hand-port-strike-")
    assert Request(addresses=(A, B)).event.startswith("by-hand-addresses-")


def test_a_search_in_another_script_still_has_an_id() -> None:
    assert Archive("a", "r").by_hand_folder(EDITION, Request(search="Забастовка").event)


# ---------------------------------------------------------------- search


def test_all_the_words_must_stand_in_an_article_whatever_their_case(
    settings: Settings, archive: Archive
) -> None:
    fill(
        archive,
        EDITION,
        article("a", 1, "Strike at the Port", "The dockers went home."),
        article("b", 1, "Harbour", "The strike closed the PÓRT."),
        article("c", 1, "Strike at the airport", "Nobody flew."),
    )
    event_id = gather(settings, EDITION, Request(search="port strike"))
    (event,) = archive.edition_events(EDITION)
    assert event.id == event_id
    assert event.outlets == ("a", "b")
    assert event.title == "port strike"


def test_the_best_few_articles_of_each_outlet_are_taken(
    settings: Settings, archive: Archive
) -> None:
    many = [article("a", n, "", "port " * n) for n in range(1, 9)]
    fill(archive, EDITION, *many, article("b", 1, "Port"))
    gather(settings, EDITION, Request(search="port"))
    (event,) = archive.edition_events(EDITION)
    best = [f"a-{n:010d}" for n in range(8, 8 - MOST_PER_OUTLET, -1)]
    assert set(event.articles) == {*best, "b-0000000001"}


def test_the_search_goes_back_as_many_days_as_asked(settings: Settings, archive: Archive) -> None:
    fill(archive, EDITION, article("a", 1, "Port"))
    fill(archive, "2026-03-12", article("b", 1, "Port"))
    with pytest.raises(UsageError, match="only a has articles with 'port'; .* more days"):
        gather(settings, EDITION, Request(search="port", days=2))
    assert gather(settings, EDITION, Request(search="port", days=3))


def test_a_search_without_result_leaves_nothing_behind(
    settings: Settings, archive: Archive
) -> None:
    with pytest.raises(UsageError, match="no outlet has articles with 'port'"):
        gather(settings, EDITION, Request(search="port"))
    assert archive.events_by_hand(EDITION) == []


# ---------------------------------------------------------------- addresses


def test_addresses_are_fetched_once_and_tried_again_when_too_few_answered(
    settings: Settings, archive: Archive, tmp_path: Path
) -> None:
    folder = write_folder(tmp_path / "folder")
    with Newsroom(folder, EDITION) as newsroom:
        (tmp_path / "outlets.toml").write_text(newsroom.outlets_toml())
        request = Request(addresses=(newsroom.url_of(1), newsroom.url_of(2)))
        port = int(newsroom.address.rpartition(":")[2])
    with pytest.raises(UsageError, match="no outlet has an article at these addresses: http"):
        gather(settings, EDITION, request)
    assert archive.events_by_hand(EDITION) == []
    with Newsroom(folder, EDITION, port) as newsroom:
        event = gather(settings, EDITION, request)
        asked = newsroom.requests()
        assert gather(settings, EDITION, request) == event
        assert newsroom.requests() == asked
    assert gather(settings, EDITION, request) == event
    (kept,) = archive.edition_events(EDITION)
    assert kept.outlets == ("the-harbour-herald", "vell-today")


def test_two_pages_of_one_outlet_each_stand_for_themselves(
    settings: Settings, archive: Archive, tmp_path: Path
) -> None:
    herald = "The Harbour Herald"
    rows = [story(herald), story(herald, title="Port of Vell: strike ends", paragraphs=LATER)]
    with Newsroom(write_folder(tmp_path / "folder", *rows), EDITION) as newsroom:
        (tmp_path / "outlets.toml").write_text(newsroom.outlets_toml())
        request = Request(addresses=(newsroom.url_of(1), newsroom.url_of(2)))
        event = gather(settings, EDITION, request)
    (kept,) = archive.edition_events(EDITION)
    assert kept.outlets == ("the-harbour-herald (1)", "the-harbour-herald (2)")
    articles = [row for row in archive.read_articles_by_hand(EDITION, event)]
    assert {row.outlet for row in articles} == set(kept.outlets)


@pytest.mark.parametrize("address", ["ftp://a.example/1", "a.example", "", "http://", "http://["])
def test_what_is_no_address_is_named_before_anything_is_fetched(
    settings: Settings, archive: Archive, address: str
) -> None:
    with pytest.raises(UsageError, match="is no web address"):
        gather(settings, EDITION, Request(addresses=(A, address)))
    assert archive.events_by_hand(EDITION) == []
