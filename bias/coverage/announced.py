"""From an outlet's feeds to the articles it announced in the window, each page once."""

import re
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from bias.coverage.client import Check, Client
from bias.coverage.feed_process import read_guarded
from bias.coverage.feeds import Child, FeedContent
from bias.coverage.readings import FeedReading, reach
from bias.coverage.refusals import NoAnswerError, RefusedError, status_detail
from bias.coverage.stories import page_key, plainest
from bias.coverage.times import Window, is_period, latest, utc_text
from bias.failures import told
from bias.records import Announcement, Feed, Outlet, Record

MAX_SITEMAPS = 20
"""Most sitemaps read for one declared feed, an index and its children, the newest first."""

_OK = 200
_NUMBER = re.compile(r"[0-9]+")


class Announced(Record, frozen=True, kw_only=True):
    """What the feeds of an outlet say."""

    announcements: tuple[Announcement, ...]
    """In the window, newest first and then by address; undated ones last."""
    problems: tuple[str, ...]
    """One for each feed or sitemap that could not be read: its address and a sentence."""
    reachable: bool
    """Whether at least one feed could be read."""
    readings: tuple[FeedReading, ...] = ()
    """One for each declared feed that could be read, in the order of the declaration."""


def read_announced(outlet: Outlet, window: Window, client: Client, check: Check) -> Announced:
    """Read all feeds of an outlet; one that fails does not stop the others.

    Args:
        outlet: whose feeds.
        window: what is older or newer is left out; what has no date is kept.
        client: to fetch feeds with.
        check: raises for an address that may not be fetched.
    """
    reader = _Reader(outlet.id, window, client, check)
    reachable = [reader.read(feed) for feed in outlet.feeds]
    return Announced(
        announcements=tuple(_newest(_each_once(reader.found), window)),
        problems=tuple(reader.problems),
        reachable=any(reachable),
        readings=tuple(reader.readings),
    )


class _Reader:
    """Collects what is found and what fails over all feeds of one outlet."""

    def __init__(self, outlet: str, window: Window, client: Client, check: Check) -> None:
        self.found: list[Announcement] = []
        self.problems: list[str] = []
        self.readings: list[FeedReading] = []
        self._outlet = outlet
        self._window = window
        self._client = client
        self._check = check

    def read(self, feed: Feed) -> bool:
        """Read a feed and the sitemaps it names; returns whether any of it holds articles."""
        contents: dict[str, FeedContent] = {}
        urls, left_out, reachable = [feed.url], 0, False
        for url in urls:  # which grows on the way
            content = self._content(feed, url)
            if content is None:
                continue
            contents[url] = content
            children = [child.url for child in _newest_children(content.children, self._window)]
            new = [child for child in dict.fromkeys(children) if child not in urls]
            left_out += max(0, len(urls) + len(new) - MAX_SITEMAPS)
            urls += new[: MAX_SITEMAPS - len(urls)]
            reachable = reachable or not children
        self.found += [each for content in contents.values() for each in content.announcements]
        if contents:
            self.readings.append(_reading(feed, contents, left_out, utc_text(self._window.start)))
        return reachable

    def _content(self, feed: Feed, url: str) -> FeedContent | None:
        try:
            answer = self._client.get(url, check=self._check)
            if answer.status != _OK:
                raise RefusedError(url, status_detail(answer.status))
            return read_guarded(answer.body, feed, self._outlet, answer.url, self._client.max_bytes)
        except (NoAnswerError, RefusedError) as error:
            self.problems.append(str(error))
        except Exception as error:  # whatever one feed does, the others are to be read
            words = told(f"the feed {url}", error)
            self.problems.append(f"{url}: The program failed on it ({words}).")
        return None


def _reading(
    feed: Feed, contents: Mapping[str, FeedContent], left_out: int, start: str
) -> FeedReading:
    """Return how a feed was read, by what each of its addresses gave."""
    problems = [f"{url}: {each}" for url, found in contents.items() for each in found.problems]
    if left_out:
        problems.append(f"{feed.url}: {left_out} of its sitemaps were left out as too many.")
    times = [latest(each.published) for found in contents.values() for each in found.announcements]
    changes = [child.changed for found in contents.values() for child in found.children]
    # A sitemap that was left out because it is older shows that the index reaches back to it.
    older = [changed for changed in changes if changed and changed < start]
    reached = reach(times, by_time=feed.kind == "rss")
    oldest = min([*older, *([reached] if reached else [])], default=None)
    return FeedReading(
        url=feed.url,
        problems=tuple(problems),
        oldest=oldest,
        newest=max((each for each in times if each), default=None),
        items=len(times),
    )


def _newest_children(children: Iterable[Child], window: Window) -> list[Child]:
    """Return the sitemaps that can hold something new, the latest changed first.

    Those without a date come last, the highest numbers in their addresses first, as sitemaps are
    numbered by age or month.
    """
    start = utc_text(window.start)
    possible = [child for child in children if child.changed is None or child.changed >= start]
    return sorted(possible, key=_child_age, reverse=True)


def _child_age(child: Child) -> tuple[str, list[int]]:
    return child.changed or "", [int(number) for number in _NUMBER.findall(child.url)]


def _each_once(found: Iterable[Announcement]) -> Iterable[Announcement]:
    """Return one announcement a page, title and time from the first feed that gives them."""
    pages: dict[str, Announcement] = {}
    for each in found:
        key = page_key(each.url)
        first = pages.setdefault(key, each)
        pages[key] = replace(
            first,
            url=plainest([first.url, each.url]),
            title=first.title or each.title,
            published=first.published or each.published,
        )
    return pages.values()


def _newest(announcements: Iterable[Announcement], window: Window) -> list[Announcement]:
    inside = [_dated(each) for each in announcements if window.holds(each.published)]
    by_address = sorted(inside, key=lambda each: each.url)
    return sorted(by_address, key=lambda each: each.published or "", reverse=True)


def _dated(announced: Announcement) -> Announcement:
    """Return what was announced, without a time where only a year or month is known."""
    return replace(announced, published=None) if is_period(announced.published) else announced
