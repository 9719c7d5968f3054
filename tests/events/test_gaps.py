import msgspec
import pytest

from bias.events.gaps import gap_of, with_gaps
from bias.events.group import match_events
from bias.events.unread import NOTHING_KNOWN
from bias.records import Article, Gap, GapReason, Outlet
from tests.events.night import NIGHT, QUAKE_EAST, QUAKE_WEST, VOTE, article

OUTLETS = [
    Outlet(id=name, name=f"The {name.title()}", homepage="")
    for name in ("beacon", "courier", "gazette", "herald")
]
OF_AN_OUTLET = NOTHING_KNOWN | {
    GapReason.NOT_FETCHED,
    GapReason.FEED_INCOMPLETE,
    GapReason.FEED_TOO_SHORT,
}
OF_AN_ARTICLE = (
    set(GapReason)
    - NOTHING_KNOWN
    - {
        GapReason.NOT_PUBLISHED,
        GapReason.UNKNOWN,
        GapReason.OUTSIDE_WINDOW,
        GapReason.FEED_INCOMPLETE,
        GapReason.FEED_TOO_SHORT,
    }
)
EVENTS = match_events(NIGHT, "2026-03-14")


def gap(reason: GapReason, title: str = "", url: str = "https://gazette.example/1") -> Gap:
    return Gap(outlet="gazette", reason=reason, detail="It failed.", url=url, title=title)


def gaps_of(
    member: Article, gaps: tuple[Gap, ...] = (), articles: tuple[Article, ...] = NIGHT
) -> dict[str, Gap]:
    events = match_events(articles, "2026-03-14")
    (event,) = (e for e in with_gaps(events, articles, gaps, OUTLETS) if member.id in e.articles)
    assert [found.outlet for found in event.gaps] == sorted(found.outlet for found in event.gaps)
    return {found.outlet: found for found in event.gaps}


def test_every_outlet_without_a_trusted_article_has_one_gap() -> None:
    assert set(gaps_of(QUAKE_EAST[0])) == {"gazette"}
    assert set(gaps_of(QUAKE_WEST[0])) == {"courier", "gazette"}
    assert set(gaps_of(VOTE[0])) == {"beacon", "gazette"}


def test_an_outlet_that_was_read_and_is_silent_did_not_publish() -> None:
    found = gaps_of(VOTE[0])["gazette"]
    assert found.reason is GapReason.NOT_PUBLISHED
    assert "The Gazette" in found.detail
    assert found.url == ""


def test_an_untrusted_article_in_the_event_gives_its_own_reason() -> None:
    stub = article("gazette", VOTE[0].title, VOTE[0].text[:160], 7, GapReason.PAYWALLED)
    assert gaps_of(VOTE[0], articles=(*NIGHT, stub))["gazette"] == gap_of(stub)


def is_left_open(found: Gap) -> bool:
    """Return whether a gap says that nothing is known, and does not call it a silence."""
    return found.reason is GapReason.UNKNOWN and "is not known" in found.detail


@pytest.mark.parametrize("reason", sorted(OF_AN_ARTICLE))
def test_an_announced_title_that_fits_gives_its_reason(reason: GapReason) -> None:
    missing = gap(reason, "Wealth levy passes the lower house: what Brandt won")
    assert gaps_of(VOTE[0], (missing,))["gazette"] == missing
    assert is_left_open(gaps_of(QUAKE_EAST[0], (missing,))["gazette"])


@pytest.mark.parametrize("reason", sorted(OF_AN_ARTICLE))
@pytest.mark.parametrize("own", ["Just a moment...", ""])
def test_the_announced_title_tells_what_a_wall_stands_before(reason: GapReason, own: str) -> None:
    wall = article("gazette", own, "Words of a wall. " * 30, 8, reason)
    fits = msgspec.structs.replace(wall, announced_title="Wealth levy passes the lower house")
    foreign = msgspec.structs.replace(wall, announced_title="Swans stop traffic on the ring road")
    assert gaps_of(VOTE[0], articles=(*NIGHT, fits))["gazette"] == gap_of(fits)
    assert gap_of(fits).title == fits.announced_title
    assert is_left_open(gaps_of(VOTE[0], articles=(*NIGHT, foreign))["gazette"])


