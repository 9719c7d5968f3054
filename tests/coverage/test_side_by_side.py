"""Hosts are asked side by side, and what they gave comes in order."""

import threading
from collections.abc import Iterator

import pytest

from bias.config import Settings
from bias.coverage import side_by_side as module
from bias.coverage.client import Client
from bias.coverage.fetch import fetch_addresses
from bias.coverage.side_by_side import AHEAD, side_by_side
from bias.records import Page
from tests.coverage.site import Site


def test_addresses_of_two_hosts_are_asked_at_the_same_time_and_come_in_order(
    site: Site, other_site: Site, client: Client, settings: Settings
) -> None:
    meeting = threading.Barrier(2, timeout=20)

    def late() -> Iterator[bytes]:
        meeting.wait()  # passes only when both are being asked
        yield b"<html>words</html>"

    urls = [each.put("/a", late()) for each in (site, other_site)]
    urls += [each.put_page("/b") for each in (site, other_site)]
    found = list(fetch_addresses(urls, client, settings))
    assert [each.url for each in found] == sorted(urls)
    assert all(isinstance(each, Page) for each in found)
    assert site.asked == other_site.asked == ["/robots.txt", "/a", "/b"]


def test_within_a_group_one_follows_the_other() -> None:
    seen: list[int] = []

    def work(number: int) -> int:
        seen.append(number)
        return -number

    assert list(side_by_side(range(300), lambda n: n % 3, work)) == [-n for n in range(300)]
    for group in range(3):
        assert [n for n in seen if n % 3 == group] == list(range(group, 300, 3))


def test_more_groups_than_workers_are_all_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_AT_ONCE", 2)
    assert list(side_by_side(range(20), lambda n: n, str)) == [str(n) for n in range(20)]


def test_few_results_wait_for_those_before_them() -> None:
    go, done = threading.Event(), []

    def work(number: int) -> int:
        if number == 0:
            go.wait(20)
        done.append(number)
        if len(done) == AHEAD:
            go.set()
        return number

    numbers = range(10 * AHEAD)
    results = side_by_side(numbers, lambda n: n == 0, work)
    assert next(results) == 0
    assert len(done) <= AHEAD + 2
    assert list(results) == list(numbers)[1:]


def test_out_of_order_nothing_waits_for_another_group() -> None:
    go = threading.Event()

    def work(number: int) -> int:
        if number == 0:
            go.wait(20)
        return number

    results = side_by_side(range(100), lambda n: n == 0, work, in_order=False)
    assert [next(results) for _ in range(99)] == list(range(1, 100))
    go.set()
    assert list(results) == [0]


def test_an_error_in_one_group_is_raised_where_the_results_are_taken() -> None:
    def work(number: int) -> int:
        if number == 3:
            raise KeyboardInterrupt
        return number

    with pytest.raises(KeyboardInterrupt):
        list(side_by_side(range(10), lambda n: n % 2, work))


def test_who_takes_no_more_ends_the_work() -> None:
    results = side_by_side(range(1000), lambda n: n % 2, lambda n: n)
    assert next(results) == 0
    results.close()  # type: ignore[attr-defined]
    assert threading.active_count() < 20
