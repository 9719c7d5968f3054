"""Ask the feeds of an outlet and say of each what it answers, how fresh it is and what it holds."""

from collections.abc import Iterator

from msgspec.structs import replace

from bias.coverage.announced import read_announced
from bias.coverage.client import Check, Client
from bias.coverage.refusals import ForbiddenError, NoAnswerError, RefusedError
from bias.coverage.times import Window
from bias.records import Feed, Outlet, Record


class FeedCheck(Record, frozen=True, kw_only=True):
    """One declared feed as it answered."""

    outlet: str
    feed: str
    """Its address."""
    kind: str
    """As declared."""
    ok: bool
    """Whether it was read whole and reaches back to the start of the window."""
    answer: str
    """"read", or a sentence on why it could not be."""
    robots: str
    """What robots.txt says of its address: "allowed", "forbidden", or why that is not known."""
    items: int = 0
    """How many it announces, those of an index in the sitemaps that were read."""
    in_window: int = 0
    """How many of them fall into the window, undated ones included."""
    newest: str | None = None
    """Newest time of an item, ISO 8601 in UTC; ``None`` when none has a time."""
    problems: tuple[str, ...] = ()
    """Why more may have been announced than was read, a sentence each."""


def check_feeds(
    outlet: Outlet, window: Window, client: Client, check: Check
) -> Iterator[FeedCheck]:
    """Ask every feed of an outlet, and yield what each gave.

    Args:
        outlet: whose feeds.
        window: which items count as new.
        client: to ask with.
        check: raises for an address that robots.txt forbids.
    """
    for feed in outlet.feeds:
        yield _checked(replace(outlet, feeds=(feed,)), feed, window, client, check)


def _checked(outlet: Outlet, feed: Feed, window: Window, client: Client, check: Check) -> FeedCheck:
    robots = _robots(feed.url, check)
    said = read_announced(outlet, window, client, check)
    readings = said.readings
    short = [each for reading in readings if (each := reading.shortness(window))]
    problems = (*(each for reading in readings for each in reading.problems), *short)
    answered = bool(readings)
    return FeedCheck(
        outlet=outlet.id,
        feed=feed.url,
        kind=feed.kind,
        ok=answered and not said.problems and not problems,
        answer="read" if answered else " ".join(said.problems),
        robots=robots,
        items=sum(reading.items for reading in readings),
        in_window=len(said.announcements),
        newest=max((reading.newest for reading in readings if reading.newest), default=None),
        problems=(*(said.problems if answered else ()), *problems),
    )


def _robots(url: str, check: Check) -> str:
    try:
        check(url)
    except ForbiddenError:
        return "forbidden"
    except (NoAnswerError, RefusedError) as error:
        return error.detail
    return "allowed"
