import math
from contextlib import closing

import httpcore
import pytest

from bias.coverage.connections import Connections
from bias.coverage.deadlines import Deadline
from bias.coverage.guard import PrivateHostError, is_public, resolve_host
from bias.coverage.requests import request_for
from tests.coverage.site import Site


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "::ffff:8.8.8.8"]
)
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "127.255.255.254",
        "0.0.0.0",  # noqa: S104
        "10.1.2.3",
        "172.16.0.1",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "2002:7f00:1::",
        "64:ff9b::7f00:1",
    ],
)
def test_private_addresses(address: str) -> None:
    assert not is_public(address)


def test_an_ipv4_address_behind_nat64_is_judged_as_itself() -> None:
    assert is_public("64:ff9b::808:808")


def test_a_deadline_runs_down_and_stays_at_nothing() -> None:
    now = [100.0]
    deadline = Deadline(lambda: now[0])
    assert deadline.left() == math.inf
    deadline.start(2)
    now[0] = 101.5
    assert deadline.left() == 0.5
    now[0] = 200
    assert deadline.left() == 0


def guarded(addresses: list[str], *, allow_private: bool, seconds: float = 5) -> Connections:
    deadline = Deadline(lambda: 0.0)
    deadline.start(seconds)
    return Connections(
        deadline, allow_private=allow_private, resolve=lambda _host, _port: addresses
    )


def status(connections: Connections, url: str) -> int:
    with closing(connections), connections.answer(request_for(url, (), {})) as response:
        return response.status


def test_a_public_name_that_leads_to_a_private_address_is_refused() -> None:
    with pytest.raises(PrivateHostError):
        status(guarded(["10.0.0.1", "::1"], allow_private=False), "http://harbour.example/")


def test_the_connection_goes_to_the_address_that_was_judged(site: Site) -> None:
    site.put_page("/a")
    port = site.base.rpartition(":")[2]
    http = guarded(["127.0.0.1"], allow_private=True)
    assert status(http, f"http://harbour.example:{port}/a") == 200
    assert site.headers[0]["Host"] == f"harbour.example:{port}"


def test_the_next_address_is_tried_when_one_is_dead(site: Site) -> None:
    site.put_page("/a")
    port = site.base.rpartition(":")[2]
    http = guarded(["127.0.0.2", "127.0.0.1"], allow_private=True)
    assert status(http, f"http://harbour.example:{port}/a") == 200
    dead = guarded(["127.0.0.2", "127.0.0.3"], allow_private=True)
    with pytest.raises(httpcore.ConnectError):
        status(dead, f"http://harbour.example:{port}/a")


def test_a_name_without_an_address_is_a_failed_connection() -> None:
    with pytest.raises(httpcore.ConnectError):
        status(guarded([], allow_private=True), "http://harbour.example/")


def test_nothing_is_begun_after_the_deadline(site: Site) -> None:
    late = guarded(["127.0.0.1"], allow_private=True, seconds=0)
    with pytest.raises(httpcore.TimeoutException):
        status(late, site.url("/a"))
    assert site.asked == []


def test_the_system_resolves_numbers_without_asking_anybody() -> None:
    assert resolve_host("127.0.0.1", 80) == ["127.0.0.1"]
    with pytest.raises((OSError, UnicodeError)):
        resolve_host("a" * 300, 80)
