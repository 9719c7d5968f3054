"""Where a client may be led: redirects, private hosts, and the check of every hop."""

from typing import Any

import httpcore
import pytest

from bias.coverage.client import Client
from bias.coverage.refusals import ForbiddenError
from tests.coverage.conftest import MakeSettings
from tests.coverage.refusing import refused
from tests.coverage.site import Site

PUBLIC = "93.184.216.34"


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_the_last_address_kept(site: Site, client: Client) -> None:
    site.redirect("/a", "b/c?d=1#e")
    site.redirect("/b/c?d=1", site.url("/z"))
    assert client.get(site.url("/a")).status == 404
    site.put("/z", b"words")
    assert client.get(site.url("/a")).url == site.url("/z")


def test_an_odd_target_is_percent_encoded(site: Site, client: Client) -> None:
    site.put("/caf%C3%A9%20au%20lait", b"words")
    site.put("/a", status=301, headers=(("Location", "/caf\u00e9 au lait"),))
    assert client.get(site.url("/a")).url == site.url("/caf%C3%A9%20au%20lait")


def test_a_redirect_without_a_target_is_an_answer(site: Site, client: Client) -> None:
    assert client.get(site.put("/a", status=302)).status == 302


def test_a_redirect_loop_ends(site: Site, make_settings: MakeSettings) -> None:
    url = site.redirect("/a", "/a")
    with Client(make_settings(max_redirects=3)) as client:
        detail = refused(client, url).detail
    assert detail == "It redirects more than 3 times (BIAS_MAX_REDIRECTS)."
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://harbour.example/", "javascript:1", "http://[/"],
)
def test_a_redirect_off_the_web_is_refused(site: Site, client: Client, target: str) -> None:
    error = refused(client, site.redirect("/a", target))
    assert error.detail == "It redirects to what is no http or https address."


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "", "harbour.example", "http://", "http://[", "http://a b/"]
)
def test_what_is_no_web_address_is_refused(client: Client, url: str) -> None:
    assert refused(client, url).detail == "It is no http or https address."


# ---------------------------------------------------------------- private hosts


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1:{port}/a", "http://localhost:{port}/a", "http://2130706433:{port}/a"]
)
def test_private_hosts_are_refused_unless_allowed(
    site: Site, make_settings: MakeSettings, url: str
) -> None:
    site.put_page("/a")
    address = url.format(port=site.base.rpartition(":")[2])
    with Client(make_settings(allow_private_hosts=False)) as client:
        error = refused(client, address)
    assert "not on the public internet (BIAS_ALLOW_PRIVATE_HOSTS)" in error.detail
    assert site.asked == []


def test_a_redirect_to_a_private_host_is_refused(
    make_settings: MakeSettings, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = httpcore.SyncBackend.connect_tcp
    judged: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        judged.append(host)
        return ["10.0.0.1"] if host == "inside.example" else [PUBLIC]

    def to_this_site(
        network: httpcore.SyncBackend, host: str, port: int, *rest: Any
    ) -> httpcore.NetworkStream:
        assert host == PUBLIC
        return connect(network, "127.0.0.1", port, *rest)

    monkeypatch.setattr(httpcore.SyncBackend, "connect_tcp", to_this_site)
    port = site.base.rpartition(":")[2]
    site.redirect("/a", f"http://inside.example:{port}/secret")
    with Client(make_settings(allow_private_hosts=False), resolve=resolve) as client:
        error = refused(client, f"http://outside.example:{port}/a")
    assert error.url == f"http://inside.example:{port}/secret"
    assert "not on the public internet" in error.detail
    assert judged == ["outside.example", "inside.example"]
    assert site.asked == ["/a"]


# ---------------------------------------------------------------- checks


def test_every_hop_is_checked_before_it_is_asked(site: Site, client: Client) -> None:
    site.redirect("/a", "/b")
    site.put_page("/b")

    def check(address: str) -> None:
        if address.endswith("/b"):
            raise ForbiddenError(address, "No.")

    with pytest.raises(ForbiddenError):
        client.get(site.url("/a"), check=check)
    assert site.asked == ["/a"]