def test_what_could_not_be_read_is_counted_by_its_reason() -> None:
    missing = (
        gap(GapReason.FORBIDDEN, "Swans stop traffic on the ring road"),
        gap(GapReason.NOT_FETCHED, "Choir sings on the pier at noon", "https://gazette.example/2"),
    )
    read = article("gazette", "Bakers rise early for the harvest fair", "Bread was sold. " * 30, 9)
    found = gaps_of(VOTE[0], missing, (*NIGHT, read))["gazette"]
    assert found.detail == (
        "2 of its 3 articles could not be read or trusted (1 forbidden, 1 not fetched); "
        "whether one tells this is not known."
    )


@pytest.mark.parametrize("reason", sorted(OF_AN_OUTLET))
def test_what_is_said_of_an_outlet_as_a_whole_is_said_of_its_silence(reason: GapReason) -> None:
    wide = gap(reason, url="")
    assert gaps_of(VOTE[0], (wide,))["gazette"] == wide


def test_an_article_left_out_by_its_own_date_leaves_nothing_open() -> None:
    old = gap(GapReason.OUTSIDE_WINDOW, "Swans stop traffic on the ring road")
    assert gaps_of(VOTE[0], (old,))["gazette"].reason is GapReason.NOT_PUBLISHED


def test_an_article_of_another_time_is_named_where_its_title_fits() -> None:
    old = gap(GapReason.OUTSIDE_WINDOW, VOTE[0].title)
    assert gaps_of(VOTE[0], (old,))["gazette"] == old


def test_an_article_that_was_read_and_not_joined_is_no_silence_where_its_title_fits() -> None:
    soup = article("gazette", "A soup for spring", "Peel the leeks and boil the stock. " * 30, 8)
    apart = msgspec.structs.replace(soup, announced_title="Brandt wins the wealth levy vote")
    found = gaps_of(VOTE[0], articles=(*NIGHT, apart))["gazette"]
    assert (found.reason, found.url) == (GapReason.UNKNOWN, apart.url)


def test_a_title_fits_the_nearer_of_two_look_alikes() -> None:
    missing = gap(GapReason.NOT_FETCHED, "Quake breaks windows on Telma islands")
    assert gaps_of(QUAKE_WEST[0], (missing,))["gazette"] == missing
    assert is_left_open(gaps_of(QUAKE_EAST[0], (missing,))["gazette"])


def test_words_of_the_address_stand_in_for_a_title() -> None:
    missing = gap(GapReason.FORBIDDEN, url="https://gazette.example/brandt-wealth-levy-vote.html")
    assert gaps_of(VOTE[0], (missing,))["gazette"] == missing


def test_a_title_of_something_else_fits_no_event() -> None:
    missing = gap(GapReason.FORBIDDEN, "Swans stop traffic on the ring road")
    assert is_left_open(gaps_of(VOTE[0], (missing,))["gazette"])


def test_a_video_on_the_event_is_told_by_its_title() -> None:
    video = article(
        "gazette", "Watch: Brandt speaks after wealth levy vote", "", 8, GapReason.NO_TEXT
    )
    assert gaps_of(VOTE[0], articles=(*NIGHT, video))["gazette"] == gap_of(video)


def test_an_unreachable_outlet_is_not_said_to_be_silent() -> None:
    unreachable = gap(GapReason.OUTLET_UNREACHABLE, url="")
    assert gaps_of(VOTE[0], (unreachable,))["gazette"] == unreachable


def test_addresses_without_any_words_leave_it_open() -> None:
    missing = gap(GapReason.NOT_FETCHED, url="https://gazette.example/a/8472910")
    found = gaps_of(VOTE[0], (missing,))["gazette"]
    assert found.reason is GapReason.NOT_FETCHED
    assert "not known" in found.detail


def test_events_are_otherwise_unchanged() -> None:
    for before, after in zip(EVENTS, with_gaps(EVENTS, NIGHT, (), OUTLETS), strict=True):
        assert (after.id, after.articles, after.outlets) == (
            before.id,
            before.articles,
            before.outlets,
        )


def test_no_outlets_no_gaps() -> None:
    assert all(event.gaps == () for event in with_gaps(EVENTS, NIGHT, (), ()))
