"""Look at outlets without making an edition: do their feeds answer, where are those of a site."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from bias.batches import Tick, silent
from bias.config import Settings
from bias.coverage.addresses import clean_address
from bias.coverage.checking import FeedCheck, check_feeds
from bias.coverage.client import Client
from bias.coverage.finding import Found, find_outlet
from bias.coverage.outlets import read_outlets, select_outlets
from bias.coverage.robots import Robots
from bias.coverage.times import edition_window
from bias.errors import UsageError
from bias.journaling import shared_hosts
from bias.pipeline.fetching import OUTLETS_AT_ONCE
from bias.records import Outlet
from bias.text import fold


def check_outlets(
    settings: Settings, edition: str, ids: Sequence[str] = (), tick: Tick = silent
) -> list[FeedCheck]:
    """Ask the feeds of all declared outlets, or of some by id or name; returns what each gave.

    Raises:
        UsageError: an id is not declared, or the edition is no date.
    """
    window = edition_window(edition, settings)
    declared = read_outlets(settings.outlets)
    by_name = {fold(outlet.name): outlet.id for outlet in declared}
    outlets = select_outlets(declared, [by_name.get(fold(each), each) for each in ids])

    with shared_hosts(settings) as hosts:

        def work(outlet: Outlet) -> list[FeedCheck]:
            with Client(settings, hosts=hosts) as client:
                robots = Robots(client, settings.user_agent)
                return list(check_feeds(outlet, window, client, robots.check))

        checks: list[FeedCheck] = []
        pool = ThreadPoolExecutor(max_workers=OUTLETS_AT_ONCE)
        try:
            for done, (outlet, found) in enumerate(
                zip(outlets, pool.map(work, outlets), strict=True), start=1
            ):
                checks += found
                tick(done, len(outlets), outlet.id)
        finally:
            # Nobody waits for answers that are still out when the check is stopped.
            pool.shutdown(wait=False, cancel_futures=True)
    return checks


def find_feeds(settings: Settings, edition: str, url: str) -> Found:
    """Return the outlet at a home page, with the feeds that could be read.

    Raises:
        UsageError: the address is no web address.
        NoAnswerError: the home page does not answer.
        RefusedError: it may not be asked, or is no web page.
    """
    home = clean_address(url if "://" in url else f"https://{url}")
    if home is None:
        message = f"{url!r} is no web address; write one like https://www.example.com/"
        raise UsageError(message)
    with Client(settings) as client:
        robots = Robots(client, settings.user_agent)
        return find_outlet(home, edition_window(edition, settings), client, robots.check)
