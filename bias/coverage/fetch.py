"""Fetch what an outlet published in an edition's window, or a few addresses given by hand.

Every announced article ends as a page or as a gap with its reason; one that fails never stops the
rest. Gaps of the outlet as a whole come first, then what each address gave, by address; only of an
outlet whose articles lie on several hosts each comes as it arrives. What is kept is in order.
"""

from collections.abc import Iterable, Iterator, Sequence

from bias.config import Settings
from bias.coverage.addresses import clean_address, outlet_of
from bias.coverage.announced import Announced, read_announced
from bias.coverage.client import Client
from bias.coverage.keeping import Keeper, Nobody, Outcome
from bias.coverage.pages import PageFetcher, Progress
from bias.coverage.robots import Robots
from bias.coverage.stories import page_key, plainest
from bias.coverage.times import Window, edition_window
from bias.errors import UsageError
from bias.records import Announcement, Gap, GapReason, Outlet, Page

__all__ = ["Progress", "Window", "edition_window", "fetch_addresses", "fetch_outlet"]

_MAX_PROBLEMS = 5
"""Most feeds named in one gap."""

_NOTHING_NEW = (
    "None of its feeds announced anything for this edition; whether they are still kept up is not "
    "known."
)


def _silent(_done: int, _total: int, _address: str) -> None:
    """Tell nobody."""


def fetch_outlet(
    outlet: Outlet,
    window: Window,
    client: Client,
    settings: Settings,
    progress: Progress = _silent,
    keeper: Keeper | None = None,
) -> Iterator[Page | Gap]:
    """Yield a page or a gap for every article an outlet announced in the window.

    A gap without an address speaks of the outlet as a whole and comes first:
    ``OUTLET_UNREACHABLE`` and nothing else when no feed could be read, ``NOT_FETCHED`` when some
    could not or when more was announced than ``settings.max_articles_per_outlet`` allows,
    ``FEED_INCOMPLETE`` when one was not read whole, ``FEED_TOO_SHORT`` when one was not seen to
    reach back to the window's start. Then "not published" cannot be said of this outlet. All is
    handed to ``keeper`` as it comes; what that has of an earlier run is not asked again.
    """
    keeper = keeper or Nobody()
    robots = Robots(client, settings.user_agent)
    with client.recording(keeper.exchange):
        said = read_announced(outlet, window, client, robots.check)
    most = settings.max_articles_per_outlet
    for gap, ask_again in _of_the_whole(outlet, said, most, window):
        yield gap  # first, so that who tries again later keeps nothing
        keeper.outcome(Outcome(item=gap, ask_again=ask_again))
    chosen = sorted(said.announcements[:most], key=lambda each: each.url)
    if said.reachable:
        homepages = {outlet.id: outlet.homepage}
        fetcher = PageFetcher(client, robots, settings, homepages, keeper)
        yield from fetcher.fetch(chosen, progress, in_order=False)


def fetch_addresses(
    urls: Iterable[str],
    client: Client,
    settings: Settings,
    outlets: Sequence[Outlet] = (),
    progress: Progress = _silent,
    keeper: Keeper | None = None,
) -> Iterator[Page | Gap]:
    """Yield a page or a gap for each address, sorted, every page once; hosts go side by side.

    An address belongs to the declared outlet below whose homepage it lies, else to one made from
    its domain (:func:`bias.coverage.addresses.outlets_of` names them).

    Raises:
        UsageError: an address is no http or https address; raised before anything is fetched.
    """
    owners = {url: outlet_of(url, outlets) for url in _each_page_once(map(_address, urls))}
    wanted = [Announcement(outlet=owner.id, url=url) for url, owner in sorted(owners.items())]
    homepages = {owner.id: owner.homepage for owner in owners.values()}
    robots = Robots(client, settings.user_agent)
    fetcher = PageFetcher(client, robots, settings, homepages, keeper or Nobody())
    return fetcher.fetch(wanted, progress)


def _each_page_once(urls: Iterable[str]) -> list[str]:
    pages: dict[str, list[str]] = {}
    for url in sorted(urls, reverse=True):  # https before http
        pages.setdefault(page_key(url), []).append(url)
    return [plainest(addresses) for addresses in pages.values()]


def _address(url: str) -> str:
    address = clean_address(url)
    if address is None:
        message = f"{url!r} is no web address; write one that begins with http:// or https://"
        raise UsageError(message)
    return address


# ---------------------------------------------------------------- the outlet as a whole


def _of_the_whole(
    outlet: Outlet, said: Announced, most: int, window: Window
) -> Iterator[tuple[Gap, bool]]:
    """Yield each gap of the outlet as a whole, and whether another run may heal it."""
    if not said.reachable:
        yield _gap(outlet, GapReason.OUTLET_UNREACHABLE, _unreachable(said)), True
        return
    for number, (reason, detail) in enumerate(_shortfalls(said, most, window)):
        yield _gap(outlet, reason, detail), bool(said.problems) and number == 0


def _unreachable(said: Announced) -> str:
    return f"None of its feeds could be read: {_listed(said.problems) or 'it declares none.'}"


def _shortfalls(said: Announced, most: int, window: Window) -> Iterator[tuple[GapReason, str]]:
    if said.problems:
        start = "Articles may be missing because a feed could not be read:"
        yield GapReason.NOT_FETCHED, f"{start} {_listed(said.problems)}"
    if len(said.announcements) > most:
        total = len(said.announcements)
        detail = f"It announced {total} articles; the {most} newest were fetched"
        yield GapReason.NOT_FETCHED, f"{detail} (BIAS_MAX_ARTICLES_PER_OUTLET)."
    broken = [problem for reading in said.readings for problem in reading.problems]
    if broken:
        start = "Articles may be missing because a feed was not read whole:"
        yield GapReason.FEED_INCOMPLETE, f"{start} {_listed(broken)}"
    short = [each for reading in said.readings if (each := reading.shortness(window))]
    if short:
        start = "Earlier articles may be missing because a feed is too short:"
        yield GapReason.FEED_TOO_SHORT, f"{start} {_listed(short)}"
    if not said.announcements:
        yield GapReason.FEED_INCOMPLETE, _NOTHING_NEW


def _listed(problems: Sequence[str]) -> str:
    more = len(problems) - _MAX_PROBLEMS
    return " ".join([*problems[:_MAX_PROBLEMS], *([f"And {more} more."] if more > 0 else [])])


def _gap(outlet: Outlet, reason: GapReason, detail: str) -> Gap:
    return Gap(outlet=outlet.id, reason=reason, detail=detail)
